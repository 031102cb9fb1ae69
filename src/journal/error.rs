//! What can go wrong with a casebook, and what to do about it.

use super::entry::brief_sitting;
use std::path::PathBuf;

/// An action on a casebook that was not done; nothing of it was kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CasebookError {
    /// No file there.
    #[error("there is no casebook at {}", .0.display())]
    Missing(PathBuf),
    /// Something else lies there.
    #[error("{} is not a casebook of hudna", .0.display())]
    NotACasebook(PathBuf),
    /// Its tables are not those that hudna makes.
    #[error("{} has been changed by something other than hudna: {what}", .path.display())]
    Strange {
        /// The file.
        path: PathBuf,
        /// What is different.
        what: String,
    },
    /// Another file came into its place, or none is there any more.
    #[error("another program {} {} while it was open; {} in {}",
        if *.gone { "removed" } else { "put another file in the place of" }, .path.display(),
        if *.kept { "what was open, this action too, is kept" } else { "this action was not kept; what was open is" },
        .rescue.display())]
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
    #[error("another program put a file in the place of {} or removed it, and what is open cannot be kept elsewhere: {source}", .path.display())]
    Adrift {
        /// Where the casebook was.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Made by a later version.
    #[error("{} was made by a newer hudna (format {found}; this one reads up to {known})", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The last format known.
        known: i64,
    },
    /// A file of an older format could not get the tables of today.
    #[error("the casebook is of format {from} and could not be brought to format {to}: {source}")]
    Upgrade {
        /// The file's format.
        from: u32,
        /// The present one.
        to: u32,
        /// Why not.
        source: Box<CasebookError>,
    },
    /// Another program holds the file.
    #[error("the casebook is in use by another program")]
    Busy,
    /// SQLite found the file damaged.
    #[error("the casebook is damaged: {0}")]
    Damaged(String),
    /// No room on the disk.
    #[error("the disk is full")]
    Full,
    /// The disk or the system failed.
    #[error("the casebook could not be read or written: {0}")]
    Disk(String),
    /// No room on the disk that something is made on.
    #[error("there is no room left on the disk of {}", .0.display())]
    NoRoom(PathBuf),
    /// The file or its folder cannot be written.
    #[error("the casebook cannot be written: {0}")]
    ReadOnly(String),
    /// Nothing has this id.
    #[error("no {what} has an id beginning with “{given}”")]
    NotFound {
        /// What was looked for.
        what: &'static str,
        /// What was given.
        given: String,
    },
    /// Several things have ids that begin so.
    #[error("“{given}” begins more than one id: {}", .matches.join(", "))]
    Ambiguous {
        /// What was given.
        given: String,
        /// Some that fit.
        matches: Vec<String>,
    },
    /// It was there and was erased.
    #[error("{what} {id} was erased")]
    Erased {
        /// What it was.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// It is not in this copy.
    #[error("{0} not in this casebook")]
    NotHere(String),
    /// Other claims hold words of one that is to be erased.
    #[error("other claims share words with {claim}: {}", .claims.join(", "))]
    Overlaps {
        /// The claim that was to be erased.
        claim: String,
        /// Those that share words with it.
        claims: Vec<String>,
    },
    /// A value that cannot be taken.
    #[error("{0}")]
    Invalid(String),
    /// The key cannot be read or made.
    #[error("the signing key at {} cannot be used: {reason}", .path.display())]
    Key {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The key cannot be written.
    #[error("the signing key at {} could not be made: {source}", .path.display())]
    KeyNotMade {
        /// Where it should lie.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// A file that should hold a key cannot be used, or a key cannot be written into it.
    #[error("the key file {}: {reason}", .path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A passphrase that does not open a key.
    #[error("this is not the passphrase of {}", .path.display())]
    Passphrase {
        /// The file.
        path: PathBuf,
    },
    /// The signature beside a file does not hold.
    #[error("the signature {}: {reason}", .path.display())]
    Signature {
        /// Where the signature lies.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The list of trusted keys cannot be read or written.
    #[error("the list of trusted keys at {}: {reason}", .path.display())]
    TrustFile {
        /// Where it lies.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// A person stopped it.
    #[error("stopped")]
    Stopped,
    /// A past state is for reading.
    #[error("a past state cannot be written to")]
    Past,
    /// A time before anything was written.
    #[error("the casebook was begun later, at {}", .0.format("%Y-%m-%d %H:%M:%S UTC"))]
    NotBegun(chrono::DateTime<chrono::Utc>),
    /// A file is not as its checkers signed it.
    #[error("{} is not as it was signed: {}", .path.display(), some(.faults, *.count))]
    Unsound {
        /// The file.
        path: PathBuf,
        /// How many things are wrong.
        count: usize,
        /// The first of them.
        faults: Vec<super::Fault>,
    },
    /// A sitting went on in two ways.
    #[error("entry {seq} of sitting {} is another one in {} than here", brief_sitting(.sitting), .path.display())]
    Forked {
        /// The file.
        path: PathBuf,
        /// The sitting's id, hexadecimal.
        sitting: String,
        /// Number of the entry.
        seq: u64,
    },
    /// A file holds entries of another case.
    #[error("{} holds entries of another case ({casebook})", .path.display())]
    OtherCase {
        /// The file.
        path: PathBuf,
        /// The other casebook's id.
        casebook: String,
    },
    /// Nothing in a damaged file bears itself out.
    #[error("nothing in {} could be saved", .path.display())]
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
    #[error("the database refused: {0}")]
    Database(String),
}

fn some(faults: &[super::Fault], count: usize) -> String {
    let first = faults.first().map(super::Fault::to_string).unwrap_or_default();
    if count > 1 { format!("{first} (and {} more)", count - 1) } else { first }
}

impl CasebookError {
    /// What was kept and what to do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Missing(_) => "Check the path, or import an article to make one there.",
            Self::NotACasebook(_) => {
                "It was left untouched. Name another file with --db or HUDNA_DB; of a damaged one, `hudna recover` saves what it can."
            }
            Self::Strange { .. } => {
                "It was left untouched and nothing of it was run. `hudna recover` makes a clean casebook of what proves itself in it."
            }
            Self::Replaced { gone: true, .. } => {
                "Give that file the old name to go on with it. If a cloud client did this, keep the casebook elsewhere."
            }
            Self::Replaced { .. } => {
                "`hudna merge` of that file takes it over into the casebook that is there now. If a cloud client did this, keep the casebook elsewhere."
            }
            Self::Adrift { .. } => {
                "It was not written. What was written before is still held open: leave the program running, make room and try again."
            }
            Self::Newer { .. } => "It was left untouched. Install the newer version to open it.",
            Self::Upgrade { source, .. } => source.hint(),
            Self::Busy => "Nothing was changed. Try again when the other program has finished.",
            Self::Damaged(_) => {
                "Nothing was written. Keep the file as it is; `hudna recover` saves what can be saved of it into a new one."
            }
            Self::Full => {
                "Nothing of this action was kept; all earlier work is safe. Make room on the disk and try again."
            }
            Self::Disk(_) => {
                "Nothing of this action was kept; all earlier work is safe. See whether the disk is there and has room, then try again; `hudna verify` proves that all is well."
            }
            Self::NoRoom(_) => "Nothing of it was kept. Free some space there and try again.",
            Self::ReadOnly(_) => "Nothing was changed. Check the rights of the file and its folder.",
            Self::NotFound { .. } => "`hudna claims` and `hudna documents` list the ids.",
            Self::Ambiguous { .. } => "Give more characters of the id.",
            Self::Erased { .. } => {
                "Nothing of it is kept. `hudna log` and the id show who erased it, when and why."
            }
            Self::NotHere(_) => {
                "It was withheld from this copy, or erased. A merge with a copy that has it fills what was withheld."
            }
            Self::Overlaps { .. } => {
                "Nothing was changed: their words would still say what was erased. --overlapping erases them too."
            }
            Self::Invalid(_) => "Nothing was changed.",
            Self::Key { .. } => {
                "Nothing was written. Restore the key from a backup, or move it away to have a new one made."
            }
            Self::KeyNotMade { .. } => {
                "Nothing was written. See whether its folder is there, has room, and what your rights there are."
            }
            Self::KeyFile { .. } => "Nothing was changed; your own key is where it was.",
            Self::Passphrase { .. } => "Nothing was changed. Without the passphrase nobody can open it.",
            Self::Signature { .. } => {
                "Do not rely on the file. Ask whoever sent it for its SHA-256, or for file and signature again."
            }
            Self::TrustFile { .. } => {
                "Nothing was changed. It is a text file of your own: mend it, or move it away to begin anew."
            }
            Self::File { .. } => {
                "Nothing was changed. See whether the file and its folder are there, what your rights there are, and whether the disk has room."
            }
            Self::Stopped => "Nothing of it was kept.",
            Self::Past => "Nothing was changed. Leave --as-of away to work on the casebook.",
            Self::NotBegun(_) => "Give a later time.",
            Self::Unsound { .. } => {
                "Nothing was taken over. Ask for another copy, or leave the sitting out with --without and the beginning of its id."
            }
            Self::Forked { .. } => {
                "Nothing was taken over. One of the two was tampered with: `hudna verify` both, or leave the sitting out with --without."
            }
            Self::OtherCase { .. } => {
                "Nothing was taken over. If it belongs here all the same, say --other-case."
            }
            Self::NothingSaved { readable: Some(_), .. } => {
                "It was left untouched. Words that can be read all the same lie beside the name you gave, ending in .lost.jsonl."
            }
            Self::NothingSaved { .. } => {
                "It was left untouched. If there is a backup or a copy, work on from that."
            }
            Self::Foreign(error) => error.hint(),
            Self::Seal(error) => error.hint(),
            Self::Database(_) => "Nothing of this action was kept.",
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
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => CasebookError::Damaged(word),
                ErrorCode::DiskFull => CasebookError::Full,
                ErrorCode::SystemIoFailure => CasebookError::Disk(word),
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                    CasebookError::ReadOnly(word)
                }
                _ => CasebookError::Database(word),
            },
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => CasebookError::Damaged(word),
            _ => CasebookError::Database(word),
        }
    }
}
