//! Owns the rules of languages whose subject stands before its verb: how a verb or participle of the lexicon
//! frames a claim.

mod chain;
mod grammar;
mod intro;
pub(super) mod names;
mod noun;
mod passive;
mod speech;
mod subject;

use self::chain::{citing, quoted_as};
pub(super) use self::grammar::topic;
use self::grammar::{agrees, cuts, group, helped, leading, nominal, subject_relative};
use self::intro::{How, content_start, wanted};
use self::noun::noun;
use self::passive::{by_agent, passive};
use self::speech::{according, alone, inverted, postposed, referred, referred_by, split_quotation};
use self::subject::{Opening, Subject};
use super::draft::{Draft, Who};
use super::lexicon::{Cue, CueForm, Form, Sequence, class, part, takes, tells};
use super::marks::Pair;
use super::passage::Passage;
use super::token::Sort;
use crate::model::Quote;

/// Finds the claims of a sentence.
pub(super) fn frames(p: &Passage<'_>, s: (usize, usize), out: &mut Vec<Draft>) {
    let mut i = s.0;
    let mut floor = s.0;
    while let Some(token) = p.token(i).filter(|_| i < s.1) {
        if token.sort == Sort::Mark
            && let Some((pair, next)) = p.quotation(i)
            && pair.close.is_some()
        {
            i = next;
            continue;
        }
        if token.hit.tells & (tells::CUES | tells::SEQUENCES) == 0 {
            i += 1;
            continue;
        }
        let next = frame(p, s, floor, i, out);
        if let Some(next) = next {
            floor = next;
            i = next.max(i + 1);
        } else {
            i += 1;
        }
    }
    if out.is_empty() {
        alone(p, s, out);
    }
    split_quotation(p, s, out);
    citing(p, s, out);
}

fn frame(p: &Passage<'_>, s: (usize, usize), floor: usize, i: usize, out: &mut Vec<Draft>) -> Option<usize> {
    let draft = if let Some(length) = p.sequence(i, Sequence::Source) {
        according(p, s, i, length)
    } else {
        p.cues(i).iter().find_map(|&form| match form.form {
            Form::Noun => noun(p, s, floor, i, form),
            _ => verb(p, s, floor, i, form, out),
        })
    }?;
    let next = draft.cue.1.max(i + 1);
    out.push(draft);
    Some(next)
}

pub(super) fn draft(rule: &'static str, cue: (usize, usize), content: (usize, usize), who: Who) -> Draft {
    Draft::new(rule, cue, content, who)
}

fn verb(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    out: &[Draft],
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let g = group(p, s, floor, v);
    // A capital inside a sentence makes a name of it: "the United States".
    let name = v > s.0 && p.token(v).is_some_and(|t| t.capital);
    let adjective = form.form != Form::Present && p.part(v.wrapping_sub(1), part::ARTICLE | part::POSSESSIVE);
    if g.hidden || name || adjective {
        return None;
    }
    if let Some(found) = quoted_as(p, s, floor, v, form, &g) {
        return Some(found);
    }
    if p.part(v + 1, part::BY) {
        return referred_by(p, v, form).or_else(|| by_agent(p, s, v, form, &g));
    }
    let present = form.form == Form::Present && !g.carried;
    if present && (nominal(p, v) || helped(p, v)) {
        return None;
    }
    let tail = wanted(p, s, v, cue)?;
    if subject_relative(p, s, g.from) {
        return who_says(p, s, floor, (g.from, v), tail, form);
    }
    match form.form {
        Form::Passive if cue.state && !g.passive => return None,
        Form::Passive if cue.state => {}
        Form::Passive if g.passive => return passive(p, s, floor, v, form, &g),
        Form::Passive if !g.perfect => return None,
        Form::Past if g.passive => return None,
        _ => {}
    }
    let subject = subject::before(p, floor, g.from);
    if let Some(found) = inverted(p, s, floor, v, form, &subject, &g) {
        return Some(found);
    }
    let start = content_start(p, s, tail, cue);
    if let Some(found) = referred(p, v, form, &subject).filter(|_| start.is_none()) {
        return Some(found);
    }
    let quoted_before = subject.opening == Opening::Quotation && subject.from < subject.end;
    let explicit = matches!(start, Some((_, How::That | How::Colon)));
    let aside = subject.opening == Opening::Comma;
    let stray = matches!(start, Some((at, How::Bare | How::Object)) if p.is(at, class::PREPOSITION) && aside);
    if start.is_none() || (quoted_before && !explicit) || stray {
        return postposed(p, s, v, form, &subject, out);
    }
    let start = start.filter(|&start| acceptable(p, s, cue, start, &subject))?;
    match form.form {
        Form::Present if !g.carried && !agrees(p, form, &subject) => None,
        Form::Participle => participle(p, s, (g.from, v), form, (start.0, s.1), &subject, out),
        _ => Some(framed(
            p,
            s,
            (if cue.state || p.lexicon.compound { g.from } else { v }, tail.max(v + 1)),
            form,
            start,
            subject,
            out,
        )),
    }
}

