//! Why input cannot be scored, and what to do about it.

/// Input that cannot be scored.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ScoreError {
    /// A line of a file of claims.
    #[error("{file}:{line}: {problem}")]
    Line {
        /// The file as it was named.
        file: String,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// A file without a single claim.
    #[error("{file} holds no claims")]
    NoClaims {
        /// The file as it was named.
        file: String,
    },
    /// The text is another one than the labels were made on.
    #[error("{file}:{line}: the text of {article} at {start}-{end} is not the one that was labelled")]
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
    #[error("too many claims lie on each other in {file}")]
    TooMany {
        /// The article.
        file: String,
    },
}

impl ScoreError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            ScoreError::Line { .. } => {
                "Each line is one JSON object with file, start and end, and where known speaker, quote, polarity \
                 and kind; `hudna extract --json` writes such lines."
            }
            ScoreError::NoClaims { .. } => "Give the file of labelled claims first, then the predictions.",
            ScoreError::OtherText { .. } => {
                "Give the folder of the labelled articles with --texts. Offsets are Unicode code points, end exclusive."
            }
            ScoreError::TooMany { .. } => "See whether the file holds the same claims over and over.",
        }
    }
}
