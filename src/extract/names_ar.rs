//! Owns Arabic subjects: where the phrase after a verb ends, and who is named in it in what capacity.

use super::draft::{Mention, Who};
use super::lexicon::{Form, class, prefix};
use super::passage::Passage;
use super::token::Sort;

/// A subject and the token after everything that belongs to it.
pub(super) struct Subject {
    pub who: Option<Mention>,
    pub end: usize,
}

/// Whether the word carries the article, also behind a proclitic.
fn definite(p: &Passage<'_>, i: usize) -> bool {
    p.prefix(i, prefix::ARTICLE) || p.key(i).starts_with("ال")
}

fn ends_phrase(p: &Passage<'_>, i: usize) -> bool {
    p.is(
        i,
        class::PREPOSITION
            | class::TIME
            | class::CUT
            | class::COMPLEMENTISER
            | class::FUSED
            | class::RELATIVE,
    ) || p.is(i, class::DONE | class::SHIFTER)
        || p.key(i) == "ل"
        || (p.is(i, class::OUTLET) && p.prefix(i, prefix::LA))
        || verb(p, i)
}

/// Whether the word is a finite cue verb rather than a noun.
pub(super) fn verb(p: &Passage<'_>, i: usize) -> bool {
    let forms = &p.entry(i).cues;
    !forms.is_empty()
        && !p.is(i, class::ROLE | class::PREPOSITION | class::TITLE | class::DOCUMENT | class::GROUP)
        && forms.iter().any(|f| matches!(f.form, Form::Past | Form::Present | Form::Participle))
        && !p.prefix(i, prefix::ARTICLE | prefix::BA | prefix::LA | prefix::KA)
}

/// Reads the subject in `from..limit`: phrase, apposition in commas, quoted name.
pub(super) fn subject(p: &Passage<'_>, from: usize, limit: usize) -> Subject {
    let (head, mut end) = phrase(p, from, limit);
    let Some(head) = head else { return Subject { who: None, end: from } };
    let mut mention = split(p, head.0, head.1);
    if (p.comma(end) || p.sort(end) == Some(Sort::Dash)) && end + 1 < limit {
        let (second, after) = phrase(p, end + 1, limit);
        let closed =
            after >= limit || p.comma(after) || ends_phrase(p, after) || p.sort(after) == Some(Sort::Dash);
        if let Some(second) = second.filter(|_| closed) {
            if appose(p, &mut mention, head, second) {
                end = after;
            }
        }
    }
    if p.key(end).ends_with("هو") || p.key(end).ends_with("هي") {
        if let (Some(role), after) = phrase(p, end + 1, limit) {
            if p.is(role.0, class::ROLE) && mention.role.is_empty() {
                mention.role = p.name(role.0, role.1);
                mention.person = true;
                end = after;
            }
        }
    }
    Subject { who: Some(mention), end }
}

/// Joins an apposition to the mention; false where the second phrase is something else.
fn appose(p: &Passage<'_>, mention: &mut Mention, head: (usize, usize), second: (usize, usize)) -> bool {
    let role_first = p.is(head.0, class::ROLE) && !mention.person;
    let role_second = (second.0..second.1.min(second.0 + 2)).any(|i| p.is(i, class::ROLE));
    if role_first && !p.is(second.0, class::PREPOSITION) {
        let named = split(p, second.0, second.1);
        mention.role = p.name(head.0, head.1);
        mention.name = named.name;
        mention.feminine |= p.is(head.0, class::WOMAN);
        mention.person = true;
        mention.definite = false;
        return true;
    }
    if role_second {
        if mention.role.is_empty() {
            mention.role = p.name(second.0, second.1);
        }
        mention.person = true;
        mention.feminine |= (second.0..second.1).any(|i| p.is(i, class::WOMAN));
    }
    role_second
}

