//! Which extraction of a document is current, and the claims looked for again by another extractor.

use super::casebook::{Casebook, begin};
use super::documents::claim_body;
use super::entry::{Body, ExtractionBody, Hash, hex, unhex};
use super::erase;
use super::writer::Writer;
use super::{CasebookError, Result};
use crate::model::{Claim, Extracted, Id, IdKind};
use crate::store::extraction::ExtractionRow;
use crate::store::{self, Connection};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What an extraction that was added to a document changed, or would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renewed {
    /// The document.
    pub document: Id,
    /// Claims that are listed now and were not before.
    pub new: Vec<Id>,
    /// Claims that are not listed any more: it did not find them, and nobody has touched them.
    pub gone: Vec<Id>,
    /// Claims that it found as well, and tells otherwise: another speaker, kind or the like.
    pub changed: Vec<Id>,
    /// How many stay as they were.
    pub same: usize,
    /// How many of all these it did not find: they stay because somebody has touched them.
    pub touched: usize,
}

/// Why a document needs no extraction by this extractor, or cannot have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It has none by this extractor that counts.
    Open,
    /// The current one is by this very version.
    Same,
    /// The current one is by this newer version.
    Newer(String),
}

impl Casebook {
    /// The version of the extractor that a document's claims are listed by.
    pub fn extraction(&self, document: &Id) -> Result<String> {
        let Some(num) = store::journal::subject(&self.conn, document.as_str())? else {
            return Ok(String::new());
        };
        let rows = said(&self.conn, num)?;
        Ok(current(&rows).map(|said| said.row.name.clone()).unwrap_or_default())
    }

    /// Whether an extraction by this version would become the document's current one.
    pub fn extraction_standing(&self, document: &Id, version: &str) -> Result<Standing> {
        let now = self.extraction(document)?;
        Ok(match (rules_of(&now), rules_of(version)) {
            _ if now == version => Standing::Same,
            (Some(there), Some(ours)) if there > ours => Standing::Newer(now),
            _ => Standing::Open,
        })
    }

    /// Adds an extraction to a document: an entry that names it and holds the claims found. Claims that only earlier
    /// ones found are listed no more unless a person touched them, and nothing is deleted. Without `keep` nothing
    /// is written and it is only said what would be.
    pub fn renew(
        &mut self,
        document: &Id,
        claims: &[Extracted],
        version: &str,
        keep: bool,
    ) -> Result<Renewed> {
        self.renew_by(document, claims, version, (keep, false))
    }

    /// The same in place of all there are, such as are by newer rules too.
    pub fn renew_over(
        &mut self,
        document: &Id,
        claims: &[Extracted],
        version: &str,
        keep: bool,
    ) -> Result<Renewed> {
        self.renew_by(document, claims, version, (keep, true))
    }

    fn renew_by(
        &mut self,
        document: &Id,
        claims: &[Extracted],
        version: &str,
        (keep, all): (bool, bool),
    ) -> Result<Renewed> {
        self.is_present()?;
        if self.document(document)?.length == 0 {
            return Err(CasebookError::Invalid(crate::spoken!(
                "refused-no-text",
                document = document.as_str()
            )));
        }
        let before = self.document_claims(document)?;
        let (signer, casebook) = (self.keyring.load_or_make()?, self.id()?);
        let action = self.action_or_new();
        let sitting = self.sitting.clone();
        let tx = begin(&mut self.conn)?;
        let mut writer = Writer::new(&tx, &signer, sitting, &casebook, &action)?;
        writer.entry("extract");
        let over = replaced(&tx, document, version, all)?;
        let body = ExtractionBody { document: document.clone(), extraction: version.to_owned(), over };
        let id = writer.fresh(IdKind::Extraction);
        writer.part(id.as_str(), Body::Extraction(body))?;
        let (shun, mut found) = (erase::Shun::of(&tx)?, BTreeSet::new());
        for claim in claims {
            let id = Id::of_claim(document, (claim.start, claim.end), claim.cue_span);
            let body = Body::Claim(claim_body(document, claim));
            // What was erased is not made again, nor is what would tell words that were.
            if !erase::is_told(&tx, &shun, id.as_str(), &body)? && found.insert(id.clone()) {
                writer.part(id.as_str(), body)?;
            }
        }
        let sitting = writer.finish()?;
        let after = store::claim::in_document(&tx, document)?;
        let renewed = compared(document, before, after, &found);
        if keep {
            tx.commit()?;
            self.sitting = sitting;
        }
        Ok(renewed)
    }
}

