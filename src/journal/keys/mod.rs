//! The life of keys: other devices, successors, loss and revocation, said by entries.
//!
//! `fate` works out from all that was said what follows for each key; `say` writes such entries, and `read` puts
//! together what a casebook knows of its keys.

mod fate;
mod read;
mod say;

pub use read::{ended, mark_after_end, mark_ends, names, persons, refresh, same_person, states};
pub use say::KeySaid;

use super::entry::KeyWord;
use crate::model::{Says, Tongue};

/// What was said of a key, in words for the log.
pub fn in_words(word: &KeyWord) -> String {
    let mut words = word.says.label(Tongue::English).to_owned();
    if let Some(since) = word.since.filter(|_| word.says == Says::Revoked || word.says == Says::Lost) {
        let since = super::clock::time(since.clamp(0, i64::MAX >> 17) << 16);
        words.push_str(&since.format(" as of %Y-%m-%d %H:%M").to_string());
    }
    if !word.why.is_empty() {
        words.push_str(": ");
        words.push_str(&word.why);
    }
    words
}

/// Kinds of the entries that speak of keys. Undo passes them over.
pub const KINDS: &str = "key_";
