//! Unicode's own tests, run against this room with islands off.
//!
//! Slices of BidiCharacterTest, BidiTest and LineBreakTest lie beside this file. With `HUDNA_UNICODE_DATA` set to a
//! folder that holds the Unicode Character Database (Debian's package unicode-data), all lines are taken, as `.ci/run`
//! does. What is left out: embeddings, overrides and isolates in whole rows, since here they are shown and do not act
//! (the levels alone are tested with them); and paragraph separators, since every paragraph is laid out by itself.

mod bidi;
mod line_break;

use super::*;

/// The lines of a test file without comments: all where the database is at hand, else the slice.
fn each_line(slice: &str, file: &str, mut each: impl FnMut(&str)) {
    let whole = std::env::var_os("HUDNA_UNICODE_DATA")
        .map(|folder| std::fs::read_to_string(std::path::Path::new(&folder).join(file)).unwrap());
    for line in whole.as_deref().unwrap_or(slice).lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if !line.is_empty() {
            each(line);
        }
    }
}

/// Numbers of the characters that a row shows from left to right; those of one cell count once, by the first.
fn order_of(text: &str, base: Base) -> Vec<usize> {
    let mut units = cluster::units(text, 0..text.len(), usize::MAX);
    let rtl = level::assign_among(&[], &mut units, base);
    shape::join(text, &mut units);
    let piece = wrap::cut(text, &mut units, usize::MAX, rtl);
    let row = row::build(text, &units, piece, rtl);
    let mut order: Vec<usize> =
        row.cells.iter().map(|cell| text[..cell.source.start].chars().count()).collect();
    order.dedup();
    order
}

/// The number of the first character of the cell that each is shown in.
fn cells_of(text: &str, base: Base, chars: &[usize]) -> Vec<usize> {
    let shown = order_of(text, base);
    let mut starts = shown.clone();
    starts.sort_unstable();
    let cell =
        |c: &usize| starts.get(starts.partition_point(|s| s <= c).saturating_sub(1)).copied().unwrap_or(*c);
    let mut order: Vec<usize> = chars.iter().map(cell).collect();
    order.dedup();
    order
}
