//! Proving a journal: every entry of a file is read in the order in which it lies, and checked on all cores.
//!
//! One thread reads and follows each sitting's chain by its columns; the others recompute hashes, signatures and
//! commitments. What is held is one line a sitting and the few entries on their way.

mod blob;
mod chain;
mod check;
mod fault;
mod run;
mod worker;

pub use blob::{Checking, Claimed, LARGEST};
pub use chain::Chain;
pub use check::{LONGEST, Link, entry, fills};
pub use fault::{Fault, Faults};
pub use run::{Run, go_on};

use super::entry::Hash;
use super::nums::Nums;
use crate::store;
use crate::store::foreign::{Foreign, RawEntry, RawSitting};
use chain::Chains;
use std::collections::HashSet;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use worker::{Found, Job};

/// Entries that go to a worker at once, and the bytes at which fewer do.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 1 << 20;
/// Jobs that wait for a worker, and chunks of a blob that do.
const WAITING: usize = 4;

/// What all blobs together may unpack to: so many bytes, and so many times the bytes of the file. A crafted file of a
/// few megabytes can unpack to terabytes, and would keep everybody waiting.
const UNPACKED: u64 = 16 << 30;
const UNPACKED_TIMES: u64 = 64;

/// What a proof counted and found.
#[derive(Debug, Default)]
pub struct Proof {
    /// Entries checked.
    pub entries: u64,
    /// Signatures among them.
    pub signatures: u64,
    /// Parts that are there.
    pub present: u64,
    /// Parts withheld.
    pub withheld: u64,
    /// Parts erased.
    pub erased: u64,
    /// Bytes of blobs that were read.
    pub bytes: u64,
    /// Entries whose clock is ahead of the time given.
    pub ahead: u64,
    /// Whether an entry has the clock asked for.
    pub clock_found: bool,
    /// Local numbers of the blobs that parts point at.
    pub blobs: Nums,
    /// The entries that others name as the last ones they saw, and the number of the entry that does.
    pub named: Vec<(Hash, i64)>,
    /// Entries that somebody who salvaged a casebook says are lost.
    pub told_lost: HashSet<Hash>,
    /// Local number of each sitting that begins here, and the casebook that it was opened on.
    pub cases: Vec<(i64, String)>,
    /// The last entry of each sitting: local number of the sitting, number and hash of the entry.
    pub tails: Vec<(i64, i64, Hash)>,
    /// How sittings took turns; where the whole file is proved.
    pub runs: Vec<Run>,
    /// What is wrong.
    pub faults: Faults,
}

/// What is to be proved.
pub struct Task<'a> {
    /// The file.
    pub foreign: &'a Foreign,
    /// Which sittings, and from where on in each; entries of others are passed over.
    pub chains: Vec<Chain>,
    /// The local number of the first entry that is read: none of the chains has one before it.
    pub from: i64,
    /// Whether there may be other sittings.
    pub partial: bool,
    /// A clock that an entry should have.
    pub clock: i64,
    /// Clocks beyond this are counted.
    pub ahead_of: i64,
}

/// Proves what the task names; `progress` is told how many entries of how many are done. An error of the database ends the reading and is a fault.
pub fn prove(task: Task, progress: &mut dyn FnMut(u64, u64)) -> Proof {
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let (jobs, waiting) = sync_channel::<Job>(WAITING * cores);
    let waiting = Arc::new(Mutex::new(waiting));
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|_| {
                let waiting: Arc<Mutex<Receiver<Job>>> = waiting.clone();
                scope.spawn(move || worker::work(&waiting))
            })
            .collect();
        // Workers alone hold the receiving end, so that sending fails and ends if all of them are gone.
        drop(waiting);
        let mut proof = Reader::new(&task, jobs).read(task.chains, (task.from, task.partial), progress);
        for worker in workers {
            match worker.join() {
                Ok(found) => proof.take(found),
                Err(_) => proof.faults.of_file(crate::spoken!("refused-check-broke-off")),
            }
        }
        proof
    })
}

impl Proof {
    fn take(&mut self, found: Found) {
        self.bytes += found.bytes;
        self.named.extend(found.named);
        self.told_lost.extend(found.told_lost);
        self.cases.extend(found.cases);
        self.faults.absorb(found.faults);
    }
}

/// The thread that reads.
struct Reader<'a> {
    foreign: &'a Foreign,
    jobs: SyncSender<Job>,
    batch: Vec<(RawEntry, Link)>,
    bytes: usize,
    /// Bytes that the blobs so far are said to have.
    unpacked: u64,
    clock: i64,
    ahead_of: i64,
    proof: Proof,
}

