//! Owns passives that report: "was blamed for", "it was reported that", "was condemned by".

use super::grammar::Group;
use super::speech::said_before;
use super::subject::{self, Opening, Subject};
use super::{draft, names};
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{CueForm, Form, class, takes};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;
use crate::model::{Kind, Polarity};

/// X was blamed for …, was told that …, was quoted as saying …
pub(super) fn passive(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    g: &Group,
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let blamed = cue.passive.iter().any(|w| **w == *p.key(v + 1));
    let subject = subject::before(p, floor, g.from);
    if cue.passive.iter().any(|w| **w == *"-")
        && !p.is(v + 1, class::COMPLEMENTISER)
        && let Some(found) = was_reported(p, s, (g.from, v), form, &subject)
    {
        return Some(found);
    }
    let told = cue.listener
        && (p.is(v + 1, class::COMPLEMENTISER) || p.is(v + 1, class::DETERMINER | class::PRONOUN));
    if !blamed && !told {
        return None;
    }
    let content = if blamed || p.is(v + 1, class::COMPLEMENTISER) { v + 2 } else { v + 1 };
    let mut found =
        draft("passive", (g.from, if blamed { v + 2 } else { v + 1 }), (content, s.1), Who::Nobody);
    found.form = Some(form);
    found.clause = subject.clause;
    found.cuts = subject.opening != Opening::None;
    found.nests = true;
    Some(found)
}

/// "Looting was reported", "the road is open, it was reported": what is reported stands before.
fn was_reported(
    p: &Passage<'_>,
    s: (usize, usize),
    (from, v): (usize, usize),
    form: CueForm,
    subject: &Subject,
) -> Option<Draft> {
    let ends = !p.word(v + 1) || p.is(v + 1, class::PREPOSITION | class::TIME | class::ADVERB);
    let aside = p.is(subject.from, class::IT) && subject.opening == Opening::Comma;
    let content = match aside {
        true => said_before(p, s, s.0, subject.from)?,
        false => (subject.from, from),
    };
    if !ends
        || subject.from >= subject.end
        || content.0 >= content.1
        || !aside && p.is(content.0, class::PRONOUN)
    {
        return None;
    }
    let mut found = draft("passive", (from, v + 1), content, Who::Nobody);
    found.form = Some(form);
    found.clause = if aside { content.1 } else { subject.clause };
    (found.closed, found.nests) = (true, true);
    Some(found)
}

/// "The raid was condemned by the council": the subject is what it condemns.
pub(super) fn by_agent(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    g: &Group,
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let judges = matches!(cue.polarity, Some(Polarity::Deny | Polarity::Concern))
        || cue.kind == Some(Kind::Diplomatic);
    if form.form != Form::Passive
        || !g.passive
        || !judges
        || cue.takes & takes::OBJECT == 0
        || !cue.wants.is_empty()
    {
        return None;
    }
    let first = s.0 + usize::from(p.is(s.0, class::CONJUNCTION));
    let whole =
        (first..g.from).all(|i| p.word(i) || p.sort(i) == Some(Sort::Mark) || p.sort(i) == Some(Sort::Dash));
    if !whole || first >= g.from || p.is(first, class::PRONOUN | class::PREPOSITION | class::SUBORDINATOR) {
        return None;
    }
    let end = (v + 2..s.1).find(|&i| !p.word(i) || p.is(i, class::TIME | class::RELATIVE)).unwrap_or(s.1);
    let mut found =
        draft("passive with agent", (v, v + 1), (first, g.from), names::whom(p, v + 2, end, None));
    found.form = Some(form);
    found.clause = first;
    (found.closed, found.nests) = (true, true);
    Some(found)
}
