//! An editor of one line or many over rows of `bidi`: arrows move on the screen, all else in the text.

pub mod keys;

use super::paint::rows;
use crate::bidi::{Base, Mode, Row};
use std::cell::Cell;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A text with a caret in it.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    text: String,
    caret: usize,
    anchor: Option<usize>,
    lines: bool,
    past: Vec<State>,
    future: Vec<State>,
    /// Whether the last change was the typing of a letter, so that a word is undone at once.
    typing: bool,
    /// The columns that it was last drawn in.
    width: Cell<u16>,
    /// The first row that was last drawn.
    top: Cell<usize>,
}

#[derive(Debug, Clone)]
struct State {
    text: String,
    caret: usize,
}

/// A way to move the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One place to the left on the screen.
    Left,
    /// One place to the right on the screen.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// To the start of the next word in the text.
    NextWord,
    /// To the start of this or the previous word.
    PreviousWord,
    /// To the start of the line.
    Start,
    /// To its end.
    End,
}

const STEPS_KEPT: usize = 200;

impl Editor {
    /// An editor of one line.
    pub fn line(text: &str) -> Editor {
        let text: String = text.split(['\n', '\r']).collect::<Vec<_>>().join(" ");
        Editor { caret: text.len(), text, width: Cell::new(80), ..Editor::default() }
    }

    /// An editor of many lines.
    pub fn lines(text: &str) -> Editor {
        Editor {
            lines: true,
            caret: text.len(),
            text: text.into(),
            width: Cell::new(80),
            ..Editor::default()
        }
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

    /// Puts another text in its place; can be undone.
    pub fn set(&mut self, text: &str) {
        self.keep(false);
        self.text = if self.lines { text.to_owned() } else { Editor::line(text).text };
        self.caret = self.text.len();
        self.anchor = None;
    }

    fn keep(&mut self, typing: bool) {
        if !(typing && self.typing) {
            self.past.push(State { text: self.text.clone(), caret: self.caret });
            if self.past.len() > STEPS_KEPT {
                self.past.remove(0);
            }
        }
        self.typing = typing;
        self.future.clear();
    }

    fn replace(&mut self, range: Range<usize>, with: &str) {
        if self.text.get(range.clone()).is_some() {
            self.text.replace_range(range.clone(), with);
            self.caret = range.start + with.len();
        }
        self.anchor = None;
    }

    /// Types a character over the selection.
    pub fn type_char(&mut self, c: char) {
        self.keep(!c.is_whitespace() && self.selection().is_empty());
        self.replace(self.selection(), c.encode_utf8(&mut [0; 4]));
    }

    /// Puts in a text, as pasted.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.lines { text } else { text.trim_end_matches('\n').replace('\n', " ") };
        self.keep(false);
        self.replace(self.selection(), &text);
    }

    /// Begins a new line, where it may have many.
    pub fn new_line(&mut self) {
        if self.lines {
            self.keep(false);
            self.replace(self.selection(), "\n");
        }
    }

    /// Deletes the selection, or what a move would pass over.
    pub fn delete(&mut self, over: Move) {
        let range = match self.selection() {
            range if !range.is_empty() => range,
            _ => {
                let to = match over {
                    Move::Left => self.before(self.caret),
                    Move::Right => self.after(self.caret),
                    Move::Start => self.line_start(),
                    Move::End => self.line_end(),
                    over => self.target(over, Mode::App),
                };
                to.min(self.caret)..to.max(self.caret)
            }
        };
        if !range.is_empty() {
            self.keep(false);
            self.replace(range, "");
        }
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.anchor = Some(0);
        self.caret = self.text.len();
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        if let Some(state) = self.past.pop() {
            self.future.push(State { text: std::mem::take(&mut self.text), caret: self.caret });
            self.restore(state);
        }
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) {
        if let Some(state) = self.future.pop() {
            self.past.push(State { text: std::mem::take(&mut self.text), caret: self.caret });
            self.restore(state);
        }
    }

    fn restore(&mut self, state: State) {
        (self.text, self.caret) = (state.text, state.caret);
        self.anchor = None;
        self.typing = false;
    }

