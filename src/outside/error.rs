//! Why another extractor gave nothing, and what to do about it.

/// Why a program gave no claims.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OutsideError {
    /// The command is empty or its quotation marks do not pair.
    #[error("the command cannot be parted into words")]
    Command,
    /// There is no such program.
    #[error("there is no program {name}")]
    Absent {
        /// As it was named.
        name: String,
    },
    /// The system did not start it.
    #[error("{name} cannot be run: {why}")]
    Start {
        /// The program.
        name: String,
        /// The system's words.
        why: String,
    },
    /// It ended with another exit code than 0.
    #[error("{name} failed: {how}")]
    Failed {
        /// The program.
        name: String,
        /// Exit code or signal.
        how: String,
        /// The end of its standard error.
        said: String,
    },
    /// It did not end in time.
    #[error("{name} did not end within {seconds} s and was ended")]
    Slow {
        /// The program.
        name: String,
        /// The time limit.
        seconds: f64,
        /// The end of its standard error.
        said: String,
    },
    /// Somebody stopped it.
    #[error("{name} was stopped")]
    Stopped {
        /// The program.
        name: String,
    },
    /// It wrote nothing at all.
    #[error("{name} wrote nothing")]
    Silent {
        /// The program.
        name: String,
        /// The end of its standard error.
        said: String,
    },
    /// It wrote more than is read.
    #[error("{name} wrote more than {limit} MiB")]
    TooMuch {
        /// The program.
        name: String,
        /// The limit.
        limit: usize,
    },
    /// A line is no claim of this document.
    #[error("line {line} of what {name} wrote: {problem}")]
    Line {
        /// The program.
        name: String,
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        problem: String,
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
    pub fn hint(&self) -> &'static str {
        match self {
            OutsideError::Command => {
                "Put quotation marks around the whole command and in pairs within it: --with 'python3 \"my finder.py\"'."
            }
            OutsideError::Absent { .. } => {
                "Check the spelling; a program that is not in PATH needs its folder, as in ./finder.py."
            }
            OutsideError::Start { .. } => {
                "Check that the file may be executed, or name the program that runs it: --with 'python3 finder.py'."
            }
            OutsideError::Failed { .. } => "Nothing was taken from it. Run it by hand on a small document.",
            OutsideError::Slow { .. } => "Nothing was taken from it. Give it more time with --timeout.",
            OutsideError::Stopped { .. } => "Nothing was taken from it.",
            OutsideError::Silent { .. } => {
                "A program that finds nothing says so with the line {\"claims\":0}."
            }
            OutsideError::TooMuch { .. } | OutsideError::Line { .. } => {
                "Nothing was taken from it. docs/extractors.md says what a program may write."
            }
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
