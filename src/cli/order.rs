//! Right-to-left text in the order in which this terminal shows it right.
//!
//! Into a pipe or a file text always goes in its logical order. To a terminal it goes as the workbench draws it:
//! in visual order with joined forms, so that rows break where words do and what ends a sentence stands at its
//! end; and where a terminal orders rows by itself, it is told around each row not to.

use crate::bidi::{self, Base, Host, Mode};
use std::ops::Range;

/// How lines are brought to this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they are.
    Logical,
    /// In visual order, as the workbench draws, for this terminal in this mode.
    Visual(Mode, Host),
}

impl Order {
    /// What this terminal needs: what was said, else what its environment tells.
    pub fn of(said: Option<Mode>, env: impl Fn(&str) -> Option<String>) -> Order {
        let host = Host::drawing(said, env);
        match (said.unwrap_or(host.mode()), host) {
            // Mlterm orders lines well by itself, and can be told otherwise only for all of its screen.
            (Mode::Off, _) | (Mode::Terminal, Host::Mlterm) => Order::Logical,
            (mode, host) => Order::Visual(mode, host),
        }
    }

    /// A text that stands in a row beside others, in its own direction.
    pub fn cell(self, text: &str, values: &[Range<usize>]) -> Row {
        self.rows(text, values, usize::MAX, Base::Auto).into_iter().next().unwrap_or_default()
    }

    /// Text of several paragraphs in rows of at most `width` cells; `values` are bytes that keep their own direction.
    pub fn rows(self, text: &str, values: &[Range<usize>], width: usize, base: Base) -> Vec<Row> {
        match self {
            Order::Logical => vec![Row::logical(text)],
            // Lines of ASCII are left to the terminal to break, so that a command in them can be copied.
            Order::Visual(..) if text.is_ascii() && base != Base::Rtl => {
                text.split('\n').map(Row::ascii).collect()
            }
            Order::Visual(mode, host) => {
                let width = width.saturating_sub(usize::from(host.needs_lead(mode)));
                let rows = match values {
                    [] => bidi::layout(text, width, base),
                    values => bidi::layout_among(text, values, width, base),
                };
                rows.into_iter().map(Row::of).collect()
            }
        }
    }

    /// The cells of a row as the terminal wants them; `lead` where it stands at the start of a line.
    pub fn shown(self, row: Row, lead: bool) -> String {
        let Order::Visual(mode, host) = self else { return row.symbols.concat().trim_end().to_owned() };
        let lead = lead && host.needs_lead(mode);
        let mut cells: Vec<String> = std::iter::once(" ".to_owned()).chain(row.symbols).collect();
        bidi::emit_for(host, mode, &mut cells);
        let shown = cells.concat();
        let bare = shown.chars().next().map_or(0, char::len_utf8);
        let shown = if lead && !shown.starts_with(' ') { Some(shown.as_str()) } else { shown.get(bare..) };
        shown.unwrap_or_default().trim_end().to_owned()
    }

    /// Cells of a line that are not for letters: mlterm gives the override one, and one the end of it.
    pub fn spare(self) -> usize {
        match self {
            Order::Visual(mode, host) if host.override_of(mode) != bidi::Frame::default() => 2,
            _ => 0,
        }
    }

    /// A row as it is sent, with its line break and what the terminal must be told around it.
    pub fn sent(self, row: &str) -> String {
        match self {
            Order::Visual(mode, host) if !row.is_ascii() => {
                let (around, letters) = (host.row(mode), host.override_of(mode));
                [around.begin, letters.begin, row, letters.end, "\n", around.end].concat()
            }
            _ => format!("{row}\n"),
        }
    }
}

/// A row of cells from left to right, before it is made ready for the terminal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    symbols: Vec<String>,
    /// Its cells.
    pub width: usize,
    /// Whether it begins at the right edge.
    rtl: bool,
}

impl Row {
    fn of(row: bidi::Row) -> Row {
        let (width, rtl) = (row.width(), row.rtl);
        let mut symbols = Vec::with_capacity(width);
        for cell in row.cells {
            symbols.push(cell.symbol.to_string());
            symbols.extend((1..cell.width).map(|_| String::new()));
        }
        Row { symbols, width, rtl }
    }

    /// A text in logical order.
    pub fn logical(text: &str) -> Row {
        Row {
            symbols: vec![text.to_owned()],
            width: bidi::line_logical(text, usize::MAX).width(),
            rtl: false,
        }
    }

