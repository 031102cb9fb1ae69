//! The command line: one file per verb, whose arguments' doc comments are the help.

mod args;
mod as_of;
mod ask;
mod chosen;
mod claim;
mod claims;
mod comment;
mod completions;
mod conflicts;
mod doctor;
mod document;
mod documents;
mod erase;
mod evidence;
mod extract;
mod failure;
mod ground;
mod help;
mod ignored;
mod import;
mod key;
mod lexicons;
mod log;
mod man;
mod merge;
mod order;
mod output;
mod page;
mod people;
mod place;
mod progress;
mod publisher;
mod rebuild;
mod receive;
mod recover;
mod redo;
mod report;
mod resolve;
mod scale;
mod score;
mod sealed;
mod session;
mod settings;
mod share;
mod show;
mod sign;
mod strays;
mod table;
mod target;
mod terminal;
mod tongue;
mod trust;
mod r#try;
mod undo;
mod verdict;
mod verify;
mod whoami;
mod with;
mod words;
mod workbench;

use chosen::Chosen;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use failure::Failure;
use output::Output;
use session::Session;
use std::ffi::OsString;
use std::path::PathBuf;

/// The heading of the options that every verb has.
const EVERYWHERE: &str = "Options of every verb";

/// A workbench for checking what is claimed about ceasefires.
///
/// Without a verb it opens the workbench on the casebook. A casebook is one file that holds an
/// investigation: documents, the claims found in them, evidence, verdicts, and a signed record of
/// everything that was done.
///
/// Ids may be shortened as long as they stay unambiguous, and numbers may be written in any digits.
/// Exit codes: 0 done, 1 failed, 2 wrong usage.
///
/// Where things lie: the casebook is the file given with --db, else the one named by HUDNA_DB, else
/// casebook.db in the platform's data folder; the signing key lies in the platform's
/// configuration folder. HUDNA_HOME puts all of it into one folder. `hudna doctor` shows the places.
#[derive(Parser)]
#[command(name = "hudna", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(
    after_long_help = "Start with `hudna try`, which opens a throw-away casebook with sample articles."
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    /// Open the workbench with the verdicts of others hidden until you give yours.
    #[arg(long)]
    blind: bool,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// Options of every verb.
#[derive(clap::Args)]
struct Global {
    /// The casebook to work on (else HUDNA_DB, else the platform's place).
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "FILE")]
    db: Option<PathBuf>,
    /// How the terminal treats right-to-left text, where hudna guesses wrong.
    #[arg(long, global = true, help_heading = EVERYWHERE, value_name = "MODE", long_help = args::BIDI_HELP)]
    bidi: Option<crate::bidi::Mode>,
    /// Screens and tables for a screen reader: no frames, text in reading order.
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    plain: bool,
}

