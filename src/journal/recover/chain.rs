//! Following each sitting from its first entry for as long as every entry bears itself out and a signature seals it.

use super::super::entry::{Hash, Header, commitment, unhex};
use super::super::proof::{self, Link};
use super::super::{CasebookError, Result};
use crate::store::foreign::{RawEntry, RawPart};
use crate::store::salvage::{FoundEntry, Stage};
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// The state of a part that a later merge can fill.
pub const WITHHELD: &str = "withheld";
/// The state of a part whose content was there and is lost, until it is written as withheld.
pub const GONE: &str = "gone";

/// What following all sittings gave.
#[derive(Debug, Default)]
pub struct Followed {
    /// Sittings of which something is taken over.
    pub sittings: u64,
    /// Entries that are.
    pub entries: u64,
    /// The entries that these name as the last ones their writers saw.
    pub named: HashSet<Hash>,
    /// Casebooks whose first entry is among them.
    pub created: HashSet<String>,
    /// The casebook that the entry that lies first was written on, with its place.
    pub first: Option<(i64, String)>,
    /// The highest clock of entries not too far ahead, and of all.
    pub clock: (i64, i64),
}

/// A sitting under way.
struct Sitting {
    opener: i64,
    id: Hash,
    key: [u8; 32],
    casebook: String,
    last: Option<Last>,
    /// Entries that wait for a signature, with their places.
    waiting: Vec<(i64, i64, Header)>,
}

struct Last {
    hash: Hash,
    seq: u64,
    at: i64,
    place: i64,
    /// Its action, where it is not signed.
    unsealed: Option<String>,
}

impl Followed {
    /// Follows all sittings. `latest` is the highest clock that moves the casebook's own.
    pub fn all(stage: &Stage, latest: i64, stop: &AtomicBool) -> Result<Followed> {
        let mut followed = Followed { clock: (-1, -1), ..Followed::default() };
        for opener in stage.openers()? {
            if stop.load(Ordering::Relaxed) {
                return Err(CasebookError::Stopped);
            }
            // Found twice, it is followed once.
            let made = stage.entry(opener)?.and_then(|found| found.made);
            if made.is_some_and(|made| stage.is_kept(&made).unwrap_or(true)) {
                continue;
            }
            followed.sitting(stage, opener, latest)?;
        }
        Ok(followed)
    }

    fn sitting(&mut self, stage: &Stage, opener: i64, latest: i64) -> Result<()> {
        let Some(mut sitting) = Sitting::of(stage, opener)? else { return Ok(()) };
        let (before, mut next) = (self.entries, vec![opener]);
        while !next.is_empty() {
            let mut went = false;
            for id in std::mem::take(&mut next) {
                if let Some((raw, header)) = sitting.check(stage, id)? {
                    sitting.go(id, &raw, header);
                    if raw.signature.is_some() {
                        self.keep(stage, &mut sitting, latest)?;
                    }
                    went = true;
                    break;
                }
            }
            if let (true, Some(last)) = (went, &sitting.last) {
                next = stage.after(&last.hash, last.seq + 1)?;
            }
        }
        self.sittings += u64::from(self.entries > before);
        Ok(())
    }

    /// Takes over what a signature has sealed.
    fn keep(&mut self, stage: &Stage, sitting: &mut Sitting, latest: i64) -> Result<()> {
        for (id, place, header) in sitting.waiting.drain(..) {
            stage.keep(id, sitting.opener, place)?;
            self.entries += 1;
            self.named.extend(header.frontier.iter().filter_map(|hash| unhex(hash)));
            if header.at <= latest {
                self.clock.0 = self.clock.0.max(header.at);
            }
            self.clock.1 = self.clock.1.max(header.at);
            if header.kind == "create" {
                self.created.insert(sitting.casebook.clone());
            }
            if self.first.as_ref().is_none_or(|(first, _)| place < *first) {
                self.first = Some((place, sitting.casebook.clone()));
            }
        }
        Ok(())
    }
}

impl Sitting {
    fn of(stage: &Stage, opener: i64) -> Result<Option<Sitting>> {
        let Some(found) = stage.entry(opener)? else { return Ok(None) };
        let opens = serde_json::from_str::<Header>(&found.header).ok().and_then(|header| header.opens);
        let (Some(opens), Some(id)) = (opens, found.made) else { return Ok(None) };
        let Some(key) = unhex(&opens.key) else { return Ok(None) };
        Ok(Some(Sitting { opener, id, key, casebook: opens.casebook, last: None, waiting: Vec::new() }))
    }

