//! The language of the interface: its words, digits and dates.
//!
//! Every string that a person reads is a message of the Fluent files in `locale/en/` and `locale/ar/` (one folder a
//! language, one file a room) and is asked for by [`say!`](crate::say). The language is one for the whole process and
//! is chosen once, at its start: a program speaks to one person. What goes into files and exports
//! (ids, hashes, times, JSON) does not come from here and is the same in every language.
//!
//! Message syntax: <https://projectfluent.org/fluent/guide/>. Plural categories are those of CLDR.

mod calendar;
mod catalogue;
mod digits;
mod spoken;
mod system;
#[cfg(test)]
mod tests;

pub use calendar::{Calendar, date, day, minute, second};
#[cfg(test)]
pub use catalogue::keys;
pub use catalogue::{Told, Value, message, message_in, told};
pub use digits::Digits;
pub use spoken::Spoken;
pub use system::{list, system};

use std::cell::Cell;
use std::fmt::Display;
use std::sync::OnceLock;

/// A language that the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    English,
    /// Arabic.
    Arabic,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 2] = [Lang::English, Lang::Arabic];

    /// Its code in BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Lang::English => "en",
            Lang::Arabic => "ar",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::English => "English",
            Lang::Arabic => "العربية",
        }
    }

    /// The language of a code or of a POSIX locale (`ar`, `ar_EG.UTF-8`, `en-GB`); none where it is not spoken here.
    pub fn of(code: &str) -> Option<Lang> {
        let language = code.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| language.eq_ignore_ascii_case(lang.code()))
    }

    /// The language that a person's system is set to, from the first of the variables of POSIX that is set.
    pub fn of_environment(env: impl Fn(&str) -> Option<String>) -> Option<Lang> {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| env(name).filter(|value| !value.is_empty()))
            .and_then(|locale| Lang::of(&locale))
    }

    /// Whether it is written from right to left.
    pub fn rtl(self) -> bool {
        self == Lang::Arabic
    }
}

/// How a person is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// The digits of numbers and dates.
    pub digits: Digits,
    /// The calendar of dates.
    pub calendar: Calendar,
}

static CHOSEN: OnceLock<Locale> = OnceLock::new();

thread_local! {
    static HERE: Cell<Option<Locale>> = const { Cell::new(None) };
}

/// Chooses for the whole process; only the first choice counts.
pub fn choose(locale: Locale) {
    let _ = CHOSEN.set(locale);
}

/// What was chosen: English, with the digits 0–9 and the Gregorian calendar, unless something was.
pub fn current() -> Locale {
    HERE.get().or_else(|| CHOSEN.get().copied()).unwrap_or_default()
}

/// The language chosen.
pub fn lang() -> Lang {
    current().lang
}

/// Does something in another locale, on this thread alone: for tests, and to show a language beside another.
pub fn within<T>(locale: Locale, does: impl FnOnce() -> T) -> T {
    /// Also where the closure panics.
    struct Restore(Option<Locale>);
    impl Drop for Restore {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _restore = Restore(HERE.replace(Some(locale)));
    does()
}

/// A number or a time for people, in the digits chosen; never an id, a hash, or a place in a text.
pub fn number(n: impl Display) -> String {
    current().digits.write(&n.to_string()).into_owned()
}

/// A fraction for people, with so many digits behind its point.
pub fn decimals(value: f64, places: usize) -> String {
    number(format_args!("{value:.places$}"))
}

/// The comma of the language, and a blank.
pub fn comma() -> &'static str {
    if lang().rtl() { "، " } else { ", " }
}

/// A message in the chosen language: `say!("list-empty")`, `say!("list-count", n = 3, name = title)`.
///
/// Arguments are numbers, which choose the plural and take the digits of the locale, or text, which stays as it is.
#[macro_export]
macro_rules! say {
    ($key:literal) => {
        $crate::locale::message($key, &[])
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::locale::message($key, &[$((stringify!($name), $crate::locale::Value::from($value))),+])
    };
}

/// The same as a [`Spoken`](crate::locale::Spoken): for words that also go into files.
#[macro_export]
macro_rules! spoken {
    ($($words:tt)+) => {
        $crate::locale::Spoken::of(|| $crate::say!($($words)+))
    };
}

/// The same as a [`Told`](crate::locale::Told): for a line in which values run in their own direction.
#[macro_export]
macro_rules! tell {
    ($key:literal) => {
        $crate::locale::told($key, &[])
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::locale::told($key, &[$((stringify!($name), $crate::locale::Value::from($value))),+])
    };
}
