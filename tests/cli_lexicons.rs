//! Lexicon files of the user.

// Helpers of tests may unwrap as tests do.
#![allow(clippy::unwrap_used)]

mod cli_harness;

use cli_harness::Desk;

/// The examples of the page on lexicons, in their order: they must do what it says.
fn examples() -> Vec<String> {
    let page = include_str!("../docs/lexicon.md");
    page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

fn lexicon(desk: &Desk, name: &str, text: &[u8]) {
    let folder = desk.home().join("lexicon");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

/// Text, speaker, polarity, kind and role of each claim.
fn found(desk: &mut Desk, text: &str) -> Vec<[String; 5]> {
    desk.file("article.txt", text.as_bytes());
    let lines = desk.done(&["extract", "--json", "article.txt"]).lines();
    let fields = ["text", "speaker", "polarity", "kind", "role"];
    lines.iter().map(|claim| fields.map(|field| claim[field].as_str().unwrap().to_owned())).collect()
}

#[test]
fn the_examples_of_the_page_do_what_it_says() {
    let examples = examples();
    assert_eq!(examples.len(), 6, "each is tried below");
    let cases: [(&str, &[(&str, &str)]); 6] = [
        ("Ann Roe trumpeted that the port was open.", &[("the port was open", "Ann Roe")]),
        ("همس سامي عمران أن الميناء مفتوح.", &[("الميناء مفتوح", "سامي عمران")]),
        ("Harbourmaster Ann Roe said the port was open.", &[("the port was open", "Ann Roe")]),
        ("Ann Roe said that a soup kitchen had opened.", &[("a soup kitchen had opened", "Ann Roe")]),
        ("Ann Roe mused: “The port was open.”", &[]),
        (
            "La ministra Ana Roe dijo que el puerto está abierto. El portavoz Luis Mar negó que la aldea fue atacada.",
            &[("el puerto está abierto", "Ana Roe"), ("la aldea fue atacada", "Luis Mar")],
        ),
    ];
    for (example, (text, wanted)) in examples.iter().zip(cases) {
        let mut desk = Desk::new();
        let without = found(&mut desk, text);
        lexicon(&desk, "mine.toml", example.as_bytes());
        let with = found(&mut desk, text);
        let told: Vec<(&str, &str)> =
            with.iter().map(|claim| (claim[0].as_str(), claim[1].as_str())).collect();
        assert_eq!(told, wanted, "{example}");
        assert_ne!(with, without, "{example} changes something");
        desk.done(&["import", "article.txt"]);
        assert_eq!(desk.done(&["claims", "--json"]).lines().len(), wanted.len(), "import uses it too");
    }
}

#[test]
fn the_doctor_lists_the_files_in_use() {
    let mut desk = Desk::new();
    let examples = examples();
    for (name, text) in [("b.toml", &examples[0]), ("a.toml", &examples[5]), (".a.toml", &examples[1])] {
        lexicon(&desk, name, text.as_bytes());
    }
    lexicon(&desk, "notes.txt", b"no lexicon");
    let told = desk.done(&["doctor"]).stdout;
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("  lexicon  ")).collect();
    assert!(lines.len() == 2 && lines[0].contains("a.toml") && lines[1].contains("b.toml"), "{told}");
    let extraction = told.lines().find(|line| line.contains("  extraction  ")).unwrap();
    assert!(
        extraction.starts_with("ok") && extraction.contains("ar, en,") && extraction.contains(", es"),
        "{told}"
    );
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_its_line() {
    let mut desk = Desk::new();
    desk.file("article.txt", b"Ann Roe said that the port was open.");
    for (name, text) in [
        ("cue.toml", &b"language = \"en\"\ncues = [\n  { verb = \"trumpet\" },\n]\n"[..]),
        ("list.toml", b"language = \"en\"\n[words]\ncolour = \"red\"\n"),
        ("field.toml", b"language = \"en\"\n\ncolour = \"red\"\n"),
        ("torn.toml", b"language = \"en\"\ncues = [\n"),
        ("new.toml", b"language = \"eo\"\n"),
        ("bytes.toml", b"language = \"\xff\"\n"),
        ("escape.toml", b"language = \"en\"\nremove = [\"\\u001b[2J\"]\n"),
    ] {
        lexicon(&desk, name, text);
        let ran = desk.refused(1, &["extract", "article.txt"]);
        assert!(ran.stderr.contains(name) && ran.stderr.contains("docs/lexicon.md"), "{}", ran.stderr);
        desk.refused(1, &["import", "article.txt"]);
        assert!(desk.refused(1, &["doctor"]).stdout.contains("WRONG  extraction"));
        std::fs::remove_file(desk.home().join("lexicon").join(name)).unwrap();
    }
    let transcript = desk.transcript();
    let refusals: Vec<&str> = transcript.split("\n\n").filter(|run| run.contains("hudna extract")).collect();
    // The lists that there are, which are many, may change.
    let cut = |line: &str| line.split(", fused").next().unwrap_or_default().to_owned();
    let refusals: Vec<String> = refusals.join("\n\n").lines().map(cut).collect();
    insta::assert_snapshot!("lexicon_wrong", refusals.join("\n"));
    lexicon(&desk, "huge.toml", &vec![b'#'; (1 << 20) + 1]);
    assert!(desk.refused(1, &["extract", "article.txt"]).stderr.contains("larger than 1 MiB"));
    std::fs::remove_file(desk.home().join("lexicon/huge.toml")).unwrap();
    (0..65).for_each(|n| lexicon(&desk, &format!("{n}.toml"), b"language = \"en\"\n"));
    assert!(desk.refused(1, &["extract", "article.txt"]).stderr.contains("more than 64 files"));
    assert!(!desk.home().join("casebook.db").exists());
}

#[test]
fn own_words_are_compared_with_the_built_in_ones() {
    let mut desk = Desk::new();
    desk.file("article.txt", b"Ann Roe said that the port was open. Ann Roe trumpeted that it was full.");
    lexicon(&desk, "mine.toml", examples()[0].as_bytes());
    let shown = desk.done(&["extract", "--compare", "article.txt"]).stdout;
    assert!(
        shown.starts_with("1 the same, 0 with other fields, 0 only without, 1 only with lexicons\n"),
        "{shown}"
    );
}