/// Why the reading ended early.
enum Halt {
    Database(store::Error),
    NoWorkers,
    Bomb,
}

impl From<store::Error> for Halt {
    fn from(error: store::Error) -> Halt {
        Halt::Database(error)
    }
}

impl<'a> Reader<'a> {
    fn new(task: &Task<'a>, jobs: SyncSender<Job>) -> Reader<'a> {
        Reader {
            foreign: task.foreign,
            jobs,
            batch: Vec::new(),
            bytes: 0,
            unpacked: 0,
            clock: task.clock,
            ahead_of: task.ahead_of,
            proof: Proof::default(),
        }
    }

    fn read(
        mut self,
        chains: Vec<Chain>,
        (from, partial): (i64, bool),
        progress: &mut dyn FnMut(u64, u64),
    ) -> Proof {
        let all = chains.iter().fold(0u64, |all, chain| all.saturating_add(chain.length()));
        let mut chains = Chains::of(chains, partial, &mut self.proof.faults);
        let foreign = self.foreign;
        let mut last = 0;
        let read = foreign.each_entry(from, |raw| {
            last = raw.num;
            let Some(link) = chains.follow(&raw, &mut self.proof.faults) else { return Ok(()) };
            self.count(&raw);
            if !partial {
                go_on(&mut self.proof.runs, raw.sitting, (raw.num, raw.hash), raw.signature.is_some());
            }
            progress(self.proof.entries, all);
            self.send(raw, link)
        });
        let read = read.and_then(|()| self.flush());
        chains.end(read.is_err(), &mut self.proof);
        match read {
            Err(Halt::Database(error)) => {
                let why = foreign.told(error);
                let what = crate::spoken!("fault-unread-after", last = last, why = why.to_string());
                self.proof.faults.of_file(what);
            }
            Err(Halt::Bomb) => {
                self.proof.faults.of_file(crate::spoken!("fault-bomb"));
            }
            Err(Halt::NoWorkers) | Ok(()) => {}
        }
        self.proof
    }

    fn count(&mut self, raw: &RawEntry) {
        self.proof.entries += 1;
        self.proof.signatures += u64::from(raw.signature.is_some());
        self.proof.ahead += u64::from(raw.at > self.ahead_of);
        self.proof.clock_found |= raw.at == self.clock;
        for part in &raw.parts {
            match part.state.as_str() {
                "present" => self.proof.present += 1,
                "withheld" => self.proof.withheld += 1,
                _ => self.proof.erased += 1,
            }
        }
    }

    fn send(&mut self, raw: RawEntry, link: Link) -> Result<(), Halt> {
        for part in &raw.parts {
            let (Some(num), Some(salt)) = (part.blob, part.salt) else { continue };
            self.proof.blobs.insert(num);
            let blob = self.foreign.blob(num)?;
            let size = blob.and_then(|blob| u64::try_from(blob.size).ok()).unwrap_or(0);
            self.unpacked = self.unpacked.saturating_add(size.min(LARGEST));
            if self.unpacked > UNPACKED.saturating_add(self.foreign.size().saturating_mul(UNPACKED_TIMES)) {
                return Err(Halt::Bomb);
            }
            let claimed = Claimed { blob, salt, commitment: part.commitment };
            self.send_blob(num, claimed, (raw.num, link.sitting, raw.seq, part.n))?;
        }
        self.bytes += raw.header.len()
            + raw.parts.iter().map(|p| p.body.as_ref().map_or(0, String::len)).sum::<usize>();
        self.batch.push((raw, link));
        if self.batch.len() >= BATCH || self.bytes >= BATCH_BYTES { self.flush() } else { Ok(()) }
    }

    /// A blob goes to one worker, chunk by chunk, so that a large one is never whole in memory.
    fn send_blob(&self, num: i64, claimed: Claimed, place: worker::Place) -> Result<(), Halt> {
        let (chunks, receiver) = sync_channel(WAITING);
        self.jobs.send(Job::Blob { claimed, place, chunks: receiver }).map_err(|_| Halt::NoWorkers)?;
        // A worker that has found a fault takes no more.
        Ok(self.foreign.each_chunk(num, |stored| chunks.send(stored.to_vec()).is_ok())?)
    }

    fn flush(&mut self) -> Result<(), Halt> {
        self.bytes = 0;
        let batch = std::mem::take(&mut self.batch);
        self.jobs.send(Job::Entries(batch)).map_err(|_| Halt::NoWorkers)
    }
}

/// The chains of all sittings, from their beginning.
pub fn all_chains(sittings: Vec<RawSitting>) -> Vec<Chain> {
    sittings.into_iter().map(Chain::whole).collect()
}
