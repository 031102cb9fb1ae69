//! Owns Arabic names: who is named in a phrase, and in what capacity.

use super::object::{adjective, nounlike, subject_core, verbal_noun};
use super::role::{split, title};
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
    (p.prefix(i, prefix::ARTICLE) || p.key(i).starts_with("ال")) && !p.is(i, class::GIVEN)
}

fn ends_phrase(p: &Passage<'_>, i: usize) -> bool {
    p.is(
        i,
        class::PREPOSITION
            | class::TIME
            | class::CUT
            | class::COMPLEMENTISER
            | class::FUSED
            | class::RELATIVE
            | class::SOURCE,
    ) || p.is(i, class::DONE | class::SHIFTER)
        || matches!(p.key(i), "نقلا" | "ونقلا")
        || p.is(i, class::CALLED) && !p.prefix(i, prefix::BA)
        || p.is(i, class::PRONOUN) && p.prefix(i, prefix::AND)
        || p.key(i) == "ل"
        || evades(p, i)
        || (p.is(i, class::OUTLET) && p.prefix(i, prefix::LA))
        || verb(p, i)
}

/// طلب عدم ذكر اسمه, رفض الكشف عن هويته: says of a source that it stays unnamed.
pub(super) fn evades(p: &Passage<'_>, i: usize) -> bool {
    p.is(i, class::EVADING)
        && (i + 1..i + 4).any(|j| p.is(j, class::VAGUE))
        && !(i > 0 && p.is(i - 1, class::NEGATION))
}

/// The token after "طلب عدم ذكر اسمه", with the comma before it.
fn after_evasion(p: &Passage<'_>, at: usize, limit: usize) -> usize {
    let from = at + usize::from(p.comma(at));
    if !evades(p, from) {
        return at;
    }
    let ends = |i: usize| p.comma(i) || p.is(i, class::COMPLEMENTISER | class::FUSED);
    (from..limit.min(from + 16)).find(|&i| ends(i)).unwrap_or(limit)
}

/// Whether the word is a finite cue verb rather than a noun.
pub(super) fn verb(p: &Passage<'_>, i: usize) -> bool {
    let forms = &p.cues(i);
    !forms.is_empty()
        && !p.is(i, class::ROLE | class::PREPOSITION | class::TITLE | class::DOCUMENT | class::GROUP)
        && forms.iter().any(|f| matches!(f.form, Form::Past | Form::Present | Form::Participle))
        && !p.prefix(i, prefix::ARTICLE | prefix::BA | prefix::LA | prefix::KA)
}

/// Reads the subject in `from..limit`: phrase, apposition in commas, quoted name.
pub(in crate::extract) fn subject(p: &Passage<'_>, from: usize, limit: usize) -> Subject {
    let from = if from + 1 < limit && p.is(from, class::CONJUNCTION) { from + 1 } else { from };
    let (head, mut end) = phrase(p, from, limit);
    let Some(head) = head else { return Subject { who: None, end: from } };
    if let Some(found) = issuer(p, head, limit) {
        return found;
    }
    let mut mention = split(p, head.0, head.1);
    if p.prefix(head.0, prefix::AND) {
        unjoin(&mut mention);
    }
    if (p.comma(end) || p.sort(end) == Some(Sort::Dash)) && end + 1 < limit && !evades(p, end + 1) {
        let (second, after) = apposition(p, end + 1, limit);
        let closed =
            after >= limit || p.comma(after) || ends_phrase(p, after) || p.sort(after) == Some(Sort::Dash);
        if let Some(second) = second.filter(|_| closed)
            && appose(p, &mut mention, head, second)
        {
            end = after;
        }
    }
    if (p.key(end).ends_with("هو") || p.key(end).ends_with("هي"))
        && let (Some(role), after) = apposition(p, end + 1, limit)
        && p.is(role.0, class::ROLE)
        && mention.role.is_empty()
    {
        mention.role = p.name(role.0, role.1);
        mention.person = true;
        end = after;
    }
    end = called(p, &mut mention, head, end, limit);
    Subject { who: Some(mention), end: after_evasion(p, end, limit) }
}

/// متحدث باسمها يدعى أبو رائد; المتحدث، المعروف بـ«أبو رائد»: the name of who was described.
fn called(p: &Passage<'_>, mention: &mut Mention, head: (usize, usize), end: usize, limit: usize) -> usize {
    let at = end + usize::from(p.comma(end));
    if mention.person || !p.is(at, class::CALLED) || p.is(head.0, class::BODY | class::DOCUMENT) {
        return end;
    }
    let from = if matches!(p.key(at + 1), "ب" | "باسم") { at + 2 } else { at + 1 };
    let (Some(name), after) = phrase(p, from, limit) else { return end };
    mention.role = std::mem::replace(&mut mention.name, p.name(name.0, name.1));
    (mention.person, mention.definite) = (true, false);
    after + usize::from(at > end && p.comma(after))
}

