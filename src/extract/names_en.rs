//! Owns English subjects: where the phrase before a verb begins, and who is named in it in what capacity.

use super::draft::{Mention, Who};
use super::lexicon::class;
use super::passage::Passage;
use super::token::Sort;

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
        let comma = (floor..end - 1).rev().take(30).find(|&i| p.comma(i));
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
    let (from, clause, opening) = start(p, floor, end);
    let who = if from >= end { elided() } else { whom(p, from, end, apposition) };
    Subject { clause, from, end: if from < end { verb } else { from }, who, opening }
}

/// The agency "strongly" condemned: the quoted adverb is no part of the subject.
fn scare_quoted_adverb(p: &Passage<'_>, end: usize) -> bool {
    let mark = p.sort(end.wrapping_sub(1)) == Some(Sort::Mark);
    p.is(end.wrapping_sub(1), class::ADVERB)
        || (mark && (end.saturating_sub(3)..end).any(|i| p.is(i, class::ADVERB)))
}

fn elided() -> Who {
    Who::Last { feminine: None, plural: None }
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
fn names_role(p: &Passage<'_>, floor: usize, comma: usize, end: usize) -> bool {
    let roled = (floor..comma).rev().take(8).take_while(|&i| p.word(i)).any(|i| p.is(i, class::ROLE));
    roled && (comma + 1..end).all(|i| capital(p, i))
}

/// Whether an aside between commas begins here, rather than a subject.
fn begins_aside(p: &Passage<'_>, i: usize) -> bool {
    let token = p.token(i);
    let lower = token.is_some_and(|t| t.sort == Sort::Word && !t.capital);
    let quoted = token.is_some_and(|t| t.sort == Sort::Mark);
    !quoted
        && (lower
            || p.is(i, class::ROLE | class::DETERMINER | class::PRONOUN | class::PREPOSITION)
            || (i..i + 8).take_while(|&j| p.word(j)).any(|j| p.is(j, class::ROLE)))
}

/// Walks back over "on Monday", "late Sunday" before a verb.
fn skip_time_back(p: &Passage<'_>, floor: usize, verb: usize) -> usize {
    let mut i = verb;
    while i > floor && p.is(i.wrapping_sub(1), class::TIME) {
        i -= 1;
    }
    if i < verb
        && i > floor
        && matches!(p.key(i.wrapping_sub(1)), "on" | "in" | "this" | "at" | "earlier" | "since")
    {
        i -= 1;
    }
    if i == floor { verb } else { i }
}

/// Where the phrase that ends at `end` begins, where its clause begins, and after what.
fn start(p: &Passage<'_>, floor: usize, end: usize) -> (usize, usize, Opening) {
    let mut i = end;
    while i > floor {
        let at = i - 1;
        let found = match p.sort(at) {
            Some(Sort::Comma) => Some(Opening::Comma),
            Some(Sort::Stop) if p.token(at).is_some_and(|t| t.end - t.start == 1) => Some(Opening::Start),
            Some(Sort::Semicolon | Sort::Colon | Sort::Dash) => Some(Opening::Start),
            Some(Sort::Mark) if p.marks.opened_at(at).is_none() => {
                match p.marks.pairs.iter().find(|pair| pair.close == Some(at)) {
                    Some(pair)
                        if pair.open >= floor
                            && at - pair.open <= 5
                            && pair.open > floor
                            && !p.comma(at.wrapping_sub(1)) =>
                    {
                        i = pair.open;
                        continue;
                    }
                    _ => Some(Opening::Quotation),
                }
            }
            Some(Sort::Mark) => Some(Opening::Quotation),
            _ if p.is(at, class::SUBORDINATOR)
                && !(p.key(at) == "as"
                    && matches!(p.key(at.wrapping_sub(1)), "well" | "known" | "regarded" | "seen")) =>
            {
                Some(Opening::Subordinator)
            }
            _ if matches!(p.key(at), "which" | "what" | "whom" | "where" | "whose") => {
                Some(Opening::Relative)
            }
            _ if p.key(at) == "that" && !p.is(at + 1, class::NEGATION) && at + 1 < end => {
                Some(Opening::Relative)
            }
            _ if matches!(p.key(at), "and" | "but")
                && (i == end
                    || at == floor
                    || p.comma(at.wrapping_sub(1))
                    || finite_before(p, floor, at)) =>
            {
                Some(Opening::Conjunction)
            }
            _ => None,
        };
        if let Some(opening) = found {
            return opened(p, floor, end, i, opening);
        }
        i -= 1;
    }
    let opening = if floor == 0 || p.sort(floor.wrapping_sub(1)) == Some(Sort::Stop) {
        Opening::Start
    } else {
        Opening::None
    };
    opened(p, floor, end, floor, opening)
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

/// Reads a phrase and its apposition.
pub(super) fn whom(p: &Passage<'_>, from: usize, end: usize, apposition: Option<(usize, usize)>) -> Who {
    let first = p.token(from);
    if end.saturating_sub(from) == 1 && p.is(from, class::PRONOUN) {
        let feminine = if p.is(from, class::SHE) {
            Some(true)
        } else if p.is(from, class::HE) {
            Some(false)
        } else {
            None
        };
        let plural = Some(p.is(from, class::THEY));
        if let (Some(feminine), true) = (feminine, p.is(from, class::HE | class::SHE)) {
            return Who::Person { feminine };
        }
        return match p.key(from) {
            "i" | "we" | "you" | "who" => Who::Last { feminine: None, plural: None },
            "it" => Who::Body,
            _ => Who::Last { feminine, plural },
        };
    }
    let mut mention = split(p, from, end);
    if let Some((a, b)) = apposition {
        appose(p, &mut mention, a, b);
    }
    if first.is_none() || mention.name.is_empty() {
        return elided();
    }
    Who::Named(mention)
}

fn appose(p: &Passage<'_>, mention: &mut Mention, from: usize, to: usize) {
    if matches!(p.key(from), "known") && p.key(from + 1) == "as" {
        let begin = from + 2;
        if p.token(begin).is_some() {
            mention.name = p.name(begin, to);
            mention.person = true;
        }
        return;
    }
    let relative = p.is(from, class::RELATIVE | class::PREPOSITION | class::OWN)
        || matches!(p.key(from), "his" | "her" | "its" | "their" | "who" | "as");
    let participle = p.key(from).ends_with("ing") || p.key(from).ends_with("ed");
    let roled = (from..to).any(|i| p.is(i, class::ROLE));
    if relative || participle {
        return;
    }
    let named = split(p, from, to);
    let personal = named.person && !p.is(from, class::DETERMINER) && (from..to).all(|i| capital(p, i));
    if mention.human && !mention.person && personal {
        let role = std::mem::take(&mut mention.name);
        let bare = role.strip_prefix("The ").or(role.strip_prefix("the ")).map(str::to_owned);
        (mention.role, mention.name) = (bare.unwrap_or(role), named.name);
        (mention.person, mention.definite) = (true, false);
        return;
    }
    if roled && p.is(from, class::DETERMINER | class::ROLE) || roled || p.is(from, class::DETERMINER) {
        let bare = from + usize::from(p.key(from) == "the");
        if mention.role.is_empty() {
            mention.role = p.name(bare, to);
        }
        mention.person = mention.person || roled && p.token(from).is_some();
        mention.definite = false;
    }
}

fn capital(p: &Passage<'_>, i: usize) -> bool {
    p.token(i)
        .is_some_and(|t| t.capital || (t.sort == Sort::Word && t.first.is_lowercase() && particle(p.key(i))))
}

fn particle(key: &str) -> bool {
    matches!(
        key,
        "de" | "al"
            | "el"
            | "van"
            | "von"
            | "der"
            | "bin"
            | "ibn"
            | "abu"
            | "ben"
            | "di"
            | "da"
            | "la"
            | "le"
    ) || key.starts_with("al-")
        || key.starts_with("el-")
        || key.starts_with("ad-")
        || key.starts_with("as-")
}

/// Divides a noun phrase into role and name.
pub(super) fn split(p: &Passage<'_>, from: usize, to: usize) -> Mention {
    let mut start = from;
    while start + 1 < to
        && p.is(start, class::TITLE)
        && p.token(start).is_some_and(|t| t.capital)
        && capital(p, start + 1)
    {
        start += 1;
        start += usize::from(p.sort(start) == Some(Sort::Stop));
    }
    let determined = p.is(start, class::DETERMINER);
    let to = relative_cut(p, start, to);
    let whole = || Mention {
        name: p.name(start, to),
        feminine: (start..to).any(|i| p.is(i, class::WOMAN)),
        human: (start..to).take_while(|&i| !p.is(i, class::PREPOSITION)).any(|i| p.is(i, class::ROLE)),
        document: to.saturating_sub(start) == 2 && p.key(start) == "the" && p.is(start + 1, class::DOCUMENT),
        plural: plural(p, start, to),
        definite: p.key(start) == "the" && to.saturating_sub(start) <= 5,
        person: !determined
            && to.saturating_sub(start) >= 2
            && (start..to).all(|i| capital(p, i))
            && !corporate(p, start, to),
        ..Mention::default()
    };
    if let Some(based) =
        (start..to).take(3).find(|&i| p.key(i).ends_with("-based") || p.key(i).ends_with("-backed") && false)
    {
        if capital(p, based + 1) && based + 1 < to {
            return Mention {
                name: p.name(based + 1, to),
                role: p.name(based, based + 1),
                definite: false,
                person: false,
                ..Mention::default()
            };
        }
    }
    let role = (start..to).rev().find(|&i| p.is(i, class::ROLE));
    let Some(role) = role else { return whole() };
    let complement = matches!(p.key(role + 1), "of" | "for" | "to" | "at" | "in" | "from" | "with");
    let name = if complement && p.key(role + 1) == "of" && capital(p, role) { role + 3 } else { role + 1 };
    let named = name < to
        && (name..to).all(|i| capital(p, i))
        && (!complement || name == role + 3)
        && !p.is(name, class::TIME);
    let indefinite = matches!(p.key(start), "a" | "an" | "the") && complement;
    if !named || indefinite {
        return Mention { person: false, ..whole() };
    }
    let role_from = start + usize::from(p.key(start) == "the");
    Mention {
        name: p.name(name, to),
        role: p.name(role_from, name),
        person: true,
        feminine: (start..name).any(|i| p.is(i, class::WOMAN)),
        ..Mention::default()
    }
}

/// Bodies are written with capitals too; a person's name has no such words.
fn corporate(p: &Passage<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| p.is(i, class::PREPOSITION | class::PLACE | class::CONJUNCTION))
        || matches!(
            p.key(to.wrapping_sub(1)),
            "committee"
                | "council"
                | "front"
                | "army"
                | "party"
                | "union"
                | "nations"
                | "house"
                | "ministry"
                | "group"
                | "force"
                | "forces"
                | "movement"
                | "states"
                | "agency"
                | "crescent"
                | "cross"
                | "helmets"
                | "observatory"
                | "department"
                | "office"
                | "kingdom"
                | "league"
                | "government"
        )
}

fn plural(p: &Passage<'_>, from: usize, to: usize) -> bool {
    let last = p.key(to.wrapping_sub(1));
    let modifier = |i: usize| {
        p.is(i, class::PREPOSITION) || (i > from && (p.key(i).ends_with("ing") || p.key(i).ends_with("ed")))
    };
    let head = (from..to).take_while(|&i| !modifier(i)).last().map_or(last, |i| p.key(i));
    (from..to).any(|i| p.key(i) == "and")
        || (head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us"))
}

/// "the man who …": the phrase ends before the relative clause.
fn relative_cut(p: &Passage<'_>, from: usize, to: usize) -> usize {
    (from + 1..to).find(|&i| matches!(p.key(i), "who" | "which")).filter(|&i| i > from).unwrap_or(to)
}

/// The phrase after an inverted verb: "said Ann Roe, mayor of Kip, on Monday".
pub(super) fn after(p: &Passage<'_>, from: usize, limit: usize) -> Option<(Who, usize)> {
    let mut end = from;
    while end < limit
        && p.word(end)
        && !p.is(end, class::TIME | class::RELATIVE | class::AUXILIARY)
        && !(end > from + 1
            && p.is(end, class::PREPOSITION)
            && !matches!(p.key(end), "of" | "for" | "from" | "to" | "with"))
    {
        end += 1;
    }
    if end == from {
        return None;
    }
    let mut apposition = None;
    if p.comma(end) && !matches!(p.key(end + 1), "who" | "whose" | "which" | "adding") {
        let close = (end + 1..limit).find(|&i| !p.word(i)).unwrap_or(limit);
        if begins_aside(p, end + 1)
            && !p.is(end + 1, class::PREPOSITION | class::CONJUNCTION)
            && !p.key(end + 1).ends_with("ing")
        {
            apposition = Some((end + 1, close));
        }
    }
    // "Ann Roe of the Kip group": the body is the role.
    let of = (from + 1..end).find(|&i| matches!(p.key(i), "of" | "from" | "with"));
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

/// People whom a paragraph names in full: runs of capitals, with a role before them or without.
pub(super) fn named(p: &Passage<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < p.len() {
        let run = (i..p.len()).take_while(|&j| capital(p, j) || (j > i && p.key(j) == "of")).count();
        if run >= 2 && p.token(i).is_some_and(|t| t.capital) {
            let mention = split(p, i, i + run);
            if mention.person && mention.name.contains(' ') {
                out.push(mention);
            }
        }
        i += run.max(1);
    }
    out
}
