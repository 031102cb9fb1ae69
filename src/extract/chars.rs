//! Owns what a character is to the tokenizer, and its folded form, from a table where text is dense.

use super::normalise::{fold_by_rule, is_arabic, is_ignorable, is_mark};
use std::sync::LazyLock;

/// What a character is; bits of [`Char::sort`].
pub(super) mod is {
    pub(in crate::extract) const SPACE: u8 = 1;
    pub(in crate::extract) const IGNORABLE: u8 = 2;
    pub(in crate::extract) const NUMERIC: u8 = 4;
    pub(in crate::extract) const LETTER: u8 = 8;
    pub(in crate::extract) const MARK: u8 = 16;
    pub(in crate::extract) const ARABIC: u8 = 32;
    pub(in crate::extract) const CAPITAL: u8 = 64;
}

/// A character's sorts, and what it folds to: nothing, itself, one other, or what the rule says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Char {
    pub sort: u8,
    fold: Fold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fold {
    Nothing,
    One(char),
    ByRule,
}

/// Latin, Greek, Cyrillic, Hebrew and Arabic letters lie below this code point.
const DENSE: usize = 0x800;

static TABLE: LazyLock<Vec<Char>> =
    LazyLock::new(|| (0u32..DENSE as u32).map(|c| look(char::from_u32(c).unwrap_or('\0'))).collect());

/// The table, to be held where many characters are read.
pub(super) fn table() -> &'static [Char] {
    &TABLE
}

/// What is known of a character; `table` is [`table`].
pub(super) fn of(table: &[Char], c: char) -> Char {
    table.get(c as usize).copied().unwrap_or_else(|| look(c))
}

fn look(c: char) -> Char {
    let bit = |bit: u8, holds: bool| if holds { bit } else { 0 };
    let sort = bit(is::SPACE, c.is_whitespace())
        | bit(is::IGNORABLE, is_ignorable(c))
        | bit(is::NUMERIC, c.is_numeric())
        | bit(is::LETTER, c.is_alphabetic())
        | bit(is::MARK, is_mark(c))
        | bit(is::ARABIC, is_arabic(c))
        | bit(is::CAPITAL, c.is_uppercase());
    let mut folded = String::new();
    fold_by_rule(c, &mut folded);
    let mut parts = folded.chars();
    let fold = match (parts.next(), parts.next()) {
        (None, _) => Fold::Nothing,
        (Some(one), None) => Fold::One(one),
        _ => Fold::ByRule,
    };
    Char { sort, fold }
}

impl Char {
    pub fn any(self, sorts: u8) -> bool {
        self.sort & sorts != 0
    }

    /// Appends the folded form of `c`, whose entry this is.
    pub fn fold(self, c: char, out: &mut String) {
        match self.fold {
            Fold::Nothing => {}
            Fold::One(one) => out.push(one),
            Fold::ByRule => fold_by_rule(c, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_the_rules_say() {
        for c in (0u32..0x3000).filter_map(char::from_u32) {
            let known = of(table(), c);
            assert_eq!(known.any(is::SPACE), c.is_whitespace(), "{c:?}");
            assert_eq!(known.any(is::LETTER), c.is_alphabetic(), "{c:?}");
            assert_eq!(known.any(is::NUMERIC), c.is_numeric(), "{c:?}");
            assert_eq!(known.any(is::ARABIC), is_arabic(c), "{c:?}");
            let (mut by_table, mut by_rule) = (String::new(), String::new());
            known.fold(c, &mut by_table);
            fold_by_rule(c, &mut by_rule);
            assert_eq!(by_table, by_rule, "{c:?}");
        }
    }
}
