//! Owns the Arabic rules: how a verb, participle, noun or phrase of the lexicon frames a claim.

use super::draft::{Draft, Who};
use super::lexicon::{Cue, CueForm, Form, class, prefix, takes};
use super::names_ar::{self, elided, object, skip_adverbials, subject, verb};
use super::passage::Passage;
use super::token::Sort;
use crate::model::{Polarity, Quote};

/// How far from its cue a claim's content may begin, in tokens.
const REACH: usize = 45;

/// Finds the claims of a sentence.
pub(super) fn frames(p: &Passage<'_>, sentence: (usize, usize), out: &mut Vec<Draft>) {
    let mut i = sentence.0;
    let mut floor = sentence.0;
    while i < sentence.1 {
        if let Some((pair, next)) = p.quotation(i) {
            if pair.close.is_some() {
                i = next;
                continue;
            }
        }
        let found = if p.is(i, class::SOURCE) {
            source(p, sentence, i).or_else(|| source_after(p, sentence, i).filter(|_| out.is_empty()))
        } else if p.is(i, class::CARRIED) {
            carried(p, sentence, i)
        } else {
            None
        };
        let found = found
            .or_else(|| document(p, sentence, i))
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

/// Where the content begins, and how it is introduced.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Intro {
    /// The token that introduces it; the subject stands before.
    at: usize,
    content: usize,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum How {
    That,
    Colon,
    Quotation,
    Preposition,
    Attached,
    Object,
}

fn draft(rule: &'static str, cue: (usize, usize), content: (usize, usize), who: Who) -> Draft {
    Draft {
        rule,
        clause: cue.0,
        cue,
        content,
        who,
        via: Vec::new(),
        form: None,
        cuts: true,
        quote: Quote::Indirect,
        strength: 0.8,
        closed: false,
        nests: false,
    }
}

fn verbal(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize, form: CueForm) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    if form.form == Form::Noun {
        return noun(p, s, v, form, cue);
    }
    let attached = p.prefix(v, prefix::BA | prefix::LA | prefix::KA | prefix::ARTICLE | prefix::WILL);
    let negated = v > s.0
        && p.is(v.wrapping_sub(1), class::NEGATION)
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
    if relative || !reads_as_verb(p, s, v, form) {
        return None;
    }
    let intro = introducer(p, s, v, form, cue)?;
    if !satisfied(p, cue, v, intro, s.1) {
        return None;
    }
    let (who, clause) = speaker(p, s, floor, v, form, intro);
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

/// Tells a verb from a word spelt like it: a participle that goes on speaking follows a comma or a
/// conjunction; a preposition is no verb inside a clause; a filler has no speaker.
fn reads_as_verb(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm) -> bool {
    let joined = p.prefix(v, prefix::AND);
    if form.form == Form::Participle {
        let before = v.checked_sub(1).filter(|&b| b >= s.0);
        let aside = before.is_none_or(|b| matches!(p.sort(b), Some(Sort::Comma | Sort::Semicolon)));
        return joined || aside;
    }
    let filler = p.is(v, class::FILLER) && (complement(p, v + 1).is_some() || p.key(v + 1) == "الي");
    let preposition = p.is(v, class::PREPOSITION) && v > s.0;
    !filler && !preposition
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

fn wanted(p: &Passage<'_>, cue: &Cue, i: usize) -> bool {
    cue.wants.iter().any(|w| **w == *p.key(i))
}

fn cutting(p: &Passage<'_>, s: (usize, usize), clause: usize, v: usize, form: CueForm) -> bool {
    let before = clause.checked_sub(1).filter(|&b| b >= s.0);
    form.form == Form::Participle
        || (p.prefix(clause, prefix::AND)
            && p.key(v.saturating_sub(1)) != "قد"
            && !p.key(v.saturating_sub(1)).ends_with("وقد"))
        || before.is_none_or(|b| p.comma(b) || p.sort(b) == Some(Sort::Semicolon) || p.is(b, class::CUT))
}

/// Looks for what introduces the content after a verb.
fn introducer(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Intro> {
    let limit = s.1.min(v + REACH);
    let participle = form.form == Form::Participle;
    let mut i = v + 1;
    while i < limit {
        if let Some(intro) = introduces(p, s, v, i, cue) {
            let early =
                |i: &Intro| i.content == v + 1 || names_ar::closes_phrase(p, i.content.wrapping_sub(1));
            let early_object = (cue.takes & takes::OBJECT != 0)
                .then(|| announced(p, v + 1, intro.at))
                .flatten()
                .filter(early);
            return Some(early_object.unwrap_or(intro));
        }
        let resumes = introduces(p, s, v, i + 1, cue).is_some();
        if p.sort(i) == Some(Sort::Semicolon) && !resumes && i > v + 1 || (i > v + 1 && stops_search(p, i)) {
            break;
        }
        if participle && p.comma(i) && i > v + 12 {
            break;
        }
        i = p.quotation(i).filter(|(pair, _)| pair.close.is_some()).map_or(i + 1, |(_, next)| next);
    }
    if cue.takes & takes::OBJECT == 0 || (cue.weak && !participle) {
        return None;
    }
    bare_object(p, v, i.min(limit), participle, cue)
}

/// A verb of its own clause ends the search for this one's content.
fn stops_search(p: &Passage<'_>, i: usize) -> bool {
    verb(p, i)
        && (p.prefix(i, prefix::AND) || p.comma(i.saturating_sub(1)))
        && p.entry(i).cues.iter().any(|f| !p.lexicon.cue(*f).weak)
        || p.is(i, class::CUT)
}

fn announced(p: &Passage<'_>, from: usize, to: usize) -> Option<Intro> {
    let i = (from..to).find(|&i| {
        p.is(i, class::ANNOUNCED)
            && !p.is(i, class::PREPOSITION)
            && !p.is(i.wrapping_sub(1), class::PREPOSITION | class::ROLE)
            && !p.prefix(i, prefix::LA | prefix::BA | prefix::KA)
    })?;
    Some(Intro { at: i, content: i, how: How::Object })
}

fn bare_object(p: &Passage<'_>, v: usize, limit: usize, participle: bool, cue: &Cue) -> Option<Intro> {
    let first = skip_adverbials(p, v + 1, limit);
    if participle && cue.target {
        return p.word(v + 1).then_some(Intro { at: v + 1, content: v + 1, how: How::Object });
    }
    if let Some(intro) = announced(p, first, limit).filter(|_| !cue.target) {
        return Some(intro);
    }
    if let Some(i) = (first..limit).find(|&i| wanted(p, cue, i)).filter(|_| !cue.target) {
        return Some(Intro { at: i, content: i, how: How::Object });
    }
    if p.entry(v).cues.first().is_some_and(|f| f.form != Form::Participle) && p.key(v).contains("علن") {
        return None;
    }
    if participle {
        return p.word(v + 1).then_some(Intro { at: v + 1, content: v + 1, how: How::Object });
    }
    let (subject_end, start) = object(p, first, limit)?;
    let content = skip_adverbials(p, start, limit);
    let usable = content < limit && (p.word(content) || p.sort(content) == Some(Sort::Mark));
    usable.then_some(Intro { at: subject_end, content, how: How::Object })
}

fn introduces(p: &Passage<'_>, s: (usize, usize), v: usize, i: usize, cue: &Cue) -> Option<Intro> {
    let that = cue.takes & takes::THAT != 0;
    if that {
        if let Some(content) = complement(p, i) {
            return Some(Intro { at: i, content, how: How::That });
        }
    }
    if p.sort(i) == Some(Sort::Colon) {
        let content = if p.is(i + 1, class::COMPLEMENTISER) { i + 2 } else { i + 1 };
        let speech = cue.takes & takes::SPEECH != 0 || that;
        return (speech && content < s.1).then_some(Intro {
            at: i,
            content,
            how: if content > i + 1 { How::That } else { How::Colon },
        });
    }
    if let Some((_, next)) = p.quotation(i) {
        let speech = cue.takes & (takes::SPEECH | takes::THAT) != 0;
        return (speech && spoken(p, s, i, next)).then_some(Intro { at: i, content: i, how: How::Quotation });
    }
    if cue.prepositions.iter().any(|(word, _)| **word == *p.key(i)) {
        return Some(after_preposition(p, v, i, cue));
    }
    let attached = (cue.takes & takes::BA != 0 && carries(p, i, prefix::BA, 'ب'))
        || (cue.takes & takes::LA != 0 && i > v + 1 && carries(p, i, prefix::LA, 'ل'));
    if attached && !p.is(i, class::SHIFTER) {
        let content = if cue.target { target(p, v, i) } else { i };
        return Some(Intro { at: content.min(i), content, how: How::Attached });
    }
    None
}

fn after_preposition(p: &Passage<'_>, v: usize, i: usize, cue: &Cue) -> Intro {
    if let Some(content) = complement(p, i + 1) {
        if !cue.target {
            return Intro { at: i, content, how: How::That };
        }
    }
    let content = if cue.target { target(p, v, i) } else { i + 1 };
    Intro { at: content.min(i), content, how: How::Preposition }
}

/// The addressee of a call or accusation: what stands between subject and preposition.
fn target(p: &Passage<'_>, v: usize, preposition: usize) -> usize {
    let participle = p.entry(v).cues.first().is_some_and(|f| f.form == Form::Participle);
    if participle {
        return if preposition > v + 1 { v + 1 } else { after_bare(p, preposition) };
    }
    let first = skip_adverbials(p, v + 1, preposition);
    if first >= preposition {
        return after_bare(p, preposition);
    }
    if p.entry(v).cues.iter().any(|f| f.plural && f.form != Form::Participle) {
        return first;
    }
    let start = object(p, first, preposition).map(|(_, start)| skip_adverbials(p, start, preposition));
    match start {
        Some(start)
            if start < preposition && !p.is(start, class::PREPOSITION) && !names_ar::joined(p, start) =>
        {
            start
        }
        // One phrase only: the addressee, unless it agrees with the verb and the verb can do without.
        _ if needs_object(p, v) || !agrees(p, v, first) => first,
        _ => after_bare(p, preposition),
    }
}

/// Accusing and demanding need an addressee; calling does not (دعا إلى).
fn needs_object(p: &Passage<'_>, v: usize) -> bool {
    let elided = p.entry(v).cues.iter().any(|f| f.plural && f.form != Form::Participle);
    elided || p.entry(v).cues.iter().any(|&f| p.lexicon.cue(f).takes & takes::BA != 0)
}

/// Whether a noun can be the subject of the verb before it, by gender and case.
fn agrees(p: &Passage<'_>, v: usize, noun: usize) -> bool {
    let feminine = p.entry(v).cues.iter().any(|f| f.feminine);
    let nouns = (noun..noun + 2).any(|i| p.key(i).ends_with('ه')) || p.is(noun, class::WOMAN | class::PLACE);
    let human = p.is(noun, class::ROLE | class::TITLE) && !oblique_plural(p, noun);
    !oblique_plural(p, noun) && (human || feminine == nouns || p.is(noun, class::PLACE))
}

fn oblique_plural(p: &Passage<'_>, i: usize) -> bool {
    p.key(i).ends_with("ين") && !p.is(i, class::PLACE)
}

/// A free-standing preposition is left out of the span, an attached one stays.
fn after_bare(p: &Passage<'_>, preposition: usize) -> usize {
    if p.is(preposition, class::PREPOSITION) {
        complement(p, preposition + 1).unwrap_or(preposition + 1)
    } else {
        preposition
    }
}

/// Where the content begins if a complementiser stands here: after a bare one, at a fused one.
fn complement(p: &Passage<'_>, i: usize) -> Option<usize> {
    let bound = p.prefix(i, prefix::LA | prefix::KA);
    if p.is(i, class::FUSED) && !bound {
        return Some(i);
    }
    let free = p.is(i, class::COMPLEMENTISER) && !bound && p.word(i + 1) | p.quotation(i + 1).is_some();
    let temporal = i > 0
        && matches!(
            p.key(i.wrapping_sub(1)),
            "بعد" | "قبل" | "منذ" | "بدل" | "دون" | "رغم" | "غير" | "مع" | "يمكن" | "لابد"
        );
    (free && !temporal).then_some(i + 1)
}

/// Whether the word begins with this letter as a preposition.
fn carries(p: &Passage<'_>, i: usize, bit: u8, letter: char) -> bool {
    let unknown = p.token(i).is_some_and(|t| t.sort == Sort::Word && t.arabic && t.hit.entry == 0);
    let key = p.key(i);
    if matches!(key, "باسم") || p.is(i, class::PREPOSITION) {
        return false;
    }
    let fused = bit == prefix::BA && p.is(i, class::COMPLEMENTISER | class::FUSED) && key.starts_with("با");
    fused
        || p.prefix(i, bit)
        || (key == "ب" && bit == prefix::BA)
        || (unknown && key.starts_with(letter) && key.chars().count() >= 4)
}

/// Whether a quotation is speech rather than a quoted name.
fn spoken(p: &Passage<'_>, s: (usize, usize), open: usize, next: usize) -> bool {
    let words = (open + 1..next.min(open + 14)).filter(|&i| p.word(i)).count();
    let introduced = open
        .checked_sub(1)
        .is_some_and(|b| p.sort(b) == Some(Sort::Colon) || p.is(b, class::COMPLEMENTISER | class::FUSED));
    let after_outlet = open.checked_sub(1).is_some_and(|b| {
        p.is(b, class::OUTLET) || p.token(b).is_some_and(|t| t.sort == Sort::Word && t.end - t.start <= 2)
    });
    let last = next >= s.1 || (next + 1 >= s.1 && p.sort(next) == Some(Sort::Stop));
    introduced || (!after_outlet && (words >= 6 || (words >= 3 && last)))
}

/// Who speaks, and where the clause of the verb begins.
fn speaker(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    intro: Intro,
) -> (Who, usize) {
    if form.form == Form::Participle {
        return (Who::Same, v);
    }
    let held = held(p, s, v);
    let first = skip_adverbials(p, v + 1, intro.at);
    // A plural verb has its subject before it or in itself.
    let adverbial = (v + 1..=first).any(|i| p.is(i, class::PREPOSITION | class::SOURCE));
    let stands_after = first < intro.at && !form.plural && !adverbial;
    if stands_after && intro.content != first {
        let found = subject(p, first, intro.at);
        if let Some(who) = found.who {
            return (Who::Named(who), held.map_or(v, |(at, _)| at));
        }
    }
    if let Some((at, who)) = held {
        return (who, at);
    }
    before(p, s, floor, v, form).unwrap_or((elided(form), v))
}

/// كان X قد أعلن: the subject between the two verbs.
fn held(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<(usize, Who)> {
    if p.prefix(v, prefix::AND) {
        return None;
    }
    let done = v.checked_sub(1).filter(|&d| p.key(d) == "قد");
    let end = done.unwrap_or(v);
    let at = (s.0.max(end.saturating_sub(14))..end).rev().find(|&i| p.is(i, class::HOLD))?;
    let beside = at + 1 < end && names_ar::skip_adverbials(p, subject(p, at + 1, end).end, end) >= end;
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
    let who = subject(p, from, v).who?;
    Some((Who::Named(who), from))
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

/// بحسب X, وفقا لـX, نقلا عن X: before the content or after it.
fn source(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    let lead = i == s.0 || (i == s.0 + 1 && !p.word(s.0));
    if !lead || p.prefix(i, prefix::LA | prefix::KA | prefix::ARTICLE) && p.key(i) != "لحسب" {
        return None;
    }
    let comma = (i + 1..s.1.min(i + 25)).find(|&j| p.comma(j))?;
    let from = if p.is(i + 1, class::COMPLEMENTISER) || p.key(i + 1) == "ما" { i + 2 } else { i + 1 };
    let from = if verb(p, from) { from + 1 } else { from };
    let mut content = comma + 1;
    if p.is(content, class::COMPLEMENTISER) {
        content += 1;
    }
    if content >= s.1 || from >= comma {
        return None;
    }
    let mut who = subject(p, from, comma).who?;
    who.name = names_ar::unattached(p, from, &who.name);
    let mut found = draft("according to", (i, i + 1), (content, s.1), Who::Named(who));
    found.strength = 0.8;
    Some(found)
}

/// …، بحسب X: where nothing else frames the sentence, all before it is the source's.
fn source_after(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    if i < s.0 + 3 || p.prefix(i, prefix::LA | prefix::KA | prefix::ARTICLE) {
        return None;
    }
    let from = if p.is(i + 1, class::COMPLEMENTISER) || p.key(i + 1) == "ما" { i + 2 } else { i + 1 };
    let from = if verb(p, from) { from + 1 } else { from };
    let found = subject(p, from, s.1);
    let ends = (found.end..s.1).all(|j| !p.word(j)) || p.comma(found.end);
    let mut who = found.who.filter(|_| ends)?;
    who.name = names_ar::unattached(p, from, &who.name);
    let mut found = draft("according to", (i, i + 1), (s.0, i), Who::Named(who));
    (found.clause, found.closed, found.strength) = (i, true, 0.75);
    Some(found)
}

/// نقلت W عن X قوله إن …: X speaks, W passed it on.
fn carried(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    let about = (i + 1..s.1.min(i + 16)).find(|&j| p.key(j) == "عن")?;
    let noun = (about + 1..s.1.min(about + 25)).find(|&j| {
        p.entry(j).cues.iter().any(|f| f.form == Form::Noun && f.suffixed)
            || complement(p, j).is_some()
            || p.sort(j) == Some(Sort::Colon)
    })?;
    let said = p.entry(noun).cues.iter().find(|f| f.form == Form::Noun && f.suffixed).copied();
    let form = said.or_else(|| p.lexicon.entry(p.lexicon.look_up("قال")).cues.first().copied())?;
    let at = if said.is_some() { noun + 1 } else { noun };
    let content =
        complement(p, at).or_else(|| (p.sort(at) == Some(Sort::Colon)).then_some(at + 1)).unwrap_or(at);
    let who = subject(p, about + 1, noun).who?;
    let mut found = draft(
        "carried from somebody",
        (i, if said.is_some() { noun + 1 } else { i + 1 }),
        (content, s.1),
        Who::Named(who),
    );
    if let Some(outlet) = (about > i + 1).then(|| subject(p, i + 1, about).who).flatten() {
        found.via.push(outlet.name);
    }
    found.form = Some(form);
    found.strength = 0.85;
    found.cuts = cutting(p, s, i, i, form);
    Some(found)
}

/// جاء في بيان لـX أن …: the issuer speaks.
fn document(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    if !matches!(p.key(i), "جاء" | "وجاء" | "ورد" | "وورد")
        || p.key(i + 1) != "في"
        || !p.is(i + 2, class::DOCUMENT)
    {
        return None;
    }
    let at = (i + 3..s.1.min(i + 30)).find(|&j| {
        complement(p, j).is_some()
            || p.sort(j) == Some(Sort::Colon)
            || p.quotation(j).is_some_and(|(_, n)| spoken(p, s, j, n))
    })?;
    let content = complement(p, at).unwrap_or(if p.sort(at) == Some(Sort::Colon) { at + 1 } else { at });
    let mut from = i + 3;
    while from < at && (p.is(from, class::ISSUER | class::PREPOSITION | class::TIME)) {
        from += 1;
    }
    let who = if from < at { subject(p, from, at).who } else { None };
    let who = who.map(|mut m| {
        m.name = names_ar::unattached(p, from, &m.name);
        (m.plural, m.feminine) = (false, false);
        m
    });
    let who = who.map_or_else(|| Who::Named(names_ar::split(p, i + 2, i + 3)), Who::Named);
    let mut found = draft("stands in a document", (i, i + 3), (content, s.1), who);
    found.strength = 0.88;
    Some(found)
}
