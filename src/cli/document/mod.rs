//! `hudna document`

mod bytes;
mod edit;
mod text;
mod withdraw;

use super::failure::Failure;
use super::output::Output;
use super::session::Session;

/// Correct, withdraw or read a document.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
enum Verb {
    Edit(edit::Args),
    Withdraw(withdraw::Args),
    Text(text::Args),
    Bytes(bytes::Args),
}

/// Hands over to the verb.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    match &args.verb {
        Verb::Edit(args) => edit::run(args, session, out),
        Verb::Withdraw(args) => withdraw::run(args, session, out),
        Verb::Text(args) => text::run(args, session, out),
        Verb::Bytes(args) => bytes::run(args, session, out),
    }
}
