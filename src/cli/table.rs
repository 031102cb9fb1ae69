//! Tables for people: columns aligned by display width, long cells cut with an ellipsis.
//!
//! Rows are printed as they come; the first screenful decides the widths, so that a list of a
//! million rows is never held in memory. The longest column stands last.

use super::output::Output;
use crate::text;
use std::io;
use unicode_segmentation::UnicodeSegmentation;

/// Rows that are waited for before widths are fixed.
const FIRST: usize = 100;
/// Cells between columns.
const GAP: usize = 2;
/// What the last column gets at least, however narrow the terminal.
const LEAST: usize = 20;

/// A column: its title and the most cells that it may take.
pub struct Column {
    title: String,
    most: usize,
}

/// A column of free text, cut where it is wider than `most`.
pub fn column(title: String, most: usize) -> Column {
    Column { title, most }
}

/// A table on its way to standard output.
pub struct Table<'a> {
    out: &'a mut Output,
    columns: Vec<Column>,
    waiting: Vec<Vec<String>>,
    widths: Vec<usize>,
}

impl<'a> Table<'a> {
    /// An empty table; its titles are printed with the first rows.
    pub fn new(out: &'a mut Output, columns: Vec<Column>) -> Table<'a> {
        Table { out, columns, waiting: Vec::new(), widths: Vec::new() }
    }

    /// Adds a row, one cell for each column.
    pub fn row<const N: usize>(&mut self, cells: [&str; N]) -> io::Result<()> {
        let row: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        if self.out.plain() {
            return self.tell(&row);
        }
        if !self.widths.is_empty() {
            return self.print(&row);
        }
        self.waiting.push(row);
        if self.waiting.len() < FIRST { Ok(()) } else { self.begin() }
    }

    /// Prints what is waiting. A table without rows prints nothing.
    pub fn finish(mut self) -> io::Result<()> {
        if self.widths.is_empty() && !self.waiting.is_empty() { self.begin() } else { Ok(()) }
    }

    /// For a screen reader: each cell in a line of its own behind its title, which is no heading there.
    fn tell(&mut self, row: &[String]) -> io::Result<()> {
        for (column, cell) in self.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            self.out.line(&format!("{}: {cell}", column.title.to_lowercase()))?;
        }
        self.out.line("")
    }

    fn begin(&mut self) -> io::Result<()> {
        let widest = |at: usize, column: &Column| {
            let cells = self.waiting.iter().filter_map(|row| row.get(at));
            let widest = cells.map(|cell| self.out.cells(cell)).max().unwrap_or(0);
            widest.min(column.most).max(self.out.cells(&column.title))
        };
        self.widths = self.columns.iter().enumerate().map(|(at, column)| widest(at, column)).collect();
        self.widen_last();
        let titles: Vec<String> = self.columns.iter().map(|column| column.title.clone()).collect();
        self.print(&titles)?;
        for row in std::mem::take(&mut self.waiting) {
            self.print(&row)?;
        }
        Ok(())
    }

    /// The last column takes what the line has left: all its text where lines have no end.
    fn widen_last(&mut self) {
        let taken: usize = self.widths.iter().rev().skip(1).map(|width| width + GAP).sum();
        let left = self.out.width().map_or(usize::MAX, |width| width.saturating_sub(taken).max(LEAST));
        if let Some(last) = self.widths.last_mut() {
            *last = left;
        }
    }

    fn print(&mut self, row: &[String]) -> io::Result<()> {
        let cells: Vec<(String, usize)> = row
            .iter()
            .zip(&self.widths)
            .enumerate()
            .map(|(at, (cell, width))| {
                let cell = fit(cell, *width, |text| self.out.cells(text));
                let last = at + 1 == row.len();
                let blanks = if last { 0 } else { width.saturating_sub(self.out.cells(&cell)) + GAP };
                (cell, blanks)
            })
            .collect();
        self.out.row(&cells)
    }
}

/// Rows of cells in columns of fixed width; what stands in columns of a negative one stands at their end.
pub struct Grid<'a> {
    out: &'a mut Output,
    widths: &'static [isize],
    /// The first row, where the others are told with it.
    titles: Vec<String>,
}

impl<'a> Grid<'a> {
    /// An empty one.
    pub fn new(out: &'a mut Output, widths: &'static [isize]) -> Grid<'a> {
        Grid { out, widths, titles: Vec::new() }
    }

    /// Prints a row.
    pub fn row(&mut self, cells: &[String]) -> io::Result<()> {
        if self.out.plain() {
            return self.tell(cells);
        }
        let mut laid: Vec<(String, usize)> = Vec::new();
        for (cell, width) in cells.iter().zip(self.widths) {
            let blanks = width.unsigned_abs().saturating_sub(self.out.cells(cell));
            let before = if *width < 0 { blanks } else { 0 };
            if before > 0 {
                laid.push((String::new(), before));
            }
            laid.push((cell.clone(), blanks - before));
        }
        self.out.row(&laid)
    }

    /// For a screen reader: a row in one line, each cell behind its title.
    fn tell(&mut self, cells: &[String]) -> io::Result<()> {
        if self.titles.is_empty() {
            self.titles = cells.to_vec();
            return Ok(());
        }
        let cells = self.titles.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        let told = cells.map(|(title, cell)| format!("{} {cell}", title.to_lowercase()).trim().to_owned());
        self.out.line(&crate::locale::list(&told.collect::<Vec<_>>()))
    }
}

/// The text on one line, blanks and line breaks folded into one blank, unsafe characters as tokens.
pub fn one_line(given: &str) -> String {
    let words: Vec<&str> = given.split_whitespace().collect();
    text::safe(&words.join(" "), false).into_owned()
}

/// The text cut to so many cells at the end of its reading order, with an ellipsis if anything was cut.
fn fit(text: &str, width: usize, measure: impl Fn(&str) -> usize) -> String {
    if measure(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut cells = 1; // the ellipsis
    for cluster in text.graphemes(true) {
        cells += measure(cluster);
        if cells > width {
            break;
        }
        kept.push_str(cluster);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bidi;

    #[test]
    fn cuts_by_cells_and_never_inside_a_cluster() {
        let cut = |text, width| fit(text, width, bidi::width);
        assert_eq!(cut("ceasefire", 9), "ceasefire");
        assert_eq!(cut("ceasefire", 5), "ceas…");
        assert_eq!(cut("cease fire", 7), "cease…");
        let marked = "حَبّ الهال";
        for width in 1..12 {
            let cut = cut(marked, width);
            assert!(bidi::width(&cut) <= width, "{width}: {cut}");
            let kept = cut.trim_end_matches('…');
            assert!(marked.starts_with(kept));
            assert!(
                marked
                    .graphemes(true)
                    .scan(0, |at, c| {
                        *at += c.len();
                        Some(*at)
                    })
                    .any(|at| at == kept.len())
                    || kept.is_empty(),
                "{width}: {cut:?} ends inside a cluster"
            );
        }
    }

    #[test]
    fn cells_are_one_line() {
        assert_eq!(one_line("  two\n\tlines \u{a0}here "), "two lines here");
    }
}
