//! A key that leaves its place or comes to it: exported under a passphrase, read from another file, put in the
//! place of the one that was there, which is kept beside it.

use super::keyring::private_folder;
use super::{CasebookError, Keyring, Result, Signer};
use crate::locale::Spoken;
use crate::store::{keep_new, private_tempdir};
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{Cipher, Kdf, LineEnding, PrivateKey};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Rounds of bcrypt that make guessing a passphrase slow; `ssh-keygen -a` calls them so too.
const ROUNDS: u32 = 24;
/// The largest file that is read as a key.
const LARGEST: u64 = 64 << 10;

/// What a file that should hold a key holds.
pub enum KeyFile {
    /// A key.
    Open(Signer),
    /// A key under a passphrase.
    Locked(LockedKey),
}

/// A key under a passphrase.
pub struct LockedKey {
    path: PathBuf,
    key: PrivateKey,
}

impl KeyFile {
    /// Reads a key in OpenSSH's format, with or without passphrase.
    pub fn read(path: &Path) -> Result<KeyFile> {
        let failed = |reason: Spoken| CasebookError::KeyFile { path: path.to_owned(), reason };
        let mut text = String::new();
        let file = std::fs::File::open(path).map_err(|e| failed(e.to_string().into()))?;
        file.take(LARGEST).read_to_string(&mut text).map_err(|e| failed(e.to_string().into()))?;
        let key =
            PrivateKey::from_openssh(&text).map_err(|_| failed(crate::spoken!("refused-not-private-key")))?;
        if key.is_encrypted() {
            return Ok(KeyFile::Locked(LockedKey { path: path.to_owned(), key }));
        }
        Ok(KeyFile::Open(signer(path, &key)?))
    }
}

impl LockedKey {
    /// The key, if this is its passphrase.
    pub fn open(&self, passphrase: &str) -> Result<Signer> {
        let wrong = |_| CasebookError::Passphrase { path: self.path.clone() };
        signer(&self.path, &self.key.decrypt(passphrase).map_err(wrong)?)
    }
}

impl Signer {
    /// Writes the key into a new file, under a passphrase and for its owner's eyes only.
    pub fn export(&self, to: &Path, passphrase: &str) -> Result<()> {
        let failed = |reason: Spoken| CasebookError::KeyFile { path: to.to_owned(), reason };
        let mut random = [0; 20];
        getrandom::fill(&mut random).map_err(|e| failed(e.to_string().into()))?;
        let (salt, check) = random.split_at(16);
        let check = check.iter().fold(0, |n, byte| n << 8 | u32::from(*byte));
        let kdf = Kdf::Bcrypt { salt: salt.to_vec(), rounds: ROUNDS };
        let locked = openssh(self)
            .and_then(|key| key.encrypt_with(Cipher::Aes256Ctr, kdf, check, passphrase))
            .and_then(|key| key.to_openssh(LineEnding::LF))
            .map_err(|e| failed(e.to_string().into()))?;
        write_new(to, locked.as_bytes()).map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => failed(crate::spoken!("refused-key-name-taken")),
            _ => failed(e.to_string().into()),
        })
    }
}

impl Keyring {
    /// Puts a key in place; the one that was there is kept beside it, under the name that is given back.
    ///
    /// `word` says in that name why it is there. At no moment is there no key: a program that wanted one then would
    /// make a new one.
    pub fn put(&self, signer: &Signer, word: &str) -> Result<Option<PathBuf>> {
        let place = self.key_path();
        let failed = |reason: Spoken| CasebookError::Key { path: place.clone(), reason };
        private_folder(self.folder()).map_err(|e| failed((&e).into()))?;
        let text = openssh(signer)
            .and_then(|key| key.to_openssh(LineEnding::LF))
            .map_err(|e| failed(e.to_string().into()))?;
        let private = private_tempdir(self.folder(), ".hudna-key-").map_err(|e| failed((&e).into()))?;
        let mut file = tempfile::NamedTempFile::new_in(private.path()).map_err(|e| failed((&e).into()))?;
        file.write_all(text.as_bytes()).map_err(|e| failed((&e).into()))?;
        file.as_file().sync_all().map_err(|e| failed((&e).into()))?;
        let aside = self.keep_beside(word).map_err(|e| failed((&e).into()))?;
        file.persist(&place).map_err(|e| failed((&e.error).into()))?;
        super::keep::sync_folder(self.folder());
        Ok(aside)
    }

