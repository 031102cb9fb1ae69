//! Making the copy: whole, or with parts withheld.

use super::super::fold::Index;
use super::super::keep::{fold_pages, owner_only};
use super::names::{self, Term};
use super::{Progress, ShareOptions, failed, not_stopped};
use crate::journal::{CasebookError, Result};
use crate::store::{self, Connection, share as rows};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Entries copied between two words of progress.
const STEP: i64 = 500;
/// How often the size of a file that SQLite writes is looked at.
const TICK: Duration = Duration::from_millis(100);

/// Copies everything, and leaves out the search index and what was this copy's own.
pub fn whole(casebook: &Path, copy: &Path, stop: &Arc<AtomicBool>, progress: &mut Progress) -> Result<()> {
    vacuum(store::open(casebook)?, copy, stop, progress)?;
    let conn = rows::scratch(copy)?;
    store::journal::forget_here(&conn)?;
    store::search::empty(&conn)?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

/// Copies all entries with those of their parts that go along, and makes the tables that these add up to. Gives
/// the names to look for in what goes along.
pub fn partial(
    casebook: &Path,
    copy: &Path,
    options: &ShareOptions,
    stop: &Arc<AtomicBool>,
    progress: &mut Progress,
) -> Result<Vec<Term>> {
    // Made first, so that nobody else can ever read it.
    let made = std::fs::File::create_new(copy).map_err(|source| failed(copy, source))?;
    drop(made);
    owner_only(copy).map_err(|source| failed(copy, source))?;
    let mut conn = rows::beside(casebook, copy)?;
    store::watch(&mut conn, stop)?;
    // One look at the casebook, whoever writes meanwhile.
    let tx = conn.transaction()?;
    let redacted = local_numbers(&tx, options)?;
    match &options.query {
        Some(query) => rows::keep_needed(&tx, query)?,
        None => rows::keep_all(&tx)?,
    }
    rows::redact(&tx, &redacted)?;
    copy_rows(&tx, stop, progress)?;
    let terms = names::terms(&tx, &redacted)?;
    tx.commit()?;
    conn.close().map_err(|(_, e)| e)?;
    fold_kept(copy, stop, progress)?;
    Ok(terms)
}

/// Copies a casebook from elsewhere that was proved: its journal alone, from which the tables are made.
pub fn journal_alone(
    from: &Path,
    copy: &Path,
    stop: &Arc<AtomicBool>,
    progress: &mut Progress,
) -> Result<()> {
    partial(from, copy, &ShareOptions::default(), stop, progress).map(drop)
}

fn local_numbers(conn: &Connection, options: &ShareOptions) -> Result<Vec<i64>> {
    let number = |id: &crate::model::Id| {
        store::journal::subject(conn, id.as_str())?
            .ok_or_else(|| CasebookError::NotFound { what: "checker", given: id.to_string() })
    };
    options.redact.iter().map(number).collect()
}

fn copy_rows(conn: &Connection, stop: &AtomicBool, progress: &mut Progress) -> Result<()> {
    rows::copy_frame(conn)?;
    let last = rows::last_entry(conn)?;
    let mut done = 0;
    while done < last {
        rows::copy_entries(conn, done, done + STEP)?;
        done = (done + STEP).min(last);
        progress(done.unsigned_abs(), last.unsigned_abs());
        not_stopped(stop)?;
    }
    let (all, mut bytes, mut blob) = (rows::bytes(conn)?, 0, 0);
    loop {
        let page = rows::blobs(conn, blob)?;
        let Some((end, _)) = page.last() else { return Ok(()) };
        blob = *end;
        for (num, size) in page {
            rows::copy_chunks(conn, num)?;
            bytes += size;
            progress(bytes, all);
            not_stopped(stop)?;
        }
    }
}

/// Makes the tables of the copy from what it keeps: of all else there is nothing to fold.
fn fold_kept(copy: &Path, stop: &Arc<AtomicBool>, progress: &mut Progress) -> Result<()> {
    let mut conn = rows::scratch(copy)?;
    store::watch(&mut conn, stop)?;
    let tx = conn.transaction()?;
    rows::with_checkers(&tx)?;
    let all = rows::count_kept(&tx)?;
    let page = |last, limit| Ok(rows::kept_page(&tx, last, limit)?);
    let mut progress = |done, all| {
        progress(done, all);
        not_stopped(stop).is_ok()
    };
    fold_pages(&tx, Index::Leave, all, &page, &mut progress)?;
    rows::forget_notes(&tx)?;
    tx.commit()?;
    conn.close().map_err(|(_, e)| e)?;
    Ok(())
}

/// Writes a compact copy of an open file into a new one that only its owner can read.
pub fn vacuum(
    mut conn: Connection,
    to: &Path,
    stop: &Arc<AtomicBool>,
    progress: &mut Progress,
) -> Result<()> {
    not_stopped(stop)?;
    store::watch(&mut conn, stop)?;
    let all = store::size_of_file(&conn)?;
    let (done, wait) = channel();
    let written = std::thread::scope(|scope| {
        scope.spawn(move || {
            let written = store::copy_into(&conn, to);
            // Nobody waits for it only when this function is gone.
            let _ = done.send(written);
        });
        loop {
            match wait.recv_timeout(TICK) {
                Ok(written) => return written.map_err(CasebookError::from),
                Err(RecvTimeoutError::Timeout) => {
                    progress(to.metadata().map_or(0, |found| found.len()).min(all), all);
                }
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(CasebookError::Database(crate::spoken!("refused-copying-broke-off")));
                }
            }
        }
    });
    written?;
    owner_only(to).map_err(|source| failed(to, source))
}
