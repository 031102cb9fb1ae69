//! The search index: folded words of claims, and the expression that a query becomes.

use super::{Connection, Result, claim, run};
use crate::text::{alternates, fold, words};
use rusqlite::params;

/// Puts a claim's words into the index, in place of what stood there.
pub fn index(conn: &Connection, num: i64, fresh: bool) -> Result<()> {
    if !fresh {
        run(conn, include_str!("drop.sql"), [num])?;
    }
    let Some((text, speaker)) = claim::searchable(conn, num)? else {
        return Ok(());
    };
    let (text, speaker) = (fold(&text), fold(&speaker));
    // The whole words stand in the other columns.
    let others = |word: &str| alternates(word).into_iter().filter(|form| form != word).collect::<Vec<_>>();
    let mut forms: Vec<String> = words(&text).chain(words(&speaker)).flat_map(others).collect();
    forms.sort_unstable();
    forms.dedup();
    run(conn, include_str!("put.sql"), params![num, text, speaker, forms.join(" ")]).map(drop)
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
    claims.into_iter().try_for_each(|num| index(conn, num, false))
}
