//! `hudna receive`

use super::failure::Failure;
use super::output::{Output, Progress};
use super::people::{self, People};
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use super::sign;
use super::verify::margin;
use crate::journal;
use crate::{locale, say, tell};
use std::path::PathBuf;

/// Begin a casebook of your own from a copy that somebody shared, encrypted to you or not.
///
/// The copy is opened in a private place and proved, as by `hudna verify`; then a new casebook is made
/// from its record alone, so that nothing else that lies in a stranger's file comes in. A file that is
/// there is never replaced. Where you have a casebook of this case already, `hudna merge` takes over what is new.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna receive from-salma.db.age\n  \
    hudna receive from-salma.db.age -o salma.db --identity ~/.ssh/id_ed25519")]
pub struct Args {
    /// The copy that was shared.
    file: PathBuf,
    /// The casebook to make (else your usual one, where there is none yet).
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    key: Key,
}

/// Makes the casebook.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let to = args.output.as_ref().unwrap_or(&session.places.casebook);
    if args.output.is_none() {
        let folder = journal::folder_of(to);
        journal::private_folder(folder).map_err(|error| {
            Failure::failed(say!(
                "receive-no-folder",
                folder = folder.display(),
                why = locale::system(&error)
            ))
        })?;
    }
    journal::is_free(to).map_err(|error| {
        let failure = Failure::from(error);
        if to.symlink_metadata().is_ok() { failure.hint(say!("receive-taken-hint")) } else { failure }
    })?;
    let signature = journal::check_file(&args.file)?;
    let stop = session::stop_on(session::TIDY)?;
    // As safe as the casebook will be, and on the same disk.
    let place = journal::folder_of(to);
    let opened = Opened::of(&args.file, &args.key, session, place, &stop)?;
    let progress = Progress::new(0);
    let received = journal::receive(opened.path(), to, place, &stop, &mut |done, all| {
        progress.of(done, all);
    });
    drop(progress);
    let verified = received.map_err(|error| opened.told(error))?;
    let (file, n) = (to.display(), verified.entries);
    out.line(&match verified.withheld {
        0 => tell!("receive-done", file = file, n = n),
        withheld => {
            let parts = say!("count-parts", n = withheld);
            tell!("receive-done-withheld", file = file, n = n, parts = parts)
        }
    })?;
    out.named(margin(), &say!("verify-casebook"), &verified.casebook)?;
    out.named(margin(), &say!("verify-head"), &verified.head)?;
    let people = People::among(verified.checkers.clone(), session)?;
    for key in people.keys() {
        let (name, id) = (people.name(&key.checker), key.checker.brief());
        let (fingerprint, trust) = (&key.fingerprint, people.trust_words(key));
        let told = tell!("receive-who", who = name, id = id, fingerprint = fingerprint, trust = trust);
        out.named(margin(), &say!("receive-by"), &told)?;
        people.state_words(key).iter().try_for_each(|words| out.named(margin(), "", words))?;
    }
    if let Some(found) = signature {
        sign::told(&found, &people, out)?;
    }
    people::meet(people.keys().iter(), session)?;
    out.note(&say!("receive-compare"));
    for words in super::ground::warnings(to) {
        out.note(&tell!("session-new-place", file = to.display(), warning = words));
    }
    Ok(())
}