/// The noun phrase that begins at `from`, and the token after it.
fn phrase(p: &Passage<'_>, from: usize, limit: usize) -> (Option<(usize, usize)>, usize) {
    let mut i = from;
    while i < limit {
        match p.sort(i) {
            Some(Sort::Mark) => match p.quotation(i) {
                Some((pair, next))
                    if pair.close.is_some() && next <= limit && next.saturating_sub(i) <= 9 =>
                {
                    i = next;
                    continue;
                }
                _ => break,
            },
            Some(Sort::Dash) if p.token(i).is_some_and(|t| !t.space_before) && p.word(i + 1) => i += 1,
            Some(Sort::ParenOpen) => {
                let close = (i + 1..limit.min(i + 8)).find(|&j| p.sort(j) == Some(Sort::ParenClose));
                match close {
                    Some(close) => i = close + 1,
                    None => break,
                }
                continue;
            }
            Some(Sort::Word | Sort::Number) => {}
            _ => break,
        }
        if ends_phrase(p, i) && !belongs(p, from, i) && !name_ali(p, i) {
            break;
        }
        i += 1;
    }
    ((i > from).then_some((from, i)), i)
}

/// علي is a name where it is spelt with a dotted ya inside a phrase; the preposition is على.
fn name_ali(p: &Passage<'_>, i: usize) -> bool {
    p.key(i) == "علي" && p.text(i, i + 1).ends_with('ي') && p.word(i + 1)
}

/// Prepositions and the like that stand inside a title: المبعوث إلى …, عضو في …, من أجل.
fn belongs(p: &Passage<'_>, from: usize, i: usize) -> bool {
    if i == from {
        return false;
    }
    let near_role = (i.saturating_sub(2).max(from)..i).any(|j| p.is(j, class::ROLE | class::GROUP));
    let place_next = p.is(i + 1, class::PLACE);
    match p.key(i) {
        "الي" | "لدي" => near_role && place_next,
        "في" | "من" => {
            (near_role && (place_next || p.is(from, class::GROUP)) && !p.is(i + 1, class::VENUE))
                || (p.is(from, class::GROUP) && !p.is(i + 1, class::VENUE | class::TIME))
        }
        "بين" | "حمل" | "ما" => false,
        _ => false,
    }
}

/// Divides a noun phrase into role and name.
pub(super) fn split(p: &Passage<'_>, from: usize, to: usize) -> Mention {
    let whole = |from: usize| Mention {
        name: p.name(from, to),
        feminine: p.key(from).ends_with('ه') || p.is(from, class::WOMAN),
        human: p.is(from, class::ROLE | class::GROUP),
        document: p.is(from, class::DOCUMENT) && to.saturating_sub(from) <= 2,
        plural: p.is(from, class::GROUP) || p.key(from).ends_with("ون"),
        definite: definite(p, from)
            && to.saturating_sub(from) <= 4
            && (to.saturating_sub(from) <= 3 || p.is(from, class::ROLE)),
        ..Mention::default()
    };
    let start = (from..to).find(|&i| !p.is(i, class::TITLE) || p.is(i, class::ROLE)).unwrap_or(from);
    let titled = start > from;
    if p.is(start, class::ROLE) && !titled {
        let name = name_after_role(p, start, to);
        let Some(name) = name.filter(|&n| n < to) else { return whole(start) };
        let feminine = (start..name).any(|i| p.is(i, class::WOMAN)) || p.key(start).ends_with('ه');
        let mut end = name;
        while end < to && p.is(end, class::TITLE) {
            end += 1;
        }
        // "السفير X نائب الوزير": a second role after the name says more than the title before it.
        let second = (end + 1..to).find(|&i| p.is(i, class::ROLE) && !p.is(i, class::TITLE));
        let title = p.is(start, class::TITLE);
        let to = if second.is_some() { to } else { name_end(p, end, to, false) };
        let role = second.filter(|_| title).map_or((start, name), |role| (role, to));
        return Mention {
            name: p.name(end, second.unwrap_or(to)),
            role: p.name(role.0, role.1),
            person: true,
            feminine,
            ..Mention::default()
        };
    }
    let role = (start + 1..to).find(|&i| p.is(i, class::ROLE) && !p.is(i, class::TITLE));
    match role {
        Some(role) if titled || !definite(p, start) => Mention {
            name: p.name(start, role),
            role: p.name(role, to),
            person: true,
            feminine: (role..to).any(|i| p.is(i, class::WOMAN)),
            ..Mention::default()
        },
        _ => Mention { person: titled, ..whole(start) },
    }
}

