//! Comments.

use super::{Connection, Result, row, rows, run};
use crate::model::Comment;
use rusqlite::params;

/// Writes a comment's row.
pub fn put(
    conn: &Connection,
    num: i64,
    claim: i64,
    text: &str,
    at: i64,
    checker: i64,
    withdrawn: &str,
) -> Result<()> {
    run(conn, include_str!("put.sql"), params![num, claim, text, at, checker, withdrawn]).map(std::mem::drop)
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
        })
    })
}

/// Takes away a comment's row.
pub fn drop(conn: &Connection, num: i64) -> Result<()> {
    run(conn, include_str!("drop.sql"), [num]).map(std::mem::drop)
}
