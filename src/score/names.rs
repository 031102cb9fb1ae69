//! Whether two names mean one speaker.

use super::span::is_space;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that are no part of a name where others are left.
const TITLES: &str = "the a an of mr mrs ms dr u s gen president minister foreign prime";

/// Whether at least half of the shorter name's words are in both. Nobody is only nobody.
pub fn same_speaker(gold: Option<&str>, predicted: Option<&str>) -> bool {
    let (gold, predicted) = (gold.unwrap_or_default(), predicted.unwrap_or_default());
    let nobody = |name: &str| name.chars().all(is_space);
    if nobody(gold) {
        return nobody(predicted);
    }
    let (gold, predicted) = (words(gold), words(predicted));
    let common = gold.intersection(&predicted).count();
    common > 0 && common * 2 >= gold.len().min(predicted.len())
}

/// A name's words: case, Arabic spelling variants and vowel signs folded, titles left out.
fn words(name: &str) -> BTreeSet<String> {
    let lower = name.nfkc().collect::<String>().to_lowercase();
    let folded = lower.chars().filter_map(|c| match c {
        '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        c if is_letter(c) => Some(c),
        _ => Some(' '),
    });
    let folded: String = folded.collect();
    let every: BTreeSet<String> = folded.split_whitespace().map(str::to_owned).collect();
    let title = |word: &str| TITLES.split(' ').any(|title| title == word);
    let named: BTreeSet<String> = every.iter().filter(|word| !title(word)).cloned().collect();
    if named.is_empty() { every } else { named }
}

/// A letter, digit or underscore. Combining marks and lettered signs are none.
pub fn is_letter(c: char) -> bool {
    let sign = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    c == '_' || (!sign && c.is_alphanumeric() && !is_combining_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mean_one_speaker() {
        for (gold, predicted, same) in [
            ("Sami Omran", "Omran", true),
            ("President Sami Omran", "president", false),
            ("The President", "president", true),
            ("Col. Sami Omran Naji", "Sami Darwish Fawzi", false),
            ("إيمان عمرانة", "ايمان عُمرانه", true),
            ("جيش الهضبة", "الهضبة", true),
            ("", " \u{1f}", true),
            ("", "Omran", false),
            ("Omran", "", false),
            ("…", "—", false),
        ] {
            assert_eq!(same_speaker(Some(gold), Some(predicted)), same, "{gold} / {predicted}");
        }
        assert!(same_speaker(None, None));
    }
}
