//! Rows of the journal: sittings, entries, parts, and the reading of them.

mod adding;
mod blob;
mod conflict;
mod in_order;
mod log;
mod merge;

pub use adding::{Adding, NewPart};
pub use blob::{Blob, CHUNK, blob_at, blob_of, chunk_data, put_bytes, put_reader, put_stored, read_blob};
pub use conflict::{SideRow, contested, sides};
pub use in_order::{Entries, Parts, parts_of_subject, parts_statement};
pub use log::{LogRow, log};
pub use merge::{
    Withheld, add_foreign_sitting, add_loose_end, add_raw_entry, copy_blob, drop_loose_end, extend_sitting,
    fill_part, hash_at, is_named_later, loose_ends, openings, sitting_by_id, spill, withheld,
};

use super::{Connection, Result, row, rows, run};
use rusqlite::params;

/// The local number of a subject, if it was ever spoken of.
pub fn subject(conn: &Connection, id: &str) -> Result<Option<i64>> {
    row(conn, include_str!("subject_get.sql"), [id], |r| r.get(0))
}

/// The local number of a subject, given one if it has none; whether it is new. For those that mostly are there.
pub fn subject_or_new(conn: &Connection, id: &str) -> Result<(i64, bool)> {
    match subject(conn, id)? {
        Some(num) => Ok((num, false)),
        None => new_subject_or(conn, id),
    }
}

/// The same for those that mostly are new.
pub fn new_subject_or(conn: &Connection, id: &str) -> Result<(i64, bool)> {
    Adding::on(conn)?.subject(id)
}

/// The public id of a local number.
pub fn subject_id(conn: &Connection, num: i64) -> Result<Option<String>> {
    row(conn, include_str!("subject_id.sql"), [num], |r| r.get(0))
}

/// At most four ids that begin so.
pub fn subjects_with_prefix(conn: &Connection, prefix: &str) -> Result<Vec<String>> {
    rows(conn, include_str!("subject_prefix.sql"), [prefix], |r| r.get(0))
}

