//! A copy of an open file, page by page.

use super::{Connection, Error, Result};
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// Pages copied between two words of progress: 8 MiB of a casebook.
const STEP: i32 = 1024;

/// Writes the file as it is now into a new one. `each(done, all)` is told how many pages are done; its error ends
/// the copying.
pub fn copy_pages<E: From<Error>>(
    conn: &Connection,
    to: &Path,
    each: &mut dyn FnMut(u64, u64) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    // Held from the first page to the last, so that all are of one moment.
    let moment = conn.unchecked_transaction()?;
    super::journal::clock(conn)?;
    let mut copy = Connection::open(to)?;
    fast(&copy)?;
    let backup = Backup::new(conn, &mut copy)?;
    loop {
        let step = backup.step(STEP)?;
        let pages = backup.progress();
        let count = |n: i32| u64::try_from(n).unwrap_or_default();
        each(count(pages.pagecount - pages.remaining), count(pages.pagecount))?;
        match step {
            StepResult::Done => break,
            StepResult::More => {}
            // Not to be expected: the moment is held, and nobody else has the copy.
            _ => return Err(busy().into()),
        }
    }
    drop(backup);
    copy.close().map_err(|(_, e)| e)?;
    Ok(moment.finish()?)
}

fn busy() -> Error {
    Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None)
}

/// Nobody reads the copy before it is done, and one that is not is thrown away.
fn fast(copy: &Connection) -> Result<()> {
    for (name, value) in [("journal_mode", "OFF"), ("synchronous", "OFF")] {
        copy.pragma_update(None, name, value)?;
    }
    Ok(())
}
