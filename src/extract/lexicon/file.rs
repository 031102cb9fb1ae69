//! Owns the lexicon file: its form, what it may say, and how a user's file adds to a built-in one.

use super::words::{CLASSES, Cue, PARTS, SEQUENCES, takes};
use super::{LexiconError, fold};
use crate::model::{Kind, Polarity, Reason};
use crate::say;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// Lists of words by name.
pub(super) type Lists = BTreeMap<String, Vec<Piece>>;

/// Which rules read the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(in crate::extract) enum Grammar {
    /// The verb before its subject, words written together: the rules made for Arabic.
    #[serde(rename = "verb-first")]
    VerbFirst,
    /// The subject before its verb.
    #[serde(rename = "subject-first")]
    SubjectFirst,
}

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    language: String,
    grammar: Option<Grammar>,
    #[serde(default)]
    remove: Vec<Spanned<String>>,
    #[serde(default)]
    cues: Vec<Spanned<RawCue>>,
    #[serde(default)]
    inflection: Vec<Inflection>,
    #[serde(default)]
    endings: Endings,
    #[serde(default)]
    compound: bool,
    #[serde(default)]
    elided: String,
    #[serde(default)]
    enclitic: String,
    #[serde(default)]
    words: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    phrases: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    polarity: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    kind: BTreeMap<String, Spanned<Lines>>,
    #[serde(default)]
    worth: BTreeMap<String, Spanned<String>>,
}

/// Words in one string, or in lines of which each may begin with the weight of its words.
#[derive(Deserialize)]
#[serde(untagged)]
enum Lines {
    One(String),
    Many(Vec<String>),
}

impl Lines {
    /// The same in one string: a line that names no weight begins with the usual one.
    fn joined(self) -> String {
        let marked = |line: &String| line.split(' ').next().is_some_and(|word| word.ends_with(':'));
        match self {
            Lines::One(line) => line,
            Lines::Many(lines) => {
                let whole = lines.iter().map(|l| if marked(l) { l.clone() } else { format!("{USUAL}: {l}") });
                whole.collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// The weight of a word that is listed without one.
pub(super) const USUAL: u8 = 2;

/// How verbs and nouns with certain endings inflect; the first rule that fits is used.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(in crate::extract) struct Inflection {
    /// Endings, separated by spaces; none fits every word.
    pub ends: String,
    /// How many letters are cut before the endings below are added; “-” adds nothing.
    pub cut: usize,
    pub present: String,
    pub plural: String,
    pub past: String,
    pub pp: String,
    pub ing: String,
    /// The plural of nouns.
    pub noun: String,
}

/// Endings that tell what a word is.
#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Endings {
    past: String,
    participle: String,
    ing: String,
    based: String,
    plural: String,
    singular: String,
    stem: String,
    person: String,
    future: String,
    name: String,
}

/// The same, ready for use.
#[derive(Debug, Default)]
pub(in crate::extract) struct Tails {
    /// Of a verb in the past tense.
    pub past: Vec<Box<str>>,
    /// Of a participle.
    pub participle: Vec<Box<str>>,
    /// Of the present participle alone.
    pub ing: Vec<Box<str>>,
    /// Of a word that tells where somebody is at home: "Kip-based".
    pub based: Vec<Box<str>>,
    /// Of a noun in the plural, and of those in the singular that look like it.
    pub plural: Vec<Box<str>>,
    pub singular: Vec<Box<str>>,
    /// Of a verb in the future, where the language has such a form.
    pub future: Vec<Box<str>>,
    /// Of a noun for what somebody does.
    pub person: Vec<Box<str>>,
    /// What is taken off a word that is not in the lexicon.
    pub stem: Vec<Box<str>>,
    /// What the parts of a name in small letters begin with: "al-".
    pub name: Vec<Box<str>>,
}

/// A cue as it is written.
#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawCue {
    pub verb: String,
    pub past: String,
    pub pp: String,
    pub ing: String,
    pub present: String,
    pub plural: String,
    pub participle: String,
    pub noun: String,
    pub adjective: String,
    pub takes: String,
    polarity: Option<Polarity>,
    kind: Option<Kind>,
    weak: bool,
    acts: bool,
    declares: bool,
    infinitive: Option<Polarity>,
    target: bool,
    listener: bool,
    quotes: bool,
    quoted: bool,
    negated: bool,
    nobody: bool,
    wants: String,
    wants_word: String,
    strips: String,
    passive: String,
}

/// Part of a list, with where it was written.
#[derive(Clone)]
pub(super) struct Piece {
    pub text: String,
    pub place: Place,
}

/// A file and a line of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub file: String,
    pub line: usize,
}

