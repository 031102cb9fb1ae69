//! Owns the Arabic rules: how a verb, participle or noun of the lexicon frames a claim.

mod intro;
pub(super) mod names;
mod object;
mod role;
mod source;

use self::intro::{How, Intro, carries, complement, introducer, introduces, wanted};
use self::names::{elided, subject, verb};
use self::object::{object, skip_adverbials};
use super::draft::{Draft, Who};
use super::lexicon::{Cue, CueForm, Form, class, prefix, takes};
use super::passage::Passage;
use super::token::Sort;
use crate::model::{Polarity, Quote};

/// Finds the claims of a sentence.
pub(super) fn frames(p: &Passage<'_>, sentence: (usize, usize), out: &mut Vec<Draft>) {
    let mut i = sentence.0;
    let mut floor = sentence.0;
    while i < sentence.1 {
        if let Some((pair, next)) = p.quotation(i)
            && pair.close.is_some()
        {
            i = next;
            continue;
        }
        let found = if p.is(i, class::SOURCE) {
            source::source(p, sentence, i)
                .or_else(|| source::source_after(p, sentence, i).filter(|_| out.is_empty()))
        } else if p.is(i, class::CARRIED) {
            source::carried(p, sentence, i)
        } else {
            None
        };
        let found = found
            .or_else(|| source::document(p, sentence, i))
            .or_else(|| p.entry(i).cues.iter().find_map(|&form| verbal(p, sentence, floor, i, form)));
        if let Some(draft) = found {
            i = (draft.cue.1).max(i + 1);
            if draft.content.0 > i && draft.content.0 < draft.content.1 {
                i = draft.content.0;
            }
            floor = i;
            out.push(draft);
        } else {
            i += 1;
        }
    }
}

pub(super) fn draft(rule: &'static str, cue: (usize, usize), content: (usize, usize), who: Who) -> Draft {
    Draft::new(rule, cue, content, who, 0.8)
}

fn verbal(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize, form: CueForm) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    if form.form == Form::Noun {
        return noun(p, s, v, form, cue);
    }
    let article = p.prefix(v, prefix::ARTICLE) && !begins_like_article(p, v);
    let attached = p.prefix(v, prefix::BA | prefix::LA | prefix::KA | prefix::WILL) || article;
    let negated = v > s.0
        && p.is(v.wrapping_sub(1), class::NEGATION)
        && !cue.negated
        && !matches!(p.key(v.wrapping_sub(1)), "ما" | "من");
    if attached
        || negated
        || (v > s.0
            && p.is(v.wrapping_sub(1), class::COMPLEMENTISER)
            && form.form == Form::Present
            && !p.prefix(v.wrapping_sub(1), prefix::BA))
    {
        return None;
    }
    let relative = v > s.0 && p.is(v.wrapping_sub(1), class::RELATIVE);
    if form.suffixed {
        return described(p, s, v, form, cue);
    }
    // "Who refused to be named" tells about the source.
    if names::evades(p, v) || !reads_as_verb(p, s, v, form) {
        return None;
    }
    if relative || gestures(p, s, v) {
        return relative_clause(p, s, v, form, cue);
    }
    if passive(p, v) && !cue.nobody {
        return unsaid(p, s, v, form, cue);
    }
    let held = if form.form == Form::Participle { None } else { held(p, s, v) };
    let intro = introducer(p, s, v, form, cue, held.is_some()).filter(|&i| satisfied(p, cue, v, i, s.1));
    let Some(intro) = intro.filter(|intro| !after_speech(p, s, v, cue, *intro)) else {
        return postposed(p, s, v, form, cue);
    };
    let (who, clause) = speaker(p, (s, floor), v, (form, cue), intro, held);
    let rule = rule(form, intro.how);
    if cue.polarity == Some(Polarity::Deny) && p.is(intro.content, class::VAGUE) {
        return None;
    }
    let mut found = draft(rule, (v, v + 1), (intro.content, s.1), who);
    found.form = Some(form);
    found.clause = clause;
    found.cuts = cutting(p, s, clause, v, form);
    found.strength = match intro.how {
        How::That | How::Colon | How::Quotation => 0.92,
        How::Preposition | How::Attached => 0.82,
        How::Object => 0.7,
    };
    found.nests =
        matches!(intro.how, How::That | How::Colon) || (intro.how == How::Preposition && !cue.target);
    if intro.how == How::Colon {
        found.quote = Quote::Direct;
    }
    Some(found)
}

