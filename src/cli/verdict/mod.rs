//! `hudna verdict`

mod give;
mod withdraw;

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use crate::say;

/// Rate a claim with your reasons, or withdraw a verdict.
///
/// Many verdicts may stand on a claim and all stay visible: your newer one replaces your own, and
/// unlike ones of two checkers show as disputed. `hudna scale` lists the ratings. Prints the
/// verdict's id.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(
    after_help = "Examples:\n  hudna verdict c41d mostly_false --why \"The hospital's register counts nine dead.\"\n  \
    hudna verdict withdraw v0193 --why \"The register was another month's.\""
)]
pub struct Args {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    give: Option<give::Args>,
}

#[derive(clap::Subcommand)]
enum Verb {
    Withdraw(withdraw::Args),
}

/// Hands over to the verb.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    match (&args.verb, &args.give) {
        (Some(Verb::Withdraw(args)), _) => withdraw::run(args, session, out),
        (None, Some(args)) => give::run(args, session, out),
        (None, None) => Err(Failure::usage(say!("verdict-missing"))),
    }
}
