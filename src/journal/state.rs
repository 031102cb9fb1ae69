//! Whether a casebook still holds a state that was printed: by its head, and by the entries that were its last.
//!
//! An entry's hash covers all that its writer had, by way of the entries that it names: where it is in a proved
//! casebook, so is all of that. A head covers every entry, but cannot be found again in a later state unless the last
//! entries tell which entries there were then.

use super::entry::{Hash, Header, hex, unhex};
use super::{CasebookError, Result, clock};
use crate::model::Id;
use crate::store::foreign::{Foreign, ForeignError};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What a casebook says to hashes that were printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StateFound {
    /// Whether one is the head as it is now.
    pub is_now: bool,
    /// Those that are entries of the casebook.
    pub entries: Vec<FoundEntry>,
    /// Those that are neither.
    pub unknown: Vec<String>,
    /// How many entries these entries' writers had, and how many there are.
    pub seen: u64,
    /// All entries of the casebook.
    pub all: u64,
    /// Whether what they had adds up to a head that was given: so it was just that state. None where no head was given.
    pub was: Option<bool>,
}

/// An entry that was named by its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundEntry {
    /// Its hash, hexadecimal.
    pub hash: String,
    /// Who wrote it.
    pub checker: Id,
    /// When, by their clock.
    pub at: DateTime<Utc>,
}

impl StateFound {
    /// Whether what was printed is all here.
    pub fn is_here(&self) -> bool {
        self.is_now || (!self.entries.is_empty() && self.unknown.is_empty() && self.was != Some(false))
    }
}

/// Looks for these hashes in a casebook that was proved, whose head is `now`; it is read from a private copy.
pub fn find_state(
    path: &Path,
    within: &Path,
    stop: &Arc<AtomicBool>,
    given: &[String],
    now: &str,
) -> Result<StateFound> {
    let foreign = Foreign::open(path, within, stop)?;
    let told = |e| CasebookError::from(foreign.told(e));
    let sittings = foreign.sittings().map_err(told)?;
    let checkers: HashMap<i64, (Hash, Option<String>)> =
        sittings.into_iter().map(|s| (s.num, (s.id, s.checker))).collect();
    let mut found =
        StateFound { is_now: false, entries: Vec::new(), unknown: Vec::new(), seen: 0, all: 0, was: None };
    let mut heads = Vec::new();
    let mut open = BTreeMap::new();
    for hash in given {
        let place = match unhex(hash) {
            Some(bytes) => foreign.place(&bytes).map_err(told)?,
            None => None,
        };
        match place {
            _ if hash == now => found.is_now = true,
            Some((sitting, seq, at)) => {
                let checker = checkers.get(&sitting).and_then(|(_, checker)| checker.as_ref()?.parse().ok());
                let Some(checker) = checker else { continue };
                found.entries.push(FoundEntry { hash: hash.clone(), checker, at: clock::time(at) });
                reach(&mut open, sitting, seq);
            }
            None => heads.push(hash.clone()),
        }
    }
    let seen = closure(&foreign, open)?;
    let by_id: HashMap<Hash, i64> =
        seen.iter().filter_map(|(num, seq)| Some((checkers.get(num)?.0, *seq))).collect();
    let (mut hash, mut head) = (Sha256::new(), Sha256::new());
    crate::store::journal::each_entry_hash(foreign.connection(), |sitting, seq, entry| {
        found.all += 1;
        hash.update(sitting);
        hash.update(seq.to_be_bytes());
        hash.update(entry);
        if by_id.get(sitting).is_some_and(|last| i64::try_from(seq).is_ok_and(|seq| seq <= *last)) {
            found.seen += 1;
            head.update(sitting);
            head.update(seq.to_be_bytes());
            head.update(entry);
        }
    })
    .map_err(told)?;
    if hex(&hash.finalize()) != now {
        return Err(ForeignError::Changing(path.to_owned()).into());
    }
    if let (false, [one]) = (found.entries.is_empty(), heads.as_slice()) {
        found.was = Some(*one == hex(&head.finalize()));
        heads.clear();
    }
    found.unknown = heads;
    Ok(found)
}

/// Up to which number each sitting is covered by these entries: by itself, and by what its signed entries name.
fn closure(foreign: &Foreign, mut open: BTreeMap<i64, i64>) -> Result<BTreeMap<i64, i64>> {
    let told = |e| CasebookError::from(foreign.told(e));
    let mut seen: BTreeMap<i64, i64> = BTreeMap::new();
    while let Some((sitting, last)) = open.pop_first() {
        let from = seen.get(&sitting).copied().unwrap_or_default();
        if last <= from {
            continue;
        }
        seen.insert(sitting, last);
        let mut named = Vec::new();
        foreign
            .each_signed_header(sitting, from, last, |header| {
                let header = serde_json::from_str::<Header>(header).ok();
                named.extend(header.into_iter().flat_map(|h| h.frontier).filter_map(|hash| unhex(&hash)));
            })
            .map_err(told)?;
        for hash in named {
            if let Some((sitting, seq, _)) = foreign.place(&hash).map_err(told)? {
                reach(&mut open, sitting, seq);
            }
        }
        foreign.not_stopped()?;
    }
    Ok(seen)
}

fn reach(open: &mut BTreeMap<i64, i64>, sitting: i64, seq: i64) {
    let last = open.entry(sitting).or_default();
    *last = seq.max(*last);
}
