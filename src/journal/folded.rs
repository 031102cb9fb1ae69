//! What the parts that speak of a subject add up to; nothing is written here.

use super::entry::{Body, CASEBOOK, Hash, SpanValue, hex, unhex};
use super::erase::blank::{total, united};
use super::findings::{self, Finding};
use super::fold::Touched;
use super::imports::{self, Import};
use super::rows::Around;
use crate::model::{Field, Id, IdKind};
use crate::store::{self, Connection, Result, journal::SubjectPart};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A part that speaks of a subject, with its body read.
#[derive(Debug)]
pub struct Said {
    /// Local number of its entry.
    pub entry: i64,
    /// Its number in the entry.
    pub n: i64,
    /// None of one that this version cannot read: a newer one made it. It is kept, and not folded.
    pub body: Option<Body>,
    /// Clock of the entry.
    pub at: i64,
    /// Hash of the entry.
    pub hash: Hash,
    /// Local number of the checker.
    pub checker: i64,
    /// Their public key.
    pub key: [u8; 32],
    /// Whether it is being written here: then what it makes has the id that it must have.
    pub own: bool,
}

impl From<SubjectPart> for Said {
    fn from(part: SubjectPart) -> Said {
        let SubjectPart { entry, n, body, at, hash, checker, key } = part;
        Said { entry, n, body: serde_json::from_str(&body).ok(), at, hash, checker, key, own: false }
    }
}

/// What a subject's parts say: how it was made, and what stands of each field written since.
#[derive(Debug, Default)]
pub struct Folded {
    /// The body that made it.
    pub origin: Option<Body>,
    /// Clock and checker (local number) of that.
    pub made: (i64, i64),
    /// Entry (local number) and number of the part that it is.
    pub place: (i64, i64),
    /// Of a document: the parts after which its text stands with words blanked, and how many code points are.
    pub blanks: Vec<(i64, i64, u64)>,
    /// The fields written since, as they stand.
    pub written: Map<String, Value>,
    /// The extractions that it says it has, with the local numbers of their entries.
    pub extractions: Vec<(i64, String)>,
    /// Of a claim that was found: what others found after the origin.
    findings: Vec<Finding>,
    /// Whether anybody wrote a field.
    pub edited: bool,
    /// Whether the current extraction found it, or a person added it.
    pub found: bool,
    /// Of a document: the imports after the first.
    imports: Vec<Import>,
    /// The writes that no other write names, and imports or findings that tell a field unlike.
    pub heads: Vec<(String, i64, i64)>,
    /// Fields of which every head takes back what ended a conflict of imports or findings.
    reopened: BTreeSet<String>,
    /// Fields whose heads have unlike values.
    pub conflicts: Vec<String>,
    /// The scale, where the subject is the casebook.
    pub scale: Option<crate::model::Scale>,
}

impl Folded {
    /// Folds a subject's parts, given in the order that chooses what is shown.
    ///
    /// What a stranger's casebook says is folded only where it can be so: a document is made by the hash of its
    /// text, what has a made-up id by the key that the id names, and nobody writes the name, the verdicts and the
    /// comments of another.
    pub fn of<P: Into<Said>>(subject: &Touched, parts: impl IntoIterator<Item = P>) -> Folded {
        let mut folded = Folded { found: true, ..Folded::default() };
        let mut writes: BTreeMap<&'static str, Vec<(i64, FieldWrite)>> = BTreeMap::new();
        for part in parts {
            let mut part = part.into();
            match part.body.take() {
                Some(Body::Set(write)) => {
                    let name = format!("{}:{}", hex(&part.hash), part.n);
                    let place = (part.entry, part.n);
                    let restores = write.restores.unwrap_or_default();
                    let written =
                        FieldWrite { name, place, value: write.value, basis: write.basis, restores };
                    writes.entry(write.field.code()).or_default().push((part.checker, written));
                }
                Some(Body::Scale(scale)) if subject.id == CASEBOOK => folded.scale = Some(scale),
                Some(Body::Blank { spans }) => {
                    folded.blanks.push((part.entry, part.n, total(&united(spans))));
                }
                Some(body) if part.own || makes(&body, &subject.id, &part.key) => folded.take(body, &part),
                _ => {}
            }
        }
        let owner = folded.owner(subject);
        let writes = writes.into_iter().map(|(field, writes)| {
            let own = writes.into_iter().filter(|(checker, _)| owner.is_none_or(|owner| owner == *checker));
            (field, own.map(|(_, written)| written).collect())
        });
        for (field, writes) in writes {
            folded.stand(field, writes);
        }
        folded.edited = !folded.heads.is_empty();
        folded.compare_imports();
        folded
    }

