//! Whether a blob's bytes are those that a part is committed to and that the blob is named by.

use super::super::entry::{Committing, Hash};
use super::check::What;
use crate::store::foreign::RawBlob;
use crate::store::journal::{CHUNK, chunk_data};
use sha2::{Digest, Sha256};

/// The largest blob that is taken, in bytes: no larger file is ever attached.
pub const LARGEST: u64 = 4 << 30;

/// A part whose content is a blob.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The blob; none where the part points at nothing.
    pub blob: Option<RawBlob>,
    /// The part's salt.
    pub salt: [u8; 16],
    /// The part's commitment.
    pub commitment: Hash,
}

/// A check under way, chunk by chunk.
pub struct Checking {
    claimed: Claimed,
    hash: Sha256,
    committing: Committing,
    size: u64,
    ended: bool,
}

impl Checking {
    /// Begins.
    pub fn new(claimed: Claimed) -> Checking {
        let committing = Committing::new(&claimed.salt);
        Checking { claimed, hash: Sha256::new(), committing, size: 0, ended: false }
    }

    /// Takes the next chunk as it lies in the file.
    pub fn chunk(&mut self, stored: &[u8]) -> Result<(), What> {
        let claimed = self.claimed.blob.and_then(|blob| u64::try_from(blob.size).ok()).unwrap_or(0);
        if claimed > LARGEST {
            return Err(format!("it is said to have {claimed} bytes; none has more than {LARGEST}"));
        }
        let piece = chunk_data(stored).map_err(|_| "its bytes cannot be unpacked".to_owned())?;
        if self.ended || piece.is_empty() {
            return Err("its bytes are not cut as they must be".into());
        }
        self.ended = piece.len() < CHUNK;
        self.hash.update(&piece);
        self.committing.update(&piece);
        self.size += piece.len() as u64;
        if self.size > claimed {
            Err(format!("it has more bytes, and should have {claimed}"))
        } else {
            Ok(())
        }
    }

    /// How many bytes there were, if they are the right ones.
    pub fn finish(self) -> Result<u64, What> {
        let Some(blob) = self.claimed.blob else { return Err("its bytes are not in the file".into()) };
        if u64::try_from(blob.size) != Ok(self.size) {
            return Err(format!("it has {} bytes and should have {}", self.size, blob.size));
        }
        if self.hash.finalize().as_slice() != blob.sha256 {
            return Err("its bytes do not have their SHA-256".into());
        }
        if self.committing.finish() != self.claimed.commitment {
            return Err("its bytes are not those committed to".into());
        }
        Ok(self.size)
    }
}
