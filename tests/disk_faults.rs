//! A disk that is full or fails, and folders that cannot be written: a clear word, nothing lost, nothing left lying about.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used)]

mod cli_harness;
mod fault_support;

use cli_harness::{Desk, Ran};
use fault_support::Chance;
use std::path::Path;
use std::process::Command;

/// A verb that writes, and how to run it.
struct Verb {
    name: &'static str,
    arguments: Vec<String>,
    /// Whether the casebook has more entries afterwards.
    adds: bool,
}

/// A desk on which every verb can be tried, and the verbs.
fn desk() -> (Desk, Vec<Verb>) {
    let (mut desk, claim) = Desk::with_claim();
    let mut chance = Chance::of("disk");
    desk.file("register.bin", &chance.bytes(300_000));
    let lines: String = (0..3000).map(|n| format!("{:x}\n", chance.next() ^ n)).collect();
    desk.file("long.txt", format!("Hail\n\n{lines}\nThe envoy said that the truce holds.\n").as_bytes());
    desk.done(&["verdict", &claim, "true", "--why", "The gauge says so."]);
    let mut other = Desk::new();
    desk.done(&["share", "b.db"]);
    other.file("b.db", &std::fs::read(desk.path("b.db")).unwrap());
    other.file("register.bin", &chance.bytes(400_000));
    let attached =
        ["evidence", "add", &claim, "--file", "register.bin", "--stance", "context", "--db", "b.db"];
    other.done(&attached);
    other.done(&["verdict", &claim, "false", "--why", "It was dry.", "--db", "b.db"]);
    std::fs::copy(other.path("b.db"), desk.path("b.db")).unwrap();
    let verb = |adds, name, arguments: &[&str]| Verb {
        name,
        arguments: arguments.iter().map(|word| word.to_string()).collect(),
        adds,
    };
    let verbs = vec![
        verb(true, "import", &["import", "long.txt"]),
        verb(true, "edit", &["claim", "edit", &claim, "--speaker", "Samir Omran", "--role", "hydrologist"]),
        verb(true, "verdict", &["verdict", &claim, "false", "--why", "It was dry after all."]),
        verb(true, "comment", &["comment", &claim, "Ask the station."]),
        verb(true, "evidence", &["evidence", "add", &claim, "--file", "register.bin", "--stance", "refutes"]),
        verb(true, "undo", &["undo"]),
        verb(true, "merge", &["merge", "b.db", "--yes"]),
        verb(false, "share", &["share", "copy.db"]),
        verb(false, "rebuild", &["rebuild"]),
        verb(false, "report", &["report", "-o", "report.html"]),
        verb(false, "verify", &["verify"]),
    ];
    (desk, verbs)
}

/// A desk with the same files.
fn copy(desk: &Desk) -> Desk {
    let copy = Desk::new();
    for (from, to) in [(desk.home(), copy.home()), (desk.path("."), copy.path("."))] {
        for entry in std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    copy
}

/// Everything that lies in the desk's folders, by name.
fn all_names(desk: &Desk) -> Vec<String> {
    let mut names: Vec<String> = [desk.home(), desk.path("."), desk.tmp()]
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Runs the program under a shell that does this first.
fn under(desk: &Desk, first: &str, arguments: &[String]) -> Ran {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let hudna = desk.command(&arguments);
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", &format!("{first}; exec \"$@\""), "sh"])
        .arg(hudna.get_program())
        .args(hudna.get_args());
    shell.env_clear().envs(hudna.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.current_dir(hudna.get_current_dir().unwrap());
    Ran::of(shell.output().unwrap())
}

/// Files may grow to so many blocks of 512 bytes: a write beyond them is an error, as on a disk that fails.
fn limited(desk: &Desk, blocks: u64, arguments: &[String]) -> Ran {
    under(desk, &format!("trap '' XFSZ; ulimit -f {blocks}"), arguments)
}

/// Head and number of entries of a sound casebook.
fn proved(desk: &mut Desk) -> (String, u64) {
    let ran = desk.done(&["verify", "--json"]);
    let verified = &ran.lines()[0];
    assert_eq!(verified["tables_compared"], true);
    (ran.json("head"), verified["entries"].as_u64().unwrap())
}

/// Sees that a verb that failed said so, and what is kept and what can be done.
fn told(ran: &Ran, what: &str) {
    assert_eq!(ran.code, 1, "{what}: {}{}", ran.stdout, ran.stderr);
    let stderr = &ran.stderr;
    assert!(stderr.contains("error: ") || stderr.contains("failed: "), "{what}: {stderr}");
    assert!(stderr.contains("hint: "), "{what}: {stderr}");
    assert!(!stderr.contains("a fault in hudna"), "{what}: {stderr}");
    // It is the disk that is at fault, not the casebook or its sender.
    assert!(!stderr.contains("damaged") && !stderr.contains("WRONG"), "{what}: {stderr}");
    assert!(stderr.contains("room"), "{what}: it is not said what can be done: {stderr}");
}

