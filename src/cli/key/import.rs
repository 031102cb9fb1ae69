//! `hudna key import`

use super::super::args::AsJson;
use super::super::ask::Passphrase;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use super::Kept;
use crate::journal::{self, KeyFile};
use crate::{say, tell};
use std::path::PathBuf;

/// Make the key in a file your key on this machine, such as one written by `hudna key export`.
///
/// A key that is here already is kept beside the new one, under a name that is printed. The file may be any Ed25519 key
/// in OpenSSH's format, with or without passphrase; here it lies without, readable by you alone.
#[derive(clap::Args)]
pub struct Args {
    /// The file to read; it stays as it is.
    file: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    json: AsJson,
}

/// Imports it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let signer = match KeyFile::read(&args.file)? {
        KeyFile::Open(signer) => signer,
        KeyFile::Locked(locked) => locked.open(&args.passphrase.tell(&args.file)?)?,
    };
    let ring = session.keyring();
    let (checker, fingerprint) = (signer.checker(), journal::public_line(&signer.public()).1);
    // A key that cannot be read is kept beside like any other.
    if ring.load().is_ok_and(|now| now.is_some_and(|now| now.public() == signer.public())) {
        let same = Kept { checker: &checker, fingerprint: &fingerprint, file: None };
        return args.json.line(out, &same, &tell!("key-import-same", fingerprint = &fingerprint));
    }
    let aside = ring.put(&signer, "before-import")?;
    let kept = Kept { checker: &checker, fingerprint: &fingerprint, file: aside.as_deref() };
    args.json.line(out, &kept, &tell!("key-imported", fingerprint = &fingerprint))?;
    if let Some(aside) = aside {
        out.note(&tell!("key-import-aside", file = aside.display()));
        out.note(&say!("key-import-yours"));
    }
    Ok(())
}
