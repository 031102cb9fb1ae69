//! What two checkers wrote without seeing each other's words.

use super::{Id, Verdict};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A field that was given unlike values, none of whose writers had seen the other's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// What the field is of: an id, or `casebook`.
    pub subject: String,
    /// The field.
    pub field: String,
    /// The values that stand against each other, in the order in which they were written; the last is shown.
    pub sides: Vec<Side>,
}

/// One of the values that stand against each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Its number, from 1, to take it by.
    pub n: usize,
    /// The value as a line of text.
    pub value: String,
    /// Who wrote it.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// When, by the writer's clock.
    pub at: DateTime<Utc>,
    /// Whether it is the one that lists and reports show.
    pub shown: bool,
}

/// A claim that checkers judge unlike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dispute {
    /// The claim.
    pub claim: Id,
    /// Its words.
    pub text: String,
    /// The verdicts that stand.
    pub verdicts: Vec<Verdict>,
}
