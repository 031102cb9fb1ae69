//! The writing thread: one action at a time, in the order given.

use super::caught;
use super::order::{Answer, Failure, Write, Wrote};
use crate::journal::{Casebook, Reach, TakenUp, Undone};
use crate::model::{Claim, ClaimEdit, Conflict, Field};
use std::sync::mpsc::{Receiver, Sender};

/// Does what is ordered until nobody orders any more.
pub fn serve(mut casebook: Casebook, orders: &Receiver<Write>, back: &Sender<Answer>) {
    while let Ok(write) = orders.recv() {
        let result = caught(|| perform(&mut casebook, write));
        if back.send(Answer::Wrote(result)).is_err() {
            return;
        }
    }
}

fn perform(casebook: &mut Casebook, write: Write) -> Result<Wrote, Failure> {
    let (mut show, mut reopened) = (None, false);
    let message = match write {
        Write::Edit { seen, edit } => edit_claim(casebook, &seen, &edit)?,
        Write::Add(claim) => {
            show = Some(casebook.add_claim(&claim)?);
            "Claim added.".into()
        }
        Write::Dismiss(id, why) => done(casebook.dismiss_claim(&id, &why)?, "Set aside as not checkable."),
        Write::Restore(id) => done(casebook.restore_claim(&id)?, "Restored."),
        Write::Evidence(claim, evidence) => {
            casebook.add_evidence(&claim, &evidence)?;
            "Evidence attached.".into()
        }
        Write::WithdrawEvidence(id, why) => {
            done(casebook.withdraw_evidence(&id, &why)?, "Evidence withdrawn.")
        }
        Write::WithdrawVerdict(id, why) => done(casebook.withdraw_verdict(&id, &why)?, "Verdict withdrawn."),
        Write::Verdict { claim, rating, why } => {
            casebook.give_verdict(&claim, &rating, &why, false)?;
            "Verdict given.".into()
        }
        Write::Comment(claim, text) => {
            casebook.comment(&claim, &text)?;
            "Comment kept.".into()
        }
        Write::Resolve { seen, n } => {
            unchanged(casebook, &seen)?;
            done(casebook.resolve_conflict(&seen.subject, field(&seen)?, n)?, "Resolved; u takes it back.")
        }
        Write::ResolveWith { seen, value } => {
            unchanged(casebook, &seen)?;
            let field = field(&seen)?;
            done(casebook.resolve_conflict_with(&seen.subject, field, &value)?, "Resolved; u takes it back.")
        }
        Write::Undo => undone("Taken back", "There is nothing to take back.", casebook.undo()?),
        Write::Redo => undone("Done again", "There is nothing to do again.", casebook.redo()?),
        Write::Erase { what, overlapping, why } => erased(&casebook.erase(&what, overlapping, &why)?.reach),
        Write::ConfirmErasure(what) => erased(&casebook.confirm_erasure(&what)?),
        Write::RefuseErasure(what, why) => {
            done(casebook.refuse_erasure(&what, &why)?, "Left here; it can be confirmed later.")
        }
        Write::TakeUp => {
            reopened = true;
            taken_up(casebook.take_up()?)
        }
        Write::Name(name, contact) => done(casebook.set_me(Some(&name), Some(&contact))?, "Name kept."),
    };
    Ok(Wrote { message, show, reopened })
}

fn taken_up(taken: TakenUp) -> String {
    match taken {
        TakenUp { merged: None, .. } => "The casebook was put back in its place.".into(),
        TakenUp { merged: Some(merged), rescue: Some(rescue) } => {
            let new = merged.entries;
            let entries = if new == 1 { "1 entry".to_owned() } else { format!("{new} entries") };
            format!(
                "The file that is there now is open; it lacked {entries}. All of the old one: {}.",
                rescue.display()
            )
        }
        TakenUp { .. } => "The file that is there now is open; it lacked nothing.".into(),
    }
}

fn done((): (), words: &str) -> String {
    words.to_owned()
}

