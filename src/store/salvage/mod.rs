//! What can be read of a damaged casebook, page by page and without SQLite: rows are told by their form, whether or not
//! a tree leads to them, and put on a scratch database for `journal` to prove. The file is never written to.

mod pages;
mod record;
mod scan;
mod stage;

pub use scan::Scanned;
pub use stage::{FoundEntry, Order, Orphan, Slot, Stage};

use super::Result;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// Reads a file onto a stage; none where it was stopped. `progress` is told how many pages of how many are done.
pub fn read(
    path: &Path,
    stage: &Stage,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> std::io::Result<Result<Option<Scanned>>> {
    let mut pages = pages::Pages::open(path, &scan::worth)?;
    Ok(scan::scan(&mut pages, stage, stop, progress))
}
