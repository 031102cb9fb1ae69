//! Folding: what the parts that speak of a subject add up to, written into the tables.
//!
//! The same code serves one new verdict and a rebuild of everything, so the two cannot differ.

use super::entry::{Body, CASEBOOK, hex};
use super::rows;
use crate::model::Id;
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
    /// The fields as they stand, over those of the origin.
    pub fields: Map<String, Value>,
    /// The writes that no other write names.
    pub heads: Vec<(String, i64, i64)>,
    /// Fields whose heads have unlike values.
    pub conflicts: Vec<String>,
    /// The scale, where the subject is the casebook.
    pub scale: Option<crate::model::Scale>,
}

impl Folded {
    /// Folds a subject's parts, given in the order that chooses what is shown.
    pub fn of(parts: &[SubjectPart]) -> Folded {
        let mut folded = Folded::default();
        let mut writes: BTreeMap<&'static str, Vec<FieldWrite>> = BTreeMap::new();
        for part in parts {
            // A body that this version cannot read was made by a newer one: kept, not folded.
            match serde_json::from_str(&part.body) {
                Ok(Body::Set(write)) => writes.entry(write.field.code()).or_default().push(FieldWrite {
                    name: format!("{}:{}", hex(&part.hash), part.n),
                    place: (part.entry, part.n),
                    value: write.value,
                    basis: write.basis,
                }),
                Ok(Body::Scale(scale)) => folded.scale = Some(scale),
                Ok(body) if folded.origin.is_none() => {
                    folded.origin = Some(body);
                    folded.made = (part.at, part.checker);
                }
                _ => {}
            }
        }
        folded.begin_with_origin();
        for (field, writes) in writes {
            folded.stand(field, writes);
        }
        folded
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
    for subject in by_order {
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

/// What is left to do for claims when all subjects are folded.
#[derive(Debug, Default)]
pub struct Work {
    /// Claims whose standing must be worked out.
    pub standing: BTreeSet<i64>,
    /// Claims whose words must be indexed, and whether the index holds nothing of them yet.
    pub search: BTreeMap<i64, bool>,
}

/// The last place that [`order`] gives.
pub(super) const LAST: u8 = 4;

/// The place of a subject in folding: what others point at comes first.
pub(super) fn order(id: &str) -> u8 {
    match id.chars().next() {
        _ if id == CASEBOOK => 0,
        Some('k') => 1,
        Some('d') => 2,
        Some('c') => 3,
        _ => LAST,
    }
}

fn fold_one(conn: &Connection, subject: &Touched, work: &mut Work) -> Result<()> {
    let num = subject.num;
    let folded = Folded::of(&store::journal::parts_of_subject(conn, num)?);
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
        Some(Body::Document(body)) => rows::document(conn, subject, body, &folded, work),
        Some(Body::Claim(body)) => {
            // Nothing can hang yet on a claim that nobody spoke of: it stands as it was made, new.
            if !subject.fresh || !folded.heads.is_empty() {
                work.standing.insert(num);
            }
            work.search.insert(num, subject.fresh);
            rows::claim(conn, subject, body, &folded)
        }
        Some(Body::Evidence(body)) => {
            with_claim(conn, &body.claim, work, |claim| rows::evidence(conn, num, claim, body, &folded))
        }
        Some(Body::Verdict(body)) => {
            with_claim(conn, &body.claim, work, |claim| rows::verdict(conn, num, claim, body, &folded))
        }
        Some(Body::Comment { claim, text }) => with_claim(conn, claim, work, |claim| {
            let (at, checker) = folded.made;
            store::comment::put(conn, num, claim, text, at, checker, &folded.withdrawn())
        }),
        _ => Ok(()),
    }
}

/// Folds something that hangs on a claim, and has the claim's standing looked at again.
fn with_claim(
    conn: &Connection,
    claim: &Id,
    work: &mut Work,
    write: impl FnOnce(i64) -> Result<()>,
) -> Result<()> {
    match store::journal::subject(conn, claim.as_str())? {
        Some(num) => {
            work.standing.insert(num);
            write(num)
        }
        // The claim's own entry is not here yet: a later merge brings it and folds this again.
        None => Ok(()),
    }
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

    fn speaker(value: &str, basis: &[i64]) -> Write {
        let basis = basis.iter().map(|e| format!("{}:0", hex(&[*e as u8; 32]))).collect();
        Write { field: Field::Speaker, value: value.into(), basis, restores: None }
    }

    #[test]
    fn a_write_that_names_another_replaces_it() {
        let folded = Folded::of(&[part(1, speaker("A", &[])), part(2, speaker("B", &[1]))]);
        assert_eq!(folded.text("speaker"), "B");
        assert!(folded.conflicts.is_empty());
        assert_eq!(folded.heads, [("speaker".to_owned(), 2, 0)]);
    }

    #[test]
    fn unlike_concurrent_writes_are_a_conflict_and_equal_ones_are_not() {
        let folded = Folded::of(&[part(1, speaker("A", &[])), part(2, speaker("B", &[]))]);
        assert_eq!((folded.text("speaker").as_str(), folded.conflicts.len()), ("B", 1));
        let folded = Folded::of(&[part(1, speaker("A", &[])), part(2, speaker("A", &[]))]);
        assert!(folded.conflicts.is_empty());
        let resolved = Folded::of(&[
            part(1, speaker("A", &[])),
            part(2, speaker("B", &[])),
            part(3, speaker("A", &[1, 2])),
        ]);
        assert_eq!((resolved.text("speaker").as_str(), resolved.conflicts.len()), ("A", 0));
    }

    #[test]
    fn bodies_of_newer_versions_are_left_alone() {
        let mut strange = part(1, speaker("A", &[]));
        strange.body = r#"{"telepathy":{"x":1}}"#.into();
        let folded = Folded::of(&[strange, part(2, speaker("B", &[]))]);
        assert_eq!(folded.text("speaker"), "B");
    }
}
