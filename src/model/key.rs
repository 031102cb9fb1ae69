//! What is said of checkers' keys, and what follows for each.

use super::Id;
use super::codes::codes;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

codes! {
    /// What a checker can say of a key.
    Says, "word about a key" {
        /// It is theirs too, on another device. It counts when the other key says the same.
        Mine "mine" "mine too" "لي أيضا",
        /// It follows theirs, which is used no more.
        Successor "successor" "follows mine" "يحل محل مفتاحي",
        /// It is lost, or its holder is.
        Lost "lost" "lost" "مفقود",
        /// It was said to be lost, by the same checker, and is not.
        Found "found" "found again" "وُجد",
        /// Nothing that it signed later is to be believed.
        Revoked "revoked" "revoked" "ملغى",
    }
}

codes! {
    /// How a key came to its end.
    EndedBy, "end of a key" {
        /// It, or another key of the same person, said not to believe it any more.
        Revoked "revoked" "revoked" "ملغى",
        /// Another key of the same person said that it is lost.
        Lost "lost" "lost" "مفقود",
        /// It named the key that follows it.
        Replaced "replaced" "replaced" "مستبدل",
    }
}

/// The end of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyEnd {
    /// How.
    pub how: EndedBy,
    /// From when on nothing that it signed is to be believed, by the clock of whoever said it.
    pub from: DateTime<Utc>,
    /// Who said it.
    pub by: Id,
    /// The key that follows, where it was replaced.
    pub successor: Option<Id>,
    /// Whether that key says the same.
    pub confirmed: bool,
    /// Why, in the words of whoever said it.
    pub why: String,
}

/// What stands of a key in a casebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyState {
    /// The checker whom it names.
    pub checker: Id,
    /// The name that they gave, or that of a key of the same person; empty if none.
    pub name: String,
    /// `SHA256:…` as OpenSSH prints it, to compare over another channel.
    pub fingerprint: String,
    /// Ed25519 public key in OpenSSH's one-line format.
    pub key: String,
    /// When its first entry was written, by the writer's clock; none where it wrote nothing.
    pub first_entry: Option<DateTime<Utc>>,
    /// How many entries it wrote.
    pub entries: u64,
    /// Other keys of the same person: each says so of the other, directly or by way of a third.
    pub same: Vec<Id>,
    /// Keys that say they are the same person's, and of which this one has not said so.
    pub offers: Vec<Id>,
    /// How it came to its end; the gravest first.
    pub ends: Vec<KeyEnd>,
    /// Who reported it lost without being the same person.
    pub reported_lost: Vec<Id>,
    /// Entries that are dated after its end.
    pub after_end: u64,
}

impl KeyState {
    /// How it came to its end, if it did.
    pub fn end(&self) -> Option<&KeyEnd> {
        self.ends.first()
    }
}
