//! Writing parts of entries: many at a time, since to begin and to end a statement takes as long as a row does.

use super::super::foreign::RawPart;
use super::super::{Cell, Connection, Result, optional, text, with_rows};
use super::subject;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, params_from_iter};
use std::sync::LazyLock;

/// Parts that one statement writes.
const MANY: usize = 16;
static ADD_MANY: LazyLock<String> = LazyLock::new(|| with_rows(include_str!("part_add.sql"), MANY));

/// What an entry says of one subject, to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewPart<'p> {
    /// Its number in the entry.
    pub n: i64,
    /// Local number of the subject.
    pub subject: i64,
    /// `present`, `withheld` or `erased`.
    pub state: &'p str,
    /// Commitment.
    pub commitment: &'p [u8; 32],
    /// Salt, where it is present.
    pub salt: Option<&'p [u8; 16]>,
    /// JSON.
    pub body: Option<&'p str>,
    /// Local number of a blob.
    pub blob: Option<i64>,
}

impl<'p> NewPart<'p> {
    /// A part as another made it; subject and blob are the local numbers here.
    pub fn of(part: &'p RawPart, subject: i64, blob: Option<i64>) -> NewPart<'p> {
        let RawPart { n, state, commitment, salt, body, .. } = part;
        NewPart { n: *n, subject, state, commitment, salt: salt.as_ref(), body: body.as_deref(), blob }
    }

    fn cells(&self, entry: i64) -> [Cell<'p>; 8] {
        let bytes = |bytes: &'p [u8]| ToSqlOutput::Borrowed(ValueRef::Blob(bytes));
        let none = || ToSqlOutput::Owned(Value::Null);
        [
            entry.into(),
            self.n.into(),
            self.subject.into(),
            text(self.state),
            bytes(self.commitment),
            self.salt.map_or_else(none, |salt| bytes(salt)),
            self.body.map_or_else(none, text),
            optional(self.blob),
        ]
    }
}

/// Writes parts of entries, and gives numbers to new subjects.
pub struct Adding<'c> {
    conn: &'c Connection,
    subject: CachedStatement<'c>,
    part: CachedStatement<'c>,
}

impl<'c> Adding<'c> {
    /// Nothing is written yet.
    pub fn on(conn: &'c Connection) -> Result<Adding<'c>> {
        let subject = conn.prepare_cached(include_str!("subject_add.sql"))?;
        Ok(Adding { conn, subject, part: conn.prepare_cached(include_str!("part_add.sql"))? })
    }

    /// The local number of a subject that is mostly new, and whether it is.
    pub fn subject(&mut self, id: &str) -> Result<(i64, bool)> {
        if self.subject.execute([id])? > 0 {
            return Ok((self.conn.last_insert_rowid(), true));
        }
        Ok((subject(self.conn, id)?.unwrap_or_default(), false))
    }

    /// Writes parts of an entry.
    pub fn parts(&mut self, entry: i64, parts: &[NewPart]) -> Result<()> {
        let (many, rest) = parts.as_chunks::<MANY>();
        if !many.is_empty() {
            let mut statement = self.conn.prepare_cached(&ADD_MANY)?;
            for parts in many {
                statement.execute(params_from_iter(parts.iter().flat_map(|part| part.cells(entry))))?;
            }
        }
        for part in rest {
            self.part.execute(part.cells(entry))?;
        }
        Ok(())
    }
}
