//! What is sent so that the reader sees visual order, in terminals that turn Arabic round themselves.

use super::level::is_rtl;
use compact_str::CompactString;
use std::str::FromStr;
use unicode_bidi::{BidiClass, bidi_class};
use unicode_bidi_mirroring::get_mirrored;
use unicode_width::UnicodeWidthStr;

/// How finished rows are sent to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The terminal leaves cells where they are, or is told to: visual order as it is.
    #[default]
    App,
    /// The terminal runs UAX #9 over each row, left to right: what it will turn is turned before.
    Terminal,
    /// The terminal turns each word by itself.
    Words,
    /// Nothing is done: rows are laid out in logical order, by [`super::layout_logical`].
    Off,
}

/// The word is none of the modes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no bidi mode “{0}”: use app, terminal, words or off")]
pub struct UnknownMode(String);

impl FromStr for Mode {
    type Err = UnknownMode;
    fn from_str(word: &str) -> Result<Mode, UnknownMode> {
        match word {
            "app" => Ok(Mode::App),
            "terminal" => Ok(Mode::Terminal),
            "words" => Ok(Mode::Words),
            "off" => Ok(Mode::Off),
            _ => Err(UnknownMode(word.to_owned())),
        }
    }
}

impl Mode {
    /// The word that stands for it in settings and arguments.
    pub fn word(self) -> &'static str {
        match self {
            Mode::App => "app",
            Mode::Terminal => "terminal",
            Mode::Words => "words",
            Mode::Off => "off",
        }
    }

    /// Rows in the order that this mode draws: [`super::layout`] or [`super::layout_logical`].
    pub fn layout(self, text: &str, width: usize, base: super::Base) -> Vec<super::Row> {
        if self == Mode::Off { super::layout_logical(text, width) } else { super::layout(text, width, base) }
    }

    /// One row in the order that this mode draws: [`super::line()`] or [`super::line_logical`].
    pub fn line(self, text: &str, width: usize, base: super::Base) -> super::Row {
        if self == Mode::Off { super::line_logical(text, width) } else { super::line(text, width, base) }
    }
}

/// The mode that the terminal needs, as far as its environment variables tell.
pub fn detect(env: impl Fn(&str) -> Option<String>) -> Mode {
    let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
    let is = |name: &str, word: &str| env(name).is_some_and(|value| value == word);
    if set("TMUX") || set("STY") {
        // Multiplexers keep cells; what stands around them cannot be known.
        Mode::App
    } else if set("KITTY_WINDOW_ID") || is("TERM", "xterm-kitty") {
        Mode::Words
    } else if set("KONSOLE_VERSION") || set("MLTERM") || is("TERM_PROGRAM", "Apple_Terminal") {
        Mode::Terminal
    } else {
        Mode::App
    }
}

/// A cell of a screen row: what [`emit`] moves as a whole, with its colours.
pub trait Symbol {
    /// What it shows; a wide cell is followed by one that is empty or blank.
    fn symbol(&self) -> &str;
    /// Shows this instead.
    fn set_symbol(&mut self, symbol: &str);
}

impl Symbol for CompactString {
    fn symbol(&self) -> &str {
        self
    }
    fn set_symbol(&mut self, symbol: &str) {
        *self = CompactString::new(symbol);
    }
}

impl Symbol for String {
    fn symbol(&self) -> &str {
        self
    }
    fn set_symbol(&mut self, symbol: &str) {
        symbol.clone_into(self);
    }
}

/// Makes a finished row in visual order ready for a terminal of this mode, in place.
pub fn emit<T: Symbol>(mode: Mode, row: &mut [T]) {
    let ends = match mode {
        Mode::App | Mode::Off => return,
        Mode::Terminal => |class: Class| matches!(class, Class::Frame | Class::Ltr),
        Mode::Words => |class: Class| matches!(class, Class::Frame | Class::Blank),
    };
    if !row.iter().any(|cell| class(cell.symbol()) == Class::Rtl) {
        return;
    }
    for part in row.split_mut(|cell| ends(class(cell.symbol()))) {
        let rtl = |cell: &T| class(cell.symbol()) == Class::Rtl;
        let Some((first, last)) = part.iter().position(rtl).zip(part.iter().rposition(rtl)) else { continue };
        let span = if mode == Mode::Words { Some(part) } else { part.get_mut(first..=last) };
        if let Some(span) = span {
            turn(span);
            if mode == Mode::Terminal {
                restore_numbers(span);
            }
        }
    }
}

/// What a cell is to a terminal that orders rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A line of a box, which terminals take for a boundary.
    Frame,
    Blank,
    Ltr,
    Rtl,
    Digit,
    /// A separator that holds two numbers together.
    Separator,
    Other,
}

fn class(symbol: &str) -> Class {
    let Some(c) = symbol.chars().next() else { return Class::Other };
    match c {
        ' ' => Class::Blank,
        '0'..='9' => Class::Digit,
        '!'..='~' if c.is_ascii_alphabetic() => Class::Ltr,
        '.' | ',' | ':' | '/' => Class::Separator,
        '!'..='~' => Class::Other,
        '\u{2500}'..='\u{259f}' => Class::Frame,
        c => match bidi_class(c) {
            BidiClass::L => Class::Ltr,
            BidiClass::EN | BidiClass::AN => Class::Digit,
            BidiClass::CS => Class::Separator,
            BidiClass::WS => Class::Blank,
            _ if is_rtl(c) => Class::Rtl,
            _ => Class::Other,
        },
    }
}

/// Turns cells round and mirrors them; the empty cell of a wide one stays behind it.
fn turn<T: Symbol>(cells: &mut [T]) {
    cells.reverse();
    for i in 1..cells.len() {
        if cells.get(i).is_some_and(|cell| cell.symbol().width() > 1 && class(cell.symbol()) != Class::Rtl) {
            cells.swap(i - 1, i);
        }
    }
    for cell in cells {
        let mut chars = cell.symbol().chars();
        if let Some(mirrored) = chars.next().and_then(get_mirrored) {
            let symbol: CompactString = std::iter::once(mirrored).chain(chars).collect();
            cell.set_symbol(&symbol);
        }
    }
}

/// Turns numbers back, since the terminal leaves their digits in order.
fn restore_numbers<T: Symbol>(cells: &mut [T]) {
    let mut from = 0;
    while let Some(begin) = cells.iter().skip(from).position(|cell| class(cell.symbol()) == Class::Digit) {
        let begin = from + begin;
        let mut end = begin + 1;
        loop {
            let at = |i: usize| cells.get(i).map(|cell| class(cell.symbol()));
            match (at(end), at(end + 1)) {
                (Some(Class::Digit), _) => end += 1,
                (Some(Class::Separator), Some(Class::Digit)) => end += 2,
                _ => break,
            }
        }
        if let Some(number) = cells.get_mut(begin..end) {
            number.reverse();
        }
        from = end;
    }
}
