//! The writing thread: one action at a time, in the order given.

use super::caught;
use super::order::{Answer, Failure, Write, Wrote};
use crate::again::{Fate, How, extract_again};
use crate::import::Finder;
use crate::journal::{Casebook, Reach, TakenUp, Undone};
use crate::model::{Claim, ClaimEdit, Conflict, Field, Id};
use crate::people::People;
use crate::say;
use crate::told;
use crate::tui::Extractors;
use crate::tui::words;
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
    let (mut show, mut reopened, mut stuck, mut needless) = (None, false, false, None);
    let message = match write {
        Write::Edit { seen, edit } => edit_claim(casebook, &seen, &edit)?,
        Write::Add(claim) => {
            show = Some(casebook.add_claim(&claim)?);
            say!("tui-did-add")
        }
        Write::Dismiss(id, why) => done(casebook.dismiss_claim(&id, &why)?, say!("tui-did-dismiss")),
        Write::Restore(id) => done(casebook.restore_claim(&id)?, say!("tui-did-restore")),
        Write::Evidence(claim, evidence) => {
            casebook.add_evidence(&claim, &evidence)?;
            say!("tui-did-evidence")
        }
        Write::WithdrawEvidence(id, why) => {
            done(casebook.withdraw_evidence(&id, &why)?, say!("tui-did-withdraw-evidence"))
        }
        Write::WithdrawVerdict(id, why) => {
            done(casebook.withdraw_verdict(&id, &why)?, say!("tui-did-withdraw-verdict"))
        }
        Write::Verdict { claim, rating, why, blind } => {
            casebook.give_verdict(&claim, &rating, &why, blind)?;
            if blind { say!("tui-did-verdict-blind") } else { say!("tui-did-verdict") }
        }
        Write::Comment(claim, text) => {
            casebook.comment(&claim, &text)?;
            say!("tui-did-comment")
        }
        Write::Resolve { seen, n } => {
            unchanged(casebook, &seen)?;
            done(
                casebook.resolve_conflict(&seen.subject, field(&seen)?, n).map(drop)?,
                say!("tui-did-resolve"),
            )
        }
        Write::ResolveWith { seen, value } => {
            unchanged(casebook, &seen)?;
            let field = field(&seen)?;
            done(
                casebook.resolve_conflict_with(&seen.subject, field, &value).map(drop)?,
                say!("tui-did-resolve"),
            )
        }
        Write::Undo => {
            let done = casebook.undo()?;
            stuck = done.as_ref().is_some_and(|done| done.reverted == 0);
            taken_back(done, stuck)
        }
        Write::UndoOver => taken_back(casebook.undo_over()?, false),
        Write::Redo => undone(say!("tui-did-redo"), say!("tui-redo-nothing"), casebook.redo()?),
        Write::Erase { what, overlapping, why } => erased(&casebook.erase(&what, overlapping, &why)?.reach),
        Write::ConfirmErasure(what) => erased(&casebook.confirm_erasure(&what)?),
        Write::RefuseErasure(what, why) => {
            done(casebook.refuse_erasure(&what, &why)?, say!("tui-did-refuse"))
        }
        Write::Again { document, extractors, over } => {
            let (words, done) = again(casebook, &document, &extractors, over)?;
            needless = Some(document).filter(|_| !done);
            words
        }
        Write::OfKey(key, word, note) => {
            let people = People::known(casebook.keys()?, casebook.keyring())?;
            people.keep_word(&key, word, &note, casebook.keyring())?.text
        }
        Write::TakeUp => {
            reopened = true;
            taken_up(casebook.take_up()?)
        }
        Write::Name(name, contact) => {
            done(casebook.set_me(Some(&name), Some(&contact))?, say!("tui-did-name"))
        }
    };
    Ok(Wrote { message, show, reopened, stuck, needless })
}

/// Looks for claims again in a document, by the rules and words that there are now; gives what to tell, and whether it was done.
fn again(
    casebook: &mut Casebook,
    document: &Id,
    extractors: &Extractors,
    over: bool,
) -> Result<(String, bool), Failure> {
    let extractor = extractors.make()?;
    let (finder, mut fate) = (Finder::Rules(&extractor), None);
    let documents = std::slice::from_ref(document);
    let how = How { keep: true, over };
    extract_again(casebook, &finder, documents, how, 1, &mut |_, _| true, &mut |tried| {
        fate = Some(tried.fate);
        true
    })?;
    let needless = |words: String| Ok((format!("{}. {}", words, say!("tui-again-over")), false));
    match fate {
        Some(Fate::Done(renewed)) => {
            Ok((say!("tui-did-again", numbers = told::renewed(&renewed).text), true))
        }
        Some(Fate::Same) => needless(say!("again-all-same", version = finder.version())),
        Some(Fate::Newer(_)) => needless(say!("again-newer", n = 1)),
        Some(Fate::Failed(error)) => Err(Failure::new(error.to_string(), error.hint())),
        Some(Fate::Withdrawn) | None => Ok((say!("again-withdrawn", id = document.brief()), true)),
    }
}

