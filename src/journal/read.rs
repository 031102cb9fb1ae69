//! Reading a casebook.

use super::casebook::{Casebook, Text};
use super::entry::{Body, hex};
use super::{CasebookError, Result, clock};
use crate::model::{
    Change, Claim, ClaimFile, Document, Evidence, Id, IdKind, Order, Passage, Query, Report, Verdict,
};
use crate::store;
use crate::text::CodePoints;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Code points of context that a passage gives on either side.
const CONTEXT: usize = 600;

impl Casebook {
    /// Up to `limit` claims that the query means, in the order of lists, after a claim (from the first if none).
    pub fn claims_after(&self, query: &Query, after: Option<&Id>, limit: usize) -> Result<Vec<Claim>> {
        Ok(store::claim::after(&self.conn, query, after, limit)?)
    }

    /// Up to `limit` claims before a claim (the last ones if none), in the order of lists.
    pub fn claims_before(&self, query: &Query, before: Option<&Id>, limit: usize) -> Result<Vec<Claim>> {
        Ok(store::claim::before(&self.conn, query, before, limit)?)
    }

    /// How many claims the query means.
    pub fn count(&self, query: &Query) -> Result<u64> {
        Ok(store::claim::count(&self.conn, query)?)
    }

    /// How many of them stand before this one.
    pub fn rank(&self, query: &Query, claim: &Id) -> Result<u64> {
        Ok(store::claim::rank(&self.conn, query, claim)?)
    }

    /// One claim.
    pub fn claim(&self, id: &Id) -> Result<Claim> {
        store::claim::get(&self.conn, id)?.ok_or_else(|| self.missing(IdKind::Claim, id))
    }

    /// The claim with its passage, evidence, verdicts, comments and history.
    pub fn claim_file(&self, id: &Id) -> Result<ClaimFile> {
        let claim = self.claim(id)?;
        let num = store::journal::subject(&self.conn, id.as_str())?.unwrap_or_default();
        let document = claim.document.as_ref().map(|d| self.document(d)).transpose()?;
        let passage = match (&claim.document, claim.start, claim.end) {
            (Some(document), Some(start), Some(end)) => match self.text(document) {
                // A limited copy may lack it.
                Err(CasebookError::NotHere(_)) => None,
                text => Some(passage(&text?, start, end)),
            },
            _ => None,
        };
        let mut history = self.log(Some(id.as_str()), usize::MAX)?;
        history.reverse();
        let mut file = ClaimFile {
            document,
            passage,
            evidence: store::evidence::on(&self.conn, num)?,
            verdicts: store::verdict::on(&self.conn, num)?,
            comments: store::comment::on(&self.conn, num)?,
            history,
            claim,
        };
        self.name_linked(&mut file)?;
        super::keys::mark_after_end(&mut file);
        Ok(file)
    }

    /// All documents, newest import first, withdrawn ones included.
    pub fn documents(&self) -> Result<Vec<Document>> {
        Ok(store::document::all(&self.conn)?)
    }

    /// One document.
    pub fn document(&self, id: &Id) -> Result<Document> {
        store::document::get(&self.conn, id)?.ok_or_else(|| self.missing(IdKind::Document, id))
    }

    /// The text that claims are anchored in.
    pub fn document_text(&self, id: &Id) -> Result<Arc<str>> {
        Ok(self.text(id)?.points.text().clone())
    }

    /// The bytes as received.
    pub fn document_bytes(&self, id: &Id) -> Result<Vec<u8>> {
        self.document(id)?;
        match store::document::kept(&self.conn, id)? {
            Some((_, Some(blob))) => self.content(blob),
            _ => Err(CasebookError::NotHere(crate::spoken!("not-here-received", id = id.as_str()))),
        }
    }

    /// The claims of a document in order of place, dismissed ones included.
    pub fn document_claims(&self, id: &Id) -> Result<Vec<Claim>> {
        Ok(store::claim::in_document(&self.conn, id)?)
    }

    /// One piece of evidence.
    pub fn evidence(&self, id: &Id) -> Result<Evidence> {
        store::evidence::get(&self.conn, id)?.ok_or_else(|| self.missing(IdKind::Evidence, id))
    }

    /// One verdict.
    pub fn verdict(&self, id: &Id) -> Result<Verdict> {
        store::verdict::get(&self.conn, id)?.ok_or_else(|| self.missing(IdKind::Verdict, id))
    }

