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
    if let Some(at) = head.find(['\n', '\u{2028}', '\u{2029}', '\u{85}', '\u{b}', '\u{c}']) {
        return at + head.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
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
        assert_eq!(paragraphs("a\r\nb").collect::<Vec<_>>(), ["a\r\n", "b"]);
    }
}
