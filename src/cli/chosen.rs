//! The settings of this run: from the command line, else the environment, else the file.

use super::failure::Failure;
use super::place::Places;
use crate::locale::{self, Locale};
use crate::settings::{self, Name, Settings, SettingsError};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where a setting's value came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// It is the ordinary one.
    Ordinary,
    /// The file.
    File,
    /// An environment variable.
    Environment,
    /// An option of the command line.
    Option,
}

/// What was chosen, and what could not be understood.
pub struct Chosen {
    /// The settings, the faulty ones as they ordinarily are.
    pub settings: Settings,
    /// Which were named, the nearest word last.
    named: Vec<(Name, From)>,
    /// The file; none where no configuration folder is known.
    pub path: Option<PathBuf>,
    /// What is wrong with the file or the environment.
    fault: Option<(String, Fault)>,
}

/// What is wrong.
enum Fault {
    Settings(SettingsError),
    Io(std::io::Error),
}

/// What a value may be, for the parser of arguments.
pub fn value(name: Name) -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(name.values())
}

impl Chosen {
    /// Looks into the file, the environment and those arguments that must be known before the rest is understood;
    /// the language is sought in those where it is the interface's.
    pub fn find(arguments: &[OsString], of_interface: &[OsString]) -> Chosen {
        let path = Places::find(None).ok().map(|places| places.settings());
        Chosen::of(path, |name| std::env::var(name).ok(), arguments, of_interface)
    }

    fn of(
        path: Option<PathBuf>,
        env: impl Fn(&str) -> Option<String>,
        arguments: &[OsString],
        of_interface: &[OsString],
    ) -> Chosen {
        let mut chosen = Chosen { settings: Settings::default(), named: Vec::new(), path, fault: None };
        chosen.file();
        for name in Name::ALL {
            let variable = name.variable();
            if let Some(value) = env(&variable).filter(|value| !value.is_empty()) {
                chosen.set(name, &value, From::Environment, &variable);
            }
        }
        if let Some(lang) = option(of_interface, "--lang") {
            chosen.set(Name::Lang, &lang, From::Option, "--lang");
        }
        if let Some(mode) = option(arguments, "--bidi") {
            chosen.set(Name::Bidi, &mode, From::Option, "--bidi");
        }
        if arguments.iter().take_while(|a| *a != "--").any(|argument| argument == "--plain") {
            chosen.set(Name::Plain, "true", From::Option, "--plain");
        }
        chosen
    }

    fn file(&mut self) {
        let Some(path) = &self.path else { return };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return,
            Err(error) => {
                self.fault = Some((path.display().to_string(), Fault::Io(error)));
                return;
            }
        };
        match settings::read(&text, &mut self.settings) {
            Ok(named) => self.named.extend(named.into_iter().map(|name| (name, From::File))),
            Err(fault) => self.fault = Some((path.display().to_string(), Fault::Settings(fault))),
        }
    }

    fn set(&mut self, name: Name, value: &str, from: From, place: &str) {
        match self.settings.set(name, value) {
            Ok(()) => self.named.push((name, from)),
            // A faulty option is refused with the other arguments.
            Err(_) if from == From::Option => {}
            Err(fault) => self.fault = self.fault.take().or(Some((place.to_owned(), Fault::Settings(fault)))),
        }
    }

    /// Where a setting's value came from.
    pub fn from(&self, name: Name) -> From {
        self.named.iter().rev().find(|(named, _)| *named == name).map_or(From::Ordinary, |(_, from)| *from)
    }

    /// How the person is spoken to.
    pub fn locale(&self) -> Locale {
        self.settings.locale(|name| std::env::var(name).ok())
    }

    /// That the settings could all be understood.
    pub fn sound(&self) -> Result<(), Failure> {
        match &self.fault {
            None => Ok(()),
            Some((place, Fault::Settings(fault))) => {
                let failure =
                    Failure::failed(crate::say!("settings-fault", place = place, what = fault.to_string()));
                Err(failure.hint(crate::say!("settings-fault-hint", hint = fault.hint())))
            }
            Some((place, Fault::Io(error))) => {
                let failure = Failure::failed(crate::say!(
                    "settings-unread",
                    place = place,
                    what = locale::system(error)
                ));
                Err(failure.hint(crate::say!("settings-unread-hint")))
            }
        }
    }
}

