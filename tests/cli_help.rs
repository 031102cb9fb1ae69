//! The help, completions and manual of every verb.

mod cli_harness;

use cli_harness::{Desk, verbs};

#[test]
fn help_of_every_verb() {
    let mut desk = Desk::new();
    desk.done(&["--help"]);
    for (verb, _) in verbs() {
        let mut arguments: Vec<&str> = verb.split(' ').collect();
        arguments.push("--help");
        desk.done(&arguments);
    }
    insta::assert_snapshot!("help", desk.transcript());
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "help leaves nothing behind");
}

#[test]
fn completions_and_manual_name_every_verb() {
    let mut desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = desk.done(&["completions", shell]).stdout;
        for word in ["import", "dismiss", "stance"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let manual = desk.done(&["man"]).stdout;
    let verbs = verbs();
    assert!(verbs.len() > 45, "the help lists them");
    for (verb, _) in verbs {
        let name = format!("hudna {verb}").replace([' ', '-'], "\\-");
        assert!(manual.contains(&name), "{verb} has no page");
    }
}

#[test]
fn wrong_usage_ends_with_2() {
    let mut desk = Desk::new();
    for arguments in [
        &["nonsense"][..],
        &["import"],
        &["claims", "--nonsense"],
        &["claims", "kind:war"],
        &["claims", "status:"],
        &["claim", "add"],
        &["claim", "add", "d1"],
        &["claim", "add", "d1", "--start", "1"],
        &["claim", "add", "--text", "words without a speaker"],
        &["claim", "add", "--text", "both", "--speaker", "S", "--start", "1", "--end", "2"],
        &["claim", "add", "d1", "--start", "x", "--end", "2"],
        &["claim", "edit", "c1"],
        &["claim", "edit", "c1", "--kind", "war"],
        &["claim", "dismiss", "c1"],
        &["document", "edit", "d1"],
        &["evidence", "add", "c1", "--stance", "context"],
        &["evidence", "add", "c1", "--url", "https://a.example"],
        &["evidence", "add", "c1", "--url", "https://a.example", "--stance", "maybe"],
        &["evidence", "add", "c1", "--url", "https://a.example", "--stance", "context", "--grade", "Z9"],
        &["evidence", "edit", "e1"],
        &["verdict"],
        &["verdict", "c1"],
        &["verdict", "c1", "true"],
        &["verdict", "withdraw"],
        &["merge"],
        &["resolve", "c1", "speaker"],
        &["resolve", "c1", "nonsense", "--take", "1"],
        &["report", "--format", "pdf"],
        &["report", "--lang", "fr"],
        &["report", "--force"],
        &["--bidi", "sideways", "claims"],
        &["completions", "cmd"],
    ] {
        let ran = desk.refused(2, arguments);
        assert!(ran.stdout.is_empty());
        assert!(ran.stderr.starts_with("error: ") || ran.stderr.contains("Usage:"), "{}", ran.stderr);
    }
    insta::assert_snapshot!("usage", desk.transcript());
}

#[test]
fn help_in_arabic() {
    let mut desk = Desk::new();
    for arguments in [
        &["--lang", "ar", "--help"][..],
        &["claims", "--lang", "ar", "--help"],
        &["--lang", "ar", "share", "-h"],
        &["key", "device", "--lang=ar", "--help"],
    ] {
        let ran = desk.done(arguments);
        assert!(ran.stderr.is_empty());
    }
    insta::assert_snapshot!("help_arabic", desk.transcript());
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "help leaves nothing behind");
}

#[test]
fn refusals_in_arabic() {
    let mut desk = Desk::new();
    for arguments in [
        &["reprot"][..],
        &["claims", "--cuont"],
        &["claims", "--json", "--json"],
        &["claim", "add", "d1", "--start", "1"],
        &["verdict", "withdraw"],
        &["evidence", "add", "c1", "--url", "https://a.example", "--stance", "maybe"],
        &["report", "--format"],
        &["report", "--sign"],
        &["completions", "cmd"],
        &["claim"],
        &["trust", "Salma", "--forget", "--distrust"],
        &["claims", "kind:war"],
    ] {
        let arguments = [&["--lang", "ar"], arguments].concat();
        let ran = desk.refused(2, &arguments);
        assert!(ran.stdout.is_empty());
    }
    insta::assert_snapshot!("usage_arabic", desk.transcript());
}

#[test]
fn failures_in_arabic_and_files_for_programs_in_english() {
    let (mut desk, claim) = Desk::with_claim();
    desk.transcript();
    let empty = desk.file("empty.txt", b" \n").display().to_string();
    let junk = desk.file("junk.jsonl", b"{\"file\": 3}\n").display().to_string();
    for arguments in [
        &["show", "c_none"][..],
        &["claim", "restore", &claim],
        &["evidence", "add", &claim, "--url", " ", "--stance", "context"],
        &["import", &empty],
        &["score", &junk, &junk],
        &["--db", &junk, "claims"],
        &["extract", "--with", "no-such-program", &empty],
        &["merge", &junk],
        &["report", "--format", "claimreview"],
        &["key", "import", &junk],
    ] {
        desk.refused(1, &[&["--lang", "ar"], arguments].concat());
    }
    insta::assert_snapshot!("failures_arabic", desk.transcript());
    let mut json = |lang: &str| desk.refused(1, &["--lang", lang, "import", "--json", &empty]).stdout;
    let told = json("ar");
    assert_eq!(told, json("en"));
    assert!(told.contains("the file is empty"), "{told}");
}