fn taken_up(taken: TakenUp) -> String {
    match taken {
        TakenUp { merged: None, .. } => say!("tui-did-put-back"),
        TakenUp { merged: Some(merged), rescue: Some(rescue) } => {
            say!("tui-did-take-up", n = merged.entries, place = rescue.display())
        }
        TakenUp { .. } => say!("tui-did-take-up-all"),
    }
}

fn done((): (), words: String) -> String {
    words
}

/// What an erasure did, and what it did not reach.
fn erased(reach: &Reach) -> String {
    let mut told = vec![say!("tui-erased")];
    if let Some(why) = &reach.unswept {
        told.push(say!("tui-erased-unswept", why = why));
    }
    if !reach.removed.is_empty() {
        told.push(say!("tui-erased-backups", n = reach.removed.len()));
    }
    let mut left: Vec<String> = reach.left.iter().map(|file| file.display().to_string()).collect();
    if !reach.checkers.is_empty() {
        left.push(say!("tui-erased-copies", names = crate::locale::list(&reach.checkers)));
    }
    left.push(say!("tui-erased-elsewhere"));
    told.push(say!("tui-erased-left", left = left.join(&say!("tui-semicolon"))));
    told.join(" ")
}

fn taken_back(done: Option<Undone>, stuck: bool) -> String {
    let told = undone(say!("tui-did-undo"), say!("tui-undo-nothing"), done);
    if stuck { format!("{told} {}", say!("tui-undone-over")) } else { told }
}

fn undone(verb: String, nothing: String, undone: Option<Undone>) -> String {
    let erasure = undone.as_ref().is_some_and(|undone| undone.erasure);
    let told = match undone {
        None => nothing,
        Some(Undone { action, kept, .. }) if kept.is_empty() => format!("{verb}: {}.", told::action(&action)),
        Some(Undone { action, reverted, kept, .. }) => say!(
            "tui-undone-part",
            verb = verb,
            what = told::action(&action),
            n = reverted,
            all = reverted + kept.len(),
            kept = kept.iter().map(told::field_of).collect::<Vec<_>>().join(&say!("tui-semicolon"))
        ),
    };
    if erasure { format!("{told} {}", say!("tui-undone-erasure")) } else { told }
}

/// Whether the sides of a conflict are still those that the person chose from.
fn unchanged(casebook: &Casebook, seen: &Conflict) -> Result<(), Failure> {
    let now = casebook.conflicts()?;
    match now.iter().find(|c| (&c.subject, &c.field) == (&seen.subject, &seen.field)) {
        Some(now) if now == seen => Ok(()),
        Some(_) => Err(Failure::new(say!("tui-sides-changed"), say!("tui-sides-changed-hint"))),
        None => Err(Failure::new(say!("tui-resolved-meanwhile"), say!("tui-not-written"))),
    }
}

fn field(seen: &Conflict) -> Result<Field, Failure> {
    seen.field.parse().map_err(|_| Failure::new(say!("tui-field-newer"), say!("tui-not-written")))
}

fn edit_claim(casebook: &mut Casebook, seen: &Claim, edit: &ClaimEdit) -> Result<String, Failure> {
    let now = casebook.claim(&seen.id)?;
    let stale = changed_since(seen, &now, edit);
    if !stale.is_empty() {
        let message = say!("tui-stale", fields = stale.join(&say!("tui-semicolon")));
        let hint = say!("tui-stale-hint");
        return Err(Failure { stale: Some(Box::new(now)), ..Failure::new(message, hint) });
    }
    Ok(match casebook.edit_claim(&seen.id, edit)? {
        0 => say!("tui-did-edit-nothing"),
        n => say!("tui-did-edit", n = n),
    })
}

/// The fields that the edit writes and that are no longer as they were seen, with what they are now.
pub fn changed_since(seen: &Claim, now: &Claim, edit: &ClaimEdit) -> Vec<String> {
    let text = |name: &str, written: bool, before: &str, after: &str| {
        (written && before != after)
            .then(|| say!("tui-stale-field", field = words::label(name), value = told::value(name, after)))
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
