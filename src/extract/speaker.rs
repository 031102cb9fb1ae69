//! Owns the speakers of a document: who was named, and whom a pronoun, surname or short form means.

use super::draft::{Mention, Who};
use super::normalise::fold;

/// How many names of a document are remembered; a longer list is no article.
const MOST: usize = 4096;
/// How many earlier speakers a pronoun may reach back to.
const MEMORY: usize = 8;

#[derive(Debug, Clone)]
struct Known {
    mention: Mention,
    words: Vec<String>,
}

/// The names of a document.
#[derive(Debug, Default)]
pub(super) struct Book {
    known: Vec<Known>,
    recent: Vec<Mention>,
}

impl Book {
    /// Remembers a name that the text gives, with its role.
    pub fn note(&mut self, mention: &Mention) {
        if mention.name.is_empty() || self.known.len() >= MOST {
            return;
        }
        let words = words(&mention.name);
        if let Some(known) = self.known.iter_mut().find(|k| k.words == words) {
            if known.mention.role.is_empty() {
                known.mention.role.clone_from(&mention.role);
            }
            known.mention.feminine |= mention.feminine;
            known.mention.person |= mention.person;
            return;
        }
        self.known.push(Known { mention: mention.clone(), words });
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
        found.or(recent.last()).cloned().unwrap_or_default()
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
        let wanted = words(&mention.name);
        let key = head(&mention.name);
        let within = |m: &Mention| {
            let of_name = words(&m.name);
            of_name.len() > wanted.len() && head(&m.name) == key && wanted.iter().all(|w| of_name.contains(w))
        };
        let everybody = || self.recent.iter().rev().chain(self.known.iter().rev().map(|k| &k.mention));
        if let Some(found) = everybody().find(|m| within(m)) {
            return Some(found.clone());
        }
        let of_role = |m: &Mention| {
            let role = words(&m.role);
            m.person && wanted.iter().all(|w| role.contains(w))
        };
        let alike = |m: &Mention| m.person && !m.role.is_empty() && shares_role(&wanted, &key, m);
        let human = || everybody().filter(|_| mention.human);
        let mut found = human().find(|m| of_role(m)).or_else(|| human().find(|m| alike(m)))?.clone();
        let role = mention.name.strip_prefix("The ").or(mention.name.strip_prefix("the "));
        found.role = role.unwrap_or(&mention.name).to_owned();
        Some(found)
    }

    /// The fullest name and the role of a mention, with all that the document told.
    pub fn resolve(&self, mention: &Mention) -> (String, String) {
        let short = words(&mention.name);
        if short.is_empty() {
            return (mention.name.clone(), mention.role.clone());
        }
        let fuller = self
            .known
            .iter()
            .filter(|k| {
                k.words.len() > short.len()
                    && k.mention.person
                    && short.iter().all(|w| k.words.contains(w))
                    && k.words.last() == short.last()
            })
            .max_by_key(|k| k.words.len());
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

/// The folded words of a name, without the Arabic article and joining letters.
fn words(name: &str) -> Vec<String> {
    name.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '.'))
        .filter(|w| !w.is_empty())
        .map(|w| {
            let key = fold(w);
            let bare = key.strip_prefix("لل").or(key.strip_prefix("ال")).filter(|b| b.chars().count() >= 2);
            bare.map_or_else(|| key.trim_end_matches("'s").to_owned(), str::to_owned)
        })
        .filter(|w| !matches!(w.as_str(), "the" | "a" | "an"))
        .collect()
}

/// Roles that one person holds in a conflict, however they are qualified.
const SINGLE: [&str; 8] = ["envoy", "mediator", "مبعوث", "مبعوثه", "وسيط", "وسيطه", "مفوض", "مفوضه"];

/// Whether a role phrase with other words can mean the same person: a role held by one, or another
/// phrase for a person of the same country or body ("the top Norland diplomat").
fn shares_role(wanted: &[String], key: &str, person: &Mention) -> bool {
    let role = words(&person.role);
    let same_head = head(&person.role) == key || role.iter().any(|w| w == key);
    if same_head {
        return SINGLE.contains(&key);
    }
    wanted.iter().any(|w| w != key && role.contains(w)) && key == "diplomat"
}

/// The head noun: the first word of an Arabic phrase, in English the last before a preposition.
fn head(name: &str) -> String {
    let words = words(name);
    if name.chars().any(super::normalise::is_arabic) {
        return words.first().cloned().unwrap_or_default();
    }
    let preposition =
        |w: &String| matches!(w.as_str(), "of" | "for" | "in" | "at" | "to" | "from" | "with" | "by" | "and");
    let end = words.iter().position(preposition).unwrap_or(words.len());
    end.checked_sub(1).and_then(|i| words.get(i)).cloned().unwrap_or_default()
}
