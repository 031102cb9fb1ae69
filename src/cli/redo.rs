//! `hudna redo`

use super::failure::Failure;
use super::output::Output;
use super::session::Session;

/// Do again what `hudna undo` took back last.
#[derive(clap::Args)]
pub struct Args {}

/// Does the last undone action again.
pub fn run(_: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let redone = session.casebook()?.redo()?;
    super::undo::told(redone, false, out)
}
