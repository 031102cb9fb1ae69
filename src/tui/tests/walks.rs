//! Whole ways through a case.

use super::{Bench, import_text, in_one_breath};
use crate::model::{Query, Standing, Status};
use crate::tui::app::Effect;

#[test]
fn from_filter_to_report() {
    let mut bench = Bench::with_samples((80, 24));
    bench.sees("1 of ");
    bench.keys("/").write("no civilian").keys("enter");
    bench.sees("Filter: no civilian");
    let claim = bench.selected();
    bench.keys("t tab").write("https://example.org/register").keys("ctrl-s");
    bench.sees("Say what it does to the claim");
    bench.keys("right right tab right right tab right right ctrl-s");
    bench.sees("Evidence attached.");
    bench.keys("r ctrl-s");
    bench.sees("Choose a rating");
    bench.keys("1 ctrl-s");
    bench.sees("A verdict needs its reasons.");
    bench.write("The register counts nine.").keys("ctrl-s");
    bench.sees("Verdict given.");
    bench.sees("✗ False");
    bench.keys("tab G");
    bench.sees("The register counts nine.");
    let path = bench.path("r");
    bench.keys("tab x tab tab ctrl-a").write(path.to_str().unwrap()).keys("ctrl-s");
    let report = std::fs::read_to_string(bench.path("r.html")).unwrap();
    assert!(report.contains("The register counts nine."), "{}", bench.screen());
    let file = bench.other().claim_file(&claim).unwrap();
    assert_eq!(file.claim.verdict, Standing::Rated("false".into()));
    assert_eq!(file.evidence[0].grade.unwrap().to_string(), "B2");
}

#[test]
fn the_same_with_the_keyboard_in_its_arabic_layout() {
    let mut bench = Bench::with_samples((80, 24));
    // The keys / t r x G in the Arabic layout: ظ ف ق ء لأ, the last as the two letters of one key.
    bench.keys("ظ").write("هدنة").keys("enter");
    let claim = bench.selected();
    bench.keys("ف tab").write("https://example.org/سجل").keys("tab tab right ctrl-s");
    bench.sees("Evidence attached.");
    bench.keys("ق ٢ tab").write("لأن السجل يقول غير ذلك").keys("ctrl-s");
    bench.sees("Verdict given.");
    bench.sees("Mostly false");
    let file = bench.other().claim_file(&claim).unwrap();
    assert_eq!(file.claim.verdict, Standing::Rated("mostly_false".into()));
    assert_eq!(file.verdicts[0].why, "لأن السجل يقول غير ذلك");
    in_one_breath(&mut bench, "لأ");
    let total = bench.app.list.total().unwrap();
    bench.sees(&format!("{total} of {total} claims"));
    // l and h are no commands in the list; as one key they are b, which is none either.
    in_one_breath(&mut bench, "لا");
    bench.keys("ع");
    bench.sees("Taken back");
    assert_eq!(bench.other().claim(&claim).unwrap().verdict, Standing::None);
    bench.keys("‘");
    bench.sees("Done again");
    bench.keys("ض");
    assert!(matches!(bench.app.effects.as_slice(), [Effect::Quit]));
}

#[test]
fn a_claim_is_made_of_marked_words_and_its_span_set_anew() {
    let text = "One line.\nقال الناطق إن الهدنة صامدة اليوم";
    let mut bench = Bench::new((80, 24), |book| {
        import_text(book, text, &[(0, 3)]);
    });
    bench.keys("enter v down home w w w v w w w a");
    bench.sees("Add the marked words as a claim");
    bench.write("الناطق").keys("ctrl-s");
    bench.sees("Claim added.");
    let all = bench.other().claims_after(&Query::default(), None, 10).unwrap();
    let added = all.iter().find(|c| c.start != Some(0)).unwrap();
    assert_eq!((added.text.as_str(), added.speaker.as_str()), ("الهدنة صامدة اليوم", "الناطق"));
    // The cursor is on it. Right to left, the arrow to the right goes back in the text.
    assert_eq!(bench.selected(), added.id);
    bench.keys("s right right right right right enter");
    bench.sees("One field changed.");
    assert_eq!(bench.other().claim(&added.id).unwrap().text, "الهدنة صامدة");
}

