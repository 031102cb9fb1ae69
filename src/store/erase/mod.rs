//! Erasures: what a person decided of each, what is erased here for good, and the taking out of it.

use super::{Connection, Result, row, rows, run};
use rusqlite::params;

/// Memory for pages while a file is rewritten, in negative KiB.
const SWEEP_CACHE: i64 = -8192;

/// What a person decided of an erasure in this copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A merge brought it: nobody has decided yet.
    Waiting,
    /// It was refused here.
    Refused,
    /// Its content is out; free pages, search index and backups may still hold some.
    Done,
    /// Nothing beside the casebook that can be reached holds any of it.
    Swept,
}

impl State {
    const ALL: [State; 4] = [State::Waiting, State::Refused, State::Done, State::Swept];

    /// As it stands in the file.
    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Refused => "refused",
            State::Done => "done",
            State::Swept => "swept",
        }
    }

    /// By its word.
    pub fn of(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the content is out.
    pub fn is_done(self) -> bool {
        matches!(self, State::Done | State::Swept)
    }
}

/// An erasure as it stands in the file.
#[derive(Debug, Clone)]
pub struct ErasureRow {
    /// Local number of its entry.
    pub entry: i64,
    /// What was decided.
    pub state: State,
    /// The entry's kind: anything but an erasure's is a fault.
    pub kind: String,
    /// Clock.
    pub at: i64,
    /// Hash of the entry.
    pub hash: [u8; 32],
    /// Local number of the checker.
    pub checker: i64,
    /// What was named.
    pub subject: String,
    /// JSON of its first part; none where that is not here.
    pub body: Option<String>,
    /// Whether it was written in this copy of the file.
    pub here: bool,
}

/// All erasures, in the order in which they were written.
pub fn all(conn: &Connection) -> Result<Vec<ErasureRow>> {
    rows(conn, include_str!("all.sql"), [], |r| {
        let code: String = r.get(1)?;
        let state = State::of(&code);
        Ok(ErasureRow {
            entry: r.get(0)?,
            state: state.unwrap_or(State::Waiting),
            kind: r.get(2)?,
            at: r.get(3)?,
            hash: r.get(4)?,
            checker: r.get(5)?,
            subject: r.get(6)?,
            body: r.get(7)?,
            here: r.get(8)?,
        })
    })
}

/// What somebody decided of an erasure: the kind of the entry, its JSON, and whether it was written in this copy.
pub type Decision = (String, Option<String>, bool);

