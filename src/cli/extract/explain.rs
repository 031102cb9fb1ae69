//! How each claim was found.

use super::line::{self, Line};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::table::one_line;
use crate::extract::{Explained, Step};
use crate::model::{Id, Tongue};
use serde::Serialize;

/// A claim with how it was found.
#[derive(Serialize)]
pub struct ExplainedLine<'a> {
    #[serde(flatten)]
    claim: Line<'a>,
    cue_start: usize,
    cue_end: usize,
    rule: &'static str,
    speaker_chain: &'a [Step],
}

/// The line of a claim.
pub fn line<'a>(file: &'a str, document: &'a Id, found: &'a Explained) -> ExplainedLine<'a> {
    let (cue_start, cue_end) = found.claim.cue_span;
    let claim = line::line(file, document, &found.claim);
    ExplainedLine { claim, cue_start, cue_end, rule: found.rule, speaker_chain: &found.speaker_chain }
}

/// Prints the claims, one after the other.
pub fn print(claims: &[Explained], out: &mut Output) -> Result<(), Failure> {
    if claims.is_empty() {
        out.note("no claims found");
    }
    for found in claims {
        let claim = &found.claim;
        let place = format!("{}-{}", claim.start, claim.end);
        let nested = if claim.nested { ", inside another" } else { "" };
        let words = format!("{}, {}, {}{nested}", claim.polarity, claim.kind, claim.quote);
        out.line(&format!("{place:<14} {words}, confidence {:.2}", claim.confidence))?;
        let reasons: Vec<&str> = claim.reasons.iter().map(|reason| reason.label(Tongue::English)).collect();
        out.pair("worth", format!("{} {}", claim.worth, reasons.join(", ")).trim_end())?;
        out.pair("claim", &one_line(&claim.text))?;
        let (start, end) = claim.cue_span;
        // On a line of its own: beside an Arabic word the numbers would change places.
        out.pair("cue", &one_line(&claim.cue))?;
        out.pair("cue at", &format!("{start}-{end}"))?;
        out.pair("rule", found.rule)?;
        for (at, step) in found.speaker_chain.iter().enumerate() {
            let name = if at == 0 { "speaker" } else { "" };
            out.pair(name, &words_of(step))?;
        }
        if !claim.via.is_empty() {
            out.pair("via", &one_line(&claim.via.join(" > ")))?;
        }
    }
    Ok(())
}

/// What a step did and what it came to.
fn words_of(step: &Step) -> String {
    let (name, role) = (one_line(&step.name), one_line(&step.role));
    match (name.is_empty(), role.is_empty()) {
        (true, _) => step.words().to_owned(),
        (false, true) => format!("{}: {name}", step.words()),
        (false, false) => format!("{}: {name} ({role})", step.words()),
    }
}
