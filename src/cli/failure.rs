//! What ends a verb early: a message, a hint and an exit code. Errors of the other rooms become one here, nowhere else.

use crate::extract::LexiconError;
use crate::import::ImportError;
use crate::intake::IntakeError;
use crate::journal::CasebookError;
use crate::locale::system;
use crate::model::QueryError;
use crate::outside::OutsideError;
use crate::report::ReportError;
use crate::say;
use crate::score::ScoreError;
use crate::tui::TuiError;
use std::io;

/// Why a verb ended early.
#[derive(Debug)]
pub struct Failure {
    /// What the person at the keyboard is told; nothing if they were told already.
    pub message: Option<String>,
    /// What they can do about it.
    pub hint: Option<String>,
    /// The exit code: 0 where the reader went away, 1 failed, 2 wrong usage.
    pub code: u8,
}

impl Failure {
    /// The verb could not be done.
    pub fn failed(message: impl Into<String>) -> Failure {
        Failure { message: Some(message.into()), hint: None, code: 1 }
    }

    /// The arguments do not make sense.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { message: Some(message.into()), hint: None, code: 2 }
    }

    /// Something failed and its message is out already.
    pub fn told() -> Failure {
        Failure { message: None, hint: None, code: 1 }
    }

    /// The same with a hint, none where it is empty.
    pub fn hint(mut self, hint: impl Into<String>) -> Failure {
        self.hint = Some(hint.into()).filter(|h| !h.is_empty());
        self
    }
}

impl From<CasebookError> for Failure {
    fn from(error: CasebookError) -> Failure {
        Failure::failed(error.to_string()).hint(error.hint())
    }
}

impl From<IntakeError> for Failure {
    fn from(error: IntakeError) -> Failure {
        Failure::failed(error.to_string()).hint(error.hint())
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Failure {
        Failure::failed(error.to_string()).hint(error.hint())
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Failure {
        match error {
            ReportError::Io(error) => error.into(),
            error => Failure::failed(error.to_string()).hint(error.hint()),
        }
    }
}

impl From<OutsideError> for Failure {
    fn from(error: OutsideError) -> Failure {
        let failure = match error {
            OutsideError::Command => Failure::usage(error.to_string()),
            _ => Failure::failed(error.to_string()),
        };
        failure.hint(error.hint())
    }
}

impl From<ScoreError> for Failure {
    fn from(error: ScoreError) -> Failure {
        Failure::failed(error.to_string()).hint(error.hint())
    }
}

impl From<LexiconError> for Failure {
    /// The lexicon is compiled in, so this is a fault of the program.
    fn from(error: LexiconError) -> Failure {
        Failure::failed(say!("lexicon-unread", what = error.to_string())).hint(say!("lexicon-unread-hint"))
    }
}

impl From<TuiError> for Failure {
    fn from(error: TuiError) -> Failure {
        Failure::failed(error.to_string()).hint(error.hint())
    }
}

impl From<QueryError> for Failure {
    fn from(error: QueryError) -> Failure {
        Failure::usage(say!("query-unread", what = error.to_string())).hint(say!("query-unread-hint"))
    }
}

impl From<io::Error> for Failure {
    /// Only for writing to standard output: whoever reads it may stop reading, which is no error.
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure { message: None, hint: None, code: 0 },
            _ => Failure::failed(say!("output-unwritten", what = system(&error)))
                .hint(say!("output-unwritten-hint")),
        }
    }
}
