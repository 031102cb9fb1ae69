//! Why another extractor gave nothing, and what to do about it.

use crate::locale::Spoken;
use crate::say;

/// Why a program gave no claims.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OutsideError {
    /// The command is empty or its quotation marks do not pair.
    #[error("{}", crate::say!("outside-command"))]
    Command,
    /// There is no such program.
    #[error("{}", crate::say!("outside-absent", name = .name))]
    Absent {
        /// As it was named.
        name: String,
    },
    /// The system did not start it.
    #[error("{}", crate::say!("outside-start", name = .name, why = .why))]
    Start {
        /// The program.
        name: String,
        /// The system's words.
        why: Spoken,
    },
    /// It ended with another exit code than 0.
    #[error("{}", crate::say!("outside-failed", name = .name, how = .how))]
    Failed {
        /// The program.
        name: String,
        /// Exit code or signal.
        how: Spoken,
        /// The end of its standard error.
        said: String,
    },
    /// It did not end in time.
    #[error("{}", crate::say!("outside-slow", name = .name, seconds = *.seconds))]
    Slow {
        /// The program.
        name: String,
        /// The time limit.
        seconds: f64,
        /// The end of its standard error.
        said: String,
    },
    /// Somebody stopped it.
    #[error("{}", crate::say!("outside-stopped", name = .name))]
    Stopped {
        /// The program.
        name: String,
    },
    /// It wrote nothing at all.
    #[error("{}", crate::say!("outside-silent", name = .name))]
    Silent {
        /// The program.
        name: String,
        /// The end of its standard error.
        said: String,
    },
    /// It wrote more than is read.
    #[error("{}", crate::say!("outside-too-much", name = .name, limit = *.limit))]
    TooMuch {
        /// The program.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// A line is no claim of this document.
    #[error("{}", crate::say!("outside-line", line = *.line, name = .name, problem = .problem))]
    Line {
        /// The program.
        name: String,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: Spoken,
        /// The end of its standard error.
        said: String,
    },
}

impl OutsideError {
    /// What the program wrote to standard error, as lines that can be shown; the last ones.
    pub fn said(&self) -> &str {
        match self {
            OutsideError::Failed { said, .. }
            | OutsideError::Slow { said, .. }
            | OutsideError::Silent { said, .. }
            | OutsideError::Line { said, .. } => said,
            _ => "",
        }
    }

    /// What to do about it, in one sentence.
    pub fn hint(&self) -> String {
        match self {
            OutsideError::Command => say!("outside-command-hint"),
            OutsideError::Absent { .. } => say!("outside-absent-hint"),
            OutsideError::Start { .. } => say!("outside-start-hint"),
            OutsideError::Failed { .. } => say!("outside-failed-hint"),
            OutsideError::Slow { .. } => say!("outside-slow-hint"),
            OutsideError::Stopped { .. } => say!("outside-stopped-hint"),
            OutsideError::Silent { .. } => say!("outside-silent-hint"),
            OutsideError::TooMuch { .. } | OutsideError::Line { .. } => say!("outside-line-hint"),
        }
    }

    /// Whether the next document would meet the same.
    pub fn stops_all(&self) -> bool {
        matches!(
            self,
            OutsideError::Command
                | OutsideError::Absent { .. }
                | OutsideError::Start { .. }
                | OutsideError::Stopped { .. }
        )
    }
}
