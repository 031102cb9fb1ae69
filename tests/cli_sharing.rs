//! Proving casebooks and bringing them together.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, contents};

#[test]
fn a_casebook_is_verified_and_a_tampered_one_is_not() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["verdict", &claim, "true", "--why", "The gauge says so."]);
    desk.done(&["share", "copy.db"]);
    desk.transcript();
    desk.done(&["verify"]);
    let shown = desk.done(&["verify", "copy.db", "--json"]);
    assert_eq!(shown.lines()[0]["faults"], serde_json::json!([]));
    assert_eq!(shown.lines()[0]["sittings"], 4);
    desk.transcript();
    desk.done(&["verify", "copy.db"]);
    let conn = rusqlite::Connection::open(desk.path("copy.db")).unwrap();
    conn.execute("UPDATE part SET body = replace(body, 'says so', 'says no')", []).unwrap();
    drop(conn);
    desk.refused(1, &["verify", "copy.db"]);
    desk.file("copy.db-wal", b"the last work");
    desk.refused(1, &["verify", "copy.db"]);
    desk.file("notes.txt", b"not a casebook");
    desk.refused(1, &["verify", "notes.txt"]);
    desk.refused(1, &["verify", "missing.db"]);
    insta::assert_snapshot!("verify", desk.transcript());
}

/// A colleague's desk with a copy of the casebook in it, and a file that they hand back.
fn handed_back(desk: &mut Desk, work: &[&[&str]]) {
    let mut other = Desk::new();
    desk.done(&["share", "for-nadim.db"]);
    other.file("case.db", &std::fs::read(desk.path("for-nadim.db")).unwrap());
    for arguments in work {
        other.done(&[arguments, &["--db", "case.db"][..]].concat());
    }
    other.done(&["share", "back.db", "--db", "case.db"]);
    desk.file("from-nadim.db", &std::fs::read(other.path("back.db")).unwrap());
}

#[test]
fn a_colleagues_work_is_merged_and_what_stands_against_each_other_is_resolved() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    handed_back(
        &mut desk,
        &[
            &["whoami", "--name", "Nadim"],
            &["claim", "edit", &claim, "--speaker", "Samir Omran"],
            &["verdict", &claim, "false", "--why", "It was dry."],
            &["comment", &claim, "Ask the station."],
            &["evidence", "add", &claim, "--url", "https://rain.example", "--stance", "refutes"],
        ],
    );
    desk.done(&["claim", "edit", &claim, "--speaker", "سامي العمران"]);
    desk.done(&["verdict", &claim, "true", "--why", "It rained."]);
    let before = contents(&desk.home());
    desk.transcript();
    desk.done(&["conflicts"]);
    desk.done(&["merge", "from-nadim.db", "--dry-run"]);
    assert!(contents(&desk.home()) == before, "a dry run changes nothing");
    desk.done(&["merge", "from-nadim.db"]);
    desk.done(&["merge", "from-nadim.db", "--yes"]);
    desk.done(&["conflicts"]);
    desk.refused(1, &["resolve", &claim, "role", "--take", "1"]);
    desk.refused(1, &["resolve", &claim, "speaker", "--take", "٧"]);
    desk.done(&["resolve", &claim[..13], "speaker", "--take", "١"]);
    desk.done(&["log", &claim, "--limit", "1"]);
    let verdict = desk.done(&["verdict", &claim, "false", "--why", "It was dry after all."]);
    assert!(verdict.stdout.starts_with('v'));
    insta::assert_snapshot!("merge", desk.transcript());
    desk.done(&["undo"]);
    desk.done(&["undo"]);
    desk.done(&["resolve", &claim, "speaker", "--value", "Sami al-Omran"]);
    assert_eq!(desk.done(&["show", &claim, "--json"]).lines()[0]["claim"]["speaker"], "Sami al-Omran");
    let lines = desk.done(&["conflicts", "--json"]).lines();
    assert_eq!((lines.len(), lines[0]["dispute"]["verdicts"].as_array().unwrap().len()), (1, 2));
    desk.done(&["verify"]);
    assert_eq!(contents(&desk.home()).len(), 4, "casebook, key, whom one met, and the copy from before");
}

