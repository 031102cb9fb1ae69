//! Owns the speakers of a document: who was named, and whom a pronoun, surname or short form means.

use super::draft::{Mention, Who};
use super::name_words::{NameWords, SmallWords};
use std::sync::Arc;

/// How many names of a document are remembered, so that time stays in proportion to its length.
const MOST: usize = 512;
/// How many earlier speakers a pronoun may reach back to.
const MEMORY: usize = 8;

#[derive(Debug, Clone)]
struct Known {
    mention: Mention,
    words: NameWords,
    role: NameWords,
}

impl Known {
    fn new(small: &SmallWords, mention: &Mention) -> Known {
        Known {
            words: small.words(&mention.name),
            role: small.words(&mention.role),
            mention: mention.clone(),
        }
    }
}

/// The names of a document.
#[derive(Debug, Default)]
pub(super) struct Book {
    small: Arc<SmallWords>,
    known: Vec<Known>,
    recent: Vec<Known>,
}

impl Book {
    /// An empty book.
    pub fn new(small: &Arc<SmallWords>) -> Book {
        Book { small: Arc::clone(small), ..Book::default() }
    }

    /// Whether a phrase begins with an indefinite article.
    pub fn indefinite(&self, name: &str) -> bool {
        self.small.indefinite(name)
    }

    /// Whether a phrase begins with no article.
    pub fn bare(&self, name: &str) -> bool {
        self.without_article(name) == name
    }

    /// A phrase without its article.
    pub fn without_article<'a>(&self, name: &'a str) -> &'a str {
        self.small.without_article(name)
    }

    /// Remembers a name that the text gives, with its role.
    pub fn note(&mut self, mention: &Mention) {
        if mention.name.is_empty() {
            return;
        }
        let place = self.known.iter().position(|k| k.mention.name == mention.name).or_else(|| {
            let words = self.small.words(&mention.name);
            self.known.iter().position(|k| k.words == words)
        });
        if let Some(known) = place.and_then(|place| self.known.get_mut(place)) {
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
                self.antecedent(mention).unwrap_or_else(|| self.surname(mention))
            }
            Who::Same => before.cloned().or_else(|| self.latest()).unwrap_or_default(),
            Who::Last { feminine, plural } => self.last(*feminine, *plural),
            Who::Body => self.last_body(),
            Who::Person { feminine } => {
                let mut person = self.last_person(*feminine);
                person.feminine |= *feminine;
                self.note(&person);
                person
            }
            Who::Nobody => return Mention::default(),
        };
        self.remember(&mention);
        mention
    }

    /// A surname alone is a person's where the text has named one so.
    fn surname(&self, mention: &Mention) -> Mention {
        let mut mention = mention.clone();
        if !mention.person && !mention.name.contains(char::is_whitespace) {
            let words = self.small.words(&mention.name);
            let named = |k: &&Known| k.mention.person && k.words.len() > 1 && k.words.last() == words.last();
            if let Some(known) = self.known.iter().find(named) {
                (mention.person, mention.feminine) = (true, known.mention.feminine);
            }
        }
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
            _ => self.again(mention),
        };
        self.recent.push(known);
        if self.recent.len() > MEMORY {
            self.recent.remove(0);
        }
    }

    /// What is known of a mention; names that the text gave before are not read again.
    fn again(&self, mention: &Mention) -> Known {
        match self.known.iter().find(|k| k.mention.name == mention.name) {
            Some(known) if known.mention.role == mention.role => {
                Known { mention: mention.clone(), ..known.clone() }
            }
            Some(known) => Known {
                words: known.words.clone(),
                role: self.small.words(&mention.role),
                mention: mention.clone(),
            },
            None => Known::new(&self.small, mention),
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
        let known = || self.known.iter().rev().map(|k| &k.mention).find(|m| human(m)).cloned();
        let spoke = self.spoke(fits).or_else(|| self.spoke(human)).or_else(|| self.latest());
        spoke.or_else(known).unwrap_or_default()
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
        let wanted = self.small.words(&mention.name);
        let everybody = || self.recent.iter().rev().chain(self.known.iter().rev());
        let within = |k: &&Known| {
            k.words.len() > wanted.len() && k.words.head() == wanted.head() && wanted.within(&k.words)
        };
        if let Some(found) = everybody().find(within) {
            return Some(found.mention.clone());
        }
        // "The group": the last body that spoke.
        if !mention.human && wanted.len() == 1 && self.small.is_generic(wanted.head()) {
            return self.spoke(|m| !m.person && !m.human && !m.document && !m.definite);
        }
        if !mention.human {
            return None;
        }
        let people = || everybody().filter(|k| k.mention.person && !k.role.is_empty());
        let of_role = |k: &&Known| wanted.tells(&k.role);
        let alike = |k: &&Known| self.small.shares_role(&wanted, &k.role);
        let mut found = people().find(of_role).or_else(|| people().find(alike))?.mention.clone();
        found.role = self.small.without_article(&mention.name).to_owned();
        Some(found)
    }

    /// The fullest name and the role of a mention, with all that the document told.
    pub fn resolve(&self, mention: &Mention) -> (String, String) {
        let same = self.known.iter().find(|k| k.mention.name == mention.name);
        let read;
        let short = match same {
            Some(known) => &known.words,
            None => {
                read = self.small.words(&mention.name);
                &read
            }
        };
        if short.is_empty() {
            return (mention.name.clone(), mention.role.clone());
        }
        let fits = |k: &&Known| {
            k.mention.person
                && k.words.len() > short.len()
                && k.words.last() == short.last()
                && short.within(&k.words)
        };
        let fuller = self.known.iter().filter(fits).max_by_key(|k| k.words.len());
        // "The UN envoy", whom a later line names.
        let described = mention.human && !mention.person && !mention.plural && short.len() >= 2;
        let holds = |k: &&Known| k.mention.person && short.within(&k.role);
        if described
            && !self.small.indefinite(&mention.name)
            && let Some(known) = self.known.iter().find(holds)
        {
            return (known.mention.name.clone(), known.mention.role.clone());
        }
        let same = same.or_else(|| self.known.iter().find(|k| k.words == *short));
        let name = fuller.map_or(&mention.name, |k| &k.mention.name);
        let role = if !mention.role.is_empty() {
            &mention.role
        } else {
            fuller.or(same).map_or(&mention.role, |k| &k.mention.role)
        };
        (name.clone(), role.clone())
    }
}
