//! The reading threads.

use super::caught;
use super::order::{Answer, Failure, Loaded, Page, Place, Read};
use crate::journal::Casebook;
use crate::model::{ClaimFile, Id, IdKind, Query};
use crate::tui::conflicts::Against;
use crate::tui::document_text::DocumentText;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// Claims read at once.
pub const PAGE: usize = 200;
/// Between two looks for other programs' writes.
const WATCH: Duration = Duration::from_millis(200);

/// Answers reads until nobody asks any more.
pub fn serve(mut casebook: Casebook, asked: &Receiver<Read>, back: &Sender<Answer>, watch: bool) {
    let mut version = casebook.data_version().ok();
    let mut told = false;
    loop {
        let mut waiting = match asked.recv_timeout(WATCH) {
            Ok(read) => vec![read],
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return,
        };
        while !waiting.is_empty() {
            waiting.extend(asked.try_iter());
            let read = waiting.remove(0);
            let overtaken = waiting.iter().any(|later| replaces(later, &read));
            let answer = match read {
                _ if overtaken => Answer::Skipped,
                Read::Reopen => {
                    // If it cannot be opened, what was read last stays on the screen.
                    if let Ok(new) = Casebook::open(casebook.path(), casebook.keyring().clone()) {
                        (casebook, told) = (new, false);
                    }
                    if watch { Answer::Reopened } else { Answer::Skipped }
                }
                read => answer(&casebook, read),
            };
            if back.send(answer).is_err() {
                return;
            }
        }
        if let Some(replaced) = casebook.replaced().filter(|_| watch && !told) {
            told = true;
            if back.send(Answer::Replaced(replaced)).is_err() {
                return;
            }
        } else if watch && !told {
            let now = casebook.data_version().ok();
            if now.is_some() && now != version {
                version = now;
                if back.send(Answer::Changed).is_err() {
                    return;
                }
            }
        }
    }
}

/// Whether the later read makes the earlier one needless.
fn replaces(later: &Read, earlier: &Read) -> bool {
    match (later, earlier) {
        (Read::Claims { list: later, .. }, Read::Claims { list, .. }) => later > list,
        (Read::Count { .. } | Read::Claims { .. }, Read::Count { .. }) => true,
        (Read::File(_), Read::File(_)) | (Read::Conflicts, Read::Conflicts) => true,
        (Read::Document { text, .. }, Read::Document { text: earlier, .. }) => *text || !*earlier,
        _ => false,
    }
}

fn answer(casebook: &Casebook, read: Read) -> Answer {
    match read {
        Read::Claims { list, query, place } => {
            Answer::Claims(list, caught(|| page(casebook, list, &query, place)))
        }
        Read::Count { list, query, of } => {
            let counted = caught(|| count(casebook, &query, of.as_ref()));
            Answer::Count(list, of, counted)
        }
        Read::File(id) => {
            let file = caught(|| file(casebook, &id));
            Answer::File(id, file)
        }
        Read::Document { id, text } => {
            let loaded = caught(|| document(casebook, &id, text));
            Answer::Document(id, loaded)
        }
        Read::Desk => Answer::Desk(caught(|| {
            let ended = casebook.my_end()?.map(|end| end.how);
            Ok((casebook.scale()?, casebook.me()?, casebook.waiting_erasures()?, ended))
        })),
        Read::Conflicts => Answer::Conflicts(caught(|| against(casebook))),
        Read::Keys => Answer::Keys(caught(|| super::keys::all(casebook))),
        Read::Documents => Answer::Documents(caught(|| Ok(casebook.documents()?))),
        Read::Erasures => Answer::Erasures(caught(|| {
            let mut found = casebook.erasures()?;
            found.retain(|erasure| erasure.state != "done");
            Ok(found)
        })),
        Read::Reopen => Answer::Skipped,
    }
}

/// Conflicts first: a person here can end them.
fn against(casebook: &Casebook) -> Result<Vec<Against>, Failure> {
    let mut found = Vec::new();
    for conflict in casebook.conflicts()? {
        let about = about(casebook, &conflict.subject);
        found.push(Against::Conflict(conflict, about));
    }
    found.extend(casebook.disputes()?.into_iter().map(Against::Dispute));
    Ok(found)
}

/// The words of what a field is of; its id where there are none.
fn about(casebook: &Casebook, subject: &str) -> String {
    let id: Option<Id> = subject.parse().ok();
    let claim = |id: &Id| casebook.claim(id).map(|claim| claim.text);
    let words = id.and_then(|id| match id.kind()? {
        IdKind::Claim => claim(&id).ok(),
        IdKind::Document => casebook.document(&id).map(|document| document.title).ok(),
        IdKind::Evidence => casebook.evidence(&id).and_then(|evidence| claim(&evidence.claim)).ok(),
        IdKind::Verdict => casebook.verdict(&id).and_then(|verdict| claim(&verdict.claim)).ok(),
        _ => None,
    });
    words.filter(|words| !words.is_empty()).unwrap_or_else(|| subject.to_owned())
}

fn page(casebook: &Casebook, list: u64, query: &Query, place: Place) -> Result<Page, Failure> {
    let after = |id: Option<&Id>| casebook.claims_after(query, id, PAGE);
    let before = |id: Option<&Id>| casebook.claims_before(query, id, PAGE);
    let (claims, more) = match &place {
        Place::First => {
            let claims = after(None)?;
            let full = claims.len() == PAGE;
            (claims, (false, full))
        }
        Place::Last => {
            let claims = before(None)?;
            let full = claims.len() == PAGE;
            (claims, (full, false))
        }
        Place::After(id) => {
            let claims = after(Some(id))?;
            let full = claims.len() == PAGE;
            (claims, (true, full))
        }
        Place::Before(id) => {
            let claims = before(Some(id))?;
            let full = claims.len() == PAGE;
            (claims, (full, true))
        }
        Place::Around(id) => {
            let mut claims = before(Some(id))?;
            let full = claims.len() == PAGE;
            let last = claims.last().map(|c| c.id.clone());
            let rest = after(last.as_ref())?;
            let more = (full, rest.len() == PAGE);
            claims.extend(rest);
            (claims, more)
        }
    };
    let judged = casebook.judged(&claims)?;
    Ok(Page { list, place, claims, judged, more })
}

fn file(casebook: &Casebook, id: &Id) -> Result<(Box<ClaimFile>, bool), Failure> {
    let file = Box::new(casebook.claim_file(id)?);
    let judged = !casebook.judged(std::slice::from_ref(&file.claim))?.is_empty();
    Ok((file, judged))
}

fn count(casebook: &Casebook, query: &Query, of: Option<&Id>) -> Result<(u64, Option<u64>), Failure> {
    let rank = of.map(|id| casebook.rank(query, id)).transpose()?;
    Ok((casebook.count(query)?, rank))
}

fn document(casebook: &Casebook, id: &Id, text: bool) -> Result<Box<Loaded>, Failure> {
    let document = casebook.document(id)?;
    let claims = casebook.document_claims(id)?;
    let text = match text {
        true => Some(Arc::new(DocumentText::new(casebook.document_text(id)?))),
        false => None,
    };
    Ok(Box::new(Loaded { document, text, claims }))
}
