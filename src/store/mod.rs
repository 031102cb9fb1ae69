//! The only room that speaks SQL: connection, and one folder per entity with its statements.
//!
//! Reads give domain types; writes are called by the journal's fold alone, within its transaction.

pub mod casebook;
mod check;
pub mod checker;
pub mod claim;
pub mod comment;
pub mod document;
pub mod erase;
pub mod evidence;
pub mod extraction;
pub mod foreign;
mod held;
pub mod journal;
mod named;
mod open;
mod pages;
pub mod past;
mod private;
pub mod salvage;
pub mod search;
pub mod share;
pub mod upgrades;
pub mod verdict;
pub mod walk;

pub use check::{copy_into, data_version, digests, quick_check, size_of_file};
pub use foreign::{unwatch, watch};
pub use held::{Held, Replaced};
pub use named::{create_own, keep_new, keep_over, name_new};
pub use open::{
    APPLICATION_ID, FORMAT, FileHead, create, head_of, is_unfinished, open, open_own, open_to_read,
    patient_until, writes_ahead,
};
pub use pages::copy_pages;
pub use private::{FUSE, PrivateFolder, file_system, is_fat, private_tempdir, sweep};
pub use rusqlite::types::ToSqlOutput as Cell;
pub use rusqlite::{Connection, Error};

use crate::model::Id;
use check::PROJECTION;
use rusqlite::types::Value;

/// What a statement gives.
pub type Result<T> = std::result::Result<T, Error>;

/// Whether the disk could not take what was written, rather than the file being at fault.
pub fn is_of_disk(error: &Error) -> bool {
    use rusqlite::{ErrorCode, ffi};
    let Error::SqliteFailure(failure, _) = error else { return false };
    let writing = [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_TRUNCATE];
    failure.code == ErrorCode::DiskFull || writing.contains(&failure.extended_code)
}

/// An id read from a column; a text that is none is a fault of the file.
fn id(row: &rusqlite::Row, column: usize) -> Result<Id> {
    parse(row, column)
}

fn optional_id(row: &rusqlite::Row, column: usize) -> Result<Option<Id>> {
    match row.get::<_, Option<String>>(column)? {
        Some(_) => id(row, column).map(Some),
        None => Ok(None),
    }
}

/// A value read from its text form.
fn parse<T>(row: &rusqlite::Row, column: usize) -> Result<T>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<_, String>(column)?
        .parse()
        .map_err(|e| Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(e)))
}

/// The wall time of a clock column.
fn time(row: &rusqlite::Row, column: usize) -> Result<chrono::DateTime<chrono::Utc>> {
    Ok(chrono::DateTime::from_timestamp_millis(row.get::<_, i64>(column)? >> 16).unwrap_or_default())
}

/// A size column, never negative in a file of ours.
fn size(row: &rusqlite::Row, column: usize) -> Result<u64> {
    Ok(row.get::<_, i64>(column)?.try_into().unwrap_or(0))
}

/// A text as a cell.
fn text(text: &str) -> Cell<'_> {
    text.into()
}

/// A number as a cell, or nothing.
fn optional(number: Option<i64>) -> Cell<'static> {
    Cell::Owned(number.map_or(Value::Null, Value::Integer))
}

/// An INSERT of one row, given with its values last, as one of so many.
fn with_rows(insert: &str, rows: usize) -> String {
    let insert = insert.trim_end().trim_end_matches(';');
    let (head, row) = insert.rsplit_once("VALUES ").unwrap_or((insert, ""));
    format!("{head}VALUES {}", vec![row; rows].join(", "))
}

/// All rows of a cached statement.
fn rows<T>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl FnMut(&rusqlite::Row) -> Result<T>,
) -> Result<Vec<T>> {
    conn.prepare_cached(sql)?.query_map(params, read)?.collect()
}

/// The first row of a cached statement, if there is one.
fn row<T>(
    conn: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
    read: impl FnOnce(&rusqlite::Row) -> Result<T>,
) -> Result<Option<T>> {
    use rusqlite::OptionalExtension;
    conn.prepare_cached(sql)?.query_row(params, read).optional()
}

/// Runs a cached statement that gives nothing.
fn run(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<usize> {
    conn.prepare_cached(sql)?.execute(params)
}
