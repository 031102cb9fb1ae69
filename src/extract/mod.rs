//! Document text to attributed claims: rules in code, words in `lexicon/`, one file a language.
//!
//! A text is read paragraph by paragraph: `token` and `normalise` make words of it, `marks` pairs its
//! quotation marks, `arabic` and `subject_first` find cues and frame claims, `span` settles where they end,
//! `speaker` who is meant, `weigh` polarity, `kind` the kind.

mod arabic;
mod boilerplate;
mod chain;
mod chars;
mod confidence;
mod described;
mod draft;
mod elision;
mod inflect;
mod kind;
mod language;
mod lexicon;
mod marks;
mod memo;
mod name_words;
mod normalise;
mod paragraph;
mod passage;
mod running;
mod span;
mod speaker;
mod subject_first;
mod table;
mod token;
mod weigh;
mod words;
mod worth;

use crate::model::Extracted;
use draft::Mention;
use language::{Languages, Main};
use lexicon::Lexicon;
use paragraph::paragraphs;
use passage::Passage;
use sha2::{Digest, Sha256};
use speaker::Book;
use std::sync::{Mutex, MutexGuard, PoisonError};
use token::Tokens;

pub use chain::Step;
pub use lexicon::LexiconError;
pub use worth::settle as settle_worth;

/// The first language of a script is that of a document that shows no other.
const BUILT_IN: [(&str, &str); 3] = [
    ("ar.toml", include_str!("lexicon/ar.toml")),
    ("en.toml", include_str!("lexicon/en.toml")),
    ("fr.toml", include_str!("lexicon/fr.toml")),
];
/// Counts the changes of the rules that give other claims for the same words.
const RULES: u32 = 3;

/// Finds claims; made once, used for any number of texts.
#[derive(Debug)]
pub struct Extractor {
    languages: Languages,
    version: String,
    /// What documents before were read with: at most as many as there were threads at once.
    spare: Mutex<Vec<Spare>>,
}

/// Memory that outlasts a document: rooms for tokens, and what the words seen last are.
#[derive(Debug, Default)]
struct Spare {
    tokens: Tokens,
    marks: marks::Marks,
}

/// A claim with what led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The claim.
    pub claim: Extracted,
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// The cue as it stands in the text.
    pub cue: String,
    /// How the speaker was settled: the words at the cue, then what they were resolved to.
    pub speaker_chain: Vec<Step>,
}

/// A claim before the whole document is known.
struct Pending {
    claim: Extracted,
    rule: &'static str,
    mention: Mention,
    chain: Vec<Step>,
    /// Where it stands in the document, in bytes.
    bytes: (usize, usize),
    /// How many names were known there.
    place: usize,
}

/// What a document has told so far.
#[derive(Default)]
struct Reading {
    main: Main,
    /// Whether anybody wants to know how speakers were settled.
    explaining: bool,
    book: Book,
    found: Vec<Pending>,
    tokens: Tokens,
    marks: marks::Marks,
    running: running::Running,
}

impl Extractor {
    /// The extractor with the built-in lexicons.
    pub fn new() -> Result<Extractor, LexiconError> {
        Extractor::with_lexicons(&[])
    }

    /// The extractor with the built-in lexicons and a user's files, as (file name, TOML text).
    ///
    /// A file whose `language` is built in adds its cues and words to that lexicon, or takes away what
    /// it lists under `remove`; any other language is a new one and says its `grammar`.
    pub fn with_lexicons(additions: &[(String, String)]) -> Result<Extractor, LexiconError> {
        Extractor::with(&BUILT_IN, additions)
    }

    fn with(built_in: &[(&str, &str)], additions: &[(String, String)]) -> Result<Extractor, LexiconError> {
        let lexicons = Lexicon::all(built_in, additions)?;
        let texts = built_in.iter().map(|f| f.1).chain(additions.iter().map(|f| f.1.as_str()));
        let mut hash = Sha256::new();
        for text in texts {
            hash.update(text);
            hash.update([0]);
        }
        let hash: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        let version = format!("{RULES}:{hash}");
        Ok(Extractor { languages: Languages::new(lexicons), version, spare: Mutex::default() })
    }

