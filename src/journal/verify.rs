//! Proving a whole casebook: its journal, its tables, its file.

mod aside;

use super::entry::{Hash, Header, hex};
use super::here;
use super::proof::{self, Fault, Faults, Proof, Task};
use super::{CasebookError, Result, clock};
use crate::model::KeyState;
use crate::store::foreign::{Foreign, ForeignError};
use aside::Tables;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What was proved of a casebook, and what was found wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verified {
    /// Id of the casebook; empty where it cannot be told.
    pub casebook: String,
    /// SHA-256 over the sorted (sitting, number, hash) of its entries; empty where they cannot be read.
    pub head: String,
    /// Hashes of the last entries, which no other names, sorted: usually one, and together they cover all others.
    pub last: Vec<String>,
    /// Format of the file.
    pub format: u32,
    /// Sittings.
    pub sittings: u64,
    /// Of these, such as were opened on another casebook and merged into this one.
    pub from_other_cases: u64,
    /// Entries.
    pub entries: u64,
    /// Signatures.
    pub signatures: u64,
    /// Parts of entries that are there.
    pub parts: u64,
    /// Parts withheld by whoever handed the file over.
    pub withheld: u64,
    /// Parts erased.
    pub erased: u64,
    /// Blobs: texts, bytes as received, attachments.
    pub blobs: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Entries dated more than a day ahead of this machine's clock.
    pub ahead: u64,
    /// Entries that others name, and that whoever salvaged the casebook from a damaged file said are lost.
    pub lost: u64,
    /// Whether what was erased may still lie in free places of the file or in backups: that is cleared when it is next opened.
    pub unswept: bool,
    /// Whether the tables were compared with the journal: those of an older format are made anew when it is opened.
    pub tables_compared: bool,
    /// Everyone who wrote, and what stands of their keys; empty where the file cannot be read so far.
    pub checkers: Vec<KeyState>,
    /// How many things are wrong.
    pub fault_count: usize,
    /// The first hundred of them, in the order in which they lie in the file.
    pub faults: Vec<Fault>,
}