/// التزم, ألقى: the first letters of the verb only look like the article.
fn begins_like_article(p: &Passage<'_>, v: usize) -> bool {
    let key = p.key(v);
    let bare = key.strip_prefix('و').unwrap_or(key).strip_prefix("ال");
    bare.is_some_and(|bare| p.token(v).is_some_and(|t| p.lexicon.look_up(bare).entry != t.hit.entry))
}

/// وهو يشير إلى …: what somebody does while speaking.
fn gestures(p: &Passage<'_>, s: (usize, usize), v: usize) -> bool {
    v > s.0 && p.is(v - 1, class::PRONOUN) && p.prefix(v - 1, prefix::AND)
}

/// A vowel sign tells a passive: ذُكر, أُعلنت.
fn passive(p: &Passage<'_>, v: usize) -> bool {
    let text = p.text(v, v + 1);
    let mut letters = text.chars().skip_while(|&c| c == 'و' || c == 'ف' || c == '\u{64e}');
    letters.next().is_some() && letters.next() == Some('\u{64f}') && !text.contains('ي')
}

/// ذُكر أن …, أُعلنت هدنة: nobody is named.
fn unsaid(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    let that = introduces(p, s, v, v + 1, cue).filter(|intro| matches!(intro.how, How::That | How::Colon));
    let declared = cue.declares && form.form == Form::Past && p.word(v + 1);
    let content = that.map(|intro| intro.content).or(declared.then_some(v + 1))?;
    let mut found = draft("passive", (v, v + 1), (content, s.1), Who::Nobody);
    (found.form, found.cuts, found.strength) = (Some(form), cutting(p, s, v, v, form), 0.6);
    Some(found)
}

/// الغارات التي قال إنها …: the relative clause is cut off. Its pronoun tells whether the antecedent
/// speaks (المبعوث الذي قال إن …) or is spoken of.
fn relative_clause(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
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
    (found.form, found.clause, found.nests, found.strength) = (Some(form), relative, true, 0.7);
    Some(found)
}

/// Whether a quotation right before the verb is what it reports, rather than the noun behind it.
fn after_speech(p: &Passage<'_>, s: (usize, usize), v: usize, cue: &Cue, intro: Intro) -> bool {
    let introduced = matches!(intro.how, How::That | How::Colon | How::Quotation);
    cue.takes & takes::SPEECH != 0 && !introduced && quoted_before(p, s, v).is_some()
}

/// The quotation that ends right before the verb.
fn quoted_before(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<(usize, usize)> {
    let mut last = v.checked_sub(1)?;
    if p.comma(last) {
        last = last.checked_sub(1)?;
    }
    let open = p.marks.closed_at(last).filter(|&open| open >= s.0)?;
    let words = (open..last).filter(|&i| p.word(i)).count();
    (words >= 3).then_some((open, last + 1))
}

/// «…»، قال X: the words stand before the verb.
fn postposed(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    if cue.takes & takes::SPEECH == 0 || form.form == Form::Participle {
        return None;
    }
    let content = quoted_before(p, s, v)?;
    let first = skip_adverbials(p, v + 1, s.1);
    let who = subject(p, first, s.1.min(first + 24)).who.map_or(elided(form), Who::Named);
    let mut found = draft("verb after quotation", (v, v + 1), content, who);
    (found.form, found.closed, found.nests) = (Some(form), true, true);
    (found.quote, found.strength) = (Quote::Direct, 0.9);
    Some(found)
}

/// Tells a verb from a word spelt like it: a participle that goes on speaking follows a comma or a
/// conjunction; a preposition is no verb inside a clause; a filler has no speaker.
fn reads_as_verb(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm) -> bool {
    let joined = p.prefix(v, prefix::AND);
    if form.form == Form::Participle {
        let before = v.checked_sub(1).filter(|&b| b >= s.0);
        let aside = before.is_none_or(|b| matches!(p.sort(b), Some(Sort::Comma | Sort::Semicolon)));
        return joined || aside || goes_on(p, v, form);
    }
    let filler = p.is(v, class::FILLER) && (complement(p, v + 1).is_some() || p.key(v + 1) == "الي");
    let preposition = p.is(v, class::PREPOSITION) && v > s.0 && !p.text(v, v + 1).contains('\u{651}');
    !filler && !preposition
}

/// A participle without a comma: in the accusative of state, with what it takes right behind it.
fn goes_on(p: &Passage<'_>, v: usize, form: CueForm) -> bool {
    let cue = p.lexicon.cue(form);
    let indefinite = !names::definite(p, v) && (form.plural || form.feminine || p.key(v).ends_with('ا'));
    let listed = cue.prepositions.iter().any(|(word, _)| **word == *p.key(v + 1));
    let carried = cue.takes & takes::BA != 0 && p.prefix(v + 1, prefix::BA);
    let that = cue.takes & takes::THAT != 0 && complement(p, v + 1).is_some();
    indefinite && !cue.weak && (listed || carried || that)
}

fn rule(form: CueForm, how: How) -> &'static str {
    match (form.form, how) {
        (Form::Participle, _) => "participle goes on",
        (_, How::That) => "verb with complementiser",
        (_, How::Colon) => "verb with colon",
        (_, How::Quotation) => "verb with quotation",
        (_, How::Preposition) => "verb with preposition",
        (_, How::Attached) => "verb with attached preposition",
        (_, How::Object) => "verb with object",
    }
}