    /// Takes the key away from its place, so that the next write makes a new one; gives its new name.
    pub fn set_aside(&self, word: &str) -> Result<Option<PathBuf>> {
        let place = self.key_path();
        let failed = |e: std::io::Error| CasebookError::Key { path: place.clone(), reason: (&e).into() };
        let aside = self.keep_beside(word).map_err(failed)?;
        if aside.is_some() {
            std::fs::remove_file(&place).map_err(failed)?;
            super::keep::sync_folder(self.folder());
        }
        Ok(aside)
    }

    /// Gives the key's file a second name beside it, one that no file has; none where there is no key.
    fn keep_beside(&self, word: &str) -> std::io::Result<Option<PathBuf>> {
        let place = self.key_path();
        let day = chrono::Utc::now().format("%Y-%m-%d");
        for n in 1..1000 {
            let number = if n == 1 { String::new() } else { format!("-{n}") };
            let aside = place.with_file_name(format!("key.{word}-{day}{number}"));
            let kept = std::fs::hard_link(&place, &aside).or_else(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists | std::io::ErrorKind::NotFound => Err(error),
                // A file system without second names.
                _ => write_new(&aside, &std::fs::read(&place)?),
            });
            match kept {
                Ok(()) => return Ok(Some(aside)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(std::io::ErrorKind::AlreadyExists.into())
    }
}

fn openssh(signer: &Signer) -> std::result::Result<PrivateKey, ssh_key::Error> {
    PrivateKey::new(KeypairData::Ed25519(Ed25519Keypair::from_seed(&signer.seed())), "hudna")
}

fn signer(path: &Path, key: &PrivateKey) -> Result<Signer> {
    match key.key_data() {
        KeypairData::Ed25519(pair) => Ok(Signer::from_seed(&pair.private.to_bytes())),
        _ => {
            let reason = crate::spoken!("refused-key-kind", kind = key.algorithm().to_string());
            Err(CasebookError::KeyFile { path: path.to_owned(), reason })
        }
    }
}

/// Writes a file that must not be there, readable by its owner alone; none is left where it fails.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let private = private_tempdir(folder, ".hudna-key-")?;
    let mut file = tempfile::NamedTempFile::new_in(private.path())?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    keep_new(file, path)?;
    super::keep::sync_folder(folder);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring() -> (tempfile::TempDir, Keyring) {
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::at(folder.path().join("own"));
        (folder, ring)
    }

    #[test]
    fn an_exported_key_opens_with_its_passphrase_alone() {
        let (folder, ring) = ring();
        let key = ring.load_or_make().unwrap();
        let to = folder.path().join("backup.key");
        key.export(&to, "كلمة سر طويلة").unwrap();
        let KeyFile::Locked(locked) = KeyFile::read(&to).unwrap() else { panic!("it lies open") };
        assert!(matches!(locked.open("another"), Err(CasebookError::Passphrase { .. })));
        assert_eq!(locked.open("كلمة سر طويلة").unwrap().public(), key.public());
        assert!(key.export(&to, "x").is_err(), "nothing is replaced");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_key_put_in_place_keeps_the_one_before() {
        let (folder, ring) = ring();
        let first = ring.load_or_make().unwrap();
        let other = Keyring::at(folder.path().join("other")).load_or_make().unwrap();
        let aside = ring.put(&other, "before-import").unwrap().unwrap();
        assert_eq!(ring.load().unwrap().unwrap().public(), other.public());
        let again = ring.put(&first, "before-import").unwrap().unwrap();
        assert_ne!(aside, again);
        let KeyFile::Open(kept) = KeyFile::read(&aside).unwrap() else { panic!() };
        assert_eq!(kept.public(), first.public());
        ring.set_aside("revoked").unwrap().unwrap();
        assert!(ring.load().unwrap().is_none() && ring.set_aside("revoked").unwrap().is_none());
        assert_eq!(Keyring::at(folder.path().join("new")).put(&first, "x").unwrap(), None);
    }

    #[test]
    fn what_is_no_key_is_named() {
        let (folder, _) = ring();
        let path = folder.path().join("notes.txt");
        assert!(matches!(KeyFile::read(&path), Err(CasebookError::KeyFile { .. })));
        std::fs::write(&path, "not a key").unwrap();
        assert!(matches!(KeyFile::read(&path), Err(CasebookError::KeyFile { .. })));
    }
}
