//! The only place that writes text into the buffer, cell by cell, from rows that `bidi` laid out.
//!
//! ratatui's own text types measure Arabic wrongly: they lose letters, and panic on lam-alef. None of them
//! may be given a user's text.

use super::theme::Theme;
use crate::bidi::{self, Base, Host, Mode, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::ops::Range;

/// The buffer of a frame with what is needed to write into it.
pub struct Ink<'a> {
    /// The cells.
    pub buffer: &'a mut Buffer,
    /// The styles.
    pub theme: Theme,
    mode: Mode,
    /// Where the terminal's own cursor goes, if anywhere.
    pub cursor: Option<Position>,
}

/// Which edge a row lies at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The edge that its paragraph begins at: right for Arabic.
    Start,
    /// Always the left one, for what stands in a line with other things.
    Left,
}

/// The rows of a text, as `mode` wants them laid out.
pub fn rows(mode: Mode, text: &str, width: u16, base: Base) -> Vec<Row> {
    mode.layout(text, usize::from(width), base)
}

/// A text in one row, cut with `…` if too wide.
pub fn line(mode: Mode, text: &str, width: u16) -> Row {
    mode.line(text, usize::from(width), Base::Auto)
}

impl<'a> Ink<'a> {
    /// Ink for a frame.
    pub fn new(buffer: &'a mut Buffer, theme: Theme, mode: Mode) -> Ink<'a> {
        Ink { buffer, theme, mode, cursor: None }
    }

    /// How rows are laid out.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Writes a text into one row of the screen; gives the columns it took.
    pub fn text(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        self.aligned(area, text, style, Align::Left)
    }

    /// As [`Ink::text`], with its place in the row.
    pub fn aligned(&mut self, area: Rect, text: &str, style: Style, align: Align) -> u16 {
        let row = line(self.mode, text, area.width);
        self.row(area, &row, align, |_| style)
    }

    /// Writes a row into the first line of `area`, each cell in the style of the bytes that it shows;
    /// gives the columns it took.
    pub fn row(
        &mut self,
        area: Rect,
        row: &Row,
        align: Align,
        style: impl Fn(&Range<usize>) -> Style,
    ) -> u16 {
        let left = left_edge(area, row, align);
        for (column, cell) in row.columns() {
            let x = left + column as u16;
            if area.height == 0 || x + u16::from(cell.width) > area.right() {
                break;
            }
            let style = style(&cell.source);
            let style = if cell.token { style.patch(self.theme.dim()) } else { style };
            self.cell(x, area.y, cell.symbol.as_str(), style);
            if cell.width == 2 {
                self.cell(x + 1, area.y, "", style);
            }
        }
        (row.width() as u16).min(area.width)
    }

    fn cell(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            if symbol.is_empty() {
                cell.reset();
            } else {
                cell.set_symbol(symbol);
            }
            cell.set_style(style);
        }
    }

    /// Writes our own words, which hold no Arabic.
    pub fn label(&mut self, area: Rect, words: &str, style: Style) -> u16 {
        self.text(area, words, style)
    }

    /// Gives every cell of an area a style.
    pub fn tint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Empties an area, for what is drawn over something.
    pub fn clear(&mut self, area: Rect) {
        for position in area.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// A level rule, with words in it.
    pub fn rule(&mut self, area: Rect, words: &str, style: Style) {
        for x in area.x..area.right() {
            self.cell(x, area.y, "─", self.theme.dim());
        }
        if !words.is_empty() && area.width > 6 {
            let inner = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
            let row = line(self.mode, &format!(" {words} "), inner.width);
            self.row(inner, &row, Align::Left, |_| style);
        }
    }

    /// An upright rule.
    pub fn upright(&mut self, x: u16, y: Range<u16>) {
        for y in y {
            self.cell(x, y, "│", self.theme.dim());
        }
    }

    /// Puts the terminal's cursor on a cell, if it lies in `area`.
    pub fn put_cursor(&mut self, area: Rect, x: u16, y: u16) {
        if area.contains(Position { x, y }) {
            self.cursor = Some(Position { x, y });
        }
    }
}

/// The column that the first cell of a row is drawn in.
pub fn left_edge(area: Rect, row: &Row, align: Align) -> u16 {
    let width = (row.width() as u16).min(area.width);
    match align {
        Align::Start if row.rtl => area.right() - width,
        _ => area.x,
    }
}

/// One line cut off the top of an area; the area shrinks.
pub fn take_top(area: &mut Rect, height: u16) -> Rect {
    let height = height.min(area.height);
    let top = Rect { height, ..*area };
    area.y += height;
    area.height -= height;
    top
}

/// A box in the middle of an area, at most as large.
pub fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// What the terminal does with Arabic by itself is countered here, over the finished screen.
pub fn adapt(buffer: &mut Buffer, mode: Mode, host: Host) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        bidi::emit_for(host, mode, row);
    }
}

/// Where the cursor is put so that it is seen here, before the screen is adapted.
pub fn seen_at(buffer: &Buffer, mode: Mode, host: Host, at: Position) -> Position {
    let width = usize::from(buffer.area.width).max(1);
    let row = buffer.content.chunks(width).nth(usize::from(at.y)).unwrap_or_default();
    let column = bidi::cursor_for(host, mode, row, usize::from(at.x));
    Position { x: u16::try_from(column).unwrap_or(at.x), ..at }
}

impl bidi::Symbol for ratatui::buffer::Cell {
    fn symbol(&self) -> &str {
        ratatui::buffer::Cell::symbol(self)
    }

    fn set_symbol(&mut self, symbol: &str) {
        ratatui::buffer::Cell::set_symbol(self, symbol);
    }
}
