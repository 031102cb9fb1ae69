//! Paragraphs one beneath the other, in a column that scrolls.

use crate::bidi::Base;
use crate::tui::layouts::Rows;
use crate::tui::paint::{Align, Ink, ours};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// A paragraph.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its text.
    pub text: String,
    /// Its style.
    pub style: Style,
    /// Columns left free before it.
    pub indent: u16,
    /// Bytes that have another style.
    pub parts: Vec<(Range<usize>, Style)>,
    /// Whether it begins with our own words, so that it runs as the interface does.
    pub ours: bool,
}

impl Paragraph {
    /// A paragraph in one style.
    pub fn new(text: impl Into<String>, style: Style) -> Paragraph {
        Paragraph { text: text.into(), style, indent: 0, parts: Vec::new(), ours: false }
    }

    /// A paragraph of our own words, with others' among them or not.
    pub fn ours(text: impl Into<String>, style: Style) -> Paragraph {
        Paragraph { ours: true, ..Paragraph::new(text, style) }
    }

    /// The same, moved away from the edge.
    pub fn indented(self, indent: u16) -> Paragraph {
        Paragraph { indent, ..self }
    }

    /// The same, some bytes of it in another style.
    pub fn with(mut self, bytes: Range<usize>, style: Style) -> Paragraph {
        self.parts.push((bytes, style));
        self
    }

    /// A label before a value; the value has its own direction if it stands alone in its line.
    pub fn labelled(label: &str, value: &str, label_style: Style, style: Style) -> Paragraph {
        let bytes = 0..label.len() + 2;
        Paragraph::ours(format!("{label}: {value}"), style).with(bytes, label_style)
    }

    fn rows(&self, ink: &mut Ink, width: u16) -> Rows {
        let width = width.saturating_sub(self.indent).max(1);
        ink.rows(&self.text, width, if self.ours { ours() } else { Base::Auto })
    }
}

/// How many rows paragraphs take.
pub fn height(ink: &mut Ink, paragraphs: &[Paragraph], width: u16) -> usize {
    paragraphs.iter().map(|paragraph| paragraph.rows(ink, width).len()).sum()
}

/// Draws paragraphs from a row on; gives how many rows there are in all.
pub fn draw(ink: &mut Ink, area: Rect, paragraphs: &[Paragraph], scroll: usize) -> usize {
    let mut at = 0;
    for paragraph in paragraphs {
        for row in paragraph.rows(ink, area.width).iter() {
            if at >= scroll && at - scroll < usize::from(area.height) {
                let y = area.y + (at - scroll) as u16;
                let indent = paragraph.indent.min(area.width);
                let line = Rect { x: area.x + indent, y, width: area.width - indent, height: 1 };
                let align = if paragraph.ours { Align::Near } else { Align::Start };
                match whole_style(paragraph, &row.source) {
                    Some(style) => ink.row_in(line, row, align, style),
                    None => ink.row(line, row, align, |bytes| style_of(paragraph, bytes)),
                };
            }
            at += 1;
        }
    }
    at
}

/// The style that all of these bytes have; none if they have several.
fn whole_style(paragraph: &Paragraph, bytes: &Range<usize>) -> Option<Style> {
    let touches = |part: &&(Range<usize>, Style)| part.0.start < bytes.end && bytes.start < part.0.end;
    match paragraph.parts.iter().rfind(touches) {
        None => Some(paragraph.style),
        Some((part, style)) => (part.start <= bytes.start && bytes.end <= part.end).then_some(*style),
    }
}

fn style_of(paragraph: &Paragraph, bytes: &Range<usize>) -> Style {
    let touches = |part: &&(Range<usize>, Style)| part.0.start < bytes.end && bytes.start < part.0.end;
    paragraph.parts.iter().rfind(touches).map_or(paragraph.style, |part| part.1)
}
