//! Undo and redo: inverse entries for the last action of this checker in this copy.
//!
//! Only fields whose head is still the action's own are written back; the rest is reported, never
//! overwritten. What an action made (a claim, evidence, a verdict) is marked undone, never removed.

use super::Result;
use super::casebook::Casebook;
use super::entry::{Body, Header, Write, hex, unhex};
use super::erase::KINDS;
use super::writer::Writer;
use crate::model::Field;
use crate::store::{self, Connection};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashSet;

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Undone {
    /// The action taken back or done again.
    pub action: What,
    /// How many writes were taken back.
    pub reverted: usize,
    /// The fields that were left, because somebody wrote them since.
    pub kept: Vec<Kept>,
    /// Whether an erasure that came later was passed over: it stays.
    pub erasure: bool,
}

/// An action: its kind and what it was done to.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct What {
    /// The kind of its entries.
    pub kind: String,
    /// What it was done to, the first of it: an id, or the casebook; empty if nothing is named.
    pub subject: String,
    /// How many more things it was done to.
    pub more: usize,
}

/// A field that was left as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Kept {
    /// The field.
    pub field: Field,
    /// What it is of.
    pub subject: String,
}

const UNDO: &str = "undo";
const REDO: &str = "redo";

impl Casebook {
    /// Takes back this checker's last action in this copy; none if there is nothing to take back.
    pub fn undo(&mut self) -> Result<Option<Undone>> {
        self.invert(UNDO, last_done, false)
    }

    /// The same, but of actions of which nothing can be taken back any more, since others wrote all of it since, the
    /// next one before is taken: what was passed over is named among what was kept.
    pub fn undo_over(&mut self) -> Result<Option<Undone>> {
        self.invert(UNDO, last_done, true)
    }

    /// Does again what was taken back last, if nothing else was done since.
    pub fn redo(&mut self) -> Result<Option<Undone>> {
        self.invert(REDO, last_undone, false)
    }

    fn invert(
        &mut self,
        kind: &'static str,
        find: fn(&mut dyn Iterator<Item = Result<Action>>) -> Result<Option<Action>>,
        over: bool,
    ) -> Result<Option<Undone>> {
        let Some(signer) = self.keyring.load()? else { return Ok(None) };
        let me = signer.checker();
        self.write(|w| {
            let Some(num) = store::journal::subject(w.conn, me.as_str())? else { return Ok(None) };
            let mut passed: HashSet<String> = HashSet::new();
            let mut undone: Option<Undone> = None;
            loop {
                let mut actions = Actions::of(w.conn, num);
                let mut left = actions.by_ref().filter(|a| !matches!(a, Ok(a) if passed.contains(&a.id)));
                let Some(action) = find(&mut left)? else { return Ok(undone) };
                let erasure = actions.erasure;
                let mut this = undone.take().unwrap_or_default();
                (this.erasure, this.action) = (erasure, described(w.conn, &action)?);
                invert_action(w, &mut this, kind, &action.id)?;
                passed.insert(action.id);
                let done = this.reverted > 0 || !over;
                undone = Some(this);
                if done {
                    return Ok(undone);
                }
            }
        })
    }
}

/// Drafts what takes an action back; nothing is written of a draft that is left empty.
fn invert_action(w: &mut Writer, undone: &mut Undone, kind: &'static str, action: &str) -> Result<()> {
    w.inverse_entry(kind, action);
    for (hash, n, subject, body) in store::journal::parts_of_action(w.conn, action)?.iter().rev() {
        invert_part(w, undone, &format!("{}:{n}", hex(hash)), subject, body)?;
    }
    Ok(())
}

/// Writes what takes one part back.
fn invert_part(w: &mut Writer, undone: &mut Undone, name: &str, subject: &str, body: &str) -> Result<()> {
    let num = store::journal::subject(w.conn, subject)?.unwrap_or_default();
    let (field, expected, value, restores) = match serde_json::from_str(body) {
        Ok(Body::Set(write)) => {
            let before = value_before(w.conn, num, &write, i64::MAX)?;
            (write.field, vec![name.to_owned()], before, Some(effective(w.conn, &write.basis)?))
        }
        // A claim that was found goes with its document or extraction.
        Ok(Body::Claim(claim)) if claim.cue_span.is_some() => return Ok(()),
        Ok(
            Body::Document(_)
            | Body::Extraction(_)
            | Body::Claim(_)
            | Body::Evidence(_)
            | Body::Verdict(_)
            | Body::Comment { .. },
        ) => (Field::Withdrawn, Vec::new(), Value::Bool(true), None),
        _ => return Ok(()),
    };
    let heads = store::journal::heads(w.conn, num, field.code())?;
    let heads: Vec<String> = heads.iter().map(|(hash, n)| format!("{}:{n}", hex(hash))).collect();
    if heads != expected && effective(w.conn, &heads)? != effective(w.conn, &expected)? {
        undone.kept.push(Kept { field, subject: subject.to_owned() });
        return Ok(());
    }
    undone.reverted += 1;
    w.part(subject, Body::Set(Write { field, value, basis: heads, restores }))
}

