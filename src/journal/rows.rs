//! From a folded subject to its row.

use super::address::address;
use super::entry::{Body, ClaimBody, DocumentBody, EvidenceBody, SpanValue, VerdictBody, hex, unhex};
use super::extractions;
use super::fold::Touched;
use super::folded::Folded;
use crate::model::{Grade, Id, Kind, Polarity, Publisher, Quote, Scale, Stance};
use crate::store::casebook::CasebookRow;
use crate::store::checker::CheckerRow;
use crate::store::claim::ClaimRow;
use crate::store::comment::CommentRow;
use crate::store::document::DocumentRow;
use crate::store::evidence::EvidenceRow;
use crate::store::verdict::VerdictRow;
use crate::store::{self, Connection, Result};
use serde::Deserialize;
use std::collections::HashMap;
use std::str::FromStr;

/// The row that a subject has in the tables.
#[derive(Debug)]
pub enum Made {
    /// None: nothing that is here made it.
    Nothing,
    /// It has one in this table, and what that points at has no number in the file: only where none are given.
    Adrift(&'static str),
    /// The casebook's own, and its scale.
    Casebook(CasebookRow, Scale),
    /// A checker's.
    Checker(CheckerRow),
    /// A document's, and the extractions that it came with.
    Document(DocumentRow, Vec<(i64, String)>),
    /// An extraction that was added to a document: rows of a table of their own.
    Extraction {
        /// Local number of the document.
        document: i64,
        /// The entry that holds its claims, and the extractor's version.
        said: Vec<(i64, String)>,
        /// Whether it was taken back.
        undone: bool,
    },
    /// A claim's. Status and verdict follow from what hangs on it.
    Claim(ClaimRow),
    /// Evidence.
    Evidence(EvidenceRow),
    /// A verdict's. Whether it stands follows from the others on its claim.
    Verdict(VerdictRow),
    /// A comment's.
    Comment(CommentRow),
}

/// What a row is made by beside its subject's own parts.
#[derive(Debug, Default)]
pub struct Around {
    /// Whether ids without a number are left so, as where nothing is written.
    looking: bool,
    /// The document that was asked for last: claims come document by document.
    document: Option<(Id, Option<Known>)>,
    /// A document, and the entries that hold the claims of its current extraction.
    current: Option<(Id, Vec<i64>)>,
    /// The key that stands for a person, by each other key of theirs.
    persons: Option<HashMap<Id, i64>>,
}

/// What of a document shows in its claims.
#[derive(Debug, Clone)]
struct Known {
    num: i64,
    withdrawn: bool,
    title: String,
}

impl Around {
    /// Where nothing is written: what has no number gets none.
    pub fn looking() -> Around {
        Around { looking: true, ..Around::default() }
    }

    /// Forgets what was read of documents, when one is written.
    pub fn forget(&mut self) {
        self.document = None;
        self.current = None;
    }

    /// The entries that hold the claims of a document's current extraction.
    pub fn current(&mut self, conn: &Connection, document: &Id) -> Result<&[i64]> {
        if self.current.as_ref().is_none_or(|(known, _)| known != document) {
            let num = store::journal::subject(conn, document.as_str())?.unwrap_or_default();
            self.current = Some((document.clone(), extractions::current_entries(conn, num)?));
        }
        Ok(self.current.as_ref().map_or(&[], |(_, entries)| entries))
    }

    /// The key that stands for the person whose key this is.
    fn person(&mut self, conn: &Connection, subject: &Touched) -> Result<i64> {
        let persons = match &mut self.persons {
            Some(persons) => persons,
            none => none.insert(super::keys::persons(conn)?),
        };
        let id = subject.id.parse().ok();
        Ok(id.and_then(|id: Id| persons.get(&id).copied()).unwrap_or(subject.num))
    }

    /// What is known of a document; none where it has not come.
    fn document(&mut self, conn: &Connection, id: &Id) -> Result<Option<(i64, bool)>> {
        let told = |known: &Known| (known.num, known.withdrawn);
        if let Some((_, known)) = self.document.as_ref().filter(|(last, _)| last == id) {
            return Ok(known.as_ref().map(told));
        }
        let known = match store::journal::subject(conn, id.as_str())? {
            Some(num) => {
                let found = store::document::title_and_withdrawn(conn, num)?;
                found.map(|(title, withdrawn)| Known { num, withdrawn: !withdrawn.is_empty(), title })
            }
            None => None,
        };
        let found = known.as_ref().map(told);
        self.document = Some((id.clone(), known));
        Ok(found)
    }

    /// The title of the document that was asked for last: that of the claim whose row was made last, if it has one.
    pub fn title(&self) -> &str {
        self.document.as_ref().and_then(|(_, known)| known.as_ref()).map_or("", |known| &known.title)
    }

