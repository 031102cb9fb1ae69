//! Sets of local numbers, which lie close together: a bit each.

use std::collections::BTreeMap;

/// A set of local numbers.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Nums(BTreeMap<i64, u64>);

impl Nums {
    /// Adds one.
    pub fn insert(&mut self, num: i64) {
        *self.0.entry(num >> 6).or_default() |= 1 << (num & 63);
    }

    /// Whether it is there.
    pub fn contains(&self, num: i64) -> bool {
        self.0.get(&(num >> 6)).is_some_and(|bits| bits >> (num & 63) & 1 == 1)
    }

    /// How many there are.
    pub fn len(&self) -> u64 {
        self.0.values().map(|bits| u64::from(bits.count_ones())).sum()
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = i64> {
        self.0.iter().flat_map(|(block, bits)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| (block << 6) + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_holds_what_a_set_holds(numbers in prop::collection::vec(prop_oneof![any::<i64>(), -200..200i64], 0..80)) {
            let mut nums = Nums::default();
            numbers.iter().for_each(|num| nums.insert(*num));
            let set: BTreeSet<i64> = numbers.iter().copied().collect();
            prop_assert!(nums.iter().eq(set.iter().copied()));
            prop_assert_eq!(nums.len(), set.len() as u64);
            prop_assert!((-300..300).all(|num| nums.contains(num) == set.contains(&num)));
        }
    }
}
