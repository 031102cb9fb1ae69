//! `hudna key export`

use super::super::args::AsJson;
use super::super::ask::Passphrase;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use super::{Kept, no_key};
use crate::journal;
use crate::{say, tell};
use std::path::PathBuf;

/// Write your key into a new file, under a passphrase: a backup, or the way to another machine of yours.
///
/// The file is in OpenSSH's format (ssh-keygen reads it) and for your eyes only. Without the passphrase nobody can open
/// it, you neither. Whoever has both signs as you.
#[derive(clap::Args)]
pub struct Args {
    /// The file to write; one that is there is never replaced.
    file: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    json: AsJson,
}

/// Exports it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let signer = session.keyring().load()?.ok_or_else(no_key)?;
    if args.file.symlink_metadata().is_ok() {
        return Err(
            Failure::failed(say!("target-taken", file = args.file.display())).hint(say!("target-taken-hint"))
        );
    }
    signer.export(&args.file, &args.passphrase.choose()?)?;
    let fingerprint = journal::public_line(&signer.public()).1;
    let kept = Kept { checker: &signer.checker(), fingerprint: &fingerprint, file: Some(&args.file) };
    args.json.line(out, &kept, &tell!("key-exported", file = args.file.display()))
}
