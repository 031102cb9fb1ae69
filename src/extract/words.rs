//! Owns what is known of a word: its classes, the cues it is a form of, what it weighs.

use crate::model::{Kind, Polarity, Reason};

macro_rules! lists {
    ($about:literal $module:ident $all:ident: $bits:ty; $($name:ident $key:literal),+ $(,)?) => {
        #[doc = $about]
        pub(super) mod $module {
            lists!(@bits $bits; 0u32; $($name)+);
        }
        pub(super) const $all: &[(&str, $bits)] = &[$(($key, $module::$name)),+];
    };
    (@bits $bits:ty; $n:expr; $head:ident $($rest:ident)*) => {
        pub(in crate::extract) const $head: $bits = 1 << ($n);
        lists!(@bits $bits; $n + 1; $($rest)*);
    };
    (@bits $bits:ty; $n:expr;) => {};
}

lists! {
    "Bits for the lists under `[words]` that are asked for at every word; a word may be in many."
    class CLASSES: u64;
    COMPLEMENTISER "complementiser", FUSED "fused", NEGATION "negation", PRONOUN "pronoun",
    RELATIVE "relative", PREPOSITION "preposition", TIME "time", CONJUNCTION "conjunction", CUT "cut",
    SHIFTER "shifter", ROLE "role", TITLE "title", GROUP "group", DOCUMENT "document", VENUE "venue",
    OUTLET "outlet", ISSUER "issuer", SOURCE "source", CARRIED "carried", EXISTENTIAL "existential",
    MUST "must", FUTURE "future", INTENT "intent", OWN "own", PLACE "place", ANNOUNCED "announced",
    BOILERPLATE "boilerplate", HOLD "hold", DONE "done", WOMAN "woman", DETERMINER "determiner", HE "he",
    SHE "she", IT "it", THEY "they", AUXILIARY "auxiliary", BE "be", ADVERB "adverb",
    SUBORDINATOR "subordinator", LISTENER "listener", ABBREVIATION "abbreviation", COMMENT "comment",
    HARM "harm", VAGUE "vague", SITE "site", FILLER "filler", QUANTIFIER "quantifier", ADJECTIVE "adjective",
    NOUN "noun", TRUCE "truce", ASIDE "aside", MEMBER "member", GIVEN "given", EVADING "evading",
    BODY "body", CALLED "called", FINITE "finite",
}

lists! {
    "Bits for the lists of single grammatical words, also under `[words]`."
    part PARTS: u64;
    HIDES "hides", HAVE "have", AS "as", KNOWN "known", LIKENED "likened", OF "of", GENITIVE "genitive",
    BY "by", ARTICLE "article", DEFINITE "definite", NAME_PART "name_part", POSSESSIVE "possessive",
    TO "infinitive", THIS "this", HALT "halt", TIME_LEAD "time_lead", WHO "who", AND "and",
    DANGLING "dangling", NONE "none", NOT "not", REFLEXIVE "reflexive", GERUND "gerund", FINITE "finite",
    BODY "body", FROM "from", WHILE "while", HELD "single", PEER "peer", LINK "link", DID "did", DID_NOT "did_not", SIDE "side", NOBODY "nobody", LINKING "linking", REFERRED "referred", PORTFOLIO "portfolio", ORDINAL "ordinal", GENERIC "generic", NOUN_OF "noun_of", OFFICIAL "official", SPARING "sparing", STOPPING "stopping", LEADING "leading",
}

/// What may follow a cue.
pub(super) mod takes {
    pub(in crate::extract) const THAT: u16 = 1;
    pub(in crate::extract) const BARE: u16 = 2;
    pub(in crate::extract) const SPEECH: u16 = 4;
    pub(in crate::extract) const OBJECT: u16 = 8;
    pub(in crate::extract) const TO: u16 = 16;
    pub(in crate::extract) const BA: u16 = 32;
    pub(in crate::extract) const LA: u16 = 64;
}

/// A cue of the lexicon.
#[derive(Debug, Clone, Default)]
pub(super) struct Cue {
    pub takes: u16,
    /// Prepositions before the content, and whether they belong to the cue.
    pub prepositions: Vec<(Box<str>, bool)>,
    pub polarity: Option<Polarity>,
    pub kind: Option<Kind>,
    pub weak: bool,
    /// With a clause as content, the content decides the polarity.
    pub acts: bool,
    /// To declare a truce is to commit to it.
    pub declares: bool,
    /// The polarity before an infinitive.
    pub infinitive: Option<Polarity>,
    pub target: bool,
    pub listener: bool,
    /// Wants quoted words in its content: "called the raid “a crime”".
    pub quoted: bool,
    /// Quotes somebody else: "quoted X as saying".
    pub quotes: bool,
    /// What a subject is rather than does: "is worried that".
    pub state: bool,
    /// Reports something when negated too, and then asserts it (لم يستبعد).
    pub negated: bool,
    /// A passive: the text names nobody (أفيد, قيل).
    pub nobody: bool,
    /// Words one of which the object must begin with (English) or contain (Arabic).
    pub wants: Vec<Box<str>>,
    /// A word that the content must contain.
    pub wants_word: Option<Box<str>>,
    /// Words that may stand between `wants` and the content.
    pub strips: Vec<Box<str>>,
    /// Words one of which follows the passive: "blamed for".
    pub passive: Vec<Box<str>>,
}

