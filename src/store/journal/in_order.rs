//! The parts of subjects, one subject after the other, with what is needed of their entries.

use super::super::{Connection, Result, row, rows};
use super::SubjectPart;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{CachedStatement, Rows, Statement};
use std::collections::HashMap;

/// Entries that are kept at hand: a claim's neighbours came with it.
const AT_HAND: usize = 1024;

/// What a part takes from its entry: clock, sitting, number, hash, checker and their key.
type Told = (i64, [u8; 32], i64, [u8; 32], i64, [u8; 32]);

/// What chooses what is shown: clock, sitting, number, number of the part.
type Order = (i64, [u8; 32], i64, i64);

/// Entries that were looked at lately. It must not outlive the transaction that it is used in.
#[derive(Debug, Default)]
pub struct Entries {
    known: HashMap<i64, Told>,
    last: Option<(i64, Told)>,
}

impl Entries {
    /// A part of an entry with its place; none where the entry is not there.
    fn place(&mut self, conn: &Connection, (entry, n, body): Bare) -> Result<Option<(Order, SubjectPart)>> {
        let told = match self.last {
            Some((last, told)) if last == entry => Some(told),
            _ => self.told(conn, entry)?,
        };
        self.last = told.map(|told| (entry, told));
        Ok(told.map(|(at, sitting, seq, hash, checker, key)| {
            ((at, sitting, seq, n), SubjectPart { entry, n, body, at, hash, checker, key })
        }))
    }

    fn told(&mut self, conn: &Connection, entry: i64) -> Result<Option<Told>> {
        if let Some(told) = self.known.get(&entry) {
            return Ok(Some(*told));
        }
        let told = row(conn, include_str!("entry_told.sql"), [entry], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?))
        })?;
        if let Some(told) = told {
            if self.known.len() >= AT_HAND {
                self.known.clear();
            }
            self.known.insert(entry, told);
        }
        Ok(told)
    }
}

/// A part's entry, number and body.
type Bare = (i64, i64, String);

fn in_order(mut found: Vec<(Order, SubjectPart)>) -> Vec<SubjectPart> {
    found.sort_unstable_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, part)| part).collect()
}

/// All parts that speak of a subject, in the order that chooses what is shown.
pub fn parts_of_subject(conn: &Connection, entries: &mut Entries, subject: i64) -> Result<Vec<SubjectPart>> {
    let bare = |r: &rusqlite::Row| Ok((r.get(0)?, r.get(1)?, r.get(2)?));
    let found: Vec<Bare> = rows(conn, include_str!("parts_of_subject.sql"), [subject], bare)?;
    let found = found.into_iter().map(|part| entries.place(conn, part));
    Ok(in_order(found.filter_map(Result::transpose).collect::<Result<_>>()?))
}

/// A walk over all parts that have a body.
pub struct Parts<'s> {
    conn: &'s Connection,
    rows: Rows<'s>,
    next: Option<i64>,
    entries: Entries,
}

/// The statement that the walk reads by.
pub fn parts_statement(conn: &Connection) -> Result<CachedStatement<'_>> {
    conn.prepare_cached(include_str!("parts_in_order.sql"))
}

impl<'s> Parts<'s> {
    /// At the first of all.
    pub fn of(conn: &'s Connection, statement: &'s mut Statement) -> Result<Parts<'s>> {
        Parts::from(conn, statement, i64::MIN)
    }

    /// At the first of this subject, or of the next.
    pub fn from(conn: &'s Connection, statement: &'s mut Statement, subject: i64) -> Result<Parts<'s>> {
        let rows = statement.query([subject])?;
        let mut parts = Parts { conn, rows, next: None, entries: Entries::default() };
        parts.step()?;
        Ok(parts)
    }

    fn step(&mut self) -> Result<()> {
        self.next = self.rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(())
    }

    /// The parts of a subject, in the order that chooses what is shown; those of subjects before it are passed over.
    pub fn of_subject(&mut self, subject: i64) -> Result<Vec<SubjectPart>> {
        let mut found = Vec::new();
        while let Some(next) = self.next.filter(|next| *next <= subject) {
            if next == subject
                && let Some(r) = self.rows.get()
            {
                let bare = (r.get(1)?, r.get(2)?, r.get(3)?);
                found.extend(self.entries.place(self.conn, bare)?);
            }
            self.step()?;
        }
        Ok(in_order(found))
    }
}
