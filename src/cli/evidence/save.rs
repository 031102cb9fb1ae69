//! `hudna evidence save`

use crate::cli::args::AsJson;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::cli::target::Target;
use crate::model::Id;
use crate::say;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Save the file of a piece of evidence, checked against its SHA-256. Nothing is replaced.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna evidence save e0193 -o register.csv")]
pub struct Args {
    /// The evidence's id, or its beginning.
    evidence: String,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    json: AsJson,
}

/// What was written, for programs.
#[derive(Serialize)]
struct Saved<'a> {
    id: &'a Id,
    file: &'a Path,
    sha256: &'a str,
    size: u64,
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
    let saved = Saved { id: &id, file: &args.output, sha256: &attachment.sha256, size: attachment.size };
    args.json.line(out, &saved, &format!("{}  {}", attachment.sha256, args.output.display()))
}
