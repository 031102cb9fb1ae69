//! Owns the English rules: how a verb, noun or phrase of the lexicon frames a claim.

use super::draft::{Draft, Who};
use super::lexicon::{Cue, CueForm, Form, class, takes};
use super::names_en::{self, Opening, Subject};
use super::passage::Passage;
use super::token::Sort;
use crate::model::Quote;

/// Finds the claims of a sentence.
pub(super) fn frames(p: &Passage<'_>, s: (usize, usize), out: &mut Vec<Draft>) {
    let mut i = s.0;
    let mut floor = s.0;
    while i < s.1 {
        if let Some((pair, next)) = p.quotation(i) {
            if pair.close.is_some() {
                i = next;
                continue;
            }
        }
        let next = frame(p, s, floor, i, out);
        if let Some(next) = next {
            floor = next;
            i = next.max(i + 1);
        } else {
            i += 1;
        }
    }
    if out.is_empty() {
        alone(p, s, out);
    }
    split_quotation(p, s, out);
}

fn frame(p: &Passage<'_>, s: (usize, usize), floor: usize, i: usize, out: &mut Vec<Draft>) -> Option<usize> {
    let draft = if p.is(i, class::SOURCE) && p.key(i + 1) == "to" {
        according(p, s, i)
    } else {
        p.entry(i).cues.iter().find_map(|&form| match form.form {
            Form::Noun => noun(p, s, floor, i, form),
            _ => verb(p, s, floor, i, form, out),
        })
    }?;
    let next = draft.cue.1.max(i + 1);
    out.push(draft);
    Some(next)
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
        strength: 0.85,
        closed: false,
        nests: false,
    }
}

/// The words of a verb group before its cue: where it begins and what they make of it.
struct Group {
    from: usize,
    passive: bool,
    hidden: bool,
    auxiliary: bool,
}

fn group(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize) -> Group {
    let mut g = Group { from: v, passive: false, hidden: false, auxiliary: false };
    while g.from > floor.max(s.0) {
        let i = g.from - 1;
        if p.is(i, class::NEGATION)
            || matches!(p.key(i), "to" | "would" | "could" | "should" | "may" | "might" | "did")
        {
            g.hidden = p.key(i) != "would" && p.key(i) != "could";
            g.auxiliary = true;
        } else if p.is(i, class::AUXILIARY) && !p.is(i, class::NEGATION) {
            g.passive |= g.from == v && p.is(i, class::BE);
            g.auxiliary = true;
        } else if !(p.is(i, class::ADVERB) && !p.is(i, class::TIME)) {
            break;
        } else if g.from == v && i > 0 && p.is(i.wrapping_sub(1), class::BE) {
            g.passive = true;
        }
        g.from = i;
        if g.hidden {
            break;
        }
    }
    g
}

