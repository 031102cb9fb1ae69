//! Owns content that stands before its cue, and quotations that go on without one.

use super::draft;
use super::grammar::Group;
use super::intro::skip_adverbials;
use super::names::{capital, whom};
use super::subject::{Opening, Subject, after, names_role};
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{CueForm, Form, class, part, takes};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// “…,” said Ann Roe.
pub(super) fn inverted(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    subject: &Subject,
    g: &Group,
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let bare = (subject.from >= subject.end || g.pronoun.is_some())
        && v > s.0
        && cue.takes & takes::SPEECH != 0
        && form.form != Form::Participle;
    let before = g.from.checked_sub(1)?;
    let quoted = p.sort(before) == Some(Sort::Mark)
        || (p.comma(before) && before > s.0 && p.sort(before.wrapping_sub(1)) == Some(Sort::Mark));
    // "The road is open, said the mayor."
    let aside = p.comma(before) && before > s.0;
    if !bare || !quoted && !aside {
        return None;
    }
    let who = match g.pronoun {
        Some(pronoun) => whom(p, pronoun, pronoun + 1, None),
        None => {
            let (who, end) = after(p, past_listener(p, skip_adverbials(p, s, v + 1), s.1), s.1)?;
            let ends = !p.word(end) || p.is(end, class::TIME | class::PREPOSITION);
            if !(quoted || ends && matches!(who, Who::Named(_))) {
                return None;
            }
            who
        }
    };
    let content = said_before(p, s, floor, g.from)?;
    let cue = (if p.lexicon.compound { g.from } else { v }, v + 1);
    let mut found = draft("quotation before verb and speaker", cue, content, who);
    found.clause = found.content.1;
    found.form = Some(form);
    found.closed = true;
    Some(found)
}

/// "A dit à l'agence un témoin": the speaker stands after the listener.
fn past_listener(p: &Passage<'_>, from: usize, to: usize) -> usize {
    let near = from + 1..to.min(from + 5);
    let listener = near.take_while(|&i| p.word(i)).find(|&i| p.is(i, class::LISTENER | class::OUTLET));
    listener.filter(|&l| p.is(from, class::PREPOSITION) && l + 1 < to).map_or(from, |l| l + 1)
}

/// What was said before the cue: the quotation that closes there, or the clause from the sentence's start.
pub(super) fn said_before(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    end: usize,
) -> Option<(usize, usize)> {
    let mut to = end;
    while to > floor && p.comma(to.wrapping_sub(1)) {
        to -= 1;
    }
    let mut from = floor.max(s.0);
    while from < to && (p.is(from, class::CONJUNCTION) || p.comma(from)) {
        from += 1;
    }
    // "He was blunt: “We will stay,” he said."
    let closing = (to.saturating_sub(1)..=to).find(|&i| p.marks.closes_within(i, from));
    if let Some(opening) = closing.and_then(|close| p.marks.opening_of(close, from))
        && p.sort(opening.wrapping_sub(1)) == Some(Sort::Colon)
    {
        from = opening;
    }
    (from < to).then_some((from, to))
}

/// The talks failed, Ann Roe said on Monday.
pub(super) fn postposed(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    subject: &Subject,
    out: &[Draft],
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let speech = cue.takes & (takes::SPEECH | takes::BARE) != 0;
    if !speech
        || cue.weak
            && subject.opening != Opening::Quotation
            && !p.sort(subject.clause).is_some_and(|x| x == Sort::Comma)
    {
        return None;
    }
    // "…, which the army denies", "…, something the army denies": it names what stands before.
    if subject.opening == Opening::Relative || p.is(subject.from, class::VAGUE) {
        return None;
    }
    let adjunct = p.is(subject.from, class::PREPOSITION) && subject.opening == Opening::Comma;
    if form.form == Form::Participle || adjunct && subject.from < subject.end {
        return None;
    }
    let (edge, who) = if matches!(subject.opening, Opening::Comma | Opening::Quotation) {
        (subject.from, subject.who.clone())
    } else {
        let edge = unmarked_subject(p, s, v)?;
        (edge, whom(p, edge, subject.end.min(v), None))
    };
    // At the end of a sentence the cue governs all of it, earlier claims included.
    let floor = out.iter().rev().find(|d| d.closed).map_or(s.0, |d| d.cue.1);
    let content = said_before(p, s, floor, edge)?;
    if content.1 - content.0 < 2 {
        return None;
    }
    let mut found = draft("clause before speaker and verb", (v, v + 1), content, who);
    found.clause = content.1;
    found.form = Some(form);
    found.closed = true;
    Some(found)
}

