//! Merging: taking the entries that one does not have yet.
//!
//! Files are copied, looked at and proved first (`incoming`); then, in one transaction, the missing entries are
//! written and what they touch is folded again (`take`). A preview is the same transaction, taken back.

mod incoming;
mod lacking;
mod take;
mod way;

pub use incoming::{Incoming, MergeOptions};
pub use way::{Doing, Progress};

use super::backup::{self, Backup, Before};
use super::casebook::{Casebook, begin};
use super::conflicts::{conflicts, disputes};
use super::{CasebookError, Result};
use crate::model::{Conflict, Dispute, Id, KeyState};
use crate::store::{self, Connection};
use serde::Serialize;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use take::Take;
use way::stoppable;

/// What a merge brought, or would bring.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Merged {
    /// Sittings that were not here.
    pub sittings: u64,
    /// Sittings that go on.
    pub longer: u64,
    /// Entries.
    pub entries: u64,
    /// Documents that were not here.
    pub documents: u64,
    /// Claims that were not here.
    pub claims: u64,
    /// Pieces of evidence.
    pub evidence: u64,
    /// Verdicts.
    pub verdicts: u64,
    /// Comments.
    pub comments: u64,
    /// Extractions that were added to documents.
    pub extractions: u64,
    /// Parts that make what names another as its writer: they are kept and not believed.
    pub untrue: u64,
    /// Claims that were here and are written otherwise: edited, set aside or restored.
    pub changed: u64,
    /// Words about keys.
    pub key_words: u64,
    /// What stands of the keys that these words are about, when they are here.
    pub keys: Vec<KeyState>,
    /// Parts withheld here before, and there now.
    pub filled: u64,
    /// Parts of what is erased here, which were not taken.
    pub shunned: u64,
    /// Erasures that wait for a person here to confirm them.
    pub erasures: u64,
    /// Entries dated more than a day ahead of this machine's clock: they are kept and do not move ours.
    pub ahead: u64,
    /// Who wrote them.
    pub by: Vec<Brought>,
    /// Ids of the sittings that were left out by name.
    pub left_out: Vec<String>,
    /// Fields whose values stand against each other now and did not before.
    pub conflicts: Vec<Conflict>,
    /// Claims that are judged unlike now and were not before.
    pub disputes: Vec<Dispute>,
    /// The copy of the casebook as it was before.
    pub backup: Option<PathBuf>,
}

/// What one checker wrote of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Brought {
    /// Who.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// How many entries.
    pub entries: u64,
    /// What stands of their key when they are here.
    pub key: KeyState,
}

impl Merged {
    /// Whether nothing was new.
    pub fn is_empty(&self) -> bool {
        self.entries == 0 && self.filled == 0
    }
}

impl Casebook {
    /// What a merge would bring; nothing is kept of it.
    pub fn preview_merge(&mut self, incoming: &Incoming, progress: &mut Progress) -> Result<Merged> {
        if !incoming.is_new_to(&self.conn)? {
            return Ok(Merged { left_out: incoming.left_out(), ..Merged::default() });
        }
        self.bring_in(incoming, false, progress)
    }

    /// Takes over what is missing here: all of it or, if anything fails, nothing. A copy of the casebook as it was
    /// is kept beside it; merging the same again changes nothing.
    pub fn merge(&mut self, incoming: &Incoming, progress: &mut Progress) -> Result<Merged> {
        self.is_present()?;
        if !incoming.is_new_to(&self.conn)? {
            return Ok(Merged { left_out: incoming.left_out(), ..Merged::default() });
        }
        self.in_its_place()?;
        let merged = self.bring_in(incoming, true, progress);
        let merged = self.or_displaced(merged)?;
        super::erase::finish(&self.conn, self.path())?;
        Ok(merged)
    }

    fn bring_in(&mut self, incoming: &Incoming, keep: bool, progress: &mut Progress) -> Result<Merged> {
        let path = self.path().to_owned();
        store::journal::spill(&self.conn, true)?;
        let done = stoppable(&mut self.conn, incoming.stop(), |conn| {
            progress(Doing::Waiting, 0, 0);
            let tx = begin(conn)?;
            incoming.not_stopped()?;
            if !keep {
                let merged = bring_in(&tx, incoming, progress)?;
                progress(Doing::Ending, 0, 0);
                tx.rollback()?;
                return Ok(merged);
            }
            let (mut merged, backup) =
                copied_meanwhile(&path, incoming, progress, |progress| bring_in(&tx, incoming, progress))?;
            incoming.not_stopped()?;
            progress(Doing::Ending, 0, 0);
            tx.commit()?;
            merged.backup = Some(backup.keep());
            Ok(merged)
        });
        store::journal::spill(&self.conn, false)?;
        // A reading that was broken off is no fault of the database.
        done.or_else(|error| incoming.not_stopped().and(Err(error)))
    }
}

