//! What is sent so that the reader sees visual order, in terminals that turn Arabic round themselves.

mod places;

use super::host::Host;
use super::level::is_rtl;
use compact_str::CompactString;
use std::str::FromStr;
use unicode_bidi::{BidiClass, bidi_class};
use unicode_bidi_mirroring::get_mirrored;
use unicode_width::UnicodeWidthStr;

/// How finished rows are sent to the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// The terminal leaves cells where they are, or is told to: visual order as it is.
    #[default]
    App,
    /// The terminal runs UAX #9 over each row, left to right: what it will turn is turned before.
    /// Some rows cannot be had that way: a number that stands right of all Arabic text comes out
    /// left of it, and of two bracketed Arabic parts the right one.
    Terminal,
    /// The terminal turns each word by itself.
    Words,
    /// Nothing is done: rows are laid out in logical order, by [`super::layout_logical`].
    Off,
}

/// The word is none of the modes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::say!("bidi-unknown-mode", given = .0))]
pub struct UnknownMode(String);

impl FromStr for Mode {
    type Err = UnknownMode;
    fn from_str(word: &str) -> Result<Mode, UnknownMode> {
        Mode::ALL.into_iter().find(|mode| mode.word() == word).ok_or_else(|| UnknownMode(word.to_owned()))
    }
}