#[derive(Subcommand)]
enum Verb {
    Try(r#try::Args),
    Import(import::Args),
    Extract(extract::Args),
    Documents(documents::Args),
    Claims(claims::Args),
    Show(show::Args),
    Claim(claim::Args),
    Document(document::Args),
    Evidence(evidence::Args),
    Verdict(verdict::Args),
    Comment(comment::Args),
    Scale(scale::Args),
    Score(score::Args),
    Report(report::Args),
    Share(share::Args),
    Receive(receive::Args),
    Merge(merge::Args),
    Conflicts(conflicts::Args),
    Resolve(resolve::Args),
    Erase(erase::Args),
    Undo(undo::Args),
    Redo(redo::Args),
    Log(log::Args),
    Verify(verify::Args),
    Rebuild(rebuild::Args),
    Recover(recover::Args),
    Doctor(doctor::Args),
    Settings(settings::Args),
    Whoami(whoami::Args),
    Key(key::Args),
    Trust(trust::Args),
    Publisher(publisher::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Runs the program with these arguments, the program's name first, and says its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // Before the arguments are understood: help and refusals are told in the language chosen, too.
    let command = command();
    let chosen = Chosen::find(&arguments, tongue::of_interface(&command, &arguments));
    crate::locale::choose(chosen.locale());
    let mut out = Output::new(chosen.settings.bidi, chosen.settings.plain);
    let mut command = help::translated(command, crate::locale::lang());
    let parsed = command.try_get_matches_from_mut(&arguments).and_then(|found| Cli::from_arg_matches(&found));
    let cli = match parsed {
        Ok(cli) => cli,
        // Help and version are "errors" too, with exit code 0.
        Err(error) => return help::tell(&error, &mut command, &arguments, &mut out),
    };
    // Who looks after settings must get there though the file is faulty.
    let looks_after = matches!(cli.verb, Some(Verb::Doctor(_) | Verb::Settings(_)));
    let sound = if looks_after { Ok(()) } else { chosen.sound() };
    let done = sound
        .and_then(|()| Session::new(cli.global.db, chosen))
        .and_then(|session| match cli.verb {
            Some(_) if cli.blind => Err(Failure::usage(crate::say!("workbench-blind-alone"))),
            Some(verb) => dispatch(verb, &session, &mut out),
            None => workbench::run(&session, cli.blind, &mut out),
        })
        .and_then(|()| out.flush());
    match done {
        Ok(()) => 0,
        Err(failure) => {
            // What was printed before the failure still belongs to the reader.
            let _ = out.flush();
            out.failure(&failure);
            failure.code
        }
    }
}

fn dispatch(verb: Verb, session: &Session, out: &mut Output) -> Result<(), Failure> {
    match verb {
        Verb::Try(args) => r#try::run(&args, session, out),
        Verb::Import(args) => import::run(&args, session, out),
        Verb::Extract(args) => extract::run(&args, session, out),
        Verb::Documents(args) => documents::run(&args, session, out),
        Verb::Claims(args) => claims::run(&args, session, out),
        Verb::Show(args) => show::run(&args, session, out),
        Verb::Claim(args) => claim::run(&args, session, out),
        Verb::Document(args) => document::run(&args, session, out),
        Verb::Evidence(args) => evidence::run(&args, session, out),
        Verb::Verdict(args) => verdict::run(&args, session, out),
        Verb::Comment(args) => comment::run(&args, session, out),
        Verb::Scale(args) => scale::run(&args, session, out),
        Verb::Score(args) => score::run(&args, out),
        Verb::Report(args) => report::run(&args, session, out),
        Verb::Share(args) => share::run(&args, session, out),
        Verb::Receive(args) => receive::run(&args, session, out),
        Verb::Merge(args) => merge::run(&args, session, out),
        Verb::Conflicts(args) => conflicts::run(&args, session, out),
        Verb::Resolve(args) => resolve::run(&args, session, out),
        Verb::Erase(args) => erase::run(&args, session, out),
        Verb::Undo(args) => undo::run(&args, session, out),
        Verb::Redo(args) => redo::run(&args, session, out),
        Verb::Log(args) => log::run(&args, session, out),
        Verb::Verify(args) => verify::run(&args, session, out),
        Verb::Rebuild(args) => rebuild::run(&args, session, out),
        Verb::Recover(args) => recover::run(&args, session, out),
        Verb::Doctor(args) => doctor::run(&args, session, out),
        Verb::Settings(args) => settings::run(&args, session, out),
        Verb::Whoami(args) => whoami::run(&args, session, out),
        Verb::Key(args) => key::run(&args, session, out),
        Verb::Trust(args) => trust::run(&args, session, out),
        Verb::Publisher(args) => publisher::run(&args, session, out),
        Verb::Completions(args) => completions::run(&args, out),
        Verb::Man(args) => man::run(&args, out),
    }
}

/// The whole command with all its verbs, for completions, the manual and tests.
fn command() -> clap::Command {
    tongue::everywhere(Cli::command())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_of_all_verbs_agree() {
        command().debug_assert();
    }

    #[test]
    fn every_verb_and_argument_has_help() {
        fn check(command: &clap::Command, path: &str) {
            assert!(command.get_about().is_some(), "{path} has no help");
            for argument in command.get_arguments() {
                assert!(argument.get_help().is_some(), "{path} {} has no help", argument.get_id());
            }
            for verb in command.get_subcommands() {
                check(verb, &format!("{path} {}", verb.get_name()));
            }
        }
        check(&command(), "hudna");
    }
}
