//! Owns Arabic names: who is named in a phrase, and in what capacity.

use super::object::{adjective, name_end, nounlike};
use crate::extract::draft::{Mention, Who};
use crate::extract::lexicon::{Form, class, prefix};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// A subject and the token after everything that belongs to it.
pub(in crate::extract) struct Subject {
    pub who: Option<Mention>,
    pub end: usize,
}

/// Whether the word carries the article, also behind a proclitic.
pub(super) fn definite(p: &Passage<'_>, i: usize) -> bool {
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
pub(in crate::extract) fn subject(p: &Passage<'_>, from: usize, limit: usize) -> Subject {
    let (head, mut end) = phrase(p, from, limit);
    let Some(head) = head else { return Subject { who: None, end: from } };
    let mut mention = split(p, head.0, head.1);
    if (p.comma(end) || p.sort(end) == Some(Sort::Dash)) && end + 1 < limit {
        let (second, after) = phrase(p, end + 1, limit);
        let closed =
            after >= limit || p.comma(after) || ends_phrase(p, after) || p.sort(after) == Some(Sort::Dash);
        if let Some(second) = second.filter(|_| closed)
            && appose(p, &mut mention, head, second)
        {
            end = after;
        }
    }
    if (p.key(end).ends_with("هو") || p.key(end).ends_with("هي"))
        && let (Some(role), after) = phrase(p, end + 1, limit)
        && p.is(role.0, class::ROLE)
        && mention.role.is_empty()
    {
        mention.role = p.name(role.0, role.1);
        mention.person = true;
        end = after;
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
pub(super) fn phrase(p: &Passage<'_>, from: usize, limit: usize) -> (Option<(usize, usize)>, usize) {
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
    let body_next =
        p.is(from, class::MEMBER) && definite(p, i + 1) && !p.is(i + 1, class::VENUE | class::TIME);
    match p.key(i) {
        "الي" | "لدي" => near_role && place_next,
        "في" | "من" => {
            (near_role && body_next)
                || (near_role && (place_next || p.is(from, class::GROUP)) && !p.is(i + 1, class::VENUE))
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
pub(super) fn name_after_role(p: &Passage<'_>, from: usize, to: usize) -> Option<usize> {
    let end = role_end(p, from, to);
    (end < to && !nounlike(p, end) && (!definite(p, end) || p.is(end, class::TITLE))).then_some(end)
}

/// The end of a role phrase: its head with complements and adjectives.
pub(super) fn role_end(p: &Passage<'_>, from: usize, to: usize) -> usize {
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

/// The name of a phrase without a preposition written together with its first word.
pub(super) fn unattached(p: &Passage<'_>, from: usize, name: &str) -> String {
    if let Some(rest) = name.strip_prefix("لل") {
        return format!("ال{rest}");
    }
    let attached = p.prefix(from, prefix::LA) || p.token(from).is_some_and(|t| t.hit.entry == 0);
    name.strip_prefix('ل').filter(|_| attached).unwrap_or(name).to_owned()
}

/// What an elided subject agrees with.
pub(super) fn elided(form: crate::extract::lexicon::CueForm) -> Who {
    Who::Last { feminine: (!form.plural).then_some(form.feminine), plural: Some(form.plural) }
}
