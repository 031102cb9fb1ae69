//! Bytes to characters. Nothing is ever replaced in silence: bytes are text in one encoding from the
//! first to the last, or an error names the place.

use super::{IntakeError, binary, legacy};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text and the name of its encoding by the WHATWG Encoding Standard.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
}

/// Decodes by byte order mark, then as UTF-8 where the bytes are valid, then as `declared` says, then
/// by what the bytes look like.
///
/// Valid UTF-8 stands above the declaration: servers and pages often declare wrongly, and text in
/// another encoding is next to never valid UTF-8 by accident.
pub(super) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, IntakeError> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return utf8(rest, 3);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe\0\0") {
        return utf32(rest, u32::from_le_bytes, "UTF-32LE");
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xfe\xff") {
        return utf32(rest, u32::from_be_bytes, "UTF-32BE");
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(rest, UTF_16LE, 2);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(rest, UTF_16BE, 2);
    }
    // UTF-16 text holds bytes that look like control characters: the high bytes of each letter.
    if bytes.iter().any(|&byte| binary::is_foreign(byte)) {
        if let Some(encoding) = wide(bytes) {
            return utf16(bytes, encoding, 0);
        }
        if bytes.contains(&0) || binary::mostly_controls(bytes) {
            return Err(IntakeError::Binary { what: "it holds bytes that no text has" });
        }
    }
    if declared == Some(ISO_2022_JP)
        && bytes.contains(&0x1b)
        && let Some(decoded) = strictly(bytes, ISO_2022_JP)
    {
        return Ok(decoded);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding: UTF_8.name() }),
        Err(error) if is_damaged_utf8(bytes) => {
            Err(IntakeError::Invalid { encoding: UTF_8.name(), offset: error.valid_up_to() })
        }
        Err(_) => single_byte(bytes, declared),
    }
}

fn single_byte(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, IntakeError> {
    declared
        .filter(|&encoding| encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE)
        .and_then(|encoding| strictly(bytes, encoding))
        .or_else(|| strictly(bytes, legacy::detect(bytes)))
        .ok_or(IntakeError::UnknownEncoding)
}

fn strictly(bytes: &[u8], encoding: &'static Encoding) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(Decoded { text: text.into_owned(), encoding: encoding.name() })
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<Decoded, IntakeError> {
    if bytes.contains(&0) {
        return Err(IntakeError::Binary { what: "it holds bytes that no text has" });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding: UTF_8.name() }),
        Err(error) => {
            let offset = error.valid_up_to().saturating_add(skipped);
            Err(IntakeError::Invalid { encoding: UTF_8.name(), offset })
        }
    }
}

/// True if bytes that are not valid UTF-8 are UTF-8 all the same, but for a few damaged places: more
/// than two characters of several bytes stand for each wrong byte.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut wrong) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    sound > wrong.saturating_mul(2)
}

fn utf16(bytes: &[u8], encoding: &'static Encoding, skipped: usize) -> Result<Decoded, IntakeError> {
    let unit = |pair: &[u8; 2]| {
        if encoding == UTF_16LE { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) }
    };
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut offset = skipped;
    let invalid = |offset| IntakeError::Invalid { encoding: encoding.name(), offset };
    for decoded in char::decode_utf16(pairs.iter().map(unit)) {
        let character = decoded.map_err(|_| invalid(offset))?;
        if character == '\0' {
            return Err(IntakeError::Binary { what: "it holds bytes that no text has" });
        }
        text.push(character);
        offset = offset.saturating_add(character.len_utf16().saturating_mul(2));
    }
    if !odd.is_empty() {
        return Err(invalid(offset));
    }
    Ok(Decoded { text, encoding: encoding.name() })
}

fn utf32(bytes: &[u8], number: fn([u8; 4]) -> u32, name: &'static str) -> Result<Decoded, IntakeError> {
    let (quads, odd) = bytes.as_chunks::<4>();
    let mut text = String::with_capacity(bytes.len());
    for (index, quad) in quads.iter().enumerate() {
        match char::from_u32(number(*quad)) {
            Some(character) if character != '\0' => text.push(character),
            _ => return Err(IntakeError::Invalid { encoding: name, offset: index.saturating_mul(4) + 4 }),
        }
    }
    if !odd.is_empty() {
        return Err(IntakeError::Invalid { encoding: name, offset: quads.len().saturating_mul(4) + 4 });
    }
    Ok(Decoded { text, encoding: name })
}

/// The byte order of UTF-16 without a mark, if nearly all units are letters of the scripts of the
/// news, digits, spaces and punctuation in one order and not in the other.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..65_536).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    if pairs.len() < 2 {
        return None;
    }
    let plausible = |unit: fn([u8; 2]) -> u16| {
        let count = pairs.iter().filter(|&&pair| is_common(unit(pair))).count();
        // In nineteen of twenty, and some of it ASCII or a space, as in every text.
        let spaced = pairs.iter().any(|&pair| matches!(unit(pair), 0x0a | 0x0d | 0x20..=0x7e));
        count.saturating_mul(20) >= pairs.len().saturating_mul(19) && spaced
    };
    match (plausible(u16::from_le_bytes), plausible(u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

const fn is_common(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0xa0..=0x24f      // Latin
        | 0x370..=0x52f | 0x590..=0x6ff | 0x750..=0x77f      // Greek, Cyrillic, Hebrew, Arabic
        | 0x2000..=0x206f | 0x20a0..=0x20bf | 0xfb50..=0xfdff | 0xfe70..=0xfeff)
}
