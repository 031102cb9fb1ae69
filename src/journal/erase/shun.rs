//! What is erased here for good, and which parts that is: one rule for erasing, for merging and for verifying.

use super::blank::{Span, covers, is_clean, united};
use super::{KINDS, Result};
use crate::journal::entry::{Body, EraseBody};
use crate::model::Field;
use crate::store::{self, Connection};
use std::collections::{HashMap, HashSet};

/// What is erased here.
#[derive(Debug, Default)]
pub struct Shun {
    /// Ids of what is erased whole.
    whole: HashSet<String>,
    /// Ids of checkers whose name and contact are.
    names: HashSet<String>,
    /// Of a document, by id, the places of its text that are blanked.
    blanks: HashMap<String, Vec<Span>>,
}

/// A part as it is looked at, whether it is here or to come.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Id of the subject.
    pub subject: &'a str,
    /// Kind of the entry.
    pub kind: &'a str,
    /// JSON, where there is some.
    pub body: Option<&'a str>,
    /// Whether it is a blob.
    pub blob: bool,
    /// The body of the part before it in its entry, where that speaks of the same subject.
    pub before: Option<&'a str>,
}

impl Shun {
    /// What is erased in an open casebook.
    pub fn of(conn: &Connection) -> Result<Shun> {
        let mut shun = Shun::default();
        for (_, id, whole) in store::erase::subjects(conn)? {
            match (whole, id.chars().next()) {
                (true, _) => drop(shun.whole.insert(id)),
                (false, Some('k')) => drop(shun.names.insert(id)),
                (false, _) => drop(shun.blanks.entry(id).or_default()),
            }
        }
        if !shun.blanks.is_empty() {
            for row in store::erase::all(conn)?.into_iter().filter(|row| row.state.is_done()) {
                row.body.as_deref().and_then(erase_body).into_iter().for_each(|body| shun.blank(&body));
            }
        }
        Ok(shun)
    }

    /// Adds the places that an erasure blanks.
    pub fn blank(&mut self, body: &EraseBody) {
        for text in &body.blanks {
            let spans = self.blanks.entry(text.document.to_string()).or_default();
            *spans = united(spans.iter().chain(&text.spans).copied());
        }
    }

    /// Adds a subject.
    pub fn add(&mut self, id: &str) {
        match id.starts_with('k') {
            true => self.names.insert(id.to_owned()),
            false => self.whole.insert(id.to_owned()),
        };
    }

    /// Whether nothing is erased, so that nothing need be looked at.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.names.is_empty() && self.blanks.is_empty()
    }

    /// Whether this is erased whole.
    pub fn is_whole(&self, id: &str) -> bool {
        self.whole.contains(id)
    }

    /// The places of a document's text that are blanked; none where it is as it was.
    pub fn spans(&self, document: &str) -> Option<&[Span]> {
        self.blanks.get(document).map(Vec::as_slice)
    }

    /// What a body makes hangs on something erased, so that it is erased with it.
    pub fn hangs(&self, body: &str) -> bool {
        let on = match serde_json::from_str(body) {
            Ok(Body::Evidence(evidence)) => Some(evidence.claim),
            Ok(Body::Verdict(verdict)) => Some(verdict.claim),
            Ok(Body::Comment { claim, .. }) => Some(claim),
            Ok(Body::Claim(claim)) => claim.document,
            _ => None,
        };
        on.is_some_and(|id| self.is_whole(id.as_str()))
    }

    /// Whether a part is one of those that are erased. `text` reads the part's blob, where it must be looked into.
    pub fn shuns(&self, part: Seen, text: impl FnOnce() -> Result<Option<String>>) -> Result<bool> {
        if self.names.contains(part.subject) {
            return Ok(part.body.is_some_and(is_name));
        }
        if self.is_whole(part.subject) {
            return Ok(part.blob || !is_of_erasure(part.kind, part.body));
        }
        let Some(spans) = self.spans(part.subject).filter(|_| part.blob) else { return Ok(false) };
        // Nothing but a text in which all of it is blanked may stay, whatever its writer says that it is.
        let claims_to_be = match part.before.map(serde_json::from_str) {
            Some(Ok(Body::Blank { spans: theirs })) => covers(&united(theirs), spans),
            _ => false,
        };
        Ok(!(claims_to_be && text()?.is_some_and(|text| is_clean(&text, spans))))
    }
}

/// The body of an erasure.
pub fn erase_body(body: &str) -> Option<EraseBody> {
    match serde_json::from_str(body) {
        Ok(Body::Erase(body)) => Some(body),
        _ => None,
    }
}

/// What an erasure says of itself stays.
fn is_of_erasure(kind: &str, body: Option<&str>) -> bool {
    let says = |body: &str| {
        matches!(
            serde_json::from_str(body),
            Ok(Body::Erase(_) | Body::Blank { .. } | Body::EraseConfirm { .. } | Body::EraseRefuse { .. })
        )
    };
    KINDS.contains(&kind) && body.is_none_or(says)
}

fn is_name(body: &str) -> bool {
    matches!(serde_json::from_str(body), Ok(Body::Set(write)) if matches!(write.field, Field::Name | Field::Contact))
}