    /// The languages that are read, in the order of their files.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.lexicons().iter().map(|l| l.language.as_str())
    }

    /// Names an extraction: the version of the rules, and the hash of the lexicons.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Every form of every cue of a language, folded, in order: what a bare scan for cues looks for.
    pub fn cue_words(&self, language: &str) -> Vec<String> {
        let lexicons = self.languages.lexicons().iter();
        let of_language = lexicons.filter(|lexicon| lexicon.language == language);
        let mut words: Vec<String> = of_language.flat_map(|l| l.cue_words().map(str::to_owned)).collect();
        words.sort();
        words
    }

    /// The claims of a text in order of their start; offsets are code points of the text as given.
    pub fn extract(&self, text: &str) -> Vec<Extracted> {
        self.claims(text, false).into_iter().map(|e| e.claim).collect()
    }

    /// The claims of a text, each with the rule and the speakers that led to it.
    pub fn explain(&self, text: &str) -> Vec<Explained> {
        self.claims(text, true)
    }

    fn claims(&self, text: &str, explaining: bool) -> Vec<Explained> {
        let (main, book) = (self.languages.main(text), Book::new(&self.languages.small));
        let Spare { tokens, marks } = self.spare().pop().unwrap_or_default();
        let mut reading = Reading { main, book, explaining, tokens, marks, ..Reading::default() };
        let mut at = token::Origin::default();
        for piece in paragraphs(text) {
            self.read(text, piece, at, &mut reading);
            at.byte += piece.len();
            at.point += reading.tokens.points;
        }
        let Reading { mut book, mut found, tokens, marks, .. } = reading;
        if tokens.are_few() {
            self.spare().push(Spare { tokens, marks });
        }
        described::name_later(&mut found, &mut book);
        let mut out: Vec<Explained> = found.into_iter().map(|pending| finish(text, &book, pending)).collect();
        out.sort_by_key(|e| (e.claim.start, std::cmp::Reverse(e.claim.end)));
        one_cue_one_place(&mut out);
        mark_nested(&mut out);
        out.iter_mut().for_each(|e| confidence::settle(&mut e.claim));
        out
    }

    fn spare(&self) -> MutexGuard<'_, Vec<Spare>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, text: &str, piece: &str, at: token::Origin, reading: &mut Reading) {
        let Reading { main, explaining, book, found, tokens, marks, running } = reading;
        tokens.read(piece, at);
        let lexicon = self.languages.of(tokens, *main);
        tokens.part(text, lexicon);
        tokens.look_up(lexicon);
        marks.read(&tokens.list);
        let p = Passage { document: text, lexicon, tokens, marks };
        if boilerplate::is(&p) {
            return;
        }
        let resumed = running::go_on(&p, running, found);
        note_names(&p, book);
        let mut drafts = Vec::new();
        for sentence in p.sentences() {
            drafts.clear();
            let sentence = (sentence.0.max(resumed), sentence.1);
            if lexicon.arabic {
                arabic::frames(&p, sentence, &mut drafts);
            } else {
                subject_first::frames(&p, sentence, &mut drafts);
            }
            span::settle(&p, &mut drafts);
            span::keep_apart(&mut drafts);
            span::part_denials(&p, &mut drafts);
            if drafts.is_empty() {
                let topic = if lexicon.arabic {
                    arabic::topic(&p, sentence)
                } else {
                    subject_first::topic(&p, sentence)
                };
                topic.iter().for_each(|topic| book.topic(topic));
            }
            let (mut before, mut reach): (Option<Mention>, usize) = (None, 0);
            for draft in &drafts {
                let named = if span::goes_on(draft) { before.as_ref() } else { None };
                let mention = book.speaks(&draft.who, named.or(before.as_ref()));
                match &before {
                    // Who speaks inside another's words is not who goes on.
                    Some(outer) if draft.content.1 <= reach => book.topic(outer),
                    _ => before = Some(mention.clone()),
                }
                reach = reach.max(draft.content.1);
                let chain = if *explaining { chain::at_cue(&draft.who, &mention) } else { Vec::new() };
                let last = found.last().map(|f| (f.claim.kind, f.claim.end));
                let found_here = pending(&p, draft, mention, chain, last);
                found.extend(found_here.map(|pending| Pending { place: book.place(), ..pending }));
            }
        }
        if running.is_none() {
            *running = running::left_open(&p, found);
        }
    }
}

/// Remembers people who are named with a role outside any cue.
fn note_names(p: &Passage<'_>, book: &mut Book) {
    if !p.lexicon.arabic {
        subject_first::names::named(p).iter().for_each(|mention| book.note(mention));
        return;
    }
    for i in 0..p.len() {
        if arabic::names::body(p, i) {
            arabic::names::body_name(p, i).iter().for_each(|mention| book.note(mention));
        }
        if arabic::names::office(p, i)
            && let Some(mut mention) = arabic::names::subject(p, i, p.len().min(i + 18)).who
            && mention.person
            && !names_no_one(&mention.name)
            && mention.name.split_whitespace().count() >= 2
        {
            if let Some(rest) = mention.role.strip_prefix("لل") {
                mention.role = format!("ال{rest}");
            }
            book.note(&mention);
        }
    }
}

