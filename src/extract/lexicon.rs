//! Owns the words: reads a language's lexicon, checks it, and finds words in it.

use super::inflect;
use super::normalise::fold;
use super::table::Table;
use super::words::CLASSES;
pub(super) use super::words::{Cue, CueForm, Entry, Form, Hit, Weights, class, prefix, takes};
use crate::model::{Kind, Polarity};
use serde::Deserialize;
use std::collections::HashMap;

/// A lexicon that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LexiconError {
    /// The file is not TOML of the expected form.
    #[error("{file} is not a lexicon: {problem}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the reader said.
        problem: String,
    },
    /// An entry says something that has no meaning.
    #[error("{file}: {entry}: {problem}")]
    Entry {
        /// The file.
        file: String,
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
    pub arabic: bool,
    pub cues: Vec<Cue>,
    /// The words while the lexicon is read; then `table` has them.
    words: HashMap<Box<str>, (u32, u64)>,
    table: Table,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: String,
    cues: Vec<RawCue>,
    words: HashMap<String, String>,
    polarity: HashMap<String, String>,
    kind: HashMap<String, String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct RawCue {
    verb: String,
    past: String,
    pp: String,
    ing: String,
    present: String,
    participle: String,
    noun: String,
    takes: String,
    polarity: Option<Polarity>,
    kind: Option<Kind>,
    weak: bool,
    acts: bool,
    declares: bool,
    infinitive: Option<Polarity>,
    target: bool,
    listener: bool,
    negated: bool,
    nobody: bool,
    wants: String,
    wants_word: String,
    strips: String,
}

impl RawCue {
    fn name(&self) -> &str {
        [&self.verb, &self.past, &self.noun].into_iter().find(|s| !s.is_empty()).map_or("a cue", |s| s)
    }

    fn cue(&self) -> Cue {
        let words = |list: &str| list.split_whitespace().map(|w| fold(w).into_boxed_str()).collect();
        let mut cue = Cue {
            polarity: self.polarity,
            kind: self.kind,
            weak: self.weak,
            acts: self.acts,
            declares: self.declares,
            infinitive: self.infinitive,
            target: self.target,
            listener: self.listener,
            negated: self.negated,
            nobody: self.nobody,
            wants: words(&self.wants),
            wants_word: (!self.wants_word.is_empty()).then(|| fold(&self.wants_word).into_boxed_str()),
            strips: words(&self.strips),
            ..Cue::default()
        };
        for what in self.takes.split_whitespace() {
            match what {
                "that" => cue.takes |= takes::THAT,
                "bare" => cue.takes |= takes::BARE,
                "speech" => cue.takes |= takes::SPEECH,
                "object" => cue.takes |= takes::OBJECT,
                "to" if !self.takes.contains("+to") => cue.takes |= takes::TO,
                "ب" => cue.takes |= takes::BA,
                "ل" => cue.takes |= takes::LA,
                word => {
                    let joined = word.strip_prefix('+');
                    cue.prepositions.push((fold(joined.unwrap_or(word)).into_boxed_str(), joined.is_some()));
                }
            }
        }
        cue
    }
}

impl Lexicon {
    /// Reads a lexicon; `file` names it in errors.
    pub fn read(file: &str, text: &str) -> Result<Lexicon, LexiconError> {
        let raw: File = toml::from_str(text)
            .map_err(|e| LexiconError::Unreadable { file: file.to_owned(), problem: e.to_string() })?;
        let wrong = |entry: &str, problem: &str| LexiconError::Entry {
            file: file.to_owned(),
            entry: entry.to_owned(),
            problem: problem.to_owned(),
        };
        let mut lexicon = Lexicon {
            arabic: raw.language == "ar",
            language: raw.language,
            cues: Vec::new(),
            words: HashMap::new(),
            table: Table::default(),
            entries: vec![Entry::default()],
        };
        for raw in &raw.cues {
            lexicon.add_cue(raw).map_err(|problem| wrong(raw.name(), problem))?;
        }
        for (list, words) in &raw.words {
            let bit = CLASSES.iter().find(|(key, _)| key == list).map(|&(_, bit)| bit);
            let bit = bit.ok_or_else(|| wrong(&format!("words.{list}"), "no such list of words"))?;
            words.split_whitespace().for_each(|word| lexicon.word(&fold(word)).1 |= bit);
        }
        for (name, words) in &raw.polarity {
            lexicon.add_polarity(name, words).map_err(|p| wrong(&format!("polarity.{name}"), &p))?;
        }
        for (name, words) in &raw.kind {
            let kind: Kind = name.parse().map_err(|_| wrong(&format!("kind.{name}"), "no such kind"))?;
            lexicon
                .add_weighted(words, |w, n| w.kinds.push((kind, n)))
                .map_err(|p| wrong(&format!("kind.{name}"), &p))?;
        }
        lexicon.join_articles();
        lexicon.sort_cues();
        let words = std::mem::take(&mut lexicon.words);
        lexicon.table = Table::new(words.iter().map(|(word, &(entry, class))| (&**word, entry, class)));
        Ok(lexicon)
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

    /// Of cues spelt alike, those that want certain words after them are tried first.
    fn sort_cues(&mut self) {
        let Lexicon { cues, entries, .. } = self;
        for entry in entries {
            entry.cues.sort_by_key(|form| cues.get(form.cue as usize).is_none_or(|cue| cue.wants.is_empty()));
        }
    }

    /// The entry of a hit.
    pub fn entry(&self, hit: Hit) -> &Entry {
        self.entries.get(hit.entry as usize).unwrap_or(&EMPTY)
    }

    /// The cue of a form.
    pub fn cue(&self, form: CueForm) -> &Cue {
        self.cues.get(form.cue as usize).unwrap_or(&NO_CUE)
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

    fn add_cue(&mut self, raw: &RawCue) -> Result<(), &'static str> {
        let number = u16::try_from(self.cues.len()).map_err(|_| "too many cues")?;
        let forms = if self.arabic {
            let f = fold;
            inflect::arabic(number, &f(&raw.past), &f(&raw.present), &f(&raw.participle), &f(&raw.noun))
        } else if raw.verb.is_empty() {
            inflect::english_noun(number, &fold(&raw.noun))
        } else {
            inflect::english(number, &fold(&raw.verb), &raw.past, &raw.pp, &raw.ing)
        };
        if forms.iter().any(|(word, _)| word.is_empty()) || forms.is_empty() {
            return Err("it has neither verb nor noun");
        }
        if raw.takes.is_empty() {
            return Err("it takes nothing");
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
        let polarity: Polarity = name.parse().map_err(|_| "no such polarity".to_owned())?;
        self.add_weighted(words, |w, n| w.polarities.push((polarity, n)))
    }

    /// Adds words of the form `word`, `two_words` or `word:3`.
    fn add_weighted(&mut self, words: &str, add: impl Fn(&mut Weights, u8)) -> Result<(), String> {
        for item in words.split_whitespace() {
            let (phrase, weight) = match item.rsplit_once(':') {
                Some((phrase, n)) => (phrase, n.parse().map_err(|_| format!("“{item}” has no weight"))?),
                None => (item, 2),
            };
            let mut parts = phrase.split('_').map(|p| fold(p).into_boxed_str());
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

    fn get(&self, key: &str) -> Option<(u32, u64)> {
        self.table.get(key)
    }

    /// Finds a folded word, in Arabic also without the letters written together with it.
    pub fn look_up(&self, key: &str) -> Hit {
        if let Some((entry, class)) = self.get(key) {
            return Hit { class, entry, prefix: if key.starts_with("ال") { prefix::ARTICLE } else { 0 } };
        }
        if self.arabic { self.look_up_arabic(key) } else { self.look_up_stem(key, &ENGLISH_ENDINGS, 0) }
    }

    fn look_up_arabic(&self, key: &str) -> Hit {
        let mut rest = key;
        let mut found = 0;
        if let Some(tail) = strip(rest, &["و", "ف"]) {
            if let Some((entry, class)) = self.get(tail) {
                let article = if tail.starts_with("ال") { prefix::ARTICLE } else { 0 };
                return Hit { class, entry, prefix: prefix::AND | article };
            }
            if tail.starts_with("ال") || tail.starts_with("لل") || tail.starts_with("بال") {
                (rest, found) = (tail, prefix::AND);
            }
        }
        for (letters, bits) in PREFIXES {
            let Some(tail) = rest.strip_prefix(letters).filter(|t| t.len() >= 4) else { continue };
            if let Some((entry, class)) = self.get(tail) {
                let class = if bits & prefix::ARTICLE != 0 { class & !FUNCTION } else { class };
                return Hit { class, entry, prefix: found | bits };
            }
            if bits & prefix::ARTICLE != 0 {
                return self.look_up_stem(tail, &ARABIC_ENDINGS, found | bits);
            }
        }
        if let Some(tail) = strip(rest, &["و", "ف"]) {
            for (letters, bits) in PREFIXES {
                let Some(tail) = tail.strip_prefix(letters).filter(|t| t.len() >= 4) else { continue };
                if let Some((entry, class)) = self.get(tail) {
                    return Hit { class, entry, prefix: prefix::AND | bits };
                }
            }
        }
        self.look_up_stem(rest, &ARABIC_ENDINGS, found)
    }

    /// The word without its ending: only what it weighs is taken over, not what it does in a sentence.
    fn look_up_stem(&self, key: &str, endings: &[&str], prefix: u8) -> Hit {
        for ending in endings {
            let Some(stem) = key.strip_suffix(ending).filter(|s| s.chars().count() >= 3) else { continue };
            let found = self.get(stem).or_else(|| {
                let tail = stem.strip_suffix('ت').filter(|_| self.arabic)?;
                self.get(&format!("{tail}ه"))
            });
            if let Some((entry, class)) = found {
                return Hit { class: class & INHERITED, entry: self.weighing(entry), prefix };
            }
        }
        Hit { class: 0, entry: 0, prefix }
    }

    fn weighing(&self, entry: u32) -> u32 {
        let plain = self.entries.get(entry as usize).is_some_and(|e| e.cues.is_empty());
        if plain { entry } else { 0 }
    }
}

/// Classes that no word with the article belongs to by its stem.
const FUNCTION: u64 = class::PREPOSITION
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
const ENGLISH_ENDINGS: [&str; 6] = ["s", "es", "ed", "d", "ing", "ly"];
const ARABIC_ENDINGS: [&str; 13] =
    ["ها", "هم", "هما", "ات", "ين", "ون", "ان", "نا", "يه", "ه", "ي", "ا", "وا"];
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

static EMPTY: Entry = Entry {
    cues: Vec::new(),
    weights: Weights { kinds: Vec::new(), polarities: Vec::new() },
    phrases: Vec::new(),
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
    negated: false,
    nobody: false,
    wants: Vec::new(),
    wants_word: None,
    strips: Vec::new(),
};

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: &str =
        "language = \"en\"\ncues = [{ verb = \"say\", takes = \"that\" }]\n[words]\n[polarity]\n[kind]\n";

    #[test]
    fn errors_name_the_file_and_the_entry() {
        for (from, to, wanted) in [
            ("[words]", "[words]\ncolour = \"red\"", "mine.toml: words.colour: no such list of words"),
            ("[kind]", "[kind]\nweather = \"rain\"", "mine.toml: kind.weather: no such kind"),
            ("[polarity]", "[polarity]\nmaybe = \"so\"", "mine.toml: polarity.maybe: no such polarity"),
            ("[kind]", "[kind]\nother = \"a:b\"", "mine.toml: kind.other: “a:b” has no weight"),
            ("takes = \"that\"", "takes = \"\"", "mine.toml: say: it takes nothing"),
            ("verb = \"say\"", "verb = \"\"", "mine.toml: a cue: it has neither verb nor noun"),
        ] {
            let error = Lexicon::read("mine.toml", &FRAME.replace(from, to)).unwrap_err();
            assert_eq!(error.to_string(), wanted);
        }
        let error = Lexicon::read("mine.toml", "cues = 1").unwrap_err();
        assert!(matches!(error, LexiconError::Unreadable { .. }), "{error}");
    }

    #[test]
    fn joined_letters_are_read_off() {
        let lexicon = Lexicon::read("ar.toml", include_str!("lexicon/ar.toml")).unwrap();
        for (word, class, bits) in [
            ("وزير", class::ROLE, 0),
            ("والوزير", class::ROLE, prefix::AND | prefix::ARTICLE),
            ("للوزير", class::ROLE, prefix::LA | prefix::ARTICLE),
            ("بالهدنه", class::TRUCE, prefix::BA | prefix::ARTICLE),
            ("وبيان", class::DOCUMENT, prefix::AND),
        ] {
            let hit = lexicon.look_up(word);
            assert!(hit.class & class != 0, "{word}");
            assert_eq!(hit.prefix, bits, "{word}");
        }
    }
}