impl Place {
    pub fn wrong(&self, entry: &str, problem: impl Into<String>) -> LexiconError {
        LexiconError::Entry {
            file: self.file.clone(),
            line: self.line,
            entry: entry.to_owned(),
            problem: problem.into(),
        }
    }
}

/// A language's files, put together.
pub(super) struct File {
    pub language: String,
    pub grammar: Option<Grammar>,
    pub place: Place,
    pub cues: Vec<(RawCue, Place)>,
    pub inflection: Vec<Inflection>,
    pub tails: Tails,
    pub compound: bool,
    pub elided: Vec<Box<str>>,
    pub enclitic: Vec<Box<str>>,
    pub words: Lists,
    pub phrases: Lists,
    pub polarity: Lists,
    pub kind: Lists,
    pub worth: Lists,
    remove: Vec<Piece>,
}

fn split(list: &str) -> Vec<Box<str>> {
    list.split_whitespace().map(|w| fold(w).into_boxed_str()).collect()
}

fn tails(written: &Endings) -> Tails {
    Tails {
        past: split(&written.past),
        participle: split(&written.participle),
        ing: split(&written.ing),
        based: split(&written.based),
        plural: split(&written.plural),
        singular: split(&written.singular),
        future: split(&written.future),
        person: split(&written.person),
        stem: split(&written.stem),
        name: split(&written.name),
    }
}

impl File {
    /// Reads a file; `name` is what errors call it.
    pub fn read(name: &str, text: &str) -> Result<File, LexiconError> {
        let written: Written = toml::from_str(text).map_err(|e| LexiconError::Unreadable {
            file: name.to_owned(),
            problem: e.to_string().trim_end().to_owned(),
        })?;
        let ends: Vec<usize> = memchr::memchr_iter(b'\n', text.as_bytes()).collect();
        let line = |at: usize| ends.partition_point(|&end| end < at) + 1;
        let place = |at: usize| Place { file: name.to_owned(), line: line(at) };
        let piece = |s: Spanned<String>| Piece { place: place(s.span().start), text: s.into_inner() };
        let lists = |map: BTreeMap<String, Spanned<String>>| -> Lists {
            map.into_iter().map(|(key, list)| (key, vec![piece(list)])).collect()
        };
        let joined = |list: Spanned<Lines>| Spanned::new(list.span(), list.into_inner().joined());
        let language = text.lines().position(|l| l.trim_start().starts_with("language")).unwrap_or(0);
        Ok(File {
            language: written.language,
            grammar: written.grammar,
            place: Place { file: name.to_owned(), line: language + 1 },
            cues: written
                .cues
                .into_iter()
                .map(|c| (place(c.span().start), c.into_inner()))
                .map(|(p, c)| (c, p))
                .collect(),
            inflection: written.inflection,
            tails: tails(&written.endings),
            compound: written.compound,
            elided: split(&written.elided),
            enclitic: split(&written.enclitic),
            words: lists(written.words),
            phrases: lists(written.phrases),
            polarity: lists(written.polarity),
            kind: lists(written.kind.into_iter().map(|(key, list)| (key, joined(list))).collect()),
            worth: lists(written.worth),
            remove: written.remove.into_iter().map(piece).collect(),
        })
    }

    /// Adds another file of the same language, and takes away what it removes.
    pub fn add(&mut self, other: File) -> Result<(), LexiconError> {
        if other.grammar.is_some_and(|g| Some(g) != self.grammar) {
            return Err(other.place.wrong("grammar", say!("lexicon-other-grammar")));
        }
        for piece in &other.remove {
            self.remove(piece)?;
        }
        // What was added last is tried first.
        let old = std::mem::replace(&mut self.cues, other.cues);
        self.cues.extend(old);
        self.inflection.splice(0..0, other.inflection);
        for (mine, theirs) in [
            (&mut self.words, other.words),
            (&mut self.phrases, other.phrases),
            (&mut self.polarity, other.polarity),
            (&mut self.kind, other.kind),
            (&mut self.worth, other.worth),
        ] {
            for (list, pieces) in theirs {
                mine.entry(list).or_default().extend(pieces);
            }
        }
        self.elided.extend(other.elided);
        self.enclitic.extend(other.enclitic);
        let (mine, theirs) = (&mut self.tails, other.tails);
        mine.past.extend(theirs.past);
        mine.participle.extend(theirs.participle);
        mine.ing.extend(theirs.ing);
        mine.based.extend(theirs.based);
        mine.plural.extend(theirs.plural);
        mine.singular.extend(theirs.singular);
        mine.future.extend(theirs.future);
        mine.person.extend(theirs.person);
        mine.stem.extend(theirs.stem);
        mine.name.extend(theirs.name);
        Ok(())
    }

