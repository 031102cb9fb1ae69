//! Owns one source speaking through another: "the agency quoted X as saying", ", citing X".

use super::grammar::Group;
use super::intro::{How, content_start};
use super::names::whom;
use super::speech::said_before;
use super::subject::{self, Opening, Subject};
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{CueForm, Form, class, part};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;
use crate::model::Quote;

/// How far after its verb "as saying" may stand, in tokens.
const REACH: usize = 24;

/// "The agency quoted X as saying …", "X was quoted by the agency as saying …".
pub(super) fn quoted_as(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    g: &Group,
) -> Option<Draft> {
    if !p.lexicon.cue(form).quotes || !matches!(form.form, Form::Past | Form::Passive | Form::Present) {
        return None;
    }
    let reach = s.1.min(v + REACH);
    let at = (v + 1..reach).find(|&i| p.part(i, part::AS) && spoken(p, i + 1).is_some())?;
    let said = spoken(p, at + 1)?;
    let subject = subject::before(p, floor, g.from);
    let (who, via) = if g.passive {
        let by = (v + 1..at).find(|&i| p.part(i, part::BY));
        (subject.who.clone(), by.map(|by| whom(p, by + 1, at, None)))
    } else if at > v + 1 {
        (in_commas(p, v + 1, at), Some(subject.who.clone()))
    } else {
        return None;
    };
    let start = content_start(p, s, at + 2, p.lexicon.cue(said));
    let content = match start {
        Some((content, _)) => (content, s.1),
        None => said_before(p, s, floor, subject.from)?,
    };
    let from = if g.passive { g.from } else { v };
    let mut found = super::draft("quoted by another", (from, at + 2), content, who);
    found.form = Some(said);
    found.via = via.into_iter().filter_map(named).collect();
    found.clause = if start.is_some() { subject.clause } else { content.1 };
    found.cuts = opens(&subject);
    found.closed = start.is_none();
    found.nests = start.is_some();
    if matches!(start, Some((_, How::Colon))) {
        found.quote = Quote::Direct;
    }
    Some(found)
}

fn opens(subject: &Subject) -> bool {
    subject.opening != Opening::None
}

/// The participle of a cue.
fn spoken(p: &Passage<'_>, i: usize) -> Option<CueForm> {
    p.cues(i).iter().copied().find(|f| f.form == Form::Participle && !p.lexicon.cue(*f).quotes)
}

fn named(who: Who) -> Option<String> {
    match who {
        Who::Named(mention) => Some(mention.name),
        _ => None,
    }
}

/// "Ann Roe, the mayor of Kip,": the name and its apposition.
fn in_commas(p: &Passage<'_>, from: usize, to: usize) -> Who {
    let end = if p.comma(to.wrapping_sub(1)) { to - 1 } else { to };
    match (from..end).find(|&i| p.comma(i)) {
        Some(comma) => whom(p, from, comma, Some((comma + 1, end))),
        None => whom(p, from, end, None),
    }
}

/// "…, the agency said, citing X": X speaks, through the agency.
pub(super) fn citing(p: &Passage<'_>, s: (usize, usize), out: &mut [Draft]) {
    for i in s.0 + 1..s.1 {
        let cites = p.cues(i).iter().any(|&f| f.form == Form::Participle && p.lexicon.cue(f).quotes);
        if !cites || !p.comma(i - 1) && !p.part(i - 1, part::AND) {
            continue;
        }
        let stop = |j: usize| matches!(p.sort(j), Some(Sort::Comma | Sort::Stop | Sort::Mark | Sort::Colon));
        let end = (i + 1..s.1).find(|&j| stop(j) || p.part(j, part::AS) || p.is(j, class::COMPLEMENTISER));
        let end = end.unwrap_or(s.1);
        let known = class::ROLE | class::DOCUMENT | class::OUTLET | class::LISTENER;
        let capital = |j: usize| p.token(j).is_some_and(|t| t.capital);
        if i + 1 >= end || !(i + 1..end).any(|j| p.is(j, known) || p.part(j, part::BODY) || capital(j)) {
            continue;
        }
        let Some(draft) = out.iter_mut().rev().find(|d| d.cue.0 < i) else { continue };
        let former = std::mem::replace(&mut draft.who, whom(p, i + 1, end, None));
        draft.via.extend(named(former));
        if draft.content.1 > i - 1 && draft.content.0 < i - 1 {
            (draft.content.1, draft.closed) = (i - 1, true);
        }
    }
}
