//! `hudna key`

mod device;
mod export;
mod found;
mod import;
mod lost;
mod replace;
mod revoke;
mod show;

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use crate::model::Id;
use crate::say;
use serde::Serialize;
use std::path::Path;

/// Look after your signing key: back it up, use a second one, replace, revoke it, or report one lost.
///
/// What is said of keys is signed and lies in the casebook, for everyone who merges it; say it in each casebook that
/// you work on. A key cannot be taken back: what it signed stays, marked where it is dated after its end. A
/// signature proves who, not when: whoever stole a key can date entries as they like.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
enum Verb {
    Show(show::Args),
    Export(export::Args),
    Import(import::Args),
    Device(device::Args),
    Replace(replace::Args),
    Lost(lost::Args),
    Found(found::Args),
    Revoke(revoke::Args),
}

/// A key and where a file of it lies, for programs.
#[derive(Serialize)]
struct Kept<'a> {
    checker: &'a Id,
    fingerprint: &'a str,
    /// The file that was written, or that a key which was here lies in now.
    file: Option<&'a Path>,
}

/// Hands over to the verb.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    match &args.verb {
        Verb::Show(args) => show::run(args, session, out),
        Verb::Export(args) => export::run(args, session, out),
        Verb::Import(args) => import::run(args, session, out),
        Verb::Device(args) => device::run(args, session, out),
        Verb::Replace(args) => replace::run(args, session, out),
        Verb::Lost(args) => lost::run(args, session, out),
        Verb::Found(args) => found::run(args, session, out),
        Verb::Revoke(args) => revoke::run(args, session, out),
    }
}

/// There is no key yet.
fn no_key() -> Failure {
    Failure::failed(say!("key-no-key")).hint(say!("key-no-key-hint"))
}
