//! How a finished file gets its name, which is never that of another: also where the file system knows no second names
//! (FAT and exFAT, of which most sticks are) and no renaming that spares what is there.

use std::fs::File;
use std::io::{ErrorKind, Result};
use std::path::Path;
use tempfile::NamedTempFile;

/// A new file that only its owner can read, to be written and read.
pub fn create_own(path: &Path) -> Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Names a file that lies on the same file system, which may lose the name that it has; an error of kind
/// `AlreadyExists` where the new one is taken.
pub fn name_new(from: &Path, to: &Path) -> Result<()> {
    match std::fs::hard_link(from, to) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => take_name(from, to),
        named => named,
    }
}

/// For file systems without second names: the name is taken first, so that no file is replaced that is there.
fn take_name(from: &Path, to: &Path) -> Result<()> {
    drop(create_own(to)?);
    std::fs::rename(from, to).inspect_err(|_| drop(std::fs::remove_file(to)))
}

/// Gives a temporary file its name for good, in the place of what may have had it.
pub fn keep_over(file: NamedTempFile, to: &Path) -> Result<()> {
    file.persist(to).map(drop).map_err(|failed| failed.error)
}

/// Gives a temporary file its name for good; an error of kind `AlreadyExists` where that is taken. In the end it has no other.
pub fn keep_new(file: NamedTempFile, to: &Path) -> Result<()> {
    match file.persist_noclobber(to) {
        Err(failed) if failed.error.kind() != ErrorKind::AlreadyExists => take_name(failed.file.path(), to),
        Err(taken) => Err(taken.error),
        Ok(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_without_links() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        std::fs::write(file("made"), "whole").unwrap();
        std::fs::write(file("there"), "another").unwrap();
        assert_eq!(take_name(&file("made"), &file("there")).unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert!(take_name(&file("gone"), &file("copy")).is_err() && !file("copy").exists());
        take_name(&file("made"), &file("copy")).unwrap();
        let names =
            std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        assert_eq!(names, ["copy", "there"]);
    }
}
