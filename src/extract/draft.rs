//! Owns what a rule finds before names, polarity and kind are settled.

use super::lexicon::CueForm;
use crate::model::Quote;

/// Somebody as the text mentions them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Mention {
    pub name: String,
    pub role: String,
    /// True for a named person, false for bodies and unnamed sources.
    pub person: bool,
    /// Named or not, this is a person or people, not a body.
    pub human: bool,
    pub feminine: bool,
    pub plural: bool,
    /// A statement or report.
    pub document: bool,
    /// A short definite phrase that points back ("the group", البيان).
    pub definite: bool,
}

/// Who speaks, before names are resolved.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Who {
    Named(Mention),
    /// An elided subject or a pronoun: the last speaker that fits.
    Last {
        feminine: Option<bool>,
        plural: Option<bool>,
    },
    /// "He" or "she".
    Person {
        feminine: bool,
    },
    /// "It".
    Body,
    /// The speaker of the draft before this one in its sentence.
    Same,
    /// The text names nobody.
    Nobody,
}

/// A claim in the making; ranges are of token indices in its paragraph.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub rule: &'static str,
    /// Where its clause begins: an earlier claim's content ends before it.
    pub clause: usize,
    pub cue: (usize, usize),
    pub content: (usize, usize),
    pub who: Who,
    pub via: Vec<String>,
    pub form: Option<CueForm>,
    /// Whether it ends the content of the claim before it.
    pub cuts: bool,
    pub quote: Quote,
    /// Whether the end is certain (a closed quotation, a clause before the cue).
    pub closed: bool,
    /// Whether it may lie inside another claim.
    pub nests: bool,
}

impl Draft {
    /// A draft as most rules make it: reported speech that ends the claim before it.
    pub fn new(rule: &'static str, cue: (usize, usize), content: (usize, usize), who: Who) -> Draft {
        Draft {
            rule,
            clause: cue.0,
            cue,
            content,
            who,
            via: Vec::new(),
            form: None,
            cuts: true,
            quote: Quote::Indirect,
            closed: false,
            nests: false,
        }
    }
}
