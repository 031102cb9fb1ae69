//! `hudna try`

use super::failure::Failure;
use super::output::Output;
use super::place::Places;
use super::session::Session;
use super::{claims, workbench};
use crate::extract::Extractor;
use crate::import::{Finder, import};
use crate::intake::{Input, Overrides};
use crate::journal::Casebook;
use crate::model::Query;
use crate::{locale, samples, say, tell};
use std::io;
use std::path::{Path, PathBuf};

/// Try hudna on a throw-away casebook with sample articles.
///
/// Makes a new private folder among the system's temporary files, with a casebook, a key of its own
/// and the articles, and opens the workbench on it. Nothing of yours is read or changed. Without a
/// terminal it prints the claims found instead.
#[derive(clap::Args)]
pub struct Args {}

/// Makes the casebook and shows it.
pub fn run(_: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let folder = folder().map_err(|error| {
        Failure::failed(say!("try-no-folder", why = locale::system(&error))).hint(say!("try-no-folder-hint"))
    })?;
    let session = session.at(Places::under(&folder));
    let casebook = fill(&session, &folder)?;
    let place = tell!("try-place", file = session.places.casebook.display());
    if workbench::there_is_a_terminal() {
        workbench::open(casebook, &session, Some(place.text.clone()), out)?;
    } else {
        claims::table(&casebook, &Query::default(), out)?;
    }
    Ok(out.line(&place)?)
}

/// A new folder that only this person can look into.
fn folder() -> io::Result<PathBuf> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("hudna-try-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o700));
    }
    Ok(builder.tempdir()?.keep())
}

/// A casebook with the samples imported; they lie beside it as files, with one to attach as evidence.
fn fill(session: &Session, folder: &Path) -> Result<Casebook, Failure> {
    let articles = folder.join("articles");
    let written = write_all(&articles, samples::ALL)
        .and_then(|inputs| write_all(&folder.join("evidence"), &[samples::EVIDENCE]).map(|_| inputs));
    let inputs =
        written.map_err(|error| Failure::failed(say!("try-unwritten", why = locale::system(&error))))?;
    let mut casebook = session.casebook_or_new()?;
    let extractor = Extractor::new()?;
    let finder = Finder::Rules(&extractor);
    let batch = import(&mut casebook, &finder, &inputs, &Overrides::default(), 1, &mut |_, _| true);
    match batch.fates.into_iter().find_map(|fate| fate.result.err()) {
        Some(error) => Err(error.into()),
        None => Ok(casebook),
    }
}

fn write_all(folder: &Path, files: &[(&str, &[u8])]) -> io::Result<Vec<Input>> {
    std::fs::create_dir(folder)?;
    files
        .iter()
        .map(|(name, content)| {
            let path = folder.join(name);
            std::fs::write(&path, content).map(|()| Input::File(path))
        })
        .collect()
}
