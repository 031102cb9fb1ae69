//! What can go wrong with a casebook, and what to do about it.

use super::entry::brief_sitting;
use crate::locale::{Spoken, list, system};
use crate::say;
use std::path::{Path, PathBuf};

/// An action on a casebook that was not done; nothing of it was kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CasebookError {
    /// No file there.
    #[error("{}", crate::say!("casebook-missing", path = .0.display()))]
    Missing(PathBuf),
    /// Something else lies there.
    #[error("{}", crate::say!("casebook-not-one", path = .0.display()))]
    NotACasebook(PathBuf),
    /// Its tables are not those that hudna makes.
    #[error("{}", crate::say!("casebook-strange", path = .path.display(), what = .what))]
    Strange {
        /// The file.
        path: PathBuf,
        /// What is different.
        what: Spoken,
    },
    /// A log of another program's lies beside it, which SQLite would write into it.
    #[error("{}", crate::say!("casebook-logged", path = .path.display(), beside = .beside.display()))]
    Logged {
        /// The file.
        path: PathBuf,
        /// The log.
        beside: PathBuf,
    },
    /// Another file came into its place, or none is there any more.
    #[error("{}", replaced(.path, .rescue, *.kept, *.gone))]
    Replaced {
        /// Where the casebook was.
        path: PathBuf,
        /// The file that holds what was open.
        rescue: PathBuf,
        /// Whether it holds what was just done.
        kept: bool,
        /// Whether no file is there now.
        gone: bool,
    },
    /// The same, and what was open could not be written elsewhere.
    #[error("{}", crate::say!("casebook-adrift", path = .path.display(), what = system(.source)))]
    Adrift {
        /// Where the casebook was.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Made by a later version.
    #[error("{}", crate::say!("casebook-newer", path = .path.display(), found = *.found, known = *.known))]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The last format known.
        known: i64,
    },
    /// A file of an older format could not get the tables of today.
    #[error("{}", crate::say!("casebook-upgrade", from = *.from, to = *.to, what = .source.to_string()))]
    Upgrade {
        /// The file's format.
        from: u32,
        /// The present one.
        to: u32,
        /// Why not.
        source: Box<CasebookError>,
    },
    /// Another program holds the file.
    #[error("{}", crate::say!("casebook-busy"))]
    Busy,
    /// SQLite found the file damaged.
    #[error("{}", crate::say!("casebook-damaged", what = .0))]
    Damaged(Spoken),
    /// No room on the disk.
    #[error("{}", crate::say!("casebook-full"))]
    Full,
    /// The disk or the system failed.
    #[error("{}", crate::say!("casebook-disk", what = .0))]
    Disk(String),
    /// No room on the disk that something is made on.
    #[error("{}", crate::say!("casebook-no-room", path = .0.display()))]
    NoRoom(PathBuf),
    /// The file or its folder cannot be written.
    #[error("{}", crate::say!("casebook-read-only", what = .0))]
    ReadOnly(String),
    /// Nothing has this id.
    #[error("{}", crate::say!("casebook-not-found", what = *.what, given = .given))]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// What was given.
        given: String,
    },
    /// Several things have ids that begin so.
    #[error("{}", crate::say!("casebook-ambiguous", given = .given, ids = list(.matches)))]
    Ambiguous {
        /// What was given.
        given: String,
        /// Some that fit.
        matches: Vec<String>,
    },
    /// It was there and was erased.
    #[error("{}", crate::say!("casebook-erased", what = *.what, id = .id))]
    Erased {
        /// What it was.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// It is not in this copy.
    #[error("{0}")]
    NotHere(Spoken),
    /// Other claims hold words of one that is to be erased.
    #[error("{}", crate::say!("casebook-overlaps", claim = .claim, claims = list(.claims)))]
    Overlaps {
        /// The claim that was to be erased.
        claim: String,
        /// Those that share words with it.
        claims: Vec<String>,
    },
    /// A value that cannot be taken.
    #[error("{0}")]
    Invalid(Spoken),
    /// The key cannot be read or made.
    #[error("{}", crate::say!("casebook-key", path = .path.display(), why = .reason))]
    Key {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong.
        reason: Spoken,
    },
    /// The key cannot be written.
    #[error("{}", crate::say!("casebook-key-not-made", path = .path.display(), what = system(.source)))]
    KeyNotMade {
        /// Where it should lie.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// A file that should hold a key cannot be used, or a key cannot be written into it.
    #[error("{}", crate::say!("casebook-key-file", path = .path.display(), why = .reason))]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: Spoken,
    },
    /// A passphrase that does not open a key.
    #[error("{}", crate::say!("casebook-passphrase", path = .path.display()))]
    Passphrase {
        /// The file.
        path: PathBuf,
    },
    /// The signature beside a file does not hold.
    #[error("{}", crate::say!("casebook-signature", path = .path.display(), why = .reason))]
    Signature {
        /// Where the signature lies.
        path: PathBuf,
        /// What is wrong.
        reason: Spoken,
    },
    /// The list of trusted keys cannot be read or written.
    #[error("{}", crate::say!("casebook-trust-file", path = .path.display(), why = .reason))]
    TrustFile {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong.
        reason: Spoken,
    },
    /// A file could not be read or written.
    #[error("{}", crate::say!("failure-file", path = .path.display(), what = system(.source)))]
    File {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// A person stopped it.
    #[error("{}", crate::say!("failure-stopped"))]
    Stopped,
    /// A past state is for reading.
    #[error("{}", crate::say!("casebook-past"))]
    Past,
    /// A time before anything was written.
    #[error("{}", crate::say!("casebook-not-begun", time = .0.format("%Y-%m-%d %H:%M:%S UTC").to_string()))]
    NotBegun(chrono::DateTime<chrono::Utc>),
    /// A file is not as its checkers signed it.
    #[error("{}", unsound(.path, .faults, *.count))]
    Unsound {
        /// The file.
        path: PathBuf,
        /// How many things are wrong.
        count: usize,
        /// The first of them.
        faults: Vec<super::Fault>,
    },
    /// A sitting went on in two ways.
    #[error("{}", crate::say!("casebook-forked", seq = *.seq, sitting = brief_sitting(.sitting), path = .path.display()))]
    Forked {
        /// The file.
        path: PathBuf,
        /// The sitting's id, hexadecimal.
        sitting: String,
        /// Number of the entry.
        seq: u64,
    },
    /// An entry names another that is nowhere.
    #[error("{}", crate::say!("casebook-lacking", seq = *.seq, sitting = brief_sitting(.sitting), path = .path.display(), hash = brief_sitting(.hash)))]
    Lacking {
        /// The file.
        path: PathBuf,
        /// The sitting's id, hexadecimal.
        sitting: String,
        /// Number of the entry.
        seq: i64,
        /// Hash of the one that it names, hexadecimal.
        hash: String,
    },
    /// A file holds entries of another case.
    #[error("{}", crate::say!("casebook-other-case", path = .path.display(), casebook = .casebook))]
    OtherCase {
        /// The file.
        path: PathBuf,
        /// The other casebook's id.
        casebook: String,
    },
    /// Nothing in a damaged file bears itself out.
    #[error("{}", crate::say!("casebook-nothing-saved", path = .path.display()))]
    NothingSaved {
        /// The file.
        path: PathBuf,
        /// Where what can be read all the same was written.
        readable: Option<PathBuf>,
    },
    /// A file from elsewhere was not read.
    #[error(transparent)]
    Foreign(#[from] crate::store::foreign::ForeignError),
    /// Something was not encrypted, or not opened.
    #[error(transparent)]
    Seal(#[from] super::seal::SealError),
    /// The database refused for another reason.
    #[error("{}", crate::say!("casebook-database", what = .0))]
    Database(Spoken),
}

fn replaced(path: &Path, rescue: &Path, kept: bool, gone: bool) -> String {
    let (path, rescue) = (path.display(), rescue.display());
    match (gone, kept) {
        (true, true) => say!("casebook-gone-kept", path = path, rescue = rescue),
        (true, false) => say!("casebook-gone-unkept", path = path, rescue = rescue),
        (false, true) => say!("casebook-replaced-kept", path = path, rescue = rescue),
        (false, false) => say!("casebook-replaced-unkept", path = path, rescue = rescue),
    }
}

fn unsound(path: &Path, faults: &[super::Fault], count: usize) -> String {
    let first = faults.first().map(super::Fault::to_string).unwrap_or_default();
    say!("casebook-unsound", path = path.display(), first = first, more = count.saturating_sub(1))
}

impl CasebookError {
    /// What was kept and what to do.
    pub fn hint(&self) -> String {
        match self {
            Self::Missing(_) => say!("casebook-missing-hint"),
            Self::NotACasebook(_) => say!("casebook-not-one-hint"),
            Self::Strange { .. } => say!("casebook-strange-hint"),
            Self::Logged { .. } => say!("casebook-logged-hint"),
            Self::Replaced { gone: true, .. } => say!("casebook-gone-hint"),
            Self::Replaced { .. } => say!("casebook-replaced-hint"),
            Self::Adrift { .. } => say!("casebook-adrift-hint"),
            Self::Newer { .. } => say!("casebook-newer-hint"),
            Self::Upgrade { source, .. } => source.hint(),
            Self::Busy => say!("casebook-busy-hint"),
            Self::Damaged(_) => say!("casebook-damaged-hint"),
            Self::Full => say!("casebook-full-hint"),
            Self::Disk(_) => say!("casebook-disk-hint"),
            Self::NoRoom(_) => say!("casebook-no-room-hint"),
            Self::ReadOnly(_) => say!("casebook-read-only-hint"),
            Self::NotFound { .. } => say!("casebook-not-found-hint"),
            Self::Ambiguous { .. } => say!("casebook-ambiguous-hint"),
            Self::Erased { .. } => say!("casebook-erased-hint"),
            Self::NotHere(_) => say!("casebook-not-here-hint"),
            Self::Overlaps { .. } => say!("casebook-overlaps-hint"),
            Self::Invalid(_) => say!("casebook-invalid-hint"),
            Self::Key { .. } => say!("casebook-key-hint"),
            Self::KeyNotMade { .. } => say!("casebook-key-not-made-hint"),
            Self::KeyFile { .. } => say!("casebook-key-file-hint"),
            Self::Passphrase { .. } => say!("casebook-passphrase-hint"),
            Self::Signature { .. } => say!("casebook-signature-hint"),
            Self::TrustFile { .. } => say!("casebook-trust-file-hint"),
            Self::File { .. } => say!("casebook-file-hint"),
            Self::Stopped => say!("casebook-stopped-hint"),
            Self::Past => say!("casebook-past-hint"),
            Self::NotBegun(_) => say!("casebook-not-begun-hint"),
            Self::Unsound { .. } => say!("casebook-unsound-hint"),
            Self::Forked { .. } => say!("casebook-forked-hint"),
            Self::Lacking { .. } => say!("casebook-lacking-hint"),
            Self::OtherCase { .. } => say!("casebook-other-case-hint"),
            Self::NothingSaved { readable: Some(file), .. } => {
                say!("casebook-readable-saved-hint", file = file.display())
            }
            Self::NothingSaved { .. } => say!("casebook-nothing-saved-hint"),
            Self::Foreign(error) => error.hint(),
            Self::Seal(error) => error.hint(),
            Self::Database(_) => say!("casebook-database-hint"),
        }
    }
}

impl From<rusqlite::Error> for CasebookError {
    fn from(error: rusqlite::Error) -> CasebookError {
        use rusqlite::ErrorCode;
        let word = error.to_string();
        match &error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => CasebookError::Busy,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => CasebookError::Damaged(word.into()),
                ErrorCode::DiskFull => CasebookError::Full,
                ErrorCode::SystemIoFailure => CasebookError::Disk(word),
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                    CasebookError::ReadOnly(word)
                }
                _ => CasebookError::Database(word.into()),
            },
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => CasebookError::Damaged(word.into()),
            _ => CasebookError::Database(word.into()),
        }
    }
}
