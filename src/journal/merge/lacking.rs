//! Entries that others name and that are nowhere: cut off, left out of a merge before, or made up.
//!
//! Once such a name is taken, `verify` misses what it names for ever. So it is taken only where a person says so.

use super::super::entry::{Body, CASEBOOK, Hash, hex, unhex};
use super::super::{CasebookError, Result};
use super::incoming::Source;
use crate::store::journal::{self as rows, Entries};
use crate::store::{self, Connection};
use std::collections::HashSet;

/// Refuses files whose new entries name some that are neither here nor in any of them, nor said to be lost.
pub fn refuse(conn: &Connection, sources: &[Source]) -> Result<()> {
    let mut lost: Option<HashSet<Hash>> = None;
    for source in sources {
        let mut missing: Option<(i64, Hash)> = None;
        for (hash, by) in &source.named {
            if missing.is_some_and(|(first, _)| first <= *by) || is_here(conn, sources, hash)? {
                continue;
            }
            let lost = match &mut lost {
                Some(lost) => lost,
                none => none.insert(told_lost(conn)?),
            };
            if !lost.contains(hash) {
                missing = Some((*by, *hash));
            }
        }
        if let Some((by, hash)) = missing {
            let place = source.foreign.place_of(by).map_err(|e| source.foreign.told(e))?;
            let (sitting, seq) = place.unwrap_or_default();
            let (path, sitting) = (source.foreign.path().to_owned(), hex(&sitting));
            return Err(CasebookError::Lacking { path, sitting, seq, hash: hex(&hash) });
        }
    }
    Ok(())
}

fn is_here(conn: &Connection, sources: &[Source], hash: &Hash) -> Result<bool> {
    if rows::entry_by_hash(conn, hash)?.is_some() {
        return Ok(true);
    }
    for source in sources {
        let told = |e| source.foreign.told(e);
        if source.told_lost.contains(hash) || source.foreign.has_entry(hash).map_err(told)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The entries that somebody who salvaged this casebook said are lost.
fn told_lost(conn: &Connection) -> Result<HashSet<Hash>> {
    let Some(num) = store::journal::subject(conn, CASEBOOK)? else { return Ok(HashSet::new()) };
    let parts = rows::parts_of_subject(conn, &mut Entries::default(), num)?;
    let missing = parts.into_iter().filter_map(|part| match serde_json::from_str(&part.body) {
        Ok(Body::Recovered { missing, .. }) => Some(missing),
        _ => None,
    });
    Ok(missing.flatten().filter_map(|hash| unhex(&hash)).collect())
}
