//! Sharing: a compact copy of a casebook, whole or with some of what it says withheld, plain or encrypted.
//!
//! The copy is made in a private place first; what it tells, even of what it withholds, is read from the copy
//! itself and can be shown before it is handed over (`hand_over`).

mod build;
mod hand_over;
mod names;
mod receive;
mod tells;
mod unfinished;

pub use hand_over::{Shared, folder_of, is_free};
pub use names::Still;
pub use receive::receive;
pub use tells::{Tells, Told, Writer};

use super::casebook::Casebook;
use super::{CasebookError, Result};
use crate::model::{Id, Query};
use crate::store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What goes along.
#[derive(Debug, Clone, Default)]
pub struct ShareOptions {
    /// The claims meant; all that there is if none.
    pub query: Option<Query>,
    /// Checkers whose names, contacts and comments are withheld.
    pub redact: Vec<Id>,
}

impl ShareOptions {
    /// Whether nothing is withheld.
    pub fn is_whole(&self) -> bool {
        self.query.is_none() && self.redact.is_empty()
    }
}

/// A copy that lies in a private place and goes away unless it is handed over.
pub struct Draft {
    folder: store::PrivateFolder,
    /// What it tells of what it withholds.
    pub tells: Tells,
    /// Where names of those redacted still stand.
    pub still: Vec<Still>,
    /// SHA-256 over its entries, as reports print it.
    pub head: String,
    stop: Arc<AtomicBool>,
}

/// Is told how much of how much is done.
pub type Progress<'a> = dyn FnMut(u64, u64) + 'a;

impl Casebook {
    /// Makes a copy in a private folder within another; nothing is handed over yet.
    pub fn draft_share(
        &self,
        options: &ShareOptions,
        within: &Path,
        stop: &Arc<AtomicBool>,
        progress: &mut Progress,
    ) -> Result<Draft> {
        self.is_present()?;
        let failed = |source| failed(within, source);
        let folder = store::private_tempdir(within, ".hudna-share-").map_err(failed)?;
        let draft = Draft {
            folder,
            tells: Tells::default(),
            still: Vec::new(),
            head: String::new(),
            stop: stop.clone(),
        };
        let made = draft.fill(self.path(), options, progress);
        match made {
            Err(_) if stop.load(Ordering::Relaxed) => Err(CasebookError::Stopped),
            Err(CasebookError::Full) => Err(CasebookError::NoRoom(within.to_owned())),
            made => made,
        }
    }

    /// Writes a complete, compact copy to hand over; refuses to replace a file.
    pub fn share(&self, to: &Path) -> Result<Shared> {
        is_free(to)?;
        let stop = Arc::new(AtomicBool::new(false));
        let draft = self.draft_share(&ShareOptions::default(), folder_of(to), &stop, &mut |_, _| ())?;
        draft.hand_over(to, &[], &mut |_, _| ())
    }
}

impl Draft {
    fn fill(mut self, casebook: &Path, options: &ShareOptions, progress: &mut Progress) -> Result<Draft> {
        let (copy, compact) = (self.file("copy"), self.compact());
        let terms = if options.is_whole() {
            build::whole(casebook, &copy, &self.stop, progress)?;
            Vec::new()
        } else {
            build::partial(casebook, &copy, options, &self.stop, progress)?
        };
        let conn = store::share::scratch(&copy)?;
        self.tells = tells::of(&conn)?;
        self.head = super::read::head_of(&conn)?;
        if !terms.is_empty() {
            self.still = names::find(&conn, &terms, &self.stop, progress)?;
        }
        build::vacuum(conn, &compact, &self.stop, progress)?;
        std::fs::remove_file(&copy).map_err(|source| failed(&copy, source))?;
        Ok(self)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn compact(&self) -> PathBuf {
        self.file("compact")
    }
}

/// A new folder within another that only its owner can look into, and that goes when this goes.
pub fn private_folder_in(place: &Path) -> Result<store::PrivateFolder> {
    store::private_tempdir(place, ".hudna-opened-").map_err(|source| failed(place, source))
}

fn failed(path: &Path, source: std::io::Error) -> CasebookError {
    match source.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            CasebookError::NoRoom(path.to_owned())
        }
        _ => CasebookError::File { path: path.to_owned(), source },
    }
}

fn not_stopped(stop: &AtomicBool) -> Result<()> {
    if stop.load(Ordering::Relaxed) { Err(CasebookError::Stopped) } else { Ok(()) }
}
