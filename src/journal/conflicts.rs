//! Unlike words of checkers who had not seen each other's: found, shown and resolved, never chosen between in silence.

use super::casebook::Casebook;
use super::entry::Body;
use super::read::shown;
use super::{CasebookError, Result, clock};
use super::{findings, imports};
use crate::model::{Conflict, Dispute, Field, Id, IdKind, Side};
use crate::store::{self, Connection};
use serde_json::Value;

impl Casebook {
    /// The fields whose values stand against each other.
    pub fn conflicts(&self) -> Result<Vec<Conflict>> {
        conflicts(&self.conn)
    }

    /// The claims that checkers judge unlike.
    pub fn disputes(&self) -> Result<Vec<Dispute>> {
        disputes(&self.conn)
    }

    /// Ends a conflict by writing one of its values over all of them; `n` is the side's number. Says the value.
    pub fn resolve_conflict(&mut self, subject: &str, field: Field, n: usize) -> Result<String> {
        let found = self.conflicts()?;
        let Some(conflict) = found.into_iter().find(|c| c.subject == subject && c.field == field.code())
        else {
            return Err(CasebookError::Invalid(crate::spoken!("refused-no-conflict", field = field.code())));
        };
        self.may_write(&conflict)?;
        let num = store::journal::subject(&self.conn, subject)?.unwrap_or_default();
        let sides = sides(&self.conn, num, field.code())?;
        let Some((_, value)) = n.checked_sub(1).and_then(|at| sides.into_iter().nth(at)) else {
            let word = crate::spoken!("refused-side", n = conflict.sides.len());
            return Err(CasebookError::Invalid(word));
        };
        let written = shown(&value);
        self.write(|w| {
            w.entry("resolve");
            w.set(subject, field, value)
        })?;
        Ok(written)
    }

    /// Ends a conflict by writing another value over all of them. Says the value as it was understood.
    pub fn resolve_conflict_with(&mut self, subject: &str, field: Field, text: &str) -> Result<String> {
        let found = self.conflicts()?;
        let Some(conflict) = found.into_iter().find(|c| c.subject == subject && c.field == field.code())
        else {
            return Err(CasebookError::Invalid(crate::spoken!("refused-no-conflict", field = field.code())));
        };
        self.may_write(&conflict)?;
        let value = field.value(text).map_err(CasebookError::Invalid)?;
        let written = shown(&value);
        self.write(|w| {
            w.entry("resolve");
            w.set(subject, field, value)
        })?;
        Ok(written)
    }

    /// A verdict, a comment and a name are their checker's alone.
    fn may_write(&self, conflict: &Conflict) -> Result<()> {
        let own = matches!(
            conflict.subject.parse::<Id>().ok().and_then(|id| id.kind()),
            Some(IdKind::Verdict | IdKind::Comment | IdKind::Checker)
        );
        let me = self.me()?.map(|me| me.id);
        if own && conflict.sides.iter().any(|side| Some(&side.checker) != me.as_ref()) {
            let word = crate::spoken!("refused-not-yours", subject = &conflict.subject);
            return Err(CasebookError::Invalid(word));
        }
        Ok(())
    }
}

/// The fields of a casebook whose values stand against each other.
pub fn conflicts(conn: &Connection) -> Result<Vec<Conflict>> {
    let names = super::keys::names(conn)?;
    let mut found = Vec::new();
    for (num, subject, field) in store::journal::contested(conn)? {
        let sides = sides(conn, num, &field)?;
        if sides.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            continue;
        }
        // Of imports and findings the first is shown, of writes the last.
        let written = sides.iter().all(|(row, _)| is_write(&row.body));
        let shown_n = if written { sides.len() } else { 1 };
        let sides = sides.into_iter().enumerate().map(|(n, (row, value))| Side {
            n: n + 1,
            value: shown(&value),
            checker_name: store::checker::name_of(&names, &row.checker),
            checker: row.checker,
            at: clock::time(row.at),
            shown: n + 1 == shown_n,
        });
        found.push(Conflict { subject, field, sides: sides.collect() });
    }
    Ok(found)
}

/// The writes that stand against each other, or the imports and findings that tell a field unlike, each with its value; one that took a resolution back says nothing new.
fn sides(conn: &Connection, subject: i64, field: &str) -> Result<Vec<(store::journal::SideRow, Value)>> {
    let rows = store::journal::sides(conn, subject, field)?;
    let with_value = |row: store::journal::SideRow| match serde_json::from_str(&row.body) {
        Ok(Body::Set(write)) if write.restores.as_ref().is_none_or(|names| names.len() < 2) => {
            Some((row, write.value))
        }
        Ok(Body::Document(body)) => {
            let value = imports::told(&body, field.parse().ok()?)?.as_str().into();
            Some((row, value))
        }
        Ok(Body::Claim(body)) => Some((row, findings::told(&body, field))),
        _ => None,
    };
    Ok(rows.into_iter().filter_map(with_value).collect())
}

fn is_write(body: &str) -> bool {
    matches!(serde_json::from_str(body), Ok(Body::Set(_)))
}

/// The claims of a casebook that checkers judge unlike.
pub fn disputes(conn: &Connection) -> Result<Vec<Dispute>> {
    let (mut found, ended) = (Vec::new(), super::keys::ended(conn)?);
    for (num, claim, text) in store::claim::disputed(conn)? {
        let mut verdicts: Vec<_> =
            store::verdict::on(conn, num)?.into_iter().filter(|v| v.standing).collect();
        for verdict in &mut verdicts {
            let end = ended.get(&verdict.checker).map(|end| clock::time(*end));
            verdict.after_end = end.is_some_and(|end| verdict.at > end);
        }
        found.push(Dispute { claim, text, verdicts });
    }
    Ok(found)
}
