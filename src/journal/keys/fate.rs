//! What follows from all that was said of keys.
//!
//! The rules hang on nothing but the set of what was said, so any order of merging gives the same:
//! * Two keys are linked where each says of the other that it is the same person's. A stranger can say so of any key
//!   and gets no answer, so nothing follows.
//! * A key ends by its own word, or by that of a key linked with it. A stranger's word that it is lost is shown as a
//!   report; that it is revoked, not at all.
//! * A word that ends a key names the keys that stay linked with it. A link holds only where every such word at either
//!   end names the other: who stole the key can date a link as they like, and cannot put it into the owner's word.
//! * Linked keys, and those linked with them, are one person's.

use super::super::entry::KeyWord;
use crate::model::{EndedBy, Id, Says};
use std::collections::{BTreeMap, BTreeSet};

/// A word about a key, and who said it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Clock, entry's hash and number of the part: the order that chooses among words of one checker.
    pub place: (i64, [u8; 32], i64),
    /// Who says it.
    pub signer: Id,
    /// The key of which it is said.
    pub about: Id,
    /// What.
    pub word: KeyWord,
}

/// An end as the words give it; the clock in full.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct End {
    /// Gravest first.
    rank: u8,
    /// The clock after which nothing is to be believed.
    pub from: i64,
    /// Who said it.
    pub by: Id,
    /// The key that follows.
    pub successor: Option<Id>,
    /// Why.
    pub why: String,
}

impl End {
    /// How.
    pub fn how(&self) -> EndedBy {
        match self.rank {
            0 => EndedBy::Revoked,
            1 => EndedBy::Lost,
            _ => EndedBy::Replaced,
        }
    }
}

/// What follows for one key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fate {
    /// The other keys of the same person.
    pub same: BTreeSet<Id>,
    /// Keys that claim to be the same person's, without an answer.
    pub offers: BTreeSet<Id>,
    /// Its ends, the gravest first.
    pub ends: Vec<End>,
    /// Strangers who reported it lost.
    pub reported_lost: BTreeSet<Id>,
}

impl Fate {
    /// The clock after which nothing that it signed is to be believed.
    pub fn ended(&self) -> Option<i64> {
        self.ends.iter().map(|end| end.from).min()
    }
}

/// What follows for every key that is spoken of or that speaks.
pub fn fates(said: &[Said]) -> BTreeMap<Id, Fate> {
    let claimed: BTreeSet<(&Id, &Id)> = said
        .iter()
        .filter(|s| matches!(s.word.says, Says::Mine | Says::Successor) && s.signer != s.about)
        .map(|s| (&s.signer, &s.about))
        .collect();
    let linked = |a: &Id, b: &Id| claimed.contains(&(a, b)) && claimed.contains(&(b, a));
    let own = |s: &Said| s.signer == s.about || linked(&s.signer, &s.about);
    let mut fates: BTreeMap<Id, Fate> = BTreeMap::new();
    // What each ending word leaves linked, by the key that it ends.
    let mut keeps: BTreeMap<&Id, Vec<&[Id]>> = BTreeMap::new();
    for s in standing(said) {
        let (ended, rank) = match s.word.says {
            Says::Successor if s.signer != s.about => (&s.signer, 2),
            Says::Revoked if own(s) => (&s.about, 0),
            Says::Lost if own(s) => (&s.about, 1),
            Says::Lost => {
                fates.entry(s.about.clone()).or_default().reported_lost.insert(s.signer.clone());
                continue;
            }
            _ => continue,
        };
        keeps.entry(ended).or_default().push(&s.word.keeps);
        let successor = (rank == 2).then(|| s.about.clone());
        let from = s.word.since.map_or(s.place.0, |ms| ms.clamp(0, i64::MAX >> 17) << 16);
        let end = End { rank, from, by: s.signer.clone(), successor, why: s.word.why.clone() };
        fates.entry(ended.clone()).or_default().ends.push(end);
    }
    let kept = |a: &Id, b: &Id| keeps.get(a).is_none_or(|all| all.iter().all(|list| list.contains(b)));
    let mut links: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for (a, b) in &claimed {
        if !linked(a, b) {
            fates.entry((*b).clone()).or_default().offers.insert((*a).clone());
        } else if kept(a, b) && kept(b, a) {
            links.entry(a).or_default().insert(b);
        }
    }
    for person in persons(&links) {
        for key in &person {
            let others = person.iter().filter(|other| *other != key).map(|id| (*id).clone());
            fates.entry((*key).clone()).or_default().same.extend(others);
        }
    }
    for fate in fates.values_mut() {
        fate.ends.sort();
        fate.ends.dedup();
    }
    fates
}