/// Proves the casebook in a file, by a private copy made in the folder `within`.
///
/// A file that cannot be read as a casebook at all is an error; anything else that is wrong is a fault in the
/// result. `progress` is told how many entries of how many are done, and then how many subjects.
pub fn verify(
    path: &Path,
    within: &Path,
    stop: &Arc<AtomicBool>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Verified> {
    let foreign = Foreign::open(path, within, stop)?;
    let sittings = foreign.sittings().map_err(|e| foreign.told(e))?;
    let clock = match foreign.clocks().map_err(|e| foreign.told(e))?.as_slice() {
        [(1, clock)] => *clock,
        _ => -1,
    };
    let count = sittings.len() as u64;
    let chains = proof::all_chains(sittings);
    let ahead_of = clock::latest(chrono::Utc::now());
    let task = Task { foreign: &foreign, chains, from: i64::MIN, partial: false, clock, ahead_of };
    let (mut proof, beside) = aside::beside(&foreign, progress, |progress| proof::prove(task, progress))?;
    not_stopped(stop)?;
    let mut faults = Faults::default();
    let integrity = beside.integrity?;
    let sound = integrity.is_empty();
    integrity.into_iter().for_each(|fault| faults.of_file(format!("SQLite: {fault}")));
    let readable = proof.faults.count() == 0;
    faults.absorb(std::mem::take(&mut proof.faults));
    if !proof.clock_found || foreign.own_clock().map_err(|e| foreign.told(e))? > clock {
        faults.in_the_end(crate::spoken!("fault-clock"));
    }
    if !foreign.knows_whose_sittings().map_err(|e| foreign.told(e))? {
        faults.in_the_end(crate::spoken!("fault-sitting-here"));
    }
    // What an entry that is not sound names is not known.
    let lost = if readable { loose_ends(&foreign, &proof, &mut faults)? } else { 0 };
    if readable {
        written_here(&foreign, &mut proof, &mut faults)?;
    }
    stray_blobs(&foreign, &proof, &mut faults)?;
    let mut verified = Verified { lost, ..counted(&foreign, count, &proof, beside.head)? };
    // Nothing is said of tables in pages that SQLite finds broken.
    if let Some(tables) = beside.tables.filter(|_| sound) {
        verified.tables_compared = told(&foreign, tables?, &mut faults);
    }
    verified.fault_count = faults.count();
    verified.faults = faults.into_kept();
    Ok(verified)
}

/// Whether the tables could be compared; what is wrong with them becomes faults.
fn told(foreign: &Foreign, tables: Tables, faults: &mut Faults) -> bool {
    let tables = match tables {
        Tables::Strange(strange) => {
            faults.in_the_end(crate::spoken!("fault-not-compared", what = &strange));
            return false;
        }
        tables => tables,
    };
    if let Err(error) = super::erase::check(foreign.connection(), faults) {
        faults.in_the_end(crate::spoken!("fault-erased-untold", why = error.to_string()));
    }
    match tables {
        Tables::Strange(_) => {}
        Tables::Compared(differ) => {
            differ.iter().for_each(|table| faults.in_the_end(crate::spoken!("fault-table", table = *table)))
        }
        Tables::Unfoldable(error) => {
            faults.in_the_end(crate::spoken!("fault-unfoldable", why = error.to_string()))
        }
    }
    true
}

/// What was proved, before anything is said of faults.
fn counted(foreign: &Foreign, sittings: u64, proof: &Proof, head: String) -> Result<Verified> {
    let casebook = casebook_of(foreign)?;
    let named: HashSet<&Hash> = proof.named.iter().map(|(hash, _)| hash).collect();
    let last: BTreeSet<&Hash> =
        proof.tails.iter().map(|(_, _, hash)| hash).filter(|h| !named.contains(h)).collect();
    Ok(Verified {
        last: last.into_iter().map(|hash| hex(hash)).collect(),
        head,
        format: foreign.format(),
        sittings,
        from_other_cases: proof.cases.iter().filter(|(_, id)| *id != casebook).count() as u64,
        casebook,
        entries: proof.entries,
        signatures: proof.signatures,
        parts: proof.present,
        withheld: proof.withheld,
        erased: proof.erased,
        blobs: proof.blobs.len(),
        bytes: proof.bytes,
        ahead: proof.ahead,
        lost: 0,
        // A file of an older format knows of no erasures.
        unswept: crate::store::erase::is_unswept(foreign.connection()).unwrap_or(false),
        tables_compared: false,
        // A file that cannot be read has its faults already.
        checkers: super::keys::states(foreign.connection()).unwrap_or_default(),
        fault_count: 0,
        faults: Vec::new(),
    })
}

/// What holds between entries and the rest of the file; how many entries are missing and were said to be.
fn loose_ends(foreign: &Foreign, proof: &Proof, faults: &mut Faults) -> Result<u64> {
    let mut lost = 0;
    let told = |e| CasebookError::from(foreign.told(e));
    let mut named: HashSet<Hash> = HashSet::with_capacity(proof.named.len());
    for (hash, by) in &proof.named {
        if named.insert(*hash) && !foreign.has_entry(hash).map_err(told)? {
            if proof.told_lost.contains(hash) {
                lost += 1;
                continue;
            }
            let what = crate::spoken!("fault-names-absent", by = *by, hash = &hex(hash)[..12]);
            faults.in_the_end(what);
        }
    }
    let open = foreign.frontier().map_err(told)?;
    let open: HashSet<Option<(i64, i64)>> = open.into_iter().collect();
    let place = |(sitting, seq, _): &(i64, i64, Hash)| Some((*sitting, *seq));
    let tails: HashSet<Option<(i64, i64)>> = proof.tails.iter().map(place).collect();
    if !open.is_subset(&tails) {
        faults.in_the_end(crate::spoken!("fault-open-not-last"));
    }
    if proof.tails.iter().any(|tail| !named.contains(&tail.2) && !open.contains(&place(tail))) {
        faults.in_the_end(crate::spoken!("fault-open-lacks"));
    }
    for tail in proof.tails.iter().filter(|tail| named.contains(&tail.2) && open.contains(&place(tail))) {
        let by = proof.named.iter().filter(|(hash, _)| *hash == tail.2).map(|(_, by)| *by);
        // Where clocks are days apart, a merge cannot tell, and leaves it open.
        let by = by
            .map(|by| foreign.is_later(by, (tail.0, tail.1)))
            .collect::<std::result::Result<Vec<bool>, _>>();
        if by.map_err(told)?.contains(&true) {
            faults.in_the_end(crate::spoken!("fault-open-named"));
        }
    }
    Ok(lost)
}

/// Whether the sittings that undo may reach can be this copy's.
fn written_here(foreign: &Foreign, proof: &mut Proof, faults: &mut Faults) -> Result<()> {
    proof.named.sort_unstable_by_key(|(_, by)| *by);
    let here: HashMap<i64, Hash> = foreign.here().map_err(|e| foreign.told(e))?.into_iter().collect();
    let strangers = here::strangers(proof, &casebook_of(foreign)?, &here.keys().copied().collect());
    let mut ids: Vec<String> = strangers.iter().filter_map(|num| here.get(num)).map(|id| hex(id)).collect();
    ids.sort_unstable();
    for id in ids {
        faults.in_the_end(crate::spoken!("fault-sitting-not-here", sitting = super::brief_sitting(&id)));
    }
    Ok(())
}

fn stray_blobs(foreign: &Foreign, proof: &Proof, faults: &mut Faults) -> Result<()> {
    let strays = |blob: crate::store::foreign::RawBlob| {
        if !proof.blobs.contains(blob.num) {
            faults.in_the_end(crate::spoken!("fault-stray-blob", blob = &hex(&blob.sha256)[..12]));
        }
        Ok::<(), crate::store::Error>(())
    };
    foreign.each_blob(strays).map_err(|e| foreign.told(e))?;
    if foreign.has_stray_chunks().map_err(|e| foreign.told(e))? {
        faults.in_the_end(crate::spoken!("fault-stray-chunk"));
    }
    Ok(())
}

/// The casebook that the first entry in the file was written on: a merge adds entries after it.
pub(super) fn casebook_of(foreign: &Foreign) -> Result<String> {
    let header = foreign.first_header().map_err(|e| foreign.told(e))?;
    let header = header.and_then(|header| serde_json::from_str::<Header>(&header).ok());
    Ok(header.and_then(|header| header.opens).map(|opens| opens.casebook).unwrap_or_default())
}

fn not_stopped(stop: &AtomicBool) -> Result<()> {
    if stop.load(Ordering::Relaxed) { Err(ForeignError::Stopped.into()) } else { Ok(()) }
}
