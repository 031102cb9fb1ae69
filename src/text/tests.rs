//! Folding and unsafe characters, as tables and properties.

use super::*;
use proptest::prelude::*;

#[test]
fn folding() {
    let table = [
        ("وَقْفُ إِطْلَاقِ النَّارِ", "وقف اطلاق النار"),
        ("هـــدنة", "هدنه"),
        ("أُؤكِّد آراءً على شئٍ", "اوكد اراء علي شي"),
        ("ا\u{654} و\u{654} ي\u{654}", "ا و ي"),
        ("ﺍﻟﻬﺪﻧﺔ", "الهدنه"),
        ("ﻻ \u{fe7c}", "لا"),
        ("کتابی", "كتابي"),
        ("٢٠٣١ ۲۰۳۱ २ ９", "2031 2031 2 9"),
        ("می\u{200c}خواهم\u{200f}", "ميخواهم"),
        ("Trêve  À\tNoël\n", "treve a noel"),
        ("Tre\u{302}ve n\u{303}", "treve n"),
        ("об'єкт обʼєкт об’єкт", "обєкт обєкт обєкт"),
        ("йод І\u{308}", "йод ї"),
        ("שָׁלוֹם", "שלום"),
        ("Łódź İstanbul ΣΟΦΟΣ", "lodz istanbul σοφοσ"),
        ("don't 'quoted' ’", "dont 'quoted' ’"),
        ("각 \u{1100}\u{1161}\u{11a8}", "각 각"),
        ("\u{feff}a\u{202e}b\u{0}c", "ab c"),
        ("  ", ""),
    ];
    for (text, expected) in table {
        assert_eq!(fold(text), expected, "{text}");
    }
}

#[test]
fn what_is_found_is_highlighted_in_the_original() {
    let table = [
        ("قال إنّ الهُدْنَةَ صامدة", "هدنه", "هُدْنَةَ "),
        ("قال  (هـدنة) هنا", "هدنه", "هـدنة"),
        ("La TRÊVE tient", "treve", "TRÊVE"),
        ("ﻻ هدنة", "لا", "ﻻ"),
        ("نص هدنة  ", "هدنه", "هدنة"),
        ("عام ٢٠٣١.", "2031", "٢٠٣١"),
    ];
    for (text, word, expected) in table {
        let (folded, map) = fold_with_map(text);
        let at = folded.find(word).unwrap();
        assert_eq!(text[map[at]..map[at + word.len()]].trim_end(), expected.trim_end(), "{text}");
    }
}

#[test]
fn blanks_at_the_end_belong_to_nothing_found() {
    assert_eq!(fold_with_map(" ok  "), ("ok".to_owned(), vec![1, 2, 3]));
    assert_eq!(fold_with_map("a \t b"), ("a b".to_owned(), vec![0, 1, 4, 5]));
    assert_eq!(fold_with_map(""), (String::new(), vec![0]));
}

#[test]
fn words_of_folded_text() {
    let found: Vec<&str> = words("#هدنه_الوادي (2031) it's कि ok!").collect();
    assert_eq!(found, ["هدنه", "الوادي", "2031", "it", "s", "कि", "ok"]);
}

/// Whether a search for one word would find the other.
fn share(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let (a, b) = (alternates(&a), alternates(&b));
    a.iter().any(|form| b.contains(form))
}

#[test]
fn light_forms() {
    for (found, query) in [
        ("والهدنة", "هدنة"),
        ("بالهدنة", "هدنة"),
        ("للهدنة", "الهدنة"),
        ("فبوقف", "وقف"),
        ("لوقف", "وقف"),
        ("ووقف", "وقف"),
        ("ولوقف", "وقف"),
        ("هدناتها", "هدنات"),
        ("خروقات", "خروقاتها"),
        ("سيعلن", "يعلن"),
        ("والفلسطينيين", "فلسطينيين"),
        ("وبالكتيبة", "كتيبة"),
        ("ceasefires", "ceasefire"),
        ("violated", "violating"),
        ("stopped", "stop"),
        ("shelling", "shelled"),
        ("casualties", "casualty"),
        ("breaches", "breach"),
        ("truces", "truce"),
    ] {
        assert!(share(found, query), "{found} {query}");
    }
    for word in ["وقف", "وفد", "فتح", "بلد", "كتيبة", "لجنة", "لبنان", "فلسطين", "بيان", "سلام"]
    {
        let folded = fold(word);
        let forms = alternates(&folded);
        assert_eq!(forms[0], folded);
        let whole = forms.iter().all(|form| folded.starts_with(&**form));
        assert!(whole, "{word}: {forms:?}");
    }
    for (a, b) in [
        ("هدنة", "تهدئة"),
        ("لجنة", "جنة"),
        ("وقف", "قفا"),
        ("this", "thi"),
        ("bus", "bu"),
        ("violates", "viola"),
    ] {
        assert!(!share(a, b), "{a} {b}");
    }
    assert_eq!(alternates(""), [""]);
}

