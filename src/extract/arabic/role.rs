//! Owns the border between a role and the name after it, which no sign marks.

use super::names::{definite, name_ali};
use super::object::{adjective, name_end, nounlike, pattern, verbal_noun};
use crate::extract::draft::Mention;
use crate::extract::lexicon::{class, prefix};
use crate::extract::normalise::tidy;
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// Divides a noun phrase into role and name.
pub(super) fn split(p: &Passage<'_>, from: usize, to: usize) -> Mention {
    let start = (from..to).find(|&i| !p.is(i, class::TITLE) || p.is(i, class::ROLE)).unwrap_or(from);
    let titled = start > from;
    if p.is(start, class::ROLE) {
        return after_role(p, start, to).unwrap_or_else(|| whole(p, start, to));
    }
    let compound = |i: usize| matches!(p.key(i), "ابو" | "ابي" | "ام" | "بن" | "ابن" | "عبد");
    let role = (start + 1..to).find(|&i| p.is(i, class::ROLE) && !p.is(i, class::TITLE) && !compound(i - 1));
    match role {
        Some(role) if titled || named(p, start, role) => Mention {
            name: p.name(start, role),
            role: tidy(p.text(role, to)),
            person: true,
            feminine: (role..to).any(|i| p.is(i, class::WOMAN)),
            ..Mention::default()
        },
        _ => Mention {
            person: titled || p.is(start, class::GIVEN),
            name: p.name(start, to),
            ..whole(p, from, to)
        },
    }
}

/// Whether a person's name stands before the role, rather than a noun of which the role is a part.
fn named(p: &Passage<'_>, from: usize, to: usize) -> bool {
    !definite(p, from) && (p.is(from, class::GIVEN) || !nounlike(p, from) && to > from + 1)
}

/// A phrase that is no person's name.
fn whole(p: &Passage<'_>, from: usize, to: usize) -> Mention {
    let words = to.saturating_sub(from);
    Mention {
        name: p.name(from, to),
        feminine: (p.key(from).ends_with('ه') && !p.is(from, class::GIVEN))
            || p.is(from, class::WOMAN)
            || p.key(from).ends_with("ات"),
        human: p.is(from, class::ROLE | class::GROUP),
        document: p.is(from, class::DOCUMENT) && words <= 2,
        plural: p.is(from, class::GROUP) && !singular(p.key(from)) || p.key(from).ends_with("ون"),
        definite: definite(p, from) && words <= 4 && (words <= 3 || p.is(from, class::ROLE)),
        ..Mention::default()
    }
}

fn singular(key: &str) -> bool {
    key.ends_with('ه') || matches!(key.trim_start_matches("ال"), "مصدر" | "شاهد")
}

fn after_role(p: &Passage<'_>, start: usize, to: usize) -> Option<Mention> {
    let name = name_after_role(p, start, to).filter(|&n| n < to)?;
    let feminine = (start..name).any(|i| p.is(i, class::WOMAN)) || p.key(start).ends_with('ه');
    let mut end = name;
    while end + 1 < to && (title(p, end) || end > name && adjective(p, end)) {
        end += 1;
    }
    // "السفير X نائب الوزير": a second role after the name says more than the title before it.
    let second = (end + 1..to).find(|&i| p.is(i, class::ROLE) && !title(p, i));
    let only_title = p.is(start, class::TITLE);
    let to = if second.is_some() { to } else { name_end(p, end, to, false) };
    let role = second.filter(|_| only_title).map_or((start, name), |role| (role, to));
    Some(Mention {
        name: p.name(end, second.unwrap_or(to)),
        role: tidy(p.text(role.0, role.1)),
        person: true,
        feminine,
        ..Mention::default()
    })
}

/// A rank or profession with the article, as it stands right before a name: العقيد, الطبيبة.
pub(super) fn title(p: &Passage<'_>, i: usize) -> bool {
    p.is(i, class::TITLE)
        || (p.is(i, class::ROLE) && definite(p, i) && !p.prefix(i, prefix::AND | prefix::LA))
}

/// Where the name begins after a role: النائب X; وزير الدفاع الكذائي X; المتحدث باسم الحكومة X.
pub(super) fn name_after_role(p: &Passage<'_>, from: usize, to: usize) -> Option<usize> {
    let end = role_end(p, from, to);
    let mut name = end;
    while name + 1 < to && (title(p, name) || name > end && adjective(p, name)) {
        name += 1;
    }
    let joined = p.key(name).starts_with('و') && !p.is(name, class::GIVEN | class::TITLE);
    let begins = p.is(name, class::GIVEN)
        || p.sort(name) == Some(Sort::Mark)
        || (!nounlike(p, name) && !verbal_noun(p, name) && (!definite(p, name) || name > end));
    (end < to && begins && !joined && !attached(p, name)).then_some(end)
}

/// A preposition written together with its noun begins no name.
fn attached(p: &Passage<'_>, i: usize) -> bool {
    let known = p.prefix(i, prefix::LA | prefix::BA | prefix::KA);
    known || p.key(i).strip_prefix(['ل', 'ب']).is_some_and(pattern)
}

/// The end of a role phrase: its head with complements and adjectives.
pub(super) fn role_end(p: &Passage<'_>, from: usize, to: usize) -> usize {
    let mut i = from + 1;
    let mut closed = definite(p, from);
    while i < to {
        let wanted = !closed || p.is(i - 1, class::PREPOSITION) || p.key(i - 1) == "باسم";
        if let Some((_, next)) = p.quotation(i).filter(|&(_, next)| wanted && next <= to) {
            (i, closed) = (next, true);
            continue;
        }
        let named = p.is(i + 1, class::GIVEN | class::TITLE) && !p.is(i - 1, class::ROLE);
        let titled = closed && title(p, i) && (named || !adjective(p, i));
        if p.sort(i) == Some(Sort::Mark) || titled || given(p, i, to) {
            break;
        }
        let preposition = p.is(i, class::PREPOSITION) || matches!(p.key(i), "باسم" | "بلسان");
        if preposition && i + 1 < to {
            i += usize::from(p.word(i + 1));
            closed = closes(p, i, to) && p.word(i);
        } else if p.key(i).starts_with("باسم") {
            closed = true;
        } else if p.prefix(i, prefix::LA | prefix::BA) && i + 1 < to {
            closed = definite(p, i) || p.prefix(i, prefix::ARTICLE);
        } else if p.is(i, class::ROLE) && !(closed && definite(p, i)) {
            closed = definite(p, i);
        } else if definite(p, i) || p.is(i, class::PLACE) {
            if closed && !adjective(p, i) {
                break;
            }
            closed = true;
        } else if p.is(i, class::ADJECTIVE) && !p.is(i, class::GIVEN) {
            // مدير عام الشركة, but مسؤول أمني | …
            closed = p.key(i) != "عام";
        } else if closed {
            break;
        } else {
            closed = closes(p, i, to);
        }
        i += 1;
    }
    i.min(to)
}

fn given(p: &Passage<'_>, i: usize, to: usize) -> bool {
    name_ali(p, i)
        || p.is(i, class::GIVEN) && i + 1 < to && !p.prefix(i, prefix::LA | prefix::BA | prefix::ARTICLE)
}

/// Whether a complement ends the phrase: it is definite or a proper noun. A common noun in the
/// construct state wants a word after it.
fn closes(p: &Passage<'_>, i: usize, to: usize) -> bool {
    if definite(p, i) || p.is(i, class::PLACE) {
        return true;
    }
    let governs = i + 1 < to && definite(p, i + 1);
    !nounlike(p, i) && !verbal_noun(p, i) && !p.is(i, class::ROLE) && !governs
}
