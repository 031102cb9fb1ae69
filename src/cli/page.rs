//! What is printed for people, laid out in rows: lines, names with their values, cells side by side.
//!
//! On a terminal the page has the direction of the interface: in Arabic rows begin at the right edge, a name stands
//! right of its value and the first column is the rightmost. Every value keeps its own direction. Into a pipe or a
//! file all goes in reading order, one line a record.

use super::order::{Order, Row};
use crate::bidi::{self, Base};
use crate::locale::{self, Told};
use crate::text;
use std::ops::Range;

/// A text, and where in it values stand that keep their own direction.
pub trait Words {
    /// The text.
    fn text(&self) -> &str;
    /// The bytes of each value, in order.
    fn values(&self) -> &[Range<usize>] {
        &[]
    }
}

impl Words for str {
    fn text(&self) -> &str {
        self
    }
}

impl Words for String {
    fn text(&self) -> &str {
        self
    }
}

impl Words for Told {
    fn text(&self) -> &str {
        &self.text
    }
    fn values(&self) -> &[Range<usize>] {
        &self.values
    }
}

/// The blanks before a name and the cells of the name; one blank follows, and then the value.
#[derive(Debug, Clone, Copy)]
pub struct Margin {
    /// Blanks before the name.
    pub before: usize,
    /// Cells of the name, more if it is longer.
    pub name: usize,
}

impl Margin {
    /// That of most verbs.
    pub const PAIR: Margin = Margin { before: 2, name: 12 };

    /// The same with room for the longest of these names.
    pub fn for_names(self, names: &[String]) -> Margin {
        let longest = names.iter().map(|name| bidi::width(name)).max().unwrap_or(0);
        Margin { name: self.name.max(longest), ..self }
    }
}

/// Where rows go.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// A terminal's cells in a line and the order that it wants; none where no person reads along.
    pub terminal: Option<(usize, Order)>,
}

impl Page {
    /// The order in which it is sent.
    pub fn order(self) -> Order {
        self.terminal.map_or(Order::Logical, |(_, order)| order)
    }

    /// Whether rows begin at the right edge.
    pub fn mirrored(self) -> bool {
        locale::lang().rtl() && matches!(self.terminal, Some((_, Order::Visual(..))))
    }

    /// The direction of sentences.
    fn base(self) -> Base {
        if self.mirrored() { Base::Rtl } else { Base::Ltr }
    }

    /// How many cells a text takes: in logical order letters stand unjoined, each in its own.
    pub fn cells(self, text: &str) -> usize {
        match self.terminal {
            Some((_, Order::Visual(..))) => bidi::width(text),
            _ => bidi::line_logical(text, usize::MAX).width(),
        }
    }

    /// A line, in as many rows as it takes.
    pub fn line(self, words: &(impl Words + ?Sized)) -> Vec<String> {
        let safe = text::safe(words.text(), false);
        let Some((width, order)) = self.terminal else { return vec![safe.into_owned()] };
        let rows = order.rows(&safe, values(words, &safe), width, self.base());
        rows.into_iter().map(|row| order.shown(self.aligned(row, width), true)).collect()
    }

    /// Text of several paragraphs, each in its own direction.
    pub fn block(self, block: &str) -> Vec<String> {
        let safe = text::safe(block, true);
        let Some((width, order)) = self.terminal else { return vec![safe.into_owned()] };
        let rows = order.rows(&safe, &[], width, Base::Auto);
        // Where the page runs the other way, what runs right to left begins at the edge of the widest row.
        let edge = if self.mirrored() { width } else { widest(&rows) };
        rows.into_iter().map(|row| order.shown(row.padded(edge), true)).collect()
    }

    /// A row as far as the edge that the page begins at.
    fn aligned(self, row: Row, width: usize) -> Row {
        if self.mirrored() { row.at_right(width) } else { row }
    }

    /// Cells side by side, each with the blanks that follow it; none takes part in the order of another.
    pub fn row(self, cells: &[(String, usize)]) -> String {
        let safe = cells.iter().map(|(cell, blanks)| (text::safe(cell, false), *blanks));
        let Some((_, order)) = self.terminal else {
            let line: String = safe.map(|(cell, blanks)| format!("{cell}{:blanks$}", "")).collect();
            return line.trim_end().to_owned();
        };
        let laid: Vec<Row> =
            safe.flat_map(|(cell, blanks)| [order.cell(&cell, &[]), Row::blanks(blanks)]).collect();
        self.shown(laid)
    }

    /// A row of these parts from where the page begins, as the terminal wants it.
    pub fn shown(self, parts: Vec<Row>) -> String {
        let row = match self.mirrored() {
            true => Row::joined(parts.into_iter().rev()).at_right(self.edge()),
            false => Row::joined(parts.into_iter()),
        };
        self.order().shown(row, true)
    }

    /// The cells of a line.
    pub fn edge(self) -> usize {
        self.terminal.map_or(usize::MAX, |(width, _)| width)
    }