    /// The id that begins so, its letter included; an error if there is none or more than one.
    pub fn resolve(&self, kind: IdKind, prefix: &str) -> Result<Id> {
        let given = prefix.trim().to_lowercase();
        let none = || CasebookError::NotFound { what: kind.word(), given: prefix.to_owned() };
        let hex = given.get(1..).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()));
        if !given.starts_with(kind.letter()) || !hex {
            return Err(none());
        }
        let found = store::journal::subjects_with_prefix(&self.conn, &given)?;
        match found.as_slice() {
            [] => Err(none()),
            [one] => one.parse().map_err(|_| none()),
            many => Err(CasebookError::Ambiguous { given: prefix.to_owned(), matches: many.to_vec() }),
        }
    }

    /// The log of one subject (an id or `casebook`) with what hangs on it, or of all; newest first.
    pub fn log(&self, subject: Option<&str>, limit: usize) -> Result<Vec<Change>> {
        let num = match subject {
            Some(id) => match store::journal::subject(&self.conn, id)? {
                Some(num) => Some(num),
                None => return Err(CasebookError::NotFound { what: "subject", given: id.to_owned() }),
            },
            None => None,
        };
        let (names, ended) = (super::keys::names(&self.conn)?, self.ended()?);
        let mut changes = Vec::new();
        for row in store::journal::log(&self.conn, num, limit)? {
            let checker: Id = match store::journal::subject_id(&self.conn, row.checker)?.map(|id| id.parse())
            {
                Some(Ok(id)) => id,
                _ => return Err(CasebookError::Damaged(crate::spoken!("damaged-no-checker"))),
            };
            let (field, old, new) = self.told(&row)?;
            let after_end = ended.get(&checker).is_some_and(|clock| row.at > *clock)
                && !row.kind.starts_with(super::keys::KINDS);
            changes.push(Change {
                at: clock::time(row.at),
                checker_name: store::checker::name_of(&names, &checker),
                checker,
                after_end,
                action: row.action,
                what: row.kind,
                claim: row.body.as_deref().and_then(|body| claim_of(&row.subject, body)),
                subject: row.subject,
                field,
                old,
                new,
            });
        }
        Ok(changes)
    }

    /// Field, old and new value of a line of the log.
    fn told(&self, row: &store::journal::LogRow) -> Result<(String, String, String)> {
        let Some(body) = &row.body else {
            return Ok((String::new(), String::new(), format!("({})", row.state)));
        };
        Ok(match serde_json::from_str(body) {
            Ok(Body::Set(write)) => {
                let num = store::journal::subject(&self.conn, &row.subject)?.unwrap_or_default();
                let old = super::undo::value_before(&self.conn, num, &write, row.at)?;
                (write.field.code().to_owned(), shown(&old), shown(&write.value))
            }
            Ok(Body::Casebook { id }) => (String::new(), String::new(), id),
            Ok(Body::Scale(scale)) => (String::new(), String::new(), scale.code),
            Ok(Body::Recovered { lost, .. }) => (String::new(), String::new(), format!("{lost} lost")),
            Ok(Body::Document(d)) => (String::new(), String::new(), d.title),
            Ok(Body::Claim(c)) => (String::new(), String::new(), c.span.map(|s| s.text).unwrap_or_default()),
            Ok(Body::Extraction(x)) => {
                (String::new(), String::new(), format!("{} by {}", x.document, x.extraction))
            }
            Ok(Body::Evidence(e)) => {
                let thing = [e.url, e.quotation, e.file.map(|f| f.name).unwrap_or_default()];
                let thing = thing.into_iter().find(|t| !t.is_empty()).unwrap_or_default();
                (String::new(), String::new(), format!("{}: {thing}", e.stance))
            }
            Ok(Body::Verdict(v)) => (String::new(), String::new(), format!("{}: {}", v.rating, v.why)),
            Ok(Body::Comment { text, .. }) => (String::new(), String::new(), text),
            Ok(Body::Erase(body)) => (String::new(), String::new(), body.why),
            Ok(Body::Blank { spans }) => {
                let spans: Vec<String> = spans.iter().map(|(start, end)| format!("{start}-{end}")).collect();
                (String::new(), String::new(), format!("blanked: {}", spans.join(", ")))
            }
            Ok(Body::EraseConfirm { .. }) => (String::new(), String::new(), "confirmed here".to_owned()),
            Ok(Body::EraseRefuse { why, .. }) => (String::new(), String::new(), why),
            Ok(Body::Key(word)) => (String::new(), String::new(), super::keys::in_words(&word)),
            Err(_) => (String::new(), String::new(), "(made by a newer version)".to_owned()),
        })
    }

    /// What a report over these claims is written from.
    pub fn report(&self, query: &Query, query_text: &str) -> Result<Report> {
        self.report_told(query, query_text, &mut |_, _| true)
    }

    /// The same; `progress` is told how many claims of how many are read, and says false to stop there.
    pub fn report_told(
        &self,
        query: &Query,
        query_text: &str,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Report> {
        // A report follows its documents unless another order is asked for.
        let order = query.order.or(Some(Order::Document));
        let query = Query { order, ..query.clone() };
        let found = self.claims_after(&query, None, usize::MAX)?;
        let (all, mut claims) = (found.len() as u64, Vec::with_capacity(found.len()));
        for (done, claim) in (0..).zip(found) {
            if !progress(done, all) {
                return Err(CasebookError::Stopped);
            }
            claims.push(self.claim_file(&claim.id)?);
        }
        Ok(Report {
            claims,
            scale: self.scale()?,
            publisher: self.publisher()?,
            checkers: self.checkers()?,
            query: query_text.to_owned(),
            made_at: chrono::Utc::now(),
            as_of: self.past.map(|past| past.at),
            casebook: self.id()?,
            head: self.head()?,
            last: self.last_entries()?,
        })
    }

    /// Hashes of the last entries, which no other names, sorted, hexadecimal: together they cover all others. None of
    /// a past state, whose last entries others have named since.
    pub fn last_entries(&self) -> Result<Vec<String>> {
        if self.past().is_some() {
            return Ok(Vec::new());
        }
        let mut last = store::journal::frontier(&self.conn)?;
        last.sort_unstable();
        Ok(last.iter().map(|hash| hex(hash)).collect())
    }

    /// The casebook's head: SHA-256 over the sorted (sitting, number, hash) of its entries, hexadecimal.
    pub fn head(&self) -> Result<String> {
        head_of(&self.conn)
    }

    /// A number that changes when another program has written; asking costs microseconds.
    pub fn data_version(&self) -> Result<i64> {
        Ok(store::data_version(&self.conn)?)
    }

    /// A document's text, kept at hand while the same one is read.
    pub(super) fn text(&self, id: &Id) -> Result<Text> {
        let kept =
            store::document::kept(&self.conn, id)?.ok_or_else(|| self.missing(IdKind::Document, id))?;
        let Some(blob) = kept.0 else {
            return Err(CasebookError::NotHere(crate::spoken!("not-here-text", id = id.as_str())));
        };
        if let Some(text) = self.last_text.borrow().as_ref().filter(|t| t.blob == blob) {
            return Ok(text.clone());
        }
        let text = String::from_utf8(self.content(blob)?).map_err(|_| damaged_text(id))?;
        let text = Text { blob, points: Arc::new(CodePoints::new(text.into())) };
        *self.last_text.borrow_mut() = Some(text.clone());
        Ok(text)
    }

    /// The bytes of a blob.
    fn content(&self, num: i64) -> Result<Vec<u8>> {
        let Some(blob) = store::journal::blob_at(&self.conn, num)? else {
            return Err(CasebookError::Damaged(crate::spoken!("damaged-no-bytes")));
        };
        // What a stranger packed small can be large, and all of it is in memory at once.
        if blob.size > LARGEST_DOCUMENT {
            let word = crate::spoken!("refused-large-document", size = blob.size);
            return Err(CasebookError::Invalid(word));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(blob.size).unwrap_or(0));
        store::journal::read_blob(&self.conn, blob.num, &mut |piece| {
            bytes.extend_from_slice(piece);
            if bytes.len() as u64 > blob.size {
                return Err(std::io::Error::other("there is more of it than there should be"));
            }
            Ok(())
        })?;
        if Sha256::digest(&bytes).as_slice() != blob.sha256 {
            let sha256 = hex(&blob.sha256);
            return Err(CasebookError::Damaged(crate::spoken!("damaged-bytes-no-hash", sha256 = &sha256)));
        }
        Ok(bytes)
    }
}

