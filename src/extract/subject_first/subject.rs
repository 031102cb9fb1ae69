//! Owns subjects: where the phrase before or after a verb begins and ends.

use super::names::{capital, corporate, elided, whom};
use crate::extract::draft::Who;
use crate::extract::lexicon::{class, part};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// The subject of a verb.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Subject {
    /// Where its clause begins, conjunctions and openings included.
    pub clause: usize,
    /// Where the phrase begins; equal to `end` where nothing stands before the verb.
    pub from: usize,
    pub end: usize,
    pub who: Who,
    /// What stands before the clause.
    pub opening: Opening,
}

/// How a clause is joined to what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Start,
    Comma,
    Conjunction,
    Subordinator,
    Relative,
    Quotation,
    None,
}

/// Reads the subject that ends before `verb`, not reaching before `floor`.
pub(super) fn before(p: &Passage<'_>, floor: usize, verb: usize) -> Subject {
    let mut end = skip_time_back(p, floor, verb);
    while end > floor + 1 && scare_quoted_adverb(p, end) {
        end -= 1;
    }
    let aside = end > floor && p.comma(end.wrapping_sub(1));
    let mut apposition = None;
    if aside {
        let quoted = p.sort(end.wrapping_sub(2)) == Some(Sort::Mark);
        let comma = (floor..end - 1).rev().take(30).find(|&i| p.comma(i)).filter(|_| !quoted);
        match comma {
            Some(comma)
                if comma > floor && (begins_aside(p, comma + 1) || names_role(p, floor, comma, end - 1)) =>
            {
                apposition = Some((comma + 1, end - 1));
                end = wider_aside(p, floor, comma);
                if end < comma {
                    apposition = Some((end + 1, comma));
                }
            }
            _ => {
                return Subject {
                    clause: end,
                    from: verb,
                    end: verb,
                    who: elided(),
                    opening: Opening::Comma,
                };
            }
        }
    }
    let (mut from, mut clause, mut opening) = start(p, floor, end);
    // "The officer who fled because he was afraid said": the finite clause is no subject.
    let finite = p.is(from, class::PRONOUN) && (from + 1..end).any(|i| p.is(i, class::AUXILIARY));
    let who = (floor + 1..from).rev().take(20).find(|&i| p.part(i, part::WHO)).filter(|_| finite);
    if let Some(who) = who {
        (from, clause, opening) = start(p, floor, who);
        end = who;
    }
    let who = if from >= end { elided() } else { whom(p, from, end, apposition) };
    Subject { clause, from, end: if from < end { verb } else { from }, who, opening }
}

/// The agency "strongly" condemned: the quoted adverb is no part of the subject.
fn scare_quoted_adverb(p: &Passage<'_>, end: usize) -> bool {
    let mark = p.sort(end.wrapping_sub(1)) == Some(Sort::Mark);
    // A capital makes it part of a name.
    let capital = p.token(end.wrapping_sub(1)).is_some_and(|t| t.capital);
    p.is(end.wrapping_sub(1), class::ADVERB) && !capital
        || (mark && (end.saturating_sub(3)..end).any(|i| p.is(i, class::ADVERB)))
}

/// A list inside the aside ("an engineer, pilot and mayor"): the phrase ends at the first of its commas.
fn wider_aside(p: &Passage<'_>, floor: usize, comma: usize) -> usize {
    let earlier = (floor..comma).rev().take(12).find(|&i| p.comma(i));
    match earlier {
        Some(e)
            if e > floor
                && p.is(e + 1, class::DETERMINER)
                && p.word(e.wrapping_sub(1))
                && p.token(e.wrapping_sub(1)).is_some_and(|t| t.capital) =>
        {
            e
        }
        _ => comma,
    }
}

/// "The mayor of Kip, Ann Roe, said": the aside is the name of the role before it.
pub(super) fn names_role(p: &Passage<'_>, floor: usize, comma: usize, end: usize) -> bool {
    let roled = (floor..comma).rev().take(8).take_while(|&i| p.word(i)).any(|i| p.is(i, class::ROLE));
    roled && (comma + 1..end).all(|i| capital(p, i))
}

