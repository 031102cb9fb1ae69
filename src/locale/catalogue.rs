//! The messages of a language, read from its Fluent files when the first is asked for.

use super::{Lang, current};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::ops::Range;
use std::sync::OnceLock;

type Bundle = FluentBundle<FluentResource>;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    plain: FluentValue<'static>,
    /// A sentence of its own, with the marks around its values.
    marked: Option<String>,
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::from(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value { plain: FluentValue::String(text.into()), marked: None }
    }
}

impl From<&Told> for Value {
    fn from(told: &Told) -> Value {
        let [begin, end] = AROUND;
        let (mut marked, mut at) = (String::new(), 0);
        for value in &told.values {
            let (before, inside) = (told.text.get(at..value.start), told.text.get(value.clone()));
            marked.push_str(before.unwrap_or_default());
            marked.extend(std::iter::once(begin).chain(inside.unwrap_or_default().chars()));
            marked.push(end);
            at = value.end;
        }
        marked.push_str(told.text.get(at..).unwrap_or_default());
        Value { marked: Some(marked), ..Value::from(told.text.as_str()) }
    }
}

impl From<Told> for Value {
    fn from(told: Told) -> Value {
        Value::from(&told)
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

impl From<&super::Spoken> for Value {
    fn from(words: &super::Spoken) -> Value {
        Value::from(words.to_string())
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
                Value { plain: FluentValue::from(number), marked: None }
            }
        })+
    };
}

numbers!(u8, u16, u32, u64, usize, i32, i64, f64);

/// The files of a language, each with its name.
pub(super) fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
    macro_rules! of {
        ($folder:literal + $($more:literal),*) => {
            of!($folder:
                "words",
                "settings",
                "cli",
                "cli-words",
                "cli-claims",
                "cli-import",
                "cli-merge",
                "cli-share",
                "cli-keys",
                "cli-doctor",
                "tui",
                "panes",
                "commands",
                "forms",
                "failure",
                "casebook",
                "intake",
                "refusal",
                "refused",
                "fault"
                $(, $more)*
            )
        };
        ($folder:literal: $($name:literal),+) => {
            &[$((concat!($folder, "/", $name, ".ftl"), include_str!(concat!($folder, "/", $name, ".ftl")))),+]
        };
    }
    match lang {
        Lang::English => of!("en" +),
        // The help of English is the doc comments of the arguments.
        Lang::Arabic => of!("ar" + "help", "help-more"),
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

/// Noncharacters that stand around a value while its message is put together.
const AROUND: [char; 2] = ['\u{fdd0}', '\u{fdd1}'];

/// A sentence in which it is known where the values stand, so that a layout can keep each in its own order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The sentence, unsafe characters of the values as tokens.
    pub text: String,
    /// The bytes of each value that is a text, in order.
    pub values: Vec<Range<usize>>,
}

/// A message as [`message`] has it, with the places of its values.
pub fn told(key: &str, args: &[(&'static str, Value)]) -> Told {
    let around = |value: &Value| match (&value.plain, &value.marked) {
        (_, Some(marked)) => Value::from(marked.as_str()),
        (FluentValue::String(text), None) => {
            let [begin, end] = AROUND;
            // Which makes tokens of such characters in the value itself.
            let safe = crate::text::safe(text, false);
            Value::from(format!("{begin}{safe}{end}"))
        }
        _ => value.clone(),
    };
    let args: Vec<(&'static str, Value)> = args.iter().map(|(name, value)| (*name, around(value))).collect();
    Told::of(&message(key, &args))
}

impl Told {
    fn of(marked: &str) -> Told {
        let mut told = Told::default();
        let mut begun = 0;
        for c in marked.chars() {
            match AROUND.iter().position(|mark| *mark == c) {
                Some(0) => begun = told.text.len(),
                Some(_) => told.values.push(begun..told.text.len()),
                None => told.text.push(c),
            }
        }
        told
    }

    /// A text of somebody's alone.
    pub fn value(text: &str) -> Told {
        let text = crate::text::safe(text, false).into_owned();
        let values = std::iter::once(0..text.len()).collect();
        Told { text, values }
    }

    /// Several one after the other, with this between them.
    pub fn join(told: &[Told], between: &str) -> Told {
        let mut all = Told::default();
        for (at, one) in told.iter().enumerate() {
            all.text.push_str(if at == 0 { "" } else { between });
            let from = all.text.len();
            all.values.extend(one.values.iter().map(|value| from + value.start..from + value.end));
            all.text.push_str(&one.text);
        }
        all
    }

    /// The same behind so many blanks.
    pub fn indented(self, blanks: usize) -> Told {
        Told::join(&[Told { text: " ".repeat(blanks), values: Vec::new() }, self], "")
    }
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
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.plain.clone())).collect();
    let mut faults = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned())
}

/// The keys of all messages of a language.
#[cfg(test)]
pub fn keys(lang: Lang) -> impl Iterator<Item = String> {
    let key = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
    let lines = files(lang).iter().flat_map(|(_, text)| text.lines());
    lines.filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(key)
}
