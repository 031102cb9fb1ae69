//! One run of the program: where its things lie, and the casebook opened when a verb needs it.

use super::chosen::{Chosen, From};
use super::failure::Failure;
use super::ground;
use super::ignored;
use super::output::{self, Progress};
use super::place::Places;
use crate::bidi::Mode;
use crate::journal::{Casebook, Keyring};
use crate::model::{Id, IdKind};
use crate::settings::{Name, Settings};
use crate::{locale, say, tell, text, told};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::cell::LazyCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What every verb knows.
pub struct Session {
    /// Where things lie.
    pub places: Places,
    /// How the terminal treats right-to-left text, where it was said.
    pub bidi: Option<Mode>,
    /// What this person has set.
    pub settings: Settings,
    /// Where that came from.
    chosen: Arc<Chosen>,
}

impl Session {
    /// A run on this casebook, or on the usual one.
    pub fn new(db: Option<PathBuf>, chosen: Chosen) -> Result<Session, Failure> {
        let settings = chosen.settings;
        let chosen = Arc::new(chosen);
        Ok(Session { places: Places::find(db.as_deref())?, bidi: settings.bidi, settings, chosen })
    }

    /// The same run on what lies elsewhere.
    pub fn at(&self, places: Places) -> Session {
        Session { places, bidi: self.bidi, settings: self.settings, chosen: self.chosen.clone() }
    }

    /// Where a setting's value came from.
    pub fn from(&self, name: Name) -> From {
        self.chosen.from(name)
    }

    /// That the settings could all be understood.
    pub fn chosen_sound(&self) -> Result<(), Failure> {
        self.chosen.sound()
    }

    /// The casebook, which must be there. One of an older format is brought to the present one, and that is said.
    pub fn casebook(&self) -> Result<Casebook, Failure> {
        let progress = LazyCell::new(|| Progress::job(&say!("progress-upgrading")));
        let opened = Casebook::open_with(&self.places.casebook, self.keyring(), &mut |done, all| {
            progress.of(done, all);
        });
        drop(progress);
        let casebook = opened?;
        // A key that cannot be read is the trouble of whoever signs with it.
        if let Ok(Some(end)) = casebook.my_end() {
            output::note(&tell!(
                "session-key-ended",
                how = told::ended(end.how),
                at = locale::minute(&end.from)
            ));
        }
        if let Some(backup) = casebook.upgraded() {
            output::note(&tell!("session-upgraded", file = backup.display()));
        }
        Ok(casebook)
    }

    /// The casebook, made first where there is none; a word is said where a new one lies on bad ground.
    pub fn casebook_or_new(&self) -> Result<Casebook, Failure> {
        let path = &self.places.casebook;
        if path.symlink_metadata().is_err() {
            drop(Casebook::open_or_create(path, self.keyring())?);
            // A path that is mistyped, or leads to a stick that is not there, must not pass unnoticed.
            output::note(&tell!("session-new", file = path.display()));
            for words in ground::warnings(path) {
                output::note(&tell!("session-new-place", file = path.display(), warning = words));
            }
        }
        self.casebook()
    }

    /// A folder for private copies: that of the casebook, which is as safe as the casebook and on the same disk; where
    /// nothing can be written there, as on a stick that is locked, that of the key.
    pub fn private_place(&self) -> PathBuf {
        let folder = crate::journal::folder_of(&self.places.casebook);
        let places = [folder, &self.places.own];
        places.into_iter().find(|folder| takes_files(folder)).map_or_else(std::env::temp_dir, Path::to_owned)
    }

    /// The checker's key.
    pub fn keyring(&self) -> Keyring {
        Keyring::at(&self.places.own)
    }
}

/// Whether files can be made in a folder.
fn takes_files(folder: &Path) -> bool {
    #[cfg(unix)]
    return folder.is_dir() && rustix::fs::access(folder, rustix::fs::Access::WRITE_OK).is_ok();
    #[cfg(not(unix))]
    return folder.is_dir();
}

/// Ctrl-C alone, where nothing must be put away.
pub const CTRL_C: &[i32] = &[SIGINT];
/// Also being told to end and the loss of the terminal, where private copies or another program must be put away.
#[cfg(unix)]
pub const TIDY: &[i32] = &[SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
pub const TIDY: &[i32] = &[SIGINT, SIGTERM];

/// Becomes true at the first of these signals, so that what is under way ends in order; at a second one the
/// program ends at once. One that this program was started to ignore, as by `nohup`, stays ignored.
pub fn stop_on(signals: &[i32]) -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    for &signal in signals.iter().filter(|signal| !ignored::is_ignored(**signal)) {
        // In this order the second signal finds the flag set.
        signal_hook::flag::register_conditional_shutdown(signal, 1, stop.clone())
            .and_then(|_| signal_hook::flag::register(signal, stop.clone()))
            .map_err(|error| Failure::failed(say!("cli-no-signals", why = locale::system(&error))))?;
    }
    Ok(stop)
}

/// The claim whose id begins so.
pub fn claim(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Claim, prefix)
}

/// The document whose id begins so.
pub fn document(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Document, prefix)
}

/// The piece of evidence whose id begins so.
pub fn evidence(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Evidence, prefix)
}

/// The verdict whose id begins so.
pub fn verdict(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    named(casebook, IdKind::Verdict, prefix)
}

/// What is named by an id of any kind, told by its letter.
pub fn anything(casebook: &Casebook, prefix: &str) -> Result<Id, Failure> {
    let bare = text::bare(prefix);
    match IdKind::ALL.into_iter().find(|kind| bare.starts_with(kind.letter())) {
        Some(kind) => named(casebook, kind, prefix),
        None => Err(Failure::usage(say!("session-no-id", given = prefix)).hint(say!("session-no-id-hint"))),
    }
}

/// The word for what concerns no single thing, such as the publisher.
const CASEBOOK: &str = "casebook";

/// An id that begins so, or the casebook itself by its word.
pub fn subject(casebook: &Casebook, given: &str) -> Result<String, Failure> {
    match text::bare(given).as_str() {
        // Also as people read it.
        word if word == CASEBOOK || word == say!("thing-casebook") => Ok(CASEBOOK.to_owned()),
        given => Ok(anything(casebook, given)?.to_string()),
    }
}

fn named(casebook: &Casebook, kind: IdKind, prefix: &str) -> Result<Id, Failure> {
    Ok(casebook.resolve(kind, &text::bare(prefix))?)
}