fn satisfied(p: &Passage<'_>, cue: &Cue, v: usize, intro: Intro, end: usize) -> bool {
    let weak = cue.weak && p.entry(v).cues.iter().all(|f| f.form != Form::Participle);
    if weak && !matches!(intro.how, How::That | How::Colon | How::Quotation | How::Preposition) {
        return false;
    }
    if cue.wants.is_empty() {
        return true;
    }
    (v + 1..end.min(intro.content + 8)).any(|i| wanted(p, cue, i))
}

pub(super) fn cutting(p: &Passage<'_>, s: (usize, usize), clause: usize, v: usize, form: CueForm) -> bool {
    let before = clause.checked_sub(1).filter(|&b| b >= s.0);
    form.form == Form::Participle
        || (p.prefix(clause, prefix::AND)
            && p.key(v.saturating_sub(1)) != "قد"
            && !p.key(v.saturating_sub(1)).ends_with("وقد"))
        || before.is_none_or(|b| p.comma(b) || p.sort(b) == Some(Sort::Semicolon) || p.is(b, class::CUT))
}

/// Who speaks, and where the clause of the verb begins.
fn speaker(
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
        if let Some(who) = subject(p, first, limit).who {
            return (Who::Named(who), held.map_or(v, |(at, _)| at));
        }
    }
    if let Some((at, who)) = held {
        return (who, at);
    }
    before(p, s, floor, v, form).unwrap_or((elided(form), v))
}

/// أبلغ الوزير المجلس أن …, كشف الوزير النقاب عن …: the subject ends before the listener or the noun that
/// belongs to the cue.
fn before_listener(p: &Passage<'_>, cue: &Cue, first: usize, limit: usize) -> usize {
    let stripped = (first..limit).find(|&i| cue.strips.iter().any(|w| **w == *p.key(i)));
    let end = stripped.unwrap_or(limit);
    if cue.listener { object(p, first, end).map_or(end, |(end, _)| end) } else { end }
}

/// كان X قد أعلن: the subject between the two verbs.
fn held(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<(usize, Who)> {
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
    let joined = p.prefix(v, prefix::AND) || matches!(p.key(v.saturating_sub(1)), "وقد" | "فقد");
    if joined || form.form == Form::Participle {
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
    let from = if p.is(from, class::CONJUNCTION) { from + 1 } else { from };
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

fn named_word(p: &Passage<'_>, i: usize) -> bool {
    names::definite(p, i) || object::nounlike(p, i) || p.token(i).is_some_and(|t| t.hit.class != 0)
}

/// وصفها بأنها …, اتهمه بـ…: the object is a pronoun on the verb.
fn described(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
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
    found.strength = 0.6;
    Some(found)
}

/// قوله إن …, بقوله: …
fn noun(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    let joined = p.prefix(v, prefix::LA | prefix::KA | prefix::ARTICLE);
    if !form.suffixed || joined || !p.key(v).contains("قول") && !p.key(v).contains("تاكيد") {
        return None;
    }
    let intro = introduces(p, s, v, v + 1, cue)?;
    let mut found = draft("noun of saying", (v, v + 1), (intro.content, s.1), elided(form));
    found.form = Some(form);
    found.strength = 0.85;
    found.cuts = true;
    if intro.how == How::Colon {
        found.quote = Quote::Direct;
    }
    Some(found)
}
