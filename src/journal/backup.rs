//! The casebook as it was before a merge or an upgrade, kept beside it.

use super::casebook::folder_of;
use super::keep::sync_folder;
use super::{CasebookError, Result};
use crate::store::{self, Connection};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many are kept of each occasion.
const KEPT: usize = 3;
/// How the time stands in a name, so that names sort by it.
const TIME: &str = "%Y%m%dT%H%M%S%3fZ";

/// What a backup is made before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// A merge.
    Merge,
    /// The tables of an older format are made anew.
    Upgrade,
    /// A casebook in which nothing was done yet makes way for one that is received.
    Receive,
}

impl Before {
    /// What stands between the casebook's name and the time.
    fn mark(self) -> &'static str {
        match self {
            Before::Merge => ".before-merge-",
            Before::Upgrade => ".before-upgrade-",
            Before::Receive => ".before-receive-",
        }
    }
}

/// A backup of a change that is not done yet: it goes again unless it is kept.
#[derive(Debug)]
pub struct Backup {
    path: PathBuf,
    before: Before,
    casebook: PathBuf,
    kept: bool,
}

/// Writes a copy of an open casebook beside it, for its owner alone, and waits until the disk has it.
/// `each(done, all)` is told how much is copied; its error ends it.
pub fn make(
    conn: &Connection,
    casebook: &Path,
    before: Before,
    each: &mut dyn FnMut(u64, u64) -> Result<()>,
) -> Result<Backup> {
    let folder = folder_of(casebook);
    let failed = |source| CasebookError::File { path: folder.to_owned(), source };
    let temporary = store::private_tempdir(folder, ".hudna-backup-").map_err(failed)?;
    let copy = temporary.path().join("copy");
    store::copy_pages(conn, &copy, each)?;
    no_more_rights(&copy, casebook).map_err(failed)?;
    std::fs::File::open(&copy).and_then(|file| file.sync_all()).map_err(failed)?;
    let path = name(&copy, casebook, before).map_err(failed)?;
    sync_folder(folder);
    Ok(Backup { path, before, casebook: casebook.to_owned(), kept: false })
}

impl Backup {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The change is done: this one stays, and all but the last few of its kind go.
    pub fn keep(mut self) -> PathBuf {
        self.kept = true;
        let found = of(&self.casebook, self.before);
        let old = found.len().saturating_sub(KEPT);
        for path in found.into_iter().take(old) {
            // That an old one cannot be removed stops nothing.
            let _ = std::fs::remove_file(path);
        }
        self.path.clone()
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// All backups that lie beside a casebook, of each occasion the oldest first.
pub fn beside(casebook: &Path) -> Vec<PathBuf> {
    [Before::Merge, Before::Upgrade, Before::Receive]
        .into_iter()
        .flat_map(|before| of(casebook, before))
        .collect()
}

fn of(casebook: &Path, before: Before) -> Vec<PathBuf> {
    let mut name = casebook.file_name().unwrap_or_default().to_owned();
    name.push(before.mark());
    let is_one = |given: &std::ffi::OsStr| {
        let time = given.as_encoded_bytes().strip_prefix(name.as_encoded_bytes());
        time.is_some_and(|time| {
            time.len() == 19 && time.iter().all(|b| b.is_ascii_digit() || matches!(b, b'T' | b'Z'))
        })
    };
    let found = std::fs::read_dir(folder_of(casebook)).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        found.filter(|entry| is_one(&entry.file_name())).map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// What is added to the name of a casebook that makes way now for one that is received.
pub fn ending_before_receive() -> String {
    ending(Before::Receive, chrono::Utc::now())
}

fn ending(before: Before, time: chrono::DateTime<chrono::Utc>) -> String {
    format!("{}{}", before.mark(), time.format(TIME))
}

/// Gives the copy a name that nothing has: two programs may make one in the same moment.
fn name(copy: &Path, casebook: &Path, before: Before) -> std::io::Result<PathBuf> {
    let mut time = chrono::Utc::now();
    loop {
        let mut name = casebook.file_name().unwrap_or_default().to_owned();
        name.push(ending(before, time));
        let path = folder_of(casebook).join(name);
        match store::name_new(copy, &path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                time += chrono::TimeDelta::milliseconds(1);
            }
            Err(error) => return Err(error),
        }
    }
}

/// The owner may do with the copy what they may do with the casebook, and nobody else anything.
fn no_more_rights(copy: &Path, casebook: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(casebook)?.permissions().mode() & 0o600;
        std::fs::set_permissions(copy, std::fs::Permissions::from_mode(mode))?;
    }
    let _ = (copy, casebook);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Casebook, Keyring};

    fn desk(folder: &Path) -> Casebook {
        Casebook::open_or_create(&folder.join("case.db"), Keyring::at(folder)).unwrap()
    }

    fn make_one(book: &Casebook, before: Before) -> Result<Backup> {
        make(&book.conn, book.path(), before, &mut |_, _| Ok(()))
    }

    #[test]
    fn the_last_three_of_each_occasion_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = desk(folder.path());
        let mine = folder.path().join("case.db.before-merge-mine");
        std::fs::write(&mine, "kept").unwrap();
        let upgrade = make_one(&book, Before::Upgrade).unwrap().keep();
        let mut merges = Vec::new();
        for n in 0..5 {
            book.set_me(Some(&format!("Salma {n}")), None).unwrap();
            merges.push(make_one(&book, Before::Merge).unwrap().keep());
        }
        assert!(merges.is_sorted());
        assert_eq!(beside(book.path()), [&merges[2..], &[upgrade]].concat());
        assert!(mine.exists());
        let names = |path: &Path| {
            let old = Casebook::open(path, Keyring::at(folder.path())).unwrap();
            old.me().unwrap().unwrap().name
        };
        assert_eq!(names(&merges[2]), "Salma 2", "as it was at that moment");
    }

    #[test]
    fn one_of_a_change_that_was_not_done_goes() {
        let folder = tempfile::tempdir().unwrap();
        let book = desk(folder.path());
        let backup = make_one(&book, Before::Merge).unwrap();
        assert!(backup.path().exists());
        drop(backup);
        assert!(beside(book.path()).is_empty());
        let stopped = make(&book.conn, book.path(), Before::Merge, &mut |_, _| Err(CasebookError::Stopped));
        assert!(matches!(stopped, Err(CasebookError::Stopped)));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "casebook and key");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_may_do_more_with_it_than_with_the_casebook() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let book = desk(folder.path());
        for (casebook, backup) in [(0o664, 0o600), (0o600, 0o600), (0o440, 0o400)] {
            std::fs::set_permissions(book.path(), std::fs::Permissions::from_mode(casebook)).unwrap();
            let made = make_one(&book, Before::Merge).unwrap();
            assert_eq!(std::fs::metadata(made.path()).unwrap().permissions().mode() & 0o777, backup);
        }
    }
}
