//! Folding: what the parts that speak of a subject add up to, written into the tables.
//!
//! The same code serves one new verdict and a rebuild of everything, so the two cannot differ.

use super::entry::{Body, CASEBOOK, ClaimBody, Header, SpanValue, hex, unhex};
use super::erase::blank::{total, united};
use super::{extractions, rows};
use crate::model::{Id, IdKind};
use crate::store::{self, Connection, Result, journal::SubjectPart};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// The fields as they stand, over those of the origin.
    pub fields: Map<String, Value>,
    /// What stands of the fields that were written.
    written: Map<String, Value>,
    /// The extractions that it says it has, with the local numbers of their entries.
    pub extractions: Vec<(i64, String)>,
    /// Of a claim that was found: each finding, with the local number of its entry.
    findings: Vec<(i64, ClaimBody)>,
    /// Whether the current extraction found it, or a person added it.
    pub found: bool,
    /// The writes that no other write names.
    pub heads: Vec<(String, i64, i64)>,
    /// Fields whose heads have unlike values.
    pub conflicts: Vec<String>,
    /// The scale, where the subject is the casebook.
    pub scale: Option<crate::model::Scale>,
}

impl Folded {
    /// Folds a subject's parts, given in the order that chooses what is shown.
    ///
    /// What a stranger's casebook says is folded only where it can be so: a document is made by the hash of its
    /// text, and nobody writes the name, the verdicts and the comments of another.
    pub fn of(subject: &Touched, parts: &[SubjectPart]) -> Folded {
        let mut folded = Folded { found: true, ..Folded::default() };
        let mut writes: BTreeMap<&'static str, Vec<(i64, FieldWrite)>> = BTreeMap::new();
        for part in parts {
            // A body that this version cannot read was made by a newer one: kept, not folded.
            match serde_json::from_str(&part.body) {
                Ok(Body::Set(write)) => {
                    let name = format!("{}:{}", hex(&part.hash), part.n);
                    let place = (part.entry, part.n);
                    let written = FieldWrite { name, place, value: write.value, basis: write.basis };
                    writes.entry(write.field.code()).or_default().push((part.checker, written));
                }
                Ok(Body::Scale(scale)) if subject.id == CASEBOOK => folded.scale = Some(scale),
                Ok(Body::Blank { spans }) => {
                    folded.blanks.push((part.entry, part.n, total(&united(spans))));
                }
                Ok(body) if makes(&body, &subject.id) => folded.take(body, part),
                _ => {}
            }
        }
        folded.begin_with_origin();
        let owner = folded.owner(subject);
        let writes = writes.into_iter().map(|(field, writes)| {
            let own = writes.into_iter().filter(|(checker, _)| owner.is_none_or(|owner| owner == *checker));
            (field, own.map(|(_, written)| written).collect())
        });
        for (field, writes) in writes {
            folded.stand(field, writes);
        }
        folded
    }

    /// Takes what makes the subject: the first does, and every extraction is noted.
    fn take(&mut self, body: Body, part: &SubjectPart) {
        match &body {
            Body::Document(d) => self.extractions.push((part.entry, d.extraction.clone())),
            Body::Extraction(x) if self.origin.is_none() => {
                self.extractions.push((part.entry, x.extraction.clone()));
            }
            Body::Claim(c) if c.cue_span.is_some() => self.findings.push((part.entry, c.clone())),
            _ => {}
        }
        if self.origin.is_none() {
            self.origin = Some(body);
            self.made = (part.at, part.checker);
            self.place = (part.entry, part.n);
        }
    }

    /// The document that a claim was found in.
    fn found_in(&self) -> Option<&Id> {
        match &self.origin {
            Some(Body::Claim(c)) if c.cue_span.is_some() => c.document.as_ref(),
            _ => None,
        }
    }

    /// A claim is as the current extraction found it, where that did: these entries hold what it found.
    fn found_by(&mut self, current: &[i64]) {
        // A document that has none has not come yet.
        if current.is_empty() {
            return;
        }
        let first = self.findings.first().map(|(entry, _)| *entry);
        let finding = self.findings.iter().position(|(entry, _)| current.contains(entry));
        self.found = finding.is_some();
        if let Some(at) = finding
            && self.findings.get(at).map(|(entry, _)| *entry) != first
        {
            let (_, body) = self.findings.swap_remove(at);
            self.origin = Some(Body::Claim(body));
            self.begin_with_origin();
            self.fields.extend(self.written.clone());
        }
    }

