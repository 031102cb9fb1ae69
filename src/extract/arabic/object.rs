//! Owns the border between subject and object of an Arabic verb, which no sign marks.

use super::names::{definite, phrase, subject};
use super::role::{name_after_role, role_end};
use crate::extract::lexicon::{class, prefix};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// A word that begins a noun phrase of its own rather than a person's name.
pub(super) fn nounlike(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    let known = p.is(i, class::NOUN | class::GROUP | class::PLACE | class::ANNOUNCED | class::DOCUMENT);
    let given = p.is(i, class::GIVEN);
    known || p.is(i, class::QUANTIFIER) || (!given && (key.ends_with('ه') || key.ends_with("ات")))
}

/// Whether the word is a verbal noun by its pattern (إرسال, تدمير, استهداف, تبادل), also with a pronoun,
/// or one that is listed: what is denied, condemned or demanded mostly begins with one.
pub(super) fn verbal_noun(p: &Passage<'_>, i: usize) -> bool {
    let other = class::GIVEN | class::PLACE | class::ROLE | class::TITLE | class::PREPOSITION | class::BODY;
    if definite(p, i) || p.is(i, other) || p.prefix(i, prefix::BA | prefix::LA | prefix::KA) {
        return false;
    }
    let weighs = !p.entry(i).weights.kinds.is_empty() && !p.is(i, class::GROUP | class::NOUN | class::FINITE);
    // أحزاب is a plural, إرسال a verbal noun: only the hamza tells them apart.
    let plural = ["أ", "ا\u{654}"].iter().any(|alif| p.text(i, i + 1).starts_with(alif));
    weighs || p.is(i, class::ANNOUNCED | class::EXISTENTIAL) || !plural && pattern(p.key(i))
}

pub(super) fn pattern(key: &str) -> bool {
    let bare = ["ها", "هم", "ه"].iter().find_map(|end| key.strip_suffix(end)).unwrap_or(key);
    let mut letters = ['\0'; 8];
    let mut n = 0;
    for c in bare.chars() {
        let Some(slot) = letters.get_mut(n) else { return false };
        *slot = c;
        n += 1;
    }
    match (n, letters) {
        (5..=7, ['ا', ..]) => letters.get(n - 2) == Some(&'ا'),
        (5, ['ت', _, _, 'ي', ..] | ['ت', _, 'ا', ..]) => true,
        _ => false,
    }
}

/// Where the object begins after a verb without complementiser: the end of the subject, and the object.
pub(super) fn object(p: &Passage<'_>, from: usize, limit: usize) -> Option<(usize, usize)> {
    let (_, region) = phrase(p, from, limit);
    let mut end = subject_core(p, from, region);
    while end < region && (joined(p, end) || purpose(p, end)) {
        let joined = joined(p, end);
        end = if joined { adjectives(p, end + 1, region) } else { skip_noun_phrase(p, end, region) };
    }
    if end < region && !p.is(end, class::PREPOSITION) {
        // An adjective without the shape of one, before the noun that must be the object.
        let adjective =
            definite(p, end) && end + 1 < region && verbal_noun(p, end + 1) && !joined(p, end + 1);
        end += usize::from(adjective);
        return Some((end, end));
    }
    let region = if end < region { end } else { region };
    if (p.comma(region) || p.sort(region) == Some(Sort::Dash)) && region + 1 < limit {
        return after_aside(p, from, region, limit);
    }
    let mut beyond = skip_adverbials(p, region, limit);
    if beyond >= limit && p.is(region + 1, class::VENUE) && definite(p, region + 2) {
        beyond = region + 2;
    }
    while beyond < limit && p.is(beyond, class::PREPOSITION) {
        beyond = skip_adverbials(p, skip_noun_phrase(p, beyond + 1, limit), limit);
    }
    if beyond > region && beyond < limit && starts_object(p, beyond) {
        return Some((end, beyond));
    }
    // One word after a role is no full name: it is what the verb acts upon.
    let short = |name: usize| name + 1 == region && !p.is(name, class::GIVEN);
    let unnamed = p.is(from, class::ROLE) && name_after_role(p, from, region).is_none_or(short);
    let title = if unnamed { role_end(p, from, region) } else { region };
    if title < region {
        return Some((title, title));
    }
    if p.sort(from) == Some(Sort::Mark) {
        return None;
    }
    // The whole phrase was taken for the subject: its last noun is the object.
    let noun = |i: usize| (definite(p, i) && !adjective(p, i)) || p.is(i, class::PLACE);
    let free = |i: usize| !p.is(i.wrapping_sub(1), class::PREPOSITION);
    let first = from + if definite(p, from) || p.is(from, class::PLACE) { 1 } else { 2 };
    end = (first..region).rev().find(|&i| noun(i) && free(i))?;
    Some((end, end))
}

