//! Merging, and choosing between what stands against each other.

use super::{Bench, import_text};
use crate::journal::{Casebook, KeySaid, Keyring, MergeOptions};
use crate::model::{ClaimEdit, Id, Says};
use crate::tui::app::Effect;
use crate::tui::desk::MergeFile;
use crate::tui::layer::{Layer, Merging};
use crate::tui::run::press;
use std::time::Instant;

const TEXT: &str = "The envoy said it held. The envoy said it broke.";

fn bench(size: (u16, u16)) -> Bench {
    Bench::new(size, |book| {
        import_text(book, TEXT, &[(15, 22), (39, 47)]);
    })
}

fn edit(speaker: &str) -> ClaimEdit {
    ClaimEdit { speaker: Some(speaker.into()), ..ClaimEdit::default() }
}

/// A colleague's copy, in which they gave the claim another speaker and a verdict, named in the first argument.
fn theirs(bench: &Bench, name: &str, claim: &Id, speaker: &str) {
    let path = bench.path(name);
    std::fs::copy(bench.path("a.hudna"), &path).unwrap();
    let mut book = Casebook::open(&path, Keyring::at(bench.path(&format!("keys-{name}")))).unwrap();
    book.set_me(Some("Nadim Harb"), None).unwrap();
    book.edit_claim(claim, &edit(speaker)).unwrap();
    book.give_verdict(claim, "false", "the register says no", false).unwrap();
}

/// Both sides wrote, and theirs was merged.
fn disagreeing(size: (u16, u16), speakers: &[&str]) -> (Bench, Id) {
    let mut bench = bench(size);
    let claim = bench.selected();
    for (n, speaker) in speakers.iter().enumerate() {
        theirs(&bench, &format!("theirs{n}.db"), &claim, speaker);
    }
    let keyring = Keyring::at(bench.path("keys"));
    let mut mine = Casebook::open(&bench.path("a.hudna"), keyring).unwrap();
    mine.set_me(Some("Salma"), None).unwrap();
    mine.edit_claim(&claim, &edit("المبعوث سامي العمران")).unwrap();
    let files: Vec<_> = (0..speakers.len()).map(|n| bench.path(&format!("theirs{n}.db"))).collect();
    let incoming =
        mine.incoming(&files, &MergeOptions::default(), &Default::default(), &mut |_, _, _| ()).unwrap();
    mine.merge(&incoming, &mut |_, _, _| ()).unwrap();
    bench.app.reload();
    bench.settle();
    (bench, claim)
}

#[test]
fn what_is_dated_after_its_keys_end_and_what_was_given_blind_is_marked() {
    let mut bench = bench((200, 60));
    let claim = bench.selected();
    let keyring = Keyring::at(bench.path("their-keys"));
    let mut theirs = Casebook::open(&bench.path("a.hudna"), keyring.clone()).unwrap();
    theirs.give_verdict(&claim, "false", "not seen", true).unwrap();
    let key = keyring.load().unwrap().unwrap().public();
    theirs.say_of_key(&KeySaid { why: "stolen".into(), ..KeySaid::new(Says::Revoked, key) }).unwrap();
    bench.app.reload();
    bench.settle();
    bench.sees(" · blind");
    bench.lacks("AFTER THE KEY'S END");
    theirs.comment(&claim, "trust me").unwrap();
    theirs.give_verdict(&claim, "true", "trust me", false).unwrap();
    bench.other().give_verdict(&claim, "misleading", "half of it", false).unwrap();
    bench.app.reload();
    bench.settle();
    assert_eq!(bench.screen().matches("AFTER THE KEY'S END").count(), 4, "{}", bench.screen());
    bench.keys("K");
    bench.sees("AFTER THE KEY'S END");
}

/// Anybody can write any name beside their key, and send a casebook to be merged.
#[test]
fn a_merge_says_whose_keys_wrote_and_whether_they_are_known() {
    let mut bench = bench((100, 40));
    let claim = bench.selected();
    theirs(&bench, "theirs.db", &claim, "Samir");
    theirs(&bench, "again.db", &claim, "Samira");
    let merge = |bench: &mut Bench, name: &str| {
        bench.keys("M");
        let path = bench.path(name).display().to_string();
        bench.write(&path).keys("ctrl-s");
        bench.until("the preview", |screen| screen.contains("Take it over?"));
    };
    merge(&mut bench, "theirs.db");
    bench.sees("changed: 1 claim");
    bench.sees("never seen before, not trusted");
    bench.sees("SHA256:");
    bench.lacks("WARNING");
    bench.keys("y");
    bench.until("the merge", |screen| screen.contains("Merged"));
    bench.sees("SHA256:");
    bench.keys("enter");
    // Another key under the same name; the first is one that was met here, as after `hudna merge`.
    merge(&mut bench, "again.db");
    bench.sees("WARNING: another key goes by the name Nadim Harb");
    let trust = std::fs::read_to_string(bench.path("keys").join("trust.toml")).unwrap();
    assert_eq!(trust.matches("Nadim Harb").count(), 1, "{trust}");
}

