//! Owns names as they are compared: their folded words, without articles and joined letters.

use super::chars;
use super::lexicon::{Lexicon, part};
use super::normalise::{fold, is_arabic};
use super::table::{Table, hash};
use std::collections::BTreeMap;
use std::ops::Range;

/// The words of a name in one string, for comparing many of them quickly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NameWords {
    /// The words, single spaces between.
    text: String,
    count: usize,
    /// Where the head noun stands.
    head: Range<usize>,
    /// Where the last word begins.
    last: usize,
    /// One bit for the hash of every word: what lacks a word's bit lacks the word.
    mask: u64,
}

impl NameWords {
    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').filter(|word| !word.is_empty())
    }

    /// The last word; empty where there are no words.
    pub fn last(&self) -> &str {
        self.text.get(self.last..).unwrap_or_default()
    }

    /// The head noun; empty where there are no words.
    pub fn head(&self) -> &str {
        self.text.get(self.head.clone()).unwrap_or_default()
    }

    pub fn has(&self, word: &str) -> bool {
        self.iter().any(|w| w == word)
    }

    /// The words, and parts of them, as numbers to be compared first.
    pub fn marks(&self) -> NameMarks {
        NameMarks {
            all: hash(self.text.as_bytes()),
            last: hash(self.last().as_bytes()),
            head: hash(self.head().as_bytes()),
            mask: self.mask,
        }
    }

    /// Whether every word is one of the other's.
    pub fn within(&self, other: &NameWords) -> bool {
        self.mask & !other.mask == 0 && self.iter().all(|word| other.has(word))
    }

    /// Whether the words can tell of a role: each is one of it, or says of what place it is.
    pub fn tells(&self, role: &NameWords) -> bool {
        self.iter().all(|word| role.has(word) || role.iter().any(|place| of_place(word, place)))
    }
}

/// النوراني is somebody of نوران: the adjective without its ending begins the name of the place.
fn of_place(adjective: &str, place: &str) -> bool {
    let stem = adjective.strip_suffix("يه").or(adjective.strip_suffix('ي'));
    stem.is_some_and(|stem| stem.chars().count() >= 4 && place.starts_with(stem))
}

/// Numbers that are unlike where the words are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameMarks {
    /// Of all words in their order.
    pub all: u64,
    /// Of the last word.
    pub last: u64,
    /// Of the head noun.
    pub head: u64,
    /// Bits of the words.
    pub mask: u64,
}

/// What a small word is to names; bits.
mod small {
    pub const ARTICLE: u64 = 1;
    /// It ends the head of a phrase: "of".
    pub const LINK: u64 = 2;
    /// A role that one person holds in a conflict.
    pub const SINGLE: u64 = 4;
    pub const PEER: u64 = 8;
    pub const DEFINITE: u64 = 16;
    /// A body named by its sort alone: "group".
    pub const GENERIC: u64 = 32;
}

/// The words of all languages that are no part of a name, or tell what a role is worth.
#[derive(Debug, Default)]
pub(super) struct SmallWords {
    words: Table,
    /// What the parts of a name begin with: "al-".
    prefixes: Vec<Box<str>>,
}

impl SmallWords {
    pub fn of(lexicons: &[Lexicon]) -> SmallWords {
        let mut words: BTreeMap<&str, u64> = BTreeMap::new();
        for (parts, bit) in [
            (part::ARTICLE, small::ARTICLE),
            (part::LINK, small::LINK),
            (part::HELD, small::SINGLE),
            (part::PEER, small::PEER),
            (part::DEFINITE, small::DEFINITE),
            (part::GENERIC, small::GENERIC),
        ] {
            for word in lexicons.iter().flat_map(|l| l.of_part(parts)) {
                *words.entry(word).or_default() |= bit;
            }
        }
        SmallWords {
            words: Table::new(words.into_iter().map(|(word, bits)| (word, 0, bits))),
            prefixes: lexicons.iter().flat_map(|l| l.tails.name.iter().cloned()).collect(),
        }
    }

    fn bits(&self, word: &str) -> u64 {
        self.words.get(word).map_or(0, |(_, bits)| bits)
    }

    fn is(&self, word: &str, bits: u64) -> bool {
        self.bits(word) & bits != 0
    }

