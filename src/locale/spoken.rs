//! Words that people read in their language and programs in English.

use super::{Lang, Locale, lang, within};
use serde::{Serialize, Serializer};
use std::fmt;

/// What was said when it happened, in the language of the person and in that of files: shown it is the first, written
/// as JSON or compared the second. Made by [`spoken!`](crate::spoken).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    english: String,
    here: Option<String>,
}

impl Spoken {
    /// What these words are in both.
    pub fn of(words: impl Fn() -> String) -> Spoken {
        let here = (lang() != Lang::English).then(&words);
        Spoken { english: within(Locale::default(), words), here }
    }

    /// The words of files.
    pub fn english(&self) -> &str {
        &self.english
    }

    /// The same with something done to both.
    pub fn map(self, change: impl Fn(&str) -> String) -> Spoken {
        Spoken { english: change(&self.english), here: self.here.as_deref().map(change) }
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.here {
            Some(here) if lang() != Lang::English => f.write_str(here),
            _ => f.write_str(&self.english),
        }
    }
}

/// Words that are the same in every language, such as the system's.
impl From<String> for Spoken {
    fn from(words: String) -> Spoken {
        Spoken { english: words, here: None }
    }
}

impl From<&str> for Spoken {
    fn from(words: &str) -> Spoken {
        words.to_owned().into()
    }
}

impl From<&std::io::Error> for Spoken {
    fn from(error: &std::io::Error) -> Spoken {
        Spoken::of(|| super::system(error))
    }
}

impl Serialize for Spoken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spoken;

    #[test]
    fn programs_read_english() {
        let arabic = Locale { lang: Lang::Arabic, ..Locale::default() };
        let said = within(arabic, || spoken!("refused-claim-words"));
        assert_eq!(said.to_string(), "a claim must have words");
        assert_eq!(within(arabic, || said.to_string()), "لا بد للادعاء من كلمات");
        let json = within(arabic, || serde_json::to_string(&said)).unwrap();
        assert_eq!(json, "\"a claim must have words\"");
    }
}
