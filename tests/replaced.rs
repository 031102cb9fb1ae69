//! Another program puts another file in the place of an open casebook, or takes it away: nothing that was written is lost,
//! nothing goes to a file without a name, and a merge brings both together.
#![cfg(unix)]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod journal_support;

use hudna::journal::{Casebook, CasebookError, MergeOptions, Replaced};
use hudna::model::*;
use journal_support::{World, import};
use std::path::PathBuf;
use std::process::Command;

impl World {
    /// Puts a file in the place of another as a cloud client does: by another process, in one step.
    fn put_in_place(&self, from: &str, to: &str) {
        assert!(
            Command::new("mv").arg("-f").arg(self.path(from)).arg(self.path(to)).status().unwrap().success()
        );
    }

    /// A casebook that is open, and a copy of it in which a colleague has worked since.
    fn open_and_elsewhere(&self) -> (Casebook, Id) {
        let claim = self.full("a.db");
        let mut open = self.open("a.db", "key-a");
        open.comment(&claim, "before").unwrap();
        self.copy("a.db", "theirs.db");
        self.open("theirs.db", "key-b").comment(&claim, "theirs").unwrap();
        (open, claim)
    }

    fn comments(&self, name: &str, claim: &Id) -> Vec<String> {
        let file = self.open(name, "key-a").claim_file(claim).unwrap();
        let mut texts: Vec<String> =
            file.comments.into_iter().filter(|c| c.withdrawn.is_empty()).map(|c| c.text).collect();
        texts.sort();
        texts
    }
}

/// Where the work went, by the error that says so.
#[track_caller]
fn rescued<T: std::fmt::Debug>(result: Result<T, CasebookError>, expected: (bool, bool)) -> PathBuf {
    match result {
        Err(CasebookError::Replaced { rescue, kept, gone, .. }) => {
            assert_eq!((kept, gone), expected);
            rescue
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_write_after_another_file_came_is_kept_in_a_rescue_file_that_merges() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    open.comment(&claim, "only in the old file").unwrap();
    world.put_in_place("theirs.db", "a.db");
    assert_eq!(open.replaced(), Some(Replaced::Other));
    let new = std::fs::read(world.path("a.db")).unwrap();
    let rescue = rescued(open.comment(&claim, "while it was away"), (true, false));
    assert!(std::fs::read(world.path("a.db")).unwrap() == new, "the file that came is not written to");
    assert!(!world.path("a.db-journal").exists());
    // What is written on goes to the same place.
    assert_eq!(rescued(open.give_verdict(&claim, "satire", "still", false), (true, false)), rescue);
    drop(open);
    let name = rescue.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("a-rescue-") && name.ends_with(".db"), "{name}");
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(rescue.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    world.sound(name);
    let merged = world.merge("a.db", &[name]);
    assert_eq!((merged.comments, merged.verdicts), (2, 1));
    let all = ["before", "hm", "only in the old file", "theirs", "while it was away"];
    assert_eq!(world.comments("a.db", &claim), all);
    world.sound("a.db");
}

#[test]
fn the_new_file_is_taken_up_and_work_goes_on_in_it() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    world.put_in_place("theirs.db", "a.db");
    rescued(open.comment(&claim, "mine"), (true, false));
    let taken = open.take_up().unwrap();
    assert_eq!((taken.merged.unwrap().comments, taken.rescue.is_some()), (1, true));
    assert_eq!((open.replaced(), open.rescue()), (None, None));
    open.comment(&claim, "after").unwrap();
    drop(open);
    assert_eq!(world.comments("a.db", &claim), ["after", "before", "hm", "mine", "theirs"]);
    world.sound("a.db");
}

#[test]
fn nothing_is_left_lying_about_where_the_new_file_has_all() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    world.put_in_place("theirs.db", "a.db");
    let taken = open.take_up().unwrap();
    assert_eq!((taken.merged.unwrap().entries, taken.rescue), (0, None));
    assert_eq!(world.comments("a.db", &claim), ["before", "hm", "theirs"]);
    let left = std::fs::read_dir(world.folder.path()).unwrap().map(|e| e.unwrap().file_name());
    assert!(!left.into_iter().any(|name| name.to_string_lossy().contains("rescue")));
}

