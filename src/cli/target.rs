//! A file that a verb writes: whole or not at all, never through a link, never over another unasked.

use super::failure::Failure;
use crate::{journal, locale, say, store};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where a result goes.
#[derive(Debug)]
pub struct Target {
    path: PathBuf,
    force: bool,
    /// Whether the verb has --force.
    forcible: bool,
}

impl Target {
    /// This file, which must not be there yet unless replacing it was asked for.
    pub fn new(path: &Path, force: bool) -> Result<Target, Failure> {
        match path.symlink_metadata() {
            Ok(found) if found.is_dir() => {
                let failure = Failure::failed(say!("target-folder", file = path.display()));
                Err(failure.hint(say!("target-folder-hint")))
            }
            Ok(_) if !force => Err(taken(path, true)),
            Ok(_) if journal::is_precious(path) => {
                Err(Failure::failed(say!("target-precious", file = path.display()))
                    .hint(say!("target-taken-hint")))
            }
            _ => Ok(Target { path: path.to_owned(), force, forcible: true }),
        }
    }

    /// This file, which must not be there yet.
    pub fn fresh(path: &Path) -> Result<Target, Failure> {
        match Target::new(path, true)? {
            _ if path.symlink_metadata().is_ok() => Err(taken(path, false)),
            target => Ok(Target { force: false, forcible: false, ..target }),
        }
    }

    /// Writes the file: into a new one near it, which then takes its name. A link that has the
    /// name is replaced, not followed.
    pub fn write(self, work: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> Result<(), Failure> {
        let failed = |error: io::Error| {
            // Only the kind: the whole message would name the unfinished file, which tells nobody anything.
            let why = locale::system(&error.kind().into());
            Failure::failed(say!("target-unwritten", file = self.path.display(), why = why))
                .hint(say!("target-unwritten-hint"))
        };
        let folder = self.path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Within a folder that is swept where this program is killed before the end.
        let private = store::private_tempdir(folder, ".hudna-file-").map_err(failed)?;
        let mut file = BufWriter::new(fresh(private.path()).map_err(failed)?);
        let mut noted = Noted { to: &mut file, wrong: None };
        let worked = work(&mut noted);
        match (worked, noted.wrong) {
            // What the work says of it would name the unfinished file, or standard output.
            (Err(_), Some(kind)) => return Err(failed(kind.into())),
            (worked, _) => worked?,
        }
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.as_file().sync_all().map_err(failed)?;
        let keep = if self.force { store::keep_over } else { store::keep_new };
        match keep(file, &self.path) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(taken(&self.path, self.forcible))
            }
            Err(error) => Err(failed(error)),
        }
    }
}

/// Passes on what is written, and notes why it could not be.
struct Noted<'a> {
    to: &'a mut dyn Write,
    wrong: Option<io::ErrorKind>,
}

impl Write for Noted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes).inspect_err(|error| self.wrong = Some(error.kind()))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush().inspect_err(|error| self.wrong = Some(error.kind()))
    }
}

/// A new file with the rights that the person's umask gives; it goes away unless it gets its name.
fn fresh(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn taken(path: &Path, forcible: bool) -> Failure {
    let hint = if forcible { say!("target-taken-force-hint") } else { say!("target-taken-hint") };
    Failure::failed(say!("target-taken", file = path.display())).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, force: bool, text: &str) -> Result<(), Failure> {
        Target::new(path, force)?.write(|file| Ok(file.write_all(text.as_bytes())?))
    }

    fn names(folder: &Path) -> usize {
        std::fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write(&path, false, "first").unwrap();
        let refused = write(&path, false, "second").unwrap_err();
        assert_eq!(refused.code, 1);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first");
        write(&path, true, "third").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "third");
    }

    #[test]
    fn one_that_appears_meanwhile_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        let target = Target::new(&path, false).unwrap();
        let refused = target.write(|file| {
            std::fs::write(&path, "another's").unwrap();
            Ok(file.write_all(b"ours")?)
        });
        assert!(refused.is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "another's");
        assert_eq!(names(folder.path()), 1, "the unfinished file is gone");
    }

    #[test]
    fn a_failure_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write(&path, false, "first").unwrap();
        let failed = Target::new(&path, true).unwrap().write(|file| {
            file.write_all(b"half")?;
            Err(Failure::failed("no"))
        });
        assert!(failed.is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first");
        assert_eq!(names(folder.path()), 1);
        assert!(Target::new(folder.path(), true).is_err(), "a folder is no file");
    }

    #[test]
    fn a_disk_that_is_full_is_told_as_the_file_s() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut noted = Noted { to: &mut Full, wrong: None };
        assert!(noted.write_all(b"x").is_err());
        assert_eq!(noted.wrong, Some(io::ErrorKind::StorageFull));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_replaced_and_never_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (kept, link) = (folder.path().join("kept"), folder.path().join("link"));
        std::fs::write(&kept, "kept").unwrap();
        std::os::unix::fs::symlink(&kept, &link).unwrap();
        assert!(write(&link, false, "x").is_err());
        write(&link, true, "x").unwrap();
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "kept");
        assert!(!link.symlink_metadata().unwrap().is_symlink());
    }
}
