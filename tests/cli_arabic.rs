//! The command line under an Arabic interface: a whole case, what programs read, and pages on a terminal.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, Ran, verbs};
use std::collections::BTreeSet;

/// Of a fictional place.
const ARTICLE: &str = "هدنة في كرمود\n\nقال الناطق سامي العمران إن القوات بقيت في مواقعها ولم تتقدم نحو البلدة. \
    وأعلنت لينا الحداد أن الهدنة صامدة منذ يومين.\n";

fn arabic() -> Desk {
    let mut desk = Desk::new();
    desk.environment.push(("HUDNA_LANG", "ar"));
    desk
}

/// One with the article and a claim of a person's own, and the claim's id.
fn with_claim() -> (Desk, String) {
    let mut desk = arabic();
    desk.file("هدنة.txt", ARTICLE.as_bytes());
    desk.done(&["whoami", "--name", "سلمى"]);
    desk.done(&["import", "هدنة.txt"]);
    let text = ["claim", "add", "--text", "الجسر مفتوح", "--speaker", "نديم حرب"];
    let claim = desk.done(&text).stdout.trim().to_owned();
    (desk, claim)
}

#[test]
fn a_whole_case_speaks_arabic() {
    let (mut desk, claim) = with_claim();
    desk.done(&["import", "هدنة.txt"]);
    desk.refused(1, &["import", "غائب.txt"]);
    desk.done(&["claims"]);
    desk.done(&["claims", "kind:ضحايا"]);
    desk.done(&["claim", "edit", &claim, "--kind", "إنساني", "--role", "ناطق"]);
    let evidence =
        ["evidence", "add", &claim, "--url", "https://a.example", "--stance", "يدحض", "--grade", "B2"];
    desk.done(&evidence);
    desk.done(&["verdict", &claim, "نصف صحيح", "--why", "صورة واحدة"]);
    desk.done(&["comment", &claim, "اسألوا البلدية"]);
    desk.done(&["show", &claim]);
    desk.done(&["documents"]);
    desk.done(&["log", "--limit", "٣"]);
    desk.done(&["undo"]);
    desk.done(&["redo"]);
    desk.done(&["share", "part.db", "الجسر", "--dry-run"]);
    handed_back(&mut desk, &claim);
    desk.done(&["claim", "edit", &claim, "--speaker", "نديم الحرب"]);
    tampered(&desk);
    desk.refused(1, &["verify", "bad.db"]);
    desk.refused(1, &["merge", "bad.db"]);
    desk.done(&["merge", "back.db", "--dry-run"]);
    desk.done(&["merge", "back.db", "--yes"]);
    desk.done(&["merge", "back.db", "--yes"]);
    desk.done(&["conflicts"]);
    desk.done(&["resolve", &claim, "speaker", "--take", "١"]);
    desk.done(&["trust"]);
    desk.done(&["verify"]);
    desk.done(&["rebuild"]);
    desk.done(&["erase", &claim, "--dry-run"]);
    desk.refused(2, &["erase", &claim]);
    desk.refused(1, &["show", "c00000000"]);
    desk.refused(2, &["claims", "kind:حرب"]);
    desk.done(&["settings"]);
    desk.done(&["doctor"]);
    let text = desk.transcript();
    let text: String = text.lines().filter(|l| !l.contains("الاستخراج")).map(|l| format!("{l}\n")).collect();
    insta::assert_snapshot!("case", text);
    assert_eq!(english(&text), BTreeSet::new());
}

/// Puts a copy there in which somebody changed words behind the program's back.
fn tampered(desk: &Desk) {
    std::fs::copy(desk.path("back.db"), desk.path("bad.db")).unwrap();
    let conn = rusqlite::Connection::open(desk.path("bad.db")).unwrap();
    conn.execute("UPDATE part SET body = replace(body, 'مغلق', 'مفتوح')", []).unwrap();
}