/// Gives a setting a value in the file, or takes it out; the folder and the file are made where they are not there.
pub fn save(path: &Path, name: Name, value: Option<&str>) -> Result<(), Failure> {
    let unwritten = |error: std::io::Error| {
        Failure::failed(crate::say!(
            "settings-unwritten",
            place = path.display(),
            what = locale::system(&error)
        ))
        .hint(crate::say!("settings-unwritten-hint"))
    };
    let before = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(unwritten(error)),
    };
    let after = settings::write(&before, name, value).map_err(|fault| {
        Failure::failed(crate::say!("settings-fault", place = path.display(), what = fault.to_string()))
            .hint(crate::say!("settings-kept-hint", hint = fault.hint()))
    })?;
    if after != before {
        replace(path, &after).map_err(unwritten)?;
    }
    Ok(())
}

/// All or nothing: a killed program leaves the old file or the new one. It is its owner's alone.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    // A link, as from a folder of configuration kept elsewhere, stays one.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    // The key will lie here too.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}

/// The value of an option, before the arguments are understood as a whole.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut words = arguments.iter().map(|a| a.to_string_lossy()).take_while(|a| a != "--");
    while let Some(word) = words.next() {
        if word == name {
            return words.next().map(|value| value.into_owned());
        }
        if let Some(value) = word.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn chosen(file: &str, env: &[(&str, &str)], arguments: &[&str]) -> Chosen {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, file).unwrap();
        let env = |name: &str| env.iter().find(|(k, _)| *k == name).map(|(_, v)| (*v).to_owned());
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        Chosen::of(Some(path), env, &arguments, &arguments)
    }

    #[test]
    fn the_nearest_word_counts() {
        let lang = |file, env: &[_], arguments: &[_]| {
            let chosen = chosen(file, env, arguments);
            chosen.sound().unwrap();
            (chosen.settings.lang, chosen.from(Name::Lang))
        };
        let (english, arabic) = (Some(Lang::English), Some(Lang::Arabic));
        assert_eq!(lang("", &[], &[]), (None, From::Ordinary));
        assert_eq!(lang("lang = 'ar'", &[], &["hudna"]), (arabic, From::File));
        assert_eq!(lang("lang = 'ar'", &[("HUDNA_LANG", "en")], &[]), (english, From::Environment));
        assert_eq!(lang("lang = 'ar'", &[("HUDNA_LANG", "")], &[]), (arabic, From::File), "empty is unset");
        assert_eq!(lang("", &[("HUDNA_LANG", "en")], &["hudna", "--lang", "ar"]), (arabic, From::Option));
        assert_eq!(lang("", &[], &["hudna", "log", "--lang=ar"]), (arabic, From::Option));
        assert_eq!(lang("", &[], &["hudna", "comment", "--", "--lang=ar"]), (None, From::Ordinary));
    }

    #[test]
    fn a_faulty_word_is_told_with_its_place_and_the_rest_counts() {
        let faulty = chosen("lang = 'ar'\nbidi = 'up'", &[], &[]);
        let failure = faulty.sound().unwrap_err();
        assert!(failure.message.unwrap().contains("settings.toml: line 2"));
        assert_eq!(faulty.settings.lang, Some(Lang::Arabic));
        let faulty = chosen("", &[("HUDNA_DIGITS", "roman")], &[]);
        assert!(faulty.sound().unwrap_err().message.unwrap().contains("HUDNA_DIGITS"));
        assert!(
            chosen("", &[], &["hudna", "--lang", "xx"]).sound().is_ok(),
            "the parser of arguments refuses it"
        );
    }
}
