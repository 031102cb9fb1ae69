//! `hudna evidence save`

use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::cli::target::Target;
use crate::say;
use std::path::PathBuf;

/// Save the file of a piece of evidence, checked against its SHA-256. Nothing is replaced.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna evidence save e0193 -o register.csv")]
pub struct Args {
    /// The evidence's id, or its beginning.
    evidence: String,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Saves the file.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = session.casebook()?;
    let id = session::evidence(&casebook, &args.evidence)?;
    let Some(attachment) = casebook.evidence(&id)?.file else {
        return Err(
            Failure::failed(say!("evidence-no-file", id = id.as_str())).hint(say!("evidence-no-file-hint"))
        );
    };
    Target::fresh(&args.output)?.write(|file| {
        casebook.write_attachment(&id, file)?;
        Ok(())
    })?;
    out.line(&format!("{}  {}", attachment.sha256, args.output.display()))?;
    Ok(())
}
