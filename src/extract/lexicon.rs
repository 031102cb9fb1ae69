//! Owns the words: reads a language's lexicon, checks it, and finds words in it.

mod file;
mod look_up;

use self::file::{File, Lists, RawCue, USUAL};
pub(super) use self::file::{Grammar, Inflection, Tails};
use self::look_up::FUNCTION;
use super::inflect;
use super::language::in_arabic;
use super::normalise::fold;
use super::table::Table;
use super::words::{self, CLASSES, PARTS, SEQUENCES};
pub(super) use super::words::{
    Cue, CueForm, Entry, Form, Hit, Sequence, Weights, class, next_bit, part, prefix, takes, tells,
};
use crate::model::{Kind, Polarity, Reason};
use crate::say;
use std::collections::HashMap;

/// A lexicon that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LexiconError {
    /// The file is not TOML of the expected form.
    #[error("{}", crate::say!("lexicon-unreadable", file = .file, problem = .problem))]
    Unreadable {
        /// The file.
        file: String,
        /// What the reader said.
        problem: String,
    },
    /// An entry says something that has no meaning.
    #[error("{}", crate::say!("lexicon-entry", file = .file, line = *.line, entry = .entry, problem = .problem))]
    Entry {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// The entry, such as `words.time` or a cue's verb.
        entry: String,
        /// What is wrong with it.
        problem: String,
    },
}

/// The words of one language.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub language: String,
    /// Read by the rules of Arabic, and looked up without the letters written together with a word.
    pub arabic: bool,
    pub arabic_script: bool,
    pub cues: Vec<Cue>,
    pub tails: Tails,
    /// The auxiliary belongs to the cue.
    pub compound: bool,
    /// Words that are written together with the next one: "l'", "qu'".
    pub elided: Vec<Box<str>>,
    /// Words that are written together with the one before: "-t-il".
    pub enclitic: Vec<Box<str>>,
    inflection: Vec<Inflection>,
    /// The words while the lexicon is read; then `table` has them.
    words: HashMap<Box<str>, (u32, u64)>,
    table: Table,
    entries: Vec<Entry>,
    /// Of each entry, what it tells.
    tells: Vec<u8>,
}

impl Lexicon {
    /// Reads the files of a language: the first is added to by the others.
    #[cfg(test)]
    pub fn read(file: &str, text: &str) -> Result<Lexicon, LexiconError> {
        Lexicon::make(File::read(file, text)?)
    }

    /// The lexicons of the built-in files with a user's files added: those of a built-in language
    /// add to it, each other language is a new one.
    pub fn all(
        built_in: &[(&str, &str)],
        additions: &[(String, String)],
    ) -> Result<Vec<Lexicon>, LexiconError> {
        let mut files: Vec<File> = Vec::new();
        let built_in = built_in.iter().copied();
        for (name, text) in built_in.chain(additions.iter().map(|(n, t)| (n.as_str(), t.as_str()))) {
            let file = File::read(name, text)?;
            match files.iter_mut().find(|f| f.language == file.language) {
                Some(known) => known.add(file)?,
                None => {
                    file.removes_nothing()?;
                    files.push(file);
                }
            }
        }
        files.into_iter().map(Lexicon::make).collect()
    }

