//! Owns who speaks: the subject after the verb, before it, between two verbs, or elided.

use super::intro::Intro;
use super::names::{self, elided, subject, verb};
use super::object::{self, object, skip_adverbials};
use crate::extract::draft::{Mention, Who};
use crate::extract::lexicon::{Cue, CueForm, Form, class, prefix};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// Who speaks, and where the clause of the verb begins.
pub(super) fn speaker(
    p: &Passage<'_>,
    (s, floor): ((usize, usize), usize),
    v: usize,
    (form, cue): (CueForm, &Cue),
    intro: Intro,
    held: Option<(usize, Who)>,
) -> (Who, usize) {
    if form.form == Form::Participle {
        return (Who::Same, v);
    }
    if cue.nobody {
        return (Who::Nobody, v);
    }
    let first = skip_adverbials(p, v + 1, intro.at);
    // A plural verb has its subject before it or in itself; behind an adverbial only a title or a body
    // is one for certain.
    let adverbial = (v + 1..=first).any(|i| p.is(i, class::PREPOSITION | class::SOURCE));
    let certain = p.is(first, class::ROLE | class::TITLE | class::GROUP | class::NOUN | class::GIVEN);
    let stands_after = first < intro.at && !form.plural && (!adverbial || certain);
    if stands_after && intro.content != first {
        let listens = cue.listener || !cue.strips.is_empty();
        let limit = if listens { before_listener(p, cue, first, intro.at) } else { intro.at };
        if HONORIFICS.contains(&p.key(first)) {
            return (Who::Person { feminine: form.feminine }, v);
        }
        if let Some(who) = relayed(p, first, limit).or_else(|| subject(p, first, limit).who) {
            return (Who::Named(agreeing(who, form)), held.map_or(v, |(at, _)| at));
        }
    }
    if let Some((at, who)) = held {
        return (who, at);
    }
    if let Some(found) = before(p, s, floor, v, form) {
        return found;
    }
    if let Some(found) = turned(p, floor, v) {
        return found;
    }
    // Far into the sentence, with no claim before it, the sentence's subject goes on.
    let far = v > s.0 + 3 && floor == s.0 && !p.prefix(v, prefix::AND) && !form.plural;
    let agrees = |who: &Who| matches!(who, Who::Named(m) if m.feminine == form.feminine && !m.plural);
    let who = if far { of_sentence(p, s, v).filter(agrees) } else { None };
    (who.unwrap_or(elided(form)), v)
}

/// The verb tells whether a name is a woman's, and that a body counts as one.
fn agreeing(mut who: Mention, form: CueForm) -> Mention {
    if !form.plural {
        who.feminine = form.feminine;
        who.plural &= !form.feminine;
    }
    who
}

/// "His Excellency": whoever was named last.
const HONORIFICS: [&str; 7] = ["معاليه", "سموه", "فضيلته", "سعادته", "جلالته", "فخامته", "سماحته"];

/// قالت الوكالة نقلا عن مصدر إن …: the source speaks, not who passes it on.
fn relayed(p: &Passage<'_>, from: usize, limit: usize) -> Option<Mention> {
    let at = (from..limit).find(|&i| p.key(i) == "نقلا" && p.key(i + 1) == "عن")?;
    subject(p, at + 2, limit).who
}

/// أبلغ الوزير المجلس أن …, كشف الوزير النقاب عن …: the subject ends before the listener or the noun that
/// belongs to the cue.
fn before_listener(p: &Passage<'_>, cue: &Cue, first: usize, limit: usize) -> usize {
    let stripped = (first..limit).find(|&i| cue.strips.iter().any(|w| **w == *p.key(i)));
    let end = stripped.unwrap_or(limit);
    if cue.listener { object(p, first, end).map_or(end, |(end, _)| end) } else { end }
}

