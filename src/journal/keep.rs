//! Keeping a casebook: rebuild, check.

use super::casebook::Casebook;
use super::fold::{Index, LAST, Touched, fold, order};
use super::{CasebookError, Result};
use crate::store::{self, Connection, create_own};
use serde::Serialize;
use std::io::Read;
use std::path::Path;

/// Subjects folded between two words of progress.
const STEP: i64 = 500;

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rebuilt {
    /// Entries of the journal.
    pub entries: u64,
    /// Tables that were not as the journal says; empty if all were equal.
    pub different: Vec<String>,
}

impl Casebook {
    /// Makes the tables anew from the journal, and says which were not as it says.
    ///
    /// It is one transaction in the file itself: another program's write waits for it and is not lost, as
    /// it would be if a file made beside this one took its place. `progress(done, all)` returns false to
    /// stop, which leaves all as it was.
    pub fn rebuild(&mut self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Rebuilt> {
        self.is_present()?;
        self.in_its_place()?;
        // Pages may be written before the commit, so that memory does not grow with the casebook.
        store::journal::spill(&self.conn, true)?;
        let rebuilt = self.fold_anew(progress);
        store::journal::spill(&self.conn, false)?;
        rebuilt
    }

    fn fold_anew(&mut self, progress: &mut dyn FnMut(u64, u64) -> bool) -> Result<Rebuilt> {
        let tx = self.conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let before = store::digests(&tx)?;
        store::search::empty(&tx)?;
        store::journal::clear_projection(&tx)?;
        fold_all(&tx, Index::Write, progress)?;
        let pairs = before.into_iter().zip(store::digests(&tx)?);
        let different = pairs.filter(|(before, after)| before != after);
        let different = different.map(|(_, (name, _))| name.to_owned()).collect();
        let rebuilt = Rebuilt { entries: store::journal::count_entries(&tx)?, different };
        tx.commit()?;
        Ok(rebuilt)
    }

    /// What SQLite's quick check and the foreign keys complain of; empty if nothing.
    pub fn quick_check(&self) -> Result<Vec<String>> {
        Ok(store::quick_check(&self.conn)?)
    }
}

/// Folds every subject, one pass for each place in the order of folding, so that what others point at is there.
pub(super) fn fold_all(
    conn: &Connection,
    index: Index,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let all = store::journal::count_subjects(conn)?;
    let page = |last, limit| Ok(store::journal::subjects_page(conn, last, limit)?);
    fold_pages(conn, index, all, &page, progress)
}

/// A page of subjects after a local number.
pub(super) type Page<'a> = dyn Fn(i64, i64) -> Result<Vec<(i64, String)>> + 'a;

/// The same for the subjects that `page` gives, of which there are so many.
pub(super) fn fold_pages(
    conn: &Connection,
    index: Index,
    all: u64,
    page: &Page,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let mut done = 0;
    for place in 0..=LAST {
        let mut last = 0;
        loop {
            let page = page(last, STEP)?;
            let Some((end, _)) = page.last() else { break };
            last = *end;
            let touched: Vec<Touched> = page
                .into_iter()
                .filter(|(_, id)| order(id) == place)
                .map(|(num, id)| Touched { num, id, fresh: true })
                .collect();
            fold(conn, &touched, index)?;
            done += touched.len() as u64;
            if !progress(done, all) {
                return Err(CasebookError::Stopped);
            }
        }
    }
    Ok(())
}

/// Puts a finished file in its place, never over another.
pub(super) fn place_new(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::hard_link(from, to).or_else(|_| copy_new(from, to))
}

/// For file systems without hard links: a copy that never replaces a file.
fn copy_new(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut copy = create_own(to)?;
    let copied = std::fs::File::open(from).and_then(|mut file| std::io::copy(&mut file, &mut copy));
    copied.and_then(|_| copy.sync_all()).inspect_err(|_| {
        // Half of a file would keep its name from the next try.
        let _ = std::fs::remove_file(to);
    })
}

pub(super) fn owner_only(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    }
    let _ = path;
    Ok(())
}

/// Makes a new name last; where a folder cannot be synced, nothing is lost but that.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(handle) = std::fs::File::open(folder) {
        let _ = handle.sync_all();
    }
}

/// Whether a casebook, a key, or what is known of keys lies there: no result of a verb takes the place of such a file,
/// whatever a person says. A link is replaced, not what it leads to.
pub fn is_precious(path: &Path) -> bool {
    const BEGINNINGS: [&[u8]; 4] = [
        b"SQLite format 3\0",
        b"-----BEGIN OPENSSH PRIVATE KEY",
        b"AGE-SECRET-KEY-",
        super::trust::HEADING.as_bytes(),
    ];
    if !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
        return false;
    }
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(256).read_to_end(&mut head));
    // Of what cannot be read nobody knows what it is.
    read.is_err() || BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
}
