//! Every verb on a casebook, with what it prints.

mod cli_harness;

use cli_harness::{Desk, Ran};
use serde_json::Value;

fn id(ran: &Ran) -> String {
    ran.stdout.trim().to_owned()
}

#[test]
fn a_claim_from_mark_to_verdict() {
    let (mut desk, document) = Desk::with_document();
    desk.done(&["whoami", "--name", "Salma", "--contact", "salma@mizan.example"]);
    let claim = id(&desk.done(&[
        "claim",
        "add",
        &document[..12],
        "--start",
        "٢١",
        "--end",
        "54",
        "--speaker",
        "Sami Omran",
        "--said-at",
        "٢٠٣١-٠٥-١٢",
    ]));
    desk.done(&["claims"]);
    desk.done(&[
        "claim",
        "edit",
        &claim[..14],
        "--kind",
        "humanitarian",
        "--role",
        "hydrologist",
        "--end",
        "53",
    ]);
    desk.done(&["claim", "edit", &claim, "--kind", "humanitarian"]);
    desk.file("gauge.csv", b"day,mm\n1,40\n");
    let file = id(&desk.done(&[
        "evidence",
        "add",
        &claim,
        "--file",
        "gauge.csv",
        "--stance",
        "supports",
        "--grade",
        "b٢",
        "--note",
        "a gauge",
    ]));
    desk.done(&[
        "evidence",
        "add",
        &claim,
        "--url",
        "https://rain.example",
        "--quote",
        "a dry spring",
        "--stance",
        "refutes",
    ]);
    desk.done(&["evidence", "edit", &file, "--grade", "C3", "--note", "a copy of a gauge"]);
    desk.done(&["evidence", "save", &file, "-o", "saved.csv"]);
    assert_eq!(std::fs::read(desk.path("saved.csv")).unwrap(), b"day,mm\n1,40\n");
    desk.refused(1, &["evidence", "save", &file, "-o", "saved.csv"]);
    desk.done(&["comment", &claim, "Ask the station."]);
    let first = id(&desk.done(&["verdict", &claim, "mostly true", "--why", "The gauge says so."]));
    let second = id(&desk.done(&["verdict", &claim, "٣", "--why", "Only one gauge."]));
    desk.done(&["claims", "verdict:half_true"]);
    desk.done(&["show", &claim]);
    desk.done(&["verdict", "withdraw", &second, "--why", "The gauge was broken."]);
    desk.done(&["evidence", "withdraw", &file, "--why", "The gauge was broken."]);
    desk.done(&["claim", "dismiss", &claim, "--why", "nothing left to check"]);
    desk.done(&["claims", "status:dismissed"]);
    desk.done(&["claim", "restore", &claim]);
    desk.done(&["show", &claim]);
    desk.done(&["log", &claim]);
    desk.done(&["rebuild"]);
    insta::assert_snapshot!("claim", desk.transcript());
    assert_ne!(first, second);
}

#[test]
fn claims_without_a_document() {
    let mut desk = Desk::new();
    let claim = id(&desk.done(&[
        "claim",
        "add",
        "--text",
        "Both sides hold their fire.",
        "--speaker",
        "Lina Haddad",
        "--said-at",
        "2031-05-12",
        "--url",
        "https://radio.example",
        "--kind",
        "commitment",
        "--polarity",
        "commit",
    ]));
    desk.done(&["show", &claim]);
    desk.done(&[
        "claim",
        "edit",
        &claim,
        "--text",
        "Both sides held their fire.",
        "--via",
        "a neighbour",
        "--via",
        "radio",
    ]);
    desk.refused(1, &["claim", "edit", &claim, "--start", "3"]);
    desk.done(&["claims", "--count"]);
    insta::assert_snapshot!("claim_without_document", desk.transcript());
    let found = desk.done(&["claims", "--json"]);
    assert_eq!(found.lines()[0]["via"], serde_json::json!(["a neighbour", "radio"]));
    assert_eq!(found.lines()[0]["document"], Value::Null);
}

#[test]
fn documents_are_corrected_read_and_withdrawn() {
    let (mut desk, document) = Desk::with_document();
    desk.done(&["document", "edit", &document, "--outlet", "محطة الهضبة", "--published", "٢٠٣١-٠٥-١٢"]);
    desk.done(&["document", "edit", &document, "--outlet", "محطة الهضبة"]);
    desk.done(&["documents"]);
    let text = desk.done(&["document", "text", &document]);
    assert_eq!(text.stdout, cli_harness::QUIET);
    desk.done(&["document", "bytes", &document, "-o", "copy.txt"]);
    assert_eq!(std::fs::read_to_string(desk.path("copy.txt")).unwrap(), cli_harness::QUIET);
    desk.refused(1, &["document", "bytes", &document, "-o", "copy.txt"]);
    desk.done(&["document", "withdraw", &document, "--why", "imported by mistake"]);
    desk.done(&["show", &document]);
    insta::assert_snapshot!("documents", desk.transcript());
}

