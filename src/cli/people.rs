//! Who the keys of a casebook are, as far as this person knows: what the casebook says, and what they trust.

use super::args;
use super::failure::Failure;
use super::session::Session;
use crate::journal::{self, Casebook, Trust, TrustFile};
use crate::locale::{self, Told};
use crate::model::{EndedBy, Id, KeyEnd, KeyState};
use crate::{say, tell};
use serde::Serialize;
use std::collections::BTreeSet;

/// The keys of a casebook beside what is known of them here.
pub struct People {
    keys: Vec<KeyState>,
    trust: Trust,
    me: Option<Id>,
}

/// What this person makes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trusts {
    /// It is their own.
    You,
    /// They said that they trust it.
    Trusted,
    /// It is the same person's as one that they trust.
    SamePerson,
    /// They said that they do not.
    Distrusted,
    /// It was met here before, and nothing was said.
    Met,
    /// It was never met on this machine.
    NeverSeen,
}

impl People {
    /// Those of the casebook.
    pub fn of(casebook: &Casebook, session: &Session) -> Result<People, Failure> {
        People::among(casebook.keys()?, session)
    }

    /// These, in the eyes of this person.
    pub fn among(keys: Vec<KeyState>, session: &Session) -> Result<People, Failure> {
        let me = session.keyring().load()?.map(|signer| signer.checker());
        Ok(People { keys, trust: trust_file(session).load()?, me })
    }

    /// Whether a key has come to its end, as far as is known so far.
    pub fn has_ended(&self, id: &Id) -> bool {
        self.keys.iter().any(|k| k.checker == *id && k.end().is_some())
    }

