//! Taking articles in, and extraction without a casebook.

mod cli_harness;

use cli_harness::{Desk, QUIET};

/// Two sentences with a speaker each, one of them a denial.
const ARABIC: &str = "قصف على بلدة تل سُمّار\r\n\r\nقال المتحدث العسكري العميد ضرغام البارزلي إن الجيش رد على مصدر نيران. \
    ونفى البارزلي مقتل أي مدني في البلدة.\r\n";

#[test]
fn the_same_article_twice_is_one_document() {
    let mut desk = Desk::new();
    desk.file("rain.txt", QUIET.as_bytes());
    desk.file("copy.txt", QUIET.as_bytes());
    desk.done(&["import", "rain.txt"]);
    desk.done(&["import", "rain.txt"]);
    desk.done(&["import", "copy.txt"]);
    desk.done(&["documents"]);
    insta::assert_snapshot!("twice", desk.transcript());
}

#[test]
fn another_text_under_the_same_address_is_a_new_version() {
    let (mut desk, old) = Desk::with_document();
    desk.done(&["document", "edit", &old, "--url", "https://plateau.example/rain"]);
    desk.file("later.txt", QUIET.replace("two days", "three days").as_bytes());
    desk.done(&["import", "later.txt", "--url", "https://plateau.example/rain"]);
    desk.done(&["documents"]);
    desk.done(&["show", &old]);
    insta::assert_snapshot!("version", desk.transcript());
    let lines = desk.done(&["documents", "--json"]).lines();
    assert_eq!(lines[0]["previous"], old.as_str());
    assert_eq!(lines[1]["newer"], lines[0]["id"]);
}

#[test]
fn broken_inputs_fail_alone() {
    let mut desk = Desk::new();
    desk.file("in/a.txt", QUIET.as_bytes());
    desk.file("in/b.txt", b"");
    desk.file("in/c.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0");
    desk.file("in/deep/d.md", b"# Rain again\n\nIt rained again on Karmud.\n");
    desk.file("in/picture.png", b"\x89PNG\r\n\x1a\n");
    desk.refused(1, &["import", "in", "missing.txt"]);
    desk.done(&["documents"]);
    insta::assert_snapshot!("broken", desk.transcript());
    assert_eq!(desk.done(&["documents", "--json"]).lines().len(), 2, "the good ones are in");
    let json = desk.refused(1, &["import", "--json", "in/b.txt", "in/a.txt"]);
    assert_eq!(json.lines().len(), 2);
    assert!(json.lines()[0]["error"].is_string() && json.lines()[1]["error"].is_null());
    desk.done(&["undo"]);
    assert_eq!(
        desk.done(&["documents", "--json"]).lines().iter().filter(|d| d["withdrawn"] == "").count(),
        0,
        "one undo takes the whole batch back"
    );
}

#[test]
fn nothing_to_import_makes_no_casebook() {
    let mut desk = Desk::new();
    desk.refused(1, &["import", "missing.txt"]);
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0);
}

