//! Erasing for a source's safety, by the command line.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, contents};

#[test]
fn a_claim_is_erased_and_says_so_wherever_it_is_asked_for() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    desk.done(&["verdict", &claim, "true", "--why", "The gauge says so."]);
    desk.done(&["claim", "add", "--text", "So said Sami Omran again.", "--speaker", "Lina Haddad"]);
    let before = contents(&desk.home());
    desk.transcript();
    desk.done(&["erase", &claim, "--dry-run"]);
    desk.refused(2, &["erase", &claim]);
    desk.refused(2, &["erase", &claim, "--why", "asked by the source"]);
    desk.refused(2, &["erase", &claim, "--why", "asked by the source", "--repeat-id", &claim[..13]]);
    desk.refused(1, &["erase", "c0123456789", "--why", "x", "--repeat-id", &claim]);
    desk.refused(1, &["erase", &claim, "--confirm", "--repeat-id", &claim]);
    assert!(contents(&desk.home()) == before, "nothing was changed");
    desk.done(&["erase", &claim[..13], "--why", "asked by the source", "--repeat-id", &claim]);
    desk.refused(1, &["show", &claim]);
    desk.refused(1, &["verdict", &claim, "true", "--why", "x"]);
    desk.refused(1, &["erase", &claim, "--why", "again", "--repeat-id", &claim]);
    desk.done(&["log", &claim]);
    let document = desk.done(&["documents", "--json"]).json("id");
    desk.done(&["show", &document]);
    desk.done(&["document", "text", &document]);
    desk.refused(1, &["document", "bytes", &document]);
    desk.done(&["undo"]);
    desk.done(&["erase", "--pending"]);
    desk.done(&["verify"]);
    insta::assert_snapshot!("erase", desk.transcript());
    let report = desk.done(&["report", "--format", "json"]).stdout;
    assert!(!report.contains("gauge") && !report.contains(&claim), "{report}");
    let verified = desk.done(&["verify", "--json"]);
    assert!(verified.lines()[0]["erased"].as_u64().unwrap() > 3);
}

#[test]
fn a_colleagues_erasure_is_confirmed_or_refused() {
    let (mut desk, claim) = Desk::with_claim();
    let mut other = Desk::new();
    desk.done(&["share", "copy.db"]);
    other.file("case.db", &std::fs::read(desk.path("copy.db")).unwrap());
    other.done(&["whoami", "--name", "Nadim", "--db", "case.db"]);
    let why = ["--why", "asked by the source"];
    other.done(&[&["erase", &claim, "--db", "case.db", "--repeat-id", &claim][..], &why].concat());
    desk.file("back.db", &std::fs::read(other.path("case.db")).unwrap());
    desk.transcript();
    desk.done(&["merge", "back.db"]);
    desk.done(&["erase", "--pending"]);
    desk.done(&["erase", &claim, "--confirm", "--dry-run"]);
    desk.refused(2, &["erase", &claim, "--confirm"]);
    desk.refused(2, &["erase", &claim, "--refuse"]);
    desk.done(&["erase", &claim, "--refuse", "--why", "It is public."]);
    desk.done(&["erase", "--pending"]);
    desk.done(&["show", &claim]);
    desk.done(&["erase", &claim, "--confirm", "--repeat-id", &claim]);
    desk.refused(1, &["show", &claim]);
    desk.done(&["merge", "copy.db"]);
    desk.done(&["merge", "back.db"]);
    desk.done(&["log", &claim]);
    insta::assert_snapshot!("erase_confirm", desk.transcript());
}

