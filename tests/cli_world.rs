//! The program among other programs: places, rights, pipes, two at once, trying out.

mod cli_harness;

use cli_harness::{Desk, Ran};
use std::io::Read;
use std::process::Stdio;

#[test]
fn places() {
    let (mut desk, _) = Desk::with_document();
    desk.done(&["claim", "add", "--db", "named.db", "--text", "x", "--speaker", "S"]);
    assert!(desk.path("named.db").exists());
    let by_variable = |desk: &Desk, arguments: &[&str]| {
        Ran::of(desk.command(arguments).env("HUDNA_DB", "named.db").output().unwrap())
    };
    assert_eq!(by_variable(&desk, &["claims", "--count"]).stdout, "1\n");
    let home = desk.home().join("casebook.db");
    let nearer = by_variable(&desk, &["claims", "--count", "--db", home.to_str().unwrap()]);
    assert_eq!(nearer.stdout, "0\n", "--db stands above HUDNA_DB");
    let nowhere = Ran::of(
        desk.command(&["claims"]).env_remove("HUDNA_HOME").env("HOME", desk.path("")).output().unwrap(),
    );
    assert!(nowhere.stderr.contains("hudna"), "{}", nowhere.stderr);
    assert_eq!(nowhere.code, 1);
}

#[cfg(unix)]
#[test]
fn files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, _) = Desk::with_claim();
    let mut found = 0;
    for entry in std::fs::read_dir(desk.home()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            found += 1;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
        }
    }
    assert!(found >= 2, "casebook and key");
}

#[test]
fn doctor() {
    let mut desk = Desk::new();
    desk.done(&["doctor"]);
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "it changes nothing");
    let (mut full, _) = Desk::with_claim();
    full.done(&["doctor"]);
    let text = desk.transcript() + &full.transcript();
    let text: String =
        text.lines().filter(|line| !line.contains("extraction")).map(|line| format!("{line}\n")).collect();
    insta::assert_snapshot!("doctor", text);
    let synced = full.file("Dropbox/copy.db", b"not a casebook");
    let ran = full.refused(1, &["doctor", "--db", synced.to_str().unwrap()]);
    assert!(ran.stdout.contains("Dropbox") && ran.stdout.contains("WRONG"), "{}", ran.stdout);
}

#[test]
fn a_new_casebook_in_a_synchronised_folder_is_warned_of_once() {
    let mut desk = Desk::new();
    desk.file("Nextcloud/notes.txt", b"x");
    desk.file("stick/.sync_77.db", b"x");
    let add = |db: &'static str| ["claim", "add", "--text", "x", "--speaker", "S", "--db", db];
    for db in ["Nextcloud/case.db", "stick/deep/case.db"] {
        let said = desk.done(&add(db)).stderr;
        assert!(said.contains("Nextcloud") && said.contains("hudna share"), "{said}");
        assert_eq!(desk.done(&add(db)).stderr, "", "once");
        let doctor = desk.done(&["doctor", "--db", db]).stdout;
        assert!(doctor.contains("risky  place") && doctor.contains("Nextcloud"), "{doctor}");
    }
    let said = desk.done(&add("case.db")).stderr;
    assert_eq!(said, "there was no casebook yet: a new one begins in case.db\n", "good ground");
    assert_eq!(desk.done(&add("case.db")).stderr, "", "once");
}

#[cfg(unix)]
#[test]
fn doctor_sees_rights_and_journal_mode() {
    use std::os::unix::fs::PermissionsExt;
    let (mut desk, _) = Desk::with_claim();
    let path = desk.home().join("casebook.db");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let ran = desk.done(&["doctor"]);
    assert!(ran.stdout.contains("risky  rights") && ran.stdout.contains("644"), "{}", ran.stdout);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[18..20].copy_from_slice(&[2, 2]);
    std::fs::write(desk.path("wal.db"), bytes).unwrap();
    let ran = desk.refused(1, &["doctor", "--db", "wal.db"]);
    assert!(ran.stdout.contains("WRONG  journal mode"), "{}", ran.stdout);
}

