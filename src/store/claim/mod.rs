//! Claims: rows, pages of lists.

mod page;

pub use page::{after, before, count, insert_numbers, rank};

use super::search::Searched;
use super::{Cell, Connection, Result, optional, row, rows, run, text};
use crate::model::{Claim, Id, Standing};
use rusqlite::types::Value;
use rusqlite::{CachedStatement, Row, params, params_from_iter};

/// A claim's row to be written.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct ClaimRow {
    pub num: i64,
    pub document: Option<i64>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub text: String,
    pub speaker: String,
    pub role: String,
    pub cue: String,
    pub via: Vec<String>,
    pub quote: &'static str,
    pub polarity: &'static str,
    pub kind: &'static str,
    pub nested: bool,
    pub confidence: Option<f64>,
    pub worth: u8,
    pub reasons: Vec<String>,
    pub said_at: String,
    pub translation: String,
    pub language: String,
    pub url: String,
    pub set_status: String,
    pub dismissed: String,
    pub withdrawn: String,
    pub edited: bool,
    pub conflicts: Vec<String>,
    /// Withdrawn, or its document is; one that is not found any more is hidden too while nobody touches it.
    pub hidden: bool,
    pub found: bool,
}

impl ClaimRow {
    /// Its cells in the order of the table's columns, with the status and verdict given.
    pub fn cells<'a>(&'a self, status: &'a str, verdict: &'a str) -> [Cell<'a>; 32] {
        // Newest document first, so smaller is later; a claim without document takes its own place among them.
        let place = -self.document.unwrap_or(self.num);
        [
            self.num.into(),
            optional(self.document),
            optional(self.start.map(|n| n as i64)),
            optional(self.end.map(|n| n as i64)),
            text(&self.text),
            text(&self.speaker),
            text(&self.role),
            text(&self.cue),
            list(&self.via),
            text(self.quote),
            text(self.polarity),
            text(self.kind),
            self.nested.into(),
            Cell::Owned(self.confidence.map_or(Value::Null, Value::Real)),
            text(&self.said_at),
            text(&self.translation),
            text(&self.language),
            text(&self.url),
            text(&self.set_status),
            text(status),
            text(verdict),
            text(&self.dismissed),
            text(&self.withdrawn),
            self.edited.into(),
            list(&self.conflicts),
            (self.hidden || (!self.found && status == "new")).into(),
            place.into(),
            self.start.map_or(-1, |n| n as i64).into(),
            i64::from(self.worth).into(),
            list(&self.reasons),
            (100 - i64::from(self.worth)).into(),
            self.found.into(),
        ]
    }
}

/// A JSON list.
fn list(items: &[String]) -> Cell<'_> {
    match items {
        [] => text("[]"),
        items => serde_json::Value::from(items.to_vec()).to_string().into(),
    }
}

/// Writes a claim's row in place of what is there; status and verdict are filled in by [`set_standing`].
pub fn put(conn: &Connection, row: &ClaimRow) -> Result<()> {
    let sql = concat!("INSERT OR REPLACE ", include_str!("put.sql"));
    run(conn, sql, params_from_iter(row.cells("new", ""))).map(std::mem::drop)
}

/// Writes rows of claims of which none is there. To replace one, SQLite keeps a journal of the statement, which makes
/// the search index write itself out.
pub struct Inserting<'c>(CachedStatement<'c>);