#[test]
fn one_whose_own_key_has_ended_sees_so() {
    let mut bench = bench((100, 24));
    let keyring = Keyring::at(bench.path("keys"));
    let mut mine = Casebook::open(&bench.path("a.hudna"), keyring.clone()).unwrap();
    bench.lacks("your key is revoked");
    let key = keyring.load().unwrap().unwrap().public();
    mine.say_of_key(&KeySaid { why: "stolen".into(), ..KeySaid::new(Says::Revoked, key) }).unwrap();
    bench.until("that it ended", |screen| screen.contains("your key is revoked"));
}

#[test]
fn a_copy_is_merged_after_a_look_and_its_conflicts_are_shown() {
    let mut bench = bench((80, 24));
    let claim = bench.selected();
    theirs(&bench, "theirs.db", &claim, "Samir");
    let mut mine = bench.other();
    mine.edit_claim(&claim, &edit("سامي العمران")).unwrap();
    drop(mine);
    let before = std::fs::read(bench.path("a.hudna")).unwrap();

    bench.keys("M");
    bench.sees("Merge another copy of the case");
    bench.write("missing.db").keys("ctrl-s");
    bench.sees("No such file");
    let begun = bench.path("theirs");
    bench.keys("ctrl-a").write(begun.to_str().unwrap()).keys("tab ctrl-s");
    bench.sees("What the merge would bring");
    bench.sees("new: 1 verdict");
    bench.sees("entries · Nadim Harb");
    bench.sees("conflicts: 1");
    bench.sees("Samir");
    bench.keys("n");
    bench.sees("Nothing was changed.");
    assert!(before == std::fs::read(bench.path("a.hudna")).unwrap());

    bench.keys("M").write(begun.to_str().unwrap()).keys("tab ctrl-s y");
    bench.sees("Merged");
    bench.sees("the casebook as it was is kept");
    bench.sees("K shows what stands against each other");
    bench.keys("K");
    bench.sees("what stands against each other: 1");
    bench.sees("shown in lists");

    bench.keys("esc M").write(begun.to_str().unwrap()).keys("tab ctrl-s");
    bench.sees("All of it is here already.");
    bench.keys("esc");
    let folder = bench.folder.path().to_owned();
    bench.until("no private copy", |_| {
        let mut left = std::fs::read_dir(&folder).unwrap().flatten();
        left.all(|entry| !entry.file_name().to_string_lossy().starts_with(".hudna"))
    });
}

