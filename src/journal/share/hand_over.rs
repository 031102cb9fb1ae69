//! Putting a copy where it is to go: whole or not at all, never over another file.

use super::super::entry::hex;
use super::super::keep::sync_folder;
use super::super::seal::{Recipient, seal};
use super::unfinished::Unfinished;
use super::{Draft, Progress, failed, not_stopped};
use crate::journal::{CasebookError, Result};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Bytes copied at a time.
const PIECE: usize = 1 << 18;

/// A copy that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
}

/// The folder that a file is to lie in.
pub fn folder_of(to: &Path) -> &Path {
    to.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a new file can have this name: refuses a name that is taken, or whose folder is not there.
pub fn is_free(to: &Path) -> Result<()> {
    if to.symlink_metadata().is_ok() {
        return Err(taken(to));
    }
    let folder = folder_of(to);
    if folder.is_dir() {
        Ok(())
    } else {
        Err(CasebookError::Invalid(crate::spoken!("refused-no-folder", path = folder.display())))
    }
}

fn taken(to: &Path) -> CasebookError {
    CasebookError::Invalid(crate::spoken!("refused-taken", path = to.display()))
}

impl Draft {
    /// Hands the copy over: in its folder without a name first, synced, then under its own; never over a file that is
    /// there. With recipients it is encrypted to them, and nothing plain ever lies in that folder.
    pub fn hand_over(self, to: &Path, recipients: &[&Recipient], progress: &mut Progress) -> Result<Shared> {
        let plain = self.compact();
        put(&plain, to, recipients, &self.stop, progress)
    }
}

/// Puts a private file where it is to go.
pub fn put(
    plain: &Path,
    to: &Path,
    recipients: &[&Recipient],
    stop: &AtomicBool,
    progress: &mut Progress,
) -> Result<Shared> {
    is_free(to)?;
    let failed = |source| failed(to, source);
    let folder = folder_of(to);
    let mut unfinished = Unfinished::new(folder).map_err(failed)?;
    let from = File::open(plain).map_err(failed)?;
    let shared = write(from, &mut unfinished.file, recipients, stop, progress)?.map_err(failed)?;
    unfinished.name(to).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => taken(to),
        _ => failed(error),
    })?;
    sync_folder(folder);
    Ok(shared)
}

/// Writes a private file into another, encrypted where there are recipients. The inner result is of reading and writing.
fn write(
    from: File,
    to: &mut File,
    recipients: &[&Recipient],
    stop: &AtomicBool,
    progress: &mut Progress,
) -> Result<std::io::Result<Shared>> {
    let all = match from.metadata() {
        Ok(found) => found.len(),
        Err(error) => return Ok(Err(error)),
    };
    let mut hashing = Hashing { to: BufWriter::with_capacity(PIECE, to), hash: Sha256::new(), size: 0 };
    let written = if recipients.is_empty() {
        copy(from, &mut hashing, all, stop, progress)?
    } else {
        let mut sealed = seal(recipients, &mut hashing)?;
        copy(from, &mut sealed, all, stop, progress)?.and_then(|()| sealed.finish().map(drop))
    };
    let Hashing { mut to, hash, size } = hashing;
    let done = written.and_then(|()| to.flush());
    Ok(done.map(|()| Shared { size, sha256: hex(&hash.finalize()) }))
}

/// Copies piece by piece. The inner result is of reading and writing.
fn copy(
    mut from: File,
    to: &mut dyn Write,
    all: u64,
    stop: &AtomicBool,
    progress: &mut Progress,
) -> Result<std::io::Result<()>> {
    let (mut piece, mut done) = (vec![0; PIECE], 0);
    loop {
        not_stopped(stop)?;
        let n = match from.read(&mut piece) {
            Ok(0) => return Ok(Ok(())),
            Ok(n) => n,
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(e) => return Ok(Err(e)),
        };
        if let Err(e) = to.write_all(piece.get(..n).unwrap_or_default()) {
            return Ok(Err(e));
        }
        done += n as u64;
        progress(done, all);
    }
}

/// Counts and hashes what is written through it.
struct Hashing<W: Write> {
    to: W,
    hash: Sha256,
    size: u64,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.hash.update(bytes.get(..n).unwrap_or_default());
        self.size += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}
