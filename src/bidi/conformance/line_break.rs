//! LineBreakTest of UAX #14. <https://www.unicode.org/reports/tr14/#Testing>

use super::*;

/// Where the library that finds the breaks differs, which is no matter for Arabic: the test file tailors the rules for
/// numbers (its own header says so), and LB30 looks at the width of East Asian brackets, which the library does not.
const DIFFERENT: &[&str] = &[
    "equals .35 cents",
    "code\\(s\\)",
    "code\\{s\\}",
    "봐요. A.3 못",
    "봤어. A.2 볼",
    "요. A.4 못",
    "ab（ク",
    "p（クイック・ブ",
    "る。dog（犬）を",
    "\u{200b}\u{308}\u{2329}",
];

/// A text and the bytes that a line may begin at.
fn case(line: &str) -> (String, Vec<usize>) {
    let (mut text, mut breaks) = (String::new(), vec![]);
    for field in line.split_whitespace() {
        match field {
            "÷" => breaks.push(text.len()),
            "×" => {}
            hex => text.push(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()),
        }
    }
    breaks.retain(|&at| at < text.len());
    (text, breaks)
}

/// The starts of the rows after the first.
fn starts(text: &str, width: usize) -> Vec<usize> {
    layout(text, width, Base::Ltr).iter().skip(1).map(|row| row.source.start).collect()
}

/// At every width, a row ends at the last opportunity that fits; where none does, a word is cut.
fn check(text: &str, breaks: &[usize]) {
    let units = cluster::units(text, 0..text.len(), usize::MAX);
    let may_begin = |at: usize| breaks.contains(&at) && units.iter().any(|unit| unit.start == at);
    let all: usize = units.iter().map(|unit| usize::from(unit.width)).sum();
    for width in 1..=all {
        let mut expected = vec![];
        let (mut first, mut columns, mut best) = (0, 0, None);
        for (i, unit) in units.iter().enumerate() {
            if i > first && may_begin(unit.start) {
                best = Some(i);
            }
            while !unit.is_blank() && i > first && columns + usize::from(unit.width) > width {
                first = best.take().unwrap_or(i);
                expected.push(units[first].start);
                columns = units[first..i].iter().map(|unit| usize::from(unit.width)).sum();
            }
            columns += usize::from(unit.width);
        }
        assert_eq!(starts(text, width), expected, "{text:?} at {width}");
    }
}

#[test]
fn rows_begin_where_lines_may() {
    let mut lines = 0;
    each_line(include_str!("line_break.txt"), "auxiliary/LineBreakTest.txt", |line| {
        let (text, breaks) = case(line);
        // A paragraph is laid out by itself, so what must end a line inside one does not come up.
        let paragraph = !text.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
        if paragraph && !DIFFERENT.contains(&text.as_str()) {
            check(&text, &breaks);
            lines += 1;
        }
    });
    assert!(lines > 300, "{lines} lines");
}
