//! A casebook that comes from somebody else, or that is to be proved: read from a private copy, and trusted in nothing.
//!
//! The steps are SQLite's own advice for hostile files (<https://sqlite.org/security.html>): only the main file is
//! copied, under our own name; its head is checked before SQLite sees it; it is opened immutable with every defence
//! on; its tables must be ours to the letter, without a trigger; and no view, search index or foreign function is
//! ever touched. Rows are then read one by one in the order in which they lie, for `journal` to check.

mod copy;
mod error;
mod read;
mod schema;

pub use copy::{LARGEST, copy_private};
pub use error::ForeignError;
pub use read::{RawBlob, RawEntry, RawPart, RawSitting};
pub(super) use schema::{ERASURES, JOURNAL};

use super::{Connection, rows};
use crate::locale::Spoken;
use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytecode steps between two looks at whether a person stopped it; while SQLite checks a file, pages.
const STEPS: i32 = 1_000;

/// A file from elsewhere, open for reading through its private copy, which goes when this goes.
pub struct Foreign {
    conn: Connection,
    path: PathBuf,
    copy: PathBuf,
    format: u32,
    size: u64,
    stop: Arc<AtomicBool>,
    /// Holds the copy, and removes it in the end; none where the file is read in its place.
    folder: Option<super::PrivateFolder>,
}

impl Foreign {
    /// Copies the file into a private folder made in `within`, and opens the copy.
    pub fn open(path: &Path, within: &Path, stop: &Arc<AtomicBool>) -> Result<Foreign, ForeignError> {
        Foreign::open_with(path, within, stop, &mut |_, _| ())
    }

    /// The same; `progress` is told how many bytes of how many are copied.
    pub fn open_with(
        path: &Path,
        within: &Path,
        stop: &Arc<AtomicBool>,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Foreign, ForeignError> {
        let failed = |source| ForeignError::File { path: within.to_owned(), source };
        // SQLite is told to follow no link, and the way to the folder may have some.
        let within = std::fs::canonicalize(within).map_err(failed)?;
        let folder = super::private_tempdir(&within, ".hudna-foreign-").map_err(failed)?;
        let copy = folder.path().join("copy");
        let format = copy::copy_told(path, &copy, stop, progress)?;
        let size = copy.metadata().map_err(failed)?.len();
        let conn = open_defended(&copy, stop).map_err(|e| told(path, stop, e))?;
        let (path, stop) = (path.to_owned(), stop.clone());
        let foreign = Foreign { conn, path, copy, format, size, stop, folder: Some(folder) };
        foreign.check_schema()?;
        Ok(foreign)
    }

    /// Opens the file where it lies, with the same defences and as unchanging: nothing is written and no log beside
    /// it is read. What is read so may only decide that nothing needs to be done, since somebody may write to it.
    pub fn in_place(path: &Path, stop: &Arc<AtomicBool>) -> Result<Foreign, ForeignError> {
        let format = copy::look_at(path)?;
        let file = std::fs::canonicalize(path)
            .map_err(|source| ForeignError::File { path: path.to_owned(), source })?;
        let size =
            file.metadata().map_err(|source| ForeignError::File { path: path.to_owned(), source })?.len();
        let conn = open_defended(&file, stop).map_err(|e| told(path, stop, e))?;
        let (path, stop) = (path.to_owned(), stop.clone());
        let foreign = Foreign { conn, path, copy: file, format, size, stop, folder: None };
        foreign.check_schema()?;
        Ok(foreign)
    }

    /// Where the original lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is a private copy that is read, and not the file in its place.
    pub fn is_copy(&self) -> bool {
        self.folder.is_some()
    }

    /// Its format.
    pub fn format(&self) -> u32 {
        self.format
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// An error of the database, in the words for this file.
    pub fn told(&self, error: super::Error) -> ForeignError {
        told(&self.path, &self.stop, error)
    }

    /// An error where a person wants to stop.
    pub fn not_stopped(&self) -> Result<(), ForeignError> {
        if self.stop.load(Ordering::Relaxed) { Err(ForeignError::Stopped) } else { Ok(()) }
    }

    fn check_schema(&self) -> Result<(), ForeignError> {
        let found = schema::objects(&self.conn).map_err(|e| self.told(e))?;
        let ours = schema::ours().map_err(|e| self.told(e))?;
        match schema::strange_journal(&found, &ours) {
            Some(what) => Err(ForeignError::Schema { path: self.path.clone(), what }),
            None => Ok(()),
        }
    }

    /// What of its tables beside the journal is not as in a casebook of the present format.
    pub fn strange_tables(&self) -> Result<Option<Spoken>, ForeignError> {
        let found = schema::objects(&self.conn).map_err(|e| self.told(e))?;
        let ours = schema::ours().map_err(|e| self.told(e))?;
        Ok(schema::strange_tables(&found, &ours))
    }

    /// Another reading of the same copy, for another thread.
    pub fn beside(&self) -> Result<Beside, ForeignError> {
        let conn = open_defended(&self.copy, &self.stop).map_err(|e| self.told(e))?;
        Ok(Beside { conn, path: self.path.clone(), format: self.format, stop: self.stop.clone() })
    }
}

/// A second reading of a private copy. It must not outlive the [`Foreign`] that it is of.
pub struct Beside {
    conn: Connection,
    path: PathBuf,
    format: u32,
    stop: Arc<AtomicBool>,
}

impl Beside {
    /// What SQLite's quick check finds in the tables of the journal, each by its name: without one the check would
    /// run the search index's own code on a stranger's bytes.
    pub fn quick_check(&self) -> Result<Vec<String>, ForeignError> {
        check(&self.conn, "quick_check", schema::JOURNAL.iter()).map_err(|e| told(&self.path, &self.stop, e))
    }

    /// What SQLite's integrity check finds in the tables of the journal and in those folded from it.
    pub fn integrity_check(&self) -> Result<Vec<String>, ForeignError> {
        let erased: &[&str] = if self.format >= schema::WITH_ERASURES { &schema::ERASURES } else { &[] };
        // Older formats lack some of the tables.
        let found = schema::objects(&self.conn).map_err(|e| told(&self.path, &self.stop, e))?;
        let folded =
            super::PROJECTION.iter().map(|(table, _)| table).filter(|t| schema::has_table(&found, t));
        let tables = schema::JOURNAL.iter().chain(folded).chain(erased);
        check(&self.conn, "integrity_check", tables).map_err(|e| told(&self.path, &self.stop, e))
    }

    /// The connection, for what is read alike in any casebook.
    pub fn connection(&self) -> &Connection {
        &self.conn
    }

    /// An error where a person wants to stop.
    pub fn not_stopped(&self) -> Result<(), ForeignError> {
        if self.stop.load(Ordering::Relaxed) { Err(ForeignError::Stopped) } else { Ok(()) }
    }
}

fn check<'a>(
    conn: &Connection,
    pragma: &str,
    tables: impl Iterator<Item = &'a &'static str>,
) -> super::Result<Vec<String>> {
    let mut faults = Vec::new();
    for table in tables {
        let said = rows(conn, &format!("PRAGMA {pragma}({table})"), [], |r| r.get::<_, String>(0))?;
        faults.extend(said.into_iter().filter(|line| line != "ok"));
    }
    Ok(faults)
}

/// What of the schema of an open casebook is not ours and could be run. Views are not: nothing here reads one.
pub fn strange_schema(conn: &Connection) -> super::Result<Option<Spoken>> {
    let found = schema::objects(conn)?;
    let ours = schema::ours()?;
    let strange = schema::strange_journal(&found, &ours);
    let present = super::upgrades::format(conn)? == super::FORMAT;
    Ok(strange.or_else(|| present.then(|| schema::strange_stored(&found, &ours)).flatten()))
}

fn told(path: &Path, stop: &AtomicBool, error: super::Error) -> ForeignError {
    if stop.load(Ordering::Relaxed) {
        return ForeignError::Stopped;
    }
    if super::is_of_disk(&error) {
        return ForeignError::Copy { path: path.to_owned(), what: error.to_string() };
    }
    let what = match &error {
        super::Error::InvalidColumnType(_, column, kind) => {
            crate::spoken!("damaged-column", column = column, kind = kind.to_string())
        }
        other => other.to_string().into(),
    };
    ForeignError::Damaged { path: path.to_owned(), what }
}

fn open_defended(copy: &Path, stop: &Arc<AtomicBool>) -> super::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut conn = Connection::open_with_flags(address(copy, "?mode=ro&immutable=1"), flags)?;
    defend(&conn)?;
    conn.pragma_update(None, "query_only", "ON")?;
    watch(&mut conn, stop)?;
    Ok(conn)
}

