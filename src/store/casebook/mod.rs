//! The casebook's own row and its scale.

use super::{Cell, Connection, Result, row, rows, run, text};
use crate::model::{Publisher, Rating, Scale};
use rusqlite::{params, params_from_iter};

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

impl CasebookRow {
    /// Its cells in the order of the table's columns.
    pub fn cells(&self, num: i64) -> [Cell<'_>; 5] {
        let CasebookRow { id, publisher, scale } = self;
        [num.into(), text(id), text(&publisher.name), text(&publisher.url), text(scale)]
    }
}

/// Writes the casebook's own row.
pub fn put(conn: &Connection, num: i64, casebook: &CasebookRow) -> Result<()> {
    run(conn, include_str!("put.sql"), params_from_iter(casebook.cells(num))).map(drop)
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

/// The ratings of the scale, each with its position.
pub fn ratings(conn: &Connection) -> Result<Vec<(i64, Rating)>> {
    rows(conn, include_str!("ratings.sql"), [], |r| {
        Ok((r.get(0)?, Rating { code: r.get(1)?, ar: r.get(2)?, en: r.get(3)?, value: r.get(4)? }))
    })
}

/// The scale.
pub fn scale(conn: &Connection) -> Result<Scale> {
    let ratings = ratings(conn)?.into_iter().map(|(_, rating)| rating).collect();
    Ok(Scale { code: get(conn)?.map(|c| c.scale).unwrap_or_default(), ratings })
}
