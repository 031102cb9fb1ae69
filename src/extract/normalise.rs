//! Owns the folding of words: every spelling that a reader takes for the same word becomes the same key.
//!
//! Only keys are folded. Offsets come from the source text, so no folding can move a span.

use super::chars;
use unicode_normalization::UnicodeNormalization;

/// Whether the character belongs to a word only together with letters (vowel signs, combining marks, joiners).
pub(super) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
        || is_ignorable(c)
}

/// Invisible characters that carry no letter: joiners, directional marks, soft hyphen, byte order mark.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether the character is written in Arabic script.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}' | '\u{6ee}'..='\u{6ef}'
        | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8c7}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

/// Appends the folded form of one character; `chars` has it in a table.
pub(super) fn fold_by_rule(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' | 'ئ' | 'ی' | 'ې' => out.push('ي'),
        'ؤ' => out.push('و'),
        'ة' => out.push('ه'),
        'ک' => out.push('ك'),
        '٠'..='٩' => out.push(ascii_digit(c, '٠')),
        '۰'..='۹' => out.push(ascii_digit(c, '۰')),
        '\u{621}'..='\u{64a}' if c != '\u{640}' => out.push(c),
        '‘' | '’' | 'ʼ' => out.push('\''),
        '‐' | '‑' => out.push('-'),
        _ if is_mark(c) => {}
        _ => fold_by_decomposition(c, out),
    }
}

fn ascii_digit(c: char, zero: char) -> char {
    char::from_digit((c as u32).saturating_sub(zero as u32), 10).unwrap_or(c)
}

fn fold_by_decomposition(c: char, out: &mut String) {
    for part in std::iter::once(c).nfkd() {
        match part {
            _ if is_mark(part) => {}
            'ى' | 'ی' => out.push('ي'),
            'ة' => out.push('ه'),
            'ک' => out.push('ك'),
            'ٱ' => out.push('ا'),
            _ => out.extend(part.to_lowercase()),
        }
    }
}

/// The folded key of a word.
pub(super) fn fold(word: &str) -> String {
    let table = chars::table();
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        chars::of(table, c).fold(c, &mut out);
    }
    keep_accent(word, &mut out, 0);
    out
}

/// A word of one letter is told apart by its accent: "à" is not "a".
pub(super) fn keep_accent(word: &str, keys: &mut String, from: usize) {
    let one = keys.len() == from + 1 && keys.ends_with(|c: char| c.is_ascii_alphabetic());
    if one && word.len() > 1 {
        let mut letters = word.nfc().filter(|c| !is_mark(*c));
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            keys.truncate(from);
            keys.extend(letter.to_lowercase());
        }
    }
}

/// A name as it is shown: no invisible characters, presentation forms as letters, single spaces.
pub(super) fn tidy(name: &str) -> String {
    let name = name.trim();
    if is_tidy(name) {
        return name.to_owned();
    }
    let visible = name.chars().filter(|&c| !is_ignorable(c) && c != '\u{640}');
    let mut out = String::with_capacity(name.len());
    for c in visible.flat_map(letters).nfc() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Plain letters with single spaces between: most names, which need no work.
fn is_tidy(name: &str) -> bool {
    if name.is_ascii() {
        let mut before = b'-';
        return name.bytes().all(|byte| {
            let ok = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
            before = byte;
            ok
        });
    }
    let table = chars::table();
    let mut space = false;
    name.chars().all(|c| {
        let known = chars::of(table, c);
        let ok = (c as u32) < 0x800
            && !known.any(chars::is::MARK)
            && !(known.any(chars::is::SPACE) && (space || c != ' '));
        space = c == ' ';
        ok
    })
}

fn letters(c: char) -> impl Iterator<Item = char> {
    let presentation = matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let folded = presentation.then(|| std::iter::once(c).nfkc());
    let same = (!presentation).then_some(c);
    folded.into_iter().flatten().chain(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_share_a_key() {
        for (a, b) in [
            ("أعلن", "اعلن"),
            ("أَعْلَنَ", "اعلن"),
            ("ا\u{654}علن", "اعلن"),
            ("مسؤول", "مسوول"),
            ("مسو\u{654}ول", "مسوول"),
            ("هيئة", "هييه"),
            ("هيي\u{654}ة", "هييه"),
            ("ﻗﺎﻝ", "قال"),
            ("ﻻ", "لا"),
            ("هـــدنة", "هدنه"),
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("Kip’s", "kip's"),
            ("٤٢", "42"),
            ("À", "à"),
            ("a\u{300}", "à"),
            ("A", "a"),
        ] {
            assert_eq!(fold(a), b, "{a}");
        }
    }

    #[test]
    fn names_are_shown_without_invisible_characters() {
        assert_eq!(tidy("\u{202b}سالم  ﺍﻟﺒﺤﺮﻱ\u{202c} "), "سالم البحري");
        assert_eq!(tidy("Jose\u{301} Roe"), "José Roe");
    }
}
