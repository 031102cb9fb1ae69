//! What every verb tells programs of what it did, in whatever language it speaks to people.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, verbs};

/// The transcript without what differs from run to run beyond ids and times.
fn blotted(desk: &mut Desk) -> String {
    let lines = desk.transcript().replace("ssh-ed25519 ", "\u{1}");
    let keys = lines.split('\u{1}').enumerate().map(|(i, part)| match (i, part.find('"')) {
        (0, _) | (_, None) => part.to_owned(),
        (_, Some(end)) => format!("ssh-ed25519 KEY{}", &part[end..]),
    });
    let text: String = keys.collect();
    // The time in the name of what was put aside.
    let aside = |line: &str| match line.find(".before-receive-") {
        Some(at) => line[..at + 16].to_owned() + "TIME" + &line[at + 16 + 19..],
        None => line.to_owned(),
    };
    text.split_inclusive('\n').map(aside).collect()
}

#[test]
fn every_verb_with_a_result_tells_it_as_json() {
    // What these write is a file, a text or a screen of its own.
    const OTHERS: [&str; 6] = ["try", "report", "completions", "man", "document text", "document bytes"];
    for (verb, help) in verbs() {
        let has = help.contains("      --json");
        assert_eq!(has, !OTHERS.contains(&verb.as_str()), "{verb}");
    }
}

/// Each change once, and what was said of it.
fn changes(lang: &'static str) -> String {
    let (mut desk, document) = Desk::with_document();
    desk.environment.push(("HUDNA_LANG", lang));
    let add = ["claim", "add", &document, "--start", "21", "--end", "54", "--speaker", "Sami", "--json"];
    let claim = desk.done(&add).json("id");
    desk.done(&["claim", "edit", &claim, "--speaker", "Sami Omran", "--role", "spokesman", "--json"]);
    desk.done(&["claim", "edit", &claim, "--speaker", "Sami Omran", "--json"]);
    desk.done(&["claim", "dismiss", &claim, "--why", "an opinion", "--json"]);
    desk.done(&["claim", "restore", &claim, "--json"]);
    desk.done(&["document", "edit", &document, "--outlet", "Mizan News", "--json"]);
    desk.file("rain.csv", b"day,mm\n1,40\n");
    let attach = ["evidence", "add", &claim, "--file", "rain.csv", "--stance", "supports", "--json"];
    let evidence = desk.done(&attach).json("id");
    desk.done(&["evidence", "edit", &evidence, "--grade", "B2", "--json"]);
    desk.done(&["evidence", "save", &evidence, "-o", "saved.csv", "--json"]);
    desk.done(&["evidence", "withdraw", &evidence, "--why", "another place", "--json"]);
    let verdict =
        desk.done(&["verdict", &claim, "true", "--why", "The register says so.", "--json"]).json("id");
    desk.done(&["verdict", "withdraw", &verdict, "--why", "another month", "--json"]);
    desk.done(&["comment", &claim, "hm", "--json"]);
    desk.done(&["undo", "--json"]);
    desk.done(&["redo", "--json"]);
    desk.refused(1, &["redo", "--json"]);
    desk.done(&["rebuild", "--json"]);
    desk.done(&["settings", "digits", "western", "--json"]);
    desk.done(&["settings", "digits", "--unset", "--json"]);
    desk.done(&["document", "withdraw", &document, "--why", "by mistake", "--json"]);
    blotted(&mut desk)
}

#[test]
fn what_was_written() {
    let english = changes("en");
    let told = |text: &str| text.lines().filter(|line| line.starts_with('{')).collect::<Vec<_>>().join("\n");
    assert_eq!(told(&changes("ar")), told(&english));
    insta::assert_snapshot!("written", english);
}