/// Whether an aside between commas begins here, rather than a subject.
fn begins_aside(p: &Passage<'_>, i: usize) -> bool {
    let token = p.token(i);
    let lower = token.is_some_and(|t| t.sort == Sort::Word && !t.capital);
    let quoted = token.is_some_and(|t| t.sort == Sort::Mark);
    // "Ann Roe, 34,"
    let age = p.sort(i) == Some(Sort::Number) && p.comma(i + 1);
    !quoted
        && (lower
            || age
            || p.is(i, class::ROLE | class::DETERMINER | class::PRONOUN | class::PREPOSITION)
            || (i..i + 8).take_while(|&j| p.word(j)).any(|j| p.is(j, class::ROLE)))
}

/// Walks back over "on Monday", "late Sunday" before a verb.
fn skip_time_back(p: &Passage<'_>, floor: usize, verb: usize) -> usize {
    let mut i = verb;
    while i > floor && p.is(i.wrapping_sub(1), class::TIME) {
        i -= 1;
    }
    if i < verb && i > floor && p.part(i.wrapping_sub(1), part::TIME_LEAD) {
        i -= 1;
    }
    if i == floor { verb } else { i }
}

/// How far back from its verb a subject may begin, in tokens.
const REACH: usize = 60;

/// Where the phrase that ends at `end` begins, where its clause begins, and after what.
fn start(p: &Passage<'_>, floor: usize, end: usize) -> (usize, usize, Opening) {
    let lowest = floor.max(end.saturating_sub(REACH));
    let mut i = end;
    while i > lowest {
        if let Some(open) = short_quotation(p, lowest, i - 1) {
            i = open;
            continue;
        }
        if let Some(opening) = opening_at(p, lowest, i - 1, end) {
            return opened(p, floor, end, i, opening);
        }
        i -= 1;
    }
    let first = lowest == floor && (floor == 0 || p.sort(floor.wrapping_sub(1)) == Some(Sort::Stop));
    let from = if lowest > floor { end } else { floor };
    opened(p, floor, end, from, if first { Opening::Start } else { Opening::None })
}

/// A quoted word or two inside the phrase, by its closing mark: stepped over as a whole.
fn short_quotation(p: &Passage<'_>, lowest: usize, close: usize) -> Option<usize> {
    if p.sort(close) != Some(Sort::Mark) || p.comma(close.wrapping_sub(1)) {
        return None;
    }
    let near = close.saturating_sub(5).max(lowest + 1);
    (near..close).rev().find(|&i| p.quotation(i).is_some_and(|(pair, _)| pair.close == Some(close)))
}

/// What a token before a phrase makes of it, where the phrase begins after that token.
fn opening_at(p: &Passage<'_>, lowest: usize, at: usize, end: usize) -> Option<Opening> {
    match p.sort(at)? {
        Sort::Comma => return Some(Opening::Comma),
        // "Ms. Roe" and "34-year-old" are not parted.
        Sort::Stop if abbreviated(p, at) => return None,
        Sort::Dash if !p.spaced(at) && !p.spaced(at + 1) => return None,
        Sort::Stop | Sort::Semicolon | Sort::Colon | Sort::Dash => return Some(Opening::Start),
        Sort::Mark if plural_possessive(p, at) => return None,
        Sort::Mark => return Some(Opening::Quotation),
        _ => {}
    }
    let compared = p.part(at, part::AS) && p.part(at.wrapping_sub(1), part::LIKENED);
    if p.is(at, class::SUBORDINATOR) && !compared {
        return Some(Opening::Subordinator);
    }
    if p.is(at, class::COMPLEMENTISER) {
        return (at + 1 < end && !p.is(at + 1, class::NEGATION)).then_some(Opening::Relative);
    }
    if p.is(at, class::RELATIVE) {
        let object = p.is(at + 1, class::PRONOUN | class::DETERMINER) && at + 2 <= end;
        return (!p.part(at, part::WHO) || object).then_some(Opening::Relative);
    }
    let joins =
        || at + 1 == end || at == lowest || p.comma(at.wrapping_sub(1)) || finite_before(p, lowest, at);
    (p.part(at, part::AND) && joins()).then_some(Opening::Conjunction)
}

