//! Owns where a claim's content begins after an Arabic verb, and what introduces it.

use super::names::{definite, long_alif, verb};
use super::object::{closes_phrase, joined, object, pattern, skip_adverbials, skip_noun_phrase, verbal_noun};
use crate::extract::lexicon::{Cue, CueForm, Form, class, prefix, takes};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;
use crate::model::Polarity;

/// How far from its cue a claim's content may begin, in tokens.
const REACH: usize = 45;

/// Where the content begins, and how it is introduced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Intro {
    /// The token that introduces it; the subject stands before.
    pub at: usize,
    pub content: usize,
    pub how: How,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum How {
    That,
    Colon,
    Quotation,
    Preposition,
    Attached,
    Object,
}

pub(super) fn wanted(p: &Passage<'_>, cue: &Cue, i: usize) -> bool {
    cue.wants.iter().any(|w| **w == *p.key(i))
}

/// Looks for what introduces the content after a verb.
pub(super) fn introducer(
    p: &Passage<'_>,
    s: (usize, usize),
    v: usize,
    form: CueForm,
    cue: &Cue,
    subject_before: bool,
) -> Option<Intro> {
    let limit = s.1.min(v + REACH);
    let participle = form.form == Form::Participle;
    if !cue.strips.is_empty() {
        return after_noun(p, s, v, limit, cue);
    }
    let mut i = v + 1;
    while i < limit {
        if let Some(intro) = introduces(p, s, v, i, cue) {
            if let Some(named) = accused(p, v, intro, cue) {
                return Some(named);
            }
            let early = |i: &Intro| i.content == v + 1 || closes_phrase(p, i.content.wrapping_sub(1));
            let early_object = (cue.takes & takes::OBJECT != 0 && !cue.target)
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
    if cue.takes & takes::OBJECT == 0 || (cue.weak && !participle && !doubled(p, v)) {
        return None;
    }
    if subject_before && !cue.target && cue.wants.is_empty() {
        let at = skip_adverbials(p, v + 1, limit);
        return p.word(at).then_some(Intro { at, content: at, how: How::Object });
    }
    bare_object(p, v, i.min(limit), participle, cue)
}

/// نفى الوزير اتهامات بأنه …: what is denied is the accusation, whose own clause only explains it.
fn accused(p: &Passage<'_>, v: usize, intro: Intro, cue: &Cue) -> Option<Intro> {
    let words = ["اتهامات", "الاتهامات", "مزاعم", "ادعاءات", "تقارير", "انباء", "الانباء", "المزاعم"];
    let denies = cue.polarity == Some(Polarity::Deny) && intro.how == How::That;
    let at = (v + 1..intro.at).find(|&i| words.contains(&p.key(i))).filter(|_| denies)?;
    Some(Intro { at, content: at, how: How::Object })
}

/// ثمّن, عدّ: a sign of doubling tells the verb from its homographs.
pub(super) fn doubled(p: &Passage<'_>, v: usize) -> bool {
    p.text(v, v + 1).contains('\u{651}')
}

/// جدد رفضه X, كشف النقاب عن X, ألقى باللوم على X: the noun belongs to the cue, the content comes after it.
fn after_noun(p: &Passage<'_>, s: (usize, usize), v: usize, limit: usize, cue: &Cue) -> Option<Intro> {
    let belongs = |i: usize| cue.strips.iter().any(|w| **w == *p.key(i));
    let stops = |i: usize| i > v + 1 && stops_search(p, i) && !belongs(i);
    let plain = cue.wants.is_empty();
    let noun = (v + 1..limit).take_while(|&i| !(stops(i) || plain && introduces(p, s, v, i, cue).is_some()));
    let noun = noun.into_iter().find(|&i| belongs(i));
    let Some(noun) = noun else {
        return (v + 1..limit).take_while(|&i| plain && !stops(i)).find_map(|i| introduces(p, s, v, i, cue));
    };
    let listed = |at: usize| cue.prepositions.iter().any(|(word, _)| **word == *p.key(at));
    let mut at = skip_adverbials(p, noun + 1, limit);
    while at < limit && p.is(at, class::PREPOSITION) && !listed(at) {
        let quoted = p.quotation(at + 1).map(|(_, next)| next);
        at = skip_adverbials(p, quoted.unwrap_or_else(|| skip_noun_phrase(p, at + 1, limit)), limit);
    }
    if let Some(content) = complement(p, at) {
        return Some(Intro { at: noun, content, how: How::That });
    }
    let listed = listed(at);
    let content = if listed { complement(p, at + 1).unwrap_or(at + 1) } else { at };
    let how = if listed { How::Preposition } else { How::Object };
    let object = cue.takes & takes::OBJECT != 0 && !p.is(at, class::PREPOSITION);
    let carried = cue.takes & takes::BA != 0 && carries(p, at, prefix::BA, 'ب');
    let usable = p.word(content) || p.sort(content) == Some(Sort::Mark);
    (usable && (listed || object || carried)).then_some(Intro { at: noun, content, how })
}

/// وأدان الهجوم …: a verb joined to what goes before, with one noun behind it that cannot be its subject.
fn elided_before(p: &Passage<'_>, v: usize, first: usize, limit: usize) -> bool {
    let speaks = class::ROLE | class::GROUP | class::PLACE | class::TITLE | class::GIVEN | class::NOUN;
    let joined = p.prefix(v, prefix::AND) || !agrees(p, v, first);
    joined && first < limit && p.word(first) && !p.is(first, speaks | class::PREPOSITION | class::TIME)
}

/// A verb of its own clause ends the search for this one's content.
fn stops_search(p: &Passage<'_>, i: usize) -> bool {
    let joined = p.prefix(i, prefix::AND);
    let evades = p.is(i + 1, class::VAGUE);
    let strong = || p.cues(i).iter().any(|f| !p.lexicon.cue(*f).weak);
    verb(p, i) && (joined || p.comma(i.saturating_sub(1))) && strong() && !evades
        || joined && p.is(i, class::CARRIED)
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
    if verbal_noun(p, first) && !cue.target && cue.wants.is_empty() {
        // No verbal noun denies or announces: the subject is elided.
        return Some(Intro { at: first, content: first, how: How::Object });
    }
    let split = object(p, first, limit);
    let early = |intro: &Intro| !cue.target && split.is_none_or(|(_, start)| intro.at <= start);
    if let Some(intro) = announced(p, first, limit).filter(early) {
        return Some(intro);
    }
    if let Some(i) = (first..limit).find(|&i| wanted(p, cue, i)) {
        let start = object(p, first, i).map(|(_, start)| start).filter(|&start| start < i);
        let content = match start {
            Some(start) => start,
            None if !agrees(p, v, first) || p.prefix(v, prefix::AND) => first,
            None => i,
        };
        let at = if cue.target { content } else { i };
        return Some(Intro { at, content: at, how: How::Object });
    }
    if participle {
        return p.word(first).then_some(Intro { at: first, content: first, how: How::Object });
    }
    let alone = || elided_before(p, v, first, limit).then_some((first, first));
    // …، وناشدت الرابطة إرسال …: who spoke before goes on, the one noun is the addressee.
    let goes_on = cue.target && p.prefix(v, prefix::AND) && v > 0 && p.comma(v - 1);
    let split = split
        .map(|(end, start)| if goes_on && verbal_noun(p, start) { (first, first) } else { (end, start) });
    let (subject_end, start) = split.or_else(alone)?;
    let content = skip_adverbials(p, start, limit);
    let usable = content < limit && (p.word(content) || p.sort(content) == Some(Sort::Mark));
    let announces = p.key(v).contains("علن") && !verbal_noun(p, content);
    (usable && !announces).then_some(Intro { at: subject_end, content, how: How::Object })
}

pub(super) fn introduces(p: &Passage<'_>, s: (usize, usize), v: usize, i: usize, cue: &Cue) -> Option<Intro> {
    let that = cue.takes & takes::THAT != 0;
    // "وأن" goes on with a clause of before.
    let joined = p.prefix(i, prefix::AND) && i > v + 1;
    if that
        && !joined
        && let Some(content) = complement(p, i)
    {
        let addressee = if cue.target && i > v + 1 { target(p, v, i) } else { i };
        if addressee < i {
            return Some(Intro { at: addressee, content: addressee, how: How::Attached });
        }
        return Some(Intro { at: i, content, how: How::That });
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
        let content = if cue.target { target(p, v, i) } else { i };
        let intro = Intro { at: content.min(i), content: content.min(i), how: How::Quotation };
        return (speech && spoken(p, s, i, next)).then_some(intro);
    }
    if cue.prepositions.iter().any(|(word, _)| **word == *p.key(i)) && !of_the_subject(p, s, v, i) {
        return Some(after_preposition(p, v, i, cue));
    }
    let real = || (i + 1..s.1.min(i + 10)).any(|j| p.key(j) == "الي" && !cue.prepositions.is_empty());
    let attached = (cue.takes & takes::BA != 0 && carries(p, i, prefix::BA, 'ب'))
        || (cue.takes & takes::LA != 0 && carries(p, i, prefix::LA, 'ل') && !real());
    if attached && !p.is(i, class::SHIFTER) {
        let content = if cue.target { target(p, v, i) } else { i };
        return Some(Intro { at: content.min(i), content, how: How::Attached });
    }
    None
}

/// شكا مزارعون من الوادي من القنص: of two prepositions alike the first belongs to the subject; so does
/// على in على لسان.
fn of_the_subject(p: &Passage<'_>, s: (usize, usize), v: usize, i: usize) -> bool {
    let again = i > v + 1
        && !definite(p, i - 1)
        && (i + 2..s.1.min(i + 6)).take_while(|&j| p.word(j)).any(|j| p.key(j) == p.key(i));
    again || (p.key(i) == "علي" && p.key(i + 1) == "لسان") || p.is(i + 1, class::VENUE) && p.key(i) == "في"
}

fn after_preposition(p: &Passage<'_>, v: usize, i: usize, cue: &Cue) -> Intro {
    if let Some(content) = complement(p, i + 1)
        && !cue.target
    {
        return Intro { at: i, content, how: How::That };
    }
    let content = if cue.target { target(p, v, i) } else { i + 1 };
    Intro { at: content.min(i), content, how: How::Preposition }
}

/// The addressee of a call or accusation: what stands between subject and preposition.
fn target(p: &Passage<'_>, v: usize, preposition: usize) -> usize {
    let participle = p.cues(v).first().is_some_and(|f| f.form == Form::Participle);
    if participle {
        return if preposition > v + 1 { v + 1 } else { after_bare(p, preposition) };
    }
    let first = skip_adverbials(p, v + 1, preposition);
    if first >= preposition {
        return after_bare(p, preposition);
    }
    let plural = p.cues(v).iter().any(|f| f.plural && f.form != Form::Participle);
    if plural || oblique(p, first) {
        return first;
    }
    let start = object(p, first, preposition).map(|(_, start)| skip_adverbials(p, start, preposition));
    match start {
        Some(start) if start < preposition && !p.is(start, class::PREPOSITION) && !joined(p, start) => start,
        // One phrase only: the addressee, unless it agrees with the verb and the verb can do without.
        _ if needs_object(p, v) || !agrees(p, v, first) => first,
        _ => after_bare(p, preposition),
    }
}

/// Accusing and demanding need an addressee; calling does not (دعا إلى).
fn needs_object(p: &Passage<'_>, v: usize) -> bool {
    let elided = p.cues(v).iter().any(|f| f.plural && f.form != Form::Participle);
    let needs = |cue: &Cue| cue.target && cue.polarity != Some(Polarity::Call);
    elided || p.cues(v).iter().any(|&f| needs(p.lexicon.cue(f)))
}

/// Whether a noun can be the subject of the verb before it, by gender and case.
fn agrees(p: &Passage<'_>, v: usize, noun: usize) -> bool {
    let feminine = p.cues(v).iter().any(|f| f.feminine);
    let nouns = (noun..noun + 2).any(|i| p.key(i).ends_with('ه'))
        || p.key(noun).ends_with("ات")
        || p.is(noun, class::WOMAN | class::PLACE);
    let human = p.is(noun, class::ROLE | class::TITLE);
    !oblique(p, noun) && (human || feminine == nouns || p.is(noun, class::PLACE))
}

/// A plural or dual whose ending tells that it is no subject: المراقبين, مقاتلي الحركة, قيادتي الطرفين.
fn oblique(p: &Passage<'_>, i: usize) -> bool {
    let key = p.key(i);
    let other = class::PLACE | class::GIVEN | class::TITLE | class::ADJECTIVE;
    let bound = key.ends_with('ي')
        && !definite(p, i)
        && definite(p, i + 1)
        && !matches!(key, "قاضي" | "محامي" | "مفتي" | "نادي" | "وادي");
    !p.is(i, other) && (key.ends_with("ين") || bound)
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
pub(super) fn complement(p: &Passage<'_>, i: usize) -> Option<usize> {
    let bound = p.prefix(i, prefix::LA | prefix::KA) || long_alif(p, i);
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
pub(super) fn carries(p: &Passage<'_>, i: usize, bit: u8, letter: char) -> bool {
    let unknown = p.token(i).is_some_and(|t| t.sort == Sort::Word && t.arabic && t.hit.entry == 0);
    let key = p.key(i);
    if matches!(key, "باسم") || p.is(i, class::PREPOSITION) {
        return false;
    }
    if p.is(i, class::ADVERB | class::GIVEN) {
        return false;
    }
    let fused = bit == prefix::BA && p.is(i, class::COMPLEMENTISER | class::FUSED) && key.starts_with("با");
    fused
        || p.prefix(i, bit)
        || (key == "ب" && bit == prefix::BA)
        || (unknown && key.starts_with(letter) && key.chars().count() >= 4 && !a_name(p, i))
}

/// A proper noun that happens to begin with the letter: it stands behind a preposition or a noun in the
/// construct state, or right after its verb with the real one still to come (نددت بونتاريا بالهجوم).
fn a_name(p: &Passage<'_>, i: usize) -> bool {
    let first = p.token(i).map_or(' ', |t| t.first);
    let governs = class::PREPOSITION | class::NOUN | class::ROLE | class::TITLE;
    let rest = p.key(i).get(2..).unwrap_or_default();
    let behind = i > 1
        && !definite(p, i - 1)
        && (p.is(i - 1, governs) || p.is(i - 2, class::PREPOSITION) && !pattern(rest));
    let later = (i + 1..i + 6).take_while(|&j| p.word(j)).any(|j| {
        let key = p.key(j);
        (key.starts_with("بال") && first == 'ب' || key.starts_with("لل") && first == 'ل')
            || p.prefix(j, if first == 'ب' { prefix::BA } else { prefix::LA }) && !p.is(j, class::PREPOSITION)
    });
    behind || later
}

/// Whether a quotation is speech rather than a quoted name.
pub(super) fn spoken(p: &Passage<'_>, s: (usize, usize), open: usize, next: usize) -> bool {
    let words = (open + 1..next.min(open + 14)).filter(|&i| p.word(i)).count();
    let introduced = open
        .checked_sub(1)
        .is_some_and(|b| p.sort(b) == Some(Sort::Colon) || p.is(b, class::COMPLEMENTISER | class::FUSED));
    let after_outlet = open.checked_sub(1).is_some_and(|b| {
        p.is(b, class::OUTLET) || p.token(b).is_some_and(|t| t.sort == Sort::Word && t.end - t.start <= 2)
    });
    let last = next >= s.1 || (next + 1 >= s.1 && p.sort(next) == Some(Sort::Stop));
    introduced || words >= 8 || (!after_outlet && (words >= 6 || (words >= 3 && last)))
}