/// Hands a copy to a colleague, who edits it and hands it back.
fn handed_back(desk: &mut Desk, claim: &str) {
    let _ = std::fs::remove_file(desk.path("copy.db"));
    desk.done(&["share", "copy.db"]);
    let mut other = arabic();
    other.file("case.db", &std::fs::read(desk.path("copy.db")).unwrap());
    for arguments in [
        &["whoami", "--name", "نديم"][..],
        &["claim", "edit", claim, "--speaker", "Nadim Harb"],
        &["verdict", claim, "غير صحيح", "--why", "الجسر مغلق"],
    ] {
        other.done(&[arguments, &["--db", "case.db"]].concat());
    }
    other.done(&["share", "back.db", "--db", "case.db"]);
    desk.file("back.db", &std::fs::read(other.path("back.db")).unwrap());
}

/// Words of Latin letters that are neither what a person typed, nor ids, codes, or names of commands, options, settings,
/// files and formats.
fn english(transcript: &str) -> BTreeSet<String> {
    const NAMES: &[&str] = &[
        // what was typed or stands in the texts
        "Nadim",
        "Harb",
        "https",
        "a",
        "example",
        "ar",
        "en",
        "fr",
        "speaker",
        "B2",
        // names of things
        "hudna",
        "HUDNA_LANG",
        "SHA256",
        "SHA",
        "UTC",
        "TERM",
        "dumb",
        "LANG",
        "N",
        "ID",
        "NAME",
        "RATING",
        "version",
        "ceasefire",
        "sample",
        "rollback",
        "journal",
        "chmod",
        // codes that queries take
        "attribution",
        "casualty",
        "violation",
        "territorial",
        "troop_movement",
        "humanitarian",
        "commitment",
        "diplomatic",
        "other",
        "kind",
        "polarity",
        "status",
        "verdict",
        "doc",
        "lang",
        // settings and their values
        "bidi",
        "arrows",
        "digits",
        "calendar",
        "plain",
        "auto",
        "app",
        "terminal",
        "words",
        "off",
        "visual",
        "logical",
        "western",
        "arabic",
        "persian",
        "gregorian",
        "islamic",
        "false",
        "true",
    ];
    let verbs = [
        "claims",
        "documents",
        "show",
        "erase",
        "merge",
        "resolve",
        "verify",
        "share",
        "take",
        "why",
        "json",
        "private",
        "limit",
        "rebuild",
        "recover",
        "without",
        "repeat",
        "id",
        "confirm",
        "refuse",
        "pending",
        "whoami",
        "import",
        "trust",
    ];
    let printed =
        transcript.lines().filter(|line| !line.starts_with("$ ") && !line.starts_with("(exit code"));
    let mut found = BTreeSet::new();
    for line in printed {
        // Paths, commands and file names are not words.
        let bare = line.split_whitespace().filter(|word| {
            !(word.contains('/') || word.contains(".db") || word.contains(".txt") || word.starts_with("DESK"))
        });
        for word in bare.flat_map(|word| word.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))) {
            let blotted = word.chars().skip(1).all(|c| c == 'x') && word.len() > 8;
            let is_word = word.chars().any(|c| c.is_ascii_alphabetic());
            let known = NAMES.contains(&word)
                || verbs.contains(&word)
                || word == "time"
                || word == "x"
                || word == "VERSION";
            if is_word && !blotted && !known {
                found.insert(word.to_owned());
            }
        }
    }
    found
}

#[test]
fn an_english_word_would_be_seen() {
    assert_eq!(
        english("$ hudna claims\nلا ادعاءات yet: c12\n").into_iter().collect::<Vec<_>>(),
        ["c12", "yet"]
    );
}

const CHANGING: [&str; 26] = [
    "claim add",
    "claim edit",
    "claim dismiss",
    "claim restore",
    "comment",
    "document edit",
    "document withdraw",
    "evidence add",
    "evidence edit",
    "evidence save",
    "evidence withdraw",
    "key device",
    "key export",
    "key found",
    "key import",
    "key lost",
    "key replace",
    "key revoke",
    "rebuild",
    "receive",
    "recover",
    "redo",
    "resolve",
    "undo",
    "verdict",
    "verdict withdraw",
];

