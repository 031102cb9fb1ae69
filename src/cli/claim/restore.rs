//! `hudna claim restore`

use crate::cli::args::{self, AsJson, Done};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::tell;

/// Bring a dismissed claim back.
#[derive(clap::Args)]
pub struct Args {
    /// The claim's id, or its beginning.
    claim: String,
    #[command(flatten)]
    json: AsJson,
}

/// Brings the claim back.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let id = session::claim(&casebook, &args.claim)?;
    casebook.restore_claim(&id)?;
    args.json.line(out, &Done { id: &id }, &tell!("claim-restored", id = args::brief(&id)))
}
