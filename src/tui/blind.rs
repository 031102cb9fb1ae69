//! Blind verdicts: until a person has given theirs on a claim, what others found is hidden from them.
//!
//! What is hidden is what `hudna verdict --blind` is about: that one has not seen the other verdicts. Evidence and comments
//! are shown. Whether a verdict was given blind is the person's word, as on the command line; what was on this screen is
//! remembered, so that the form begins with what is likely.

use crate::model::{Claim, ClaimFile, Id, Standing};
use std::collections::HashSet;

/// What is hidden, and what was seen.
#[derive(Debug, Default)]
pub struct Blind {
    /// Whether others' verdicts are hidden on claims that this person has not judged.
    pub on: bool,
    /// The claims that this person has judged, as far as they were read.
    judged: HashSet<Id>,
    /// The claims whose verdicts of others were on the screen.
    seen: HashSet<Id>,
}

impl Blind {
    /// Whether the verdicts on a claim are hidden.
    pub fn hides(&self, claim: &Id) -> bool {
        self.on && !self.judged.contains(claim)
    }

    /// Whether others' verdicts on a claim were on the screen.
    pub fn has_seen(&self, claim: &Id) -> bool {
        self.seen.contains(claim)
    }

    /// Takes what was read of claims: those of them that this person has judged.
    pub fn read<'a>(&mut self, claims: impl Iterator<Item = &'a Id>, judged: &[Id]) {
        claims.for_each(|id| {
            self.judged.remove(id);
        });
        self.judged.extend(judged.iter().cloned());
    }

    /// Notes that claims are on the screen, as a list shows them.
    pub fn shown<'a>(&mut self, claims: impl Iterator<Item = &'a Claim>) {
        for claim in claims.filter(|claim| claim.verdict != Standing::None) {
            self.note(&claim.id);
        }
    }

    /// Notes that a claim's file is on the screen.
    pub fn shown_file(&mut self, file: &ClaimFile) {
        if !file.verdicts.is_empty() {
            self.note(&file.claim.id);
        }
    }

    /// Notes that verdicts on a claim are on the screen, if they are.
    pub fn note(&mut self, claim: &Id) {
        if !self.hides(claim) && !self.seen.contains(claim) {
            self.seen.insert(claim.clone());
        }
    }
}
