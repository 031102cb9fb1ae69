//! A claim as found, as one line of JSON.

use crate::model::{Extracted, Id, Kind, Polarity, Quote, Reason, Status};
use serde::Serialize;

/// A claim as found, in the fields of the claims of a casebook.
#[derive(Serialize)]
pub struct Line<'a> {
    file: &'a str,
    document: &'a Id,
    start: usize,
    end: usize,
    text: &'a str,
    speaker: &'a str,
    role: &'a str,
    cue: &'a str,
    via: &'a [String],
    quote: Quote,
    polarity: Polarity,
    kind: Kind,
    nested: bool,
    confidence: f64,
    worth: u8,
    reasons: &'a [Reason],
    said_at: &'a str,
    translation: &'a str,
    status: Status,
    language: &'a str,
}

/// The line of a claim.
pub fn line<'a>(file: &'a str, document: &'a Id, claim: &'a Extracted) -> Line<'a> {
    Line {
        file,
        document,
        start: claim.start,
        end: claim.end,
        text: &claim.text,
        speaker: &claim.speaker,
        role: &claim.role,
        cue: &claim.cue,
        via: &claim.via,
        quote: claim.quote,
        polarity: claim.polarity,
        kind: claim.kind,
        nested: claim.nested,
        confidence: claim.confidence,
        worth: claim.worth,
        reasons: &claim.reasons,
        said_at: "",
        translation: "",
        status: Status::New,
        language: &claim.language,
    }
}
