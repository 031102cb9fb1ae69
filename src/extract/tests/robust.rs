//! Texts in every state: nothing panics, every span lies in its text, spelling changes no claim.

use super::{check, extractor, found, pairs};
use crate::extract::normalise::fold;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const ARABIC: &str = "\u{feff}نوران (برق) - قال وزير الدفاع سالم البحري، في مؤتمر صحفي، إن قواته «لن تغادر الجسر»، مشيرا إلى أن المعبر مفتوح.\r\nوأضاف: \"سنعود إلى الطاولة\". وأعلنت كتيبة الفجر هدنة لمدة يومين، ونفى المتحدث باسمها قصف السوق.\r\nوبحسب وزارة الصحة، قتل ستة أشخاص.";
const ENGLISH: &str = "KIP (Agency) - Ann Roe, mayor of Kip, said on Monday that the \"road is open\" and urged drivers to wait.\n\"We will stay,\" she said. \"Nobody will leave.\"\nSix people died, according to the Kip hospital, and Norland denied shelling it.";

/// Every claim is a proper range of code points whose characters are its text, in order of start.
fn sound(text: &str) -> usize {
    let points: Vec<char> = text.chars().collect();
    let claims = extractor().extract(text);
    for pair in claims.windows(2) {
        assert!(pair[0].start <= pair[1].start);
    }
    for claim in &claims {
        assert!(claim.start < claim.end && claim.end <= points.len(), "{claim:?}");
        assert_eq!(points[claim.start..claim.end].iter().collect::<String>(), claim.text);
        let (from, to) = claim.cue_span;
        assert!(from < to && to <= points.len(), "{claim:?}");
        assert!((0.0..=1.0).contains(&claim.confidence));
        assert!(claim.worth <= 100);
    }
    // Two claims of one cue tell different things.
    let mut by_cue: Vec<_> = claims.iter().map(|c| (c.cue_span, c.start, c.end)).collect();
    by_cue.sort_unstable();
    for pair in by_cue.windows(2) {
        assert!(pair[0].0 != pair[1].0 || pair[0].2 <= pair[1].1, "{pair:?}\n{text}");
    }
    claims.len()
}

/// What the claims are once spelling is folded away.
fn folded(text: &str) -> Vec<(String, String, String, &'static str, &'static str)> {
    let plain = |s: &str| fold(s).chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>();
    let all = extractor().extract(text).into_iter();
    all.map(|c| (plain(&c.text), plain(&c.speaker), plain(&c.role), c.polarity.code(), c.kind.code()))
        .collect()
}

#[test]
fn spelling_changes_no_claim() {
    for text in [ARABIC, ENGLISH] {
        let wanted = folded(text);
        assert!(wanted.len() >= 5, "{wanted:?}");
        let marked: String = text
            .chars()
            .flat_map(|c| [Some(c), ('ب'..='ي').contains(&c).then_some('\u{64e}')])
            .flatten()
            .collect();
        let presented: String = text.chars().map(presentation).collect();
        let curly = swap(text, '“', '”');
        let angled = swap(text, '«', '»');
        for (what, variant) in [
            ("NFC", text.nfc().collect::<String>()),
            ("NFD", text.nfd().collect()),
            ("vowel signs", if text == ARABIC { marked } else { text.to_owned() }),
            ("presentation forms", presented),
            ("curly marks", curly),
            ("angled marks", angled),
            ("line feeds", text.replace("\r\n", "\n")),
            ("carriage returns and line feeds", text.replace("\r\n", "\n").replace('\n', "\r\n")),
            ("no byte order mark", text.trim_start_matches('\u{feff}').to_owned()),
        ] {
            assert_eq!(folded(&variant), wanted, "{what}");
        }
    }
}

/// Every quotation mark in one style.
fn swap(text: &str, open: char, close: char) -> String {
    let mut inside = false;
    let mark = |c: char| matches!(c, '"' | '«' | '»');
    text.chars()
        .map(|c| {
            if mark(c) {
                inside = !inside;
                if inside { open } else { close }
            } else {
                c
            }
        })
        .collect()
}