    fn make(file: File) -> Result<Lexicon, LexiconError> {
        let Some(grammar) = file.grammar else {
            let problem = say!("lexicon-new-language", language = &file.language);
            return Err(file.place.wrong("grammar", problem));
        };
        file.check_lists()?;
        let mut lexicon = Lexicon {
            arabic: grammar == Grammar::VerbFirst,
            arabic_script: false,
            language: file.language,
            cues: Vec::new(),
            tails: file.tails,
            compound: file.compound,
            elided: file.elided,
            enclitic: file.enclitic,
            inflection: file.inflection,
            words: HashMap::new(),
            table: Table::default(),
            entries: vec![Entry::default()],
            tells: Vec::new(),
        };
        for (raw, place) in &file.cues {
            lexicon.add_cue(raw).map_err(|problem| place.wrong(raw.name(), problem))?;
        }
        lexicon.add_words(&file.words);
        lexicon.add_phrases(&file.phrases);
        for (name, pieces) in &file.polarity {
            for piece in pieces {
                let wrong = |p: String| piece.place.wrong(&format!("polarity.{name}"), p);
                lexicon.add_polarity(name, &piece.text).map_err(wrong)?;
            }
        }
        for (name, pieces) in &file.kind {
            let kind: Kind = name.parse().unwrap_or(Kind::Other);
            for piece in pieces {
                let wrong = |p: String| piece.place.wrong(&format!("kind.{name}"), p);
                lexicon.add_weighted(&piece.text, |w, n| w.add_kind(kind, n)).map_err(wrong)?;
            }
        }
        for (name, pieces) in &file.worth {
            let reason = name.parse().unwrap_or(Reason::Number);
            for piece in pieces {
                let wrong = |p: String| piece.place.wrong(&format!("worth.{name}"), p);
                lexicon.add_weighted(&piece.text, |w, _| w.reasons.push(reason)).map_err(wrong)?;
            }
        }
        lexicon.join_articles();
        lexicon.sort_cues();
        lexicon.arabic_script = in_arabic(lexicon.words.keys().map(|w| &**w));
        let words = std::mem::take(&mut lexicon.words);
        lexicon.table = Table::new(words.iter().map(|(word, &(entry, class))| (&**word, entry, class)));
        lexicon.inherit_kinds(&words);
        lexicon.entries.iter_mut().for_each(|entry| entry.note_next(lexicon.arabic));
        lexicon.tells = lexicon.entries.iter().map(Entry::tells).collect();
        Ok(lexicon)
    }

    fn add_words(&mut self, lists: &Lists) {
        for (list, pieces) in lists {
            let class = CLASSES.iter().find(|(key, _)| key == list).map_or(0, |&(_, bit)| bit);
            let part = PARTS.iter().find(|(key, _)| key == list).map_or(0, |&(_, bit)| bit);
            for word in pieces.iter().flat_map(|p| p.text.split_whitespace()) {
                let word = fold(word);
                self.word(&word).1 |= class;
                if let Some(entry) = self.entry_mut(&word).filter(|_| part != 0) {
                    entry.parts |= part;
                }
            }
        }
    }

    fn add_phrases(&mut self, lists: &Lists) {
        for (list, pieces) in lists {
            let Some(&(_, list)) = SEQUENCES.iter().find(|(key, _)| key == list) else { continue };
            for phrase in pieces.iter().flat_map(|p| p.text.split_whitespace()) {
                let mut words = phrase.split('_').map(|w| fold(w).into_boxed_str());
                let first = words.next().unwrap_or_default();
                if let Some(entry) = self.entry_mut(&first) {
                    entry.sequences.push((list, words.collect()));
                }
            }
        }
    }

    /// The words of the closed classes, which tell a language from others.
    pub fn telling(&self) -> impl Iterator<Item = &str> {
        let words = self.table.words().filter(|&(_, _, class)| class & CLOSED != 0);
        words.map(|(word, ..)| word).chain(self.elided.iter().map(|w| &**w))
    }

    /// A word listed with its article is also what it is without.
    fn join_articles(&mut self) {
        let bare = |key: &str| self.words.get(key.strip_prefix("ال")?).map(|&(_, class)| class & !FUNCTION);
        let joined: Vec<(Box<str>, u64)> =
            self.words.keys().filter_map(|key| Some((key.clone(), bare(key)?))).collect();
        for (key, class) in joined {
            self.word(&key).1 |= class;
        }
    }

    /// A word listed for something else has the kind of the word that it is a form of; what a word listed
    /// for its weight is in the sentence, its letters tell.
    fn inherit_kinds(&mut self, words: &HashMap<Box<str>, (u32, u64)>) {
        let lacks = |e: &Entry| e.weights.kinds.is_empty() || e.phrases.is_empty();
        let heirs: Vec<(u32, Entry)> = words
            .iter()
            .filter(|(_, (entry, _))| self.entries.get(*entry as usize).is_some_and(lacks))
            .map(|(word, &(entry, _))| (entry, self.entry(self.look_up_form(word)).clone()))
            .collect();
        for (word, &(entry, class)) in words {
            let plain = self.arabic && class == 0 && self.weighing(entry) != 0;
            let hit = self.look_up_form(word);
            if let Some(entry) = self.entries.get_mut(entry as usize).filter(|_| plain) {
                entry.form = Some((hit.class, hit.prefix));
            }
        }
        for (entry, parent) in heirs {
            let Some(entry) = self.entries.get_mut(entry as usize) else { continue };
            if entry.weights.kinds.is_empty() {
                entry.weights.kinds = parent.weights.kinds;
            }
            if entry.phrases.is_empty() {
                entry.phrases = parent.phrases;
            }
        }
    }

