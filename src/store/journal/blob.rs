//! Blobs: content-addressed bytes in compressed chunks.

use super::super::{Connection, Result, row, run};
use rusqlite::params;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::io::Read;
use zstd::bulk::{Compressor, Decompressor};

/// Bytes of a blob that go into one chunk.
pub const CHUNK: usize = 256 * 1024;
/// Zstandard level: fast; texts shrink to a third all the same.
const LEVEL: i32 = 3;

/// A blob in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blob {
    /// Local number.
    pub num: i64,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// How many bytes.
    pub size: u64,
}

/// The blob with this hash, if it is kept.
pub fn blob_of(conn: &Connection, sha256: &[u8; 32]) -> Result<Option<Blob>> {
    row(conn, include_str!("blob_get.sql"), [sha256], |r| {
        Ok(Blob { num: r.get(0)?, sha256: *sha256, size: super::super::size(r, 1)? })
    })
}

/// A blob by its local number.
pub fn blob_at(conn: &Connection, num: i64) -> Result<Option<Blob>> {
    row(conn, include_str!("blob_at.sql"), [num], |r| {
        Ok(Blob { num, sha256: r.get(0)?, size: super::super::size(r, 1)? })
    })
}

/// Keeps bytes, once however often they come.
pub fn put_bytes(conn: &Connection, bytes: &[u8]) -> Result<Blob> {
    let sha256: [u8; 32] = Sha256::digest(bytes).into();
    if let Some(blob) = blob_of(conn, &sha256)? {
        return Ok(blob);
    }
    run(conn, include_str!("blob_add.sql"), params![sha256, bytes.len() as i64])?;
    let num = conn.last_insert_rowid();
    for (n, piece) in bytes.chunks(CHUNK).enumerate() {
        put_chunk(conn, num, n, piece)?;
    }
    Ok(Blob { num, sha256, size: bytes.len() as u64 })
}

/// Keeps what a reader gives, piece by piece, so that memory does not grow with it.
pub fn put_reader(conn: &Connection, from: &mut dyn Read) -> Result<Blob> {
    // The hash is known at the end only: until then the row stands under a name that no content has.
    let mut provisional = [0u8; 32];
    getrandom::fill(&mut provisional).map_err(|e| other(std::io::Error::other(e.to_string())))?;
    run(conn, include_str!("blob_add.sql"), params![provisional, 0])?;
    let num = conn.last_insert_rowid();
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0u64, vec![0; CHUNK]);
    for n in 0.. {
        let filled = fill(from, &mut buffer).map_err(other)?;
        if filled == 0 {
            break;
        }
        let piece = &buffer[..filled];
        hash.update(piece);
        size += filled as u64;
        put_chunk(conn, num, n, piece)?;
    }
    let sha256: [u8; 32] = hash.finalize().into();
    if let Some(blob) = blob_of(conn, &sha256)? {
        run(conn, include_str!("chunk_drop.sql"), [num])?;
        run(conn, include_str!("blob_drop.sql"), [num])?;
        return Ok(blob);
    }
    run(conn, include_str!("blob_finish.sql"), params![num, sha256, size as i64])?;
    Ok(Blob { num, sha256, size })
}

/// Keeps a blob whose chunks are given as they were stored elsewhere; gives its local number.
pub fn put_stored(
    conn: &Connection,
    sha256: &[u8; 32],
    size: u64,
    chunks: impl Iterator<Item = Result<Vec<u8>>>,
) -> Result<i64> {
    run(conn, include_str!("blob_add.sql"), params![sha256, size as i64])?;
    let num = conn.last_insert_rowid();
    for (n, data) in chunks.enumerate() {
        run(conn, include_str!("chunk_add.sql"), params![num, n as i64, data?])?;
    }
    Ok(num)
}

/// Calls `each` with the pieces of a blob in order.
pub fn read_blob(
    conn: &Connection,
    num: i64,
    each: &mut dyn FnMut(&[u8]) -> std::io::Result<()>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(include_str!("chunks.sql"))?;
    let mut found = statement.query([num])?;
    while let Some(r) = found.next()? {
        let piece = chunk_data(r.get_ref(0)?.as_blob().map_err(|e| other(std::io::Error::other(e)))?)?;
        each(&piece).map_err(other)?;
    }
    Ok(())
}

thread_local! {
    /// What packs and unpacks chunks, and room for one: to make them takes longer than to use them.
    static PACKING: RefCell<Option<Packing>> = const { RefCell::new(None) };
}

struct Packing {
    pack: Compressor<'static>,
    unpack: Decompressor<'static>,
    room: Vec<u8>,
}

/// Does something with this thread's [`Packing`].
fn packing<T>(work: impl FnOnce(&mut Packing) -> std::io::Result<T>) -> Result<T> {
    PACKING.with_borrow_mut(|kept| {
        let packing = match kept {
            Some(packing) => packing,
            None => {
                let (pack, unpack) =
                    (Compressor::new(LEVEL).map_err(other)?, Decompressor::new().map_err(other)?);
                kept.insert(Packing { pack, unpack, room: vec![0; CHUNK] })
            }
        };
        work(packing).map_err(other)
    })
}

/// The bytes of a stored chunk; one that would not fit a chunk is refused before it fills memory.
pub fn chunk_data(stored: &[u8]) -> Result<Vec<u8>> {
    packing(|Packing { unpack, room, .. }| {
        let length = unpack.decompress_to_buffer(stored, room.as_mut_slice())?;
        Ok(room.get(..length).unwrap_or_default().to_vec())
    })
}

pub(super) fn put_chunk(conn: &Connection, blob: i64, n: usize, piece: &[u8]) -> Result<()> {
    let data = packing(|Packing { pack, .. }| pack.compress(piece))?;
    run(conn, include_str!("chunk_add.sql"), params![blob, n as i64, data]).map(drop)
}

/// Reads until the buffer is full or the reader ends.
fn fill(from: &mut dyn Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match from.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(filled)
}

fn other(e: std::io::Error) -> super::super::Error {
    super::super::Error::ToSqlConversionFailure(Box::new(e))
}
