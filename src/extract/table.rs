//! Owns the table in which the words of a lexicon are looked up: most look-ups find nothing, and end early.

/// Word to number of entry and classes; made once, read often.
#[derive(Debug, Default)]
pub(super) struct Table {
    slots: Vec<Slot>,
    keys: String,
    /// One bit for every word's hash: a word without its bit is not in the table.
    seen: Vec<u64>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    class: u64,
    hash: u32,
    from: u32,
    /// 0 where the slot is free.
    length: u32,
    entry: u32,
}

const BITS: usize = 1 << 17;

impl Table {
    /// The table of these words, none of which comes twice.
    pub fn new<'a>(words: impl Iterator<Item = (&'a str, u32, u64)>) -> Table {
        let words: Vec<_> = words.filter(|(word, ..)| !word.is_empty()).collect();
        let size = (words.len() * 2).next_power_of_two().max(16);
        let mut table =
            Table { slots: vec![Slot::default(); size], keys: String::new(), seen: vec![0; BITS / 64] };
        for (word, entry, class) in words {
            let hash = hash(word.as_bytes());
            let (from, length) = (table.keys.len() as u32, word.len() as u32);
            table.keys.push_str(word);
            if let Some(bits) = table.seen.get_mut(bit(hash) / 64) {
                *bits |= 1 << (bit(hash) % 64);
            }
            let mut at = hash as usize;
            while let Some(slot) = table.slots.get_mut(at & (size - 1)) {
                if slot.length == 0 {
                    *slot = Slot { class, hash: hash as u32, from, length, entry };
                    break;
                }
                at += 1;
            }
        }
        table
    }

    /// The entry and classes of a word.
    pub fn get(&self, word: &str) -> Option<(u32, u64)> {
        self.get_hashed(word, hash(word.as_bytes()))
    }

    /// The entry and classes of a word of this hash.
    pub fn get_hashed(&self, word: &str, hash: u64) -> Option<(u32, u64)> {
        let seen = self.seen.get(bit(hash) / 64)?;
        if seen & (1 << (bit(hash) % 64)) == 0 {
            return None;
        }
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize;
        loop {
            let slot = self.slots.get(at & mask)?;
            if slot.length == 0 {
                return None;
            }
            let key = slot.from as usize..(slot.from + slot.length) as usize;
            if slot.hash == hash as u32
                && self.keys.as_bytes().get(key).is_some_and(|key| equal(key, word.as_bytes()))
            {
                return Some((slot.entry, slot.class));
            }
            at += 1;
        }
    }

    /// Every word with its entry and classes, in no order that means anything.
    pub fn words(&self) -> impl Iterator<Item = (&str, u32, u64)> {
        let key = |slot: &Slot| self.keys.get(slot.from as usize..(slot.from + slot.length) as usize);
        self.slots
            .iter()
            .filter(|slot| slot.length > 0)
            .filter_map(move |slot| Some((key(slot)?, slot.entry, slot.class)))
    }
}

/// Whether two short words are the same, compared as the hash reads them.
fn equal(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        length if length != b.len() => false,
        4..=8 => (a.first_chunk::<4>(), a.last_chunk::<4>()) == (b.first_chunk::<4>(), b.last_chunk::<4>()),
        9..=16 => (a.first_chunk::<8>(), a.last_chunk::<8>()) == (b.first_chunk::<8>(), b.last_chunk::<8>()),
        _ => a == b,
    }
}

/// The place of a hash in the bits, taken from its upper half: the lower one chooses the slot.
fn bit(hash: u64) -> usize {
    (hash >> 40) as usize % BITS
}

/// A hash for short words that come from us: the whole word where it has up to 16 bytes, in two overlapping
/// halves, else in steps of eight.
pub(super) fn hash(word: &[u8]) -> u64 {
    const ONE: u64 = 0x9e37_79b9_7f4a_7c15;
    const TWO: u64 = 0xd6e8_feb8_6659_fd93;
    let length = word.len();
    let mut state = length as u64;
    let mix = |state: u64, part: u64, by: u64| {
        let product = (state ^ part).wrapping_mul(by);
        product ^ (product >> 32)
    };
    if let (Some(first), Some(last)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        let mut rest = word.get(8..).unwrap_or_default();
        state = mix(state, u64::from_le_bytes(*first), ONE);
        while let Some((part, tail)) = rest.split_first_chunk::<8>() {
            state = mix(state, u64::from_le_bytes(*part), TWO);
            rest = tail;
        }
        return mix(state, u64::from_le_bytes(*last), TWO);
    }
    if let (Some(first), Some(last)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        let both = u64::from(u32::from_le_bytes(*first)) | (u64::from(u32::from_le_bytes(*last)) << 32);
        return mix(mix(state, both, ONE), 0, TWO);
    }
    let few = word.iter().fold(0u64, |few, &byte| (few << 8) | u64::from(byte));
    mix(mix(state, few, ONE), 0, TWO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..5_000).map(|n| format!("{}{n}", "هدنة".repeat(n % 5))).collect();
        let table = Table::new(words.iter().enumerate().map(|(n, w)| (w.as_str(), n as u32, 1 << (n % 60))));
        for (n, word) in words.iter().enumerate() {
            assert_eq!(table.get(word), Some((n as u32, 1 << (n % 60))), "{word}");
            assert_eq!(table.get(&format!("{word}x")), None);
        }
        assert_eq!(table.get(""), None);
        assert_eq!(table.words().count(), words.len());
    }

    #[test]
    fn words_are_equal_where_every_byte_is() {
        for length in 0..40 {
            let word: Vec<u8> = (0..length).collect();
            assert!(equal(&word, &word.clone()));
            for at in 0..word.len() {
                let mut other = word.clone();
                other[at] ^= 1;
                assert!(!equal(&word, &other), "{length} {at}");
            }
        }
        assert!(!equal(b"word", b"words"));
    }

    #[test]
    fn an_empty_table_has_no_word() {
        assert_eq!(Table::default().get("هدنة"), None);
        assert_eq!(Table::new(std::iter::empty()).get("truce"), None);
    }

    #[test]
    fn words_that_differ_have_hashes_that_differ() {
        let mut seen = std::collections::HashSet::new();
        for n in 0..20_000 {
            assert!(seen.insert(hash(format!("word{n}").as_bytes())), "{n}");
        }
    }
}
