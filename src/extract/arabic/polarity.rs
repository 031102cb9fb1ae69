//! Owns what a speaker does with an Arabic claim: the cue's polarity first, then that of the content.

use super::names::definite;
use crate::extract::draft::{Draft, Mention};
use crate::extract::lexicon::{Cue, Form, class, prefix};
use crate::extract::normalise::{fold, is_mark, tidy};
use crate::extract::passage::Passage;
use crate::extract::weigh::heaviest_polarity;
use crate::model::{Kind, Polarity};

pub(in crate::extract) fn polarity(
    p: &Passage<'_>,
    draft: &Draft,
    cue: Option<&Cue>,
    speaker: &Mention,
) -> Polarity {
    let (from, to) = draft.content;
    if let Some(polarity) = cue.and_then(|cue| of_cue(p, draft, cue)) {
        return polarity;
    }
    if declares(p, draft, cue) || p.is(from, class::INTENT) && possessed(p, from) {
        return Polarity::Commit;
    }
    if obliges(p, from, to) || imperative(p, from) {
        return Polarity::Call;
    }
    let own = own_side(p, from, speaker);
    heaviest_polarity(p, draft.content, |i| denies(p, i, to), |i| binds(p, from, i, own))
}

/// What the cue alone tells: its own polarity, or that of the noun that belongs to it (جدد رفضه). Not to
/// rule something out (لم يستبعد) is to assert it.
fn of_cue(p: &Passage<'_>, draft: &Draft, cue: &Cue) -> Option<Polarity> {
    let negated = cue.negated && draft.cue.0 > 0 && p.is(draft.cue.0 - 1, class::NEGATION);
    if negated && cue.polarity.is_some() {
        return Some(Polarity::Assert);
    }
    let noun = || {
        let between = draft.cue.1..draft.content.0.max(draft.cue.1);
        let nouns = between.filter(|&i| cue.strips.iter().any(|w| **w == *p.key(i)));
        nouns
            .flat_map(|i| p.cues(i).iter())
            .filter(|f| f.form == Form::Noun)
            .find_map(|&f| p.lexicon.cue(f).polarity)
    };
    cue.polarity.or_else(|| if cue.strips.is_empty() { None } else { noun() })
}

/// أعلن وقف إطلاق النار: what is declared is a noun phrase, not a clause.
fn declares(p: &Passage<'_>, draft: &Draft, cue: Option<&Cue>) -> bool {
    let phrase = matches!(draft.rule, "verb with object" | "verb with preposition");
    phrase && cue.is_some_and(|c| c.declares) && p.is(draft.content.0, class::TRUCE)
}

/// Whether the word ends in a pronoun; its last letter tells ه from ة.
fn possessed(p: &Passage<'_>, i: usize) -> bool {
    let text = tidy(p.text(i, i + 1));
    let text = text.trim_end_matches(is_mark);
    !definite(p, i) && ["ه", "ها", "هم", "نا", "هما", "هن"].iter().any(|end| text.ends_with(end))
}

/// على الطرفين أن …, إن على القادة أن …
fn obliges(p: &Passage<'_>, from: usize, to: usize) -> bool {
    let first = from + usize::from(p.sort(from) == Some(crate::extract::token::Sort::Mark));
    let first = first + usize::from(p.is(first, class::COMPLEMENTISER));
    let to = to.min(first + 7);
    p.key(first) == "علي"
        && (first + 2..to).any(|i| p.is(i, class::COMPLEMENTISER) && !p.is(i + 1, class::FUSED))
}

/// «أوقفوا الحرب», فليأت: the speech begins with an order, or holds one in the jussive.
fn imperative(p: &Passage<'_>, from: usize) -> bool {
    let first = from + usize::from(!p.word(from));
    let colon = (first..first + 8).find(|&i| p.sort(i) == Some(crate::extract::token::Sort::Colon));
    let order = |i: usize| {
        let key = p.key(i);
        let plural = key.ends_with("وا") && key.chars().count() >= 5 && !key.starts_with(['ي', 'ت', 'س']);
        plural && (key.starts_with('ا') || p.is(i, class::MUST)) && p.quotation(from).is_some()
    };
    order(first) || colon.is_some_and(|c| order(c + 1))
}

/// Whether the clause is about the speaker: a pronoun, "his country", "its fighters", or a word of the
/// speaker's own name or office (المتحدث باسم البلدية: البلدية ستفتح …).
fn own_side(p: &Passage<'_>, from: usize, speaker: &Mention) -> bool {
    let first = from + usize::from(!p.word(from));
    let before = from.checked_sub(1).is_some_and(|b| p.is(b, class::FUSED)) && !p.word(from);
    if before || p.is(first, class::FUSED | class::OWN | class::PRONOUN) {
        return true;
    }
    let key = p.key(first);
    let fighters =
        possessed(p, first) && key.chars().count() >= 5 && !p.is(first, class::CUT | class::PREPOSITION);
    let sides = matches!(key, "الطرفين" | "الطرفان" | "الجانبين" | "الجانبان") && speaker.name.contains(" و");
    fighters || sides || shares(bare(key), speaker)
}

