//! Owns how a word of a text is found in the lexicon, in whatever form it stands there.

use super::super::table::hash;
use super::{Hit, Lexicon, class, prefix};

impl Lexicon {
    pub(super) fn get(&self, key: &str) -> Option<(u32, u64)> {
        self.table.get(key)
    }

    /// Finds a folded word, in Arabic also without the letters written together with it.
    pub fn look_up(&self, key: &str) -> Hit {
        self.look_up_word(key).unwrap_or_else(|| self.look_up_form(key))
    }

    /// A word that is in the lexicon as it stands.
    pub fn look_up_word(&self, key: &str) -> Option<Hit> {
        self.look_up_hashed(key, hash(key.as_bytes()))
    }

    /// A word of this hash that is in the lexicon as it stands.
    pub fn look_up_hashed(&self, key: &str, hash: u64) -> Option<Hit> {
        let (entry, class) = self.table.get_hashed(key, hash)?;
        if class == 0
            && let Some((class, prefix)) = self.entries.get(entry as usize).and_then(|e| e.form)
        {
            return Some(Hit { class, entry, prefix, tells: 0 });
        }
        Some(Hit {
            class, entry, prefix: if key.starts_with("ال") { prefix::ARTICLE } else { 0 }, tells: 0
        })
    }

    /// The word that this one is a form of.
    pub fn look_up_form(&self, key: &str) -> Hit {
        if self.arabic { self.look_up_arabic(key) } else { self.look_up_stem(key, &self.tails.stem, 0) }
    }

    fn look_up_arabic(&self, key: &str) -> Hit {
        let mut rest = key;
        let mut found = 0;
        if let Some(tail) = strip(rest, &["و", "ف"]) {
            if let Some((entry, class)) = self.get(tail) {
                let article = if tail.starts_with("ال") { prefix::ARTICLE } else { 0 };
                return Hit { class, entry, prefix: prefix::AND | article, tells: 0 };
            }
            if tail.starts_with("ال") || tail.starts_with("لل") || tail.starts_with("بال") {
                (rest, found) = (tail, prefix::AND);
            }
        }
        for (letters, bits) in PREFIXES {
            let Some(tail) = rest.strip_prefix(letters).filter(|t| t.len() >= 4) else { continue };
            if bits == prefix::WILL && !tail.starts_with(['ي', 'ت', 'ن', 'ا']) {
                continue;
            }
            if let Some((entry, class)) = self.get(tail) {
                let class = if bits & prefix::ARTICLE != 0 { class & !FUNCTION } else { class };
                return Hit { class, entry, prefix: found | bits, tells: 0 };
            }
            if bits & prefix::ARTICLE != 0 {
                return self.look_up_stem(tail, &ARABIC_ENDINGS, found | bits);
            }
        }
        if let Some(tail) = strip(rest, &["و", "ف"]) {
            for (letters, bits) in PREFIXES {
                let Some(tail) = tail.strip_prefix(letters).filter(|t| t.len() >= 4) else { continue };
                if let Some((entry, class)) = self.get(tail) {
                    return Hit { class, entry, prefix: prefix::AND | bits, tells: 0 };
                }
            }
        }
        let whole = self.look_up_stem(rest, &ARABIC_ENDINGS, found);
        if whole.entry != 0 {
            return whole;
        }
        let bare = strip(rest, &["و", "ف"]).unwrap_or(rest);
        let tail = strip(bare, &["ب", "ل", "ك", "س"]).unwrap_or(bare);
        let weighs =
            if tail.len() < rest.len() { self.look_up_stem(tail, &ARABIC_ENDINGS, 0).entry } else { 0 };
        Hit { entry: weighs, ..whole }
    }

    /// The word without its ending: only what it weighs is taken over, not what it does in a sentence.
    fn look_up_stem<E: AsRef<str>>(&self, key: &str, endings: &[E], prefix: u8) -> Hit {
        for ending in endings {
            let Some(stem) = key.strip_suffix(ending.as_ref()).filter(|s| s.chars().count() >= 3) else {
                continue;
            };
            let found = self.get(stem).or_else(|| self.get_respelt(stem));
            if let Some((entry, class)) = found {
                return Hit { class: class & INHERITED, entry: self.weighing(entry), prefix, tells: 0 };
            }
        }
        Hit { class: 0, entry: 0, prefix, tells: 0 }
    }

    /// The stem as it is spelt without its ending: هدنت as هدنه, "seiz" as "seize", "carri" as "carry",
    /// "stopp" as "stop".
    fn get_respelt(&self, stem: &str) -> Option<(u32, u64)> {
        let mut buffer = [0u8; 64];
        let mut spell = |head: &str, end: &str| {
            let length = head.len() + end.len();
            buffer.get_mut(..head.len())?.copy_from_slice(head.as_bytes());
            buffer.get_mut(head.len()..length)?.copy_from_slice(end.as_bytes());
            self.get(std::str::from_utf8(buffer.get(..length)?).ok()?)
        };
        if self.arabic {
            return spell(stem.strip_suffix('ت')?, "ه");
        }
        let single = stem
            .get(..stem.len() - 1)
            .filter(|s| s.len() >= 3 && s.as_bytes().last() == stem.as_bytes().last());
        let y = stem.strip_suffix('i').and_then(|head| spell(head, "y"));
        y.or_else(|| spell(stem, "e")).or_else(|| self.get(single?))
    }

    pub(super) fn weighing(&self, entry: u32) -> u32 {
        let plain = self.entries.get(entry as usize).is_some_and(|e| e.cues.is_empty());
        if plain { entry } else { 0 }
    }
}

/// Classes that no word with the article belongs to by its stem.
pub(super) const FUNCTION: u64 = class::PREPOSITION
    | class::RELATIVE
    | class::NEGATION
    | class::CUT
    | class::PRONOUN
    | class::TIME
    | class::CONJUNCTION
    | class::COMPLEMENTISER
    | class::SOURCE
    | class::CARRIED;
const INHERITED: u64 = class::ADJECTIVE | class::HARM | class::GROUP | class::ROLE;
const ARABIC_ENDINGS: [&str; 18] = [
    "اتها", "اتهم", "اته", "ها", "هم", "هما", "ات", "تين", "ين", "ون", "ان", "نا", "يه", "ه", "ي", "وا", "ا",
    "و",
];
const PREFIXES: [(&str, u8); 8] = [
    ("ال", prefix::ARTICLE),
    ("بال", prefix::BA | prefix::ARTICLE),
    ("لل", prefix::LA | prefix::ARTICLE),
    ("كال", prefix::KA | prefix::ARTICLE),
    ("ب", prefix::BA),
    ("ل", prefix::LA),
    ("ك", prefix::KA),
    ("س", prefix::WILL),
];

fn strip<'a>(key: &'a str, letters: &[&str]) -> Option<&'a str> {
    letters.iter().find_map(|l| key.strip_prefix(l)).filter(|tail| tail.len() >= 4)
}
