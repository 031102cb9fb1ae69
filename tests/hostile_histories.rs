//! Strangers who write anything at all in entries that are rightly signed, between checkers who do their work: any order
//! of merging gives the same, what is written in the tables is what the entries add up to, and work goes on.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, MergeOptions};
use hudna::model::*;
use journal_support::{World, article, cases, done_or_refused, forge_with, import, same};
use proptest::prelude::*;

/// What is forged: what it is said of, what is said, the kind of its entry, its date, and two numbers to choose by.
type Forged = (usize, u8, usize, usize, usize, usize);

const KINDS: [&str; 10] = [
    "forged",
    "erase",
    "erase_confirm",
    "erase_refuse",
    "undo",
    "recover",
    "create",
    "whoami",
    "import",
    "key_mine",
];
const FIELDS: [&str; 12] = [
    "withdrawn",
    "dismissed",
    "span",
    "speaker",
    "via",
    "kind",
    "status",
    "name",
    "title",
    "url",
    "grade",
    "stance",
];
const VALUES: [&str; 8] = [
    "\"x\"",
    "true",
    "\"\"",
    "null",
    r#"{"start":14,"end":30,"text":"t"}"#,
    r#"["a"]"#,
    "\"published\"",
    "7",
];

fn forgeries() -> impl Strategy<Value = Vec<Forged>> {
    prop::collection::vec((0..64usize, 0..19u8, 0..KINDS.len(), 0..4usize, 0..64usize, 0..64usize), 4..24)
}

/// What there is to speak of in a casebook, and the names of what was written.
struct Pool {
    subjects: Vec<String>,
    documents: Vec<(String, String)>,
    places: Vec<(String, String)>,
    writes: Vec<String>,
    entries: Vec<String>,
    keys: Vec<(String, String)>,
}

impl Pool {
    fn of(world: &World, name: &str) -> Pool {
        let conn = world.raw(name);
        let strings = |sql: &str| -> Vec<(String, String)> {
            let mut rows = conn.prepare(sql).unwrap();
            rows.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(|row| row.unwrap()).collect()
        };
        let one = |sql: &str| strings(sql).into_iter().map(|(one, _)| one).collect::<Vec<_>>();
        let mut subjects = one("SELECT id, '' FROM subject ORDER BY num");
        for kind in IdKind::ALL {
            subjects.push(world.fresh(kind, "key-x").to_string());
            subjects.push(format!("{}0198c0ffee0070008000000000000001", kind.letter()));
        }
        subjects.push("t1".into());
        Pool {
            subjects,
            documents: strings("SELECT s.id, d.text_sha256 FROM document d JOIN subject s USING (num)"),
            places: strings(
                "SELECT s.id, p.body FROM part p JOIN subject s ON s.num = p.subject WHERE p.body LIKE '{\"claim\"%cue_span%'",
            ),
            writes: one(
                "SELECT lower(hex(e.hash)) || ':' || p.n, '' FROM part p JOIN entry e ON e.num = p.entry WHERE p.body LIKE '{\"set\"%'",
            ),
            entries: one("SELECT lower(hex(hash)), '' FROM entry"),
            keys: strings("SELECT s.id, lower(hex(k.key)) FROM checker k JOIN subject s USING (num)"),
        }
    }

    fn pick<T>(of: &[T], at: usize) -> &T {
        &of[at % of.len()]
    }

    fn claim(&self, at: usize) -> &str {
        self.own('c', at)
    }

