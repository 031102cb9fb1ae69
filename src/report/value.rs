//! Values of a report as both HTML and Markdown show them.

use super::escape;
use chrono::{DateTime, Utc};
use std::borrow::Cow;
use std::fmt;

/// Text with its language, shown with unsafe characters as tokens. Displays as HTML.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    raw: &'a str,
    shown: Cow<'a, str>,
    lang: &'a str,
}

impl<'a> Text<'a> {
    /// Text in a language that is known; an empty one is detected.
    pub fn new(raw: &'a str, lang: &'a str) -> Text<'a> {
        let well_formed = !lang.is_empty()
            && lang.len() < 36
            && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let lang = if well_formed && lang != "und" { lang } else { crate::text::language(raw) };
        Text { raw, shown: escape::shown(raw), lang: if lang == "und" { "" } else { lang } }
    }

    /// Text in whatever language it is.
    pub fn of(raw: &'a str) -> Text<'a> {
        Text::new(raw, "")
    }

    /// The text as kept.
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.raw.trim().is_empty()
    }

    /// Its language, BCP 47; empty if unknown.
    pub fn lang(&self) -> &'a str {
        self.lang
    }

    /// Right-to-left by its language, else by its first strong character: a line of Arabic that
    /// begins with a Latin name is still Arabic.
    pub fn dir(&self) -> &'static str {
        let main = self.lang.split('-').next().unwrap_or_default();
        let rtl = ["ar", "fa", "ur", "he", "ps", "ckb", "ug", "sd", "dv", "yi"].contains(&main);
        if rtl { "rtl" } else { "auto" }
    }
}

/// Tokens stand in a `bdi`, which also keeps them out of the choice of direction.
impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (token, part) in escape::tokens(&self.shown) {
            if token {
                write!(f, "<bdi class=\"token\">{part}</bdi>")?;
            } else {
                escape::html(part, f)?;
            }
        }
        Ok(())
    }
}

impl askama::FastWritable for Text<'_> {
    fn write_into(&self, to: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(write!(to, "{self}")?)
    }
}

impl askama::filters::HtmlSafe for Text<'_> {}

/// A moment or a date.
#[derive(Debug, Clone)]
pub struct When {
    /// For machines, ISO 8601.
    pub iso: String,
    /// For readers, in UTC, with digits that sort.
    pub shown: String,
}

impl From<DateTime<Utc>> for When {
    fn from(at: DateTime<Utc>) -> When {
        When {
            iso: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            shown: at.format("%Y-%m-%d %H:%M UTC").to_string(),
        }
    }
}

impl When {
    /// A moment of which the second counts.
    pub fn to_the_second(at: DateTime<Utc>) -> When {
        When { shown: at.format("%Y-%m-%d %H:%M:%S UTC").to_string(), ..When::from(at) }
    }
}

/// What stands beside a label.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Words that may fill lines.
    Prose(Text<'a>),
    /// A name or a word, isolated from what is around it.
    Name(Text<'a>),
    /// A word of the report itself.
    Word(Cow<'static, str>),
    /// An id, a hash or the like.
    Code(Text<'a>),
    /// An address, with a target where it is safe to follow.
    Address(Text<'a>, Option<&'a str>),
    /// A moment.
    Time(When),
}

impl<'a> Value<'a> {
    /// An address.
    pub fn address(url: &'a str) -> Value<'a> {
        Value::Address(Text::new(url, "en"), escape::href(url))
    }
}

/// A label and what stands beside it.
#[derive(Debug, Clone)]
pub struct Fact<'a> {
    /// The label, in the report's language.
    pub label: &'static str,
    /// The values, in order.
    pub values: Vec<Value<'a>>,
}

/// Facts of which only those with something to say are kept.
#[derive(Debug, Default)]
pub struct Facts<'a>(pub Vec<Fact<'a>>);

impl<'a> Facts<'a> {
    /// Adds a value.
    pub fn add(&mut self, label: &'static str, value: Value<'a>) {
        self.all(label, vec![value]);
    }

    /// Adds several values under one label.
    pub fn all(&mut self, label: &'static str, mut values: Vec<Value<'a>>) {
        values.retain(|value| match value {
            Value::Prose(text) | Value::Name(text) | Value::Code(text) | Value::Address(text, _) => {
                !text.is_empty()
            }
            Value::Word(word) => !word.is_empty(),
            Value::Time(_) => true,
        });
        if !values.is_empty() {
            self.0.push(Fact { label, values });
        }
    }
}