/// Where the name begins after a role: النائب X; وزير الدفاع الكذائي X; المتحدث باسم الحكومة X.
fn name_after_role(p: &Passage<'_>, from: usize, to: usize) -> Option<usize> {
    let end = role_end(p, from, to);
    (end < to && !nounlike(p, end) && (!definite(p, end) || p.is(end, class::TITLE))).then_some(end)
}

/// The end of a role phrase: its head with complements and adjectives.
fn role_end(p: &Passage<'_>, from: usize, to: usize) -> usize {
    let mut i = from + 1;
    let mut closed = definite(p, from);
    while i < to {
        let quoted = p.sort(i) == Some(Sort::Mark);
        let title = p.is(i, class::TITLE) && !p.is(i, class::ROLE);
        let preposition = p.is(i, class::PREPOSITION) || matches!(p.key(i), "باسم" | "بلسان");
        if quoted || (title && closed) {
            break;
        }
        if preposition && i + 1 < to {
            closed = definite(p, i + 1) || p.is(i + 1, class::PLACE);
            i += 1;
        } else if p.prefix(i, prefix::LA | prefix::BA) && i + 1 < to {
            closed = definite(p, i) || p.prefix(i, prefix::ARTICLE);
        } else if p.is(i, class::ROLE) && !(closed && definite(p, i)) {
            closed = false;
        } else if definite(p, i) || p.is(i, class::PLACE) {
            if closed && !adjective(p, i) {
                break;
            }
            closed = true;
        } else if closed || unfinished(p, from, i, to) {
            break;
        }
        i += 1;
    }
    i.min(to)
}

/// An indefinite chain that no definite word ends: محافظ نوران سالم حمد. One complement, then a name.
fn unfinished(p: &Passage<'_>, from: usize, i: usize, to: usize) -> bool {
    i > from + 1 && to.saturating_sub(i) >= 2 && !(i + 1..to).any(|j| definite(p, j) || p.is(j, class::PLACE))
}

/// A word that begins a noun phrase of its own rather than a person's name.
fn nounlike(p: &Passage<'_>, i: usize) -> bool {
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
        end = (from + 1..region)
            .rev()
            .find(|&i| definite(p, i) && !adjective(p, i) || p.is(i, class::PLACE))?;
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
fn name_end(p: &Passage<'_>, from: usize, to: usize, object_follows: bool) -> usize {
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
fn adjective(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    let proclitic = p.prefix(i, prefix::BA | prefix::LA | prefix::AND);
    let shape = key.ends_with('ي') || key.ends_with("يه") || p.is(i, class::ADJECTIVE);
    definite(p, i)
        && !proclitic
        && shape
        && !p.is(i, class::PLACE | class::NOUN | class::ANNOUNCED | class::ROLE)
}

/// The name of a phrase without a preposition written together with its first word.
pub(super) fn unattached(p: &Passage<'_>, from: usize, name: &str) -> String {
    if let Some(rest) = name.strip_prefix("لل") {
        return format!("ال{rest}");
    }
    let attached = p.prefix(from, prefix::LA) || p.token(from).is_some_and(|t| t.hit.entry == 0);
    name.strip_prefix('ل').filter(|_| attached).unwrap_or(name).to_owned()
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

/// What an elided subject agrees with.
pub(super) fn elided(form: super::lexicon::CueForm) -> Who {
    Who::Last { feminine: (!form.plural).then_some(form.feminine), plural: Some(form.plural) }
}