#[test]
fn a_file_that_was_removed_is_put_back() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    std::fs::remove_file(world.path("a.db")).unwrap();
    assert_eq!(open.replaced(), Some(Replaced::Gone));
    rescued(open.comment(&claim, "mine"), (true, true));
    assert_eq!(open.take_up().unwrap().merged, None);
    open.comment(&claim, "after").unwrap();
    drop(open);
    assert_eq!(world.comments("a.db", &claim), ["after", "before", "hm", "mine"]);
    world.sound("a.db");
}

#[test]
fn what_came_is_no_casebook() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    std::fs::write(world.path("half"), "half of a file").unwrap();
    world.put_in_place("half", "a.db");
    assert!(matches!(open.take_up(), Err(CasebookError::NotACasebook(_))));
    // Work goes on where it is safe.
    let rescue = rescued(open.comment(&claim, "mine"), (true, false));
    drop(open);
    let name = rescue.file_name().unwrap().to_str().unwrap();
    assert_eq!(world.comments(name, &claim), ["before", "hm", "mine"]);
    assert_eq!(std::fs::read(world.path("a.db")).unwrap(), b"half of a file");
}

#[test]
fn the_file_is_replaced_in_the_middle_of_a_transaction() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    world.copy("a.db", "other.db");
    let mut other = world.open("other.db", "key-b");
    for n in 20..24 {
        import(&mut other, n);
    }
    drop(other);
    let incoming = world.incoming(&open, &["other.db"], &MergeOptions::default()).unwrap();
    let mut moved = false;
    let merged = open.merge(&incoming, &mut |_, _, _| {
        // From its first write on the transaction has a journal.
        if world.path("a.db-journal").exists() && !std::mem::replace(&mut moved, true) {
            world.put_in_place("theirs.db", "a.db");
        }
    });
    let rescue = rescued(merged, (true, false));
    assert!(moved);
    drop(open);
    let name = rescue.file_name().unwrap().to_str().unwrap();
    world.sound(name);
    assert_eq!(world.merge("a.db", &[name]).documents, 4);
    assert_eq!(world.comments("a.db", &claim), ["before", "hm", "theirs"]);
}

#[test]
fn a_merge_and_a_rebuild_do_nothing_to_a_file_without_a_name() {
    let world = World::new();
    let (mut open, claim) = world.open_and_elsewhere();
    let incoming = world.incoming(&open, &["theirs.db"], &MergeOptions::default()).unwrap();
    world.copy("theirs.db", "next.db");
    world.put_in_place("next.db", "a.db");
    let rescue = rescued(open.merge(&incoming, &mut |_, _, _| ()), (false, false));
    assert_eq!(rescued(open.rebuild(&mut |_, _| true), (false, false)), rescue);
    drop(open);
    assert_eq!(world.comments(rescue.file_name().unwrap().to_str().unwrap(), &claim), ["before", "hm"]);
}

/// Closing a file gives up all locks that a process has on it.
#[cfg(target_os = "linux")]
#[test]
fn looking_at_a_casebook_again_leaves_the_locks_of_the_first() {
    use std::os::unix::fs::MetadataExt;
    let world = World::new();
    let claim = world.full("a.db");
    let mut writing = world.open("a.db", "key-a");
    world.copy("a.db", "other.db");
    world.open("other.db", "key-b").comment(&claim, "x").unwrap();
    let incoming = world.incoming(&writing, &["other.db"], &MergeOptions::default()).unwrap();
    let ours = format!(":{} ", world.path("a.db").metadata().unwrap().ino());
    // The kernel tells locks page by page, and lets one slip where another program takes or leaves some between two.
    let locked = || {
        (0..3).any(|_| {
            let locks = std::fs::read_to_string("/proc/locks").unwrap();
            locks.lines().any(|line| line.contains(" WRITE ") && line.contains(&ours))
        })
    };
    assert!(!locked());
    let mut looked = false;
    let merged = writing.merge(&incoming, &mut |_, _, _| {
        if !world.path("a.db-journal").exists() {
            return;
        }
        assert!(locked());
        drop(world.open("a.db", "key-a"));
        assert!(locked(), "another process could write now");
        looked = true;
    });
    assert!(looked && merged.is_ok() && !locked());
}