/// كان X قد أعلن: the subject between the two verbs.
pub(super) fn held(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<(usize, Who)> {
    if p.prefix(v, prefix::AND) {
        return None;
    }
    let done = v.checked_sub(1).filter(|&d| p.key(d) == "قد");
    let end = done.unwrap_or(v);
    let at = (s.0.max(end.saturating_sub(14))..end).rev().find(|&i| p.is(i, class::HOLD))?;
    let beside = at + 1 < end && skip_adverbials(p, subject(p, at + 1, end).end, end) >= end;
    let who = subject(p, at + 1, end).who.filter(|_| beside)?;
    Some((at, Who::Named(who)))
}

/// A subject that stands before its verb in the same clause.
fn before(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize, form: CueForm) -> Option<(Who, usize)> {
    let so = p.key(v).starts_with('ف') && (s.0..s.0 + 2).any(|i| matches!(p.key(i), "اما" | "واما"));
    let joined = p.prefix(v, prefix::AND) && !so || matches!(p.key(v.saturating_sub(1)), "وقد" | "فقد");
    if joined || form.form == Form::Participle {
        return None;
    }
    // لكنه أقر: the pronoun is no name.
    if v.checked_sub(1).is_some_and(|i| matches!(bare(p.key(i)), "لكنه" | "لكنها" | "لكنهم")) {
        return None;
    }
    let lowest = s.0.max(floor).max(v.saturating_sub(24));
    let begin = (lowest..v).rev().find(|&i| {
        p.is(i, class::COMPLEMENTISER | class::CUT)
            || p.sort(i) == Some(Sort::Semicolon)
            || p.sort(i) == Some(Sort::Colon)
    });
    let from = begin.map_or(lowest, |b| b + 1);
    let usable = from < v
        && p.word(from)
        && !p.is(from, class::PREPOSITION | class::TIME | class::SHIFTER | class::NEGATION);
    if !usable || verb(p, from) || p.comma(v.wrapping_sub(1)) && !(from..v - 1).any(|i| p.comma(i)) {
        return None;
    }
    let opener = p.is(from, class::CONJUNCTION | class::HOLD) || so && from == s.0;
    let from = if opener { from + 1 } else { from };
    let noun = class::ROLE | class::NOUN | class::GROUP | class::PLACE | class::TITLE | class::GIVEN;
    let named = names::definite(p, from)
        || p.is(from, noun)
        || p.quotation(from).is_some()
        || from <= s.0 + 1
        || p.is(from - 1, class::COMPLEMENTISER | class::CUT | class::CONJUNCTION);
    let verb_first = !named_word(p, from) && p.is(from + 1, noun) && from + 1 < v;
    let found = subject(p, if verb_first { from + 1 } else { from }, v);
    let who = found.who.filter(|who| named && !who.document || who.document && who.definite)?;
    Some((Who::Named(who), from))
}

fn bare(key: &str) -> &str {
    key.strip_prefix('و').unwrap_or(key)
}

fn named_word(p: &Passage<'_>, i: usize) -> bool {
    names::definite(p, i)
        || object::nounlike(p, i)
        || p.token(i).is_some_and(|t| t.hit.class & !class::FINITE != 0)
}

/// …، لكن X نفى ذلك وقال إن …: who was turned to says it, though the first verb reports nothing.
fn turned(p: &Passage<'_>, floor: usize, v: usize) -> Option<(Who, usize)> {
    if !p.prefix(v, prefix::AND) {
        return None;
    }
    let turn = (floor.max(v.saturating_sub(14))..v).rev().find(|&i| matches!(p.key(i), "لكن" | "ولكن"))?;
    let who = subject(p, turn + 1, v).who?;
    (p.comma(turn.wrapping_sub(1))).then_some((Who::Named(who), turn))
}

/// The subject of the sentence, whatever its verb: who goes on speaking where no claim stands before.
pub(super) fn of_sentence(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<Who> {
    let someone = class::ROLE | class::NOUN | class::GROUP | class::TITLE | class::GIVEN | class::PLACE;
    let free = |i: usize| {
        !p.prefix(i, prefix::LA | prefix::BA | prefix::KA)
            && (i == s.0 || !p.is(i - 1, class::PREPOSITION) && (i < 2 || !p.is(i - 2, class::PREPOSITION)))
    };
    let from = (s.0..v.min(s.0 + 14)).find(|&i| p.is(i, someone) && free(i))?;
    let v = object(p, from, v).map_or(v, |(end, _)| end);
    subject(p, from, v).who.map(Who::Named)
}
