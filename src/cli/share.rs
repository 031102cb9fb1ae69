//! `hudna share`

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::sign;
use std::path::PathBuf;

/// Write a clean, complete, compact copy of the casebook to hand over.
///
/// The copy holds every document, claim, attachment, comment and the whole record, with the names
/// and contacts of all who worked on it. It leaves out the search index and anything half-written.
/// A file that is there is never replaced. Tell the receiver the SHA-256 over another channel.
#[derive(clap::Args)]
pub struct Args {
    /// The file to write.
    file: PathBuf,
    /// Also write FILE.sig, which `ssh-keygen -Y verify` checks without hudna, and `hudna verify` too.
    #[arg(long)]
    sign: bool,
}

/// Writes the copy.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    if args.sign {
        sign::may(&args.file, false)?;
    }
    let casebook = session.casebook()?;
    let head = casebook.head()?;
    let shared = casebook.share(&args.file)?;
    out.line(&format!("{}  {}", shared.sha256, args.file.display()))?;
    out.note(&format!("{} bytes written; the first word above is the file's SHA-256", shared.size));
    out.note(&format!(
        "head {head}: reports made now carry it, and `hudna verify` of the copy prints the same"
    ));
    if args.sign { sign::sign(&args.file, false, session, out) } else { Ok(()) }
}
