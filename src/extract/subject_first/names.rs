//! Owns names: who is named in a phrase, and in what capacity.

use crate::extract::draft::{Mention, Who};
use crate::extract::lexicon::{class, part};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

pub(super) fn elided() -> Who {
    Who::Last { feminine: None, plural: None }
}

/// Reads a phrase and its apposition.
pub(super) fn whom(p: &Passage<'_>, from: usize, end: usize, apposition: Option<(usize, usize)>) -> Who {
    let first = p.token(from);
    let last = end.saturating_sub(1);
    let third = class::HE | class::SHE | class::IT | class::THEY;
    // "On Friday he": a subject that ends in a pronoun is the pronoun.
    let from = if last > from && p.is(last, third) && p.is(last, class::PRONOUN) { last } else { from };
    // "However", "have all": no phrase names anybody that begins with an auxiliary, or is an adverb alone.
    let small = p.is(from, class::AUXILIARY) && first.is_some_and(|t| !t.capital);
    if small || last == from && p.is(from, class::ADVERB | class::SUBORDINATOR) {
        return elided();
    }
    if end.saturating_sub(from) == 1 && p.is(from, class::PRONOUN) {
        let feminine = if p.is(from, class::SHE) {
            Some(true)
        } else if p.is(from, class::HE) {
            Some(false)
        } else {
            None
        };
        if let (Some(feminine), true) = (feminine, p.is(from, class::HE | class::SHE)) {
            return Who::Person { feminine };
        }
        return match () {
            () if p.is(from, class::IT) => Who::Body,
            () if p.is(from, class::THEY) => Who::Last { feminine: None, plural: Some(true) },
            () => elided(),
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
    if p.part(from, part::KNOWN) && p.part(from + 1, part::AS) {
        let begin = from + 2;
        if p.token(begin).is_some() {
            mention.name = p.name(begin, to);
            mention.person = true;
        }
        return;
    }
    let relative = p.is(from, class::RELATIVE | class::PREPOSITION | class::OWN)
        || p.part(from, part::POSSESSIVE | part::AS);
    let participle = p.ends(from, &p.lexicon.tails.participle);
    let roled = (from..to).any(|i| p.is(i, class::ROLE));
    if relative || participle {
        return;
    }
    let named = split(p, from, to);
    let plain = !p.is(from, class::DETERMINER) && (from..to).all(|i| capital(p, i));
    // "le colonel X": a rank between article and name.
    let ranked = p.is(from, class::DETERMINER)
        && p.is(from + 1, class::ROLE | class::TITLE)
        && to > from + 2
        && (from + 2..to).all(|i| capital(p, i));
    let personal = named.person && (plain || ranked);
    if mention.human && !mention.person && personal {
        let role = std::mem::take(&mut mention.name);
        (mention.role, mention.name) = (without_article(p, &role), named.name);
        (mention.person, mention.definite) = (true, false);
        return;
    }
    if roled || p.is(from, class::DETERMINER) {
        let bare = from + usize::from(p.part(from, part::DEFINITE));
        if mention.role.is_empty() {
            mention.role = p.name(bare, to);
        }
        mention.person |= roled;
        mention.definite = false;
    }
}

pub(super) fn capital(p: &Passage<'_>, i: usize) -> bool {
    p.token(i)
        .is_some_and(|t| t.capital || (t.sort == Sort::Word && t.first.is_lowercase() && name_part(p, i)))
}

/// "de", "al-": parts of a name in small letters.
fn name_part(p: &Passage<'_>, i: usize) -> bool {
    p.part(i, part::NAME_PART)
        || p.token(i).is_some_and(|t| t.hyphen)
            && p.lexicon.tails.name.iter().any(|begin| p.key(i).starts_with(&**begin))
}

/// A role as it is shown: "the mayor" is "mayor".
fn without_article(p: &Passage<'_>, role: &str) -> String {
    let first = role.split(' ').next().unwrap_or_default();
    let article = p.lexicon.is_part(first, part::DEFINITE);
    role.get(first.len()..).filter(|_| article).map_or(role, str::trim_start).to_owned()
}

/// Divides a noun phrase into role and name.
pub(super) fn split(p: &Passage<'_>, from: usize, to: usize) -> Mention {
    let mut start = from;
    while start + 1 < to && p.is(start, class::TITLE) && p.token(start).is_some_and(|t| t.capital) {
        let next = start + 1 + usize::from(p.sort(start + 1) == Some(Sort::Stop));
        if next >= to || !capital(p, next) {
            break;
        }
        start = next;
    }
    let to = relative_cut(p, start, to);
    if let Some(based) = (start..to).take(3).find(|&i| p.ends(i, &p.lexicon.tails.based))
        && capital(p, based + 1)
        && based + 1 < to
    {
        return Mention {
            name: p.name(based + 1, to),
            role: p.name(based, based + 1),
            definite: false,
            person: false,
            ..Mention::default()
        };
    }
    let start = outlet_before(p, start, to);
    let role = (start..to).rev().find(|&i| p.is(i, class::ROLE) || occupation(p, i, to));
    let Some(role) = role else { return unnamed(p, start, to) };
    let complement = p.is(role + 1, class::PREPOSITION);
    let genitive = p.part(role + 1, part::GENITIVE);
    let name = match trailing_name(p, role, to).filter(|_| complement || p.part(role + 2, part::PORTFOLIO)) {
        Some(name) => return with_role(p, start, name, to),
        None if genitive && capital(p, role) => role + 3,
        None => role + 1,
    };
    let named = name < to
        && (name..to).all(|i| capital(p, i))
        && (!complement || name == role + 3)
        && !p.is(name, class::TIME);
    let earlier = (start..role).any(|i| p.is(i, class::ROLE) && p.is(i + 1, class::PREPOSITION));
    let indefinite = p.part(start, part::ARTICLE) && (complement || earlier);
    if !named || indefinite {
        return Mention { person: false, ..unnamed(p, start, to) };
    }
    with_role(p, start, name, to)
}

/// "The head of security Ann Roe": where the name begins that ends a phrase, after a common noun.
fn trailing_name(p: &Passage<'_>, role: usize, to: usize) -> Option<usize> {
    let run = (role + 1..to).rev().take_while(|&i| capital(p, i) && !p.part(i, part::PORTFOLIO)).last()?;
    let after = run.wrapping_sub(1);
    let noun =
        p.token(after).is_some_and(|t| t.sort == Sort::Word && !t.capital) || p.part(after, part::PORTFOLIO);
    let function = p.is(after, class::PREPOSITION | class::DETERMINER | class::CONJUNCTION);
    (run > role + 1 && to - run >= 2 && noun && !function && !corporate(p, run, to)).then_some(run)
}

/// A phrase of a role and a name.
fn with_role(p: &Passage<'_>, start: usize, name: usize, to: usize) -> Mention {
    let role_from = start + usize::from(p.part(start, part::DEFINITE));
    Mention {
        name: p.name(name, to),
        role: p.name(role_from, name),
        person: true,
        feminine: (start..name).any(|i| p.is(i, class::WOMAN)),
        ..Mention::default()
    }
}

/// "Kip Radio's Ann Roe": where the person's name begins.
fn outlet_before(p: &Passage<'_>, from: usize, to: usize) -> usize {
    let owner = (from..to).rev().find(|&i| p.token(i).is_some_and(|t| t.possessive && t.capital));
    let person = |i: usize| i + 2 < to && (i + 1..to).all(|j| capital(p, j)) && !corporate(p, i + 1, to);
    owner.filter(|&i| person(i) && !(i + 1..to).any(|j| p.is(j, class::ROLE))).map_or(from, |i| i + 1)
}

/// "Shop owner Ann Roe": a word that is made like one for a person, before a name.
fn occupation(p: &Passage<'_>, i: usize, to: usize) -> bool {
    let small = p.token(i).is_some_and(|t| !t.capital && t.sort == Sort::Word);
    let plain = p.token(i).is_some_and(|t| t.hit.class == 0) && p.key(i).len() >= 5;
    small
        && plain
        && i + 2 < to
        && p.ends(i, &p.lexicon.tails.person)
        && (i + 1..to).all(|j| capital(p, j))
        && !corporate(p, i + 1, to)
}

/// A phrase without a role to take off: a body, an unnamed source, or a bare name.
fn unnamed(p: &Passage<'_>, from: usize, to: usize) -> Mention {
    let length = to.saturating_sub(from);
    let bare = length >= 2 && !p.is(from, class::DETERMINER) && (from..to).all(|i| capital(p, i));
    let the = p.part(from, part::DEFINITE);
    Mention {
        name: p.name(from, to),
        feminine: (from..to).any(|i| p.is(i, class::WOMAN)),
        human: (from..to).take_while(|&i| !p.is(i, class::PREPOSITION)).any(|i| p.is(i, class::ROLE)),
        document: length == 2 && the && p.is(from + 1, class::DOCUMENT),
        plural: plural(p, from, to),
        definite: the && length <= 5,
        person: bare && !corporate(p, from, to),
        ..Mention::default()
    }
}

/// Bodies are written with capitals too; a person's name has no such words.
pub(super) fn corporate(p: &Passage<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| p.is(i, class::PREPOSITION | class::PLACE | class::CONJUNCTION))
        || p.part(to.wrapping_sub(1), part::BODY)
}

fn plural(p: &Passage<'_>, from: usize, to: usize) -> bool {
    let last = p.key(to.wrapping_sub(1));
    let modifier =
        |i: usize| p.is(i, class::PREPOSITION) || (i > from && p.ends(i, &p.lexicon.tails.participle));
    let head = (from..to).take_while(|&i| !modifier(i)).last().map_or(last, |i| p.key(i));
    let tails = &p.lexicon.tails;
    let ends = |list: &[Box<str>]| list.iter().any(|e| head.ends_with(&**e));
    (from..to).any(|i| p.part(i, part::AND)) || (ends(&tails.plural) && !ends(&tails.singular))
}

/// "the man who …": the phrase ends before the relative clause.
fn relative_cut(p: &Passage<'_>, from: usize, to: usize) -> usize {
    let relative = |i: usize| p.is(i, class::RELATIVE) && !p.is(i, class::COMPLEMENTISER);
    (from + 1..to).find(|&i| relative(i)).unwrap_or(to)
}

/// People whom a paragraph names in full: runs of capitals, with a role before them or without.
pub(in crate::extract) fn named(p: &Passage<'_>) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < p.len() {
        if p.part(i, part::PORTFOLIO) {
            i += 1;
            continue;
        }
        let run = (i..p.len()).take_while(|&j| capital(p, j) || (j > i && p.part(j, part::GENITIVE))).count();
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
