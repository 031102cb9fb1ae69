//! Owns the speakers of a document: who was named, and whom a pronoun, surname or short form means.

use super::draft::{Mention, Who};
use super::lexicon::{Lexicon, part};
use super::normalise::fold;
use std::sync::Arc;

/// How many names of a document are remembered, so that time stays in proportion to its length.
const MOST: usize = 512;
/// How many earlier speakers a pronoun may reach back to.
const MEMORY: usize = 8;

#[derive(Debug, Clone)]
struct Known {
    mention: Mention,
    words: Vec<String>,
    role: Vec<String>,
    head: String,
    role_head: String,
}

impl Known {
    fn new(small: &SmallWords, mention: &Mention) -> Known {
        Known {
            words: small.words(&mention.name),
            role: small.words(&mention.role),
            head: small.head(&mention.name),
            role_head: small.head(&mention.role),
            mention: mention.clone(),
        }
    }
}

/// The names of a document.
#[derive(Debug, Default)]
pub(super) struct Book {
    small: Arc<SmallWords>,
    known: Vec<Known>,
    recent: Vec<Mention>,
}

/// The words of all languages that are no part of a name, or tell what a role is worth.
#[derive(Debug, Default)]
pub(super) struct SmallWords {
    articles: Vec<Box<str>>,
    definite: Vec<Box<str>>,
    links: Vec<Box<str>>,
    single: Vec<Box<str>>,
    peers: Vec<Box<str>>,
    generic: Vec<Box<str>>,
    /// What the parts of a name begin with: "al-".
    prefixes: Vec<Box<str>>,
}

impl SmallWords {
    pub fn of(lexicons: &[Lexicon]) -> SmallWords {
        let all = |parts| lexicons.iter().flat_map(|l| l.of_part(parts)).map(Box::from).collect();
        SmallWords {
            articles: all(part::ARTICLE),
            definite: all(part::DEFINITE),
            links: all(part::LINK),
            single: all(part::HELD),
            generic: all(part::GENERIC),
            peers: all(part::PEER),
            prefixes: lexicons.iter().flat_map(|l| l.tails.name.iter().cloned()).collect(),
        }
    }
}

impl Book {
    /// An empty book.
    pub fn new(small: &Arc<SmallWords>) -> Book {
        Book { small: Arc::clone(small), ..Book::default() }
    }

    /// Remembers a name that the text gives, with its role.
    pub fn note(&mut self, mention: &Mention) {
        if mention.name.is_empty() {
            return;
        }
        let words = self.small.words(&mention.name);
        if let Some(known) = self.known.iter_mut().find(|k| k.words == words) {
            known.mention.feminine |= mention.feminine;
            known.mention.person |= mention.person;
            if known.mention.role.is_empty() && !mention.role.is_empty() {
                known.mention.role.clone_from(&mention.role);
                *known = Known::new(&self.small, &known.mention);
            }
        } else if self.known.len() < MOST {
            self.known.push(Known::new(&self.small, mention));
        }
    }

    /// The mention that is meant, as far as the text up to here tells; it speaks now.
    pub fn speaks(&mut self, who: &Who, before: Option<&Mention>) -> Mention {
        let mention = match who {
            Who::Named(mention) if mention.document && mention.definite => self.last(None, None),
            Who::Named(mention) => {
                self.note(mention);
                self.antecedent(mention).unwrap_or_else(|| mention.clone())
            }
            Who::Same => before.cloned().or_else(|| self.recent.last().cloned()).unwrap_or_default(),
            Who::Last { feminine, plural } => self.last(*feminine, *plural),
            Who::Body => self.last_body(),
            Who::Person { feminine } => self.last_person(*feminine),
            Who::Nobody => return Mention::default(),
        };
        self.remember(&mention);
        mention
    }

    /// Somebody whom the text turns to without reporting their words; a pronoun may mean them.
    pub fn topic(&mut self, mention: &Mention) {
        self.note(mention);
        self.remember(mention);
    }

    fn remember(&mut self, mention: &Mention) {
        if mention.name.is_empty() {
            return;
        }
        self.recent.retain(|m| m.name != mention.name);
        self.recent.push(mention.clone());
        if self.recent.len() > MEMORY {
            self.recent.remove(0);
        }
    }

    fn last(&self, feminine: Option<bool>, plural: Option<bool>) -> Mention {
        let fits =
            |m: &&Mention| feminine.is_none_or(|f| f == m.feminine) && plural.is_none_or(|pl| pl == m.plural);
        self.recent.iter().rev().find(fits).or(self.recent.last()).cloned().unwrap_or_default()
    }

    /// A pronoun for a man or a woman means a person where one has spoken.
    fn last_person(&self, feminine: bool) -> Mention {
        let human = |m: &&Mention| m.person || m.human;
        let fits = |m: &&Mention| human(m) && m.feminine == feminine && !m.plural;
        let recent = &self.recent;
        let found = recent.iter().rev().find(fits).or(recent.iter().rev().find(human));
        let known = || self.known.iter().rev().map(|k| &k.mention).find(human);
        found.or(recent.last()).or_else(known).cloned().unwrap_or_default()
    }