    /// Moves the caret; `select` keeps the other end of the selection where it is. False if it could not move.
    pub fn go(&mut self, by: Move, select: bool, mode: Mode) -> bool {
        let to = self.target(by, mode);
        self.anchor = if select { Some(self.anchor.unwrap_or(self.caret)) } else { None };
        self.typing = false;
        let moved = to != self.caret;
        self.caret = to;
        moved
    }

    fn target(&self, by: Move, mode: Mode) -> usize {
        match by {
            Move::NextWord => next_word(&self.text, self.caret),
            Move::PreviousWord => previous_word(&self.text, self.caret),
            Move::Start => self.line_start(),
            Move::End => self.line_end(),
            Move::Left | Move::Right | Move::Up | Move::Down => {
                step(&self.rows(mode), self.caret, by).unwrap_or(self.caret)
            }
        }
    }

    fn before(&self, at: usize) -> usize {
        let head = self.text.get(..at).unwrap_or_default();
        at - head.graphemes(true).next_back().map_or(0, str::len)
    }

    fn after(&self, at: usize) -> usize {
        let tail = self.text.get(at..).unwrap_or_default();
        at + tail.graphemes(true).next().map_or(0, str::len)
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
        let width = if self.lines { self.width.get().saturating_sub(1).max(1) } else { u16::MAX / 2 };
        rows(mode, &self.text, width, Base::Auto).into_iter().map(Row::with_end).collect()
    }

    /// Says in how many columns it is drawn.
    pub fn drawn_in(&self, width: u16) {
        self.width.set(width);
    }

    /// The first of `height` rows to draw, so that the caret's row is among them.
    pub fn scroll(&self, caret_row: usize, height: usize) -> usize {
        let top = self.top.get().clamp((caret_row + 1).saturating_sub(height), caret_row);
        self.top.set(top);
        top
    }
}

/// The row that a caret before this byte is in.
pub fn row_of(rows: &[Row], byte: usize) -> usize {
    rows.iter().rposition(|row| row.source.start <= byte).unwrap_or(0)
}

/// Where the caret goes by a move on the screen; none if it cannot move.
pub fn step(rows: &[Row], caret: usize, by: Move) -> Option<usize> {
    let at = row_of(rows, caret);
    let row = rows.get(at)?;
    let next = || rows.get(at + 1).map(|row| row.source.start);
    let previous = || at.checked_sub(1).and_then(|at| rows.get(at)).map(last_stop);
    match by {
        Move::Left => row.left(caret).or_else(|| if row.rtl { next() } else { previous() }),
        Move::Right => row.right(caret).or_else(|| if row.rtl { previous() } else { next() }),
        Move::Up => at.checked_sub(1).and_then(|to| rows.get(to)).map(|to| below(row, caret, to)),
        Move::Down => rows.get(at + 1).map(|to| below(row, caret, to)),
        _ => None,
    }
}

/// The byte in `to` nearest to the column of the caret in `from`, both at their own edge.
pub fn below(from: &Row, caret: usize, to: &Row) -> usize {
    let column = from.caret(caret).unwrap_or(0);
    let column = match (from.rtl, to.rtl) {
        (true, true) => {
            let from_right = from.width().saturating_sub(column + 1);
            match to.width().checked_sub(from_right + 1) {
                Some(column) => column,
                None => return last_stop(to),
            }
        }
        (false, false) => column,
        _ => return to.source.start,
    };
    to.hit(column)
}

/// The last place of a caret that is still in this row.
pub fn last_stop(row: &Row) -> usize {
    let stop = if row.rtl { row.hit(0) } else { row.hit(row.width()) };
    row.cells.iter().map(|cell| cell.source.start).max().map_or(stop, |last| last.max(stop))
}

/// The start of the next word.
pub fn next_word(text: &str, from: usize) -> usize {
    let tail = text.get(from..).unwrap_or_default();
    let words = tail.split_word_bound_indices().skip(1);
    let found = words.into_iter().find(|(_, w)| w.chars().any(char::is_alphanumeric));
    found.map_or(text.len(), |(at, _)| from + at)
}

/// The start of this word, or of the one before.
pub fn previous_word(text: &str, from: usize) -> usize {
    let head = text.get(..from).unwrap_or_default();
    let found = head.split_word_bound_indices().rfind(|(_, w)| w.chars().any(char::is_alphanumeric));
    found.map_or(0, |(at, _)| at)
}
