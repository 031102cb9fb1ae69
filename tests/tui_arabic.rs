//! Arabic on a pseudo-terminal: a whole case driven with the keyboard in its Arabic layout, and what stands in the cells.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod tui_support;

use std::collections::BTreeMap;
use tui_support::{Place, Pty};

const CTRL_S: &str = "\x13";
const ENTER: &str = "\r";
const RIGHT: &str = "\x1b[C";

const ARTICLE: &str = "الهدنة في وادي الرمان\n\nقال سامي العمران، الناطق باسم مرصد الواحة، إن الهدنة صامدة في الوادي منذ ثلاثة أيام.\n\
    ونفت لينا الحداد، مديرة مستشفى السد، سقوط أي جريح، وقالت إن 45 شخصا عادوا إلى بيوتهم يوم 27/11/2031.\n\
    وأعلن المرصد أن جسر الطين أعيد فتحه أمام الشاحنات.\n";

/// The keys of single-letter commands, as the Arabic layout (101) sends them.
mod key {
    pub const FILTER: &str = "ظ";
    pub const DOWN: &str = "ت";
    pub const UP: &str = "ن";
    pub const FIRST: &str = "ل";
    /// One key that sends two letters.
    pub const LAST: &str = "لأ";
    pub const DOCUMENT: &str = "ي";
    pub const NEXT: &str = "ى";
    pub const EVIDENCE: &str = "ف";
    pub const VERDICT: &str = "ق";
    pub const COMMENT: &str = "ؤ";
    pub const UNDO: &str = "ع";
    pub const REDO: &str = "‘";
    pub const EXPORT: &str = "ء";
    pub const HELP: &str = "؟";
    pub const NAME: &str = "آ";
    pub const QUIT: &str = "ض";
}

/// Waits until the head says which claim of how many the cursor is on.
#[track_caller]
fn at(pty: &mut Pty, which: &str) {
    pty.until(which, |pty| pty.screen().lines().next().is_some_and(|head| head.contains(which)));
}

/// What a verb prints as JSON, a value a line.
fn json(place: &Place, arguments: &[&str]) -> Vec<serde_json::Value> {
    let done = place.hudna(arguments);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let values = serde_json::Deserializer::from_slice(&done.stdout).into_iter();
    values.map(Result::unwrap).collect()
}

