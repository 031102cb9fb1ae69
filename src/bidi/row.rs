//! A row of cells in visual order, and the way between its bytes and its columns.

use super::cluster::{Kind, Unit};
use super::wrap::Piece;
use crate::text::{ZWJ, ZWNJ, unsafe_name};
use compact_str::CompactString;
use std::ops::Range;
use unicode_bidi_mirroring::get_mirrored;

/// What one or two columns of a terminal hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What to write.
    pub symbol: CompactString,
    /// Columns: 1 or 2.
    pub width: u8,
    /// The bytes of the logical text that it shows.
    pub source: Range<usize>,
    /// Bytes from the start of `source` to the second letter of a lam-alef; 0 for all else.
    pub second: u16,
    /// Whether it runs right to left.
    pub rtl: bool,
    /// Whether it is part of the visible token for an unsafe character.
    pub token: bool,
}

/// One row of a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells from left to right.
    pub cells: Vec<Cell>,
    /// Whether the paragraph runs right to left, so that the row belongs at the right edge.
    pub rtl: bool,
    /// The bytes covered: the cells', blanks swallowed at the row's end and the line break.
    pub source: Range<usize>,
    /// The byte of the caret behind the last cell in logical order.
    end: usize,
    /// Whether that caret is this row's and not the start of the next.
    has_end: bool,
    /// The columns of all cells.
    columns: usize,
}

/// The cells of some units in visual order.
pub(super) fn build(text: &str, units: &[Unit], piece: Piece, rtl: bool) -> Row {
    let shown = units.get(piece.units).unwrap_or_default();
    let levels = line_levels(shown, u8::from(rtl));
    let mut cells = Vec::with_capacity(shown.len());
    for at in visual_order(&levels) {
        if let (Some(unit), Some(level)) = (shown.get(at), levels.get(at)) {
            draw(text, unit, level % 2 == 1, &mut cells);
        }
    }
    let end = shown.last().map_or(piece.source.start, |unit| unit.end);
    let columns = columns_of(&cells);
    Row { cells, rtl, source: piece.source, end, has_end: piece.has_end, columns }
}

/// UAX #9 L1: blanks at the end and before tabs take the level of the paragraph.
fn line_levels(units: &[Unit], base: u8) -> Vec<u8> {
    let mut levels: Vec<u8> = units.iter().map(|unit| unit.level).collect();
    let mut trailing = true;
    for (unit, level) in units.iter().zip(&mut levels).rev() {
        trailing = unit.base == '\t' || (trailing && unit.is_blank());
        if trailing {
            *level = base;
        }
    }
    levels
}

/// UAX #9 L2: the place in logical order of each place from left to right.
pub(super) fn visual_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    let lowest_odd = levels.iter().copied().filter(|level| level % 2 == 1).min().unwrap_or(highest + 1);
    for least in (lowest_odd..=highest).rev() {
        let mut from = 0;
        for run in levels.chunk_by(|a, b| (*a >= least) == (*b >= least)) {
            let to = from + run.len();
            if run.first().is_some_and(|&level| level >= least)
                && let Some(part) = order.get_mut(from..to)
            {
                part.reverse();
            }
            from = to;
        }
    }
    order
}

fn draw(text: &str, unit: &Unit, rtl: bool, cells: &mut Vec<Cell>) {
    let token = unit.kind == Kind::Token;
    let cell = |symbol, width| Cell { symbol, width, source: unit.bytes(), second: unit.second, rtl, token };
    let part = text.get(unit.bytes()).unwrap_or_default();
    let mut symbol = CompactString::const_new("");
    match unit.kind {
        Kind::Blank => symbol.push(' '),
        Kind::Ellipsis => symbol.push('…'),
        Kind::Token => {
            let name = unsafe_name(unit.base).unwrap_or_default();
            let spelled = std::iter::once('⟨').chain(name.chars()).chain(std::iter::once('⟩'));
            cells.extend(spelled.map(|c| cell(CompactString::from_iter([c]), 1)));
            return;
        }
        Kind::Marks => {
            symbol.push('◌');
            symbol.extend(part.chars().filter(|c| !matches!(*c, ZWJ | ZWNJ)));
        }
        Kind::Text => {
            let mirrored = if rtl { get_mirrored(unit.base) } else { None };
            symbol.push(unit.form.or(mirrored).unwrap_or(unit.base));
            if unit.base.len_utf8() == part.len() {
                return cells.push(cell(symbol, unit.width));
            }
            let second = (unit.second > 0).then_some(usize::from(unit.second));
            let marks = part.char_indices().skip(1).filter(|(at, _)| Some(*at) != second);
            symbol.extend(marks.map(|(_, c)| c).filter(|c| !matches!(*c, ZWJ | ZWNJ)));
        }
    }
    cells.push(cell(symbol, unit.width));
}

