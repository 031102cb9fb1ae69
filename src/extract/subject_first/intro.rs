//! Owns where a claim's content begins after a cue.

use crate::extract::lexicon::{Cue, class, part, takes};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum How {
    That,
    Colon,
    Quotation,
    Preposition,
    To,
    Bare,
    Object,
}

impl How {
    /// The name of the rule that frames content so introduced.
    pub fn rule(self) -> &'static str {
        match self {
            How::That => "verb with that",
            How::Colon => "verb with colon",
            How::Quotation => "verb with quotation",
            How::Preposition => "verb with preposition",
            How::To => "verb with infinitive",
            How::Bare => "verb with bare clause",
            How::Object => "verb with object",
        }
    }
}

/// Words that must follow the cue (“expressed concern”): the token after them; none where they are missing.
pub(super) fn wanted(p: &Passage<'_>, s: (usize, usize), v: usize, cue: &Cue) -> Option<usize> {
    if cue.wants.is_empty() {
        return Some(v + 1);
    }
    let i = (v + 1..s.1.min(v + 5)).find(|&i| cue.wants.iter().any(|w| **w == *p.key(i)))?;
    let after = skip_adverbials(p, s, i + 1);
    let strip = [i + 1, after].into_iter().find(|&at| cue.strips.iter().any(|w| **w == *p.key(at)));
    match strip {
        Some(at) => Some(at + 1),
        // "Issued a warning on Monday" has no content.
        None if cue.weak && !cue.strips.is_empty() => None,
        None => Some(i + 1),
    }
}

/// Where the content begins after the cue; none where nothing of it follows.
pub(super) fn content_start(
    p: &Passage<'_>,
    s: (usize, usize),
    tail: usize,
    cue: &Cue,
) -> Option<(usize, How)> {
    let mut i = tail;
    if cue.listener {
        i = skip_listener(p, s, i);
    }
    let before_time = p.is(i + 1, class::TIME);
    if !before_time && cue.prepositions.iter().any(|(w, _)| **w == *p.key(i)) {
        return (i + 1 < s.1).then_some((i + 1, How::Preposition));
    }
    let skipped = skip_adverbials(p, s, i);
    if skipped >= s.1 || ends_clause(p, s, skipped) {
        return None;
    }
    let that = p.is(skipped, class::COMPLEMENTISER);
    if that && cue.takes & takes::THAT != 0 && p.word(skipped + 1) | (p.sort(skipped + 1) == Some(Sort::Mark))
    {
        return Some((skipped + 1, How::That));
    }
    if p.sort(skipped) == Some(Sort::Colon) {
        return (cue.takes & takes::SPEECH != 0 && skipped + 1 < s.1).then_some((skipped + 1, How::Colon));
    }
    if p.quotation(skipped).is_some() && cue.takes & (takes::SPEECH | takes::THAT | takes::OBJECT) != 0 {
        return Some((skipped, How::Quotation));
    }
    if let Some((at, _)) = [(i, ()), (skipped, ())].into_iter().find(|&(at, ())| {
        !p.is(at + 1, class::TIME) && cue.prepositions.iter().any(|(w, _)| **w == *p.key(at))
    }) {
        return Some((at + 1, How::Preposition));
    }
    let i = if p.part(skipped, part::TO) { skipped } else { i };
    if p.part(i, part::TO) {
        let nominal = |j: usize| p.is(j, class::DETERMINER | class::PLACE);
        let noun = nominal(i + 1) || p.sort(i + 1) == Some(Sort::Mark) && nominal(i + 2);
        let how = if noun { (i + 1, How::Preposition) } else { (i, How::To) };
        return (cue.takes & takes::TO != 0).then_some(how);
    }
    if cue.takes & takes::BARE != 0 && p.word(skipped) {
        return Some((skipped, How::Bare));
    }
    let object = cue.takes & takes::OBJECT != 0 && !(p.is(i, class::PREPOSITION) && skipped == i);
    object.then_some((skipped, How::Object))
}

