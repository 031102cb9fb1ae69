//! Folding: what the parts that speak of a subject add up to ([`Folded`]), written into the tables.
//!
//! The same code serves one new verdict and a rebuild of everything, so the two cannot differ.

use super::entry::{Body, CASEBOOK, Header};
use super::extractions;
use super::folded::{Folded, Said};
use super::rows::{self, Around, Made};
use crate::store::{
    self, Connection, Result,
    claim::Inserting,
    document::DocumentRow,
    journal::{Entries, SubjectPart},
    search::{Indexing, Searched, Words},
};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::mpsc;
use std::thread;

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
    /// The index is left alone, where nobody will search.
    Leave,
}

/// Folds subjects anew and all that hangs on them.
pub fn fold(conn: &Connection, touched: &[Touched], index: Index) -> Result<()> {
    fold_with(conn, touched, HashMap::new(), index)
}

/// The same, where all parts of some subjects are at hand: of those that nothing was said of before.
pub fn fold_with(
    conn: &Connection,
    touched: &[Touched],
    at_hand: HashMap<i64, Vec<Said>>,
    index: Index,
) -> Result<()> {
    let mut by_order: Vec<&Touched> = touched.iter().collect();
    // In the order of their numbers: claims document by document, and rows where they will lie.
    by_order.sort_by_key(|t| (order(&t.id), t.num));
    let mut work = Work { at_hand, ..Work::default() };
    let claims = by_order.partition_point(|t| order(&t.id) < order("c"));
    let (first, rest) = by_order.split_at(claims);
    for subject in first {
        fold_one(conn, subject, &mut work)?;
    }
    let again = listed_anew(conn, touched, &work)?;
    work.around.forget();
    for subject in again {
        fold_one(conn, &subject, &mut work)?;
    }
    for subject in rest {
        fold_one(conn, subject, &mut work)?;
    }
    if touched.iter().any(|t| t.id.starts_with('k')) {
        super::keys::refresh(conn, &mut work.standing)?;
    }
    for claim in work.standing {
        super::standing::refresh(conn, claim)?;
    }
    // The index comes last and all at once: it writes itself out whenever another table is written between.
    match index {
        Index::Write => write_index(conn, work.search),
        Index::Leave => Ok(()),
    }
}

/// Claims whose words another thread makes ready at a time.
const READY: usize = 64;

/// Puts claims into the index, in the order of their numbers. Where there are many, their words are made ready
/// meanwhile.
fn write_index(conn: &Connection, claims: BTreeMap<i64, Option<Searched>>) -> Result<()> {
    let mut indexing = Indexing::on(conn)?;
    if claims.len() <= READY {
        return claims.into_iter().try_for_each(|(claim, fresh)| match fresh {
            Some(searched) => indexing.fresh(claim, &Words::of(&searched)),
            None => indexing.again(claim),
        });
    }
    let (tell, told) = mpsc::sync_channel::<Vec<Words>>(4);
    thread::scope(|scope| {
        let fresh: Vec<&Searched> = claims.values().flatten().collect();
        // Ends when nobody listens any more.
        scope.spawn(move || {
            let ready = fresh.chunks(READY).map(|some| some.iter().map(|one| Words::of(one)).collect());
            let _ = ready.map(|words| tell.send(words)).find(|sent| sent.is_err());
        });
        let mut ready = told.into_iter().flatten();
        claims.iter().try_for_each(|(claim, fresh)| match fresh.as_ref().and_then(|_| ready.next()) {
            Some(words) => indexing.fresh(*claim, &words),
            None => indexing.again(*claim),
        })
    })
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
#[derive(Default)]
pub struct Work<'c> {
    /// Documents whose extractions were folded.
    pub documents: BTreeSet<i64>,
    /// Claims whose standing must be worked out.
    pub standing: BTreeSet<i64>,
    /// Claims whose words must be indexed; with what they are found by where the index holds nothing of them yet.
    pub search: BTreeMap<i64, Option<Searched>>,
    /// What writes rows of claims of which none is there yet.
    pub inserting: Option<Inserting<'c>>,
    /// What rows are made by beside their subject's own parts.
    pub around: Around,
    /// Parts that need not be read, by subject.
    pub at_hand: HashMap<i64, Vec<Said>>,
    /// Entries that parts were read from lately.
    pub entries: Entries,
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

fn fold_one<'c>(conn: &'c Connection, subject: &Touched, work: &mut Work<'c>) -> Result<()> {
    let mut folded = match subject.id.as_str() {
        CASEBOOK => Folded::of(subject, own_parts(conn, subject.num)?),
        _ => match work.at_hand.remove(&subject.num) {
            Some(parts) => Folded::of(subject, parts),
            None => {
                Folded::of(subject, store::journal::parts_of_subject(conn, &mut work.entries, subject.num)?)
            }
        },
    };
    folded.settle(conn, &mut work.around)?;
    if !subject.fresh || !folded.heads.is_empty() {
        let heads: Vec<(&str, i64, i64)> =
            folded.heads.iter().map(|(f, e, n)| (f.as_str(), *e, *n)).collect();
        store::journal::put_heads(conn, subject.num, &heads)?;
    }
    let made = rows::made(&mut work.around, conn, subject, folded)?;
    put(conn, subject, made, work)
}

