//! `hudna undo`

use super::args::AsJson;
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::words;
use crate::journal::Undone;
use crate::{say, tell};

/// Take back your last action in this copy of the casebook.
///
/// Only what nobody has written over since is taken back; the rest is listed and left. The record
/// keeps both the action and its undoing. `hudna redo` does it again.
#[derive(clap::Args)]
pub struct Args {
    /// Pass over your last actions of which nothing can be taken back, and take back the one before them.
    #[arg(long)]
    over: bool,
    #[command(flatten)]
    json: AsJson,
}

/// Takes back the last action.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let undone = if args.over { casebook.undo_over()? } else { casebook.undo()? };
    told(undone, true, args.json, out)
}

fn in_words(done: &Undone, undo: bool, out: &mut Output) -> Result<(), Failure> {
    if done.reverted > 0 {
        let what = words::action(&done.action);
        out.line(&if undo { tell!("undo-done", what = what) } else { tell!("redo-done", what = what) })?;
    }
    if done.erasure {
        out.note(&say!("undo-erasure-stays"));
    }
    done.kept.iter().try_for_each(|kept| Ok(out.line(&tell!("undo-kept", what = words::field_of(kept)))?))
}

/// Says what was undone or redone.
pub fn told(done: Option<Undone>, undo: bool, json: AsJson, out: &mut Output) -> Result<(), Failure> {
    let Some(done) = done else {
        return Err(Failure::failed(if undo { say!("undo-none") } else { say!("redo-none") }));
    };
    json.tell(out, &done, |out| in_words(&done, undo, out))?;
    match done.reverted {
        0 if undo => Err(Failure::failed(say!("undo-not-done")).hint(say!("undo-not-done-hint"))),
        0 => Err(Failure::failed(say!("redo-not-done"))),
        _ => Ok(()),
    }
}
