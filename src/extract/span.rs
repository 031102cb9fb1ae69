//! Owns where a claim's content ends, and what is trimmed from its edges.

use super::arabic;
use super::draft::Draft;
use super::lexicon::{CueForm, Form, Sequence, class, part, prefix};
use super::passage::Passage;
use super::token::Sort;
use super::weigh;
use crate::model::{Polarity, Quote};

/// Settles the ends of a sentence's drafts: an end is the next cue, the reporter's comment or the sentence's end.
pub(super) fn settle(p: &Passage<'_>, drafts: &mut [Draft]) {
    for k in 0..drafts.len() {
        let Some(&Draft { content: (from, _), .. }) = drafts.get(k) else { continue };
        let later = drafts.get(k + 1..).unwrap_or_default().iter();
        let cut = later.filter(|d| d.cuts).map(|d| d.clause).find(|&clause| clause > from);
        let Some(draft) = drafts.get_mut(k) else { continue };
        lead(p, draft);
        if !draft.closed {
            let (from, mut to) = draft.content;
            if let Some(clause) = cut.into_iter().find(|&c| c > from) {
                to = to.min(clause);
            }
            to = end(p, from, to, phrase(draft));
            draft.content.1 = if p.lexicon.arabic { to } else { aside(p, draft, from, to) };
        }
        trim(p, draft);
        if draft.quote == Quote::Indirect {
            draft.quote = quoting(p, draft.content.0, draft.content.1);
        }
    }
}

/// Two denials side by side in a quotation that nobody closed are two claims: each can be true alone.
pub(super) fn part_denials(p: &Passage<'_>, drafts: &mut Vec<Draft>) {
    let mut k = 0;
    while let Some(draft) = drafts.get(k) {
        k += 1;
        let (from, to) = draft.content;
        let unclosed = p.quotation(from).is_some_and(|(pair, _)| pair.close.is_none());
        if !unclosed {
            continue;
        }
        let denial = |a: usize, b: usize| (a..b).any(|i| weigh::denies(p, i, b));
        let free = |i: usize| !p.prefix(i, prefix::AND) && !p.is(i, class::RELATIVE | class::CONJUNCTION);
        let comma =
            (from + 1..to).find(|&i| p.comma(i) && free(i + 1) && denial(from, i) && denial(i + 1, to));
        let Some(comma) = comma else { continue };
        let mut second = draft.clone();
        second.content.0 = comma + 1;
        second.quote = Quote::Direct;
        second.rule = "denials side by side";
        if let Some(first) = drafts.get_mut(k - 1) {
            first.content.1 = comma;
        }
        drafts.insert(k, second);
    }
}

/// How many claims on either side of one may hold it.
const NEAR: usize = 16;

/// Leaves out what lies inside another claim's content without being reported speech of its own.
pub(super) fn keep_apart(drafts: &mut Vec<Draft>) {
    let spans: Vec<(usize, usize)> = drafts.iter().map(|d| d.content).collect();
    let mut k = 0usize;
    drafts.retain(|d| {
        let near = spans.get(k.saturating_sub(NEAR)..spans.len().min(k + NEAR)).unwrap_or_default();
        k += 1;
        d.nests || !near.iter().any(|s| *s != d.content && s.0 <= d.content.0 && d.content.1 <= s.1)
    });
}

/// A fused complementiser before a quotation belongs to the reporter.
fn lead(p: &Passage<'_>, draft: &mut Draft) {
    let (from, to) = draft.content;
    let opens = p.sort(from + 1) == Some(Sort::Mark) && p.marks.opened_at(from + 1).is_some();
    if p.is(from, class::FUSED) && opens && from + 2 < to {
        draft.content.0 = from + 1;
    }
}

fn end(p: &Passage<'_>, from: usize, to: usize, phrase: bool) -> usize {
    let mut i = from;
    while i < to {
        if let Some((pair, next)) = p.quotation(i)
            && let Some(close) = pair.close
        {
            let long = next.saturating_sub(i) > 8;
            let ended = next >= to || !p.word(next) || long && i == from || american(p, close);
            if ended && (i == from || american(p, close)) && next <= to {
                return next;
            }
            i = next;
            continue;
        }
        let ended =
            !p.lexicon.arabic && p.sort(i) == Some(Sort::Semicolon) && !p.is(i + 1, class::COMPLEMENTISER);
        if i > from && (ended || comment(p, from, i, to, phrase) || source_tail(p, i, to)) {
            return i;
        }
        i += 1;
    }
    to
}

/// A comma before the closing mark: the quotation ends and the reporter goes on.
fn american(p: &Passage<'_>, close: usize) -> bool {
    p.comma(close.saturating_sub(1))
}

/// Whether the content is a noun phrase rather than a clause.
fn phrase(draft: &Draft) -> bool {
    matches!(draft.rule, "verb with object" | "verb with preposition" | "verb with attached preposition")
}

fn comment(p: &Passage<'_>, from: usize, i: usize, to: usize, phrase: bool) -> bool {
    if p.lexicon.arabic {
        return arabic::comments(p, from, i, phrase);
    }
    let after_comma = p.comma(i.wrapping_sub(1));
    // ", a claim that others dispute"
    let named = || p.part(i, part::ARTICLE) && p.part(i + 1, part::REFERRED);
    // ", which the army denies"
    let denied =
        || p.is(i, class::RELATIVE | class::VAGUE) && (i + 2..to.min(i + 8)).any(|j| denied_after(p, j));
    let phrase = || p.sequence(i, Sequence::Comment).is_some() || named() || denied() || later(p, i);
    after_comma && i > from + 2 && i < to && (phrase() || p.is(i, class::COMMENT) || p.is(i, class::CUT))
}