/// Another program holds the casebook, so that nothing comes to pass by itself.
#[test]
fn a_merge_that_is_to_stop_says_so_at_once_and_stops() {
    let mut bench = bench((80, 24));
    let claim = bench.selected();
    theirs(&bench, "theirs.db", &claim, "Samir");
    let other = rusqlite::Connection::open(bench.path("a.hudna")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    bench.app.merge(MergeFile {
        path: bench.path("theirs.db"),
        typed: "theirs.db".into(),
        other_case: false,
    });
    let file = MergeFile { path: bench.path("theirs.db"), typed: "theirs.db".into(), other_case: false };
    bench.app.layers.push(Layer::Merge(Merging::new(file)));
    for effect in std::mem::take(&mut bench.app.effects) {
        if let Effect::Order(order) = effect {
            bench.desk.send(*order);
        }
    }
    let until = Instant::now() + super::DEADLINE;
    while !bench.has("waiting until no other program writes") {
        assert!(Instant::now() < until, "{}", bench.screen());
        bench.app.job = Some(bench.desk.job());
        bench.draw();
    }
    bench.sees("Esc stops it");
    press(&mut bench.app, &super::event("esc"));
    bench.draw();
    bench.sees("Cancelling… nothing is changed.");
    bench.settle();
    bench.sees("Stopped: nothing was changed.");
    bench.lacks("Cancelling");
    drop(other);
    assert!(bench.other().claim(&claim).unwrap().speaker != "Samir");
}

/// The word to stop can cross with the last step.
#[test]
fn a_merge_that_was_done_when_it_was_to_stop_says_so() {
    let mut bench = bench((80, 24));
    let claim = bench.selected();
    theirs(&bench, "theirs.db", &claim, "Samir");
    let path = bench.path("theirs.db");
    bench.keys("M").write(path.to_str().unwrap()).keys("ctrl-s");
    bench.sees("Take it over?");
    press(&mut bench.app, &super::event("y"));
    if let Some(Layer::Merge(merging)) = bench.app.layers.last_mut() {
        merging.stopping = true;
    }
    bench.settle();
    bench.sees("It was done already when it was to be cancelled.");
    bench.sees("the casebook as it was is kept");
}

#[test]
fn a_file_that_is_no_casebook_is_refused_in_the_form() {
    let mut bench = bench((80, 24));
    std::fs::write(bench.path("notes.txt"), "nothing").unwrap();
    let path = bench.path("notes.txt");
    bench.keys("M").write(path.to_str().unwrap()).keys("ctrl-s");
    bench.sees("Merge another copy of the case");
    bench.sees("! ");
    bench.sees("notes.txt");
    bench.keys("esc y");
    bench.lacks("Merge another copy");
}

#[test]
fn sides_stand_side_by_side_and_one_is_taken() {
    for size in [(80, 24), (200, 50)] {
        let (mut bench, claim) = disagreeing(size, &["Samir"]);
        bench.keys("K");
        let screen = bench.screen();
        let row = screen.lines().find(|row| row.contains("▸ 1")).unwrap_or_else(|| panic!("{screen}"));
        assert!(row.contains(" 2 "), "both in one row: {row}");
        bench.sees("Nadim Harb");
        bench.sees("it held");
        insta::assert_snapshot!(format!("conflict_{}x{}", size.0, size.1), plain(&screen, &claim));
        // Ours is written later, and so is the second one.
        bench.keys("right enter");
        bench.sees("Resolved; u takes it back.");
        assert_eq!(bench.other().claim(&claim).unwrap().speaker, "المبعوث سامي العمران");
        bench.sees("Nothing does.");
        bench.keys("esc u K");
        bench.sees("what stands against each other: 1");
        bench.keys("e");
        bench.sees("Your own value for: speaker");
        bench.write(" al-Omran").keys("ctrl-s");
        bench.sees("Resolved");
        assert_eq!(bench.other().claim(&claim).unwrap().speaker, "Samir al-Omran");
    }
}

/// Without what differs from run to run.
fn plain(screen: &str, claim: &Id) -> String {
    let mine = regexless(screen);
    mine.replace(claim.as_str(), "CLAIM").replace(claim.brief(), "CLAIM")
}

/// Times and key ids blotted out, their width kept.
fn regexless(screen: &str) -> String {
    let rows = screen.lines().map(|row| {
        let words = row.split(' ').map(|word| {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            let blotted = digits >= 4 && word.chars().all(|c| c.is_ascii_alphanumeric() || "-:".contains(c));
            if blotted { "x".repeat(word.chars().count()) } else { word.to_owned() }
        });
        words.collect::<Vec<_>>().join(" ").trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn many_sides_are_reached_and_the_arabic_layout_works() {
    let (mut bench, claim) = disagreeing((80, 24), &["Samir", "Salma", "Sami", "Saleh"]);
    bench.keys("،");
    bench.sees("sides 1 to 2 of 5");
    // م is the key of l, ا that of h.
    bench.keys("م م");
    bench.sees("sides 2 to 3 of 5");
    bench.keys("ا ا ا");
    bench.sees("sides 4 to 5 of 5");
    let chosen = bench.app.conflicts.side;
    assert_eq!(chosen, 4);
    bench.keys("enter");
    bench.sees("Resolved");
    assert!(bench.other().conflicts().unwrap().is_empty());
    assert_eq!(bench.other().claim(&claim).unwrap().speaker, "المبعوث سامي العمران");
}

#[test]
fn a_dispute_is_shown_and_nobody_ends_it_for_another() {
    let (mut bench, claim) = disagreeing((80, 24), &["المبعوث سامي العمران"]);
    let keyring = Keyring::at(bench.path("keys"));
    let mut mine = Casebook::open(&bench.path("a.hudna"), keyring).unwrap();
    mine.give_verdict(&claim, "true", "it did", false).unwrap();
    drop(mine);
    bench.app.reload();
    bench.settle();
    bench.keys("K");
    bench.sees("≠ verdicts");
    bench.sees("the register says no");
    bench.sees("it did");
    bench.keys("enter");
    bench.sees("Verdicts are their checkers' own");
    assert_eq!(bench.selected(), claim);
}

#[test]
fn a_conflict_that_others_resolved_meanwhile_is_left() {
    let (mut bench, claim) = disagreeing((80, 24), &["Samir"]);
    bench.keys("K");
    bench.other().resolve_conflict(claim.as_str(), crate::model::Field::Speaker, 1).unwrap();
    // The view has not heard of it yet.
    let seen = match bench.app.conflicts.current() {
        Some(crate::tui::conflicts::Against::Conflict(seen, _)) => seen.clone(),
        other => panic!("{other:?}"),
    };
    bench.app.write(crate::tui::desk::Write::Resolve { seen: Box::new(seen), n: 2 });
    bench.settle();
    bench.sees("It was resolved meanwhile.");
    assert_eq!(bench.other().claim(&claim).unwrap().speaker, "Samir");
}

#[test]
fn a_second_undo_passes_over_what_cannot_be_taken_back() {
    let mut bench = bench((100, 40));
    let claim = bench.selected();
    let keyring = Keyring::at(bench.path("keys"));
    let mut mine = Casebook::open(&bench.path("a.hudna"), keyring).unwrap();
    mine.comment(&claim, "said before").unwrap();
    mine.edit_claim(&claim, &edit("Sami")).unwrap();
    bench.other().edit_claim(&claim, &edit("Samir")).unwrap();
    bench.app.reload();
    bench.settle();
    bench.keys("u");
    bench.sees("u again passes it over");
    bench.keys("u");
    bench.sees("Taken back: comment");
    bench.keys("u");
    bench.sees("u again passes it over");
    bench.keys("U u");
    bench.lacks("Taken back: import");
}
