//! What a merge is doing, and how it is stopped: whoever waits is told, and heeded.

use crate::store::{self, Connection};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What a merge is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// The file is copied into a private folder: bytes.
    Copying,
    /// Its entries are proved: entries.
    Proving,
    /// What SQLite itself finds in the file is awaited.
    Checking,
    /// Another program is waited for, if one writes now.
    Waiting,
    /// What is missing is written: entries.
    Writing,
    /// What that touches is folded: subjects.
    Folding,
    /// The casebook as it was is copied beside it: pages.
    Keeping,
    /// All is handed to the disk, or taken back: nothing of this can be stopped.
    Ending,
}

/// Is told what is being done, and how much of how much of that is.
pub type Progress<'a> = dyn FnMut(Doing, u64, u64) + 'a;

/// The same for work that does one thing.
pub fn of<'p>(progress: &'p mut Progress, doing: Doing) -> impl FnMut(u64, u64) + 'p {
    move |done, all| progress(doing, done, all)
}

/// Does `work` so that each of its statements ends early when a person wants to stop, and so does waiting for another program.
pub fn stoppable<T, E: From<store::Error>>(
    conn: &mut Connection,
    stop: &Arc<AtomicBool>,
    work: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, E> {
    store::watch(conn, stop)?;
    let done = store::patient_until(stop, || work(conn));
    store::unwatch(conn)?;
    done
}
