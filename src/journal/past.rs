//! A casebook as it was: the entries up to a time by their writers' clocks, folded beside it and thrown away.

use super::casebook::Casebook;
use super::fold::Index;
use super::{CasebookError, Result, clock, keep};
use crate::store;
use chrono::{DateTime, Utc};
use std::path::Path;

/// Which past state a casebook was opened in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastState {
    /// The time, by the writers' clocks.
    pub at: DateTime<Utc>,
    /// How many entries it is made of.
    pub entries: u64,
    /// How many there are today.
    pub all: u64,
}

impl Casebook {
    /// The casebook as it was at a time by its writers' clocks, for reading alone.
    ///
    /// Its tables are folded in a private folder made in `within`, from the journal where it lies. `search` says
    /// whether words will be sought in it. `progress(done, all)` returns false to stop.
    pub fn as_of(
        &self,
        at: DateTime<Utc>,
        search: bool,
        within: &Path,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Casebook> {
        let mut past = self.up_to(clock::end_of(at), search, within, progress)?;
        past.past = past.past.map(|state| PastState { at, ..state });
        Ok(past)
    }

    /// The same for entries up to a clock.
    pub(super) fn up_to(
        &self,
        upto: i64,
        search: bool,
        within: &Path,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Casebook> {
        let failed = |source| CasebookError::File { path: within.to_owned(), source };
        let folder = store::private_tempdir(within, ".hudna-past-")
            .or_else(|_| store::private_tempdir(&std::env::temp_dir(), ".hudna-past-"))
            .map_err(failed)?;
        let conn = store::past::open(self.path(), folder.path(), upto)?;
        let began = store::past::began(&conn)?;
        if began > upto {
            return Err(CasebookError::NotBegun(clock::time(began)));
        }
        let index = if search { Index::Write } else { Index::Leave };
        store::past::turn(&conn, false, true)?;
        let mut trouble = None;
        let folded = keep::fold_all(&conn, index, &mut |done, all| {
            // Whoever wants to write to the casebook gets a turn.
            trouble = store::past::turn(&conn, true, true).err();
            trouble.is_none() && progress(done, all)
        });
        if let Some(error) = trouble {
            return Err(error.into());
        }
        folded?;
        store::past::take_texts(&conn)?;
        store::past::turn(&conn, true, false)?;
        let (entries, all) = (store::journal::count_entries(&conn)?, store::past::all_entries(&conn)?);
        let mut past = Casebook::of(conn, self.path(), self.keyring().clone());
        past.past = Some(PastState { at: clock::time(upto), entries, all });
        past.scratch = Some(folder);
        Ok(past)
    }

    /// Which past state this is; none where it is the casebook itself.
    pub fn past(&self) -> Option<PastState> {
        self.past
    }

    /// An error where this is a past state, which nothing can be added to.
    pub(super) fn is_present(&self) -> Result<()> {
        if self.past.is_some() { Err(CasebookError::Past) } else { Ok(()) }
    }
}

#[cfg(test)]
#[path = "past_tests.rs"]
mod tests;