fn verb(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    out: &[Draft],
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let g = group(p, s, floor, v);
    // A capital inside a sentence makes a name of it: "the United States".
    let name = v > s.0 && p.token(v).is_some_and(|t| t.capital);
    if g.hidden || name || p.key(v + 1) == "by" {
        return None;
    }
    let present = form.form == Form::Present;
    if present && (nominal(p, v) || helped(p, v)) {
        return None;
    }
    let tail = wanted(p, s, v, cue)?;
    if subject_relative(p, s, g.from) {
        return None;
    }
    match form.form {
        Form::Passive if g.passive => return passive(p, s, floor, v, form, &g),
        Form::Passive => return None,
        Form::Past if g.passive => return None,
        _ => {}
    }
    let subject = names_en::before(p, floor, g.from);
    if let Some(found) = inverted(p, s, floor, v, form, &subject) {
        return Some(found);
    }
    let start = content_start(p, s, tail, cue);
    let quoted_before = subject.opening == Opening::Quotation && subject.from < subject.end;
    let explicit = matches!(start, Some((_, How::That | How::Colon)));
    let stray = matches!(start, Some((at, How::Bare | How::Object)) if p.is(at, class::PREPOSITION) && subject.opening == Opening::Comma);
    if start.is_none() || (quoted_before && !explicit) || stray {
        return postposed(p, s, v, form, &subject, out);
    }
    let (content, how) = start?;
    if cue.weak && !matches!(how, How::That | How::Colon | How::Quotation)
        || p.is(content, class::VAGUE)
        || (how == How::To && p.is(content + 1, class::VAGUE))
    {
        return None;
    }
    if how == How::Bare && p.is(content, class::AUXILIARY) && subject.opening != Opening::Relative {
        return None;
    }
    if form.form == Form::Present && !agrees(p, form, &subject) {
        return None;
    }
    if let Some(word) = &cue.wants_word {
        if !(content..s.1.min(content + 40)).any(|i| p.key(i) == &**word) {
            return None;
        }
    }
    if form.form == Form::Participle {
        return participle(p, s, (g.from, v), form, (content, s.1), &subject, out);
    }
    let mut found =
        draft(rule_of(how), (g.from, content.min(tail.max(v + 1))), (content, s.1), subject.who.clone());
    found.cue = (v, tail.max(v + 1));
    found.form = Some(form);
    found.clause = subject.clause;
    found.cuts = cuts(&subject, g.from, form, out);
    if subject.from >= subject.end && !out.is_empty() {
        found.who = Who::Same;
    }
    if subject.from >= subject.end && out.is_empty() {
        found.who = leading(p, s, g.from).unwrap_or(found.who);
    }
    if how == How::Colon {
        found.quote = Quote::Direct;
    }
    if how == How::Bare || how == How::Preposition {
        found.strength = 0.8;
    }
    if subject.opening == Opening::Relative && how == How::Bare && p.is(content, class::BE) {
        found.content.0 = content + 1;
        found.nests = true;
    }
    found.nests |= how == How::That || how == How::Colon;
    Some(found)
}

/// A present tense agrees with its subject; where it does not, the word is a noun.
fn agrees(p: &Passage<'_>, form: CueForm, subject: &Subject) -> bool {
    match &subject.who {
        Who::Named(m) if form.plural => m.plural,
        Who::Named(m) => !m.plural || m.name.starts_with(char::is_uppercase),
        Who::Last { plural: Some(plural), .. } => {
            *plural == form.plural || matches!(p.key(subject.from), "i" | "we")
        }
        _ => subject.from < subject.end,
    }
}

/// The subject of a sentence whose first verb is no cue: "The council met and condemned …".
fn leading(p: &Passage<'_>, s: (usize, usize), before: usize) -> Option<Who> {
    let stop = (s.0 + 1..before).find(|&i| {
        p.is(i, class::AUXILIARY)
            || p.comma(i)
            || (p.word(i)
                && p.token(i).is_some_and(|t| !t.capital)
                && (p.key(i).ends_with("ed") || p.key(i) == "met")
                && !p.is(i + 1, class::PREPOSITION)
                || p.key(i) == "met")
    })?;
    let known = (s.0..stop).find(|&i| p.key(i) == "known" && p.key(i + 1) == "as");
    let from = known.map_or(s.0, |k| k + 2);
    Some(names_en::whom(p, from, stop, None))
}

/// Whom a sentence without cue is about, where it is somebody who may speak next.
pub(super) fn topic(p: &Passage<'_>, s: (usize, usize)) -> Option<super::draft::Mention> {
    if p.is(s.0, class::PREPOSITION | class::PRONOUN | class::SUBORDINATOR) {
        return None;
    }
    let limit = s.1.min(s.0 + 24);
    let comma = (s.0..limit).find(|&i| p.comma(i));
    let who = match leading(p, s, limit)? {
        Who::Named(mention) if !mention.person && comma.is_none() => Who::Named(mention),
        _ => {
            let comma = comma?;
            let close = (comma + 1..limit).find(|&i| p.comma(i)).unwrap_or(comma + 1);
            names_en::whom(p, s.0, comma, Some((comma + 1, close)))
        }
    };
    match who {
        Who::Named(mention) if mention.person || mention.human => Some(mention),
        _ => None,
    }
}

