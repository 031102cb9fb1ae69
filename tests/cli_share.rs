//! Handing over a part, without names, encrypted; and beginning from what was handed over.

#![allow(clippy::unwrap_used)] // in helpers as in tests

mod cli_harness;

use age::secrecy::ExposeSecret;
use cli_harness::{Desk, contents};

/// A desk with two claims, one on a document and one typed in, by somebody with a name.
fn two_claims() -> (Desk, String) {
    let (mut desk, claim) = Desk::with_claim();
    desk.done(&["whoami", "--name", "Salma Hadid", "--contact", "salma@mizan.example"]);
    desk.done(&["verdict", &claim, "true", "--why", "Salma saw the gauge."]);
    desk.done(&["comment", &claim, "Ask again."]);
    let typed = desk.done(&["claim", "add", "--text", "The road is open", "--speaker", "Lina Haddad"]);
    desk.done(&["comment", typed.stdout.trim(), "Not by night."]);
    desk.transcript();
    (desk, claim)
}

#[test]
fn a_part_is_shown_and_written() {
    let (mut desk, claim) = two_claims();
    let before = contents(&desk.home());
    desk.done(&["share", "part.db", "rained", "--redact", "salma hadid", "--dry-run"]);
    assert!(!desk.path("part.db").exists());
    let written = desk.done(&["share", "part.db", "rained", "--redact", "me", "--json"]).lines().remove(0);
    let size = desk.path("part.db").metadata().unwrap().len();
    assert_eq!((&written["size"], written["file"].as_str()), (&size.into(), Some("part.db")));
    assert_eq!(written["still_named"][0]["at"], claim.as_str());
    assert!(contents(&desk.home()) == before, "the casebook is as it was, and nothing lies beside it");
    desk.done(&["share", "more.db", "road", "--dry-run"]);
    desk.done(&["verify", "part.db"]);
    desk.done(&["claims", "--db", "part.db"]);
    desk.done(&["merge", "part.db"]);
    desk.refused(1, &["share", "part.db", "rained"]);
    desk.refused(1, &["share", "none.db", "nobody said this"]);
    desk.refused(2, &["share", "none.db", "kind:war"]);
    desk.refused(1, &["share", "none.db", "--redact", "Nadim"]);
    desk.refused(1, &["share", "none.db", "--encrypt", "Nadim"]);
    desk.refused(1, &["share", "none.db", "--encrypt", "age1nonsense"]);
    assert!(!desk.path("none.db").exists());
    // The words of JSON were looked at above, and hold sizes.
    let told = desk.transcript();
    let told: Vec<&str> = told.lines().filter(|line| !line.starts_with('{')).collect();
    insta::assert_snapshot!("share_part", told.join("\n"));
}

/// A receiver's desk, with a key that the casebook of the other knows.
fn receiver(desk: &mut Desk) -> Desk {
    let mut other = Desk::new();
    desk.done(&["share", "first.db"]);
    other.file("first.db", &std::fs::read(desk.path("first.db")).unwrap());
    other.done(&["whoami", "--name", "Nadim", "--db", "first.db"]);
    desk.file("back.db", &std::fs::read(other.path("first.db")).unwrap());
    desk.done(&["merge", "back.db"]);
    desk.transcript();
    other.transcript();
    other
}