#[test]
fn a_whole_case_with_arabic_letters_as_keys() {
    let place = Place::empty();
    let article = place.path("article.txt");
    std::fs::write(&article, ARTICLE).unwrap();
    assert!(place.hudna(&["import", article.to_str().unwrap()]).status.success());
    let claims = json(&place, &["claims", "--json"]);
    let total = claims.len();
    assert!(total >= 3, "{claims:?}");
    let mut pty = place.workbench(&[]);
    at(&mut pty, &format!("1 of {total}"));

    // The list: down, up, to the last, to the first; help and back; a name.
    pty.send(key::DOWN);
    at(&mut pty, &format!("2 of {total}"));
    pty.send(key::UP);
    at(&mut pty, &format!("1 of {total}"));
    pty.send(key::LAST);
    at(&mut pty, &format!("{total} of {total}"));
    pty.send(key::FIRST);
    at(&mut pty, &format!("1 of {total}"));
    pty.send(key::HELP)
        .sees("Keys (")
        .send("\x1b")
        .until("the help gone", |pty| !pty.screen().contains("Keys ("));
    pty.send(key::NAME).sees("contact").send("ليلى السالم").send(CTRL_S).sees("Name kept.");
    // ليلى السالم in visual order, at the head.
    pty.sees("\u{FEE2}\u{FEDF}\u{FE8E}\u{FEB4}\u{FEDF}\u{FE8D} \u{FEF0}\u{FEE0}\u{FEF4}\u{FEDF}");

    // Filter by an Arabic word: the claim of the bridge.
    pty.send(key::FILTER).sees("Filter:").send("جسر").send(ENTER);
    at(&mut pty, "1 of 1 claims");

    // Into the document, through its claims and back to the one that was filtered.
    pty.send(key::DOCUMENT)
        .sees(&format!("claim {total} of {total}"))
        .send("ح")
        .sees(&format!("claim {} of {total}", total - 1));
    pty.send(key::NEXT).sees(&format!("claim {total} of {total}"));

    // Evidence, verdict with a reason and comment, all from the document.
    pty.send(key::EVIDENCE)
        .sees("Attach evidence")
        .send("\t")
        .send("https://example.org/جسر\t\t")
        .send(RIGHT);
    pty.sees("supports").send(CTRL_S).sees("Evidence attached.");
    pty.send(key::VERDICT).sees("Mostly false").send("٢\t").send("لأن الجسر ما زال مغلقا").send(CTRL_S);
    pty.sees("Verdict given.");
    pty.send(key::COMMENT).sees("for the other checkers").send("يراجعه زميل غدا").send(CTRL_S);
    pty.sees("Comment kept.");

    // The comment is taken back, made again and taken back.
    pty.send(key::UNDO)
        .sees("Taken back")
        .send(key::REDO)
        .sees("Done again")
        .send(key::UNDO)
        .sees("Taken back");

    // Back to the list, and the report.
    pty.send(key::DOCUMENT).sees("✗ Mostly false");
    let report = place.path("report.csv");
    pty.send(key::EXPORT)
        .sees("Export a report")
        .send("\t")
        .send(RIGHT)
        .send(RIGHT)
        .sees("CSV")
        .send("\t\x01");
    pty.send(report.to_str().unwrap()).send(CTRL_S).sees("Report written");
    pty.send(key::QUIT);
    assert_eq!(pty.ended(), 0);
    pty.is_given_back();

    // What the casebook holds, by the command line.
    let bridge = json(&place, &["claims", "جسر", "--json"]);
    assert_eq!(bridge.len(), 1);
    let id = bridge[0]["id"].as_str().unwrap();
    let file = json(&place, &["show", id, "--json"]).remove(0);
    assert_eq!(file["claim"]["verdict"], "mostly_false", "{file}");
    assert_eq!(file["verdicts"][0]["why"], "لأن الجسر ما زال مغلقا");
    assert_eq!(file["verdicts"][0]["checker_name"], "ليلى السالم");
    assert_eq!(file["evidence"][0]["url"], "https://example.org/جسر");
    assert_eq!(file["evidence"][0]["stance"], "supports");
    let comments = file["comments"].as_array().unwrap();
    assert!(comments.iter().all(|comment| comment["withdrawn"] != ""), "{comments:?}");
    assert!(std::fs::read_to_string(report).unwrap().contains("لأن الجسر ما زال مغلقا"));
    assert!(place.hudna(&["verify"]).status.success());
}

/// The variables that a terminal is known by, and the cells that it is sent.
type Seen<'a> = (&'a [(&'a str, &'a str)], &'a str);

/// The first row of the claim's file on a screen of 80 by 24; its last column stays free.
const FILE: u16 = 12;

const PLAIN: &str = "صمدت الهدنة في وادي الرمان";
const MIXED: &str = "قال مرصد Waha إن 45 شخصا عادوا (الأحد) 27/11/2031";
const MARKED: &str = "حُرّاسُ الوادي لَا يَخرُقونَ الهُدنةَ";

