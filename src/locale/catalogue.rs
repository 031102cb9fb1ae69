//! The messages of a language, read from its Fluent files when the first is asked for.

use super::{Lang, current};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;

type Bundle = FluentBundle<FluentResource>;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Value(FluentValue<'static>);

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value(FluentValue::String(text.to_owned().into()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value(FluentValue::String(text.into()))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::from(text.as_str())
    }
}

impl From<&usize> for Value {
    fn from(number: &usize) -> Value {
        Value::from(*number)
    }
}

impl From<std::borrow::Cow<'_, str>> for Value {
    fn from(text: std::borrow::Cow<'_, str>) -> Value {
        Value::from(text.into_owned())
    }
}

impl From<std::path::Display<'_>> for Value {
    fn from(path: std::path::Display<'_>) -> Value {
        Value::from(path.to_string())
    }
}

macro_rules! numbers {
    ($($kind:ty),+) => {
        $(impl From<$kind> for Value {
            fn from(number: $kind) -> Value {
                Value(FluentValue::from(number))
            }
        })+
    };
}

numbers!(u8, u16, u32, u64, usize, i32, i64, f64);

/// The files of a language, each with its name.
pub(super) fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
    macro_rules! of {
        ($folder:literal: $($name:literal),+) => {
            &[$((concat!($folder, "/", $name, ".ftl"), include_str!(concat!($folder, "/", $name, ".ftl")))),+]
        };
    }
    match lang {
        Lang::English => {
            of!("en": "words", "settings", "cli", "tui", "panes", "commands", "forms", "failure", "casebook", "intake", "help")
        }
        Lang::Arabic => {
            of!("ar": "words", "settings", "cli", "tui", "panes", "commands", "forms", "failure", "casebook", "intake", "help")
        }
    }
}

fn bundle(lang: Lang) -> &'static Bundle {
    static ENGLISH: OnceLock<Bundle> = OnceLock::new();
    static ARABIC: OnceLock<Bundle> = OnceLock::new();
    let read = match lang {
        Lang::English => &ENGLISH,
        Lang::Arabic => &ARABIC,
    };
    read.get_or_init(|| {
        let mut bundle = Bundle::new_concurrent(lang.code().parse().into_iter().collect());
        // The layout isolates what runs the other way; in a pipe or a file isolates would be noise.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(current().digits.write(&number.as_string()).into_owned()),
            _ => None,
        }));
        for (_, text) in files(lang) {
            // Of a faulty file, which the tests refuse, the sound messages are kept.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(sound, _)| sound);
            let _ = bundle.add_resource(resource);
        }
        bundle
    })
}

/// A message in the chosen language, else in English, else its key.
pub fn message(key: &str, args: &[(&'static str, Value)]) -> String {
    message_in(current().lang, key, args)
        .or_else(|| message_in(Lang::English, key, args))
        .unwrap_or_else(|| key.to_owned())
}

/// A message in this language, if it has it.
pub fn message_in(lang: Lang, key: &str, args: &[(&'static str, Value)]) -> Option<String> {
    let bundle = bundle(lang);
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.0.clone())).collect();
    let mut faults = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned())
}
