//! Documents.

use super::{Cell, Connection, Result, optional, row, rows, run, text};
use crate::model::{Document, Id};
use rusqlite::{Row, params_from_iter};

/// A document's row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct DocumentRow {
    pub num: i64,
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub url: String,
    pub address: String,
    pub published: String,
    pub language: String,
    pub media_type: String,
    pub encoding: String,
    pub sha256: String,
    pub text_sha256: String,
    pub size: u64,
    pub length: u64,
    pub imported_at: i64,
    pub imported_by: i64,
    pub previous: Option<i64>,
    pub withdrawn: String,
    pub text: Option<i64>,
    pub bytes: Option<i64>,
    pub blanked: u64,
}

impl DocumentRow {
    /// Its cells in the order of the table's columns.
    pub fn cells(&self) -> [Cell<'_>; 21] {
        [
            self.num.into(),
            text(&self.title),
            text(&self.outlet),
            text(&self.author),
            text(&self.url),
            text(&self.address),
            text(&self.published),
            text(&self.language),
            text(&self.media_type),
            text(&self.encoding),
            text(&self.sha256),
            text(&self.text_sha256),
            (self.size as i64).into(),
            (self.length as i64).into(),
            optional(self.text),
            optional(self.bytes),
            (self.blanked as i64).into(),
            self.imported_at.into(),
            self.imported_by.into(),
            optional(self.previous),
            text(&self.withdrawn),
        ]
    }
}

/// Writes a document's row: in place where it is there, since claims point at it.
pub fn put(conn: &Connection, row: &DocumentRow) -> Result<()> {
    let sql = if exists(conn, row.num)? { include_str!("update.sql") } else { include_str!("put.sql") };
    run(conn, sql, params_from_iter(row.cells())).map(std::mem::drop)
}

/// Whether the document is there.
pub fn exists(conn: &Connection, num: i64) -> Result<bool> {
    Ok(row(conn, include_str!("exists.sql"), [num], |_| Ok(()))?.is_some())
}

/// Its title and why it was withdrawn.
pub fn title_and_withdrawn(conn: &Connection, num: i64) -> Result<Option<(String, String)>> {
    row(conn, include_str!("title_withdrawn.sql"), [num], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// The document that came last from an address and was not withdrawn.
pub fn latest_at(conn: &Connection, address: &str) -> Result<Option<Id>> {
    row(conn, include_str!("latest_at.sql"), [address], |r| super::id(r, 0))
}

/// A blob that speaks of a document: its place in the journal, its local number and its SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct DocumentBlob {
    pub entry: i64,
    pub n: i64,
    pub blob: i64,
    pub sha256: [u8; 32],
}

/// The blobs that speak of a document, in the order that chooses what is shown.
pub fn blobs(conn: &Connection, num: i64) -> Result<Vec<DocumentBlob>> {
    rows(conn, include_str!("blobs.sql"), [num], |r| {
        Ok(DocumentBlob { entry: r.get(0)?, n: r.get(1)?, blob: r.get(2)?, sha256: r.get(3)? })
    })
}

/// The blobs that a document's text and its bytes as received are read from.
pub fn kept(conn: &Connection, id: &Id) -> Result<Option<(Option<i64>, Option<i64>)>> {
    row(conn, include_str!("kept.sql"), [id.as_str()], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// One document.
pub fn get(conn: &Connection, id: &Id) -> Result<Option<Document>> {
    let sql = concat!(include_str!("select.sql"), "WHERE s.id = ?1");
    row(conn, sql, [id.as_str()], read)
}

/// All documents, newest import first.
pub fn all(conn: &Connection) -> Result<Vec<Document>> {
    let sql = concat!(include_str!("select.sql"), "ORDER BY d.num DESC");
    rows(conn, sql, [], read)
}

/// Takes away a document's row.
pub fn drop(conn: &Connection, num: i64) -> Result<()> {
    run(conn, include_str!("drop.sql"), [num]).map(std::mem::drop)
}

fn read(r: &Row) -> Result<Document> {
    Ok(Document {
        id: super::id(r, 0)?,
        title: r.get(1)?,
        outlet: r.get(2)?,
        author: r.get(3)?,
        url: r.get(4)?,
        published: r.get(5)?,
        language: r.get(6)?,
        media_type: r.get(7)?,
        encoding: r.get(8)?,
        sha256: r.get(9)?,
        text_sha256: r.get(10)?,
        size: super::size(r, 11)?,
        length: super::size(r, 12)?,
        imported_at: super::time(r, 13)?,
        imported_by: super::id(r, 14)?,
        previous: super::optional_id(r, 15)?,
        newer: super::optional_id(r, 16)?,
        claims: super::size(r, 17)?,
        withdrawn: r.get(18)?,
        blanked: super::size(r, 19)?,
    })
}
