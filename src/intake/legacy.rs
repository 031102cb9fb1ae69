//! Telling encodings from before Unicode apart.
//!
//! The detector of web browsers does this well for long texts. Short Arabic ones it takes for Western
//! or for the wrong Arabic encoding, so words of Arabic are looked for first.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1256};

/// How much of a text is looked at.
const SAMPLE: usize = 256 * 1024;

/// Words that stand in nearly every Arabic sentence.
const FREQUENT: &[&str] = &[
    "في", "من", "على", "إلى", "الى", "أن", "ان", "إن", "عن", "مع", "لا", "ما", "لم", "لن", "قد", "هذا", "هذه",
    "كان", "كانت", "قال", "وقال", "قالت", "بعد", "قبل", "بين", "أو", "التي", "الذي", "هو", "هي", "أي", "كل",
    "بن",
];

/// The likeliest encoding of bytes that are not UTF-8.
pub(super) fn detect(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let best = [WINDOWS_1256, ISO_8859_6]
        .into_iter()
        .map(|encoding| (arabic(sample, encoding), encoding))
        .max_by_key(|&(score, encoding)| (score, encoding == WINDOWS_1256));
    if let Some((score, encoding)) = best
        && score >= 15
    {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// How Arabic the text is if read so, 0 to 100: of the words with letters outside ASCII, the share
/// that begin with the article or are frequent words. 0 if there are signs that no Arabic has.
fn arabic(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else { return 0 };
    let (mut words, mut pure, mut known) = (0usize, 0usize, 0usize);
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_vowel_sign(c) && c != 'ـ') {
        if word.is_ascii() {
            continue;
        }
        words += 1;
        pure += usize::from(word.chars().all(|c| is_arabic(c) || is_vowel_sign(c)));
        known += usize::from(is_known(word));
    }
    if words == 0 || pure * 10 < words * 9 { 0 } else { known * 100 / words }
}

fn is_known(word: &str) -> bool {
    let plain: String = word.chars().filter(|&c| !is_vowel_sign(c) && c != 'ـ').collect();
    let without = plain.strip_prefix(['و', 'ف', 'ب', 'ك', 'ل']).unwrap_or(&plain);
    let article = |word: &str| word.strip_prefix("ال").is_some_and(|rest| rest.chars().nth(1).is_some());
    article(&plain)
        || article(without)
        || plain.strip_prefix("لل").is_some_and(|rest| rest.chars().nth(1).is_some())
        || FREQUENT.contains(&plain.as_str())
        || FREQUENT.contains(&without)
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{64a}' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | '٠'..='٩')
}

const fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}')
}