fn abbreviated(p: &Passage<'_>, stop: usize) -> bool {
    let before = stop.wrapping_sub(1);
    let initial = p.key(before).len() == 1 && p.token(before).is_some_and(|t| t.capital);
    !p.spaced(stop) && (initial || p.is(before, class::ABBREVIATION))
}

/// "the rebels' camp": the mark is no quotation mark.
fn plural_possessive(p: &Passage<'_>, mark: usize) -> bool {
    let apostrophe = p.token(mark).is_some_and(|t| matches!(t.first, '\'' | '’') && !t.space_before);
    apostrophe && p.key(mark.wrapping_sub(1)).ends_with('s') && !p.marks.closes_within(mark, 0)
}

/// Steps over conjunctions and adverbs with which the clause opens.
fn opened(
    p: &Passage<'_>,
    floor: usize,
    end: usize,
    from: usize,
    opening: Opening,
) -> (usize, usize, Opening) {
    let mut phrase = from;
    let mut opening = opening;
    while phrase < end
        && (p.is(phrase, class::CONJUNCTION)
            || p.is(phrase, class::SUBORDINATOR)
            || (p.is(phrase, class::ADVERB) && !p.is(phrase + 1, class::PREPOSITION)))
    {
        if p.is(phrase, class::CONJUNCTION) && opening != Opening::Start {
            opening = Opening::Conjunction;
        }
        phrase += 1;
    }
    let clause = if from > floor && !matches!(opening, Opening::None) { from - 1 } else { from };
    (phrase, clause.max(floor), opening)
}

/// Whether a finite verb stands in the phrase before a conjunction, so that it joins clauses, not nouns.
fn finite_before(p: &Passage<'_>, floor: usize, at: usize) -> bool {
    (floor..at).rev().take(14).take_while(|&i| !p.comma(i)).any(|i| p.is(i, class::AUXILIARY))
}

/// The phrase after an inverted verb: "said Ann Roe, mayor of Kip, on Monday".
pub(super) fn after(p: &Passage<'_>, from: usize, limit: usize) -> Option<(Who, usize)> {
    let mut end = from;
    while end < limit
        && (p.word(end) || end > from && p.sort(end) == Some(Sort::Stop) && abbreviated(p, end))
        && !p.is(end, class::TIME | class::RELATIVE | class::AUXILIARY)
        && !(end > from + 1 && p.is(end, class::PREPOSITION) && !p.part(end, part::OF))
    {
        end += 1;
    }
    if end == from {
        return None;
    }
    let mut apposition = None;
    if p.comma(end) && !p.is(end + 1, class::RELATIVE) {
        let joins = |i: usize| p.sort(i) == Some(Sort::Dash) && !p.spaced(i) && !p.spaced(i + 1);
        let close = (end + 1..limit).find(|&i| !p.word(i) && !joins(i)).unwrap_or(limit);
        if begins_aside(p, end + 1)
            && !p.is(end + 1, class::PREPOSITION | class::CONJUNCTION)
            && !p.ends(end + 1, &p.lexicon.tails.ing)
        {
            apposition = Some((end + 1, close));
        }
    }
    // "Ann Roe of the Kip group": the body is the role.
    let of = (from + 1..end).find(|&i| p.part(i, part::OF));
    let (name_end, role) = match of {
        Some(of)
            if (from..of).all(|i| capital(p, i))
                && !p.is(of.wrapping_sub(1), class::ROLE)
                && !corporate(p, from, of) =>
        {
            (of, Some((of + 1, end)))
        }
        _ => (end, None),
    };
    let who = whom(p, from, name_end, apposition);
    let who = match (who, role) {
        (Who::Named(mut m), Some(_)) => {
            m.person = true;
            Who::Named(m)
        }
        (who, _) => who,
    };
    Some((who, apposition.map_or(end, |(_, b)| b)))
}
