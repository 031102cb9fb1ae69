//! Opening and making casebook files.

use super::{Connection, Result};
use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;
use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Marks a SQLite file as a casebook: “hudn”.
pub const APPLICATION_ID: u32 = 0x6875_646E;
/// The schema's format that this version reads and writes.
pub const FORMAT: u32 = 3;

/// How often a statement looks whether another program has finished its write: for some thirty seconds in all.
const PATIENCE: i32 = 10_000;

/// What the first bytes of a file say, read without SQLite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileHead {
    /// Not a casebook.
    Foreign,
    /// A casebook of this format.
    Casebook(u32),
}

/// Reads the first hundred bytes of a file. SQLite's file format gives the places: magic at 0, `user_version` at 60,
/// `application_id` at 68, all big endian. <https://sqlite.org/fileformat.html>
pub fn head_of(head: &[u8]) -> FileHead {
    let number = |at: usize| {
        let bytes: Option<[u8; 4]> = head.get(at..at + 4).and_then(|b| b.try_into().ok());
        bytes.map(u32::from_be_bytes)
    };
    let ours = head.starts_with(b"SQLite format 3\0") && number(68) == Some(APPLICATION_ID);
    match number(60) {
        Some(format) if ours => FileHead::Casebook(format),
        _ => FileHead::Foreign,
    }
}

/// Whether a file with this head is in write-ahead mode, which hudna ends when it opens one.
pub fn writes_ahead(head: &[u8]) -> bool {
    head.get(18..20) == Some(&[2, 2])
}

/// Whether what SQLite needs to take back an unfinished write lies beside a casebook: a program writes, or was killed.
/// One whose first byte is still zero is not needed: nothing was written to the casebook itself.
/// <https://sqlite.org/fileformat.html#the_rollback_journal>
pub fn is_unfinished(journal: &Path) -> bool {
    let mut first = [0];
    use std::io::Read;
    std::fs::File::open(journal).and_then(|mut file| file.read_exact(&mut first)).is_ok() && first != [0]
}

/// Opens a casebook of our own making.
pub fn open(path: &Path) -> Result<Connection> {
    let mut conn = connect(path)?;
    set_up(&mut conn)?;
    Ok(conn)
}

/// Opens a casebook that [`head_of`] has let through and that a person calls their own; or says what of its schema is
/// not ours, before anything of it was run or changed.
pub fn open_own(path: &Path) -> Result<std::result::Result<Connection, crate::locale::Spoken>> {
    let mut conn = connect(path)?;
    if let Some(strange) = super::foreign::strange_schema(&conn)? {
        return Ok(Err(strange));
    }
    set_up(&mut conn)?;
    Ok(Ok(conn))
}

/// Opens a casebook of our own making beside a connection that writes to it, only to be read.
pub fn open_to_read(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags)?;
    conn.busy_handler(Some(wait))?;
    Ok(conn)
}

fn connect(path: &Path) -> Result<Connection> {
    let mut conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_handler(Some(wait))?;
    // We have none, so what there may be is not ours.
    for setting in [DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW] {
        conn.set_db_config(setting, false)?;
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A log that another program puts beside the file while it is open shall not be written into it at the end.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(conn)
}

/// Makes the tables of a new casebook in an empty file.
pub fn create(path: &Path) -> Result<Connection> {
    let mut conn = connect(path)?;
    conn.pragma_update(None, "page_size", 8192)?;
    set_up(&mut conn)?;
    conn.execute_batch(&format!("BEGIN;\n{}\nCOMMIT;", include_str!("../../schema.sql")))?;
    Ok(conn)
}

/// Waits a moment for another program, never the same: SQLite's own waiting grows to a tenth of a second, in which
/// a program that writes one thing after the other has begun anew each time.
pub(super) fn wait(tries: i32) -> bool {
    let spread = (tries.unsigned_abs() ^ std::process::id()).wrapping_mul(2_654_435_761) >> 22;
    std::thread::sleep(Duration::from_micros(1_000 + 4 * u64::from(spread)));
    tries < PATIENCE
        && !STOP.with_borrow(|stop| stop.as_ref().is_some_and(|stop| stop.load(Ordering::Relaxed)))
}

thread_local! {
    /// What ends this thread's waiting for other programs early.
    static STOP: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// Does `work`, in which other programs are waited for no longer than until a person wants to stop.
pub fn patient_until<T>(stop: &Arc<AtomicBool>, work: impl FnOnce() -> T) -> T {
    STOP.set(Some(stop.clone()));
    let done = work();
    STOP.set(None);
    done
}

/// Settings of every connection; why they are so stands in docs/architecture.md.
fn set_up(conn: &mut Connection) -> Result<()> {
    conn.set_prepared_statement_cache_capacity(128);
    for (name, value) in [
        ("journal_mode", "DELETE"),
        ("synchronous", "EXTRA"),
        ("foreign_keys", "ON"),
        ("secure_delete", "ON"),
        ("cache_spill", "OFF"),
        ("trusted_schema", "OFF"),
        ("cell_size_check", "ON"),
        ("temp_store", "MEMORY"),
    ] {
        conn.pragma_update(None, name, value)?;
    }
    conn.pragma_update(None, "cache_size", -65_536)?; // KiB
    // Plans that do not hang on the values bound: else a cached statement is planned anew at every use.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}
