//! `hudna key show`

use super::super::failure::Failure;
use super::super::output::Output;
use super::super::people::{People, Trusts};
use super::super::session::Session;
use super::no_key;
use crate::journal::{self, NAMESPACE};
use crate::say;
use serde::Serialize;

/// Show your public key: as a line of OpenSSH's, and its fingerprint.
#[derive(clap::Args)]
#[command(
    after_help = "Check a signed file without hudna:\n  hudna key show --allowed-signers > allowed\n  \
    ssh-keygen -Y verify -f allowed -n hudna -I CHECKER -s report.html.sig < report.html"
)]
pub struct Args {
    /// Lines for ssh-keygen's file of allowed signers: your key, and those of the casebook that you trust.
    #[arg(long)]
    allowed_signers: bool,
    /// Print as JSON.
    #[arg(long, conflicts_with = "allowed_signers")]
    json: bool,
}

#[derive(Serialize)]
struct Shown {
    checker: String,
    key: String,
    fingerprint: String,
    file: String,
}

/// Shows it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let ring = session.keyring();
    let signer = ring.load()?.ok_or_else(no_key)?;
    let (key, fingerprint) = journal::public_line(&signer.public());
    let checker = signer.checker().to_string();
    let file = ring.key_path().display().to_string();
    if args.json {
        return out.json(&Shown { checker, key, fingerprint, file });
    }
    if args.allowed_signers {
        out.line(&allowed(&checker, &key))?;
        // Without a casebook one's own line is all there is to tell.
        if session.places.casebook.symlink_metadata().is_ok() {
            let people = People::of(&session.casebook()?, session)?;
            let trusted =
                people.keys().iter().filter(|k| people.trusts(k) == Trusts::Trusted && k.end().is_none());
            for other in trusted {
                out.line(&allowed(other.checker.as_str(), &other.key))?;
            }
        }
        return Ok(());
    }
    out.line(&key)?;
    out.pair(&say!("trust-fingerprint"), &fingerprint)?;
    out.pair(&say!("key-id"), &checker)?;
    out.pair(&say!("key-file"), &file)?;
    Ok(())
}

/// A line of an allowed signers file: the checker's id, what for, the key.
fn allowed(checker: &str, key: &str) -> String {
    format!("{checker} namespaces=\"{NAMESPACE}\" {key}")
}