/// Where a limit can fall: nothing at all, small files, about the casebook's size, and far beyond.
fn limits(casebook: u64) -> Vec<u64> {
    let about = [-400, -100, -16, 0, 1, 16, 32, 64, 128, 256, 400, 600, 800];
    let about = about.iter().map(|more| (casebook / 512).saturating_add_signed(*more));
    [0, 1, 9, 40].into_iter().chain(about).chain([100_000]).collect()
}

#[test]
fn a_disk_that_fails_anywhere_in_any_verb_that_writes() {
    let (mut desk, verbs) = desk();
    let before = proved(&mut desk);
    let size = desk.home().join("casebook.db").metadata().unwrap().len();
    for verb in &verbs {
        let (mut failed, mut done) = (0, 0);
        for blocks in limits(size) {
            let what = format!("{} with {blocks} blocks", verb.name);
            let mut desk = copy(&desk);
            let names = all_names(&desk);
            let ran = limited(&desk, blocks, &verb.arguments);
            if ran.code == 0 {
                done += 1;
                assert_eq!(proved(&mut desk).1 > before.1, verb.adds, "{what}");
                continue;
            }
            failed += 1;
            told(&ran, &what);
            // Where even the room that the casebook had is gone, SQLite's journal stays until there is room to take
            // back what was begun.
            let mut left = all_names(&desk);
            left.retain(|name| name != "casebook.db-journal" || blocks * 512 >= size);
            assert_eq!(left, names, "{what}");
            assert_eq!(proved(&mut desk), before, "{what}: {}", ran.stderr);
            assert_eq!(all_names(&desk), names, "{what}");
            desk.done(&verb.arguments.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(proved(&mut desk).1 > before.1, verb.adds, "{what}: once there was room");
        }
        println!("{}: {failed} failed, {done} done", verb.name);
        assert!(failed >= 3 && done >= 1, "{}: {failed} failed, {done} done", verb.name);
    }
}

#[test]
fn a_disk_that_fails_when_the_first_casebook_is_made() {
    let desk = Desk::new();
    desk.file("rain.txt", cli_harness::QUIET.as_bytes());
    let mut failed = 0;
    for blocks in limits(150_000) {
        let mut desk = copy(&desk);
        let ran = limited(&desk, blocks, &["import".into(), "rain.txt".into()]);
        if ran.code != 0 {
            failed += 1;
            told(&ran, &format!("{blocks} blocks"));
            let mut left = all_names(&desk);
            left.retain(|name| !["key", "casebook.db"].contains(&name.as_str()));
            assert_eq!(left, ["rain.txt"], "{blocks} blocks");
            desk.done(&["import", "rain.txt"]);
        }
        desk.done(&["verify"]);
    }
    assert!(failed >= 3, "{failed}");
}

#[test]
fn a_disk_that_fails_in_an_upgrade() {
    let packed = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/casebook-format-1.db.zst");
    let old = zstd::decode_all(std::fs::File::open(packed).unwrap()).unwrap();
    let mut failed = 0;
    for blocks in limits(old.len() as u64) {
        let mut desk = Desk::new();
        std::fs::write(desk.home().join("casebook.db"), &old).unwrap();
        let ran = limited(&desk, blocks, &["claims".into()]);
        if ran.code != 0 {
            failed += 1;
            told(&ran, &format!("{blocks} blocks"));
            assert!(ran.stderr.contains("is of format 1 and could not be brought"), "{}", ran.stderr);
            let left = all_names(&desk);
            if blocks * 512 >= old.len() as u64 {
                assert_eq!(left, ["casebook.db"], "{blocks} blocks");
                assert!(std::fs::read(desk.home().join("casebook.db")).unwrap() == old, "{blocks} blocks");
            }
            assert!(!left.iter().any(|name| name.contains(".before-")), "{blocks} blocks: {left:?}");
            assert_eq!(desk.done(&["claims", "--json"]).stdout.lines().count(), 29);
        }
        proved(&mut desk);
    }
    assert!(failed >= 3, "{failed}");
}

/// The same on a disk of its own that is really full, where the system lets one be made.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let (mut desk, verbs) = desk();
    let before = proved(&mut desk);
    let casebook = desk.home().join("casebook.db");
    let size = casebook.metadata().unwrap().len();
    for verb in &verbs {
        // A report is written into the working folder, which is not on that disk.
        if verb.name == "report" || verb.name == "share" {
            continue;
        }
        let mut failed = 0;
        for room in [0, 8, 24, 64, 200, 500, 900, 8000] {
            let mut desk = copy(&desk);
            let kib = size.div_ceil(1024) + room + 16;
            let aside = desk.tmp().join("aside");
            std::fs::create_dir(&aside).unwrap();
            // The home is copied onto the disk, and what has become of it is copied back.
            let script = format!(
                "cp -a \"$HUDNA_HOME\"/. {0} && mount -t tmpfs -o size={kib}k,mode=700 tmpfs \"$HUDNA_HOME\" \
                 && cp -a {0}/. \"$HUDNA_HOME\" || exit 77; \"$@\"; code=$?; rm -rf {0}/*; \
                 cp -a \"$HUDNA_HOME\"/. {0}; exit $code",
                aside.display()
            );
            let hudna = desk.command(&verb.arguments.iter().map(String::as_str).collect::<Vec<_>>());
            let mut command = Command::new("unshare");
            command
                .args(["-rm", "/bin/sh", "-c", &script, "sh"])
                .arg(hudna.get_program())
                .args(hudna.get_args());
            command.envs(hudna.get_envs().filter_map(|(name, value)| Some((name, value?))));
            command.current_dir(hudna.get_current_dir().unwrap());
            let ran = match command.output() {
                Ok(output) if output.status.code() != Some(77) && has_run(&output) => Ran::of(output),
                _ => {
                    println!("left out: no disk can be made here");
                    return;
                }
            };
            let names = all_names(&desk);
            bring_back(&aside, &desk.home());
            std::fs::remove_dir_all(&aside).unwrap();
            let what = format!("{} with room for {room} KiB", verb.name);
            if ran.code != 0 {
                failed += 1;
                told(&ran, &what);
                assert!(
                    ran.stderr.contains("disk is full") || ran.stderr.contains("No space left"),
                    "{}",
                    ran.stderr
                );
                let names: Vec<String> = names.into_iter().filter(|name| name != "aside").collect();
                assert_eq!(all_names(&desk), names, "{what}");
                assert_eq!(proved(&mut desk), before, "{what}: {}", ran.stderr);
            } else {
                assert_eq!(proved(&mut desk).1 > before.1, verb.adds, "{what}");
            }
        }
        println!("{}: {failed} failed", verb.name);
        assert!((1..8).contains(&failed), "{}: {failed} of 8 failed", verb.name);
    }
}