fn bare(key: &str) -> &str {
    ["لل", "بال", "وال", "ال"].iter().find_map(|article| key.strip_prefix(article)).unwrap_or(key)
}

/// Whether a word stands in the speaker's name or role, in any form: حكومة, الحكومي.
fn shares(word: &str, speaker: &Mention) -> bool {
    let stem: String = word.chars().take(4).collect();
    let long = word.chars().count() >= 4;
    long && [&speaker.name, &speaker.role]
        .into_iter()
        .any(|text| text.split_whitespace().any(|other| bare(&fold(other)).starts_with(&stem)))
}

/// A future or an intention whose subject is the speaker or the speaker's side.
fn binds(p: &Passage<'_>, from: usize, i: usize, own: bool) -> bool {
    let starts = p.key(i).starts_with(['س', 'و', 'ف', 'ل']);
    if !starts && !p.is(i, class::FUTURE | class::INTENT) || i - from > 12 {
        return false;
    }
    let key = p.key(i);
    let near = i - from <= 6;
    let will = p.is(i, class::FUTURE) || key == "لن" || key == "ولن" || future(key);
    let we = future(key) && key.trim_start_matches('و').starts_with("سن")
        || matches!(key, "لن" | "ولن" | "سوف") && p.key(i + 1).starts_with('ن');
    we || (near && own && (will || p.is(i, class::INTENT)))
}

/// سيفعل, ستفعل, سنفعل, سأفعل.
fn future(key: &str) -> bool {
    const NOUNS: [&str; 16] = [
        "سياس",
        "سيد",
        "سيار",
        "سيطر",
        "سينا",
        "ستين",
        "سته",
        "ستار",
        "سنه",
        "سنو",
        "سنتين",
        "سني",
        "سيل",
        "سيول",
        "سيران",
        "سيف",
    ];
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    if NOUNS.iter().any(|noun| bare.starts_with(noun)) {
        return false;
    }
    let stem = bare.strip_prefix('س');
    stem.is_some_and(|s| s.starts_with(['ي', 'ت', 'ن']) && s.chars().count() >= 3)
}

/// A negation of a harm or act in dispute: لم يقتل أحد, لا وجود لأسرى, ما من جندي عبر.
pub(in crate::extract) fn denies(p: &Passage<'_>, i: usize, to: usize) -> bool {
    if !p.is(i, class::NEGATION) {
        return false;
    }
    let key = p.key(i);
    let key = key.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() >= 2).unwrap_or(key);
    let within = |reach: usize| (i + 1)..to.min(i + 1 + reach);
    let harm = |j: usize| p.is(j, class::HARM) || hurts(p, j);
    match key {
        "لم" | "لا" => {
            let verb = i + 1;
            let act = p.is(verb, class::HARM) || p.is(verb, class::FINITE) && hurts(p, verb);
            let exists = p.is(verb, class::EXISTENTIAL) || light(p.key(verb));
            let noun = key == "لا" && !p.is(verb, class::FINITE) && within(2).any(|j| p.is(j, class::HARM));
            // لم يطلقوا النار
            let fire = |j: usize| matches!(p.key(j), "النار" | "نار" | "نارا");
            act || noun || exists && within(5).any(|j| harm(j) || fire(j))
        }
        "ليس" | "ليست" => within(5).any(|j| p.is(j, class::HARM) || hurts(p, j) && !definite(p, j)),
        "عدم" => within(2).any(|j| p.is(j, class::HARM) && !definite(p, j)),
        "ما" => p.key(i + 1) == "من" && within(8).any(harm),
        _ => false,
    }
}

/// Verbs that say no more than that something was done or happened.
fn light(key: &str) -> bool {
    let stem = key.strip_prefix(['ي', 'ت', 'ن', 'ا']).unwrap_or(key);
    let stem = stem.strip_suffix("وا").or(stem.strip_suffix("ون")).unwrap_or(stem);
    matches!(
        stem,
        "قع" | "كن"
            | "كون"
            | "حدث"
            | "سجل"
            | "شن"
            | "نفذ"
            | "رتكب"
            | "ستخدم"
            | "جر"
            | "شهد"
            | "تخذ"
            | "صب"
            | "ملك"
            | "متلك"
            | "وجد"
            | "بق"
            | "قم"
            | "شارك"
            | "طلق"
            | "رسل"
            | "تلق"
            | "زود"
    )
}

/// What it weighs as a kind tells that a word stands for harm.
fn hurts(p: &Passage<'_>, i: usize) -> bool {
    let harm = |kind: Kind| matches!(kind, Kind::Violation | Kind::Casualty);
    let held = |kind: Kind, n: u8| kind == Kind::Humanitarian && n >= 3 && p.is(i, class::FINITE);
    p.entry(i).weights.kinds.iter().any(|&(kind, n)| harm(kind) && n >= 2 || held(kind, n))
        && !p.prefix(i, prefix::KA)
}