impl Mode {
    /// All of them.
    pub const ALL: [Mode; 4] = [Mode::App, Mode::Terminal, Mode::Words, Mode::Off];

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

/// A cell of a screen row: what [`emit`] moves as a whole, with its colours.
pub trait Symbol {
    /// What it shows; a wide cell is followed by one that is empty or blank.
    fn symbol(&self) -> &str;
    /// Shows this instead.
    fn set_symbol(&mut self, symbol: &str);
    /// Whether a terminal draws it in one run with the cell behind it, as it does where their face is the same.
    fn runs_on(&self, _next: &Self) -> bool {
        true
    }
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
    turn_parts(mode, true, row);
}

/// As [`emit`], with what a certain terminal needs besides.
pub fn emit_for<T: Symbol>(host: Host, mode: Mode, row: &mut [T]) {
    turn_for(host, mode, row);
    if host.needs_lead(mode) {
        lead(row);
    }
}

/// The column to put the cursor in so that it is seen in this one of a finished row: a terminal that turns rows
/// turns the cursor's place along.
pub fn cursor_for<T: Symbol>(host: Host, mode: Mode, row: &[T], column: usize) -> usize {
    if mode != Mode::Terminal {
        return column;
    }
    let number = |(at, cell): (usize, &T)| Numbered { at, symbol: cell.symbol().into() };
    let mut sent: Vec<Numbered> = row.iter().enumerate().map(number).collect();
    turn_for(host, mode, &mut sent);
    sent.iter().position(|cell| cell.at == column).unwrap_or(column)
}

fn turn_for<T: Symbol>(host: Host, mode: Mode, row: &mut [T]) {
    if mode == Mode::Terminal {
        if !host.mirrors() {
            places::part_brackets(row);
        }
        places::keep(row);
    }
    turn_parts(mode, host.mirrors(), row);
}

/// A cell that knows where it stood.
struct Numbered {
    at: usize,
    symbol: CompactString,
}

impl Symbol for Numbered {
    fn symbol(&self) -> &str {
        &self.symbol
    }
    fn set_symbol(&mut self, symbol: &str) {
        self.symbol = CompactString::new(symbol);
    }
}

fn turn_parts<T: Symbol>(mode: Mode, mirrors: bool, row: &mut [T]) {
    let ends = match mode {
        Mode::App | Mode::Off => return,
        Mode::Terminal => |class: Class| matches!(class, Class::Frame | Class::Ltr),
        Mode::Words => |class: Class| matches!(class, Class::Frame | Class::Blank),
    };
    if !row.iter().any(|cell| class(cell.symbol()) == Class::Rtl) {
        return;
    }
    for part in row.split_mut(|cell| ends(class(cell.symbol()))) {
        if mode == Mode::Words {
            let runs = part.chunk_by_mut(|cell, next| cell.runs_on(next));
            runs.filter(|run| run.iter().any(is_arabic)).for_each(|run| turn(run, mirrors));
        } else if let Some((first, last)) =
            part.iter().position(is_arabic).zip(part.iter().rposition(is_arabic))
            && let Some(span) = part.get_mut(first..=last)
        {
            turn(span, mirrors);
            restore_numbers(span);
        }
    }
}

fn is_arabic<T: Symbol>(cell: &T) -> bool {
    class(cell.symbol()) == Class::Rtl
}

/// Puts a blank that is a left-to-right letter at the start of a row which would otherwise begin with Arabic:
/// some terminals lay such a row out from the right, and turn the order of all its parts round.
fn lead<T: Symbol>(row: &mut [T]) {
    let mut strong = row.iter().map(|cell| class(cell.symbol()));
    let first = strong.find(|class| matches!(class, Class::Ltr | Class::Rtl));
    if first == Some(Class::Rtl)
        && let Some(cell) = row.first_mut().filter(|cell| class(cell.symbol()) == Class::Blank)
    {
        cell.set_symbol(LEAD);
    }
}

/// The blank among the Braille patterns: the only letter (UAX #9: L) that is seen as nothing and takes one cell.
const LEAD: &str = "\u{2800}";

/// What a cell is to a terminal that orders rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A line of a box, a block or a geometric shape, which Konsole takes for a boundary.
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
        '\u{2500}'..='\u{25ff}' => Class::Frame,
        // Nearly all that is there.
        '\u{620}'..='\u{64a}' | '\u{fe80}'..='\u{fefc}' => Class::Rtl,
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

/// Turns cells round; the empty cell of a wide one stays behind it. What the terminal mirrors is mirrored before.
fn turn<T: Symbol>(cells: &mut [T], mirrors: bool) {
    cells.reverse();
    for i in 1..cells.len() {
        if cells.get(i).is_some_and(|cell| cell.symbol().width() > 1 && class(cell.symbol()) != Class::Rtl) {
            cells.swap(i - 1, i);
        }
    }
    for cell in cells.iter_mut().filter(|_| mirrors) {
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

#[cfg(test)]
mod tests {
    use super::super::row::visual_order;
    use super::*;
    use crate::bidi::{Base, line};
    use proptest::prelude::*;
    use unicode_bidi::{Level, ParagraphBidiInfo};

    /// A screen row with a text between borders, as far as `columns`.
    fn framed(text: &str, columns: usize, base: Base) -> Vec<String> {
        let row = line(text, columns, base);
        let blank = || std::iter::repeat_n(" ".to_owned(), columns - row.width());
        let mut cells = vec!["│".to_owned()];
        cells.extend(blank().filter(|_| row.rtl));
        for cell in &row.cells {
            cells.push(cell.symbol.to_string());
            cells.extend((1..cell.width).map(|_| String::new()));
        }
        cells.extend(blank().filter(|_| !row.rtl));
        cells.push("│".to_owned());
        cells
    }

    /// What a terminal that runs UAX #9 over a row, from left to right, makes of it.
    fn terminal(row: &[String]) -> String {
        let text: String = row.iter().filter_map(|cell| cell.chars().next()).collect();
        let info = ParagraphBidiInfo::new(&text, Some(Level::ltr()));
        let chars: Vec<(char, u8)> =
            text.char_indices().map(|(at, c)| (c, info.levels[at].number())).collect();
        let levels: Vec<u8> = chars.iter().map(|(_, level)| *level).collect();
        let mirrored = |(c, level): (char, u8)| get_mirrored(c).filter(|_| level % 2 == 1).unwrap_or(c);
        visual_order(&levels).into_iter().map(|at| mirrored(chars[at])).collect()
    }

    /// What a terminal that turns every word with an Arabic letter makes of it.
    fn words(row: &[String]) -> String {
        let text: String = row.iter().filter_map(|cell| cell.chars().next()).collect();
        let ends = |c: char| c == ' ' || c == '│';
        let turned = text.split_inclusive(ends).map(|word| {
            let (word, end) = word.split_at(word.find(ends).unwrap_or(word.len()));
            let word: String = match word.chars().any(|c| is_rtl(c) && bidi_class(c) != BidiClass::AN) {
                true => word.chars().rev().map(|c| get_mirrored(c).unwrap_or(c)).collect(),
                false => word.to_owned(),
            };
            word + end
        });
        turned.collect()
    }

    fn first_chars(row: &[String]) -> String {
        row.iter().filter_map(|cell| cell.chars().next()).collect()
    }

    #[test]
    fn terminals_show_what_was_laid_out() {
        for text in [
            "وقف إطلاق النار (Ceasefire) في الوادي",
            "الهدنة (الثانية) صامدة منذ 27/11/2031 في الوادي",
            "قال [المراقب] إن 45 شخصا عادوا",
            "اتفاق ٢٠٣١-١١-٢٧ الموقع",
            "The truce (هدنة) held, said سامي العمران.",
            "漢字 هدنة 漢字 وادي",
            "راجع https://a.example/b هنا.",
            "هد\u{202e}نة",
        ] {
            for base in [Base::Auto, Base::Ltr] {
                let visual = framed(text, 60, base);
                for (mode, seen) in
                    [(Mode::Terminal, terminal as fn(&[String]) -> String), (Mode::Words, words)]
                {
                    let mut sent = visual.clone();
                    emit(mode, &mut sent);
                    assert_ne!(sent, visual, "{text}");
                    assert_eq!(seen(&sent), first_chars(&visual), "{text} {mode:?}");
                }
            }
        }
    }

    #[test]
    fn a_lead_keeps_rows_from_being_laid_out_from_the_right() {
        for text in ["هدنة (ok) في 12 اب", "(هدنة", "…هدنة"] {
            let mut sent = framed(text, 30, Base::Auto);
            sent[0] = " ".to_owned();
            let visual = sent.clone();
            emit_for(Host::Cells, Mode::Terminal, &mut sent);
            assert_eq!(sent[0], LEAD);
            let shown: String = sent.iter().filter_map(|cell| cell.chars().next()).collect();
            let info = ParagraphBidiInfo::new(&shown, None);
            assert!(info.paragraph_level.is_ltr(), "{text}");
            assert_eq!(terminal(&sent).replace(LEAD, " "), first_chars(&visual), "{text}");
        }
        for text in ["a هدنة", "12", ""] {
            let mut sent = framed(text, 30, Base::Ltr);
            let before = sent.clone();
            lead(&mut sent);
            assert_eq!(sent, before);
        }
        lead::<String>(&mut []);
    }

    /// A cell with a look, which ends a run where it changes.
    #[derive(Debug, Clone, PartialEq)]
    struct Looks(String, bool);

    impl Symbol for Looks {
        fn symbol(&self) -> &str {
            &self.0
        }
        fn set_symbol(&mut self, symbol: &str) {
            symbol.clone_into(&mut self.0);
        }
        fn runs_on(&self, next: &Looks) -> bool {
            self.1 == next.1
        }
    }

    #[test]
    fn words_are_turned_in_the_runs_that_they_are_drawn_in() {
        let cells = |symbols: &str, bold: &[bool]| -> Vec<Looks> {
            symbols.chars().zip(bold).map(|(c, bold)| Looks(c.to_string(), *bold)).collect()
        };
        // A comma after a bold word stands left of it, in a run of its own.
        let mut row = cells("،ﺔﻧ ﺪ", &[false, true, true, false, false]);
        emit(Mode::Words, &mut row);
        assert_eq!(row, cells("،ﻧﺔ ﺪ", &[false, true, true, false, false]));
    }

    #[test]
    fn the_cursor_is_turned_with_its_row() {
        let row = framed("ab هدنة", 12, Base::Ltr);
        let of = |mode, column| cursor_for(Host::Konsole, mode, &row, column);
        assert_eq!([1, 3, 4, 7, 8].map(|at| of(Mode::Terminal, at)), [1, 3, 7, 4, 8]);
        assert_eq!(of(Mode::App, 4), 4);
        assert_eq!(of(Mode::Terminal, 99), 99);
    }

    #[test]
    fn a_terminal_that_mirrors_nothing_gets_brackets_as_they_are_drawn() {
        let visual = framed("قال «هدنة» ثم", 20, Base::Auto);
        let mut sent = visual.clone();
        emit_for(Host::Konsole, Mode::Terminal, &mut sent);
        let row = sent.concat();
        assert_eq!(row.chars().filter(|c| "«»".contains(*c)).collect::<String>(), "»«");
        // That terminal only turns, so the letters come out as they were.
        let shown: String = terminal(&sent).chars().map(|c| get_mirrored(c).unwrap_or(c)).collect();
        assert_eq!(shown, first_chars(&visual));
    }

    #[test]
    fn cells_are_only_moved() {
        for mode in [Mode::App, Mode::Off] {
            let mut row = framed("هدنة (ok)", 20, Base::Auto);
            emit(mode, &mut row);
            assert_eq!(row, framed("هدنة (ok)", 20, Base::Auto));
        }
        let mut row = ["│", "漢", "", "ﻪ", "漢", "", "ﻪ", "│"].map(String::from);
        emit(Mode::Terminal, &mut row);
        assert_eq!(row, ["│", "漢", "", "ﻪ", "漢", "", "ﻪ", "│"]);
        emit(Mode::Words, &mut row);
        assert_eq!(row, ["│", "ﻪ", "漢", "", "ﻪ", "漢", "", "│"]);
        emit::<String>(Mode::Words, &mut []);
    }

    #[test]
    fn modes_by_word() {
        for mode in [Mode::App, Mode::Terminal, Mode::Words, Mode::Off] {
            assert_eq!(mode.word().parse(), Ok(mode));
        }
        assert!("auto".parse::<Mode>().is_err());
    }

    proptest! {
        /// What no order of cells can bring about is left out: see [`Mode::Terminal`].
        #[test]
        fn arabic_and_latin_words_come_out_right(text in "((هدنة|لا|وادي|abc|d|[(]abc[)]|هدنة 12 وادي|[.]|،) ){0,8}") {
            for base in [Base::Auto, Base::Ltr, Base::Rtl] {
                let visual = framed(text.trim_end(), 80, base);
                let mut sent = visual.clone();
                emit(Mode::Terminal, &mut sent);
                prop_assert_eq!(terminal(&sent), first_chars(&visual));
                emit(Mode::Words, &mut visual.clone());
            }
        }

        #[test]
        fn emission_keeps_every_cell(mut row in proptest::collection::vec("ﻪ|ﻻ|a|1|[.]|[(]| |│|漢|٢", 0..40)) {
            for mode in [Mode::Terminal, Mode::Words] {
                let count = |row: &[String]| {
                    let mut sorted: Vec<String> = row.iter().map(|c| c.replace(')', "(")).collect();
                    sorted.sort();
                    sorted
                };
                let before = count(&row);
                emit(mode, &mut row);
                prop_assert_eq!(count(&row), before);
            }
        }
    }
}
