//! `hudna man`

use super::failure::Failure;
use super::output::Output;
use clap_mangen::Man;

/// Print the manual of all verbs as a man page.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna man > hudna.1 && man ./hudna.1")]
pub struct Args {}

/// Prints the manual.
pub fn run(_: &Args, out: &mut Output) -> Result<(), Failure> {
    let mut command = super::command();
    command.build();
    let mut roff = Vec::new();
    pages(&command, &mut roff)?;
    out.file(&roff)
}

/// One page for the command and one for each of its verbs, one after the other.
fn pages(command: &clap::Command, roff: &mut Vec<u8>) -> Result<(), Failure> {
    Man::new(command.clone()).title("HUDNA").manual("hudna").render(roff)?;
    command.get_subcommands().filter(|verb| verb.get_name() != "help").try_for_each(|verb| pages(verb, roff))
}