fn compared(document: &Id, before: Vec<Claim>, after: Vec<Claim>, found: &BTreeSet<Id>) -> Renewed {
    let mut renewed = Renewed {
        document: document.clone(),
        new: Vec::new(),
        gone: Vec::new(),
        changed: Vec::new(),
        same: 0,
        touched: 0,
    };
    let mut before: HashMap<Id, Claim> = before.into_iter().map(|claim| (claim.id.clone(), claim)).collect();
    for now in after {
        match before.remove(&now.id) {
            None => renewed.new.push(now.id),
            Some(was) => {
                renewed.touched += usize::from(!found.contains(&now.id));
                match told(was) == told(now.clone()) {
                    true => renewed.same += 1,
                    false => renewed.changed.push(now.id),
                }
            }
        }
    }
    renewed.gone = before.into_keys().collect();
    renewed.gone.sort_unstable();
    renewed
}

/// A claim without the numbers that every version of an extractor gives a little otherwise.
fn told(claim: Claim) -> Claim {
    Claim { confidence: None, worth: 0, reasons: Vec::new(), ..claim }
}

/// The number of the rules that an extraction of this program was made by; none of another program's.
fn rules_of(version: &str) -> Option<u32> {
    version.split_once(':')?.0.parse().ok()
}

/// An extraction of a document, and the entries of those that it replaces.
struct Said {
    row: ExtractionRow,
    over: Vec<Hash>,
    /// Whether one that was not taken back replaces it.
    replaced: bool,
}

impl Said {
    fn stands(&self) -> bool {
        !self.row.undone && !self.replaced
    }
}

/// The extractions of a document, in the order that chooses what is shown.
fn said(conn: &Connection, document: i64) -> store::Result<Vec<Said>> {
    let mut all = Vec::new();
    for row in store::extraction::of_document(conn, document)? {
        // What an import brings replaces nothing.
        let body = if row.num == document { None } else { store::extraction::body(conn, row.entry)? };
        let over = match body.and_then(|body| serde_json::from_str(&body).ok()) {
            Some(Body::Extraction(body)) => body.over.iter().filter_map(|hash| unhex(hash)).collect(),
            _ => Vec::new(),
        };
        all.push(Said { row, over, replaced: false });
    }
    Ok(marked(all))
}

/// Notes which are replaced by others of these. No two can replace each other: each names hashes of entries before it.
fn marked(mut all: Vec<Said>) -> Vec<Said> {
    let over = all.iter().filter(|said| !said.row.undone).flat_map(|said| &said.over);
    let named: HashSet<Hash> = over.copied().collect();
    all.iter_mut().for_each(|said| said.replaced = named.contains(&said.row.hash));
    all
}

/// The entries of the extractions of a document that a new one by this version replaces: all, or such as are not by
/// newer rules. Whatever date they bear: so nobody can put one of theirs before all others for ever.
fn replaced(conn: &Connection, document: &Id, version: &str, all: bool) -> Result<Vec<String>> {
    let num = store::journal::subject(conn, document.as_str())?.unwrap_or_default();
    let newer = |name: &str| rules_of(name).zip(rules_of(version)).is_some_and(|(there, ours)| there > ours);
    let rows = store::extraction::of_document(conn, num)?;
    Ok(rows.into_iter().filter(|row| all || !newer(&row.name)).map(|row| hex(&row.hash)).collect())
}

/// The extraction that is current, of rows in the order that chooses what is shown: the last one that no other
/// replaces, but none by rules of this program that are older than others there.
///
/// Which lexicon was the better, or which other program, no number says: the last that somebody asked for is meant.
fn current(all: &[Said]) -> Option<&Said> {
    let rules = |said: &Said| rules_of(&said.row.name);
    let newest = all.iter().filter(|said| said.stands()).filter_map(rules).max();
    all.iter().rfind(|said| said.stands() && rules(said).is_none_or(|rules| Some(rules) == newest))
}