impl<'c> Inserting<'c> {
    /// Nothing is written yet.
    pub fn on(conn: &'c Connection) -> Result<Inserting<'c>> {
        conn.prepare_cached(concat!("INSERT ", include_str!("put.sql"))).map(Inserting)
    }

    /// Writes one; status and verdict are those of a claim that nobody spoke of.
    pub fn put(&mut self, row: &ClaimRow) -> Result<()> {
        self.0.execute(params_from_iter(row.cells("new", ""))).map(std::mem::drop)
    }
}

/// What a claim's status hangs on: status set by hand, why it was dismissed, whether it was edited.
pub fn state(conn: &Connection, num: i64) -> Result<Option<(String, String, bool)>> {
    row(conn, include_str!("state.sql"), [num], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// Whether evidence or comments stand on a claim.
pub fn is_worked_on(conn: &Connection, num: i64) -> Result<bool> {
    Ok(row(conn, include_str!("work.sql"), [num], |r| r.get(0))?.unwrap_or(false))
}

/// Writes status and verdict.
pub fn set_standing(conn: &Connection, num: i64, status: &str, verdict: &Standing) -> Result<()> {
    run(conn, include_str!("set_standing.sql"), params![num, status, verdict.code()]).map(std::mem::drop)
}

/// Local numbers of the claims of a document.
pub fn of_document(conn: &Connection, document: i64) -> Result<Vec<i64>> {
    rows(conn, include_str!("of_document.sql"), [document], |r| r.get(0))
}

/// Calls `each` with the claims whose document has not come yet, and maybe with some that have none: such that
/// somebody wrote of as if they had.
pub fn waiting(conn: &Connection, mut each: impl FnMut(i64)) -> Result<()> {
    let mut statement = conn.prepare_cached(include_str!("waiting.sql"))?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        each(r.get(0)?);
    }
    Ok(())
}

/// Claims that checkers judge unlike: local number, id and words.
pub fn disputed(conn: &Connection) -> Result<Vec<(i64, Id, String)>> {
    rows(conn, include_str!("disputed.sql"), [], |r| Ok((r.get(0)?, super::id(r, 1)?, r.get(2)?)))
}

/// Hides or shows the claims of a document.
pub fn hide(conn: &Connection, document: i64, hidden: bool) -> Result<()> {
    run(conn, include_str!("hide.sql"), params![document, hidden]).map(std::mem::drop)
}

/// What a claim is found by.
pub fn searchable(conn: &Connection, num: i64) -> Result<Option<Searched>> {
    row(conn, include_str!("searchable.sql"), [num], |r| {
        let part = |n| r.get::<_, String>(n);
        let words = format!("{}\n{}\n{}\n{}", part(0)?, part(2)?, part(3)?, part(4)?);
        Ok(Searched { words, speaker: part(1)? })
    })
}

/// One claim.
pub fn get(conn: &Connection, id: &Id) -> Result<Option<Claim>> {
    let sql = concat!(include_str!("select.sql"), "WHERE s.id = ?1");
    row(conn, sql, [id.as_str()], read)
}

/// The claims anchored in a document, in order of place.
pub fn in_document(conn: &Connection, document: &Id) -> Result<Vec<Claim>> {
    let sql = concat!(
        include_str!("select.sql"),
        "WHERE c.document = (SELECT num FROM subject WHERE id = ?1) AND c.withdrawn = '' AND (c.found = 1 OR c.status <> 'new') ORDER BY c.start, c.num"
    );
    rows(conn, sql, [document.as_str()], read)
}

/// Takes away a claim's row.
pub fn drop(conn: &Connection, num: i64) -> Result<()> {
    run(conn, include_str!("drop.sql"), [num]).map(std::mem::drop)
}

fn read(r: &Row) -> Result<Claim> {
    let list =
        |n| -> Result<Vec<String>> { Ok(serde_json::from_str(&r.get::<_, String>(n)?).unwrap_or_default()) };
    let place =
        |n| -> Result<Option<usize>> { Ok(r.get::<_, Option<i64>>(n)?.and_then(|v| v.try_into().ok())) };
    Ok(Claim {
        id: super::id(r, 0)?,
        document: super::optional_id(r, 1)?,
        start: place(2)?,
        end: place(3)?,
        text: r.get(4)?,
        speaker: r.get(5)?,
        role: r.get(6)?,
        cue: r.get(7)?,
        via: list(8)?,
        quote: super::parse(r, 9)?,
        polarity: super::parse(r, 10)?,
        kind: super::parse(r, 11)?,
        nested: r.get(12)?,
        confidence: r.get(13)?,
        said_at: r.get(14)?,
        translation: r.get(15)?,
        status: super::parse(r, 16)?,
        verdict: Standing::from(r.get::<_, String>(17)?.as_str()),
        language: r.get(18)?,
        url: r.get(19)?,
        dismissed: r.get(20)?,
        conflicts: list(21)?,
        worth: r.get(22)?,
        reasons: list(23)?.iter().filter_map(|code| code.parse().ok()).collect(),
    })
}
