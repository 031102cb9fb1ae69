//! Files encrypted to somebody: to whom, and opened with whose key.

use super::ask;
use super::failure::Failure;
use super::output::Progress;
use super::people::{People, Trusts};
use super::session::Session;
use crate::journal::{self, AskPassphrase, Identities, Recipient, SealError};
use crate::locale::{self, Locale, Told};
use crate::model::KeyState;
use crate::store::PrivateFolder;
use crate::{say, tell};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// To whom a file is encrypted.
pub struct Addressee {
    /// Who, for the person who shares.
    pub shown: Told,
    /// Who, for programs.
    pub told: String,
    /// Their key, or the keys of a file.
    pub keys: Vec<Recipient>,
}

/// Those named by a key, as a checker, or in a file of keys.
pub fn addressees(given: &[String], people: &People) -> Result<Vec<Addressee>, Failure> {
    given.iter().map(|given| addressee(given, people)).collect()
}

fn addressee(given: &str, people: &People) -> Result<Addressee, Failure> {
    if let Some(key) = Recipient::parse(given) {
        let shown = Told::value(given.trim());
        return Ok(Addressee { told: given.trim().to_owned(), shown, keys: vec![key.map_err(told)?] });
    }
    let path = Path::new(given);
    let found = people.meant(given)?;
    let Some(first) = found.first() else {
        if path.is_file() {
            let keys = Recipient::in_file(path).map_err(told)?;
            return Ok(Addressee::of(|| tell!("seal-keys-in", file = path.display()), keys));
        }
        return Err(Failure::failed(say!("seal-nobody", given = given)).hint(say!("seal-nobody-hint")));
    };
    // Anybody can call themselves by another's name.
    if found.iter().any(|key| key.checker != first.checker && !first.same.contains(&key.checker)) {
        let who: Vec<Told> = found.iter().map(|key| in_words(key, people)).collect();
        return Err(Failure::failed(say!("seal-several", given = given, who = between(&who)))
            .hint(say!("seal-several-hint")));
    }
    let usable = |key: &&&KeyState| key.end().is_none() && people.trusts(key) != Trusts::Distrusted;
    let usable: Vec<&KeyState> = found.iter().filter(usable).copied().collect();
    if usable.is_empty() {
        let mut words = people.state_words(first);
        words.push(people.trust_words(first));
        let who = people.name(&first.checker);
        return Err(Failure::failed(say!("seal-not-used", who = who, why = between(&words)))
            .hint(say!("seal-another-key-hint")));
    }
    let keys = usable.iter().map(|key| {
        let unusable = || {
            Failure::failed(say!("seal-unusable", fingerprint = &key.fingerprint))
                .hint(say!("seal-unusable-hint"))
        };
        Recipient::parse(&key.key).ok_or_else(unusable)?.map_err(|_| unusable())
    });
    let keys = keys.collect::<Result<Vec<Recipient>, Failure>>()?;
    let who = |key: &&KeyState| match people.trusts(key) {
        Trusts::You | Trusts::Trusted | Trusts::SamePerson => in_words(key, people),
        _ => tell!("seal-compare", who = in_words(key, people)),
    };
    Ok(Addressee::of(|| between(&usable.iter().map(who).collect::<Vec<_>>()), keys))
}

impl Addressee {
    fn of(shown: impl Fn() -> Told, keys: Vec<Recipient>) -> Addressee {
        let told = locale::within(Locale::default(), || shown().text);
        Addressee { shown: shown(), told, keys }
    }
}

/// Several sentences one after the other.
fn between(words: &[Told]) -> Told {
    Told::join(words, &format!("{} ", say!("list-semicolon")))
}

fn in_words(key: &KeyState, people: &People) -> Told {
    let (who, id, trust) = (people.name(&key.checker), key.checker.brief(), people.trust_words(key));
    tell!("seal-who", who = who, id = id, fingerprint = &key.fingerprint, trust = trust)
}

/// Which key opens an encrypted file.
#[derive(Debug, Default, clap::Args)]
pub struct Key {
    /// Open an encrypted FILE with the key in this file (an OpenSSH private key, or one of age's) instead of your own.
    #[arg(long, value_name = "KEYFILE")]
    identity: Option<PathBuf>,
}

/// A file as it can be read: one that was encrypted is opened into a private place, and goes away with this.
pub struct Opened {
    given: PathBuf,
    plain: Option<PathBuf>,
    /// Holds what was opened, and removes it in the end.
    _folder: Option<PrivateFolder>,
}

impl Opened {
    /// Opens a file if it is encrypted.
    pub fn of(
        given: &Path,
        key: &Key,
        session: &Session,
        place: &Path,
        stop: &Arc<AtomicBool>,
    ) -> Result<Opened, Failure> {
        if !journal::is_sealed(given) {
            return Ok(Opened { given: given.to_owned(), plain: None, _folder: None });
        }
        let folder = journal::private_folder_in(place)?;
        let plain = folder.path().join("opened");
        let progress = Progress::job(&say!("progress-opening"));
        let opened =
            journal::unseal(given, &key.identities(given, session)?, &plain, stop, &mut |done, all| {
                progress.of(done, all);
            });
        drop(progress);
        opened.map_err(told)?;
        Ok(Opened { given: given.to_owned(), plain: Some(plain), _folder: Some(folder) })
    }

    /// Where it can be read.
    pub fn path(&self) -> &Path {
        self.plain.as_deref().unwrap_or(&self.given)
    }

    /// A failure that names the file as it was given.
    pub fn told(&self, failure: impl Into<Failure>) -> Failure {
        let mut failure = failure.into();
        if let (Some(plain), Some(message)) = (&self.plain, &mut failure.message) {
            *message = message.replace(&plain.display().to_string(), &self.given.display().to_string());
        }
        failure
    }
}

impl Key {
    fn identities(&self, file: &Path, session: &Session) -> Result<Identities, Failure> {
        let own = session.keyring().key_path();
        let path = match &self.identity {
            Some(path) => path,
            None if own.exists() => &own,
            None => return Err(told(SealError::NoKey(file.to_owned()))),
        };
        Identities::in_file(path, &passphrase()).map_err(told)
    }
}

/// Asks for a key's passphrase, where somebody is there to be asked.
fn passphrase() -> AskPassphrase {
    Arc::new(|description| ask::can().then(|| ask::hidden(&format!("{description}:")).ok()).flatten())
}

fn told(error: SealError) -> Failure {
    Failure::failed(error.to_string()).hint(error.hint())
}
