//! What a copy tells of all that happened, whether or not it holds what was said.

use super::super::keyring::public_line;
use crate::journal::{Result, clock};
use crate::model::{Id, IdKind};
use crate::store::{self, Connection, share as rows};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::collections::HashMap;

/// What the headers of a copy's entries tell, and how much of the rest there is.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Tells {
    /// Entries: each with its time, its writer, its kind and what it is about.
    pub entries: u64,
    /// When the first was written.
    pub first: DateTime<Utc>,
    /// When the last was written.
    pub last: DateTime<Utc>,
    /// Parts that are there.
    pub present: u64,
    /// Parts that are withheld.
    pub withheld: u64,
    /// Parts that were erased.
    pub erased: u64,
    /// Who wrote.
    pub checkers: Vec<Writer>,
    /// How many entries there are of each kind.
    pub kinds: Vec<(String, u64)>,
    /// What ids there are.
    pub ids: Vec<Told>,
}

/// A checker as a copy tells of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Writer {
    /// Their id.
    pub id: Id,
    /// Their name, where it goes along.
    pub name: String,
    /// Their key's fingerprint.
    pub fingerprint: String,
    /// How many entries they wrote.
    pub entries: u64,
}

/// Ids of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// What is named.
    pub what: String,
    /// How many ids are told.
    pub ids: u64,
    /// Of how many of them something that is said goes along.
    pub here: u64,
}

/// Reads it from the copy.
pub fn of(conn: &Connection) -> Result<Tells> {
    let (entries, first, last) = rows::span(conn)?;
    let states: HashMap<String, u64> = rows::states(conn)?.into_iter().collect();
    let state = |name: &str| states.get(name).copied().unwrap_or_default();
    let known: HashMap<Id, (String, [u8; 32])> = store::checker::all(conn)?
        .into_iter()
        .map(|(checker, key)| (checker.id, (checker.name, key)))
        .collect();
    let writers = rows::writers(conn)?.into_iter().filter_map(|(id, entries)| {
        let id: Id = id.parse().ok()?;
        let (name, key) = known.get(&id).cloned().unwrap_or_default();
        Some(Writer { id, name, fingerprint: public_line(&key).1, entries })
    });
    Ok(Tells {
        entries,
        first: clock::time(first),
        last: clock::time(last),
        present: state("present"),
        withheld: state("withheld"),
        erased: state("erased"),
        checkers: writers.collect(),
        kinds: rows::kinds(conn)?,
        ids: ids(conn)?,
    })
}

fn ids(conn: &Connection) -> Result<Vec<Told>> {
    let found = rows::subjects(conn)?;
    let told = |kind: IdKind| {
        let of_kind = |(letter, ..): &&(String, u64, u64)| letter.starts_with(kind.letter());
        let (_, ids, here) = found.iter().find(of_kind)?;
        Some(Told { what: kind.word().to_owned(), ids: *ids, here: *here })
    };
    Ok(IdKind::ALL.into_iter().filter_map(told).collect())
}
