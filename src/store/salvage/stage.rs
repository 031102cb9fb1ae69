//! Rows as they were found, in a scratch database of our own: memory does not grow with what is salvaged.

use super::super::foreign::RawPart;
use super::super::{Connection, Result, row, rows, run};
use super::record::{Columns, Kind};
use rusqlite::{Row, params};
use std::path::Path;

/// The most parts of an entry that are looked at.
const MOST_PARTS: i64 = 1 << 20;
/// The most chunks of a blob.
const MOST_CHUNKS: i64 = 1 << 20;

/// The scratch database.
pub struct Stage {
    conn: Connection,
}

/// An entry as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntry {
    /// Its number on the stage.
    pub id: i64,
    /// Its local number in the file.
    pub num: i64,
    /// Header.
    pub header: String,
    /// The hash that stood with it.
    pub stored: [u8; 32],
    /// Signature.
    pub signature: Option<[u8; 64]>,
    /// The hash that its header and parts give, once that is known.
    pub made: Option<[u8; 32]>,
}

/// What an entry's hash is over, as it was found of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The part's number on the stage.
    pub id: i64,
    /// Its number in the entry.
    pub n: i64,
    /// Local number of its subject in the file.
    pub num: i64,
    /// A name that this number has.
    pub subject: String,
    /// Commitment.
    pub commitment: [u8; 32],
}

/// A part whose entry cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// Its number on the stage.
    pub id: i64,
    /// Local number of its entry in the file.
    pub entry: i64,
    /// The part.
    pub part: RawPart,
}

/// Where an entry stands among those taken over: place, first entry of its sitting, number.
pub type Order = (i64, i64, i64);

/// A sitting of which something may be lost: its number in the file, and its id and last number where known.
pub type LostSitting = (i64, Option<[u8; 32]>, Option<i64>);

impl Stage {
    /// An empty one, in a new file.
    pub fn create(path: &Path) -> Result<Stage> {
        let conn = Connection::open(path)?;
        for (name, value) in [("journal_mode", "OFF"), ("synchronous", "OFF"), ("locking_mode", "EXCLUSIVE")]
        {
            conn.pragma_update(None, name, value)?;
        }
        conn.pragma_update(None, "cache_size", -65_536)?; // KiB
        conn.set_prepared_statement_cache_capacity(64);
        conn.execute_batch(include_str!("schema.sql"))?;
        conn.execute_batch("BEGIN")?;
        Ok(Stage { conn })
    }

    /// Takes a row; one that lacks what it must have is left.
    pub(super) fn take(&self, kind: Kind, rowid: i64, columns: &Columns, row: &[u8]) -> Result<()> {
        self.take_row(kind, rowid, columns, row).unwrap_or(Ok(()))
    }

    fn take_row(&self, kind: Kind, rowid: i64, columns: &Columns, row: &[u8]) -> Option<Result<()>> {
        let (int, bytes) = (|n| columns.int(n, row), |n| columns.bytes(n, row));
        let text = |n| bytes(n).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let put = |sql, values: &[&dyn rusqlite::ToSql]| run(&self.conn, sql, values).map(drop);
        Some(match kind {
            Kind::Entry => {
                let values = params![rowid, int(1)?, text(6)?, bytes(7)?, bytes(8)];
                put(include_str!("put_entry.sql"), values).and_then(|()| self.know(rowid))
            }
            Kind::Part => {
                let entry = int(0)?;
                let values = params![entry, int(1)?, int(2)?, text(3)?, bytes(4)?, bytes(5), text(6), int(7)];
                put(include_str!("put_part.sql"), values).and_then(|()| self.know(entry))
            }
            Kind::Subject => put(include_str!("put_subject.sql"), params![rowid, text(1)?]),
            Kind::SubjectIndex => put(include_str!("put_subject.sql"), params![int(1)?, text(0)?]),
            Kind::Sitting => {
                put(include_str!("put_sitting.sql"), params![rowid, bytes(1)?, int(4)?, int(5)?])
            }
            Kind::ActionIndex => self.know(int(1)?),
            Kind::Blob => put(include_str!("put_blob.sql"), params![rowid, bytes(1)?, int(2)?]),
            Kind::Chunk => put(include_str!("put_chunk.sql"), params![int(0)?, int(1)?, bytes(2)?]),
            Kind::Erasure => put(include_str!("put_erasure.sql"), params![rowid, text(1)?]),
            Kind::Casebook => put(include_str!("put_casebook.sql"), params![text(1)?]),
        })
    }