/// بيان صادر عن X, تقرير أصدرته X, بيان لـX, بيان X: whoever issued a document speaks.
fn issuer(p: &Passage<'_>, (from, end): (usize, usize), limit: usize) -> Option<Subject> {
    if !p.is(from, class::DOCUMENT) || definite(p, from) {
        return None;
    }
    let issued = (from + 1..limit.min(from + 4)).find(|&i| p.is(i, class::ISSUER));
    let behind = match issued {
        Some(i) if p.key(i + 1) == "عن" => i + 2,
        Some(i) => i + 1,
        None => (from + 1..end)
            .find(|&i| p.prefix(i, prefix::LA) || definite(p, i) || p.is(i, class::BODY | class::PLACE))?,
    };
    if behind >= limit || issued.is_none() && behind > from + 1 && !p.prefix(behind, prefix::LA) {
        return None;
    }
    let mut found = subject(p, behind, limit);
    if let Some(who) = &mut found.who {
        who.name = unattached(p, behind, &who.name);
    }
    Some(found).filter(|found| found.who.is_some())
}

/// The conjunction written together with a sentence's first word is no part of a name.
fn unjoin(mention: &mut Mention) {
    let first = if mention.role.is_empty() { &mut mention.name } else { &mut mention.role };
    if let Some(rest) = first.strip_prefix('و') {
        *first = rest.to_owned();
    }
}

/// A noun phrase between commas; a role reaches up to the comma, prepositions and all.
fn apposition(p: &Passage<'_>, from: usize, limit: usize) -> (Option<(usize, usize)>, usize) {
    let (found, after) = phrase(p, from, limit);
    let role = p.is(from, class::ROLE) || p.is(from + 1, class::ROLE);
    let goes_on = role && p.is(after, class::PREPOSITION) && !p.is(after + 1, class::VENUE | class::TIME);
    if !goes_on {
        return (found, after);
    }
    let stops = |i: usize| {
        !p.word(i) && p.sort(i) != Some(Sort::Mark)
            || p.is(i, class::COMPLEMENTISER | class::FUSED | class::RELATIVE | class::CUT)
    };
    let comma = (after..limit.min(from + 20)).find(|&i| stops(i)).filter(|&i| p.comma(i));
    comma.map_or((found, after), |comma| (Some((from, comma)), comma))
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
        let ranked = p.is(head.0, class::TITLE) && !mention.role.contains(' ');
        if mention.role.is_empty() || ranked {
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
        let listener = p.prefix(i, prefix::LA) && definite(p, i) && p.is(from, class::GROUP);
        if listener && i > from || ends_phrase(p, i) && !belongs(p, from, i, limit) && !name_ali(p, i) {
            break;
        }
        i += 1;
    }
    ((i > from).then_some((from, i)), i)
}

/// علي is a name where it is spelt with a dotted ya inside a phrase; the preposition is على.
pub(super) fn name_ali(p: &Passage<'_>, i: usize) -> bool {
    p.key(i) == "علي" && p.text(i, i + 1).ends_with('ي') && p.word(i + 1)
}

/// Words that would end a phrase but stand inside this one: the preposition of a title (المبعوث إلى …,
/// عضو في …), a word for a time in a body's name (حركة الفجر الجديد).
fn belongs(p: &Passage<'_>, from: usize, i: usize, limit: usize) -> bool {
    if i == from {
        return false;
    }
    let construct = !definite(p, i - 1) && p.is(i - 1, class::NOUN | class::OUTLET);
    if p.is(i, class::TIME) && !p.is(i, class::PREPOSITION) {
        return construct && !p.prefix(i - 1, prefix::LA | prefix::BA);
    }
    if p.is(i, class::GIVEN) && (verb(p, i) || long_alif(p, i)) {
        return p.word(i + 1) || i + 1 == limit;
    }
    if !matches!(p.key(i), "الي" | "لدي" | "في" | "من" | "عن" | "علي")
        || !(p.word(i + 1) || p.quotation(i + 1).is_some())
    {
        return false;
    }
    let venue = p.is(i + 1, class::VENUE | class::TIME);
    let near_role = (i.saturating_sub(2).max(from)..i).any(|j| p.is(j, class::ROLE | class::GROUP));
    let place_next = p.is(i + 1, class::PLACE);
    let body_next = p.is(from, class::MEMBER) && (definite(p, i + 1) || p.is(i + 1, class::NOUN));
    // إلى and على stand in few titles, but behind many a verb.
    let inner = matches!(p.key(i), "في" | "من" | "عن" | "لدي") || place_next;
    let titled = inner
        && p.is(from, class::ROLE)
        && !venue
        && (seat(p, i + 1, limit) || name_follows(p, i + 1, limit));
    let body = p.is(from, class::NOUN | class::GROUP) && !definite(p, from) && i > from + 1;
    titled
        || match p.key(i) {
            "الي" | "لدي" => near_role && place_next,
            "في" | "من" if !venue => {
                (near_role && (body_next || place_next))
                    || p.is(from, class::GROUP)
                    || (p.key(i) == "في" && body && (place_next || place(p, i + 1)))
            }
            _ => false,
        }
}

