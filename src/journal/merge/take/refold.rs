//! Folding what a merge touches, page by page: what is new lies together and is read in one walk.

use super::{Doing, Take};
use crate::journal::Result;
use crate::journal::entry::CASEBOOK;
use crate::journal::fold::{Index, Touched, fold, fold_with, order};
use crate::journal::folded::Said;
use crate::journal::nums::Nums;
use crate::store;
use crate::store::journal::{self as rows, Parts};
use std::collections::HashMap;

/// Subjects folded at a time: the search index writes itself out after each.
const STEP: usize = 2000;
/// Bytes of what is said of them that are kept at hand; the rest is read when its turn comes.
const AT_HAND: usize = 8 << 20;

impl Take<'_> {
    /// Folds all that was touched.
    pub(super) fn fold(&mut self) -> Result<()> {
        // Claims that waited for their document find it now.
        if self.brings_documents()? {
            store::claim::waiting(self.conn, |num| self.note(order("c"), num))?;
        }
        let all = self.touched.iter().map(Nums::len).sum();
        let mut done = 0;
        // What comes later points at what came before.
        for touched in std::mem::take(&mut self.touched) {
            let mut nums = touched.iter().peekable();
            while nums.peek().is_some() {
                let page: Vec<i64> = nums.by_ref().take(STEP).collect();
                self.fold_page(&page)?;
                done += page.len() as u64;
                (self.progress)(Doing::Folding, done, all);
                self.incoming.not_stopped()?;
            }
        }
        Ok(())
    }

    fn fold_page(&self, page: &[i64]) -> Result<()> {
        let touch = |num, id: String| Touched { num, fresh: num > self.last_subject && id != CASEBOOK, id };
        let Some((first, last)) = page.first().zip(page.last()).filter(|ends| lie_close(page, *ends)) else {
            let id = |num| Ok(touch(num, rows::subject_id(self.conn, num)?.unwrap_or_default()));
            let touched = page.iter().map(|&num| id(num)).collect::<Result<Vec<_>>>()?;
            return Ok(fold(self.conn, &touched, Index::Write)?);
        };
        // Neighbours, as most of what is new: read in one walk.
        let found = rows::subjects_page(self.conn, first - 1, last - first + 1)?;
        let touched = found.into_iter().filter(|(num, _)| page.binary_search(num).is_ok());
        let touched: Vec<Touched> = touched.map(|(num, id)| touch(num, id)).collect();
        let mut statement = rows::parts_statement(self.conn)?;
        let mut parts = Parts::from(self.conn, &mut statement, *first)?;
        let mut at_hand = HashMap::with_capacity(touched.len());
        let mut room = AT_HAND;
        for subject in &touched {
            if room == 0 {
                break;
            }
            let said = parts.of_subject(subject.num)?;
            room = room.saturating_sub(said.iter().map(|part| part.body.len()).sum());
            at_hand.insert(subject.num, said.into_iter().map(Said::from).collect());
        }
        Ok(fold_with(self.conn, &touched, at_hand, Index::Write)?)
    }

    fn brings_documents(&self) -> Result<bool> {
        for num in self.touched.get(usize::from(order("d"))).into_iter().flat_map(Nums::iter) {
            if !store::document::exists(self.conn, num)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether most numbers between the first and the last are on a page.
fn lie_close(page: &[i64], (first, last): (&i64, &i64)) -> bool {
    usize::try_from(last - first).is_ok_and(|apart| apart < 2 * page.len())
}

#[cfg(test)]
mod tests {
    use crate::journal::MergeOptions;
    use std::sync::Arc;

    #[test]
    fn neighbours_that_say_more_than_is_kept_at_hand_are_folded_all() {
        let folder = tempfile::tempdir().unwrap();
        let (mut book, claim, mut theirs) = crate::journal::merge::tests::apart(folder.path());
        let long = super::AT_HAND / 8;
        for n in 0..12 {
            theirs.comment(&claim, &format!("{n} {}", "x".repeat(long))).unwrap();
        }
        drop(theirs);
        let options = MergeOptions::default();
        let incoming = book
            .incoming(&[folder.path().join("theirs.db")], &options, &Arc::default(), &mut |_, _, _| ())
            .unwrap();
        assert_eq!(book.merge(&incoming, &mut |_, _, _| ()).unwrap().comments, 12);
        let said = book.claim_file(&claim).unwrap().comments;
        assert!(said.len() == 12 && (0..12).all(|n| said[n].text.starts_with(&format!("{n} x"))));
        assert_eq!(book.rebuild(&mut |_, _| true).unwrap().different, Vec::<String>::new());
    }
}
