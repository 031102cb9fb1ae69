//! Encrypting copies to those who are to read them, and opening what was encrypted to oneself: the age format
//! (<https://age-encryption.org/v1>), with its own keys or with SSH keys, of which a checker's is one.

use super::keyring::public_line;
use crate::locale::Spoken;
use crate::say;
use crate::store::create_own;
use age::armor::ArmoredReader;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, IdentityFile};
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How an encrypted file begins, binary or in letters.
const BEGINNINGS: [&[u8]; 2] = [b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"];
/// The largest file of keys that is read.
const LARGEST_KEYS: u64 = 1 << 20;
/// The longest head of an encrypted file, in bytes and in lines: it is parsed anew with every line.
const LONGEST_HEAD: u64 = 64 << 10;
const MOST_LINES: usize = 1_000;
/// To how many something is encrypted at most, so that its head stays shorter than that.
const MOST_RECIPIENTS: usize = 80;
/// Bytes decrypted at a time.
const PIECE: usize = 1 << 18;

/// Why something was not encrypted, or not opened; nothing was kept of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// It is no key that something can be encrypted to.
    #[error("{}", crate::say!("seal-recipient", given = .given, why = .why))]
    Recipient {
        /// What was given.
        given: Spoken,
        /// What is wrong with it.
        why: Spoken,
    },
    /// A file of keys cannot be used.
    #[error("{}", crate::say!("seal-keys", path = .path.display(), why = .why))]
    Keys {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: Spoken,
    },
    /// There is nothing to open it with.
    #[error("{}", crate::say!("seal-no-key", path = .0.display()))]
    NoKey(PathBuf),
    /// It is encrypted to others.
    #[error("{}", crate::say!("seal-wrong-key", path = .0.display()))]
    WrongKey(PathBuf),
    /// It is encrypted with a passphrase.
    #[error("{}", crate::say!("seal-passphrase", path = .0.display()))]
    Passphrase(PathBuf),
    /// The key that would open it is itself encrypted, and its passphrase was not the right one.
    #[error("{}", crate::say!("seal-locked"))]
    Locked,
    /// It is cut off or was changed.
    #[error("{}", crate::say!("failure-damaged", path = .path.display(), what = .what))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: Spoken,
    },
    /// It is larger than what is read.
    #[error("{}", crate::say!("failure-too-large", path = .path.display(), size = *.size, most = *.most))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        size: u64,
        /// The largest that is read.
        most: u64,
    },
    /// A file could not be read or written.
    #[error("{}", crate::say!("failure-file", path = .path.display(), what = crate::locale::system(.source)))]
    File {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// A person stopped it.
    #[error("{}", crate::say!("failure-stopped"))]
    Stopped,
}

impl SealError {
    /// What was kept and what to do.
    pub fn hint(&self) -> String {
        match self {
            Self::Recipient { .. } => say!("seal-recipient-hint"),
            Self::Keys { .. } => say!("seal-keys-hint"),
            Self::NoKey(_) => say!("seal-no-key-hint"),
            Self::WrongKey(_) => say!("seal-wrong-key-hint"),
            Self::Passphrase(_) => say!("seal-passphrase-hint"),
            Self::Locked => say!("seal-locked-hint"),
            Self::Damaged { .. } => say!("seal-damaged-hint"),
            Self::TooLarge { .. } => say!("seal-too-large-hint"),
            Self::File { .. } => say!("seal-file-hint"),
            Self::Stopped => say!("seal-stopped-hint"),
        }
    }
}

type Result<T> = std::result::Result<T, SealError>;

/// Somebody who can open what is encrypted to them.
pub struct Recipient(Box<dyn age::Recipient + Send>);

impl Recipient {
    /// One public key as text: `age1…`, or OpenSSH's line; none where it looks like neither.
    pub fn parse(given: &str) -> Option<Result<Recipient>> {
        let given = given.trim();
        let refused = |why: Spoken| {
            let given = given.chars().take(40).collect::<String>().into();
            Err(SealError::Recipient { given, why })
        };
        if given.starts_with("age1") {
            return Some(match given.parse::<age::x25519::Recipient>() {
                Ok(key) => Ok(Recipient(Box::new(key))),
                Err(why) => refused(why.into()),
            });
        }
        given.starts_with("ssh-").then(|| match given.parse::<age::ssh::Recipient>() {
            Ok(key) => Ok(Recipient(Box::new(key))),
            Err(_) => refused(crate::spoken!("seal-not-ssh")),
        })
    }

