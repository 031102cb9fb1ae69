//! Which language and direction a text is in, by cheap evidence.

use std::collections::HashMap;
use unicode_bidi::{BidiClass, bidi_class};

/// A text's direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The direction of the first strong character; left to right if there is none.
pub fn direction(text: &str) -> Direction {
    let strong = text.chars().find_map(|c| match bidi_class(c) {
        BidiClass::L => Some(Direction::Ltr),
        BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
        _ => None,
    });
    strong.unwrap_or(Direction::Ltr)
}

/// Bytes looked at: enough for any article.
const SAMPLE: usize = 20 * 1024;

/// Scripts that one language, or a few, are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Script {
    Arabic,
    Latin,
    Cyrillic,
    /// One language is all that the program tells apart.
    Single(&'static str),
}

/// The language that most of the text is written in, BCP 47 (`ar`, `en`, `fa`, `ur`, `he`, …), or
/// `und` where nothing tells.
pub fn language(text: &str) -> &'static str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let sample = text.get(..end).unwrap_or_default();
    let mut letters: HashMap<Script, usize> = HashMap::new();
    for c in sample.chars() {
        if let Some((script, weight)) = script(c) {
            *letters.entry(script).or_default() += weight;
        }
    }
    // Japanese mixes its syllables with the Chinese characters that outnumber them.
    if letters.contains_key(&Script::Single("ja")) {
        letters.remove(&Script::Single("zh"));
    }
    let most = letters.into_iter().max_by_key(|&(script, count)| (count, script == Script::Arabic));
    match most.map(|(script, _)| script) {
        Some(Script::Arabic) => by_evidence(sample, &ARABIC).unwrap_or("ar"),
        Some(Script::Latin) => by_evidence(sample, &LATIN).unwrap_or("und"),
        Some(Script::Cyrillic) => by_evidence(sample, &CYRILLIC).unwrap_or("ru"),
        Some(Script::Single(language)) => language,
        None => "und",
    }
}

/// The script of a letter, and how much it counts: one Chinese character is about a word.
fn script(c: char) -> Option<(Script, usize)> {
    Some(match c {
        'a'..='z' | 'A'..='Z' => (Script::Latin, 1),
        '\0'..='\u{bf}' | '\u{d7}' | '\u{f7}' => return None,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => (Script::Latin, 1),
        '\u{370}'..='\u{3ff}' => (Script::Single("el"), 1),
        '\u{400}'..='\u{52f}' => (Script::Cyrillic, 1),
        '\u{531}'..='\u{587}' => (Script::Single("hy"), 1),
        '\u{5d0}'..='\u{5f2}' => (Script::Single("he"), 1),
        '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d5}' | '\u{750}'..='\u{77f}' => (Script::Arabic, 1),
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => (Script::Arabic, 1),
        '\u{710}'..='\u{72f}' => (Script::Single("syr"), 1),
        '\u{904}'..='\u{939}' => (Script::Single("hi"), 1),
        '\u{985}'..='\u{9b9}' => (Script::Single("bn"), 1),
        '\u{e01}'..='\u{e30}' => (Script::Single("th"), 1),
        '\u{10a0}'..='\u{10ff}' => (Script::Single("ka"), 1),
        '\u{1200}'..='\u{137f}' => (Script::Single("am"), 1),
        '\u{3041}'..='\u{30ff}' => (Script::Single("ja"), 3),
        '\u{4e00}'..='\u{9fff}' => (Script::Single("zh"), 3),
        '\u{ac00}'..='\u{d7a3}' => (Script::Single("ko"), 3),
        _ => return None,
    })
}

/// What speaks for a language among those of its script.
struct Evidence {
    language: &'static str,
    /// Letters that only it uses, or nearly so.
    letters: &'static str,
    /// Frequent short words.
    words: &'static [&'static str],
}

