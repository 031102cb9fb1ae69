//! HTML pages: the main text, one line a block, and what the page states about itself.
//!
//! The parser and the finder of the main text are libraries made for friendly pages. They run behind
//! limits of depth and size, in a thread of their own, so that a page made to exhaust or crash them
//! costs that page and nothing else.

mod guard;
mod jsonld;
mod meta;
mod text;

#[cfg(test)]
mod tests;

pub(super) use meta::{date, language};

use super::{Hint, IntakeError, Media, address, decode, plain};
use crate::model::Received;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

/// How long a page may keep its reader busy. Ordinary pages take some milliseconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Enough for what is recursive in the libraries at the deepest nesting that is let through.
const STACK: usize = 16 * 1024 * 1024;

/// The name of the thread that reads pages, for whoever reports panics.
const THREAD: &str = "hudna-html";

pub(super) fn read(bytes: &[u8], hint: &Hint) -> Result<Received, IntakeError> {
    let declared = plain::declared(hint).or_else(|| declared_by_page(bytes));
    let decoded = decode::decode(bytes, declared)?;
    if plain::is_blank(&decoded.text) {
        return Err(IntakeError::Empty);
    }
    let source = decoded.text;
    let base = hint.url.map(str::to_owned);
    let found = apart(move |cancelled| find(&source, base.as_deref(), cancelled))?;
    let stated = found.stated;
    let title = if stated.title.is_empty() { plain::title(&found.text, hint) } else { stated.title };
    Ok(Received {
        title,
        outlet: stated.outlet,
        author: stated.author,
        url: canonical(&stated.urls, hint.url),
        published: stated.published,
        language: language(&[&stated.language, &stated.locale], &found.text),
        media_type: Media::Html.mime().to_owned(),
        encoding: decoded.encoding.to_owned(),
        text: found.text,
        ..Received::default()
    })
}

/// What a page yields.
struct Found {
    text: String,
    stated: meta::Stated,
}

fn find(source: &str, base: Option<&str>, cancelled: &AtomicBool) -> Result<Found, IntakeError> {
    let document = guard::parse(source, cancelled)?;
    let stated = meta::stated(&document);
    let text = text::main(document, base);
    if plain::is_blank(&text) {
        return Err(IntakeError::NoText);
    }
    Ok(Found { text, stated })
}

/// Runs the work in a thread of its own; a panic or too much patience needed is `TooComplex`.
fn apart<T: Send + 'static>(
    work: impl FnOnce(&AtomicBool) -> Result<T, IntakeError> + Send + 'static,
) -> Result<T, IntakeError> {
    let cancelled = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&cancelled);
    let (sender, receiver) = mpsc::channel();
    std::thread::Builder::new()
        .name(THREAD.to_owned())
        .stack_size(STACK)
        .spawn(move || {
            // Nobody listens any more if patience ran out; then the result is of no use.
            let _ = sender.send(work(&seen));
        })
        .map_err(|error| IntakeError::Unreadable { what: "the page".into(), why: (&error).into() })?;
    receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| {
        cancelled.store(true, Ordering::Relaxed);
        Err(IntakeError::TooComplex)
    })
}

/// The page's canonical address if it can be believed, else where it was found.
///
/// A page fetched from one site cannot pass for a page of another: it would become a version of that
/// one in the casebook. A saved file has no other address than the one it states.
fn canonical(stated: &[String], base: Option<&str>) -> String {
    let believed = stated.iter().filter_map(|url| address::resolve(url, base));
    let own = base.and_then(|base| address::resolve(base, None));
    match own {
        Some(own) => believed.into_iter().find(|url| address::same_site(url, &own)).unwrap_or(own),
        None => believed.into_iter().next().unwrap_or_default(),
    }
}

/// The encoding that a `<meta>` near the beginning names.
fn declared_by_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(4096).map(|&byte| char::from(byte.to_ascii_lowercase())).collect();
    let encoding = head.split("<meta").skip(1).find_map(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        let value = tag.split_once("charset")?.1.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let label = value.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/')).next()?;
        Encoding::for_label(label.as_bytes())
    })?;
    // A page whose declaration could be read as ASCII is not in UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}
