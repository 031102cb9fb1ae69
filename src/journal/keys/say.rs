//! Writing what is said of keys.

use super::super::casebook::Casebook;
use super::super::documents::reason;
use super::super::entry::{Body, KeyWord, hex};
use super::super::writer::Writer;
use super::super::{CasebookError, Result, Signer};
use super::fate::fates;
use crate::model::{Id, Says};
use chrono::{DateTime, Utc};

/// What is to be said of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySaid {
    /// What.
    pub says: Says,
    /// The public key.
    pub key: [u8; 32],
    /// From when on it is not to be believed; none from now on.
    pub since: Option<DateTime<Utc>>,
    /// Why; needed where a key is lost or revoked.
    pub why: String,
    /// Keys of the same person that a word which ends this one does not keep linked.
    pub unlinked: Vec<Id>,
}

impl KeySaid {
    /// This and no more.
    pub fn new(says: Says, key: [u8; 32]) -> KeySaid {
        KeySaid { says, key, since: None, why: String::new(), unlinked: Vec::new() }
    }
}

impl Casebook {
    /// Says something of a key, signed with one's own.
    pub fn say_of_key(&mut self, said: &KeySaid) -> Result<()> {
        let (me, about) = (self.keyring().load_or_make()?.checker(), Id::of_checker(&said.key));
        let same = self.linked(&about)?;
        match said.says {
            Says::Mine | Says::Successor if me == about => {
                return Err(CasebookError::Invalid(crate::spoken!("refused-own-key")));
            }
            // Nobody believes it, and the casebook would carry it for ever.
            Says::Revoked if me != about && !same.contains(&me) => {
                return Err(CasebookError::Invalid(crate::spoken!("refused-revoke")));
            }
            _ => {}
        }
        let why = match said.says {
            Says::Lost | Says::Revoked => reason(&said.why)?,
            _ => said.why.trim(),
        };
        let ends = matches!(said.says, Says::Lost | Says::Revoked);
        let keeps =
            if ends { same.into_iter().filter(|id| !said.unlinked.contains(id)).collect() } else { vec![] };
        let word = KeyWord {
            says: said.says,
            key: hex(&said.key),
            since: said.since.map(|at| at.timestamp_millis()),
            why: why.to_owned(),
            keeps,
        };
        self.write(|w| draft(w, &about, word))
    }

    /// Says, with both keys and in one step, that one follows the other. Whatever was said already is not said again.
    pub fn replace_key(&mut self, old: &Signer, new: &Signer, why: &str) -> Result<()> {
        let (from, to) = (old.checker(), new.checker());
        if from == to {
            return Err(CasebookError::Invalid(crate::spoken!("refused-one-key")));
        }
        let said = super::read::said(&self.conn)?;
        let is_said = |signer: &Id, about: &Id, what: &[Says]| {
            said.iter().any(|s| s.signer == *signer && s.about == *about && what.contains(&s.word.says))
        };
        let word = |says, key: &[u8; 32], keeps| {
            let (why, since) = (why.trim().to_owned(), None);
            KeyWord { says, key: hex(key), since, why, keeps }
        };
        let mut keeps = self.linked(&from)?;
        keeps.retain(|id| *id != to);
        keeps.push(to.clone());
        let succeeds = (!is_said(&from, &to, &[Says::Successor]))
            .then(|| (old, &to, word(Says::Successor, &new.public(), keeps)));
        let accepts = (!is_said(&to, &from, &[Says::Mine, Says::Successor]))
            .then(|| (new, &from, word(Says::Mine, &old.public(), vec![])));
        let both = [succeeds, accepts].into_iter().flatten();
        self.write_as(both.map(|(signer, about, word)| (signer, move |w: &mut Writer| draft(w, about, word))))
    }

    /// The keys that are the same person's as this one.
    fn linked(&self, id: &Id) -> Result<Vec<Id>> {
        let fates = fates(&super::read::said(&self.conn)?);
        Ok(fates.get(id).map(|fate| fate.same.iter().cloned().collect()).unwrap_or_default())
    }
}

fn draft(w: &mut Writer, about: &Id, word: KeyWord) -> Result<()> {
    w.entry(match word.says {
        Says::Mine => "key_mine",
        Says::Successor => "key_successor",
        Says::Lost => "key_lost",
        Says::Found => "key_found",
        Says::Revoked => "key_revoked",
    });
    w.part(about.as_str(), Body::Key(word))
}
