//! Between code points and bytes.

use std::ops::Deref;

/// The byte offset of the `n`th code point; the text's length where there are fewer.
pub fn byte_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
}

/// Code points between two samples.
const STEP: usize = 1024;

/// An index of one text, borrowed or shared, for many conversions between code points and bytes.
#[derive(Debug, Clone)]
pub struct CodePoints<T> {
    text: T,
    /// The byte offset of every [`STEP`]th code point; empty where all are ASCII.
    samples: Vec<usize>,
    len: usize,
}

impl<T: Deref<Target = str>> CodePoints<T> {
    /// Reads the text once.
    pub fn new(text: T) -> CodePoints<T> {
        if text.is_ascii() {
            let len = text.len();
            return CodePoints { text, samples: Vec::new(), len };
        }
        let (mut samples, mut len) = (Vec::with_capacity(text.len() / STEP + 1), 0);
        for (at, _) in text.char_indices() {
            if len % STEP == 0 {
                samples.push(at);
            }
            len += 1;
        }
        CodePoints { text, samples, len }
    }

    /// The text.
    pub fn text(&self) -> &T {
        &self.text
    }

    /// How many code points the text has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The byte offset of a code point; the text's length where there are fewer.
    pub fn byte(&self, point: usize) -> usize {
        if self.samples.is_empty() || point >= self.len {
            return if point >= self.len { self.text.len() } else { point };
        }
        let sample = self.samples.get(point / STEP).copied().unwrap_or(0);
        let rest = self.text.get(sample..).unwrap_or_default();
        sample + byte_of(rest, point % STEP)
    }

    /// The code point that a byte belongs to; the number of code points at the text's end or beyond.
    pub fn point(&self, byte: usize) -> usize {
        if self.samples.is_empty() || byte >= self.text.len() {
            return byte.min(self.len);
        }
        let Some(at) = self.samples.partition_point(|&sample| sample <= byte).checked_sub(1) else {
            return 0;
        };
        let sample = self.samples.get(at).copied().unwrap_or(0);
        let between = self.text.as_bytes().get(sample..=byte).unwrap_or_default();
        // Bytes that begin a code point; the one that `byte` is in has begun as well.
        let begun = between.iter().filter(|&&b| b & 0xc0 != 0x80).count();
        at * STEP + begun.saturating_sub(1)
    }

    /// The text between two code points.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bytes_of_code_points() {
        assert_eq!(byte_of("aهb", 0), 0);
        assert_eq!(byte_of("aهb", 2), 3);
        assert_eq!(byte_of("aهb", 9), 4);
        let empty = CodePoints::new("");
        assert_eq!((empty.len(), empty.byte(3), empty.point(3)), (0, 0, 0));
        assert_eq!(CodePoints::new("aهb").slice(1, 2), "ه");
        assert_eq!(CodePoints::new("aهb").slice(2, 1), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn index_agrees_with_counting(part in "\\PC{0,40}", times in 1usize..120) {
            let text = part.repeat(times);
            let index = CodePoints::new(text.as_str());
            prop_assert_eq!(index.len(), text.chars().count());
            for (point, (byte, c)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.byte(point), byte);
                prop_assert_eq!(index.point(byte), point);
                prop_assert_eq!(index.point(byte + c.len_utf8() - 1), point);
            }
            prop_assert_eq!(index.byte(index.len()), text.len());
            prop_assert_eq!(index.point(text.len()), index.len());
            prop_assert_eq!(index.point(usize::MAX), index.len());
        }
    }
}
