//! Scrolling by rows, laying out only the pieces that are passed.

use super::DocumentView;
use crate::bidi::{Base, Row, row_of};

/// A row of the document: which piece, which of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Spot {
    /// The piece.
    pub piece: usize,
    /// Its row.
    pub row: usize,
}

impl DocumentView {
    /// The rows of a piece at the width of the last drawing; their bytes count from the piece's start.
    pub fn rows(&self, piece: usize) -> Vec<Row> {
        let text = self.text().map_or("", |text| text.piece(piece));
        let width = usize::from(self.text_columns());
        self.mode.layout(text, width, Base::Auto).into_iter().map(Row::with_end).collect()
    }

    /// The columns that text may take: the last is the caret's.
    pub fn text_columns(&self) -> u16 {
        self.size.get().0.saturating_sub(1).max(1)
    }

    fn pieces(&self) -> usize {
        self.text().map_or(0, |text| text.len())
    }

    /// The spot of a byte.
    pub fn spot(&self, byte: usize) -> Spot {
        let Some(text) = self.text() else { return Spot::default() };
        let piece = text.piece_of(byte);
        Spot { piece, row: row_of(&self.rows(piece), byte - text.range(piece).start) }
    }

    pub(super) fn forward(&self, from: Spot, mut by: usize) -> Spot {
        let mut at = from;
        loop {
            let left = self.rows(at.piece).len().saturating_sub(at.row + 1);
            if by <= left {
                return Spot { row: at.row + by, ..at };
            }
            if at.piece + 1 >= self.pieces() {
                return Spot { row: at.row + left, ..at };
            }
            by -= left + 1;
            at = Spot { piece: at.piece + 1, row: 0 };
        }
    }

    pub(super) fn back(&self, from: Spot, mut by: usize) -> Spot {
        let mut at = from;
        while by > at.row {
            if at.piece == 0 {
                return Spot::default();
            }
            by -= at.row + 1;
            let piece = at.piece - 1;
            at = Spot { piece, row: self.rows(piece).len().saturating_sub(1) };
        }
        Spot { row: at.row - by, ..at }
    }

    pub(super) fn columns(&self) -> usize {
        usize::from(self.size.get().0)
    }

    pub(super) fn room(&self) -> usize {
        usize::from(self.size.get().1).max(1)
    }

    /// The last row.
    pub(super) fn end(&self) -> Spot {
        let piece = self.pieces().saturating_sub(1);
        Spot { piece, row: self.rows(piece).len().saturating_sub(1) }
    }

    fn lowest_top(&self) -> Spot {
        self.back(self.end(), self.room() - 1)
    }

    /// Scrolls by rows, down if positive.
    pub fn scroll(&self, by: isize) {
        if self.theme.in_words() {
            return self.read_on(by);
        }
        let to = match usize::try_from(by) {
            Ok(down) => self.forward(self.top.get(), down).min(self.lowest_top()),
            Err(_) => self.back(self.top.get(), by.unsigned_abs()),
        };
        self.top.set(to);
    }

    /// Scrolls by screenfuls, one row of which stays.
    pub fn scroll_pages(&self, by: isize) {
        self.scroll(by * (self.room() as isize - 1).max(1));
    }

    /// To the first row.
    pub fn scroll_to_start(&self) {
        if self.theme.in_words() {
            return self.read_first();
        }
        self.top.set(Spot::default());
    }

    /// To the last.
    pub fn scroll_to_end(&self) {
        if self.theme.in_words() {
            return self.read_last();
        }
        self.top.set(self.lowest_top());
    }

    /// Brings a byte into sight at the next drawing.
    pub fn follow(&self, byte: usize) {
        self.follow.set(Some(byte));
    }

    /// The first row to draw in an area of this size.
    pub fn first_row(&self, width: u16, height: u16) -> Spot {
        let before = self.size.replace((width, height));
        if before.0 != width {
            // The row numbers of another width mean nothing; stay with the piece.
            self.top.set(Spot { row: 0, ..self.top.get() });
        }
        if let Some(byte) = self.follow.take() {
            let (spot, top) = (self.spot(byte), self.top.get());
            if spot < top || spot > self.forward(top, self.room() - 1) {
                self.top.set(self.back(spot, self.room() / 3).min(self.lowest_top()));
            }
        }
        self.top.get()
    }

    /// The bytes at the top of the screen.
    pub fn top_byte(&self) -> usize {
        let Some(text) = self.text() else { return 0 };
        let top = self.top.get();
        let row = self.rows(top.piece).get(top.row).map_or(0, |row| row.source.start);
        text.range(top.piece).start + row
    }
}
