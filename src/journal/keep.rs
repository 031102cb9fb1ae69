//! Keeping a casebook: rebuild, share, check.

use super::casebook::Casebook;
use super::entry::hex;
use super::fold::{Index, LAST, Touched, fold, order};
use super::{CasebookError, Result};
use crate::store::{self, Connection};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Subjects folded between two words of progress.
const STEP: i64 = 500;

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq)]
pub struct Rebuilt {
    /// Entries of the journal.
    pub entries: u64,
    /// Tables that were not as the journal says; empty if all were equal.
    pub different: Vec<String>,
}

/// A copy made to hand over.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
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

    /// Writes a complete, compact copy to hand over; refuses to replace a file.
    ///
    /// It is written under another name, synced and moved into place. The search index is left out of it
    /// and made anew when the copy is first searched.
    pub fn share(&self, to: &Path) -> Result<Shared> {
        self.is_present()?;
        let failed = |source| CasebookError::File { path: to.to_owned(), source };
        if to.symlink_metadata().is_ok() {
            return Err(CasebookError::Invalid(format!(
                "{} is there already and was left as it is",
                to.display()
            )));
        }
        let folder = to.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(CasebookError::Invalid(format!("there is no folder {}", folder.display())));
        }
        let temporary = store::private_tempdir(folder, ".hudna-share-").map_err(failed)?;
        let copy = temporary.path().join("copy");
        store::copy_into(&self.conn, &copy)?;
        owner_only(&copy).map_err(failed)?;
        {
            let conn = store::open(&copy)?;
            store::journal::forget_here(&conn)?;
            store::search::empty(&conn)?;
            conn.close().map_err(|(_, e)| e)?;
        }
        let compact = temporary.path().join("compact");
        let conn = store::open(&copy)?;
        store::copy_into(&conn, &compact)?;
        conn.close().map_err(|(_, e)| e)?;
        owner_only(&compact).map_err(failed)?;
        let file = std::fs::File::open(&compact).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        let shared = digest_of(&file).map_err(failed)?;
        place_new(&compact, to).map_err(failed)?;
        sync_folder(folder);
        Ok(shared)
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
    let (all, mut done) = (store::journal::count_subjects(conn)?, 0);
    for place in 0..=LAST {
        let mut last = 0;
        loop {
            let page = store::journal::subjects_page(conn, last, STEP)?;
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

fn digest_of(mut file: &std::fs::File) -> std::io::Result<Shared> {
    let mut hash = Sha256::new();
    let size = std::io::copy(&mut file, &mut hash)?;
    Ok(Shared { size, sha256: hex(&hash.finalize()) })
}

/// Puts a finished file in its place, never over another.
pub(super) fn place_new(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::hard_link(from, to).or_else(|_| copy_new(from, to))
}

/// For file systems without hard links: a copy that never replaces a file.
fn copy_new(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to)?;
    std::io::copy(&mut std::fs::File::open(from)?, &mut copy)?;
    copy.sync_all()
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
