//! `hudna key lost`

use super::super::args::AsJson;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::people::People;
use super::super::session::Session;
use super::Kept;
use crate::journal::{self, KeySaid};
use crate::model::Says;
use crate::{say, tell};

/// Report that a key is lost: your own on another device, or a colleague's.
///
/// Said by another key of the same person (`hudna key device`), it ends the key: what is dated later is marked.
/// Said by a colleague it is shown as their report and ends nothing. `hudna key found` takes it back.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna key lost Nadim --why \"His bag was taken at the crossing.\"")]
pub struct Args {
    /// Whose key: a name, or the beginning of the id or fingerprint.
    checker: String,
    /// How you know.
    #[arg(long)]
    why: String,
    #[command(flatten)]
    json: AsJson,
}

/// Reports it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    let key = people.find(&args.checker)?;
    let Some(public) = journal::public_key(&key.key) else {
        return Err(Failure::failed(say!("key-unreadable")));
    };
    casebook.say_of_key(&KeySaid { why: args.why.clone(), ..KeySaid::new(Says::Lost, public) })?;
    let kept = Kept { checker: &key.checker, fingerprint: &key.fingerprint, file: None };
    args.json.line(out, &kept, &tell!("key-lost", id = key.checker.brief(), who = people.name(&key.checker)))
}
