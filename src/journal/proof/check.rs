//! Whether one entry is what it says: each check is over the entry itself and its place in the chain.

use super::super::entry::{self, CASEBOOK, Hash, Header, hex, unhex};
use super::super::keyring::verifies;
use crate::store::foreign::{RawEntry, RawPart};
use serde::de::IgnoredAny;

/// The longest header or body that is taken, in bytes.
pub const LONGEST: usize = 8 << 20;
/// The longest name of a subject, a kind or an action.
const LONGEST_NAME: usize = 64;

/// An entry's place in its chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Id of the sitting.
    pub sitting: Hash,
    /// The key that it is signed with.
    pub key: [u8; 32],
    /// Hash of the entry before; none for the first.
    pub prev: Option<Hash>,
}

/// What is wrong, in words.
pub type What = String;

/// Checks an entry against its place, its hash, its signature and its parts; gives its header.
pub fn entry(raw: &RawEntry, link: &Link) -> Result<Header, What> {
    let header = header(raw, link)?;
    let mut committed = Vec::with_capacity(raw.parts.len());
    for (n, part) in raw.parts.iter().enumerate() {
        let subject = part_form(part, n)?;
        committed.push((subject, &part.commitment));
    }
    if entry::entry_hash(&raw.header, committed.into_iter()) != raw.hash {
        return Err("its hash is not that of its header and parts".into());
    }
    match &raw.signature {
        Some(signature) if !verifies(&link.key, &raw.hash, signature) => {
            return Err("its signature was not made with its sitting's key".into());
        }
        None if !header.frontier.is_empty() => return Err("it names others and is not signed".into()),
        _ => {}
    }
    raw.parts.iter().try_for_each(body)?;
    Ok(header)
}

fn header(raw: &RawEntry, link: &Link) -> Result<Header, What> {
    if raw.header.len() > LONGEST || raw.kind.len() > LONGEST_NAME || raw.action.len() > LONGEST_NAME {
        return Err("its header is too long".into());
    }
    let header: Header =
        serde_json::from_str(&raw.header).map_err(|e| format!("its header cannot be read: {e}"))?;
    let same = i64::try_from(header.seq) == Ok(raw.seq)
        && header.at == raw.at
        && header.kind == raw.kind
        && header.action == raw.action;
    if !same {
        return Err("its columns are not those of its header".into());
    }
    if header.prev != link.prev.map(|hash| hex(&hash)).unwrap_or_default() {
        return Err("it does not name the entry before it".into());
    }
    if header.frontier.iter().any(|hash| unhex(hash).is_none()) {
        return Err("it names an entry by what is no hash".into());
    }
    match (&header.opens, link.prev) {
        (Some(opens), None) => {
            if raw.hash != link.sitting {
                return Err("its hash is not the sitting's id".into());
            }
            if opens.key != hex(&link.key) {
                return Err("it opens the sitting with another key".into());
            }
            if opens.nonce.len() != 32 || opens.casebook.is_empty() || opens.casebook.len() > LONGEST_NAME {
                return Err("it opens the sitting without nonce or casebook".into());
            }
        }
        (None, Some(_)) => {}
        _ => return Err("only the first entry opens a sitting, and it must".into()),
    }
    Ok(header)
}

/// What must hold of any part, whatever it says; gives its subject.
fn part_form(part: &RawPart, n: usize) -> Result<&str, What> {
    if usize::try_from(part.n) != Ok(n) {
        return Err(format!("part {n} is missing"));
    }
    let Some(subject) = part.subject.as_deref().filter(|s| is_name(s)) else {
        return Err(format!("part {n} speaks of nothing"));
    };
    let (salt, body, blob) = (part.salt.is_some(), part.body.is_some(), part.blob.is_some());
    match (part.state.as_str(), salt, body, blob) {
        ("present", true, true, false) | ("present", true, false, true) => Ok(subject),
        ("withheld" | "erased", false, false, false) => Ok(subject),
        ("present" | "withheld" | "erased", ..) => {
            Err(format!("part {n} ({subject}) is not as a part that is {} must be", part.state))
        }
        _ => Err(format!("part {n} ({subject}) is neither present, withheld nor erased")),
    }
}

fn is_name(subject: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    subject == CASEBOOK
        || (!subject.is_empty() && subject.len() <= LONGEST_NAME && subject.bytes().all(plain))
}

/// A body that is there must have its commitment, and be JSON.
fn body(part: &RawPart) -> Result<(), What> {
    let (Some(body), Some(salt)) = (&part.body, &part.salt) else { return Ok(()) };
    let name = || format!("part {} ({})", part.n, part.subject.as_deref().unwrap_or_default());
    if body.len() > LONGEST {
        return Err(format!("{} is too long", name()));
    }
    if entry::commitment(salt, body.as_bytes()) != part.commitment {
        return Err(format!("the words of {} are not those committed to", name()));
    }
    match serde_json::from_str::<IgnoredAny>(body) {
        Ok(_) => Ok(()),
        Err(e) => Err(format!("{} cannot be read: {e}", name())),
    }
}

/// Whether a part is there and, where it has words, these are those that a commitment is to.
pub fn fills(part: &RawPart, commitment: &Hash) -> bool {
    let n = usize::try_from(part.n).unwrap_or_default();
    part.state == "present"
        && part.commitment == *commitment
        && part_form(part, n).is_ok()
        && body(part).is_ok()
}