fn cuts(subject: &Subject, _verb: usize, form: CueForm, out: &[Draft]) -> bool {
    match subject.opening {
        Opening::None => false,
        Opening::Conjunction if subject.from >= subject.end => out
            .last()
            .and_then(|d| d.form)
            .is_none_or(|f| (f.form == Form::Present) == (form.form == Form::Present)),
        _ => true,
    }
}

/// "The group that agreed …" tells which group is meant; it claims nothing.
fn subject_relative(p: &Passage<'_>, s: (usize, usize), from: usize) -> bool {
    from > s.0 && matches!(p.key(from.wrapping_sub(1)), "that" | "which" | "who")
}

/// After "has" or "were" a word in the form of the present tense is a noun.
fn helped(p: &Passage<'_>, v: usize) -> bool {
    let before = v.checked_sub(1);
    before.is_some_and(|b| p.is(b, class::BE) || matches!(p.key(b), "has" | "have" | "had"))
}

/// A plural noun that is spelt like a verb: after a determiner, preposition, number or possessive.
fn nominal(p: &Passage<'_>, v: usize) -> bool {
    let Some(before) = v.checked_sub(1) else { return true };
    let blocked = p.is(
        before,
        class::DETERMINER | class::PREPOSITION | class::BE | class::NEGATION | class::CONJUNCTION,
    ) && !p.is(before, class::PRONOUN)
        && !p.is(before, class::THEY | class::IT);
    let possessive = p.token(before).is_some_and(|t| t.possessive);
    let of_next = matches!(p.key(v + 1), "of" | "from" | "by");
    blocked
        || possessive
        || of_next
        || !p.word(before) && !p.comma(before)
        || p.sort(before) == Some(Sort::Number)
        || (p.comma(before) && !p.word(v + 1))
}