#[test]
fn two_programs_at_once_lose_nothing() {
    let (mut desk, claim) = Desk::with_claim();
    let desk_ref = &desk;
    std::thread::scope(|scope| {
        for writer in ["first", "second"] {
            let claim = &claim;
            scope.spawn(move || {
                for n in 0..50 {
                    let ran = Ran::of(
                        desk_ref.command(&["comment", claim, &format!("{writer} {n}")]).output().unwrap(),
                    );
                    assert_eq!(ran.code, 0, "{writer} {n}: {}", ran.stderr);
                }
            });
        }
    });
    let file = desk.done(&["show", &claim, "--json"]).lines().remove(0);
    let mut texts: Vec<String> =
        file["comments"].as_array().unwrap().iter().map(|c| c["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    let mut wanted: Vec<String> =
        ["first", "second"].iter().flat_map(|w| (0..50).map(move |n| format!("{w} {n}"))).collect();
    wanted.sort();
    assert_eq!(texts, wanted);
    let rebuilt = desk.done(&["rebuild"]);
    assert!(rebuilt.stdout.starts_with("equal: "), "{}", rebuilt.stdout);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let (desk, claim) = Desk::with_claim();
    for n in 0..3 {
        let text = format!("{n} {}", "long ".repeat(20_000));
        assert_eq!(desk.command(&["comment", &claim, &text]).status().unwrap().code(), Some(0));
    }
    let mut child = desk.command(&["show", &claim]).stdout(Stdio::piped()).spawn().unwrap();
    let mut beginning = [0; 10];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut beginning).unwrap();
    drop(stdout);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

#[test]
fn trying_out_without_a_terminal() {
    let mut desk = Desk::new();
    let ran = desk.done(&["try"]);
    assert!(ran.stdout.starts_with("ID "), "a table of claims: {}", ran.stdout);
    let last = ran.stdout.lines().last().unwrap();
    let folder = std::fs::read_dir(desk.tmp()).unwrap().next().unwrap().unwrap().path();
    let casebook = folder.join("casebook.db");
    assert!(last.contains(casebook.to_str().unwrap()), "{last}");
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "the person's own things are not touched");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(folder.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
    let db = casebook.to_str().unwrap();
    let documents = desk.done(&["documents", "--json", "--db", db]).lines();
    assert!(
        documents.len() >= 4 && documents.iter().all(|d| d["claims"].as_u64().unwrap() > 0),
        "{documents:#?}"
    );
    assert!(desk.done(&["rebuild", "--db", db]).stdout.starts_with("equal: "));
}

#[test]
fn words_copied_from_arabic_text_bring_their_marks_along() {
    let (mut desk, claim) = Desk::with_claim();
    let marked = format!("\u{200f}{}\u{200e} ", &claim[..12]);
    assert_eq!(desk.done(&["show", &marked, "--json"]).lines()[0]["claim"]["id"], claim.as_str());
    desk.done(&["comment", &marked, "hm"]);
    desk.done(&["log", &format!("\u{2067}{claim}\u{2069}"), "--limit", "\u{200f}٢"]);
    let head = desk.done(&["verify", "--json"]).json("head");
    desk.done(&["verify", "--head", &format!("\u{200e}{head}\u{200f}")]);
    desk.done(&["claims", "--as-of", "\u{200f}0s"]);
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_no_success() {
    for (lang, word) in [("en", "error:"), ("ar", "خطأ:")] {
        for arguments in [&["--help"][..], &["claims", "-h"], &["--version"]] {
            let mut desk = Desk::new();
            desk.environment.push(("HUDNA_LANG", lang));
            let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
            let ran = Ran::of(desk.command(arguments).stdout(full).output().unwrap());
            assert_eq!(ran.code, 1, "{arguments:?}");
            assert!(ran.stderr.starts_with(word), "{}", ran.stderr);
        }
    }
}
