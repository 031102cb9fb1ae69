//! Whose key it is: trust, another device, a successor, loss, revocation; backups and signatures beside files.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use cli_harness::{Desk, contents};
use std::process::{Command, Stdio};

/// What a checker's `whoami` says in JSON.
fn mine(desk: &mut Desk, key: &str) -> String {
    let said = desk.done(&["whoami", "--json"]).json(key);
    desk.transcript();
    said
}

/// The same on any day: old keys are kept under the day's name.
fn undated(transcript: String) -> String {
    let day = |part: &str| {
        part.len() >= 10 && part.as_bytes()[..10].iter().all(|b| b.is_ascii_digit() || *b == b'-')
    };
    let words = ["replaced-", "revoked-", "before-import-"];
    words.iter().fold(transcript, |text, word| {
        let mut parts = text.split(word);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str(word);
            out.push_str(&if day(part) { format!("DAY{}", &part[10..]) } else { part.to_owned() });
        }
        out
    })
}

/// A desk of another person with a copy of this casebook, in which they go by this name.
fn other(desk: &mut Desk, name: &str) -> Desk {
    let mut other = Desk::new();
    hand_over(desk, &mut other);
    std::fs::rename(other.path("copy.db"), other.home().join("casebook.db")).unwrap();
    other.done(&["whoami", "--name", name]);
    other.transcript();
    other
}

/// Puts a copy of one's casebook on another's desk, as `copy.db`.
fn hand_over(from: &mut Desk, to: &mut Desk) {
    let _ = std::fs::remove_file(from.path("out.db"));
    from.done(&["share", "out.db"]);
    from.transcript();
    to.file("copy.db", &std::fs::read(from.path("out.db")).unwrap());
}

/// Merges what another has, and keeps it out of the transcript.
fn merge(from: &mut Desk, to: &mut Desk) {
    hand_over(from, to);
    to.done(&["merge", "copy.db"]);
    to.transcript();
}

/// A key of a casebook as `trust --json` tells it.
fn state(desk: &mut Desk, checker: &str) -> serde_json::Value {
    let lines = desk.done(&["trust", "--json"]).lines();
    desk.transcript();
    lines.into_iter().find(|line| line["checker"] == checker).unwrap()
}