    /// A new language removes nothing.
    pub fn removes_nothing(&self) -> Result<(), LexiconError> {
        let first = self.remove.first().map(|p| {
            p.place.wrong(&say!("lexicon-remove", word = &p.text), say!("lexicon-nothing-to-remove"))
        });
        first.map_or(Ok(()), Err)
    }

    /// Takes away a cue ("say"), or a word of a list ("words.role.captain").
    fn remove(&mut self, piece: &Piece) -> Result<(), LexiconError> {
        let entry = say!("lexicon-remove", word = &piece.text);
        let Some((section, rest)) = piece.text.split_once('.') else {
            let (before, wanted) = (self.cues.len(), fold(&piece.text));
            self.cues.retain(|(cue, _)| fold(cue.name()) != wanted);
            return match before == self.cues.len() {
                true => Err(piece.place.wrong(&entry, say!("lexicon-no-cue"))),
                false => Ok(()),
            };
        };
        let lists = match section {
            "words" => &mut self.words,
            "phrases" => &mut self.phrases,
            "polarity" => &mut self.polarity,
            "kind" => &mut self.kind,
            "worth" => &mut self.worth,
            _ => {
                return Err(piece.place.wrong(&entry, say!("lexicon-section")));
            }
        };
        let Some((list, word)) = rest.split_once('.') else {
            return Err(piece.place.wrong(&entry, say!("lexicon-three")));
        };
        let word = fold(word);
        let same = |item: &str| fold(item.split(':').next().unwrap_or(item)) == word;
        let mut found = false;
        for part in lists.get_mut(list).into_iter().flatten() {
            let kept: Vec<&str> = part.text.split_whitespace().filter(|item| !same(item)).collect();
            found |= kept.len() < part.text.split_whitespace().count();
            part.text = kept.join(" ");
        }
        if found { Ok(()) } else { Err(piece.place.wrong(&entry, say!("lexicon-no-word"))) }
    }

    /// Every list must be one that the rules ask for.
    pub fn check_lists(&self) -> Result<(), LexiconError> {
        let words: Vec<&str> = CLASSES.iter().chain(PARTS).map(|(key, _)| *key).collect();
        let phrases: Vec<&str> = SEQUENCES.iter().map(|(key, _)| *key).collect();
        let polarities: Vec<&str> = Polarity::ALL.iter().map(|p| p.code()).chain(["harm"]).collect();
        let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.code()).collect();
        let reasons: Vec<&str> = Reason::ALL.iter().map(|r| r.code()).collect();
        for (section, lists, allowed) in [
            ("words", &self.words, words),
            ("phrases", &self.phrases, phrases),
            ("polarity", &self.polarity, polarities),
            ("kind", &self.kind, kinds),
            ("worth", &self.worth, reasons),
        ] {
            for (list, pieces) in lists {
                if !allowed.contains(&list.as_str()) {
                    let place = pieces.last().map(|p| p.place.clone()).unwrap_or_default();
                    let problem = say!("lexicon-no-list", lists = crate::locale::list(&allowed));
                    return Err(place.wrong(&format!("{section}.{list}"), problem));
                }
            }
        }
        Ok(())
    }
}

impl RawCue {
    pub fn name(&self) -> &str {
        [&self.verb, &self.past, &self.noun, &self.adjective]
            .into_iter()
            .find(|s| !s.is_empty())
            .map_or("a cue", |s| s)
    }

    pub fn cue(&self) -> Cue {
        let mut cue = Cue {
            polarity: self.polarity,
            kind: self.kind,
            weak: self.weak,
            acts: self.acts,
            declares: self.declares,
            infinitive: self.infinitive,
            target: self.target,
            listener: self.listener,
            quoted: self.quoted,
            quotes: self.quotes,
            negated: self.negated,
            nobody: self.nobody,
            state: !self.adjective.is_empty(),
            wants: split(&self.wants),
            wants_word: (!self.wants_word.is_empty()).then(|| fold(&self.wants_word).into_boxed_str()),
            strips: split(&self.strips),
            passive: split(&self.passive),
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
