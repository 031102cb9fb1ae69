//! Whom this person trusts, by the fingerprints of keys: kept in their own folder, in no casebook.
//!
//! A casebook says which keys wrote in it, and a stranger can write any name beside theirs. Whose key it is can only be
//! learnt outside: by comparing fingerprints over another channel. What was learnt is kept here.

use super::keyring::private_folder;
use super::{CasebookError, Result};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

/// What the file begins with, for those who open it.
pub(super) const HEADING: &str = "# Keys that hudna has met on this machine, by fingerprint, and whom you trust. `hudna trust` writes it.\n\n";
/// The longest name that is kept, in characters: it is written by strangers.
const LONGEST: usize = 80;

/// What is known here of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// When it was first met on this machine, by this machine's clock.
    pub seen: DateTime<Utc>,
    /// The name that it wrote under when it was met or trusted last; empty if none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Since when it is trusted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trusted: Option<DateTime<Utc>>,
    /// Since when it is distrusted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distrusted: Option<DateTime<Utc>>,
    /// How one knows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// All that is known here, by fingerprint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trust {
    keys: BTreeMap<String, Known>,
}

impl Trust {
    /// What is known of a key.
    pub fn of(&self, fingerprint: &str) -> Option<&Known> {
        self.keys.get(fingerprint)
    }

    /// Every key, by fingerprint.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Known)> {
        self.keys.iter().map(|(fingerprint, known)| (fingerprint.as_str(), known))
    }

    /// Notes that a key was met under a name; whether anything was new.
    pub fn meet(&mut self, fingerprint: &str, name: &str) -> bool {
        let name: String = name.chars().take(LONGEST).collect();
        match self.keys.get_mut(fingerprint) {
            // The name that a person trusted is the one that they compared.
            Some(known) if known.name == name || name.is_empty() || known.trusted.is_some() => false,
            Some(known) => {
                known.name = name;
                true
            }
            None => {
                let (trusted, distrusted, note) = Default::default();
                let known = Known { seen: Utc::now(), name, trusted, distrusted, note };
                self.keys.insert(fingerprint.to_owned(), known);
                true
            }
        }
    }

    /// Trusts a key from now on.
    pub fn trust(&mut self, fingerprint: &str, name: &str, note: &str) {
        self.word(fingerprint, name, note, |known, now| {
            known.name = name.chars().take(LONGEST).collect();
            known.trusted = known.trusted.or(Some(now));
            known.distrusted = None;
        });
    }

    /// Distrusts a key from now on.
    pub fn distrust(&mut self, fingerprint: &str, name: &str, note: &str) {
        self.word(fingerprint, name, note, |known, now| {
            known.trusted = None;
            known.distrusted = known.distrusted.or(Some(now));
        });
    }

    /// Takes back what was said of a key; that it was met stays. Whether anything was said.
    pub fn forget(&mut self, fingerprint: &str) -> bool {
        let Some(known) = self.keys.get_mut(fingerprint) else { return false };
        let said = known.trusted.take().is_some() | known.distrusted.take().is_some();
        known.note.clear();
        said
    }

    /// Drops name and note of a key whose holder's name is erased; what was said of it stays. Whether there were any.
    pub fn unname(&mut self, fingerprint: &str) -> bool {
        let Some(known) = self.keys.get_mut(fingerprint) else { return false };
        let named = !known.name.is_empty() || !known.note.is_empty();
        (known.name, known.note) = Default::default();
        named
    }

    fn word(
        &mut self,
        fingerprint: &str,
        name: &str,
        note: &str,
        change: impl Fn(&mut Known, DateTime<Utc>),
    ) {
        self.meet(fingerprint, name);
        if let Some(known) = self.keys.get_mut(fingerprint) {
            change(known, Utc::now());
            if !note.is_empty() {
                known.note = note.to_owned();
            }
        }
    }
}

/// Where the list lies.
#[derive(Debug, Clone)]
pub struct TrustFile {
    folder: PathBuf,
}

impl TrustFile {
    /// The list in this folder, which need not be there yet.
    pub fn at(folder: impl Into<PathBuf>) -> TrustFile {
        TrustFile { folder: folder.into() }
    }

    /// The file, whether or not it is there.
    pub fn path(&self) -> PathBuf {
        self.folder.join("trust.toml")
    }

