//! Documents come in, are corrected and withdrawn.

use super::address::address;
use super::casebook::Casebook;
use super::entry::{Body, ClaimBody, DocumentBody, SpanValue, hex};
use super::writer::Writer;
use super::{CasebookError, Result};
use crate::model::{Document, DocumentEdit, Extracted, Field, Id, IdKind, Received};
use crate::store;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// What an import did.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The document.
    pub document: Id,
    /// Whether it was not there before.
    pub new: bool,
    /// Whether it had been withdrawn and is back now.
    pub restored: bool,
    /// How many claims were found.
    pub claims: usize,
    /// The earlier version of the same address that this one follows.
    pub previous: Option<Id>,
}

/// A document that comes in, and the claims found in it.
#[derive(Debug, Clone, Copy)]
pub struct Incomer<'a> {
    /// As it was received.
    pub received: &'a Received,
    /// What was found in it.
    pub claims: &'a [Extracted],
    /// Whether it gets a random id and its content is hashed nowhere, so that nobody who guesses the text can tell
    /// from entries that it was here. Taken in again, it is another document.
    pub private: bool,
}

impl Casebook {
    /// Takes in a document and the claims found in it; `extraction` names the extractor's version.
    ///
    /// A text that is there already makes no duplicate. Another text of the same address is a new
    /// version, linked to the one before; claims stay on the version that they were made on.
    pub fn import(
        &mut self,
        received: &Received,
        claims: &[Extracted],
        extraction: &str,
    ) -> Result<Imported> {
        self.import_one(Incomer { received, claims, private: false }, extraction)
    }

    /// The same, privately: see [`Incomer::private`].
    pub fn import_private(
        &mut self,
        received: &Received,
        claims: &[Extracted],
        extraction: &str,
    ) -> Result<Imported> {
        self.import_one(Incomer { received, claims, private: true }, extraction)
    }

    fn import_one(&mut self, incomer: Incomer, extraction: &str) -> Result<Imported> {
        let id = named(&incomer);
        self.write(|w| take_in(w, id.as_ref(), &incomer, extraction))
    }

    /// Takes in several, each by an entry of its own, in one transaction where one does not hang on another. Gives
    /// what became of the first; if that are not all, no more went in, and the error says why.
    pub fn import_all(
        &mut self,
        incomers: &[Incomer],
        extraction: &str,
    ) -> (Vec<Imported>, Option<CasebookError>) {
        let ids: Vec<Option<Id>> = incomers.iter().map(named).collect();
        let mut done = Vec::with_capacity(incomers.len());
        while let Some(rest) = incomers.get(done.len()..).filter(|rest| !rest.is_empty()) {
            let ids = &ids[done.len()..];
            let group = &rest[..independent(rest, ids)];
            let taken = self.write(|w| {
                let each = group.iter().zip(ids);
                each.map(|(incomer, id)| take_in(w, id.as_ref(), incomer, extraction)).collect()
            });
            match taken {
                Ok(taken) => done.extend::<Vec<Imported>>(taken),
                Err(error) => return (done, Some(error)),
            }
        }
        (done, None)
    }

    /// Corrects what is known of a document; gives how many fields changed.
    pub fn edit_document(&mut self, id: &Id, edit: &DocumentEdit) -> Result<usize> {
        let now = self.document(id)?;
        let fields = [
            (Field::Title, &edit.title, now.title),
            (Field::Outlet, &edit.outlet, now.outlet),
            (Field::Author, &edit.author, now.author),
            (Field::Url, &edit.url, now.url),
            (Field::Published, &edit.published, now.published),
            (Field::Language, &edit.language, now.language),
        ];
        self.write(|w| {
            w.entry("document_edit");
            let mut changed = 0;
            for (field, value, old) in fields {
                if let Some(value) = value.as_ref().filter(|v| **v != old) {
                    w.set(id.as_str(), field, value.as_str().into())?;
                    changed += 1;
                }
            }
            Ok(changed)
        })
    }

    /// Withdraws a document: its claims leave the lists, nothing is deleted.
    pub fn withdraw_document(&mut self, id: &Id, why: &str) -> Result<()> {
        let now = self.document(id)?;
        if !now.withdrawn.is_empty() {
            return Err(CasebookError::Invalid(crate::spoken!(
                "refused-withdrawn",
                id = id.as_str(),
                why = &now.withdrawn
            )));
        }
        let why = reason(why)?;
        self.write(|w| {
            w.entry("document_withdraw");
            w.set(id.as_str(), Field::Withdrawn, why.into())
        })
    }
}

/// A reason, which must be given.
pub(super) fn reason(why: &str) -> Result<&str> {
    match why.trim() {
        "" => Err(CasebookError::Invalid(crate::spoken!("refused-reason"))),
        why => Ok(why),
    }
}

