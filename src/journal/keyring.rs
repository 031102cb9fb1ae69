//! The checker's signing key, kept outside the casebook in OpenSSH's format with owner-only rights.

use super::CasebookError;
use super::entry::{Hash, signed_bytes};
use crate::locale::Spoken;
use crate::model::Id;
use crate::store;
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey};
use std::path::{Path, PathBuf};

/// Where the checker's key lies; it is made at the first write.
#[derive(Debug, Clone)]
pub struct Keyring {
    folder: PathBuf,
    file: &'static str,
}

/// A checker's key pair.
pub struct Signer {
    keypair: ed25519_dalek::SigningKey,
}

impl Keyring {
    /// The keyring in this folder, which need not exist yet.
    pub fn at(folder: impl Into<PathBuf>) -> Keyring {
        Keyring { folder: folder.into(), file: "key" }
    }

    /// The key that is to follow this one, and lies beside it until it does.
    pub fn next(&self) -> Keyring {
        Keyring { folder: self.folder.clone(), file: "key.next" }
    }

    /// The folder that it lies in: this person's own.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The key's file, whether or not it is there.
    pub fn key_path(&self) -> PathBuf {
        self.folder.join(self.file)
    }

    /// The key, if there is one.
    pub fn load(&self) -> Result<Option<Signer>, CasebookError> {
        let path = self.key_path();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(key_error(&path, &e)),
        };
        let key = PrivateKey::from_openssh(&text).map_err(|e| key_error(&path, e.to_string()))?;
        match key.key_data() {
            KeypairData::Ed25519(pair) => Ok(Some(Signer::from_seed(&pair.private.to_bytes()))),
            _ => Err(key_error(&path, crate::spoken!("refused-key-locked"))),
        }
    }

    /// The key; made where there is none. Two programs that make one at once agree on one.
    pub fn load_or_make(&self) -> Result<Signer, CasebookError> {
        if let Some(signer) = self.load()? {
            return Ok(signer);
        }
        let path = self.key_path();
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|e| key_error(&path, e.to_string()))?;
        let key = PrivateKey::new(KeypairData::Ed25519(Ed25519Keypair::from_seed(&seed)), "hudna");
        let key = key.map_err(|e| key_error(&path, e.to_string()))?;
        let text = key.to_openssh(LineEnding::LF).map_err(|e| key_error(&path, e.to_string()))?;
        self.put_new(&path, text.as_bytes())
            .map_err(|source| CasebookError::KeyNotMade { path: path.clone(), source })?;
        self.load()?.ok_or_else(|| key_error(&path, crate::spoken!("refused-key-vanished")))
    }

    /// Writes a key, unless there is one by now. A killed program leaves none of it, not even elsewhere in the folder.
    fn put_new(&self, path: &Path, text: &[u8]) -> std::io::Result<()> {
        private_folder(&self.folder)?;
        let private = store::private_tempdir(&self.folder, ".hudna-key-")?;
        let mut file = tempfile::NamedTempFile::new_in(private.path())?;
        std::io::Write::write_all(&mut file, text)?;
        file.as_file().sync_all()?;
        match store::keep_new(file, path) {
            Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => Err(e),
            _ => {
                super::keep::sync_folder(&self.folder);
                Ok(())
            }
        }
    }
}

impl Signer {
    /// The key pair that this seed gives.
    pub(super) fn from_seed(seed: &[u8; 32]) -> Signer {
        Signer { keypair: ed25519_dalek::SigningKey::from_bytes(seed) }
    }

    /// The secret half.
    pub(super) fn seed(&self) -> [u8; 32] {
        self.keypair.to_bytes()
    }

    /// The public key.
    pub fn public(&self) -> [u8; 32] {
        self.keypair.verifying_key().to_bytes()
    }

    /// The checker whom it names.
    pub fn checker(&self) -> Id {
        Id::of_checker(&self.public())
    }

    /// Signs an entry's hash.
    pub fn sign(&self, hash: &Hash) -> [u8; 64] {
        self.sign_bytes(&signed_bytes(hash))
    }

    /// Signs bytes that say themselves what they are.
    pub(super) fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        use ed25519_dalek::Signer as _;
        self.keypair.sign(bytes).to_bytes()
    }
}

/// A public key in OpenSSH's one-line format, and its fingerprint.
pub fn public_line(public: &[u8; 32]) -> (String, String) {
    let key = PublicKey::from(ssh_key::public::Ed25519PublicKey(*public));
    (key.to_openssh().unwrap_or_default(), key.fingerprint(HashAlg::Sha256).to_string())
}

/// The Ed25519 public key in a line of OpenSSH's.
pub fn public_key(line: &str) -> Option<[u8; 32]> {
    let key = PublicKey::from_openssh(line.trim()).ok()?;
    key.key_data().ed25519().map(|key| key.0)
}

/// Makes a folder, if it is not there, that only its owner can read.
pub fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn key_error(path: &Path, reason: impl Into<Spoken>) -> CasebookError {
    CasebookError::Key { path: path.to_owned(), reason: reason.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::verifies;

    #[test]
    fn a_key_is_made_once_and_signs() {
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::at(folder.path().join("deep/er"));
        assert!(ring.load().unwrap().is_none());
        let key = ring.load_or_make().unwrap();
        assert_eq!(ring.load_or_make().unwrap().public(), key.public());
        let signature = key.sign(&[7; 32]);
        assert!(verifies(&key.public(), &[7; 32], &signature));
        assert!(!verifies(&key.public(), &[8; 32], &signature));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(ring.key_path()).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let (line, fingerprint) = public_line(&key.public());
        assert!(line.starts_with("ssh-ed25519 ") && fingerprint.starts_with("SHA256:"));
    }

    #[test]
    fn a_broken_key_is_refused_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::at(folder.path());
        std::fs::write(ring.key_path(), "not a key").unwrap();
        assert!(matches!(ring.load_or_make(), Err(CasebookError::Key { .. })));
        assert_eq!(std::fs::read_to_string(ring.key_path()).unwrap(), "not a key");
    }
}
