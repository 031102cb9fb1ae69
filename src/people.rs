//! Who the keys of a casebook are, as far as this person knows: what the casebook says, and what they trust. Workbench
//! and command line tell it alike.

use crate::journal::{self, Keyring, Merged, Trust, TrustFile};
use crate::locale::{self, Told};
use crate::model::{EndedBy, Id, KeyEnd, KeyState};
use crate::{say, tell};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;

/// The keys of a casebook beside what is known of them here.
pub struct People {
    pub(crate) keys: Vec<KeyState>,
    pub(crate) trust: Trust,
    pub(crate) me: Option<Id>,
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

/// What a person says of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// They trust it: they know that it is the holder's.
    Trust,
    /// They do not.
    Distrust,
    /// Nothing any more.
    Forget,
}

/// What is to be known of whose entries a merge brings.
#[derive(Debug, Clone)]
pub struct Remarks {
    /// The checker's name, or the beginning of their id.
    pub who: String,
    /// What this person makes of their key.
    pub trust: Told,
    /// What stands of it.
    pub state: Vec<Told>,
    /// What to be careful about.
    pub warnings: Vec<Told>,
}

impl People {
    /// These keys, in the eyes of the person whose keyring this is.
    pub fn known(keys: Vec<KeyState>, keyring: &Keyring) -> journal::Result<People> {
        let me = keyring.load()?.map(|signer| signer.checker());
        Ok(People { keys, trust: trust_file(keyring).load()?, me })
    }

    /// What is to be known of those who wrote what a merge brings, in their order; their keys are taken in.
    pub fn remarks(&mut self, merged: &Merged) -> Vec<Remarks> {
        let ended: Vec<bool> = merged.by.iter().map(|by| self.has_ended(&by.checker)).collect();
        self.come(merged.by.iter().map(|by| &by.key).chain(&merged.keys));
        let mut all = Vec::new();
        for (by, ended) in merged.by.iter().zip(ended) {
            let (key, who) = (&by.key, self.name(&by.checker));
            let mut warnings = Vec::new();
            if matches!(self.trusts(key), Trusts::Met | Trusts::NeverSeen) {
                let told = |other| tell!("merge-namesake", who = &who, other = other);
                warnings.extend(self.namesakes(key).into_iter().map(told));
            }
            warnings.extend(ended.then(|| tell!("merge-dated-back")));
            all.push(Remarks { trust: self.trust_words(key), state: self.state_words(key), warnings, who });
        }
        all
    }

    /// What words about keys that a merge brings change for keys that wrote nothing of it; of one's own key apart.
    pub fn spoken_of(&self, merged: &Merged) -> (Vec<Told>, Vec<Told>) {
        let (mut others, mut mine) = (Vec::new(), Vec::new());
        for key in &merged.keys {
            let own = self.me.as_ref() == Some(&key.checker);
            if !own && merged.by.iter().any(|by| by.checker == key.checker) {
                continue;
            }
            for state in self.state_words(key) {
                match own && (key.end().is_some() || !key.reported_lost.is_empty()) {
                    true => mine.push(tell!("merge-own-key", state = state)),
                    false => {
                        others.push(tell!("merge-key-state", who = self.name(&key.checker), state = state))
                    }
                }
            }
        }
        (others, mine)
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

    /// All keys.
    pub fn keys(&self) -> &[KeyState] {
        &self.keys
    }

    /// What was said here of keys.
    pub fn trust(&self) -> &Trust {
        &self.trust
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
        let at =
            |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| locale::minute(&at)).unwrap_or_default();
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
        let (at, who) = (locale::minute(&end.from), format!("{} {}", end.by.brief(), self.name(&end.by)));
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

    /// Why this person cannot say that they trust a key, if they cannot, and what to do.
    pub fn no_trust_in(&self, key: &KeyState) -> Option<(String, String)> {
        if self.trusts(key) == Trusts::You {
            return Some((say!("trust-own"), say!("key-nothing-changed-hint")));
        }
        let end = key.end()?;
        Some((say!("trust-ended", how = crate::told::ended(end.how)), say!("trust-ended-hint")))
    }

    /// Keeps what this person says of a key; gives what was said.
    pub fn keep_word(
        &self,
        key: &KeyState,
        word: Word,
        note: &str,
        keyring: &Keyring,
    ) -> journal::Result<Told> {
        let (file, who, fingerprint) = (trust_file(keyring), self.name(&key.checker), &key.fingerprint);
        let mut changed = true;
        file.change(|trust| {
            match word {
                Word::Trust => trust.trust(fingerprint, &key.name, note),
                Word::Distrust => trust.distrust(fingerprint, &key.name, note),
                Word::Forget => changed = trust.forget(fingerprint),
            }
            changed
        })?;
        let id = key.checker.brief();
        Ok(match word {
            Word::Trust => tell!("trust-trusted", who = who, fingerprint = fingerprint),
            Word::Distrust => tell!("trust-distrusted", who = who, fingerprint = fingerprint),
            Word::Forget if changed => tell!("trust-taken-back", who = who, id = id),
            Word::Forget => tell!("trust-nothing-said", who = who, id = id),
        })
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

/// Notes that these keys were met here.
pub fn meet<'a>(keys: impl Iterator<Item = &'a KeyState>, keyring: &Keyring) -> journal::Result<()> {
    let keys: Vec<&KeyState> = keys.collect();
    let file = trust_file(keyring);
    let known = file.load()?;
    let me = keyring.load()?.map(|signer| signer.checker());
    let new = |k: &&&KeyState| {
        me.as_ref() != Some(&k.checker) && known.of(&k.fingerprint).is_none_or(|known| known.name != k.name)
    };
    let keys: Vec<&KeyState> = keys.iter().filter(new).copied().collect();
    if !keys.is_empty() {
        file.change(|trust| keys.iter().fold(false, |any, k| trust.meet(&k.fingerprint, &k.name) | any))?;
    }
    Ok(())
}

/// Where trust is kept: beside the key.
fn trust_file(keyring: &Keyring) -> TrustFile {
    let key = keyring.key_path();
    TrustFile::at(key.parent().unwrap_or(Path::new(".")))
}

/// Whether what a key says of another can be relied on: one that was replaced named its successor itself.
fn still_good(key: &KeyState) -> bool {
    key.ends.iter().all(|end| end.how == EndedBy::Replaced)
}

/// Whether two names look the same to a hasty eye.
pub fn same_name(a: &str, b: &str) -> bool {
    let plain = |name: &str| crate::text::fold(name).split_whitespace().collect::<Vec<_>>().join(" ");
    plain(a) == plain(b)
}
