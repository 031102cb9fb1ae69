//! The search index: folded words of claims, and the expression that a query becomes.

use super::claim::{self, ClaimRow};
use super::{Connection, Result, run};
use crate::text::{alternates, fold, words};
use rusqlite::{CachedStatement, params};
use std::borrow::Cow;

/// What a claim is found by, as it is written: all words that are searched, and the speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// The claim's words, the role, the translation and the document's title, a line each.
    pub words: String,
    /// The speaker.
    pub speaker: String,
}

impl Searched {
    /// Of a claim's row, and the title of its document.
    pub fn of(claim: &ClaimRow, title: &str) -> Searched {
        let ClaimRow { text, role, translation, speaker, .. } = claim;
        Searched { words: format!("{text}\n{role}\n{translation}\n{title}"), speaker: speaker.clone() }
    }
}

/// Puts words of claims into the index.
pub struct Indexing<'c> {
    conn: &'c Connection,
    put: CachedStatement<'c>,
}

impl<'c> Indexing<'c> {
    /// Nothing is put yet.
    pub fn on(conn: &'c Connection) -> Result<Indexing<'c>> {
        Ok(Indexing { conn, put: conn.prepare_cached(include_str!("put.sql"))? })
    }

    /// Puts a claim's words into the index, in place of what stood there.
    pub fn again(&mut self, num: i64) -> Result<()> {
        run(self.conn, include_str!("drop.sql"), [num])?;
        match claim::searchable(self.conn, num)? {
            Some(searched) => self.fresh(num, &Words::of(&searched)),
            None => Ok(()),
        }
    }

    /// Puts words of a claim of which the index holds nothing.
    pub fn fresh(&mut self, num: i64, words: &Words) -> Result<()> {
        self.put.execute(params![num, words.words, words.speaker, words.forms]).map(drop)
    }
}

/// What the index takes of a claim.
#[derive(Debug)]
pub struct Words {
    words: String,
    speaker: String,
    forms: String,
}

impl Words {
    /// The words that a claim is found by, as the index wants them.
    pub fn of(searched: &Searched) -> Words {
        let (text, speaker) = (fold(&searched.words), fold(&searched.speaker));
        // The whole words, which come first, stand in the other columns.
        let others = |word| alternates(word).into_iter().skip(1);
        let mut forms: Vec<Cow<str>> = words(&text).chain(words(&speaker)).flat_map(others).collect();
        forms.sort_unstable();
        forms.dedup();
        let forms = forms.join(" ");
        Words { words: text, speaker, forms }
    }
}

/// The index expression for words anywhere and words of the speaker's name; none if there are none.
///
/// A word is found as the beginning of a word, and under its other forms; a number only as it is.
pub fn expression(anywhere: &[String], speaker: &[String]) -> Option<String> {
    let mut terms = Vec::new();
    for word in folded(anywhere) {
        let beginning = if word.bytes().all(|b| b.is_ascii_digit()) { "" } else { "*" };
        let mut ways = vec![
            format!("{{words speaker}} : {}{beginning}", quoted(&word)),
            format!("forms : {}", quoted(&word)),
        ];
        let other = alternates(&word);
        ways.extend(other.iter().map(|form| format!("{{words speaker forms}} : {}", quoted(form))));
        terms.push(format!("({})", ways.join(" OR ")));
    }
    for word in folded(speaker) {
        terms.push(format!("(speaker : {}*)", quoted(&word)));
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

fn folded(given: &[String]) -> Vec<String> {
    given.iter().flat_map(|text| words(&fold(text)).map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

/// Empties the index, in a copy made to hand over.
pub fn empty(conn: &Connection) -> Result<()> {
    conn.execute_batch(include_str!("empty.sql"))
}

/// Whether there are claims and not a word of them in the index: a shared copy comes so.
pub fn lacks(conn: &Connection) -> Result<bool> {
    Ok(super::row(conn, include_str!("lacks.sql"), [], |r| r.get(0))?.unwrap_or(false))
}

/// Fills an empty index.
pub fn fill(conn: &Connection) -> Result<()> {
    let claims: Vec<i64> = super::rows(conn, include_str!("claims.sql"), [], |r| r.get(0))?;
    let mut indexing = Indexing::on(conn)?;
    claims.into_iter().try_for_each(|num| indexing.again(num))
}
