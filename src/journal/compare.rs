//! Comparing the tables with what the journal adds up to, subject by subject, without writing anything.
//!
//! A rebuild would give the same tables if every row is the one that its subject's parts make, beside the rows that
//! it hangs on as they stand: those are compared too, and nothing hangs on itself.

use super::Result;
use super::entry::CASEBOOK;
use super::extractions;
use super::fold::{Touched, own_parts};
use super::folded::Folded;
use super::rows::{self, Around, Made};
use super::standing::{self, Own};
use crate::model::{Rating, Scale};
use crate::store::journal::{self as journal_rows, Parts};
use crate::store::verdict::{Candidate, STANDING};
use crate::store::walk::{self, Hung, Walk};
use crate::store::{self, Cell, Connection};

/// Subjects compared between two words of progress.
const STEP: u64 = 500;
/// The tables whose rows are those of one subject each.
const TABLES: [&str; 7] = ["casebook", "checker", "document", "claim", "evidence", "verdict", "comment"];
/// The tables whose rows hang on a claim.
const HANGING: [&str; 3] = ["verdict", "evidence", "comment"];

/// The tables that are not what the journal adds up to. `progress` is told how many subjects of how many are done.
pub fn compare(conn: &Connection, progress: &mut dyn FnMut(u64, u64)) -> Result<Vec<&'static str>> {
    let mut statements = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        statements.push(walk::statement(conn, table)?);
    }
    let mut hanging = Vec::with_capacity(HANGING.len());
    for table in HANGING {
        hanging.push(walk::hung_statement(conn, table)?);
    }
    let mut heads = walk::statement(conn, "head")?;
    let mut parts = journal_rows::parts_statement(conn)?;
    let mut comparison = Comparison {
        conn,
        tables: TABLES.iter().zip(&mut statements).map(walked).collect::<store::Result<_>>()?,
        hanging: hanging.iter_mut().map(Hung::of).collect::<store::Result<_>>()?,
        heads: Walk::of(&mut heads)?,
        around: Around::looking(),
        scale: None,
        stand_otherwise: false,
        extractions: 0,
        extracted_otherwise: false,
    };
    let mut parts = Parts::of(conn, &mut parts)?;
    let (all, mut done, mut last) = (journal_rows::count_subjects(conn)?, 0, i64::MIN);
    loop {
        let page = journal_rows::subjects_page(conn, last, STEP as i64)?;
        let Some((end, _)) = page.last() else { break };
        last = *end;
        done += page.len() as u64;
        for (num, id) in page {
            comparison.subject(&mut parts, Touched { num, id, fresh: false })?;
        }
        progress(done, all);
    }
    comparison.end()
}

/// A walk over a table; whether a verdict stands is looked at beside the others on its claim.
fn walked<'s>((table, statement): (&&str, &'s mut walk::Statement)) -> store::Result<Walk<'s>> {
    let walk = Walk::of(statement)?;
    Ok(if *table == "verdict" { walk.but(STANDING) } else { walk })
}

struct Comparison<'s> {
    conn: &'s Connection,
    tables: Vec<Walk<'s>>,
    hanging: Vec<Hung<'s>>,
    heads: Walk<'s>,
    around: Around,
    /// The scale that the casebook's own row came with.
    scale: Option<Scale>,
    /// Whether a verdict is said to stand that does not, or the other way round.
    stand_otherwise: bool,
    /// The rows of extractions that were seen to be as they should be, and whether others are not.
    extractions: u64,
    extracted_otherwise: bool,
}

/// What hangs on a claim, if anything does: the verdicts of it.
type Hanging = Option<Vec<Candidate>>;

