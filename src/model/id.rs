//! Names that hold across casebooks: a letter for what is named, then hexadecimal digits.
//!
//! Where it can, an id comes from content: `d` + the first 40 digits of the SHA-256 of a document's
//! text (so `sha256sum` over the text gives it), `c` + 40 digits of a hash over document, span and
//! cue. Everything else is made up and names its writer: 12 digits of the time in milliseconds, 8 random ones, and 28
//! of a hash over these and the writer's public key. So nobody else can make what has this id. Earlier versions made
//! up a UUIDv7 without hyphens, which anybody can copy.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdKind {
    /// A document.
    Document,
    /// A claim.
    Claim,
    /// A piece of evidence.
    Evidence,
    /// A verdict.
    Verdict,
    /// A comment.
    Comment,
    /// A checker, named by their signing key.
    Checker,
    /// An extraction that was added to a document.
    Extraction,
}

impl IdKind {
    /// All of them.
    pub const ALL: [IdKind; 7] = [
        IdKind::Document,
        IdKind::Claim,
        IdKind::Evidence,
        IdKind::Verdict,
        IdKind::Comment,
        IdKind::Checker,
        IdKind::Extraction,
    ];

    /// The letter that ids of this kind begin with.
    pub fn letter(self) -> char {
        match self {
            IdKind::Document => 'd',
            IdKind::Claim => 'c',
            IdKind::Evidence => 'e',
            IdKind::Verdict => 'v',
            IdKind::Comment => 'm',
            IdKind::Checker => 'k',
            IdKind::Extraction => 'x',
        }
    }

    /// The word for what is named.
    pub fn word(self) -> &'static str {
        match self {
            IdKind::Document => "document",
            IdKind::Claim => "claim",
            IdKind::Evidence => "evidence",
            IdKind::Verdict => "verdict",
            IdKind::Comment => "comment",
            IdKind::Checker => "checker",
            IdKind::Extraction => "extraction",
        }
    }
}

/// The hexadecimal digits of bytes.
pub fn hex_digits(bytes: &[u8]) -> impl Iterator<Item = char> {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from(if half < 10 { b'0' + half } else { b'a' - 10 + half }))
}

/// A string that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::say!("model-id", given = .0))]
pub struct IdError(pub String);

/// A public id, valid in every casebook.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

/// Digits of ids of earlier versions that say nothing of their writer.
const UNBOUND: usize = 32;
/// Digits of ids that come from content.
const CONTENT: usize = 40;
/// Digits of ids that name their writer, and how many of them the writer's mark is made over.
const BOUND: usize = 48;
const MARKED: usize = 20;
const MARK_DOMAIN: &[u8] = b"hudna id 1\0";

impl Id {
    /// The id of the document with this text hash (SHA-256 over its text in UTF-8).
    pub fn of_document(text_sha256: &[u8; 32]) -> Id {
        Id::from_hash(IdKind::Document, text_sha256)
    }

    /// The id of a claim found in a document; `span` and `cue` are code points.
    pub fn of_claim(document: &Id, span: (usize, usize), cue: (usize, usize)) -> Id {
        let mut hash = Sha256::new();
        hash.update(b"hudna claim\0");
        hash.update(document.as_str().as_bytes());
        for n in [span.0, span.1, cue.0, cue.1] {
            hash.update((n as u64).to_be_bytes());
        }
        Id::from_hash(IdKind::Claim, &hash.finalize().into())
    }

    /// The id of the checker who holds this Ed25519 public key.
    pub fn of_checker(public_key: &[u8; 32]) -> Id {
        Id::from_hash(IdKind::Checker, &Sha256::digest(public_key).into())
    }

    /// A new id for what the holder of this Ed25519 public key makes: unlike any other, and in order of time.
    pub fn fresh(kind: IdKind, key: &[u8; 32]) -> Id {
        let uuid = uuid::Uuid::now_v7();
        // Of a UUIDv7 the first 48 bits are the time in milliseconds, and the last 32 random.
        let [time @ .., _, _, _, _, _, _, a, b, c, d] = uuid.into_bytes();
        let mut id = String::with_capacity(1 + BOUND);
        id.push(kind.letter());
        id.extend(hex_digits(&time));
        id.extend(hex_digits(&[a, b, c, d]));
        let mark = mark(&id, key);
        id.push_str(&mark);
        Id(id)
    }

