//! Following chains: what can be told of an entry from those before it.

use super::super::entry::Hash;
use super::check::Link;
use super::{Faults, Proof};
use crate::model::Id;
use crate::store::foreign::{RawEntry, RawSitting};
use std::collections::HashMap;

/// A sitting that is to be proved, from one of its entries on.
#[derive(Debug, Clone)]
pub struct Chain {
    sitting: RawSitting,
    /// Number and hash of the entry before the first that is proved; none for the whole.
    from: Option<(u64, Hash)>,
}

impl Chain {
    /// The whole sitting.
    pub fn whole(sitting: RawSitting) -> Chain {
        Chain { sitting, from: None }
    }

    /// What comes after an entry that is known to be good.
    pub fn after(sitting: RawSitting, seq: u64, hash: Hash) -> Chain {
        Chain { sitting, from: Some((seq, hash)) }
    }

    /// How many entries are to be proved, by what the sitting says of itself.
    pub fn length(&self) -> u64 {
        let last = u64::try_from(self.sitting.last_seq).unwrap_or_default();
        last.saturating_sub(self.from.map_or(0, |(seq, _)| seq))
    }
}

/// How far a sitting was followed.
struct State {
    id: Hash,
    key: [u8; 32],
    last_seq: i64,
    /// What is not after this is known and passed over.
    from: i64,
    seq: i64,
    last: Option<Hash>,
    at: i64,
    /// The last entry, where it is not signed: local number and action.
    unsealed: Option<(i64, String)>,
    /// Number after which nothing is followed, since something is missing.
    broken: bool,
}

/// All sittings that are to be proved.
pub struct Chains {
    by_num: HashMap<i64, State>,
    /// Whether entries of other sittings are passed over: a fault where the whole file is proved.
    partial: bool,
}

impl Chains {
    /// Begins with what each sitting says of itself.
    pub fn of(chains: Vec<Chain>, partial: bool, faults: &mut Faults) -> Chains {
        let by_num = chains.into_iter().map(|Chain { sitting, from }| {
            let id = Id::of_checker(&sitting.key);
            if sitting.checker.as_deref() != Some(id.as_str()) {
                faults.add(0, &sitting.id, None, crate::spoken!("fault-checker"));
            }
            let state = State {
                id: sitting.id,
                key: sitting.key,
                last_seq: sitting.last_seq,
                from: from.map_or(0, |(seq, _)| seq.try_into().unwrap_or(i64::MAX)),
                seq: from.map_or(0, |(seq, _)| seq.try_into().unwrap_or(i64::MAX)),
                last: from.map(|(_, hash)| hash),
                at: -1,
                unsealed: None,
                broken: false,
            };
            (sitting.num, state)
        });
        Chains { by_num: by_num.collect(), partial }
    }

    /// The place of an entry in its chain; none where it is not to be proved or its chain is broken already.
    pub fn follow(&mut self, raw: &RawEntry, faults: &mut Faults) -> Option<Link> {
        let Some(state) = self.by_num.get_mut(&raw.sitting) else {
            if !self.partial {
                faults.add(raw.num, &[0; 32], Some(raw.seq), crate::spoken!("fault-no-sitting"));
            }
            return None;
        };
        if state.broken || raw.seq <= state.from {
            return None;
        }
        if raw.seq != state.seq + 1 {
            let what = crate::spoken!("fault-gap", seq = state.seq + 1);
            faults.add(raw.num, &state.id, Some(raw.seq), what);
            state.broken = true;
            return None;
        }
        if raw.at < 0 || raw.at <= state.at {
            faults.add(raw.num, &state.id, Some(raw.seq), crate::spoken!("fault-clock-back"));
        }
        if let Some((num, action)) = &state.unsealed
            && *action != raw.action
        {
            faults.add(*num, &state.id, Some(state.seq), crate::spoken!("fault-unsealed"));
        }
        let link = Link { sitting: state.id, key: state.key, prev: state.last };
        (state.seq, state.last, state.at) = (raw.seq, Some(raw.hash), raw.at);
        state.unsealed = raw.signature.is_none().then(|| (raw.num, raw.action.clone()));
        Some(link)
    }

    /// What can be told of each sitting when all was read.
    pub fn end(self, cut: bool, proof: &mut Proof) {
        for (num, state) in self.by_num {
            if let Some(last) = state.last {
                proof.tails.push((num, state.seq, last));
            }
            if cut || state.broken {
                continue;
            }
            if let Some((entry, _)) = &state.unsealed {
                proof.faults.add(*entry, &state.id, Some(state.seq), crate::spoken!("fault-last-unsigned"));
            }
            if state.seq != state.last_seq {
                let what = crate::spoken!("fault-count", wanted = state.last_seq, found = state.seq);
                proof.faults.add(i64::MAX, &state.id, None, what);
            }
        }
    }
}