    /// An entry and its header, if it is the next of the sitting by all that `verify` asks of it.
    fn check(&self, stage: &Stage, id: i64) -> Result<Option<(RawEntry, Header)>> {
        let Some(mut raw) = stage.entry(id)?.map(|found| raw(stage, found)).transpose()?.flatten() else {
            return Ok(None);
        };
        raw.parts.iter_mut().filter(|part| part.state == GONE).for_each(|part| withhold(part, WITHHELD));
        let link = Link { sitting: self.id, key: self.key, prev: self.last.as_ref().map(|last| last.hash) };
        let header = match proof::entry(&raw, &link) {
            Ok(header) => header,
            Err(_) => return Ok(None),
        };
        let fits = match &self.last {
            None => raw.seq == 1 && raw.at >= 0,
            Some(last) => {
                raw.at > last.at
                    && u64::try_from(raw.seq) == Ok(last.seq + 1)
                    && last.unsealed.as_ref().is_none_or(|action| *action == raw.action)
            }
        };
        Ok(fits.then_some((raw, header)))
    }

    fn go(&mut self, id: i64, raw: &RawEntry, header: Header) {
        // A sitting's entries lie in their order, whatever numbers a damaged file gives them.
        let place = raw.num.max(self.last.as_ref().map_or(i64::MIN, |last| last.place));
        self.last = Some(Last {
            hash: raw.hash,
            seq: header.seq,
            at: raw.at,
            place,
            unsealed: raw.signature.is_none().then(|| raw.action.clone()),
        });
        self.waiting.push((id, place, header));
    }
}

/// An entry with its parts as they can be kept, its columns read from its header; none where it has no hash.
pub fn raw(stage: &Stage, found: FoundEntry) -> Result<Option<RawEntry>> {
    let (Some(hash), Ok(header)) = (found.made, serde_json::from_str::<Header>(&found.header)) else {
        return Ok(None);
    };
    let mut parts: Vec<RawPart> = Vec::new();
    for part in stage.parts(found.num)? {
        match parts.last_mut().filter(|last| last.n == part.n) {
            Some(last) => better(last, part),
            None => parts.push(part),
        }
    }
    parts.iter_mut().for_each(mend);
    Ok(Some(RawEntry {
        num: found.num,
        sitting: 0,
        seq: i64::try_from(header.seq).unwrap_or(-1),
        at: header.at,
        kind: header.kind,
        action: header.action,
        header: found.header,
        hash,
        signature: found.signature,
        parts,
    }))
}

/// Of a part that was found twice: what was erased stays so, else what can still be read is better.
fn better(kept: &mut RawPart, other: RawPart) {
    let worth = |part: &RawPart| match part.state.as_str() {
        "erased" => 3,
        _ if part.body.is_some() && reads(part) => 2,
        _ if part.salt.is_some() && part.blob.is_some() => 1,
        _ => 0,
    };
    if worth(&other) > worth(kept) {
        *kept = other;
    }
}

/// Whether the words of a part are those that it is committed to.
fn reads(part: &RawPart) -> bool {
    let (Some(salt), Some(body)) = (&part.salt, &part.body) else { return false };
    commitment(salt, body.as_bytes()) == part.commitment
}

/// Gives a part the form of what can be kept of it; what cannot be read is left to [`GONE`].
fn mend(part: &mut RawPart) {
    let bare = part.salt.is_none() && part.body.is_none() && part.blob.is_none();
    let state = match part.state.as_str() {
        "erased" => "erased",
        "withheld" if bare => "withheld",
        _ if part.blob.is_some() && part.body.is_none() && part.salt.is_some() => {
            part.state = "present".to_owned();
            return;
        }
        _ if reads(part) => {
            (part.state, part.blob) = ("present".to_owned(), None);
            return;
        }
        _ => GONE,
    };
    withhold(part, state);
}

/// Takes away what a part says.
pub fn withhold(part: &mut RawPart, state: &str) {
    part.state = state.to_owned();
    (part.salt, part.body, part.blob) = (None, None, None);
}