    fn know(&self, entry: i64) -> Result<()> {
        // A number that no file could have reached is no number of an entry.
        if !(1..1 << 40).contains(&entry) {
            return Ok(());
        }
        run(&self.conn, include_str!("put_known.sql"), [entry]).map(drop)
    }

    /// Up to 256 entries after one.
    pub fn entries(&self, after: i64) -> Result<Vec<FoundEntry>> {
        rows(&self.conn, include_str!("entries.sql"), [after], |r| found(r, None))
    }

    /// One entry.
    pub fn entry(&self, id: i64) -> Result<Option<FoundEntry>> {
        row(&self.conn, include_str!("entry.sql"), [id], |r| found(r, r.get(5)?))
    }

    /// Notes what an entry's header says of its place: the hash before it, none where it opens a sitting.
    pub fn set_header(&self, id: i64, prev: Option<&[u8; 32]>, seq: u64) -> Result<()> {
        let prev = prev.map_or(&[][..], |hash| hash);
        run(&self.conn, include_str!("set_header.sql"), params![id, prev, seq as i64]).map(drop)
    }

    /// Notes the hash that an entry's header and parts give.
    pub fn set_made(&self, id: i64, made: &[u8; 32]) -> Result<()> {
        run(&self.conn, include_str!("set_made.sql"), params![id, made]).map(drop)
    }

    /// What the hash of the entry with this number in the file is over, everything that was found of each part.
    pub fn slots(&self, entry: i64) -> Result<Vec<Slot>> {
        rows(&self.conn, include_str!("slots.sql"), [entry, MOST_PARTS], |r| {
            Ok(Slot {
                id: r.get(0)?,
                n: r.get(1)?,
                num: r.get(2)?,
                subject: r.get(3)?,
                commitment: r.get(4)?,
            })
        })
    }

    /// The parts of the entry with this number in the file, everything that was found of each.
    pub fn parts(&self, entry: i64) -> Result<Vec<RawPart>> {
        rows(&self.conn, include_str!("parts.sql"), [entry, MOST_PARTS], |r| part(r, 0))
    }

    /// Forgets a part that is none.
    pub fn drop_part(&self, id: i64) -> Result<()> {
        run(&self.conn, include_str!("drop_part.sql"), [id]).map(drop)
    }

    /// Forgets a name that a subject does not have.
    pub fn drop_subject(&self, num: i64, id: &str) -> Result<()> {
        run(&self.conn, include_str!("drop_subject.sql"), params![num, id]).map(drop)
    }

    /// Whether an entry names this hash as the one before it.
    pub fn is_named(&self, hash: &[u8; 32]) -> Result<bool> {
        Ok(row(&self.conn, include_str!("is_named.sql"), [hash], |_| Ok(()))?.is_some())
    }

    /// Entries that open a sitting.
    pub fn openers(&self) -> Result<Vec<i64>> {
        rows(&self.conn, include_str!("openers.sql"), [], |r| r.get(0))
    }

    /// Entries that name this hash as the one before them and have this number, the likeliest first.
    pub fn after(&self, hash: &[u8; 32], seq: u64) -> Result<Vec<i64>> {
        rows(&self.conn, include_str!("after.sql"), params![hash, seq as i64], |r| r.get(0))
    }

    /// Notes that an entry is taken over, after the first entry of its sitting, at this place.
    pub fn keep(&self, id: i64, opener: i64, place: i64) -> Result<()> {
        run(&self.conn, include_str!("keep.sql"), [id, opener, place]).map(drop)
    }

    /// Up to 256 entries that are taken over, after one in their order.
    pub fn kept(&self, after: Order) -> Result<Vec<(i64, Order)>> {
        rows(&self.conn, include_str!("kept.sql"), [after.0, after.1, after.2], |r| {
            Ok((r.get(0)?, (r.get(1)?, r.get(2)?, r.get(3)?)))
        })
    }

    /// Whether an entry of this hash is taken over.
    pub fn is_kept(&self, hash: &[u8; 32]) -> Result<bool> {
        Ok(row(&self.conn, include_str!("is_kept.sql"), [hash], |_| Ok(()))?.is_some())
    }

