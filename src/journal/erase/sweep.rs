//! After an erasure: what the file, and other files beside it, may still hold of it.

use super::shun::erase_body;
use super::{Casebook, Result};
use crate::journal::CasebookError;
use crate::journal::backup;
use crate::journal::recover::LOST;
use crate::store::{self, Connection, erase::State};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What was cleared beside the tables, and what was not.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Reach {
    /// Backups beside the casebook that held it and were removed.
    pub removed: Vec<PathBuf>,
    /// Files beside the casebook that may hold it and were not removed.
    pub left: Vec<PathBuf>,
    /// Why the file itself may still hold it in places that are free: that is tried again when it is next opened.
    pub unswept: Option<String>,
    /// Other checkers who wrote in this casebook: they have copies.
    pub checkers: Vec<String>,
}

impl Casebook {
    /// Clears what can be cleared, and says what is left.
    pub(super) fn sweep(&mut self) -> Reach {
        let mut reach = Reach::default();
        if let Err(error) = sweep(&self.conn, self.path(), &mut reach) {
            reach.unswept = Some(error.to_string());
        }
        let me = self.keyring.load().ok().flatten().map(|signer| signer.checker().to_string());
        reach.checkers = store::erase::others(&self.conn, &me.unwrap_or_default()).unwrap_or_default();
        reach
    }
}

/// Ends what a program that was killed began. That it cannot be done now stops nothing: the next opening tries again.
pub fn finish(conn: &Connection, path: &Path) -> Result<()> {
    if store::erase::is_unswept(conn)? {
        let _ = sweep(conn, path, &mut Reach::default());
    }
    Ok(())
}

fn sweep(conn: &Connection, path: &Path, reach: &mut Reach) -> Result<()> {
    backups(conn, path, reach)?;
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |source| CasebookError::File { path: folder.to_owned(), source };
    store::sweep(folder);
    reach.left.extend(private_copies(folder).map_err(failed)?);
    let temporary = store::private_tempdir(folder, ".hudna-erase-").map_err(failed)?;
    store::erase::sweep(conn, temporary.path())?;
    Ok(store::erase::swept(conn)?)
}

/// Removes the backups that hold what was erased. Made anew without it, one would still bring it back: its entries
/// would lack it, and a merge would fill them.
fn backups(conn: &Connection, path: &Path, reach: &mut Reach) -> Result<()> {
    let done = store::erase::all(conn)?.into_iter().filter(|row| row.state == State::Done);
    let bodies = done.filter_map(|row| row.body.as_deref().and_then(erase_body));
    let ids = bodies.flat_map(|body| {
        let documents = body.blanks.into_iter().map(|text| text.document.to_string());
        body.subjects.into_iter().map(|id| id.to_string()).chain(documents).collect::<Vec<_>>()
    });
    let ids: Vec<String> = ids.collect();
    for backup in backup::beside(path) {
        // One that cannot be read may hold anything.
        if store::erase::holds(&backup, &ids).unwrap_or(true) {
            match std::fs::remove_file(&backup) {
                Ok(()) => reach.removed.push(backup),
                Err(_) => reach.left.push(backup),
            }
        }
    }
    Ok(())
}

/// Private copies of programs that run now; rescue files, and what was left of damaged ones.
fn private_copies(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(".hudna-") || super::super::replaced::is_rescue(&name) || name.ends_with(LOST) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