/// Everything that SQLite offers against a crafted file.
fn defend(conn: &Connection) -> super::Result<()> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        // No defence: without it a cached statement is planned anew at every use.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(setting, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, 16 << 20),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
        (Limit::SQLITE_LIMIT_COLUMN, 64),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        conn.set_limit(limit, most)?;
    }
    for (name, value) in [("cell_size_check", "ON"), ("mmap_size", "0"), ("temp_store", "MEMORY")] {
        conn.pragma_update(None, name, value)?;
    }
    conn.pragma_update(None, "cache_size", -32_768)?; // KiB
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Breaks off what a connection does when a person wants to stop.
pub fn watch(conn: &mut Connection, stop: &Arc<AtomicBool>) -> super::Result<()> {
    let stop = stop.clone();
    conn.progress_handler(STEPS, Some(move || stop.load(Ordering::Relaxed)))
}

/// Lets a connection go on that was [`watch`]ed.
pub fn unwatch(conn: &mut Connection) -> super::Result<()> {
    conn.progress_handler(0, None::<fn() -> bool>)
}

/// A file as an address with options. `immutable` promises that it is unchanging: no lock, no journal, no writing.
pub(super) fn address(file: &Path, options: &str) -> String {
    let mut address = String::from("file:");
    for byte in file.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => {
                address.push(*byte as char)
            }
            // Writing to a String cannot fail.
            _ => drop(std::fmt::Write::write_fmt(&mut address, format_args!("%{byte:02X}"))),
        }
    }
    address + options
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_is_planned_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = std::fs::canonicalize(folder.path()).unwrap().join("copy");
        Connection::open(&path).unwrap().execute_batch(include_str!("../../../schema.sql")).unwrap();
        let conn = open_defended(&path, &Arc::default()).unwrap();
        for sql in [include_str!("chunks.sql"), include_str!("blob.sql")] {
            let mut statement = conn.prepare(sql).unwrap();
            for n in 0..5 {
                assert!(statement.query([n]).unwrap().next().unwrap().is_none());
            }
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0, "{sql}");
        }
    }
}