/// Does `work` in the transaction that is open, while the casebook as it was before is copied beside it: what is written
/// reaches the file at the commit, for which this must have ended. If either fails, nothing is kept of both.
fn copied_meanwhile(
    path: &Path,
    incoming: &Incoming,
    progress: &mut Progress,
    work: impl FnOnce(&mut Progress) -> Result<Merged>,
) -> Result<(Merged, Backup)> {
    let given_up = AtomicBool::new(false);
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let copying = scope.spawn(|| {
            // Gone when this ends, however it does.
            let tell = tell;
            backup::make(&store::open_to_read(path)?, path, Before::Merge, &mut |done, all| {
                let _ = tell.send((done, all));
                if given_up.load(Ordering::Relaxed) { Err(CasebookError::Stopped) } else { Ok(()) }
            })
        });
        // With its first word it holds the moment before: from now on nothing can get between.
        let worked = told.recv().is_ok().then(|| work(progress));
        let may_end = matches!(worked, Some(Ok(_)));
        given_up.store(!may_end, Ordering::Relaxed);
        for (done, all) in told {
            progress(Doing::Keeping, done, all);
            if incoming.not_stopped().is_err() {
                given_up.store(true, Ordering::Relaxed);
            }
        }
        let backup = copying.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        match worked {
            Some(merged) => Ok((merged?, backup?)),
            None => Err(backup.err().unwrap_or(CasebookError::Stopped)),
        }
    })
}

fn bring_in(conn: &Connection, incoming: &Incoming, progress: &mut Progress) -> Result<Merged> {
    let contested = |found: &[Conflict]| -> HashSet<(String, String)> {
        found.iter().map(|c| (c.subject.clone(), c.field.clone())).collect()
    };
    let disputed = |found: &[Dispute]| -> HashSet<Id> { found.iter().map(|d| d.claim.clone()).collect() };
    let (conflicts_before, disputes_before) = (contested(&conflicts(conn)?), disputed(&disputes(conn)?));
    let mut take = Take::new(conn, incoming, progress)?;
    for source in incoming.sources() {
        take.source(source)?;
    }
    take.fill(incoming)?;
    let mut merged = take.finish()?;
    merged.left_out = incoming.left_out();
    let new = |c: &Conflict| !conflicts_before.contains(&(c.subject.clone(), c.field.clone()));
    merged.conflicts = conflicts(conn)?.into_iter().filter(new).collect();
    merged.disputes = disputes(conn)?.into_iter().filter(|d| !disputes_before.contains(&d.claim)).collect();
    Ok(merged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Keyring;
    use crate::model::NewClaim;
    use std::sync::Arc;

    /// A casebook of this folder (`a.db`) with a claim in it, and another's copy of it, `theirs.db`.
    pub(super) fn apart(folder: &Path) -> (Casebook, Id, Casebook) {
        let mut book =
            Casebook::open_or_create(&folder.join("a.db"), Keyring::at(folder.join("key"))).unwrap();
        let claim = NewClaim { text: "the truce holds".into(), ..NewClaim::default() };
        let claim = book.add_claim(&claim).unwrap();
        book.share(&folder.join("theirs.db")).unwrap();
        let their_key = Keyring::at(folder.join("their-key"));
        let theirs = Casebook::open(&folder.join("theirs.db"), their_key).unwrap();
        (book, claim, theirs)
    }

    /// SQLite sees it then before we do.
    #[test]
    fn a_file_replaced_just_before_the_transaction_is_not_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let (mut book, claim, mut theirs) = apart(folder.path());
        theirs.comment(&claim, "it does not").unwrap();
        drop(theirs);
        let (options, stop) = (MergeOptions::default(), Arc::default());
        let incoming = book.incoming(&[path("theirs.db")], &options, &stop, &mut |_, _, _| ()).unwrap();
        std::fs::copy(path("theirs.db"), path("next.db")).unwrap();
        std::fs::rename(path("next.db"), path("a.db")).unwrap();
        let merged = book.bring_in(&incoming, true, &mut |_, _, _| ());
        assert!(matches!(merged, Err(CasebookError::ReadOnly(_))), "{merged:?}");
        let merged = book.or_displaced(merged);
        assert!(matches!(merged, Err(CasebookError::Replaced { kept: false, .. })), "{merged:?}");
        assert!(backup::beside(&path("a.db")).is_empty());
    }
}
