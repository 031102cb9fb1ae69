//! Signatures beside files, in OpenSSH's form (SSHSIG): `ssh-keygen -Y verify` checks them without this program.
//!
//! The form is described in OpenSSH's PROTOCOL.sshsig. What is signed is the SHA-512 of the file, so that a file of
//! any size is read once and never held.

use super::keyring::Signer;
use super::{CasebookError, Result};
use crate::model::Id;
use crate::store;
use sha2::{Digest, Sha256, Sha512};
use ssh_key::public::{Ed25519PublicKey, KeyData};
use ssh_key::{Algorithm, HashAlg, LineEnding, Signature, SshSig};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What our signatures are for: one made for something else says nothing of a file of ours.
pub const NAMESPACE: &str = "hudna";
/// The largest file that is read as a signature.
const LARGEST: u64 = 64 << 10;

/// Whose signature stands beside a file, and that it is good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSignature {
    /// The checker whom the key names.
    pub checker: Id,
    /// Their public key.
    pub key: [u8; 32],
}

/// Where the signature of a file lies: beside it, as `ssh-keygen -Y sign` puts it.
pub fn signature_path(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    name.into()
}

/// Signs a file with a signature beside it, whose place is given back. One that is there is replaced only where
/// `replace` says so.
pub fn sign_file(signer: &Signer, file: &Path, replace: bool) -> Result<PathBuf> {
    let path = signature_path(file);
    let failed = |source| CasebookError::File { path: path.clone(), source };
    let bad = |e: ssh_key::Error| failed(std::io::Error::other(e.to_string()));
    let digest = digest(file, HashAlg::Sha512)?;
    let signature = signer.sign_bytes(&signed_data(HashAlg::Sha512, &digest));
    let signature = Signature::new(Algorithm::Ed25519, signature.to_vec()).map_err(bad)?;
    let key = KeyData::Ed25519(Ed25519PublicKey(signer.public()));
    let sealed = SshSig::new(key, NAMESPACE, HashAlg::Sha512, signature).map_err(bad)?;
    let text = sealed.to_pem(LineEnding::LF).map_err(bad)?;
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let private = store::private_tempdir(folder, ".hudna-signature-").map_err(failed)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // It holds nothing to hide: the rights that the person's umask gives.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut new = builder.tempfile_in(private.path()).map_err(failed)?;
    std::io::Write::write_all(&mut new, text.as_bytes()).map_err(failed)?;
    new.as_file().sync_all().map_err(failed)?;
    let keep = if replace { store::keep_over } else { store::keep_new };
    keep(new, &path).map_err(failed)?;
    Ok(path)
}

/// Checks the signature beside a file, or says what is wrong with it; none where there is none.
pub fn check_file(file: &Path) -> Result<Option<FileSignature>> {
    let path = signature_path(file);
    let failed = |source| CasebookError::File { path: path.clone(), source };
    let wrong = |reason| CasebookError::Signature { path: path.clone(), reason };
    let mut text = String::new();
    match std::fs::File::open(&path) {
        Ok(found) => found.take(LARGEST).read_to_string(&mut text).map_err(failed)?,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(failed(e)),
    };
    let sealed = SshSig::from_pem(text.trim_end()).or_else(|_| SshSig::from_pem(&text));
    let sealed = sealed.map_err(|_| wrong(crate::spoken!("refused-not-signature")))?;
    if sealed.namespace() != NAMESPACE {
        return Err(wrong(crate::spoken!("refused-signature-purpose")));
    }
    let KeyData::Ed25519(key) = sealed.public_key() else {
        return Err(wrong(crate::spoken!("refused-signature-kind")));
    };
    let signature = <[u8; 64]>::try_from(sealed.signature_bytes()).ok();
    let data = signed_data(sealed.hash_alg(), &digest(file, sealed.hash_alg())?);
    if !sealed.reserved().is_empty()
        || !signature.is_some_and(|s| super::signed::verifies_strictly(&key.0, &data, &s))
    {
        return Err(wrong(crate::spoken!("refused-signature-of-other")));
    }
    Ok(Some(FileSignature { checker: Id::of_checker(&key.0), key: key.0 }))
}

/// What is signed of a file with this digest.
fn signed_data(hash: HashAlg, digest: &[u8]) -> Vec<u8> {
    let mut data = b"SSHSIG".to_vec();
    for field in [NAMESPACE.as_bytes(), b"", hash.as_str().as_bytes(), digest] {
        // No field is longer than a digest.
        data.extend(u32::try_from(field.len()).unwrap_or_default().to_be_bytes());
        data.extend(field);
    }
    data
}

fn digest(file: &Path, hash: HashAlg) -> Result<Vec<u8>> {
    let failed = |source| CasebookError::File { path: file.to_owned(), source };
    let mut open = std::fs::File::open(file).map_err(failed)?;
    match hash {
        HashAlg::Sha256 => digest_of::<Sha256>(&mut open),
        _ => digest_of::<Sha512>(&mut open),
    }
    .map_err(failed)
}

fn digest_of<D: Digest + std::io::Write>(from: &mut std::fs::File) -> std::io::Result<Vec<u8>> {
    let mut hash = D::new();
    std::io::copy(from, &mut hash)?;
    Ok(hash.finalize().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Keyring;

    #[test]
    fn a_signature_holds_for_its_file_alone() {
        let folder = tempfile::tempdir().unwrap();
        let signer = Keyring::at(folder.path()).load_or_make().unwrap();
        let file = folder.path().join("report.html");
        std::fs::write(&file, "nine dead").unwrap();
        assert_eq!(check_file(&file).unwrap(), None);
        let beside = sign_file(&signer, &file, false).unwrap();
        assert_eq!(beside, folder.path().join("report.html.sig"));
        assert_eq!(check_file(&file).unwrap().unwrap().checker, signer.checker());
        assert!(sign_file(&signer, &file, false).is_err(), "one that is there is kept");
        std::fs::write(&file, "ten dead").unwrap();
        assert!(matches!(check_file(&file), Err(CasebookError::Signature { .. })));
        sign_file(&signer, &file, true).unwrap();
        check_file(&file).unwrap().unwrap();
    }

    #[test]
    fn it_is_what_the_library_makes_and_for_us_alone() {
        let folder = tempfile::tempdir().unwrap();
        let ring = Keyring::at(folder.path());
        let signer = ring.load_or_make().unwrap();
        let key = ssh_key::PrivateKey::read_openssh_file(&ring.key_path()).unwrap();
        let file = folder.path().join("f");
        std::fs::write(&file, "nine dead").unwrap();
        for (namespace, hash, good) in [
            ("hudna", HashAlg::Sha512, true),
            ("hudna", HashAlg::Sha256, true),
            ("file", HashAlg::Sha512, false),
        ] {
            let theirs = key.sign(namespace, hash, b"nine dead").unwrap().to_pem(LineEnding::LF).unwrap();
            std::fs::write(signature_path(&file), theirs).unwrap();
            assert_eq!(check_file(&file).is_ok(), good, "{namespace} {hash}");
        }
        sign_file(&signer, &file, true).unwrap();
        let ours = SshSig::from_pem(std::fs::read(signature_path(&file)).unwrap()).unwrap();
        key.public_key().verify(NAMESPACE, b"nine dead", &ours).unwrap();
        assert!(key.public_key().verify(NAMESPACE, b"ten dead", &ours).is_err());
        std::fs::write(signature_path(&file), "not a signature").unwrap();
        assert!(matches!(check_file(&file), Err(CasebookError::Signature { .. })));
    }
}
