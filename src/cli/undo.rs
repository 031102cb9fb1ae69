//! `hudna undo`

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use crate::journal::Undone;

/// Take back your last action in this copy of the casebook.
///
/// Only what nobody has written over since is taken back; the rest is listed and left. The record
/// keeps both the action and its undoing. `hudna redo` does it again.
#[derive(clap::Args)]
pub struct Args {}

/// Takes back the last action.
pub fn run(_: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let undone = session.casebook()?.undo()?;
    tell(undone, "taken back", "there is nothing of yours to take back", out)
}

/// Says what was undone or redone.
pub fn tell(undone: Option<Undone>, done: &str, nothing: &str, out: &mut Output) -> Result<(), Failure> {
    let Some(undone) = undone else { return Err(Failure::failed(nothing)) };
    if undone.reverted > 0 {
        out.line(&format!("{done}: {}", undone.what))?;
    }
    if undone.erasure {
        out.note("the erasure after it stays: an erasure cannot be taken back");
    }
    for kept in &undone.kept {
        out.line(&format!("left as it is, because it was written since: {kept}"))?;
    }
    if undone.reverted > 0 { Ok(()) } else { Err(Failure::failed(format!("nothing was {done}"))) }
}
