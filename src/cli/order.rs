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

    /// One line as one or more rows of at most `width` cells, left to right.
    pub fn line(self, line: &str, width: usize) -> String {
        self.rows(line, width, Base::Ltr)
    }

    /// Text of several paragraphs, each in its own direction.
    pub fn block(self, block: &str, width: usize) -> String {
        self.rows(block, width, Base::Auto)
    }

    fn rows(self, text: &str, width: usize, base: Base) -> String {
        let Order::Visual(mode) = self else { return text.to_owned() };
        let mut shown = String::with_capacity(text.len() + 16);
        for row in bidi::layout(text, width, base) {
            if !shown.is_empty() {
                shown.push('\n');
            }
            if row.rtl {
                shown.extend(std::iter::repeat_n(' ', width.saturating_sub(row.width())));
            }
            let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.symbol.to_string()).collect();
            bidi::emit(mode, &mut cells);
            shown.push_str(cells.concat().trim_end());
        }
        shown
    }
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
    fn paragraphs_wrap_before_they_are_turned() {
        let shown = Order::Visual(Mode::App).block("أول ثان", 4);
        let rows: Vec<&str> = shown.lines().collect();
        assert_eq!(rows.len(), 2);
        assert!(
            rows[0].contains('\u{fefd}') || rows[0].contains('ل') || rows[0].contains('\u{fedd}'),
            "{shown}"
        );
    }
}
