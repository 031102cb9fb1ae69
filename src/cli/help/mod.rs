//! Help and refusals of the command line in a language other than English, whose help is the doc comments.
//!
//! Messages are named for what they explain: `help-claim-add` for a verb, `help-claim-add--start` for an argument of
//! it, `help--json` for an argument that several verbs have alike; `…-more` is what only `--help` says.
//! Names of verbs, options and values, and examples, are the same in every language: they are typed.

mod page;
mod refusal;

use super::failure::Failure;
use super::output::{self, Output};
use super::tongue::verbs;
use crate::locale::{self, Lang, message_in};
use clap::error::ErrorKind;
use clap::{Arg, Command};
use std::ffi::OsString;
use std::io;

/// The command with its help in this language.
pub fn translated(command: Command, lang: Lang) -> Command {
    match lang {
        Lang::English => command,
        _ => verb(command, "hudna", &|key| message_in(lang, key, &[])),
    }
}

type Words<'a> = &'a dyn Fn(&str) -> Option<String>;

fn verb(command: Command, path: &str, words: Words<'_>) -> Command {
    let key = verb_key(path);
    // What the parser would print as help is the verb whose help is laid out here.
    let mut command = command.override_help(path.to_owned());
    if let Some((short, long)) = both(&key, words) {
        command = command.about(short).long_about(long);
    }
    if let Some(after) = command.get_after_help().map(ToString::to_string) {
        command = command.after_help(page::examples(&after, &key, words));
    }
    if command.get_after_long_help().is_some()
        && let Some(after) = words(&format!("{key}-after"))
    {
        command = command.after_long_help(after);
    }
    let command = command.mut_args(|arg| argument(arg, &key, words));
    command.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        verb(sub, &path, words)
    })
}

fn argument(arg: Arg, verb: &str, words: Words<'_>) -> Arg {
    let keys = argument_keys(verb, arg.get_id().as_str());
    match keys.iter().find_map(|key| both(key, words)) {
        Some((short, long)) => arg.help(short).long_help(long),
        None => arg,
    }
}

/// What a message says shortly and at length.
fn both(key: &str, words: Words<'_>) -> Option<(String, String)> {
    let short = words(key)?;
    let long = match words(&format!("{key}-more")) {
        Some(more) if short.ends_with(['.', ':']) => format!("{short}\n\n{more}"),
        Some(more) => format!("{short}.\n\n{more}"),
        None => short.clone(),
    };
    Some((short, long))
}

/// The message of a verb.
fn verb_key(path: &str) -> String {
    match path.strip_prefix("hudna ") {
        Some(verb) => format!("help-{}", verb.replace(' ', "-")),
        None => "help-hudna".to_owned(),
    }
}

/// The messages that may be those of an argument, its own first.
fn argument_keys(verb: &str, id: &str) -> [String; 2] {
    let id = id.replace('_', "-");
    [format!("{verb}--{id}"), format!("help--{id}")]
}

/// The verb that these arguments name, as it is typed.
fn asked_for(command: &Command, arguments: &[OsString]) -> String {
    let verbs = verbs(command, arguments).into_iter().map(|(_, verb)| verb.get_name());
    std::iter::once("hudna").chain(verbs).collect::<Vec<_>>().join(" ")
}

/// Prints help, a version or a refusal, and says the exit code.
pub fn tell(error: &clap::Error, command: &mut Command, arguments: &[OsString], out: &mut Output) -> u8 {
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    let words = error.render().to_string();
    let english = locale::lang() == Lang::English;
    let asked = error.kind() == ErrorKind::DisplayHelp;
    if !english && (asked || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) {
        let long = asked && arguments.iter().any(|argument| argument == "--help");
        let lay = |sheet| page::of(command, words.trim(), long).lay(sheet);
        let told = if error.use_stderr() { output::laid_out(lay) } else { out.laid_out(lay) };
        return ended(told, code, out);
    } else if !error.use_stderr() {
        return ended(error.print(), code, out);
    } else if english {
        // The words of a refusal repeat the argument, which may hold anything.
        output::as_written(&words);
    } else {
        out.failure(&refusal::of(error, &asked_for(command, arguments)));
    }
    let _ = out.flush();
    code
}

/// The exit code where help was printed, or could not be: that a pipe was closed early is no fault.
fn ended(told: io::Result<()>, code: u8, out: &mut Output) -> u8 {
    match told.map_err(Failure::from).and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(failure) => {
            out.failure(&failure);
            if failure.code == 0 { code } else { failure.code }
        }
    }
}

#[cfg(test)]
mod tests;