impl Comparison<'_> {
    fn subject(&mut self, parts: &mut Parts, subject: Touched) -> Result<()> {
        let of_subject = parts.of_subject(subject.num)?;
        let of_subject = if subject.id == CASEBOOK { own_parts(self.conn, subject.num)? } else { of_subject };
        let mut folded = Folded::of(&subject, of_subject);
        folded.settle(self.conn, &mut self.around)?;
        self.heads(subject.num, &folded)?;
        let made = rows::made(&mut self.around, self.conn, &subject, folded)?;
        self.row(subject.num, &made)
    }

    fn heads(&mut self, num: i64, folded: &Folded) -> Result<()> {
        let mut heads: Vec<_> = folded.heads.iter().collect();
        heads.sort_unstable();
        for (field, entry, n) in heads {
            self.heads.meet(num, Some(&[num.into(), field.as_str().into(), (*entry).into(), (*n).into()]))?;
        }
        Ok(self.heads.meet(num, None)?)
    }

    fn row(&mut self, num: i64, made: &Made) -> Result<()> {
        let hanging = self.hanging_up_to(num)?;
        match made {
            Made::Nothing => self.meet(num, None),
            Made::Adrift("extraction") => {
                self.extracted_otherwise = true;
                self.meet(num, None)
            }
            Made::Adrift(table) => {
                TABLES
                    .iter()
                    .zip(&mut self.tables)
                    .filter(|(of, _)| *of == table)
                    .for_each(|(_, w)| w.spoil());
                self.meet(num, Some((table, &[])))
            }
            Made::Casebook(row, scale) => {
                self.scale = Some(scale.clone());
                self.meet(num, Some(("casebook", &row.cells(num))))
            }
            Made::Checker(row) => self.meet(num, Some(("checker", &row.cells()))),
            Made::Document(row, said) => {
                self.extractions(num, num, said, false)?;
                self.meet(num, Some(("document", &row.cells())))
            }
            Made::Extraction { document, said, undone } => {
                self.extractions(num, *document, said, *undone)?;
                self.meet(num, None)
            }
            Made::Claim(row) => {
                let own = Own { set_status: &row.set_status, dismissed: &row.dismissed, edited: row.edited };
                let hangs = hanging.is_some();
                let worked_on = || if hangs { store::claim::is_worked_on(self.conn, num) } else { Ok(false) };
                let (status, said) = standing::status(&hanging.unwrap_or_default(), &own, worked_on)?;
                self.meet(num, Some(("claim", &row.cells(status.code(), said.code()))))
            }
            Made::Evidence(row) => self.meet(num, Some(("evidence", &row.cells()))),
            // Whether it stands is looked at with its claim.
            Made::Verdict(row) => self.meet(num, Some(("verdict", &row.cells(false)))),
            Made::Comment(row) => self.meet(num, Some(("comment", &row.cells()))),
        }
    }

    /// Sees that a subject has these extractions, those left out that a later one says too: the last is written.
    fn extractions(&mut self, num: i64, document: i64, said: &[(i64, String)], undone: bool) -> Result<()> {
        let mut rows = Vec::with_capacity(said.len());
        for (entry, name) in said {
            let says = store::extraction::says(self.conn, document, *entry)?;
            if says.is_none_or(|by| by <= num) {
                rows.push((document, *entry, num, name.clone(), i64::from(undone)));
            }
        }
        rows.sort_unstable();
        let lying = store::extraction::said_by(self.conn, num)?;
        self.extractions += lying.len() as u64;
        self.extracted_otherwise |= lying.iter().any(|row| !matches!(row.5, 0 | 1));
        let lying = lying
            .into_iter()
            .map(|(document, entry, num, name, undone, _)| (document, entry, num, name, undone));
        self.extracted_otherwise |= !lying.eq(rows);
        Ok(())
    }

    /// Whether the table of extractions is as it should be, when all subjects were seen.
    fn extractions_end_well(&self) -> Result<bool> {
        let mut settled = true;
        store::extraction::each_document(self.conn, |document| {
            settled = settled && extractions::is_settled(self.conn, document)?;
            Ok(())
        })?;
        Ok(settled && !self.extracted_otherwise && store::extraction::count(self.conn)? == self.extractions)
    }

    /// Sees that a subject has this row in this table, and none in any other.
    fn meet(&mut self, num: i64, made: Option<(&str, &[Cell])>) -> Result<()> {
        for (table, walk) in TABLES.iter().zip(&mut self.tables) {
            walk.meet(num, made.filter(|(of, _)| of == table).map(|(_, cells)| cells))?;
        }
        Ok(())
    }

    /// What hangs on this claim. That of numbers before it, which are no claims or are not here yet, is looked at too.
    fn hanging_up_to(&mut self, num: i64) -> Result<Hanging> {
        let mut found: Hanging = None;
        for (table, hung) in HANGING.iter().zip(&mut self.hanging) {
            while let Some(claim) = hung.next_to(num)? {
                let candidates = match *table {
                    "verdict" => store::verdict::candidates(self.conn, claim)?,
                    _ => Vec::new(),
                };
                self.stand_otherwise |= !standing::is_said_well(&candidates);
                if claim == num && (found.is_none() || !candidates.is_empty()) {
                    found = Some(candidates);
                }
            }
        }
        Ok(found)
    }

    fn end(mut self) -> Result<Vec<&'static str>> {
        self.hanging_up_to(i64::MAX)?;
        let extractions_end_well = self.extractions_end_well()?;
        let scale_differs = store::casebook::ratings(self.conn)? != self.scale.map(shown).unwrap_or_default();
        let mut differ = Vec::new();
        for (table, walk) in TABLES.into_iter().zip(self.tables) {
            let stands = table != "verdict" || !self.stand_otherwise;
            if !(walk.ends_well() && stands) {
                differ.push(table);
            }
            if table == "casebook" && scale_differs {
                differ.push("rating");
            }
        }
        if !extractions_end_well {
            differ.push("extraction");
        }
        if !self.heads.ends_well() {
            differ.push("head");
        }
        Ok(differ)
    }
}

/// The ratings of a scale as they are written: of two with one code, the first.
fn shown(scale: Scale) -> Vec<(i64, Rating)> {
    let mut found: Vec<(i64, Rating)> = Vec::new();
    for (position, rating) in (0..).zip(scale.ratings) {
        if found.iter().all(|(_, known)| known.code != rating.code) {
            found.push((position, rating));
        }
    }
    found
}