fn rule_of(how: How) -> &'static str {
    match how {
        How::That => "verb with that",
        How::Colon => "verb with colon",
        How::Quotation => "verb with quotation",
        How::Preposition => "verb with preposition",
        How::To => "verb with infinitive",
        How::Bare => "verb with bare clause",
        How::Object => "verb with object",
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum How {
    That,
    Colon,
    Quotation,
    Preposition,
    To,
    Bare,
    Object,
}

/// Words that must follow the cue (“expressed concern”): the token after them; none where they are missing.
fn wanted(p: &Passage<'_>, s: (usize, usize), v: usize, cue: &Cue) -> Option<usize> {
    if cue.wants.is_empty() {
        return Some(v + 1);
    }
    let i = (v + 1..s.1.min(v + 5)).find(|&i| cue.wants.iter().any(|w| **w == *p.key(i)))?;
    let strip = cue.strips.iter().any(|w| **w == *p.key(i + 1));
    Some(if strip { i + 2 } else { i + 1 })
}

/// Where the content begins after the cue; none where nothing of it follows.
fn content_start(p: &Passage<'_>, s: (usize, usize), tail: usize, cue: &Cue) -> Option<(usize, How)> {
    let mut i = tail;
    if cue.listener {
        i = skip_listener(p, s, i);
    }
    if let Some((_, joined)) = cue.prepositions.iter().find(|(w, _)| **w == *p.key(i)) {
        let _ = joined;
        return (i + 1 < s.1).then_some((i + 1, How::Preposition));
    }
    let skipped = skip_adverbials(p, s, i);
    if skipped >= s.1 || ends_clause(p, s, skipped) {
        return None;
    }
    let that = p.is(skipped, class::COMPLEMENTISER);
    if that && cue.takes & takes::THAT != 0 && p.word(skipped + 1) | (p.sort(skipped + 1) == Some(Sort::Mark))
    {
        return Some((skipped + 1, How::That));
    }
    if p.sort(skipped) == Some(Sort::Colon) {
        return (cue.takes & takes::SPEECH != 0 && skipped + 1 < s.1).then_some((skipped + 1, How::Colon));
    }
    if p.quotation(skipped).is_some() && cue.takes & (takes::SPEECH | takes::THAT | takes::OBJECT) != 0 {
        return Some((skipped, How::Quotation));
    }
    if let Some((at, _)) = [(i, ()), (skipped, ())]
        .into_iter()
        .find(|&(at, ())| cue.prepositions.iter().any(|(w, _)| **w == *p.key(at)))
    {
        return Some((at + 1, How::Preposition));
    }
    if p.key(i) == "to" {
        let noun = p.is(i + 1, class::DETERMINER | class::PLACE) || p.sort(i + 1) == Some(Sort::Mark);
        let how = if noun { (i + 1, How::Preposition) } else { (i, How::To) };
        return (cue.takes & takes::TO != 0).then_some(how);
    }
    if cue.takes & takes::BARE != 0 && p.word(skipped) {
        return Some((skipped, How::Bare));
    }
    let object = cue.takes & takes::OBJECT != 0 && !(p.is(i, class::PREPOSITION) && skipped == i);
    object.then_some((skipped, How::Object))
}

/// A listener stands before the content: "told reporters in Kip that".
fn skip_listener(p: &Passage<'_>, s: (usize, usize), from: usize) -> usize {
    let mut i = from;
    let that = (from..s.1.min(from + 9)).find(|&j| {
        p.is(j, class::COMPLEMENTISER)
            || p.sort(j) == Some(Sort::Colon)
            || p.quotation(j).is_some()
            || p.comma(j)
    });
    if let Some(that) = that.filter(|&t| p.is(t, class::COMPLEMENTISER) && p.is(from, class::DETERMINER)) {
        return that;
    }
    while i < s.1
        && p.word(i)
        && (p.is(i, class::LISTENER | class::OUTLET | class::ROLE)
            || (p.token(i).is_some_and(|t| t.capital) && !p.is(i, class::DETERMINER | class::PRONOUN)))
    {
        i += 1;
    }
    i
}

/// Time and place of speaking: "on Monday", "in a statement", "late Sunday".
fn skip_adverbials(p: &Passage<'_>, s: (usize, usize), from: usize) -> usize {
    let mut i = from;
    loop {
        let start = i;
        if p.sort(i) == Some(Sort::ParenOpen) {
            i = (i..s.1).find(|&j| p.sort(j) == Some(Sort::ParenClose)).map_or(i, |j| j + 1);
        }
        while i < s.1 && p.is(i, class::TIME) && !p.is(i, class::ABBREVIATION)
            || (p.key(i) == "this" && p.is(i + 1, class::TIME))
        {
            i += 1;
        }
        if p.is(i, class::PREPOSITION) {
            if p.is(i + 1, class::TIME) {
                i += 2;
            } else if let Some(venue) =
                (i + 1..s.1.min(i + 7)).take_while(|&j| p.word(j)).find(|&j| p.is(j, class::VENUE))
            {
                i = venue + 1;
                i += usize::from(p.is(i, class::VENUE));
                let carried = p.key(i).ends_with("ed") && matches!(p.key(i + 1), "by" | "on" | "in" | "to");
                if carried {
                    i = (i..s.1).find(|&j| !p.word(j) || p.is(j, class::COMPLEMENTISER)).unwrap_or(s.1);
                }
            } else if let Some(that) =
                (i + 1..s.1.min(i + 9)).take_while(|&j| p.word(j)).find(|&j| p.is(j, class::COMPLEMENTISER))
            {
                i = that;
            }
        } else if p.is(i, class::ADVERB) && p.is(i + 1, class::COMPLEMENTISER) {
            i += 1;
        }
        if i == start {
            return i;
        }
    }
}

fn ends_clause(p: &Passage<'_>, s: (usize, usize), i: usize) -> bool {
    i >= s.1
        || matches!(p.sort(i), Some(Sort::Stop | Sort::Comma | Sort::Semicolon | Sort::Dash))
        || matches!(p.key(i), "as" | "without" | "while" | "after" | "before" | "when" | "and" | "but")
        || p.sort(i) == Some(Sort::ParenClose)
}

/// “…,” said Ann Roe.
fn inverted(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    subject: &Subject,
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let bare = subject.from >= subject.end
        && v > s.0
        && cue.takes & takes::SPEECH != 0
        && form.form != Form::Participle;
    let before = v.checked_sub(1)?;
    let quoted = p.sort(before) == Some(Sort::Mark)
        || (p.comma(before) && before > s.0 && p.sort(before.wrapping_sub(1)) == Some(Sort::Mark));
    if !bare || !quoted {
        return None;
    }
    let (who, end) = names_en::after(p, v + 1, s.1)?;
    let mut found = draft("quotation before verb and speaker", (v, v + 1), said_before(p, s, floor, v)?, who);
    found.cue = (v, v + 1);
    found.clause = found.content.1;
    found.form = Some(form);
    found.closed = true;
    found.strength = 0.95;
    let _ = end;
    Some(found)
}

/// What was said before the cue: the quotation that closes there, or the clause from the sentence's start.
fn said_before(p: &Passage<'_>, s: (usize, usize), floor: usize, end: usize) -> Option<(usize, usize)> {
    let mut to = end;
    while to > floor && p.comma(to.wrapping_sub(1)) {
        to -= 1;
    }
    let mut from = floor.max(s.0);
    while from < to && (p.is(from, class::CONJUNCTION) || p.comma(from)) {
        from += 1;
    }
    (from < to).then_some((from, to))
}

/// The talks failed, Ann Roe said on Monday.
fn postposed(
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
    if form.form == Form::Participle {
        return None;
    }
    let (edge, who) = if matches!(subject.opening, Opening::Comma | Opening::Quotation) {
        (subject.from, subject.who.clone())
    } else {
        let edge = unmarked_subject(p, s, v)?;
        (edge, names_en::whom(p, edge, subject.end.min(v), None))
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
    found.strength = 0.9;
    Some(found)
}

/// Where punctuation is lost, the last phrase with a determiner before the verb is the subject.
fn unmarked_subject(p: &Passage<'_>, s: (usize, usize), v: usize) -> Option<usize> {
    let near = v.saturating_sub(8).max(s.0 + 5);
    (near..v).rev().take_while(|&i| p.word(i)).find(|&i| matches!(p.key(i), "the" | "a" | "an"))
}

/// …, saying that …; with rebels saying …
fn participle(
    p: &Passage<'_>,
    s: (usize, usize),
    group: (usize, usize),
    form: CueForm,
    content: (usize, usize),
    subject: &Subject,
    out: &[Draft],
) -> Option<Draft> {
    let v = group.1;
    let before = group.0.checked_sub(1)?;
    let after_comma = p.comma(before);
    let own = subject.from < subject.end && !after_comma;
    let document = p.is(before, class::DOCUMENT);
    if p.is(before, class::BE | class::PREPOSITION | class::DETERMINER) {
        return None;
    }
    let joined = matches!(p.key(before), "while" | "and" | "but");
    let who = if after_comma || document || joined {
        if !out.is_empty() { Who::Same } else { leading(p, s, v).unwrap_or(Who::Same) }
    } else if own {
        let with = (subject.from..v).rev().find(|&i| p.is(i, class::PREPOSITION | class::DETERMINER));
        let from = with.map_or(subject.from, |w| if p.is(w, class::PREPOSITION) { w + 1 } else { w });
        if from >= v { return None } else { names_en::whom(p, from, v, None) }
    } else {
        return None;
    };
    let mut found = draft("participle goes on", (v, v + 1), content, who);
    found.form = Some(form);
    found.clause = if after_comma || joined { before } else { v };
    found.cuts = after_comma || joined;
    found.nests = true;
    found.strength = 0.8;
    Some(found)
}

/// X was blamed for …, was told that …, was quoted as saying …
fn passive(
    p: &Passage<'_>,
    s: (usize, usize),
    floor: usize,
    v: usize,
    form: CueForm,
    g: &Group,
) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let blamed = p.key(v) == "blamed" && p.key(v + 1) == "for";
    let told = cue.listener
        && (p.is(v + 1, class::COMPLEMENTISER) || p.is(v + 1, class::DETERMINER | class::PRONOUN));
    if !blamed && !told {
        return None;
    }
    let content = if blamed || p.is(v + 1, class::COMPLEMENTISER) { v + 2 } else { v + 1 };
    let subject = names_en::before(p, floor, g.from);
    let mut found =
        draft("passive", (g.from, if blamed { v + 2 } else { v + 1 }), (content, s.1), Who::Nobody);
    found.form = Some(form);
    found.clause = subject.clause;
    found.cuts = subject.opening != Opening::None;
    found.nests = true;
    found.strength = 0.6;
    Some(found)
}

/// Russia's call for …, fears that …
fn noun(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize, form: CueForm) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    let next = p.key(v + 1);
    let that = p.is(v + 1, class::COMPLEMENTISER) && cue.takes & takes::THAT != 0;
    let owner = v.checked_sub(1).filter(|&o| o >= floor)?;
    let possessive = (floor..v).rev().take(3).find(|&i| p.token(i).is_some_and(|t| t.possessive));
    let pronoun = p.is(owner, class::DETERMINER) && matches!(p.key(owner), "its" | "his" | "her" | "their");
    let owned = possessive.is_some() || pronoun;
    let phrase = next == "to" && p.is(v + 2, class::DETERMINER | class::PLACE);
    let preposition = owned
        && !phrase
        && (cue.prepositions.iter().any(|(w, _)| **w == *next)
            || (next == "to" && cue.takes & takes::TO != 0));
    let plain = that && !p.is(owner, class::BE) && p.is(owner, class::PREPOSITION);
    if !(preposition || (that && owned) || plain) {
        return None;
    }
    let content = if next == "to" { v + 1 } else { v + 2 };
    let who = match possessive {
        Some(owner) => {
            let from = (floor..owner)
                .rev()
                .take_while(|&i| p.token(i).is_some_and(|t| t.capital) || p.is(i, class::DETERMINER))
                .last()
                .unwrap_or(owner);
            names_en::whom(p, from, owner + 1, None)
        }
        None if pronoun => Who::Last { feminine: None, plural: None },
        None => Who::Nobody,
    };
    let who = match who {
        Who::Named(mut m) => {
            m.name = m.name.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            Who::Named(m)
        }
        who => who,
    };
    let mut found = draft("noun with content", (v, v + 1), (content, s.1), who);
    found.form = Some(form);
    found.cuts = false;
    found.nests = that && owned;
    found.strength = 0.6;
    Some(found)
}

