//! Lexicon files of the user: words that claims are found by, beside the built-in ones.

use super::failure::Failure;
use super::session::Session;
use crate::extract::Extractor;
use crate::{locale, say};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// The most files.
const MOST: usize = 64;

/// The folder that they lie in.
pub fn folder(session: &Session) -> PathBuf {
    session.places.own.join("lexicon")
}

/// The extractor with the user's words.
pub fn extractor(session: &Session) -> Result<Extractor, Failure> {
    extractor_by(&folder(session))
}

/// The extractor with the words in this folder.
pub fn extractor_by(folder: &Path) -> Result<Extractor, Failure> {
    let files = read_in(folder)?;
    Extractor::with_lexicons(&files).map_err(|error| {
        if files.is_empty() {
            return error.into();
        }
        let problem = on_one_line(&error.to_string());
        Failure::failed(say!("lexicons-unusable", folder = folder.display(), why = problem))
            .hint(say!("lexicons-unusable-hint"))
    })
}

/// A reader's complaint without the lines that it draws under the place.
fn on_one_line(problem: &str) -> String {
    let drawn = |line: &&str| {
        let number = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        line.trim().is_empty() || number.trim_start().starts_with('|')
    };
    problem.lines().filter(|line| !drawn(line)).map(str::trim).collect::<Vec<_>>().join(": ")
}

/// The files in order of their names, each with its text; none where there is no such folder.
pub fn read(session: &Session) -> Result<Vec<(String, String)>, Failure> {
    read_in(&folder(session))
}

fn read_in(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let wrong = |path: &Path, why: &str| {
        Failure::failed(say!("lexicons-unread", file = path.display(), why = why))
            .hint(say!("lexicons-unread-hint"))
    };
    let paths = match names(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        paths => paths.map_err(|error| wrong(folder, &locale::system(&error)))?,
    };
    if paths.len() > MOST {
        return Err(wrong(folder, &say!("lexicons-too-many", most = MOST)));
    }
    let read = |path: &PathBuf| {
        let text = text(path).map_err(|error| wrong(path, &locale::system(&error)))?;
        Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
    };
    paths.iter().map(read).collect()
}

fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn text(path: &Path) -> io::Result<String> {
    if !path.metadata()?.is_file() {
        return Err(io::Error::other(say!("cli-is-no-file")));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other(say!("cli-too-large", mib = LARGEST >> 20)));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other(say!("cli-is-no-utf8")))
}
