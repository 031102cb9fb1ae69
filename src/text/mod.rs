//! Language-neutral text: folding for search, offsets, unsafe characters, script and language.

mod digits;
mod unsafe_chars;

pub use digits::ascii_digits;
pub(crate) use unsafe_chars::{ZWJ, ZWNJ, is_unsafe};
pub use unsafe_chars::{escape_json, joiner_acts, safe, unsafe_name};

/// Folds text for search: forms that readers take for the same letter become the same letter.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
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
