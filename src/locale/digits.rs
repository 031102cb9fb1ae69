//! Digits that people read.

use std::borrow::Cow;

/// The digits of numbers and dates on screens; never of ids, hashes, files and exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digits {
    /// 0123456789, which the Maghreb and most Arabic news sites use.
    #[default]
    Western,
    /// ٠١٢٣٤٥٦٧٨٩, of the Arab East.
    Arabic,
    /// ۰۱۲۳۴۵۶۷۸۹, of Persian, Urdu and Kurdish.
    Persian,
}

impl Digits {
    /// All of them with their words in settings.
    pub const ALL: [(Digits, &'static str); 3] =
        [(Digits::Western, "western"), (Digits::Arabic, "arabic"), (Digits::Persian, "persian")];

    /// A number or date written with 0–9 in these digits.
    pub fn write(self, ascii: &str) -> Cow<'_, str> {
        let zero = match self {
            Digits::Western => return Cow::Borrowed(ascii),
            Digits::Arabic => '٠',
            Digits::Persian => '۰',
        };
        let digit = |c: char| c.to_digit(10).and_then(|d| char::from_u32(u32::from(zero) + d)).unwrap_or(c);
        Cow::Owned(ascii.chars().map(digit).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_style() {
        assert_eq!(Digits::Western.write("2026-03-01"), "2026-03-01");
        assert_eq!(Digits::Arabic.write("2026-03-01"), "٢٠٢٦-٠٣-٠١");
        assert_eq!(Digits::Persian.write("79"), "۷۹");
    }
}