/// "Residents who say the road is open": whom the relative clause tells about.
fn who_says(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    (from, v): (usize, usize),
    tail: usize,
    form: CueForm,
) -> Option<Draft> {
    let who = from.checked_sub(1).filter(|&w| p.part(w, part::WHO) && w > floor)?;
    let cue = p.lexicon.cue(form);
    let (content, how) = content_start(p, s, tail, cue)?;
    let clause = matches!(how, How::That | How::Bare) && cue.takes & takes::SPEECH != 0 && !cue.weak;
    let finite =
        matches!(form.form, Form::Past | Form::Present) && !p.is(content, class::VAGUE | class::AUXILIARY);
    let edge = if p.comma(who.wrapping_sub(1)) { who - 1 } else { who };
    let subject = subject::before(p, floor, edge);
    if !clause || !finite || subject.from >= subject.end || !matches!(subject.who, Who::Named(_)) {
        return None;
    }
    let determined = |i: &usize| p.is(*i, class::DETERMINER);
    let near = (subject.from.max(edge.saturating_sub(8))..edge).rev().find(determined);
    let acting = p.ends(subject.from, &p.lexicon.tails.ing) && subject.from + 1 < edge;
    let named = near.unwrap_or(subject.from + usize::from(acting));
    let mut found = draft("relative clause", (v, v + 1), (content, s.1), names::whom(p, named, edge, None));
    found.form = Some(form);
    found.clause = who;
    (found.cuts, found.nests) = (false, true);
    let main = |i: usize| p.comma(i) || p.is(i, class::CONJUNCTION);
    found.content.1 = (content + 2..s.1).find(|&i| main(i)).unwrap_or(s.1);
    Some(found)
}

/// Whether what follows a cue can be its content.
fn acceptable(p: &Passage<'_>, s: (usize, usize), cue: &Cue, start: (usize, How), subject: &Subject) -> bool {
    let (content, how) = start;
    let weak = cue.weak && cue.wants.is_empty() && !matches!(how, How::That | How::Colon | How::Quotation);
    let vague = p.is(content, class::VAGUE) || (how == How::To && p.is(content + 1, class::VAGUE));
    let headless =
        how == How::Bare && p.is(content, class::AUXILIARY) && subject.opening != Opening::Relative;
    let reach = s.1.min(content + 40);
    // "The line that the army promised to leave" tells which line.
    let identifies =
        subject.opening == Opening::Relative && how == How::To && !p.comma(subject.clause.wrapping_sub(1));
    // "No group claimed responsibility" reports no words.
    let nobody = subject.from < subject.end && p.part(subject.from, part::NOBODY);
    let quoted = |pair: Pair| pair.open > content && !(content..pair.open).any(|i| p.comma(i));
    // "What he called a “war”" tells what is meant.
    let named = cue.quoted && subject.opening == Opening::Relative;
    let unquoted = cue.quoted
        && !p.marks.first_within(content, s.1.min(content + 10)).is_some_and(quoted)
        && !(p.is(content, class::IT | class::THEY | class::HE | class::SHE)
            && p.is(content + 1, class::DETERMINER));
    let lacking = cue.wants_word.as_ref().is_some_and(|word| !(content..reach).any(|i| p.key(i) == &**word));
    !(weak || vague || headless || lacking || nobody || unquoted || named || identifies)
}