fn presentation(c: char) -> char {
    match c {
        'ا' => '\u{fe8d}',
        'ل' => '\u{fedf}',
        'ق' => '\u{fed7}',
        'ن' => '\u{fee7}',
        'و' => '\u{feed}',
        c => c,
    }
}

#[test]
fn an_odd_number_of_marks_loses_nothing() {
    check(&[
        (
            "Ann Roe said the road is \"open. Tom Poe said the port is closed.",
            &[("the road is \"open", "Ann Roe"), ("the port is closed", "Tom Poe")],
        ),
        (
            "قال البحري إن «المعبر مفتوح. وأكدت ليلى سمران أن الجسر مغلق.",
            &[("«المعبر مفتوح", "البحري"), ("الجسر مغلق", "ليلى سمران")],
        ),
    ]);
}

#[test]
fn a_quotation_over_paragraphs_is_one_claim() {
    check(&[
        (
            "Tom Poe said: \"The road is open.\n\nIt will stay open until Friday.\" He left Kip.",
            &[("\"The road is open.\n\nIt will stay open until Friday.\"", "Tom Poe")],
        ),
        (
            "Tom Poe said: \"The road is open.\n\"It will stay open.\nAnn Roe said the bridge was shut.",
            &[("\"The road is open.\n\"It will stay open.", "Tom Poe"), ("the bridge was shut", "Ann Roe")],
        ),
        (
            "قال البحري: «المعبر مفتوح.\nوسيبقى مفتوحا». وأضاف أن الجسر مغلق.",
            &[("«المعبر مفتوح.\nوسيبقى مفتوحا»", "البحري"), ("الجسر مغلق", "البحري")],
        ),
    ]);
}

#[test]
fn denials_in_a_quotation_left_open_are_parted() {
    check(&[(
        "قال البحري: \"لا نية لدينا لقصف الجسر، حراسه لم يستخدموا أي سلاح.",
        &[("\"لا نية لدينا لقصف الجسر", "البحري"), ("حراسه لم يستخدموا أي سلاح", "البحري")],
    )]);
}

#[test]
fn quoted_names_are_no_speech() {
    check(&[
        ("قال مصدر لـ«نوران اليوم» إن الطريق مغلق.", &[("الطريق مغلق", "مصدر")]),
        ("وأفادت قناة “برق نيوز” بأن القصف توقف.", &[("القصف توقف", "قناة برق نيوز")]),
        ("قال سالم \"أبو فهد\" البحري إن الطريق مغلق.", &[("الطريق مغلق", "سالم أبو فهد البحري")]),
    ]);
}

#[test]
fn indirect_speech_is_found_beside_direct() {
    let claims =
        found("Roe denied breaking the truce and accused Norland of shelling Kip. \"It is over,\" Roe said.");
    let quotes: Vec<_> = claims.iter().map(|e| e.claim.quote.code()).collect();
    assert_eq!(quotes, ["indirect", "indirect", "direct"]);
}

#[test]
fn a_speaker_named_in_the_sentence_before_is_found() {
    check(&[(
        "Ann Roe, head of the Kip council, came to the bridge on Monday. \"It has failed,\" she said.",
        &[("\"It has failed,\"", "Ann Roe")],
    )]);
}

#[test]
fn an_aside_between_speaker_and_verb_is_stepped_over() {
    check(&[(
        "Ann Roe, who replaced Tom Poe as mayor last year, said the bridge was closed.",
        &[("the bridge was closed", "Ann Roe")],
    )]);
}

#[test]
fn stray_vowel_signs_move_no_offset() {
    let text = "ّ قال البحري إنّ المعبرّ مفتوح.";
    assert_eq!(sound(text), 1);
    assert_eq!(pairs(text)[0].0, "المعبرّ مفتوح");
}

#[test]
fn each_paragraph_has_its_language() {
    let claims = found("قال البحري إن المعبر مفتوح.\nTom Poe said the bridge was closed.");
    let languages: Vec<_> = claims.iter().map(|e| e.claim.language.as_str()).collect();
    assert_eq!(languages, ["ar", "en"]);
}

