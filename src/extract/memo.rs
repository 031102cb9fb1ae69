//! Owns the memory of words that are not in the lexicon as they stand: in a text they come again and again,
//! and each would be tried in many forms every time.

use super::lexicon::{Hit, Lexicon};

const SLOTS: usize = 512;
/// When so many bytes of words are remembered, all is forgotten.
const MOST: usize = 16 * 1024;

/// Words found before, each in the one slot where it may stand.
#[derive(Debug, Default)]
pub(super) struct Memo {
    language: String,
    slots: Vec<Slot>,
    keys: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u64,
    from: usize,
    /// 0 where the slot is free.
    length: usize,
    hit: Hit,
}

impl Memo {
    /// Words of this language are looked up next.
    pub fn of(&mut self, lexicon: &Lexicon) {
        if self.language != lexicon.language || self.keys.len() > MOST {
            self.language.clone_from(&lexicon.language);
            self.keys.clear();
            self.slots.clear();
        }
    }

    /// What a word of this hash is that is not in the lexicon as it stands.
    pub fn form(&mut self, lexicon: &Lexicon, key: &str, hash: u64) -> Hit {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot::default());
        }
        let Some(slot) = self.slots.get_mut(hash as usize % SLOTS) else { return lexicon.look_up_form(key) };
        let known = slot.hash == hash && slot.length > 0;
        if known && self.keys.get(slot.from..slot.from + slot.length) == Some(key) {
            return slot.hit;
        }
        let hit = lexicon.look_up_form(key);
        *slot = Slot { hash, from: self.keys.len(), length: key.len(), hit };
        self.keys.push_str(key);
        hit
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::hash;
    use super::*;

    #[test]
    fn what_is_remembered_is_what_would_be_found() {
        let arabic = Lexicon::read("ar.toml", include_str!("lexicon/ar.toml")).unwrap();
        let english = Lexicon::read("en.toml", include_str!("lexicon/en.toml")).unwrap();
        let words = "وبالهدنه للوزير سيقصفون raids vowing karmud wordless كتابهم";
        let mut memo = Memo::default();
        for lexicon in [&arabic, &english, &arabic] {
            memo.of(lexicon);
            for word in words.split(' ').chain(words.split(' ')) {
                let (found, wanted) =
                    (memo.form(lexicon, word, hash(word.as_bytes())), lexicon.look_up_form(word));
                assert_eq!(
                    (found.class, found.entry, found.prefix),
                    (wanted.class, wanted.entry, wanted.prefix),
                    "{word}"
                );
            }
        }
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let lexicon = Lexicon::read("en.toml", include_str!("lexicon/en.toml")).unwrap();
        let mut memo = Memo::default();
        for n in 0..20_000 {
            memo.of(&lexicon);
            let word = format!("karmud{n}");
            memo.form(&lexicon, &word, hash(word.as_bytes()));
            assert!(memo.keys.len() <= MOST + 20);
        }
    }
}
