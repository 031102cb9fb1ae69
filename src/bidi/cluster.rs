//! Text -> units: grapheme clusters and tokens for unsafe characters, with their columns.

use crate::text::{ZWJ, ZWNJ, is_unsafe, joiner_acts, unsafe_name};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// More characters than any honest cluster has; what follows starts a cluster of marks.
const LONGEST: usize = 24;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A cluster with a base character.
    Text,
    /// A space, a tab or, in one row, a line break: one blank cell.
    Blank,
    /// Marks without a base; they are shown on a dotted circle.
    Marks,
    /// An unsafe character, spelled out over several cells.
    Token,
    /// The sign that a text is cut.
    Ellipsis,
}

/// The smallest part of a text that is laid out: it takes whole cells and is never parted.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its bytes in the text.
    pub start: usize,
    /// The end of its bytes.
    pub end: usize,
    /// Its first character.
    pub base: char,
    /// The presentation form to show instead of `base`.
    pub form: Option<char>,
    /// Bytes from `start` to the second letter of a lam-alef; else 0.
    pub second: u16,
    /// Columns.
    pub width: u8,
    /// Embedding level; an odd one runs right to left.
    pub level: u8,
    /// What it is.
    pub kind: Kind,
    /// The joiner that ends it, if one that acts does.
    pub joiner: Option<char>,
}

impl Unit {
    pub(super) fn bytes(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it is a blank that a row may swallow at its end.
    pub(super) fn is_blank(&self) -> bool {
        match self.kind {
            Kind::Blank => true,
            Kind::Text => {
                self.base.is_whitespace() && !matches!(self.base, '\u{a0}' | '\u{2007}' | '\u{202f}')
            }
            _ => false,
        }
    }
}

/// The units of a part of a text, until `reach` columns are passed.
pub(super) fn units(text: &str, part: Range<usize>, reach: usize) -> Vec<Unit> {
    let (mut found, mut columns) = (Vec::new(), 0usize);
    let content = text.get(part.clone()).unwrap_or_default();
    found.reserve(content.len().min(reach) / 2);
    let mut at = 0;
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty() && columns <= reach) {
        let before = found.len();
        if let Some(c) = alone(rest) {
            found.push(single(part.start + at, c));
            at += c.len_utf8();
        } else {
            let cluster = rest.graphemes(true).next().unwrap_or(rest);
            split(text, part.start + at, cluster, &mut found);
            at += cluster.len();
        }
        columns += found.iter().skip(before).map(|unit| usize::from(unit.width)).sum::<usize>();
    }
    found
}

/// The first character where it is surely a cluster by itself: a short way for nearly all text.
fn alone(text: &str) -> Option<char> {
    let simple = |c: char| matches!(c, ' '..='~' | '\u{620}'..='\u{64a}');
    let mut chars = text.chars();
    chars.next().filter(|&c| simple(c) && chars.next().is_none_or(simple))
}

/// Adds the units of one grapheme cluster, which may hold characters that are shown apart.
fn split(text: &str, at: usize, cluster: &str, found: &mut Vec<Unit>) {
    let mut chars = cluster.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && !is_unsafe(c)
    {
        found.push(single(at, c));
        return;
    }
    if cluster == "\r\n" {
        found.push(unit(at, cluster, Kind::Blank, 1));
        return;
    }
    let (mut open, mut count) = (0, 0);
    for (i, c) in cluster.char_indices() {
        let next = i + c.len_utf8();
        let begun = open < i;
        if is_unsafe(c) && !is_joiner_that_acts(text, at + i, c) {
            close(text, at + open..at + i, found);
            found.push(plain_blank_or_token(at + i, c));
            (open, count) = (next, 0);
        } else if (begun && count >= LONGEST) || (count > 0 && is_prepended(cluster, open)) {
            close(text, at + open..at + i, found);
            (open, count) = (i, 1);
        } else {
            count += 1;
        }
    }
    close(text, at + open..at + cluster.len(), found);
}

/// Adds the unit of some characters without unsafe ones.
fn close(text: &str, bytes: Range<usize>, found: &mut Vec<Unit>) {
    let part = text.get(bytes.clone()).unwrap_or_default();
    let Some(base) = part.chars().next() else { return };
    if matches!(base, ZWJ | ZWNJ) {
        // A joiner that a cut cluster begins with belongs to what stands before it.
        return match found.last_mut() {
            Some(last) if last.end == bytes.start && last.kind == Kind::Text => {
                last.end = bytes.end;
                last.joiner = Some(base);
            }
            _ => found.push(Unit { joiner: Some(base), ..unit(bytes.start, part, Kind::Marks, 1) }),
        };
    }
    let kind = if base.width() == Some(0) { Kind::Marks } else { Kind::Text };
    let kind = if part == " " { Kind::Blank } else { kind };
    let width = if kind == Kind::Text { part.width().clamp(1, 2) as u8 } else { 1 };
    let joiner = part.chars().rev().find(|&c| matches!(c, ZWJ | ZWNJ));
    found.push(Unit { joiner, ..unit(bytes.start, part, kind, width) });
}

fn unit(start: usize, part: &str, kind: Kind, width: u8) -> Unit {
    let base = part.chars().next().unwrap_or(' ');
    let end = start + part.len();
    Unit { start, end, base, form: None, second: 0, width, level: 0, kind, joiner: None }
}

/// The unit of a safe character that stands alone: by far the most frequent.
fn single(start: usize, base: char) -> Unit {
    let (kind, width) = match base {
        ' ' => (Kind::Blank, 1),
        '!'..='~' | '\u{620}'..='\u{64a}' => (Kind::Text, 1),
        c => match c.width() {
            Some(0) => (Kind::Marks, 1),
            n => (Kind::Text, n.map_or(1, |n| n.min(2) as u8)),
        },
    };
    let end = start + base.len_utf8();
    Unit { start, end, base, form: None, second: 0, width, level: 0, kind, joiner: None }
}

fn plain_blank_or_token(start: usize, base: char) -> Unit {
    let name = unsafe_name(base).map_or(0, |name| name.chars().count());
    let blank = matches!(base, '\t' | '\n');
    let (kind, width) = if blank { (Kind::Blank, 1) } else { (Kind::Token, name as u8 + 2) };
    let end = start + base.len_utf8();
    Unit { start, end, base, form: None, second: 0, width, level: 0, kind, joiner: None }
}

fn is_joiner_that_acts(text: &str, at: usize, c: char) -> bool {
    matches!(c, ZWJ | ZWNJ)
        && joiner_acts(
            text.get(..at).unwrap_or_default(),
            c,
            text.get(at + c.len_utf8()..).unwrap_or_default(),
        )
}

/// Whether the part of a cluster from `open` on begins with a sign that Unicode puts before digits
/// into one cluster (Arabic number sign and the like); terminals give it a cell of its own.
fn is_prepended(cluster: &str, open: usize) -> bool {
    let first = cluster.get(open..).and_then(|part| part.chars().next());
    matches!(first, Some('\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'))
}
