//! A person's settings: what may be set, with which values, and the file that keeps them.
//!
//! A setting comes from the option of the command line, else from the environment (`HUDNA_LANG` for `lang`), else
//! from `settings.toml` in the configuration folder, else it has its ordinary value. Nothing here reads the
//! environment or a file; that is `cli`'s. Settings are this person's: they lie outside the casebook and no
//! copy or merge carries them.

mod file;

pub use file::{read, write};

use crate::bidi::Mode;
use crate::locale::{Calendar, Digits, Lang, Locale};

/// The name of the file that keeps them.
pub const FILE: &str = "settings.toml";

/// What may be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// The language of the interface.
    Lang,
    /// How the terminal treats right-to-left text.
    Bidi,
    /// Which way arrow keys move in text.
    Arrows,
    /// The digits of numbers and dates.
    Digits,
    /// The calendar of dates.
    Calendar,
    /// Screens for a screen reader.
    Plain,
}

/// The value that leaves a choice to the program.
pub const AUTO: &str = "auto";

impl Name {
    /// All of them.
    pub const ALL: [Name; 6] =
        [Name::Lang, Name::Bidi, Name::Arrows, Name::Digits, Name::Calendar, Name::Plain];

    /// Its word in the file and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Name::Lang => "lang",
            Name::Bidi => "bidi",
            Name::Arrows => "arrows",
            Name::Digits => "digits",
            Name::Calendar => "calendar",
            Name::Plain => "plain",
        }
    }

    /// The setting of this word.
    pub fn of(word: &str) -> Option<Name> {
        Name::ALL.into_iter().find(|name| name.word() == word)
    }

    /// The environment variable that sets it.
    pub fn variable(self) -> String {
        format!("HUDNA_{}", self.word().to_uppercase())
    }

    /// The values it may have; the first is the ordinary one.
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Name::Lang => vec![AUTO, "en", "ar"],
            Name::Bidi => vec![AUTO, "app", "terminal", "words", "off"],
            Name::Arrows => vec!["visual", "logical"],
            Name::Digits => Digits::ALL.iter().map(|(_, word)| *word).collect(),
            Name::Calendar => Calendar::ALL.iter().map(|(_, word)| *word).collect(),
            Name::Plain => vec!["false", "true"],
        }
    }

    /// What it is for.
    pub fn purpose(self) -> String {
        match self {
            Name::Lang => crate::say!("setting-lang"),
            Name::Bidi => crate::say!("setting-bidi"),
            Name::Arrows => crate::say!("setting-arrows"),
            Name::Digits => crate::say!("setting-digits"),
            Name::Calendar => crate::say!("setting-calendar"),
            Name::Plain => crate::say!("setting-plain"),
        }
    }
}

/// Which way the arrow keys move the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Arrows {
    /// The left arrow goes left, whatever is written there.
    #[default]
    Visual,
    /// The caret follows the text: the arrow that points the way the paragraph runs goes on, the other back.
    Logical,
}

/// All settings with their values in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of the interface; none where the system's counts.
    pub lang: Option<Lang>,
    /// How the terminal treats right-to-left text; none where that is guessed.
    pub bidi: Option<Mode>,
    /// Which way arrow keys move in text.
    pub arrows: Arrows,
    /// The digits of numbers and dates.
    pub digits: Digits,
    /// The calendar of dates.
    pub calendar: Calendar,
    /// Screens for a screen reader.
    pub plain: bool,
}

/// Why a setting cannot have a value, or the file cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// There is no such setting.
    #[error("{}", crate::say!("setting-unknown", name = .0))]
    Unknown(String),
    /// It may not have this value.
    #[error("{}", crate::say!("setting-bad-value", name = .0.word(), value = .1))]
    Value(Name, String),
    /// The file is not TOML.
    #[error("{}", crate::say!("setting-not-toml", what = .0))]
    NotToml(String),
    /// A fault in the file, with its line.
    #[error("{}", crate::say!("setting-at-line", line = .0, what = .1.to_string()))]
    At(usize, Box<SettingsError>),
}