    /// The only checker whose writes count, where there is one.
    fn owner(&self, subject: &Touched) -> Option<i64> {
        match &self.origin {
            Some(Body::Verdict(_) | Body::Comment { .. }) => Some(self.made.1),
            None if subject.id.starts_with('k') => Some(subject.num),
            _ => None,
        }
    }

    /// The origin's own fields, under the names that writes use.
    fn begin_with_origin(&mut self) {
        let made = self.origin.as_ref().and_then(|body| serde_json::to_value(body).ok());
        if let Some(Value::Object(outer)) = made
            && let Some((_, Value::Object(fields))) = outer.into_iter().next()
        {
            self.fields = fields;
        }
    }

    /// Finds the heads among the writes of a field; the last in order is shown.
    fn stand(&mut self, field: &str, writes: Vec<FieldWrite>) {
        let named: HashSet<&str> = writes.iter().flat_map(|w| w.basis.iter().map(String::as_str)).collect();
        let heads: Vec<&FieldWrite> = writes.iter().filter(|w| !named.contains(w.name.as_str())).collect();
        if heads.windows(2).any(|pair| pair[0].value != pair[1].value) {
            self.conflicts.push(field.to_owned());
        }
        if let Some(shown) = heads.last() {
            self.fields.insert(field.to_owned(), shown.value.clone());
            self.written.insert(field.to_owned(), shown.value.clone());
        }
        self.heads.extend(heads.iter().map(|w| (field.to_owned(), w.place.0, w.place.1)));
    }

    /// A text field; empty where there is none.
    pub fn text(&self, field: &str) -> String {
        self.fields.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Why it was withdrawn: the reason, `undone` where an undo took it back, or nothing.
    pub fn withdrawn(&self) -> String {
        if self.is_undone() { "undone".to_owned() } else { self.text("withdrawn") }
    }

    /// Whether an undo took it back.
    pub fn is_undone(&self) -> bool {
        self.fields.get("withdrawn") == Some(&Value::Bool(true))
    }
}

/// Whether a body can make what has this id.
pub(super) fn makes(body: &Body, subject: &str) -> bool {
    let kind = || subject.parse::<Id>().ok().and_then(|id| id.kind());
    match body {
        Body::Casebook { .. } => subject == CASEBOOK,
        Body::Document(d) if d.is_private() => {
            subject.parse::<Id>().is_ok_and(|id| id.kind() == Some(IdKind::Document) && id.is_random())
        }
        Body::Document(d) => {
            unhex(&d.text_sha256).is_some_and(|sha256| Id::of_document(&sha256).as_str() == subject)
        }
        Body::Claim(c) => match (&c.document, c.span.as_ref(), c.cue_span) {
            // A claim that was found has its id from its place.
            (Some(document), Some(SpanValue { start: Some(start), end: Some(end), .. }), Some(cue)) => {
                Id::of_claim(document, (*start, *end), cue).as_str() == subject
            }
            _ => kind() == Some(IdKind::Claim),
        },
        Body::Evidence(_) => kind() == Some(IdKind::Evidence),
        Body::Verdict(_) => kind() == Some(IdKind::Verdict),
        Body::Comment { .. } => kind() == Some(IdKind::Comment),
        Body::Extraction(_) => kind() == Some(IdKind::Extraction),
        Body::Scale(_) | Body::Recovered { .. } | Body::Key(_) | Body::Set(_) => false,
        Body::Erase(_) | Body::Blank { .. } | Body::EraseConfirm { .. } | Body::EraseRefuse { .. } => false,
    }
}

struct FieldWrite {
    name: String,
    place: (i64, i64),
    value: Value,
    basis: Vec<String>,
}

/// A subject to fold: its local number, its id, and whether nothing is in the tables of it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Local number.
    pub num: i64,
    /// Public id.
    pub id: String,
    /// Whether the tables hold nothing of it yet.
    pub fresh: bool,
}

/// Whether folding writes the search index too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Index {
    /// It does.
    Write,
    /// The index is left alone, where only the tables are compared: it may be a stranger's.
    Leave,
}