/// All words but those of loss that their own checker took back, or said again.
fn standing(said: &[Said]) -> Vec<&Said> {
    let mut last: BTreeMap<(&Id, &Id), &Said> = BTreeMap::new();
    let of_loss = |s: &&Said| matches!(s.word.says, Says::Lost | Says::Found);
    for s in said.iter().filter(of_loss) {
        let latest = last.entry((&s.signer, &s.about)).or_insert(s);
        if s.place > latest.place {
            *latest = s;
        }
    }
    said.iter().filter(|s| !of_loss(s)).chain(last.into_values()).collect()
}

/// The groups of keys that hang together.
fn persons<'a>(links: &BTreeMap<&'a Id, BTreeSet<&'a Id>>) -> Vec<BTreeSet<&'a Id>> {
    let mut seen: BTreeSet<&Id> = BTreeSet::new();
    let mut persons = Vec::new();
    for key in links.keys() {
        if seen.contains(key) {
            continue;
        }
        let (mut person, mut open) = (BTreeSet::new(), vec![*key]);
        while let Some(next) = open.pop() {
            if person.insert(next) {
                open.extend(links.get(next).into_iter().flatten().copied());
            }
        }
        seen.extend(person.iter().copied());
        persons.push(person);
    }
    persons
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(n: u8) -> Id {
        Id::of_checker(&[n; 32])
    }

    fn said(at: i64, signer: u8, says: Says, about: u8, keeps: &[u8]) -> Said {
        let keeps = keeps.iter().map(|n| key(*n)).collect();
        let word = KeyWord { says, key: String::new(), since: None, why: String::new(), keeps };
        Said { place: (at << 16, [at as u8; 32], 0), signer: key(signer), about: key(about), word }
    }

    fn of(all: &[Said], n: u8) -> Fate {
        fates(all).remove(&key(n)).unwrap_or_default()
    }

    fn mine(at: i64, a: u8, b: u8) -> [Said; 2] {
        [said(at, a, Says::Mine, b, &[]), said(at + 1, b, Says::Mine, a, &[])]
    }

    #[test]
    fn a_link_takes_two() {
        let one = [said(1, 1, Says::Mine, 2, &[])];
        assert!(of(&one, 2).same.is_empty() && of(&one, 1).same.is_empty());
        assert_eq!(of(&one, 2).offers, [key(1)].into());
        let three = [mine(1, 1, 2), mine(3, 2, 3)].concat();
        assert_eq!(of(&three, 1).same, [key(2), key(3)].into());
        assert!(of(&three, 1).offers.is_empty());
    }

    #[test]
    fn a_stranger_ends_nothing() {
        let words = [
            said(1, 9, Says::Revoked, 1, &[]),
            said(2, 9, Says::Lost, 1, &[]),
            said(3, 9, Says::Mine, 1, &[]),
            said(4, 9, Says::Successor, 1, &[]),
        ];
        let fate = of(&words, 1);
        assert!(fate.ends.is_empty() && fate.same.is_empty());
        assert_eq!(fate.reported_lost, [key(9)].into());
        let taken_back = [&words[..], &[said(5, 9, Says::Found, 1, &[])]].concat();
        assert!(of(&taken_back, 1).reported_lost.is_empty());
        let by_another = [&words[..], &[said(5, 8, Says::Found, 1, &[])]].concat();
        assert_eq!(of(&by_another, 1).reported_lost.len(), 1, "only who said it takes it back");
    }

    #[test]
    fn a_key_ends_by_its_own_word_or_a_linked_ones() {
        assert_eq!(of(&[said(1, 1, Says::Revoked, 1, &[])], 1).ended(), Some(1 << 16));
        let mut words = mine(1, 1, 2).to_vec();
        words.push(said(5, 2, Says::Lost, 1, &[2]));
        let fate = of(&words, 1);
        assert_eq!((fate.ends[0].how(), fate.ended()), (EndedBy::Lost, Some(5 << 16)));
        assert_eq!(fate.same, [key(2)].into());
        let mut early = said(9, 1, Says::Revoked, 1, &[2]);
        early.word.since = Some(3);
        words.push(early);
        assert_eq!((of(&words, 1).ends[0].how(), of(&words, 1).ended()), (EndedBy::Revoked, Some(3 << 16)));
        // Not by one that is only linked with a linked one.
        let far = [mine(1, 1, 2).to_vec(), mine(3, 2, 3).to_vec(), vec![said(6, 3, Says::Revoked, 1, &[])]];
        assert!(of(&far.concat(), 1).ends.is_empty());
    }

    #[test]
    fn a_replaced_key_is_the_same_persons_once_the_new_one_says_so() {
        let mut words = vec![said(5, 1, Says::Successor, 2, &[2])];
        assert!(of(&words, 1).ends[0].successor == Some(key(2)) && of(&words, 1).same.is_empty());
        words.push(said(6, 2, Says::Mine, 1, &[]));
        assert_eq!(of(&words, 2).same, [key(1)].into());
        assert!(of(&words, 2).ends.is_empty());
    }

    #[test]
    fn who_stole_a_key_cannot_date_a_link_before_its_end() {
        let mut words = mine(10, 1, 2).to_vec();
        words.push(said(20, 2, Says::Revoked, 1, &[2]));
        words.extend(mine(1, 1, 9));
        assert_eq!(of(&words, 1).same, [key(2)].into());
        assert!(of(&words, 9).same.is_empty());
        // Nor by an end of their own, which names the thief: then nothing is linked any more.
        words.push(said(2, 1, Says::Revoked, 1, &[9]));
        assert!(of(&words, 9).same.is_empty() && of(&words, 2).same.is_empty());
    }

    fn words() -> impl Strategy<Value = Vec<Said>> {
        let says = prop::sample::select(Says::ALL);
        let one = (0..50i64, 0..5u8, says, 0..5u8, prop::collection::vec(0..5u8, 0..3));
        prop::collection::vec(one, 0..24).prop_map(|all| {
            let numbered = all.into_iter().enumerate();
            let said = numbered.map(|(n, (at, signer, says, about, keeps))| {
                let mut said = said(at, signer, says, about, &keeps);
                said.place.2 = n as i64;
                said
            });
            said.collect()
        })
    }

    proptest! {
        #[test]
        fn any_order_gives_the_same(all in words().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))) {
            prop_assert_eq!(fates(&all.0), fates(&all.1));
        }

        /// Whatever strangers (3 and 4) say, what stands between 0, 1 and 2 is what these said.
        #[test]
        fn strangers_change_nothing(mut all in words()) {
            let among = |said: &Said| [key(0), key(1), key(2)].contains(&said.signer);
            // None of the three takes a stranger for itself.
            for said in all.iter_mut().filter(|s| among(s) && [key(3), key(4)].contains(&s.about)) {
                said.about = key(said.place.2 as u8 % 3);
            }
            let ours: Vec<Said> = all.iter().filter(|s| among(s)).cloned().collect();
            let (with, without) = (fates(&all), fates(&ours));
            for n in 0..3 {
                let pick = |fates: &BTreeMap<Id, Fate>| {
                    let fate = fates.get(&key(n)).cloned().unwrap_or_default();
                    (fate.same, fate.ends)
                };
                prop_assert_eq!(pick(&with), pick(&without));
            }
        }
    }
}
