//! `hudna claim restore`

use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::tell;

/// Bring a dismissed claim back.
#[derive(clap::Args)]
pub struct Args {
    /// The claim's id, or its beginning.
    claim: String,
}

/// Brings the claim back.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let id = session::claim(&casebook, &args.claim)?;
    casebook.restore_claim(&id)?;
    Ok(out.line(&tell!("claim-restored", id = args::brief(&id)))?)
}
