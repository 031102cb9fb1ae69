//! `hudna document withdraw`

use crate::cli::args::{self, AsJson, Done};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::tell;

/// Take a document out of use. It and its claims stay in the casebook, marked.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna document withdraw d3f0 --why \"imported by mistake\"")]
pub struct Args {
    /// The document's id, or its beginning.
    document: String,
    /// The reason.
    #[arg(long)]
    why: String,
    #[command(flatten)]
    json: AsJson,
}

/// Withdraws the document.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let id = session::document(&casebook, &args.document)?;
    casebook.withdraw_document(&id, &args.why)?;
    args.json.line(out, &Done { id: &id }, &tell!("withdrawn", id = args::brief(&id)))
}
