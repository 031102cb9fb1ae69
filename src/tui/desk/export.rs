//! Writing a report to a file: whole or not at all, owner-only.

use super::{Doing, Export, Failure, Way};
use crate::journal::{self, Casebook, Keyring};
use crate::model::{Query, Report};
use crate::{report, say, store};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes the report; gives where, and how many bytes.
pub fn run(place: &(PathBuf, Keyring), export: &Export, way: &Way) -> Result<(PathBuf, u64), Failure> {
    if export.replace && journal::is_precious(&export.path) {
        let words = say!("target-precious", file = export.path.display());
        return Err(Failure::new(words, say!("target-taken-hint")));
    }
    let mut casebook = Casebook::open(&place.0, place.1.clone())?;
    casebook.stop_by(way.stopping())?;
    let contents = contents(&casebook, export, way);
    // What the stop broke off is no fault of the casebook.
    if way.stopped() {
        return Err(stopped());
    }
    let contents = contents?;
    let format: report::Format = export.format.parse().map_err(|e: report::UnknownFormat| plain(&e))?;
    let folder = export.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A temporary file is owner-only from the start, and goes away if it is not kept, even where we are killed.
    let private = store::private_tempdir(folder, ".hudna-file-").map_err(|e| plain(&e))?;
    let mut file = tempfile::NamedTempFile::new_in(private.path()).map_err(|e| plain(&e))?;
    let mut counted = Counted { to: io::BufWriter::new(file.as_file_mut()), way, done: 0 };
    let written = report::write(&contents, format, &report::Options::default(), &mut counted);
    if way.stopped() {
        return Err(stopped());
    }
    written.map_err(|e| Failure::new(e.to_string(), e.hint()))?;
    counted.flush().map_err(|e| plain(&e))?;
    let bytes = counted.done;
    drop(counted);
    file.as_file().sync_all().map_err(|e| plain(&e))?;
    let keep = if export.replace { store::keep_over } else { store::keep_new };
    keep(file, &export.path).map_err(|e| plain(&e))?;
    Ok((export.path.clone(), bytes))
}

fn stopped() -> Failure {
    Failure { stopped: true, ..Failure::new(say!("tui-stopped"), say!("tui-not-written")) }
}

fn contents(casebook: &Casebook, export: &Export, way: &Way) -> Result<Report, Failure> {
    let mut told = |done, all| {
        way.tell(Doing::Reading, done, all);
        !way.stopped()
    };
    let Some(only) = &export.only else {
        return Ok(casebook.report_told(&export.query, &export.query_text, &mut told)?);
    };
    let document = casebook.claim(only)?.document;
    let doc: Vec<String> = document.iter().map(|d| d.as_str().to_owned()).collect();
    let mut contents = casebook.report(&Query { doc, ..Query::default() }, "")?;
    contents.claims.retain(|file| file.claim.id == *only);
    Ok(contents)
}

fn plain(error: &dyn std::fmt::Display) -> Failure {
    Failure::new(error.to_string(), say!("tui-not-written"))
}

/// A writer that counts, and stops where it is told to.
struct Counted<'a, W: Write> {
    to: W,
    way: &'a Way,
    done: u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.way.stopped() {
            return Err(io::Error::other("stopped"));
        }
        let written = self.to.write(bytes)?;
        self.done += written as u64;
        self.way.tell(Doing::Writing, self.done, 0);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
