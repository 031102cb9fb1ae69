//! `hudna settings`

use super::chosen::{self, From};
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use crate::settings::{Name, SettingsError};
use crate::tell;
use serde::Serialize;

/// List your settings, or set one.
///
/// Settings are yours: they lie in settings.toml beside your key, never in a casebook. An option of the command line
/// comes before an environment variable (HUDNA_LANG for lang), that before the file.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  hudna settings\n  hudna settings lang ar\n  hudna settings digits arabic\n  hudna settings bidi --unset"
)]
pub struct Args {
    /// A setting: lang, bidi, arrows, digits, calendar or plain.
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// The value to keep in the file.
    #[arg(value_name = "VALUE", requires = "name")]
    value: Option<String>,
    /// Take the setting out of the file.
    #[arg(long, requires = "name", conflicts_with = "value")]
    unset: bool,
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
}

/// A setting for programs.
#[derive(Serialize)]
struct Line {
    name: &'static str,
    value: &'static str,
    from: &'static str,
    values: Vec<&'static str>,
}

/// What was written into the file, for programs; no value where it was taken out.
#[derive(Serialize)]
struct Set<'a> {
    name: &'a str,
    value: Option<&'a str>,
    file: &'a std::path::Path,
}

/// Lists or sets.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let names = match &args.name {
        None => Name::ALL.to_vec(),
        Some(word) => vec![Name::of(word).ok_or_else(|| refused(&SettingsError::Unknown(word.clone())))?],
    };
    if let (Some(name), true) = (names.first(), args.value.is_some() || args.unset) {
        let value = args.value.as_deref();
        return match args.json {
            true => {
                keep(*name, value, session)?;
                out.json(&Set { name: name.word(), value, file: &session.places.settings() })
            }
            false => set(*name, value, session, out),
        };
    }
    // What is set is told before what is wrong with the file.
    if args.json {
        for name in names {
            out.json(&line(name, session))?;
        }
    } else {
        table(&names, session, out)?;
    }
    session.chosen_sound()
}

fn refused(fault: &SettingsError) -> Failure {
    Failure::usage(fault.to_string()).hint(fault.hint())
}

/// Gives a setting a value in the file, or takes it out.
fn keep(name: Name, value: Option<&str>, session: &Session) -> Result<(), Failure> {
    if let Some(value) = value {
        session.settings.clone().set(name, value).map_err(|fault| refused(&fault))?;
    }
    chosen::save(&session.places.settings(), name, value)
}

/// The same, and says so.
pub fn set(name: Name, value: Option<&str>, session: &Session, out: &mut Output) -> Result<(), Failure> {
    keep(name, value, session)?;
    let path = session.places.settings();
    let said = match value {
        Some(value) => tell!("settings-set", name = name.word(), value = value, place = path.display()),
        None => tell!("settings-taken-out", name = name.word(), place = path.display()),
    };
    out.line(&said)?;
    if matches!(session.from(name), From::Environment | From::Option) {
        out.note(&crate::say!("settings-overridden", variable = name.variable()));
    }
    Ok(())
}

fn line(name: Name, session: &Session) -> Line {
    let from = match session.from(name) {
        From::Ordinary => "default",
        From::File => "file",
        From::Environment => "environment",
        From::Option => "option",
    };
    Line { name: name.word(), value: session.settings.get(name), from, values: name.values() }
}

/// Where a value came from, in words.
pub fn origin(from: From, name: Name) -> String {
    match from {
        From::Ordinary => crate::say!("settings-from-default"),
        From::File => crate::say!("settings-from-file"),
        From::Environment => name.variable(),
        From::Option => crate::say!("settings-from-option"),
    }
}

fn table(names: &[Name], session: &Session, out: &mut Output) -> Result<(), Failure> {
    out.line(&tell!("settings-place", place = session.places.settings().display()))?;
    for name in names {
        let value = session.settings.get(*name);
        let from = origin(session.from(*name), *name);
        out.pair(name.word(), &tell!("doctor-mode-said", mode = value, said = from))?;
        out.pair("", &name.purpose())?;
        out.pair("", &name.values().join(" | "))?;
    }
    Ok(())
}
