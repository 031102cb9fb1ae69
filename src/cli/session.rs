//! One run of the program: where its things lie, and the casebook opened when a verb needs it.

use super::failure::Failure;
use super::place::Places;
use crate::bidi::Mode;
use crate::journal::{Casebook, Keyring};
use crate::model::{Id, IdKind};
use std::path::PathBuf;

/// What every verb knows.
pub struct Session {
    /// Where things lie.
    pub places: Places,
    /// How the terminal treats right-to-left text, where it was said.
    pub bidi: Option<Mode>,
}

impl Session {
    /// A run on this casebook, or on the usual one.
    pub fn new(db: Option<PathBuf>, bidi: Option<Mode>) -> Result<Session, Failure> {
        Ok(Session { places: Places::find(db.as_deref())?, bidi })
    }

    /// The casebook, which must be there.
    pub fn casebook(&self) -> Result<Casebook, Failure> {
        Ok(Casebook::open(&self.places.casebook, self.keyring())?)
    }

    /// The casebook, made first where there is none.
    pub fn casebook_or_new(&self) -> Result<Casebook, Failure> {
        Ok(Casebook::open_or_create(&self.places.casebook, self.keyring())?)
    }

    /// The checker's key.
    pub fn keyring(&self) -> Keyring {
        Keyring::at(&self.places.own)
    }
}

/// The claim whose id begins so.
pub fn claim(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Claim, prefix)
}

/// The document whose id begins so.
pub fn document(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Document, prefix)
}

/// The piece of evidence whose id begins so.
pub fn evidence(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Evidence, prefix)
}

/// The verdict whose id begins so.
pub fn verdict(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Verdict, prefix)
}

/// What is named by an id of any kind, told by its letter.
pub fn anything(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    let kinds = [
        IdKind::Claim,
        IdKind::Document,
        IdKind::Evidence,
        IdKind::Verdict,
        IdKind::Comment,
        IdKind::Checker,
    ];
    match kinds.into_iter().find(|kind| prefix.trim().starts_with(kind.letter())) {
        Some(kind) => named(casebook, kind, prefix),
        None => Err(Failure::usage(format!(
            "“{prefix}” is no id: an id begins with a letter for what it names"
        ))
        .hint(
            "c claim, d document, e evidence, v verdict, m comment, k checker; `hudna claims` lists claims.",
        )),
    }
}

fn named(casebook: &Casebook, kind: IdKind, prefix: &str) -> Result<Id, Failure> {
    Ok(casebook.resolve(kind, prefix.trim())?)
}
