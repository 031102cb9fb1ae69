//! Logical text -> terminal rows: wrap, levels, joining, visual order, mirroring, caret. Pure: no
//! terminal type, no I/O, no environment but what [`detect`] is handed.
//!
//! One paragraph goes through these steps, one file each:
//!
//! 1. `cluster`: text -> units, each of which takes whole cells; unsafe characters become tokens.
//! 2. `island`: addresses, paths, handles and dates, which keep their own left-to-right order.
//! 3. `level`: UAX #9 embedding levels, with every island isolated.
//! 4. `shape`: joined forms of Arabic letters; lam-alef becomes one unit.
//! 5. `wrap`: units -> rows at UAX #14 opportunities, in logical order.
//! 6. `row`: a row's cells in visual order, mirrored; caret and mouse in both directions.
//!
//! `emit` then adapts a finished screen row to what the terminal itself does with Arabic; `host` says which
//! terminal that is, and what it must be told.
//!
//! Bidi embeddings, overrides and isolates in a text are shown as tokens and do not act, so that no
//! hidden character turns text round; the marks LRM, RLM and ALM are shown and act as the invisible
//! letters that they are. A tab is one blank cell.

mod cluster;
mod emit;
mod host;
mod island;
mod level;
mod row;
mod shape;
mod wrap;

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use emit::{Mode, Symbol, UnknownMode, cursor_for, emit, emit_for};
pub use host::{Frame, Host, detect};
pub use row::{Cell, Row};

use cluster::Unit;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The direction of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Base {
    /// That of the first strong character outside islands; left to right if there is none.
    #[default]
    Auto,
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The rows of a text in `width` columns, at least one: split at line breaks, wrapped by UAX #14,
/// words wider than a row cut. The rows' sources follow each other without gap; a line break belongs
/// to the row that it ends. Leave one column free for the caret of an editor, see [`Row::with_end`].
pub fn layout(text: &str, width: usize, base: Base) -> Vec<Row> {
    lay_out(text, width, base, true)
}

/// As [`layout`], of a text on one line in which these bytes, in order, are other texts: each keeps its own order and
/// direction among what stands around it.
pub fn layout_among(text: &str, values: &[Range<usize>], width: usize, base: Base) -> Vec<Row> {
    let mut units = cluster::units(text, 0..text.len(), usize::MAX);
    let rtl = level::assign_with_values(text, values, &mut units, base);
    shape::join(text, &mut units);
    let pieces = wrap::rows(text, &units, 0..text.len(), text.len(), width.max(1));
    pieces.into_iter().map(|piece| row::build(text, &units, piece, rtl)).collect()
}

/// As [`layout`], in logical order and unshaped: for [`Mode::Off`].
pub fn layout_logical(text: &str, width: usize) -> Vec<Row> {
    lay_out(text, width, Base::Ltr, false)
}

/// A text in one row: line breaks and tabs as a blank, cut in logical order with `…` if too wide.
pub fn line(text: &str, width: usize, base: Base) -> Row {
    one_line(text, width, base, true)
}

/// As [`line()`], in logical order and unshaped: for [`Mode::Off`].
pub fn line_logical(text: &str, width: usize) -> Row {
    one_line(text, width, Base::Ltr, false)
}

/// The columns that a text takes in one row.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return text.len();
    }
    let mut units = cluster::units(text, 0..text.len(), usize::MAX);
    level::assign(text, &mut units, Base::Auto);
    shape::join(text, &mut units);
    units.iter().map(|unit| usize::from(unit.width)).sum()
}

/// The row of a layout that a caret before this byte is drawn in.
pub fn row_of(rows: &[Row], byte: usize) -> usize {
    rows.partition_point(|row| row.source.start <= byte).saturating_sub(1)
}

/// The byte before which the letter begins that stands before this byte: what a caret passes over, or a key deletes,
/// going back in the text. A letter goes with its marks; an unsafe character is one of its own, as it is shown.
pub fn before(text: &str, byte: usize) -> usize {
    let head = text.get(..byte).unwrap_or_default();
    let start = byte - head.graphemes(true).next_back().map_or(0, str::len);
    cluster::units(text, start..byte, usize::MAX).last().map_or(start, |unit| unit.start)
}

/// As [`before`], going on in the text: the end of the letter behind this byte.
pub fn after(text: &str, byte: usize) -> usize {
    let tail = text.get(byte..).unwrap_or_default();
    let end = byte + tail.graphemes(true).next().map_or(0, str::len);
    cluster::units(text, byte..end, usize::MAX).first().map_or(end, |unit| unit.end)
}

fn lay_out(text: &str, width: usize, base: Base, visual: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (paragraph, end) in paragraphs(text) {
        let (units, rtl) = prepare(text, paragraph.clone(), usize::MAX, base, visual);
        let pieces = wrap::rows(text, &units, paragraph, end, width.max(1));
        rows.extend(pieces.into_iter().map(|piece| row::build(text, &units, piece, rtl)));
    }
    rows
}

fn one_line(text: &str, width: usize, base: Base, visual: bool) -> Row {
    // Joining can halve the columns, so twice as many are looked at; the rest is out of sight.
    let reach = width.saturating_mul(2).saturating_add(64);
    let (mut units, rtl) = prepare(text, 0..text.len(), reach, base, visual);
    let piece = wrap::cut(text, &mut units, width, rtl);
    row::build(text, &units, piece, rtl)
}

/// Units with levels and forms, and the direction of the paragraph.
fn prepare(text: &str, part: Range<usize>, reach: usize, base: Base, visual: bool) -> (Vec<Unit>, bool) {
    let mut units = cluster::units(text, part, reach);
    if !visual {
        return (units, false);
    }
    let rtl = level::assign(text, &mut units, base);
    shape::join(text, &mut units);
    (units, rtl)
}

/// Byte ranges of the paragraphs, each with the end of its line break.
fn paragraphs(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let rest = text.get(from..)?;
        let Some(at) = memchr::memchr(b'\n', rest.as_bytes()) else {
            start = None;
            return Some((from..text.len(), text.len()));
        };
        let content = rest.get(..at).unwrap_or_default();
        let content = content.strip_suffix('\r').unwrap_or(content);
        start = Some(from + at + 1);
        Some((from..from + content.len(), from + at + 1))
    })
}
