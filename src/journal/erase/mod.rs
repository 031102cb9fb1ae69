//! Erasure: content goes for a source's safety; that it was there, and that it went, stays.
//!
//! `plan` says what an erasure covers, `out` takes it out within one transaction, `sweep` clears what the file and
//! its folder may still hold, `shun` is the rule for what never comes back, `check` proves all of it.

pub mod blank;
mod check;
mod out;
mod plan;
mod shun;
mod sweep;

pub use check::{check, is_as_decided};
pub use out::{again, is_told, late, refuse};
pub use plan::ErasurePlan;
pub use shun::{Seen, Shun, erase_body};
pub use sweep::{Reach, finish};

use super::casebook::Casebook;
use super::documents::reason;
use super::entry::{Body, hex};
use super::{CasebookError, Result, clock};
use crate::model::{Id, IdKind};
use crate::store::{self, erase::State};
use serde::Serialize;

/// The kind of an erasure's entry.
pub const ERASE: &str = "erase";
/// The kind of the entry by which one that a merge brought is confirmed.
pub const CONFIRM: &str = "erase_confirm";
/// The kind of the entry by which it is refused.
pub const REFUSE: &str = "erase_refuse";
/// The kinds of entries that speak of erasing. None of them can be undone.
pub const KINDS: [&str; 3] = [ERASE, CONFIRM, REFUSE];

/// An erasure in the journal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Erasure {
    /// What was named.
    pub what: Id,
    /// `waiting` for a person here, `refused` here, or `done`.
    pub state: &'static str,
    /// The reason.
    pub why: String,
    /// When, by the writer's clock.
    pub at: chrono::DateTime<chrono::Utc>,
    /// Who.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// How many claims go with it, or went.
    pub claims: usize,
    /// How many other things: evidence, verdicts, comments.
    pub others: usize,
    /// How many code points of texts are blanked.
    pub blanked: u64,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Erased {
    /// What went.
    pub plan: ErasurePlan,
    /// What was cleared beside it, and what was not.
    pub reach: Reach,
}

impl Casebook {
    /// What erasing this would take; nothing is changed. With `overlapping`, claims that share words with it too.
    pub fn plan_erasure(&self, what: &Id, overlapping: bool) -> Result<ErasurePlan> {
        plan::plan(&self.conn, what, overlapping)
    }

    /// Erases this for good. The reason stays in the journal, so it must not tell what was erased.
    pub fn erase(&mut self, what: &Id, overlapping: bool, why: &str) -> Result<Erased> {
        let why = reason(why)?.to_owned();
        let plan = self.out(|w| {
            let plan = plan::plan(w.conn, what, overlapping)?;
            let body = plan.body(why);
            w.entry(ERASE);
            w.part(what.as_str(), Body::Erase(body.clone()))?;
            out::take_out(w, &[body])?;
            Ok(plan)
        })?;
        Ok(Erased { plan, reach: self.sweep() })
    }

    /// The erasures in the journal, oldest first.
    pub fn erasures(&self) -> Result<Vec<Erasure>> {
        let names = store::checker::all(&self.conn)?;
        let mut found = Vec::new();
        for row in store::erase::all(&self.conn)? {
            let checker = store::journal::subject_id(&self.conn, row.checker)?.map(|id| id.parse());
            let (Some(Ok(checker)), Ok(what)) = (checker, row.subject.parse()) else { continue };
            let body = row.body.as_deref().and_then(erase_body);
            let subjects = body.as_ref().map(|body| body.subjects.as_slice()).unwrap_or_default();
            let claims = subjects.iter().filter(|id| id.kind() == Some(IdKind::Claim)).count();
            // Claims that its writer never saw and that share words with it would go too.
            let more = match body.as_ref().filter(|_| !row.state.is_done()) {
                Some(body) => out::unseen(&self.conn, body)?,
                None => 0,
            };
            // A stranger's may lie over each other, and be as long as they like.
            let spans = body.iter().flat_map(|body| &body.blanks).map(|text| &text.spans);
            let blanked = spans.map(|spans| blank::total(&blank::united(spans.iter().copied())));
            found.push(Erasure {
                what,
                state: if row.state.is_done() { State::Done.code() } else { row.state.code() },
                at: clock::time(row.at),
                checker_name: store::checker::name_of(&names, &checker),
                checker,
                claims: claims + more,
                others: subjects.len() - claims,
                blanked: blanked.fold(0, u64::saturating_add),
                why: body.map(|body| body.why).unwrap_or_default(),
            });
        }
        Ok(found)
    }

    /// How many erasures wait for a person here.
    pub fn waiting_erasures(&self) -> Result<u64> {
        Ok(store::erase::waiting(&self.conn)?)
    }

    /// Does what erasures say that a merge brought of this; also such as were refused before.
    pub fn confirm_erasure(&mut self, what: &Id) -> Result<Reach> {
        self.out(|w| {
            let mut bodies = Vec::new();
            for row in undecided(w.conn, what, &[State::Waiting, State::Refused])? {
                let Some(body) = row.body.as_deref().and_then(erase_body) else {
                    let word = crate::spoken!("refused-erasure-not-here", what = what.as_str());
                    return Err(CasebookError::Invalid(word));
                };
                w.entry(CONFIRM);
                w.part(what.as_str(), Body::EraseConfirm { erasure: hex(&row.hash) })?;
                store::erase::decide(w.conn, row.entry, State::Done)?;
                bodies.push(body);
            }
            // All at once: what the first takes out is not there for the next to read.
            out::take_out(w, &bodies)
        })?;
        Ok(self.sweep())
    }

    /// Leaves here what an erasure says that a merge brought; it can be confirmed later all the same.
    pub fn refuse_erasure(&mut self, what: &Id, why: &str) -> Result<()> {
        let why = reason(why)?.to_owned();
        self.write(|w| {
            for row in undecided(w.conn, what, &[State::Waiting])? {
                w.entry(REFUSE);
                let erasure = hex(&row.hash);
                w.part(what.as_str(), Body::EraseRefuse { erasure, why: why.clone() })?;
                store::erase::decide(w.conn, row.entry, State::Refused)?;
            }
            Ok(())
        })
    }

    /// A write that may touch very much, so that memory must not hold all of it.
    fn out<T>(&mut self, work: impl FnOnce(&mut super::writer::Writer) -> Result<T>) -> Result<T> {
        store::journal::spill(&self.conn, true)?;
        let done = self.write(work);
        store::journal::spill(&self.conn, false)?;
        *self.last_text.borrow_mut() = None;
        done
    }

    /// Why something is not there: it never was, or it was erased.
    pub(super) fn missing(&self, kind: IdKind, id: &Id) -> CasebookError {
        let num = store::journal::subject(&self.conn, id.as_str());
        let erased = num.and_then(|num| num.map_or(Ok(None), |num| store::erase::is_erased(&self.conn, num)));
        match erased {
            Ok(Some(true)) => CasebookError::Erased { what: kind.word(), id: id.to_string() },
            Ok(_) => CasebookError::NotFound { what: kind.word(), given: id.to_string() },
            Err(error) => error.into(),
        }
    }
}

fn undecided(conn: &store::Connection, what: &Id, states: &[State]) -> Result<Vec<store::erase::ErasureRow>> {
    let mut found = store::erase::all(conn)?;
    found.retain(|row| row.subject == what.as_str() && states.contains(&row.state));
    match found.is_empty() {
        true => Err(CasebookError::Invalid(crate::spoken!("refused-no-erasure", what = what.as_str()))),
        false => Ok(found),
    }
}
