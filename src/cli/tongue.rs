//! `--lang`, the language of the interface, beside verbs whose own `--lang` is that of a document or a report.
//!
//! Before the verb it is always the interface's; after it, only where the verb has none of its own.

use super::chosen;
use crate::settings::Name;
use clap::{Arg, Command};
use std::ffi::OsString;

const LONG: &str = "lang";
/// Adds it to the command and to all verbs that have none of their own.
pub fn everywhere(command: Command) -> Command {
    let command = if own(&command) { command } else { command.arg(option()) };
    command.mut_subcommands(everywhere)
}

fn option() -> Arg {
    Arg::new("interface_lang")
        .long(LONG)
        .value_name("LANG")
        .help("The language of the interface: en, ar, or auto for the system's")
        .help_heading(super::EVERYWHERE)
        .value_parser(chosen::value(Name::Lang))
        // After --bidi, as the option is declared there.
        .display_order(2)
}

fn own(command: &Command) -> bool {
    command.get_arguments().any(|argument| argument.get_long() == Some(LONG))
}

/// The arguments in which `--lang` is the interface's: those before a verb that has one of its own.
pub fn of_interface<'a>(command: &Command, arguments: &'a [OsString]) -> &'a [OsString] {
    let has_own = |verb: &&Command| {
        own(verb) && !verb.get_arguments().any(|argument| argument.get_id() == "interface_lang")
    };
    let found = verbs(command, arguments).into_iter().find(|(_, verb)| has_own(verb));
    found.map_or(arguments, |(at, _)| arguments.get(..at).unwrap_or_default())
}

/// The verbs that these arguments name, one below the other, and the place of each. The value of an option is none.
pub fn verbs<'a>(command: &'a Command, arguments: &[OsString]) -> Vec<(usize, &'a Command)> {
    let takes_value = |word: &OsString| {
        let is_it = |argument: &Arg| argument.get_long().is_some_and(|long| *word == *format!("--{long}"));
        command.get_arguments().any(|argument| is_it(argument) && argument.get_action().takes_values())
    };
    let (mut found, mut here, mut value) = (Vec::new(), command, false);
    for (at, word) in arguments.iter().enumerate().skip(1) {
        if value {
            value = false;
        } else if takes_value(word) {
            value = true;
        } else if let Some(verb) = here.find_subcommand(word) {
            here = verb;
            found.push((at, verb));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verbs_own_option_is_not_the_interfaces() {
        let command = super::super::command();
        let before = |line: &str| {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            of_interface(&command, &arguments).len()
        };
        assert_eq!(before("hudna import --lang fa x"), 1);
        assert_eq!(before("hudna --lang ar report --lang en"), 3);
        assert_eq!(before("hudna --db report claims --lang ar"), 6, "a file of that name is no verb");
        assert_eq!(before("hudna claim add --lang ar"), 2);
        assert_eq!(before("hudna claim dismiss --lang ar"), 5);
    }
}