/// A page of all subjects, by local number.
pub fn subjects_page(conn: &Connection, after: i64, limit: i64) -> Result<Vec<(i64, String)>> {
    rows(conn, include_str!("subjects_page.sql"), [after, limit], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// The last subject, by local number; 0 where there is none.
pub fn last_subject(conn: &Connection) -> Result<i64> {
    Ok(row(conn, include_str!("subject_last.sql"), [], |r| r.get(0))?.unwrap_or(0))
}

/// How many subjects there are.
pub fn count_subjects(conn: &Connection) -> Result<u64> {
    Ok(row(conn, include_str!("subjects_count.sql"), [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// How many entries there are.
pub fn count_entries(conn: &Connection) -> Result<u64> {
    Ok(row(conn, include_str!("entries_count.sql"), [], |r| super::size(r, 0))?.unwrap_or(0))
}

/// Begins a sitting whose first entry has this hash.
pub fn add_sitting(conn: &Connection, id: &[u8; 32], checker: i64, key: &[u8; 32]) -> Result<i64> {
    run(conn, include_str!("sitting_add.sql"), params![id, checker, key])?;
    Ok(conn.last_insert_rowid())
}

/// Notes that a sitting has come to this number.
pub fn advance_sitting(conn: &Connection, num: i64, seq: u64) -> Result<()> {
    run(conn, include_str!("sitting_advance.sql"), params![num, seq as i64]).map(drop)
}

/// The last number of a sitting, and the hash of its entry with the number asked for.
pub fn sitting_state(conn: &Connection, num: i64, seq: u64) -> Result<Option<(u64, Option<[u8; 32]>)>> {
    let Some(last) = row(conn, include_str!("entry_last_seq.sql"), [num], |r| super::size(r, 0))? else {
        return Ok(None);
    };
    let hash = row(conn, include_str!("entry_at.sql"), params![num, seq as i64], |r| r.get(0))?;
    Ok(Some((last, hash)))
}

/// Forgets, in a copy made to hand over, which sittings were this copy's own.
pub fn forget_here(conn: &Connection) -> Result<()> {
    run(conn, include_str!("not_here.sql"), []).map(drop)
}

/// An entry to be written.
pub struct NewEntry<'a> {
    /// Local number of its sitting.
    pub sitting: i64,
    /// Number within it.
    pub seq: u64,
    /// Clock.
    pub at: i64,
    /// What was done.
    pub kind: &'a str,
    /// Its action.
    pub action: &'a str,
    /// Header as hashed.
    pub header: &'a str,
    /// Hash.
    pub hash: &'a [u8; 32],
    /// Signature, on the last of a transaction.
    pub signature: Option<&'a [u8; 64]>,
}

/// Writes an entry and gives its local number.
pub fn add_entry(conn: &Connection, e: &NewEntry) -> Result<i64> {
    let signature = e.signature.map(|s| s.as_slice());
    let values = params![e.sitting, e.seq as i64, e.at, e.kind, e.action, e.header, e.hash, signature];
    run(conn, include_str!("entry_add.sql"), values)?;
    Ok(conn.last_insert_rowid())
}

/// A part that speaks of a subject.
#[derive(Debug, Clone)]
pub struct SubjectPart {
    /// Local number of its entry.
    pub entry: i64,
    /// Its number in the entry.
    pub n: i64,
    /// JSON.
    pub body: String,
    /// Clock of the entry.
    pub at: i64,
    /// Hash of the entry.
    pub hash: [u8; 32],
    /// Local number of the checker.
    pub checker: i64,
    /// Their public key.
    pub key: [u8; 32],
}

/// All parts that speak of a subject, in the order that chooses what is shown, each with the header of the entry
/// that opened its sitting.
pub fn parts_with_opening(conn: &Connection, subject: i64) -> Result<Vec<(SubjectPart, String)>> {
    rows(conn, include_str!("parts_with_opening.sql"), [subject], |r| Ok((subject_part(r)?, r.get(9)?)))
}

fn subject_part(r: &rusqlite::Row) -> Result<SubjectPart> {
    Ok(SubjectPart {
        entry: r.get(0)?,
        n: r.get(1)?,
        body: r.get(2)?,
        at: r.get(3)?,
        hash: r.get(6)?,
        checker: r.get(7)?,
        key: r.get(8)?,
    })
}

/// The header of the entry that lies first.
pub fn first_header(conn: &Connection) -> Result<Option<String>> {
    row(conn, include_str!("first_header.sql"), [], |r| r.get(0))
}

/// The local number of the entry with this hash.
pub fn entry_by_hash(conn: &Connection, hash: &[u8; 32]) -> Result<Option<i64>> {
    row(conn, include_str!("entry_by_hash.sql"), [hash], |r| r.get(0))
}

/// A part of an action: its entry's hash, its number, subject and body.
pub type ActionPart = ([u8; 32], i64, String, String);

/// The parts of an action in the order in which they were written.
pub fn parts_of_action(conn: &Connection, action: &str) -> Result<Vec<ActionPart>> {
    rows(conn, include_str!("parts_of_action.sql"), [action], |r| {
        Ok((r.get(3)?, r.get(1)?, r.get(4)?, r.get(2)?))
    })
}

/// Whether anything is left of what an action said: not where all of it is erased or withheld.
pub fn says_anything(conn: &Connection, action: &str) -> Result<bool> {
    Ok(row(conn, include_str!("says_anything.sql"), [action], |r| r.get(0))?.unwrap_or(false))
}

/// The body of a part, by its entry's hash.
pub fn part_body(conn: &Connection, hash: &[u8; 32], n: i64) -> Result<Option<String>> {
    Ok(row(conn, include_str!("part_body.sql"), params![hash, n], |r| r.get(0))?.flatten())
}

/// The bodies by which a subject may have come into being, in the order that chooses what is shown, each with the key
/// that its entry was written with.
pub fn origin_bodies(conn: &Connection, subject: i64) -> Result<Vec<(String, [u8; 32])>> {
    rows(conn, include_str!("origin_bodies.sql"), [subject], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// An action of a checker, found by [`actions_back`].
#[derive(Debug, Clone)]
pub struct ActionRow {
    /// Local number of its last entry.
    pub entry: i64,
    /// Its UUID.
    pub action: String,
    /// The kind of its last entry.
    pub kind: String,
    /// The header of its last entry.
    pub header: String,
}

/// The actions of up to a hundred entries of a checker in this copy before one, latest first; an action of
/// several entries comes several times.
pub fn actions_back(conn: &Connection, checker: i64, before: i64) -> Result<Vec<ActionRow>> {
    rows(conn, include_str!("actions_back.sql"), [checker, before], action_row)
}

/// One action.
pub fn action(conn: &Connection, id: &str) -> Result<Option<ActionRow>> {
    row(conn, include_str!("action_get.sql"), [id], action_row)
}

fn action_row(r: &rusqlite::Row) -> Result<ActionRow> {
    Ok(ActionRow { entry: r.get(0)?, action: r.get(1)?, kind: r.get(2)?, header: r.get(3)? })
}

/// Hashes of the entries that no entry names yet.
pub fn frontier(conn: &Connection) -> Result<Vec<[u8; 32]>> {
    rows(conn, include_str!("frontier_get.sql"), [], |r| r.get(0))
}

/// Makes one entry the whole frontier.
pub fn set_frontier(conn: &Connection, entry: i64) -> Result<()> {
    run(conn, include_str!("frontier_clear.sql"), [])?;
    run(conn, include_str!("frontier_add.sql"), [entry]).map(drop)
}

/// The highest clock seen.
pub fn clock(conn: &Connection) -> Result<i64> {
    Ok(row(conn, include_str!("clock_get.sql"), [], |r| r.get(0))?.unwrap_or(0))
}

/// Notes the highest clock seen.
pub fn set_clock(conn: &Connection, at: i64) -> Result<()> {
    run(conn, include_str!("clock_set.sql"), [at]).map(drop)
}

/// The heads of a field, the one shown last: entry hash and part number of each.
pub fn heads(conn: &Connection, subject: i64, field: &str) -> Result<Vec<([u8; 32], i64)>> {
    rows(conn, include_str!("heads.sql"), params![subject, field], |r| Ok((r.get(0)?, r.get(1)?)))
}

/// Replaces all heads of a subject.
pub fn put_heads(conn: &Connection, subject: i64, heads: &[(&str, i64, i64)]) -> Result<()> {
    run(conn, include_str!("head_clear.sql"), [subject])?;
    for (field, entry, n) in heads {
        run(conn, include_str!("head_add.sql"), params![subject, field, entry, n])?;
    }
    Ok(())
}

/// Calls `each` with (sitting, number, hash) of every entry, sorted.
pub fn each_entry_hash(conn: &Connection, mut each: impl FnMut(&[u8; 32], u64, &[u8; 32])) -> Result<()> {
    let mut statement = conn.prepare_cached(include_str!("head_hashes.sql"))?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        each(&r.get(0)?, super::size(r, 1)?, &r.get(2)?);
    }
    Ok(())
}

/// Calls `each` with number, sitting, hash, whether it is signed, and header of every entry, in the order in which they lie.
pub fn each_turn(conn: &Connection, mut each: impl FnMut(i64, i64, [u8; 32], bool, &str)) -> Result<()> {
    let mut statement =
        conn.prepare("SELECT num, sitting, hash, signature IS NOT NULL, header FROM entry ORDER BY num")?;
    let mut found = statement.query([])?;
    while let Some(r) = found.next()? {
        each(r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?, r.get_ref(4)?.as_str()?);
    }
    Ok(())
}

/// Local numbers of the sittings that were written in this copy.
pub fn here(conn: &Connection) -> Result<Vec<i64>> {
    rows(conn, "SELECT num FROM sitting WHERE here = 1", [], |r| r.get(0))
}

/// Notes that one was not.
pub fn is_not_here(conn: &Connection, sitting: i64) -> Result<()> {
    run(conn, "UPDATE sitting SET here = 0 WHERE num = ?1", [sitting]).map(drop)
}

/// Empties every table that the journal is folded into; the search index stays.
pub fn clear_projection(conn: &Connection) -> Result<()> {
    conn.execute_batch(include_str!("projection_clear.sql"))
}
