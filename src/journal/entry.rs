//! Entries: their header, their parts, and the hashes that hold them together.

use crate::model::{Field, Id, Kind, Polarity, Quote, Says, Scale, hex_digits};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// SHA-256.
pub type Hash = [u8; 32];

/// The format of headers and bodies that this version writes.
pub const FORMAT: u32 = 1;
/// The subject that stands for the casebook itself.
pub const CASEBOOK: &str = "casebook";
const ENTRY_DOMAIN: &[u8] = b"hudna entry 1\0";
const PART_DOMAIN: &[u8] = b"hudna part 1\0";

/// What an entry says of itself; serialised once and kept byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Format of header and bodies.
    pub format: u32,
    /// What was done, such as `verdict`.
    pub kind: String,
    /// Number within the sitting, from 1.
    pub seq: u64,
    /// Hybrid logical clock.
    pub at: i64,
    /// The user action, a UUID.
    pub action: String,
    /// Hash of the sitting's entry before; empty for the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prev: String,
    /// Hashes of entries that no entry named yet; on signed entries only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frontier: Vec<String>,
    /// The action that an `undo` takes back or a `redo` does again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub undoes: String,
    /// Who opens the sitting; on its first entry only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Opening>,
}

/// What the first entry of a sitting adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// Random, so that two sittings are never alike.
    pub nonce: String,
    /// Ed25519 public key of the checker, hexadecimal.
    pub key: String,
    /// The casebook's id.
    pub casebook: String,
}

/// What an entry says of one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The casebook begins.
    Casebook {
        /// Its id.
        id: String,
    },
    /// The scale of ratings.
    Scale(Scale),
    /// The casebook was salvaged from a damaged file.
    Recovered {
        /// How many entries could not be saved, as far as anything still spoke of them.
        lost: u64,
        /// Hashes of those that others name.
        missing: Vec<String>,
    },
    /// A document came in.
    Document(DocumentBody),
    /// A claim was found or added.
    Claim(ClaimBody),
    /// Evidence was attached.
    Evidence(EvidenceBody),
    /// A verdict was given.
    Verdict(VerdictBody),
    /// Something was said.
    Comment {
        /// The claim spoken of.
        claim: Id,
        /// The words.
        text: String,
    },
    /// Claims were looked for again in a document; those found are parts of the same entry.
    Extraction(ExtractionBody),
    /// Something was said of a key: the subject is the checker whom it names.
    Key(KeyWord),
    /// A field was written.
    Set(Write),
    /// Content is erased; the part's subject is what the person named.
    Erase(EraseBody),
    /// The part after this one is the document's text with these spans blanked.
    Blank {
        /// Places in code points, in order and apart from each other.
        spans: Vec<(usize, usize)>,
    },
    /// An erasure that came by a merge is confirmed.
    EraseConfirm {
        /// Hash of its entry.
        erasure: String,
    },
    /// An erasure that came by a merge is refused.
    EraseRefuse {
        /// Hash of its entry.
        erasure: String,
        /// The reason.
        why: String,
    },
}

/// What an erasure covers. It tells nothing of the content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EraseBody {
    /// The reason.
    pub why: String,
    /// Everything erased whole; of a checker, name and contact.
    pub subjects: Vec<Id>,
    /// Documents of whose text words are blanked, and whose bytes as received are erased.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blanks: Vec<BlankedText>,
}

/// Words of a document's text that are blanked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BlankedText {
    /// The document.
    pub document: Id,
    /// Places in code points, in order and apart from each other.
    pub spans: Vec<(usize, usize)>,
}

/// A word about a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyWord {
    /// What is said.
    pub says: Says,
    /// The public key of which it is said, hexadecimal.
    pub key: String,
    /// From when on the key is not to be believed, in milliseconds since 1970; none from this word on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<i64>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Of a word that ends a key: the checkers that its holder also is, still.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<Id>,
}

/// A write to a field of the part's subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Write {
    /// The field.
    pub field: Field,
    /// The value; its form is the field's own.
    pub value: serde_json::Value,
    /// The writes that this one replaces, as `entry hash:part number`; none where the field was as made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<String>,
    /// Of an undo's or redo's write: the writes whose value it puts back; an empty list, the value as made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restores: Option<Vec<String>>,
}

/// A document as it came in. Its text and bytes are parts of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct DocumentBody {
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub url: String,
    pub published: String,
    pub language: String,
    pub media_type: String,
    pub encoding: String,
    /// Of the bytes as received; empty in a private document, as is the next.
    pub sha256: String,
    pub text_sha256: String,
    pub size: u64,
    pub length: u64,
    /// The extraction that its claims come from.
    pub extraction: String,
    /// The version of the same address that was there before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Id>,
}

