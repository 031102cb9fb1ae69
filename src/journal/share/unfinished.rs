//! A file that has no name before it is whole.
//!
//! Where the system knows files without one (Linux, most file systems), a program that is killed leaves nothing of it. Elsewhere
//! it lies in a private folder, which whoever next makes such a folder there, or opens a casebook there, removes.

use crate::store::{self, PrivateFolder, create_own, name_new};
use std::fs::File;
use std::io::{Error, ErrorKind, Result, Seek};
use std::path::{Path, PathBuf};

/// A file under way.
pub struct Unfinished {
    /// What is written to.
    pub file: File,
    /// Where it lies until it is whole; none where it has no name at all.
    lies: Option<(PrivateFolder, PathBuf)>,
}

impl Unfinished {
    /// A new one, to be named in this folder.
    pub fn new(folder: &Path) -> Result<Unfinished> {
        match nameless(folder) {
            Some(file) => {
                store::sweep(folder);
                Ok(Unfinished { file, lies: None })
            }
            None => Unfinished::hidden(folder),
        }
    }

    fn hidden(folder: &Path) -> Result<Unfinished> {
        let within = store::private_tempdir(folder, ".hudna-share-")?;
        let path = within.path().join("copy");
        Ok(Unfinished { file: create_own(&path)?, lies: Some((within, path)) })
    }

    /// Hands it to the disk and gives it its name; an error of kind `AlreadyExists` where that is taken.
    pub fn name(mut self, to: &Path) -> Result<()> {
        self.file.sync_all()?;
        let Some((_within, path)) = &self.lies else {
            return match link_nameless(&self.file, to) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                    // It cannot be named after all: its bytes can.
                    let mut again = Unfinished::hidden(super::folder_of(to))?;
                    self.file.rewind()?;
                    std::io::copy(&mut self.file, &mut again.file)?;
                    again.name(to)
                }
                named => named,
            };
        };
        name_new(path, to)
    }
}

/// A file in this folder that has no name and can be given one, where there is such a thing.
#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> Option<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = File::from(open(folder, flags, Mode::RUSR | Mode::WUSR).ok()?);
    handle(&file).symlink_metadata().is_ok().then_some(file)
}

#[cfg(not(target_os = "linux"))]
fn nameless(_: &Path) -> Option<File> {
    None
}

#[cfg(target_os = "linux")]
fn link_nameless(file: &File, to: &Path) -> Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    linkat(CWD, handle(file), CWD, to, AtFlags::SYMLINK_FOLLOW).map_err(Error::from)
}

#[cfg(not(target_os = "linux"))]
fn link_nameless(_: &File, _: &Path) -> Result<()> {
    Err(Error::from(ErrorKind::Unsupported))
}

/// The open file as the system shows it.
#[cfg(target_os = "linux")]
fn handle(file: &File) -> PathBuf {
    PathBuf::from(format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(file)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn it_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("copy.db");
        for make in [Unfinished::new, Unfinished::hidden] {
            let mut one = make(folder.path()).unwrap();
            one.file.write_all(b"half").unwrap();
            assert!(!names(folder.path()).contains(&"copy.db".into()));
            drop(one);
            assert!(names(folder.path()).is_empty());

            let mut one = make(folder.path()).unwrap();
            one.file.write_all(b"whole").unwrap();
            one.name(&to).unwrap();
            assert_eq!(
                (names(folder.path()), std::fs::read(&to).unwrap()),
                (vec!["copy.db".into()], b"whole".into())
            );
            #[cfg(unix)]
            {
                let mode = std::os::unix::fs::PermissionsExt::mode(&to.metadata().unwrap().permissions());
                assert_eq!(mode & 0o777, 0o600);
            }
            let taken = make(folder.path()).unwrap().name(&to).unwrap_err();
            assert_eq!(
                (taken.kind(), std::fs::read(&to).unwrap()),
                (ErrorKind::AlreadyExists, b"whole".into())
            );
            std::fs::remove_file(&to).unwrap();
        }
    }

    /// Its program being killed, the system lets go of its lock, and the next one there clears up.
    #[test]
    fn what_a_killed_program_left_goes() {
        let folder = tempfile::tempdir().unwrap();
        let mut killed = Unfinished::hidden(folder.path()).unwrap();
        killed.file.write_all(b"half").unwrap();
        let (_, path) = killed.lies.as_ref().unwrap();
        let left = folder.path().join(".hudna-share-left");
        std::fs::create_dir(&left).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(&left, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        for entry in std::fs::read_dir(path.parent().unwrap()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), left.join(entry.file_name())).unwrap();
        }
        drop(Unfinished::new(folder.path()).unwrap());
        assert!(!left.exists() && path.exists());
    }
}