/// Folds subjects anew and all that hangs on them.
pub fn fold(conn: &Connection, touched: &[Touched], index: Index) -> Result<()> {
    let mut by_order: Vec<&Touched> = touched.iter().collect();
    by_order.sort_by_key(|t| order(&t.id));
    let mut work = Work::default();
    let claims = by_order.partition_point(|t| order(&t.id) < order("c"));
    let (first, rest) = by_order.split_at(claims);
    for subject in first {
        fold_one(conn, subject, &mut work)?;
    }
    for subject in listed_anew(conn, touched, &work)? {
        fold_one(conn, &subject, &mut work)?;
    }
    for subject in rest {
        fold_one(conn, subject, &mut work)?;
    }
    for claim in work.standing {
        super::standing::refresh(conn, claim)?;
    }
    // The index comes last and all at once: it writes itself out whenever another table is written between.
    let searched = if index == Index::Write { work.search } else { BTreeMap::new() };
    for (claim, fresh) in searched {
        store::search::index(conn, claim, fresh)?;
    }
    Ok(())
}

/// The claims that must be folded again although nothing new is said of them: another extraction of their document
/// is current.
fn listed_anew(conn: &Connection, touched: &[Touched], work: &Work) -> Result<Vec<Touched>> {
    let mut again = Vec::new();
    for document in &work.documents {
        if extractions::settle(conn, *document)? {
            let touched: HashSet<i64> = touched.iter().map(|t| t.num).collect();
            for num in store::claim::of_document(conn, *document)? {
                if !touched.contains(&num) {
                    let id = store::journal::subject_id(conn, num)?.unwrap_or_default();
                    again.push(Touched { num, id, fresh: false });
                }
            }
        }
    }
    Ok(again)
}

/// What is left to do when subjects are folded.
#[derive(Debug, Default)]
pub struct Work {
    /// Documents whose extractions were folded.
    pub documents: BTreeSet<i64>,
    /// The document asked for last, and the entries that hold the claims of its current extraction.
    current: Option<(i64, Vec<i64>)>,
    /// Claims whose standing must be worked out.
    pub standing: BTreeSet<i64>,
    /// Claims whose words must be indexed, and whether the index holds nothing of them yet.
    pub search: BTreeMap<i64, bool>,
}

impl Work {
    /// The entries that hold the claims of a document's current extraction; claims of one document come together.
    fn current(&mut self, conn: &Connection, document: &Id) -> Result<&[i64]> {
        let num = store::journal::subject(conn, document.as_str())?.unwrap_or_default();
        if self.current.as_ref().is_none_or(|(known, _)| *known != num) {
            self.current = Some((num, extractions::current_entries(conn, num)?));
        }
        Ok(self.current.as_ref().map_or(&[], |(_, entries)| entries))
    }
}

/// The last place that [`order`] gives.
pub(super) const LAST: u8 = 4;

/// The place of a subject in folding: what others point at comes first.
pub(super) fn order(id: &str) -> u8 {
    match id.chars().next() {
        _ if id == CASEBOOK => 0,
        Some('k') => 1,
        Some('d' | 'x') => 2,
        Some('c') => 3,
        _ => LAST,
    }
}

fn fold_one(conn: &Connection, subject: &Touched, work: &mut Work) -> Result<()> {
    let num = subject.num;
    let parts = match subject.id.as_str() {
        CASEBOOK => own_parts(conn, num)?,
        _ => store::journal::parts_of_subject(conn, num)?,
    };
    let mut folded = Folded::of(subject, &parts);
    if let Some(document) = folded.found_in() {
        let current = work.current(conn, document)?;
        folded.found_by(current);
    }
    let folded = folded;
    if !subject.fresh || !folded.heads.is_empty() {
        let heads: Vec<(&str, i64, i64)> =
            folded.heads.iter().map(|(f, e, n)| (f.as_str(), *e, *n)).collect();
        store::journal::put_heads(conn, num, &heads)?;
    }
    match &folded.origin {
        _ if subject.id.starts_with('k') => {
            store::checker::put(conn, num, &folded.text("name"), &folded.text("contact"))
        }
        Some(Body::Casebook { id }) => rows::casebook(conn, num, id, &folded),
        Some(Body::Document(body)) => {
            extractions::noted(conn, subject, num, &folded)?;
            work.documents.insert(num);
            rows::document(conn, subject, body, &folded, work)
        }
        Some(Body::Extraction(body)) => {
            let (document, _) = store::journal::subject_or_new(conn, body.document.as_str())?;
            work.documents.extend(store::extraction::document_of(conn, num)?);
            work.documents.insert(document);
            extractions::noted(conn, subject, document, &folded)
        }
        Some(Body::Claim(body)) => {
            // Nothing can hang yet on a claim that nobody spoke of: it stands as it was made, new.
            if !subject.fresh || !folded.heads.is_empty() {
                work.standing.insert(num);
            }
            work.search.insert(num, subject.fresh);
            rows::claim(conn, subject, body, &folded)
        }
        Some(Body::Evidence(body)) => {
            work.standing.extend(store::evidence::claim_of(conn, num)?);
            let claim = hung_on(conn, &body.claim, work)?;
            rows::evidence(conn, num, claim, body, &folded)
        }
        Some(Body::Verdict(body)) => {
            work.standing.extend(store::verdict::claim_of(conn, num)?);
            let claim = hung_on(conn, &body.claim, work)?;
            rows::verdict(conn, num, claim, body, &folded)
        }
        Some(Body::Comment { claim, text }) => {
            work.standing.extend(store::comment::claim_of(conn, num)?);
            let claim = hung_on(conn, claim, work)?;
            let (at, checker) = folded.made;
            store::comment::put(conn, num, claim, text, at, checker, &folded.withdrawn())
        }
        // What made it is not here (any more), and a fresh one has no row.
        None if !subject.fresh => drop_row(conn, subject, work),
        _ => Ok(()),
    }
}

