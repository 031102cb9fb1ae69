//! `hudna comment`

use super::args::{Added, AsJson};
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};

/// Remark on a claim, for those who check it with you.
///
/// Comments are part of the casebook and of its reports' history. Prints the comment's id.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna comment c41d \"The ministry's page has a different number.\"")]
pub struct Args {
    /// The claim's id, or its beginning.
    claim: String,
    /// The words.
    text: String,
    #[command(flatten)]
    json: AsJson,
}

/// Adds a comment.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let claim = session::claim(&casebook, &args.claim)?;
    let id = casebook.comment(&claim, &args.text)?;
    args.json.line(out, &Added { id: &id, claim: &claim }, id.as_str())
}
