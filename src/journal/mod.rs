//! The journal: every change is an immutable, signed entry; the tables are what the entries add up to.
//!
//! `writer` turns an action into entries, `fold` turns entries into rows, `casebook` and the files
//! named after what they act on are what others call. Only `store` speaks SQL.

mod address;
pub mod backup;
mod casebook;
mod claims;
mod clock;
mod compare;
mod conflicts;
mod documents;
pub mod entry;
mod erase;
mod error;
mod evidence;
mod extractions;
mod findings;
mod fold;
mod folded;
mod here;
mod imports;
mod keep;
mod keyfile;
mod keyring;
mod keys;
mod merge;
mod nums;
mod past;
mod proof;
mod read;
mod recover;
mod replaced;
mod rows;
mod seal;
mod settings;
mod share;
mod signature;
mod signed;
mod standing;
mod state;
mod trust;
mod undo;
mod verdicts;
mod verify;
mod writer;

pub use backup::ending_before_receive;
pub use casebook::{Casebook, take_back};
pub use documents::{Imported, Incomer};
pub use entry::brief_sitting;
pub use erase::{Erased, Erasure, ErasurePlan, Reach};
pub use error::CasebookError;
pub use extractions::{Renewed, Standing as ExtractionStanding};
pub use keep::{Rebuilt, is_precious};
pub use keyfile::{KeyFile, LockedKey};
pub use keyring::{Keyring, Signer, private_folder, public_key, public_line};
pub use keys::KeySaid;
pub use merge::{Brought, Doing, Incoming, MergeOptions, Merged, Progress as MergeProgress};
pub use past::PastState;
pub use proof::Fault;
pub use recover::{LostEntries, LostPart, Recovered, recover};
pub use replaced::{Replaced, TakenUp};
pub use seal::{AskPassphrase, Identities, Recipient, SealError, is_sealed, unseal};
pub use share::{
    Draft, ShareOptions, Shared, Still, Tells, Told, Writer, folder_of, is_free, private_folder_in, receive,
};
pub use signature::{FileSignature, NAMESPACE, check_file, sign_file, signature_path};
pub use signed::{Signed, all_verify, verifies};
pub use state::{FoundEntry, StateFound, find_state};
pub use trust::{Known, Trust, TrustFile};
pub use undo::{Kept, Undone, What};
pub use verify::{Verified, verify};

/// What an action on a casebook gives.
pub type Result<T> = std::result::Result<T, CasebookError>;

#[cfg(test)]
mod full_disk;
#[cfg(test)]
mod tests;