    /// The local number of something pointed at: given one where its own entry is not here yet, so that nothing
    /// waits for it.
    fn number(&self, conn: &Connection, id: &Id) -> Result<Option<i64>> {
        match self.looking {
            true => store::journal::subject(conn, id.as_str()),
            false => store::journal::subject_or_new(conn, id.as_str()).map(|(num, _)| Some(num)),
        }
    }
}

/// The row that a folded subject has.
pub fn made(around: &mut Around, conn: &Connection, subject: &Touched, mut folded: Folded) -> Result<Made> {
    if subject.id.starts_with('k') {
        let nums = (subject.num, around.person(conn, subject)?);
        let row = store::checker::made(conn, nums, folded.text("name"), folded.text("contact"))?;
        return Ok(row.map_or(Made::Nothing, Made::Checker));
    }
    let num = subject.num;
    let hung_on = |id: &Id| around.number(conn, id);
    match folded.origin.take() {
        Some(Body::Casebook { id }) => {
            let (row, scale) = casebook(id, folded);
            Ok(Made::Casebook(row, scale))
        }
        Some(Body::Document(body)) => {
            let previous = body.previous.as_ref().map(|id| around.number(conn, id)).transpose()?;
            let kept = Kept::of(conn, num, &body, &folded)?;
            let said = std::mem::take(&mut folded.extractions);
            let made = |previous| Made::Document(document(num, body, &folded, previous, kept), said);
            Ok(previous.map_or(Some(None), |found| found.map(Some)).map_or(Made::Adrift("document"), made))
        }
        Some(Body::Extraction(body)) => {
            let (said, undone) = (std::mem::take(&mut folded.extractions), !folded.withdrawn().is_empty());
            Ok(hung_on(&body.document)?.map_or(Made::Adrift("extraction"), |document| Made::Extraction {
                document,
                said,
                undone,
            }))
        }
        Some(Body::Claim(body)) => {
            let of_document = match &body.document {
                Some(id) => around.document(conn, id)?,
                None => None,
            };
            Ok(Made::Claim(claim(num, body, &folded, of_document)))
        }
        Some(Body::Evidence(body)) => Ok(hung_on(&body.claim)?
            .map_or(Made::Adrift("evidence"), |claim| Made::Evidence(evidence(num, claim, body, &folded)))),
        Some(Body::Verdict(body)) => Ok(hung_on(&body.claim)?
            .map_or(Made::Adrift("verdict"), |claim| Made::Verdict(verdict(num, claim, body, &folded)))),
        Some(Body::Comment { claim, text }) => {
            Ok(hung_on(&claim)?.map_or(Made::Adrift("comment"), |claim| {
                let (at, checker) = folded.made;
                Made::Comment(CommentRow { num, claim, text, at, checker, withdrawn: folded.withdrawn() })
            }))
        }
        _ => Ok(Made::Nothing),
    }
}

/// The casebook's own row and its scale.
fn casebook(id: String, folded: Folded) -> (CasebookRow, Scale) {
    let publisher = Publisher { name: folded.text("name"), url: folded.text("url") };
    let scale = folded.scale.unwrap_or_else(Scale::standard);
    (CasebookRow { id, publisher, scale: scale.code.clone() }, scale)
}

/// A document's row.
fn document(num: i64, body: DocumentBody, folded: &Folded, previous: Option<i64>, kept: Kept) -> DocumentRow {
    let url = folded.over("url", body.url);
    DocumentRow {
        num,
        title: folded.over("title", body.title),
        outlet: folded.over("outlet", body.outlet),
        author: folded.over("author", body.author),
        address: address(&url),
        url,
        published: folded.over("published", body.published),
        language: folded.over("language", body.language),
        media_type: body.media_type,
        encoding: body.encoding,
        sha256: if kept.blanked > 0 { String::new() } else { body.sha256 },
        text_sha256: kept.text_sha256,
        size: body.size,
        length: body.length,
        text: kept.text,
        bytes: kept.bytes,
        blanked: kept.blanked,
        imported_at: folded.made.0,
        imported_by: folded.made.1,
        previous,
        withdrawn: folded.withdrawn(),
    }
}

/// Where a document's text and its bytes as received are read from.
struct Kept {
    text: Option<i64>,
    text_sha256: String,
    bytes: Option<i64>,
    blanked: u64,
}

impl Kept {
    /// Of the texts that are here: the one as it came in, else the one with the fewest code points blanked.
    fn of(conn: &Connection, num: i64, body: &DocumentBody, folded: &Folded) -> Result<Kept> {
        let blobs = store::document::blobs(conn, num)?;
        let at = |entry: i64, n: i64| blobs.iter().find(|b| (b.entry, b.n) == (entry, n));
        // A private document's body names neither: they are the parts that follow it.
        let (entry, n) = folded.place;
        let named = |sha256: &str, part: i64| match unhex(sha256) {
            Some(sha256) => blobs.iter().find(|b| b.sha256 == sha256),
            None => at(entry, part),
        };
        let bytes = named(&body.sha256, n + 2).map(|b| b.blob);
        if let Some(text) = named(&body.text_sha256, n + 1) {
            let (text, text_sha256) = (Some(text.blob), body.text_sha256.clone());
            return Ok(Kept { text, text_sha256, bytes, blanked: 0 });
        }
        let blanked =
            folded.blanks.iter().rev().filter_map(|(entry, n, total)| Some((at(*entry, n + 1)?, *total)));
        let blanked = blanked.min_by_key(|(_, total)| *total);
        Ok(match blanked {
            Some((text, blanked)) => {
                let text_sha256 = if body.is_private() { String::new() } else { hex(&text.sha256) };
                Kept { text: Some(text.blob), text_sha256, bytes, blanked }
            }
            None => Kept { text: None, text_sha256: body.text_sha256.clone(), bytes, blanked: 0 },
        })
    }
}

/// What a claim is worth that an earlier version found, which did not say.
const UNTOLD: u8 = 50;
/// What a claim is worth that a person added: they found it worth a check.
const BY_HAND: u8 = 100;

/// A claim's row; the document is one that has come.
fn claim(num: i64, body: ClaimBody, folded: &Folded, document: Option<(i64, bool)>) -> ClaimRow {
    let span = folded.written.get("span").and_then(|v| SpanValue::deserialize(v).ok()).or(body.span);
    let span = span.unwrap_or(SpanValue { start: None, end: None, text: String::new() });
    let withdrawn = folded.withdrawn();
    ClaimRow {
        num,
        // A document that has not come yet cannot be pointed at; the merge that brings it folds this again.
        document: document.map(|(num, _)| num),
        start: span.start,
        end: span.end,
        text: span.text,
        speaker: folded.over("speaker", body.speaker),
        role: folded.over("role", body.role),
        cue: folded.over("cue", body.cue),
        via: match folded.written.get("via") {
            Some(via) => Vec::deserialize(via).unwrap_or_default(),
            None => body.via,
        },
        quote: code::<Quote>(folded, "quote", body.quote).code(),
        polarity: code::<Polarity>(folded, "polarity", body.polarity).code(),
        kind: code::<Kind>(folded, "kind", body.kind).code(),
        nested: body.nested,
        confidence: body.confidence,
        worth: body.worth.unwrap_or(if body.confidence.is_some() { UNTOLD } else { BY_HAND }).min(100),
        reasons: body.reasons,
        said_at: folded.over("said_at", body.said_at),
        translation: folded.over("translation", body.translation),
        language: folded.over("language", body.language),
        url: folded.over("url", body.url),
        set_status: folded.text("status"),
        dismissed: folded.text("dismissed"),
        hidden: !withdrawn.is_empty() || document.is_some_and(|(_, withdrawn)| withdrawn),
        found: folded.found,
        withdrawn,
        edited: folded.edited,
        conflicts: folded.conflicts.clone(),
    }
}

/// A row of evidence.
fn evidence(num: i64, claim: i64, body: EvidenceBody, folded: &Folded) -> EvidenceRow {
    EvidenceRow {
        num,
        claim,
        kind: body.kind.code(),
        url: folded.over("url", body.url),
        quotation: folded.over("quotation", body.quotation),
        file: body.file,
        stance: code::<Stance>(folded, "stance", body.stance).code(),
        // One that is none would make the row unreadable.
        grade: folded
            .over("grade", body.grade)
            .parse::<Grade>()
            .map(|grade| grade.to_string())
            .unwrap_or_default(),
        note: folded.over("note", body.note),
        at: folded.made.0,
        checker: folded.made.1,
        withdrawn: folded.withdrawn(),
    }
}

/// A verdict's row.
fn verdict(num: i64, claim: i64, body: VerdictBody, folded: &Folded) -> VerdictRow {
    VerdictRow {
        num,
        claim,
        rating: body.rating,
        why: body.why,
        at: folded.made.0,
        checker: folded.made.1,
        blind: body.blind,
        basis: body.basis,
        undone: folded.is_undone(),
        withdrawn: folded.withdrawn(),
    }
}

/// A vocabulary's value as it stands; what it was made with where a newer version wrote one unknown here.
fn code<T: FromStr>(folded: &Folded, field: &str, made: T) -> T {
    let written = folded.written.get(field).and_then(|value| value.as_str()?.parse().ok());
    written.unwrap_or(made)
}
