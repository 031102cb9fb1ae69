//! Verdicts are given and withdrawn; comments are made.

use super::casebook::Casebook;
use super::documents::reason;
use super::entry::{Body, VerdictBody};
use super::{CasebookError, Result};
use crate::model::{Claim, Field, Id, IdKind, Status};
use crate::store;

impl Casebook {
    /// Gives a verdict with its reasons. `rating` is a code, label or number of the casebook's scale.
    ///
    /// It replaces this checker's own earlier verdicts and nobody else's; all stay visible.
    pub fn give_verdict(&mut self, claim: &Id, rating: &str, why: &str, blind: bool) -> Result<Id> {
        self.claim(claim)?;
        let scale = self.scale()?;
        let Some(rating) = scale.find(rating) else {
            let known: Vec<&str> = scale.ratings.iter().map(|r| r.code.as_str()).collect();
            let word = crate::spoken!("refused-rating", rating = rating, known = crate::locale::list(&known));
            return Err(CasebookError::Invalid(word));
        };
        let why = reason(why)?;
        let me = self.keyring.load_or_make()?.checker();
        self.write(|w| {
            let num = store::journal::subject(w.conn, claim.as_str())?.unwrap_or_default();
            // What this checker could see: all of them, or, where they rate blind, only their own.
            let own = super::keys::same_person(w.conn, &me)?;
            let seen = store::verdict::on(w.conn, num)?.into_iter();
            let seen = seen.filter(|v| !blind || own.contains(&v.checker));
            let body = VerdictBody {
                claim: claim.clone(),
                rating: rating.code.clone(),
                why: why.to_owned(),
                blind,
                basis: seen.map(|v| v.id).collect(),
            };
            let id = w.fresh(IdKind::Verdict);
            w.entry("verdict");
            w.part(id.as_str(), Body::Verdict(body))?;
            Ok(id)
        })
    }

    /// Those of these claims on which a verdict of this person stands.
    pub fn judged(&self, claims: &[Claim]) -> Result<Vec<Id>> {
        let Some(me) = self.keyring.load()?.map(|signer| signer.checker()) else { return Ok(Vec::new()) };
        let own = super::keys::same_person(&self.conn, &me)?;
        let mut judged = Vec::new();
        // On a claim of which nothing was said yet there is none.
        for claim in claims.iter().filter(|claim| claim.status != Status::New) {
            let num = store::journal::subject(&self.conn, claim.id.as_str())?.unwrap_or_default();
            let verdicts = store::verdict::on(&self.conn, num)?;
            if verdicts.iter().any(|verdict| verdict.standing && own.contains(&verdict.checker)) {
                judged.push(claim.id.clone());
            }
        }
        Ok(judged)
    }

    /// Withdraws one's own verdict; it stays in the file, marked with the reason.
    pub fn withdraw_verdict(&mut self, id: &Id, why: &str) -> Result<()> {
        let now = self.verdict(id)?;
        if !now.withdrawn.is_empty() {
            return Err(CasebookError::Invalid(crate::spoken!(
                "refused-withdrawn",
                id = id.as_str(),
                why = &now.withdrawn
            )));
        }
        if Some(&now.checker) != self.me()?.map(|me| me.id).as_ref() {
            return Err(CasebookError::Invalid(crate::spoken!("refused-others-verdict")));
        }
        let why = reason(why)?;
        self.write(|w| {
            w.entry("verdict_withdraw");
            w.set(id.as_str(), Field::Withdrawn, why.into())
        })
    }

    /// Makes a comment on a claim.
    pub fn comment(&mut self, claim: &Id, text: &str) -> Result<Id> {
        self.claim(claim)?;
        let text = text.trim();
        if text.is_empty() {
            return Err(CasebookError::Invalid(crate::spoken!("refused-comment-words")));
        }
        self.write(|w| {
            let id = w.fresh(IdKind::Comment);
            w.entry("comment");
            w.part(id.as_str(), Body::Comment { claim: claim.clone(), text: text.to_owned() })?;
            Ok(id)
        })
    }
}
