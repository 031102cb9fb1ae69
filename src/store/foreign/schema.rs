//! Whether a file's tables are ours to the letter: nothing foreign is ever run.

use super::super::{Connection, Result, rows};
use crate::locale::Spoken;
use rusqlite::types::Value;
use std::sync::{Arc, Mutex, PoisonError};

/// The tables that the journal lies in, the same in every format so far but for [`LATER`].
pub const JOURNAL: [&str; 8] = ["subject", "sitting", "entry", "part", "blob", "chunk", "frontier", "clock"];
/// The tables of what is erased, and the first format that has them.
pub const ERASURES: [&str; 2] = ["erasure", "erased"];
pub const WITH_ERASURES: u32 = 3;
/// Indexes of theirs that files of format 1 and 2 lack: SQLite finds the same without them.
const LATER: [&str; 2] = ["entry_at", "part_withheld"];
/// The most tables, indexes and views that are looked at.
const MOST: usize = 1000;

/// A line of a schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Object {
    kind: String,
    name: String,
    table: String,
    sql: Option<String>,
}

/// The objects of an open file.
pub fn objects(conn: &Connection) -> Result<Vec<Object>> {
    rows(conn, include_str!("schema.sql"), [MOST as i64], |r| {
        let sql = match r.get(3)? {
            Value::Null => None,
            Value::Text(sql) => Some(sql),
            _ => Some(String::new()),
        };
        Ok(Object { kind: r.get(0)?, name: r.get(1)?, table: r.get(2)?, sql })
    })
}

/// The objects of a casebook of the present format.
pub fn ours() -> Result<Arc<Vec<Object>>> {
    static OURS: Mutex<Option<Arc<Vec<Object>>>> = Mutex::new(None);
    let mut ours = OURS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(ours) = &*ours {
        return Ok(ours.clone());
    }
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(include_str!("../../../schema.sql"))?;
    Ok(ours.insert(Arc::new(objects(&conn)?)).clone())
}

/// Whether a table of this name is there.
pub fn has_table(found: &[Object], name: &str) -> bool {
    found.iter().any(|object| object.kind == "table" && object.name == name)
}

/// What of the journal's tables is not as it must be, or lies on a table and should not.
pub fn strange_journal(found: &[Object], ours: &[Object]) -> Option<Spoken> {
    if found.len() >= MOST {
        return Some(crate::spoken!("strange-many", most = MOST));
    }
    let older = |object: &Object| {
        LATER.contains(&object.name.as_str()) && !found.iter().any(|o| o.name == object.name)
    };
    let journal = |object: &&Object| is_journal(&object.table) && !older(object);
    missing(found, ours.iter().filter(journal)).or_else(|| stranger(found, ours))
}

/// What of all that a casebook of the present format holds is not as it must be. The search index's own tables
/// are SQLite's, and are not looked at.
pub fn strange_tables(found: &[Object], ours: &[Object]) -> Option<Spoken> {
    missing(found, ours.iter().filter(|object| !object.name.starts_with("search_")))
}

/// The same of what rows are stored in.
pub fn strange_stored(found: &[Object], ours: &[Object]) -> Option<Spoken> {
    let stored = |object: &&Object| object.kind != "view" && !object.name.starts_with("search_");
    missing(found, ours.iter().filter(stored))
}

fn missing<'a>(found: &[Object], wanted: impl Iterator<Item = &'a Object>) -> Option<Spoken> {
    for object in wanted {
        if !found.contains(object) {
            let there = found.iter().find(|o| o.name.eq_ignore_ascii_case(&object.name));
            return Some(match there {
                None => crate::spoken!("strange-missing", kind = &object.kind, name = &object.name),
                Some(o) if o.kind != object.kind => {
                    crate::spoken!("strange-is-a", name = &object.name, kind = &o.kind)
                }
                Some(_) => crate::spoken!("strange-made", kind = &object.kind, name = &object.name),
            });
        }
    }
    None
}

/// A trigger or an index that is not ours, wherever it says it lies: both can run what a stranger wrote.
fn stranger(found: &[Object], ours: &[Object]) -> Option<Spoken> {
    let strange = |object: &&Object| match object.kind.as_str() {
        "trigger" => true,
        "index" => !ours.contains(object) && (object.sql.is_some() || is_journal(&object.table)),
        "table" => is_journal(&object.name) && !ours.contains(object),
        _ => is_journal(&object.name),
    };
    // An index that format 1 had and the present one has not would have to be named here.
    let known = |object: &&Object| object.kind == "index" && is_ours_by_name(object, ours);
    let found = found.iter().filter(|o| !known(o)).find(strange)?;
    Some(crate::spoken!("strange-not-ours", kind = &found.kind, name = &found.name))
}

/// An index of the projection, whose form an upgrade may have changed; nothing reads by it here.
fn is_ours_by_name(object: &Object, ours: &[Object]) -> bool {
    !is_journal(&object.table) && ours.iter().any(|o| o.name == object.name && o.table == object.table)
}

fn is_journal(table: &str) -> bool {
    JOURNAL.iter().any(|name| name.eq_ignore_ascii_case(table))
}
