//! A past state of a casebook: its journal up to a clock, read where it lies, and tables of their own beside it.
//!
//! The scratch file is the connection's main database and the casebook is attached for reading only; names are
//! sought in `temp`, then `main`, then in what is attached (<https://sqlite.org/lang_naming.html>). So every
//! statement of the program finds the scratch tables, the views that cut the journal off, and the texts as kept.

use super::foreign::{ERASURES, JOURNAL};
use super::{Connection, Result, row, run};
use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;
use std::path::Path;

/// Opens an empty scratch file in a private folder over the entries of a casebook up to a clock.
pub fn open(casebook: &Path, folder: &Path, upto: i64) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(folder.join("past"), flags)?;
    conn.busy_handler(Some(super::open::wait))?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // It is thrown away: neither journal nor disk is waited for, and memory stays small.
    for (name, value) in
        [("journal_mode", "OFF"), ("synchronous", "OFF"), ("trusted_schema", "OFF"), ("temp_store", "MEMORY")]
    {
        conn.pragma_update(None, name, value)?;
    }
    // What the tables point at lies in the other file.
    conn.pragma_update(None, "foreign_keys", "OFF")?;
    conn.pragma_update(None, "page_size", 8192)?;
    conn.pragma_update(None, "cache_size", -65_536)?; // KiB
    conn.execute_batch(include_str!("../../../schema.sql"))?;
    for table in ERASURES.iter().chain(JOURNAL.iter().rev()) {
        conn.execute_batch(&format!("DROP TABLE {table}"))?;
    }
    run(&conn, include_str!("attach.sql"), [super::foreign::address(casebook, "?mode=ro")])?;
    conn.execute_batch(include_str!("upto.sql"))?;
    run(&conn, include_str!("set_upto.sql"), [upto])?;
    Ok(conn)
}

/// The clock of the entry that began the casebook.
pub fn began(conn: &Connection) -> Result<i64> {
    Ok(row(conn, include_str!("began.sql"), [], |r| r.get(0))?.unwrap_or(0))
}

/// Takes texts of which words were erased since as they are kept today.
pub fn take_texts(conn: &Connection) -> Result<()> {
    run(conn, include_str!("texts.sql"), []).map(drop)
}

/// How many entries the casebook has, later ones included.
pub fn all_entries(conn: &Connection) -> Result<u64> {
    Ok(row(conn, include_str!("all_entries.sql"), [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// Begins a transaction, or ends one and begins another: the casebook is not held while much is folded.
pub fn turn(conn: &Connection, end: bool, begin: bool) -> Result<()> {
    if end {
        conn.execute_batch("COMMIT")?;
    }
    if begin {
        conn.execute_batch("BEGIN")?;
    }
    Ok(())
}
