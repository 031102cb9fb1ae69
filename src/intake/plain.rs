//! Plain text: the text is the file decoded, byte order mark removed, CRLF turned to LF, nothing else
//! changed.

use super::{Hint, IntakeError, Media, decode, one_line};
use crate::model::Received;
use encoding_rs::Encoding;
use std::path::Path;

/// The longest first line that is taken for a headline, in code points.
const LONGEST_TITLE: usize = 200;

pub(super) fn read(bytes: &[u8], hint: &Hint) -> Result<Received, IntakeError> {
    let decoded = decode::decode(bytes, declared(hint))?;
    let text = line_feeds(decoded.text);
    if is_blank(&text) {
        return Err(IntakeError::Empty);
    }
    Ok(Received {
        title: title(&text, hint),
        url: hint.url.unwrap_or_default().to_owned(),
        language: crate::text::language(&text).to_owned(),
        media_type: Media::Plain.mime().to_owned(),
        encoding: decoded.encoding.to_owned(),
        text,
        ..Received::default()
    })
}

/// The encoding that the HTTP header names.
pub(super) fn declared(hint: &Hint) -> Option<&'static Encoding> {
    let parameters = hint.content_type?.split(';').skip(1);
    parameters
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .and_then(|(_, value)| Encoding::for_label(value.trim().trim_matches(['"', '\'']).as_bytes()))
}

/// CRLF as LF; a lone CR stays.
pub(super) fn line_feeds(text: String) -> String {
    if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text }
}

/// True if there is nothing to see in it.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// The first line if it can be a headline, else the file's name, else how the text begins.
pub(super) fn title(text: &str, hint: &Hint) -> String {
    let first = text.lines().map(str::trim).find(|line| !is_blank(line)).unwrap_or_default();
    if is_headline(first) {
        return one_line(first);
    }
    let stem = hint.name.and_then(|name| Path::new(name).file_stem()).map(|stem| stem.to_string_lossy());
    stem.map(|stem| one_line(&stem)).filter(|stem| !stem.is_empty()).unwrap_or_else(|| beginning(first))
}

fn is_headline(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '”', '»', '\'', '’', ')']);
    !line.is_empty()
        && line.chars().nth(LONGEST_TITLE).is_none()
        && !bare.ends_with(['.', '…', '۔', ':', ';', '؛', ',', '،'])
}

fn beginning(line: &str) -> String {
    let mut words = String::new();
    for word in line.split_whitespace() {
        if words.chars().count() + word.chars().count() > 80 {
            words.extend(word.chars().take(if words.is_empty() { 80 } else { 0 }));
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}
