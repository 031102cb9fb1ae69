//! Salvaging a damaged casebook: what bears itself out by hash and signature goes into a new one.
//!
//! The file is read page by page (`store::salvage`), never through SQLite and never written to. An entry's hash is made
//! anew from its header and parts (`prove`); each sitting is followed from its first entry for as long as `verify`
//! would have it (`chain`), and written (`write`). An entry after a gap cannot be tied to its sitting any more: what can
//! be read of it goes into a file of its own (`lost`). What the new casebook lacks is said by an entry in it.

mod chain;
mod lost;
mod prove;
mod write;

use super::keep::{owner_only, sync_folder};
use super::{CasebookError, Keyring, Result, clock};
use crate::store::salvage::{self, Scanned, Stage};
use chain::Followed;
use lost::Lines;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// How many losses of a kind are told one by one; the rest is counted.
const MOST_TOLD: usize = 1000;

/// What was saved of a casebook, and what was lost.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Recovered {
    /// Id of the casebook.
    pub casebook: String,
    /// Sittings of which entries were saved.
    pub sittings: u64,
    /// Entries saved.
    pub entries: u64,
    /// Parts of them.
    pub parts: u64,
    /// Texts, bytes as received and attachments.
    pub blobs: u64,
    /// Entries lost, as far as anything in the file still speaks of them.
    pub lost_entries: u64,
    /// The first of these in ranges.
    pub lost: Vec<LostEntries>,
    /// Parts whose content is gone: they are withheld, and a merge fills them.
    pub lost_parts: u64,
    /// The first of these.
    pub withheld: Vec<LostPart>,
    /// Lost entries whose hash is known.
    pub missing: u64,
    /// Where what can still be read of the lost entries was written.
    pub readable: Option<PathBuf>,
    /// Whether an entry was added that says what is missing.
    pub marked: bool,
    /// Pages of the file.
    pub pages: u64,
    /// Pages that it should have and that are not there.
    pub missing_pages: u64,
    /// Pages that the disk would not give.
    pub unreadable_pages: u64,
    /// Pages that had to be searched byte by byte for rows and held some.
    pub torn_pages: u64,
}

/// Entries of a sitting that were lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LostEntries {
    /// Id of the sitting, hexadecimal; empty where it is lost too.
    pub sitting: String,
    /// The first of them.
    pub from: u64,
    /// The last.
    pub to: u64,
    /// How many of them can be read all the same.
    pub readable: u64,
}

/// A part whose content was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LostPart {
    /// Id of the sitting, hexadecimal.
    pub sitting: String,
    /// Number of the entry in it.
    pub seq: u64,
    /// Number of the part in that.
    pub n: i64,
    /// What it speaks of.
    pub subject: String,
    /// What is wrong.
    pub what: String,
}

impl Recovered {
    /// Whether nothing was lost that anything in the file speaks of.
    pub fn is_complete(&self) -> bool {
        self.lost_entries == 0 && self.lost_parts == 0 && self.missing == 0
    }
}

/// How the name of a file ends that holds what can be read of lost entries.
pub const LOST: &str = ".lost.jsonl";

/// How many names are tried for such a file.
const NAMES: usize = 1000;

/// The files beside a new casebook that may take what can be read and has no place in it, in the order in which they are tried.
fn readable_beside(to: &Path) -> impl Iterator<Item = PathBuf> + '_ {
    (1..=NAMES).map(|n| {
        let mut name = to.as_os_str().to_owned();
        if n > 1 {
            name.push(format!(".{n}"));
        }
        name.push(LOST);
        PathBuf::from(name)
    })
}

