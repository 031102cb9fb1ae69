//! Other extractors: a program of the user's that reads a document and writes claims.
//!
//! The program gets the document as one JSON object on its standard input and writes the claims as
//! JSON Lines; `docs/extractors.md` describes both. What it writes is taken for hostile: it is
//! capped while reading, and every line is checked before it counts as a claim.

mod error;
mod lines;
mod process;

#[cfg(test)]
mod tests;

pub use error::OutsideError;

use crate::model::{Extracted, Id, Received};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// Another extractor.
#[derive(Debug, Clone)]
pub struct Program {
    /// The program and its arguments.
    words: Vec<String>,
    name: String,
    version: String,
    timeout: Duration,
}

/// What a program found in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The claims in order of their start.
    pub claims: Vec<Extracted>,
    /// What it wrote to standard error, cut to its end.
    pub said: String,
}

/// A document as the program reads it.
#[derive(Serialize)]
struct Request<'a> {
    format: u32,
    document: &'a Id,
    language: &'a str,
    title: &'a str,
    outlet: &'a str,
    published: &'a str,
    text: &'a str,
}

impl Program {
    /// The program that a command names, with its arguments: words as a shell would part them, without
    /// variables, patterns, pipes or anything else that a shell would do. It must be there.
    pub fn new(command: &str, timeout: Duration) -> Result<Program, OutsideError> {
        let words = shlex::split(command).ok_or(OutsideError::Command)?;
        let first = words.first().filter(|word| !word.is_empty()).ok_or(OutsideError::Command)?;
        let file = Path::new(first).file_name().unwrap_or(OsStr::new(first)).to_string_lossy();
        let name = crate::text::safe(&file, false).into_owned();
        if !is_there(first) {
            return Err(OutsideError::Absent { name: crate::text::safe(first, false).into_owned() });
        }
        let mut hash = Sha256::new();
        for word in &words {
            hash.update(word);
            hash.update([0]);
        }
        let hash: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let version = format!("with:{name}:{hash}");
        Ok(Program { words, name, version, timeout })
    }

    /// The program's name, without folders.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Names an extraction: the program, and the hash of the whole command.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Runs the program on a document. It is ended when `stop` becomes true, and after the time limit.
    pub fn find(&self, received: &Received, stop: &AtomicBool) -> Result<Found, OutsideError> {
        let document = Id::of_document(&Sha256::digest(received.text.as_bytes()).into());
        let request = Request {
            format: 1,
            document: &document,
            language: &received.language,
            title: &received.title,
            outlet: &received.outlet,
            published: &received.published,
            text: &received.text,
        };
        let name = || self.name.clone();
        let mut input = serde_json::to_vec(&request)
            .map_err(|error| OutsideError::Start { name: name(), why: error.to_string().into() })?;
        input.push(b'\n');
        let ran = process::run(self, input, stop)?;
        match lines::claims(&ran.stdout, received, &document) {
            Ok(claims) => Ok(Found { claims, said: ran.said }),
            Err(lines::Wrong::Silent) => Err(OutsideError::Silent { name: name(), said: ran.said }),
            Err(lines::Wrong::Line(line, problem)) => {
                Err(OutsideError::Line { name: name(), line, problem, said: ran.said })
            }
        }
    }
}

/// Whether a program of that name can be started: a path, or a file in one of the folders of `PATH`.
fn is_there(program: &str) -> bool {
    let endings = if cfg!(windows) { &["", ".exe", ".com", ".bat", ".cmd"][..] } else { &[""] };
    let there = |path: PathBuf| {
        endings.iter().any(|ending| {
            let mut path = path.clone().into_os_string();
            path.push(ending);
            Path::new(&path).is_file()
        })
    };
    if Path::new(program).components().count() > 1 {
        return there(PathBuf::from(program));
    }
    // Without PATH the system looks in these.
    let folders = std::env::var_os("PATH").unwrap_or_else(|| "/bin:/usr/bin".into());
    std::env::split_paths(&folders).any(|folder| there(folder.join(program)))
        || (cfg!(windows) && there(PathBuf::from(program)))
}
