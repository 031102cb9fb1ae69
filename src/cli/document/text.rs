//! `hudna document text`

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};

/// Print a document's plain text, which claims are anchored in.
///
/// Into a pipe or file it goes exactly as it is kept; on a terminal unsafe characters are shown as
/// tokens.
#[derive(clap::Args)]
pub struct Args {
    /// The document's id, or its beginning.
    document: String,
}

/// Prints the text.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = session.casebook()?;
    let id = session::document(&casebook, &args.document)?;
    out.file(casebook.document_text(&id)?.as_bytes())
}
