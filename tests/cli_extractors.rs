//! Other extractors in place of the built-in one, two side by side, and how claims were found.
#![cfg(unix)]
// Helpers of tests may unwrap as tests do.
#![allow(clippy::unwrap_used)]

mod cli_harness;

use cli_harness::{Desk, QUIET, Ran};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

const ARTICLE: &str = "Shells on Karmud\n\nBrigadier Dirgham Barzali said that the road was open. He denied that anybody was killed.\n";

/// A command that writes these lines.
fn writes(desk: &Desk, name: &str, script: &str) -> String {
    desk.file(name, format!("cat >/dev/null\n{script}\n").as_bytes());
    format!("/bin/sh {name}")
}

#[test]
fn claims_of_another_program_are_stored_under_its_name() {
    let mut desk = Desk::new();
    desk.file("article.txt", ARTICLE.as_bytes());
    let line = r#"{"start":18,"end":43,"speaker":"Nobody","kind":"violation"}"#;
    let command = writes(&desk, "finder.sh", &format!("echo '{line}'; echo took a guess >&2"));
    let found = desk.done(&["extract", "--json", "--with", &command, "article.txt"]);
    assert_eq!(found.json("text"), "Brigadier Dirgham Barzali");
    assert!(found.stderr.contains("it said: took a guess"), "{}", found.stderr);
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "nothing is stored");
    desk.done(&["import", "--with", &command, "article.txt"]);
    let kept = desk.done(&["claims", "--json"]).lines();
    assert_eq!((kept.len(), kept[0]["speaker"].as_str()), (1, Some("Nobody")));
    let file = std::fs::read(desk.home().join("casebook.db")).unwrap();
    let needle = b"\"extraction\":\"with:sh:";
    assert!(file.windows(needle.len()).any(|bytes| bytes == needle), "the journal names the extraction");
    desk.done(&["rebuild"]);
}

#[test]
fn what_a_program_does_wrong_is_told_and_nothing_stored() {
    let mut desk = Desk::new();
    desk.file("a.txt", QUIET.as_bytes());
    desk.file("b.txt", ARTICLE.as_bytes());
    let bad = writes(&desk, "bad.sh", r#"echo '{"start":0,"end":6}'; echo '{"start":0,"end":100}'"#);
    let fails = writes(&desk, "fails.sh", "printf 'no \\033[31mmodel\\n' >&2; exit 3");
    let silent = writes(&desk, "silent.sh", "");
    for command in [&bad, &fails, &silent, "./absent.sh", "\"", "/bin/sh -c 'echo [1]'"] {
        let code = if command == "\"" { 2 } else { 1 };
        let ran = desk.refused(code, &["extract", "--with", command, "a.txt"]);
        assert!(ran.stdout.is_empty() && !ran.stderr.contains('\u{1b}'), "{}", ran.stderr);
    }
    let ran = desk
        .refused(1, &["extract", "--with", "/usr/bin/env tail -f /dev/null", "--timeout", "0.3", "a.txt"]);
    assert!(ran.stderr.contains("did not end within 0.3 s"), "{}", ran.stderr);
    insta::assert_snapshot!("extractor_wrong", desk.transcript());
    // The first document is too short for the second span, the other is not.
    desk.refused(1, &["import", "--with", &bad, "a.txt", "b.txt"]);
    let documents = desk.done(&["documents", "--json"]).lines();
    assert_eq!(documents.len(), 1, "one failed alone");
    assert_eq!(documents[0]["title"], "Shells on Karmud");
    desk.refused(2, &["extract", "--timeout", "5", "a.txt"]);
    desk.refused(2, &["extract", "--explain", "--compare", "a.txt"]);
}

#[test]
fn no_casebook_is_made_for_a_program_that_is_not_there() {
    let mut desk = Desk::new();
    desk.file("a.txt", QUIET.as_bytes());
    desk.refused(1, &["import", "--with", "./absent", "a.txt"]);
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0);
}

#[test]
fn an_interrupt_ends_the_program_and_stores_nothing() {
    let desk = Desk::new();
    desk.file("a.txt", QUIET.as_bytes());
    let fifo = desk.path("fifo");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let command = writes(&desk, "hangs.sh", "trap '' INT TERM\necho $$ > fifo\ntail -f /dev/null");
    let child = desk.start(&["import", "--with", &command, "a.txt", "a.txt"]);
    let pid = std::fs::read_to_string(&fifo).unwrap();
    let kill = |signal: &str, pid: &str| {
        std::process::Command::new("kill").args([signal, pid]).output().unwrap().status.success()
    };
    assert!(kill("-0", pid.trim()), "it runs");
    assert!(kill("-INT", &child.id().to_string()));
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("sh was stopped") && ran.stderr.contains("1 input not tried"),
        "{}",
        ran.stderr
    );
    assert!(!kill("-0", pid.trim()), "it was ended");
}