    /// Takes in keys as they will be when others' entries are here.
    pub fn come<'a>(&mut self, keys: impl Iterator<Item = &'a KeyState>) {
        for key in keys {
            match self.keys.iter_mut().find(|k| k.checker == key.checker) {
                Some(known) => *known = key.clone(),
                None => self.keys.push(key.clone()),
            }
        }
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

    /// All keys.
    pub fn keys(&self) -> &[KeyState] {
        &self.keys
    }

    /// What was said here of keys.
    pub fn trust(&self) -> &Trust {
        &self.trust
    }

    /// The one whose id or fingerprint begins so, or who goes by this name.
    pub fn find(&self, given: &str) -> Result<&KeyState, Failure> {
        let given = given.trim();
        let named = |k: &&KeyState| !k.name.is_empty() && k.name == given;
        let begins = |k: &&KeyState| {
            given.len() > 1 && (k.checker.as_str().starts_with(given) || k.fingerprint.starts_with(given))
        };
        let found: Vec<&KeyState> = match self.keys.iter().filter(named).collect::<Vec<_>>() {
            none if none.is_empty() => self.keys.iter().filter(begins).collect(),
            some => some,
        };
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

    /// All who are meant: whoever goes by this name, else whose id or fingerprint begins so; `me` is the person here.
    pub fn meant(&self, given: &str) -> Result<Vec<&KeyState>, Failure> {
        let given = given.trim();
        let mine = |k: &&KeyState| self.me.as_ref() == Some(&k.checker);
        let named = |k: &&KeyState| !k.name.is_empty() && same_name(&k.name, given);
        let begins = |k: &&KeyState| {
            given.len() > 1 && (k.checker.as_str().starts_with(given) || k.fingerprint.starts_with(given))
        };
        let all = |which: &dyn Fn(&&KeyState) -> bool| self.keys.iter().filter(which).collect::<Vec<_>>();
        if given == "me" {
            return Ok(all(&mine));
        }
        let (named, begin) = (all(&named), all(&begins));
        match (named.as_slice(), begin.as_slice()) {
            ([], [_, _, ..]) => Err(Failure::failed(say!("key-begins-several", given = given))
                .hint(say!("key-begins-several-hint"))),
            ([], _) => Ok(begin),
            _ => Ok(named),
        }
    }

    /// The name to show of a checker: the one given, or the id.
    pub fn name(&self, id: &Id) -> String {
        let known = self.keys.iter().find(|k| k.checker == *id && !k.name.is_empty());
        known.map_or_else(|| id.brief().to_owned(), |k| k.name.clone())
    }

    /// What this person makes of a key.
    pub fn trusts(&self, key: &KeyState) -> Trusts {
        let known = self.trust.of(&key.fingerprint);
        let trusted = |k: &&KeyState| {
            let mine = self.me.as_ref() == Some(&k.checker);
            let said = self.trust.of(&k.fingerprint).is_some_and(|known| known.trusted.is_some());
            key.same.contains(&k.checker) && still_good(k) && (mine || said)
        };
        match known {
            _ if self.me.as_ref() == Some(&key.checker) => Trusts::You,
            Some(known) if known.distrusted.is_some() => Trusts::Distrusted,
            Some(known) if known.trusted.is_some() => Trusts::Trusted,
            _ if self.keys.iter().any(|k| trusted(&k)) => Trusts::SamePerson,
            Some(_) => Trusts::Met,
            None => Trusts::NeverSeen,
        }
    }

    /// The same in words.
    pub fn trust_words(&self, key: &KeyState) -> Told {
        let known = self.trust.of(&key.fingerprint);
        let at = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| args::at(&at)).unwrap_or_default();
        match self.trusts(key) {
            Trusts::You => tell!("key-you"),
            Trusts::Trusted => tell!("key-trusted", at = at(known.and_then(|k| k.trusted))),
            Trusts::SamePerson => {
                let names: BTreeSet<String> = key.same.iter().map(|id| self.name(id)).collect();
                let names: Vec<String> = names.into_iter().collect();
                tell!("key-same-trusted", names = locale::list(&names))
            }
            Trusts::Distrusted => tell!("key-distrusted", at = at(known.and_then(|k| k.distrusted))),
            Trusts::Met => tell!("key-not-trusted"),
            Trusts::NeverSeen => tell!("key-never-seen"),
        }
    }

    /// What stands of a key, in words.
    pub fn state_words(&self, key: &KeyState) -> Vec<Told> {
        let mut words: Vec<Told> = key.ends.iter().map(|end| self.end_words(end)).collect();
        words.extend(key.reported_lost.iter().map(|id| tell!("key-reported-lost", who = self.name(id))));
        if !key.same.is_empty() {
            let others: Vec<String> =
                key.same.iter().map(|id| format!("{} {}", id.brief(), self.name(id))).collect();
            words.push(tell!("key-same", who = locale::list(&others)));
        }
        words.extend(key.offers.iter().map(|id| tell!("key-offers", id = id.brief(), who = self.name(id))));
        if key.after_end > 0 {
            words.push(tell!("key-after-end", n = key.after_end));
        }
        words
    }

    fn end_words(&self, end: &KeyEnd) -> Told {
        let (at, who) = (args::at(&end.from), format!("{} {}", end.by.brief(), self.name(&end.by)));
        let next = end.successor.as_ref().map(Id::brief).unwrap_or_default();
        let what = match (end.how, &end.successor) {
            (EndedBy::Revoked, _) => tell!("key-revoked-by", at = at, who = who),
            (EndedBy::Lost, _) => tell!("key-lost-says", at = at, who = who),
            (EndedBy::Replaced, Some(_)) if end.confirmed => {
                tell!("key-replaced-by", next = next, at = at)
            }
            (EndedBy::Replaced, _) => tell!("key-given-up", at = at, next = next),
        };
        match end.why.is_empty() {
            true => what,
            false => tell!("key-because", what = what, why = &end.why),
        }
    }

    /// Other keys, here or met elsewhere, that go by the same name as this one and are not the same person's.
    pub fn namesakes(&self, key: &KeyState) -> Vec<Told> {
        let alike = |other: &str| !other.is_empty() && same_name(other, &key.name);
        let here = self
            .keys
            .iter()
            .filter(|k| k.checker != key.checker && !key.same.contains(&k.checker) && alike(&k.name));
        let told = |k: &KeyState| {
            let (id, fingerprint, trust) = (k.checker.brief(), &k.fingerprint, self.trust_words(k));
            tell!("key-namesake", id = id, fingerprint = fingerprint, trust = trust)
        };
        let mut found: Vec<Told> = here.map(told).collect();
        let elsewhere = self.trust.all().filter(|(fingerprint, known)| {
            let here = |k: &KeyState| k.fingerprint == *fingerprint;
            *fingerprint != key.fingerprint
                && !self.keys.iter().any(here)
                && known.trusted.is_some()
                && alike(&known.name)
        });
        found.extend(
            elsewhere.map(|(fingerprint, _)| tell!("key-namesake-trusted", fingerprint = fingerprint)),
        );
        found
    }
}

/// Whether what a key says of another can be relied on: one that was replaced named its successor itself.
fn still_good(key: &KeyState) -> bool {
    key.ends.iter().all(|end| end.how == EndedBy::Replaced)
}

/// Whether two names look the same to a hasty eye.
fn same_name(a: &str, b: &str) -> bool {
    let plain = |name: &str| crate::text::fold(name).split_whitespace().collect::<Vec<_>>().join(" ");
    plain(a) == plain(b)
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
    let keys: Vec<&KeyState> = keys.collect();
    let file = trust_file(session);
    let known = file.load()?;
    let me = session.keyring().load()?.map(|signer| signer.checker());
    let new = |k: &&&KeyState| {
        me.as_ref() != Some(&k.checker) && known.of(&k.fingerprint).is_none_or(|known| known.name != k.name)
    };
    let keys: Vec<&KeyState> = keys.iter().filter(new).copied().collect();
    if !keys.is_empty() {
        file.change(|trust| keys.iter().fold(false, |any, k| trust.meet(&k.fingerprint, &k.name) | any))?;
    }
    Ok(())
}
