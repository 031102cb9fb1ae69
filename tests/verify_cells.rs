//! Every cell of every table is changed behind the program's back: `verify` finds it, or nothing that counts is changed.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::Verified;
use hudna::model::*;
use journal_support::{World, dump, import};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::{BTreeSet, HashMap};

/// A casebook in which every table has rows, every state of an erasure, and parts in every state.
fn world() -> World {
    let world = World::new();
    world.full("case.db");
    let mut book = world.open("case.db", "key-a");
    let documents: Vec<Id> = (2..8).map(|n| import(&mut book, n)).collect();
    let edit = DocumentEdit { title: Some("Truce".into()), ..Default::default() };
    book.edit_document(&documents[0], &edit).unwrap();
    let (_, claims) = journal_support::article(2);
    book.renew(&documents[0], &claims[..1], "2:test", true).unwrap();
    let claim = |n: usize| Id::clone(&book.document_claims(&documents[n]).unwrap()[0].id);
    let claims: Vec<Id> = (0..6).map(claim).collect();
    drop(book);
    world.copy("case.db", "other.db");
    let mut other = world.open("other.db", "key-c");
    other.set_me(Some("Hadi"), None).unwrap();
    other.comment(&claims[1], "on what is erased").unwrap();
    // One is confirmed, one refused, one waits, and of one nothing was ever here.
    for what in [&claims[2], &documents[3], &claims[4], &import(&mut other, 9)] {
        other.erase(what, false, "asked").unwrap();
    }
    drop(other);
    let mut book = world.open("case.db", "key-a");
    book.erase(&claims[1], false, "asked").unwrap();
    world.merge("case.db", &["other.db"]);
    book.confirm_erasure(&claims[2]).unwrap();
    book.refuse_erasure(&claims[4], "it is public").unwrap();
    drop(book);
    for name in ["other.db", "register.csv"] {
        std::fs::remove_file(world.path(name)).unwrap();
    }
    world
}

/// What one may find in a cell instead, written by somebody with SQLite in their hands.
fn others(kind: &str, now: &Value, seen: &BTreeSet<String>) -> Vec<String> {
    let literal = |value: &Value| match value {
        Value::Null => "NULL".to_owned(),
        Value::Integer(n) => n.to_string(),
        Value::Real(x) => format!("{x:?}"),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Blob(bytes) => format!("x'{}'", bytes.iter().map(|b| format!("{b:02x}")).collect::<String>()),
    };
    let mut found = match (kind, now) {
        ("TEXT", Value::Text(text)) => vec![format!("'{}x'", text.replace('\'', "''")), "''".to_owned()],
        ("BLOB", Value::Blob(bytes)) => {
            let mut flipped = bytes.clone();
            flipped.iter_mut().take(1).for_each(|byte| *byte ^= 1);
            vec![literal(&Value::Blob(flipped)), "x''".to_owned(), format!("zeroblob({})", bytes.len())]
        }
        (_, Value::Integer(n)) => vec![(n + 1).to_string(), (n - 1).to_string(), "0".into(), "99999".into()],
        (_, Value::Real(x)) => vec![format!("{:?}", x / 2.0)],
        ("BLOB", _) => vec!["zeroblob(16)".into(), "zeroblob(64)".into()],
        ("TEXT", _) => vec!["'x'".into()],
        _ => vec!["1".into()],
    };
    found.push("NULL".into());
    // What stands elsewhere in the column: another state, another's number, another's words.
    found.extend(seen.iter().take(8).cloned());
    let now = literal(now);
    found.retain(|other| *other != now);
    found.sort();
    found.dedup();
    found
}

/// A table: its name, its columns with their types, and what tells its rows apart.
struct Table {
    name: String,
    columns: Vec<(String, String)>,
    key: String,
}

fn tables(conn: &Connection) -> Vec<Table> {
    let names = "SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
        AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut names = conn.prepare(names).unwrap();
    let names = names.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get::<_, bool>(1)?)));
    let table = |(name, without_rowid): (String, bool)| {
        let mut columns = conn.prepare("SELECT name, type, pk FROM pragma_table_info(?)").unwrap();
        let columns = columns.query_map([&name], |r| Ok(((r.get(0)?, r.get(1)?), r.get::<_, i64>(2)?)));
        let columns: Vec<((String, String), i64)> = columns.unwrap().map(Result::unwrap).collect();
        let keys: Vec<&str> = columns.iter().filter(|c| c.1 > 0).map(|c| c.0.0.as_str()).collect();
        let key = if without_rowid { keys.join(", ") } else { "rowid".to_owned() };
        Table { name, columns: columns.into_iter().map(|(column, _)| column).collect(), key }
    };
    names.unwrap().map(|name| table(name.unwrap())).collect()
}

impl Table {
    /// Each row: what it is told by, and one of its values.
    fn rows(&self, conn: &Connection, value: &str) -> Vec<(String, Value)> {
        let quoted: Vec<String> = self.key.split(", ").map(|key| format!("quote(\"{key}\")")).collect();
        let (name, key, at) = (&self.name, &self.key, quoted.join(" || ', ' || "));
        let rows = format!("SELECT '({key}) = (' || {at} || ')', {value} FROM {name}");
        let mut rows = conn.prepare(&rows).unwrap();
        rows.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect()
    }