/// "…, a charge the army has denied": what is denied stands before the subject.
pub(super) fn referred(p: &Passage<'_>, v: usize, form: CueForm, subject: &Subject) -> Option<Draft> {
    let noun = subject.from + 1;
    let object = p.lexicon.cue(form).takes & takes::OBJECT != 0;
    if !object || subject.opening != Opening::Comma || !p.part(noun, part::REFERRED) {
        return None;
    }
    let begin = noun + 1 + usize::from(p.is(noun + 1, class::RELATIVE | class::COMPLEMENTISER));
    if !p.part(subject.from, part::ARTICLE) || begin >= subject.end {
        return None;
    }
    let who = whom(p, begin, group_end(p, begin, v), None);
    let mut found = draft("noun before its clause", (v, v + 1), (subject.from, noun + 1), who);
    found.clause = subject.clause;
    found.form = Some(form);
    found.closed = true;
    Some(found)
}

/// "…, a charge denied by the army"
pub(super) fn referred_by(p: &Passage<'_>, v: usize, form: CueForm) -> Option<Draft> {
    let noun = v.checked_sub(2).map(|from| from + 1).filter(|&noun| p.part(noun, part::REFERRED))?;
    let object = p.lexicon.cue(form).takes & takes::OBJECT != 0;
    if form.form != Form::Passive || !object || !p.part(noun - 1, part::ARTICLE) {
        return None;
    }
    let end = (v + 2..p.len()).find(|&i| !p.word(i)).unwrap_or(p.len());
    if v + 2 >= end {
        return None;
    }
    let mut found =
        draft("noun before its clause", (v, v + 1), (noun - 1, noun + 1), whom(p, v + 2, end, None));
    found.clause = noun - 1;
    found.form = Some(form);
    found.closed = true;
    Some(found)
}

/// The subject before a verb ends before the auxiliaries and adverbs.
fn group_end(p: &Passage<'_>, from: usize, v: usize) -> usize {
    (from + 1..v).find(|&i| p.is(i, class::AUXILIARY | class::ADVERB)).unwrap_or(v)
}

