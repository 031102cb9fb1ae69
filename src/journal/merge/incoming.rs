//! What is to be merged: read from private copies, and proved before anything is written.

use super::super::casebook::Casebook;
use super::super::entry::{Hash, Header, hex};
use super::super::proof::{self, Chain, Checking, Claimed, Proof, Task, fills};
use super::super::{CasebookError, Result, clock};
use super::way::{self, Doing, Progress};
use crate::store::foreign::{Foreign, ForeignError, RawBlob, RawPart, RawSitting};
use crate::store::journal::{self as rows, Withheld};
use crate::store::{self, Connection};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a person says of a merge.
#[derive(Debug, Clone, Default)]
pub struct MergeOptions {
    /// Beginnings of the ids of sittings to leave out.
    pub without: Vec<String>,
    /// Whether entries written on another casebook may come in.
    pub other_case: bool,
    /// Whether entries may come in that name some which are nowhere.
    pub incomplete: bool,
}

/// Proved files, ready to be merged.
pub struct Incoming {
    sources: Vec<Source>,
    stop: Arc<AtomicBool>,
}

/// One proved file.
pub struct Source {
    /// The file.
    pub foreign: Foreign,
    /// Its sittings, those left out taken away.
    sittings: Vec<RawSitting>,
    left_out: Vec<String>,
    /// From where on each sitting that had something new was proved; none before that was done.
    proved: Option<HashMap<i64, u64>>,
    /// The entries that new ones name as the last that their writers saw, each with the local number of one that does.
    pub named: HashMap<Hash, i64>,
    /// Entries that somebody who salvaged the file said are lost.
    pub told_lost: HashSet<Hash>,
}

/// A sitting that has something new.
pub struct Wanted {
    /// The sitting there.
    pub sitting: RawSitting,
    /// Its local number, last number and last hash here; none where it is not here.
    pub have: Option<(i64, u64, Hash)>,
}

/// What a withheld part is filled with.
pub type Filling<'a> = (&'a Source, RawPart, Option<RawBlob>);

impl Casebook {
    /// Reads and proves files that are to be merged; an error names what is wrong, and nothing was changed.
    pub fn incoming(
        &self,
        files: &[PathBuf],
        options: &MergeOptions,
        stop: &Arc<AtomicBool>,
        progress: &mut Progress,
    ) -> Result<Incoming> {
        let folder = self.path().parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut copied = way::of(progress, Doing::Copying);
        let opened = files.iter().map(|file| Source::open(&self.conn, file, (folder, stop), &mut copied));
        let mut sources = opened.collect::<Result<Vec<Source>>>()?;
        drop(copied);
        for prefix in &options.without {
            let prefix = prefix.trim().to_lowercase();
            let left: usize = sources.iter_mut().map(|source| source.leave_out(&prefix)).sum();
            if left == 0 {
                let word = crate::spoken!("refused-no-sitting", prefix = &prefix);
                return Err(CasebookError::Invalid(word));
            }
        }
        let own = self.id()?;
        for source in &mut sources {
            source.prove(&self.conn, progress)?.refuse_other_case(&self.conn, source, &own, options)?;
        }
        if !options.incomplete {
            super::lacking::refuse(&self.conn, &sources)?;
        }
        Ok(Incoming { sources, stop: stop.clone() })
    }
}

impl Incoming {
    /// The files in the order in which they were named.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// An error where a person wants to stop.
    pub fn not_stopped(&self) -> Result<()> {
        if self.stop.load(Ordering::Relaxed) { Err(CasebookError::Stopped) } else { Ok(()) }
    }

    /// What a person stops it by.
    pub(super) fn stop(&self) -> &Arc<AtomicBool> {
        &self.stop
    }

    /// Ids of the sittings left out.
    pub fn left_out(&self) -> Vec<String> {
        self.sources.iter().flat_map(|source| source.left_out.iter().cloned()).collect()
    }

    /// Whether there is anything that a casebook does not have.
    pub fn is_new_to(&self, conn: &Connection) -> Result<bool> {
        for source in &self.sources {
            if !source.wanted(conn)?.is_empty() {
                return Ok(true);
            }
        }
        let mut found = false;
        self.each_filling(conn, |_, _| {
            found = true;
            Ok(())
        })?;
        Ok(found)
    }