/// Of each extraction, whether its claims are those that are listed: there may be several by one version.
fn are_current(all: &[Said]) -> impl Iterator<Item = (&ExtractionRow, bool)> {
    let name = current(all).map(|said| &said.row.name);
    all.iter().map(move |said| (&said.row, said.stands() && name == Some(&said.row.name)))
}

/// Works out which extraction of a document is current; true where that changed and there was one before.
pub fn settle(conn: &Connection, document: i64) -> store::Result<bool> {
    let all = said(conn, document)?;
    let (had, mut changed) = (all.iter().any(|said| said.row.current), false);
    for (row, is) in are_current(&all) {
        if is != row.current {
            changed = true;
            store::extraction::set_current(conn, document, row.entry, is)?;
        }
    }
    Ok(had && changed)
}

/// Whether the table says of every extraction of a document what is so.
pub fn is_settled(conn: &Connection, document: i64) -> store::Result<bool> {
    let all = said(conn, document)?;
    Ok(are_current(&all).all(|(row, is)| row.current == is))
}

/// The entries whose claims a document's are listed by.
pub fn current_entries(conn: &Connection, document: i64) -> store::Result<Vec<i64>> {
    let rows = store::extraction::of_document(conn, document)?;
    Ok(rows.into_iter().filter(|row| row.current).map(|row| row.entry).collect())
}

/// The same as it was at a clock.
pub fn entries_then(conn: &Connection, document: i64, at: i64) -> store::Result<Vec<i64>> {
    let mut all = said(conn, document)?;
    all.retain(|said| said.row.at <= at);
    let all = marked(all);
    let current = are_current(&all).filter(|(_, is)| *is);
    Ok(current.map(|(row, _)| row.entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(lines: &[(&str, bool)]) -> Option<usize> {
        chosen_over(&lines.iter().map(|(name, undone)| (*name, *undone, &[][..])).collect::<Vec<_>>())
    }

    fn chosen_over(lines: &[(&str, bool, &[u8])]) -> Option<usize> {
        let row = |n: usize, name: &str, undone| ExtractionRow {
            entry: n as i64,
            name: name.into(),
            undone,
            current: false,
            at: 0,
            hash: [n as u8; 32],
            num: 0,
        };
        let said = |(n, (name, undone, over)): (usize, &(&str, bool, &[u8]))| Said {
            row: row(n, name, *undone),
            over: over.iter().map(|n| [*n; 32]).collect(),
            replaced: false,
        };
        let all = marked(lines.iter().enumerate().map(said).collect());
        current(&all).map(|said| said.row.entry as usize)
    }

    #[test]
    fn what_is_replaced_counts_no_more_whatever_its_date_and_number() {
        let lines = [("1:a", false, &[][..]), ("3:a", false, &[2]), ("9:z", false, &[])];
        assert_eq!(chosen_over(&lines), Some(1));
        let taken_back = [("1:a", false, &[][..]), ("3:a", true, &[2]), ("9:z", false, &[])];
        assert_eq!(chosen_over(&taken_back), Some(2));
        let others = [("1:a", false, &[][..]), ("3:a", false, &[0]), ("with:z:1", false, &[])];
        assert_eq!(chosen_over(&others), Some(2), "of what it did not know the later counts");
    }

    #[test]
    fn the_newest_rules_then_the_last_asked_for() {
        assert_eq!(chosen(&[]), None);
        assert_eq!(chosen(&[("2:a", false), ("3:a", false), ("2:b", false)]), Some(1));
        assert_eq!(chosen(&[("10:a", false), ("9:a", false)]), Some(0), "a number, no word");
        assert_eq!(chosen(&[("3:b", false), ("3:a", false)]), Some(1), "other words, asked for later");
        assert_eq!(chosen(&[("3:a", false), ("with:finder:00", false)]), Some(1));
        assert_eq!(chosen(&[("with:finder:00", false), ("2:a", false)]), Some(1));
        assert_eq!(chosen(&[("2:a", false), ("3:a", true)]), Some(0), "taken back");
        assert_eq!(chosen(&[("2:a", false), ("3:a", true), ("with:x:1", true)]), Some(0));
    }
}
