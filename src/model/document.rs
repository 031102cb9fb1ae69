//! Documents: imported source texts.

use super::Id;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How the bytes were read as text, by the name of the WHATWG Encoding Standard (`UTF-8`, `windows-1256`).
pub type Encoding = String;

/// A source text as intake hands it on: the bytes as received and what was read from them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Received {
    /// The bytes as received, kept for ever.
    pub bytes: Vec<u8>,
    /// The plain text that claims are anchored in.
    pub text: String,
    /// Headline.
    pub title: String,
    /// Newspaper, agency, channel or site.
    pub outlet: String,
    /// By-line.
    pub author: String,
    /// Canonical address; empty if unknown.
    pub url: String,
    /// Date or date and time of publication, ISO 8601; empty if unknown.
    pub published: String,
    /// Main language, BCP 47 (`ar`, `en`).
    pub language: String,
    /// `text/plain`, `text/html` or `text/markdown`.
    pub media_type: String,
    /// How the bytes were read as text.
    pub encoding: Encoding,
}

/// A document of a casebook as it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its name in every casebook: from the SHA-256 of its text or, of a private one, random.
    pub id: Id,
    /// Headline.
    pub title: String,
    /// Newspaper, agency, channel or site.
    pub outlet: String,
    /// By-line.
    pub author: String,
    /// Canonical address.
    pub url: String,
    /// Publication date, ISO 8601.
    pub published: String,
    /// Main language, BCP 47.
    pub language: String,
    /// `text/plain`, `text/html` or `text/markdown`.
    pub media_type: String,
    /// How the bytes were read as text.
    pub encoding: Encoding,
    /// SHA-256 of the bytes as received, hexadecimal; empty where they are erased or the document is private.
    pub sha256: String,
    /// SHA-256 of the text in UTF-8 as it is kept, hexadecimal; empty where the document is private.
    pub text_sha256: String,
    /// Size of the bytes as received.
    pub size: u64,
    /// Length of the text in code points.
    pub length: u64,
    /// When it was first imported.
    pub imported_at: DateTime<Utc>,
    /// Who imported it.
    pub imported_by: Id,
    /// The version of the same address that was there before.
    pub previous: Option<Id>,
    /// The version of the same address that came after this one.
    pub newer: Option<Id>,
    /// How many claims are anchored in it, dismissed ones included.
    pub claims: u64,
    /// Why it was withdrawn; empty if it was not.
    pub withdrawn: String,
    /// How many code points of the text an erasure blanked.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub blanked: u64,
}

fn is_zero(n: &u64) -> bool {
    *n == 0
}

/// What a checker corrects of a document; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DocumentEdit {
    /// Headline.
    pub title: Option<String>,
    /// Outlet.
    pub outlet: Option<String>,
    /// By-line.
    pub author: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Publication date.
    pub published: Option<String>,
    /// Main language.
    pub language: Option<String>,
}