/// The largest document that is read into memory, in bytes; none larger is ever imported.
const LARGEST_DOCUMENT: u64 = 1 << 30;

/// The head of an open file.
pub(super) fn head_of(conn: &store::Connection) -> Result<String> {
    let mut hash = Sha256::new();
    store::journal::each_entry_hash(conn, |sitting, seq, entry| {
        hash.update(sitting);
        hash.update(seq.to_be_bytes());
        hash.update(entry);
    })?;
    Ok(hex(&hash.finalize()))
}

fn damaged_text(id: &Id) -> CasebookError {
    CasebookError::Damaged(crate::spoken!("damaged-not-utf8", id = id.as_str()))
}

/// A value as a line of text.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Bool(true) => "undone".to_owned(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(span) => span.get("text").map(shown).unwrap_or_default(),
        other => other.to_string(),
    }
}

/// A claim with up to [`CONTEXT`] code points on either side, cut at a blank where the text goes on.
fn passage(text: &Text, start: usize, end: usize) -> Passage {
    let points = &text.points;
    let (from, to) = (start.saturating_sub(CONTEXT), end.saturating_add(CONTEXT).min(points.len()));
    let (before, after) = (points.slice(from, start), points.slice(end, to));
    let before = match (from, before.find(char::is_whitespace)) {
        (1.., Some(blank)) => before.get(blank..).unwrap_or_default(),
        _ => before,
    };
    let after = match (to < points.len(), after.rfind(char::is_whitespace)) {
        (true, Some(blank)) => after.get(..blank).unwrap_or_default(),
        _ => after,
    };
    Passage {
        before: before.trim_start().to_owned(),
        claim: points.slice(start, end).to_owned(),
        after: after.trim_end().to_owned(),
    }
}

/// The claim that a body is about which makes a verdict, a comment or evidence.
fn claim_of(subject: &str, body: &str) -> Option<Id> {
    if !subject.starts_with(['v', 'm', 'e']) {
        return None;
    }
    match serde_json::from_str(body).ok()? {
        Body::Evidence(evidence) => Some(evidence.claim),
        Body::Verdict(verdict) => Some(verdict.claim),
        Body::Comment { claim, .. } => Some(claim),
        _ => None,
    }
}
