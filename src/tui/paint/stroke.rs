//! One thing that is put on a row of the screen.

use crate::bidi::Row;
use crate::tui::theme::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Style;
use std::ops::Range;
use std::rc::Rc;

/// Something on a row; what comes later covers what came before.
#[derive(Debug, Clone)]
pub enum Stroke {
    /// A laid out row: its first column, the column that it ends before, how many of its cells are in which style.
    Row(u16, u16, Rc<Row>, Styles),
    /// The same sign in every column.
    Fill(Range<u16>, char, Style),
    /// A style over what is there.
    Tint(Range<u16>, Style),
    /// Nothing.
    Clear(Range<u16>),
}

/// The styles of a row's cells.
#[derive(Debug, Clone, PartialEq)]
pub enum Styles {
    /// All have this one.
    One(Style),
    /// So many have this one, then so many that one.
    Runs(Vec<(usize, Style)>),
}

impl PartialEq for Stroke {
    fn eq(&self, other: &Stroke) -> bool {
        match (self, other) {
            (Stroke::Row(a, b, row, styles), Stroke::Row(c, d, other, others)) => {
                // Rows that were kept are the same; what is laid out for every drawing is compared.
                (a, b) == (c, d) && styles == others && (Rc::ptr_eq(row, other) || row == other)
            }
            (Stroke::Fill(a, b, c), Stroke::Fill(d, e, f)) => (a, b, c) == (d, e, f),
            (Stroke::Tint(a, b), Stroke::Tint(c, d)) => (a, b) == (c, d),
            (Stroke::Clear(a), Stroke::Clear(b)) => a == b,
            _ => false,
        }
    }
}

impl Stroke {
    /// A row whose cells have these styles.
    pub fn row(left: u16, right: u16, row: Rc<Row>, styles: impl Iterator<Item = Style>) -> Stroke {
        let mut runs: Vec<(usize, Style)> = Vec::new();
        for style in styles {
            match runs.last_mut().filter(|(_, last)| *last == style) {
                Some((count, _)) => *count += 1,
                None => runs.push((1, style)),
            }
        }
        Stroke::Row(left, right, row, Styles::Runs(runs))
    }

    /// A row in one style.
    pub fn plain_row(left: u16, right: u16, row: Rc<Row>, style: Style) -> Stroke {
        Stroke::Row(left, right, row, Styles::One(style))
    }

    /// Makes it into cells of the one row of a buffer.
    pub fn onto(&self, buffer: &mut Buffer, theme: Theme) {
        match self {
            Stroke::Row(left, right, row, styles) => write(buffer, *left..*right, row, styles, theme),
            Stroke::Fill(columns, sign, style) => {
                for cell in cells(buffer, columns) {
                    cell.set_char(*sign).set_style(*style);
                }
            }
            Stroke::Tint(columns, style) => {
                for cell in cells(buffer, columns) {
                    cell.set_style(*style);
                }
            }
            Stroke::Clear(columns) => cells(buffer, columns).iter_mut().for_each(Cell::reset),
        }
    }
}

/// The cells of some columns, as far as there are any.
fn cells<'a>(buffer: &'a mut Buffer, columns: &Range<u16>) -> &'a mut [Cell] {
    let left = buffer.area.x;
    let end = usize::from(columns.end.saturating_sub(left)).min(buffer.content.len());
    let start = usize::from(columns.start.saturating_sub(left)).min(end);
    buffer.content.get_mut(start..end).unwrap_or_default()
}

fn write(buffer: &mut Buffer, columns: Range<u16>, row: &Row, styles: &Styles, theme: Theme) {
    let mut place = cells(buffer, &columns).iter_mut();
    let (mut runs, one) = match styles {
        Styles::One(style) => ([].iter(), *style),
        Styles::Runs(runs) => (runs.iter(), Style::new()),
    };
    let (mut left, mut style) = (0, one);
    for cell in &row.cells {
        if left == 0
            && let Some((count, next)) = runs.next()
        {
            (left, style) = (*count, *next);
        }
        left = left.saturating_sub(1);
        let style = if cell.token { style.patch(theme.dim()) } else { style };
        if usize::from(cell.width) > place.len() {
            return;
        }
        if let Some(first) = place.next() {
            first.set_symbol(&cell.symbol).set_style(style);
        }
        if cell.width == 2
            && let Some(second) = place.next()
        {
            second.reset();
            second.set_style(style);
        }
    }
}
