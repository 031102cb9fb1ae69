//! Why a file from elsewhere was not read.

use std::path::PathBuf;

/// A file from elsewhere that was not read; it was left as it is, and nothing of ours was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ForeignError {
    /// No file there.
    #[error("there is no file {}", .0.display())]
    Missing(PathBuf),
    /// A folder, device or pipe.
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    /// It could not be read, or its copy not written.
    #[error("{}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// Its private copy could not be written.
    #[error("a private copy of {} could not be written: {what}", .path.display())]
    Copy {
        /// The file.
        path: PathBuf,
        /// What the system says.
        what: String,
    },
    /// Something else than a casebook.
    #[error("{} is not a casebook of hudna", .0.display())]
    NotACasebook(PathBuf),
    /// Made by a later version.
    #[error("{} was made by a newer hudna (format {found}; this one reads up to {known})", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The last format known.
        known: u32,
    },
    /// Larger than what is read.
    #[error("{} has {size} bytes; files of more than {most} are not read", .path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
        /// The largest that is read.
        most: u64,
    },
    /// A part of its last work lies in another file.
    #[error("{} lies beside {}: the last change to it is not in the file", .beside.display(), .path.display())]
    Unfinished {
        /// The file.
        path: PathBuf,
        /// What lies beside it.
        beside: PathBuf,
    },
    /// It keeps its changes in a second file.
    #[error("{} is in write-ahead mode: alone it can lack the last work", .0.display())]
    WriteAhead(PathBuf),
    /// Another program wrote while it was copied.
    #[error("{} was being written while it was read", .0.display())]
    Changing(PathBuf),
    /// Its header or its pages are broken.
    #[error("{} is damaged: {what}", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// Its tables are not those of a casebook.
    #[error("{} does not have the tables of a casebook: {what}", .path.display())]
    Schema {
        /// The file.
        path: PathBuf,
        /// What is different.
        what: String,
    },
    /// A person stopped it.
    #[error("stopped")]
    Stopped,
}

impl ForeignError {
    /// The same error of a private copy, said of the file that it is a copy of.
    pub fn of_file(self, file: &std::path::Path) -> ForeignError {
        let path = file.to_owned();
        match self {
            Self::Damaged { what, .. } => Self::Damaged { path, what },
            Self::Schema { what, .. } => Self::Schema { path, what },
            other => other,
        }
    }

    /// What was kept and what to do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing(_) | Self::NotAFile(_) => "Check the path.",
            Self::File { .. } | Self::Copy { .. } => {
                "It was left untouched. It is read from a private copy, which needs room and the right to write beside your own casebook; see about your rights there."
            }
            Self::NotACasebook(_) => "It was left untouched. Name a file made with `hudna share`.",
            Self::Newer { .. } => "It was left untouched. Install the newer version to read it.",
            Self::TooLarge { .. } => "It was left untouched.",
            Self::Unfinished { .. } => {
                "It was left untouched. Open it with hudna where it was written, then hand over a copy made with `hudna share`."
            }
            Self::WriteAhead(_) => {
                "It was left untouched. Ask its sender for a copy made with `hudna share`."
            }
            Self::Changing(_) => "It was left untouched. Try again when nothing writes to it.",
            Self::Damaged { .. } => {
                "It was left untouched, and nothing was taken from it. Ask for another copy, or save what can be saved with `hudna recover`."
            }
            Self::Schema { .. } => {
                "It was left untouched, and nothing was taken from it. Something other than hudna changed it, so ask where it comes from."
            }
            Self::Stopped => "Nothing was changed.",
        }
    }
}
