//! A copy of a casebook made to hand over: the whole record, of which some parts may be withheld.
//!
//! The copy is filled row by row and never held what is withheld, so that nothing of it can be left in a free page.

use super::{Connection, Result, claim, row, rows, run};
use crate::model::Query;
use rusqlite::params;
use std::path::Path;

/// Opens a casebook with a new, empty one attached to it under the name `copy`.
///
/// Nothing but the copy is written to. It is thrown away if anything fails: neither journal nor disk is waited
/// for, and what is written need not wait in memory.
pub fn beside(source: &Path, copy: &Path) -> Result<Connection> {
    let made = super::create(copy)?;
    made.close().map_err(|(_, e)| e)?;
    let conn = super::open(source)?;
    run(&conn, "ATTACH DATABASE ?1 AS copy", [copy.to_string_lossy()])?;
    for (name, value) in [("journal_mode", "OFF"), ("synchronous", "OFF")] {
        conn.pragma_update(Some("copy"), name, value)?;
    }
    conn.pragma_update(None, "foreign_keys", "OFF")?;
    super::journal::spill(&conn, true)?;
    Ok(conn)
}

/// Opens a copy that [`beside`] filled, to have its tables made.
pub fn scratch(copy: &Path) -> Result<Connection> {
    let conn = super::open(copy)?;
    for (name, value) in [("journal_mode", "OFF"), ("synchronous", "OFF"), ("locking_mode", "EXCLUSIVE")] {
        conn.pragma_update(None, name, value)?;
    }
    super::journal::spill(&conn, true)?;
    Ok(conn)
}

/// Keeps what is said of everything.
pub fn keep_all(conn: &Connection) -> Result<()> {
    conn.execute_batch(include_str!("keep_none.sql"))?;
    run(conn, include_str!("keep_all.sql"), []).map(drop)
}

/// Keeps what is said of the claims that a query means, and of all that they need: their documents, what hangs on
/// them, the casebook itself, and who took part in any of that.
pub fn keep_needed(conn: &Connection, query: &Query) -> Result<()> {
    conn.execute_batch(include_str!("keep_none.sql"))?;
    claim::insert_numbers(conn, "INSERT INTO copy.keep", query)?;
    conn.execute_batch(include_str!("keep_needed.sql"))
}

/// Keeps no more what is said of these checkers (local numbers), and what they said in comments.
pub fn redact(conn: &Connection, checkers: &[i64]) -> Result<()> {
    conn.execute_batch(include_str!("redacted_none.sql"))?;
    for num in checkers {
        run(conn, "INSERT INTO copy.redacted (num) VALUES (?1)", [num])?;
    }
    conn.execute_batch(include_str!("redact.sql"))
}

/// Copies all but entries, their parts, and the chunks of blobs.
pub fn copy_frame(conn: &Connection) -> Result<()> {
    conn.execute_batch(include_str!("copy_frame.sql"))?;
    // A file of an older format has none.
    match row(conn, "SELECT 1 FROM main.sqlite_schema WHERE name = 'erasure'", [], |_| Ok(()))? {
        Some(()) => conn.execute_batch(include_str!("copy_erasures.sql")),
        None => Ok(()),
    }
}

/// The highest local number of an entry.
pub fn last_entry(conn: &Connection) -> Result<i64> {
    Ok(row(conn, "SELECT coalesce(max(num), 0) FROM main.entry", [], |r| r.get(0))?.unwrap_or(0))
}

/// Copies the entries after one, up to another, with their parts: kept, or withheld.
pub fn copy_entries(conn: &Connection, after: i64, to: i64) -> Result<()> {
    run(conn, include_str!("copy_entries.sql"), [after, to])?;
    run(conn, include_str!("copy_parts.sql"), [after, to]).map(drop)
}

/// Up to a thousand blobs of the copy after one: local number and size.
pub fn blobs(conn: &Connection, after: i64) -> Result<Vec<(i64, u64)>> {
    let sql = "SELECT num, size FROM copy.blob WHERE num > ?1 ORDER BY num LIMIT 1000";
    rows(conn, sql, [after], |r| Ok((r.get(0)?, super::size(r, 1)?)))
}

