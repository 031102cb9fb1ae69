//! Why the arguments were not understood, in whole sentences.

use crate::cli::failure::Failure;
use crate::locale::list;
use crate::say;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What a person who asked for this verb is told instead of what the parser of arguments says in English.
pub fn of(error: &Error, verb: &str) -> Failure {
    let mut hints = suggestions(error);
    if let Some(usage) = usage(error) {
        hints.push(say!("refusal-usage", usage = usage));
    }
    hints.push(say!("refusal-more", command = format!("{verb} --help")));
    Failure::usage(message(error)).hint(hints.join("\n"))
}

fn message(error: &Error) -> String {
    let one = |kind| text(error, kind);
    let (arg, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => say!("refusal-unknown", arg = arg),
        ErrorKind::InvalidSubcommand => say!("refusal-verb", verb = one(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => say!("refusal-no-value", arg = arg),
        ErrorKind::InvalidValue => say!("refusal-value", value = value, arg = arg),
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(why) => say!("refusal-value-why", value = value, arg = arg, why = why.to_string()),
            None => say!("refusal-value", value = value, arg = arg),
        },
        ErrorKind::MissingRequiredArgument => {
            say!("refusal-missing", args = list(&typed(texts(error, ContextKind::InvalidArg))))
        }
        ErrorKind::MissingSubcommand => say!("refusal-no-verb"),
        ErrorKind::ArgumentConflict => match texts(error, ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == [arg.clone()] => say!("refusal-twice", arg = arg),
            prior => say!("refusal-conflict", arg = arg, prior = list(&typed(prior))),
        },
        ErrorKind::TooManyValues => say!("refusal-too-many", value = value, arg = arg),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => say!("refusal-few", arg = arg),
        ErrorKind::NoEquals => say!("refusal-equals", arg = arg),
        ErrorKind::InvalidUtf8 => say!("refusal-utf8"),
        // What a later version of the parser may say.
        _ => error.render().to_string().trim_start_matches("error: ").trim_end().to_owned(),
    }
}

/// What may have been meant.
fn suggestions(error: &Error) -> Vec<String> {
    let mut hints = Vec::new();
    let mut valid = texts(error, ContextKind::ValidValue);
    valid.extend(texts(error, ContextKind::ValidSubcommand));
    if !valid.is_empty() {
        hints.push(say!("refusal-possible-hint", values = list(&typed(valid))));
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue] {
        let meant = typed(texts(error, kind));
        if !meant.is_empty() {
            hints.push(say!("refusal-meant", meant = list(&meant)));
        }
    }
    let trailing = error.get(ContextKind::TrailingArg).is_some();
    if trailing {
        let arg = text(error, ContextKind::InvalidArg);
        hints.push(say!("refusal-trailing", typed = format!("`-- {arg}`")));
    }
    hints
}

/// How the verb is typed, as the parser of arguments tells it.
fn usage(error: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    Some(usage.strip_prefix("Usage: ").unwrap_or(&usage).trim().to_owned())
}

/// What is typed, marked as such.
fn typed(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().map(|text| format!("`{text}`")).collect()
}

fn text(error: &Error, kind: ContextKind) -> String {
    texts(error, kind).join(" ")
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