    /// Calls `each` with every part withheld here that one of the files has.
    pub fn each_filling(
        &self,
        conn: &Connection,
        mut each: impl FnMut(&Withheld, Filling) -> Result<()>,
    ) -> Result<()> {
        let maps: Vec<(&Source, HashMap<&[u8; 32], i64>)> = self
            .sources
            .iter()
            .map(|source| (source, source.sittings.iter().map(|s| (&s.id, s.num)).collect()))
            .collect();
        let mut last = (0, -1);
        loop {
            let page = rows::withheld(conn, last)?;
            let Some(end) = page.last() else { return Ok(()) };
            last = (end.entry, end.n);
            self.not_stopped()?;
            for withheld in &page {
                for (source, sittings) in &maps {
                    let Some(sitting) = sittings.get(&withheld.sitting) else { continue };
                    if let Some((part, blob)) = source.filling(*sitting, withheld)? {
                        each(withheld, (source, part, blob))?;
                        break;
                    }
                }
            }
        }
    }
}

impl Source {
    fn open(
        conn: &Connection,
        file: &Path,
        (folder, stop): (&Path, &Arc<AtomicBool>),
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Source> {
        if let Some(known) = Source::known(conn, file, stop) {
            return Ok(known);
        }
        let foreign = Foreign::open_with(file, folder, stop, progress)?;
        Source::of(foreign)
    }

    fn of(foreign: Foreign) -> Result<Source> {
        let sittings = foreign.sittings().map_err(|e| foreign.told(e))?;
        let (left_out, proved, named, told_lost) = Default::default();
        Ok(Source { foreign, sittings, left_out, proved, named, told_lost })
    }

    /// A file of which all is here, told by the end of each of its sittings: it need be neither copied nor proved.
    /// Anything else, an error too, is nothing known, and is looked at in a copy.
    fn known(conn: &Connection, file: &Path, stop: &Arc<AtomicBool>) -> Option<Source> {
        // Any file may hold what is withheld here.
        if !rows::withheld(conn, (0, -1)).ok()?.is_empty() {
            return None;
        }
        let source = Source::of(Foreign::in_place(file, stop).ok()?).ok()?;
        let nothing_new = !source.sittings.is_empty() && source.wanted(conn).ok()?.is_empty();
        nothing_new.then_some(source)
    }

    fn leave_out(&mut self, prefix: &str) -> usize {
        let (out, kept) = std::mem::take(&mut self.sittings)
            .into_iter()
            .partition::<Vec<RawSitting>, _>(|s| !prefix.is_empty() && hex(&s.id).starts_with(prefix));
        self.sittings = kept;
        self.left_out.extend(out.iter().map(|s| hex(&s.id)));
        out.len()
    }

    /// The sittings that have something which a casebook has not. One whose last common entry is another is refused.
    pub fn wanted(&self, conn: &Connection) -> Result<Vec<Wanted>> {
        let mut wanted = Vec::new();
        for sitting in &self.sittings {
            let there = u64::try_from(sitting.last_seq).unwrap_or(0);
            let Some((num, here)) = rows::sitting_by_id(conn, &sitting.id)? else {
                wanted.push(Wanted { sitting: sitting.clone(), have: None });
                continue;
            };
            let common = here.min(there);
            let ours = rows::hash_at(conn, num, common)?;
            let theirs = self.foreign.hash_at(sitting.num, common).map_err(|e| self.foreign.told(e))?;
            let Some(hash) = ours.filter(|ours| Some(*ours) == theirs) else {
                return Err(CasebookError::Forked {
                    path: self.foreign.path().to_owned(),
                    sitting: hex(&sitting.id),
                    seq: common,
                });
            };
            if there > here {
                wanted.push(Wanted { sitting: sitting.clone(), have: Some((num, here, hash)) });
            }
        }
        let proved = |w: &Wanted| {
            let from = w.have.map_or(0, |(_, seq, _)| seq);
            self.proved
                .as_ref()
                .is_none_or(|all| all.get(&w.sitting.num).is_some_and(|proved| *proved <= from))
        };
        if !wanted.iter().all(proved) {
            return Err(CasebookError::Invalid(crate::spoken!("refused-older-meanwhile")));
        }
        Ok(wanted)
    }

    /// The local number from which on all lie that is wanted; where it cannot be told, that of the first of all.
    pub fn first_of(&self, wanted: &[Wanted]) -> Result<i64> {
        let mut first = i64::MAX;
        for w in wanted {
            let seq = w.have.map_or(1, |(_, seq, _)| seq + 1);
            let lies = self.foreign.entry_at(w.sitting.num, seq).map_err(|e| self.foreign.told(e))?;
            first = first.min(lies.unwrap_or(i64::MIN));
        }
        Ok(first)
    }

    fn prove(&mut self, conn: &Connection, progress: &mut Progress) -> Result<Proof> {
        let wanted = self.wanted(conn)?;
        let proved = wanted.iter().map(|w| (w.sitting.num, w.have.map_or(0, |(_, seq, _)| seq)));
        self.proved = Some(proved.collect());
        if wanted.is_empty() {
            if self.foreign.is_copy() {
                self.sound(self.foreign.beside()?.quick_check()?)?;
            }
            return Ok(Proof::default());
        }
        if !self.foreign.is_copy() {
            return Err(ForeignError::Changing(self.foreign.path().to_owned()).into());
        }
        let from = self.first_of(&wanted)?;
        let chains = wanted.into_iter().map(|Wanted { sitting, have }| match have {
            Some((_, seq, hash)) => Chain::after(sitting, seq, hash),
            None => Chain::whole(sitting),
        });
        let ahead_of = clock::latest(chrono::Utc::now());
        let task = Task {
            foreign: &self.foreign,
            chains: chains.collect(),
            from,
            partial: true,
            clock: -1,
            ahead_of,
        };
        let checks = self.foreign.beside()?;
        let (mut proof, checked) = std::thread::scope(|scope| {
            let checking = scope.spawn(move || checks.quick_check());
            let proof = proof::prove(task, &mut way::of(progress, Doing::Proving));
            progress(Doing::Checking, 0, 0);
            (proof, checking.join())
        });
        self.foreign.not_stopped()?;
        self.sound(checked.unwrap_or_else(|_| Ok(vec!["SQLite's check broke off".to_owned()]))?)?;
        let count = proof.faults.count();
        if count > 0 {
            let faults = std::mem::take(&mut proof.faults).into_kept();
            return Err(CasebookError::Unsound { path: self.foreign.path().to_owned(), count, faults });
        }
        self.named = proof.named.iter().copied().collect();
        self.told_lost = std::mem::take(&mut proof.told_lost);
        Ok(proof)
    }

    /// An error where SQLite complains of something.
    fn sound(&self, faults: Vec<String>) -> Result<()> {
        match faults.into_iter().next() {
            Some(what) => {
                let what = what.into();
                Err(ForeignError::Damaged { path: self.foreign.path().to_owned(), what }.into())
            }
            None => Ok(()),
        }
    }

    /// What of a withheld part is here, if it is what the part was committed to.
    fn filling(&self, sitting: i64, of: &Withheld) -> Result<Option<(RawPart, Option<RawBlob>)>> {
        let told = |e| self.foreign.told(e);
        let found = self.foreign.part_at(sitting, of.seq, of.n).map_err(told)?;
        let Some(part) = found.filter(|part| fills(part, &of.commitment)) else { return Ok(None) };
        let (Some(num), Some(salt)) = (part.blob, part.salt) else { return Ok(Some((part, None))) };
        let blob = self.foreign.blob(num).map_err(told)?;
        let mut checking = Checking::new(Claimed { blob, salt, commitment: of.commitment });
        let mut fits = true;
        let each = |stored: &[u8]| {
            fits = checking.chunk(stored).is_ok();
            fits
        };
        self.foreign.each_chunk(num, each).map_err(told)?;
        Ok((fits && checking.finish().is_ok()).then_some((part, blob)))
    }
}

impl Proof {
    /// Another case's entries come in only on request, or where some of that case came in before.
    fn refuse_other_case(
        &self,
        conn: &Connection,
        source: &Source,
        own: &str,
        options: &MergeOptions,
    ) -> Result<()> {
        let strange = |case: &&(i64, String)| case.1 != own;
        if options.other_case || !self.cases.iter().any(|case| strange(&case)) {
            return Ok(());
        }
        let known: HashSet<String> = store::journal::openings(conn)?
            .iter()
            .filter_map(|header| serde_json::from_str::<Header>(header).ok()?.opens)
            .map(|opens| opens.casebook)
            .collect();
        match self.cases.iter().find(|case| strange(case) && !known.contains(&case.1)) {
            Some((_, id)) => {
                let path = source.foreign.path().to_owned();
                Err(CasebookError::OtherCase { path, casebook: id.clone() })
            }
            None => Ok(()),
        }
    }
}
