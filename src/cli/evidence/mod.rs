//! `hudna evidence`

mod add;
mod edit;
mod save;
mod withdraw;

use super::failure::Failure;
use super::output::Output;
use super::session::Session;

/// Attach evidence to a claim, correct it, withdraw it, or save its file.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
enum Verb {
    Add(add::Args),
    Edit(edit::Args),
    Withdraw(withdraw::Args),
    Save(save::Args),
}

/// Hands over to the verb.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    match &args.verb {
        Verb::Add(args) => add::run(args, session, out),
        Verb::Edit(args) => edit::run(args, session, out),
        Verb::Withdraw(args) => withdraw::run(args, session, out),
        Verb::Save(args) => save::run(args, session, out),
    }
}
