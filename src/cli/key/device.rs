//! `hudna key device`

use super::super::args::AsJson;
use super::super::ask::Sure;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::people::People;
use super::super::session::Session;
use super::super::words;
use crate::journal::{self, KeySaid};
use crate::model::{Id, Says};
use crate::{say, tell};
use serde::Serialize;
use std::path::Path;

/// Say that another key is yours too, on another device.
///
/// It counts when the other key says the same of this one: say it on both devices and merge. Then your keys are
/// shown as one person's, a newer verdict of one replaces an older one of the other, and either can revoke the other.
#[derive(clap::Args)]
#[command(after_help = "Example, on the laptop and then on the phone:\n  \
    hudna key device \"ssh-ed25519 AAAA…\"       (as `hudna key show` prints it there)\n  \
    hudna key device k01a2")]
pub struct Args {
    /// The other key: a checker of the casebook, a line of OpenSSH's, or a file that holds one.
    #[arg(value_name = "KEY")]
    key: String,
    #[command(flatten)]
    sure: Sure,
    #[command(flatten)]
    json: AsJson,
}

/// Whether the two count as one person's now, for programs.
#[derive(Serialize)]
struct Said<'a> {
    checker: &'a Id,
    fingerprint: &'a str,
    linked: bool,
}

/// Says so.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    let other = match public(&args.key)? {
        Some(key) => People::stranger(&key),
        None => people.find(&args.key)?.clone(),
    };
    if let Some(end) = other.end() {
        return Err(Failure::failed(say!("key-that-is", how = words::ended(end.how)))
            .hint(say!("key-nothing-changed-hint")));
    }
    if !args.sure.of(&other, &say!("key-device-question"), out)? {
        out.note(&say!("ask-nothing-changed"));
        return Ok(());
    }
    let Some(key) = journal::public_key(&other.key) else {
        return Err(Failure::failed(say!("key-unreadable")));
    };
    casebook.say_of_key(&KeySaid::new(Says::Mine, key))?;
    let me = session.keyring().load()?.map(|signer| signer.checker());
    let now = casebook.keys()?.into_iter().find(|k| Some(&k.checker) == me.as_ref());
    let linked = now.is_some_and(|now| now.same.contains(&other.checker));
    let said = Said { checker: &other.checker, fingerprint: &other.fingerprint, linked };
    if linked {
        return args.json.line(out, &said, &tell!("key-device-linked", id = other.checker.brief()));
    }
    args.json.line(out, &said, &tell!("key-device-said", id = other.checker.brief()))?;
    let me = me.map(|id| id.brief().to_owned()).unwrap_or_default();
    out.note(&tell!("key-device-counts", command = format!("hudna key device {me}")));
    Ok(())
}

/// A public key given as a line or by a file that holds one.
fn public(given: &str) -> Result<Option<[u8; 32]>, Failure> {
    let wrong = |what: &str| {
        Failure::failed(say!("key-no-ed25519", what = what)).hint(say!("key-nothing-changed-hint"))
    };
    if given.trim().starts_with("ssh-") {
        return journal::public_key(given).map(Some).ok_or_else(|| wrong(&say!("key-this")));
    }
    match Path::new(given).is_file() {
        true => {
            let text = std::fs::read_to_string(given).unwrap_or_default();
            journal::public_key(&text).map(Some).ok_or_else(|| wrong(given))
        }
        false => Ok(None),
    }
}
