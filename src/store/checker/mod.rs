//! Checkers.

use super::{Cell, Connection, Result, row, rows, run, text};
use crate::model::{Checker, Id};
use rusqlite::params_from_iter;

/// A checker's row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct CheckerRow {
    pub num: i64,
    pub name: String,
    pub contact: String,
    pub key: [u8; 32],
    pub first_seen: i64,
    /// The key that stands for the same person.
    pub person: i64,
}

/// The row of a checker whose name and contact stand so; none where they opened no sitting.
pub fn made(
    conn: &Connection,
    (num, person): (i64, i64),
    name: String,
    contact: String,
) -> Result<Option<CheckerRow>> {
    let opened = row(conn, include_str!("opened.sql"), [num], |r| {
        Ok((r.get::<_, Option<[u8; 32]>>(0)?, r.get::<_, Option<i64>>(1)?))
    })?;
    Ok(match opened {
        Some((Some(key), Some(first_seen))) => {
            Some(CheckerRow { num, name, contact, key, first_seen, person })
        }
        _ => None,
    })
}

/// Writes a checker's row.
pub fn put(conn: &Connection, row: &CheckerRow) -> Result<()> {
    run(conn, include_str!("put.sql"), params_from_iter(row.cells())).map(drop)
}

impl CheckerRow {
    /// Its cells in the order of the table's columns.
    pub fn cells(&self) -> [Cell<'_>; 6] {
        [
            self.num.into(),
            text(&self.name),
            text(&self.contact),
            self.key.as_slice().into(),
            self.first_seen.into(),
            self.person.into(),
        ]
    }
}

/// A checker and the bytes of their public key.
pub fn all(conn: &Connection) -> Result<Vec<(Checker, [u8; 32])>> {
    rows(conn, include_str!("all.sql"), [], |r| {
        let checker = Checker {
            id: super::id(r, 0)?,
            name: r.get(1)?,
            contact: r.get(2)?,
            key: String::new(),
            fingerprint: String::new(),
            first_seen: super::time(r, 4)?,
            ends: Vec::new(),
            reported_lost: Vec::new(),
        };
        Ok((checker, r.get(3)?))
    })
}

/// Every checker's local number and id, and the local number of the key that stands for the same person.
pub fn persons(conn: &Connection) -> Result<Vec<(i64, Id, i64)>> {
    rows(conn, include_str!("persons.sql"), [], |r| Ok((r.get(0)?, super::id(r, 1)?, r.get(2)?)))
}

/// Notes which key stands for the person whose key this is.
pub fn set_person(conn: &Connection, num: i64, person: i64) -> Result<()> {
    run(conn, include_str!("set_person.sql"), [num, person]).map(drop)
}

/// What a checker wrote in a casebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Local number.
    pub num: i64,
    /// Id.
    pub id: Id,
    /// Public key.
    pub key: [u8; 32],
    /// How many entries.
    pub entries: u64,
    /// Clock of the first.
    pub first: i64,
}

/// Everyone who wrote, by the journal alone; whose first entry has the earliest clock comes first.
pub fn written(conn: &Connection) -> Result<Vec<Written>> {
    rows(conn, include_str!("written.sql"), [], |r| {
        let (num, id, key, first) = (r.get(0)?, super::id(r, 1)?, r.get(2)?, r.get(4)?);
        Ok(Written { num, id, key, entries: super::size(r, 3)?, first })
    })
}

/// How many entries of a checker have a clock after this one.
pub fn entries_after(conn: &Connection, num: i64, clock: i64) -> Result<u64> {
    Ok(row(conn, include_str!("after.sql"), [num, clock], |r| super::size(r, 0))?.unwrap_or(0))
}

/// A word about a key: of whom, its body, and clock, hash, number and checker of its entry.
pub type KeyWordRow = (String, String, i64, [u8; 32], i64, String);

/// All that was said of keys.
pub fn key_words(conn: &Connection) -> Result<Vec<KeyWordRow>> {
    rows(conn, include_str!("key_words.sql"), [], |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?))
    })
}

/// The name to show for an id: the name given, or the id.
pub fn name_of(names: &[(Checker, [u8; 32])], id: &Id) -> String {
    match names.iter().find(|(c, _)| c.id == *id) {
        Some((c, _)) if !c.name.is_empty() => c.name.clone(),
        _ => id.to_string(),
    }
}
