//! The only place that writes text onto the screen, cell by cell, from rows that `bidi` laid out.
//!
//! ratatui's own text types measure Arabic wrongly: they lose letters, and panic on lam-alef. None of them
//! may be given a user's text.
//!
//! Panes are laid out as if every language ran left to right. Where the interface's runs right to left, areas are
//! mirrored here, when something is written into them, so that all of a screen turns round at once. What stands in
//! an area is never turned: a paragraph has its own direction, and only our own words have the interface's.

mod stroke;

pub use stroke::Stroke;

use super::layouts::{Lay, Layouts, Rows, Shape};
use super::theme::Theme;
use crate::bidi::{self, Base, Mode, Row};
use crate::locale;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use std::ops::Range;
use std::rc::Rc;

/// What a drawing writes with: it keeps, for each row of the screen, what is to be on it.
pub struct Ink<'a> {
    strokes: &'a mut [Vec<Stroke>],
    area: Rect,
    layouts: &'a mut Layouts,
    /// The styles.
    pub theme: Theme,
    mode: Mode,
    /// Where the terminal's own cursor goes, if anywhere.
    pub cursor: Option<Position>,
    /// What is mirrored in itself where the interface runs right to left; none where it does not.
    mirror: Option<Rect>,
}

/// Which edge a row lies at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// The edge that its paragraph begins at: right for Arabic.
    Start,
    /// The edge that the interface's lines begin at, for what stands in a line with other things.
    Near,
}

/// The direction of paragraphs that begin with our own words.
pub fn ours() -> Base {
    if locale::lang().rtl() { Base::Rtl } else { Base::Ltr }
}

/// The direction of a line of ours: in a left-to-right interface that of its words, as a name can be all of it.
pub fn line_base() -> Base {
    if locale::lang().rtl() { Base::Rtl } else { Base::Auto }
}