    /// Marks what imports of a document tell unlike.
    fn compare_imports(&mut self) {
        let Some(Body::Document(first)) = self.origin.as_mut().filter(|_| !self.imports.is_empty()) else {
            return;
        };
        let is_written = |field: Field| is_written(&self.written, &self.reopened, field);
        for (field, places) in imports::compared(first, self.place, &self.imports, is_written) {
            self.conflicts.push(field.code().to_owned());
            self.heads.extend(places.into_iter().map(|(entry, n)| (field.code().to_owned(), entry, n)));
        }
    }

    /// Takes what makes the subject: the first does, and every extraction is noted.
    fn take(&mut self, body: Body, part: &Said) {
        let first = self.origin.is_none();
        match &body {
            // An entry holds the claims of one extraction: its first part says of which.
            _ if part.n != 0 => {}
            Body::Document(d) => self.extractions.push((part.entry, d.extraction.clone())),
            Body::Extraction(x) if first => self.extractions.push((part.entry, x.extraction.clone())),
            _ => {}
        }
        match body {
            body if first => {
                self.origin = Some(body);
                self.made = (part.at, part.checker);
                self.place = (part.entry, part.n);
            }
            Body::Claim(c) if c.cue_span.is_some() => self.findings.push((part.entry, part.n, c)),
            Body::Document(d) => self.imports.push((part.entry, part.n, d)),
            _ => {}
        }
    }

    /// The document that a claim was found in.
    pub(super) fn found_in(&self) -> Option<&Id> {
        match &self.origin {
            Some(Body::Claim(c)) if c.cue_span.is_some() => c.document.as_ref(),
            _ => None,
        }
    }

    /// A claim is as the current extraction found it, where that did: these entries hold what it found.
    pub(super) fn found_by(&mut self, current: &[i64]) {
        // A document that has none has not come yet.
        if current.is_empty() {
            return;
        }
        if self.findings.is_empty() {
            self.found = current.contains(&self.place.0);
            return;
        }
        let origin = match self.origin.take() {
            Some(Body::Claim(origin)) => origin,
            other => return self.origin = other,
        };
        let (entry, n) = self.place;
        let all = std::iter::once((entry, n, origin.clone())).chain(std::mem::take(&mut self.findings));
        let found: Vec<Finding> = all.filter(|(entry, ..)| current.contains(entry)).collect();
        self.found = !found.is_empty();
        let is_written = |field: Field| is_written(&self.written, &self.reopened, field);
        for field in findings::unlike(&found, is_written) {
            self.conflicts.push(field.code().to_owned());
            self.heads.extend(found.iter().map(|(entry, n, _)| (field.code().to_owned(), *entry, *n)));
        }
        let shown = found.into_iter().next().map_or(origin, |(.., body)| body);
        self.origin = Some(Body::Claim(shown));
    }

    /// Sees which extraction of its document is current, where it is a claim that was found.
    pub fn settle(&mut self, conn: &Connection, around: &mut Around) -> Result<()> {
        if let Some(document) = self.found_in() {
            let current = around.current(conn, document)?;
            self.found_by(current);
        }
        Ok(())
    }

    /// The only checker whose writes count, where there is one.
    fn owner(&self, subject: &Touched) -> Option<i64> {
        match &self.origin {
            Some(Body::Verdict(_) | Body::Comment { .. }) => Some(self.made.1),
            None if subject.id.starts_with('k') => Some(subject.num),
            _ => None,
        }
    }

