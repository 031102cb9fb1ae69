//! Evidence.

use super::{Cell, Connection, Result, optional, row, rows, run, text};
use crate::model::{Attachment, Evidence, Id};
use rusqlite::{Row, params_from_iter};

/// A row of evidence to be written.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct EvidenceRow {
    pub num: i64,
    pub claim: i64,
    pub kind: &'static str,
    pub url: String,
    pub quotation: String,
    pub file: Option<Attachment>,
    pub stance: &'static str,
    pub grade: String,
    pub note: String,
    pub at: i64,
    pub checker: i64,
    pub withdrawn: String,
}

impl EvidenceRow {
    /// Its cells in the order of the table's columns.
    pub fn cells(&self) -> [Cell<'_>; 14] {
        let file = self.file.as_ref();
        [
            self.num.into(),
            self.claim.into(),
            text(self.kind),
            text(&self.url),
            text(&self.quotation),
            text(file.map(|f| f.name.as_str()).unwrap_or_default()),
            optional(file.map(|f| f.size as i64)),
            text(file.map(|f| f.sha256.as_str()).unwrap_or_default()),
            text(self.stance),
            text(&self.grade),
            text(&self.note),
            self.at.into(),
            self.checker.into(),
            text(&self.withdrawn),
        ]
    }
}

/// Writes a row of evidence.
pub fn put(conn: &Connection, row: &EvidenceRow) -> Result<()> {
    run(conn, include_str!("put.sql"), params_from_iter(row.cells())).map(std::mem::drop)
}

/// The local number of the claim that a piece of evidence hangs on, if it is there.
pub fn claim_of(conn: &Connection, num: i64) -> Result<Option<i64>> {
    row(conn, include_str!("claim_of.sql"), [num], |r| r.get(0))
}

/// One piece of evidence.
pub fn get(conn: &Connection, id: &Id) -> Result<Option<Evidence>> {
    let sql = concat!(include_str!("select.sql"), "WHERE s.id = ?1");
    row(conn, sql, [id.as_str()], read)
}

/// The evidence on a claim, oldest first.
pub fn on(conn: &Connection, claim: i64) -> Result<Vec<Evidence>> {
    let sql = concat!(include_str!("select.sql"), "WHERE e.claim = ?1 ORDER BY e.at, s.id");
    rows(conn, sql, [claim], read)
}

/// Takes away a row of evidence.
pub fn drop(conn: &Connection, num: i64) -> Result<()> {
    run(conn, include_str!("drop.sql"), [num]).map(std::mem::drop)
}

fn read(r: &Row) -> Result<Evidence> {
    let sha256: String = r.get(7)?;
    let file = match sha256.is_empty() {
        true => None,
        false => Some(Attachment { name: r.get(5)?, size: super::size(r, 6)?, sha256 }),
    };
    let grade: String = r.get(9)?;
    Ok(Evidence {
        id: super::id(r, 0)?,
        claim: super::id(r, 1)?,
        kind: super::parse(r, 2)?,
        url: r.get(3)?,
        quotation: r.get(4)?,
        file,
        stance: super::parse(r, 8)?,
        grade: if grade.is_empty() { None } else { Some(super::parse(r, 9)?) },
        note: r.get(10)?,
        at: super::time(r, 11)?,
        checker: super::id(r, 12)?,
        checker_name: r.get(13)?,
        withdrawn: r.get(14)?,
        after_end: false,
    })
}