/// How many bytes the blobs of the copy have.
pub fn bytes(conn: &Connection) -> Result<u64> {
    Ok(row(conn, "SELECT coalesce(sum(size), 0) FROM copy.blob", [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// Copies the chunks of a blob.
pub fn copy_chunks(conn: &Connection, blob: i64) -> Result<()> {
    run(conn, include_str!("copy_chunks.sql"), [blob]).map(drop)
}

/// Adds to what is kept, in the copy itself, every checker: their rows stand with or without a name.
pub fn with_checkers(copy: &Connection) -> Result<()> {
    run(copy, include_str!("with_checkers.sql"), []).map(drop)
}

/// How many subjects the copy keeps.
pub fn count_kept(copy: &Connection) -> Result<u64> {
    Ok(row(copy, "SELECT count(*) FROM keep", [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// A page of the subjects that the copy keeps, by local number.
pub fn kept_page(copy: &Connection, after: i64, limit: i64) -> Result<Vec<(i64, String)>> {
    rows(copy, include_str!("kept_page.sql"), params![after, limit], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// Drops from the copy the notes of what it keeps.
pub fn forget_notes(copy: &Connection) -> Result<()> {
    copy.execute_batch(include_str!("forget_notes.sql"))
}

/// What is counted, and how many there are of it.
pub type Count = (String, u64);

/// Entries of a casebook: how many, and the first and the last clock.
pub fn span(conn: &Connection) -> Result<(u64, i64, i64)> {
    let sql = "SELECT count(*), coalesce(min(at), 0), coalesce(max(at), 0) FROM entry";
    Ok(row(conn, sql, [], |r| Ok((super::size(r, 0)?, r.get(1)?, r.get(2)?)))?.unwrap_or_default())
}

/// How many entries are of each kind, the most frequent first.
pub fn kinds(conn: &Connection) -> Result<Vec<Count>> {
    rows(conn, include_str!("kinds.sql"), [], |r| Ok((r.get(0)?, super::size(r, 1)?)))
}

/// How many entries are of each checker, by id.
pub fn writers(conn: &Connection) -> Result<Vec<Count>> {
    rows(conn, include_str!("writers.sql"), [], |r| Ok((r.get(0)?, super::size(r, 1)?)))
}

/// How many parts there are in each state.
pub fn states(conn: &Connection) -> Result<Vec<Count>> {
    rows(conn, "SELECT state, count(*) FROM part GROUP BY state", [], |r| Ok((r.get(0)?, super::size(r, 1)?)))
}

/// How many ids of each letter are told, and of how many of them anything is said.
pub fn subjects(conn: &Connection) -> Result<Vec<(String, u64, u64)>> {
    rows(conn, include_str!("subjects.sql"), [], |r| Ok((r.get(0)?, super::size(r, 1)?, super::size(r, 2)?)))
}

/// Calls `each` with the subject's id and the body of every part that has one.
pub fn each_body<E: From<super::Error>>(
    conn: &Connection,
    mut each: impl FnMut(&str, &str) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut statement = conn.prepare(include_str!("bodies.sql"))?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        each(text(r, 0)?, text(r, 1)?)?;
    }
    Ok(())
}

/// How many bytes the blobs of a casebook have.
pub fn blob_bytes(conn: &Connection) -> Result<u64> {
    Ok(row(conn, "SELECT coalesce(sum(size), 0) FROM blob", [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// Calls `each` with the subject's id, the local number and the size of every blob that is a part.
pub fn each_blob<E: From<super::Error>>(
    conn: &Connection,
    mut each: impl FnMut(&str, i64, u64) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut statement = conn.prepare(include_str!("spoken_blobs.sql"))?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        each(text(r, 0)?, r.get(1)?, super::size(r, 2)?)?;
    }
    Ok(())
}

fn text<'a>(r: &'a rusqlite::Row, column: usize) -> Result<&'a str> {
    Ok(r.get_ref(column)?.as_str()?)
}