/// The draft of a finite verb with its content after it.
fn framed(
    p: &Passage<'_>,
    s: (usize, usize),
    cue: (usize, usize),
    form: CueForm,
    (content, how): (usize, How),
    subject: Subject,
    out: &[Draft],
) -> Draft {
    let mut found = draft(how.rule(), cue, (content, s.1), subject.who.clone());
    found.form = Some(form);
    if p.is(cue.1 - 1, class::COMPLEMENTISER) || p.part(cue.1 - 1, part::GENITIVE) {
        found.cue.1 -= 1;
    }
    let joined =
        |word: &str| p.lexicon.cue(form).prepositions.iter().any(|(w, joined)| *joined && **w == *word);
    if how == How::Preposition && content == cue.1 + 1 && joined(p.key(cue.1)) {
        found.cue.1 = content;
    }
    found.clause = subject.clause;
    found.cuts = cuts(&subject, form, out);
    if subject.from >= subject.end {
        let lead = if out.is_empty() { leading(p, s, cue.0) } else { Some(Who::Same) };
        found.who = lead.unwrap_or(found.who);
    }
    if how == How::Colon {
        found.quote = Quote::Direct;
    }
    found.nests = how == How::That || how == How::Colon;
    if subject.opening == Opening::Relative {
        // ", which he said killed six, was never investigated"
        let main =
            |i: usize| p.comma(i) && (p.is(i + 1, class::AUXILIARY) || p.ends(i + 1, &p.lexicon.tails.past));
        found.content.1 = (content + 1..s.1).find(|&i| main(i)).unwrap_or(s.1);
    }
    if subject.opening == Opening::Relative && how == How::Bare && p.is(content, class::BE) {
        found.content.0 = content + 1;
        found.nests = true;
    }
    found
}

/// …, saying that …; with rebels saying …
fn participle(
    p: &Passage<'_>,
    s: (usize, usize),
    group: (usize, usize),
    form: CueForm,
    content: (usize, usize),
    subject: &Subject,
    out: &[Draft],
) -> Option<Draft> {
    let v = group.1;
    let gerund = (s.0..group.0).rev().take_while(|&i| p.part(i, part::GERUND)).count();
    let before = group.0.checked_sub(1 + gerund)?;
    let after_comma = p.comma(before);
    let own = subject.from < subject.end && !after_comma;
    let document = p.is(before, class::DOCUMENT);
    if p.is(before, class::BE | class::PREPOSITION | class::DETERMINER) {
        return None;
    }
    let joined = p.is(before, class::CONJUNCTION) || p.part(before, part::WHILE);
    let who = if after_comma || document || joined {
        if !out.is_empty() { Who::Same } else { leading(p, s, v).unwrap_or(Who::Same) }
    } else if own {
        let with = (subject.from..v).rev().find(|&i| p.is(i, class::PREPOSITION | class::DETERMINER));
        let from = with.map_or(subject.from, |w| if p.is(w, class::PREPOSITION) { w + 1 } else { w });
        if from >= v || p.is(content.0, class::PREPOSITION) || (from..v).any(|i| p.is(i, class::AUXILIARY)) {
            return None;
        }
        names::whom(p, from, v, None)
    } else {
        return None;
    };
    let mut found = draft("participle goes on", (v, v + 1), content, who);
    found.form = Some(form);
    found.clause = if after_comma || joined { before } else { v };
    found.cuts = after_comma || joined || document;
    found.nests = true;
    Some(found)
}
