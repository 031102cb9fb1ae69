//! Comments.

use super::{Cell, Connection, Result, row, rows, run, text};
use crate::model::Comment;
use rusqlite::params_from_iter;

/// A comment's row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct CommentRow {
    pub num: i64,
    pub claim: i64,
    pub text: String,
    pub at: i64,
    pub checker: i64,
    pub withdrawn: String,
}

impl CommentRow {
    /// Its cells in the order of the table's columns.
    pub fn cells(&self) -> [Cell<'_>; 6] {
        [
            self.num.into(),
            self.claim.into(),
            text(&self.text),
            self.at.into(),
            self.checker.into(),
            text(&self.withdrawn),
        ]
    }
}

/// Writes a comment's row.
pub fn put(conn: &Connection, row: &CommentRow) -> Result<()> {
    run(conn, include_str!("put.sql"), params_from_iter(row.cells())).map(std::mem::drop)
}

/// The local number of the claim that a comment hangs on, if it is there.
pub fn claim_of(conn: &Connection, num: i64) -> Result<Option<i64>> {
    row(conn, include_str!("claim_of.sql"), [num], |r| r.get(0))
}

/// The comments on a claim, oldest first.
pub fn on(conn: &Connection, claim: i64) -> Result<Vec<Comment>> {
    let sql = concat!(include_str!("select.sql"), "WHERE m.claim = ?1 ORDER BY m.at, s.id");
    rows(conn, sql, [claim], |r| {
        Ok(Comment {
            id: super::id(r, 0)?,
            claim: super::id(r, 1)?,
            text: r.get(2)?,
            checker: super::id(r, 3)?,
            checker_name: r.get(4)?,
            at: super::time(r, 5)?,
            withdrawn: r.get(6)?,
            after_end: false,
        })
    })
}

/// Takes away a comment's row.
pub fn drop(conn: &Connection, num: i64) -> Result<()> {
    run(conn, include_str!("drop.sql"), [num]).map(std::mem::drop)
}