/// The id of a document by its text; none of a private one, for which one is made up.
fn named(incomer: &Incomer) -> Option<Id> {
    let sha256 = || Sha256::digest(incomer.received.text.as_bytes()).into();
    (!incomer.private).then(|| Id::of_document(&sha256()))
}

/// How many of the first go into one transaction: a text or an address that comes again must find what came before.
fn independent(incomers: &[Incomer], ids: &[Option<Id>]) -> usize {
    let (mut texts, mut addresses) = (HashSet::new(), HashSet::new());
    let alone = |(incomer, id): &(&Incomer, &Option<Id>)| {
        let at = address(&incomer.received.url);
        id.as_ref().is_none_or(|id| texts.insert(id.clone())) && (at.is_empty() || addresses.insert(at))
    };
    incomers.iter().zip(ids).take_while(alone).count().max(1)
}

/// Takes a document in, unless it is there already or was erased.
fn take_in(w: &mut Writer, id: Option<&Id>, incomer: &Incomer, extraction: &str) -> Result<Imported> {
    if let Some(id) = id {
        if let Some(known) = store::document::get(w.conn, id)? {
            return known_already(w, id, known);
        }
        if let Some(num) = store::journal::subject(w.conn, id.as_str())?
            && store::erase::is_erased(w.conn, num)? == Some(true)
        {
            return Err(CasebookError::Erased { what: "document", id: id.to_string() });
        }
    }
    let id = id.cloned().unwrap_or_else(|| w.fresh(IdKind::Document));
    import_entry(w, &id, incomer.received, incomer.claims, extraction)
}

/// A document that is here already: taken up again, if it was withdrawn.
fn known_already(w: &mut Writer, id: &Id, known: Document) -> Result<Imported> {
    let restored = !known.withdrawn.is_empty();
    if restored {
        w.entry("document_restore");
        w.set(id.as_str(), Field::Withdrawn, "".into())?;
    }
    let claims = usize::try_from(known.claims).unwrap_or(usize::MAX);
    Ok(Imported { document: id.clone(), new: false, restored, claims, previous: known.previous })
}

/// The entry that brings a document and its claims.
fn import_entry(
    w: &mut Writer,
    id: &Id,
    received: &Received,
    claims: &[Extracted],
    extraction: &str,
) -> Result<Imported> {
    let previous = store::document::latest_at(w.conn, &address(&received.url))?;
    w.entry("import");
    document_parts(w, id, received, extraction, previous.clone())?;
    for claim in claims {
        let claim_id = Id::of_claim(id, (claim.start, claim.end), claim.cue_span);
        w.part(claim_id.as_str(), Body::Claim(claim_body(id, claim)))?;
    }
    Ok(Imported { document: id.clone(), new: true, restored: false, claims: claims.len(), previous })
}

fn document_parts(
    w: &mut Writer,
    id: &Id,
    received: &Received,
    extraction: &str,
    previous: Option<Id>,
) -> Result<()> {
    let bytes = store::journal::put_bytes(w.conn, &received.bytes)?;
    let text = store::journal::put_bytes(w.conn, received.text.as_bytes())?;
    // A private document's hashes would tell its text to whoever guesses it.
    let named = |blob: &store::journal::Blob| if id.is_made_up() { String::new() } else { hex(&blob.sha256) };
    let body = DocumentBody {
        title: received.title.clone(),
        outlet: received.outlet.clone(),
        author: received.author.clone(),
        url: received.url.clone(),
        published: received.published.clone(),
        language: received.language.clone(),
        media_type: received.media_type.clone(),
        encoding: received.encoding.clone(),
        sha256: named(&bytes),
        text_sha256: named(&text),
        size: bytes.size,
        length: received.text.chars().count() as u64,
        extraction: extraction.to_owned(),
        previous,
    };
    w.part(id.as_str(), Body::Document(body))?;
    w.bytes(id.as_str(), text, received.text.as_bytes())?;
    w.bytes(id.as_str(), bytes, &received.bytes)
}

pub(super) fn claim_body(document: &Id, claim: &Extracted) -> ClaimBody {
    ClaimBody {
        document: Some(document.clone()),
        span: Some(SpanValue { start: Some(claim.start), end: Some(claim.end), text: claim.text.clone() }),
        cue_span: Some(claim.cue_span),
        speaker: claim.speaker.clone(),
        role: claim.role.clone(),
        cue: claim.cue.clone(),
        via: claim.via.clone(),
        quote: claim.quote,
        polarity: claim.polarity,
        kind: claim.kind,
        nested: claim.nested,
        confidence: Some(claim.confidence),
        worth: Some(claim.worth),
        reasons: claim.reasons.iter().map(|reason| reason.code().to_owned()).collect(),
        said_at: String::new(),
        translation: String::new(),
        language: claim.language.clone(),
        url: String::new(),
    }
}