/// "المبعوث بموقف …": a preposition written together with its noun begins no name.
fn names_no_one(name: &str) -> bool {
    if name.contains("اً") {
        return true;
    }
    let mut words = name.split_whitespace();
    let attached = words.next().is_some_and(|w| w.starts_with(['ب', 'ل', 'ك']) && w.chars().count() >= 4);
    attached && words.next().is_some_and(|w| w.starts_with("ال"))
}

fn pending(
    p: &Passage<'_>,
    draft: &draft::Draft,
    mention: Mention,
    chain: Vec<Step>,
    before: kind::Before,
) -> Option<Pending> {
    let (from, to) = draft.content;
    let first = p.token(from)?;
    let last = p.token(to.checked_sub(1)?)?;
    let cue_first = p.token(draft.cue.0)?;
    let cue_last = p.token(draft.cue.1.checked_sub(1)?)?;
    let cue = draft.form.map(|form| p.lexicon.cue(form));
    let words = (from..to).filter(|&i| p.word(i)).count();
    if from >= to || words == 0 {
        return None;
    }
    let polarity = weigh::polarity(p, draft, cue, &mention);
    let claim = Extracted {
        start: first.start,
        end: last.end,
        text: String::new(),
        speaker: String::new(),
        role: String::new(),
        cue: cue_text(p, draft),
        cue_span: (cue_first.start, cue_last.end),
        via: draft.via.clone(),
        quote: draft.quote,
        polarity,
        kind: kind::kind(p, draft, cue, polarity, before),
        nested: false,
        confidence: confidence::at_cue(draft, words),
        worth: 0,
        reasons: worth::reasons(p, draft),
        language: p.lexicon.language.clone(),
    };
    Some(Pending { claim, rule: draft.rule, mention, chain, bytes: (first.from, last.to), place: 0 })
}

/// The cue without the conjunction written together with it.
fn cue_text(p: &Passage<'_>, draft: &draft::Draft) -> String {
    let whole = p.text(draft.cue.0, draft.cue.1);
    if draft.rule == "carried from somebody" && draft.cue.1 > draft.cue.0 + 1 {
        let (first, last) = (p.text(draft.cue.0, draft.cue.0 + 1), p.text(draft.cue.1 - 1, draft.cue.1));
        return format!("{} … {}", normalise::tidy(first).trim_start_matches('و'), normalise::tidy(last));
    }
    if draft.rule == "quoted by another" && draft.cue.1 > draft.cue.0 + 4 {
        let (first, last) = (p.text(draft.cue.0, draft.cue.0 + 1), p.text(draft.cue.1 - 2, draft.cue.1));
        return format!("{} … {}", normalise::tidy(first), normalise::tidy(last));
    }
    let joined = p.lexicon.arabic && p.prefix(draft.cue.0, lexicon::prefix::AND);
    let bare =
        if joined { whole.trim_start_matches(normalise::is_mark).get('و'.len_utf8()..) } else { None };
    normalise::tidy(bare.unwrap_or(whole).trim_start_matches(normalise::is_mark))
}

fn finish(text: &str, book: &Book, pending: Pending) -> Explained {
    let Pending { mut claim, rule, mention, chain, bytes, place } = pending;
    claim.text = text.get(bytes.0..bytes.1).unwrap_or_default().to_owned();
    (claim.speaker, claim.role) = book.resolve(&mention, place);
    worth::settle(&mut claim, mention.person);
    let speaker_chain = match chain.is_empty() {
        true => chain,
        false => chain::ended(chain, &claim.speaker, &claim.role),
    };
    let cue = if speaker_chain.is_empty() { String::new() } else { claim.cue.clone() };
    Explained { claim, rule, cue, speaker_chain }
}

/// How many claims back one of the same cue may stand.
const NEAR: usize = 8;

/// Two claims of one cue tell different things: of two that overlap, the later is left out.
fn one_cue_one_place(claims: &mut Vec<Explained>) {
    let mut kept: Vec<bool> = Vec::with_capacity(claims.len());
    for (i, explained) in claims.iter().enumerate() {
        let claim = &explained.claim;
        let before = claims.get(..i).unwrap_or_default().iter().zip(&kept).rev();
        let overlaps = |(e, kept): (&Explained, &bool)| {
            *kept && e.claim.cue_span == claim.cue_span && e.claim.end > claim.start
        };
        kept.push(!before.take(NEAR).any(overlaps));
    }
    let mut kept = kept.into_iter();
    claims.retain(|_| kept.next().unwrap_or(true));
}

/// A claim that lies inside another's span is nested.
fn mark_nested(claims: &mut [Explained]) {
    let mut end = 0;
    for explained in claims {
        explained.claim.nested = explained.claim.end <= end;
        end = end.max(explained.claim.end);
    }
}

#[cfg(test)]
mod tests;
