//! `hudna evidence withdraw`

use crate::cli::args::{self, AsJson, Done};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::tell;

/// Take a piece of evidence out of use. It stays in the casebook, marked.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna evidence withdraw e0193 --why \"another place of the same name\"")]
pub struct Args {
    /// The evidence's id, or its beginning.
    evidence: String,
    /// The reason.
    #[arg(long)]
    why: String,
    #[command(flatten)]
    json: AsJson,
}

/// Withdraws the evidence.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let id = session::evidence(&casebook, &args.evidence)?;
    casebook.withdraw_evidence(&id, &args.why)?;
    args.json.line(out, &Done { id: &id }, &tell!("withdrawn", id = args::brief(&id)))
}