#[test]
fn cells_of_arabic_mixed_and_vowelled_rows_in_each_mode() {
    // Where a terminal is told to leave cells alone they are in visual order; one that turns words gets each word's
    // letters in the order of the text; one that orders rows gets what it will turn the other way round, bracketed parts apart by a blank that is a letter.
    let konsole = [("KONSOLE_VERSION", "221203")];
    let kitty = [("KITTY_WINDOW_ID", "1")];
    let table: [(&str, [Seen; 3]); 3] = [
        (
            PLAIN,
            [
                (
                    &[],
                    "53: FEE5 FE8E FEE3 FEAE FEDF FE8D _ FEF1 FEA9 FE8D FEED _ FEF2 FED3 _ FE94 FEE7 FEAA FEEC FEDF FE8D _ FE95 FEAA FEE4 FEBB",
                ),
                (
                    &kitty,
                    "53: FE8D FEDF FEAE FEE3 FE8E FEE5 _ FEED FE8D FEA9 FEF1 _ FED3 FEF2 _ FE8D FEDF FEEC FEAA FEE7 FE94 _ FEBB FEE4 FEAA FE95",
                ),
                (
                    &konsole,
                    "53: FEBB FEE4 FEAA FE95 _ FE8D FEDF FEEC FEAA FEE7 FE94 _ FED3 FEF2 _ FEED FE8D FEA9 FEF1 _ FE8D FEDF FEAE FEE3 FE8E FEE5",
                ),
            ],
        ),
        (
            MIXED,
            [
                (
                    &[],
                    "31: 2 7 / 1 1 / 2 0 3 1 _ ( FEAA FEA3 FEF7 FE8D ) _ FE8D FEED FEA9 FE8E FECB _ FE8E FEBC FEA8 FEB7 _ 4 5 _ FEE5 FE87 _ W a h a _ FEAA FEBB FEAE FEE3 _ FEDD FE8E FED7",
                ),
                (
                    &kitty,
                    "31: 2 7 / 1 1 / 2 0 3 1 _ ( FE8D FEF7 FEA3 FEAA ) _ FECB FE8E FEA9 FEED FE8D _ FEB7 FEA8 FEBC FE8E _ 4 5 _ FE87 FEE5 _ W a h a _ FEE3 FEAE FEBB FEAA _ FED7 FE8E FEDD",
                ),
                (
                    &konsole,
                    "31: 2 7 / 1 1 / 2 0 3 1 _ ( FE8D FEF7 FEA3 FEAA ) 2800 FE87 FEE5 _ 4 5 _ FEB7 FEA8 FEBC FE8E _ FECB FE8E FEA9 FEED FE8D _ W a h a _ FED7 FE8E FEDD _ FEE3 FEAE FEBB FEAA",
                ),
            ],
        ),
        (
            MARKED,
            [
                (
                    &[],
                    "52: FE94+064E FEE7 FEAA FEEC+064F FEDF FE8D _ FEE5+064E FEEE FED7 FEAE+064F FEA8 FEF3+064E _ FEFB+064E _ FEF1 FEA9 FE8D FEEE FEDF FE8D _ FEB1+064F FE8D FEAE+0651 FEA3+064F",
                ),
                (
                    &kitty,
                    "52: FE8D FEDF FEEC+064F FEAA FEE7 FE94+064E _ FEF3+064E FEA8 FEAE+064F FED7 FEEE FEE5+064E _ FEFB+064E _ FE8D FEDF FEEE FE8D FEA9 FEF1 _ FEA3+064F FEAE+0651 FE8D FEB1+064F",
                ),
                (
                    &konsole,
                    "52: FEA3+064F FEAE+0651 FE8D FEB1+064F _ FE8D FEDF FEEE FE8D FEA9 FEF1 _ FEFB+064E _ FEF3+064E FEA8 FEAE+064F FED7 FEEE FEE5+064E _ FE8D FEDF FEEC+064F FEAA FEE7 FE94+064E",
                ),
            ],
        ),
    ];
    for (text, modes) in table {
        let place = Place::empty();
        let added = place.hudna(&["claim", "add", "--text", text, "--speaker", "Lina Haddad"]);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        for (terminal, cells) in modes {
            let mut pty = place.workbench(terminal);
            pty.sees("Lina Haddad").until("its file", |pty| pty.screen().contains("Verdicts (0)"));
            assert_eq!(pty.cells(FILE), cells, "{text} {terminal:?}");
            pty.send("q");
            assert_eq!(pty.ended(), 0);
        }
    }
}

#[test]
fn rows_that_change_are_the_same_as_rows_drawn_anew() {
    let place = Place::with_samples();
    for terminal in [&[][..], &[("KONSOLE_VERSION", "221203")], &[("KITTY_WINDOW_ID", "1")]] {
        let mut pty = place.workbench(terminal);
        pty.sees("1 of ");
        // There and back, with something over it in between.
        pty.send("jjk?")
            .sees("Keys (")
            .send("\x1b")
            .until("the help gone", |pty| !pty.screen().contains("Keys ("));
        pty.send("d").sees("next claim").send(" ").send("d");
        pty.sees("Verdicts (");
        let changed: BTreeMap<u16, String> = (0..24).map(|row| (row, pty.cells(row))).collect();
        let cleared = pty.bytes().len();
        pty.send("\x0c").until("everything painted", |pty| {
            let bytes = pty.bytes();
            bytes[cleared..].windows(4).any(|bytes| bytes == b"\x1b[2J")
        });
        pty.until("the same screen", |pty| (0..24).all(|row| pty.cells(row) == changed[&row]));
        pty.send("q");
        assert_eq!(pty.ended(), 0);
    }
}
