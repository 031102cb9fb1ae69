//! Proving erasures: everything that they say is gone, nothing else is, and no part went without one.

use super::out::{document_of, is_left, telling};
use super::shun::{Shun, erase_body};
use super::{IdKind, Result};
use crate::journal::entry::{Body, hex};
use crate::journal::proof::Faults;
use crate::model::Id;
use crate::store::erase::{ErasureRow, State};
use crate::store::{self, Connection};
use std::collections::{HashMap, HashSet};

/// Compares what is erased in a file with what its erasures say.
pub fn check(conn: &Connection, faults: &mut Faults) -> Result<()> {
    for entry in store::erase::unlike(conn)? {
        faults.in_the_end(crate::spoken!("fault-erasure-kind", entry = entry));
    }
    let shun = Shun::of(conn)?;
    for id in store::erase::unaccounted(conn)? {
        let id = id.unwrap_or_default();
        if was_moved(conn, &id, &shun)? {
            continue;
        }
        faults.in_the_end(crate::spoken!("fault-erased-without", id = &id));
    }
    let mut said: HashMap<String, bool> = HashMap::new();
    let mut undone = HashSet::new();
    for id in store::erase::strange(conn)? {
        faults.in_the_end(crate::spoken!("fault-erased-list", id = &id));
    }
    for row in store::erase::all(conn)? {
        if !is_as_decided(conn, &row)? {
            faults.in_the_end(crate::spoken!("fault-erasure-state", id = &row.subject));
        }
        let body = row.body.as_deref().and_then(erase_body);
        if !row.state.is_done() {
            if let Some(body) = body {
                undone.extend(body.blanks.iter().map(|text| text.document.to_string()));
                undone.extend(body.subjects.iter().map(Id::to_string));
            }
            continue;
        }
        let Some(body) = body else {
            faults.in_the_end(crate::spoken!("fault-erasure-covers", id = &row.subject));
            continue;
        };
        for text in &body.blanks {
            said.entry(text.document.to_string()).or_default();
        }
        for id in &body.subjects {
            *said.entry(id.to_string()).or_default() |= id.kind() != Some(IdKind::Checker);
        }
    }
    kept(conn, said, (&undone, &shun), faults)
}

/// Whether what is noted of an erasure is what the journal says was decided here. What was decided in another copy
/// binds nobody, and a sitting that was carried on elsewhere is not this copy's any more: less is known then.
pub fn is_as_decided(conn: &Connection, row: &ErasureRow) -> Result<bool> {
    let (mut confirmed, mut refused, mut refused_here) = (false, false, false);
    let hash = hex(&row.hash);
    for (_, body, here) in store::erase::decisions(conn, &row.subject)? {
        match body.map(|body| serde_json::from_str(&body)) {
            Some(Ok(Body::EraseConfirm { erasure })) if erasure == hash => confirmed |= here,
            Some(Ok(Body::EraseRefuse { erasure, .. })) if erasure == hash => {
                refused = true;
                refused_here |= here;
            }
            _ => {}
        }
    }
    let settled = row.here || confirmed;
    Ok(match row.state {
        State::Done | State::Swept => true,
        State::Waiting => !settled && !refused_here,
        State::Refused => !settled && refused,
    })
}

/// Whether this is a claim of a document in which words are blanked: that it was put there went, and it did not.
fn was_moved(conn: &Connection, id: &str, shun: &Shun) -> Result<bool> {
    let Some(num) = store::journal::subject(conn, id)?.filter(|_| id.starts_with('c')) else {
        return Ok(false);
    };
    Ok(document_of(conn, num)?.is_some_and(|document| shun.spans(document.as_str()).is_some()))
}

/// Compares the list of what is erased with what was said, and looks for parts that should be gone.
fn kept(
    conn: &Connection,
    mut said: HashMap<String, bool>,
    (undone, shun): (&HashSet<String>, &Shun),
    faults: &mut Faults,
) -> Result<()> {
    for (num, id, whole) in store::erase::subjects(conn)? {
        let right = match said.remove(&id) {
            Some(said) => said == whole,
            // It came later and hung on what was erased, or its erasure was lost with a damaged file.
            None => {
                let hangs = !id.starts_with(['d', 'k']);
                let may = if hangs { whole } else { !undone.contains(&id) };
                may && store::erase::has_erased_part(conn, num)?
            }
        };
        if !right {
            faults.in_the_end(crate::spoken!("fault-erased-list", id = &id));
        }
        if is_left(conn, (num, &id), shun)? {
            faults.in_the_end(crate::spoken!("fault-erased-there", id = &id));
        }
    }
    for id in telling(conn, shun)? {
        faults.in_the_end(crate::spoken!("fault-erased-told", id = &id));
    }
    for id in said.into_keys() {
        faults.in_the_end(crate::spoken!("fault-erased-unlisted", id = &id));
    }
    Ok(())
}
