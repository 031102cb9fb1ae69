//! The interface in Arabic: mirrored screens, no English word left, keys by what is seen.

use super::{Bench, import_text};
use crate::bidi::{self, Base};
use crate::journal::{Casebook, Keyring};
use crate::locale::{Calendar, Digits, Lang, Locale, within};
use crate::model::{ClaimEdit, DocumentEdit, NewEvidence, Stance};
use crate::tui::app::View;
use crate::tui::conflicts::Against;
use crate::tui::desk::Answer;
use crate::tui::layer::Layer;

pub(super) const ARABIC: Locale =
    Locale { lang: Lang::Arabic, digits: Digits::Western, calendar: Calendar::Gregorian };

const TEXT: &str = "قال المبعوث إن الهدنة صامدة في الوادي.\nونفى الناطق سقوط ضحايا في البلدة.";

/// Words as they are seen.
fn seen(words: &str) -> String {
    bidi::line(words, 200, Base::Rtl).cells.iter().map(|cell| cell.symbol.as_str()).collect()
}

#[track_caller]
fn sees(bench: &Bench, words: &str) {
    bench.sees(&seen(words));
}

/// A case without a Latin letter in what people wrote.
fn fill(book: &mut Casebook) {
    import_text(book, TEXT, &[(15, 37), (51, 71)]);
    book.set_me(Some("سلمى"), None).unwrap();
    let claims = book.claims_after(&Default::default(), None, 10).unwrap();
    for claim in &claims {
        // What the helper for texts found is English.
        let edit = ClaimEdit {
            speaker: Some("سامي العمران".into()),
            cue: Some("قال".into()),
            ..ClaimEdit::default()
        };
        book.edit_claim(&claim.id, &edit).unwrap();
    }
    let document = claims[0].document.clone().unwrap();
    let title = DocumentEdit { title: Some("هدنة الوادي".into()), ..Default::default() };
    book.edit_document(&document, &title).unwrap();
    book.give_verdict(&claims[0].id, "false", "السجل يقول غير ذلك", false).unwrap();
    let evidence = NewEvidence {
        url: String::new(),
        quotation: "تسعة في السجل".into(),
        file: None,
        stance: Stance::Refutes,
        grade: "B2".parse().ok(),
        note: "السجل مفتوح".into(),
    };
    book.add_evidence(&claims[0].id, &evidence).unwrap();
    book.comment(&claims[0].id, "يُراجع غدا").unwrap();
}

pub(super) fn bench(size: (u16, u16)) -> Bench {
    Bench::new(size, fill)
}

/// A colleague's copy that disagrees.
fn theirs(bench: &Bench) {
    let path = bench.path("theirs.db");
    std::fs::copy(bench.path("a.hudna"), &path).unwrap();
    let mut book = Casebook::open(&path, Keyring::at(bench.path("their-keys"))).unwrap();
    book.set_me(Some("نديم"), None).unwrap();
    let claim = bench.selected();
    let edit = ClaimEdit { speaker: Some("ناطق".into()), ..ClaimEdit::default() };
    book.edit_claim(&claim, &edit).unwrap();
    book.give_verdict(&claim, "true", "شهد بذلك اثنان", false).unwrap();
    drop(book);
    let mut mine = Casebook::open(&bench.path("a.hudna"), Keyring::at(bench.path("keys"))).unwrap();
    let edit = ClaimEdit { speaker: Some("المبعوث سامي".into()), ..ClaimEdit::default() };
    mine.edit_claim(&claim, &edit).unwrap();
}

/// The same times in every run; the hour still depends on the computer's time zone.
fn fix_times(bench: &mut Bench) {
    let noon = chrono::DateTime::from_timestamp(1_930_000_000, 0).unwrap();
    if let Some(file) = &mut bench.app.detail.file {
        file.history.iter_mut().for_each(|change| change.at = noon);
        file.verdicts.iter_mut().for_each(|verdict| verdict.at = noon);
        file.evidence.iter_mut().for_each(|piece| piece.at = noon);
        file.comments.iter_mut().for_each(|comment| comment.at = noon);
    }
    for item in bench.app.conflicts.items.iter_mut().flatten() {
        match item {
            Against::Conflict(conflict, _) => conflict.sides.iter_mut().for_each(|side| side.at = noon),
            Against::Dispute(dispute) => dispute.verdicts.iter_mut().for_each(|verdict| verdict.at = noon),
        }
    }
    bench.draw();
}

/// The screen with signs for the digits of dates, times and ids; something may lie over a part of them.
fn masked(bench: &Bench) -> String {
    let mask = |word: &str| {
        let inner = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let time = inner.contains([':', '-']) && !inner.contains(|c: char| c.is_ascii_alphabetic());
        let id = inner.len() > 9 && inner.bytes().skip(1).all(|b| b.is_ascii_hexdigit());
        match time || id {
            true => word.replace(|c: char| c.is_ascii_alphanumeric(), "#"),
            false => word.to_owned(),
        }
    };
    let row = |row: &str| format!("|{}|", row.split(' ').map(mask).collect::<Vec<_>>().join(" "));
    bench.screen().lines().map(row).collect::<Vec<_>>().join("\n")
}