/// A listener stands before the content: "told reporters in Kip that", "told the council the road was open".
fn skip_listener(p: &Passage<'_>, s: (usize, usize), from: usize) -> usize {
    let edge = |j: usize| p.sort(j) == Some(Sort::Colon) || p.quotation(j).is_some() || p.comma(j);
    let that = (from..s.1.min(from + 14)).find(|&j| p.is(j, class::COMPLEMENTISER) || edge(j));
    let determined = p.is(from, class::DETERMINER) || p.part(from, part::POSSESSIVE);
    let plain = |t: usize| !(from..t).any(|j| p.is(j, class::AUXILIARY | class::PRONOUN) && j > from);
    if let Some(that) = that.filter(|&t| p.is(t, class::COMPLEMENTISER) && (determined || plain(t))) {
        return that;
    }
    let name = |j: usize| p.token(j).is_some_and(|t| t.capital && t.sort == Sort::Word);
    let listens = |j: usize| p.is(j, class::LISTENER | class::OUTLET | class::ROLE) || p.part(j, part::BODY);
    let starts = |j: usize| p.is(j, class::DETERMINER | class::PRONOUN) && !p.is(j, class::LISTENER);
    let mut i = from + usize::from(determined);
    while i < s.1 && p.word(i) && !starts(i) && (listens(i) || name(i)) {
        i += 1;
    }
    if i > from + usize::from(determined) || !determined {
        return i;
    }
    // A listener of words that are not known goes on to the next phrase.
    (i + 1..s.1).find(|&j| !p.word(j) || starts(j) || p.is(j, class::PREPOSITION)).unwrap_or(s.1)
}

/// Time and place of speaking: "on Monday", "in a statement", "late Sunday".
pub(super) fn skip_adverbials(p: &Passage<'_>, s: (usize, usize), from: usize) -> usize {
    let mut i = from;
    loop {
        let start = i;
        if p.sort(i) == Some(Sort::ParenOpen) {
            i = (i..s.1).find(|&j| p.sort(j) == Some(Sort::ParenClose)).map_or(i, |j| j + 1);
        }
        while i < s.1 && p.is(i, class::TIME) && !p.is(i, class::ABBREVIATION)
            || (p.part(i, part::THIS) && p.is(i + 1, class::TIME))
        {
            i += 1;
        }
        if p.is(i, class::PREPOSITION) {
            if p.is(i + 1, class::TIME) {
                i += 2;
            } else if p.is(i + 1, class::DETERMINER)
                && p.is(i + 2, class::TIME)
                && !p.token(i + 3).is_some_and(|t| t.capital)
            {
                i += 3;
            } else if let Some(venue) =
                (i + 1..s.1.min(i + 7)).take_while(|&j| p.word(j)).find(|&j| p.is(j, class::VENUE))
            {
                i = venue + 1;
                i += usize::from(p.is(i, class::VENUE));
                i += usize::from(
                    p.word(i) && p.is(i + 1, class::COMPLEMENTISER) && !p.is(i, class::COMPLEMENTISER),
                );
                let carried =
                    p.ends(i, &p.lexicon.tails.past) && p.is(i + 1, class::PREPOSITION | class::TIME);
                if carried {
                    i = (i..s.1).find(|&j| !p.word(j) || p.is(j, class::COMPLEMENTISER)).unwrap_or(s.1);
                }
            } else if let Some(that) =
                (i + 1..s.1.min(i + 9)).take_while(|&j| p.word(j)).find(|&j| p.is(j, class::COMPLEMENTISER))
            {
                i = that;
            }
        } else if p.is(i, class::ADVERB) && p.is(i + 1, class::COMPLEMENTISER) {
            i += 1;
        }
        if i == start {
            return inserted(p, s, i).unwrap_or(i);
        }
    }
}

/// "Stressed, as before, that …": few words between commas before the content.
fn inserted(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<usize> {
    let close = (i + 2..s.1.min(i + 8)).find(|&j| !p.word(j)).filter(|&j| p.comma(i) && p.comma(j))?;
    let verbal = (i + 1..close).any(|j| p.is(j, class::AUXILIARY | class::PRONOUN) || !p.cues(j).is_empty());
    let content = p.is(close + 1, class::COMPLEMENTISER | class::DETERMINER);
    (content && !verbal && !(i + 1..close).any(|j| p.token(j).is_some_and(|t| t.capital)))
        .then_some(close + 1)
}

fn ends_clause(p: &Passage<'_>, s: (usize, usize), i: usize) -> bool {
    i >= s.1
        || matches!(p.sort(i), Some(Sort::Stop | Sort::Comma | Sort::Semicolon | Sort::Dash))
        || p.part(i, part::HALT)
        || p.sort(i) == Some(Sort::ParenClose)
}
