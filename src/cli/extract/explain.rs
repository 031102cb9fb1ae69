//! How each claim was found.

use super::line::{self, Line};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::table::one_line;
use crate::cli::words;
use crate::extract::{Explained, Step};
use crate::locale::{self, Told};
use crate::model::{Extracted, Id};
use crate::{say, tell};
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
        out.note(&say!("extract-none"));
    }
    for found in claims {
        let claim = &found.claim;
        let place = format!("{}-{}", claim.start, claim.end);
        out.named(super::PLACE, &place, &head(claim))?;
        let reasons: Vec<&str> = claim.reasons.iter().map(|reason| reason.label(words::tongue())).collect();
        let worth = format!("{} {}", locale::number(claim.worth), locale::list(&reasons));
        out.pair(&say!("explain-worth"), worth.trim_end())?;
        out.pair(&say!("explain-claim"), &one_line(&claim.text))?;
        let (start, end) = claim.cue_span;
        out.pair(&say!("show-cue"), &one_line(&claim.cue))?;
        out.pair(&say!("explain-cue-at"), &format!("{start}-{end}"))?;
        out.pair(&say!("explain-rule"), &super::rule::called(found.rule))?;
        for (at, step) in found.speaker_chain.iter().enumerate() {
            let name = if at == 0 { say!("show-speaker") } else { String::new() };
            out.pair(&name, &words_of(step))?;
        }
        if !claim.via.is_empty() {
            out.pair(&say!("show-via"), &one_line(&claim.via.join(" > ")))?;
        }
    }
    Ok(())
}

/// What a step did and what it came to.
fn words_of(step: &Step) -> Told {
    let (name, role, how) = (one_line(&step.name), one_line(&step.role), how(step));
    match (name.is_empty(), role.is_empty()) {
        (true, _) => how,
        (false, true) => tell!("step-name", step = how, name = name),
        (false, false) => tell!("step-name-role", step = how, name = name, role = role),
    }
}

/// How a step came to its speaker.
fn how(step: &Step) -> Told {
    match step.how {
        "named" => tell!("step-named"),
        "short_form" => tell!("step-short"),
        "document" => tell!("step-document"),
        "subject_left_out" => tell!("step-left-out"),
        "he" => tell!("step-he"),
        "she" => tell!("step-she"),
        "it" => tell!("step-it"),
        "same_speaker" => tell!("step-same"),
        "fullest_name" => tell!("step-fullest"),
        _ => tell!("step-nobody"),
    }
}

/// What sort of claim it is, and how sure the rules are.
fn head(claim: &Extracted) -> Told {
    let polarity = words::polarity(claim.polarity);
    let (kind, quote) = (words::kind(claim.kind), words::quote(claim.quote));
    let confidence = locale::decimals(claim.confidence, 2);
    match claim.nested {
        true => tell!(
            "explain-found-nested",
            polarity = polarity,
            kind = kind,
            quote = quote,
            confidence = confidence,
        ),
        false => {
            tell!("explain-found", polarity = polarity, kind = kind, quote = quote, confidence = confidence)
        }
    }
}