/// What an erasure did, and what it did not reach.
fn erased(reach: &Reach) -> String {
    let mut words = String::from("Erased.");
    if let Some(why) = &reach.unswept {
        words.push_str(&format!(" Free space in the file is cleared when it is next opened: {why}."));
    }
    if !reach.removed.is_empty() {
        words.push_str(&format!(" Backups removed: {}.", reach.removed.len()));
    }
    words.push_str(" Not reached: ");
    for file in &reach.left {
        words.push_str(&format!("{}; ", file.display()));
    }
    if !reach.checkers.is_empty() {
        words.push_str(&format!("the copies of {}; ", reach.checkers.join(", ")));
    }
    words + "shared copies, reports, and what the disk keeps."
}

fn undone(verb: &str, nothing: &str, undone: Option<Undone>) -> String {
    let erasure = undone.as_ref().is_some_and(|undone| undone.erasure);
    let told = match undone {
        None => nothing.to_owned(),
        Some(Undone { what, kept, .. }) if kept.is_empty() => format!("{verb}: {what}."),
        Some(Undone { what, reverted, kept, .. }) => {
            format!(
                "{verb}: {what}, {reverted} of {}. Written since, so left: {}.",
                reverted + kept.len(),
                kept.join("; ")
            )
        }
    };
    if erasure { format!("{told} The erasure after it stays: none can be taken back.") } else { told }
}

/// Whether the sides of a conflict are still those that the person chose from.
fn unchanged(casebook: &Casebook, seen: &Conflict) -> Result<(), Failure> {
    let now = casebook.conflicts()?;
    match now.iter().find(|c| (&c.subject, &c.field) == (&seen.subject, &seen.field)) {
        Some(now) if now == seen => Ok(()),
        Some(_) => {
            Err(Failure::new("its sides changed meanwhile", "Nothing was written. Look again and choose."))
        }
        None => Err(Failure::new("it was resolved meanwhile", "Nothing was written.")),
    }
}

fn field(seen: &Conflict) -> Result<Field, Failure> {
    seen.field.parse().map_err(|_| Failure::new("the field is a newer version's", "Nothing was written."))
}

fn edit_claim(casebook: &mut Casebook, seen: &Claim, edit: &ClaimEdit) -> Result<String, Failure> {
    let now = casebook.claim(&seen.id)?;
    let stale = changed_since(seen, &now, edit);
    if !stale.is_empty() {
        let message = format!("Changed meanwhile: {}.", stale.join("; "));
        let hint = "Ctrl-S again puts your text in its place; Esc leaves it as it is now.";
        return Err(Failure { stale: Some(Box::new(now)), ..Failure::new(message, hint) });
    }
    Ok(match casebook.edit_claim(&seen.id, edit)? {
        0 => "Nothing was changed.".into(),
        1 => "One field changed.".into(),
        n => format!("{n} fields changed."),
    })
}

/// The fields that the edit writes and that are no longer as they were seen, with what they are now.
pub fn changed_since(seen: &Claim, now: &Claim, edit: &ClaimEdit) -> Vec<String> {
    let text = |name: &str, written: bool, before: &str, after: &str| {
        (written && before != after).then(|| format!("{name} is now “{after}”"))
    };
    let span = |c: &Claim| format!("{:?}–{:?}", c.start, c.end);
    [
        text("span", edit.span.is_some(), &span(seen), &span(now)),
        text("text", edit.text.is_some(), &seen.text, &now.text),
        text("speaker", edit.speaker.is_some(), &seen.speaker, &now.speaker),
        text("role", edit.role.is_some(), &seen.role, &now.role),
        text("cue", edit.cue.is_some(), &seen.cue, &now.cue),
        text("quote", edit.quote.is_some(), seen.quote.code(), now.quote.code()),
        text("polarity", edit.polarity.is_some(), seen.polarity.code(), now.polarity.code()),
        text("kind", edit.kind.is_some(), seen.kind.code(), now.kind.code()),
        text("said at", edit.said_at.is_some(), &seen.said_at, &now.said_at),
        text("translation", edit.translation.is_some(), &seen.translation, &now.translation),
        text("language", edit.language.is_some(), &seen.language, &now.language),
        text("address", edit.url.is_some(), &seen.url, &now.url),
        text("status", edit.status.is_some(), seen.status.code(), now.status.code()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
