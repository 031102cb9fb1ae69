//! Where claims stand: slices of a text, and what of a span counts when spans must be equal.

use crate::text::CodePoints;

/// First code point and the one after the last. Predictions may hold anything.
pub type Span = (i64, i64);

/// Marks that do not count at the edges of a span.
const MARKS: &str = " \n\t\"'“”«»‘’,.:;،؛()";
/// Words that do not count at a span's beginning, where white space follows.
const THAT: [&str; 8] = ["أن", "إن", "ان", "بأن", "بان", "أنّ", "إنّ", "that"];

/// The text of a span. A negative place counts from the text's end, and what lies beyond it is cut off.
pub fn slice<'a>(text: &'a CodePoints<&str>, (start, end): Span) -> &'a str {
    let length = text.len() as i64;
    let place = |at: i64| usize::try_from((if at < 0 { at + length } else { at }).clamp(0, length));
    match (place(start), place(end)) {
        (Ok(start), Ok(end)) => text.slice(start, end),
        _ => "",
    }
}

/// The span without marks and a bare "that" at its edges; never empty.
pub fn trimmed(span: Span, text: &CodePoints<&str>) -> Span {
    let content = slice(text, span);
    let start = span.0 + count(lead(content));
    let kept = content.trim_end_matches(|c| MARKS.contains(c)).len();
    let end = span.1 - count(content.get(kept..).unwrap_or_default());
    (start, end.max(start + 1))
}

/// What does not count at the beginning of a text.
fn lead(content: &str) -> &str {
    let mut rest = content;
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches(|c| is_space(c) || MARKS.contains(c));
        let word = THAT.iter().find_map(|word| rest.strip_prefix(word).filter(|r| r.starts_with(is_space)));
        rest = word.unwrap_or(rest);
        if rest.len() == before {
            return content.get(..content.len() - rest.len()).unwrap_or_default();
        }
    }
}

fn count(text: &str) -> i64 {
    text.chars().count() as i64
}

/// White space, with the separators of ASCII, which Unicode does not count as such.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_that_at_the_edges_do_not_count() {
        for (given, wanted) in [
            ("the truce holds", "the truce holds"),
            ("that the truce holds.", "the truce holds"),
            ("“that the truce holds”.)", "the truce holds"),
            ("أنّ الهدنة صامدة،", "الهدنة صامدة"),
            ("بأن أن الهدنة", "الهدنة"),
            ("أنباء الهدنة", "أنباء الهدنة"),
            ("thatch burns", "thatch burns"),
        ] {
            let text = CodePoints::new(given);
            let span = trimmed((0, text.len() as i64), &text);
            assert_eq!(slice(&text, span), wanted, "{given}");
        }
        let marks = CodePoints::new("... \" that ");
        assert_eq!(trimmed((0, 11), &marks), (11, 12), "never empty");
    }

    #[test]
    fn places_outside_the_text() {
        let text = CodePoints::new("هدنة now");
        assert_eq!(slice(&text, (-3, 99)), "now");
        assert_eq!(slice(&text, (6, 2)), "");
        assert_eq!(slice(&text, (-99, 4)), "هدنة");
    }
}