/// Takes away the row of what is not made any more, and looks again at what stood on it.
fn drop_row(conn: &Connection, subject: &Touched, work: &mut Work) -> Result<()> {
    let num = subject.num;
    match subject.id.chars().next() {
        Some('d') => {
            let claims = store::claim::of_document(conn, num)?;
            store::document::drop(conn, num)?;
            store::extraction::put(conn, num, num, &[], false)?;
            extractions::settle(conn, num)?;
            work.current = None;
            for num in claims {
                let id = store::journal::subject_id(conn, num)?.unwrap_or_default();
                fold_one(conn, &Touched { num, id, fresh: false }, work)?;
            }
        }
        Some('x') => {
            work.documents.extend(store::extraction::document_of(conn, num)?);
            store::extraction::put(conn, num, num, &[], false)?;
        }
        Some('c') => {
            store::claim::drop(conn, num)?;
            work.standing.remove(&num);
            work.search.insert(num, false);
        }
        Some('e') => {
            work.standing.extend(store::evidence::claim_of(conn, num)?);
            store::evidence::drop(conn, num)?;
        }
        Some('v') => {
            work.standing.extend(store::verdict::claim_of(conn, num)?);
            store::verdict::drop(conn, num)?;
        }
        Some('m') => {
            work.standing.extend(store::comment::claim_of(conn, num)?);
            store::comment::drop(conn, num)?;
        }
        _ => {}
    }
    Ok(())
}

/// A subject's fields as it was made, by what was there up to a clock.
pub fn as_made(conn: &Connection, num: i64, upto: i64) -> Result<Map<String, Value>> {
    let id = store::journal::subject_id(conn, num)?.unwrap_or_default();
    let mut parts = store::journal::parts_of_subject(conn, num)?;
    parts.retain(|part| part.at <= upto);
    let mut folded = Folded::of(&Touched { num, id, fresh: false }, &parts);
    if let Some(document) = folded.found_in() {
        let document = store::journal::subject(conn, document.as_str())?.unwrap_or_default();
        folded.found_by(&extractions::entries_then(conn, document, upto)?);
    }
    folded.fields.clear();
    folded.begin_with_origin();
    Ok(folded.fields)
}

/// The local number of the claim that something hangs on, whose standing is looked at again.
///
/// It is given one where its own entry is not here yet, so that nothing waits for it.
fn hung_on(conn: &Connection, claim: &Id, work: &mut Work) -> Result<i64> {
    let (num, _) = store::journal::subject_or_new(conn, claim.as_str())?;
    work.standing.insert(num);
    Ok(num)
}

