//! When another program, such as a cloud client, puts another file in the place of the open casebook or takes it away.
//!
//! What is written then would go to a file that has no name any more and is gone with the program. So it goes to a
//! rescue file: all that the open one held, under a name of its own beside it, which is a casebook that merges.

use super::casebook::Casebook;
use super::keep::{owner_only, place_new, sync_folder};
use super::merge::{MergeOptions, Merged};
use super::{CasebookError, Result};
use crate::store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use crate::store::Replaced;

/// What came of taking up the file that lies in a casebook's place now.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenUp {
    /// What it lacked and has now; nothing where no file lay there and the rescued one was put there.
    pub merged: Option<Merged>,
    /// The rescue file, where it is still needed to look something up.
    pub rescue: Option<PathBuf>,
}

impl Casebook {
    /// What became of the file that is open; none if it lies in its place still.
    pub fn replaced(&self) -> Option<Replaced> {
        self.held.as_ref()?.replaced(self.path())
    }

    /// The rescue file that is written to, where the casebook's own file was replaced.
    pub fn rescue(&self) -> Option<&Path> {
        self.rescue.as_deref()
    }

    /// Goes on in a rescue file if the casebook's own was replaced; true if so, now or before.
    pub(super) fn heed_replaced(&mut self) -> Result<bool> {
        if self.rescue.is_none() && self.replaced().is_some() {
            self.go_to_rescue()?;
        }
        Ok(self.rescue.is_some())
    }

    /// The error that says where the work is; `kept` is whether what was just done is among it.
    pub(super) fn displaced(&self, kept: bool) -> CasebookError {
        let rescue = self.rescue.clone().unwrap_or_default();
        let gone = self.replaced() == Some(Replaced::Gone);
        CasebookError::Replaced { path: self.path().to_owned(), rescue, kept, gone }
    }

    /// An error where the casebook's own file was replaced; nothing was done yet.
    pub(super) fn in_its_place(&mut self) -> Result<()> {
        if self.heed_replaced()? { Err(self.displaced(false)) } else { Ok(()) }
    }

    /// What was done, if it went to the file that people will find.
    pub(super) fn or_displaced<T>(&mut self, done: Result<T>) -> Result<T> {
        match done {
            Ok(done) if !self.heed_replaced()? => Ok(done),
            Ok(_) => Err(self.displaced(true)),
            // SQLite refuses a file that has lost its name, if it finds out before we do.
            Err(CasebookError::ReadOnly(_)) if self.rescue.is_none() && self.heed_replaced()? => {
                Err(self.displaced(false))
            }
            Err(error) => Err(error),
        }
    }

    fn go_to_rescue(&mut self) -> Result<()> {
        let folder = self.path().parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = rescue_name(self.path());
        let own = self.keyring.key_path();
        // The folder may be gone with the file.
        let places: Vec<PathBuf> =
            [Some(folder), own.parent()].into_iter().flatten().map(|f| f.join(&name)).collect();
        let mut failed = std::io::Error::other("there is no folder for it");
        for place in places {
            match self.copy_to(&place) {
                Ok(rescue) => {
                    self.conn = store::open(&rescue)?;
                    self.rescue = Some(rescue);
                    return Ok(());
                }
                Err(error) => failed = error,
            }
        }
        Err(CasebookError::Adrift { path: self.path().to_owned(), source: failed })
    }

    fn copy_to(&self, to: &Path) -> std::io::Result<PathBuf> {
        let folder = to.parent().unwrap_or(Path::new("."));
        let held = self.held.as_ref().ok_or_else(|| std::io::Error::other("it is not open"))?;
        let private = store::private_tempdir(folder, ".hudna-rescue-")?;
        let copy = private.path().join("copy");
        held.copy_to(&mut std::fs::File::create_new(&copy)?)?;
        owner_only(&copy)?;
        place_new(&copy, to)?;
        sync_folder(folder);
        Ok(to.to_owned())
    }

    /// Takes up the file that lies in the casebook's place now, and merges into it what only the open one holds; where
    /// none lies there, the rescued one is put there. If that fails, the casebook stays on its rescue file.
    pub fn take_up(&mut self) -> Result<TakenUp> {
        if self.rescue.is_none() {
            self.go_to_rescue()?;
        }
        let rescue = self.rescue.clone().unwrap_or_default();
        let path = self.path().to_owned();
        if self.replaced() == Some(Replaced::Gone) {
            // Nothing more is written to the rescue file by this program: the link is the same file.
            place_new(&rescue, &path).map_err(|source| CasebookError::File { path: path.clone(), source })?;
            *self = Casebook::open(&path, self.keyring.clone())?;
            let _ = std::fs::remove_file(&rescue);
            return Ok(TakenUp { merged: None, rescue: None });
        }
        let mut new = Casebook::open(&path, self.keyring.clone())?;
        let stop = Arc::new(AtomicBool::new(false));
        let options = MergeOptions::default();
        let incoming = new.incoming(std::slice::from_ref(&rescue), &options, &stop, &mut |_, _, _| ())?;
        let merged = new.merge(&incoming, &mut |_, _, _| ())?;
        *self = new;
        // All of it is in the new one: a second copy would only lie about.
        let kept = if merged.is_empty() {
            let _ = std::fs::remove_file(&rescue);
            None
        } else {
            Some(rescue)
        };
        Ok(TakenUp { merged: Some(merged), rescue: kept })
    }
}

/// Whether a file's name is that of a rescue file of some casebook.
pub(super) fn is_rescue(name: &str) -> bool {
    let time = |rest: &str| rest.len() >= 19 && rest.bytes().take(8).all(|b| b.is_ascii_digit());
    name.split("-rescue-").skip(1).any(time)
}

/// `casebook-rescue-20260301T101500123Z.db` for `casebook.db`.
fn rescue_name(path: &Path) -> String {
    let part = |part: Option<&std::ffi::OsStr>| part.map(|p| p.to_string_lossy().into_owned());
    let stem = part(path.file_stem()).unwrap_or_else(|| "casebook".to_owned());
    let extension = part(path.extension()).unwrap_or_else(|| "db".to_owned());
    format!("{stem}-rescue-{}.{extension}", chrono::Utc::now().format("%Y%m%dT%H%M%S%3fZ"))
}