#[test]
fn undo_and_redo() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["claim", "edit", &claim, "--speaker", "Lina Haddad", "--role", "envoy"]);
    desk.done(&["verdict", &claim, "false", "--why", "It did not."]);
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["claims", "--json"]).lines()[0]["verdict"], Value::Null);
    desk.done(&["redo"]);
    assert_eq!(desk.done(&["claims", "--json"]).json("verdict"), "false");
    desk.transcript();
    desk.done(&["undo"]);
    desk.done(&["undo"]);
    assert_eq!(desk.done(&["claims", "--json"]).json("speaker"), "Sami Omran");
    while desk.run(&["undo"]).code == 0 {}
    assert!(
        desk.done(&["claims", "--json"]).stdout.is_empty(),
        "the claim and its document are taken back too"
    );
    desk.refused(1, &["undo"]);
    desk.done(&["rebuild"]);
    desk.done(&["redo"]);
    let transcript = desk.transcript();
    assert!(transcript.contains("nothing of yours to take back"), "{transcript}");
}

#[test]
fn json_of_every_list() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["verdict", &claim, "satire", "--why", "A sketch."]);
    desk.done(&["whoami", "--name", "Salma", "--json"]);
    desk.done(&["publisher", "--name", "Mizan Desk", "--url", "https://mizan.example", "--json"]);
    desk.done(&["claims", "--json"]);
    desk.done(&["documents", "--json"]);
    desk.done(&["scale", "--json"]);
    desk.done(&["log", "--json", "--limit", "2"]);
    let casebook = desk.done(&["log", "casebook", "--json"]).lines();
    assert!(casebook.iter().all(|change| change["subject"] == "casebook") && casebook.len() >= 2);
    let file = desk.done(&["show", &claim, "--json"]).lines().remove(0);
    assert_eq!(file["claim"]["id"], claim.as_str());
    assert_eq!(file["verdicts"][0]["rating"], "satire");
    let lines = desk.transcript().replace("ssh-ed25519 ", "\u{1}");
    let keys = lines.split('\u{1}').enumerate().map(|(i, part)| match (i, part.find('"')) {
        (0, _) | (_, None) => part.to_owned(),
        (_, Some(end)) => format!("ssh-ed25519 KEY{}", &part[end..]),
    });
    insta::assert_snapshot!("json", keys.collect::<String>());
}

#[test]
fn claims_have_the_promised_fields_first() {
    let (mut desk, _) = Desk::with_claim();
    const FIELDS: &str = "id document start end text speaker role cue via quote polarity kind nested confidence \
        said_at translation status verdict language";
    let line = desk.done(&["claims", "--json"]).stdout;
    let line: serde_json::Map<String, Value> = serde_json::from_str(&line).unwrap();
    // Without this crate's order kept, positions in the text tell.
    let raw = desk.done(&["claims", "--json"]).stdout;
    let mut last = 0;
    for field in FIELDS.split_whitespace() {
        assert!(line.contains_key(field), "{field}");
        let at = raw.find(&format!("\"{field}\":")).unwrap();
        assert!(at >= last, "{field} is not in its place: {raw}");
        last = at;
    }
    assert_eq!((&line["start"], &line["end"]), (&21.into(), &54.into()));
    assert_eq!(line["text"], "It rained on Karmud for two days.");
}

#[test]
fn queries_choose() {
    let (mut desk, _) = Desk::with_claim();
    desk.done(&[
        "claim",
        "add",
        "--text",
        "هدنة عشرة أيام",
        "--speaker",
        "سامي العمران",
        "--kind",
        "commitment",
    ]);
    let mut count = |query: &[&str]| -> String {
        let ran = desk.done(&[&["claims", "--count"], query].concat());
        ran.stdout.trim().to_owned()
    };
    assert_eq!(count(&[]), "2");
    assert_eq!(count(&["هدنة"]), "1");
    assert_eq!(count(&["speaker:omran"]), "1");
    assert_eq!(count(&["kind:commitment", "lang:ar"]), "1");
    assert_eq!(count(&["kind:commitment,other"]), "2");
    assert_eq!(count(&["kind:casualty"]), "0");
    assert_eq!(count(&["status:new verdict:none"]), count(&["verdict:none"]));
}

