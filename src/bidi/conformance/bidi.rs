//! BidiCharacterTest and BidiTest of UAX #9. <https://www.unicode.org/reports/tr9/#Bidi_Conformance_Testing>

use super::*;
use unicode_bidi::{BidiClass, bidi_class};

/// A case: characters, direction asked for, direction and levels that come of it, order from left to right.
struct Case<'a> {
    text: &'a str,
    base: Base,
    rtl: bool,
    /// None where UAX #9 X9 takes the character away.
    levels: &'a [Option<u8>],
    order: &'a [usize],
}

impl Case<'_> {
    fn has(&self, of: &[BidiClass]) -> bool {
        self.text.chars().any(|c| of.contains(&bidi_class(c)))
    }

    /// The levels alone, with every control.
    fn check_levels(&self) {
        let mut levels = level::levels(self.text, self.rtl);
        reset_blanks(self.text, &mut levels, u8::from(self.rtl));
        let fits =
            levels.iter().zip(self.levels).all(|(is, should)| should.is_none_or(|should| should == *is));
        assert!(
            fits && levels.len() == self.levels.len(),
            "{:?}: {levels:?} for {:?}",
            self.text,
            self.levels
        );
    }

    /// The whole row, where no control is shown that elsewhere would act.
    fn check_row(&self) {
        let expected = cells_of(self.text, self.base, self.order);
        assert_eq!(order_of(self.text, self.base), expected, "{:?} {:?}", self.text, self.base);
    }
}

/// UAX #9 L1, from its text: separators, and blanks and isolates before them or at the end.
fn reset_blanks(text: &str, levels: &mut [u8], base: u8) {
    use BidiClass::*;
    let classes: Vec<BidiClass> = text.chars().map(bidi_class).collect();
    let mut reset = true;
    for (class, level) in classes.iter().zip(levels).rev() {
        reset = match class {
            S | B => true,
            WS | FSI | LRI | RLI | PDI | LRE | LRO | RLE | RLO | PDF | BN => reset,
            _ => false,
        };
        if reset {
            *level = base;
        }
    }
}

use BidiClass::{B, BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
const SHOWN_NOT_OBEYED: &[BidiClass] = &[BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO];

/// Runs the checks that fit a case; says whether the whole row was checked.
fn check(case: &Case) -> bool {
    if case.has(&[B]) {
        return false;
    }
    case.check_levels();
    let whole = !case.has(SHOWN_NOT_OBEYED);
    if whole {
        case.check_row();
    }
    whole
}

fn levels_of(field: &str) -> Vec<Option<u8>> {
    field.split_whitespace().map(|level| level.parse().ok()).collect()
}

fn order_field(field: &str) -> Vec<usize> {
    field.split_whitespace().map(|n| n.parse().unwrap()).collect()
}

#[test]
fn characters() {
    let (mut lines, mut rows) = (0, 0);
    each_line(include_str!("bidi_character.txt"), "BidiCharacterTest.txt", |line| {
        let fields: Vec<&str> = line.split(';').collect();
        let code = |hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
        let text: String = fields[0].split_whitespace().map(code).collect();
        let base = [Base::Ltr, Base::Rtl, Base::Auto][fields[1].parse::<usize>().unwrap()];
        let (levels, order) = (levels_of(fields[3]), order_field(fields[4]));
        let case = Case { text: &text, base, rtl: fields[2] == "1", levels: &levels, order: &order };
        lines += 1;
        rows += usize::from(check(&case));
    });
    assert!(lines >= 380 && rows > 300, "{lines} lines, {rows} rows");
}

/// A character of each class.
fn example(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => '\u{5d0}',
        "EN" => '1',
        "ES" => '-',
        "ET" => '%',
        "AN" => '\u{661}',
        "CS" => ',',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "NSM" => '\u{300}',
        "AL" => '\u{62d}',
        "BN" => '\u{ad}',
        "LRE" => '\u{202a}',
        "RLE" => '\u{202b}',
        "PDF" => '\u{202c}',
        "LRO" => '\u{202d}',
        "RLO" => '\u{202e}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => unreachable!("class {other}"),
    }
}

#[test]
fn classes() {
    let (mut levels, mut order, mut lines, mut rows) = (vec![], vec![], 0, 0);
    each_line(include_str!("bidi.txt"), "BidiTest.txt", |line| {
        if let Some(field) = line.strip_prefix("@Levels:") {
            levels = levels_of(field);
        } else if let Some(field) = line.strip_prefix("@Reorder:") {
            order = order_field(field);
        } else if let Some((classes, bases)) = line.split_once(';') {
            let text: String = classes.split_whitespace().map(example).collect();
            let bases: u8 = bases.trim().parse().unwrap();
            lines += 1;
            for (bit, base) in [(1, Base::Auto), (2, Base::Ltr), (4, Base::Rtl)] {
                if bases & bit != 0 {
                    let rtl = base == Base::Rtl || base == Base::Auto && auto_is_rtl(classes);
                    rows +=
                        usize::from(check(&Case { text: &text, base, rtl, levels: &levels, order: &order }));
                }
            }
        }
    });
    assert!(lines >= 490 && rows > 50, "{lines} lines, {rows} rows");
}

/// UAX #9 P2 and P3, from their text.
fn auto_is_rtl(classes: &str) -> bool {
    let mut depth = 0;
    for class in classes.split_whitespace() {
        match class {
            "LRI" | "RLI" | "FSI" => depth += 1,
            "PDI" if depth > 0 => depth -= 1,
            "L" if depth == 0 => return false,
            "R" | "AL" if depth == 0 => return true,
            _ => {}
        }
    }
    false
}
