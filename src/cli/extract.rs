//! `hudna extract`

use super::failure::Failure;
use super::output::Output;
use super::table::{Column, Table, column};
use crate::extract::Extractor;
use crate::intake::{self, Input, IntakeError, Overrides};
use crate::model::{Extracted, Id, Kind, Polarity, Quote, Reason, Status};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Find the claims in articles without storing anything.
///
/// Takes what `hudna import` takes, and needs no casebook. With --json every claim is one line with
/// the fields that `hudna claims --json` has, without id and verdict, and the file it is from;
/// `start` and `end` are Unicode code points into the article's text, end exclusive. For a plain
/// text file that text is the file decoded, without byte order mark and with plain line ends.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna extract --json articles/ | jq -r .speaker | sort | uniq -c")]
pub struct Args {
    /// Files, folders, http or https addresses, or - for standard input.
    #[arg(required = true, value_name = "PATH|URL|-")]
    inputs: Vec<String>,
    /// One JSON object per claim.
    #[arg(long)]
    json: bool,
}

/// A claim as found, in the fields of the claims of a casebook.
#[derive(Serialize)]
struct Line<'a> {
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

const COLUMNS: &[Column] = &[
    column("PLACE", 13),
    column("SPEAKER", 24),
    column("KIND", 14),
    column("POLARITY", 8),
    column("CLAIM", usize::MAX),
];

/// Prints the claims found.
pub fn run(args: &Args, out: &mut Output) -> Result<(), Failure> {
    let extractor = Extractor::new()?;
    let mut failed = Vec::new();
    for argument in &args.inputs {
        match intake::inputs(std::slice::from_ref(argument)) {
            Ok(inputs) => {
                for input in &inputs {
                    if let Err(error) = one(args, &extractor, input, inputs.len(), out)? {
                        failed.push((input.to_string(), error));
                    }
                }
            }
            Err(error) => failed.push((argument.clone(), error)),
        }
    }
    for (input, error) in &failed {
        super::import::failed(out, input, &error.to_string(), error.hint());
    }
    if failed.is_empty() { Ok(()) } else { Err(Failure::told()) }
}

/// Prints the claims of one input. What is wrong with the input is the inner error.
fn one(
    args: &Args,
    extractor: &Extractor,
    input: &Input,
    of: usize,
    out: &mut Output,
) -> Result<Result<(), IntakeError>, Failure> {
    let received = match intake::receive(input, &Overrides::default()) {
        Ok(received) => received,
        Err(error) => return Ok(Err(error)),
    };
    let claims = extractor.extract(&received.text);
    if args.json {
        let document = Id::of_document(&Sha256::digest(&received.text).into());
        let file = given(input);
        claims.iter().try_for_each(|claim| out.json(&line(&file, &document, claim)))?;
    } else {
        if args.inputs.len() > 1 || of > 1 {
            out.line(&format!("{input}:"))?;
        }
        print(&claims, out)?;
    }
    Ok(Ok(()))
}

fn print(claims: &[Extracted], out: &mut Output) -> Result<(), Failure> {
    if claims.is_empty() {
        out.note("no claims found");
    }
    let mut table = Table::new(out, COLUMNS);
    for claim in claims {
        let place = format!("{}-{}", claim.start, claim.end);
        let speaker = if claim.speaker.is_empty() { "-" } else { &claim.speaker };
        table.row([&place, speaker, claim.kind.code(), claim.polarity.code(), &claim.text])?;
    }
    Ok(table.finish()?)
}

/// The input as it was named.
fn given(input: &Input) -> String {
    match input {
        Input::File(path) => path.to_string_lossy().into_owned(),
        Input::Url(url) => url.clone(),
        Input::Stdin => "-".to_owned(),
    }
}

fn line<'a>(file: &'a str, document: &'a Id, claim: &'a Extracted) -> Line<'a> {
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
