//! What is erased here for good, and which parts that is: one rule for erasing, for merging and for verifying.

use super::blank::{Span, covers, is_clean, overlap, united};
use super::{KINDS, Result};
use crate::journal::CasebookError;
use crate::journal::entry::{Body, EraseBody, SpanValue};
use crate::model::{Field, Id, IdKind};
use crate::store::{self, Connection};
use std::collections::{HashMap, HashSet};

/// The kinds of entries that write what a checker is called.
const NAMING: [&str; 4] = ["whoami", "resolve", "undo", "redo"];

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
    /// The bodies of the part before it in its entry and of the one before that, where they speak of the same subject.
    pub before: [Option<&'a str>; 2],
    /// The document of a claim, where that is known.
    pub document: Option<&'a str>,
}

impl Seen<'_> {
    /// Whether its content is not here, so that its place must tell what it is.
    fn is_absent(&self) -> bool {
        self.body.is_none() && !self.blob
    }

    /// Whether it is a document's text or its bytes as received; the spans that are said to be blanked in it.
    fn text(&self) -> Option<Vec<Span>> {
        if self.body.is_some() {
            return None;
        }
        let said = |body: Option<&str>| body.and_then(|body| serde_json::from_str(body).ok());
        match (said(self.before[0]), said(self.before[1])) {
            (Some(Body::Blank { spans }), _) => Some(united(spans)),
            (Some(Body::Document(_)), _) | (_, Some(Body::Document(_))) => Some(Vec::new()),
            _ => self.blob.then(Vec::new),
        }
    }
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

    /// Ids of the documents in which words are blanked.
    pub fn blanked(&self) -> impl Iterator<Item = &str> {
        self.blanks.keys().map(String::as_str)
    }

    /// The places of a document's text that are blanked; none where it is as it was.
    pub fn spans(&self, document: &str) -> Option<&[Span]> {
        self.blanks.get(document).map(Vec::as_slice)
    }

    /// What a body makes hangs on something erased, so that it is erased with it.
    pub fn hangs(&self, body: &str) -> bool {
        let (on, blanked) = self.stands(body);
        blanked || on.is_some_and(|id| self.is_whole(id.as_str()))
    }

    /// What a body's thing hangs on, and whether it stands where words are blanked.
    fn stands(&self, body: &str) -> (Option<Id>, bool) {
        match serde_json::from_str(body) {
            Ok(Body::Evidence(evidence)) => (Some(evidence.claim), false),
            Ok(Body::Verdict(verdict)) => (Some(verdict.claim), false),
            Ok(Body::Comment { claim, .. }) => (Some(claim), false),
            Ok(Body::Claim(claim)) => {
                let place = claim.document.as_ref().zip(claim.span.as_ref());
                let blanked = place.is_some_and(|(id, place)| self.is_blanked(id.as_str(), place));
                (claim.document, blanked)
            }
            _ => (None, false),
        }
    }

    /// Whether a place in a document has words that are blanked. A claim that stands there tells them, whichever
    /// extraction or person says so.
    fn is_blanked(&self, document: &str, place: &SpanValue) -> bool {
        let spans = self.spans(document).unwrap_or_default();
        place.start.zip(place.end).is_some_and(|place| spans.iter().any(|span| overlap(*span, place)))
    }

    /// Whether a part is one of those that are erased. `text` reads the part's blob, where it must be looked into.
    pub fn shuns(&self, part: Seen, text: impl FnOnce() -> Result<Option<String>>) -> Result<bool> {
        if self.names.contains(part.subject) {
            let named = part.is_absent() && NAMING.contains(&part.kind);
            return Ok(part.body.map_or(named, is_name));
        }
        if self.is_whole(part.subject) {
            return Ok(part.text().is_some() || !is_of_erasure(part.kind, part.body));
        }
        if let Some((document, body)) = part.document.zip(part.body) {
            return Ok(self.tells(document, body));
        }
        let Some(spans) = self.spans(part.subject) else { return Ok(false) };
        let Some(theirs) = part.text() else { return Ok(false) };
        // Nothing but a text in which all of it is blanked may stay, whatever its writer says that it is.
        let claims_to_be = !theirs.is_empty() && covers(&theirs, spans);
        Ok(match (claims_to_be, part.is_absent()) {
            (false, _) => true,
            (true, true) => false,
            (true, false) => !text()?.is_some_and(|text| is_clean(&text, spans)),
        })
    }

    /// Whether a body about a claim of this document has words that are blanked: where it was found, or put later.
    fn tells(&self, document: &str, body: &str) -> bool {
        match serde_json::from_str(body) {
            Ok(Body::Claim(claim)) => claim.span.is_some_and(|place| self.is_blanked(document, &place)),
            Ok(Body::Set(write)) if write.field == Field::Span => {
                serde_json::from_value(write.value).is_ok_and(|place| self.is_blanked(document, &place))
            }
            _ => false,
        }
    }

    /// Why a person cannot write this: it would be gone again at once. `document` reads a claim's.
    pub fn refusal(
        &self,
        subject: &str,
        body: &str,
        document: impl FnOnce() -> Result<Option<Id>>,
    ) -> Result<Option<CasebookError>> {
        let (on, mut blanked) = self.stands(body);
        let own = subject.parse().ok().filter(|_| !is_of_erasure(KINDS[0], Some(body)));
        if let Some(id) = on.into_iter().chain(own).find(|id| self.is_whole(id.as_str())) {
            let what = id.kind().map_or("thing", IdKind::word);
            return Ok(Some(CasebookError::Erased { what, id: id.to_string() }));
        }
        if subject.starts_with('c') && !self.blanks.is_empty() {
            blanked |= document()?.is_some_and(|document| self.tells(document.as_str(), body));
        }
        Ok(blanked.then(|| CasebookError::Invalid(crate::spoken!("refused-erased-words"))))
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
