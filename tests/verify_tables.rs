//! The tables are compared with the journal cell by cell, and a rebuild finds the same.
#![allow(missing_docs, clippy::unwrap_used)]

mod journal_support;

use journal_support::World;
use rusqlite::Connection;
use std::collections::BTreeSet;

const TABLES: [&str; 10] = [
    "casebook",
    "rating",
    "checker",
    "document",
    "claim",
    "extraction",
    "evidence",
    "verdict",
    "comment",
    "head",
];

/// A full casebook in which every table has rows, one field has two heads, and a document was corrected.
fn world() -> World {
    let world = World::new();
    world.full("case.db");
    let mut book = world.open("case.db", "key-a");
    let edit = hudna::model::DocumentEdit { title: Some("Truce".into()), ..Default::default() };
    let document = book.documents().unwrap()[0].id.clone();
    book.edit_document(&document, &edit).unwrap();
    let document = journal_support::import(&mut book, 2);
    // Found again by other rules: of its two claims one is not there any more, and somebody has touched neither.
    let (_, claims) = journal_support::article(2);
    book.renew(&document, &claims[..1], "2:test", true).unwrap();
    world
}

/// Each column of each table, and a statement that changes it in the last row alone.
fn changes(conn: &Connection) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for table in TABLES {
        let mut columns = conn.prepare("SELECT name, type FROM pragma_table_info(?)").unwrap();
        let columns = columns.query_map([table], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?)));
        let last = match table {
            "head" => {
                "(subject, field) = (SELECT subject, field FROM head ORDER BY subject DESC, field DESC LIMIT 1)"
            }
            "extraction" => "(document, entry) = (SELECT max(document), max(entry) FROM extraction)",
            "rating" => "position = (SELECT max(position) FROM rating)",
            _ => "num = (SELECT max(num) FROM {})",
        };
        let last = last.replace("{}", table);
        for (column, kind) in columns.unwrap().map(|column| column.unwrap()) {
            let other = match kind.as_str() {
                "TEXT" => format!("\"{column}\" || 'x'"),
                "BLOB" => "randomblob(32)".into(),
                _ => format!("coalesce(\"{column}\", 0) + 1"),
            };
            found.push((table, format!("UPDATE {table} SET \"{column}\" = {other} WHERE {last}")));
        }
        found.push((table, format!("DELETE FROM {table} WHERE {last}")));
    }
    let own = |kind: &str| format!("(SELECT num FROM subject WHERE id LIKE '{kind}%' ORDER BY num LIMIT 1)");
    found.push((
        "comment",
        format!("INSERT INTO comment SELECT {}, claim, text, at, checker, '' FROM comment LIMIT 1", own("d")),
    ));
    found.push((
        "comment",
        "INSERT INTO comment SELECT -5, claim, text, at, checker, '' FROM comment LIMIT 1".into(),
    ));
    found.push(("head", format!("INSERT INTO head VALUES ({}, 'role', 2, 0)", own("d"))));
    found.push(("head", "INSERT INTO head VALUES (999999, 'role', 2, 0)".into()));
    found.push(("rating", "INSERT INTO rating VALUES (99, 'sealed', 'س', 's', NULL)".into()));
    found
}

#[test]
fn a_change_of_any_cell_is_found_and_a_rebuild_mends_it() {
    let world = world();
    world.sound("case.db");
    let changes = changes(&world.raw("case.db"));
    assert!(changes.len() > 100);
    for (table, change) in changes {
        std::fs::copy(world.path("case.db"), world.path("changed.db")).unwrap();
        assert_eq!(world.raw("changed.db").execute(&change, []).unwrap(), 1, "{change}");
        let found: BTreeSet<String> = world
            .verify("changed.db")
            .unwrap()
            .faults
            .into_iter()
            .map(|fault| fault.what.to_string())
            .collect();
        let named = format!("the table {table} is not what the journal adds up to");
        assert!(found.contains(&named), "{change}: {found:?}");
        let different = world.open("changed.db", "key-a").rebuild(&mut |_, _| true).unwrap().different;
        assert!(different.contains(&table.to_owned()), "{change}: {different:?}");
        world.sound("changed.db");
    }
}
