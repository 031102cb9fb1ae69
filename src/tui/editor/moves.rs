//! Where a caret goes: on the screen, as the rows lie, or in the text.

use crate::bidi::{Row, row_of};
use crate::settings::Arrows;
use unicode_segmentation::UnicodeSegmentation;

/// What a move to the left or right means in a paragraph that runs right to left, or does not: where arrows follow the
/// text, the one that points the way the paragraph runs leads on.
pub fn meant(arrows: Arrows, by: Move, rtl: bool) -> Move {
    match (arrows, by) {
        (Arrows::Visual, by) => by,
        (_, Move::Left) if rtl => Move::Next,
        (_, Move::Left) => Move::Previous,
        (_, Move::Right) if rtl => Move::Previous,
        (_, Move::Right) => Move::Next,
        (_, Move::WordLeft) if rtl => Move::NextWord,
        (_, Move::WordLeft) => Move::PreviousWord,
        (_, Move::WordRight) if rtl => Move::PreviousWord,
        (_, Move::WordRight) => Move::NextWord,
        (_, by) => by,
    }
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
    /// As many rows up as are shown.
    PageUp,
    /// As many rows down.
    PageDown,
    /// To the nearest start of a word to the left on the screen.
    WordLeft,
    /// The same to the right.
    WordRight,
    /// One letter on in the text.
    Next,
    /// One letter back in the text.
    Previous,
    /// To the start of the next word in the text.
    NextWord,
    /// To the start of this or the previous word.
    PreviousWord,
    /// To the start of the line.
    Start,
    /// To its end.
    End,
    /// To the start of the text.
    First,
    /// To its end.
    Last,
}

/// Where the caret goes by one step to the left or right on the screen; none if it cannot move. Beyond the edge of a
/// row it goes on at the other edge of the row before or after: the one after where the arrow points the way the text
/// as a whole runs, `rtl`. So the two arrows undo each other also between paragraphs of unlike direction.
pub fn step(rows: &[Row], caret: usize, by: Move, rtl: bool) -> Option<usize> {
    let at = row_of(rows, caret);
    let row = rows.get(at)?;
    let inside = if by == Move::Left { row.left(caret) } else { row.right(caret) };
    inside.or_else(|| {
        let to = if leads_on(by, rtl) { Some(at + 1) } else { at.checked_sub(1) };
        rows.get(to?).map(|row| entered(row, by))
    })
}

/// Whether an arrow beyond the edge of a row leads to the next one.
pub fn leads_on(by: Move, rtl: bool) -> bool {
    (by == Move::Left) == rtl
}

/// Where the caret comes into a row by a move to the left or right.
pub fn entered(row: &Row, by: Move) -> usize {
    let places = row.places();
    let place = if by == Move::Left { places.last() } else { places.first() };
    place.copied().unwrap_or(row.source.start)
}

/// Where the caret goes by steps on the screen, at least one, up to the start of a word; none if it cannot move.
pub fn word_step(rows: &[Row], text: &str, caret: usize, by: Move, rtl: bool) -> Option<usize> {
    let by = if by == Move::WordLeft { Move::Left } else { Move::Right };
    let starts: Vec<usize> = text.split_word_bound_indices().filter(is_word).map(|(at, _)| at).collect();
    let begins = |place: &usize| starts.binary_search(place).is_ok();
    let (mut at, mut moved) = (caret, None);
    for _ in rows {
        let row = rows.get(row_of(rows, at))?;
        let places = row.places();
        let here = row.place_of(&places, at)?;
        let found = match by {
            Move::Left => places.get(..here)?.iter().rfind(|place| begins(place)),
            _ => places.get(here + 1..)?.iter().find(|place| begins(place)),
        };
        if let Some(found) = found {
            return Some(*found);
        }
        let edge = if by == Move::Left { places.first() } else { places.last() };
        at = edge.copied().unwrap_or(at);
        moved = Some(at).filter(|at| *at != caret).or(moved);
        at = match step(rows, at, by, rtl) {
            Some(next) if begins(&next) => return Some(next),
            Some(next) => next,
            None => return moved,
        };
        moved = Some(at);
    }
    moved
}

/// The column of the caret where rows lie at their own edge of so many columns.
pub fn column(row: &Row, caret: usize, width: usize) -> usize {
    indent(row, width) + row.caret(caret).unwrap_or(0)
}

/// The byte of a row that is nearest to a column, as [`column()`] counts them.
pub fn nearest(row: &Row, column: usize, width: usize) -> usize {
    match column.checked_sub(indent(row, width)) {
        // The cell behind a word that is cut stands for the start of the next row.
        Some(inside) if inside < row.width() => row.hit(inside).min(row.last()),
        _ => row.last(),
    }
}

fn indent(row: &Row, width: usize) -> usize {
    if row.rtl { width.saturating_sub(row.width()) } else { 0 }
}

/// The start of the next word.
pub fn next_word(text: &str, from: usize) -> usize {
    let tail = text.get(from..).unwrap_or_default();
    let found = tail.split_word_bound_indices().skip(1).find(is_word);
    found.map_or(text.len(), |(at, _)| from + at)
}

/// The start of this word, or of the one before.
pub fn previous_word(text: &str, from: usize) -> usize {
    let head = text.get(..from).unwrap_or_default();
    head.split_word_bound_indices().rfind(is_word).map_or(0, |(at, _)| at)
}

fn is_word((_, part): &(usize, &str)) -> bool {
    part.chars().any(char::is_alphanumeric)
}
