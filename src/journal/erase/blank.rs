//! Places in a text, and the text with these places blanked: code point for code point, so that all others stay right.

/// What stands for every blanked code point but a line's end.
pub const BLANK: char = '█';

/// First code point, and the one after the last.
pub type Span = (usize, usize);

/// The same places in order and apart from each other.
pub fn united(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut all: Vec<Span> = spans.into_iter().filter(|(start, end)| start < end).collect();
    all.sort_unstable();
    let mut united: Vec<Span> = Vec::with_capacity(all.len());
    for (start, end) in all {
        match united.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => united.push((start, end)),
        }
    }
    united
}

/// Whether two places have a code point in common.
pub fn overlap(a: Span, b: Span) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Whether all of `inner` lies in `outer`; both united.
pub fn covers(outer: &[Span], inner: &[Span]) -> bool {
    inner.iter().all(|i| outer.iter().any(|o| o.0 <= i.0 && i.1 <= o.1))
}

/// How many code points these places have, united.
pub fn total(spans: &[Span]) -> u64 {
    spans.iter().map(|(start, end)| end.saturating_sub(*start) as u64).sum()
}

/// The text with these places blanked, united.
pub fn blanked(text: &str, spans: &[Span]) -> String {
    let (mut made, mut rest) = (String::with_capacity(text.len()), spans);
    for (at, c) in text.chars().enumerate() {
        while let Some(((_, end), after)) = rest.split_first()
            && *end <= at
        {
            rest = after;
        }
        let inside = rest.first().is_some_and(|(start, _)| *start <= at);
        made.push(if inside && c != '\n' { BLANK } else { c });
    }
    made
}

/// Whether nothing stands at these places any more.
pub fn is_clean(text: &str, spans: &[Span]) -> bool {
    blanked(text, spans) == text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_go_and_lines_stay() {
        assert_eq!(blanked("قال أحمد\nنعم\nلا", &[(4, 10)]), "قال ████\n█عم\nلا");
        assert_eq!(blanked("abc", &[(2, 9)]), "ab█");
        assert_eq!(united([(5, 7), (1, 3), (3, 4), (9, 9), (6, 8)]), [(1, 4), (5, 8)]);
        assert!(covers(&[(0, 9)], &[(1, 3), (4, 9)]) && !covers(&[(0, 3), (4, 9)], &[(2, 5)]));
        assert!(overlap((1, 3), (2, 9)) && !overlap((1, 3), (3, 9)));
    }

    proptest! {
        #[test]
        fn one_after_the_other_is_both_at_once(
            text in "[a-cء-ي \n]{0,40}",
            one in prop::collection::vec((0usize..45, 0usize..45), 0..4),
            two in prop::collection::vec((0usize..45, 0usize..45), 0..4),
        ) {
            let both = united(one.iter().chain(&two).copied());
            let (one, two) = (united(one), united(two));
            let made = blanked(&blanked(&text, &one), &two);
            prop_assert_eq!(&made, &blanked(&text, &both));
            prop_assert_eq!(made.chars().count(), text.chars().count());
            prop_assert!(is_clean(&made, &one) && covers(&both, &one));
            prop_assert_eq!(total(&both), (0..45).filter(|n| both.iter().any(|s| s.0 <= *n && *n < s.1)).count() as u64);
        }
    }
}
