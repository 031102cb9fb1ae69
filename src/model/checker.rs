//! Checkers and what they say to each other.

use super::{Id, KeyEnd};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The person at the keyboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Checker {
    /// From their public key.
    pub id: Id,
    /// The name that they gave; empty if none.
    pub name: String,
    /// How to reach them; empty if not given.
    pub contact: String,
    /// Their Ed25519 public key in OpenSSH's one-line format.
    pub key: String,
    /// `SHA256:…` as OpenSSH prints it, to compare over another channel.
    pub fingerprint: String,
    /// When this casebook first saw the key.
    pub first_seen: DateTime<Utc>,
    /// How their key came to its end, the gravest first; none where it did not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<KeyEnd>,
    /// Who reported the key lost without being the same person: that ends nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported_lost: Vec<Id>,
}

/// A remark on a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    /// Its name in every casebook.
    pub id: Id,
    /// The claim that is spoken of.
    pub claim: Id,
    /// The words.
    pub text: String,
    /// Who wrote it.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// When, by the writer's clock.
    pub at: DateTime<Utc>,
    /// Why it was taken back; empty if it was not.
    pub withdrawn: String,
    /// Whether it is dated after its key's end, and not to be relied on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_end: bool,
}