#[test]
fn two_extractors_side_by_side() {
    let mut desk = Desk::new();
    desk.file("article.txt", ARTICLE.as_bytes());
    let built_in = desk.done(&["extract", "--json", "article.txt"]);
    let mut lines = built_in.lines();
    assert!(lines.len() >= 2, "{}", built_in.stdout);
    lines[0]["speaker"] = "Somebody Else".into();
    let (first, last) = (&lines[0], r#"{"start":0,"end":6,"kind":"violation"}"#);
    let command = writes(&desk, "finder.sh", &format!("cat <<'END'\n{first}\n{last}\nEND"));
    let compared = desk.done(&["extract", "--compare", "--json", "--with", &command, "article.txt"]).lines();
    let told: Vec<(&str, String)> = compared
        .iter()
        .map(|pair| (pair["where"].as_str().unwrap(), pair["differing"].to_string()))
        .collect();
    assert_eq!(told[..2], [("right", "[]".to_owned()), ("both", "[\"speaker\"]".to_owned())]);
    assert_eq!(compared[1]["right"]["speaker"], "Somebody Else");
    assert_eq!(compared.last().unwrap()["where"], "left");
    let shown = desk.done(&["extract", "--compare", "--with", &command, "article.txt"]).stdout;
    let only_left = lines.len() - 1;
    let counts = format!("0 the same, 1 with other fields, {only_left} only built-in, 1 only sh\n");
    assert!(shown.starts_with(&counts), "{shown}");
    assert!(shown.contains("  or         Somebody Else"), "{shown}");
    let same = writes(&desk, "same.sh", &format!("cat <<'END'\n{}END", built_in.stdout));
    let shown = desk.done(&["extract", "--compare", "--with", &same, "article.txt"]).stdout;
    assert!(shown.starts_with(&format!("{} the same, 0 with other fields, 0 only", lines.len())), "{shown}");
    let nothing = desk.refused(2, &["extract", "--compare", "article.txt"]);
    assert!(nothing.stderr.contains("nothing to compare with"), "{}", nothing.stderr);
}

#[test]
fn each_claim_says_how_it_was_found() {
    let mut desk = Desk::new();
    desk.file("article.txt", ARTICLE.as_bytes());
    let found = desk.done(&["extract", "--explain", "--json", "article.txt"]).lines();
    let text: Vec<char> = ARTICLE.chars().collect();
    for claim in &found {
        let place = |field: &str| claim[field].as_u64().unwrap() as usize;
        let cue: String = text[place("cue_start")..place("cue_end")].iter().collect();
        assert_eq!(claim["cue"], cue.as_str());
        assert!(!claim["rule"].as_str().unwrap().is_empty());
        let chain = claim["speaker_chain"].as_array().unwrap();
        assert_eq!(chain.last().unwrap()["name"], claim["speaker"], "it ends with the speaker");
    }
    let denial = found.iter().find(|claim| claim["cue"] == "denied").unwrap();
    assert_eq!(denial["speaker_chain"][0]["how"], "he");
    let shown = desk.done(&["extract", "--explain", "article.txt"]).stdout;
    assert!(shown.contains("  speaker      a pronoun for a man: Dirgham Barzali"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 80 || line.starts_with("  claim")), "{shown}");
}

/// What a model might answer: words around the array, one claim made up, one repeated.
const ANSWER: &str = r#"Here you are:
[{"text":"the road was open","speaker":"Dirgham\u202e Barzali","cue":"said","polarity":"assert","kind":"humanitarian"},
 {"text":"the road was closed","speaker":"Dirgham Barzali"},
 {"text":"anybody was killed","speaker":"Dirgham Barzali","cue":"denied","polarity":"DENY","kind":"casualty"},
 {"text":"anybody was killed"}, 7]"#;

/// A server for one request; gives what was sent to it.
fn serve(listener: TcpListener) -> String {
    let (mut stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let answer = serde_json::json!({"choices": [{"message": {"content": ANSWER}}]}).to_string();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length:";
    write!(stream, "{head} {}\r\n\r\n{answer}", answer.len()).unwrap();
    String::from_utf8(body).unwrap()
}

#[test]
fn the_example_asks_a_model_on_this_machine() {
    let python =
        std::process::Command::new("python3").args(["-c", "import sys; print(sys.executable)"]).output();
    let Some(python) = python.ok().filter(|ran| ran.status.success()) else {
        println!("skipped: there is no python3");
        return;
    };
    let python = String::from_utf8(python.stdout).unwrap();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples/local_model.py");
    let command = format!("'{}' -I '{example}'", python.trim());
    let desk = Desk::new();
    desk.file("article.txt", ARTICLE.as_bytes());
    let run = |url: &str| {
        let arguments = ["extract", "--json", "--with", &command, "article.txt"];
        Ran::of(desk.command(&arguments).env("HUDNA_MODEL_URL", url).output().unwrap())
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || serve(listener));
    let ran = run(&url);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(server.join().unwrap().contains("Brigadier Dirgham Barzali said"), "the article was sent");
    let claims = ran.lines();
    assert_eq!(claims.len(), 2, "{}", ran.stdout);
    assert_eq!(
        (&claims[0]["text"], &claims[0]["speaker"]),
        (&"the road was open".into(), &"Dirgham Barzali".into())
    );
    assert_eq!((&claims[1]["kind"], &claims[1]["polarity"]), (&"casualty".into(), &"assert".into()));
    assert!(ran.stderr.contains("2 claims do not stand in the text"), "{}", ran.stderr);
    let refused = run("http://model.example/v1");
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("is not this machine"), "{}", refused.stderr);
    let closed = run(&url);
    assert!(closed.code == 1 && closed.stderr.contains("refused"), "{}", closed.stderr);
}
