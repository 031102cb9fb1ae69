//! What an erasure covers.

use super::blank::{self, Span, overlap, united};
use super::out::{adrift, claims_of};
use crate::journal::entry::{BlankedText, Body, EraseBody, SpanValue};
use crate::journal::{CasebookError, Result};
use crate::model::{Claim, Field, Id, IdKind};
use crate::store::{self, Connection};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// The fewest characters of a claim's words or of a name that are looked for elsewhere: shorter ones stand everywhere.
const TELLING: usize = 4;
/// The most places that are named.
const MOST: usize = 20;

/// What an erasure takes, or would take.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ErasurePlan {
    /// What was named.
    pub what: Id,
    /// Everything erased whole; of a checker, name and contact.
    pub subjects: Vec<Id>,
    /// Of these, claims that are not the one named and share words with it.
    pub overlapping: Vec<Id>,
    /// Documents of which words are blanked, and how many code points.
    pub blanked: Vec<(Id, u64)>,
    /// Ids of what still holds the same words, file or speaker's name, the first of them.
    pub mentions: Vec<String>,
    #[serde(skip)]
    blanks: Vec<BlankedText>,
}

impl ErasurePlan {
    /// How many things of a kind go.
    pub fn count(&self, kind: IdKind) -> usize {
        self.subjects.iter().filter(|id| id.kind() == Some(kind)).count()
    }

    /// What the journal is told.
    pub(super) fn body(&self, why: String) -> EraseBody {
        EraseBody { why, subjects: self.subjects.clone(), blanks: self.blanks.clone() }
    }
}

/// What erasing this takes.
pub fn plan(conn: &Connection, what: &Id, overlapping: bool) -> Result<ErasurePlan> {
    let kind = what.kind();
    let word = kind.map_or("thing", IdKind::word);
    let Some(num) = store::journal::subject(conn, what.as_str())? else {
        return Err(CasebookError::NotFound { what: word, given: what.to_string() });
    };
    if store::erase::is_erased(conn, num)?.is_some_and(|whole| whole || kind == Some(IdKind::Checker)) {
        return Err(CasebookError::Erased { what: word, id: what.to_string() });
    }
    let mut subjects = vec![what.clone()];
    let mut blanks = BTreeMap::new();
    match kind {
        Some(IdKind::Claim) => {
            subjects = claims(conn, what, overlapping, &mut blanks)?;
            hanging(conn, &mut subjects)?;
        }
        Some(IdKind::Document) => {
            for claim in claims_of(conn, num, what.as_str(), &adrift(conn)?)? {
                subjects.extend(id_of(conn, claim)?);
            }
            hanging(conn, &mut subjects)?;
        }
        _ => {}
    }
    let blanks: Vec<BlankedText> =
        blanks.into_iter().map(|(document, spans)| BlankedText { document, spans }).collect();
    let is_other = |id: &&Id| kind == Some(IdKind::Claim) && id.kind() == kind && *id != what;
    Ok(ErasurePlan {
        overlapping: subjects.iter().filter(is_other).cloned().collect(),
        blanked: blanks.iter().map(|text| (text.document.clone(), blank::total(&text.spans))).collect(),
        mentions: mentions(conn, what, &subjects, &blanks)?,
        what: what.clone(),
        subjects,
        blanks,
    })
}

/// A claim, the claims that share words with it (and with these), and where all their words stand.
///
/// The words of one that is left would still say what the others said.
fn claims(
    conn: &Connection,
    what: &Id,
    overlapping: bool,
    blanks: &mut BTreeMap<Id, Vec<Span>>,
) -> Result<Vec<Id>> {
    let (document, spans) = places(conn, what)?;
    let Some(document) = document.filter(|_| !spans.is_empty()) else { return Ok(vec![what.clone()]) };
    let mut others = Vec::new();
    if let Some(num) = store::journal::subject(conn, document.as_str())? {
        for claim in claims_of(conn, num, document.as_str(), &adrift(conn)?)? {
            if let Some(id) = id_of(conn, claim)?.filter(|id| id != what) {
                let (_, spans) = places(conn, &id)?;
                others.push((id, spans));
            }
        }
    }
    let (mut found, mut spans) = (vec![what.clone()], united(spans));
    loop {
        let shares =
            |(_, theirs): &(Id, Vec<Span>)| theirs.iter().any(|a| spans.iter().any(|b| overlap(*a, *b)));
        let (sharing, apart): (Vec<_>, Vec<_>) = others.into_iter().partition(shares);
        if sharing.is_empty() {
            blanks.insert(document, spans);
            return Ok(found);
        }
        if !overlapping {
            let claims = sharing.into_iter().map(|(id, _)| id.to_string()).collect();
            return Err(CasebookError::Overlaps { claim: what.to_string(), claims });
        }
        for (id, theirs) in sharing {
            found.push(id);
            spans = united(spans.into_iter().chain(theirs));
        }
        others = apart;
    }
}

