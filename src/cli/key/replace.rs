//! `hudna key replace`

use super::super::args::AsJson;
use super::super::ask::{Passphrase, Yes};
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::session::Session;
use super::no_key;
use crate::journal::{self, KeyFile};
use crate::{say, tell};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Give up your key for a new one, which both keys say in the casebook.
///
/// The new key is made here and the old one kept beside it, to say the same in your other casebooks: there, use
/// --old with its file. Tell your colleagues the new fingerprint; the old key's word links the two for those who trust
/// it. If somebody else may have the old key, revoke it (`hudna key revoke`) instead: what a thief
/// can sign links nothing.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna key replace --why \"new laptop\"\n  \
    hudna key replace --old key.replaced-2026-03-01 --db other-case.db")]
pub struct Args {
    /// The old key's file, where your key is the new one already.
    #[arg(long, value_name = "FILE")]
    old: Option<PathBuf>,
    /// Why.
    #[arg(long, default_value = "", hide_default_value = true)]
    why: String,
    #[command(flatten)]
    passphrase: Passphrase,
    #[command(flatten)]
    yes: Yes,
    #[command(flatten)]
    json: AsJson,
}

/// The old key and the new one, for programs.
#[derive(Serialize)]
struct Replaced<'a> {
    old: &'a str,
    new: &'a str,
    /// Where the old key lies now.
    file: Option<&'a Path>,
}

impl Replaced<'_> {
    fn tell(&self, json: AsJson, out: &mut Output) -> Result<(), Failure> {
        json.tell(out, self, |out| {
            out.line(&tell!("key-replaced", fingerprint = self.old))?;
            Ok(out.pair(&say!("key-replaced-with"), self.new)?)
        })
    }
}

/// Replaces it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let ring = session.keyring();
    let now = ring.load()?.ok_or_else(no_key)?;
    if let Some(file) = &args.old {
        let old = match KeyFile::read(file)? {
            KeyFile::Open(old) => old,
            KeyFile::Locked(locked) => locked.open(&args.passphrase.tell(file)?)?,
        };
        let (from, to) = (journal::public_line(&old.public()).1, journal::public_line(&now.public()).1);
        if args.yes.agreed(&say!("key-replace-old-question", from = &from, to = &to), out)? {
            casebook.replace_key(&old, &now, &args.why)?;
            return Replaced { old: &from, new: &to, file: None }.tell(args.json, out);
        }
        out.note(&say!("ask-nothing-changed"));
        return Ok(());
    }
    if !args.yes.agreed(&say!("key-replace-question"), out)? {
        out.note(&say!("ask-nothing-changed"));
        return Ok(());
    }
    // The new key lies beside the old one first: if the program is ended here, the next try goes on with it.
    let next = ring.next();
    let new = next.load_or_make()?;
    casebook.replace_key(&now, &new, &args.why)?;
    let aside = ring.put(&new, "replaced")?;
    let _ = std::fs::remove_file(next.key_path());
    let (old, new) = (journal::public_line(&now.public()).1, journal::public_line(&new.public()).1);
    Replaced { old: &old, new: &new, file: aside.as_deref() }.tell(args.json, out)?;
    if let Some(aside) = aside {
        out.note(&tell!("key-old-kept", file = aside.display()));
    }
    Ok(())
}