/// According to X, …; …, according to X.
fn according(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    let first = i == s.0 || (i == s.0 + 1 && !p.word(s.0)) || (i == s.0 + 1 && p.is(s.0, class::CONJUNCTION));
    let comma = (i + 2..s.1.min(i + 30)).find(|&j| p.comma(j));
    let (content, to) = if first {
        let comma = comma?;
        ((comma + 1, s.1), comma)
    } else {
        let mut to = i;
        while to > s.0 && p.comma(to.wrapping_sub(1)) {
            to -= 1;
        }
        let end = (i + 2..s.1).find(|&j| matches!(p.sort(j), Some(Sort::Comma | Sort::Stop))).unwrap_or(s.1);
        ((s.0, to), end)
    };
    if content.1 <= content.0 || i + 2 >= to {
        return None;
    }
    let who = names_en::whom(p, i + 2, to, None);
    let mut found = draft("according to", (i, i + 2), content, who);
    found.clause = if first { i } else { content.0 };
    found.closed = !first;
    Some(found)
}

/// A quotation that stands alone goes on speaking for the speaker before.
fn alone(p: &Passage<'_>, s: (usize, usize), out: &mut Vec<Draft>) {
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
    found.strength = 0.85;
    out.push(found);
}

/// “…,” said Ann Roe, “…”: what follows in quotation marks is said by the same.
fn split_quotation(p: &Passage<'_>, s: (usize, usize), out: &mut Vec<Draft>) {
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
