//! Telling what is no text at all from the first bytes, and HTML from other text.

/// How files that are not articles begin.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\0", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
];

/// What kind of file this is, if its first bytes say that it is no text.
pub(super) fn magic(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(what);
    }
    match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (_, Some(b"ftyp"), _) => Some("a film or picture"),
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some("a WebP picture"),
        (Some(b"RIFF"), _, Some(b"WAVE" | b"AVI ")) => Some("a recording"),
        _ => None,
    }
}

/// What a kind of file is called.
pub(super) fn words(what: &str) -> String {
    match what {
        "a PNG picture" => crate::say!("binary-png-picture"),
        "a JPEG picture" => crate::say!("binary-jpeg-picture"),
        "a GIF picture" => crate::say!("binary-gif-picture"),
        "a PDF document" => crate::say!("binary-pdf-document"),
        "a ZIP archive or an office document" => crate::say!("binary-zip-archive-or-an-office-document"),
        "an empty ZIP archive" => crate::say!("binary-empty-zip-archive"),
        "an SQLite database" => crate::say!("binary-sqlite-database"),
        "gzip-compressed data" => crate::say!("binary-gzip-compressed-data"),
        "bzip2-compressed data" => crate::say!("binary-bzip2-compressed-data"),
        "xz-compressed data" => crate::say!("binary-xz-compressed-data"),
        "zstd-compressed data" => crate::say!("binary-zstd-compressed-data"),
        "a 7-Zip archive" => crate::say!("binary-7-zip-archive"),
        "a RAR archive" => crate::say!("binary-rar-archive"),
        "an old office document" => crate::say!("binary-old-office-document"),
        "an RTF document" => crate::say!("binary-rtf-document"),
        "a program" => crate::say!("binary-program"),
        "an MP3 recording" => crate::say!("binary-mp3-recording"),
        "a recording" => crate::say!("binary-recording"),
        "a film" => crate::say!("binary-film"),
        "a TIFF picture" => crate::say!("binary-tiff-picture"),
        "a film or picture" => crate::say!("binary-film-or-picture"),
        "a WebP picture" => crate::say!("binary-webp-picture"),
        "it holds bytes that no text has" => crate::say!("binary-holds-bytes-that-no-text-has"),
        other => other.to_owned(),
    }
}

/// True if there are more control characters among the bytes than any text has. Escape codes, tabs
/// and the like do not count: a log of a terminal is still a text.
pub(super) fn mostly_controls(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|&&byte| is_foreign(byte)).count();
    controls.saturating_mul(50) > bytes.len()
}

/// True of control characters that no writer of single-byte text or UTF-8 ever means.
pub(super) const fn is_foreign(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x07 | 0x08 | 0x0b | 0x0c | 0x1b) || byte == 0x7f
}

/// True if the bytes begin as an HTML page does: after white space, comments and an XML declaration
/// comes the document type, or an element that only pages have.
pub(super) fn begins_like_html(bytes: &[u8]) -> bool {
    // A page in UTF-16 shows the same characters with NULs between them.
    let head: String = bytes
        .iter()
        .take(4096)
        .filter(|&&byte| byte != 0)
        .map(|&byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let mut rest = head.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}']).trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?xml") => "?>",
            _ => break,
        };
        match rest.split_once(end) {
            Some((_, after)) => rest = after.trim_start(),
            None => return false,
        }
    }
    ["<!doctype html", "<html", "<head", "<body", "<meta", "<title"].iter().any(|tag| {
        rest.strip_prefix(tag).is_some_and(|after| !after.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}
