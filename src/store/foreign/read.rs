//! Rows of a file from elsewhere, in the order in which they lie; each value's type is looked at here, what it says
//! by `journal`.

use super::super::{Connection, Result, row, rows};
use super::Foreign;
use rusqlite::{Row, params};

/// The most that one entry may hold, in bytes and in parts: all of it is in memory at once.
const MOST_BYTES: usize = 256 << 20;
const MOST_PARTS: usize = 1 << 20;

/// A sitting as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawSitting {
    /// Local number.
    pub num: i64,
    /// Id.
    pub id: [u8; 32],
    /// Id of its checker; none where that number names nothing.
    pub checker: Option<String>,
    /// Public key.
    pub key: [u8; 32],
    /// The number of its last entry.
    pub last_seq: i64,
}

/// An entry as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawEntry {
    /// Local number.
    pub num: i64,
    /// Local number of its sitting.
    pub sitting: i64,
    /// Number within it.
    pub seq: i64,
    /// Clock.
    pub at: i64,
    /// What was done.
    pub kind: String,
    /// Its action.
    pub action: String,
    /// Header as hashed.
    pub header: String,
    /// Hash.
    pub hash: [u8; 32],
    /// Signature.
    pub signature: Option<[u8; 64]>,
    /// Its parts.
    pub parts: Vec<RawPart>,
}

/// A part as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawPart {
    /// Its number in the entry.
    pub n: i64,
    /// Id of the subject; none where that number names nothing.
    pub subject: Option<String>,
    /// `present`, `withheld` or `erased`.
    pub state: String,
    /// Commitment.
    pub commitment: [u8; 32],
    /// Salt.
    pub salt: Option<[u8; 16]>,
    /// JSON.
    pub body: Option<String>,
    /// Local number of a blob.
    pub blob: Option<i64>,
}

/// A blob as it stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawBlob {
    /// Local number.
    pub num: i64,
    /// SHA-256.
    pub sha256: [u8; 32],
    /// Size.
    pub size: i64,
}

impl Foreign {
    /// All sittings, by local number.
    pub fn sittings(&self) -> Result<Vec<RawSitting>> {
        rows(&self.conn, include_str!("sittings.sql"), [], |r| {
            Ok(RawSitting {
                num: r.get(0)?,
                id: r.get(1)?,
                checker: r.get(2)?,
                key: r.get(3)?,
                last_seq: r.get(4)?,
            })
        })
    }

    /// Calls `each` with every entry from one on and its parts, by local number, until one gives an error. Parts that
    /// no entry has are an error too.
    pub fn each_entry<E: From<super::super::Error>>(
        &self,
        from: i64,
        mut each: impl FnMut(RawEntry) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut entries = self.conn.prepare(include_str!("entries.sql"))?;
        let mut parts = self.conn.prepare(include_str!("parts.sql"))?;
        let (mut entries, mut parts) = (entries.query([from])?, Parts::of(parts.query([from])?)?);
        while let Some(r) = entries.next()? {
            let mut entry = entry(r)?;
            entry.parts = parts.of_entry(entry.num)?;
            each(entry)?;
        }
        match parts.next {
            Some(_) => Err(fault("a part has no entry").into()),
            None => Ok(()),
        }
    }

    /// All blobs, by local number.
    pub fn each_blob<E: From<super::super::Error>>(
        &self,
        mut each: impl FnMut(RawBlob) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self.conn.prepare(include_str!("blobs.sql"))?;
        let mut found = statement.query([])?;
        while let Some(r) = found.next()? {
            each(blob(r)?)?;
        }
        Ok(())
    }

    /// Whether there are chunks of no blob.
    pub fn has_stray_chunks(&self) -> Result<bool> {
        let strays = "SELECT 1 FROM chunk WHERE blob NOT IN (SELECT num FROM blob) LIMIT 1";
        Ok(row(&self.conn, strays, [], |_| Ok(()))?.is_some())
    }

