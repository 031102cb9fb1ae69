//! From a folded subject to its row.

use super::address::address;
use super::entry::{ClaimBody, DocumentBody, EvidenceBody, SpanValue, VerdictBody, hex, unhex};
use super::fold::{Folded, Touched, Work};
use crate::model::{Grade, Kind, Polarity, Publisher, Quote, Scale, Stance};
use crate::store::{self, Connection, Result};
use std::str::FromStr;

/// Writes the casebook's own row and its scale.
pub fn casebook(conn: &Connection, num: i64, id: &str, folded: &Folded) -> Result<()> {
    let scale = folded.scale.clone().unwrap_or_else(Scale::standard);
    let publisher = Publisher { name: folded.text("name"), url: folded.text("url") };
    store::casebook::put_scale(conn, &scale)?;
    let row = store::casebook::CasebookRow { id: id.to_owned(), publisher, scale: scale.code };
    store::casebook::put(conn, num, &row)
}

/// Writes a document's row; its claims follow in being hidden and in what they are found by.
pub fn document(
    conn: &Connection,
    subject: &Touched,
    body: &DocumentBody,
    folded: &Folded,
    work: &mut Work,
) -> Result<()> {
    let before = store::document::title_and_withdrawn(conn, subject.num)?;
    let url = folded.text("url");
    let kept = Kept::of(conn, subject.num, body, folded)?;
    let row = store::document::DocumentRow {
        num: subject.num,
        title: folded.text("title"),
        outlet: folded.text("outlet"),
        author: folded.text("author"),
        address: address(&url),
        url,
        published: folded.text("published"),
        language: folded.text("language"),
        media_type: body.media_type.clone(),
        encoding: body.encoding.clone(),
        sha256: if kept.blanked > 0 { String::new() } else { body.sha256.clone() },
        text_sha256: kept.text_sha256,
        size: body.size,
        length: body.length,
        text: kept.text,
        bytes: kept.bytes,
        blanked: kept.blanked,
        imported_at: folded.made.0,
        imported_by: folded.made.1,
        previous: match &body.previous {
            Some(id) => Some(store::journal::subject_or_new(conn, id.as_str())?.0),
            None => None,
        },
        withdrawn: folded.withdrawn(),
    };
    store::document::put(conn, &row)?;
    let Some((title, withdrawn)) = before else { return Ok(()) };
    if withdrawn != row.withdrawn {
        store::claim::hide(conn, row.num, !row.withdrawn.is_empty())?;
    }
    if title != row.title {
        for claim in store::claim::of_document(conn, row.num)? {
            work.search.insert(claim, false);
        }
    }
    Ok(())
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

/// Writes a claim's row.
pub fn claim(conn: &Connection, subject: &Touched, body: &ClaimBody, folded: &Folded) -> Result<()> {
    let span: Option<SpanValue> =
        folded.fields.get("span").and_then(|v| serde_json::from_value(v.clone()).ok()).or(body.span.clone());
    let span = span.unwrap_or(SpanValue { start: None, end: None, text: String::new() });
    let document = match &body.document {
        Some(id) => store::journal::subject(conn, id.as_str())?,
        None => None,
    };
    let of_document = match document {
        Some(num) => store::document::title_and_withdrawn(conn, num)?,
        None => None,
    };
    let withdrawn = folded.withdrawn();
    let row = store::claim::ClaimRow {
        num: subject.num,
        // A document that has not come yet cannot be pointed at; the merge that brings it folds this again.
        document: document.filter(|_| of_document.is_some()),
        start: span.start,
        end: span.end,
        text: span.text,
        speaker: folded.text("speaker"),
        role: folded.text("role"),
        cue: folded.text("cue"),
        via: folded
            .fields
            .get("via")
            .and_then(|v| serde_json::from_value(v.clone()).ok())
            .unwrap_or_default(),
        quote: code::<Quote>(folded, "quote", body.quote).code(),
        polarity: code::<Polarity>(folded, "polarity", body.polarity).code(),
        kind: code::<Kind>(folded, "kind", body.kind).code(),
        nested: body.nested,
        confidence: body.confidence,
        worth: body.worth.unwrap_or(if body.confidence.is_some() { UNTOLD } else { BY_HAND }).min(100),
        reasons: body.reasons.clone(),
        said_at: folded.text("said_at"),
        translation: folded.text("translation"),
        language: folded.text("language"),
        url: folded.text("url"),
        set_status: folded.text("status"),
        dismissed: folded.text("dismissed"),
        // Where somebody has touched it, its standing is worked out later and shows it.
        hidden: !folded.found
            || !withdrawn.is_empty()
            || of_document.is_some_and(|(_, withdrawn)| !withdrawn.is_empty()),
        found: folded.found,
        withdrawn,
        edited: !folded.heads.is_empty(),
        conflicts: folded.conflicts.clone(),
    };
    store::claim::put(conn, &row)
}

/// Writes a row of evidence.
pub fn evidence(conn: &Connection, num: i64, claim: i64, body: &EvidenceBody, folded: &Folded) -> Result<()> {
    let row = store::evidence::EvidenceRow {
        num,
        claim,
        kind: body.kind.code(),
        url: folded.text("url"),
        quotation: folded.text("quotation"),
        file: body.file.clone(),
        stance: code::<Stance>(folded, "stance", body.stance).code(),
        // One that is none would make the row unreadable.
        grade: folded.text("grade").parse::<Grade>().map(|grade| grade.to_string()).unwrap_or_default(),
        note: folded.text("note"),
        at: folded.made.0,
        checker: folded.made.1,
        withdrawn: folded.withdrawn(),
    };
    store::evidence::put(conn, &row)
}

/// Writes a verdict's row.
pub fn verdict(conn: &Connection, num: i64, claim: i64, body: &VerdictBody, folded: &Folded) -> Result<()> {
    let row = store::verdict::VerdictRow {
        num,
        claim,
        rating: body.rating.clone(),
        why: body.why.clone(),
        at: folded.made.0,
        checker: folded.made.1,
        blind: body.blind,
        basis: body.basis.clone(),
        undone: folded.is_undone(),
        withdrawn: folded.withdrawn(),
    };
    store::verdict::put(conn, &row)
}

/// A vocabulary's value as it stands; what it was made with where a newer version wrote one unknown here.
fn code<T: FromStr + Copy>(folded: &Folded, field: &str, made: T) -> T {
    folded.text(field).parse().unwrap_or(made)
}