fn screens(name: &str, keys: &[&str]) {
    within(ARABIC, || {
        for size in [(80, 24), (200, 50)] {
            let mut bench = bench(size);
            for keys in keys {
                bench.keys(keys);
            }
            fix_times(&mut bench);
            let cursor = bench.terminal.backend_mut().cursor_position();
            let screen = format!("{}\ncursor: {cursor}", masked(&bench));
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), screen);
        }
    });
}

#[test]
fn the_list_lies_at_the_right() {
    screens("list", &[""]);
}

#[test]
fn the_claims_file_lies_at_the_left() {
    screens("detail", &["tab"]);
}

#[test]
fn a_document_and_a_mark_in_it() {
    screens("document", &["enter", "v v w w"]);
}

#[test]
fn forms_have_their_labels_at_the_right() {
    screens("edit", &["e tab tab tab"]);
    screens("verdict", &["r 2 tab"]);
}

#[test]
fn the_help() {
    screens("help", &["?"]);
}

#[test]
fn the_palette() {
    screens("palette", &[":"]);
}

#[test]
fn a_question() {
    screens("confirm", &["c", "space", "ctrl-c"]);
}

#[test]
fn merging_and_conflicts() {
    within(ARABIC, || {
        for size in [(80, 24), (200, 50)] {
            let mut bench = bench(size);
            theirs(&bench);
            // Another connection wrote: the threads would notice, sooner or later.
            bench.app.take(Answer::Changed);
            bench.settle();
            let path = bench.path("theirs.db");
            bench.keys("M").write(path.to_str().unwrap()).keys("ctrl-s");
            sees(&bench, "ما سيأتي به الدمج");
            // The folder is another one in every run.
            if let Some(Layer::Merge(merging)) = bench.app.layers.last_mut() {
                merging.file.typed = "theirs.db".into();
                // And so is the key.
                let fingerprint = format!("SHA256:{}", "x".repeat(43));
                merging.whose.by.iter_mut().for_each(|(of, _)| *of = fingerprint.clone());
            }
            fix_times(&mut bench);
            insta::assert_snapshot!(format!("merge_{}x{}", size.0, size.1), masked(&bench));
            bench.keys("y K");
            fix_times(&mut bench);
            insta::assert_snapshot!(format!("conflicts_{}x{}", size.0, size.1), masked(&bench));
            // The second side lies left of the first, and the arrow to the left leads there.
            let first = bench.app.conflicts.side;
            bench.keys("left");
            assert_ne!(bench.app.conflicts.side, first);
            bench.keys("l");
            assert_eq!(bench.app.conflicts.side, first);
        }
    });
}

#[test]
fn commands_are_found_by_their_names_in_both_languages() {
    let first = |bench: &Bench| match bench.app.layers.last() {
        Some(Layer::Palette(palette)) => palette.shown().first().map(|command| command.name),
        _ => None,
    };
    for lang in Lang::ALL {
        within(Locale { lang, ..ARABIC }, || {
            let mut bench = bench((80, 24));
            for (typed, name) in [
                ("verd", "verdict"),
                ("حكم", "verdict"),
                ("الحكم", "verdict"),
                ("conflicts", "conflicts"),
                ("تعارض", "conflicts"),
                // The name typed with the keyboard in the other layout.
                ("ؤخىبمهؤفس", "conflicts"),
            ] {
                bench.keys(":").write(typed);
                assert_eq!(first(&bench), Some(name), "{typed} in {lang:?}");
                bench.keys("esc");
            }
            bench.keys("?").write("strength-of-nothing");
            assert!(!bench.has("Esc Esc"));
            bench.keys("esc ?").write("clipboard");
            bench.sees("OSC 52");
            bench.keys("esc ?").write("الحافظة");
            bench.sees("OSC 52");
        });
    }
}

/// Words of Latin letters that belong on an Arabic screen: names of keys, of formats, of fields of queries, of files; and
/// what the helper for texts finds in one.
const LATIN: &str = "whoami share verify encrypt redact private Ctrl Alt Shift Enter Esc Tab Space PgUp PgDn Home End Backspace Delete hudna log fg HTML Markdown \
    CSV JSON OSC VISUAL EDITOR SHA kind speaker status verdict polarity doc lang order document worth db theirs report UTF \
    said the envoy title before merge";

