//! Right-to-left text in the order in which this terminal shows it right.
//!
//! Into a pipe or a file text always goes in its logical order. Terminals differ: some put Arabic in
//! order by themselves and want it as it is; the others show it backwards and letter by letter,
//! unless it comes in visual order with its joined forms.

use crate::bidi::{self, Base, Mode};

/// How lines are brought to this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As they are.
    Logical,
    /// In visual order, as the workbench draws, for a terminal of this mode.
    Visual(Mode),
}

impl Order {
    /// What this terminal needs: what was said, else what its environment tells.
    pub fn of(said: Option<Mode>, env: impl Fn(&str) -> Option<String>) -> Order {
        let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        // The workbench tells these two to leave cells alone; for printed lines they order by themselves.
        let orders_lines = set("VTE_VERSION") || env("TERM_PROGRAM").is_some_and(|name| name == "mintty");
        let multiplexed = set("TMUX") || set("STY");
        match said {
            None if orders_lines && !multiplexed => Order::Logical,
            _ => match said.unwrap_or_else(|| bidi::detect(env)) {
                Mode::Terminal | Mode::Off => Order::Logical,
                mode => Order::Visual(mode),
            },
        }
    }

    /// One line, in one or more rows of at most `width` cells, left to right.
    pub fn line(self, line: &str, width: usize) -> String {
        self.rows(line, width, Base::Ltr).join("\n")
    }

    /// A text that stands in a row beside others, in its own direction.
    pub fn cell(self, text: &str) -> String {
        self.rows(text, usize::MAX, Base::Auto).concat()
    }

    /// Text of several paragraphs in rows, each paragraph in its own direction.
    pub fn rows(self, text: &str, width: usize, base: Base) -> Vec<String> {
        match self {
            Order::Visual(mode) if !text.is_ascii() => {
                bidi::layout(text, width, base).into_iter().map(|row| shown(row, mode)).collect()
            }
            _ => vec![text.to_owned()],
        }
    }
}

/// A row as it is sent.
fn shown(row: bidi::Row, mode: Mode) -> String {
    let mut cells: Vec<String> = row.cells.into_iter().map(|cell| cell.symbol.to_string()).collect();
    bidi::emit(mode, &mut cells);
    cells.concat().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(said: Option<Mode>, environment: &[(&str, &str)]) -> Order {
        Order::of(said, |name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_string())
        })
    }

    #[test]
    fn terminals_that_order_lines_get_them_as_they_are() {
        assert_eq!(order(None, &[("VTE_VERSION", "7006")]), Order::Logical);
        assert_eq!(order(None, &[("KONSOLE_VERSION", "221203")]), Order::Logical);
        assert_eq!(order(None, &[("TERM", "xterm")]), Order::Visual(Mode::App));
        assert_eq!(order(None, &[("TERM", "xterm-kitty")]), Order::Visual(Mode::Words));
        assert_eq!(
            order(Some(Mode::App), &[("VTE_VERSION", "7006")]),
            Order::Visual(Mode::App),
            "said outright"
        );
        assert_eq!(order(Some(Mode::Off), &[]), Order::Logical);
    }

    #[test]
    fn visual_lines_keep_their_columns() {
        let line = "c0123  هدنة  other";
        assert_eq!(Order::Logical.line(line, 80), line);
        let shown = Order::Visual(Mode::App).line(line, 80);
        assert!(shown.starts_with("c0123  ") && shown.ends_with("  other"), "{shown}");
        assert_ne!(shown, line);
        assert_eq!(bidi::width(&shown), bidi::width(line));
    }

    #[test]
    fn a_cut_cell_goes_on_where_reading_ends() {
        let cell = Order::Visual(Mode::App).cell("هدنة عشرة…");
        assert!(cell.starts_with('…'), "{cell}");
        assert!(Order::Logical.cell("هدنة عشرة…").ends_with('…'));
    }

    #[test]
    fn paragraphs_wrap_before_they_are_turned() {
        let rows = Order::Visual(Mode::App).rows("أول ثان", 4, Base::Auto);
        assert_eq!(rows.len(), 2);
        assert!(rows[0].contains('\u{fedd}'), "the first word's lam stands in the first row: {rows:?}");
    }
}
