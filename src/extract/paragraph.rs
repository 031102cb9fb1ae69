//! Owns the division of a text into paragraphs, none longer than fits in memory comfortably.

/// A longer paragraph is read in parts, cut at white space.
const LONGEST: usize = 64 * 1024;

/// The paragraphs of a text, line ends included: together they are the text.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, tail) = rest.split_at(boundary(rest));
        rest = tail;
        Some(piece)
    })
}

/// The byte offset after the first paragraph.
fn boundary(text: &str) -> usize {
    let mut window = text.len().min(LONGEST);
    while !text.is_char_boundary(window) {
        window -= 1;
    }
    let head = text.get(..window).unwrap_or(text);
    if let Some(end) = line_end(head.as_bytes()) {
        return end;
    }
    if window == text.len() {
        return window;
    }
    let half = head.len() / 2;
    let sentence = head
        .rmatch_indices(['.', '؟', '!', '?'])
        .map(|(at, m)| at + m.len())
        .find(|&at| head.get(at..).and_then(|t| t.chars().next()).is_some_and(char::is_whitespace));
    sentence
        .filter(|&at| at > half)
        .or_else(|| head.rfind(char::is_whitespace))
        .filter(|&at| at > 0)
        .unwrap_or(window)
}

/// The byte offset after the first line end: LF, VT, FF, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
fn line_end(text: &[u8]) -> Option<usize> {
    let mut from = 0;
    let mut found = None;
    while let Some(at) = text.get(from..).and_then(|rest| memchr::memchr3(b'\n', 0xc2, 0xe2, rest)) {
        let at = from + at;
        let rest = text.get(at..).unwrap_or_default();
        let length = match rest {
            [b'\n', ..] => 1,
            [0xc2, 0x85, ..] => 2,
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
            _ => {
                from = at + 1;
                continue;
            }
        };
        found = Some(at + length);
        break;
    }
    // The rare ones only count where they come earlier.
    let before = text.get(..found.unwrap_or(text.len())).unwrap_or_default();
    memchr::memchr2(0x0b, 0x0c, before).map(|at| at + 1).or(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_the_text() {
        let long = "كلمة. ".repeat(40_000);
        for text in ["", "one", "one\r\ntwo\n\nthree", "\u{feff}a\u{2029}b", long.as_str()] {
            assert_eq!(paragraphs(text).collect::<String>(), text);
            assert!(paragraphs(text).all(|p| p.len() <= LONGEST));
        }
        for end in ["\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            let text = format!("«أ» —\u{2014} b{end}c\n");
            assert_eq!(paragraphs(&text).count(), 2, "{end:?}");
        }
        assert_eq!(paragraphs("a\r\nb").collect::<Vec<_>>(), ["a\r\n", "b"]);
    }
}