/// The English words on the screen, with where they stand.
fn english(bench: &Bench, after: &str) -> Vec<String> {
    let home = bench.folder.path().to_str().unwrap();
    let mut found = Vec::new();
    for row in bench.screen().lines().map(|row| row.replace(home, "")) {
        // A fingerprint has any letters.
        let told = row.split(' ').filter(|word| !word.starts_with("SHA256:"));
        let words = told.flat_map(|word| word.split(|c: char| !c.is_ascii_alphanumeric()));
        let latin = words.filter(|w| w.len() > 1 && w.chars().all(|c| c.is_ascii_alphabetic()));
        let english = latin.filter(|word| !LATIN.split_whitespace().any(|known| known == *word));
        found.extend(english.map(|word| format!("“{word}” after {after:?} in: {row}")));
    }
    found
}

#[test]
fn no_english_word_is_left_on_an_arabic_screen() {
    within(ARABIC, || {
        let (mut bench, mut found) = (bench((120, 40)), Vec::new());
        // Each comes back to where it began.
        let walks = [
            "| tab | G | tab | i | i | y",
            "? | pgdn | pgdn | pgdn | esc",
            ": | down down down | esc",
            "/ | a | esc",
            "e | ctrl-s | e tab tab tab space | esc | esc",
            "c | ctrl-s | a | esc | n | esc | y",
            "t | ctrl-s | tab tab tab | right | ctrl-s | space | esc | esc | y",
            "r | ctrl-s | 1 | ctrl-s | esc | y",
            "z | ctrl-s | a | ctrl-s | z",
            "T | esc | a | ctrl-s | esc",
            "w | enter | ctrl-s | a | ctrl-s | u | U | u",
            "N | esc | o | down | esc | M | ctrl-s | esc | K | esc",
            "b | r | tab tab | esc | b | P | enter | ctrl-s | 1 | ctrl-s | esc | y | E | u",
            "S | ctrl-s | tab | esc",
            "x | tab | tab | ctrl-a | backspace ctrl-s | esc | y",
            "enter | n | s | right | enter | u | v | v | a | w w | a | esc | esc | / | a | ctrl-s | esc | y | esc | esc",
        ];
        for walk in walks {
            for keys in walk.split('|') {
                bench.keys(keys);
                found.extend(english(&bench, keys));
            }
            assert!(
                bench.app.layers.is_empty() && bench.app.view == View::Claims,
                "{walk}\n{}",
                bench.screen()
            );
        }
        for name in ["erase", "erasures"] {
            bench.keys(":").write(name).keys("enter");
            found.extend(english(&bench, name));
            bench.keys("enter");
            found.extend(english(&bench, name));
            bench.keys("ctrl-s");
            found.extend(english(&bench, name));
            bench.keys("esc esc");
        }
        let mine = bench.path("نسختي.db");
        bench.keys("S tab").write(mine.to_str().unwrap()).keys("ctrl-s");
        found.extend(english(&bench, "S"));
        for keys in ["y", "enter", "S tab"] {
            bench.keys(keys);
            found.extend(english(&bench, keys));
        }
        bench.write(mine.to_str().unwrap()).keys("ctrl-s");
        found.extend(english(&bench, "a file that is there"));
        bench.keys("esc y");
        theirs(&bench);
        let path = bench.path("theirs.db");
        bench.keys("M").write(path.to_str().unwrap()).keys("ctrl-s");
        found.extend(english(&bench, "M"));
        bench.keys("y");
        found.extend(english(&bench, "y"));
        bench.keys("K");
        found.extend(english(&bench, "K"));
        for keys in ["right", "e", "esc", "enter", "d"] {
            bench.keys(keys);
            found.extend(english(&bench, keys));
        }
        bench.terminal.backend_mut().resize(40, 10);
        bench.draw();
        found.extend(english(&bench, "a small window"));
        found.dedup();
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

#[test]
fn counts_and_dates_are_in_the_digits_chosen() {
    let eastern = Locale { digits: Digits::Arabic, calendar: Calendar::Islamic, ..ARABIC };
    within(eastern, || {
        let mut bench = bench((200, 50));
        sees(&bench, "الادعاء ١ من ٢");
        sees(&bench, "الأحكام (١)");
        bench.keys("tab");
        let screen = bench.screen();
        assert!(screen.contains('ه') || screen.contains('\u{FEEB}'), "the sign of the calendar");
        let id = bench.selected();
        bench.sees(id.brief());
    });
}

#[test]
fn an_empty_field_is_written_from_the_right() {
    within(ARABIC, || {
        let mut bench = bench((80, 24));
        bench.keys("c");
        let column = |bench: &mut Bench| bench.terminal.backend_mut().cursor_position().x;
        let empty = column(&mut bench);
        assert!(empty > 60, "{empty}");
        bench.write("نعم");
        assert_eq!(column(&mut bench), empty - 3);
        bench.keys("ctrl-a").write("yes");
        assert!(column(&mut bench) < 10);
    });
}