    /// What is known here.
    pub fn load(&self) -> Result<Trust> {
        match std::fs::read_to_string(self.path()) {
            Ok(text) => toml::from_str(&text).map_err(|e| self.failed(e.message())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Trust::default()),
            Err(e) => Err(self.failed(&e.to_string())),
        }
    }

    /// Changes it and keeps it, if `change` says that there is something to keep. Two programs that do so at once
    /// wait for each other.
    pub fn change(&self, change: impl FnOnce(&mut Trust) -> bool) -> Result<Trust> {
        let told = |e: std::io::Error| self.failed(&e.to_string());
        private_folder(&self.folder).map_err(told)?;
        // Where a folder cannot be locked, the last of two writers at once wins.
        let lock = std::fs::File::open(&self.folder).ok();
        let _ = lock.as_ref().map(std::fs::File::lock);
        let mut trust = self.load()?;
        if change(&mut trust) {
            let text = toml::to_string(&trust).map_err(|e| self.failed(&e.to_string()))?;
            // Made readable by its owner alone, and moved into place whole.
            let private = crate::store::private_tempdir(&self.folder, ".hudna-trust-").map_err(told)?;
            let mut file = tempfile::NamedTempFile::new_in(private.path()).map_err(told)?;
            file.write_all(HEADING.as_bytes())
                .and_then(|()| file.write_all(text.as_bytes()))
                .map_err(told)?;
            file.as_file().sync_all().map_err(told)?;
            file.persist(self.path()).map_err(|e| told(e.error))?;
        }
        Ok(trust)
    }

    fn failed(&self, reason: &str) -> CasebookError {
        CasebookError::TrustFile { path: self.path(), reason: reason.trim().into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_of_a_key_is_kept_and_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = TrustFile::at(folder.path().join("own"));
        assert_eq!(file.load().unwrap(), Trust::default());
        let trust = |t: &mut Trust| {
            t.trust("SHA256:a/b+", "سلمى \"\u{202e}", "met at\nthe office");
            t.meet("SHA256:b", "Nadim")
        };
        let kept = file.change(trust).unwrap();
        assert_eq!(file.load().unwrap(), kept);
        let known = kept.of("SHA256:a/b+").unwrap();
        assert!(
            known.trusted.is_some() && known.note == "met at\nthe office" && known.name.starts_with("سلمى")
        );
        let after = file
            .change(|t| {
                t.distrust("SHA256:b", "Nadim", "");
                t.forget("SHA256:a/b+")
            })
            .unwrap();
        let (first, second) = (after.of("SHA256:a/b+").unwrap(), after.of("SHA256:b").unwrap());
        assert_eq!((first.trusted, first.seen, first.note.as_str()), (None, known.seen, ""));
        assert!(second.distrusted.is_some());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(file.path()).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_trusted_key_keeps_the_name_that_was_compared() {
        let mut trust = Trust::default();
        trust.trust("SHA256:a", "Salma", "");
        assert!(!trust.meet("SHA256:a", "Someone else"));
        assert_eq!(trust.of("SHA256:a").unwrap().name, "Salma");
        assert!(trust.unname("SHA256:a") && !trust.unname("SHA256:a"));
        assert!(trust.of("SHA256:a").is_some_and(|known| known.name.is_empty() && known.trusted.is_some()));
        assert!(
            trust.meet("SHA256:b", "One") && trust.meet("SHA256:b", "Two") && !trust.meet("SHA256:b", "Two")
        );
    }

    #[test]
    fn a_broken_list_is_named_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = TrustFile::at(folder.path());
        std::fs::write(file.path(), "[[nonsense").unwrap();
        assert!(matches!(file.change(|_| true), Err(CasebookError::TrustFile { .. })));
        assert_eq!(std::fs::read_to_string(file.path()).unwrap(), "[[nonsense");
    }

    #[test]
    fn writers_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let file = TrustFile::at(folder.path());
                scope.spawn(move || {
                    for n in 0..10 {
                        file.change(|t| t.meet(&format!("SHA256:{writer}-{n}"), "")).unwrap();
                    }
                });
            }
        });
        assert_eq!(TrustFile::at(folder.path()).load().unwrap().all().count(), 40);
    }
}
