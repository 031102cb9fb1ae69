//! `hudna receive`

use super::args::counted;
use super::failure::Failure;
use super::output::{Output, Progress};
use super::people::{self, People};
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use super::sign;
use crate::journal;
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
            Failure::failed(format!("the folder {} cannot be made: {error}", folder.display()))
        })?;
    }
    journal::is_free(to).map_err(|error| {
        let failure = Failure::from(error);
        let hint = "Name another file with -o; or, if it is of the same case, take over what is new with `hudna merge`.";
        if to.symlink_metadata().is_ok() { failure.hint(hint) } else { failure }
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
    let withheld = match verified.withheld {
        0 => String::new(),
        n => format!(", {} withheld", counted(n, "part")),
    };
    out.line(&format!(
        "{}: {}{withheld}, all of it as it was signed",
        to.display(),
        counted(verified.entries, "entry"),
    ))?;
    out.line(&format!("casebook  {}", verified.casebook))?;
    out.line(&format!("head      {}", verified.head))?;
    let people = People::among(verified.checkers.clone(), session)?;
    for key in people.keys() {
        let (name, id) = (people.name(&key.checker), key.checker.brief());
        out.line(&format!("by        {name} {id} {}: {}", key.fingerprint, people.trust_words(key)))?;
        people.state_words(key).iter().try_for_each(|words| out.line(&format!("          {words}")))?;
    }
    if let Some(found) = signature {
        sign::told(&found, &people, out)?;
    }
    people::meet(people.keys().iter(), session)?;
    out.note("compare the head with the one that its sender's `hudna share` printed");
    for words in super::ground::warnings(to) {
        out.note(&format!("the new casebook is at {}: {words}", to.display()));
    }
    Ok(())
}