/// In which form a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Past,
    Present,
    /// Accusative of state in Arabic, -ing in English.
    Participle,
    /// The English past participle.
    Passive,
    Noun,
}

/// A form of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CueForm {
    pub cue: u16,
    pub form: Form,
    pub feminine: bool,
    pub plural: bool,
    pub suffixed: bool,
}

/// Arabic letters written together with the word after them.
pub(super) mod prefix {
    pub(in crate::extract) const AND: u8 = 1;
    pub(in crate::extract) const BA: u8 = 2;
    pub(in crate::extract) const LA: u8 = 4;
    pub(in crate::extract) const KA: u8 = 8;
    pub(in crate::extract) const ARTICLE: u8 = 16;
    pub(in crate::extract) const WILL: u8 = 32;
}

/// What the lexicon knows of a token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hit {
    pub class: u64,
    /// 0 where the word is not in the lexicon.
    pub entry: u32,
    pub prefix: u8,
    /// What its entry tells, of [`tells`].
    pub tells: u8,
}

/// Bits that spare a look at an entry which would tell nothing.
pub(super) mod tells {
    pub(in crate::extract) const CUES: u8 = 1;
    pub(in crate::extract) const PARTS: u8 = 2;
    pub(in crate::extract) const SEQUENCES: u8 = 4;
    pub(in crate::extract) const KINDS: u8 = 8;
    pub(in crate::extract) const POLARITIES: u8 = 16;
    pub(in crate::extract) const REASONS: u8 = 32;
}

/// What a word weighs for polarity and kind.
#[derive(Debug, Clone, Default)]
pub(super) struct Weights {
    pub kinds: Vec<(Kind, u8)>,
    pub polarities: Vec<(Polarity, u8)>,
    pub reasons: Vec<Reason>,
}

impl Weights {
    /// Notes a kind; named twice, the word weighs what it weighs most.
    pub fn add_kind(&mut self, kind: Kind, n: u8) {
        match self.kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, weight)) => *weight = n.max(*weight),
            None => self.kinds.push((kind, n)),
        }
    }
}

/// The bit that a word shares with few others.
pub(super) fn next_bit(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    1 << ((usize::from(first) + usize::from(last) * 3 + bytes.len() * 7) % 64)
}

impl Entry {
    /// Notes which words may come next in a phrase: those alone, or any other form of them too.
    pub fn note_next(&mut self, forms: bool) {
        let bit = |words: &[Box<str>]| match words.first().map(|word| &**word) {
            None => 0,
            Some("*") => u64::MAX,
            Some(_) if forms => u64::MAX,
            Some(word) => next_bit(word),
        };
        self.next = self.phrases.iter().fold(0, |bits, (words, _)| bits | bit(words));
    }

    /// What there is to be told.
    pub fn tells(&self) -> u8 {
        let weighs =
            |has: &dyn Fn(&Weights) -> bool| has(&self.weights) || self.phrases.iter().any(|(_, w)| has(w));
        let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
        bit(!self.cues.is_empty(), tells::CUES)
            | bit(self.parts != 0, tells::PARTS)
            | bit(!self.sequences.is_empty(), tells::SEQUENCES)
            | bit(weighs(&|w| !w.kinds.is_empty()), tells::KINDS)
            | bit(weighs(&|w| !w.polarities.is_empty()), tells::POLARITIES)
            | bit(weighs(&|w| !w.reasons.is_empty()), tells::REASONS)
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    pub cues: Vec<CueForm>,
    /// Which grammatical words it is.
    pub parts: u64,
    /// The classes and joined letters of a word that is listed for its weight alone.
    pub form: Option<(u64, u8)>,
    pub weights: Weights,
    /// Phrases that begin with this word: the other words, and the phrase's weights.
    pub phrases: Vec<(Vec<Box<str>>, Weights)>,
    /// One bit for every word that may come next in one of the phrases, of [`next_bit`].
    pub next: u64,
    /// Phrases of the lists under `[phrases]` that begin with this word: the list, and the other words.
    pub sequences: Vec<(Sequence, Vec<Box<str>>)>,
}

/// The lists under `[phrases]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sequence {
    /// What comes before a source: "according to".
    Source,
    /// What begins the reporter's comment on a claim.
    Comment,
    /// What carries an infinitive that reports: "went on to".
    Carrier,
    /// What begins a line that tells when and where an article was written.
    Dateline,
}

pub(super) const SEQUENCES: [(&str, Sequence); 4] = [
    ("source", Sequence::Source),
    ("comment", Sequence::Comment),
    ("carrier", Sequence::Carrier),
    ("dateline", Sequence::Dateline),
];
