//! The keys that verbs speak of: found by what a person gives, and noted as met.

use super::failure::Failure;
use super::session::Session;
use crate::journal::{self, Casebook, TrustFile};
use crate::locale;
use crate::model::{Id, KeyState};
use crate::people::same_name;
use crate::say;

pub use crate::people::{People, Trusts};

impl People {
    /// Those of the casebook.
    pub fn of(casebook: &Casebook, session: &Session) -> Result<People, Failure> {
        People::among(casebook.keys()?, session)
    }

    /// These, in the eyes of this person.
    pub fn among(keys: Vec<KeyState>, session: &Session) -> Result<People, Failure> {
        Ok(People::known(keys, &session.keyring())?)
    }

    /// A key of which nothing is known but itself.
    pub fn stranger(key: &[u8; 32]) -> KeyState {
        let (line, fingerprint) = journal::public_line(key);
        let (name, first_entry, entries, after_end) = Default::default();
        let (same, offers, ends, reported_lost) = Default::default();
        KeyState {
            checker: Id::of_checker(key),
            name,
            fingerprint,
            key: line,
            first_entry,
            entries,
            same,
            offers,
            ends,
            reported_lost,
            after_end,
        }
    }

    /// The one whose id or fingerprint begins so, or who goes by this name or is called so by a part of it.
    pub fn find(&self, given: &str) -> Result<&KeyState, Failure> {
        let given = given.trim();
        let named = |k: &&KeyState| !k.name.is_empty() && k.name == given;
        let begins = |k: &&KeyState| begins(k, given);
        let partly = |k: &&KeyState| has_words(&k.name, given);
        let all = |which: &dyn Fn(&&KeyState) -> bool| self.keys.iter().filter(which).collect::<Vec<_>>();
        let found = [all(&named), all(&begins), all(&partly)];
        let found = found.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
        match found.as_slice() {
            [one] => Ok(one),
            [] => Err(Failure::failed(say!("key-none-such", given = given)).hint(say!("key-none-such-hint"))),
            many => {
                let ids: Vec<&str> = many.iter().map(|k| k.checker.brief()).collect();
                Err(Failure::failed(say!("key-several", given = given, ids = locale::list(&ids)))
                    .hint(say!("key-several-hint")))
            }
        }
    }

    /// All who are meant: whoever goes by this name, else whose id or fingerprint begins so, else who is called so by a part
    /// of their name, if all of them go by one name; `me` is the person here.
    pub fn meant(&self, given: &str) -> Result<Vec<&KeyState>, Failure> {
        let given = given.trim();
        let mine = |k: &&KeyState| self.me.as_ref() == Some(&k.checker);
        let named = |k: &&KeyState| !k.name.is_empty() && same_name(&k.name, given);
        let begins = |k: &&KeyState| begins(k, given);
        let all = |which: &dyn Fn(&&KeyState) -> bool| self.keys.iter().filter(which).collect::<Vec<_>>();
        if given == "me" {
            return Ok(all(&mine));
        }
        let (named, begin) = (all(&named), all(&begins));
        let partly = all(&|k| has_words(&k.name, given));
        let one_name = |keys: &[&KeyState]| {
            keys.windows(2).all(|pair| matches!(pair, [a, b] if same_name(&a.name, &b.name)))
        };
        match (named.as_slice(), begin.as_slice()) {
            ([], []) if !one_name(&partly) => {
                let ids: Vec<&str> = partly.iter().map(|k| k.checker.brief()).collect();
                Err(Failure::failed(say!("key-several", given = given, ids = locale::list(&ids)))
                    .hint(say!("key-several-hint")))
            }
            ([], []) => Ok(partly),
            ([], [_, _, ..]) => Err(Failure::failed(say!("key-begins-several", given = given))
                .hint(say!("key-begins-several-hint"))),
            ([], _) => Ok(begin),
            _ => Ok(named),
        }
    }
}

/// Whether a key's id or fingerprint begins so.
fn begins(key: &KeyState, given: &str) -> bool {
    let given = crate::text::bare(given);
    given.len() > 1 && (key.checker.as_str().starts_with(&given) || key.fingerprint.starts_with(&given))
}

/// Those who go by this name, else those who are called so by a part of it.
pub fn called<'a>(keys: &'a [KeyState], given: &str) -> Vec<&'a KeyState> {
    let named = |key: &&KeyState| !key.name.is_empty() && same_name(&key.name, given.trim());
    let all: Vec<&KeyState> = keys.iter().filter(named).collect();
    if all.is_empty() { keys.iter().filter(|key| has_words(&key.name, given)).collect() } else { all }
}

/// Whether all these words, as a hasty eye reads them, are among those of a name: as people call each other.
fn has_words(name: &str, given: &str) -> bool {
    let (name, given) = (crate::text::fold(name), crate::text::fold(given));
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut given = given.split_whitespace().peekable();
    given.peek().is_some() && given.all(|word| words.contains(&word))
}

/// Where trust is kept.
pub fn trust_file(session: &Session) -> TrustFile {
    TrustFile::at(&session.places.own)
}

/// Drops the name of a checker whose name is erased from what is kept of them here.
pub fn unname(casebook: &Casebook, id: &Id, session: &Session) -> Result<(), Failure> {
    let file = trust_file(session);
    let key = casebook.keys()?.into_iter().find(|key| key.checker == *id);
    if let Some(key) = key
        && file.load()?.of(&key.fingerprint).is_some()
    {
        file.change(|trust| trust.unname(&key.fingerprint))?;
    }
    Ok(())
}

/// Notes that these keys were met here.
pub fn meet<'a>(keys: impl Iterator<Item = &'a KeyState>, session: &Session) -> Result<(), Failure> {
    Ok(crate::people::meet(keys, &session.keyring())?)
}
