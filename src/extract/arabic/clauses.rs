//! Owns verbs that are not simply followed by their content: passives, relative clauses, speech that stands
//! before its verb, a pronoun as object.

use super::intro::{How, Intro, carries, complement, introduces};
use super::names::{elided, subject};
use super::object::skip_adverbials;
use super::{cutting, draft};
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{Cue, CueForm, Form, class, prefix, takes};
use crate::extract::passage::Passage;
use crate::model::Quote;

/// وهو يشير إلى …: what somebody does while speaking.
pub(super) fn gestures(p: &Passage<'_>, s: (usize, usize), v: usize) -> bool {
    v > s.0 && p.is(v - 1, class::PRONOUN) && p.prefix(v - 1, prefix::AND)
}

/// A vowel sign tells a passive: ذُكر, أُعلنت.
pub(super) fn passive(p: &Passage<'_>, v: usize) -> bool {
    let text = p.text(v, v + 1);
    let mut letters = text.chars().skip_while(|&c| c == 'و' || c == 'ف' || c == '\u{64e}');
    letters.next().is_some() && letters.next() == Some('\u{64f}') && !text.contains('ي')
}

/// ذُكر أن …, أُعلنت هدنة: nobody is named.
pub(super) fn unsaid(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    cue: &Cue,
) -> Option<Draft> {
    let that = introduces(p, s, v, v + 1, cue).filter(|intro| matches!(intro.how, How::That | How::Colon));
    let declared = cue.declares && form.form == Form::Past && p.word(v + 1);
    let content = that.map(|intro| intro.content).or(declared.then_some(v + 1))?;
    let mut found = draft("passive", (v, v + 1), (content, s.1), Who::Nobody);
    (found.form, found.cuts) = (Some(form), cutting(p, s, v, v, form));
    Some(found)
}

/// الغارات التي قال إنها …: the relative clause is cut off. Its pronoun tells whether the antecedent
/// speaks (المبعوث الذي قال إن …) or is spoken of.
pub(super) fn relative_clause(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    cue: &Cue,
) -> Option<Draft> {
    if form.form == Form::Participle || cue.takes & takes::SPEECH == 0 {
        return None;
    }
    let content = (v + 1..s.1.min(v + 10)).take_while(|&i| !p.comma(i)).find_map(|i| complement(p, i))?;
    let relative = v - 1;
    let that = if p.is(content, class::FUSED) { content } else { content - 1 };
    let named = (v + 1 < that).then(|| subject(p, v + 1, that).who).flatten();
    let noun = (s.0..relative).rev().take(8).find(|&i| p.is(i, class::ROLE | class::GROUP | class::TITLE));
    let who = match (named, noun) {
        (Some(who), _) => Who::Named(who),
        (None, Some(noun)) if p.is(relative, class::RELATIVE) => Who::Named(subject(p, noun, relative).who?),
        _ => elided(form),
    };
    let mut found = draft("relative clause", (v, v + 1), (content, s.1), who);
    (found.form, found.clause, found.nests) = (Some(form), relative, true);
    Some(found)
}

/// Whether a quotation right before the verb is what it reports, rather than the noun behind it.
pub(super) fn after_speech(p: &Passage<'_>, s: (usize, usize), v: usize, cue: &Cue, intro: Intro) -> bool {
    let introduced = matches!(intro.how, How::That | How::Colon | How::Quotation);
    cue.takes & takes::SPEECH != 0 && !introduced && quoted_before(p, s, v).is_some()
}

/// The quotation that ends right before the verb.
pub(super) fn quoted_before(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<(usize, usize)> {
    let mut last = v.checked_sub(1)?;
    if p.comma(last) {
        last = last.checked_sub(1)?;
    }
    let open = p.marks.closed_at(last).filter(|&open| open >= s.0)?;
    let words = (open..last).filter(|&i| p.word(i)).count();
    let long = if p.comma(v - 1) || p.comma(last - 1) { 3 } else { 5 };
    (words >= long).then_some((open, last + 1))
}

/// The quotation before a verb whose speech goes on behind it.
pub(super) fn words_before(p: &Passage<'_>, s: (usize, usize), draft: &Draft) -> Option<Draft> {
    let content = quoted_before(p, s, draft.cue.0).filter(|_| draft.who != Who::Same)?;
    let mut first =
        Draft { content, rule: "verb after quotation", closed: true, nests: true, ..draft.clone() };
    first.quote = Quote::Direct;
    Some(first)
}

/// «…»، قال X: the words stand before the verb.
pub(super) fn postposed(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    cue: &Cue,
) -> Option<Draft> {
    if cue.takes & takes::SPEECH == 0 || form.form == Form::Participle {
        return None;
    }
    let content = quoted_before(p, s, v)?;
    let first = skip_adverbials(p, v + 1, s.1);
    let who = subject(p, first, s.1.min(first + 24)).who.map_or(elided(form), Who::Named);
    let mut found = draft("verb after quotation", (v, v + 1), content, who);
    (found.form, found.closed, found.nests) = (Some(form), true, true);
    found.quote = Quote::Direct;
    Some(found)
}

/// وصفها بأنها …, اتهمه بـ…: the object is a pronoun on the verb.
pub(super) fn described(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    cue: &Cue,
) -> Option<Draft> {
    let relative = v > s.0 && p.is(v.wrapping_sub(1), class::RELATIVE);
    let next = (v + 1..s.1.min(v + 6)).find(|&i| {
        complement(p, i).is_some()
            || (cue.takes & (takes::BA | takes::OBJECT) != 0 && carries(p, i, prefix::BA, 'ب'))
    })?;
    let describes = cue.takes & takes::BA != 0 && cue.target;
    if cue.weak || !describes {
        return None;
    }
    let content = complement(p, next).unwrap_or(next);
    let who = if next > v + 1 { subject(p, v + 1, next).who.map(Who::Named) } else { None };
    let mut found =
        draft("verb with pronoun object", (v, v + 1), (content, s.1), who.unwrap_or(elided(form)));
    found.form = Some(form);
    found.cuts = !relative && cutting(p, s, v, v, form);
    found.nests = relative;
    Some(found)
}

/// في خطوة قال إنها …: a relative clause after an indefinite noun needs no relative pronoun. It begins at the
/// comma before the noun.
pub(super) fn asyndetic(p: &Passage<'_>, s: (usize, usize), v: usize, intro: Intro) -> Option<usize> {
    let pronoun = intro.how == How::That && p.is(intro.content, class::FUSED) && intro.content <= v + 2;
    let before = v.checked_sub(1).filter(|&b| b > s.0 && p.word(b))?;
    let noun = !super::names::definite(p, before)
        && p.token(before).is_some_and(|t| t.arabic)
        && !p.is(
            before,
            class::CUT | class::DONE | class::HOLD | class::TIME | class::COMPLEMENTISER | class::CONJUNCTION,
        );
    if !pronoun || !noun || p.prefix(v, prefix::AND) {
        return None;
    }
    let comma = (s.0.max(v.saturating_sub(6))..v).rev().find(|&i| p.comma(i));
    comma.filter(|&c| p.is(c + 1, class::PREPOSITION)).map(|c| c + 1)
}
