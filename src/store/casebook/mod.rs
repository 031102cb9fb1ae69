//! The casebook's own row and its scale.

use super::{Connection, Result, row, rows, run};
use crate::model::{Publisher, Rating, Scale};
use rusqlite::params;

/// The casebook's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasebookRow {
    /// Its id.
    pub id: String,
    /// Who publishes from it.
    pub publisher: Publisher,
    /// The scale's name.
    pub scale: String,
}

/// Writes the casebook's own row.
pub fn put(conn: &Connection, num: i64, casebook: &CasebookRow) -> Result<()> {
    let CasebookRow { id, publisher, scale } = casebook;
    run(conn, include_str!("put.sql"), params![num, id, publisher.name, publisher.url, scale]).map(drop)
}

/// The casebook's own row.
pub fn get(conn: &Connection) -> Result<Option<CasebookRow>> {
    row(conn, include_str!("get.sql"), [], |r| {
        Ok(CasebookRow {
            id: r.get(0)?,
            publisher: Publisher { name: r.get(1)?, url: r.get(2)? },
            scale: r.get(3)?,
        })
    })
}

/// Replaces the scale's ratings.
pub fn put_scale(conn: &Connection, scale: &Scale) -> Result<()> {
    run(conn, include_str!("rating_clear.sql"), [])?;
    for (position, r) in scale.ratings.iter().enumerate() {
        run(conn, include_str!("rating_put.sql"), params![position as i64, r.code, r.ar, r.en, r.value])?;
    }
    Ok(())
}

/// The scale.
pub fn scale(conn: &Connection) -> Result<Scale> {
    let ratings = rows(conn, include_str!("ratings.sql"), [], |r| {
        Ok(Rating { code: r.get(0)?, ar: r.get(1)?, en: r.get(2)?, value: r.get(3)? })
    })?;
    Ok(Scale { code: get(conn)?.map(|c| c.scale).unwrap_or_default(), ratings })
}
