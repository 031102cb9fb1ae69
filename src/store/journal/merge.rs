//! Rows that a merge writes: entries as others made them.

use super::super::foreign::{Foreign, RawBlob, RawEntry, RawPart};
use super::super::{Connection, Result, row, rows, run};
use super::blob::{blob_of, chunk_data, put_chunk};
use super::{NewEntry, add_entry};
use rusqlite::params;

/// Local number and last number of a sitting.
pub fn sitting_by_id(conn: &Connection, id: &[u8; 32]) -> Result<Option<(i64, u64)>> {
    row(conn, include_str!("sitting_by_id.sql"), [id], |r| Ok((r.get(0)?, super::super::size(r, 1)?)))
}

/// The hash of a sitting's entry.
pub fn hash_at(conn: &Connection, sitting: i64, seq: u64) -> Result<Option<[u8; 32]>> {
    row(conn, include_str!("entry_at.sql"), params![sitting, seq as i64], |r| r.get(0))
}

/// Writes a sitting that was held elsewhere.
pub fn add_foreign_sitting(conn: &Connection, id: &[u8; 32], checker: i64, key: &[u8; 32]) -> Result<i64> {
    run(conn, include_str!("sitting_add_foreign.sql"), params![id, checker, key])?;
    Ok(conn.last_insert_rowid())
}

/// Notes that a sitting was carried on elsewhere to this number; undo does not reach it any more.
pub fn extend_sitting(conn: &Connection, num: i64, seq: i64) -> Result<()> {
    run(conn, include_str!("sitting_extend.sql"), params![num, seq]).map(drop)
}

/// Writes an entry as another made it, and gives its local number.
pub fn add_raw_entry(conn: &Connection, sitting: i64, seq: u64, raw: &RawEntry) -> Result<i64> {
    let new = NewEntry {
        sitting,
        seq,
        at: raw.at,
        kind: &raw.kind,
        action: &raw.action,
        header: &raw.header,
        hash: &raw.hash,
        signature: raw.signature.as_ref(),
    };
    add_entry(conn, &new)
}

/// Copies a blob that was proved, if it is not kept already; gives its local number here.
pub fn copy_blob(conn: &Connection, foreign: &Foreign, blob: RawBlob) -> Result<i64> {
    if let Some(known) = blob_of(conn, &blob.sha256)? {
        return Ok(known.num);
    }
    run(conn, include_str!("blob_add.sql"), params![blob.sha256, blob.size])?;
    let num = conn.last_insert_rowid();
    let (mut n, mut failed) = (0, None);
    foreign.each_chunk(blob.num, |stored| {
        match chunk_data(stored).and_then(|piece| put_chunk(conn, num, n, &piece)) {
            Ok(()) => n += 1,
            Err(error) => failed = Some(error),
        }
        failed.is_none()
    })?;
    failed.map_or(Ok(num), Err)
}

/// A part that was withheld when it came.
#[derive(Debug, Clone)]
pub struct Withheld {
    /// Local number of its entry.
    pub entry: i64,
    /// Its number in it.
    pub n: i64,
    /// Local number of its subject.
    pub subject: i64,
    /// Commitment.
    pub commitment: [u8; 32],
    /// Id of the sitting.
    pub sitting: [u8; 32],
    /// Number of the entry in it.
    pub seq: u64,
    /// The public key of who wrote it.
    pub key: [u8; 32],
}

/// Up to a thousand withheld parts after one.
pub fn withheld(conn: &Connection, after: (i64, i64)) -> Result<Vec<Withheld>> {
    rows(conn, include_str!("withheld.sql"), [after.0, after.1], |r| {
        Ok(Withheld {
            entry: r.get(0)?,
            n: r.get(1)?,
            subject: r.get(2)?,
            commitment: r.get(3)?,
            sitting: r.get(4)?,
            seq: super::super::size(r, 5)?,
            key: r.get(6)?,
        })
    })
}

/// Gives a withheld part what it says.
pub fn fill_part(conn: &Connection, of: &Withheld, with: &RawPart, blob: Option<i64>) -> Result<()> {
    let values = params![of.entry, of.n, with.salt, with.body, blob];
    run(conn, include_str!("part_fill.sql"), values).map(drop)
}

/// Entries that no entry names: local number, hash, and local number of the sitting.
pub fn loose_ends(conn: &Connection) -> Result<Vec<(i64, [u8; 32], i64)>> {
    rows(conn, include_str!("loose_ends.sql"), [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// Adds an entry to those that no entry names.
pub fn add_loose_end(conn: &Connection, entry: i64) -> Result<()> {
    run(conn, include_str!("frontier_add.sql"), [entry]).map(drop)
}

/// Whether an entry that is dated later names one, which may have come after it.
pub fn is_named_later(conn: &Connection, entry: i64, hash: &str) -> Result<bool> {
    Ok(row(conn, include_str!("named_later.sql"), params![entry, hash], |_| Ok(()))?.is_some())
}

/// Takes one away.
pub fn drop_loose_end(conn: &Connection, entry: i64) -> Result<()> {
    run(conn, "DELETE FROM frontier WHERE entry = ?1", [entry]).map(drop)
}

/// The headers of the entries that opened sittings.
pub fn openings(conn: &Connection) -> Result<Vec<String>> {
    rows(conn, include_str!("openings.sql"), [], |r| r.get(0))
}

/// Whether pages may be written before the commit: a merge of any size then needs no more memory than the cache.
pub fn spill(conn: &Connection, on: bool) -> Result<()> {
    conn.pragma_update(None, "cache_spill", if on { "ON" } else { "OFF" })
}
