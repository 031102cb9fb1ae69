//! `hudna key found`

use super::super::args::AsJson;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::people::People;
use super::super::session::Session;
use super::Kept;
use crate::journal::{self, KeySaid};
use crate::model::Says;
use crate::{say, tell};

/// Take back your own report that a key is lost.
#[derive(clap::Args)]
pub struct Args {
    /// Whose key: a name, or the beginning of the id or fingerprint.
    checker: String,
    /// Where it was.
    #[arg(long, default_value = "", hide_default_value = true)]
    why: String,
    #[command(flatten)]
    json: AsJson,
}

/// Takes it back.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    let key = people.find(&args.checker)?;
    let me = session.keyring().load()?.map(|signer| signer.checker());
    let by_me = |id: &crate::model::Id| Some(id) == me.as_ref();
    if !key.reported_lost.iter().any(by_me)
        && !key.ends.iter().any(|end| end.how == crate::model::EndedBy::Lost && by_me(&end.by))
    {
        return Err(Failure::failed(say!("key-found-not-reported")).hint(say!("key-found-not-reported-hint")));
    }
    let Some(public) = journal::public_key(&key.key) else {
        return Err(Failure::failed(say!("key-unreadable")));
    };
    casebook.say_of_key(&KeySaid { why: args.why.clone(), ..KeySaid::new(Says::Found, public) })?;
    let kept = Kept { checker: &key.checker, fingerprint: &key.fingerprint, file: None };
    args.json.line(out, &kept, &tell!("key-found", id = key.checker.brief(), who = people.name(&key.checker)))
}