#[test]
fn texts_without_claims_and_long_lines_are_fine() {
    for text in [
        "",
        " ",
        "\u{feff}",
        "\n\n\n",
        "\"",
        "« « «",
        "....",
        "\u{202e}\u{200f}",
        "قال",
        "said",
        "قال:",
        "said:",
    ] {
        sound(text);
    }
    let line =
        "قال البحري إن المعبر مفتوح، مضيفا أن الجسر مغلق. Tom Poe said the port was open. ".repeat(12_000);
    assert!(sound(&line) > 10_000);
    sound(&"\"a ".repeat(100_000));
    sound(&"قال ".repeat(100_000));
    sound(&"said, ".repeat(100_000));
    sound(&"a".repeat(1_000_000));
}

#[test]
fn a_text_cut_anywhere_is_fine() {
    for text in [ARABIC, ENGLISH] {
        for (at, _) in text.char_indices() {
            sound(&text[..at]);
            sound(&text[at..]);
        }
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let words = "قال وأضاف إن أن : ، . « » \" “ ” ( ) نفى مشيرا إلى بأنه لـ البحري وزير الدفاع سالم بحسب وفق نقلت عن قوله قد كان كما said that , according to Ann Roe \"We will\" told was of U.S. ' ’s - — … \n \r\n \u{feff} \u{200f} \u{301} \u{64e} \u{0}";
    let words: Vec<&'static str> = words.split(' ').collect();
    proptest::collection::vec((proptest::sample::select(words), proptest::bool::weighted(0.8)), 0..60)
        .prop_map(|list| {
            list.into_iter().map(|(w, gap)| if gap { format!("{w} ") } else { w.to_owned() }).collect()
        })
}

/// How many random texts each property is tried on; `HUDNA_CASES=350000` makes it a million in all.
fn cases() -> ProptestConfig {
    let cases = std::env::var("HUDNA_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(400);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A change to an article at a place given in thousandths of its length.
#[derive(Debug, Clone)]
enum Change {
    Insert(usize, String),
    Delete(usize, usize),
    Repeat(usize, usize),
    Cut(usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let signs = "« » \" “ ” ' : ، , . ( \n و أن قال said that \u{640} \u{202b} \u{feff}";
    let signs: Vec<&'static str> = signs.split(' ').collect();
    let place = 0usize..1000;
    let change = prop_oneof![
        (place.clone(), proptest::sample::select(signs)).prop_map(|(at, s)| Change::Insert(at, s.to_owned())),
        (place.clone(), "\\PC{0,6}").prop_map(|(at, s)| Change::Insert(at, s)),
        (place.clone(), 0usize..80).prop_map(|(at, n)| Change::Delete(at, n)),
        (place.clone(), 0usize..80).prop_map(|(at, n)| Change::Repeat(at, n)),
        place.prop_map(Change::Cut),
    ];
    proptest::collection::vec(change, 1..6)
}

fn changed(article: &str, changes: &[Change]) -> String {
    let mut points: Vec<char> = article.chars().collect();
    for change in changes {
        let at = |thousandth: usize| thousandth * points.len() / 1000;
        match change {
            Change::Insert(place, text) => {
                let at = at(*place);
                points.splice(at..at, text.chars());
            }
            Change::Delete(place, n) => {
                let at = at(*place);
                points.drain(at..(at + n).min(points.len()));
            }
            Change::Repeat(place, n) => {
                let at = at(*place);
                let piece = points[at..(at + n).min(points.len())].to_vec();
                points.splice(at..at, piece);
            }
            Change::Cut(place) => points.truncate(at(*place).max(points.len() / 4)),
        }
    }
    points.into_iter().collect()
}

/// Paragraphs of the sample articles, and the two texts above.
fn passages() -> Vec<&'static str> {
    let samples = crate::samples::ALL.iter().filter(|(name, _)| name.ends_with(".txt"));
    let paragraphs = samples.flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().split("\n\n"));
    paragraphs.chain([ARABIC, ENGLISH]).collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_is_fine(text in any::<String>()) {
        sound(&text);
    }

    #[test]
    fn any_mixture_of_cues_and_signs_is_fine(text in pieces()) {
        sound(&text);
    }

    #[test]
    fn a_changed_article_is_fine(article in proptest::sample::select(passages()), changes in changes()) {
        sound(&changed(article, &changes));
    }
}