/// Whether the program itself was come to.
#[cfg(target_os = "linux")]
fn has_run(output: &std::process::Output) -> bool {
    !String::from_utf8_lossy(&output.stderr).contains("unshare:")
}

#[cfg(target_os = "linux")]
fn bring_back(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(to).unwrap().map(|entry| entry.unwrap().path()) {
        std::fs::remove_file(entry).unwrap();
    }
    for entry in std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Who may write everywhere is somebody else for this.
#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let (mut desk, verbs) = desk();
    let before = proved(&mut desk);
    let rights = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let root = rustix::process::geteuid().is_root();
    const NOBODY: u32 = 65_534;
    let all = |desk: &Desk, writable: bool| {
        for folder in [desk.home(), desk.path(".")] {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                rights(&path, if writable { 0o600 } else { 0o400 });
                if root && !writable {
                    std::os::unix::fs::chown(&path, Some(NOBODY), None).unwrap();
                }
            }
            rights(&folder, if writable { 0o700 } else { 0o555 });
        }
    };
    for verb in &verbs {
        let mut desk = copy(&desk);
        let names = all_names(&desk);
        if root {
            rights(desk.home().parent().unwrap(), 0o755);
        }
        all(&desk, false);
        let mut command = desk.command(&verb.arguments.iter().map(String::as_str).collect::<Vec<_>>());
        if root {
            command.uid(NOBODY).gid(NOBODY);
        }
        let ran = match command.output() {
            Ok(output) => Ran::of(output),
            Err(_) if root => {
                println!("left out: nobody else may run the program here");
                return;
            }
            Err(error) => unreachable!("{error}"),
        };
        all(&desk, true);
        assert_eq!(ran.code, 1, "{}: {}{}", verb.name, ran.stdout, ran.stderr);
        assert!(
            ran.stderr.contains("hint: ")
                && (ran.stderr.contains("rights") || ran.stderr.contains("may be written")),
            "{}: {}",
            verb.name,
            ran.stderr
        );
        assert!(!ran.stderr.contains("a fault in hudna"), "{}", ran.stderr);
        assert_eq!(all_names(&desk), names, "{}", verb.name);
        assert_eq!(proved(&mut desk), before, "{}", verb.name);
    }
}

/// What is done is done, though its telling fails.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_can_take() {
    let (mut desk, claim) = Desk::with_claim();
    let before = proved(&mut desk);
    let verdict = ["verdict", &claim, "true", "--why", "seen"].map(String::from);
    let ran = under(&desk, "exec >/dev/full", &verdict);
    assert_eq!(ran.code, 1);
    assert!(
        ran.stderr.contains("the output cannot be written") && ran.stderr.contains("hint: "),
        "{}",
        ran.stderr
    );
    assert_eq!(proved(&mut desk).1, before.1 + 1);
}