#[test]
fn a_checker_is_found_by_name_and_meant_by_id() {
    let (mut desk, _) = Desk::with_claim();
    desk.done(&["whoami", "--name", "ندى الحداد"]);
    desk.done(&["share", "copy.db"]);
    let mut ids = Vec::new();
    for (n, name) in ["Dalia Harb", "Nadim Harb"].into_iter().enumerate() {
        let mut other = Desk::new();
        other.file("case.db", &std::fs::read(desk.path("copy.db")).unwrap());
        other.done(&["whoami", "--name", name, "--contact", "by the mill", "--db", "case.db"]);
        ids.push(other.done(&["whoami", "--json", "--db", "case.db"]).json("id"));
        let back = format!("back{n}.db");
        desk.file(&back, &std::fs::read(other.path("case.db")).unwrap());
        desk.done(&["merge", &back]);
    }
    let mine = desk.done(&["whoami", "--json"]).json("id");
    desk.transcript();
    desk.done(&["erase", "dalia", "--dry-run"]);
    let of = |ran: &cli_harness::Ran| ran.lines()[0]["what"].as_str().unwrap().to_owned();
    assert_eq!(of(&desk.done(&["erase", "Dalia  HARB", "--dry-run", "--json"])), ids[0]);
    // Marks that other programs put around names, and vowels, are passed over.
    assert_eq!(of(&desk.done(&["erase", "\u{200f}نَدى", "--dry-run", "--json"])), mine);
    let several = desk.refused(1, &["erase", "Harb", "--why", "x", "--repeat-id", &ids[0]]).stderr;
    assert!(ids.iter().all(|id| several.contains(&id[..13])), "{several}");
    desk.refused(2, &["erase", "Nadim", "--why", "he must not be found", "--repeat-id", &ids[0]]);
    desk.refused(2, &["erase", "Nadim", "--why", "he must not be found", "--repeat-id", "Nadim"]);
    desk.refused(2, &["erase", "Omar", "--why", "x"]);
    desk.refused(1, &["erase", "dad", "--why", "x"]);
    desk.done(&["erase", "Nadim", "--why", "he must not be found", "--repeat-id", &ids[1]]);
    desk.refused(2, &["erase", "Nadim", "--why", "again"]);
    insta::assert_snapshot!("erase_checker", desk.transcript());
    let log = desk.done(&["log", "--json"]).stdout;
    assert!(!log.contains("Nadim") && log.contains("Dalia"), "{log}");
}

#[test]
fn a_name_goes_from_the_casebook_that_made_way_for_a_received_one() {
    let (mut desk, _) = Desk::with_claim();
    desk.done(&["share", "copy.db"]);
    let mut other = Desk::new();
    other.done(&["whoami", "--name", "Nadim Harb"]);
    other.done(&["receive", desk.path("copy.db").to_str().unwrap()]);
    let id = other.done(&["whoami", "--json"]).json("id");
    let holders = |other: &Desk| {
        let holds = |bytes: &[u8]| bytes.windows(10).any(|bytes| bytes == b"Nadim Harb");
        contents(&other.home()).into_iter().filter(|(_, bytes)| holds(bytes)).count()
    };
    assert_eq!(holders(&other), 2);
    let erased = other.done(&["erase", "Nadim", "--why", "his safety", "--repeat-id", &id, "--json"]).lines();
    let removed = erased[0]["reach"]["removed"][0].as_str().unwrap().to_owned();
    assert!(removed.contains(".before-receive-"), "{removed}");
    assert_eq!(holders(&other), 0);
}

#[test]
fn a_private_article_has_nothing_that_its_text_gives_away() {
    let mut desk = Desk::new();
    desk.file("rain.txt", cli_harness::QUIET.as_bytes());
    desk.done(&["import", "rain.txt", "--private"]);
    desk.done(&["import", "rain.txt", "--private"]);
    desk.done(&["import", "rain.txt"]);
    let documents = desk.done(&["documents", "--json"]).lines();
    let text = |n: usize, field: &str| documents[n][field].as_str().unwrap().to_owned();
    let (public, private) = (text(0, "id"), [text(1, "id"), text(2, "id")]);
    let hash = text(0, "text_sha256");
    assert!(hash.starts_with(&public[1..]) && private[0] != private[1]);
    assert!(private.iter().all(|id| id.len() == 49 && !hash.contains(&id[1..])));
    assert_eq!([text(1, "text_sha256"), text(1, "sha256")], ["", ""]);
    // What every copy shows to all, be the rest withheld or not, has no hash of the content.
    let conn = rusqlite::Connection::open(desk.home().join("casebook.db")).unwrap();
    let sql = "SELECT group_concat(e.header || coalesce(p.body, '') || s.id) FROM entry e JOIN part p ON p.entry = e.num
        JOIN subject s ON s.num = p.subject WHERE e.num <= (SELECT max(entry) FROM part WHERE subject =
            (SELECT num FROM subject WHERE id = ?))";
    let said: String = conn.query_row(sql, [&private[0]], |r| r.get(0)).unwrap();
    assert!(said.contains(&private[1]) && !said.contains(&public[1..]), "{said}");
    drop(conn);
    assert_eq!(desk.done(&["document", "text", &private[0]]).stdout, cli_harness::QUIET);
    assert_eq!(desk.done(&["document", "bytes", &private[0]]).stdout, cli_harness::QUIET);
    desk.done(&["verify"]);
    let started = ["claim", "add", &private[0], "--start", "21", "--end", "54", "--speaker", "Sami Omran"];
    let claim = desk.done(&started).stdout.trim().to_owned();
    desk.done(&["erase", &claim, "--why", "asked", "--repeat-id", &claim]);
    assert!(desk.done(&["document", "text", &private[0]]).stdout.contains("███"));
    desk.done(&["verify"]);
}