#[test]
fn unsafe_characters_become_tokens() {
    let table = [
        ("a\u{1b}[31m", "a⟨ESC⟩[31m"),
        ("\u{202e}cod.exe\u{202c}", "⟨RLO⟩cod.exe⟨PDF⟩"),
        ("a\tb\nc\rd", "a⟨TAB⟩b⟨LF⟩c⟨CR⟩d"),
        ("\u{9b}1m\u{85}\u{7f}", "⟨CSI⟩1m⟨NEL⟩⟨DEL⟩"),
        ("هدنة\u{200f}.", "هدنة⟨RLM⟩."),
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("مَی\u{200c}\u{64e}خ", "مَی\u{200c}\u{64e}خ"),
        ("ه\u{200d} 1450", "ه\u{200d} 1450"),
        ("a\u{200c}b\u{200d}c", "a⟨ZWNJ⟩b⟨ZWJ⟩c"),
        ("ه\u{200d}\u{200d}", "ه⟨ZWJ⟩⟨ZWJ⟩"),
        ("ی\u{200c}\u{200c}خ", "ی⟨ZWNJ⟩⟨ZWNJ⟩خ"),
        ("\u{e000}\u{e0041}\u{fdd0}\u{10ffff}", "⟨U+E000⟩⟨U+E0041⟩⟨U+FDD0⟩⟨U+10FFFF⟩"),
        ("\u{feff}\u{ad}\u{2028}\u{fffa}", "⟨BOM⟩⟨SHY⟩⟨LS⟩⟨IAS⟩"),
        ("❤\u{fe0f}", "❤\u{fe0f}"),
    ];
    for (text, expected) in table {
        assert_eq!(safe(text, false), expected, "{text:?}");
    }
    assert_eq!(safe("a\tb\nc\r", true), "a\tb\nc⟨CR⟩");
    assert!(matches!(safe("هدنة (ok)", false), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn escaped_json_means_the_same() {
    let value = serde_json::json!({ "\u{202e}k": "هدنة\u{200b}\u{e0041}\u{7f}\u{9b}\u{1b}\n" });
    let json = value.to_string();
    let escaped = escape_json(&json);
    assert!(escaped.contains("هدنة\\u200b\\udb40\\udc41\\u007f\\u009b"), "{escaped}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&escaped).unwrap(), value);
}

proptest! {
    #[test]
    fn folding_is_idempotent_and_mapped(text in "(\\PC|[ء-ي\u{64b}-\u{652}ـ \u{200b}-\u{200f}a-zA-Zé'’]){0,60}") {
        let (folded, map) = fold_with_map(&text);
        prop_assert_eq!(&fold(&text), &folded);
        prop_assert_eq!(&fold(&folded), &folded);
        prop_assert_eq!(map.len(), folded.len() + 1);
        prop_assert!(map.is_sorted());
        prop_assert!(map.iter().all(|&at| text.is_char_boundary(at)));
        for word in words(&folded) {
            prop_assert_eq!(&alternates(word)[0], word);
        }
    }

    #[test]
    fn safe_text_is_safe(text in any::<String>()) {
        let safe = safe(&text, true);
        for (at, c) in safe.char_indices().filter(|(_, c)| unsafe_name(*c).is_some()) {
            let acts = joiner_acts(&safe[..at], c, &safe[at + c.len_utf8()..]);
            prop_assert!(acts || matches!(c, '\n' | '\t'), "{c:?}");
        }
        let json = serde_json::Value::from(text).to_string();
        let escaped = escape_json(&json);
        prop_assert!(!escaped.chars().any(|c| unsafe_name(c).is_some()));
        prop_assert_eq!(
            serde_json::from_str::<serde_json::Value>(&escaped).unwrap(),
            serde_json::from_str::<serde_json::Value>(&json).unwrap()
        );
    }
}
