//! A document's text cut into pieces that can be laid out one by one, however long it is.

use std::ops::Range;
use std::sync::Arc;

/// A text with an index of its paragraphs. A paragraph longer than `LONGEST` is cut at blanks.
#[derive(Debug)]
pub struct DocumentText {
    text: Arc<str>,
    /// Where each piece begins: byte and code point.
    pieces: Vec<(usize, usize)>,
    /// Length in code points.
    length: usize,
}

/// The bytes of a piece at most.
const LONGEST: usize = 4096;

impl DocumentText {
    /// Indexes a text.
    pub fn new(text: impl Into<Arc<str>>) -> DocumentText {
        let text = text.into();
        let mut pieces = Vec::with_capacity(text.len() / 80 + 1);
        let (mut start, mut chars) = (0, 0);
        while start < text.len() {
            pieces.push((start, chars));
            let end = piece_end(&text, start);
            chars += count(text.get(start..end).unwrap_or_default());
            start = end;
        }
        if pieces.is_empty() {
            pieces.push((0, 0));
        }
        DocumentText { text, pieces, length: chars }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many pieces there are, at least one.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes of a piece, its line break included.
    pub fn range(&self, piece: usize) -> Range<usize> {
        let at = |n: usize| self.pieces.get(n).map_or(self.text.len(), |p| p.0);
        at(piece)..at(piece + 1)
    }

    /// The text of a piece without its line break.
    pub fn piece(&self, piece: usize) -> &str {
        let text = self.text.get(self.range(piece)).unwrap_or_default();
        text.strip_suffix('\n').unwrap_or(text)
    }

    /// The piece that a byte is in.
    pub fn piece_of(&self, byte: usize) -> usize {
        self.pieces.partition_point(|p| p.0 <= byte).saturating_sub(1)
    }

    /// The byte offset of a code point.
    pub fn byte(&self, point: usize) -> usize {
        let piece = self.pieces.partition_point(|p| p.1 <= point).saturating_sub(1);
        let Some((byte, chars)) = self.pieces.get(piece) else { return 0 };
        let text = self.text.get(self.range(piece)).unwrap_or_default();
        byte + crate::text::byte_of(text, point - chars)
    }

    /// The code point at a byte offset.
    pub fn point(&self, byte: usize) -> usize {
        if byte >= self.text.len() {
            return self.length;
        }
        let Some((start, chars)) = self.pieces.get(self.piece_of(byte)) else { return 0 };
        chars + count(self.text.get(*start..byte).unwrap_or_default())
    }
}

fn piece_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let reach = rest.len().min(LONGEST);
    if let Some(at) = memchr::memchr(b'\n', rest.as_bytes().get(..reach).unwrap_or_default()) {
        return start + at + 1;
    }
    if rest.len() <= LONGEST {
        return text.len();
    }
    let mut cut = LONGEST;
    while !rest.is_char_boundary(cut) {
        cut -= 1;
    }
    let blank = rest.get(..cut).and_then(|part| part.rfind(' '));
    start + blank.map_or(cut, |at| at + 1)
}

fn count(text: &str) -> usize {
    text.bytes().filter(|b| (*b as i8) >= -0x40).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_the_text_and_offsets_agree() {
        let long = "كلمة ".repeat(3000);
        for text in ["", "a", "a\n", "\n\nهدنة\nb", long.as_str(), &"ش".repeat(9000)] {
            let indexed = DocumentText::new(text.to_owned());
            let mut end = 0;
            for piece in 0..indexed.len() {
                let range = indexed.range(piece);
                assert_eq!(range.start, end);
                assert!(range.len() <= LONGEST && text.get(range.clone()).is_some());
                end = range.end;
            }
            assert_eq!(end, text.len());
            for (point, (byte, _)) in text.char_indices().enumerate().step_by(7) {
                assert_eq!((indexed.byte(point), indexed.point(byte)), (byte, point));
                assert!(indexed.range(indexed.piece_of(byte)).contains(&byte));
            }
            let all = text.chars().count();
            assert_eq!((indexed.byte(all), indexed.point(text.len())), (text.len(), all));
        }
    }
}
