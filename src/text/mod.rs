//! Language-neutral text: folding for search, offsets, unsafe characters, script and language.

mod digits;
mod fold;
mod language;
mod offset;
mod unsafe_chars;

#[cfg(test)]
mod tests;

pub use digits::ascii_digits;
pub use fold::{alternates, fold, fold_with_map, words};
pub use language::{Direction, direction, language};
pub use offset::{CodePoints, byte_of};
pub(crate) use unsafe_chars::{ZWJ, ZWNJ, is_unsafe};
pub use unsafe_chars::{bare, escape_json, joiner_acts, safe, unsafe_name};