#[test]
fn trust_is_kept_here_and_shown_where_it_matters() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    let mut nadim = other(&mut desk, "Nadim");
    nadim.done(&["verdict", &claim, "false", "--why", "It was dry."]);
    let mut impostor = other(&mut desk, "salma");
    impostor.done(&["comment", &claim, "hm"]);
    let (fingerprint, other_print) = (mine(&mut nadim, "fingerprint"), mine(&mut impostor, "fingerprint"));
    hand_over(&mut nadim, &mut desk);
    let before = contents(&desk.home());
    desk.done(&["merge", "copy.db", "--dry-run"]);
    assert!(contents(&desk.home()) == before, "a dry run notes nobody");
    desk.done(&["merge", "copy.db"]);
    hand_over(&mut impostor, &mut desk);
    desk.done(&["merge", "copy.db"]);
    let merged = desk.transcript();
    desk.refused(2, &["trust", "Nadim"]);
    desk.refused(1, &["trust", "Nadim", "--fingerprint", &other_print]);
    desk.refused(1, &["trust", "nobody", "--yes"]);
    desk.refused(1, &["trust", "Salma", "--yes"]);
    desk.done(&["trust", "Nadim", "--fingerprint", &fingerprint, "--note", "read out on the phone"]);
    desk.done(&["trust", &other_print, "--distrust"]);
    desk.done(&["trust"]);
    desk.done(&["verify"]);
    desk.done(&["trust", "Nadim", "--forget"]);
    desk.done(&["trust", "Nadim", "--forget"]);
    insta::assert_snapshot!("trust", merged + &desk.transcript());
    // It is this person's alone: nothing of it is in the casebook.
    let bytes = std::fs::read(desk.home().join("casebook.db")).unwrap();
    assert!(!bytes.windows(10).any(|piece| piece == b"read out o"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(desk.home().join("trust.toml")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_key_lives_on_and_ends_in_everybodys_casebook() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    let mut laptop = other(&mut desk, "Nadim");
    let mut phone = Desk::new();
    hand_over(&mut laptop, &mut phone);
    std::fs::rename(phone.path("copy.db"), phone.home().join("casebook.db")).unwrap();
    phone.done(&["comment", &claim, "from the phone"]);
    let (laptop_id, phone_id) = (mine(&mut laptop, "id"), mine(&mut phone, "id"));
    // Both must say it.
    merge(&mut phone, &mut laptop);
    laptop.done(&["key", "device", &phone_id, "--yes"]);
    let mut told = laptop.transcript();
    merge(&mut laptop, &mut phone);
    assert_eq!(state(&mut phone, &phone_id)["same"], serde_json::json!([]));
    phone.done(&["key", "device", "Nadim", "--yes"]);
    phone.done(&["whoami"]);
    told += &phone.transcript();
    merge(&mut phone, &mut laptop);
    merge(&mut phone, &mut desk);
    assert_eq!(state(&mut desk, &phone_id)["same"], serde_json::json!([laptop_id]));
    desk.done(&["show", &claim]);
    told += &desk.transcript();
    // A successor.
    laptop.refused(2, &["key", "replace"]);
    laptop.done(&["key", "replace", "--why", "new laptop", "--yes"]);
    laptop.done(&["comment", &claim, "with the new key"]);
    told += &laptop.transcript();
    merge(&mut laptop, &mut desk);
    let (old, new) = (state(&mut desk, &laptop_id), mine(&mut laptop, "id"));
    assert_eq!(
        (old["ends"][0]["successor"].as_str(), &old["ends"][0]["confirmed"]),
        (Some(&*new), &true.into())
    );
    // Loss, by a colleague and taken back by nobody else; and revocation, by its holder alone.
    desk.done(&["key", "lost", &phone_id, "--why", "The bag was taken."]);
    laptop.refused(1, &["key", "found", &phone_id]);
    desk.refused(1, &["key", "revoke", &phone_id, "--why", "I say so.", "--yes"]);
    desk.done(&["log", "--limit", "1"]);
    merge(&mut laptop, &mut phone);
    hand_over(&mut phone, &mut desk);
    std::fs::rename(desk.path("copy.db"), desk.path("before.db")).unwrap();
    phone.done(&["key", "revoke", "--why", "The phone was taken.", "--since", "٢٠٢٦-٠١-٠١", "--yes"]);
    told += &phone.transcript();
    hand_over(&mut phone, &mut desk);
    desk.done(&["merge", "copy.db"]);
    desk.done(&["trust"]);
    desk.done(&["log", &claim, "--limit", "2"]);
    desk.refused(1, &["trust", &phone_id, "--yes"]);
    insta::assert_snapshot!("life", undated(told + &desk.transcript()));
    assert_eq!(state(&mut desk, &phone_id)["after_end"], 1, "the comment is dated after --since");
    desk.done(&["verify"]);
    desk.done(&["rebuild"]);
}

#[test]
fn entries_that_come_after_a_key_ended_are_pointed_out() {
    let (mut desk, claim) = Desk::with_claim();
    let mut nadim = other(&mut desk, "Nadim");
    // The thief has a copy of the key and of the casebook.
    let mut thief = Desk::new();
    hand_over(&mut nadim, &mut thief);
    std::fs::rename(thief.path("copy.db"), thief.home().join("casebook.db")).unwrap();
    std::fs::copy(nadim.home().join("key"), thief.home().join("key")).unwrap();
    nadim.done(&["key", "revoke", "--why", "The office was searched.", "--yes"]);
    merge(&mut nadim, &mut desk);
    thief.done(&["verdict", &claim, "true", "--why", "Believe me."]);
    hand_over(&mut thief, &mut desk);
    let merged = desk.done(&["merge", "copy.db"]);
    assert!(
        merged.stdout.contains("WARNING") && merged.stdout.contains("dated them back"),
        "{}",
        merged.stdout
    );
    // Wherever it is shown: a standing verdict that does not say so would be believed.
    let shown = desk.done(&["show", &claim]);
    let marked = |text: &str| text.matches("AFTER THE KEY'S END").count();
    assert_eq!(marked(&shown.stdout), 2, "the verdict and its line in the history:\n{}", shown.stdout);
    assert_eq!(shown.stdout.matches("standing").count(), 1);
    desk.done(&["verdict", &claim, "false", "--why", "I do not."]);
    assert_eq!(marked(&desk.done(&["conflicts"]).stdout), 1);
    for format in ["md", "html"] {
        let report = desk.done(&["report", &format!("--format={format}")]);
        assert_eq!(report.stdout.matches("dated after the end of this key").count(), 3, "{}", report.stdout);
    }
    let json = desk.done(&["report", "--format", "json"]).stdout;
    assert_eq!(json.matches("\"after_end\": true").count(), 2, "{json}");
}

/// As people call each other; who shares it with another must be named in full.
#[test]
fn a_part_of_a_name_is_enough_where_it_means_one_person() {
    let (mut desk, _) = Desk::with_claim();
    for name in ["نديم الريحاني", "Nadim Harb", "Lina Harb"] {
        let mut other = other(&mut desk, name);
        merge(&mut other, &mut desk);
    }
    desk.transcript();
    let trusted = desk.done(&["trust", "الريحاني", "--yes"]).stdout;
    assert!(trusted.contains("نديم الريحاني"), "{trusted}");
    assert!(desk.done(&["trust", "lina", "--yes"]).stdout.contains("Lina Harb"));
    assert!(desk.refused(1, &["trust", "Harb", "--yes"]).stderr.contains("means more than one key"));
    let said = desk.done(&["share", "part.db", "--redact", "نديم", "--dry-run"]).stdout;
    assert!(said.contains("Withheld of نديم الريحاني"), "{said}");
    assert!(desk.refused(1, &["share", "p.db", "--redact", "harb"]).stderr.contains("means more than one"));
    assert!(desk.refused(1, &["share", "p.db", "--redact", "Nad"]).stderr.contains("no checker"));
    let said = desk.done(&["share", "for-lina.age", "--encrypt", "Lina"]).stderr;
    assert!(said.contains("encrypted to Lina Harb"), "{said}");
    desk.refused(1, &["share", "for-harb.age", "--encrypt", "Harb"]);
}

#[test]
fn a_person_is_told_that_their_own_key_has_ended() {
    let (mut desk, claim) = Desk::with_claim();
    let mut laptop = other(&mut desk, "Nadim");
    let mut phone = other(&mut laptop, "Nadim");
    let (laptop_id, phone_id) = (mine(&mut laptop, "id"), mine(&mut phone, "id"));
    phone.done(&["key", "device", &laptop_id, "--yes"]);
    merge(&mut phone, &mut laptop);
    laptop.done(&["key", "device", &phone_id, "--yes"]);
    merge(&mut laptop, &mut phone);
    assert!(!laptop.done(&["claims"]).stderr.contains("your key"));
    phone.done(&["key", "revoke", &laptop_id, "--why", "The laptop was taken.", "--yes"]);
    hand_over(&mut phone, &mut laptop);
    for options in [&["merge", "copy.db", "--dry-run"][..], &["merge", "copy.db"]] {
        let told = laptop.done(options).stdout;
        assert!(told.contains("WARNING") && told.contains("this is your own key: REVOKED"), "{told}");
    }
    // Whatever they do, not only once.
    for options in [&["claims"][..], &["comment", &claim, "mine"]] {
        let told = laptop.done(options).stderr;
        assert!(told.contains("your key is revoked as of"), "{told}");
    }
    // Of another's key it is said, and no more.
    hand_over(&mut phone, &mut desk);
    let told = desk.done(&["merge", "copy.db"]).stdout;
    assert!(told.contains("REVOKED as of") && !told.contains("your own key"), "{told}");
    assert!(!desk.done(&["claims"]).stderr.contains("your key"));
}

#[test]
fn a_key_is_backed_up_under_a_passphrase_and_comes_back() {
    let (mut desk, claim) = Desk::with_claim();
    desk.file("words", "أربع كلمات طويلة جدا\n".as_bytes());
    desk.file("short", b"seven c\n");
    let id = mine(&mut desk, "id");
    desk.refused(1, &["key", "export", "backup.key", "--passphrase-file", "short"]);
    desk.refused(1, &["key", "export", "backup.key"]);
    desk.done(&["key", "export", "backup.key", "--passphrase-file", "words"]);
    desk.refused(1, &["key", "export", "backup.key", "--passphrase-file", "words"]);
    desk.done(&["key", "import", "backup.key", "--passphrase-file", "words"]);
    let mut told = desk.transcript();
    let mut other = other(&mut desk, "Nadim");
    other.file("backup.key", &std::fs::read(desk.path("backup.key")).unwrap());
    other.file("words", "أربع كلمات طويلة جدا\n".as_bytes());
    other.file("wrong", b"another passphrase\n");
    let own = mine(&mut other, "id");
    other.refused(1, &["key", "import", "wrong"]);
    other.refused(1, &["key", "import", "backup.key", "--passphrase-file", "wrong"]);
    told += &other.transcript();
    assert_eq!(mine(&mut other, "id"), own);
    other.done(&["key", "import", "backup.key", "--passphrase-file", "words"]);
    told += &other.transcript();
    assert_eq!(mine(&mut other, "id"), id);
    other.done(&["verdict", &claim, "true", "--why", "wet"]);
    other.done(&["verify"]);
    // The key that was there is kept, and can say that it was followed by this one.
    let aside = std::fs::read_dir(other.home()).unwrap().map(|e| e.unwrap().path());
    let aside = aside.into_iter().find(|p| p.to_string_lossy().contains("before-import")).unwrap();
    other.done(&["key", "replace", "--old", aside.to_str().unwrap(), "--yes"]);
    other.done(&["key", "replace", "--old", aside.to_str().unwrap(), "--yes"]);
    let old = state(&mut other, &own);
    assert_eq!((old["ends"].as_array().unwrap().len(), &old["same"]), (1, &serde_json::json!([id])));
    insta::assert_snapshot!("backup", undated(told));
    // OpenSSH reads it, where it is installed.
    let keygen = Command::new("ssh-keygen")
        .args(["-y", "-P", "أربع كلمات طويلة جدا", "-f"])
        .arg(desk.path("backup.key"))
        .output();
    if let Ok(keygen) = keygen {
        let key = String::from_utf8(keygen.stdout).unwrap();
        let shown = desk.done(&["key", "show"]).stdout;
        assert!(!key.is_empty() && key.starts_with(shown.lines().next().unwrap()), "{key}");
    }
}

#[test]
fn files_are_signed_and_openssh_says_so() {
    let (mut desk, _) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    let mut other = other(&mut desk, "Nadim");
    desk.refused(2, &["report", "--sign"]);
    desk.done(&["report", "-o", "report.html", "--sign"]);
    desk.refused(1, &["report", "-o", "report.html", "--sign"]);
    desk.done(&["report", "-o", "report.html", "--sign", "--force"]);
    desk.done(&["share", "copy.db", "--sign"]);
    desk.done(&["verify", "report.html"]);
    desk.done(&["verify", "copy.db"]);
    let told = desk.transcript();
    for name in ["report.html", "report.html.sig", "copy.db", "copy.db.sig"] {
        other.file(name, &std::fs::read(desk.path(name)).unwrap());
    }
    other.done(&["verify", "report.html"]);
    let id = mine(&mut desk, "id");
    let allowed = desk.done(&["key", "show", "--allowed-signers"]).stdout;
    desk.file("allowed", allowed.as_bytes());
    desk.transcript();
    let openssh = |file: &str| {
        let signed = std::fs::File::open(desk.path(file)).unwrap();
        let arguments = ["-Y", "verify", "-f", "allowed", "-n", "hudna", "-I", &id, "-s"];
        let mut keygen = Command::new("ssh-keygen");
        keygen.args(arguments).arg(format!("{file}.sig")).current_dir(desk.path(""));
        let ran = keygen.stdin(signed).stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        // Versions before 8.1 know nothing of it.
        let known = Command::new("ssh-keygen").args(["-Y", "find-principals"]).output().ok()?;
        (!String::from_utf8_lossy(&known.stderr).contains("unknown option")).then(|| ran.success())
    };
    assert!(matches!(openssh("report.html"), None | Some(true)));
    assert!(matches!(openssh("copy.db"), None | Some(true)));
    std::fs::write(desk.path("report.html"), "another page").unwrap();
    assert!(matches!(openssh("report.html"), None | Some(false)));
    std::fs::write(other.path("report.html"), "another page").unwrap();
    other.refused(1, &["verify", "report.html"]);
    std::fs::write(other.path("copy.db.sig"), "not a signature").unwrap();
    other.refused(1, &["verify", "copy.db"]);
    // A copy's size hangs on the tables of the day.
    let told = told + &other.transcript();
    let told: Vec<&str> = told.lines().filter(|line| !line.contains("bytes written")).collect();
    insta::assert_snapshot!("signed", told.join("\n"));
}

#[test]
fn a_printed_state_is_found_again_in_a_later_casebook() {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma"]);
    let mut nadim = other(&mut desk, "Nadim");
    nadim.done(&["comment", &claim, "hm"]);
    merge(&mut nadim, &mut desk);
    // Two last entries: what was merged, and what was here.
    let report = desk.done(&["report", "--format", "json"]).stdout;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let head = report["head"].as_str().unwrap();
    let last: Vec<&str> =
        report["last"].as_array().unwrap().iter().map(|hash| hash.as_str().unwrap()).collect();
    let both = last.join(",");
    desk.transcript();
    desk.done(&["verify", "--head", head]);
    let now = desk.done(&["verify", "--head", head, "--head", &both, "--json"]).lines();
    assert_eq!((&now[0]["last"], &now[1]["is_now"]), (&report["last"], &true.into()));
    desk.transcript();
    hand_over(&mut desk, &mut nadim);
    desk.done(&["verdict", &claim, "true", "--why", "It rained."]);
    desk.done(&["comment", &claim, "and how"]);
    desk.transcript();
    desk.done(&["verify", "--head", head, "--head", &both]);
    desk.refused(1, &["verify", "--head", head]);
    desk.done(&["verify", "--head", last[0]]);
    desk.refused(2, &["verify", "--head", "cafe"]);
    // With one of two last entries alone it is another state.
    if last.len() > 1 {
        desk.refused(1, &["verify", "--head", head, "--head", last[0]]);
    }
    // A copy from before lacks what came after.
    let later = desk.done(&["report", "--format", "json"]).stdout;
    let later: serde_json::Value = serde_json::from_str(&later).unwrap();
    desk.transcript();
    nadim.refused(1, &["verify", "copy.db", "--head", later["last"][0].as_str().unwrap()]);
    let told: Vec<String> = nadim.transcript().lines().map(str::to_owned).collect();
    assert!(told.iter().any(|line| line.starts_with("NOT HELD")), "{told:?}");
}