/// (رئيس اللجنة في) مجلس الضفتين، المهندس طلال حمد، …: a body or place, then the name between commas.
fn seat(p: &Passage<'_>, from: usize, limit: usize) -> bool {
    let inner = |i: usize| p.word(i) && !p.is(i, class::PREPOSITION | class::TIME | class::FUSED);
    let Some(comma) = (from + 1..limit.min(from + 5)).find(|&i| !inner(i)).filter(|&i| p.comma(i)) else {
        return false;
    };
    let name = title(p, comma + 1) || p.is(comma + 1, class::GIVEN) || place(p, comma + 1);
    name && (comma + 2..=limit.min(comma + 6)).any(|i| i == limit || p.comma(i)) && comma + 2 <= limit
}

/// آنا is a name, أنا a pronoun; the keys are the same.
pub(super) fn long_alif(p: &Passage<'_>, i: usize) -> bool {
    ["آ", "ا\u{653}"].iter().any(|alif| p.text(i, i + 1).starts_with(alif))
}

/// A word that nothing is known of, so probably the name of a place.
fn place(p: &Passage<'_>, i: usize) -> bool {
    p.token(i).is_some_and(|t| t.hit.class == 0 && t.hit.entry == 0)
        && !nounlike(p, i)
        && !verbal_noun(p, i)
        && !definite(p, i)
}

/// Whether a noun phrase begins here that a person's name follows: (رئيس اللجنة في) نوران سالم البحري.
fn name_follows(p: &Passage<'_>, from: usize, limit: usize) -> bool {
    let mut i = from;
    if let Some((_, next)) = p.quotation(from).filter(|(pair, _)| pair.close.is_some()) {
        i = next;
    }
    while i < limit.min(from + 5) && p.word(i) && !definite(p, i) && !p.is(i, class::GIVEN) {
        let construct = nounlike(p, i) || definite(p, i + 1);
        if !construct && i > from {
            break;
        }
        i += 1;
        if !construct {
            break;
        }
    }
    while i < limit.min(from + 8) && (definite(p, i) || p.prefix(i, prefix::LA)) && !title(p, i) {
        i += 1;
    }
    if i >= limit || i == from {
        return false;
    }
    let plain = |j: usize| {
        let noun = !definite(p, j) && (nounlike(p, j) || verbal_noun(p, j));
        j < limit && p.word(j) && !ends_phrase(p, j) && !noun && !p.is(j, class::NEGATION)
    };
    title(p, i) || p.is(i, class::GIVEN) && i + 1 < limit || (plain(i) && plain(i + 1))
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

/// Whether the full name of a body begins here: its kind in the construct state, then what it is called.
pub(in crate::extract) fn body(p: &Passage<'_>, i: usize) -> bool {
    let alone = !p.is(i.wrapping_sub(1), class::BODY | class::ROLE) || p.prefix(i, prefix::AND);
    p.is(i, class::BODY)
        && alone
        && !definite(p, i)
        && !p.prefix(i, prefix::BA | prefix::LA | prefix::KA)
        && (definite(p, i + 1) || p.quotation(i + 1).is_some() || p.is(i + 1, class::NOUN | class::TIME))
}

/// The full name of the body that begins here.
pub(in crate::extract) fn body_name(p: &Passage<'_>, i: usize) -> Option<Mention> {
    let quoted = p.quotation(i + 1).filter(|(pair, next)| pair.close.is_some() && next - i <= 8);
    let end = match quoted {
        Some((_, next)) => next,
        None => {
            let region = phrase(p, i, p.len().min(i + 8)).1;
            subject_core(p, i, region)
        }
    };
    let mention = split(p, i, end);
    (end > i + 1 && !mention.person).then_some(mention)
}

/// Whether a phrase begins here that may hold a role or title and a name.
pub(in crate::extract) fn office(p: &Passage<'_>, i: usize) -> bool {
    let before = i.wrapping_sub(1);
    p.is(i, class::ROLE | class::TITLE)
        && !p.is(before, class::ROLE | class::TITLE)
        && !(definite(p, i) && definite(p, before) && adjective(p, i))
}
