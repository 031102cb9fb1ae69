//! Units -> rows, in logical order.

use super::cluster::{Kind, Unit};
use std::ops::Range;
use unicode_linebreak::linebreaks;

/// The units and bytes of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The units that are shown.
    pub units: Range<usize>,
    /// The bytes covered, with swallowed blanks and the line break.
    pub source: Range<usize>,
    /// Whether a caret may stand behind the last unit: not where a word was cut, since there the
    /// same place is the start of the next row.
    pub has_end: bool,
}

/// Wraps a paragraph; `end` is the end of its line break.
pub(super) fn rows(text: &str, units: &[Unit], part: Range<usize>, end: usize, width: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let content = text.get(part.clone()).unwrap_or_default();
    let breaks = linebreaks(content).filter(|&(at, _)| !begins_with_hyphen(content, at));
    let mut breaks = breaks.map(|(at, _)| part.start + at).peekable();
    let (mut start, mut columns, mut best) = (0, 0, None);
    for (i, unit) in units.iter().enumerate() {
        while breaks.next_if(|&at| at < unit.start).is_some() {}
        if i > start && breaks.peek() == Some(&unit.start) {
            best = Some(i);
        }
        // Blanks hang over the edge: only what follows them moves to the next row.
        while !unit.is_blank() && i > start && columns + usize::from(unit.width) > width {
            let cut = best.take().unwrap_or(i);
            pieces.push(piece(units, start..cut, width, part.end));
            start = cut;
            columns = columns_of(units, start..i);
        }
        columns += usize::from(unit.width);
    }
    let mut last = piece(units, start..units.len(), width, part.end);
    last.source = first_byte(units, start, part.end)..end;
    last.units = start..fitting(units, start..units.len(), width);
    last.has_end = true;
    pieces.push(last);
    pieces
}

/// Whether only the hyphens that begin a word stand before this place in it: rule LB20a of UAX #14, which the tables
/// used here do not have yet, for what is typed: `-o`, `--lang`.
fn begins_with_hyphen(content: &str, at: usize) -> bool {
    let before = content.get(..at).unwrap_or_default();
    let lead = before.trim_end_matches('-');
    let letter = content.get(at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    lead.len() < before.len() && letter && !lead.ends_with(|c: char| c.is_ascii() && !" \t([`\"'".contains(c))
}

/// One row of at most `width` columns: what does not fit is left out and `…` put in its place.
pub(super) fn cut(text: &str, units: &mut Vec<Unit>, width: usize, rtl: bool) -> Piece {
    let whole = units.last().map_or(0, |unit| unit.end) == text.len();
    if !(whole && columns_of(units, 0..units.len()) <= width) {
        let (mut kept, mut columns) = (0, 0);
        for unit in units.iter() {
            columns += usize::from(unit.width);
            if columns >= width {
                break;
            }
            kept += 1;
        }
        let start = units.get(kept).map_or(text.len(), |unit| unit.start);
        units.truncate(kept);
        if width > 0 {
            units.push(Unit::ellipsis(start..text.len(), rtl));
        }
    }
    Piece { units: 0..units.len(), source: 0..text.len(), has_end: true }
}

/// A row that another row follows.
fn piece(units: &[Unit], range: Range<usize>, width: usize, end: usize) -> Piece {
    let shown = trimmed(units, range.clone());
    // A row of blanks alone keeps those that fit: they are all there is to see of it.
    let shown = if shown == range.start { fitting(units, range.clone(), width) } else { shown };
    let source = first_byte(units, range.start, end)..first_byte(units, range.end, end);
    Piece { units: range.start..shown, source, has_end: shown < range.end }
}

fn first_byte(units: &[Unit], at: usize, end: usize) -> usize {
    units.get(at).map_or(end, |unit| unit.start)
}

/// The end of a range of units without the blanks at its end.
fn trimmed(units: &[Unit], range: Range<usize>) -> usize {
    let shown = units.get(range.clone()).unwrap_or_default();
    range.start + shown.iter().rposition(|unit| !unit.is_blank()).map_or(0, |last| last + 1)
}

/// The end of a range of units without those of the blanks at its end that do not fit.
fn fitting(units: &[Unit], range: Range<usize>, width: usize) -> usize {
    let mut columns = columns_of(units, range.clone());
    let mut end = range.end;
    while columns > width && end > range.start {
        let Some(unit) = units.get(end - 1).filter(|unit| unit.is_blank()) else { break };
        columns -= usize::from(unit.width);
        end -= 1;
    }
    end
}

fn columns_of(units: &[Unit], range: Range<usize>) -> usize {
    units.get(range).unwrap_or_default().iter().map(|unit| usize::from(unit.width)).sum()
}

impl Unit {
    fn ellipsis(bytes: Range<usize>, rtl: bool) -> Unit {
        Unit {
            start: bytes.start,
            end: bytes.end,
            base: '…',
            form: None,
            second: 0,
            width: 1,
            level: u8::from(rtl),
            kind: Kind::Ellipsis,
            joiner: None,
        }
    }
}
