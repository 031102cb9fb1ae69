//! The hash of every entry that was found, out of its header and whatever was found of its parts.

use super::super::entry::{Hash, Header, entry_hash, unhex};
use super::super::{CasebookError, Result};
use crate::store::salvage::{FoundEntry, Slot, Stage};
use std::sync::atomic::{AtomicBool, Ordering};

/// How many ways of putting together what was found more than once are tried for one entry.
const TRIES: usize = 256;

/// Computes all hashes.
pub fn prove(stage: &Stage, stop: &AtomicBool, progress: &mut dyn FnMut(u64)) -> Result<()> {
    // What names what is known first: a hash that another entry names is the right one.
    each(stage, stop, |found| {
        let Ok(header) = serde_json::from_str::<Header>(&found.header) else { return Ok(()) };
        let prev = unhex(&header.prev);
        if header.prev.is_empty() || prev.is_some() {
            stage.set_header(found.id, prev.as_ref(), header.seq)?;
        }
        Ok(())
    })?;
    let mut done = 0;
    each(stage, stop, |found| {
        if let Some(made) = made(stage, found)? {
            stage.set_made(found.id, &made)?;
        }
        done += 1;
        progress(done);
        Ok(())
    })
}

fn each(stage: &Stage, stop: &AtomicBool, mut each: impl FnMut(&FoundEntry) -> Result<()>) -> Result<()> {
    let mut last = 0;
    loop {
        let page = stage.entries(last)?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.id;
        page.iter().try_for_each(&mut each)?;
        if stop.load(Ordering::Relaxed) {
            return Err(CasebookError::Stopped);
        }
    }
}

/// The entry's hash, if each of its parts was found; of several ways, the one that its stored hash or another entry
/// bears out, and what does not belong to that is forgotten.
fn made(stage: &Stage, found: &FoundEntry) -> Result<Option<Hash>> {
    let mut parts: Vec<Vec<Slot>> = Vec::new();
    for slot in stage.slots(found.num)? {
        match usize::try_from(slot.n) {
            Ok(n) if n + 1 == parts.len() => parts[n].push(slot),
            Ok(n) if n == parts.len() => parts.push(vec![slot]),
            _ => return Ok(None),
        }
    }
    for slots in &mut parts {
        slots.dedup_by(|a, b| (a.num, &a.subject, a.commitment) == (b.num, &b.subject, b.commitment));
    }
    let hash = |ways: &[usize]| {
        let chosen = parts.iter().zip(ways).filter_map(|(slots, way)| slots.get(*way));
        entry_hash(&found.header, chosen.map(|slot| (slot.subject.as_str(), &slot.commitment)))
    };
    let sizes: Vec<usize> = parts.iter().map(Vec::len).collect();
    for ways in Ways::of(&sizes).take(TRIES) {
        let made = hash(&ways);
        if made == found.stored || stage.is_named(&made)? {
            forget_others(stage, &parts, &ways)?;
            return Ok(Some(made));
        }
    }
    // Its signature may still bear it out.
    Ok(Some(hash(&vec![0; sizes.len()])))
}

fn forget_others(stage: &Stage, parts: &[Vec<Slot>], ways: &[usize]) -> Result<()> {
    for (slots, way) in parts.iter().zip(ways) {
        let Some(right) = slots.get(*way) else { continue };
        for slot in slots.iter().filter(|slot| *slot != right) {
            if (slot.num, slot.commitment) == (right.num, right.commitment) {
                stage.drop_subject(slot.num, &slot.subject)?;
            } else {
                stage.drop_part(slot.id)?;
            }
        }
    }
    Ok(())
}

/// All ways of choosing one of each of several lists, the first of each first.
pub struct Ways {
    sizes: Vec<usize>,
    next: Option<Vec<usize>>,
}

impl Ways {
    /// Lists of these lengths.
    pub fn of(sizes: &[usize]) -> Ways {
        let next = (!sizes.contains(&0)).then(|| vec![0; sizes.len()]);
        Ways { sizes: sizes.to_vec(), next }
    }
}

impl Iterator for Ways {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let now = self.next.take()?;
        let mut after = now.clone();
        for (digit, size) in after.iter_mut().zip(&self.sizes) {
            *digit += 1;
            if *digit < *size {
                self.next = Some(after);
                break;
            }
            *digit = 0;
        }
        Some(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_comes_once() {
        let ways: Vec<Vec<usize>> = Ways::of(&[2, 1, 3]).collect();
        assert_eq!((ways.len(), &ways[0], &ways[1]), (6, &vec![0, 0, 0], &vec![1, 0, 0]));
        assert_eq!(Ways::of(&[]).count(), 1);
        assert_eq!(Ways::of(&[2, 0]).count(), 0);
    }
}
