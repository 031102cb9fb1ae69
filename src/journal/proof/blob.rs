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
            return Err(crate::spoken!("fault-bytes-claimed", claimed = claimed, largest = LARGEST));
        }
        let piece = chunk_data(stored).map_err(|_| crate::spoken!("fault-bytes-packed"))?;
        if self.ended || piece.is_empty() {
            return Err(crate::spoken!("fault-bytes-cut"));
        }
        self.ended = piece.len() < CHUNK;
        self.hash.update(&piece);
        self.committing.update(&piece);
        self.size += piece.len() as u64;
        if self.size > claimed { Err(crate::spoken!("fault-bytes-more", claimed = claimed)) } else { Ok(()) }
    }

    /// How many bytes there were, if they are the right ones.
    pub fn finish(self) -> Result<u64, What> {
        let Some(blob) = self.claimed.blob else { return Err(crate::spoken!("fault-bytes-absent")) };
        if u64::try_from(blob.size) != Ok(self.size) {
            return Err(crate::spoken!("fault-bytes-size", size = self.size, wanted = blob.size));
        }
        if self.hash.finalize().as_slice() != blob.sha256 {
            return Err(crate::spoken!("fault-bytes-sha256"));
        }
        if self.committing.finish() != self.claimed.commitment {
            return Err(crate::spoken!("fault-bytes-commitment"));
        }
        Ok(self.size)
    }
}