    /// Whether the sitting was held in this copy of the file.
    pub fn was_here(&self, sitting: &[u8; 32]) -> Result<bool> {
        let here = row(&self.conn, include_str!("sitting.sql"), [sitting], |r| r.get::<_, Option<i64>>(0))?;
        Ok(here.flatten() == Some(1))
    }

    /// The chunks found of a blob: each chunk's number in the blob, and on the stage.
    pub fn chunks(&self, blob: i64) -> Result<Vec<(i64, i64)>> {
        rows(&self.conn, include_str!("chunks.sql"), [blob, MOST_CHUNKS], |r| Ok((r.get(1)?, r.get(0)?)))
    }

    /// The stored bytes of a chunk.
    pub fn chunk(&self, id: i64) -> Result<Vec<u8>> {
        Ok(row(&self.conn, include_str!("chunk.sql"), [id], |r| r.get(0))?.unwrap_or_default())
    }

    /// What was decided of the erasure whose entry has this number in the file.
    pub fn erasure(&self, entry: i64) -> Result<Option<String>> {
        row(&self.conn, include_str!("erasure.sql"), [entry], |r| r.get(0))
    }

    /// What the casebook called itself in its tables, if that is told in one way.
    pub fn case(&self) -> Result<Option<String>> {
        let mut found: Vec<String> = rows(&self.conn, include_str!("case.sql"), [], |r| r.get(0))?;
        Ok(found.pop().filter(|_| found.is_empty()))
    }

    /// Up to 256 sittings after a number in the file of which something may be lost.
    pub fn lost_sittings(&self, after: i64) -> Result<Vec<LostSitting>> {
        rows(&self.conn, include_str!("lost_sittings.sql"), [after], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })
    }

    /// The last number taken over of a sitting and its id, if any of it is; by its id, else by its number in the file.
    pub fn kept_of(&self, id: Option<&[u8; 32]>, num: i64) -> Result<Option<(i64, [u8; 32])>> {
        let opener =
            row(&self.conn, include_str!("opener_of.sql"), params![id, num], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let Some((opener, made)) = opener else { return Ok(None) };
        let opener: i64 = opener;
        let last = row(&self.conn, include_str!("kept_of.sql"), [opener], |r| r.get::<_, Option<i64>>(0))?;
        Ok(last.flatten().map(|last| (last, made)))
    }

    /// Entries of a sitting after a number that can be read and are not taken over: how many, the first, the last.
    pub fn lost_of(&self, num: i64, after: i64) -> Result<(i64, Option<i64>, Option<i64>)> {
        let found = row(&self.conn, include_str!("lost_of.sql"), [num, after], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })?;
        Ok(found.unwrap_or_default())
    }

    /// How many entries the file must have had that are not taken over, by their numbers.
    pub fn lost_numbers(&self) -> Result<i64> {
        Ok(row(&self.conn, include_str!("lost_numbers.sql"), [], |r| r.get(0))?.unwrap_or(0))
    }

    /// Up to 256 entries after one that can be read and are not taken over.
    pub fn lost_entries(&self, after: i64) -> Result<Vec<FoundEntry>> {
        rows(&self.conn, include_str!("lost_entries.sql"), [after], |r| found(r, r.get(5)?))
    }

    /// Up to 256 parts after one whose entry cannot be read.
    pub fn orphans(&self, after: i64) -> Result<Vec<Orphan>> {
        rows(&self.conn, include_str!("lost_parts.sql"), [after], |r| {
            Ok(Orphan { id: r.get(0)?, entry: r.get(1)?, part: part(r, 2)? })
        })
    }
}

fn found(r: &Row, made: Option<[u8; 32]>) -> Result<FoundEntry> {
    let (id, num, header, stored, signature) = (r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?);
    Ok(FoundEntry { id, num, header, stored, signature, made })
}

fn part(r: &Row, from: usize) -> Result<RawPart> {
    Ok(RawPart {
        n: r.get(from)?,
        subject: r.get(from + 1)?,
        state: r.get(from + 2)?,
        commitment: r.get(from + 3)?,
        salt: r.get(from + 4)?,
        body: r.get(from + 5)?,
        blob: r.get(from + 6)?,
    })
}
