//! Files, addresses and standard input become a [`Received`]: the bytes as they came, and the text,
//! title, outlet, author, date, language and address that were read from them.
//!
//! [`read`] does the reading and touches nothing outside its arguments; [`inputs`] and [`receive`]
//! fetch the bytes for it. Everything received is taken for hostile: sizes are capped while
//! reading, markup is capped in depth and number of nodes, and nothing in it is ever run or fetched.

mod address;
mod binary;
mod decode;
mod error;
mod fetch;
mod front;
mod html;
mod inputs;
mod legacy;
mod markdown;
mod plain;

#[cfg(test)]
mod tests;

pub use error::IntakeError;
pub use inputs::inputs;

use crate::model::Received;
use std::path::{Path, PathBuf};

/// The largest article that is taken in, in bytes.
pub const MAX_ARTICLE: u64 = 256 * 1024 * 1024;

/// The largest HTML page or Markdown text: their parsers need many times its size in memory.
pub const MAX_MARKUP: u64 = 32 * 1024 * 1024;

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// An http or https address.
    Url(String),
    /// Standard input.
    Stdin,
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => f.write_str(&shown(path)),
            Self::Url(url) => f.write_str(&crate::text::safe(url, false)),
            Self::Stdin => f.write_str("standard input"),
        }
    }
}

/// What the person importing states about an article; it stands above whatever the article says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overrides {
    /// Headline.
    pub title: Option<String>,
    /// Newspaper, agency, channel or site.
    pub outlet: Option<String>,
    /// By-line.
    pub author: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Publication date, ISO 8601.
    pub published: Option<String>,
    /// Main language, BCP 47.
    pub language: Option<String>,
    /// Whether the document gets a random id instead of one from its text.
    pub private: bool,
}

impl Overrides {
    fn apply(&self, received: &mut Received) {
        let fields = [
            (&self.title, &mut received.title),
            (&self.outlet, &mut received.outlet),
            (&self.author, &mut received.author),
            (&self.url, &mut received.url),
            (&self.published, &mut received.published),
            (&self.language, &mut received.language),
        ];
        for (stated, field) in fields {
            if let Some(stated) = stated {
                *field = stated.trim().to_owned();
            }
        }
    }
}

/// What is known of bytes before they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hint<'a> {
    /// The file's name, without folders.
    pub name: Option<&'a str>,
    /// The value of the HTTP header `Content-Type`.
    pub content_type: Option<&'a str>,
    /// The address that the bytes were fetched from, after redirects.
    pub url: Option<&'a str>,
}

/// Fetches one input and reads it.
pub fn receive(input: &Input, overrides: &Overrides) -> Result<Received, IntakeError> {
    match input {
        Input::File(path) => {
            let bytes = inputs::file(path)?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            read(bytes, &Hint { name: name.as_deref(), ..Hint::default() }, overrides)
        }
        Input::Stdin => {
            let bytes = inputs::capped(std::io::stdin().lock(), "standard input")?;
            read(bytes, &Hint::default(), overrides)
        }
        Input::Url(url) => {
            let page = fetch::fetch(url)?;
            let name = address::file_name(&page.url);
            let hint = Hint {
                name: name.as_deref(),
                content_type: page.content_type.as_deref(),
                url: Some(&page.url),
            };
            read(page.bytes, &hint, overrides)
        }
    }
}

/// Reads bytes as an article. Touches nothing but its arguments.
pub fn read(bytes: Vec<u8>, hint: &Hint, overrides: &Overrides) -> Result<Received, IntakeError> {
    let size = bytes.len() as u64;
    if size > MAX_ARTICLE {
        return Err(IntakeError::TooLarge { what: "the article".into(), limit: MAX_ARTICLE });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(IntakeError::Empty);
    }
    if let Some(what) = binary::magic(&bytes) {
        return Err(IntakeError::Binary { what });
    }
    let media = media(&bytes, hint)?;
    if media != Media::Plain && size > MAX_MARKUP {
        return Err(IntakeError::TooLarge { what: media.name().into(), limit: MAX_MARKUP });
    }
    let mut received = match media {
        Media::Plain => plain::read(&bytes, hint)?,
        Media::Html => html::read(&bytes, hint)?,
        Media::Markdown => markdown::read(&bytes, hint)?,
    };
    received.bytes = bytes;
    overrides.apply(&mut received);
    Ok(received)
}

/// The three kinds of text that are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Media {
    Plain,
    Html,
    Markdown,
}

impl Media {
    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "the text",
            Self::Html => "the HTML page",
            Self::Markdown => "the Markdown text",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::Plain => "text/plain",
            Self::Html => "text/html",
            Self::Markdown => "text/markdown",
        }
    }
}

/// Decides by the HTTP header, then by the name, then by how the bytes begin.
fn media(bytes: &[u8], hint: &Hint) -> Result<Media, IntakeError> {
    let mime = hint
        .content_type
        .map(|value| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    match mime.as_deref() {
        Some("text/html" | "application/xhtml+xml") => return Ok(Media::Html),
        Some("text/markdown" | "text/x-markdown") => return Ok(Media::Markdown),
        // Servers send these for what they do not know, Markdown and pages among it.
        None | Some("" | "text/plain" | "application/octet-stream" | "text/xml" | "application/xml") => {}
        Some(other) if other.starts_with("text/") => {}
        Some(other) => {
            return Err(IntakeError::UnsupportedType { mime: crate::text::safe(other, false).into_owned() });
        }
    }
    let extension = hint.name.and_then(|name| Path::new(name).extension()?.to_str());
    Ok(match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("html" | "htm" | "xhtml") => Media::Html,
        Some("md" | "markdown") => Media::Markdown,
        Some("txt" | "text") => Media::Plain,
        _ if mime.as_deref() == Some("text/plain") => Media::Plain,
        _ if binary::begins_like_html(bytes) => Media::Html,
        _ => Media::Plain,
    })
}

/// A path as it may be shown in a message.
fn shown(path: &Path) -> String {
    crate::text::safe(&path.to_string_lossy(), false).into_owned()
}

/// Whitespace folded and trimmed, as titles and names are kept; nothing else is changed.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
