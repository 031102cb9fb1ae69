//! `hudna claim`

mod add;
mod dismiss;
mod edit;
mod restore;

pub use edit::said;

use super::failure::Failure;
use super::output::Output;
use super::session::Session;

/// Add a claim by hand, correct one, set one aside or bring it back.
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(clap::Subcommand)]
enum Verb {
    Add(add::Args),
    Edit(edit::Args),
    Dismiss(dismiss::Args),
    Restore(restore::Args),
}

/// Hands over to the verb.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    match &args.verb {
        Verb::Add(args) => add::run(args, session, out),
        Verb::Edit(args) => edit::run(args, session, out),
        Verb::Dismiss(args) => dismiss::run(args, session, out),
        Verb::Restore(args) => restore::run(args, session, out),
    }
}