#[test]
fn dismissing_asks_why_and_restoring_does_not() {
    let mut bench = Bench::with_samples((80, 24));
    let claim = bench.selected();
    bench.keys("z ctrl-s");
    bench.sees("Say why");
    bench.write("an opinion").keys("ctrl-s");
    assert_eq!(bench.other().claim(&claim).unwrap().status, Status::Dismissed);
    bench.sees("dismissed");
    bench.keys("z");
    assert_ne!(bench.other().claim(&claim).unwrap().status, Status::Dismissed);
    bench.sees("Restored.");
}

#[test]
fn withdrawing_names_what_and_asks_why() {
    let mut bench = Bench::with_samples((100, 30));
    bench.keys("r 5 tab").write("so it is").keys("ctrl-s w");
    bench.sees("verdict: True");
    bench.keys("enter").write("a mistake").keys("ctrl-s");
    bench.sees("Verdict withdrawn.");
    let claim = bench.selected();
    assert_eq!(bench.other().claim_file(&claim).unwrap().verdicts[0].withdrawn, "a mistake");
    bench.keys("w");
    bench.sees("neither evidence nor a verdict");
}

#[test]
fn what_another_program_writes_appears_and_the_cursor_stays() {
    let mut bench = Bench::with_samples((80, 24));
    bench.keys("j j j");
    let claim = bench.selected();
    let mut other = bench.other();
    other.give_verdict(&claim, "half_true", "a second look", false).unwrap();
    bench.until("the other's verdict", |screen| screen.contains("~ Half true"));
    assert_eq!(bench.selected(), claim);
}

#[test]
fn a_stale_form_does_not_overwrite_in_silence() {
    let mut bench = Bench::with_samples((80, 24));
    let claim = bench.selected();
    bench.keys("e").write(" A");
    let edit = crate::model::ClaimEdit { speaker: Some("Another".into()), ..Default::default() };
    bench.other().edit_claim(&claim, &edit).unwrap();
    bench.keys("ctrl-s");
    bench.sees("speaker is now “Another”");
    assert_eq!(bench.other().claim(&claim).unwrap().speaker, "Another");
    bench.keys("ctrl-s");
    assert!(bench.other().claim(&claim).unwrap().speaker.ends_with(" A"));
}

#[test]
fn quitting_asks_where_something_was_typed() {
    let mut bench = Bench::with_samples((80, 24));
    bench.keys("c").write("a thought").keys("esc");
    bench.sees("Give up what was typed here?");
    bench.keys("n");
    bench.sees("a thought");
    bench.keys("ctrl-c");
    bench.sees("not saved");
    assert!(bench.app.effects.is_empty());
    bench.keys("n ctrl-s q");
    assert!(matches!(bench.app.effects.as_slice(), [Effect::Quit]));
}

#[test]
fn evidence_from_a_file_must_be_there() {
    let mut bench = Bench::with_samples((80, 24));
    bench.keys("t right tab").write("/nowhere/at-all.pdf").keys("tab tab right ctrl-s");
    bench.sees("/nowhere/at-all.pdf");
    let file = bench.path("register.csv");
    std::fs::write(&file, "nine").unwrap();
    bench.keys("ctrl-a").paste(file.to_str().unwrap()).keys("ctrl-s");
    bench.sees("Evidence attached.");
    let claim = bench.selected();
    let kept = bench.other().claim_file(&claim).unwrap().evidence.remove(0).file.unwrap();
    assert_eq!((kept.name.as_str(), kept.size), ("register.csv", 4));
}

#[test]
fn an_export_replaces_a_file_only_when_told_twice() {
    let mut bench = Bench::with_samples((80, 24));
    let path = bench.path("list.csv");
    std::fs::write(&path, "mine").unwrap();
    bench.keys("x tab right right tab ctrl-a").paste(path.to_str().unwrap()).keys("ctrl-s");
    bench.sees("is there already");
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    bench.keys("ctrl-s");
    bench.sees("Report written");
    assert!(std::fs::read(&path).unwrap().starts_with("\u{feff}".as_bytes()));
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn an_export_never_replaces_a_casebook() {
    let mut bench = Bench::with_samples((80, 24));
    let path = bench.path("a.hudna");
    let before = std::fs::read(&path).unwrap();
    bench.keys("x tab right right tab ctrl-a").paste(path.to_str().unwrap()).keys("ctrl-s ctrl-s");
    bench.sees("Nothing was written");
    assert!(std::fs::read(&path).unwrap() == before);
}