/// Salvages the casebook in the file `from` into a new one at `to`; neither is ever written over. `keyring` signs the
/// entry that says what is missing. `progress` is told how much of how much is done, of one step after the other.
pub fn recover(
    from: &Path,
    to: &Path,
    keyring: &Keyring,
    stop: &Arc<AtomicBool>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Recovered> {
    if to.symlink_metadata().is_ok() {
        return Err(CasebookError::Invalid(crate::spoken!("refused-taken", path = to.display())));
    }
    is_file(from)?;
    let folder = to.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(CasebookError::Invalid(crate::spoken!("refused-no-folder", path = folder.display())));
    }
    let failed = |source| CasebookError::File { path: folder.to_owned(), source };
    let private = crate::store::private_tempdir(folder, ".hudna-recover-").map_err(failed)?;
    let stage = Stage::create(&private.path().join("stage"))?;
    let read = salvage::read(from, &stage, stop, progress);
    let read = read.map_err(|source| CasebookError::File { path: from.to_owned(), source })?;
    let Some(scanned) = read? else { return Err(CasebookError::Stopped) };
    prove::prove(&stage, stop, &mut |done| progress(done, done))?;
    let followed = Followed::all(&stage, clock::latest(chrono::Utc::now()), stop)?;
    let left = private.path().join("lost");
    let mut lines = Lines::create(&left)?;
    lines.write(&stage)?;
    if followed.entries == 0 {
        let readable = (lines.end()? > 0).then(|| keep_beside(&left, to)).transpose()?;
        return Err(CasebookError::NothingSaved { path: from.to_owned(), readable });
    }
    let new = private.path().join("new");
    let lost = lost::find(&stage)?;
    let found = write::Found { stage: &stage, followed: &followed, lost: lost.entries };
    let written = write::write(&new, found, &mut lines, keyring, stop, progress)?;
    // The words first: where the casebook finds no place, the next run finds them here.
    let readable = (lines.end()? > 0).then(|| keep_beside(&left, to)).transpose()?;
    keep(&new, to)?;
    sync_folder(folder);
    Ok(summed(&followed, written, lost, readable, scanned))
}

fn summed(
    followed: &Followed,
    written: write::Written,
    lost: lost::Lost,
    readable: Option<PathBuf>,
    scanned: Scanned,
) -> Recovered {
    Recovered {
        casebook: written.casebook,
        sittings: followed.sittings,
        entries: followed.entries,
        parts: written.parts,
        blobs: written.blobs,
        lost_entries: lost.entries.max(written.missing.len() as u64),
        lost: lost.told,
        lost_parts: written.gone,
        withheld: written.told,
        missing: written.missing.len() as u64,
        readable,
        marked: written.marked,
        pages: scanned.pages,
        missing_pages: scanned.missing,
        unreadable_pages: scanned.unreadable,
        torn_pages: scanned.torn,
    }
}

/// A pipe would wait for a writer for ever.
fn is_file(path: &Path) -> Result<()> {
    match path.metadata() {
        Ok(found) if found.is_file() => Ok(()),
        Ok(_) => Err(CasebookError::Invalid(crate::spoken!("refused-not-a-file", path = path.display()))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(CasebookError::Missing(path.to_owned())),
        Err(source) => Err(CasebookError::File { path: path.to_owned(), source }),
    }
}

/// Puts a finished file in its place, never over another.
fn keep(from: &Path, to: &Path) -> Result<()> {
    place(from, to).map_err(|source| CasebookError::File { path: to.to_owned(), source })
}

fn place(from: &Path, to: &Path) -> io::Result<()> {
    owner_only(from)?;
    File::open(from)?.sync_all()?;
    super::keep::place_new(from, to)
}

/// Puts what can be read beside a casebook, and says where it lies now: an earlier run may have left such a file, which
/// stays as it is, and serves again where it says the same.
fn keep_beside(from: &Path, casebook: &Path) -> Result<PathBuf> {
    let mut last = casebook.to_owned();
    for beside in readable_beside(casebook) {
        match place(from, &beside) {
            Ok(()) => return Ok(beside),
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(CasebookError::File { path: beside, source: error });
            }
            Err(_) if is_same(from, &beside) => return Ok(beside),
            Err(_) => last = beside,
        }
    }
    Err(CasebookError::File { path: last, source: ErrorKind::AlreadyExists.into() })
}

/// Whether two files hold the same bytes; not where one cannot be read.
fn is_same(one: &Path, other: &Path) -> bool {
    let compared = || -> io::Result<bool> {
        let found = other.symlink_metadata()?;
        if !found.is_file() || found.len() != one.metadata()?.len() {
            return Ok(false);
        }
        let (mut one, mut other) = (BufReader::new(File::open(one)?), BufReader::new(File::open(other)?));
        loop {
            let (a, b) = (one.fill_buf()?, other.fill_buf()?);
            let n = a.len().min(b.len());
            if n == 0 || a.get(..n) != b.get(..n) {
                return Ok(a.is_empty() && b.is_empty());
            }
            one.consume(n);
            other.consume(n);
        }
    };
    compared().unwrap_or(false)
}