/// What was said of this casebook in sittings on it: entries from another case say the same of theirs.
fn own_parts(conn: &Connection, num: i64) -> Result<Vec<SubjectPart>> {
    let case = |header: &str| {
        let header: Option<Header> = serde_json::from_str(header).ok();
        header.and_then(|header| header.opens).map(|opens| opens.casebook)
    };
    // The entry that lies first in a file began it; merges add theirs after it.
    let own = store::journal::first_header(conn)?.and_then(|header| case(&header));
    let parts = store::journal::parts_with_opening(conn, num)?;
    Ok(parts.into_iter().filter(|(_, opening)| case(opening) == own).map(|(part, _)| part).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::entry::Write;
    use crate::model::Field;

    fn part(entry: i64, write: Write) -> SubjectPart {
        let body = serde_json::to_string(&Body::Set(write)).unwrap();
        SubjectPart { entry, n: 0, body, at: entry, hash: [entry as u8; 32], checker: 1 }
    }

    fn folded(parts: &[SubjectPart]) -> Folded {
        let id = Id::fresh(IdKind::Claim).to_string();
        Folded::of(&Touched { num: 9, id, fresh: false }, parts)
    }

    fn speaker(value: &str, basis: &[i64]) -> Write {
        let basis = basis.iter().map(|e| format!("{}:0", hex(&[*e as u8; 32]))).collect();
        Write { field: Field::Speaker, value: value.into(), basis, restores: None }
    }

    #[test]
    fn a_write_that_names_another_replaces_it() {
        let folded = folded(&[part(1, speaker("A", &[])), part(2, speaker("B", &[1]))]);
        assert_eq!(folded.text("speaker"), "B");
        assert!(folded.conflicts.is_empty());
        assert_eq!(folded.heads, [("speaker".to_owned(), 2, 0)]);
    }

    #[test]
    fn unlike_concurrent_writes_are_a_conflict_and_equal_ones_are_not() {
        let unlike = folded(&[part(1, speaker("A", &[])), part(2, speaker("B", &[]))]);
        assert_eq!((unlike.text("speaker").as_str(), unlike.conflicts.len()), ("B", 1));
        let equal = folded(&[part(1, speaker("A", &[])), part(2, speaker("A", &[]))]);
        assert!(equal.conflicts.is_empty());
        let resolved =
            folded(&[part(1, speaker("A", &[])), part(2, speaker("B", &[])), part(3, speaker("A", &[1, 2]))]);
        assert_eq!((resolved.text("speaker").as_str(), resolved.conflicts.len()), ("A", 0));
    }

    #[test]
    fn bodies_of_newer_versions_are_left_alone() {
        let mut strange = part(1, speaker("A", &[]));
        strange.body = r#"{"telepathy":{"x":1}}"#.into();
        let folded = folded(&[strange, part(2, speaker("B", &[]))]);
        assert_eq!(folded.text("speaker"), "B");
    }
    #[test]
    fn nothing_is_made_by_what_cannot_be_it() {
        let (document, other) = (Id::of_document(&[1; 32]), Id::of_document(&[2; 32]));
        let claim = Id::of_claim(&document, (3, 9), (0, 2));
        let found = |end: usize| {
            let body = format!(
                r#"{{"claim":{{"document":"{document}","span":{{"start":3,"end":{end},"text":"x"}},"cue_span":[0,2],
                "quote":"direct","polarity":"assert","kind":"other"}}}}"#
            );
            serde_json::from_str::<Body>(&body).unwrap()
        };
        assert!(makes(&found(9), claim.as_str()));
        assert!(!makes(&found(8), claim.as_str()) && !makes(&found(9), document.as_str()));
        let comment = Body::Comment { claim: claim.clone(), text: "x".into() };
        assert!(makes(&comment, Id::fresh(IdKind::Comment).as_str()));
        assert!(!makes(&comment, claim.as_str()) && !makes(&comment, CASEBOOK));
        assert!(!makes(&Body::Casebook { id: "x".into() }, other.as_str()));
    }

    #[test]
    fn nobody_writes_for_another() {
        let comment = Body::Comment { claim: Id::fresh(IdKind::Claim), text: "x".into() };
        let withdraw = |entry: i64, checker: i64| {
            let write = Write { field: Field::Withdrawn, value: "no".into(), basis: vec![], restores: None };
            SubjectPart { checker, ..part(entry, write) }
        };
        let id = Id::fresh(IdKind::Comment).to_string();
        let mut origin = part(1, speaker("A", &[]));
        origin.body = serde_json::to_string(&comment).unwrap();
        let of = |parts: &[SubjectPart]| Folded::of(&Touched { num: 9, id: id.clone(), fresh: false }, parts);
        assert_eq!(of(&[origin.clone(), withdraw(2, 2)]).withdrawn(), "");
        assert_eq!(of(&[origin, withdraw(2, 1)]).withdrawn(), "no");
        let checker = Touched { num: 9, id: Id::of_checker(&[1; 32]).to_string(), fresh: false };
        let name = |by: i64| {
            let write = Write { field: Field::Name, value: "N".into(), basis: vec![], restores: None };
            Folded::of(&checker, &[SubjectPart { checker: by, ..part(1, write) }]).text("name")
        };
        assert_eq!((name(1), name(9)), (String::new(), "N".into()));
    }
}
