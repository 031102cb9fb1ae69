//! `hudna document bytes`

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::cli::target::Target;
use std::path::PathBuf;

/// Write a document's bytes as they were received.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna document bytes d3f0 -o article.html")]
pub struct Args {
    /// The document's id, or its beginning.
    document: String,
    /// The file to write instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there.
    #[arg(long, requires = "output")]
    force: bool,
}

/// Writes the bytes.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = session.casebook()?;
    let id = session::document(&casebook, &args.document)?;
    let target = args.output.as_deref().map(|path| Target::new(path, args.force)).transpose()?;
    let bytes = casebook.document_bytes(&id)?;
    match target {
        Some(target) => target.write(|file| Ok(file.write_all(&bytes)?)),
        None => out.file(&bytes),
    }
}
