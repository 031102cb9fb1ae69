//! Claims: rows, pages of lists.

mod page;

pub use page::{after, before, count, rank};

use super::{Connection, Result, row, rows, run};
use crate::model::{Claim, Id, Standing};
use rusqlite::{Row, params};

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
    pub hidden: bool,
    pub found: bool,
}

/// Writes a claim's row; status and verdict are filled in by [`set_standing`].
pub fn put(conn: &Connection, c: &ClaimRow) -> Result<()> {
    let list = |items: &[String]| serde_json::Value::from(items.to_vec()).to_string();
    // Newest document first, so smaller is later; a claim without document takes its own place among them.
    let place = -c.document.unwrap_or(c.num);
    let values = params![
        c.num,
        c.document,
        c.start.map(|n| n as i64),
        c.end.map(|n| n as i64),
        c.text,
        c.speaker,
        c.role,
        c.cue,
        list(&c.via),
        c.quote,
        c.polarity,
        c.kind,
        c.nested,
        c.confidence,
        c.said_at,
        c.translation,
        c.language,
        c.url,
        c.set_status,
        "new",
        "",
        c.dismissed,
        c.withdrawn,
        c.edited,
        list(&c.conflicts),
        c.hidden,
        place,
        c.start.map_or(-1, |n| n as i64),
        c.worth,
        list(&c.reasons),
        100 - i64::from(c.worth),
        c.found
    ];
    run(conn, include_str!("put.sql"), values).map(std::mem::drop)
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

/// Claims without a document, or whose document has not come yet.
pub fn without_document(conn: &Connection) -> Result<Vec<i64>> {
    rows(conn, include_str!("without_document.sql"), [], |r| r.get(0))
}

/// Claims that checkers judge unlike: local number, id and words.
pub fn disputed(conn: &Connection) -> Result<Vec<(i64, Id, String)>> {
    rows(conn, include_str!("disputed.sql"), [], |r| Ok((r.get(0)?, super::id(r, 1)?, r.get(2)?)))
}

/// Hides or shows the claims of a document.
pub fn hide(conn: &Connection, document: i64, hidden: bool) -> Result<()> {
    run(conn, include_str!("hide.sql"), params![document, hidden]).map(std::mem::drop)
}

/// What of a claim can be searched: words (claim, role, translation, title) and speaker.
pub fn searchable(conn: &Connection, num: i64) -> Result<Option<(String, String)>> {
    row(conn, include_str!("searchable.sql"), [num], |r| {
        let part = |n| r.get::<_, String>(n);
        Ok((format!("{}\n{}\n{}\n{}", part(0)?, part(2)?, part(3)?, part(4)?), part(1)?))
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
