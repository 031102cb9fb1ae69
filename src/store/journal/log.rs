//! Lines of the log, as the journal holds them.

use super::super::{Connection, Result, rows};

/// A part as the log shows it.
#[derive(Debug, Clone)]
pub struct LogRow {
    /// Clock.
    pub at: i64,
    /// Local number of the checker.
    pub checker: i64,
    /// The action's UUID.
    pub action: String,
    /// Kind of the entry.
    pub kind: String,
    /// Id of the subject.
    pub subject: String,
    /// JSON; none where the part is withheld or erased.
    pub body: Option<String>,
    /// `present`, `withheld` or `erased`.
    pub state: String,
}

/// The log of one subject with what hangs on it, or of all; newest first.
pub fn log(conn: &Connection, subject: Option<i64>, limit: usize) -> Result<Vec<LogRow>> {
    let read = |r: &rusqlite::Row| {
        Ok(LogRow {
            at: r.get(2)?,
            checker: r.get(3)?,
            action: r.get(4)?,
            kind: r.get(5)?,
            subject: r.get(6)?,
            body: r.get(7)?,
            state: r.get(8)?,
        })
    };
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    match subject {
        Some(num) => rows(conn, include_str!("log_subject.sql"), [num, limit], read),
        None => rows(conn, include_str!("log_all.sql"), [limit], read),
    }
}