    /// Of cues spelt alike, those that want certain words after them are tried first.
    fn sort_cues(&mut self) {
        let Lexicon { cues, entries, .. } = self;
        for entry in entries {
            entry.cues.sort_by_key(|form| cues.get(form.cue as usize).is_none_or(|cue| cue.wants.is_empty()));
        }
    }

    /// What an entry tells, of [`tells`].
    pub fn tells(&self, entry: u32) -> u8 {
        self.tells.get(entry as usize).copied().unwrap_or_default()
    }

    /// The entry of a hit.
    pub fn entry(&self, hit: Hit) -> &Entry {
        self.entries.get(hit.entry as usize).unwrap_or(&EMPTY)
    }

    /// Whether the word as written is one of the grammatical words of these lists.
    pub fn is_part(&self, word: &str, parts: u64) -> bool {
        let entry = self.get(&fold(word)).and_then(|(entry, _)| self.entries.get(entry as usize));
        entry.is_some_and(|e| e.parts & parts != 0)
    }

    /// The words of these lists of grammatical words.
    pub fn of_part(&self, parts: u64) -> impl Iterator<Item = &str> {
        let has = move |entry: u32| self.entries.get(entry as usize).is_some_and(|e| e.parts & parts != 0);
        self.table.words().filter(move |&(_, entry, _)| has(entry)).map(|(word, ..)| word)
    }

    /// The cue of a form.
    pub fn cue(&self, form: CueForm) -> &Cue {
        self.cues.get(form.cue as usize).unwrap_or(&NO_CUE)
    }

    /// Every form of every cue, folded.
    pub fn cue_words(&self) -> impl Iterator<Item = &str> {
        let cue = |entry: u32| self.entries.get(entry as usize).is_some_and(|entry| !entry.cues.is_empty());
        self.table.words().filter(move |&(_, entry, _)| cue(entry)).map(|(word, ..)| word)
    }

    fn word(&mut self, key: &str) -> &mut (u32, u64) {
        let next = self.entries.len() as u32;
        let slot = self.words.entry(key.into()).or_insert((next, 0));
        if slot.0 == next {
            self.entries.push(Entry::default());
        }
        slot
    }

    fn entry_mut(&mut self, key: &str) -> Option<&mut Entry> {
        let index = self.word(key).0 as usize;
        self.entries.get_mut(index)
    }

    fn add_cue(&mut self, raw: &RawCue) -> Result<(), String> {
        let number = u16::try_from(self.cues.len()).map_err(|_| say!("lexicon-many-cues"))?;
        let forms = if self.arabic {
            let f = fold;
            inflect::arabic(number, &f(&raw.past), &f(&raw.present), &f(&raw.participle), &f(&raw.noun))
        } else if !raw.adjective.is_empty() {
            inflect::adjective(number, &raw.adjective)
        } else if raw.verb.is_empty() {
            inflect::noun(&self.inflection, number, &fold(&raw.noun))
        } else {
            let given = inflect::Given {
                present: &raw.present,
                plural: &raw.plural,
                past: &raw.past,
                pp: &raw.pp,
                ing: &raw.ing,
            };
            inflect::verb(&self.inflection, number, &fold(&raw.verb), &given)
        };
        if forms.iter().any(|(word, _)| word.is_empty()) || forms.is_empty() {
            return Err(say!("lexicon-no-verb"));
        }
        if raw.takes.is_empty() {
            return Err(say!("lexicon-takes-nothing"));
        }
        self.cues.push(raw.cue());
        for (word, form) in forms {
            if let Some(entry) = self.entry_mut(&word) {
                entry.cues.push(form);
            }
        }
        Ok(())
    }

