//! Extractions: which entries hold the claims that an extractor found in a document.

use super::{Connection, Result, row, rows, run};
use rusqlite::params;

/// An extraction of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractionRow {
    /// Local number of the entry that holds its claims.
    pub entry: i64,
    /// The extractor's version.
    pub name: String,
    /// Whether it was taken back.
    pub undone: bool,
    /// Whether it is the current one, or one of several of the same extractor.
    pub current: bool,
    /// Clock of the entry.
    pub at: i64,
    /// Hash of the entry.
    pub hash: [u8; 32],
    /// Local number of what says it: the document itself, or an extraction that was added later.
    pub num: i64,
}

/// The extractions of a document, in the order that chooses what is shown.
pub fn of_document(conn: &Connection, document: i64) -> Result<Vec<ExtractionRow>> {
    rows(conn, include_str!("of_document.sql"), [document], |r| {
        Ok(ExtractionRow {
            entry: r.get(0)?,
            name: r.get(1)?,
            undone: r.get(2)?,
            current: r.get(3)?,
            at: r.get(4)?,
            hash: r.get(5)?,
            num: r.get(6)?,
        })
    })
}

/// What the entry of an extraction says it is, where that is here.
pub fn body(conn: &Connection, entry: i64) -> Result<Option<String>> {
    Ok(row(conn, include_str!("body.sql"), [entry], |r| r.get(0))?.flatten())
}

/// Writes what a subject says: the document itself of its imports, else an extraction that was added later.
/// What it said before and does not say any more goes; whether one is current stays as it was.
pub fn put(conn: &Connection, num: i64, document: i64, said: &[(i64, String)], undone: bool) -> Result<()> {
    for entry in rows(conn, include_str!("entries_of.sql"), [num], |r| r.get::<_, i64>(0))? {
        if said.iter().all(|(said, _)| *said != entry) {
            run(conn, include_str!("drop.sql"), params![num, entry])?;
        }
    }
    for (entry, name) in said {
        run(conn, include_str!("put.sql"), params![document, entry, num, name, undone])?;
    }
    Ok(())
}

/// A row as it lies: document, entry, local number of what says it, the extractor's version, and two words of yes or no:
/// whether it was taken back, and whether it is current.
pub type Lying = (i64, i64, i64, String, i64, i64);

/// The rows that a subject says, by entry.
pub fn said_by(conn: &Connection, num: i64) -> Result<Vec<Lying>> {
    rows(conn, include_str!("said_by.sql"), [num], |r| {
        Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get(4)?, r.get(5)?))
    })
}

/// What says that a document has the extraction of an entry.
pub fn says(conn: &Connection, document: i64, entry: i64) -> Result<Option<i64>> {
    row(conn, include_str!("says.sql"), [document, entry], |r| r.get(0))
}

/// How many rows there are.
pub fn count(conn: &Connection) -> Result<u64> {
    Ok(row(conn, include_str!("count.sql"), [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// Calls `each` with every document that has one.
pub fn each_document(conn: &Connection, mut each: impl FnMut(i64) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare_cached(include_str!("documents.sql"))?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        each(r.get(0)?)?;
    }
    Ok(())
}

/// Says which extraction is current.
pub fn set_current(conn: &Connection, document: i64, entry: i64, current: bool) -> Result<()> {
    run(conn, include_str!("set_current.sql"), params![document, entry, current]).map(drop)
}

/// The document of an extraction that was added later.
pub fn document_of(conn: &Connection, num: i64) -> Result<Option<i64>> {
    row(conn, include_str!("document_of.sql"), [num], |r| r.get(0))
}
