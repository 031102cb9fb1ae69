//! The casebook as it was before a merge, kept beside it.

use super::super::keep::{owner_only, sync_folder};
use super::super::{CasebookError, Result};
use crate::store::{self, Connection};
use std::path::{Path, PathBuf};

/// How many are kept.
const KEPT: usize = 3;
const MARK: &str = ".before-merge-";

/// Writes a copy of an open casebook beside it, and removes all but the last few of such copies.
pub fn before_merge(conn: &Connection, path: &Path) -> Result<PathBuf> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned() + MARK;
    let failed = |source| CasebookError::File { path: folder.to_owned(), source };
    let temporary = store::private_tempdir(folder, ".hudna-backup-").map_err(failed)?;
    let copy = temporary.path().join("copy");
    store::copy_into(conn, &copy)?;
    owner_only(&copy).map_err(failed)?;
    std::fs::File::open(&copy).and_then(|file| file.sync_all()).map_err(failed)?;
    let backup = folder.join(format!("{name}{}", chrono::Utc::now().format("%Y%m%dT%H%M%S%3fZ")));
    std::fs::rename(&copy, &backup).map_err(failed)?;
    sync_folder(folder);
    // That an old one cannot be removed stops nothing.
    let _ = rotate(folder, &name);
    Ok(backup)
}

/// All backups that lie beside a casebook, oldest first.
pub fn beside(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned() + MARK;
    found(folder, &name).unwrap_or_default()
}

fn rotate(folder: &Path, name: &str) -> std::io::Result<()> {
    let found = found(folder, name)?;
    let old = found.len().saturating_sub(KEPT);
    found.into_iter().take(old).try_for_each(std::fs::remove_file)
}

fn found(folder: &Path, name: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_ours = |given: &str| {
            let time = given.strip_prefix(name).unwrap_or_default();
            time.len() == 19 && time.bytes().all(|b| b.is_ascii_digit() || b == b'T' || b == b'Z')
        };
        if entry.file_name().to_str().is_some_and(is_ours) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
