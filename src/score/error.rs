//! Why input cannot be scored, and what to do about it.

use crate::locale::Spoken;
use crate::say;

/// Input that cannot be scored.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ScoreError {
    /// A line of a file of claims.
    #[error("{}", crate::say!("score-line", file = .file, line = *.line, problem = .problem))]
    Line {
        /// The file as it was named.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: Spoken,
    },
    /// A file without a single claim.
    #[error("{}", crate::say!("score-no-claims", file = .file))]
    NoClaims {
        /// The file as it was named.
        file: String,
    },
    /// The text is another one than the labels were made on.
    #[error("{}", crate::say!("score-other-text", file = .file, line = *.line, article = .article, start = *.start, end = *.end))]
    OtherText {
        /// The file of labels.
        file: String,
        /// Its line.
        line: usize,
        /// The article.
        article: String,
        /// First code point of the label.
        start: i64,
        /// The code point after it.
        end: i64,
    },
    /// More claims lie on each other than can be compared.
    #[error("{}", crate::say!("score-too-many", file = .file))]
    TooMany {
        /// The article.
        file: String,
    },
}

impl ScoreError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            ScoreError::Line { .. } => say!("score-line-hint"),
            ScoreError::NoClaims { .. } => say!("score-no-claims-hint"),
            ScoreError::OtherText { .. } => say!("score-other-text-hint"),
            ScoreError::TooMany { .. } => say!("score-too-many-hint"),
        }
    }
}