const ARABIC: [Evidence; 6] = [
    Evidence {
        language: "ar",
        letters: "ةىكيأإ",
        words: &["في", "من", "على", "أن", "إلى", "التي", "الذي", "عن", "هذا", "هذه", "لا", "ما", "قال", "مع"],
    },
    Evidence {
        language: "fa",
        letters: "",
        words: &[
            "در", "به", "از", "که", "این", "را", "با", "است", "برای", "شد", "آن", "تا", "یک", "های", "و",
        ],
    },
    Evidence {
        language: "ur",
        letters: "ٹڈڑںےہھ",
        words: &["کے", "میں", "کی", "ہے", "اور", "سے", "کو", "کا", "پر", "نے", "ہیں"],
    },
    Evidence {
        language: "ckb",
        letters: "ڵێۆڕەڤ",
        words: &["لە", "بۆ", "کە", "بە", "ئەم", "و", "لەگەڵ", "دەکات", "هەر"],
    },
    Evidence {
        language: "ps",
        letters: "ټډړږښڼېۍځڅ",
        words: &["د", "په", "او", "چې", "کې", "ته", "دی", "سره", "نه"],
    },
    Evidence {
        language: "ug", letters: "ۇۈۋېەڭ", words: &["ۋە", "بىلەن", "بۇ", "بىر", "ئۇ"]
    },
];

const LATIN: [Evidence; 6] = [
    Evidence {
        language: "en",
        letters: "",
        words: &[
            "the", "of", "and", "to", "in", "is", "that", "for", "was", "said", "with", "on", "by", "not",
            "it",
        ],
    },
    Evidence {
        language: "fr",
        letters: "œ",
        words: &[
            "le", "les", "des", "et", "est", "dans", "une", "du", "pour", "sur", "que", "qui", "au", "la",
            "de",
        ],
    },
    Evidence {
        language: "es",
        letters: "ñ¿",
        words: &["el", "los", "las", "del", "y", "en", "que", "por", "con", "una", "para", "la", "de", "se"],
    },
    Evidence {
        language: "de",
        letters: "ß",
        words: &["der", "die", "und", "das", "den", "von", "mit", "ist", "ein", "nicht", "auf", "im"],
    },
    Evidence {
        language: "it",
        letters: "",
        words: &["il", "che", "di", "della", "per", "una", "gli", "nel", "sono", "con", "è", "la"],
    },
    Evidence {
        language: "tr",
        letters: "ğışİ",
        words: &["ve", "bir", "bu", "için", "ile", "olarak", "da", "de", "çok", "daha"],
    },
];

const CYRILLIC: [Evidence; 2] = [
    Evidence {
        language: "uk", letters: "іїєґ", words: &["та", "що", "не", "на", "від", "до", "про", "це"]
    },
    Evidence {
        language: "ru", letters: "ыэъё", words: &["и", "что", "не", "на", "от", "по", "это", "как"]
    },
];

/// The language with most evidence; none if there is none.
fn by_evidence(sample: &str, among: &[Evidence]) -> Option<&'static str> {
    let mut scores = vec![0usize; among.len()];
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        for (evidence, score) in among.iter().zip(&mut scores) {
            let letters = word.chars().filter(|&c| evidence.letters.contains(c)).count();
            *score += letters + 3 * usize::from(evidence.words.contains(&word.as_str()));
        }
    }
    let best = among.iter().zip(scores).rev().max_by_key(|(_, score)| *score)?;
    (best.1 > 0).then_some(best.0.language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        let table = [
            ("أعلنت اللجنة أن الهدنة في الوادي دخلت حيز التنفيذ", "ar"),
            ("وقف", "ar"),
            ("شورای شهر اعلام کرد که آتش‌بس در این منطقه برقرار است", "fa"),
            ("وزارت نے کہا ہے کہ وادی میں جنگ بندی کے بعد", "ur"),
            ("ئاگربەست لە ناوچەکە بۆ ماوەی دوو ڕۆژ درێژ کرایەوە", "ckb"),
            ("הפסקת האש בעמק נכנסה לתוקף", "he"),
            ("The truce in the valley was extended, the council said", "en"),
            ("La trêve dans la vallée est prolongée pour une semaine", "fr"),
            ("El alto el fuego en los valles y las costas", "es"),
            ("Перемир'я в долині набуло чинності", "uk"),
            ("Перемирие вступило в силу, и это подтвердили", "ru"),
            ("停火協議已經生效", "zh"),
            ("谷の停戦が発効した", "ja"),
            ("Zyx Qwv", "und"),
            ("27/11 — !", "und"),
            ("", "und"),
            ("أعلن المتحدث باسم (Waha Monitor) أن الهدنة صامدة", "ar"),
        ];
        for (text, expected) in table {
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn directions() {
        use Direction::{Ltr, Rtl};
        for (text, expected) in [("27 هدنة ok", Rtl), ("ok هدنة", Ltr), ("٢٧", Ltr), ("", Ltr), ("שלום", Rtl)]
        {
            assert_eq!(direction(text), expected, "{text}");
        }
    }
}