/// Where punctuation is lost, the last phrase with a determiner before the verb is the subject.
fn unmarked_subject(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<usize> {
    let near = v.saturating_sub(8).max(s.0 + 5);
    (near..v).rev().take_while(|&i| p.word(i)).find(|&i| p.part(i, part::ARTICLE))
}

/// According to X, …; …, according to X.
pub(super) fn according(p: &Passage<'_>, s: (usize, usize), i: usize, length: usize) -> Option<Draft> {
    let first = i == s.0 || (i == s.0 + 1 && !p.word(s.0)) || (i == s.0 + 1 && p.is(s.0, class::CONJUNCTION));
    let comma = (i + length..s.1.min(i + 30)).find(|&j| p.comma(j));
    // Where punctuation is lost, the next phrase begins with a determiner or pronoun.
    let ends = |j: usize| p.part(j - 1, part::BODY) || p.is(j - 1, class::ROLE | class::DOCUMENT);
    let bare =
        (i + length + 1..s.1.min(i + 12)).find(|&j| ends(j) && p.is(j, class::DETERMINER | class::PRONOUN));
    let (content, to, aside) = if first && comma.is_none() {
        let bare = bare?;
        ((bare, s.1), bare, None)
    } else if first {
        let comma = comma?;
        let next = (comma + 2..s.1.min(comma + 10)).find(|&j| !p.word(j)).filter(|&j| p.comma(j));
        let aside = next
            .filter(|&j| names_role(p, i, comma, j) || describes(p, i + length, comma, j))
            .map(|j| (comma + 1, j));
        ((aside.map_or(comma, |a| a.1) + 1, s.1), comma, aside)
    } else {
        let mut to = i;
        while to > s.0 && p.comma(to.wrapping_sub(1)) {
            to -= 1;
        }
        let end =
            (i + length..s.1).find(|&j| matches!(p.sort(j), Some(Sort::Comma | Sort::Stop))).unwrap_or(s.1);
        let next = (end + 1..s.1).find(|&j| !p.word(j)).unwrap_or(s.1);
        let aside = (p.comma(end) && (names_role(p, i, end, next) || describes(p, i + length, end, next)))
            .then_some((end + 1, next));
        ((s.0, to), end, aside)
    };
    if content.1 <= content.0 || i + length >= to {
        return None;
    }
    let who = whom(p, i + length, to, aside);
    let mut found = draft("according to", (i, i + length), content, who);
    found.clause = if first { i } else { content.0 };
    found.closed = !first;
    Some(found)
}

/// "Ann Roe, mayor of Kip,": a name, then a role in small letters.
fn describes(p: &Passage<'_>, from: usize, comma: usize, end: usize) -> bool {
    let small = |i: usize| p.token(i).is_some_and(|t| !t.capital);
    let role =
        (comma + 1..end).any(|i| p.is(i, class::ROLE)) && (small(comma + 1) || p.is(comma + 1, class::ROLE));
    role && !p.is(comma + 1, class::PREPOSITION)
        && (from..comma).all(|i| capital(p, i))
        && !(comma + 1..end).any(|i| p.is(i, class::AUXILIARY) || !p.cues(i).is_empty())
}

/// A quotation that stands alone goes on speaking for the speaker before.
pub(super) fn alone(p: &Passage<'_>, s: (usize, usize), out: &mut Vec<Draft>) {
    let Some((pair, next)) = p.quotation(s.0) else { return };
    let to = if pair.close.is_some() { next.min(s.1) } else { s.1 };
    let words = (s.0..to).filter(|&i| p.word(i)).count();
    let punctuated = (s.0..s.1).rev().take(3).any(|i| matches!(p.sort(i), Some(Sort::Stop | Sort::Comma)));
    if words < 2 || !punctuated || (to < s.1 && p.word(to)) {
        return;
    }
    let mut found =
        draft("quotation goes on", (s.0, s.0 + 1), (s.0, to), Who::Last { feminine: None, plural: None });
    found.closed = true;
    out.push(found);
}

/// “…,” said Ann Roe, “…”: what follows in quotation marks is said by the same.
pub(super) fn split_quotation(p: &Passage<'_>, s: (usize, usize), out: &mut Vec<Draft>) {
    let Some(last) = out.last().filter(|d| d.closed && d.cue.0 >= d.content.1) else { return };
    let Some(pair) = p.marks.first_within(last.cue.1, s.1) else { return };
    let introduced = pair.open > 0
        && (p.comma(pair.open.wrapping_sub(1))
            || p.sort(pair.open.wrapping_sub(1)) == Some(Sort::Colon)
            || p.sort(pair.open.wrapping_sub(1)) == Some(Sort::Stop));
    let to = pair.close.map_or(s.1, |c| c + 1);
    if !introduced || (pair.open..to).filter(|&i| p.word(i)).count() < 3 {
        return;
    }
    let mut found = draft("quotation goes on", last.cue, (pair.open, to), Who::Same);
    found.clause = pair.open;
    found.form = last.form;
    found.closed = true;
    out.push(found);
}
