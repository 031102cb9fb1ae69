//! What is wrong, and where.

use super::super::entry::{Hash, brief_sitting, hex};
use crate::locale::Spoken;
use serde::Serialize;
use std::collections::BTreeMap;

/// The most faults that are kept in words; the rest is counted.
const MOST: usize = 100;

/// Something that is not as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Id of the sitting, hexadecimal; empty where none is meant.
    pub sitting: String,
    /// Number of the entry in it; none where the whole sitting or file is meant.
    pub seq: Option<i64>,
    /// What is wrong.
    pub what: Spoken,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sitting = brief_sitting(&self.sitting);
        f.write_str(&match self.seq {
            Some(seq) => crate::say!("fault-of-entry", sitting = sitting, seq = seq, what = &self.what),
            None if sitting.is_empty() => self.what.to_string(),
            None => crate::say!("fault-of-sitting", sitting = sitting, what = &self.what),
        })
    }
}

/// Faults in the order in which they lie in the file, however they were found.
#[derive(Debug, Default)]
pub struct Faults {
    kept: BTreeMap<(i64, usize), Fault>,
    count: usize,
}

impl Faults {
    /// Adds one; `entry` is the local number of the entry that it lies in, or of the one that it stands before.
    pub fn add(&mut self, entry: i64, sitting: &Hash, seq: Option<i64>, what: impl Into<Spoken>) {
        self.put(entry, Fault { sitting: hex(sitting), seq, what: what.into() });
    }

    /// Adds one that concerns the file; it comes before all in entries.
    pub fn of_file(&mut self, what: impl Into<Spoken>) {
        self.put(i64::MIN, Fault { sitting: String::new(), seq: None, what: what.into() });
    }

    /// Adds one that concerns the file and can follow from others; it comes after all.
    pub fn in_the_end(&mut self, what: impl Into<Spoken>) {
        self.put(i64::MAX, Fault { sitting: String::new(), seq: None, what: what.into() });
    }

    fn put(&mut self, entry: i64, fault: Fault) {
        self.kept.insert((entry, self.count), fault);
        self.count += 1;
        if self.kept.len() > MOST {
            self.kept.pop_last();
        }
    }

    /// Takes in others.
    pub fn absorb(&mut self, others: Faults) {
        let uncounted = others.count - others.kept.len();
        for ((entry, _), fault) in others.kept {
            self.put(entry, fault);
        }
        self.count += uncounted;
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Those kept, the first in the file first.
    pub fn into_kept(self) -> Vec<Fault> {
        self.kept.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_in_the_file_comes_first_and_all_are_counted() {
        let (mut one, mut two) = (Faults::default(), Faults::default());
        for n in (0..150).rev() {
            two.add(n, &[1; 32], Some(n), "x");
        }
        one.add(200, &[1; 32], None, "late");
        one.absorb(two);
        one.of_file("early");
        one.in_the_end("last");
        assert_eq!(one.count(), 153);
        let kept = one.into_kept();
        assert_eq!((kept.len(), kept[0].what.english(), kept[1].seq), (MOST, "early", Some(0)));
        assert_eq!(kept[1].to_string(), "sitting 010101010101, entry 0: x");
    }
}
