//! `hudna evidence add`

use crate::cli::args::{Added, AsJson};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::model::{Grade, NewEvidence, Stance};
use std::path::PathBuf;

/// Attach a link, a file or a quotation to a claim. Prints the evidence's id.
///
/// A file is stored inside the casebook with its SHA-256. --url may go with a file or quotation to
/// say where it is from; nothing is fetched.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  hudna evidence add c41d --file register.csv --stance refutes --grade B2\n  \
    hudna evidence add c41d --url https://mizan.example/log --stance context --note \"the convoy's log\""
)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true).args(["url", "file", "quote"]))]
pub struct Args {
    /// The claim's id, or its beginning.
    claim: String,
    /// Address; also where a file or quotation is from.
    #[arg(long, default_value = "", hide_default_value = true)]
    url: String,
    /// A file to store.
    #[arg(long, conflicts_with = "quote")]
    file: Option<PathBuf>,
    /// Words copied from elsewhere.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    quote: String,
    /// What it does to the claim: supports, refutes or context.
    #[arg(long)]
    stance: Stance,
    /// Source grade: A to F for the source, 1 to 6 for the information, such as B2.
    #[arg(long)]
    grade: Option<Grade>,
    /// What a reader must know about it.
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
    #[command(flatten)]
    json: AsJson,
}

/// Attaches the evidence.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let claim = session::claim(&casebook, &args.claim)?;
    let evidence = NewEvidence {
        url: args.url.clone(),
        quotation: args.quote.clone(),
        file: args.file.clone(),
        stance: args.stance,
        grade: args.grade,
        note: args.note.clone(),
    };
    let id = casebook.add_evidence(&claim, &evidence)?;
    args.json.line(out, &Added { id: &id, claim: &claim }, id.as_str())
}
