//! Whether one entry is what it says: each check is over the entry itself and its place in the chain.

use super::super::entry::{self, CASEBOOK, Hash, Header, hex, unhex};
use super::super::signed::{Signed, all_verify, verifies};
use crate::locale::Spoken;
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
pub type What = Spoken;

/// Checks an entry against its place, its hash, its signature and its parts; gives its header.
pub fn entry(raw: &RawEntry, link: &Link) -> Result<Header, What> {
    entry_signed(raw, link, false)
}

/// Checks entries as [`entry`] does, their signatures together, which takes a quarter of the time; `found` is told of each.
pub fn entries(all: &[(RawEntry, Link)], mut found: impl FnMut(&RawEntry, &Link, Result<Header, What>)) {
    let signed = all.iter().filter_map(|(raw, link)| {
        Some(Signed { key: &link.key, hash: &raw.hash, signature: raw.signature.as_ref()? })
    });
    let signed: Vec<_> = signed.collect();
    let proved = all_verify(&signed);
    for (raw, link) in all {
        found(raw, link, entry_signed(raw, link, proved));
    }
}

/// Checks an entry whose signature is known to hold for the hash that it gives, or is checked here.
fn entry_signed(raw: &RawEntry, link: &Link, proved: bool) -> Result<Header, What> {
    let header = header(raw, link)?;
    let mut committed = Vec::with_capacity(raw.parts.len());
    for (n, part) in raw.parts.iter().enumerate() {
        let subject = part_form(part, n)?;
        committed.push((subject, &part.commitment));
    }
    if entry::entry_hash(&raw.header, committed.into_iter()) != raw.hash {
        return Err(crate::spoken!("fault-hash"));
    }
    match &raw.signature {
        Some(signature) if !proved && !verifies(&link.key, &raw.hash, signature) => {
            return Err(crate::spoken!("fault-signature"));
        }
        None if !header.frontier.is_empty() => return Err(crate::spoken!("fault-names-unsigned")),
        _ => {}
    }
    raw.parts.iter().try_for_each(body)?;
    Ok(header)
}

fn header(raw: &RawEntry, link: &Link) -> Result<Header, What> {
    if raw.header.len() > LONGEST || raw.kind.len() > LONGEST_NAME || raw.action.len() > LONGEST_NAME {
        return Err(crate::spoken!("fault-long-header"));
    }
    let header: Header =
        serde_json::from_str(&raw.header).map_err(|e| crate::spoken!("fault-header", why = e.to_string()))?;
    let same = i64::try_from(header.seq) == Ok(raw.seq)
        && header.at == raw.at
        && header.kind == raw.kind
        && header.action == raw.action;
    if !same {
        return Err(crate::spoken!("fault-columns"));
    }
    if header.prev != link.prev.map(|hash| hex(&hash)).unwrap_or_default() {
        return Err(crate::spoken!("fault-before"));
    }
    if header.frontier.iter().any(|hash| unhex(hash).is_none()) {
        return Err(crate::spoken!("fault-no-hash"));
    }
    match (&header.opens, link.prev) {
        (Some(opens), None) => {
            if raw.hash != link.sitting {
                return Err(crate::spoken!("fault-sitting-id"));
            }
            if opens.key != hex(&link.key) {
                return Err(crate::spoken!("fault-other-key"));
            }
            if opens.nonce.len() != 32 || opens.casebook.is_empty() || opens.casebook.len() > LONGEST_NAME {
                return Err(crate::spoken!("fault-no-nonce"));
            }
        }
        (None, Some(_)) => {}
        _ => return Err(crate::spoken!("fault-opens")),
    }
    Ok(header)
}

/// What must hold of any part, whatever it says; gives its subject.
fn part_form(part: &RawPart, n: usize) -> Result<&str, What> {
    if usize::try_from(part.n) != Ok(n) {
        return Err(crate::spoken!("fault-part-missing", n = n));
    }
    let Some(subject) = part.subject.as_deref().filter(|s| is_name(s)) else {
        return Err(crate::spoken!("fault-part-of-nothing", n = n));
    };
    let (salt, body, blob) = (part.salt.is_some(), part.body.is_some(), part.blob.is_some());
    match (part.state.as_str(), salt, body, blob) {
        ("present", true, true, false) | ("present", true, false, true) => Ok(subject),
        ("withheld" | "erased", false, false, false) => Ok(subject),
        ("present" | "withheld" | "erased", ..) => {
            Err(crate::spoken!("fault-part-form", n = n, subject = subject, state = &part.state))
        }
        _ => Err(crate::spoken!("fault-part-state", n = n, subject = subject)),
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
    let (n, subject) = (part.n, part.subject.as_deref().unwrap_or_default());
    if body.len() > LONGEST {
        return Err(crate::spoken!("fault-part-long", n = n, subject = subject));
    }
    if entry::commitment(salt, body.as_bytes()) != part.commitment {
        return Err(crate::spoken!("fault-part-words", n = n, subject = subject));
    }
    match serde_json::from_str::<IgnoredAny>(body) {
        Ok(_) => Ok(()),
        Err(e) => Err(crate::spoken!("fault-part-unread", n = n, subject = subject, why = e.to_string())),
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
