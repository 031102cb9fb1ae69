//! Owns the border between subject and object of an Arabic verb, which no sign marks.

use super::names::{definite, name_after_role, phrase, role_end, subject};
use crate::extract::lexicon::{class, prefix};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// A word that begins a noun phrase of its own rather than a person's name.
pub(super) fn nounlike(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    let known = p.is(i, class::NOUN | class::GROUP | class::PLACE | class::ANNOUNCED | class::DOCUMENT);
    known || p.is(i, class::QUANTIFIER) || key.ends_with('ه') || key.ends_with("ات")
}

/// Where the object begins after a verb without complementiser: the end of the subject, and the object.
pub(super) fn object(p: &Passage<'_>, from: usize, limit: usize) -> Option<(usize, usize)> {
    let (_, region) = phrase(p, from, limit);
    let mut end = subject_core(p, from, region);
    while end < region && joined(p, end) {
        end = adjectives(p, end + 1, region);
    }
    if end >= region && p.comma(region) && region + 1 < limit {
        let after = subject(p, from, limit).end;
        let start = after + usize::from(p.comma(after));
        return (after > region && start < limit).then_some((after, start));
    }
    let beyond = skip_adverbials(p, region, limit);
    if end >= region && beyond > region && beyond < limit && !p.is(beyond, class::PREPOSITION) {
        return Some((end, beyond));
    }
    let title = if p.is(from, class::ROLE) { role_end(p, from, region) } else { region };
    if end >= region && title < region {
        return Some((title, title));
    }
    if end >= region {
        // The whole phrase was taken for the subject: its last noun is the object.
        let noun = |i: usize| (definite(p, i) && !adjective(p, i)) || p.is(i, class::PLACE);
        let free = |i: usize| !p.is(i.wrapping_sub(1), class::PREPOSITION);
        end = (from + 1..region).rev().find(|&i| noun(i) && free(i))?;
    }
    Some((end, end))
}

/// The end of the subject: a title with its name, a definite noun with adjectives, or a construct chain.
fn subject_core(p: &Passage<'_>, from: usize, region: usize) -> usize {
    if let Some((_, next)) = p.quotation(from) {
        return next.min(region);
    }
    if p.is(from, class::ROLE) {
        if let Some(name) = name_after_role(p, from, region) {
            return name_end(p, name, region, true);
        }
        return role_end(p, from, region);
    }
    if p.is(from, class::TITLE) && from + 1 < region {
        return name_end(p, from + 1, region, true);
    }
    if definite(p, from) || p.is(from, class::PLACE) {
        return adjectives(p, from + 1, region);
    }
    let mut i = from + 1;
    while i < region && !p.is(i, class::QUANTIFIER | class::ANNOUNCED) && !joined(p, i) {
        if definite(p, i) || p.is(i, class::PLACE) {
            return adjectives(p, i + 1, region);
        }
        i += 1;
    }
    i
}

fn adjectives(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    (from..limit).find(|&i| !adjective(p, i)).unwrap_or(limit)
}

/// Where a name ends: after a word with the article that is no part of a compound (عبد الرحمن, ولد الشيخ).
pub(super) fn name_end(p: &Passage<'_>, from: usize, to: usize, object_follows: bool) -> usize {
    for i in from..to {
        let compound = i > from
            && matches!(
                p.key(i.wrapping_sub(1)),
                "عبد" | "ابو" | "ابي" | "ولد" | "بن" | "ابن" | "ال" | "نور" | "سيف"
            );
        let closes = definite(p, i) && i > from && !compound && !p.is(i, class::TITLE);
        if object_follows
            && i > from
            && (p.is(i, class::QUANTIFIER | class::ANNOUNCED | class::PLACE | class::NOUN)
                || (definite(p, i) && p.key(i).ends_with("ين")))
        {
            return i;
        }
        if closes {
            return i + 1;
        }
    }
    to
}

/// A definite word that reads as an adjective of what stands before it.
pub(super) fn adjective(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    let proclitic = p.prefix(i, prefix::BA | prefix::LA | prefix::AND);
    let shape = key.ends_with('ي') || key.ends_with("يه") || p.is(i, class::ADJECTIVE);
    definite(p, i)
        && !proclitic
        && shape
        && !p.is(i, class::PLACE | class::NOUN | class::ANNOUNCED | class::ROLE)
}

/// Whether the word is joined to what stands before it by و or ف.
pub(super) fn joined(p: &Passage<'_>, i: usize) -> bool {
    let unknown = p.token(i).is_some_and(|t| t.hit.entry == 0);
    p.prefix(i, prefix::AND) || (unknown && p.key(i).starts_with('و') && p.key(i).chars().count() >= 4)
}

/// Whether a noun phrase can end at this token: a definite word, place, time or punctuation.
pub(super) fn closes_phrase(p: &Passage<'_>, i: usize) -> bool {
    !p.word(i) || definite(p, i) || p.is(i, class::PLACE | class::TIME)
}

/// Skips adverbials of time and place between subject and content.
pub(super) fn skip_adverbials(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    let mut i = from;
    while i < limit {
        if p.is(i, class::TIME) || p.comma(i) {
            i += 1;
        } else if p.prefix(i, prefix::LA) && p.is(i, class::OUTLET)
            || matches!(p.key(i), "لل" | "ل") && i > from.saturating_sub(1)
        {
            i += 1;
            i = p
                .quotation(i)
                .filter(|(pair, next)| pair.close.is_some() && *next <= limit)
                .map_or(i, |(_, next)| next);
        } else if p.sort(i) == Some(Sort::ParenOpen) {
            i = (i..limit).find(|&j| p.sort(j) == Some(Sort::ParenClose)).map_or(limit, |j| j + 1);
        } else if p.is(i, class::PREPOSITION) && (p.is(i + 1, class::VENUE | class::TIME)) {
            i += 2;
            let comma = (i..limit.min(i + 8))
                .take_while(|&j| !p.is(j, class::COMPLEMENTISER | class::FUSED))
                .find(|&j| p.comma(j));
            if let Some(comma) = comma.filter(|&c| c + 1 < limit) {
                i = comma + 1;
                continue;
            }
            i += usize::from(i + 1 < limit && p.key(i).ends_with('ي') && !definite(p, i));
            while i < limit
                && p.word(i)
                && !p.is(i, class::PREPOSITION | class::ANNOUNCED)
                && (definite(p, i) || p.is(i, class::TIME))
            {
                i += 1;
            }
        } else {
            break;
        }
    }
    i
}
