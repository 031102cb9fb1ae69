//! Every command of one letter can be given with the keyboard in its Arabic layout, and no key gives two.

use crate::tui::command;
use crate::tui::keymap::{joined, latin};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The Arabic layout (101) row by row, as it is and with Shift, beside what the same keys send in the Latin one. A key
/// that sends two letters is written as both.
const LAYOUT: &[(&str, &str)] = &[
    ("ض ص ث ق ف غ ع ه خ ح ج د", "q w e r t y u i o p [ ]"),
    ("ش س ي ب ل ا ت ن م ك ط", "a s d f g h j k l ; '"),
    ("ئ ء ؤ ر لا ى ة و ز ظ", "z x c v b n m , . /"),
    ("\u{64E} \u{64B} \u{64F} \u{64C} لإ إ ‘ ÷ × ؛ < >", "Q W E R T Y U I O P { }"),
    ("\u{650} \u{64D} ] [ لأ أ ـ ، / : \"", "A S D F G H J K L : \""),
    ("~ \u{652} } { لآ آ ’ , . ؟", "Z X C V B N M < > ?"),
    ("ذ \u{651}", "` ~"),
    ("1 2 3 4 5 6 7 8 9 0", "1 2 3 4 5 6 7 8 9 0"),
    ("١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ٠", "1 2 3 4 5 6 7 8 9 0"),
];

fn press(c: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
}

/// The key that a sending stands for, by the code that the loop asks.
fn meant(sent: &str) -> char {
    let mut chars = sent.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) => latin(one),
        (Some(lam), Some(second)) => match joined(&press(lam), &press(second)).map(|event| event.code) {
            Some(KeyCode::Char(key)) => key,
            _ => panic!("{sent} is no key"),
        },
        _ => panic!("a key sends something"),
    }
}

fn keys() -> Vec<(&'static str, char)> {
    let rows = LAYOUT.iter().flat_map(|(sent, keys)| {
        assert_eq!(sent.split(' ').count(), keys.split(' ').count(), "{keys}");
        sent.split(' ').zip(keys.chars().filter(|key| *key != ' '))
    });
    rows.collect()
}

/// The keys of commands that are one character, but for digits.
fn commands() -> Vec<char> {
    let one = |key: &&&str| key.chars().count() == 1 && !key.starts_with(|c: char| c.is_ascii_digit());
    let mut found: Vec<char> =
        command::all().flat_map(|c| c.keys).filter(one).filter_map(|key| key.chars().next()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn every_command_has_its_key_in_the_arabic_layout() {
    assert!(commands().len() > 30, "{:?}", commands());
    for command in commands() {
        let on_its_place = keys().iter().any(|(sent, key)| *key == command && meant(sent) == command);
        assert!(on_its_place, "{command} cannot be given on its own key");
    }
}

#[test]
fn no_key_gives_the_command_of_another() {
    let commands = commands();
    for (sent, key) in keys() {
        let meant = meant(sent);
        // Signs that both layouts have stand for themselves, wherever they are.
        let itself = sent.chars().eq([meant]);
        assert!(meant == key || itself || !commands.contains(&meant), "{sent} on {key} gives {meant}");
    }
    // The one code point that some systems send for lam-alef is the same key.
    for (one, two) in [('\u{FEFB}', "لا"), ('\u{FEF7}', "لأ"), ('\u{FEF5}', "لآ"), ('\u{FEF9}', "لإ")]
    {
        assert_eq!(latin(one), meant(two));
    }
}
