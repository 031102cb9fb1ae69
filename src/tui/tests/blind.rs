//! Verdicts given without having seen those of others.

use super::{Bench, import_text};
use crate::model::{Id, Verdict};

const TEXT: &str = "The envoy said it held. The envoy said it broke.";
const WHY: &str = "the register says no";

/// A workbench in which a colleague has judged the first claim; it is blind from the start, as by `hudna --blind`, if so wanted.
fn judged(size: (u16, u16), blind: bool) -> (Bench, Id) {
    let mut bench = Bench::new(size, |book| {
        import_text(book, TEXT, &[(15, 22), (39, 47)]);
    });
    bench.app.blind.on = blind;
    let claim = bench.selected();
    let mut theirs = bench.other();
    theirs.set_me(Some("Nadim Harb"), None).unwrap();
    theirs.give_verdict(&claim, "false", WHY, false).unwrap();
    bench.app.reload();
    bench.settle();
    (bench, claim)
}

/// The verdict of the person here.
fn mine(bench: &Bench, claim: &Id) -> Verdict {
    let file = bench.other().claim_file(claim).unwrap();
    file.verdicts.into_iter().find(|verdict| verdict.why == "my own reasons").unwrap()
}

#[test]
fn others_verdicts_are_hidden_until_ones_own_is_given_and_that_one_is_blind() {
    for size in [(80, 24), (200, 60)] {
        let (mut bench, claim) = judged(size, true);
        bench.sees("verdicts hidden");
        bench.lacks("✗ False");
        bench.keys("tab");
        // Through the whole file.
        let mut said = String::new();
        for _ in 0..12 {
            said.push_str(&bench.screen());
            bench.keys("pgdn");
        }
        assert!(said.contains("Verdicts (1)") && said.contains("hidden until you give yours"), "{said}");
        assert!(said.contains("(hidden until you give your verdict)"), "of the log: {said}");
        assert!(!said.contains(WHY), "{said}");
        bench.keys("w");
        bench.sees("neither evidence nor a verdict");
        bench.keys("r");
        bench.sees("others' are hidden until it is given");
        bench.sees("blind: I have not seen");
        bench.keys("5 tab").write("my own reasons").keys("ctrl-s");
        bench.sees("Verdict given blind; the others' are shown now.");
        assert!(mine(&bench, &claim).blind);
        bench.keys("g");
        bench.until("the other's verdict", |screen| screen.contains("Verdicts (2)"));
        bench.keys("pgdn");
        assert!(bench.has(WHY) || bench.keys("pgdn").has(WHY), "{}", bench.screen());
        // Taken back, it is hidden again, and what was seen is known.
        bench.keys("u r 5 tab").write("my own reasons").keys("tab");
        bench.sees("were on this screen");
        bench.keys("ctrl-s");
        bench.sees("Verdict given.");
        bench.other().withdraw_verdict(&mine(&bench, &claim).id, "x").unwrap_err();
    }
}

#[test]
fn what_was_on_the_screen_is_known_when_verdicts_are_hidden_later() {
    let (mut bench, claim) = judged((80, 24), false);
    bench.sees("✗ False");
    bench.keys("r");
    bench.lacks("given:");
    bench.keys("esc b");
    bench.sees("Others' verdicts are hidden on each claim until you give yours (r)");
    bench.lacks("✗ False");
    bench.keys("r tab tab");
    bench.sees("were on this screen");
    bench.keys("tab");
    // It is the person's word: theirs may have been another's eyes.
    bench.keys("5 tab").write("my own reasons").keys("tab left ctrl-s");
    bench.sees("Verdict given blind");
    assert!(mine(&bench, &claim).blind);
    // The other claim nobody has judged: nothing of it was seen.
    bench.keys("j r tab tab");
    bench.sees("marked in the casebook");
    bench.keys("esc b");
    bench.sees("All verdicts are shown.");
    bench.lacks("verdicts hidden");
}

#[test]
fn neither_filter_nor_disputes_tell_what_is_hidden() {
    let (mut bench, claim) = judged((80, 24), true);
    let mut third =
        crate::journal::Casebook::open(&bench.path("a.hudna"), crate::journal::Keyring::at(bench.path("k3")))
            .unwrap();
    third.give_verdict(&claim, "true", "it held for a week", false).unwrap();
    drop(third);
    bench.app.reload();
    bench.settle();
    bench.lacks("disputed");
    bench.keys("K");
    bench.sees("(hidden until you give your verdict)");
    bench.lacks("it held for a week");
    bench.keys("esc /").write("verdict:false");
    bench.sees("verdict: would tell what is hidden");
    bench.lacks("False");
    bench.keys("esc b /").write("verdict:disputed").keys("enter");
    bench.sees("1 of 1 claims");
    bench.keys("b");
    bench.sees("of 2 claims");
    bench.sees("The filter asked for verdicts");
}

/// A screen reader must not be told either.
#[test]
fn in_lines_of_words_they_are_hidden_too() {
    let (mut bench, _) = judged((80, 24), true);
    bench.app.theme = crate::tui::theme::Theme::of_words();
    bench.draw();
    bench.lacks("False");
    bench.sees("verdicts hidden");
    bench.keys("tab");
    for _ in 0..60 {
        bench.lacks(WHY);
        bench.keys("j");
    }
}
