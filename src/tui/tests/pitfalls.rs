//! The pitfalls of Arabic in terminals that reach beyond laying out; those of `bidi` itself are in its own tests.

use super::Bench;
use crate::bidi::{Host, Mode};
use crate::model::NewClaim;
use crate::tui::app::Effect;
use crate::tui::editor::{Editor, Move};

/// A workbench whose casebook holds claims with these words, typed in.
fn with_claims(words: &[&str]) -> Bench {
    Bench::new((80, 24), |book| {
        for text in words {
            let claim =
                NewClaim { text: (*text).into(), speaker: "Lina Haddad".into(), ..NewClaim::default() };
            book.add_claim(&claim).unwrap();
        }
    })
}

/// How many claims a query lists.
fn found(bench: &mut Bench, query: &str) -> u64 {
    bench.keys("esc /").write(query).keys("enter");
    bench.app.list.total().unwrap()
}

#[test]
fn pitfall_7_one_letter_of_a_lam_alef_is_deleted() {
    let mut editor = Editor::line("سلام");
    editor.go(Move::Right, false, Mode::App);
    editor.delete(Move::Previous);
    assert_eq!(editor.text(), "سلم");
    editor.undo();
    editor.go(Move::Right, false, Mode::App);
    editor.delete(Move::Previous);
    assert_eq!(editor.text(), "سام");
}

#[test]
fn pitfall_11_presentation_forms_are_folded_for_search_and_kept_in_the_text() {
    // هدنة as a terminal shows it, in its forms and from left to right.
    let pasted = "\u{FE94}\u{FEE7}\u{FEAA}\u{FEEB}";
    let forms = "\u{FEEB}\u{FEAA}\u{FEE7}\u{FE94} \u{FEFB}";
    let mut bench = with_claims(&[forms, "an account without it"]);
    assert_eq!(found(&mut bench, "هدنة لا"), 1);
    let id = bench.selected();
    assert_eq!(bench.other().claim(&id).unwrap().text, forms);
    let mut editor = Editor::line("");
    editor.paste(pasted);
    assert_eq!(editor.text(), pasted);
}

#[test]
fn pitfall_12_what_is_copied_is_the_text_as_it_was_written() {
    let text = "قال «لا» في 27/11/2031 (الأحد)";
    let mut bench = with_claims(&[text]);
    let copied = |effect: &Effect| matches!(effect, Effect::Copy(copied) if copied == text);
    // Settling keeps orders only: look before.
    crate::tui::run::press(&mut bench.app, &super::event("y"));
    assert!(bench.app.effects.iter().any(copied), "{:?}", bench.app.effects);
}

#[test]
fn pitfall_14_the_mode_comes_from_the_environment_and_can_be_chosen() {
    // TERM says nothing: it is the same in terminals that do unlike things.
    let mode = |variables: &[(&str, &str)]| {
        Host::of(|name| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
            .mode()
    };
    let term = ("TERM", "xterm-256color");
    assert_eq!(mode(&[term]), Mode::App);
    assert_eq!(mode(&[term, ("KONSOLE_VERSION", "221203")]), Mode::Terminal);
    assert_eq!(mode(&[term, ("KITTY_WINDOW_ID", "1")]), Mode::Words);
    assert_eq!(mode(&[term, ("KITTY_WINDOW_ID", "1"), ("TMUX", "/tmp/t")]), Mode::App);
    for chosen in ["app", "terminal", "words", "off"] {
        assert_eq!(chosen.parse::<Mode>().unwrap().word(), chosen);
    }
}

#[test]
fn pitfall_15_queries_find_words_however_they_are_written() {
    let mut bench = with_claims(&["حُرّاس غزّةَ في إطلاق ٢٧ قذيفة"]);
    for query in ["حراس", "حُرّاس", "غزة", "اطلاق", "إطلاق", "27", "٢٧", "۲۷", "حـراس", "قذيفه"]
    {
        assert_eq!(found(&mut bench, query), 1, "{query}");
    }
    assert_eq!(found(&mut bench, "حارس"), 0);
}