/// (التحالف) لدعم الشرعية: what a body is for belongs to its name.
fn purpose(p: &Passage<'_>, i: usize) -> bool {
    let unknown = p.token(i).is_some_and(|t| t.hit.entry == 0 && t.first == 'ل');
    p.prefix(i, prefix::LA) || unknown && definite(p, i - 1) && definite(p, i + 1)
}

/// The object after an aside in commas: an apposition, or what goes with the verb (على لسان …, بعد …).
fn after_aside(p: &Passage<'_>, from: usize, comma: usize, limit: usize) -> Option<(usize, usize)> {
    let after = subject(p, from, limit).end;
    if after > comma {
        let start = after + usize::from(p.comma(after));
        return (start < limit).then_some((after, start));
    }
    if p.is(comma + 1, class::TRUCE | class::ANNOUNCED) && !p.is(comma + 1, class::PREPOSITION) {
        return Some((comma, comma + 1));
    }
    let stops = |i: usize| p.is(i, class::COMPLEMENTISER | class::FUSED | class::CUT);
    let sign = p.sort(comma);
    let second =
        (comma + 1..limit.min(comma + 20)).take_while(|&i| !stops(i)).find(|&i| p.sort(i) == sign)?;
    let goes_with = sign == Some(Sort::Dash)
        || p.is(comma + 1, class::PREPOSITION | class::RELATIVE | class::TIME)
        || joined(p, comma + 1);
    (goes_with && second + 1 < limit && starts_object(p, second + 1)).then_some((comma, second + 1))
}

fn starts_object(p: &Passage<'_>, i: usize) -> bool {
    let other = class::PREPOSITION | class::CUT | class::RELATIVE | class::COMPLEMENTISER | class::NEGATION;
    let noun = p.sort(i) == Some(Sort::Mark)
        || definite(p, i)
        || nounlike(p, i)
        || verbal_noun(p, i)
        || p.is(i, class::ROLE)
        || definite(p, i + 1);
    !p.is(i, other) && !joined(p, i) && noun
}

/// The token after the noun phrase that begins here: up to its definite word and adjectives, or with the
/// indefinite adjective after a lone noun.
pub(super) fn skip_noun_phrase(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    let mut i = from;
    while i < limit.min(from + 6) && p.word(i) {
        let stop = p.is(i, class::PREPOSITION | class::QUANTIFIER | class::COMPLEMENTISER | class::FUSED);
        if stop || i > from && (verbal_noun(p, i) || joined(p, i) || p.is(i, class::ISSUER)) {
            break;
        }
        if definite(p, i) || p.is(i, class::PLACE) {
            return adjectives(p, i + 1, limit);
        }
        i += 1;
        let known = p.token(i - 1).is_some_and(|t| t.hit.class != 0);
        if !known && !definite(p, i) {
            break;
        }
    }
    if p.is(i, class::ISSUER) {
        return skip_adverbials(p, i + 1, limit);
    }
    i
}

/// The end of the subject: a title with its name, a definite noun with adjectives, or a construct chain.
pub(super) fn subject_core(p: &Passage<'_>, from: usize, region: usize) -> usize {
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
    // ناشطون محليون: nothing follows a plural that keeps its ن but its like.
    if p.key(from).ends_with("ون") && !p.is(from, class::GIVEN | class::PLACE) {
        return (from + 1..region).find(|&i| !p.key(i).ends_with("ون")).unwrap_or(region);
    }
    let mut i = from + 1;
    let proper = p.token(from).is_some_and(|t| t.hit.class == 0) && !nounlike(p, from);
    if proper && i < region && definite(p, i) && p.key(i).ends_with("ين") {
        return i;
    }
    while i < region && !p.is(i, class::QUANTIFIER | class::ANNOUNCED) && !joined(p, i) {
        let complement = p.is(i - 1, class::NOUN | class::BODY) && !definite(p, i - 1);
        if verbal_noun(p, i) && !complement {
            return i;
        }
        if definite(p, i) || p.is(i, class::PLACE) {
            return adjectives(p, i + 1, region);
        }
        i += 1;
    }
    i
}