    fn ascii(text: &str) -> Row {
        Row { symbols: text.chars().map(String::from).collect(), width: text.len(), rtl: false }
    }

    /// So many blanks.
    pub fn blanks(n: usize) -> Row {
        Row { symbols: vec![" ".to_owned(); n], width: n, rtl: false }
    }

    /// Rows side by side, from left to right.
    pub fn joined(rows: impl Iterator<Item = Row>) -> Row {
        rows.fold(Row::default(), |mut all, row| {
            all.symbols.extend(row.symbols);
            all.width += row.width;
            all
        })
    }

    /// The same at the right edge of so many cells.
    pub fn at_right(self, width: usize) -> Row {
        let blanks = Row::blanks(width.saturating_sub(self.width));
        Row::joined([blanks, self].into_iter())
    }

    /// The same in so many cells, at the edge that it begins at.
    pub fn padded(self, width: usize) -> Row {
        match self.rtl {
            true => self.at_right(width),
            false => {
                let blanks = Row::blanks(width.saturating_sub(self.width));
                Row::joined([self, blanks].into_iter())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP: Order = Order::Visual(Mode::App, Host::Cells);

    fn order(said: Option<Mode>, environment: &[(&str, &str)]) -> Order {
        Order::of(said, |name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
        })
    }

    #[test]
    fn each_terminal_gets_what_it_shows_right() {
        assert_eq!(order(None, &[("TERM", "xterm")]), APP);
        assert_eq!(order(None, &[("VTE_VERSION", "7006")]), Order::Visual(Mode::App, Host::Vte));
        assert_eq!(
            order(None, &[("KONSOLE_VERSION", "221203")]),
            Order::Visual(Mode::Terminal, Host::Konsole)
        );
        assert_eq!(order(None, &[("TERM", "xterm-kitty")]), Order::Visual(Mode::Words, Host::Kitty));
        assert_eq!(order(Some(Mode::Terminal), &[("MLTERM", "3.9.0")]), Order::Logical);
        assert_eq!(order(Some(Mode::Off), &[]), Order::Logical);
    }

    #[test]
    fn terminals_are_told_around_each_row_that_is_not_ascii() {
        let sent = |host, row| Order::Visual(Mode::App, host).sent(row);
        assert_eq!(sent(Host::Vte, "ﻪ"), "\u{1b}[8lﻪ\n\u{1b}[8h");
        assert_eq!(sent(Host::Vte, "a"), "a\n");
        assert_eq!(sent(Host::Mlterm, "ﻪ"), "\u{202d}ﻪ\u{202c}\n");
        assert_eq!(sent(Host::Cells, "ﻪ"), "ﻪ\n");
        assert_eq!(Order::Logical.sent("هدنة"), "هدنة\n");
    }

    fn rows(order: Order, text: &str, width: usize, base: Base) -> Vec<String> {
        order.rows(text, &[], width, base).into_iter().map(|row| order.shown(row, true)).collect()
    }

    #[test]
    fn visual_lines_keep_their_columns() {
        let line = "c0123  هدنة  other";
        assert_eq!(rows(Order::Logical, line, 80, Base::Ltr), [line]);
        let shown = rows(APP, line, 80, Base::Ltr).concat();
        assert!(shown.starts_with("c0123  ") && shown.ends_with("  other"), "{shown}");
        assert_ne!(shown, line);
        assert_eq!(bidi::width(&shown), bidi::width(line));
    }

    #[test]
    fn a_cut_cell_goes_on_where_reading_ends() {
        let cell = |order: Order| order.shown(order.cell("هدنة عشرة…", &[]), false);
        assert!(cell(APP).starts_with('…'), "{}", cell(APP));
        assert!(cell(Order::Logical).ends_with('…'));
    }

    #[test]
    fn paragraphs_wrap_before_they_are_turned() {
        let rows = rows(APP, "أول ثان", 4, Base::Auto);
        assert_eq!(rows.len(), 2);
        assert!(rows[0].contains('\u{fedd}'), "the first word's lam stands in the first row: {rows:?}");
    }

    #[test]
    fn a_row_that_begins_with_arabic_has_a_lead_where_it_decides() {
        let order = Order::Visual(Mode::Terminal, Host::Cells);
        let rows = rows(order, "هدنة (ok) نعم\nok هدنة", 40, Base::Auto);
        assert!(rows[0].starts_with('\u{2800}') && rows[1].starts_with('o'), "{rows:?}");
    }
}