    /// One blob.
    pub fn blob(&self, num: i64) -> Result<Option<RawBlob>> {
        row(&self.conn, include_str!("blob.sql"), [num], blob)
    }

    /// Calls `each` with the stored bytes of a blob's chunks in order, until it says no.
    pub fn each_chunk(&self, blob: i64, mut each: impl FnMut(&[u8]) -> bool) -> Result<()> {
        let mut statement = self.conn.prepare_cached(include_str!("chunks.sql"))?;
        let mut found = statement.query([blob])?;
        let mut wanted = 0;
        while let Some(r) = found.next()? {
            if r.get::<_, i64>(0)? != wanted {
                return Err(fault("a chunk is missing"));
            }
            wanted += 1;
            if !each(r.get_ref(1)?.as_blob()?) {
                break;
            }
        }
        Ok(())
    }

    /// The hash of a sitting's entry.
    pub fn hash_at(&self, sitting: i64, seq: u64) -> Result<Option<[u8; 32]>> {
        row(&self.conn, include_str!("hash_at.sql"), params![sitting, seq as i64], |r| r.get(0))
    }

    /// The local number of a sitting's entry.
    pub fn entry_at(&self, sitting: i64, seq: u64) -> Result<Option<i64>> {
        row(&self.conn, include_str!("entry_at.sql"), params![sitting, seq as i64], |r| r.get(0))
    }

    /// A part of a sitting's entry.
    pub fn part_at(&self, sitting: i64, seq: u64, n: i64) -> Result<Option<RawPart>> {
        row(&self.conn, include_str!("part_at.sql"), params![sitting, seq as i64, n], part)
    }

    /// The header of the entry that lies first.
    pub fn first_header(&self) -> Result<Option<String>> {
        row(&self.conn, include_str!("first_header.sql"), [], |r| r.get(0))
    }

    /// Whether an entry with this hash is there.
    pub fn has_entry(&self, hash: &[u8; 32]) -> Result<bool> {
        Ok(row(&self.conn, include_str!("has_entry.sql"), [hash], |_| Ok(()))?.is_some())
    }

    /// Sitting, number and clock of the entry with this hash.
    pub fn place(&self, hash: &[u8; 32]) -> Result<Option<(i64, i64, i64)>> {
        row(&self.conn, include_str!("place.sql"), [hash], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
    }

    /// Id of the sitting, and number in it, of the entry with this local number.
    pub fn place_of(&self, entry: i64) -> Result<Option<([u8; 32], i64)>> {
        row(&self.conn, include_str!("place_of.sql"), [entry], |r| Ok((r.get(0)?, r.get(1)?)))
    }

    /// Calls `each` with the headers of a sitting's signed entries after one number up to another.
    pub fn each_signed_header(
        &self,
        sitting: i64,
        after: i64,
        upto: i64,
        mut each: impl FnMut(&str),
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(include_str!("signed_headers.sql"))?;
        let mut found = statement.query([sitting, after, upto])?;
        while let Some(r) = found.next()? {
            each(&r.get::<_, String>(0)?);
        }
        Ok(())
    }

    /// Sitting and number of the entries that no other is said to name; none where the row points at nothing.
    pub fn frontier(&self) -> Result<Vec<Option<(i64, i64)>>> {
        rows(&self.conn, include_str!("frontier.sql"), [], |r| {
            Ok(r.get::<_, Option<i64>>(0)?.zip(r.get::<_, Option<i64>>(1)?))
        })
    }

    /// The highest clocks seen, each with its key: one with the key 1, in a file of ours.
    pub fn clocks(&self) -> Result<Vec<(i64, i64)>> {
        rows(&self.conn, "SELECT one, at FROM clock", [], |r| Ok((r.get(0)?, r.get(1)?)))
    }

    /// The highest clock of what was written in that copy of the file, and of which no other copy was carried on.
    pub fn own_clock(&self) -> Result<i64> {
        let last = "SELECT coalesce(max(e.at), -1) FROM sitting t JOIN entry e ON e.sitting = t.num AND e.seq = t.last_seq
            WHERE t.here = 1";
        Ok(row(&self.conn, last, [], |r| r.get(0))?.unwrap_or(-1))
    }

    /// Whether of every sitting it is said that it was written in that copy of the file, or that it was not: SQLite leaves
    /// what a schema demands of values unread in a file that is only opened to be read.
    pub fn knows_whose_sittings(&self) -> Result<bool> {
        let strange = "SELECT 1 FROM sitting WHERE here NOT IN (0, 1) LIMIT 1";
        Ok(row(&self.conn, strange, [], |_| Ok(()))?.is_none())
    }

    /// Whether an entry is dated after the one of this sitting and number.
    pub fn is_later(&self, entry: i64, (sitting, seq): (i64, i64)) -> Result<bool> {
        Ok(row(&self.conn, include_str!("is_later.sql"), [entry, sitting, seq], |_| Ok(()))?.is_some())
    }

    /// Local number and id of each sitting that is said to have been written in this copy.
    pub fn here(&self) -> Result<Vec<(i64, [u8; 32])>> {
        rows(&self.conn, "SELECT num, id FROM sitting WHERE here = 1", [], |r| Ok((r.get(0)?, r.get(1)?)))
    }

    /// The connection, for what is read alike in any casebook.
    pub fn connection(&self) -> &Connection {
        &self.conn
    }
}

/// Parts, read along with their entries.
struct Parts<'a> {
    rows: rusqlite::Rows<'a>,
    next: Option<(i64, RawPart)>,
}

