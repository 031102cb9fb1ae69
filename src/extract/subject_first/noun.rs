//! Owns nouns that report: "X's call for", "fears that", "a denial from X that".

use super::{draft, names};
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{CueForm, Form, class, part, takes};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// A passive of the lexicon, with its agent: "dismissed by".
fn rejected(p: &Passage<'_>, i: usize) -> bool {
    p.part(i + 1, part::BY) && p.cues(i).iter().any(|f| f.form == Form::Passive)
}

/// "A denial from the mayor that …": the noun, its source, then its content.
fn from_somebody(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm) -> Option<Draft> {
    let takes_that = p.lexicon.cue(form).takes & takes::THAT != 0;
    if !takes_that || !p.part(v + 1, part::FROM | part::BY) {
        return None;
    }
    let that = (v + 3..s.1.min(v + 18)).take_while(|&i| p.word(i) || p.sort(i) == Some(Sort::Mark));
    let that = that.into_iter().find(|&i| p.is(i, class::COMPLEMENTISER))?;
    let mut found =
        draft("noun with content", (v, v + 1), (that + 1, s.1), names::whom(p, v + 2, that, None));
    found.form = Some(form);
    found.cuts = false;
    found.nests = true;
    Some(found)
}

/// Russia's call for …, fears that …
pub(super) fn noun(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let next = p.key(v + 1);
    let to = p.part(v + 1, part::TO);
    let that = p.is(v + 1, class::COMPLEMENTISER) && cue.takes & takes::THAT != 0;
    if let Some(found) = from_somebody(p, s, v, form) {
        return Some(found);
    }
    let owner = v.checked_sub(1).filter(|&o| o >= floor)?;
    let possessive = (floor..v).rev().take(3).find(|&i| p.token(i).is_some_and(|t| t.possessive));
    let pronoun = p.is(owner, class::DETERMINER) && p.part(owner, part::POSSESSIVE);
    let owned = possessive.is_some() || pronoun;
    let phrase = to && p.is(v + 2, class::DETERMINER | class::PLACE);
    let preposition = owned
        && !phrase
        && (cue.prepositions.iter().any(|(w, _)| **w == *next) || (to && cue.takes & takes::TO != 0));
    let plain = that && !p.is(owner, class::BE) && p.is(owner, class::PREPOSITION);
    if !(preposition || (that && owned) || plain) {
        return None;
    }
    let content = if to { v + 1 } else { v + 2 };
    let who = match possessive {
        Some(owner) => {
            let from = (floor..owner)
                .rev()
                .take_while(|&i| p.token(i).is_some_and(|t| t.capital) || p.is(i, class::DETERMINER))
                .last()
                .unwrap_or(owner);
            names::whom(p, from, owner + 1, None)
        }
        None if pronoun => Who::Last { feminine: None, plural: None },
        None => Who::Nobody,
    };
    let who = match who {
        Who::Named(mut m) => {
            m.name = m.name.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            Who::Named(m)
        }
        who => who,
    };
    // "X's call for a truce was rejected": the clause of the noun goes on.
    let end = (content..s.1).find(|&i| p.is(i, class::AUXILIARY) && (!that || rejected(p, i + 1)));
    let end = end.unwrap_or(s.1);
    let mut found = draft("noun with content", (v, v + 1), (content, end.max(content + 1)), who);
    found.form = Some(form);
    found.cuts = false;
    found.nests = that && owned;
    Some(found)
}
