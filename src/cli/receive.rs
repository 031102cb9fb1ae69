//! `hudna receive`

use super::args::AsJson;
use super::failure::Failure;
use super::output::{self, Output, Progress};
use super::people::{self, People};
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use super::sign;
use super::verify::margin;
use crate::journal::{self, Casebook, CasebookError, FileSignature, Verified};
use crate::model::Id;
use crate::{locale, say, tell};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Begin a casebook of your own from a copy that somebody shared, encrypted to you or not.
///
/// The copy is opened in a private place and proved, as by `hudna verify`; then a new casebook is made
/// from its record alone, so that nothing else that lies in a stranger's file comes in. A file that is
/// there is never replaced, but for your usual casebook where nothing was done in it yet: it makes way, is kept, and your
/// name goes along. Where you have a casebook of this case already, `hudna merge` takes over what is new.
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
    #[command(flatten)]
    json: AsJson,
}

/// What was made, for programs.
#[derive(Serialize)]
struct Report<'a> {
    file: &'a Path,
    /// The casebook that made way.
    kept: Option<&'a Path>,
    /// Whose signature lies beside the copy.
    signed_by: Option<&'a Id>,
    #[serde(flatten)]
    verified: &'a Verified,
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
    let begun = if args.output.is_none() { Begun::find(session) } else { None };
    if begun.is_none() {
        journal::is_free(to).map_err(|error| {
            let failure = Failure::from(error);
            if to.symlink_metadata().is_ok() { failure.hint(say!("receive-taken-hint")) } else { failure }
        })?;
    }
    let signature = journal::check_file(&args.file)?;
    let stop = session::stop_on(session::TIDY)?;
    // As safe as the casebook will be, and on the same disk.
    let place = journal::folder_of(to);
    let opened = Opened::of(&args.file, &args.key, session, place, &stop)?;
    let progress = Progress::job(&say!("progress-proving"));
    let aside = begun.as_ref().map(|_| Aside::of(to)).transpose()?;
    let received = journal::receive(opened.path(), to, place, &stop, &mut |done, all| {
        progress.of(done, all);
    });
    drop(progress);
    let verified = received.map_err(|error| opened.told(error))?;
    let kept = match (begun, aside) {
        (Some(begun), Some(aside)) => Some(begun.go_on(session, aside.keep())?),
        _ => None,
    };
    let people = People::among(verified.checkers.clone(), session)?;
    let signed_by = signature.as_ref().map(|found| &found.checker);
    let report = Report { file: to, kept: kept.as_deref(), signed_by, verified: &verified };
    args.json.tell(out, &report, |out| told(&report, &people, signature.as_ref(), out))?;
    people::meet(people.keys().iter(), session)?;
    out.note(&say!("receive-compare"));
    for words in super::ground::warnings(to) {
        out.note(&tell!("session-new-place", file = to.display(), warning = words));
    }
    Ok(())
}

/// Says what was made, and from whose hands.
fn told(
    report: &Report<'_>,
    people: &People,
    signature: Option<&FileSignature>,
    out: &mut Output,
) -> Result<(), Failure> {
    let verified = report.verified;
    let (file, n) = (report.file.display(), verified.entries);
    out.line(&match verified.withheld {
        0 => tell!("receive-done", file = file, n = n),
        withheld => {
            let parts = say!("count-parts", n = withheld);
            tell!("receive-done-withheld", file = file, n = n, parts = parts)
        }
    })?;
    out.named(margin(), &say!("verify-casebook"), &verified.casebook)?;
    out.named(margin(), &say!("verify-head"), &verified.head)?;
    for key in people.keys() {
        let (name, id) = (people.name(&key.checker), key.checker.brief());
        let (fingerprint, trust) = (&key.fingerprint, people.trust_words(key));
        let told = tell!("receive-who", who = name, id = id, fingerprint = fingerprint, trust = trust);
        out.named(margin(), &say!("receive-by"), &told)?;
        people.state_words(key).iter().try_for_each(|words| out.named(margin(), "", words))?;
    }
    match signature {
        Some(found) => sign::told(found, people, out),
        None => Ok(()),
    }
}

/// A usual casebook in which nothing was done but that a person gave their name, as whoever begins with `hudna whoami`
/// has one: it makes way, and its name goes into the one that is received.
struct Begun {
    name: String,
    contact: String,
}

impl Begun {
    fn find(session: &Session) -> Option<Begun> {
        let path = &session.places.casebook;
        // Whatever is wrong with what lies there is told by the refusal to write over it.
        let casebook = Casebook::open(path, session.keyring()).ok()?;
        let me = casebook.is_only_begun().ok()?.then(|| casebook.me())?.ok()?;
        let (name, contact) = me.map(|me| (me.name, me.contact)).unwrap_or_default();
        Some(Begun { name, contact })
    }

    fn go_on(&self, session: &Session, kept: PathBuf) -> Result<PathBuf, Failure> {
        let given = |value: &str| if value.is_empty() { None } else { Some(value.to_owned()) };
        let (name, contact) = (given(&self.name), given(&self.contact));
        if name.is_some() || contact.is_some() {
            session.casebook()?.set_me(name.as_deref(), contact.as_deref())?;
        }
        output::note(&tell!("receive-begun", file = kept.display()));
        Ok(kept)
    }
}

/// A file out of the way under another name; it comes back where nothing takes its place.
struct Aside {
    place: PathBuf,
    kept: Option<PathBuf>,
}

impl Aside {
    fn of(place: &Path) -> Result<Aside, Failure> {
        let mut name = place.as_os_str().to_owned();
        name.push(journal::ending_before_receive());
        let kept = PathBuf::from(name);
        std::fs::rename(place, &kept)
            .map_err(|source| CasebookError::File { path: place.to_owned(), source })?;
        Ok(Aside { place: place.to_owned(), kept: Some(kept) })
    }

    fn keep(mut self) -> PathBuf {
        self.kept.take().unwrap_or_default()
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if let Some(kept) = self.kept.take()
            && self.place.symlink_metadata().is_err()
        {
            let _ = std::fs::rename(kept, &self.place);
        }
    }
}
