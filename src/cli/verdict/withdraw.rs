//! `hudna verdict withdraw`

use crate::cli::args::{self, AsJson, Done};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::tell;

/// Withdraw a verdict. It stays in the casebook, marked.
#[derive(clap::Args)]
pub struct Args {
    /// The verdict's id, or its beginning.
    verdict: String,
    /// The reason.
    #[arg(long)]
    why: String,
    #[command(flatten)]
    json: AsJson,
}

/// Withdraws the verdict.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let id = session::verdict(&casebook, &args.verdict)?;
    casebook.withdraw_verdict(&id, &args.why)?;
    args.json.line(out, &Done { id: &id }, &tell!("withdrawn", id = args::brief(&id)))
}
