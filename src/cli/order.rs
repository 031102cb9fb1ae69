//! Right-to-left text in the order in which this terminal shows it right.
//!
//! Into a pipe or a file text always goes in its logical order. To a terminal it goes as the workbench draws it:
//! in visual order with joined forms, so that rows break where words do and what ends a sentence stands at its
//! end; and where a terminal orders rows by itself, it is told around each row not to.

use crate::bidi::{self, Base, Host, Mode};

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

    /// One line, in one or more rows of at most `width` cells: left to right, unless the interface runs the other
    /// way, where it goes by its first letter.
    pub fn line(self, line: &str, width: usize) -> Vec<String> {
        self.rows(line, width, if crate::locale::lang().rtl() { Base::Auto } else { Base::Ltr })
    }

    /// A text that stands in a row beside others, in its own direction.
    pub fn cell(self, text: &str) -> String {
        match self {
            Order::Visual(mode, host) if !text.is_ascii() => {
                let rows = bidi::layout(text, usize::MAX, Base::Auto);
                rows.into_iter().map(|row| shown(row, mode, host, false)).collect()
            }
            _ => text.to_owned(),
        }
    }

    /// Text of several paragraphs in rows, each paragraph in its own direction; what runs right to left begins
    /// at the right edge of the widest.
    pub fn rows(self, text: &str, width: usize, base: Base) -> Vec<String> {
        let Order::Visual(mode, host) = self else { return vec![text.to_owned()] };
        if text.is_ascii() {
            return vec![text.to_owned()];
        }
        let lead = host.needs_lead(mode);
        let rows = bidi::layout(text, width.saturating_sub(usize::from(lead)), base);
        let widest = rows.iter().map(bidi::Row::width).max().unwrap_or(0);
        let aligned = |row: bidi::Row| {
            let blanks = if row.rtl { widest - row.width() } else { 0 };
            format!("{:blanks$}{}", "", shown(row, mode, host, lead))
        };
        rows.into_iter().map(aligned).collect()
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

/// The cells of a row as the terminal wants them; `lead` where it stands at the start of a line.
fn shown(row: bidi::Row, mode: Mode, host: Host, lead: bool) -> String {
    let symbols = row.cells.into_iter().map(|cell| cell.symbol.to_string());
    let mut cells: Vec<String> = std::iter::once(" ".to_owned()).chain(symbols).collect();
    bidi::emit_for(host, mode, &mut cells);
    let shown = cells.concat();
    let bare = shown.chars().next().map_or(0, char::len_utf8);
    let shown = if lead && !shown.starts_with(' ') { Some(shown.as_str()) } else { shown.get(bare..) };
    shown.unwrap_or_default().trim_end().to_owned()
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

    #[test]
    fn visual_lines_keep_their_columns() {
        let line = "c0123  هدنة  other";
        assert_eq!(Order::Logical.line(line, 80), [line]);
        let shown = APP.line(line, 80).concat();
        assert!(shown.starts_with("c0123  ") && shown.ends_with("  other"), "{shown}");
        assert_ne!(shown, line);
        assert_eq!(bidi::width(&shown), bidi::width(line));
    }

    #[test]
    fn a_cut_cell_goes_on_where_reading_ends() {
        let cell = APP.cell("هدنة عشرة…");
        assert!(cell.starts_with('…'), "{cell}");
        assert!(Order::Logical.cell("هدنة عشرة…").ends_with('…'));
    }

    #[test]
    fn paragraphs_wrap_before_they_are_turned() {
        let rows = APP.rows("أول ثان", 4, Base::Auto);
        assert_eq!(rows.len(), 2);
        assert!(rows[0].contains('\u{fedd}'), "the first word's lam stands in the first row: {rows:?}");
    }

    #[test]
    fn right_to_left_rows_begin_at_one_edge() {
        let rows = APP.rows("أول الكلام\nثان\nend", 40, Base::Auto);
        assert_eq!(rows.iter().map(|row| bidi::width(row)).collect::<Vec<_>>(), [9, 9, 3], "{rows:?}");
        let rows = Order::Visual(Mode::Terminal, Host::Cells).rows("هدنة (ok) نعم\nok هدنة", 40, Base::Auto);
        assert!(rows[0].starts_with('\u{2800}') && rows[1].starts_with('o'), "{rows:?}");
    }
}
