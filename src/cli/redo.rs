//! `hudna redo`

use super::args::AsJson;
use super::failure::Failure;
use super::output::Output;
use super::session::Session;

/// Do again what `hudna undo` took back last.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    json: AsJson,
}

/// Does the last undone action again.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let redone = session.casebook()?.redo()?;
    super::undo::told(redone, false, args.json, out)
}