#[test]
fn what_others_wrote_since_stays_and_is_named() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["claim", "edit", &claim, "--speaker", "Nadim", "--role", "mayor"]);
    desk.done(&["share", "copy.db"]);
    desk.environment.push(("HUDNA_LANG", "ar"));
    let copy = desk.path("copy.db");
    let other = desk.path("other");
    let mut colleague = Desk::new();
    let (copy, home) = (copy.to_str().unwrap(), other.to_str().unwrap());
    colleague.environment.push(("LC_ALL", "C.UTF-8"));
    colleague.done(&["receive", copy, "-o", home, "--json"]);
    colleague.done(&["claim", "edit", &claim, "--speaker", "Nadim Harb", "--db", home]);
    desk.done(&["merge", "other", "--yes"]);
    desk.transcript();
    let undone = desk.done(&["undo", "--json"]).lines().remove(0);
    assert_eq!((&undone["reverted"], &undone["kept"][0]["field"]), (&1.into(), &"speaker".into()));
    assert_eq!(undone["kept"][0]["subject"], claim.as_str());
    assert_eq!(undone["action"]["subject"], claim.as_str());
    // A conflict, ended in both ways.
    desk.done(&["claim", "edit", &claim, "--speaker", "Sami"]);
    colleague.done(&["claim", "edit", &claim, "--speaker", "Samir", "--db", home]);
    desk.done(&["merge", "other", "--yes"]);
    desk.transcript();
    let resolved = desk.done(&["resolve", &claim, "speaker", "--take", "1", "--json"]).lines().remove(0);
    assert!(resolved["value"] == "Sami" || resolved["value"] == "Samir", "{resolved}");
    desk.done(&["undo", "--json"]);
    desk.done(&["resolve", &claim, "speaker", "--value", "Sami Omran", "--json"]);
    let transcript = blotted(&mut desk);
    let last: Vec<&str> = transcript.lines().rev().take(5).collect();
    insta::assert_snapshot!("resolved", last.into_iter().rev().collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_was_received_erased_and_said_of_keys() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    desk.done(&["share", "copy.db", "--sign"]);
    let mut colleague = Desk::new();
    colleague.environment.push(("HUDNA_LANG", "ar"));
    colleague.done(&["whoami", "--name", "Nadim"]);
    let copy = desk.path("copy.db");
    let copy = copy.to_str().unwrap();
    colleague.done(&["verify", copy, "--json"]).json("signed_by");
    let received = colleague.done(&["receive", copy, "--json"]).lines().remove(0);
    assert_eq!(received["signed_by"], received["checkers"][0]["checker"]);
    assert!(received["kept"].as_str().unwrap().contains(".before-receive-"), "{received}");
    assert_eq!(received["faults"], serde_json::json!([]));
    colleague.transcript();
    colleague.done(&["trust", "Salma", "--distrust", "--note", "by phone", "--json"]);
    colleague.done(&["trust", "Salma", "--forget", "--json"]);
    colleague.done(&["trust", "--all", "--json"]);
    colleague.done(&["key", "lost", "Salma", "--why", "Her bag was taken.", "--json"]);
    colleague.done(&["key", "found", "Salma", "--json"]);
    colleague.file("words", b"quiet rain on the plateau\n");
    colleague.done(&["key", "export", "backup", "--passphrase-file", "words", "--json"]);
    colleague.done(&["key", "import", "backup", "--passphrase-file", "words", "--json"]);
    colleague.done(&["key", "device", "Salma", "--yes", "--json"]);
    colleague.done(&["key", "replace", "--yes", "--json"]);
    colleague.done(&["key", "revoke", "--why", "It was searched.", "--yes", "--json"]);
    insta::assert_snapshot!("keys", colleague_blotted(&mut colleague));

    let text = desk.done(&["erase", &claim, "--why", "asked", "--repeat-id", &claim, "--json"]);
    assert_eq!(text.lines().len(), 1);
    let home = colleague.home().join("casebook.db");
    colleague.done(&["share", "mine.db"]);
    assert!(home.is_file());
    desk.done(&["share", "after.db"]);
    let after = desk.path("after.db");
    colleague.done(&["merge", after.to_str().unwrap(), "--yes"]);
    let waits = colleague.done(&["erase", "--pending", "--json"]).lines();
    assert_eq!((waits.len(), &waits[0]["state"]), (1, &"waiting".into()));
    let refused = colleague.done(&["erase", &claim, "--refuse", "--why", "not yet", "--json"]).lines();
    assert_eq!(
        (refused.len(), &refused[0]["state"], &refused[0]["what"]),
        (1, &"refused".into(), &claim.as_str().into())
    );
}

/// Also without the day that a key's file has in its name.
fn colleague_blotted(desk: &mut Desk) -> String {
    let text = blotted(desk);
    let day = |part: &str| part.get(10..).unwrap_or_default().to_owned();
    ["key.replaced-", "key.revoked-"].into_iter().fold(text, |text, mark| {
        let mut parts = text.split(mark);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + mark + "DAY" + &day(part))
    })
}

#[test]
fn doctor_tells_programs_in_english_and_asks_nothing() {
    let mut desk = Desk::new();
    desk.environment.push(("HUDNA_LANG", "ar"));
    let lines = desk.done(&["doctor", "--json"]).lines();
    let of = |what: &str| lines.iter().find(|line| line["what"] == what).unwrap();
    assert_eq!(of("casebook")["finding"], "fine");
    assert!(lines.iter().all(|line| line.as_object().unwrap().len() == 3));
    assert!(lines.iter().all(|line| line["told"].as_str().unwrap().is_ascii()), "{lines:?}");
    desk.file("wal.db", b"not a casebook");
    let lines = desk.refused(1, &["doctor", "--json", "--db", "wal.db"]).lines();
    assert!(lines.iter().any(|line| line["finding"] == "wrong"), "{lines:?}");
}