    /// What stands in a column, and of the clock what its entries have.
    fn seen(&self, conn: &Connection, column: &str) -> BTreeSet<String> {
        let all = match (self.name.as_str(), column) {
            ("clock", "at") => {
                "SELECT quote(e.at) FROM entry e JOIN sitting t ON t.num = e.sitting WHERE t.here = 1".into()
            }
            (name, _) => format!("SELECT DISTINCT quote(\"{column}\") FROM {name}"),
        };
        let mut all = conn.prepare(&all).unwrap();
        all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

/// Every cell with everything that one may find there instead.
fn changes(conn: &Connection) -> Vec<Change> {
    let mut found = Vec::new();
    for table in tables(conn) {
        for (column, kind) in &table.columns {
            let seen = table.seen(conn, column);
            for (at, now) in table.rows(conn, &format!("\"{column}\"")) {
                for other in others(kind, &now, &seen) {
                    let statement = format!("UPDATE {} SET \"{column}\" = {other} WHERE {at}", table.name);
                    let (table, column) = (table.name.clone(), column.clone());
                    found.push(Change { table, column, other, statement });
                }
            }
        }
    }
    found
}

/// What is this copy's own to say and hangs on nothing that is signed: that undo may no longer reach a sitting.
fn is_own_to_say(change: &Change) -> bool {
    (change.table.as_str(), change.column.as_str(), change.other.as_str()) == ("sitting", "here", "0")
}

/// A value put into one cell.
struct Change {
    table: String,
    column: String,
    other: String,
    statement: String,
}

/// Does it behind the program's back; whether it can be done at all, and whether it is found or changes nothing.
fn is_found(world: &World, statement: &str, before: &[String]) -> Option<bool> {
    world.copy("case.db", "changed.db");
    let conn = world.raw("changed.db");
    conn.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
    // Some values no hand can put there: the type or the key forbids it.
    conn.execute(statement, []).ok().filter(|rows| *rows == 1)?;
    drop(conn);
    // That something erased is not cleared yet is no fault, and is said.
    let found = |verified: Verified| !verified.faults.is_empty() || verified.unswept;
    let found = world.verify("changed.db").map_or(true, found);
    Some(found || dump(&world.path("changed.db"), |_| true).unwrap() == before)
}

/// A number given to an id of which nothing is said is left out: the program leaves such behind itself, and nothing
/// follows from them.
#[test]
fn rows_that_are_added_or_gone_are_found() {
    let world = world();
    let conn = world.raw("case.db");
    let mut statements = Vec::new();
    for table in tables(&conn) {
        let rows = table.rows(&conn, "1");
        let some = rows.len().div_ceil(journal_support::cases(3, 1000) as usize);
        let gone = rows.iter().step_by(some).map(|(at, _)| format!("DELETE FROM {} WHERE {at}", table.name));
        statements.extend(gone);
    }
    statements.extend([
        "INSERT INTO sitting SELECT 9999, randomblob(32), checker, key, 1, 1 FROM sitting LIMIT 1".into(),
        "INSERT INTO entry SELECT 9999, sitting, seq + 1, at + 1, kind, action, header, randomblob(32), NULL FROM entry
            WHERE num = (SELECT max(num) FROM entry)"
            .into(),
        "INSERT INTO part SELECT 9999, n, subject, state, commitment, salt, body, blob FROM part LIMIT 1".into(),
        "INSERT INTO part SELECT entry, 99, subject, 'withheld', commitment, NULL, NULL, NULL FROM part LIMIT 1".into(),
        "INSERT INTO blob VALUES (9999, randomblob(32), 0)".into(),
        "INSERT INTO chunk SELECT 9999, n, data FROM chunk LIMIT 1".into(),
        "INSERT INTO chunk SELECT blob, 1, data FROM chunk LIMIT 1".into(),
        "INSERT INTO chunk SELECT blob, 7, data FROM chunk LIMIT 1".into(),
        "INSERT INTO frontier VALUES (9999)".into(),
        "INSERT INTO frontier SELECT max(num) FROM entry GROUP BY sitting
            HAVING max(num) NOT IN (SELECT entry FROM frontier) LIMIT 1"
            .into(),
        "INSERT INTO clock VALUES (2, 1)".into(),
        "INSERT INTO erasure VALUES (9999, 'done')".into(),
        "INSERT INTO erased VALUES (9999, 1)".into(),
        "INSERT INTO erased SELECT max(num), 0 FROM subject WHERE id LIKE 'c%'".into(),
    ]);
    let before = dump(&world.path("case.db"), |_| true).unwrap();
    let missed: Vec<&String> =
        statements.iter().filter(|change| is_found(&world, change, &before) == Some(false)).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_change_of_any_cell_is_found_or_counts_for_nothing() {
    let world = world();
    world.sound("case.db");
    let changes = changes(&world.raw("case.db"));
    let before = dump(&world.path("case.db"), |_| true).unwrap();
    let tables: BTreeSet<&str> = changes.iter().map(|change| change.table.as_str()).collect();
    assert_eq!((changes.len() > 9000, tables.len()), (true, 20));
    // In a short run every so many-th of each column.
    let step = journal_support::cases(40, 1);
    let (mut of_column, mut tried, mut missed) = (HashMap::<_, u32>::new(), 0, Vec::new());
    for change in &changes {
        let at = of_column.entry((&change.table, &change.column)).or_default();
        *at += 1;
        if !(*at - 1).is_multiple_of(step) {
            continue;
        }
        let found = is_found(&world, &change.statement, &before);
        tried += u32::from(found.is_some());
        if found == Some(false) && !is_own_to_say(change) {
            missed.push(&change.statement);
        }
    }
    assert!(missed.is_empty(), "{} of {tried}: {missed:#?}", missed.len());
}
