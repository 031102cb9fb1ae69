//! `hudna claim dismiss`

use crate::cli::args::{self, AsJson, Done};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::tell;

/// Set a claim aside as not checkable. It stays in the casebook and can be restored.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna claim dismiss c41d --why \"an opinion, nothing to check\"")]
pub struct Args {
    /// The claim's id, or its beginning.
    claim: String,
    /// The reason.
    #[arg(long)]
    why: String,
    #[command(flatten)]
    json: AsJson,
}

/// Sets the claim aside.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let id = session::claim(&casebook, &args.claim)?;
    casebook.dismiss_claim(&id, &args.why)?;
    args.json.line(out, &Done { id: &id }, &tell!("claim-dismissed", id = args::brief(&id)))
}