fn columns_of(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| usize::from(cell.width)).sum()
}

impl Row {
    /// The columns that its cells take.
    pub fn width(&self) -> usize {
        self.columns
    }

    /// The same row without the cells that begin before a column; with the column of the first that is left.
    pub fn from_column(mut self, least: usize) -> (Row, usize) {
        let hidden = self.columns().take_while(|(column, _)| *column < least).count();
        let gone: Vec<Cell> = self.cells.drain(..hidden).collect();
        let first = columns_of(&gone);
        self.columns -= first;
        (self, first)
    }

    /// The cells with the column that each begins in.
    pub fn columns(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().scan(0, |next, cell| {
            let column = *next;
            *next += usize::from(cell.width);
            Some((column, cell))
        })
    }

    /// The same row with a blank cell where the caret stands behind its text: at the left end where
    /// the row runs right to left. An editor lays out one column narrower and shows rows like this.
    pub fn with_end(mut self) -> Row {
        let symbol = CompactString::const_new(" ");
        let source = self.end..self.end;
        let cell = Cell { symbol, width: 1, source, second: 0, rtl: self.rtl, token: false };
        self.columns += 1;
        if self.rtl {
            self.cells.insert(0, cell)
        } else {
            self.cells.push(cell)
        }
        self
    }

    /// The column of the cell that a caret before this byte stands on, counted from the first
    /// cell; none outside the row. Behind the text it is the cell of [`Row::with_end`]; without
    /// that, the column right of the last cell, or 0 in a row that runs right to left.
    pub fn caret(&self, byte: usize) -> Option<usize> {
        if byte < self.source.start || byte > self.source.end {
            return None;
        }
        let on = |cell: &Cell| cell.source.contains(&byte) || (cell.source.is_empty() && byte >= self.end);
        let found = self.columns().find(|(_, cell)| on(cell)).map(|(column, _)| column);
        Some(found.unwrap_or(if self.rtl { 0 } else { self.width() }))
    }

    /// The byte that the caret stands before after a click on this column; columns outside the row
    /// count as its nearest end.
    pub fn hit(&self, column: usize) -> usize {
        let cell = self.columns().find(|(at, cell)| column < at + usize::from(cell.width));
        match cell.map(|(_, cell)| cell) {
            Some(cell) => cell.source.start,
            None if self.rtl => self.cells.last().map_or(self.end, |cell| cell.source.start),
            None => self.last(),
        }
    }

    /// The last byte in the text that a caret of this row stands before.
    pub fn last(&self) -> usize {
        let cells = || self.cells.iter().filter(|cell| !cell.source.is_empty());
        match self.has_end {
            true => self.end,
            false => cells().map(|cell| cell.source.start).max().unwrap_or(self.source.start),
        }
    }

    /// Where the caret goes from this byte when it moves one place to the left on the screen; none
    /// if it leaves the row.
    pub fn left(&self, byte: usize) -> Option<usize> {
        let places = self.places();
        let at = self.place_of(&places, byte)?;
        at.checked_sub(1).and_then(|at| places.get(at)).copied()
    }

    /// As [`Row::left`], to the right.
    pub fn right(&self, byte: usize) -> Option<usize> {
        let places = self.places();
        let at = self.place_of(&places, byte)?;
        places.get(at + 1).copied()
    }

    /// The cells that show any of these bytes, with their columns.
    pub fn cells_of(&self, bytes: Range<usize>) -> impl Iterator<Item = (usize, &Cell)> {
        self.columns().filter(move |(_, cell)| cell.source.start < bytes.end && bytes.start < cell.source.end)
    }

    /// Every byte that a caret can stand before, from left to right.
    pub fn places(&self) -> Vec<usize> {
        let mut places = Vec::with_capacity(self.cells.len() + 2);
        if self.rtl && self.has_end {
            places.push(self.end);
        }
        for cell in self.cells.iter().filter(|cell| !cell.source.is_empty()) {
            let second = (cell.second > 0).then(|| cell.source.start + usize::from(cell.second));
            places.extend(second.filter(|_| cell.rtl));
            places.push(cell.source.start);
            places.extend(second.filter(|_| !cell.rtl));
        }
        if !self.rtl && self.has_end {
            places.push(self.end);
        }
        places.dedup();
        places
    }

    /// Which of [`Row::places`] a byte belongs to: the nearest before it in the text. None outside the row.
    pub fn place_of(&self, places: &[usize], byte: usize) -> Option<usize> {
        if byte < self.source.start || byte > self.source.end {
            return None;
        }
        let nearest = places.iter().copied().filter(|&place| place <= byte).max()?;
        places.iter().position(|&place| place == nearest)
    }
}
