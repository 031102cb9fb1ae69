//! Characters that must not reach a terminal as they are, and the names shown in their place.

use std::borrow::Cow;
use std::fmt::Write as _;
use unicode_joining_type::{JoiningType, get_joining_type};

/// Zero-width non-joiner.
pub(crate) const ZWNJ: char = '\u{200c}';
/// Zero-width joiner.
pub(crate) const ZWJ: char = '\u{200d}';

const C0: [&str; 32] = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS",
    "US",
];

/// The name to show for a character that is invisible, turns text round or commands a terminal;
/// none for a character that is safe. This is the one table that screens and the command line use.
///
/// A zero-width joiner or non-joiner has a name here, but is harmless where [`joiner_acts`].
pub fn unsafe_name(c: char) -> Option<Cow<'static, str>> {
    if !is_unsafe(c) {
        return None;
    }
    let name = match c {
        '\0'..='\u{1f}' => C0.get(c as usize).copied().unwrap_or("C0"),
        '\u{7f}' => "DEL",
        '\u{85}' => "NEL",
        '\u{9b}' => "CSI",
        '\u{9d}' => "OSC",
        '\u{ad}' => "SHY",
        '\u{34f}' => "CGJ",
        '\u{61c}' => "ALM",
        '\u{180e}' => "MVS",
        '\u{200b}' => "ZWSP",
        ZWNJ => "ZWNJ",
        ZWJ => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{2028}' => "LS",
        '\u{2029}' => "PS",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        '\u{fff9}' => "IAA",
        '\u{fffa}' => "IAS",
        '\u{fffb}' => "IAT",
        _ => return Some(Cow::Owned(format!("U+{:04X}", c as u32))),
    };
    Some(Cow::Borrowed(name))
}

/// An id, a date or a number as it was meant: without blanks around it, and without the marks of direction and the like that other
/// programs put beside such words in a line that runs from right to left, and that come along when these are copied.
pub fn bare(given: &str) -> String {
    let seen: String = given.chars().filter(|c| !is_unsafe(*c)).collect();
    seen.trim().to_owned()
}

/// Whether [`unsafe_name`] has a name for it.
pub(crate) fn is_unsafe(c: char) -> bool {
    match c {
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{34e}' | '\u{350}'..='\u{61b}' => false,
        '\u{61d}'..='\u{115e}' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' => true,
        // Fillers and signs without a shape of their own.
        '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => true,
        '\u{3164}' | '\u{ffa0}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        // Variation selectors, but for the two that choose between text and emoji.
        '\u{fe00}'..='\u{fe0d}' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' => true,
        '\u{1d173}'..='\u{1d17a}' => true,
        // Tags, further variation selectors, private use; the whole planes hold nothing visible.
        '\u{e0000}'..='\u{10ffff}' => true,
        c => c as u32 & 0xfffe == 0xfffe,
    }
}

/// Whether a zero-width joiner or non-joiner between these texts only shapes Arabic letters: a
/// non-joiner between two joining letters, a joiner beside at least one.
pub fn joiner_acts(before: &str, joiner: char, after: &str) -> bool {
    let left = before.chars().rev().find(|&c| !is_mark(c));
    let right = after.chars().find(|&c| !is_mark(c));
    let joining = |c: Option<char>| {
        use JoiningType::{DualJoining, JoinCausing, LeftJoining, RightJoining};
        let kind = c.filter(|c| !matches!(*c, ZWJ | ZWNJ)).map(get_joining_type);
        matches!(kind, Some(DualJoining | RightJoining | LeftJoining | JoinCausing))
    };
    let doubled = [left, right].iter().any(|c| matches!(c, Some(ZWJ | ZWNJ)));
    match joiner {
        ZWJ => !doubled && (joining(left) || joining(right)),
        ZWNJ => joining(left) && joining(right),
        _ => false,
    }
}

/// A mark that joining looks through.
fn is_mark(c: char) -> bool {
    c > '\u{2ff}' && !is_unsafe(c) && get_joining_type(c) == JoiningType::Transparent
}

/// Text that can be written to a terminal: each unsafe character as a visible token such as `⟨RLO⟩`;
/// line breaks and tabs stay where `lines` is true.
pub fn safe(text: &str, lines: bool) -> Cow<'_, str> {
    let kept = |c: char| lines && matches!(c, '\n' | '\t');
    let Some(first) = text.find(|c| is_unsafe(c) && !kept(c)) else {
        return Cow::Borrowed(text);
    };
    let (head, tail) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(head);
    for (at, c) in tail.char_indices() {
        let at = first + at;
        let (before, after) = (text.get(..at), text.get(at + c.len_utf8()..));
        let acts = |c| joiner_acts(before.unwrap_or_default(), c, after.unwrap_or_default());
        match unsafe_name(c).filter(|_| !kept(c)) {
            Some(_) if matches!(c, ZWJ | ZWNJ) && acts(c) => out.push(c),
            Some(name) => {
                out.push('⟨');
                out.push_str(&name);
                out.push('⟩');
            }
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Serialised JSON with every unsafe character beyond ASCII as its `\uXXXX` escape: it means the
/// same, and carries nothing that a terminal acts on. JSON itself never holds a raw ASCII control
/// character inside a string; DEL, which it may, is escaped too.
pub fn escape_json(json: &str) -> Cow<'_, str> {
    let escaped = |c: char| c > '~' && is_unsafe(c);
    if !json.contains(escaped) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if escaped(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}
