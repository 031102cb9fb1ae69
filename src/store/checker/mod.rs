//! Checkers.

use super::{Connection, Result, row, rows, run};
use crate::model::{Checker, Id};
use rusqlite::params;

/// Writes a checker's row from the name and contact that stand.
pub fn put(conn: &Connection, num: i64, name: &str, contact: &str) -> Result<()> {
    let opened = row(conn, include_str!("opened.sql"), [num], |r| {
        Ok((r.get::<_, Option<[u8; 32]>>(0)?, r.get::<_, Option<i64>>(1)?))
    })?;
    if let Some((Some(key), Some(first_seen))) = opened {
        run(conn, include_str!("put.sql"), params![num, name, contact, key, first_seen])?;
    }
    Ok(())
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
        };
        Ok((checker, r.get(3)?))
    })
}

/// The name to show for an id: the name given, or the id.
pub fn name_of(names: &[(Checker, [u8; 32])], id: &Id) -> String {
    match names.iter().find(|(c, _)| c.id == *id) {
        Some((c, _)) if !c.name.is_empty() => c.name.clone(),
        _ => id.to_string(),
    }
}