    /// A name and its value, whose further rows stand under the first.
    pub fn named(self, margin: Margin, name: &str, value: &(impl Words + ?Sized)) -> Vec<String> {
        let (name, safe) = (text::safe(name, false), text::safe(value.text(), false));
        let room = margin.name.max(self.cells(&name));
        let after = room - self.cells(&name) + 1;
        let Some((width, order)) = self.terminal else {
            return vec![format!("{:before$}{name}{:after$}{safe}", "", "", before = margin.before)];
        };
        let left = width.saturating_sub(margin.before + room + 1).max(LEAST);
        let rows = order.rows(&safe, values(value, &safe), left, self.base_of(value, &safe));
        let edge = if self.mirrored() || rows.len() > 1 { widest(&rows) } else { 0 };
        let mut rows = rows.into_iter().map(|row| row.padded(edge));
        let parts = [Row::blanks(margin.before), order.cell(&name, &[]), Row::blanks(after)];
        let first = parts.into_iter().chain(rows.next()).collect();
        let below = rows.map(|row| vec![Row::blanks(margin.before + room + 1), row]);
        std::iter::once(first).chain(below).map(|parts| self.shown(parts)).collect()
    }

    /// The direction of a value: that of the page where the words are ours, else their own.
    fn base_of(self, value: &(impl Words + ?Sized), safe: &str) -> Base {
        match values(value, safe) {
            [] => Base::Auto,
            [whole] if *whole == (0..safe.len()) => Base::Auto,
            _ => self.base(),
        }
    }
}

/// What a value gets at least, however narrow the terminal.
const LEAST: usize = 20;

fn widest(rows: &[Row]) -> usize {
    rows.iter().map(|row| row.width).max().unwrap_or(0)
}

/// The places of values in the text as it is shown; none where that had to be made safe.
fn values<'a>(words: &'a (impl Words + ?Sized), safe: &str) -> &'a [Range<usize>] {
    if words.text() == safe { words.values() } else { &[] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bidi::{Host, Mode};
    use crate::locale::{Calendar, Digits, Lang, Locale, within};
    use crate::tell;
    use unicode_normalization::UnicodeNormalization;

    const ARABIC: Locale =
        Locale { lang: Lang::Arabic, digits: Digits::Western, calendar: Calendar::Gregorian };
    const PAGE: Page = Page { terminal: Some((30, Order::Visual(Mode::App, Host::Cells))) };

    /// Letters as they were before they were joined.
    fn plain(rows: Vec<String>) -> Vec<String> {
        rows.iter().map(|row| row.nfkc().collect()).collect()
    }

    fn reversed(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn names_stand_where_the_page_begins() {
        let margin = Margin { before: 2, name: 6 };
        assert_eq!(PAGE.named(margin, "who", "Salma"), ["  who    Salma"]);
        let rows = within(ARABIC, || PAGE.named(margin, "من", "Salma"));
        assert_eq!(
            plain(rows),
            [format!("{:>21}     {}", "Salma", reversed("من"))],
            "two blanks are not sent"
        );
    }

    #[test]
    fn a_number_beside_an_arabic_name_stays_in_its_place() {
        let wrote = || tell!("merge-wrote", who = "سامي", n = 3, trust = "you");
        let row = plain(PAGE.line(&wrote())).concat();
        assert_eq!(row, format!("{}: 3 entries, you", reversed("سامي")));
        let other = || tell!("merge-wrote", who = "Nadim", n = 3, trust = "X");
        let row = plain(within(ARABIC, || PAGE.line(&other()))).concat();
        assert_eq!(row.trim_start(), format!("X ،{} 3 :Nadim", reversed("قيود")));
    }

    #[test]
    fn an_option_in_a_value_stays_as_it_is_typed() {
        let page = Page { terminal: Some((80, Order::Visual(Mode::App, Host::Cells))) };
        let said = || tell!("doctor-mode-said", mode = "app", said = crate::say!("doctor-bidi-guessed"));
        let row = within(ARABIC, || page.line(&said())).concat();
        assert!(row.contains("--bidi"), "{row}");
        let row = within(ARABIC, || page.line(&crate::say!("log-more"))).concat();
        assert!(row.contains("--limit"), "{row}");
    }

    #[test]
    fn columns_are_mirrored() {
        let cells = |a: &str, b: &str| [(a.to_owned(), 4), (b.to_owned(), 0)];
        assert_eq!(PAGE.row(&cells("c01", "open")), "c01    open");
        let row = within(ARABIC, || PAGE.row(&cells("c01", "open")));
        assert_eq!(row, format!("{:>23}    c01", "open"));
    }

    #[test]
    fn into_a_pipe_all_goes_in_reading_order() {
        let pipe = Page { terminal: None };
        let margin = Margin { before: 2, name: 6 };
        within(ARABIC, || {
            assert_eq!(pipe.named(margin, "من", "Salma"), ["  من     Salma"]);
            assert_eq!(pipe.line("قال «نعم»"), ["قال «نعم»"]);
        });
    }

    #[test]
    fn further_rows_stand_under_the_first() {
        let margin = Margin { before: 0, name: 5 };
        let rows = within(ARABIC, || PAGE.named(margin, "من", "وقف إطلاق النار في البلدة كلها منذ الفجر"));
        assert!(rows.len() > 1 && rows.iter().all(|row| bidi::width(row) <= 30), "{rows:#?}");
        assert!(rows[1].starts_with(' ') && bidi::width(&rows[1]) == 24, "{rows:#?}");
    }
}