impl DocumentBody {
    /// Whether it tells nothing by which its text can be recognised.
    pub fn is_private(&self) -> bool {
        self.text_sha256.is_empty()
    }
}

/// A claim as it was found or added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ClaimBody {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Id>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<SpanValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue_span: Option<(usize, usize)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub speaker: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cue: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    pub quote: Quote,
    pub polarity: Polarity,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nested: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// How much it is worth a check; none where a person added it, or a version did that did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worth: Option<u8>,
    /// Codes of the reasons; a newer version may know more of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said_at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub translation: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// An extraction that was added to a document after its import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExtractionBody {
    /// The document.
    pub document: Id,
    /// The extractor's version.
    pub extraction: String,
    /// Hashes of the entries of those of its extractions that this one replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<String>,
}

/// Place and words of a claim; without place where there is no document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpanValue {
    /// First code point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// The code point after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// The words.
    pub text: String,
}

/// Evidence as it was attached. A file's bytes are a part of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct EvidenceBody {
    pub claim: Id,
    pub kind: crate::model::EvidenceKind,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quotation: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<crate::model::Attachment>,
    pub stance: crate::model::Stance,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grade: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A verdict as it was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct VerdictBody {
    pub claim: Id,
    pub rating: String,
    pub why: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub blind: bool,
    /// The verdicts on this claim that its checker had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Id>,
}

/// The commitment to a part: what an entry's hash covers instead of the part itself.
pub fn commitment(salt: &[u8], content: &[u8]) -> Hash {
    let mut committing = Committing::new(salt);
    committing.update(content);
    committing.finish()
}

/// A commitment over content that comes piece by piece.
pub struct Committing(Sha256);

impl Committing {
    /// Begins with the part's salt.
    pub fn new(salt: &[u8]) -> Committing {
        let mut hash = Sha256::new();
        hash.update(PART_DOMAIN);
        hash.update(salt);
        Committing(hash)
    }

    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The commitment.
    pub fn finish(self) -> Hash {
        self.0.finalize().into()
    }
}

/// The hash of an entry over its header and, of each part, subject and commitment.
pub fn entry_hash<'a>(header: &str, parts: impl Iterator<Item = (&'a str, &'a Hash)>) -> Hash {
    let mut hash = Sha256::new();
    hash.update(ENTRY_DOMAIN);
    hash.update((header.len() as u64).to_be_bytes());
    hash.update(header.as_bytes());
    for (subject, commitment) in parts {
        hash.update([u8::try_from(subject.len()).unwrap_or(u8::MAX)]);
        hash.update(subject.as_bytes());
        hash.update(commitment);
    }
    hash.finalize().into()
}

/// The bytes that a signature is over.
pub fn signed_bytes(hash: &Hash) -> Vec<u8> {
    [ENTRY_DOMAIN, hash].concat()
}

/// Hexadecimal digits of bytes.
pub fn hex(bytes: &[u8]) -> String {
    hex_digits(bytes).collect()
}

/// The first characters of a sitting's id, for people; not promised to be unique.
pub fn brief_sitting(id: &str) -> &str {
    id.get(..12).unwrap_or(id)
}

/// The bytes of hexadecimal digits, if they are 32.
pub fn unhex(digits: &str) -> Option<Hash> {
    let digits = digits.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bit_counts() {
        let one = commitment(&[1; 16], b"a");
        assert_ne!(one, commitment(&[2; 16], b"a"));
        assert_ne!(one, commitment(&[1; 16], b"b"));
        let hash = entry_hash("{}", [("c1", &one)].into_iter());
        assert_ne!(hash, entry_hash("{ }", [("c1", &one)].into_iter()));
        assert_ne!(hash, entry_hash("{}", [("c2", &one)].into_iter()));
        assert_eq!(unhex(&hex(&hash)), Some(hash));
        assert_eq!(unhex("zz"), None);
        assert_eq!(unhex(&"é".repeat(32)), None);
    }

    #[test]
    fn bodies_keep_their_form() {
        let body =
            Body::Set(Write { field: Field::Speaker, value: "X".into(), basis: vec![], restores: None });
        let text = serde_json::to_string(&body).unwrap();
        assert_eq!(text, r#"{"set":{"field":"speaker","value":"X"}}"#);
        assert_eq!(serde_json::from_str::<Body>(&text).unwrap(), body);
    }
}