/// After a verb with a noun phrase or an infinitive, what the subject goes on to do is the reporter's:
/// ", ending a standoff", "and has camped outside".
fn aside(p: &Passage<'_>, draft: &Draft, from: usize, to: usize) -> usize {
    if !matches!(draft.rule, "verb with object" | "verb with infinitive" | "verb with preposition") {
        return to;
    }
    let mut i = from + 1;
    while i + 1 < to {
        if let Some((_, next)) = p.quotation(i) {
            i = next;
            continue;
        }
        let participle = p.comma(i) && p.ends(i + 1, &p.lexicon.tails.ing) && !p.part(i + 1, part::LINKING);
        let finite = p.part(i, part::AND) && p.part(i + 1, part::HAVE) && !p.is(i + 1, class::NEGATION);
        let apposed = p.comma(i) && p.part(i + 1, part::DEFINITE) && p.part(i + 2, part::ORDINAL);
        let later = p.comma(i) && later(p, i + 1);
        if participle || apposed || later || finite || p.sequence(i, Sequence::Comment).is_some() {
            return i;
        }
        i += 1;
    }
    to
}

/// A denial that has nothing after it: what is denied stands before.
fn denied_after(p: &Passage<'_>, i: usize) -> bool {
    let denies = |f: &CueForm| p.lexicon.cue(*f).polarity == Some(Polarity::Deny);
    !p.word(i + 1) && p.cues(i).iter().any(denies)
}

/// ", hours after …", ", a day before …"
fn later(p: &Passage<'_>, i: usize) -> bool {
    let time = i + usize::from(p.is(i, class::DETERMINER));
    p.is(time, class::TIME) && p.is(time + 1, class::SUBORDINATOR) && p.is(time + 1, class::PREPOSITION)
}

fn source_tail(p: &Passage<'_>, i: usize, to: usize) -> bool {
    if !p.lexicon.arabic {
        return p.sequence(i, Sequence::Source).is_some();
    }
    let words = |i: usize| {
        matches!(
            p.key(i),
            "قوله"
                | "قولها"
                | "قولهم"
                | "وصفه"
                | "وصفها"
                | "تعبيره"
                | "تعبيرها"
                | "زعمه"
                | "زعمهم"
                | "رايه"
        )
    };
    if p.key(i) == "علي" && p.key(i + 1) == "حد" && words(i + 2) {
        return true;
    }
    let source = p.is(i, class::SOURCE) && !p.prefix(i, prefix::LA | prefix::KA | prefix::ARTICLE);
    source && (words(i + 1) || (p.comma(i.wrapping_sub(1)) && to.saturating_sub(i) <= 14))
}

/// Drops punctuation outside, stray closing marks, and words that begin the next clause.
fn trim(p: &Passage<'_>, draft: &mut Draft) {
    let (mut from, mut to) = draft.content;
    while from < to
        && !p.word(from)
        && p.marks.opened_at(from).is_none()
        && p.sort(from) != Some(Sort::ParenOpen)
    {
        from += 1;
    }
    while to > from {
        let last = to - 1;
        let stray = p.sort(last) == Some(Sort::Mark) && !p.marks.closes_within(last, from);
        let sign = matches!(
            p.sort(last),
            Some(Sort::Comma | Sort::Stop | Sort::Colon | Sort::Semicolon | Sort::Dash | Sort::Other)
        );
        let open = p.sort(last) == Some(Sort::ParenOpen);
        let joint = matches!(p.key(last), "و" | "وقد" | "كما" | "حيث" | "اذ" | "فيما");
        let dangling = (joint || p.part(last, part::DANGLING)) && to < p.len();
        if !(stray || sign || open || dangling) {
            break;
        }
        to = last;
    }
    draft.content = (from, to);
}

/// How much of the content is quoted; a quoted name among other words does not count.
pub(super) fn quoting(p: &Passage<'_>, from: usize, to: usize) -> Quote {
    let (mut quoted, mut named, mut outside) = (0, 0, 0);
    let mut i = from;
    while i < to {
        match p.quotation(i) {
            Some((pair, next)) => {
                let words = (i..next.min(to)).filter(|&j| p.word(j)).count();
                let name = words <= 1 || (words <= 3 && names(p, i + 1));
                *(if name && pair.close.is_some() { &mut named } else { &mut quoted }) += words;
                i = next.min(to).max(i + 1);
            }
            None => {
                outside += usize::from(p.word(i));
                i += 1;
            }
        }
    }
    match (quoted, named, outside) {
        (0, 0, _) => Quote::Indirect,
        (_, _, 0) => Quote::Direct,
        (0, _, _) => Quote::Indirect,
        _ => Quote::Mixed,
    }
}

fn names(p: &Passage<'_>, i: usize) -> bool {
    let capital = p.token(i).is_some_and(|t| t.capital);
    capital || (i >= 2 && p.is(i.wrapping_sub(2), class::OUTLET))
}

/// Whether the form is one that goes on speaking for the speaker before.
pub(super) fn goes_on(draft: &Draft) -> bool {
    draft.form.is_some_and(|f| f.form == Form::Participle)
}
