//! What is read together: the file of one claim, lines of the log, a report.

use super::{Checker, Claim, Comment, Document, Evidence, Id, Scale, Verdict};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A claim in its surroundings: the paragraph or so before and after it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Passage {
    /// Text before the claim.
    pub before: String,
    /// The claim's words as they stand in the document.
    pub claim: String,
    /// Text after the claim.
    pub after: String,
}

/// Everything about one claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimFile {
    /// The claim as it stands.
    pub claim: Claim,
    /// Its document, if it has one.
    pub document: Option<Document>,
    /// The claim in its passage, if it has a document.
    pub passage: Option<Passage>,
    /// All evidence, withdrawn pieces included, oldest first.
    pub evidence: Vec<Evidence>,
    /// All verdicts, oldest first.
    pub verdicts: Vec<Verdict>,
    /// All comments, oldest first.
    pub comments: Vec<Comment>,
    /// What was done to it, oldest first.
    pub history: Vec<Change>,
}

/// One line of the log: a thing done to a subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// When, by the writer's clock.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// Whether it is dated after the end of their key: it was lost, revoked or replaced.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_end: bool,
    /// The action that it was part of.
    pub action: String,
    /// What was done: the entry's kind, such as `verdict` or `undo`.
    pub what: String,
    /// The subject: an id, or `casebook`.
    pub subject: String,
    /// The claim that was judged, remarked on or given evidence, where that is what made the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Id>,
    /// The field written; empty where the subject was made.
    pub field: String,
    /// The value before; empty where there was none.
    pub old: String,
    /// The value written, or a summary of what was made.
    pub new: String,
}

/// Who publishes the reports.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Publisher {
    /// Name of the organisation or person.
    pub name: String,
    /// Home page.
    pub url: String,
}

/// All that a report is written from.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The claims with their files, in order.
    pub claims: Vec<ClaimFile>,
    /// The casebook's scale.
    pub scale: Scale,
    /// Who publishes.
    pub publisher: Publisher,
    /// Those who worked on it.
    pub checkers: Vec<Checker>,
    /// The query that chose the claims; empty for all.
    pub query: String,
    /// When the report was made.
    pub made_at: DateTime<Utc>,
    /// The time, by the writers' clocks, of the past state that it is made from; none where that is the present.
    pub as_of: Option<DateTime<Utc>>,
    /// The casebook's id.
    pub casebook: String,
    /// The casebook's head: SHA-256 over the sorted (sitting, number, hash) of its entries.
    pub head: String,
    /// Hashes of its last entries, which no other names: with the head they tell whether a later casebook still holds all of it.
    pub last: Vec<String>,
}
