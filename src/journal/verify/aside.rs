//! What is looked at beside the proof of the journal, on threads of its own: SQLite's own checks, and the tables.

use super::super::compare::compare;
use super::super::entry::hex;
use super::super::{CasebookError, Result};
use crate::locale::Spoken;
use crate::store::FORMAT;
use crate::store::foreign::{Beside, Foreign};
use sha2::{Digest, Sha256};
use std::sync::mpsc::{SyncSender, sync_channel};

/// What was found beside the proof.
pub struct Found {
    /// What SQLite's integrity check complains of.
    pub integrity: Result<Vec<String>>,
    /// The casebook's head; empty where the entries cannot be read.
    pub head: String,
    /// How the tables stand to the journal; none in a file of an older format.
    pub tables: Option<Result<Tables>>,
}

/// How the tables stand to the journal.
pub enum Tables {
    /// They are not made as ours are, so that nothing can be said.
    Strange(Spoken),
    /// Those that are not what it adds up to.
    Compared(Vec<&'static str>),
    /// It adds up to nothing.
    Unfoldable(CasebookError),
}

/// Looks at the rest of a file while `prove` works; `progress` goes on with the subjects when that is done.
pub fn beside<T>(
    foreign: &Foreign,
    progress: &mut dyn FnMut(u64, u64),
    prove: impl FnOnce(&mut dyn FnMut(u64, u64)) -> T,
) -> Result<(T, Found)> {
    let (checks, tables) = (foreign.beside()?, foreign.beside()?);
    let strange = if foreign.format() == FORMAT { Some(foreign.strange_tables()?) } else { None };
    let (steps, stepping) = sync_channel(16);
    std::thread::scope(|scope| {
        let checks = scope.spawn(move || {
            let integrity = checks.integrity_check().map_err(CasebookError::from);
            (integrity, head(&checks))
        });
        let tables = scope.spawn(move || strange.map(|strange| compared(&tables, strange, &steps)));
        let proof = prove(progress);
        stepping.into_iter().for_each(|(done, all)| progress(done, all));
        let (integrity, head) = checks.join().unwrap_or_else(|_| (Err(broken()), String::new()));
        let tables = tables.join().unwrap_or_else(|_| Some(Err(broken())));
        Ok((proof, Found { integrity, head, tables }))
    })
}

fn broken() -> CasebookError {
    CasebookError::Invalid(crate::spoken!("refused-check-broke-off"))
}

fn compared(beside: &Beside, strange: Option<Spoken>, steps: &SyncSender<(u64, u64)>) -> Result<Tables> {
    if let Some(strange) = strange {
        return Ok(Tables::Strange(strange));
    }
    // Where nobody takes a step yet, it is not waited for.
    let compared = compare(beside.connection(), &mut |done, all| {
        let _ = steps.try_send((done, all));
    });
    beside.not_stopped()?;
    Ok(compared.map_or_else(Tables::Unfoldable, Tables::Compared))
}

fn head(beside: &Beside) -> String {
    let mut hash = Sha256::new();
    let read = crate::store::journal::each_entry_hash(beside.connection(), |sitting, seq, entry| {
        hash.update(sitting);
        hash.update(seq.to_be_bytes());
        hash.update(entry);
    });
    read.map(|()| hex(&hash.finalize())).unwrap_or_default()
}
