//! Comparing and checking whole files.

use super::{Connection, Result, rows, run};
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// The tables that the journal is folded into, each with the order of its rows.
pub(super) const PROJECTION: [(&str, &str); 10] = [
    ("casebook", "num"),
    ("rating", "position"),
    ("checker", "num"),
    ("document", "num"),
    ("claim", "num"),
    ("extraction", "document, entry"),
    ("evidence", "num"),
    ("verdict", "num"),
    ("comment", "num"),
    ("head", "subject, field, entry, n"),
];

/// A digest of every table of the projection, row by row and column by column.
pub fn digests(conn: &Connection) -> Result<Vec<(&'static str, [u8; 32])>> {
    PROJECTION.iter().map(|(table, order)| Ok((*table, digest(conn, table, order)?))).collect()
}

fn digest(conn: &Connection, table: &str, order: &str) -> Result<[u8; 32]> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))?;
    let columns = statement.column_count();
    let mut hash = Sha256::new();
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        for column in 0..columns {
            digest_value(&mut hash, row.get_ref(column)?);
        }
    }
    Ok(hash.finalize().into())
}

/// Type, length and bytes of a value, so that no two rows of unlike cells give the same bytes.
fn digest_value(hash: &mut Sha256, value: ValueRef) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(n) => (1, &n.to_le_bytes()),
        ValueRef::Real(n) => (2, &n.to_le_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// What SQLite's quick check and the foreign keys complain of.
pub fn quick_check(conn: &Connection) -> Result<Vec<String>> {
    let mut faults = rows(conn, "PRAGMA quick_check", [], |r| r.get::<_, String>(0))?;
    faults.retain(|fault| fault != "ok");
    let strays = rows(conn, "PRAGMA foreign_key_check", [], |r| r.get::<_, String>(0))?;
    faults.extend(strays.into_iter().map(|table| format!("a row of {table} points at nothing")));
    Ok(faults)
}

/// A number that changes when another connection has written.
pub fn data_version(conn: &Connection) -> Result<i64> {
    conn.pragma_query_value(None, "data_version", |r| r.get(0))
}

/// How many bytes an open file has.
pub fn size_of_file(conn: &Connection) -> Result<u64> {
    let number = |name: &str| conn.pragma_query_value(None, name, |r| super::size(r, 0));
    Ok(number("page_count")?.saturating_mul(number("page_size")?))
}

/// Writes a complete, compact copy into a new file.
pub fn copy_into(conn: &Connection, path: &std::path::Path) -> Result<()> {
    // All of the copy would be held in memory until it is whole.
    let spills: i64 = conn.pragma_query_value(None, "cache_spill", |r| r.get(0))?;
    super::journal::spill(conn, true)?;
    let done = run(conn, "VACUUM INTO ?1", [path.to_string_lossy()]).map(drop);
    super::journal::spill(conn, spills > 0)?;
    done
}
