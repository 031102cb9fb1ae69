//! Owns names as they are compared: their folded words, without articles and joined letters.

use super::chars;
use super::lexicon::{Lexicon, part};
use super::normalise::{fold, is_arabic};
use super::table::hash;
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

/// The words of all languages that are no part of a name, or tell what a role is worth.
#[derive(Debug, Default)]
pub(super) struct SmallWords {
    articles: Vec<Box<str>>,
    links: Vec<Box<str>>,
    single: Vec<Box<str>>,
    peers: Vec<Box<str>>,
    definite: Vec<Box<str>>,
    generic: Vec<Box<str>>,
    /// What the parts of a name begin with: "al-".
    prefixes: Vec<Box<str>>,
}

impl SmallWords {
    pub fn of(lexicons: &[Lexicon]) -> SmallWords {
        let all = |parts| lexicons.iter().flat_map(|l| l.of_part(parts)).map(Box::from).collect();
        SmallWords {
            articles: all(part::ARTICLE),
            links: all(part::LINK),
            single: all(part::HELD),
            peers: all(part::PEER),
            definite: all(part::DEFINITE),
            generic: all(part::GENERIC),
            prefixes: lexicons.iter().flat_map(|l| l.tails.name.iter().cloned()).collect(),
        }
    }

    /// The words of a name.
    pub fn words(&self, name: &str) -> NameWords {
        let table = chars::table();
        let mut text = String::with_capacity(name.len() + 1);
        let (mut count, mut last, mut mask) = (0, 0, 0);
        let between = |c: char| c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '.');
        for word in name.split(between).filter(|w| !w.is_empty()) {
            let before = text.len();
            if count > 0 {
                text.push(' ');
            }
            let from = text.len();
            word.chars().for_each(|c| chars::of(table, c).fold(c, &mut text));
            self.bare(&mut text, from);
            match text.get(from..).filter(|word| !word.is_empty() && !has(&self.articles, word)) {
                Some(word) => {
                    mask |= 1 << (hash(word.as_bytes()) >> 58);
                    (count, last) = (count + 1, from);
                }
                None => text.truncate(before),
            }
        }
        let head = self.head_of(&text);
        NameWords { text, count, head, last, mask }
    }

    /// The head noun: the first word of an Arabic phrase, in other languages the last before a preposition.
    fn head_of(&self, text: &str) -> Range<usize> {
        let end_of =
            |from: usize| text.get(from..).and_then(|t| t.find(' ')).map_or(text.len(), |at| from + at);
        if text.chars().any(is_arabic) {
            return 0..end_of(0);
        }
        let mut head = 0..0;
        let mut from = 0;
        while from < text.len() {
            let end = end_of(from);
            if text.get(from..end).is_some_and(|word| has(&self.links, word)) {
                break;
            }
            head = from..end;
            from = end + 1;
        }
        head
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
        has(&self.generic, head)
    }

    /// Whether a phrase begins with an indefinite article.
    pub fn indefinite(&self, name: &str) -> bool {
        let first = fold(name.split(' ').next().unwrap_or_default());
        has(&self.articles, &first) && !has(&self.definite, &first)
    }

    pub fn without_article<'a>(&self, name: &'a str) -> &'a str {
        match name.split_once(' ') {
            Some((first, rest)) if has(&self.articles, &fold(first)) => rest,
            _ => name,
        }
    }

    /// Whether a role phrase with other words can mean the same person: a role held by one in a conflict
    /// ("the envoy"), or another phrase for a person of the same country or body ("the top Norland diplomat").
    pub fn shares_role(&self, wanted: &NameWords, role: &NameWords) -> bool {
        let key = wanted.head();
        if role.has(key) {
            return has(&self.single, key);
        }
        has(&self.peers, key) && wanted.iter().any(|w| w != key && role.has(w))
    }
}

fn has(list: &[Box<str>], word: &str) -> bool {
    list.iter().any(|w| **w == *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> SmallWords {
        let list = |words: &str| words.split(' ').map(Box::from).collect();
        SmallWords {
            articles: list("the a an"),
            links: list("of for"),
            single: list("envoy"),
            peers: list("diplomat"),
            definite: list("the"),
            generic: list("group"),
            prefixes: list("al-"),
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