impl<'a> Parts<'a> {
    fn of(mut rows: rusqlite::Rows<'a>) -> Result<Parts<'a>> {
        let next = rows.next()?.map(owned_part).transpose()?;
        Ok(Parts { rows, next })
    }

    fn of_entry(&mut self, entry: i64) -> Result<Vec<RawPart>> {
        let (mut found, mut bytes) = (Vec::new(), 0);
        loop {
            match self.next.take() {
                Some((of, part)) if of == entry => {
                    bytes += part.body.as_ref().map_or(0, String::len);
                    if bytes > MOST_BYTES || found.len() >= MOST_PARTS {
                        return Err(fault("an entry is too large"));
                    }
                    found.push(part);
                }
                Some((of, _)) if of < entry => return Err(fault("a part has no entry")),
                other => {
                    self.next = other;
                    return Ok(found);
                }
            }
            self.next = self.rows.next()?.map(owned_part).transpose()?;
        }
    }
}

fn owned_part(r: &Row) -> Result<(i64, RawPart)> {
    Ok((
        r.get(0)?,
        RawPart {
            n: r.get(1)?,
            subject: r.get(2)?,
            state: r.get(3)?,
            commitment: r.get(4)?,
            salt: r.get(5)?,
            body: r.get(6)?,
            blob: r.get(7)?,
        },
    ))
}

fn part(r: &Row) -> Result<RawPart> {
    owned_part(r).map(|(_, part)| part)
}

fn entry(r: &Row) -> Result<RawEntry> {
    Ok(RawEntry {
        num: r.get(0)?,
        sitting: r.get(1)?,
        seq: r.get(2)?,
        at: r.get(3)?,
        kind: r.get(4)?,
        action: r.get(5)?,
        header: r.get(6)?,
        hash: r.get(7)?,
        signature: r.get(8)?,
        parts: Vec::new(),
    })
}

fn blob(r: &Row) -> Result<RawBlob> {
    Ok(RawBlob { num: r.get(0)?, sha256: r.get(1)?, size: r.get(2)? })
}

fn fault(what: &str) -> super::super::Error {
    super::super::Error::ToSqlConversionFailure(what.into())
}
