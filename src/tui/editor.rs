//! An editor of one line or many over rows of `bidi`: arrows move on the screen, all else in the text.

mod clip;
mod history;
pub mod keys;
mod moves;

pub use clip::Clip;
pub use moves::{Move, column, entered, leads_on, meant, nearest, next_word, previous_word, step, word_step};

use super::paint::line_base;
use crate::bidi::{self, Base, Mode, Row, row_of};
use history::History;
use std::cell::Cell;
use std::ops::Range;

/// A text with a caret in it.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    text: String,
    caret: usize,
    anchor: Option<usize>,
    lines: bool,
    history: History,
    /// The column that moves up and down keep to.
    goal: Option<usize>,
    /// The columns and rows that it was last drawn in.
    size: Cell<(u16, u16)>,
    /// The first row that was last drawn.
    top: Cell<usize>,
}

impl Editor {
    /// An editor of one line.
    pub fn line(text: &str) -> Editor {
        let text = in_one_line(text);
        Editor { caret: text.len(), text, size: Cell::new((80, 1)), ..Editor::default() }
    }

    /// An editor of many lines.
    pub fn lines(text: &str) -> Editor {
        let size = Cell::new((80, 4));
        Editor { lines: true, caret: text.len(), text: text.into(), size, ..Editor::default() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the caret is, in bytes.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Whether it has more than one line.
    pub fn has_lines(&self) -> bool {
        self.lines
    }

    /// The selected bytes; empty if nothing is.
    pub fn selection(&self) -> Range<usize> {
        let anchor = self.anchor.unwrap_or(self.caret);
        anchor.min(self.caret)..anchor.max(self.caret)
    }

    /// The selected text.
    pub fn selected(&self) -> &str {
        self.text.get(self.selection()).unwrap_or_default()
    }

    /// Puts another text in its place; can be undone.
    pub fn set(&mut self, text: &str) {
        let text = if self.lines { text.to_owned() } else { in_one_line(text) };
        self.replace(0..self.text.len(), &text, false);
    }

    fn replace(&mut self, range: Range<usize>, with: &str, typing: bool) {
        self.caret = self.history.replace(&mut self.text, range, with, self.caret, typing);
        (self.anchor, self.goal) = (None, None);
    }

    /// Types a character over the selection.
    pub fn type_char(&mut self, c: char) {
        let typing = !c.is_whitespace() && self.selection().is_empty();
        self.replace(self.selection(), c.encode_utf8(&mut [0; 4]), typing);
    }

    /// Puts in a text, as pasted. Of what it holds only line breaks change: a terminal sends them as CR, and one
    /// line has room for none.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.lines { text } else { in_one_line(text.trim_matches('\n')) };
        self.replace(self.selection(), &text, false);
    }

    /// Begins a new line, where it may have many.
    pub fn new_line(&mut self) {
        if self.lines {
            self.replace(self.selection(), "\n", false);
        }
    }

    /// Deletes the selection, or what a move in the text would pass over.
    pub fn delete(&mut self, over: Move) {
        let range = match self.selection() {
            range if !range.is_empty() => range,
            _ => {
                let to = self.in_text(over);
                to.min(self.caret)..to.max(self.caret)
            }
        };
        if !range.is_empty() {
            self.replace(range, "", false);
        }
    }

    /// Takes the selected text out.
    pub fn cut(&mut self, clip: &mut Clip) {
        clip.copy(self.selected());
        if !self.selection().is_empty() {
            self.replace(self.selection(), "", false);
        }
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.anchor = Some(0);
        self.caret = self.text.len();
        self.goal = None;
        self.history.pause();
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        if let Some(caret) = self.history.undo(&mut self.text) {
            (self.caret, self.anchor, self.goal) = (caret, None, None);
        }
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) {
        if let Some(caret) = self.history.redo(&mut self.text) {
            (self.caret, self.anchor, self.goal) = (caret, None, None);
        }
    }

    /// Moves the caret; `select` keeps the other end of the selection where it is. False if it could not move.
    pub fn go(&mut self, by: Move, select: bool, mode: Mode) -> bool {
        let rows = if on_screen(by) { self.rows(mode) } else { Vec::new() };
        let leaves = !select && !self.selection().is_empty() && matches!(by, Move::Left | Move::Right);
        let to = match by {
            _ if leaves => self.edge(&rows, by),
            Move::Left | Move::Right => step(&rows, self.caret, by, runs_rtl(&rows)).unwrap_or(self.caret),
            Move::WordLeft | Move::WordRight => {
                let to = word_step(&rows, &self.text, self.caret, by, runs_rtl(&rows));
                to.unwrap_or(self.caret)
            }
            Move::Up | Move::Down | Move::PageUp | Move::PageDown => self.by_rows(&rows, by),
            by => self.in_text(by),
        };
        if !matches!(by, Move::Up | Move::Down | Move::PageUp | Move::PageDown) {
            self.goal = None;
        }
        self.anchor = if select { Some(self.anchor.unwrap_or(self.caret)) } else { None };
        self.history.pause();
        let moved = to != self.caret || leaves;
        self.caret = to;
        moved
    }

    /// Whether the paragraph that the caret is in runs right to left.
    pub fn runs_rtl(&self, mode: Mode) -> bool {
        let rows = self.rows(mode);
        rows.get(row_of(&rows, self.caret)).is_some_and(|row| row.rtl)
    }

    fn in_text(&self, by: Move) -> usize {
        match by {
            Move::Next => bidi::after(&self.text, self.caret),
            Move::Previous => bidi::before(&self.text, self.caret),
            Move::NextWord => next_word(&self.text, self.caret),
            Move::PreviousWord => previous_word(&self.text, self.caret),
            Move::Start => self.line_start(),
            Move::End => self.line_end(),
            Move::First => 0,
            Move::Last => self.text.len(),
            _ => self.caret,
        }
    }

    /// The end of the selection that an arrow points to.
    fn edge(&self, rows: &[Row], to: Move) -> usize {
        let Range { start, end } = self.selection();
        let (from, until) = (row_of(rows, start), row_of(rows, end));
        let Some((first, last)) = rows.get(from).zip(rows.get(until)) else { return self.caret };
        let end_is_left = match from == until {
            true => first.caret(end) < first.caret(start),
            false => last.rtl,
        };
        if end_is_left == (to == Move::Left) { end } else { start }
    }

    /// Where the caret goes by rows; the column that it began in is remembered.
    fn by_rows(&mut self, rows: &[Row], by: Move) -> usize {
        let (at, page) = (row_of(rows, self.caret), usize::from(self.size.get().1.max(1)));
        let to = match by {
            Move::Up => at.checked_sub(1),
            Move::Down => Some(at + 1).filter(|to| *to < rows.len()),
            Move::PageUp => Some(at.saturating_sub(page)),
            _ => Some((at + page).min(rows.len().saturating_sub(1))),
        };
        let Some((from, to)) = rows.get(at).zip(to.and_then(|to| rows.get(to))) else { return self.caret };
        let width = usize::from(self.size.get().0);
        let goal = self.goal.unwrap_or_else(|| column(from, self.caret, width));
        self.goal = Some(goal);
        nearest(to, goal, width)
    }

    fn line_start(&self) -> usize {
        self.text.get(..self.caret).and_then(|head| head.rfind('\n')).map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        let tail = self.text.get(self.caret..).unwrap_or_default();
        self.caret + tail.find('\n').unwrap_or(tail.len())
    }

    /// The rows at the width of the last drawing; one column is left for the caret.
    pub fn rows(&self, mode: Mode) -> Vec<Row> {
        let width = match self.lines {
            true => usize::from(self.size.get().0.saturating_sub(1).max(1)),
            // One line is one row, however long.
            false => usize::MAX / 4,
        };
        mode.layout(&self.text, width, self.base()).into_iter().map(Row::with_end).collect()
    }

    /// The direction of what is typed: where nothing tells it yet, that of the interface.
    fn base(&self) -> Base {
        match self.text.contains(char::is_alphabetic) {
            true => Base::Auto,
            false => line_base(),
        }
    }

    /// Says in how many columns and rows it is drawn.
    pub fn drawn_in(&self, width: u16, height: u16) {
        self.size.set((width, height));
    }

    /// The first of `height` rows to draw, so that the caret's row is among them.
    pub fn scroll(&self, caret_row: usize, height: usize) -> usize {
        let top = self.top.get().clamp((caret_row + 1).saturating_sub(height), caret_row);
        self.top.set(top);
        top
    }
}

/// Whether a text runs right to left as a whole: as its first paragraph does.
fn runs_rtl(rows: &[Row]) -> bool {
    rows.first().is_some_and(|row| row.rtl)
}

/// Whether a move depends on how the text lies on the screen.
fn on_screen(by: Move) -> bool {
    use Move::{Down, Left, PageDown, PageUp, Right, Up, WordLeft, WordRight};
    matches!(by, Left | Right | Up | Down | PageUp | PageDown | WordLeft | WordRight)
}

/// A text without line breaks: each, with the blanks around it, as one blank.
fn in_one_line(text: &str) -> String {
    let blank = |c: char| matches!(c, ' ' | '\t');
    let mut lines = text.split(['\n', '\r']);
    let mut line = lines.next().unwrap_or_default().to_owned();
    for next in lines {
        let next = next.trim_start_matches(blank);
        line.truncate(line.trim_end_matches(blank).len());
        if !next.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(next);
        }
    }
    line
}