/// The token after the adjectives, with what some of them govern: التابعة لـ…, المدعوم من ….
fn adjectives(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    let mut i = from;
    while i < limit && adjective(p, i) {
        i += 1;
        if i < limit && (p.prefix(i, prefix::LA) && !p.is(i, class::OUTLET)) && governs(p, i - 1) {
            i = skip_noun_phrase(p, i, limit);
        }
    }
    i
}

/// تابع, موال, مناهض: an adjective that wants ل after it.
fn governs(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    ["تابع", "موالي", "مناهض", "موازي"].iter().any(|stem| key.contains(stem))
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
            && (p.is(i, class::QUANTIFIER | class::ANNOUNCED | class::PLACE | class::NOUN | class::GROUP)
                || verbal_noun(p, i)
                || (definite(p, i) && p.key(i).ends_with("ين")))
        {
            return i;
        }
        if closes {
            let given = matches!(p.key(from), "عبد" | "ابو" | "ابي" | "نور" | "سيف");
            let adverbial = p.comma(to) || matches!(p.key(to), "في" | "خلال" | "عبر" | "امام" | "من" | "بعد");
            let family = i <= from + 1 + usize::from(given) || i + 1 < to || adverbial;
            return if object_follows && !family { i } else { i + 1 };
        }
    }
    to
}

/// A definite word that reads as an adjective of what stands before it.
pub(super) fn adjective(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    let proclitic = p.prefix(i, prefix::BA | prefix::LA | prefix::AND);
    let relative = key.ends_with('ي') || key.ends_with("يه");
    if key.ends_with("ين") && !p.key(i.wrapping_sub(1)).ends_with("ين") {
        return false;
    }
    let shape = relative || p.is(i, class::ADJECTIVE) || governs(p, i);
    let role = p.is(i, class::ROLE) && !relative && !p.is(i, class::ADJECTIVE);
    definite(p, i) && !proclitic && shape && !role && !p.is(i, class::PLACE | class::NOUN | class::ANNOUNCED)
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

/// Skips adverbials of time, place and manner between subject and content.
pub(super) fn skip_adverbials(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    let mut i = from;
    while i < limit {
        if p.is(i, class::TIME | class::ADVERB) || p.comma(i) {
            i += 1;
        } else if p.prefix(i, prefix::LA) && (p.is(i, class::OUTLET) || p.prefix(i, prefix::ARTICLE))
            || matches!(p.key(i), "لل" | "ل")
        {
            i = skip_listener(p, i, limit);
        } else if p.sort(i) == Some(Sort::ParenOpen) {
            i = (i..limit).find(|&j| p.sort(j) == Some(Sort::ParenClose)).map_or(limit, |j| j + 1);
        } else if p.is(i, class::PREPOSITION) && (p.is(i + 1, class::VENUE | class::TIME)) {
            let comma = (i + 2..limit.min(i + 10))
                .take_while(|&j| !p.is(j, class::COMPLEMENTISER | class::FUSED))
                .find(|&j| p.comma(j));
            i = match comma {
                Some(comma) if comma + 1 < limit => comma + 1,
                _ => skip_noun_phrase(p, i + 1, limit),
            };
            let its = |i: usize| matches!(p.key(i), "له" | "لها" | "لهم");
            while i < limit && (definite(p, i) && p.is(i, class::TIME) || p.is(i, class::ISSUER) || its(i)) {
                i += 1;
            }
        } else {
            break;
        }
    }
    i
}

/// لصحيفة «…», لوكالة أنباء الضفتين, لـ«…»: to whom something was said.
fn skip_listener(p: &Passage<'_>, from: usize, limit: usize) -> usize {
    let quoted = |i: usize| p.quotation(i).filter(|(pair, next)| pair.close.is_some() && *next <= limit);
    if let Some((_, next)) = quoted(from + 1) {
        return adjectives(p, next, limit);
    }
    if p.word(from) && definite(p, from) {
        return adjectives(p, from + 1, limit);
    }
    let after = skip_noun_phrase(p, from + usize::from(p.key(from) == "ل"), limit);
    quoted(after).map_or(after, |(_, next)| next)
}
