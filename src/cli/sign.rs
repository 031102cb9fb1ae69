//! Signatures beside files that verbs write, and the reading of them.

use super::failure::Failure;
use super::output::Output;
use super::people::People;
use super::session::Session;
use super::verify::margin;
use crate::journal::{self, FileSignature};
use crate::{say, tell};
use std::path::Path;

/// Sees, before anything is written, that a signature can be put beside a file.
pub fn may(file: &Path, replace: bool) -> Result<(), Failure> {
    let beside = journal::signature_path(file);
    match !replace && beside.symlink_metadata().is_ok() {
        true => {
            Err(Failure::failed(say!("target-taken", file = beside.display()))
                .hint(say!("target-taken-hint")))
        }
        false => Ok(()),
    }
}

/// Puts a signature beside a file that was just written.
pub fn sign(file: &Path, replace: bool, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let signer = session.keyring().load_or_make()?;
    let beside = journal::sign_file(&signer, file, replace)?;
    out.note(&tell!("sign-signed", file = beside.display()));
    Ok(())
}

/// Says whose signature stands beside a file, if one does; a failure where it does not hold.
pub fn told(found: &FileSignature, people: &People, out: &mut Output) -> Result<(), Failure> {
    let stranger;
    let key = match people.keys().iter().find(|key| key.checker == found.checker) {
        Some(key) => key,
        None => {
            stranger = People::stranger(&found.key);
            &stranger
        }
    };
    let who = people.name(&key.checker);
    out.line(&tell!("sign-good", who = who, trust = people.trust_words(key)))?;
    out.named(margin(), "", &key.fingerprint)?;
    people.state_words(key).iter().try_for_each(|words| Ok(out.named(margin(), "", words)?))
}