/// All that was decided of erasures of this.
pub fn decisions(conn: &Connection, what: &str) -> Result<Vec<Decision>> {
    rows(conn, include_str!("decisions.sql"), [what], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// Ids of those in the list of what is erased of which it is neither said that they are whole nor that they are not.
pub fn strange(conn: &Connection) -> Result<Vec<String>> {
    rows(conn, include_str!("strange.sql"), [], |r| r.get(0))
}

/// How many wait for a person.
pub fn waiting(conn: &Connection) -> Result<u64> {
    Ok(row(conn, include_str!("waiting.sql"), [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// Notes what is decided of an erasure.
pub fn decide(conn: &Connection, entry: i64, state: State) -> Result<()> {
    run(conn, include_str!("decide.sql"), params![entry, state.code()]).map(drop)
}

/// Whether a content that was taken out may still lie in free pages or backups.
pub fn is_unswept(conn: &Connection) -> Result<bool> {
    Ok(row(conn, include_str!("unswept.sql"), [], |_| Ok(()))?.is_some())
}

/// Notes that nothing lies there any more.
pub fn swept(conn: &Connection) -> Result<()> {
    run(conn, include_str!("swept.sql"), []).map(drop)
}

/// Notes that something lies there again, which a merge brought and which was taken out.
pub fn unsweep(conn: &Connection) -> Result<()> {
    run(conn, include_str!("unsweep.sql"), []).map(drop)
}

/// Whether anything is erased here.
pub fn is_any(conn: &Connection) -> Result<bool> {
    Ok(row(conn, "SELECT 1 FROM erased LIMIT 1", [], |_| Ok(()))?.is_some())
}

/// Whether a subject is erased here, and whether whole.
pub fn is_erased(conn: &Connection, subject: i64) -> Result<Option<bool>> {
    row(conn, include_str!("is_erased.sql"), [subject], |r| r.get(0))
}

/// The subjects erased here: local number, id, and whether whole.
pub fn subjects(conn: &Connection) -> Result<Vec<(i64, String, bool)>> {
    rows(conn, include_str!("subjects.sql"), [], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// Notes that a subject is erased here for good.
pub fn mark(conn: &Connection, subject: i64, whole: bool) -> Result<()> {
    run(conn, include_str!("mark.sql"), params![subject, whole]).map(drop)
}

/// What hangs on a claim: evidence, verdicts, comments.
pub fn on_claim(conn: &Connection, claim: i64) -> Result<Vec<(i64, String)>> {
    rows(conn, include_str!("on_claim.sql"), [claim], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// Local numbers of the entries whose kind is that of an erasure, or which are kept as one, and which are not both.
pub fn unlike(conn: &Connection) -> Result<Vec<i64>> {
    rows(conn, include_str!("unlike.sql"), [], |r| r.get(0))
}

/// Ids of subjects of which a part is erased and which are not kept as erased; none where a number names nothing.
pub fn unaccounted(conn: &Connection) -> Result<Vec<Option<String>>> {
    rows(conn, include_str!("unaccounted.sql"), [], |r| r.get(0))
}

/// Whether a part of a subject is erased.
pub fn has_erased_part(conn: &Connection, subject: i64) -> Result<bool> {
    Ok(row(conn, include_str!("has_erased.sql"), [subject], |r| r.get(0))?.unwrap_or(false))
}

/// A part as an erasure looks at it.
#[derive(Debug, Clone)]
pub struct HeldPart {
    /// Local number of its entry.
    pub entry: i64,
    /// Its number in it.
    pub n: i64,
    /// Kind of the entry.
    pub kind: String,
    /// `present` or `withheld`.
    pub state: String,
    /// JSON.
    pub body: Option<String>,
    /// Local number of a blob.
    pub blob: Option<i64>,
}

/// The parts of a subject that are not erased, in the order of their entries.
pub fn parts(conn: &Connection, subject: i64) -> Result<Vec<HeldPart>> {
    rows(conn, include_str!("parts.sql"), [subject], |r| {
        Ok(HeldPart {
            entry: r.get(0)?,
            n: r.get(1)?,
            kind: r.get(2)?,
            state: r.get(3)?,
            body: r.get(4)?,
            blob: r.get(5)?,
        })
    })
}

/// Takes salt and content out of a part.
pub fn take_out(conn: &Connection, entry: i64, n: i64) -> Result<()> {
    run(conn, include_str!("take_out.sql"), params![entry, n]).map(drop)
}

/// Of these blobs, drops those that no part speaks of any more.
pub fn drop_blobs(conn: &Connection, blobs: &[i64]) -> Result<()> {
    if blobs.is_empty() {
        return Ok(());
    }
    let unused: Vec<i64> =
        rows(conn, include_str!("unused_blobs.sql"), [serde_json::Value::from(blobs).to_string()], |r| {
            r.get(0)
        })?;
    for blob in unused {
        run(conn, include_str!("../journal/chunk_drop.sql"), [blob])?;
        run(conn, include_str!("../journal/blob_drop.sql"), [blob])?;
    }
    Ok(())
}

/// Ids of the subjects that speak of one of these blobs.
pub fn holders(conn: &Connection, blobs: &[i64]) -> Result<Vec<String>> {
    let blobs = serde_json::Value::from(blobs).to_string();
    rows(conn, include_str!("holders.sql"), [blobs], |r| r.get(0))
}

/// Ids of up to `limit` claims whose words, or a translation, hold this text, and of the documents whose title does.
pub fn mentions(conn: &Connection, text: &str, limit: usize) -> Result<Vec<String>> {
    rows(conn, include_str!("mentions.sql"), params![text, limit as i64], |r| r.get(0))
}

/// A page of the documents' texts after one: local number and id of the document, and its text's blob.
pub fn texts(conn: &Connection, after: i64) -> Result<Vec<(i64, String, i64)>> {
    rows(conn, include_str!("texts.sql"), [after], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
}

/// Checkers other than one, who wrote in this casebook: each id and the name to show.
pub fn others(conn: &Connection, but: &str) -> Result<Vec<String>> {
    rows(conn, include_str!("others.sql"), [but], |r| r.get(0))
}

/// Rewrites the whole file, so that nothing but what is in its tables is in it. The search index is merged first: it
/// keeps the words of what was taken out of it until then.
///
/// SQLite's own temporary file lies in the folder given, which the caller removes.
pub fn sweep(conn: &Connection, within: &std::path::Path) -> Result<()> {
    conn.execute_batch(include_str!("optimize.sql"))?;
    // A copy in memory would grow with the casebook; with a small cache it goes to the file.
    let cache: i64 = conn.pragma_query_value(None, "cache_size", |r| r.get(0))?;
    conn.pragma_update(None, "cache_size", SWEEP_CACHE)?;
    conn.pragma_update(None, "temp_store", "FILE")?;
    let swept = (|| {
        conn.pragma_update(None, "temp_store_directory", within.to_string_lossy().as_ref())?;
        conn.pragma_update(None, "cache_spill", "ON")?;
        conn.execute_batch("VACUUM")
    })();
    conn.pragma_update(None, "cache_spill", "OFF")?;
    conn.pragma_update(None, "temp_store_directory", "")?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", cache)?;
    swept
}

/// Whether another file, a casebook of any format, holds parts of one of these subjects. Only read.
pub fn holds(path: &std::path::Path, ids: &[String]) -> Result<bool> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    let ids = serde_json::Value::from(ids.to_vec()).to_string();
    let held: bool = conn.query_row(include_str!("holds.sql"), [ids], |r| r.get(0))?;
    Ok(held)
}
