//! `hudna evidence edit`

use crate::cli::args::{self, AsJson, Edited};
use crate::cli::claim::said;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::model::{EvidenceEdit, Grade, Stance};
use std::str::FromStr;

/// Correct what is said about a piece of evidence. A stored file never changes.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  hudna evidence edit e0193 --grade C3 --note \"a copy, not the original\""
)]
pub struct Args {
    /// The evidence's id, or its beginning.
    evidence: String,
    /// What it does to the claim: supports, refutes or context.
    #[arg(long)]
    stance: Option<Stance>,
    /// Source grade, such as B2; none to take it away.
    #[arg(long)]
    grade: Option<Judged>,
    /// What a reader must know about it.
    #[arg(long)]
    note: Option<String>,
    /// Address.
    #[arg(long)]
    url: Option<String>,
    /// The quoted words.
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,
    #[command(flatten)]
    json: AsJson,
}

/// A grade, or the word that there is none.
#[derive(Clone, Copy)]
struct Judged(Option<Grade>);

impl FromStr for Judged {
    type Err = crate::model::GradeError;
    fn from_str(given: &str) -> Result<Judged, Self::Err> {
        match given.trim() {
            "" | "none" => Ok(Judged(None)),
            grade => Ok(Judged(Some(grade.parse()?))),
        }
    }
}

/// Writes the fields.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let edit = EvidenceEdit {
        stance: args.stance,
        grade: args.grade.map(|judged| judged.0),
        note: args.note.clone(),
        url: args.url.clone(),
        quotation: args.quote.clone(),
    };
    if edit == EvidenceEdit::default() {
        return Err(args::no_field("evidence edit"));
    }
    let mut casebook = session.casebook()?;
    let id = session::evidence(&casebook, &args.evidence)?;
    let changed = casebook.edit_evidence(&id, &edit)?;
    args.json.line(out, &Edited { id: &id, changed }, &said(changed, args::brief(&id)))
}
