//! Evidence: links, files and quotations, with stance and source grade.

use super::Id;
use super::codes::codes;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

codes! {
    /// What a piece of evidence is.
    EvidenceKind, "kind of evidence" {
        /// An address.
        Link "link" "link" "رابط",
        /// A file kept inside the casebook.
        File "file" "file" "ملف",
        /// Words copied from elsewhere.
        Quotation "quotation" "quotation" "اقتباس",
    }
}

codes! {
    /// What a piece of evidence does to the claim.
    Stance, "stance" {
        /// Speaks for it.
        Supports "supports" "supports" "يؤيد",
        /// Speaks against it.
        Refutes "refutes" "refutes" "يدحض",
        /// Neither; needed to understand it.
        Context "context" "context" "سياق",
    }
}

/// A source grade of the Admiralty system: reliability of the source (A to F) and credibility of
/// the information (1 to 6), judged apart; F and 6 mean that there is no basis to judge.
/// <https://en.wikipedia.org/wiki/Admiralty_code>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Grade {
    reliability: u8,
    credibility: u8,
}

/// A string that is not a source grade.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::say!("model-grade", given = .0))]
pub struct GradeError(pub String);

impl Grade {
    /// Reliability of the source, `A` to `F`.
    pub fn reliability(self) -> char {
        self.reliability as char
    }

    /// Credibility of the information, `1` to `6`.
    pub fn credibility(self) -> char {
        self.credibility as char
    }

    /// Both axes in words.
    pub fn words(self) -> (&'static str, &'static str) {
        let source = match self.reliability {
            b'A' => "completely reliable",
            b'B' => "usually reliable",
            b'C' => "fairly reliable",
            b'D' => "not usually reliable",
            b'E' => "unreliable",
            _ => "reliability cannot be judged",
        };
        let information = match self.credibility {
            b'1' => "confirmed",
            b'2' => "probably true",
            b'3' => "possibly true",
            b'4' => "doubtful",
            b'5' => "improbable",
            _ => "credibility cannot be judged",
        };
        (source, information)
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.reliability(), self.credibility())
    }
}

impl From<Grade> for String {
    fn from(grade: Grade) -> String {
        grade.to_string()
    }
}

impl FromStr for Grade {
    type Err = GradeError;
    fn from_str(text: &str) -> Result<Grade, GradeError> {
        let mut chars = text.trim().chars().filter_map(|c| match c {
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
            '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
            c => Some(c.to_ascii_uppercase()),
        });
        match (chars.next(), chars.next(), chars.next()) {
            (Some(r @ 'A'..='F'), Some(c @ '1'..='6'), None) => {
                Ok(Grade { reliability: r as u8, credibility: c as u8 })
            }
            _ => Err(GradeError(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Grade {
    type Error = GradeError;
    fn try_from(text: String) -> Result<Grade, GradeError> {
        text.parse()
    }
}

/// A file kept inside the casebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The file's own name, never a path.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// A piece of evidence as it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its name in every casebook.
    pub id: Id,
    /// The claim that it speaks to.
    pub claim: Id,
    /// Link, file or quotation.
    pub kind: EvidenceKind,
    /// Address; also where a quotation or file is from.
    pub url: String,
    /// The quoted words.
    pub quotation: String,
    /// The file.
    pub file: Option<Attachment>,
    /// What it does to the claim.
    pub stance: Stance,
    /// Source grade, if judged.
    pub grade: Option<Grade>,
    /// What a reader must know about it.
    pub note: String,
    /// When it was attached.
    pub at: DateTime<Utc>,
    /// Who attached it.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// Why it was withdrawn; empty if it was not.
    pub withdrawn: String,
    /// Whether it is dated after its key's end, and not to be relied on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_end: bool,
}

/// Evidence to attach: one of `url`, `file`, `quotation` at least.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvidence {
    /// Address; may go with a quotation or a file as its origin.
    pub url: String,
    /// Words copied from elsewhere.
    pub quotation: String,
    /// A file to store, by its path.
    pub file: Option<std::path::PathBuf>,
    /// What it does to the claim.
    pub stance: Stance,
    /// Source grade, if judged.
    pub grade: Option<Grade>,
    /// What a reader must know about it.
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades() {
        assert_eq!("b2".parse::<Grade>().unwrap().to_string(), "B2");
        assert_eq!("A١".parse::<Grade>().unwrap().credibility(), '1');
        for bad in ["", "B", "2", "G1", "A7", "A0", "B22", "2B"] {
            assert!(bad.parse::<Grade>().is_err(), "{bad}");
        }
    }
}