impl SettingsError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            SettingsError::Unknown(_) => {
                crate::say!("setting-unknown-hint", names = Name::ALL.map(Name::word).join(", "))
            }
            SettingsError::Value(name, _) => {
                crate::say!("setting-bad-value-hint", values = name.values().join(", "))
            }
            SettingsError::NotToml(_) => crate::say!("setting-not-toml-hint"),
            SettingsError::At(_, fault) => fault.hint(),
        }
    }
}

impl Settings {
    /// Gives a setting a value.
    pub fn set(&mut self, name: Name, value: &str) -> Result<(), SettingsError> {
        let bad = || SettingsError::Value(name, value.to_owned());
        if !name.values().contains(&value) {
            return Err(bad());
        }
        fn of<T: Copy>(all: &[(T, &str)], value: &str) -> Option<T> {
            all.iter().find(|(_, word)| *word == value).map(|(kind, _)| *kind)
        }
        match name {
            Name::Lang => self.lang = Lang::of(value),
            Name::Bidi => self.bidi = Mode::ALL.into_iter().find(|mode| mode.word() == value),
            Name::Arrows => {
                self.arrows = if value == "logical" { Arrows::Logical } else { Arrows::Visual };
            }
            Name::Digits => self.digits = of(&Digits::ALL, value).ok_or_else(bad)?,
            Name::Calendar => self.calendar = of(&Calendar::ALL, value).ok_or_else(bad)?,
            Name::Plain => self.plain = value == "true",
        }
        Ok(())
    }

    /// The value of a setting, as it is written in the file.
    pub fn get(&self, name: Name) -> &'static str {
        fn word<T: PartialEq>(all: &[(T, &'static str)], kind: &T) -> &'static str {
            all.iter().find(|(one, _)| one == kind).map_or(AUTO, |(_, word)| word)
        }
        match name {
            Name::Lang => self.lang.map_or(AUTO, Lang::code),
            Name::Bidi => self.bidi.map_or(AUTO, Mode::word),
            Name::Arrows if self.arrows == Arrows::Logical => "logical",
            Name::Arrows => "visual",
            Name::Digits => word(&Digits::ALL, &self.digits),
            Name::Calendar => word(&Calendar::ALL, &self.calendar),
            Name::Plain if self.plain => "true",
            Name::Plain => "false",
        }
    }

    /// How the person is spoken to, in the language of the system where none was set.
    pub fn locale(&self, env: impl Fn(&str) -> Option<String>) -> Locale {
        let lang = self.lang.or_else(|| Lang::of_environment(env)).unwrap_or_default();
        Locale { lang, digits: self.digits, calendar: self.calendar }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_every_setting_is_kept() {
        for name in Name::ALL {
            assert_eq!(Name::of(name.word()), Some(name));
            assert_eq!(
                Settings::default().get(name),
                name.values()[0],
                "{name:?}: the first is the ordinary one"
            );
            for value in name.values() {
                let mut settings = Settings::default();
                settings.set(name, value).unwrap();
                assert_eq!(settings.get(name), value, "{name:?}");
            }
            let error = Settings::default().set(name, "green").unwrap_err();
            assert_eq!(error, SettingsError::Value(name, "green".into()));
            assert!(error.hint().contains(name.values()[0]), "{}", error.hint());
        }
    }

    #[test]
    fn the_systems_language_counts_where_none_is_set() {
        let env = |name: &str| (name == "LANG").then(|| "ar_EG.UTF-8".to_owned());
        let mut settings = Settings::default();
        assert_eq!(settings.locale(env).lang, Lang::Arabic);
        settings.set(Name::Lang, "en").unwrap();
        assert_eq!(settings.locale(env).lang, Lang::English);
    }
}