#[test]
fn what_is_encrypted_to_a_checker_is_opened_with_their_key_alone() {
    let (mut desk, claim) = two_claims();
    let mut other = receiver(&mut desk);
    desk.done(&["share", "for-nadim.age", "--encrypt", "nadim"]);
    desk.refused(1, &["verify", "for-nadim.age"]);
    desk.refused(1, &["merge", "for-nadim.age"]);
    let sealed = std::fs::read(desk.path("for-nadim.age")).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    other.file("for-nadim.age", &sealed);
    let mut nobody = Desk::new();
    nobody.file("for-nadim.age", &sealed);
    nobody.refused(1, &["receive", "for-nadim.age"]);
    assert!(contents(&nobody.home()).is_empty());
    other.done(&["receive", "for-nadim.age"]);
    other.refused(1, &["receive", "for-nadim.age"]);
    other.done(&["verify", "for-nadim.age"]);
    other.done(&["receive", "for-nadim.age", "-o", "second.db"]);
    other.done(&["verdict", &claim, "false", "--why", "It was dry."]);
    other.done(&["share", "for-salma.age", "--encrypt", "Salma Hadid", "--encrypt", "me"]);
    desk.file("for-salma.age", &std::fs::read(other.path("for-salma.age")).unwrap());
    desk.done(&["merge", "for-salma.age"]);
    let cut = &sealed[..sealed.len() / 2];
    other.file("cut.age", cut);
    other.refused(1, &["verify", "cut.age"]);
    other.refused(1, &["receive", "cut.age", "-o", "third.db"]);
    assert!(!other.path("third.db").exists());
    let told = desk.transcript() + &nobody.transcript() + &other.transcript();
    insta::assert_snapshot!("share_encrypted", sizes_blotted(&told));
    for folder in [desk.home(), other.home(), other.path("")] {
        let hidden = |e: &std::fs::DirEntry| e.file_name().to_string_lossy().starts_with(".hudna");
        let left: Vec<_> = std::fs::read_dir(folder).unwrap().flatten().filter(hidden).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

fn sizes_blotted(text: &str) -> String {
    let line = |line: &str| match line.split_once(" bytes written") {
        Some((_, rest)) => format!("! SIZE bytes written{rest}"),
        None => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn keys_of_other_programs_serve_as_well() {
    let (mut desk, _) = two_claims();
    let key = age::x25519::Identity::generate();
    desk.file("age-key.txt", format!("# mine\n{}\n", key.to_string().expose_secret()).as_bytes());
    let ssh = std::fs::read_to_string(desk.home().join("key")).unwrap();
    desk.file("ssh-key", ssh.as_bytes());
    let own = desk.done(&["whoami", "--json"]).json("key");
    desk.file("keys.txt", format!("# ours\n\n{own} a comment\n{}\n", key.to_public()).as_bytes());
    desk.done(&["share", "by-line.age", "--encrypt", &key.to_public().to_string()]);
    desk.done(&["share", "by-ssh.age", "--encrypt", &own]);
    desk.done(&["share", "by-file.age", "--encrypt", "keys.txt"]);
    desk.refused(1, &["verify", "by-line.age"]);
    for (file, identity) in [
        ("by-line.age", "age-key.txt"),
        ("by-ssh.age", "ssh-key"),
        ("by-file.age", "age-key.txt"),
        ("by-file.age", "ssh-key"),
    ] {
        desk.done(&["verify", file, "--identity", identity]);
    }
    desk.refused(1, &["verify", "by-line.age", "--identity", "ssh-key"]);
    desk.refused(1, &["verify", "by-line.age", "--identity", "keys.txt"]);
    desk.file("nothing.txt", b"# nothing\n");
    desk.refused(1, &["share", "none.age", "--encrypt", "nothing.txt"]);
    // In letters, as mail likes it.
    let mut armored = Vec::new();
    let mut writer =
        age::armor::ArmoredWriter::wrap_output(&mut armored, age::armor::Format::AsciiArmor).unwrap();
    std::io::Write::write_all(&mut writer, &std::fs::read(desk.path("by-ssh.age")).unwrap()).unwrap();
    writer.finish().unwrap();
    desk.file("letters.asc", &armored);
    desk.done(&["verify", "letters.asc"]);
    // A passphrase is nobody's key.
    let passphrase = age::Encryptor::with_user_passphrase("a b c d".to_owned().into());
    let mut sealed = Vec::new();
    passphrase.wrap_output(&mut sealed).unwrap().finish().unwrap();
    desk.file("passphrase.age", &sealed);
    let said = desk.refused(1, &["verify", "passphrase.age"]).stderr;
    assert!(said.contains("passphrase"), "{said}");
    // A head that never ends is not read for ever.
    let endless = [b"age-encryption.org/v1\n".to_vec(), b"-> x y\nAAAA\n".repeat(200_000)].concat();
    desk.file("endless.age", &endless);
    let said = desk.refused(1, &["verify", "endless.age"]).stderr;
    assert!(said.contains("damaged"), "{said}");
}

/// As whoever begins with `hudna whoami` has it.
#[test]
fn a_casebook_in_which_nothing_was_done_makes_way_for_a_received_one() {
    let (mut desk, claim) = two_claims();
    desk.done(&["share", "copy.db"]);
    let copy = std::fs::read(desk.path("copy.db")).unwrap();
    let mut other = Desk::new();
    other.file("copy.db", &copy);
    let mut broken = copy.clone();
    broken.truncate(9000);
    other.file("broken.db", &broken);
    other.done(&["whoami", "--name", "Nadim", "--contact", "at the desk"]);
    let before = contents(&other.home());
    // It is where it was if nothing comes in its place.
    other.refused(1, &["receive", "broken.db"]);
    other.refused(1, &["receive", "copy.db", "--output", "nowhere/x.db"]);
    assert!(contents(&other.home()) == before);
    let said = other.done(&["receive", "copy.db"]).stderr;
    assert!(
        said.contains("casebook.db.before-receive-") && said.contains("your name was taken along"),
        "{said}"
    );
    let me = other.done(&["whoami", "--json"]);
    assert_eq!((me.json("name"), me.json("contact")), ("Nadim".to_owned(), "at the desk".to_owned()));
    other.done(&["comment", &claim, "mine"]);
    assert!(other.done(&["log", "--limit", "1"]).stdout.contains("Nadim"));
    other.done(&["verify"]);
    // One in which something was done stays.
    other.refused(1, &["receive", "copy.db"]);
    let mut third = Desk::new();
    third.file("copy.db", &copy);
    third.done(&["publisher", "--name", "The Desk"]);
    third.refused(1, &["receive", "copy.db"]);
}

#[test]
fn a_plain_copy_is_received_only_if_it_is_as_it_was_signed() {
    let (mut desk, claim) = two_claims();
    desk.done(&["share", "copy.db"]);
    let mut other = Desk::new();
    let copy = std::fs::read(desk.path("copy.db")).unwrap();
    let path = other.file("copy.db", &copy);
    let conn = rusqlite::Connection::open(&path).unwrap();
    // What is not part of the record does not come along.
    conn.execute_batch("CREATE TABLE luggage (x); INSERT INTO luggage VALUES ('hidden');").unwrap();
    drop(conn);
    other.done(&["receive", "copy.db"]);
    let made = rusqlite::Connection::open(other.home().join("casebook.db")).unwrap();
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'luggage'";
    assert_eq!(made.query_row(tables, [], |r| r.get::<_, i64>(0)).unwrap(), 0);
    drop(made);
    assert_eq!(other.done(&["show", &claim, "--json"]).lines()[0]["verdicts"].as_array().unwrap().len(), 1);
    other.done(&["comment", &claim, "mine"]);
    other.done(&["verify"]);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute("UPDATE part SET body = replace(body, 'gauge', 'gouge')", []).unwrap();
    drop(conn);
    let said = other.refused(1, &["receive", "copy.db", "-o", "new.db"]).stderr;
    assert!(said.contains("copy.db is not as it was signed") && said.contains("hint: "), "{said}");
    other.file("copy.db-wal", b"the last work");
    other.file("copy.db", &copy);
    let said = other.refused(1, &["receive", "copy.db", "-o", "new.db"]).stderr;
    assert!(said.contains("copy.db-wal lies beside"), "{said}");
    assert!(!other.path("new.db").exists());
}
