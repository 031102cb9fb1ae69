//! The query language of lists: words, and `field:value`.

use super::codes::codes;
use super::{Kind, Polarity, Status};
use serde::Serialize;
use std::ops::Range;

/// Which claims are meant: all words and, of each field named, one of its values.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Query {
    /// Words to be found in the claim, its speaker, role or its document's title.
    pub words: Vec<String>,
    /// Words to be found in the speaker's name.
    pub speaker: Vec<String>,
    /// Kinds.
    pub kind: Vec<Kind>,
    /// Polarities.
    pub polarity: Vec<Polarity>,
    /// Statuses.
    pub status: Vec<Status>,
    /// Codes of ratings, `disputed` or `none`.
    pub verdict: Vec<String>,
    /// Ids of documents, by prefix.
    pub doc: Vec<String>,
    /// Languages, BCP 47.
    pub lang: Vec<String>,
    /// In which order, where it is said.
    pub order: Option<Order>,
}

codes! {
    /// In which order claims are listed.
    Order, "order" {
        /// What is most worth a check first.
        Worth "worth" "worth a check" "الأجدر بالتحقق",
        /// Newest document first, then as they stand in it.
        Document "document" "by document" "حسب الوثيقة",
    }
}

/// What is wrong with a query, and where in it (bytes).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct QueryError {
    /// What is wrong.
    pub message: String,
    /// The part of the query that is meant, in bytes.
    pub at: Range<usize>,
}

impl Query {
    /// Whether every claim is meant.
    pub fn is_empty(&self) -> bool {
        *self == Query::default()
    }

    /// Reads a query. A value or phrase with blanks stands in quotation marks; a colon that no
    /// field name stands before is part of a word.
    pub fn parse(text: &str) -> Result<Query, QueryError> {
        let mut query = Query::default();
        for (at, term) in terms(text) {
            query.add(&term, at)?;
        }
        Ok(query)
    }

    fn add(&mut self, term: &str, at: Range<usize>) -> Result<(), QueryError> {
        let (field, value) = term.split_once(':').unwrap_or(("", term));
        let wrong = |message: String| QueryError { message, at: at.clone() };
        let values = || value.split([',', '،']).map(str::trim).filter(|v| !v.is_empty());
        if value.trim().is_empty() && is_field(field) {
            return Err(wrong(crate::say!("model-no-value", field = field)));
        }
        match field {
            "speaker" => self.speaker.push(value.to_owned()),
            "kind" => read_all(values(), &mut self.kind).map_err(wrong)?,
            "polarity" => read_all(values(), &mut self.polarity).map_err(wrong)?,
            "status" => read_all(values(), &mut self.status).map_err(wrong)?,
            "verdict" => self.verdict.extend(values().map(|v| v.to_lowercase().replace([' ', '-'], "_"))),
            "doc" => self.doc.extend(values().map(str::to_owned)),
            "order" => {
                self.order = Some(value.parse().map_err(|e: super::UnknownCode| wrong(e.to_string()))?)
            }
            "lang" => self.lang.extend(values().map(str::to_lowercase)),
            _ if !term.trim().is_empty() => self.words.push(term.to_owned()),
            _ => {}
        }
        Ok(())
    }
}

fn is_field(name: &str) -> bool {
    ["speaker", "kind", "polarity", "status", "verdict", "doc", "lang", "order"].contains(&name)
}

fn read_all<'a, T>(values: impl Iterator<Item = &'a str>, into: &mut Vec<T>) -> Result<(), String>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    for value in values {
        into.push(value.parse().map_err(|e: T::Err| e.to_string())?);
    }
    Ok(())
}

/// The terms of a query with their place; quotation marks are taken off.
fn terms(text: &str) -> Vec<(Range<usize>, String)> {
    let (mut found, mut term, mut start, mut quoted) = (Vec::new(), String::new(), 0, false);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match c {
            '"' | '“' | '”' | '«' | '»' => quoted = !quoted,
            c if c.is_whitespace() && (!quoted || at == text.len()) => {
                if !term.is_empty() {
                    found.push((start..at, std::mem::take(&mut term)));
                }
                start = at + c.len_utf8();
            }
            c => term.push(c),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_fields() {
        let q = Query::parse(
            "هدنة speaker:\"سامي العمران\" kind:casualty,violation verdict:mostly-false http://a.b",
        )
        .unwrap();
        assert_eq!(q.words, ["هدنة", "http://a.b"]);
        assert_eq!(q.speaker, ["سامي العمران"]);
        assert_eq!(q.kind, [Kind::Casualty, Kind::Violation]);
        assert_eq!(q.verdict, ["mostly_false"]);
        assert!(Query::parse("  ").unwrap().is_empty());
    }

    #[test]
    fn errors_point_at_the_term() {
        let error = Query::parse("truce kind:war").unwrap_err();
        assert_eq!(error.at, 6..14);
        assert!(error.message.contains("casualty"), "{error}");
        assert!(Query::parse("status:").is_err());
        assert_eq!(Query::parse("\"open").unwrap().words, ["open"]);
    }
}