    /// The body of a forgery, and the subject that it needs where it is to be believed.
    fn body(&self, what: u8, x: usize, y: usize) -> (Option<String>, String) {
        let claim = self.claim(x);
        let (document, sha256) = Self::pick(&self.documents, y);
        let (place, found) = Self::pick(&self.places, x);
        let names = |n: usize| -> String {
            let some: Vec<String> =
                self.writes.iter().skip(y % 7).step_by(3).take(n).map(|w| format!("\"{w}\"")).collect();
            some.join(",")
        };
        let (field, value) = (Self::pick(&FIELDS, x), Self::pick(&VALUES, y));
        let of_claim = r#""quote":"direct","polarity":"assert","kind":"other""#;
        match what {
            0 | 1 => (
                None,
                format!(r#"{{"set":{{"field":"{field}","value":{value},"basis":[{}]}}}}"#, names(x % 3)),
            ),
            2 => (
                None,
                format!(r#"{{"set":{{"field":"{field}","value":{value},"restores":[{}]}}}}"#, names(3)),
            ),
            3 => (
                Some(document.clone()),
                format!(
                    r#"{{"document":{{"title":"never","outlet":"o","author":"","url":"https://never.example","published":"","language":"",
                "media_type":"","encoding":"","sha256":"","text_sha256":"{sha256}","size":1,"length":9,"extraction":"{}","previous":"{document}"}}}}"#,
                    ["1:test", "9:zz", "with:x:0"][x % 3]
                ),
            ),
            4 => (Some(place.clone()), found.replace("\"speaker\":\"", "\"speaker\":\"never ")),
            5 => (
                None,
                format!(
                    r#"{{"claim":{{"document":"{document}","span":{{"start":{},"end":{},"text":"x"}},{of_claim}}}}}"#,
                    x % 60,
                    y * 3
                ),
            ),
            6 => (None, format!(r#"{{"claim":{{{of_claim}}}}}"#)),
            7 => (
                None,
                format!(
                    r#"{{"evidence":{{"claim":"{claim}","kind":"file","stance":"refutes","grade":"A1","file":{{"name":"f","size":3,"sha256":"{sha256}"}}}}}}"#
                ),
            ),
            8 => (
                None,
                format!(
                    r#"{{"verdict":{{"claim":"{claim}","rating":"false","why":"w","basis":["{}"]}}}}"#,
                    self.own('v', y)
                ),
            ),
            9 => (None, format!(r#"{{"comment":{{"claim":"{claim}","text":"hm"}}}}"#)),
            10 => (
                None,
                format!(
                    r#"{{"extraction":{{"document":"{document}","extraction":"{}"}}}}"#,
                    ["1:test", "4294967295:z", "with:x:0", ""][x % 4]
                ),
            ),
            11 => {
                let (id, key) = Self::pick(&self.keys, y);
                let says = ["mine", "successor", "lost", "found", "revoked"][x % 5];
                (
                    Some(id.clone()),
                    format!(
                        r#"{{"key":{{"says":"{says}","key":"{key}","since":{},"keeps":["{id}"]}}}}"#,
                        x as i64 - 9
                    ),
                )
            }
            12 | 13 => (
                None,
                format!(
                    r#"{{"erase":{{"why":"w","subjects":["{claim}","{}"],"blanks":[{{"document":"{document}","spans":[[{},{}],[0,{}],[3,2]]}}]}}}}"#,
                    self.own(['d', 'k', 'e'][x % 3], x),
                    x,
                    x + y % 20,
                    usize::MAX
                ),
            ),
            14 => (Some(document.clone()), format!(r#"{{"blank":{{"spans":[[{x},{}]]}}}}"#, x + y)),
            15 => (None, format!(r#"{{"erase_confirm":{{"erasure":"{}"}}}}"#, Self::pick(&self.entries, x))),
            16 => (
                None,
                format!(r#"{{"erase_refuse":{{"erasure":"{}","why":"w"}}}}"#, Self::pick(&self.entries, y)),
            ),
            17 => (
                Some("casebook".into()),
                format!(r#"{{"recovered":{{"lost":3,"missing":["{}","zz"]}}}}"#, "0".repeat(64)),
            ),
            _ => (Some("casebook".into()), r#"{"scale":{"code":"mine","ratings":[]}}"#.into()),
        }
    }

    fn own(&self, letter: char, at: usize) -> &str {
        let ids: Vec<&String> = self.subjects.iter().filter(|id| id.starts_with(letter)).collect();
        ids[at % ids.len()]
    }
}

/// Writes forgeries into a stranger's file: sittings of one to three entries, by two strangers.
fn forge_all(world: &World, name: &str, forged: &[Forged], round: i64) {
    let pool = Pool::of(world, name);
    let now = chrono::Utc::now().timestamp_millis() << 16;
    for (n, some) in forged.chunks(3).enumerate() {
        let made: Vec<Vec<(String, String)>> = some
            .iter()
            .map(|(subject, what, _, _, x, y)| {
                let (must, body) = pool.body(*what, *x, *y);
                let own = Pool::pick(&pool.subjects, *subject).clone();
                vec![(must.unwrap_or(own.clone()), body), (own, pool.body((*what + 7) % 19, *y, *x).1)]
            })
            .collect();
        let parts: Vec<Vec<(&str, String)>> =
            made.iter().map(|parts| parts.iter().map(|(s, b)| (s.as_str(), b.clone())).collect()).collect();
        let parts: Vec<&[(&str, String)]> = parts.iter().map(Vec::as_slice).collect();
        // Long ago, lately, in days to come, at the end of time; no two sittings the same.
        let at = [5, now - (1 << 30), now + (9 << 42), i64::MAX - (1 << 20)][some[0].3]
            + (n as i64 + 50 * round) * 100;
        let kinds: Vec<&str> = some.iter().map(|forged| KINDS[forged.2]).collect();
        forge_with(world, name, ["key-x", "key-y"][n % 2], at, &parts, |n, header| {
            header.kind = kinds[n].into()
        });
    }
}

/// What honest checkers do.
fn deed(book: &mut Casebook, what: u8, x: usize) -> Result<(), CasebookError> {
    let claims = book.claims_after(&Query::default(), None, 50)?;
    let Some(claim) = claims.get(x % claims.len().max(1)).map(|claim| claim.id.clone()) else {
        return Ok(());
    };
    let document = book.documents()?.first().map(|document| document.id.clone());
    match what {
        0 => drop(book.give_verdict(&claim, ["true", "false"][x % 2], "because", false)?),
        1 => drop(
            book.edit_claim(&claim, &ClaimEdit { speaker: Some(format!("s{x}")), ..Default::default() })?,
        ),
        2 => drop(book.comment(&claim, "c")?),
        3 => drop(book.undo()?),
        4 => drop(book.redo()?),
        5 => {
            if let Some(erasure) = book.erasures()?.into_iter().find(|erasure| erasure.state == "waiting") {
                drop(book.confirm_erasure(&erasure.what)?);
            }
        }
        6 => {
            if let Some(conflict) = book.conflicts()?.first() {
                book.resolve_conflict(&conflict.subject, conflict.field.parse().unwrap(), 1)?;
            }
        }
        7 => drop(book.erase(&claim, true, "asked")?),
        8 => {
            if let Some(document) = document {
                drop(book.renew(&document, &article(1).1, "3:test", true)?);
            }
        }
        _ => drop(import(book, x % 4)),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(12, 600), max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strangers_change_neither_order_nor_proof(
        first in forgeries(), second in forgeries(),
        before in prop::collection::vec((0..9u8, 0..9usize), 0..6),
        between in prop::collection::vec((0..3usize, 0..10u8, 0..9usize), 0..8),
        erasing in prop::bool::weighted(0.4),
    ) {
        let world = World::new();
        let claim = world.full("a.db");
        let mut book = world.open("a.db", "key-a");
        let evidence = book.claim_file(&claim).unwrap().evidence[0].clone();
        for (what, x) in before {
            // What is erased is erased in one copy and waits in the other, which is no matter of strangers.
            if what != 7 { done_or_refused(deed(&mut book, what, x), what, "a.db"); }
        }
        if erasing { done_or_refused(deed(&mut book, 7, 1), 7, "a.db"); }
        drop(book);
        for name in ["b.db", "evil.db"] {
            world.open("a.db", "key-a").share(&world.path(name)).unwrap();
        }
        forge_all(&world, "evil.db", &first, 0);
        for (desk, what, x) in between {
            let (name, key) = [("a.db", "key-a"), ("b.db", "key-b"), ("b.db", "key-c")][desk];
            if what == 9 {
                world.try_merge(&mut world.open(name, key), &["evil.db"], &MergeOptions::default()).unwrap();
            } else if ![5, 7].contains(&what) {
                done_or_refused(deed(&mut world.open(name, key), what, x), what, name);
            }
        }
        world.copy("evil.db", "worse.db");
        forge_all(&world, "worse.db", &second, 1);
        for (n, order) in [["a.db", "b.db", "worse.db"], ["b.db", "worse.db", "a.db"], ["a.db", "worse.db", "b.db"]].iter().enumerate() {
            let name = format!("merged{n}.db");
            world.copy(order[0], &name);
            world.merge(&name, &[order[1]]);
            world.sound(&name);
            world.merge(&name, &[order[2]]);
            world.sound(&name);
            if n > 0 {
                same(&world.public(&name), &world.public("merged0.db"), &name)?;
            }
        }
        // What was made by another is shown as they made it.
        let mut book = world.open("merged0.db", "key-a");
        if let Ok(now) = book.evidence(&evidence.id) {
            prop_assert_eq!((&now.checker, now.at, &now.file), (&evidence.checker, evidence.at, &evidence.file));
        } else {
            prop_assert!(erasing);
        }
        // And work goes on: all that waits is confirmed, all that stands against each other resolved.
        for what in [0, 5, 5, 5, 6, 6, 3, 4, 8, 2, 7] {
            done_or_refused(deed(&mut book, what, 2), what, "merged0.db");
        }
        for claim in book.claims_after(&Query::default(), None, 100).unwrap() {
            book.claim_file(&claim.id).unwrap();
        }
        book.log(None, usize::MAX).unwrap();
        drop(book);
        world.sound("merged0.db");
    }
}
