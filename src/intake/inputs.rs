//! What the arguments of an import stand for: files, folders, addresses, standard input; and reading
//! bytes up to the limit.

use super::{Input, IntakeError, MAX_ARTICLE, address, binary, shown};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// Endings that articles have; a folder's other files are left alone.
const ARTICLES: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// The inputs that the arguments name, in their order: `-`, addresses, files, and folders with all
/// in them. Links inside a folder are not followed, since they could lead anywhere.
pub fn inputs(arguments: &[String]) -> Result<Vec<Input>, IntakeError> {
    let mut inputs = Vec::new();
    for argument in arguments {
        if argument == "-" {
            inputs.push(Input::Stdin);
        } else if address::is_web(argument) {
            inputs.push(Input::Url(argument.clone()));
        } else {
            local(argument, &mut inputs)?;
        }
    }
    Ok(inputs)
}

fn local(argument: &str, inputs: &mut Vec<Input>) -> Result<(), IntakeError> {
    let path = PathBuf::from(argument);
    match std::fs::metadata(&path) {
        Ok(metadata) if metadata.is_dir() => folder(&path, inputs),
        Ok(_) => {
            inputs.push(Input::File(path));
            Ok(())
        }
        Err(_) if argument.contains("://") || argument.starts_with("file:") => {
            let scheme = argument.split(':').next().unwrap_or_default();
            Err(IntakeError::Scheme { scheme: crate::text::safe(scheme, false).into_owned() })
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(IntakeError::NotFound { path: shown(&path) })
        }
        Err(error) => Err(IntakeError::Unreadable { what: shown(&path), why: (&error).into() }),
    }
}

fn folder(root: &Path, inputs: &mut Vec<Input>) -> Result<(), IntakeError> {
    let before = inputs.len();
    let walk = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && can_be_article(entry.path()) => {
                inputs.push(Input::File(entry.into_path()));
            }
            Ok(_) => {}
            // Handed on, so that reading it fails alone, with its name, beside the others.
            Err(error) => inputs.push(Input::File(error.path().unwrap_or(root).to_owned())),
        }
    }
    if inputs.len() == before {
        return Err(IntakeError::NothingInFolder { path: shown(root) });
    }
    Ok(())
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn can_be_article(path: &Path) -> bool {
    match path.extension() {
        Some(extension) => {
            extension.to_str().is_some_and(|it| ARTICLES.contains(&it.to_ascii_lowercase().as_str()))
        }
        None => looks_like_text(path),
    }
}

/// Whether a file without extension begins as a text does. One that cannot be read is taken for an
/// article, so that the person learns of it.
fn looks_like_text(path: &Path) -> bool {
    let mut head = Vec::new();
    let Ok(file) = File::open(path) else { return true };
    if file.take(4096).read_to_end(&mut head).is_err() {
        return true;
    }
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    !head.is_empty() && binary::magic(&head).is_none() && (wide || !head.contains(&0))
}

/// All bytes of a file.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, IntakeError> {
    let what = shown(path);
    let file = File::open(path).map_err(|error| unreadable(&what, &error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&what, &error))?;
    if metadata.is_dir() {
        return Err(IntakeError::Unreadable { what, why: crate::spoken!("intake-is-folder") });
    }
    if metadata.len() > MAX_ARTICLE {
        return Err(IntakeError::TooLarge { what, limit: MAX_ARTICLE });
    }
    capped(file, &what)
}

/// All bytes of a reader, or an error as soon as there are too many.
pub(super) fn capped(reader: impl Read, what: &str) -> Result<Vec<u8>, IntakeError> {
    capped_at(reader, what, MAX_ARTICLE)
}

pub(super) fn capped_at(reader: impl Read, what: &str, limit: u64) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(what, &error))?;
    if bytes.len() as u64 > limit {
        return Err(IntakeError::TooLarge { what: what.to_owned(), limit });
    }
    Ok(bytes)
}

fn unreadable(what: &str, error: &std::io::Error) -> IntakeError {
    if error.kind() == std::io::ErrorKind::NotFound {
        return IntakeError::NotFound { path: what.to_owned() };
    }
    IntakeError::Unreadable { what: what.to_owned(), why: error.into() }
}
