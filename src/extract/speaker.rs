//! Owns the speakers of a document: who was named, and whom a pronoun, surname or short form means.

use super::draft::{Mention, Who};
use super::normalise::fold;

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
    fn new(mention: &Mention) -> Known {
        let arabic = |text: &str| text.chars().any(super::normalise::is_arabic);
        let (name, role) = (words(&mention.name), words(&mention.role));
        Known {
            head: head_of(&name, arabic(&mention.name)),
            role_head: head_of(&role, arabic(&mention.role)),
            words: name,
            role,
            mention: mention.clone(),
        }
    }
}

/// The names of a document.
#[derive(Debug, Default)]
pub(super) struct Book {
    known: Vec<Known>,
    recent: Vec<Known>,
}

impl Book {
    /// Remembers a name that the text gives, with its role.
    pub fn note(&mut self, mention: &Mention) {
        if mention.name.is_empty() {
            return;
        }
        let place = self.known.iter().position(|k| k.mention.name == mention.name).or_else(|| {
            let words = words(&mention.name);
            self.known.iter().position(|k| k.words == words)
        });
        if let Some(known) = place.and_then(|place| self.known.get_mut(place)) {
            known.mention.feminine |= mention.feminine;
            known.mention.person |= mention.person;
            if known.mention.role.is_empty() && !mention.role.is_empty() {
                known.mention.role.clone_from(&mention.role);
                *known = Known::new(&known.mention);
            }
        } else if self.known.len() < MOST {
            self.known.push(Known::new(mention));
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
            Who::Same => before.cloned().or_else(|| self.latest()).unwrap_or_default(),
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
        let again = self.recent.iter().position(|k| k.mention.name == mention.name);
        let known = match again.map(|place| self.recent.remove(place)) {
            Some(known) if known.mention.role == mention.role => Known { mention: mention.clone(), ..known },
            _ => Known::new(mention),
        };
        self.recent.push(known);
        if self.recent.len() > MEMORY {
            self.recent.remove(0);
        }
    }

    fn latest(&self) -> Option<Mention> {
        self.recent.last().map(|k| k.mention.clone())
    }

    /// The last speaker that fits.
    fn spoke(&self, fits: impl Fn(&Mention) -> bool) -> Option<Mention> {
        self.recent.iter().rev().find(|k| fits(&k.mention)).map(|k| k.mention.clone())
    }

    fn last(&self, feminine: Option<bool>, plural: Option<bool>) -> Mention {
        let fits =
            |m: &Mention| feminine.is_none_or(|f| f == m.feminine) && plural.is_none_or(|pl| pl == m.plural);
        self.spoke(fits).or_else(|| self.latest()).unwrap_or_default()
    }

    /// A pronoun for a man or a woman means a person where one has spoken.
    fn last_person(&self, feminine: bool) -> Mention {
        let human = |m: &Mention| m.person || m.human;
        let fits = |m: &Mention| human(m) && m.feminine == feminine && !m.plural;
        self.spoke(fits).or_else(|| self.spoke(human)).or_else(|| self.latest()).unwrap_or_default()
    }

    /// "It" means no person where a body has spoken.
    fn last_body(&self) -> Mention {
        let body = |m: &Mention| !m.person && !m.human && !m.plural;
        self.spoke(body).or_else(|| self.latest()).unwrap_or_default()
    }

    /// A short definite phrase means the last one spoken of with the same head noun and all its words
    /// ("the committee"); a role alone ("the minister") the last person who has it.
    fn antecedent(&self, mention: &Mention) -> Option<Mention> {
        if !mention.definite {
            return None;
        }
        let wanted = words(&mention.name);
        let key = head_of(&wanted, mention.name.chars().any(super::normalise::is_arabic));
        let everybody = || self.recent.iter().rev().chain(self.known.iter().rev());
        let within = |k: &&Known| {
            k.head == key && k.words.len() > wanted.len() && wanted.iter().all(|w| k.words.contains(w))
        };
        if let Some(found) = everybody().find(within) {
            return Some(found.mention.clone());
        }
        if !mention.human {
            return None;
        }
        let people = || everybody().filter(|k| k.mention.person && !k.role.is_empty());
        let of_role = |k: &&Known| wanted.iter().all(|w| k.role.contains(w));
        let alike = |k: &&Known| shares_role(&wanted, &key, k);
        let mut found = people().find(of_role).or_else(|| people().find(alike))?.mention.clone();
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
                k.words.last() == short.last()
                    && k.words.len() > short.len()
                    && k.mention.person
                    && short.iter().all(|w| k.words.contains(w))
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
            bare.or(key.strip_suffix("'s")).map(str::to_owned).unwrap_or(key)
        })
        .filter(|w| !matches!(w.as_str(), "the" | "a" | "an"))
        .collect()
}

/// Roles that one person holds in a conflict, however they are qualified.
const SINGLE: [&str; 8] = ["envoy", "mediator", "مبعوث", "مبعوثه", "وسيط", "وسيطه", "مفوض", "مفوضه"];

/// Whether a role phrase with other words can mean the same person: a role held by one, or another
/// phrase for a person of the same country or body ("the top Norland diplomat").
fn shares_role(wanted: &[String], key: &str, person: &Known) -> bool {
    let role = &person.role;
    let same_head = person.role_head == key || role.iter().any(|w| w == key);
    if same_head {
        return SINGLE.contains(&key);
    }
    wanted.iter().any(|w| w != key && role.contains(w)) && key == "diplomat"
}

/// The head noun: the first word of an Arabic phrase, in English the last before a preposition.
fn head_of(words: &[String], arabic: bool) -> String {
    if arabic {
        return words.first().cloned().unwrap_or_default();
    }
    let preposition =
        |w: &String| matches!(w.as_str(), "of" | "for" | "in" | "at" | "to" | "from" | "with" | "by" | "and");
    let end = words.iter().position(preposition).unwrap_or(words.len());
    end.checked_sub(1).and_then(|i| words.get(i)).cloned().unwrap_or_default()
}
