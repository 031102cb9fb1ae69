//! Which sittings can have been written in this copy of the file.
//!
//! Whoever writes names, with the next signature, all entries that nobody named yet. So what was written here covers all
//! that lay in the file before it, by names or by its own chain, and a sitting of which that is not so came by a merge.

use super::Result;
use super::entry::{Hash, Header, unhex};
use super::proof::{Proof, Run, go_on};
use crate::store::{self, Connection};
use std::collections::{HashMap, HashSet};

/// Of the sittings that are said to have been written here those that cannot have been, by their local numbers. Names must
/// be in the order of the entries that name.
pub fn strangers(proof: &Proof, casebook: &str, here: &HashSet<i64>) -> HashSet<i64> {
    let of_another = proof.cases.iter().filter(|(_, case)| case != casebook).map(|(sitting, _)| *sitting);
    let mut strangers: HashSet<i64> = of_another.filter(|sitting| here.contains(sitting)).collect();
    let mut turns = Turns::default();
    let mut names = proof.named.as_slice();
    for run in &proof.runs {
        let (these, rest) = names.split_at(names.partition_point(|(_, by)| *by <= run.last.0));
        names = rest;
        if here.contains(&run.sitting) && !turns.covers(run, these) {
            strangers.insert(run.sitting);
        }
        turns.take(run, these);
    }
    strangers
}

/// Takes it back of those that cannot have been written here, as their entries lie now: a salvage puts them in another
/// order, and what named others can be lost.
pub fn correct(conn: &Connection, casebook: &str) -> Result<()> {
    let mut proof = Proof::default();
    store::journal::each_turn(conn, |num, sitting, hash, is_signed, header| {
        go_on(&mut proof.runs, sitting, (num, hash), is_signed);
        let Ok(header) = serde_json::from_str::<Header>(header) else { return };
        proof.named.extend(header.frontier.iter().filter_map(|name| Some((unhex(name)?, num))));
        proof.cases.extend(header.opens.map(|opens| (sitting, opens.casebook)));
    })?;
    let here = store::journal::here(conn)?.into_iter().collect();
    strangers(&proof, casebook, &here)
        .into_iter()
        .try_for_each(|sitting| Ok(store::journal::is_not_here(conn, sitting)?))
}

/// What nobody named yet, as the turns of sittings go on.
#[derive(Default)]
struct Turns {
    /// The last entry of each sitting that nobody named.
    open: HashMap<i64, Hash>,
    named: HashSet<Hash>,
}

impl Turns {
    /// Whether the first signature of a run names all that is open beside its own sitting.
    fn covers(&self, run: &Run, names: &[(Hash, i64)]) -> bool {
        let Some(signed) = run.signed else { return true };
        let named = |hash: &Hash| names.iter().any(|(name, by)| *by <= signed && name == hash);
        self.open.iter().all(|(sitting, hash)| *sitting == run.sitting || named(hash))
    }

    fn take(&mut self, run: &Run, names: &[(Hash, i64)]) {
        self.named.extend(names.iter().map(|(hash, _)| *hash));
        let named = &self.named;
        self.open.retain(|_, hash| !named.contains(hash));
        match named.contains(&run.last.1) {
            true => self.open.remove(&run.sitting),
            false => self.open.insert(run.sitting, run.last.1),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(n: i64) -> Hash {
        [u8::try_from(n).unwrap(); 32]
    }

    /// Entries by number, each of a sitting, signed, naming others.
    fn proof(entries: &[(i64, i64, &[i64])]) -> Proof {
        let mut proof = Proof::default();
        for (num, sitting, names) in entries {
            match proof.runs.last_mut() {
                Some(run) if run.sitting == *sitting => run.last = (*num, hash(*num)),
                _ => proof.runs.push(Run { sitting: *sitting, signed: Some(*num), last: (*num, hash(*num)) }),
            }
            proof.named.extend(names.iter().map(|name| (hash(*name), *num)));
        }
        let mut sittings: Vec<i64> = entries.iter().map(|entry| entry.1).collect();
        sittings.dedup();
        proof.cases = sittings.into_iter().map(|sitting| (sitting, "case".to_owned())).collect();
        proof
    }

    fn found(entries: &[(i64, i64, &[i64])], here: &[i64]) -> Vec<i64> {
        let mut found: Vec<i64> =
            strangers(&proof(entries), "case", &here.iter().copied().collect()).into_iter().collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn what_came_by_a_merge_does_not_cover_what_lay_there() {
        // 1 and 3 were written here; 2 came from a copy that had the first entry alone.
        let entries: &[(i64, i64, &[i64])] =
            &[(1, 1, &[]), (2, 1, &[]), (3, 2, &[1]), (4, 2, &[]), (5, 3, &[2, 4])];
        assert_eq!(found(entries, &[1, 3]), [0; 0]);
        assert_eq!(found(entries, &[1, 2, 3]), [2]);
        // Two programs that write in turns.
        let turns: &[(i64, i64, &[i64])] =
            &[(1, 1, &[]), (2, 2, &[1]), (3, 1, &[2]), (4, 2, &[3]), (5, 2, &[])];
        assert_eq!(found(turns, &[1, 2]), [0; 0]);
        // The one who had all and wrote on it cannot be told from one who wrote here.
        assert_eq!(found(&[(1, 1, &[]), (2, 2, &[1])], &[1, 2]), [0; 0]);
    }

    #[test]
    fn an_entry_named_before_it_lies_there_is_not_open() {
        // A merge wrote the one that names first.
        let entries: &[(i64, i64, &[i64])] = &[(1, 1, &[]), (2, 3, &[1, 3]), (3, 2, &[1]), (4, 4, &[2])];
        assert_eq!(found(entries, &[1, 4]), [0; 0]);
    }

    #[test]
    fn a_sitting_of_another_case_is_never_of_here() {
        let mut proof = proof(&[(1, 1, &[]), (2, 2, &[1])]);
        proof.cases[1].1 = "another".into();
        assert_eq!(strangers(&proof, "case", &HashSet::from([1])), HashSet::new());
        assert_eq!(strangers(&proof, "case", &HashSet::from([1, 2])), HashSet::from([2]));
    }
}
