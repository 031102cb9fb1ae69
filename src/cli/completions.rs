//! `hudna completions`

use super::failure::Failure;
use super::output::Output;

/// Print the completions for a shell.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  hudna completions bash > ~/.local/share/bash-completion/completions/hudna"
)]
pub struct Args {
    /// The shell.
    shell: clap_complete::Shell,
}

/// Prints the completions.
pub fn run(args: &Args, out: &mut Output) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::command(), "hudna", &mut script);
    out.file(&script)
}
