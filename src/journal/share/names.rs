//! Where the names of those redacted still stand in what goes along: in others' words, texts and files.

use super::{Progress, not_stopped};
use crate::journal::Result;
use crate::journal::entry::Body;
use crate::model::Field;
use crate::store::journal::Entries;
use crate::store::{self, Connection, share as rows};
use crate::text;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

/// The largest text that is read as text, in bytes; a larger one, or what is none, is sought through byte by byte.
const TEXT: u64 = 16 << 20;
/// The shortest word of a name that is looked for by itself.
const SHORTEST: usize = 3;
/// Parts read between two words of progress.
const STEP: u64 = 1_000;

/// A name, a word of one, or a contact, as folded for search.
pub type Term = String;

/// A place in what goes along where a name of somebody redacted stands, or a word of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Still {
    /// Id of the claim, document or checker, or `casebook`.
    pub at: String,
    /// What holds it there, such as `verdict`.
    pub what: String,
    /// How often.
    pub times: u64,
}

/// What the checkers ever called themselves and where they could be reached.
pub fn terms(conn: &Connection, checkers: &[i64]) -> Result<Vec<Term>> {
    let mut terms = Vec::new();
    for num in checkers {
        for part in store::journal::parts_of_subject(conn, &mut Entries::default(), *num)? {
            let Ok(Body::Set(write)) = serde_json::from_str(&part.body) else { continue };
            let value = text::fold(write.value.as_str().unwrap_or_default());
            if write.field == Field::Name {
                terms
                    .extend(text::words(&value).filter(|w| w.chars().count() >= SHORTEST).map(str::to_owned));
            }
            if matches!(write.field, Field::Name | Field::Contact) {
                terms.push(value);
            }
        }
    }
    terms.retain(|term| !term.is_empty());
    terms.sort_unstable();
    terms.dedup();
    Ok(terms)
}

/// Looks for them in every part of a copy that goes along.
pub fn find(
    conn: &Connection,
    terms: &[Term],
    stop: &AtomicBool,
    progress: &mut Progress,
) -> Result<Vec<Still>> {
    let mut found: BTreeMap<(String, &'static str), u64> = BTreeMap::new();
    let mut add = |subject: &str, body: Option<&str>| -> Result<()> {
        *found.entry(place(conn, subject, body)?).or_default() += 1;
        Ok(())
    };
    let all = rows::states(conn)?.into_iter().find(|(state, _)| state == "present").map_or(0, |(_, n)| n);
    let mut done = 0;
    rows::each_body(conn, |subject, body| {
        done += 1;
        if done % STEP == 0 {
            progress(done, all);
            not_stopped(stop)?;
        }
        let value: Value = serde_json::from_str(body).unwrap_or_default();
        if stands_in(&value, terms) { add(subject, Some(body)) } else { Ok(()) }
    })?;
    let (all, mut done, mut last) = (rows::blob_bytes(conn)?, 0, 0);
    rows::each_blob(conn, |subject, num, size| {
        // A document's bytes are often its text.
        if num != std::mem::replace(&mut last, num) && blob_holds(conn, num, size, terms)? {
            add(subject, None)?;
        }
        done += size;
        progress(done.min(all), all);
        not_stopped(stop)
    })?;
    Ok(found.into_iter().map(|((at, what), times)| Still { at, what: what.to_owned(), times }).collect())
}

fn stands_in(value: &Value, terms: &[Term]) -> bool {
    match value {
        Value::String(text) => holds(&text::fold(text), terms),
        Value::Array(values) => values.iter().any(|value| stands_in(value, terms)),
        Value::Object(fields) => fields.values().any(|value| stands_in(value, terms)),
        _ => false,
    }
}

/// Whether a folded text holds one of the terms as a word: an Arabic one may have others written onto its beginning.
fn holds(text: &str, terms: &[Term]) -> bool {
    terms.iter().any(|term| {
        let joins = term.starts_with(|c: char| !c.is_ascii());
        text.match_indices(term.as_str()).any(|(at, _)| {
            let before = text.get(..at).and_then(|t| t.chars().next_back());
            let after = text.get(at + term.len()..).unwrap_or_default();
            let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
            // Folding drops the apostrophe of “Nadim's”.
            let ends = ends(after) || after.strip_prefix('s').is_some_and(ends);
            (joins || !before.is_some_and(char::is_alphanumeric)) && ends
        })
    })
}

/// A file's bytes as text where they are one; else each term as it stands in UTF-8, letters of ASCII in any case.
fn blob_holds(conn: &Connection, num: i64, size: u64, terms: &[Term]) -> Result<bool> {
    if size <= TEXT {
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        store::journal::read_blob(conn, num, &mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })?;
        if let Ok(text) = std::str::from_utf8(&bytes) {
            return Ok(holds(&text::fold(text), terms));
        }
    }
    let longest = terms.iter().map(String::len).max().unwrap_or_default();
    let Ok(terms) = aho_corasick::AhoCorasick::builder().ascii_case_insensitive(true).build(terms) else {
        return Ok(false);
    };
    let (mut window, mut found) = (Vec::new(), false);
    store::journal::read_blob(conn, num, &mut |piece| {
        window.extend_from_slice(piece);
        found |= terms.is_match(&window);
        // What is left could be the beginning of a term.
        window.drain(..window.len().saturating_sub(longest));
        Ok(())
    })?;
    Ok(found)
}

/// The claim, document or other thing that a subject's words are to be looked for at.
fn place(conn: &Connection, subject: &str, body: Option<&str>) -> Result<(String, &'static str)> {
    let claim = |num: Option<i64>, what| -> Result<(String, &'static str)> {
        let id = num.map(|num| store::journal::subject_id(conn, num)).transpose()?.flatten();
        Ok((id.unwrap_or_else(|| subject.to_owned()), what))
    };
    let num = store::journal::subject(conn, subject)?.unwrap_or_default();
    match subject.chars().next() {
        _ if subject == super::super::entry::CASEBOOK => Ok((subject.to_owned(), "publisher or scale")),
        Some('c') => Ok((subject.to_owned(), "claim")),
        Some('d') if body.is_none() => Ok((subject.to_owned(), "text")),
        Some('d') => Ok((subject.to_owned(), "document")),
        Some('e') if body.is_none() => claim(store::evidence::claim_of(conn, num)?, "file of evidence"),
        Some('e') => claim(store::evidence::claim_of(conn, num)?, "evidence"),
        Some('v') => claim(store::verdict::claim_of(conn, num)?, "verdict"),
        Some('m') => claim(store::comment::claim_of(conn, num)?, "comment"),
        Some('x') => Ok((subject.to_owned(), "extraction")),
        _ => Ok((subject.to_owned(), "checker")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_word_however_it_is_written() {
        let terms: Vec<Term> = ["nadim haddad", "nadim", "سلمي"].map(str::to_owned).to_vec();
        let table = [
            ("Ask NADIM about it.", true),
            ("nadim's notes", true),
            ("Nadímah said so", false),
            ("قالت لسَلمى إن", true),
            ("a word of nobody", false),
            ("Haddad alone is too common a word to be in the list", false),
        ];
        for (text, wanted) in table {
            let value = serde_json::json!({"set": {"field": "note", "value": [text]}});
            assert_eq!(stands_in(&value, &terms), wanted, "{text}");
        }
    }
}
