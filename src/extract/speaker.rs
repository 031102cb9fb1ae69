//! Owns the speakers of a document: who was named, and whom a pronoun, surname or short form means.

use super::draft::{Mention, Who};
use super::name_words::{NameMarks, NameWords, SmallWords};
use super::table::hash;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

/// How many names back one is looked for, so that time stays in proportion to a document's length.
const MOST: usize = 128;
/// How many people with a role back one is looked for by the role.
const HOLDERS: usize = 32;
/// How many earlier speakers a pronoun may reach back to.
const MEMORY: usize = 8;

#[derive(Debug, Clone)]
struct Known {
    mention: Mention,
    words: Rc<NameWords>,
    role: Rc<NameWords>,
}

impl Known {
    fn new(small: &SmallWords, mention: &Mention) -> Known {
        Known {
            words: Rc::new(small.words(&mention.name)),
            role: Rc::new(small.words(&mention.role)),
            mention: mention.clone(),
        }
    }

    fn marks(&self) -> Marks {
        Marks { words: self.words.marks(), role: self.role.marks().mask, person: self.mention.person }
    }
}

/// What of a known name is compared first.
#[derive(Debug, Clone, Copy)]
struct Marks {
    words: NameMarks,
    role: u64,
    person: bool,
}

/// The names of a document.
#[derive(Debug, Default)]
pub(super) struct Book {
    small: Arc<SmallWords>,
    known: Vec<Known>,
    /// Of each known name, what is compared first: itself, its words, the rest.
    names: Vec<u64>,
    words: Vec<u64>,
    marks: Vec<Marks>,
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
        let (mut place, mut words) = (self.named(&mention.name, self.known.len()), NameWords::default());
        if place.is_none() {
            words = self.small.words(&mention.name);
            place = self.worded(&words, self.known.len());
        }
        if let Some(known) = place.and_then(|place| self.known.get_mut(place)) {
            known.mention.feminine |= mention.feminine;
            known.mention.person |= mention.person;
            if known.mention.role.is_empty() && !mention.role.is_empty() {
                known.mention.role.clone_from(&mention.role);
                *known = Known::new(&self.small, &known.mention);
            }
            let marks = known.marks();
            place.and_then(|place| self.marks.get_mut(place)).into_iter().for_each(|m| *m = marks);
        } else {
            let role = Rc::new(self.small.words(&mention.role));
            let known = Known { mention: mention.clone(), words: Rc::new(words), role };
            self.names.push(hash(known.mention.name.as_bytes()));
            self.words.push(known.words.marks().all);
            self.marks.push(known.marks());
            self.known.push(known);
        }
    }

    /// How many names are known so far: where in the document somebody is spoken of.
    pub fn place(&self) -> usize {
        self.known.len()
    }

    /// The known names near a place.
    fn near(&self, place: usize) -> Range<usize> {
        place.saturating_sub(MOST)..self.known.len().min(place + MOST)
    }

    /// The first known name near a place whose marks and then itself fit.
    fn find(
        &self,
        place: usize,
        marks: impl Fn(&Marks) -> bool,
        fits: impl Fn(&Known) -> bool,
    ) -> Option<usize> {
        self.near(place)
            .find(|&n| self.marks.get(n).is_some_and(&marks) && self.known.get(n).is_some_and(&fits))
    }

    /// The first known name near a place whose number is this one and that fits.
    fn numbered(
        &self,
        numbers: &[u64],
        wanted: u64,
        place: usize,
        fits: impl Fn(&Known) -> bool,
    ) -> Option<usize> {
        let near = self.near(place);
        let numbers = numbers.get(near.clone()).unwrap_or_default().iter().enumerate();
        let same = numbers.filter(|(_, number)| **number == wanted).map(|(n, _)| near.start + n);
        same.into_iter().find(|&n| self.known.get(n).is_some_and(&fits))
    }

    /// The place of a name written just so.
    fn named(&self, name: &str, place: usize) -> Option<usize> {
        self.numbered(&self.names, hash(name.as_bytes()), place, |k| k.mention.name == name)
    }

    /// The place of a name of these words.
    fn worded(&self, words: &NameWords, place: usize) -> Option<usize> {
        self.numbered(&self.words, words.marks().all, place, |k| *k.words == *words)
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
            let last = words.marks().last;
            let named = |k: &Known| k.words.len() > 1 && k.words.last() == words.last();
            let found = self.find(self.known.len(), |m| m.person && m.words.last == last, named);
            if let Some(known) = found.and_then(|place| self.known.get(place)) {
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
        match self.named(&mention.name, self.known.len()).and_then(|place| self.known.get(place)) {
            Some(known) if known.mention.role == mention.role => {
                Known { mention: mention.clone(), ..known.clone() }
            }
            Some(known) => Known {
                words: known.words.clone(),
                role: Rc::new(self.small.words(&mention.role)),
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
        let within = |k: &Known| {
            k.words.len() > wanted.len() && k.words.head() == wanted.head() && wanted.within(&k.words)
        };
        let head = wanted.marks().head;
        let known = |n: &usize| {
            self.marks.get(*n).is_some_and(|m| m.words.head == head) && self.known.get(*n).is_some_and(within)
        };
        let spoke = self.recent.iter().rev().find(|k| within(k));
        let all = self.near(self.known.len());
        if let Some(found) = spoke.or_else(|| all.clone().rev().find(known).and_then(|n| self.known.get(n))) {
            return Some(found.mention.clone());
        }
        // "The group": the last body that spoke.
        if !mention.human && wanted.len() == 1 && self.small.is_generic(wanted.head()) {
            return self.spoke(|m| !m.person && !m.human && !m.document && !m.definite);
        }
        if !mention.human {
            return None;
        }
        let holds = |n: &usize| self.marks.get(*n).is_some_and(|m| m.person && m.role != 0);
        let holders = || all.clone().rev().filter(holds).take(HOLDERS).filter_map(|n| self.known.get(n));
        let spoke = || self.recent.iter().rev().filter(|k| k.mention.person && !k.role.is_empty());
        let people = || spoke().chain(holders());
        let of_role = |k: &&Known| wanted.tells(&k.role);
        let alike = |k: &&Known| self.small.shares_role(&wanted, &k.role);
        let mut found = people().find(of_role).or_else(|| people().find(alike))?.mention.clone();
        found.role = self.small.without_article(&mention.name).to_owned();
        Some(found)
    }

    /// The fullest name and the role of a mention, with all that the document told.
    /// `place` is [`Book::place`] where it stands.
    pub fn resolve(&self, mention: &Mention, place: usize) -> (String, String) {
        let known = |place: usize| self.known.get(place);
        let same = self.named(&mention.name, place).and_then(known);
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
        let fuller = self.fuller(short, place);
        // "The UN envoy", whom a later line names.
        let described = mention.human && !mention.person && !mention.plural && short.len() >= 2;
        let mask = short.marks().mask;
        let holds = |m: &Marks| m.person && mask & !m.role == 0;
        if described
            && !self.small.indefinite(&mention.name)
            && let Some(known) = self.find(place, holds, |k| short.within(&k.role)).and_then(known)
        {
            return (known.mention.name.clone(), known.mention.role.clone());
        }
        let same = same.or_else(|| self.worded(short, place).and_then(known));
        let name = fuller.map_or(&mention.name, |k| &k.mention.name);
        let role = if !mention.role.is_empty() {
            &mention.role
        } else {
            fuller.or(same).map_or(&mention.role, |k| &k.mention.role)
        };
        (name.clone(), role.clone())
    }

    /// The longest name of a person that has these words and ends like them.
    fn fuller(&self, short: &NameWords, place: usize) -> Option<&Known> {
        let marks = short.marks();
        let may = |m: &Marks| m.person && m.words.last == marks.last && marks.mask & !m.words.mask == 0;
        let fits = |k: &&Known| {
            k.words.len() > short.len() && k.words.last() == short.last() && short.within(&k.words)
        };
        let all = self.near(place).filter(|&n| self.marks.get(n).is_some_and(may));
        all.filter_map(|n| self.known.get(n)).filter(fits).max_by_key(|k| k.words.len())
    }
}
