//! `hudna verdict CLAIM RATING`

use crate::cli::args::{Added, AsJson};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};

/// A rating of a claim.
#[derive(clap::Args)]
#[group(id = "given")]
pub struct Args {
    /// The claim's id, or its beginning.
    #[arg(required = true)]
    claim: String,
    /// A code, label or number of the casebook's scale.
    #[arg(required = true)]
    rating: String,
    /// The reasons.
    #[arg(long, required = true)]
    why: String,
    /// You have not seen the other verdicts.
    #[arg(long)]
    blind: bool,
    // Not flattened: what holds flattened arguments cannot be told to be absent as a whole.
    /// The result as one JSON object.
    #[arg(id = "result", long = "json")]
    json: bool,
}

/// Gives the verdict.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let claim = session::claim(&casebook, &args.claim)?;
    let id = casebook.give_verdict(&claim, &args.rating, &args.why, args.blind)?;
    AsJson::new(args.json).line(out, &Added { id: &id, claim: &claim }, id.as_str())
}