/// A claim's document, and every place in it that the claim ever had.
fn places(conn: &Connection, claim: &Id) -> Result<(Option<Id>, Vec<Span>)> {
    let (mut document, mut spans) = (None, Vec::new());
    let Some(num) = store::journal::subject(conn, claim.as_str())? else { return Ok((None, spans)) };
    let mut place = |value: &SpanValue| spans.extend(value.start.zip(value.end));
    for part in store::erase::parts(conn, num)? {
        match part.body.map(|body| serde_json::from_str(&body)) {
            Some(Ok(Body::Claim(body))) => {
                body.span.iter().for_each(&mut place);
                document = document.or(body.document);
            }
            Some(Ok(Body::Set(write))) if write.field == Field::Span => {
                serde_json::from_value(write.value).iter().for_each(&mut place);
            }
            _ => {}
        }
    }
    Ok((document, spans))
}

/// Adds the evidence, verdicts and comments on claims.
fn hanging(conn: &Connection, subjects: &mut Vec<Id>) -> Result<()> {
    let claims: Vec<Id> = subjects.iter().filter(|id| id.kind() == Some(IdKind::Claim)).cloned().collect();
    for claim in claims {
        let Some(num) = store::journal::subject(conn, claim.as_str())? else { continue };
        let found = store::erase::on_claim(conn, num)?;
        subjects.extend(found.into_iter().filter_map(|(_, id)| id.parse().ok()));
    }
    Ok(())
}

/// Where the words of a claim, its speaker's name or a file stand besides: they are not erased with it.
fn mentions(conn: &Connection, what: &Id, gone: &[Id], blanks: &[BlankedText]) -> Result<Vec<String>> {
    let mut found = holders(conn, gone, blanks)?;
    if let Some(claim) = store::claim::get(conn, what)? {
        found.extend(words_elsewhere(conn, &claim, gone, blanks)?);
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|id| !gone.iter().any(|gone| gone.as_str() == id));
    found.truncate(MOST);
    Ok(found)
}

/// What else holds the same file or text.
fn holders(conn: &Connection, gone: &[Id], blanks: &[BlankedText]) -> Result<Vec<String>> {
    let mut blobs = Vec::new();
    for id in gone.iter().chain(blanks.iter().map(|text| &text.document)) {
        if let Some(num) = store::journal::subject(conn, id.as_str())? {
            blobs.extend(store::erase::parts(conn, num)?.into_iter().filter_map(|part| part.blob));
        }
    }
    let blanked = |id: &String| blanks.iter().any(|text| text.document.as_str() == id);
    let found = store::erase::holders(conn, &blobs)?;
    Ok(found.into_iter().filter(|id| !blanked(id)).collect())
}

/// What else has the words of a claim or its speaker's name in it.
fn words_elsewhere(
    conn: &Connection,
    claim: &Claim,
    gone: &[Id],
    blanks: &[BlankedText],
) -> Result<Vec<String>> {
    let gone: HashSet<&str> = gone.iter().map(Id::as_str).collect();
    let telling = |text: &&str| text.chars().count() >= TELLING;
    let sought: Vec<&str> = [claim.text.trim(), claim.speaker.trim()].into_iter().filter(telling).collect();
    let mut found: Vec<String> = Vec::new();
    for text in &sought {
        found.extend(store::erase::mentions(conn, text, MOST + gone.len())?);
    }
    let mut last = 0;
    loop {
        let page = store::erase::texts(conn, last)?;
        let Some((end, ..)) = page.last() else { break };
        last = *end;
        for (_, id, blob) in page {
            let mut text = blob_text(conn, blob)?.unwrap_or_default();
            if let Some(blank) = blanks.iter().find(|blank| blank.document.as_str() == id) {
                text = blank::blanked(&text, &blank.spans);
            }
            if sought.iter().any(|words| text.contains(words)) {
                found.push(id);
            }
        }
        if found.len() > MOST + gone.len() {
            break;
        }
    }
    found.retain(|id| !gone.contains(id.as_str()));
    Ok(found)
}

/// The text of a document as it is kept here, and the blob that holds it.
pub fn text_of(conn: &Connection, document: &Id) -> Result<Option<(i64, String)>> {
    let Some((Some(blob), _)) = store::document::kept(conn, document)? else { return Ok(None) };
    Ok(blob_text(conn, blob)?.map(|text| (blob, text)))
}

/// A blob as text; none where it is not UTF-8.
pub fn blob_text(conn: &Connection, blob: i64) -> Result<Option<String>> {
    let mut bytes = Vec::new();
    store::journal::read_blob(conn, blob, &mut |piece| {
        bytes.extend_from_slice(piece);
        Ok(())
    })?;
    Ok(String::from_utf8(bytes).ok())
}

fn id_of(conn: &Connection, num: i64) -> Result<Option<Id>> {
    Ok(store::journal::subject_id(conn, num)?.and_then(|id| id.parse().ok()))
}