#[test]
fn reports_in_every_format() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    desk.done(&["verdict", &claim, "2", "--why", "Only one day of rain."]);
    for (format, sign) in [
        ("html", "<!DOCTYPE html>"),
        ("md", "It rained on Karmud"),
        ("json", "\"claims\""),
        ("csv", "\u{feff}"),
    ] {
        let ran = desk.done(&["report", "--format", format]);
        assert!(ran.stdout.to_lowercase().contains(&sign.to_lowercase()), "{format}: {}", ran.stdout);
        assert!(ran.stdout.contains("Karmud"), "{format}");
        // Each can be tied to a state of the journal: in itself, or where it has no place for that, beside it.
        let said = if format == "csv" { &ran.stderr } else { &ran.stdout };
        let head = said.split(|c: char| !c.is_ascii_hexdigit()).find(|word| word.len() == 64);
        let head = head.unwrap_or_else(|| panic!("{format} has no head:\n{said}")).to_owned();
        if format == "csv" {
            desk.done(&["verify", "--head", &head]);
        }
    }
    desk.transcript();
    desk.refused(1, &["report", "--format", "claimreview"]);
    desk.done(&["publisher", "--name", "Mizan Desk"]);
    desk.refused(1, &["report", "--format", "claimreview"]);
    let url = ["--url", "https://mizan.example/rain"];
    desk.done(&[&["report", "--format", "claimreview", "-o", "review.jsonld"], &url[..]].concat());
    desk.done(&["report", "verdict:mostly_false", "-o", "report.html"]);
    desk.refused(1, &["report", "-o", "report.html"]);
    desk.done(&["report", "-o", "report.html", "--force", "--lang", "ar"]);
    desk.done(&["report", "kind:casualty", "-o", "empty.csv"]);
    desk.refused(1, &["report", "-o", "no/such/folder.html"]);
    insta::assert_snapshot!("report", desk.transcript());
    let review: Value = serde_json::from_slice(&std::fs::read(desk.path("review.jsonld")).unwrap()).unwrap();
    assert!(review.to_string().contains("ClaimReview"), "{review}");
    assert!(std::fs::read_to_string(desk.path("report.html")).unwrap().contains("dir=\"rtl\""));
}

/// A slip of the completion after -o shall not cost the casebook or the key.
#[test]
fn no_result_takes_the_place_of_a_casebook_or_a_key() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["share", "copy.db"]);
    desk.done(&["trust", "--json"]);
    let home = desk.home();
    desk.file("trust.toml", b"# Keys that hudna has met on this machine, by fingerprint, and whom you trust. `hudna trust` writes it.\n\n");
    let document = desk.done(&["documents", "--json"]).json("id");
    for place in [home.join("casebook.db"), home.join("key"), desk.path("copy.db"), desk.path("trust.toml")] {
        let (before, file) = (std::fs::read(&place).unwrap(), place.to_str().unwrap().to_owned());
        for format in ["html", "csv", "json"] {
            let ran = desk.refused(1, &["report", "--format", format, "-o", &file, "--force"]);
            assert!(ran.stderr.contains("is never replaced"), "{}", ran.stderr);
        }
        desk.refused(1, &["document", "bytes", &document, "-o", &file, "--force"]);
        assert!(std::fs::read(&place).unwrap() == before, "{file}");
    }
    desk.done(&["show", &claim]);
    desk.file("report.html", b"an older report");
    desk.done(&["report", "-o", "report.html", "--force"]);
}

#[test]
fn a_shared_copy_is_complete_and_opens_elsewhere() {
    let (mut desk, claim) = Desk::with_claim();
    desk.file("gauge.csv", b"day,mm\n1,40\n");
    let file = id(&desk.done(&["evidence", "add", &claim, "--file", "gauge.csv", "--stance", "context"]));
    desk.done(&["share", "copy.db"]);
    let size = std::fs::metadata(desk.path("copy.db")).unwrap().len().to_string();
    desk.refused(1, &["share", "copy.db"]);
    desk.done(&["claims", "--db", "copy.db"]);
    desk.done(&["evidence", "save", &file, "-o", "saved.csv", "--db", "copy.db"]);
    desk.done(&["rebuild", "--db", "copy.db"]);
    insta::assert_snapshot!("share", desk.transcript().replace(&size, "SIZE"));
    let log = |desk: &mut Desk, db: &[&str]| desk.done(&[&["log", "--json"], db].concat()).stdout;
    assert_eq!(log(&mut desk, &[]), log(&mut desk, &["--db", "copy.db"]));
}