    /// The words of a name.
    pub fn words(&self, name: &str) -> NameWords {
        let table = chars::table();
        let mut text = String::with_capacity(name.len() + 1);
        let (mut count, mut last, mut mask) = (0, 0, 0);
        let (mut head, mut linked) = (0..0, false);
        let between = |c: char| c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '.');
        for word in name.split(between).filter(|w| !w.is_empty()) {
            let before = text.len();
            if count > 0 {
                text.push(' ');
            }
            let from = text.len();
            word.chars().for_each(|c| chars::of(table, c).fold(c, &mut text));
            self.bare(&mut text, from);
            let word = text.get(from..).unwrap_or_default();
            let bits = self.bits(word);
            if word.is_empty() || bits & small::ARTICLE != 0 {
                text.truncate(before);
                continue;
            }
            // The head noun is the first word of an Arabic phrase, in other languages the last before a link.
            linked |= bits & small::LINK != 0 || (count > 0 && word.starts_with(is_arabic));
            if !linked {
                head = from..text.len();
            }
            mask |= 1 << (hash(word.as_bytes()) >> 58);
            (count, last) = (count + 1, from);
        }
        NameWords { text, count, head, last, mask }
    }

    /// Takes the Arabic article, a prefix of names, or a possessive ending off the word that begins at `from`.
    fn bare(&self, text: &mut String, from: usize) {
        let Some(word) = text.get(from..) else { return };
        let article = ["لل", "ال"].into_iter().find(|a| word.starts_with(a));
        let article = article.filter(|_| word.chars().count() >= 4);
        let prefixes = if word.contains('-') { self.prefixes.as_slice() } else { &[] };
        let prefix = article.or_else(|| prefixes.iter().map(|p| &**p).find(|p| word.starts_with(p)));
        if let Some(prefix) = prefix {
            drop(text.drain(from..from + prefix.len()));
        }
        if text.ends_with("'s") && text.len() > from + 2 {
            text.truncate(text.len() - 2);
        }
    }

    /// Whether a body is named by its sort alone ("the group").
    pub fn is_generic(&self, head: &str) -> bool {
        self.is(head, small::GENERIC)
    }

    /// Whether a phrase begins with an indefinite article.
    pub fn indefinite(&self, name: &str) -> bool {
        let first = fold(name.split(' ').next().unwrap_or_default());
        self.bits(&first) & (small::ARTICLE | small::DEFINITE) == small::ARTICLE
    }

    pub fn without_article<'a>(&self, name: &'a str) -> &'a str {
        match name.split_once(' ') {
            Some((first, rest)) if self.is(&fold(first), small::ARTICLE) => rest,
            _ => name,
        }
    }

    /// Whether a role phrase with other words can mean the same person: a role held by one in a conflict
    /// ("the envoy"), or another phrase for a person of the same country or body ("the top Norland diplomat").
    pub fn shares_role(&self, wanted: &NameWords, role: &NameWords) -> bool {
        let key = wanted.head();
        if role.has(key) {
            return self.is(key, small::SINGLE);
        }
        self.is(key, small::PEER) && wanted.iter().any(|w| w != key && role.has(w))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> SmallWords {
        let words = [
            ("the", small::ARTICLE | small::DEFINITE),
            ("a", small::ARTICLE),
            ("an", small::ARTICLE),
            ("of", small::LINK),
            ("for", small::LINK),
            ("envoy", small::SINGLE),
            ("diplomat", small::PEER),
            ("group", small::GENERIC),
        ];
        SmallWords {
            words: Table::new(words.into_iter().map(|(word, bits)| (word, 0, bits))),
            prefixes: vec!["al-".into()],
        }
    }

    #[test]
    fn names_are_compared_by_their_bare_words() {
        let small = small();
        for (name, words, head) in [
            ("The mayor of Kip", "mayor of kip", "mayor"),
            ("Rana al-Kip's", "rana kip", "kip"),
            ("وزير الدفاع النوراني", "وزير دفاع نوراني", "وزير"),
            ("المتحدث (باسم) الجيش", "متحدث باسم جيش", "متحدث"),
            ("آل", "ال", "ال"),
            ("  ", "", ""),
            ("the", "", ""),
        ] {
            let found = small.words(name);
            assert_eq!(found.iter().collect::<Vec<_>>().join(" "), words, "{name}");
            assert_eq!((found.head(), found.len()), (head, words.split_whitespace().count()), "{name}");
        }
        assert!(small.words("Roe").within(&small.words("Ann Roe")));
        assert!(!small.words("Tom Roe").within(&small.words("Ann Roe")));
        assert!(small.shares_role(&small.words("the envoy"), &small.words("special envoy for Kip")));
        assert!(!small.shares_role(&small.words("the mayor"), &small.words("mayor of Kip")));
    }
}
