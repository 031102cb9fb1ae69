//! Whether a blob's bytes are those that a part is committed to and that the blob is named by.

use super::super::entry::{Committing, Hash};
use super::check::What;
use crate::store::foreign::RawBlob;
use crate::store::journal::{CHUNK, chunk_data};
use sha2::{Digest, Sha256};

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

/// Reads the chunks as they lie in the file, one by one.
pub fn check(claimed: &Claimed, chunks: impl Iterator<Item = Vec<u8>>) -> Result<u64, What> {
    let Some(blob) = claimed.blob else { return Err("its bytes are not in the file".into()) };
    let (mut hash, mut committing) = (Sha256::new(), Committing::new(&claimed.salt));
    let (mut size, mut ended) = (0u64, false);
    for stored in chunks {
        let piece = chunk_data(&stored).map_err(|_| "its bytes cannot be unpacked".to_owned())?;
        if ended || piece.is_empty() {
            return Err("its bytes are not cut as they must be".into());
        }
        ended = piece.len() < CHUNK;
        hash.update(&piece);
        committing.update(&piece);
        size += piece.len() as u64;
    }
    if u64::try_from(blob.size) != Ok(size) {
        return Err(format!("it has {size} bytes and should have {}", blob.size));
    }
    if hash.finalize().as_slice() != blob.sha256 {
        return Err("its bytes do not have their SHA-256".into());
    }
    if committing.finish() != claimed.commitment {
        return Err("its bytes are not those committed to".into());
    }
    Ok(size)
}