/// Writes a subject's row, and notes what hangs on it.
fn put<'c>(conn: &'c Connection, subject: &Touched, made: Made, work: &mut Work<'c>) -> Result<()> {
    let num = subject.num;
    match made {
        // What made it is not here (any more), and a fresh one has no row.
        Made::Nothing if !subject.fresh => drop_row(conn, subject, work),
        Made::Nothing | Made::Adrift(_) => Ok(()),
        Made::Casebook(row, scale) => {
            store::casebook::put_scale(conn, &scale)?;
            store::casebook::put(conn, num, &row)
        }
        Made::Checker(row) => store::checker::put(conn, &row),
        Made::Document(row, said) => {
            store::extraction::put(conn, num, num, &said, false)?;
            work.documents.insert(num);
            put_document(conn, &row, work)
        }
        Made::Extraction { document, said, undone } => {
            work.documents.extend(store::extraction::document_of(conn, num)?);
            work.documents.insert(document);
            store::extraction::put(conn, num, document, &said, undone)
        }
        Made::Claim(row) => {
            // Nothing can hang yet on a claim that nobody spoke of: it stands as it was made, new.
            if !subject.fresh || row.edited {
                work.standing.insert(num);
            }
            if !subject.fresh {
                work.search.insert(num, None);
                return store::claim::put(conn, &row);
            }
            let title = row.document.map_or("", |_| work.around.title());
            work.search.insert(num, Some(Searched::of(&row, title)));
            match &mut work.inserting {
                Some(inserting) => inserting.put(&row),
                none => none.insert(Inserting::on(conn)?).put(&row),
            }
        }
        Made::Evidence(row) => {
            work.standing.extend(store::evidence::claim_of(conn, num)?);
            work.standing.insert(row.claim);
            store::evidence::put(conn, &row)
        }
        Made::Verdict(row) => {
            work.standing.extend(store::verdict::claim_of(conn, num)?);
            work.standing.insert(row.claim);
            store::verdict::put(conn, &row)
        }
        Made::Comment(row) => {
            work.standing.extend(store::comment::claim_of(conn, num)?);
            work.standing.insert(row.claim);
            store::comment::put(conn, &row)
        }
    }
}

/// Writes a document's row; its claims follow in being hidden and in what they are found by.
fn put_document(conn: &Connection, row: &DocumentRow, work: &mut Work) -> Result<()> {
    work.around.forget();
    let before = store::document::title_and_withdrawn(conn, row.num)?;
    store::document::put(conn, row)?;
    let Some((title, withdrawn)) = before else { return Ok(()) };
    if withdrawn != row.withdrawn {
        store::claim::hide(conn, row.num, !row.withdrawn.is_empty())?;
    }
    if title != row.title {
        for claim in store::claim::of_document(conn, row.num)? {
            work.search.insert(claim, None);
        }
    }
    Ok(())
}

/// Takes away the row of what is not made any more, and looks again at what stood on it.
fn drop_row<'c>(conn: &'c Connection, subject: &Touched, work: &mut Work<'c>) -> Result<()> {
    let num = subject.num;
    match subject.id.chars().next() {
        Some('d') => {
            let claims = store::claim::of_document(conn, num)?;
            work.around.forget();
            store::document::drop(conn, num)?;
            store::extraction::put(conn, num, num, &[], false)?;
            extractions::settle(conn, num)?;
            work.around.forget();
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
            work.search.insert(num, None);
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
    let mut parts = store::journal::parts_of_subject(conn, &mut Entries::default(), num)?;
    parts.retain(|part| part.at <= upto);
    let mut folded = Folded::of(&Touched { num, id, fresh: false }, parts);
    if let Some(document) = folded.found_in() {
        let document = store::journal::subject(conn, document.as_str())?.unwrap_or_default();
        folded.found_by(&extractions::entries_then(conn, document, upto)?);
    }
    let made = folded.origin.and_then(|body| serde_json::to_value(body).ok());
    Ok(match made.and_then(|made| made.as_object()?.values().next().cloned()) {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    })
}

/// What was said of this casebook in sittings on it: entries from another case say the same of theirs. It has its id and
/// its scale from the entry that began it, which of all that say so lies first: a stranger can date one as they like.
pub(super) fn own_parts(conn: &Connection, num: i64) -> Result<Vec<SubjectPart>> {
    let case = |header: &str| {
        let header: Option<Header> = serde_json::from_str(header).ok();
        header.and_then(|header| header.opens).map(|opens| opens.casebook)
    };
    // The entry that lies first in a file began it; merges add theirs after it.
    let own = store::journal::first_header(conn)?.and_then(|header| case(&header));
    let mut parts: Vec<SubjectPart> = store::journal::parts_with_opening(conn, num)?
        .into_iter()
        .filter(|(_, opening)| case(opening) == own)
        .map(|(part, _)| part)
        .collect();
    let body = |part: &SubjectPart| serde_json::from_str(&part.body).ok();
    let begins =
        |part: &&SubjectPart| matches!(body(part), Some(Body::Casebook { id }) if Some(&id) == own.as_ref());
    let began = parts.iter().filter(begins).map(|part| part.entry).min();
    parts.retain(|part| {
        Some(part.entry) == began || !matches!(body(part), Some(Body::Casebook { .. } | Body::Scale(_)))
    });
    Ok(parts)
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
