//! Merges that fail, are stopped or meet what another program does: the casebook is as it was, or has all.
#![allow(missing_docs, clippy::unwrap_used)]

mod journal_support;

use hudna::journal::{CasebookError, MergeOptions};
use journal_support::two_desks;

#[test]
fn a_merge_that_fails_in_its_middle_leaves_the_casebook_as_it_was() {
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    for n in 0..5 {
        second.comment(&claim, &format!("{n}")).unwrap();
    }
    drop(second);
    let before = world.public("a.db");
    let mut first = world.open("a.db", "key-a");
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let files = [world.path("b.db")];
    let incoming = first.incoming(&files, &MergeOptions::default(), &stop, &mut |_, _, _| ()).unwrap();
    // Entries are written by then, and the tables are being folded.
    let failed =
        first.merge(&incoming, &mut |_, _, _| stop.store(true, std::sync::atomic::Ordering::Relaxed));
    assert!(failed.is_err() && stop.load(std::sync::atomic::Ordering::Relaxed));
    drop(first);
    assert_eq!(world.public("a.db"), before);
    assert_eq!(world.merge("a.db", &["b.db"]).comments, 5);
    world.sound("a.db");
}

#[test]
fn a_merge_can_be_stopped_until_it_is_done() {
    let (world, claim) = two_desks();
    world.open("b.db", "key-b").comment(&claim, "hm").unwrap();
    let mut first = world.open("a.db", "key-a");
    let stop = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let files = [world.path("b.db")];
    let incoming = first.incoming(&files, &MergeOptions::default(), &stop, &mut |_, _, _| ()).unwrap();
    let before = world.public("a.db");
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    let stopped = first.merge(&incoming, &mut |_, _, _| ()).unwrap_err();
    assert_eq!(stopped.to_string(), "stopped");
    assert_eq!(world.public("a.db"), before);
    stop.store(false, std::sync::atomic::Ordering::Relaxed);
    assert_eq!(first.merge(&incoming, &mut |_, _, _| ()).unwrap().entries, 1);
}

/// Whatever it is doing, a person who wants it to stop need not wait until that is done, and nothing is left of it.
#[test]
fn a_merge_is_stopped_in_each_of_its_steps() {
    use hudna::journal::Doing;
    use std::sync::atomic::{AtomicBool, Ordering};
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    (0..300).for_each(|n| second.comment(&claim, &format!("{n}")).map(drop).unwrap());
    drop(second);
    let (before, files) = (world.public("a.db"), [world.path("b.db")]);
    let mut first = world.open("a.db", "key-a");
    let steps = [Doing::Copying, Doing::Proving, Doing::Waiting, Doing::Writing, Doing::Folding];
    for (step, preview) in steps.into_iter().flat_map(|step| [(step, false), (step, true)]) {
        let stop = std::sync::Arc::new(AtomicBool::new(false));
        let (mut after, mut beyond) = (0, Vec::new());
        let mut told = |doing, _, _| {
            let stopped = stop.load(Ordering::Relaxed);
            after += i32::from(stopped);
            // Only what runs beside is waited for.
            if stopped && doing != step && doing != Doing::Checking {
                beyond.push(doing);
            }
            if doing == step {
                stop.store(true, Ordering::Relaxed);
            }
        };
        let incoming = first.incoming(&files, &MergeOptions::default(), &stop, &mut told);
        let done = incoming.and_then(|incoming| match preview {
            true => first.preview_merge(&incoming, &mut told),
            false => first.merge(&incoming, &mut told),
        });
        assert_eq!(done.unwrap_err().to_string(), "stopped", "{step:?}");
        assert!(after < 150 && beyond.is_empty(), "{step:?} went on: {after}, {beyond:?}");
        assert_eq!(world.public("a.db"), before, "{step:?}");
        let left = std::fs::read_dir(world.path("")).unwrap().flatten();
        let left = left.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let left: Vec<_> = left.filter(|n| n.starts_with(".hudna") || n.contains("before")).collect();
        assert!(left.is_empty(), "{step:?} left {left:?}");
    }
    drop(first);
    assert_eq!(world.merge("a.db", &["b.db"]).comments, 300);
    world.sound("a.db");
}

#[test]
fn what_others_write_meanwhile_is_kept() {
    let (world, claim) = two_desks();
    let mut second = world.open("b.db", "key-b");
    for n in 0..30 {
        second.comment(&claim, &format!("there {n}")).unwrap();
    }
    drop(second);
    let mut first = world.open("a.db", "key-a");
    let incoming = world.incoming(&first, &["b.db"], &MergeOptions::default()).unwrap();
    // Between proof and merge, and while it runs.
    world.open("a.db", "key-c").comment(&claim, "between").unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut third = world.open("a.db", "key-c");
            for n in 0..30 {
                third.comment(&claim, &format!("here {n}")).unwrap();
            }
        });
        first.merge(&incoming, &mut |_, _, _| ()).unwrap();
        writer.join().unwrap();
    });
    assert_eq!(first.claim_file(&claim).unwrap().comments.len(), 61);
    first.comment(&claim, "the sitting goes on").unwrap();
    world.sound("a.db");
}

#[test]
fn a_casebook_replaced_by_an_older_one_takes_nothing_unproved() {
    let (world, claim) = two_desks();
    world.copy("a.db", "old.db");
    world.open("b.db", "key-b").comment(&claim, "one").unwrap();
    world.merge("a.db", &["b.db"]);
    let mut book = world.open("a.db", "key-a");
    let incoming = world.incoming(&book, &["b.db"], &MergeOptions::default()).unwrap();
    world.copy("old.db", "a.db");
    assert!(matches!(book.merge(&incoming, &mut |_, _, _| ()), Err(CasebookError::Invalid(_))));
}

#[test]
fn files_that_are_no_casebooks_are_refused_and_nothing_is_written() {
    let (world, _) = two_desks();
    let mut first = world.open("a.db", "key-a");
    let before = std::fs::read(world.path("a.db")).unwrap();
    std::fs::write(world.path("text"), "hello").unwrap();
    std::fs::write(world.path("cut.db"), &before[..before.len() / 2]).unwrap();
    for name in ["text", "cut.db", "missing"] {
        let refused = world.try_merge(&mut first, &["b.db", name], &MergeOptions::default());
        assert!(matches!(refused, Err(CasebookError::Foreign(_))), "{name}");
    }
    assert!(std::fs::read(world.path("a.db")).unwrap() == before);
}
