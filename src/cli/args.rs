//! Arguments that several verbs read alike.

use super::failure::Failure;
use super::output::{Output, Words};
use crate::model::{Id, Query};
use crate::{say, text};
use serde::Serialize;

/// The long help of `--bidi`.
pub const BIDI_HELP: &str = "How the terminal treats right-to-left text, where hudna guesses wrong: \
app (it shows cells as they are sent), terminal (it orders each line itself), words (it turns each word by \
itself), off (nothing is done). `hudna doctor` prints a sample line in each way.";

/// A number in any digits.
pub fn number(given: &str) -> Result<usize, String> {
    let digits = text::ascii_digits(&text::bare(given));
    digits.parse().map_err(|_| say!("cli-no-number"))
}

/// A date with its digits made ASCII; other words about a time stay as they are.
pub fn when(given: &str) -> Result<String, String> {
    let ascii = text::ascii_digits(&text::bare(given));
    let date = ascii.chars().all(|c| c.is_ascii_digit() || "-:+.TZ ".contains(c));
    Ok(if date { ascii } else { given.trim().to_owned() })
}

/// How the result of what was done is told.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub struct AsJson {
    /// The result as one JSON object.
    #[arg(id = "result", long = "json")]
    json: bool,
}

impl AsJson {
    /// As a verb's own argument says.
    pub fn new(json: bool) -> AsJson {
        AsJson { json }
    }

    /// Tells it to a program, or to a person in these words.
    pub fn tell(
        self,
        out: &mut Output,
        result: &impl Serialize,
        words: impl FnOnce(&mut Output) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if self.json { out.json(result) } else { words(out) }
    }

    /// The same where one line of words tells it.
    pub fn line(
        self,
        out: &mut Output,
        result: &impl Serialize,
        words: &(impl Words + ?Sized),
    ) -> Result<(), Failure> {
        self.tell(out, result, |out| Ok(out.line(words)?))
    }
}

/// What something was done to, for programs.
#[derive(Serialize)]
pub struct Done<'a> {
    /// Its id.
    pub id: &'a Id,
}

/// What was edited, for programs.
#[derive(Serialize)]
pub struct Edited<'a> {
    /// Its id.
    pub id: &'a Id,
    /// How many fields changed.
    pub changed: usize,
}

/// What was put on a claim, for programs.
#[derive(Serialize)]
pub struct Added<'a> {
    /// Its id.
    pub id: &'a Id,
    /// The claim that it is on.
    pub claim: &'a Id,
}

/// Which claims are meant.
#[derive(Debug, Default, clap::Args)]
pub struct Which {
    /// Words, and fields with a value: speaker: kind: polarity: status: verdict: doc: lang: order:
    ///
    /// All words must be found; of each field, one of its values. Words are sought in the claim, its
    /// speaker, role and its document's title. Values with blanks stand in quotation marks.
    /// order:worth lists first what is most worth a check, order:document what stands first in the newest document.
    ///
    /// Example: 'truce kind:casualty,violation speaker:"Sami Omran" verdict:none'
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
}

impl Which {
    /// The query as written.
    pub fn text(&self) -> String {
        self.query.join(" ")
    }

    /// The query as understood.
    pub fn query(&self) -> Result<Query, crate::model::QueryError> {
        Query::parse(&self.text())
    }
}

/// Nothing was given that an edit could write.
pub fn no_field(verb: &str) -> Failure {
    Failure::usage(say!("cli-no-field")).hint(say!("cli-no-field-hint", verb = verb))
}

/// The first characters of an id for tables: as many as tell ids made in the same minute apart.
pub fn brief<T: AsRef<str> + ?Sized>(id: &T) -> &str {
    let id = id.as_ref();
    id.get(..13).unwrap_or(id)
}

/// A time for people, in UTC.
pub fn at(time: &chrono::DateTime<chrono::Utc>) -> String {
    crate::locale::minute(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_in_any_digits() {
        assert_eq!(number("٤٢"), Ok(42));
        assert_eq!(number(" ۷ "), Ok(7));
        assert_eq!(number("\u{200f}٤٢\u{200f}"), Ok(42), "with marks that come along");
        assert_eq!(when("\u{200f}٢٠٢٦-٠٣-٠١").unwrap(), "2026-03-01");
        assert!(number("-1").is_err() && number("4.5").is_err() && number("").is_err());
        assert_eq!(when("٢٠٢٦-٠٣-٠١").unwrap(), "2026-03-01");
        assert_eq!(when("فجر ٣ مارس").unwrap(), "فجر ٣ مارس", "words keep the digits they were written with");
    }
}
