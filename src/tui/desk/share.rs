//! A copy to hand over as a job: it is made in a private place and what it tells is shown; then it waits for a person's word.

use super::job::Hands;
use super::order::{Answer, Failure, ShareFile};
use super::way::Doing;
use crate::journal::{self, Casebook, Keyring, ShareOptions, Shared};
use crate::say;
use std::path::PathBuf;

/// Makes the copy and, if the person wants it, hands it over; nothing where they do not.
pub fn run(
    place: &(PathBuf, Keyring),
    file: &ShareFile,
    hands: &Hands,
) -> Result<Option<Box<Shared>>, Failure> {
    let casebook = Casebook::open(&place.0, place.1.clone())?;
    if let Some(query) = &file.query
        && casebook.count(query)? == 0
    {
        return Err(Failure::new(say!("share-no-claim"), say!("tui-not-written")));
    }
    journal::is_free(&file.path)?;
    let options = ShareOptions { query: file.query.clone(), redact: Vec::new() };
    let mut told = |done, all| hands.way.tell(Doing::Drafting, done, all);
    let folder = journal::folder_of(&place.0).to_owned();
    let draft = casebook.draft_share(&options, &folder, hands.way.stopping(), &mut told)?;
    let tells = Answer::Drafted(Box::new(draft.tells.clone()), draft.head.clone());
    if hands.back.send(tells).is_err() || hands.given.recv().is_err() {
        return Ok(None);
    }
    let mut told = |done, all| hands.way.tell(Doing::HandingOver, done, all);
    Ok(Some(Box::new(draft.hand_over(&file.path, &[], &mut told)?)))
}