/// What programs read has the same bytes in every language.
#[test]
fn programs_read_the_same_in_every_language() {
    let (mut desk, claim) = with_claim();
    desk.done(&[
        "evidence",
        "add",
        &claim,
        "--url",
        "https://a.example",
        "--stance",
        "refutes",
        "--grade",
        "B2",
    ]);
    desk.done(&["verdict", &claim, "false", "--why", "صورة"]);
    desk.done(&["verdict", &claim, "true", "--why", "صورتان"]);
    desk.done(&["undo"]);
    handed_back(&mut desk, &claim);
    desk.done(&["claim", "edit", &claim, "--speaker", "نديم الحرب"]);
    desk.done(&["merge", "back.db", "--yes"]);
    handed_back(&mut desk, &claim);
    let document = desk.done(&["documents", "--json"]).json("id");
    desk.file("program.sh", b"cat > /dev/null; echo '{\"start\": 0, \"end\": 4}'; echo bad\n");
    let program = "/bin/sh program.sh";
    let gold = "{\"file\":\"هدنة.txt\",\"start\":15,\"end\":40,\"kind\":\"other\"}\n";
    desk.file("gold.jsonl", gold.as_bytes());
    desk.file("found.jsonl", gold.replace("other", "casualty").as_bytes());
    let today = chrono::Utc::now().format("%Y-%m-%d").to_string();
    let read: &[&[&str]] = &[
        &["claims", "--json"],
        &["claims", "--json", "--as-of", &today],
        &["documents", "--json"],
        &["show", &claim, "--json"],
        &["show", &document, "--json"],
        &["log", "--json"],
        &["conflicts", "--json"],
        &["scale", "--json"],
        &["whoami", "--json"],
        &["publisher", "--json"],
        &["key", "show", "--json"],
        &["key", "show", "--allowed-signers"],
        &["trust", "--json"],
        &["verify", "--json"],
        &["verify", "back.db", "--json"],
        &["merge", "back.db", "--dry-run", "--json"],
        &["share", "x.db", "الجسر", "--redact", "me", "--dry-run", "--json"],
        &["share", "x.db", "--encrypt", "me", "--dry-run", "--json"],
        &["erase", &claim, "--dry-run", "--json"],
        &["erase", "--pending", "--json"],
        &["extract", "--json", "هدنة.txt"],
        &["extract", "--json", "--explain", "هدنة.txt"],
        &["extract", "--json", "--compare", "--with", program, "هدنة.txt"],
        &["extract", "--again", "--all", "--json"],
        &["extract", "--again", "--all", "--json", "--with", program],
        &["import", "--json", "هدنة.txt", "غائب.txt"],
        &["score", "gold.jsonl", "found.jsonl", "--json", "--misses"],
        &["report", "--format", "json"],
        &["report", "--format", "csv"],
        &["report", "--format", "md"],
        &["document", "text", &document],
        &["settings", "calendar", "--json"],
        &["doctor", "--json"],
        &["completions", "bash"],
        &["claims", "--count"],
    ];
    // Every verb that has the option and changes nothing, by which the second language would read another casebook:
    // `cli_json` tries these.
    let has_json = verbs().into_iter().filter(|(_, help)| help.contains("--json\n")).map(|(verb, _)| verb);
    for verb in has_json.filter(|verb| !CHANGING.contains(&verb.as_str())) {
        let words: Vec<&str> = verb.split(' ').collect();
        let tried = |arguments: &&&[&str]| arguments.starts_with(&words) && arguments.contains(&"--json");
        assert!(read.iter().any(|arguments| tried(&arguments)), "{verb} --json is not tried");
    }
    for arguments in read {
        let said = |lang: &'static str| {
            let mut command = desk.command(arguments);
            command
                .env("HUDNA_LANG", lang)
                .env("HUDNA_DIGITS", if lang == "ar" { "arabic" } else { "western" });
            Ran::of(command.output().unwrap())
        };
        let (english, arabic) = (said("en"), said("ar"));
        assert_eq!(english.code, arabic.code, "{arguments:?}: {}", arabic.stderr);
        assert_eq!(steady(&english.stdout), steady(&arabic.stdout), "{arguments:?}");
        assert!(
            !english.stdout.is_empty() || arguments[0] == "erase" || english.code == 1,
            "{arguments:?}: {}",
            english.stderr
        );
    }
}

/// Without the moment at which a report or a past state was made, and what `doctor` says of the settings given.
fn steady(text: &str) -> String {
    let moment = |line: &str| line.contains("made_at") || line.starts_with("Made at");
    let setting = |line: &str| line.contains(r#""what":"setting""#);
    text.lines().filter(|line| !moment(line) && !setting(line)).map(|line| format!("{line}\n")).collect()
}