impl<'a> Ink<'a> {
    /// Ink for a screen of this size.
    pub fn new(
        strokes: &'a mut [Vec<Stroke>],
        area: Rect,
        layouts: &'a mut Layouts,
        theme: Theme,
        mode: Mode,
    ) -> Ink<'a> {
        let mirror = (locale::lang().rtl() && !theme.in_words()).then_some(area);
        Ink { strokes, area, layouts, theme, mode, cursor: None, mirror }
    }

    /// Says which part of the screen is drawn on: where areas are mirrored, they are in this.
    pub fn draw_in(&mut self, area: Rect) {
        self.mirror = self.mirror.map(|_| area);
    }

    /// Whether areas are mirrored.
    pub fn mirrored(&self) -> bool {
        self.mirror.is_some()
    }

    /// Where an area lies on the screen.
    fn seen(&self, area: Rect) -> Rect {
        match self.mirror {
            None => area,
            Some(all) => Rect { x: (all.left() + all.right()).saturating_sub(area.right()), ..area },
        }
    }

    /// The whole screen.
    pub fn screen(&self) -> Rect {
        self.area
    }

    /// How rows are laid out.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The rows of a text.
    pub fn rows(&mut self, text: &str, width: u16, base: Base) -> Rows {
        self.layouts.rows(text, Lay { mode: self.mode, width, base, shape: Shape::Rows })
    }

    /// A text in one row, cut with `…` if too wide.
    pub fn one_row(&mut self, text: &str, width: u16) -> Rows {
        self.layouts.rows(text, Lay { mode: self.mode, width, base: Base::Ltr, shape: Shape::Line })
    }

    /// The rows of a text that a caret moves in, each with a cell for the caret behind it.
    pub fn rows_with_end(&mut self, text: &str, width: u16) -> Rows {
        self.layouts.rows(text, Lay { mode: self.mode, width, base: Base::Auto, shape: Shape::WithEnd })
    }

    /// Writes our own words, with others' among them or not, into one row, cut with `…` if too wide; gives the
    /// columns they took.
    pub fn text(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        self.line(area, text, line_base(), style, Align::Near)
    }

    /// As [`Ink::text`] with somebody's words, at the edge that they begin at.
    pub fn words(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        self.line(area, text, Base::Auto, style, Align::Start)
    }

    /// As [`Ink::text`] with names of keys, which run left to right everywhere.
    pub fn keys(&mut self, area: Rect, keys: &str, style: Style) -> u16 {
        self.line(area, keys, Base::Ltr, style, Align::Near)
    }

    /// Writes a number whose places stand beneath those of others.
    pub fn number(&mut self, area: Rect, number: &str, style: Style) {
        let width = (bidi::width(number) as u16).min(area.width);
        let x = if self.mirrored() { area.x } else { area.right() - width };
        self.keys(Rect { x, width, ..area }, number, style);
    }

    fn line(&mut self, area: Rect, text: &str, base: Base, style: Style, align: Align) -> u16 {
        let lay = Lay { mode: self.mode, width: area.width, base, shape: Shape::Line };
        let rows = self.layouts.rows(text, lay);
        rows.first().map_or(0, |row| self.row_in(area, row, align, style))
    }

    /// Writes a row into the first line of `area`, each cell in the style of the bytes that it shows;
    /// gives the columns it took.
    pub fn row(
        &mut self,
        area: Rect,
        row: &Rc<Row>,
        align: Align,
        style: impl Fn(&Range<usize>) -> Style,
    ) -> u16 {
        let area = self.seen(area);
        let left = self.left_edge(area, row, align);
        let styles = row.cells.iter().map(|cell| style(&cell.source));
        self.stroke(area, || Stroke::row(left, area.right(), row.clone(), styles));
        (row.width() as u16).min(area.width)
    }

    /// As [`Ink::row`], all in one style.
    pub fn row_in(&mut self, area: Rect, row: &Rc<Row>, align: Align, style: Style) -> u16 {
        let area = self.seen(area);
        let left = self.left_edge(area, row, align);
        self.stroke(area, || Stroke::plain_row(left, area.right(), row.clone(), style));
        (row.width() as u16).min(area.width)
    }

    /// Puts something on the first line of an area.
    fn stroke(&mut self, area: Rect, stroke: impl FnOnce() -> Stroke) {
        if area.height > 0
            && let Some(row) = self.strokes.get_mut(usize::from(area.y))
        {
            row.push(stroke());
        }
    }

    /// Puts something on every line of an area.
    fn strokes(&mut self, area: Rect, stroke: impl Fn() -> Stroke) {
        for y in area.top()..area.bottom() {
            self.stroke(Rect { y, height: 1, ..area }, &stroke);
        }
    }

    /// The column that the first cell of a row is drawn in, in an area of the screen.
    fn left_edge(&self, seen: Rect, row: &Row, align: Align) -> u16 {
        let at_right = match align {
            Align::Start => row.rtl,
            Align::Near => self.mirrored(),
        };
        if at_right { seen.right() - (row.width() as u16).min(seen.width) } else { seen.x }
    }

    /// Gives every cell of an area a style.
    pub fn tint(&mut self, area: Rect, style: Style) {
        let area = self.seen(area);
        self.strokes(area, || Stroke::Tint(area.left()..area.right(), style));
    }

    /// Empties an area, for what is drawn over something.
    pub fn clear(&mut self, area: Rect) {
        let area = self.seen(area);
        self.strokes(area, || Stroke::Clear(area.left()..area.right()));
    }

    /// A level rule, with words in it.
    pub fn rule(&mut self, area: Rect, words: &str, style: Style) {
        let line = self.seen(Rect { height: 1, ..area });
        let dim = self.theme.dim();
        self.stroke(line, || Stroke::Fill(line.left()..line.right(), '─', dim));
        if !words.is_empty() && area.width > 6 {
            let inner = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
            self.text(inner, &format!(" {words} "), style);
        }
    }

    /// An upright rule.
    pub fn upright(&mut self, x: u16, y: Range<u16>) {
        let area = self.seen(Rect { x, y: y.start, width: 1, height: y.end.saturating_sub(y.start) });
        let style = self.theme.dim();
        self.strokes(area, || Stroke::Fill(area.left()..area.right(), '│', style));
    }

    /// Puts the terminal's cursor on a cell, if it lies in `area`.
    pub fn put_cursor(&mut self, area: Rect, x: u16, y: u16) {
        if area.contains(Position { x, y }) {
            let seen = self.seen(Rect { x, y, width: 1, height: 1 });
            self.cursor = Some(Position { x: seen.x, y });
        }
    }

    /// Puts the terminal's cursor on a column of a row that was written into `area`.
    pub fn put_caret(&mut self, area: Rect, row: &Row, align: Align, column: usize) {
        let seen = self.seen(area);
        let x = self.left_edge(seen, row, align).saturating_add(column as u16);
        if seen.contains(Position { x, y: area.y }) {
            self.cursor = Some(Position { x, y: area.y });
        }
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

impl bidi::Symbol for ratatui::buffer::Cell {
    fn symbol(&self) -> &str {
        ratatui::buffer::Cell::symbol(self)
    }

    fn set_symbol(&mut self, symbol: &str) {
        ratatui::buffer::Cell::set_symbol(self, symbol);
    }

    fn runs_on(&self, next: &Self) -> bool {
        // Terminals shape letters of one face together, whatever their colours and lines.
        let face = Modifier::BOLD | Modifier::ITALIC;
        self.modifier & face == next.modifier & face
    }
}
