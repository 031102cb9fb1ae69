//! Decimal digits of any script.

/// The zeros of the scripts whose ten digits follow each other, in order.
const ZEROS: [u32; 38] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x1e950,
];

/// The ASCII digit of the same value, for a decimal digit of any living script.
pub(super) fn ascii_digit(c: char) -> Option<char> {
    let code = c as u32;
    let zero = ZEROS.partition_point(|&zero| zero <= code).checked_sub(1).and_then(|at| ZEROS.get(at))?;
    char::from_digit(code - zero, 10)
}

/// The same text with every decimal digit of Arabic or Persian script as an ASCII digit.
pub fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '٠'..='٩' | '۰'..='۹' => ascii_digit(c).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits() {
        assert_eq!(ascii_digits("٢٧/۱۱/2024"), "27/11/2024");
        assert_eq!(ascii_digits("०"), "०");
        for (c, digit) in [('7', '7'), ('٩', '9'), ('۰', '0'), ('०', '0'), ('９', '9'), ('𞥕', '5')] {
            assert_eq!(ascii_digit(c), Some(digit), "{c}");
        }
        for c in ['/', ':', 'a', '٪', '\u{65f}', '\u{66a}'] {
            assert_eq!(ascii_digit(c), None, "{c}");
        }
    }
}
