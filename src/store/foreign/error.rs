//! Why a file from elsewhere was not read.

use crate::locale::Spoken;
use crate::say;
use std::path::PathBuf;

/// A file from elsewhere that was not read; it was left as it is, and nothing of ours was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ForeignError {
    /// No file there.
    #[error("{}", crate::say!("foreign-missing", path = .0.display()))]
    Missing(PathBuf),
    /// A folder, device or pipe.
    #[error("{}", crate::say!("foreign-not-a-file", path = .0.display()))]
    NotAFile(PathBuf),
    /// It could not be read, or its copy not written.
    #[error("{}", crate::say!("failure-file", path = .path.display(), what = crate::locale::system(.source)))]
    File {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// Its private copy could not be written.
    #[error("{}", crate::say!("foreign-copy", path = .path.display(), what = .what))]
    Copy {
        /// The file.
        path: PathBuf,
        /// What the system says.
        what: String,
    },
    /// Something else than a casebook.
    #[error("{}", crate::say!("casebook-not-one", path = .0.display()))]
    NotACasebook(PathBuf),
    /// Made by a later version.
    #[error("{}", crate::say!("casebook-newer", path = .path.display(), found = *.found, known = *.known))]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The last format known.
        known: u32,
    },
    /// Larger than what is read.
    #[error("{}", crate::say!("failure-too-large", path = .path.display(), size = *.size, most = *.most))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
        /// The largest that is read.
        most: u64,
    },
    /// A part of its last work lies in another file.
    #[error("{}", crate::say!("foreign-unfinished", beside = .beside.display(), path = .path.display()))]
    Unfinished {
        /// The file.
        path: PathBuf,
        /// What lies beside it.
        beside: PathBuf,
    },
    /// It keeps its changes in a second file.
    #[error("{}", crate::say!("foreign-write-ahead", path = .0.display()))]
    WriteAhead(PathBuf),
    /// Another program wrote while it was copied.
    #[error("{}", crate::say!("foreign-changing", path = .0.display()))]
    Changing(PathBuf),
    /// Its header or its pages are broken.
    #[error("{}", crate::say!("failure-damaged", path = .path.display(), what = .what))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: Spoken,
    },
    /// Its tables are not those of a casebook.
    #[error("{}", crate::say!("foreign-schema", path = .path.display(), what = .what))]
    Schema {
        /// The file.
        path: PathBuf,
        /// What is different.
        what: Spoken,
    },
    /// A person stopped it.
    #[error("{}", crate::say!("failure-stopped"))]
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
    pub fn hint(&self) -> String {
        match self {
            Self::Missing(_) | Self::NotAFile(_) => say!("foreign-missing-hint"),
            // The other rights that can be lacking are those to the folder of the private copy.
            Self::File { path, source }
                if source.kind() == std::io::ErrorKind::PermissionDenied && !path.is_dir() =>
            {
                say!("foreign-rights-hint")
            }
            Self::File { .. } | Self::Copy { .. } => say!("foreign-file-hint"),
            Self::NotACasebook(_) => say!("foreign-not-one-hint"),
            Self::Newer { .. } => say!("foreign-newer-hint"),
            Self::TooLarge { .. } => say!("foreign-too-large-hint"),
            Self::Unfinished { .. } => say!("foreign-unfinished-hint"),
            Self::WriteAhead(_) => say!("foreign-write-ahead-hint"),
            Self::Changing(_) => say!("foreign-changing-hint"),
            Self::Damaged { .. } => say!("foreign-damaged-hint"),
            Self::Schema { .. } => say!("foreign-schema-hint"),
            Self::Stopped => say!("foreign-stopped-hint"),
        }
    }
}