    /// Whether it was made up and says nothing of any content.
    pub fn is_made_up(&self) -> bool {
        matches!(self.0.len() - 1, UNBOUND | BOUND)
    }

    /// Whether it was made up and the holder of this key can have done so. An id of an earlier version does not say.
    pub fn may_come_from(&self, key: &[u8; 32]) -> bool {
        match self.0.split_at_checked(1 + MARKED) {
            Some((marked, rest)) if self.0.len() == 1 + BOUND => mark(marked, key) == rest,
            _ => self.is_made_up(),
        }
    }

    fn from_hash(kind: IdKind, hash: &[u8; 32]) -> Id {
        let mut id = String::with_capacity(41);
        id.push(kind.letter());
        id.extend(hex_digits(&hash[..20]));
        Id(id)
    }

    /// What is named.
    pub fn kind(&self) -> Option<IdKind> {
        IdKind::ALL.into_iter().find(|k| self.0.starts_with(k.letter()))
    }

    /// The id as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first characters, for screens where the whole would be noise; not promised to be unique, but
    /// they tell apart what was made in different milliseconds.
    pub fn brief(&self) -> &str {
        &self.0[..self.0.len().min(13)]
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.0
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;
    fn try_from(text: String) -> Result<Id, IdError> {
        let mut chars = text.chars();
        let known = chars.next().is_some_and(|c| IdKind::ALL.iter().any(|k| k.letter() == c));
        let digits = text.get(1..).unwrap_or_default();
        let hex = digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if known && hex && matches!(digits.len(), UNBOUND | CONTENT | BOUND) {
            Ok(Id(text))
        } else {
            Err(IdError(text))
        }
    }
}

impl std::str::FromStr for Id {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Id, IdError> {
        Id::try_from(text.to_owned())
    }
}

/// What an id that names its writer ends with.
fn mark(marked: &str, key: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    hash.update(MARK_DOMAIN);
    hash.update(key);
    hash.update(marked.as_bytes());
    hex_digits(&hash.finalize()).take(BOUND - MARKED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_gives_the_same_id_everywhere() {
        let sha: [u8; 32] = Sha256::digest("هدنة").into();
        let document = Id::of_document(&sha);
        assert_eq!(document, Id::of_document(&sha));
        assert_eq!(document.as_str().len(), 41);
        let claim = Id::of_claim(&document, (3, 9), (0, 2));
        assert_ne!(claim, Id::of_claim(&document, (3, 9), (0, 3)));
        assert_eq!(claim.kind(), Some(IdKind::Claim));
    }

    #[test]
    fn only_ids_parse() {
        assert!(Id::fresh(IdKind::Verdict, &[1; 32]).to_string().parse::<Id>().is_ok());
        for bad in ["", "c", "x0123", "cZZ", "c0123", "هدنة", "c\u{202e}0"] {
            assert!(bad.parse::<Id>().is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_made_up_names_its_writer_and_comes_in_order_of_time() {
        let (mine, theirs) = ([1; 32], [2; 32]);
        let id = Id::fresh(IdKind::Evidence, &mine);
        assert!(id.as_str().len() == 49 && id.is_made_up() && id.kind() == Some(IdKind::Evidence));
        assert!(id.may_come_from(&mine) && !id.may_come_from(&theirs));
        // Every digit counts, the letter too.
        for at in 0..id.as_str().len() {
            let mut other = id.as_str().to_owned();
            let with = if at == 0 {
                "v"
            } else if &other[at..=at] == "0" {
                "1"
            } else {
                "0"
            };
            other.replace_range(at..=at, with);
            let other: Id = other.parse().unwrap();
            assert!(!other.may_come_from(&mine), "{other}");
        }
        let earlier: Id = format!("e{}", uuid::Uuid::now_v7().simple()).parse().unwrap();
        assert!(earlier.is_made_up() && earlier.may_come_from(&mine) && earlier.may_come_from(&theirs));
        let of_content = Id::of_checker(&mine);
        assert!(!of_content.is_made_up() && !of_content.may_come_from(&mine));
        let time = |id: &Id| id.as_str()[1..13].to_owned();
        assert!(time(&earlier) >= time(&id) && earlier.brief().len() == 13);
    }
}
