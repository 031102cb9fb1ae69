//! Fields with more than one head.

use super::super::{Connection, Result, rows};
use crate::model::Id;
use rusqlite::params;

/// A head of a field.
#[derive(Debug, Clone)]
pub struct SideRow {
    /// JSON of the write.
    pub body: String,
    /// Clock.
    pub at: i64,
    /// Who wrote it.
    pub checker: Id,
}

/// Fields with more than one head: local number and id of the subject, and the field.
pub fn contested(conn: &Connection) -> Result<Vec<(i64, String, String)>> {
    rows(conn, include_str!("contested.sql"), [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// The heads of a field, in the order that chooses what is shown.
pub fn sides(conn: &Connection, subject: i64, field: &str) -> Result<Vec<SideRow>> {
    rows(conn, include_str!("sides.sql"), params![subject, field], |r| {
        Ok(SideRow { body: r.get(0)?, at: r.get(1)?, checker: super::super::id(r, 2)? })
    })
}
