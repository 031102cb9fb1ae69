//! From key presses to the names of keys: one key has one name whatever layout the keyboard is in.
//!
//! A terminal sends letters, not keys. With the keyboard in its Arabic or Persian layout the key `j` sends
//! `ت`, so outside text fields every such letter stands for the Latin key in its place.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key press by its name: `j`, `G`, `?`, `down`, `ctrl-r`, `S-tab`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// The name of a press; none for a release or a key without a name.
    pub fn of(event: &KeyEvent) -> Option<Key> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let name = match event.code {
            KeyCode::Char(' ') => "space".to_owned(),
            KeyCode::Char(c) if control || alt => latin(c).to_ascii_lowercase().to_string(),
            KeyCode::Char(c) => latin(c).to_string(),
            KeyCode::BackTab => return Some(Key("S-tab".into())),
            code => named(code)?.to_owned(),
        };
        let mut full = String::new();
        if control {
            full.push_str("ctrl-");
        }
        if alt {
            full.push_str("alt-");
        }
        if shift && !matches!(event.code, KeyCode::Char(_)) {
            full.push_str("S-");
        }
        full.push_str(&name);
        Some(Key(full))
    }

    /// The key of this name.
    pub fn named(name: &str) -> Key {
        Key(name.to_owned())
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The digit that it types, whatever the script.
    pub fn digit(&self) -> Option<u8> {
        let mut chars = self.0.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => c.to_digit(10).map(|d| d as u8),
            _ => None,
        }
    }
}

fn named(code: KeyCode) -> Option<&'static str> {
    Some(match code {
        KeyCode::Enter => "enter",
        KeyCode::Esc => "esc",
        KeyCode::Tab => "tab",
        KeyCode::Backspace => "backspace",
        KeyCode::Delete => "delete",
        KeyCode::Insert => "insert",
        KeyCode::Left => "left",
        KeyCode::Right => "right",
        KeyCode::Up => "up",
        KeyCode::Down => "down",
        KeyCode::Home => "home",
        KeyCode::End => "end",
        KeyCode::PageUp => "pgup",
        KeyCode::PageDown => "pgdn",
        KeyCode::F(1) => "f1",
        _ => return None,
    })
}

/// Letters of the Arabic PC layout (Windows 101 and xkb `ara`), then Persian and other ones that
/// clash with none of it, each with the Latin key in its place.
const PLACES: &[(&str, &str)] = &[
    ("ضصثقفغعهخحجد", "qwertyuiop[]"),
    ("شسيبلاتنمكط", "asdfghjkl;'"),
    ("ئءؤرىةوزظذ", "zxcvnm,./`"),
    // Shift: vowel signs and the rest.
    ("\u{64E}\u{64B}\u{64F}\u{64C}إ‘÷×؛", "QWERYUIOP"),
    ("\u{650}\u{64D}أـ،", "ASHJK"),
    ("\u{652}آ’\u{651}؟", "XNM~?"),
    // Lam-alef as the one code point that xkb sends.
    ("\u{FEFB}\u{FEF7}\u{FEF5}\u{FEF9}", "bGBT"),
    // xkb's own place for the sign over U; no command is on it otherwise.
    ("`", "U"),
    // Persian, Urdu.
    ("یکگچپژ", "d;']mC"),
    ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
    ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
];

/// The name of the key that points the other way.
pub fn turned(key: &str) -> &str {
    match key {
        "left" => "right",
        "right" => "left",
        "h" => "l",
        "l" => "h",
        key => key,
    }
}

/// The Latin character of the key that sends `c`; `c` itself where it is none of ours.
pub fn latin(c: char) -> char {
    if c.is_ascii() && c != '`' {
        return c;
    }
    let place = |(from, to): &(&str, &str)| from.chars().zip(to.chars()).find(|(f, _)| *f == c).map(|p| p.1);
    PLACES.iter().find_map(place).unwrap_or(c)
}

/// The Latin character of the one key that sends lam and a form of alef as two letters.
pub fn lam_alef(second: char) -> Option<char> {
    match second {
        'ا' => Some('b'),
        'أ' => Some('G'),
        'آ' => Some('B'),
        'إ' => Some('T'),
        _ => None,
    }
}

/// Whether a press is the letter lam alone, which may be half of a lam-alef key.
pub fn may_begin_lam_alef(event: &KeyEvent) -> bool {
    event.code == KeyCode::Char('ل') && event.kind != KeyEventKind::Release
}

/// The press that two presses in one breath come from, if they are one lam-alef key.
pub fn joined(first: &KeyEvent, second: &KeyEvent) -> Option<KeyEvent> {
    let (true, KeyCode::Char(c)) = (may_begin_lam_alef(first), second.code) else { return None };
    lam_alef(c).map(|key| KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)
    }

    #[test]
    fn every_arabic_letter_is_the_key_in_its_place() {
        let arabic = "ش ؤ ي ث ب ل ا ه ت ن م ة ى خ ح ض ق س ف ع ر ص ء غ ئ ظ ؟ ك ط و ز ج د";
        let keys = "a c d e f g h i j k l m n o p q r s t u v w x y z / ? ; ' , . [ ]";
        for (letter, key) in arabic.split(' ').zip(keys.split(' ')) {
            assert_eq!(latin(letter.chars().next().unwrap()).to_string(), key, "{letter}");
        }
        let all: std::collections::HashSet<char> = arabic.chars().map(latin).collect();
        assert!(('a'..='z').filter(|c| *c != 'b').all(|c| all.contains(&c)));
    }

    #[test]
    fn no_letter_stands_for_two_keys() {
        let mut seen = std::collections::HashMap::new();
        for (from, to) in PLACES {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
            for (f, t) in from.chars().zip(to.chars()) {
                assert_eq!(*seen.entry(f).or_insert(t), t, "{f}");
            }
        }
    }

    #[test]
    fn lam_alef_comes_as_one_letter_or_two() {
        assert_eq!(latin('\u{FEFB}'), 'b');
        assert_eq!(joined(&press('ل'), &press('ا')).map(|k| k.code), Some(KeyCode::Char('b')));
        assert_eq!(joined(&press('ل'), &press('أ')).map(|k| k.code), Some(KeyCode::Char('G')));
        assert!(joined(&press('ل'), &press('ل')).is_none());
        assert!(joined(&press('ا'), &press('ل')).is_none());
    }

    #[test]
    fn names() {
        let key = |code, modifiers| Key::of(&KeyEvent::new(code, modifiers)).unwrap();
        assert_eq!(key(KeyCode::Char('ق'), KeyModifiers::CONTROL).name(), "ctrl-r");
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT).name(), "S-tab");
        assert_eq!(key(KeyCode::Left, KeyModifiers::SHIFT).name(), "S-left");
        assert_eq!(key(KeyCode::Char('٣'), KeyModifiers::NONE).digit(), Some(3));
        assert_eq!(key(KeyCode::Char('۳'), KeyModifiers::NONE).digit(), Some(3));
        assert_eq!(key(KeyCode::Char('G'), KeyModifiers::SHIFT).name(), "G");
    }
}