    /// "It" means no person where a body has spoken.
    fn last_body(&self) -> Mention {
        let body = |m: &&Mention| !m.person && !m.human && !m.plural;
        self.recent.iter().rev().find(body).or(self.recent.last()).cloned().unwrap_or_default()
    }

    /// A short definite phrase means the last one spoken of with the same head noun and all its words
    /// ("the committee"); a role alone ("the minister") the last person who has it.
    fn antecedent(&self, mention: &Mention) -> Option<Mention> {
        if !mention.definite {
            return None;
        }
        let wanted = self.small.words(&mention.name);
        let key = self.small.head(&mention.name);
        let recent: Vec<Known> = self.recent.iter().rev().map(|m| Known::new(&self.small, m)).collect();
        let everybody = || recent.iter().chain(self.known.iter().rev());
        let within = |k: &&Known| {
            k.head == key && k.words.len() > wanted.len() && wanted.iter().all(|w| k.words.contains(w))
        };
        if let Some(found) = everybody().find(within) {
            return Some(found.mention.clone());
        }
        // "The group": the last body that spoke.
        if !mention.human && has(&self.small.generic, &key) && wanted.len() == 1 {
            let body = |m: &&Mention| !m.person && !m.human && !m.document;
            return self.recent.iter().rev().find(body).cloned();
        }
        if !mention.human {
            return None;
        }
        let people = || everybody().filter(|k| k.mention.person && !k.role.is_empty());
        let of_role = |k: &&Known| wanted.iter().all(|w| k.role.contains(w));
        let alike = |k: &&Known| self.small.shares_role(&wanted, &key, k);
        let mut found = people().find(of_role).or_else(|| people().find(alike))?.mention.clone();
        found.role = self.small.without_article(&mention.name).to_owned();
        Some(found)
    }

    /// The fullest name and the role of a mention, with all that the document told.
    pub fn resolve(&self, mention: &Mention) -> (String, String) {
        let short = self.small.words(&mention.name);
        if short.is_empty() {
            return (mention.name.clone(), mention.role.clone());
        }
        let fuller = self
            .known
            .iter()
            .filter(|k| {
                k.words.last() == short.last()
                    && k.words.len() > short.len()
                    && k.mention.person
                    && short.iter().all(|w| k.words.contains(w))
            })
            .max_by_key(|k| k.words.len());
        // "The UN envoy", whom a later line names.
        let described = mention.human && !mention.person && !mention.plural && short.len() >= 2;
        let fits = |k: &&Known| k.mention.person && short.iter().all(|w| k.role.contains(w));
        if described
            && !self.small.indefinite(&mention.name)
            && let Some(known) = self.known.iter().find(fits)
        {
            return (known.mention.name.clone(), known.mention.role.clone());
        }
        let same = self.known.iter().find(|k| k.words == short);
        let name = fuller.map_or(&mention.name, |k| &k.mention.name);
        let role = if !mention.role.is_empty() {
            &mention.role
        } else {
            fuller.or(same).map_or(&mention.role, |k| &k.mention.role)
        };
        (name.clone(), role.clone())
    }
}

impl SmallWords {
    /// The folded words of a name, without articles and the letters joined to an Arabic one.
    fn words(&self, name: &str) -> Vec<String> {
        name.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '.'))
            .filter(|w| !w.is_empty())
            .map(|w| {
                let key = fold(w);
                let bare =
                    key.strip_prefix("لل").or(key.strip_prefix("ال")).filter(|b| b.chars().count() >= 2);
                let bare = bare.or_else(|| self.prefixes.iter().find_map(|p| key.strip_prefix(&**p)));
                bare.map_or_else(|| key.trim_end_matches("'s").to_owned(), str::to_owned)
            })
            .filter(|w| !has(&self.articles, w))
            .collect()
    }

    fn indefinite(&self, name: &str) -> bool {
        let first = fold(name.split(' ').next().unwrap_or_default());
        has(&self.articles, &first) && !has(&self.definite, &first)
    }

    fn without_article<'a>(&self, name: &'a str) -> &'a str {
        match name.split_once(' ') {
            Some((first, rest)) if has(&self.articles, &fold(first)) => rest,
            _ => name,
        }
    }

    /// Whether a role phrase with other words can mean the same person: a role held by one in a conflict
    /// ("the envoy"), or another phrase for a person of the same country or body ("the top Norland diplomat").
    fn shares_role(&self, wanted: &[String], key: &str, person: &Known) -> bool {
        let role = &person.role;
        if person.role_head == key || role.iter().any(|w| w == key) {
            return has(&self.single, key);
        }
        wanted.iter().any(|w| w != key && role.contains(w)) && has(&self.peers, key)
    }

    /// The head noun: the first word of an Arabic phrase, in other languages the last before a preposition.
    fn head(&self, name: &str) -> String {
        let words = self.words(name);
        if name.chars().any(super::normalise::is_arabic) {
            return words.first().cloned().unwrap_or_default();
        }
        let end = words.iter().position(|w| has(&self.links, w)).unwrap_or(words.len());
        end.checked_sub(1).and_then(|i| words.get(i)).cloned().unwrap_or_default()
    }
}

fn has(list: &[Box<str>], word: &str) -> bool {
    list.iter().any(|w| **w == *word)
}