#[test]
fn standard_input_with_what_the_person_knows() {
    let mut desk = Desk::new();
    let stated = [
        "--title",
        "مطر",
        "--outlet",
        "محطة الهضبة",
        "--published",
        "٢٠٣١-٠٥-١٢",
        "--lang",
        "en",
        "--url",
        "https://plateau.example/rain",
        "--author",
        "R. Naji",
    ];
    let ran = desk.piped(&[&["import", "-"], &stated[..]].concat(), QUIET.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let document = desk.done(&["documents", "--json"]).lines().remove(0);
    for (field, value) in [
        ("title", "مطر"),
        ("outlet", "محطة الهضبة"),
        ("published", "2031-05-12"),
        ("language", "en"),
        ("url", "https://plateau.example/rain"),
        ("author", "R. Naji"),
    ] {
        assert_eq!(document[field], value, "{field}");
    }
    for bad in [&b""[..], b" \n\t", b"\x89PNG\r\n\x1a\n\0\0\0"] {
        let ran = desk.piped(&["import", "-"], bad);
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{}", ran.stderr);
        assert!(ran.stderr.contains("standard input") && ran.stderr.contains("hint:"), "{}", ran.stderr);
    }
}

#[test]
fn extract_prints_spans_into_the_file() {
    let mut desk = Desk::new();
    desk.file("ar.txt", format!("\u{feff}{ARABIC}").as_bytes());
    let ran = desk.done(&["extract", "--json", "ar.txt"]);
    let text: Vec<char> = ARABIC.replace("\r\n", "\n").chars().collect();
    assert!(ran.lines().len() >= 2, "{}", ran.stdout);
    for (claim, line) in ran.lines().iter().zip(ran.stdout.lines()) {
        let (start, end) =
            (claim["start"].as_u64().unwrap() as usize, claim["end"].as_u64().unwrap() as usize);
        assert_eq!(claim["text"], text[start..end].iter().collect::<String>());
        assert_eq!(claim["file"], "ar.txt");
        let fields: Vec<&str> =
            "file document start end text speaker role cue via quote polarity kind nested \
            confidence worth reasons said_at translation status language"
                .split_whitespace()
                .collect();
        assert_eq!(claim.as_object().unwrap().len(), fields.len(), "{line}");
        let places: Vec<usize> = fields.iter().map(|f| line.find(&format!("\"{f}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{line}");
    }
    assert!(ran.lines().iter().any(|claim| claim["polarity"] == "deny"), "{}", ran.stdout);
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "nothing is stored");
}

#[test]
fn extract_agrees_with_import() {
    let mut desk = Desk::new();
    desk.file("ar.txt", ARABIC.as_bytes());
    let extracted = desk.done(&["extract", "--json", "ar.txt"]).lines();
    desk.done(&["import", "ar.txt"]);
    let kept = desk.done(&["claims", "--json"]).lines();
    assert_eq!(extracted.len(), kept.len());
    for found in &extracted {
        assert!(
            kept.iter().any(|claim| ["document", "start", "end", "text", "speaker", "cue", "kind", "status"]
                .iter()
                .all(|field| claim[field] == found[field])),
            "{found}"
        );
    }
}

#[test]
fn extract_goes_on_after_a_broken_input() {
    let mut desk = Desk::new();
    desk.file("quiet.txt", QUIET.as_bytes());
    desk.file("empty.txt", b"");
    desk.refused(1, &["extract", "empty.txt", "missing.txt", "quiet.txt"]);
    let from_pipe = desk.piped(&["extract", "--json", "-"], ARABIC.as_bytes());
    assert_eq!(from_pipe.code, 0);
    assert!(from_pipe.lines().iter().all(|claim| claim["file"] == "-"));
    let transcript = desk.transcript();
    insta::assert_snapshot!("extract_broken", transcript.split("$ hudna extract --json").next().unwrap());
}

#[test]
fn long_lists_are_read_page_by_page() {
    let mut desk = Desk::new();
    let sentence = |n: usize| format!("قال المتحدث العسكري إن القذيفة رقم {n} سقطت في البلدة.\n");
    let article: String = (0..1203).map(sentence).collect();
    desk.file("long.txt", article.as_bytes());
    desk.done(&["import", "long.txt"]);
    let count: usize = desk.done(&["claims", "--count"]).stdout.trim().parse().unwrap();
    assert!(count > 1000, "{count}");
    let listed = desk.done(&["claims", "--json"]).lines();
    let ids: std::collections::BTreeSet<_> = listed.iter().map(|claim| claim["id"].as_str()).collect();
    assert_eq!((listed.len(), ids.len()), (count, count));
    assert_eq!(desk.done(&["claims"]).stdout.lines().count(), count + 1, "with a line of titles");
}

#[test]
fn many_at_once_come_out_in_the_order_of_the_inputs() {
    let mut desk = Desk::new();
    let mut names: Vec<String> = (0..24).map(|n| format!("in/{n:02}.txt")).collect();
    for (n, name) in names.iter().enumerate() {
        // The earlier, the longer.
        let sentence = format!("قال المتحدث العسكري إن القذيفة رقم {n} سقطت في البلدة.\n");
        desk.file(name, sentence.repeat(3 * (24 - n)).as_bytes());
    }
    names.insert(5, "in/missing.txt".to_owned());
    let mut run = |verb: &[&str], jobs: &str| {
        let inputs = names.iter().map(String::as_str);
        let arguments: Vec<&str> = verb.iter().copied().chain(["--jobs", jobs]).chain(inputs).collect();
        let ran = desk.refused(1, &arguments);
        assert!(ran.stderr.contains("missing.txt"), "{}", ran.stderr);
        ran.stdout
    };
    let extracted = run(&["extract", "--json"], "1");
    assert!(extracted.lines().count() > 100);
    assert!(run(&["extract", "--json"], "5") == extracted);
    let imported = run(&["import", "--db", "one.db"], "1");
    assert_eq!(imported.lines().count(), 24);
    assert_eq!(run(&["import", "--db", "five.db"], "5"), imported);
    let journal = |desk: &mut Desk, db: &str| {
        let lines = desk.done(&["documents", "--json", "--db", db]).lines();
        lines.iter().map(|document| document["id"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(journal(&mut desk, "five.db"), journal(&mut desk, "one.db"));
}

#[cfg(unix)]
#[test]
fn an_interrupted_batch_keeps_what_is_in_and_says_so() {
    let mut desk = Desk::new();
    desk.file("a.txt", QUIET.as_bytes());
    desk.file("c.txt", b"It snowed on the plateau.\n");
    // The second input waits for its end, so that the signal comes in the midst of the batch.
    let mut command = desk.command(&["import", "a.txt", "-", "c.txt"]);
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    let mut tries = 0;
    while desk.run(&["documents", "--json"]).stdout.is_empty() {
        tries += 1;
        assert!(tries < 1000, "the first input does not come in");
    }
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    drop(child.stdin.take());
    let ran = cli_harness::Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stdout.contains("new: a.txt") && !ran.stdout.contains("c.txt"), "{}", ran.stdout);
    assert!(ran.stderr.contains("not tried"), "{}", ran.stderr);
    assert_eq!(desk.done(&["documents", "--json"]).lines().len(), 1);
}
