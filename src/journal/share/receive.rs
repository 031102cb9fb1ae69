//! Beginning a casebook from a copy that somebody shared.

use super::hand_over::{is_free, put};
use super::{Progress, build, failed};
use crate::journal::{CasebookError, Result, Verified, verify};
use crate::store;
use crate::store::foreign::copy_private;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Proves a copy and makes a new casebook from its journal alone: its tables, its search index and all else in it are
/// left behind. Nothing is made if anything is wrong, and nothing is replaced.
pub fn receive(
    from: &Path,
    to: &Path,
    within: &Path,
    stop: &Arc<AtomicBool>,
    progress: &mut Progress,
) -> Result<Verified> {
    is_free(to)?;
    let folder = store::private_tempdir(within, ".hudna-receive-").map_err(|e| failed(within, e))?;
    let file = |name: &str| folder.path().join(name);
    let (copy, made, compact) = (file("copy"), file("made"), file("compact"));
    // What is proved must be what is read then, whoever writes to the original.
    copy_private(from, &copy, stop)?;
    let verified = verify(&copy, folder.path(), stop, progress).map_err(|e| named(e, from))?;
    if verified.fault_count > 0 {
        let (count, faults) = (verified.fault_count, verified.faults);
        return Err(CasebookError::Unsound { path: from.to_owned(), count, faults });
    }
    let done = build::journal_alone(&copy, &made, stop, progress).and_then(|()| {
        build::vacuum(store::share::scratch(&made)?, &compact, stop, progress)?;
        put(&compact, to, &[], stop, progress)
    });
    match done {
        Err(_) if stop.load(Ordering::Relaxed) => Err(CasebookError::Stopped),
        Err(CasebookError::Full) => Err(CasebookError::NoRoom(within.to_owned())),
        Err(error) => Err(error),
        Ok(_) => Ok(verified),
    }
}

/// An error of the private copy, in the words for the original.
fn named(error: CasebookError, from: &Path) -> CasebookError {
    match error {
        CasebookError::Foreign(error) => CasebookError::Foreign(error.of_file(from)),
        other => other,
    }
}
