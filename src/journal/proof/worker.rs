//! The threads that recompute.

use super::super::entry::{Body, Hash, Header, unhex};
use super::check::{self, Link, What};
use super::{Checking, Claimed, Faults};
use crate::store::foreign::{RawEntry, RawPart};
use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::mpsc::Receiver;

/// Where a part lies: local number of its entry, sitting, number of the entry, number of the part.
pub type Place = (i64, Hash, i64, i64);

/// Something to recompute.
pub enum Job {
    /// Entries with their places in their chains.
    Entries(Vec<(RawEntry, Link)>),
    /// A part whose content is a blob.
    Blob {
        /// What it says.
        claimed: Claimed,
        /// Where it lies.
        place: Place,
        /// The blob's chunks as stored, in order.
        chunks: Receiver<Vec<u8>>,
    },
}

/// What one thread found.
#[derive(Default)]
pub struct Found {
    /// Bytes of blobs.
    pub bytes: u64,
    /// Entries that others name.
    pub named: Vec<(Hash, i64)>,
    /// Entries that somebody who salvaged a casebook says are lost.
    pub told_lost: HashSet<Hash>,
    /// Sittings that begin, and their casebook.
    pub cases: Vec<(i64, String)>,
    /// What is wrong.
    pub faults: Faults,
}

/// Works until there are no more jobs.
pub fn work(jobs: &Mutex<Receiver<Job>>) -> Found {
    let mut found = Found::default();
    while let Some(job) = jobs.lock().ok().and_then(|jobs| jobs.recv().ok()) {
        match job {
            Job::Entries(entries) => {
                check::entries(&entries, |raw, link, checked| take(raw, link, checked, &mut found));
            }
            Job::Blob { claimed, place: (num, sitting, seq, n), chunks } => {
                let mut checking = Checking::new(claimed);
                let read = chunks.into_iter().try_for_each(|stored| checking.chunk(&stored));
                match read.and_then(|()| checking.finish()) {
                    Ok(bytes) => found.bytes += bytes,
                    Err(what) => {
                        let what = crate::spoken!("fault-of-part", n = n, what = &what);
                        found.faults.add(num, &sitting, Some(seq), what);
                    }
                }
            }
        }
    }
    found
}

fn take(raw: &RawEntry, link: &Link, checked: Result<Header, What>, found: &mut Found) {
    match checked {
        Ok(header) => {
            found.named.extend(header.frontier.iter().filter_map(|hash| Some((unhex(hash)?, raw.num))));
            found.told_lost.extend(raw.parts.iter().flat_map(told_lost));
            found.cases.extend(header.opens.map(|opens| (raw.sitting, opens.casebook)));
        }
        Err(what) => found.faults.add(raw.num, &link.sitting, Some(raw.seq), what),
    }
}

/// The entries that a part says are lost.
fn told_lost(part: &RawPart) -> Vec<Hash> {
    let body = part.body.as_deref().filter(|body| body.starts_with("{\"recovered\""));
    match body.map(serde_json::from_str) {
        Some(Ok(Body::Recovered { missing, .. })) => missing.iter().filter_map(|hash| unhex(hash)).collect(),
        _ => Vec::new(),
    }
}