/// The writes that others stand for: an undo's or redo's write stands for those whose value it put back.
///
/// So taking back one's second edit of a field leaves the first one ready to be taken back.
fn effective(conn: &Connection, names: &[String]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for name in names {
        match write_named(conn, name)?.and_then(|write| write.restores) {
            Some(restored) => found.extend(restored),
            None => found.push(name.clone()),
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The write of this name.
fn write_named(conn: &Connection, name: &str) -> Result<Option<Write>> {
    let Some((hash, n)) = name.split_once(':') else { return Ok(None) };
    let (Some(hash), Ok(n)) = (unhex(hash), n.parse()) else { return Ok(None) };
    let body = store::journal::part_body(conn, &hash, n)?;
    Ok(match body.map(|body| serde_json::from_str(&body)) {
        Some(Ok(Body::Set(write))) => Some(write),
        _ => None,
    })
}

/// The value that a field had before a write: that of the writes it replaced, else as it was made by what was there
/// up to a clock.
pub(super) fn value_before(conn: &Connection, subject: i64, write: &Write, upto: i64) -> Result<Value> {
    for name in write.basis.iter().rev() {
        if let Some(before) = write_named(conn, name)? {
            return Ok(before.value);
        }
    }
    let made = super::fold::as_made(conn, subject, upto)?;
    Ok(made.get(write.field.code()).cloned().unwrap_or_else(|| Value::String(String::new())))
}

/// An action as undo sees it.
#[derive(Debug, Clone, PartialEq)]
struct Action {
    id: String,
    kind: String,
    /// The action that it takes back or does again.
    undoes: String,
}

impl Action {
    fn of(row: store::journal::ActionRow) -> Action {
        let undoes = serde_json::from_str(&row.header).map(|h: Header| h.undoes).unwrap_or_default();
        Action { id: row.action, kind: row.kind, undoes }
    }
}

/// A checker's actions, latest first, read a hundred at a time.
struct Actions<'a> {
    conn: &'a Connection,
    checker: i64,
    before: i64,
    page: std::vec::IntoIter<Action>,
    /// Actions that came already: one of several entries comes with each of them.
    seen: HashSet<String>,
    ended: bool,
    /// Whether an erasure was passed over.
    erasure: bool,
}

impl<'a> Actions<'a> {
    fn of(conn: &'a Connection, checker: i64) -> Actions<'a> {
        Actions {
            conn,
            checker,
            before: i64::MAX,
            page: Vec::new().into_iter(),
            seen: HashSet::new(),
            ended: false,
            erasure: false,
        }
    }

    fn turn(&mut self) -> Result<()> {
        let rows = store::journal::actions_back(self.conn, self.checker, self.before)?;
        self.ended = rows.is_empty();
        self.before = rows.last().map_or(0, |row| row.entry);
        let actions: Vec<Action> = rows
            .into_iter()
            .map(|row| {
                let undoes = serde_json::from_str(&row.header).map(|h: Header| h.undoes).unwrap_or_default();
                Action { id: row.action, kind: row.kind, undoes }
            })
            .collect();
        self.page = actions.into_iter();
        Ok(())
    }
}

impl Iterator for Actions<'_> {
    type Item = Result<Action>;

    fn next(&mut self) -> Option<Result<Action>> {
        loop {
            match self.page.next() {
                // The casebook's own beginning and what was lost of it are nobody's to take back, and what is erased is gone.
                Some(action) if matches!(action.kind.as_str(), "create" | "recover") => {}
                Some(action) if KINDS.contains(&action.kind.as_str()) => self.erasure = true,
                // What was said of a key is not unsaid by one keystroke.
                Some(action) if action.kind.starts_with(super::keys::KINDS) => {}
                Some(action) if !self.seen.insert(action.id.clone()) => {}
                Some(action) => match store::journal::says_anything(self.conn, &action.id) {
                    Ok(true) => return Some(Ok(action)),
                    Ok(false) => {}
                    Err(error) => return Some(Err(error.into())),
                },
                None if self.ended => return None,
                None => {
                    if let Err(e) = self.turn() {
                        self.ended = true;
                        return Some(Err(e));
                    }
                }
            }
        }
    }
}

/// The latest action that no undo took back. A redo counts as an action of its own.
fn last_done(actions: &mut dyn Iterator<Item = Result<Action>>) -> Result<Option<Action>> {
    let mut taken_back = HashSet::new();
    for action in actions {
        let action = action?;
        if action.kind == UNDO {
            taken_back.insert(action.undoes);
        } else if !taken_back.contains(&action.id) {
            return Ok(Some(action));
        }
    }
    Ok(None)
}

/// The latest undo that no redo reversed, if nothing but undos and redos came after it.
fn last_undone(actions: &mut dyn Iterator<Item = Result<Action>>) -> Result<Option<Action>> {
    let mut reversed = HashSet::new();
    for action in actions {
        let action = action?;
        match action.kind.as_str() {
            REDO => reversed.insert(action.undoes),
            UNDO if !reversed.contains(&action.id) => return Ok(Some(action)),
            UNDO => false,
            _ => return Ok(None),
        };
    }
    Ok(None)
}

/// What an action was: its kind and what it was done to. Of an undo or redo, those of what it acted on.
fn described(conn: &Connection, action: &Action) -> Result<What> {
    let mut action = action.clone();
    // What one wrote oneself leads back in time; entries that were forged in one's own name may lead in a ring.
    let mut seen = HashSet::from([action.id.clone()]);
    while let (UNDO | REDO, Some(row)) = (action.kind.as_str(), store::journal::action(conn, &action.undoes)?)
        && seen.insert(row.action.clone())
    {
        action = Action::of(row);
    }
    let parts = store::journal::parts_of_action(conn, &action.id)?;
    let mut subjects: Vec<String> = parts.iter().filter_map(|(.., body)| extracted_again(body)).collect();
    if subjects.is_empty() {
        subjects = parts.into_iter().map(|(_, _, subject, _)| subject).collect();
    }
    let first = subjects.first().cloned().unwrap_or_default();
    subjects.sort_unstable();
    subjects.dedup();
    Ok(What { kind: action.kind, subject: first, more: subjects.len().saturating_sub(1) })
}

/// The document that an extraction was added to: people know it by that.
fn extracted_again(body: &str) -> Option<String> {
    match serde_json::from_str(body) {
        Ok(Body::Extraction(extraction)) => Some(extraction.document.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(lines: &[(&str, &str, &str)]) -> Vec<Action> {
        let make = |(id, kind, undoes): &(&str, &str, &str)| Action {
            id: id.to_string(),
            kind: kind.to_string(),
            undoes: undoes.to_string(),
        };
        lines.iter().rev().map(make).collect()
    }

    fn next(
        find: fn(&mut dyn Iterator<Item = Result<Action>>) -> Result<Option<Action>>,
        h: Vec<Action>,
    ) -> String {
        find(&mut h.into_iter().map(Ok)).unwrap().map(|a| a.id).unwrap_or_default()
    }

    #[test]
    fn undo_goes_back_and_redo_forth() {
        let mut lines = vec![("z", "comment", ""), ("a", "verdict", "")];
        assert_eq!(next(last_done, history(&lines)), "a");
        assert_eq!(next(last_undone, history(&lines)), "");
        lines.push(("u", UNDO, "a"));
        assert_eq!(next(last_done, history(&lines)), "z");
        assert_eq!(next(last_undone, history(&lines)), "u");
        lines.push(("r", REDO, "u"));
        assert_eq!(next(last_done, history(&lines)), "r");
        assert_eq!(next(last_undone, history(&lines)), "");
        lines.push(("u2", UNDO, "r"));
        assert_eq!(next(last_done, history(&lines)), "z");
        assert_eq!(next(last_undone, history(&lines)), "u2");
        lines.push(("b", "comment", ""));
        assert_eq!(next(last_undone, history(&lines)), "");
        assert_eq!(next(last_done, history(&lines)), "b");
    }
}
