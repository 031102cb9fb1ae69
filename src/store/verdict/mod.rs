//! Verdicts.

use super::{Cell, Connection, Result, row, rows, run, text};
use crate::model::{Id, Verdict};
use rusqlite::{Row, params, params_from_iter};

/// A verdict's row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct VerdictRow {
    pub num: i64,
    pub claim: i64,
    pub rating: String,
    pub why: String,
    pub at: i64,
    pub checker: i64,
    pub blind: bool,
    pub basis: Vec<Id>,
    pub undone: bool,
    pub withdrawn: String,
}

/// What of a verdict decides whether it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Candidate {
    pub num: i64,
    pub id: String,
    pub rating: String,
    /// The key that stands for whoever gave it.
    pub checker: i64,
    pub blind: bool,
    pub basis: Vec<String>,
    pub undone: bool,
    pub withdrawn: bool,
    /// What the table says of whether it stands.
    pub said: i64,
}

/// The column that says whether a verdict stands.
pub const STANDING: usize = 8;

impl VerdictRow {
    /// Its cells in the order of the table's columns.
    pub fn cells(&self, standing: bool) -> [Cell<'_>; 11] {
        [
            self.num.into(),
            self.claim.into(),
            text(&self.rating),
            text(&self.why),
            self.at.into(),
            self.checker.into(),
            self.blind.into(),
            serde_json::to_string(&self.basis).unwrap_or_default().into(),
            standing.into(),
            self.undone.into(),
            text(&self.withdrawn),
        ]
    }
}

/// Writes a verdict's row; whether it stands is filled in by [`set_standing`].
pub fn put(conn: &Connection, row: &VerdictRow) -> Result<()> {
    run(conn, include_str!("put.sql"), params_from_iter(row.cells(false))).map(std::mem::drop)
}

/// The local number of the claim that a verdict hangs on, if it is there.
pub fn claim_of(conn: &Connection, num: i64) -> Result<Option<i64>> {
    row(conn, include_str!("claim_of.sql"), [num], |r| r.get(0))
}

/// The verdicts on a claim, as far as they decide what stands.
pub fn candidates(conn: &Connection, claim: i64) -> Result<Vec<Candidate>> {
    rows(conn, include_str!("of_claim.sql"), [claim], |r| {
        Ok(Candidate {
            num: r.get(0)?,
            id: r.get(1)?,
            rating: r.get(2)?,
            checker: r.get(3)?,
            blind: r.get(4)?,
            basis: serde_json::from_str(&r.get::<_, String>(5)?).unwrap_or_default(),
            undone: r.get(6)?,
            withdrawn: !r.get::<_, String>(7)?.is_empty(),
            said: r.get(8)?,
        })
    })
}

/// The claims that a checker gave verdicts on.
pub fn claims_by(conn: &Connection, checker: i64) -> Result<Vec<i64>> {
    rows(conn, include_str!("claims_by.sql"), [checker], |r| r.get(0))
}

/// Notes whether a verdict stands.
pub fn set_standing(conn: &Connection, num: i64, standing: bool) -> Result<()> {
    run(conn, include_str!("set_standing.sql"), params![num, standing]).map(std::mem::drop)
}

/// One verdict.
pub fn get(conn: &Connection, id: &Id) -> Result<Option<Verdict>> {
    let sql = concat!(include_str!("select.sql"), "WHERE s.id = ?1");
    row(conn, sql, [id.as_str()], read)
}

/// The verdicts on a claim, oldest first.
pub fn on(conn: &Connection, claim: i64) -> Result<Vec<Verdict>> {
    let sql = concat!(include_str!("select.sql"), "WHERE v.claim = ?1 ORDER BY v.at, s.id");
    rows(conn, sql, [claim], read)
}

/// Takes away a verdict's row.
pub fn drop(conn: &Connection, num: i64) -> Result<()> {
    run(conn, include_str!("drop.sql"), [num]).map(std::mem::drop)
}

fn read(r: &Row) -> Result<Verdict> {
    Ok(Verdict {
        id: super::id(r, 0)?,
        claim: super::id(r, 1)?,
        rating: r.get(2)?,
        why: r.get(3)?,
        checker: super::id(r, 4)?,
        checker_name: r.get(5)?,
        at: super::time(r, 6)?,
        blind: r.get(7)?,
        standing: r.get(8)?,
        withdrawn: r.get(9)?,
        after_end: false,
    })
}