    /// Finds the heads among the writes of a field; the last in order is shown.
    fn stand(&mut self, field: &str, writes: Vec<FieldWrite>) {
        let named: HashSet<&str> = writes.iter().flat_map(|w| w.basis.iter().map(String::as_str)).collect();
        // Taking back what ended a conflict brings the conflict back: what stood then stands again.
        let again: HashSet<&str> = writes
            .iter()
            .filter(|w| w.restores.len() > 1 && !named.contains(w.name.as_str()))
            .flat_map(|w| w.restores.iter().map(String::as_str))
            .collect();
        let stands = |w: &&FieldWrite| !named.contains(w.name.as_str()) || again.contains(w.name.as_str());
        let heads: Vec<&FieldWrite> = writes.iter().filter(stands).collect();
        let of_none = |w: &&FieldWrite| {
            w.restores.len() > 1 && w.restores.iter().all(|r| writes.iter().all(|w| w.name != *r))
        };
        if heads.iter().all(of_none) {
            self.reopened.insert(field.to_owned());
        }
        if heads.windows(2).any(|pair| pair[0].value != pair[1].value) {
            self.conflicts.push(field.to_owned());
        }
        if let Some(shown) = heads.last() {
            self.written.insert(field.to_owned(), shown.value.clone());
        }
        self.heads.extend(heads.iter().map(|w| (field.to_owned(), w.place.0, w.place.1)));
    }

    /// A text field that was written since; empty where it was not.
    pub fn text(&self, field: &str) -> String {
        self.over(field, String::new())
    }

    /// A text field as it stands, given how it was made.
    pub fn over(&self, field: &str, made: String) -> String {
        match self.written.get(field) {
            Some(value) => value.as_str().unwrap_or_default().to_owned(),
            None => made,
        }
    }

    /// Why it was withdrawn: the reason, `undone` where an undo took it back, or nothing.
    pub fn withdrawn(&self) -> String {
        if self.is_undone() { "undone".to_owned() } else { self.text("withdrawn") }
    }

    /// Whether an undo took it back.
    pub fn is_undone(&self) -> bool {
        self.written.get("withdrawn") == Some(&Value::Bool(true))
    }
}

/// Whether a person has written a field, in place of what imports or findings tell.
fn is_written(written: &Map<String, Value>, reopened: &BTreeSet<String>, field: Field) -> bool {
    written.contains_key(field.code()) && !reopened.contains(field.code())
}

/// Whether a body can make what has this id, in an entry that was written with this key.
pub(super) fn makes(body: &Body, subject: &str, key: &[u8; 32]) -> bool {
    let made_up =
        |kind| subject.parse::<Id>().is_ok_and(|id| id.kind() == Some(kind) && id.may_come_from(key));
    match body {
        Body::Casebook { .. } => subject == CASEBOOK,
        Body::Document(d) if d.is_private() => made_up(IdKind::Document),
        Body::Document(d) => {
            unhex(&d.text_sha256).is_some_and(|sha256| Id::of_document(&sha256).as_str() == subject)
        }
        Body::Claim(c) => match (&c.document, c.span.as_ref(), c.cue_span) {
            // A claim that was found has its id from its place.
            (Some(document), Some(SpanValue { start: Some(start), end: Some(end), .. }), Some(cue)) => {
                Id::of_claim(document, (*start, *end), cue).as_str() == subject
            }
            _ => made_up(IdKind::Claim),
        },
        Body::Evidence(_) => made_up(IdKind::Evidence),
        Body::Verdict(_) => made_up(IdKind::Verdict),
        Body::Comment { .. } => made_up(IdKind::Comment),
        Body::Extraction(_) => made_up(IdKind::Extraction),
        Body::Scale(_) | Body::Recovered { .. } | Body::Key(_) | Body::Set(_) => false,
        Body::Erase(_) | Body::Blank { .. } | Body::EraseConfirm { .. } | Body::EraseRefuse { .. } => false,
    }
}

/// The body that made a subject: the first, in the order that chooses what is shown, of those that can have.
pub(super) fn origin_body(conn: &Connection, num: i64) -> Result<Option<String>> {
    let Some(id) = store::journal::subject_id(conn, num)? else { return Ok(None) };
    let bodies = store::journal::origin_bodies(conn, num)?;
    let made = |body: &String, key: &[u8; 32]| serde_json::from_str(body).is_ok_and(|b| makes(&b, &id, key));
    Ok(bodies.into_iter().find(|(body, key)| made(body, key)).map(|(body, _)| body))
}

struct FieldWrite {
    name: String,
    place: (i64, i64),
    value: Value,
    basis: Vec<String>,
    restores: Vec<String>,
}