    /// The holder of this Ed25519 key.
    pub fn of_key(public: &[u8; 32]) -> Result<Recipient> {
        let line = public_line(public).0;
        let refused =
            || SealError::Recipient { given: line.as_str().into(), why: crate::spoken!("seal-no-point") };
        Recipient::parse(&line).unwrap_or_else(|| Err(refused()))
    }

    /// The keys in a file, one a line; blank lines and such as begin with `#` are passed over.
    pub fn in_file(path: &Path) -> Result<Vec<Recipient>> {
        let text = small_text(path)?;
        let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
        let keys = lines.map(|line| {
            let why = || crate::spoken!("seal-not-public", line = line.chars().take(40).collect::<String>());
            Recipient::parse(line)
                .unwrap_or_else(|| Err(SealError::Keys { path: path.to_owned(), why: why() }))
        });
        let keys = keys.collect::<Result<Vec<Recipient>>>()?;
        match keys.is_empty() {
            true => Err(SealError::Keys { path: path.to_owned(), why: crate::spoken!("seal-none-in-it") }),
            false => Ok(keys),
        }
    }
}

/// Encrypts what is written to it; it must be finished.
pub fn seal<W: Write>(recipients: &[&Recipient], to: W) -> Result<age::stream::StreamWriter<W>> {
    let refused = |why: Spoken| SealError::Recipient { given: crate::spoken!("seal-all"), why };
    if recipients.len() > MOST_RECIPIENTS {
        return Err(refused(crate::spoken!("seal-too-many", most = MOST_RECIPIENTS)));
    }
    let keys = recipients.iter().map(|recipient| recipient.0.as_ref() as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(keys).map_err(|e| refused(e.to_string().into()))?;
    encryptor.wrap_output(to).map_err(|source| SealError::File { path: PathBuf::new(), source })
}

/// Asks for a passphrase; gives none where nobody can be asked.
pub type AskPassphrase = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// Keys to open something with.
pub struct Identities(Vec<Box<dyn age::Identity>>);

impl Identities {
    /// The key in a file: an OpenSSH private key, or age's own, either of which may ask for its passphrase.
    pub fn in_file(path: &Path, ask: &AskPassphrase) -> Result<Identities> {
        let text = small_text(path)?;
        let refused = |why: Spoken| SealError::Keys { path: path.to_owned(), why };
        let asking = Asking(ask.clone());
        let name = Some(path.display().to_string());
        if BEGINNINGS.iter().any(|beginning| text.as_bytes().starts_with(beginning)) {
            let reader = ArmoredReader::new(text.as_bytes());
            let decryptor = Decryptor::new(reader).map_err(|e| refused(e.to_string().into()))?;
            let locked = age::encrypted::EncryptedIdentity::new(decryptor, asking, None)
                .ok_or_else(|| refused(crate::spoken!("seal-encrypted-to-key")))?;
            let file = locked.decrypt(name.as_deref()).map_err(|_| SealError::Locked)?;
            return unlocked(file, refused);
        }
        if text.contains("AGE-SECRET-KEY-") {
            let file =
                IdentityFile::from_buffer(text.as_bytes()).map_err(|e| refused(e.to_string().into()))?;
            return unlocked(file.with_callbacks(asking), refused);
        }
        match age::ssh::Identity::from_buffer(text.as_bytes(), name) {
            Ok(age::ssh::Identity::Unsupported(_)) => Err(refused(crate::spoken!("seal-opens-nothing"))),
            Ok(key) => Ok(Identities(vec![Box::new(key.with_callbacks(asking))])),
            Err(_) => Err(refused(crate::spoken!("seal-not-private"))),
        }
    }
}

fn unlocked(file: IdentityFile<Asking>, refused: impl Fn(Spoken) -> SealError) -> Result<Identities> {
    let keys = file.into_identities().map_err(|e| refused(e.to_string().into()))?;
    Ok(Identities(keys.into_iter().map(|key| key as Box<dyn age::Identity>).collect()))
}

#[derive(Clone)]
struct Asking(AskPassphrase);

impl age::Callbacks for Asking {
    fn display_message(&self, _: &str) {}

    fn confirm(&self, _: &str, _: &str, _: Option<&str>) -> Option<bool> {
        None
    }

    fn request_public_string(&self, _: &str) -> Option<String> {
        None
    }

    fn request_passphrase(&self, description: &str) -> Option<SecretString> {
        (self.0)(description).map(SecretString::from)
    }
}

/// Whether a file is encrypted, by its beginning.
pub fn is_sealed(path: &Path) -> bool {
    let longest = BEGINNINGS.iter().map(|b| b.len()).max().unwrap_or_default() as u64;
    let mut head = Vec::new();
    // A pipe would wait for a writer for ever; what cannot be read is told by whoever reads it next.
    let read =
        path.is_file() && File::open(path).is_ok_and(|f| f.take(longest).read_to_end(&mut head).is_ok());
    read && BEGINNINGS.iter().any(|beginning| head.starts_with(beginning))
}

/// Decrypts a file into a new one that only its owner can read; what was written of it goes away if it is damaged.
pub fn unseal(
    path: &Path,
    with: &Identities,
    to: &Path,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let done = unseal_into(path, with, to, stop, progress);
    if done.is_err() {
        // It lies in a private folder that goes away in any case.
        let _ = std::fs::remove_file(to);
    }
    done
}

fn unseal_into(
    path: &Path,
    with: &Identities,
    to: &Path,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let reading = |source| SealError::File { path: path.to_owned(), source };
    let mut from = File::open(path).map_err(reading)?;
    let (size, most) = (from.metadata().map_err(reading)?.len(), crate::store::foreign::LARGEST);
    if size > most {
        return Err(SealError::TooLarge { path: path.to_owned(), size, most });
    }
    check_head(path, &from)?;
    from.seek(SeekFrom::Start(0)).map_err(reading)?;
    let decryptor = Decryptor::new_buffered(BufReader::new(ArmoredReader::new(from)));
    let decryptor = decryptor.map_err(|error| told(path, error))?;
    if decryptor.is_scrypt() {
        return Err(SealError::Passphrase(path.to_owned()));
    }
    let keys = with.0.iter().map(|key| key.as_ref());
    let mut plain = decryptor.decrypt(keys).map_err(|error| told(path, error))?;
    let writing = |source| SealError::File { path: to.to_owned(), source };
    let mut file = create_own(to).map_err(writing)?;
    let (mut piece, mut done) = (vec![0; PIECE], 0);
    loop {
        if stop.load(Ordering::Relaxed) {
            return Err(SealError::Stopped);
        }
        let n = plain.read(&mut piece).map_err(|error| told(path, error.into()))?;
        if n == 0 {
            return Ok(());
        }
        file.write_all(piece.get(..n).unwrap_or_default()).map_err(writing)?;
        done += n as u64;
        progress(done, size);
    }
}

fn told(path: &Path, error: DecryptError) -> SealError {
    let path = path.to_owned();
    match error {
        DecryptError::NoMatchingKeys => SealError::WrongKey(path),
        DecryptError::KeyDecryptionFailed => SealError::Locked,
        DecryptError::Io(e) if !matches!(e.kind(), ErrorKind::UnexpectedEof | ErrorKind::InvalidData) => {
            SealError::File { path, source: e }
        }
        DecryptError::Io(_) | DecryptError::DecryptionFailed | DecryptError::InvalidMac => {
            SealError::Damaged { path, what: crate::spoken!("seal-cut-off") }
        }
        DecryptError::UnknownFormat => SealError::Damaged { path, what: crate::spoken!("seal-unknown-form") },
        error => SealError::Damaged { path, what: error.to_string().into() },
    }
}

/// Refuses a file whose head does not end: whoever parses it would not either.
fn check_head(path: &Path, from: &File) -> Result<()> {
    let mut head = BufReader::new(ArmoredReader::new(from)).take(LONGEST_HEAD);
    let mut line = Vec::new();
    for _ in 0..MOST_LINES {
        line.clear();
        let n = head.read_until(b'\n', &mut line).map_err(|error| told(path, error.into()))?;
        if n == 0 {
            break;
        }
        if line.starts_with(b"---") {
            return Ok(());
        }
    }
    Err(SealError::Damaged { path: path.to_owned(), what: crate::spoken!("seal-endless-head") })
}

fn small_text(path: &Path) -> Result<String> {
    let failed = |source| SealError::File { path: path.to_owned(), source };
    let refused = |why| SealError::Keys { path: path.to_owned(), why };
    let found = path.metadata().map_err(failed)?;
    if !found.is_file() || found.len() > LARGEST_KEYS {
        return Err(refused(crate::spoken!("seal-no-keys-file")));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|f| f.take(LARGEST_KEYS).read_to_end(&mut bytes)).map_err(failed)?;
    String::from_utf8(bytes).map_err(|_| refused(crate::spoken!("seal-no-text")))
}