    fn add_polarity(&mut self, name: &str, words: &str) -> Result<(), String> {
        if name == "harm" {
            words.split_whitespace().for_each(|word| self.word(&fold(word)).1 |= class::HARM);
            return Ok(());
        }
        let polarity: Polarity = name.parse().map_err(|_| say!("lexicon-no-polarity"))?;
        self.add_weighted(words, |w, n| w.polarities.push((polarity, n)))
    }

    /// Adds words of the form `word`, `two_words`, `word:3` or `past~present`; after `4:` that is their weight.
    fn add_weighted(&mut self, words: &str, add: impl Fn(&mut Weights, u8)) -> Result<(), String> {
        let mut usual = USUAL;
        for item in words.split_whitespace() {
            let weight = |n: &str| n.parse().map_err(|_| say!("lexicon-no-weight", item = item));
            let (phrase, weight) = match item.rsplit_once(':') {
                Some((n, "")) => {
                    usual = weight(n)?;
                    continue;
                }
                Some((phrase, n)) => (phrase, weight(n)?),
                None => (item, usual),
            };
            if let Some((past, present)) = phrase.split_once('~') {
                let past = fold(past);
                for form in inflect::arabic_verb(&past, &fold(present)) {
                    // The bare past is spelt like many a verbal noun.
                    self.word(&form).1 |= if form == past { 0 } else { class::FINITE };
                    self.entry_mut(&form).into_iter().for_each(|entry| add(&mut entry.weights, weight));
                }
                continue;
            }
            let mut parts = phrase.split('_').map(|part| without_article(phrase, fold(part)));
            let first =
                parts.next().filter(|p| !p.is_empty()).ok_or_else(|| format!("“{item}” is no word"))?;
            let rest: Vec<Box<str>> = parts.collect();
            let Some(entry) = self.entry_mut(&first) else { continue };
            if rest.is_empty() {
                add(&mut entry.weights, weight);
            } else if let Some((_, weights)) = entry.phrases.iter_mut().find(|(words, _)| *words == rest) {
                add(weights, weight);
            } else {
                let mut weights = Weights::default();
                add(&mut weights, weight);
                entry.phrases.push((rest, weights));
            }
        }
        Ok(())
    }
}

/// Closed classes.
const CLOSED: u64 = class::PREPOSITION
    | class::DETERMINER
    | class::PRONOUN
    | class::AUXILIARY
    | class::COMPLEMENTISER
    | class::CONJUNCTION
    | class::SUBORDINATOR
    | class::NEGATION
    | class::RELATIVE;

/// The words of a phrase are found with and without the article, so they are kept without.
fn without_article(phrase: &str, part: String) -> Box<str> {
    let bare = part.strip_prefix("ال").filter(|rest| phrase.contains('_') && rest.chars().count() >= 3);
    bare.map_or_else(|| part.as_str().into(), Into::into)
}

/// A lexicon without words.
pub(super) static NONE: std::sync::LazyLock<Lexicon> = std::sync::LazyLock::new(|| Lexicon {
    language: String::new(),
    arabic: false,
    arabic_script: false,
    cues: Vec::new(),
    tails: Tails::default(),
    compound: false,
    elided: Vec::new(),
    enclitic: Vec::new(),
    inflection: Vec::new(),
    words: HashMap::new(),
    table: Table::default(),
    entries: Vec::new(),
    tells: Vec::new(),
});

static EMPTY: Entry = Entry {
    cues: Vec::new(),
    parts: 0,
    form: None,
    sequences: Vec::new(),
    weights: Weights { kinds: Vec::new(), polarities: Vec::new(), reasons: Vec::new() },
    phrases: Vec::new(),
    next: 0,
};
static NO_CUE: Cue = Cue {
    takes: 0,
    prepositions: Vec::new(),
    polarity: None,
    kind: None,
    weak: true,
    acts: false,
    declares: false,
    infinitive: None,
    target: false,
    listener: false,
    quotes: false,
    quoted: false,
    state: false,
    negated: false,
    nobody: false,
    wants: Vec::new(),
    wants_word: None,
    strips: Vec::new(),
    passive: Vec::new(),
};

#[cfg(test)]
mod tests;
