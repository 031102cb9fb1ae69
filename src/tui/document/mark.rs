//! Marking a span: for a new claim, or for the span of one that is there.

use super::DocumentView;
use crate::bidi::{after, before, row_of};
use crate::model::Id;
use crate::settings::Arrows;
use crate::tui::editor::{
    Move, column, entered, leads_on, meant, nearest, next_word, previous_word, step, word_step,
};
use std::ops::Range;

/// What a mark is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A claim to add.
    Add,
    /// The span of this claim.
    Span(Id),
}

/// A caret in the document, and where the marked span began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The byte before which the caret stands.
    pub caret: usize,
    /// The other end; none until marking begins.
    pub anchor: Option<usize>,
    /// What it is for.
    pub purpose: Purpose,
}

impl Mark {
    /// The marked bytes; empty if nothing is.
    pub fn bytes(&self) -> Range<usize> {
        let anchor = self.anchor.unwrap_or(self.caret);
        anchor.min(self.caret)..anchor.max(self.caret)
    }
}

impl DocumentView {
    /// Shows a caret, at the claim or at the top of the screen, whichever is seen.
    pub fn begin_mark(&mut self) {
        if !self.loaded() {
            return;
        }
        let top = self.top_byte();
        let claim = self.at().and_then(|at| self.bytes_of(at)).map(|b| b.start);
        let seen = claim.filter(|start| *start >= top && self.spot(*start) <= self.bottom());
        self.mark = Some(Mark { caret: seen.unwrap_or(top), anchor: None, purpose: Purpose::Add });
    }

    fn bottom(&self) -> super::Spot {
        self.forward(self.top.get(), self.room() - 1)
    }

    /// Marks the current claim's span, to change it; when the text is there.
    pub fn begin_span(&mut self) {
        self.mark_span = !self.loaded();
        let Some((id, bytes)) =
            self.at().and_then(|at| Some((self.claims.get(at)?.id.clone(), self.bytes_of(at)?)))
        else {
            return;
        };
        self.mark = Some(Mark { caret: bytes.end, anchor: Some(bytes.start), purpose: Purpose::Span(id) });
        self.follow(bytes.end);
    }

    /// The marked span begins at the caret.
    pub fn set_anchor(&mut self) {
        if let Some(mark) = &mut self.mark {
            mark.anchor = Some(mark.caret);
        }
    }

    /// The caret goes to the other end.
    pub fn swap_ends(&mut self) {
        if let Some(mark) = &mut self.mark
            && let Some(anchor) = mark.anchor.replace(mark.caret)
        {
            mark.caret = anchor;
            self.follow.set(Some(anchor));
        }
    }

    /// Ends marking.
    pub fn drop_mark(&mut self) {
        self.mark = None;
    }

    /// The marked span in code points, without blanks at its ends; none if nothing is marked.
    pub fn marked_points(&self) -> Option<(usize, usize)> {
        let text = self.text()?;
        let bytes = self.mark.as_ref()?.bytes();
        let words = text.text().get(bytes.clone())?;
        let start = bytes.start + (words.len() - words.trim_start().len());
        let end = start + words.trim().len();
        (start < end).then(|| (text.point(start), text.point(end)))
    }

    /// Moves the caret.
    pub fn move_caret(&mut self, by: Move, arrows: Arrows) {
        let Some(caret) = self.mark.as_ref().map(|m| m.caret) else { return };
        let to = self.target(caret, meant(arrows, by, self.runs_rtl(caret)));
        if let Some(mark) = &mut self.mark {
            mark.caret = to;
        }
        self.follow.set(Some(to));
    }

    fn target(&self, caret: usize, by: Move) -> usize {
        let Some(text) = self.text() else { return caret };
        let piece = text.piece_of(caret);
        let (start, words) = (text.range(piece).start, text.piece(piece));
        let (here, end) = (caret - start, words.len());
        let row = || {
            let rows = self.rows(piece);
            rows.get(row_of(&rows, here)).cloned()
        };
        match by {
            Move::NextWord => match next_word(words, here) {
                to if to == end && here < end => start + end,
                to if to == end => text.range(piece).end,
                to => start + to,
            },
            Move::PreviousWord if here == 0 => start.saturating_sub(1).min(caret),
            Move::PreviousWord => start + previous_word(words, here),
            Move::Start => row().map_or(caret, |row| start + row.source.start),
            Move::End => row().map_or(caret, |row| start + row.last()),
            Move::Next => after(text.text(), caret),
            Move::Previous => before(text.text(), caret),
            by => match self.within(piece, here, by) {
                Some(to) => start + to,
                None => self.leave(piece, here, by).unwrap_or(caret),
            },
        }
    }

    /// Whether the paragraph of a byte runs right to left.
    fn runs_rtl(&self, byte: usize) -> bool {
        let piece = self.text().map_or(0, |text| text.piece_of(byte));
        self.rows(piece).first().is_some_and(|row| row.rtl)
    }

    /// Where the caret goes inside its piece.
    fn within(&self, piece: usize, here: usize, by: Move) -> Option<usize> {
        let (rows, width) = (self.rows(piece), self.columns());
        let at = row_of(&rows, here);
        let beside =
            |to: Option<usize>| Some(nearest(rows.get(to?)?, column(rows.get(at)?, here, width), width));
        match by {
            Move::Up => beside(at.checked_sub(1)),
            Move::Down => beside(Some(at + 1)),
            Move::WordLeft | Move::WordRight => {
                let words = self.text().map_or("", |text| text.piece(piece));
                word_step(&rows, words, here, by, self.runs_rtl(0))
            }
            by => step(&rows, here, by, self.runs_rtl(0)),
        }
    }

    /// The caret's place in the piece before or after this one.
    fn leave(&self, piece: usize, here: usize, by: Move) -> Option<usize> {
        let text = self.text()?;
        let rows = self.rows(piece);
        let row = rows.get(row_of(&rows, here))?;
        let by = match by {
            Move::WordLeft => Move::Left,
            Move::WordRight => Move::Right,
            by => by,
        };
        let on = match by {
            Move::Down => true,
            Move::Up => false,
            by => leads_on(by, self.runs_rtl(0)),
        };
        let to = if on { piece + 1 } else { piece.checked_sub(1)? };
        if to >= text.len() {
            return None;
        }
        let start = text.range(to).start;
        let (rows, width) = (self.rows(to), self.columns());
        let next = if on { rows.first()? } else { rows.last()? };
        Some(match by {
            Move::Down | Move::Up => start + nearest(next, column(row, here, width), width),
            by => start + entered(next, by),
        })
    }
}