#[test]
fn a_merge_that_cannot_be_says_why() {
    let (mut desk, claim) = Desk::with_claim();
    handed_back(&mut desk, &[&["comment", &claim, "hm"]]);
    let mut other = Desk::with_document().0;
    other.done(&["share", "other.db"]);
    desk.file("other-case.db", &std::fs::read(other.path("other.db")).unwrap());
    desk.transcript();
    desk.refused(1, &["merge", "other-case.db"]);
    desk.refused(1, &["merge", "from-nadim.db", "--without", "zz"]);
    desk.refused(1, &["merge", "missing.db"]);
    rusqlite::Connection::open(desk.path("from-nadim.db"))
        .unwrap()
        .execute("UPDATE part SET body = replace(body, 'hm', 'ah')", [])
        .unwrap();
    desk.refused(1, &["merge", "from-nadim.db"]);
    insta::assert_snapshot!("merge_refused", desk.transcript());
    assert!(desk.done(&["merge", "other-case.db", "--other-case", "--json"]).lines()[0]["entries"] == 2);
}

/// Whenever it comes, a wish to stop leaves no private copy behind, and all of a merge or nothing of it.
#[cfg(unix)]
#[test]
fn a_person_can_stop_and_nothing_is_left_behind() {
    let (mut desk, claim) = Desk::with_claim();
    handed_back(&mut desk, &[&["comment", &claim, "hm"]]);
    for arguments in [&["verify"][..], &["merge", "from-nadim.db"]] {
        for (n, signal) in (0..12u32).zip(["-INT", "-TERM", "-HUP"].into_iter().cycle()) {
            let mut child = desk.start(arguments);
            // Ever later: before it has begun, in its middle, when it is done.
            for _ in 0..n * n {
                std::thread::yield_now();
            }
            let killed = std::process::Command::new("kill").args([signal, &child.id().to_string()]).status();
            assert!(killed.is_ok());
            child.wait().unwrap();
            let left = contents_of_folders(&desk.home());
            assert!(left.is_empty(), "{arguments:?} {n}: {left:?}");
        }
    }
    desk.done(&["verify"]);
    desk.done(&["merge", "from-nadim.db"]);
    let comments = desk.done(&["show", &claim, "--json"]).lines()[0]["comments"].as_array().unwrap().len();
    assert_eq!(comments, 1);
}

/// What runs under `nohup` goes on when its terminal is gone.
#[cfg(unix)]
#[test]
fn a_signal_that_is_ignored_from_the_start_stays_ignored() {
    let (desk, _) = Desk::with_claim();
    for n in 0..6u32 {
        let hudna = desk.command(&["verify"]);
        let mut nohup = std::process::Command::new("/bin/sh");
        nohup
            .args(["-c", "trap '' HUP; echo; exec \"$@\"", "sh"])
            .arg(hudna.get_program())
            .args(hudna.get_args());
        nohup.env_clear().envs(hudna.get_envs().filter_map(|(name, value)| Some((name, value?))));
        nohup.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null());
        let mut child = nohup.spawn().unwrap();
        // From the first line on it is ignored.
        let mut stdout = child.stdout.take().unwrap();
        std::io::Read::read_exact(&mut stdout, &mut [0]).unwrap();
        for _ in 0..n * n {
            std::thread::yield_now();
        }
        let sent = std::process::Command::new("kill").args(["-HUP", &child.id().to_string()]).status();
        assert!(sent.is_ok());
        let mut said = String::new();
        std::io::Read::read_to_string(&mut stdout, &mut said).unwrap();
        assert!(
            child.wait().unwrap().success() && said.contains("all of it is as it was signed"),
            "{n}: {said}"
        );
    }
}

/// Folders that lie in a folder.
#[cfg(unix)]
fn contents_of_folders(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let found = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    found.filter(|path| path.is_dir()).collect()
}
