//! Folders for private copies and unfinished files: only their owner can look into them, and they go with their holder.
//!
//! A program that is killed cannot put its folder away. So each holds a file that is locked for as long as its
//! program lives: whoever next makes such a folder, or opens a casebook, removes those beside it that nobody holds.
//! That file goes last, so that a removal that was broken off can be taken up again.

use std::fs::{File, TryLockError};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

/// What the names of all such folders begin with.
const MARK: &str = ".hudna-";
/// The file that is locked while its folder is in use.
const HELD: &str = "in-use";
/// How often a folder that another program took for an abandoned one is made again.
const TRIES: usize = 10;

/// A private folder, which goes when this goes.
#[derive(Debug)]
pub struct PrivateFolder {
    /// Let go before the folder is removed; none where the file system knows no locks.
    _held: Option<File>,
    folder: tempfile::TempDir,
}

impl PrivateFolder {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        empty(self.path());
    }
}

/// A new private folder in this one, whose name begins so: with `.hudna-`.
pub fn private_tempdir(within: &Path, prefix: &str) -> Result<PrivateFolder> {
    sweep(within);
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o700));
    }
    for _ in 0..TRIES {
        let folder = builder.tempdir_in(within)?;
        if let Some(held) = hold(folder.path())? {
            return Ok(PrivateFolder { _held: held.lock, folder });
        }
    }
    Err(Error::new(ErrorKind::WouldBlock, "a folder for private copies cannot be held"))
}

struct Held {
    lock: Option<File>,
}

/// Locks a new folder; nothing if another program took it for an abandoned one before that.
fn hold(folder: &Path) -> Result<Option<Held>> {
    let path = folder.join(HELD);
    let file = match File::create_new(&path) {
        Ok(file) => file,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(e),
    };
    match file.try_lock() {
        Ok(()) if path.exists() => Ok(Some(Held { lock: Some(file) })),
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(_)) => Ok(Some(Held { lock: None })),
    }
}

/// Removes the private folders in this one that killed programs of the same user left. What cannot be removed stays.
pub fn sweep(within: &Path) {
    for entry in std::fs::read_dir(within).into_iter().flatten().flatten() {
        let marked = entry.file_name().as_encoded_bytes().starts_with(MARK.as_bytes());
        if marked && is_own_folder(&entry.path()) {
            sweep_one(&entry.path());
        }
    }
}

fn sweep_one(folder: &Path) {
    let mut options = File::options();
    options.read(true);
    // A pipe that somebody put there would be waited for.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rustix::fs::OFlags::NONBLOCK.bits() as i32);
    match options.open(folder.join(HELD)) {
        Ok(file) => {
            if file.try_lock().is_ok() {
                empty(folder);
                // The lock is let go after the removal, so that nobody can begin to use the folder before.
                let _ = std::fs::remove_dir_all(folder);
                drop(file);
                // Some file systems keep an open file's place until it is closed.
                let _ = std::fs::remove_dir(folder);
            }
        }
        // Its program was killed before it came to lock it, or is about to and will see that it is gone.
        Err(e) if e.kind() == ErrorKind::NotFound => drop(std::fs::remove_dir(folder)),
        Err(_) => {}
    }
}

/// Removes everything but the file that tells whether the folder is in use. What cannot be removed stays.
fn empty(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name() == HELD {
            continue;
        }
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let path = entry.path();
        let _ = if is_folder { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    }
}

/// A folder, no link, that nobody else can have put anything into.
fn is_own_folder(path: &Path) -> bool {
    let Ok(found) = path.symlink_metadata() else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let own = found.uid() == rustix::process::geteuid().as_raw();
        found.is_dir() && own && (found.mode() & 0o077 == 0 || knows_no_rights(path))
    }
    #[cfg(not(unix))]
    found.is_dir()
}

/// Whether files there have no rights, so that every folder looks as if others could write into it: FAT and exFAT, as most
/// sticks have, and what a program of this user's shows as a file system.
#[cfg(unix)]
fn knows_no_rights(folder: &Path) -> bool {
    file_system(folder).is_some_and(|number| is_fat(number) || number == FUSE)
}

/// The number of a file system that a program shows, in Linux' `magic.h`.
pub const FUSE: u32 = 0x6573_5546;

/// The number (as in Linux' `magic.h`) of the file system that a folder lies on; none where the system does not tell.
#[cfg(target_os = "linux")]
pub fn file_system(folder: &Path) -> Option<u32> {
    // The kernel's number has 32 bits, in whatever type the platform gives it.
    Some((rustix::fs::statfs(folder).ok()?.f_type as u64 & 0xffff_ffff) as u32)
}

/// The number of the file system that a folder lies on: not asked on this system.
#[cfg(not(target_os = "linux"))]
pub fn file_system(_: &Path) -> Option<u32> {
    None
}

/// Whether a file system's number is that of FAT or exFAT.
pub fn is_fat(number: u32) -> bool {
    matches!(number, 0x4D44 | 0x2011_BAB0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let found = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = found.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_goes_with_its_holder_and_not_before() {
        let within = tempfile::tempdir().unwrap();
        let held = private_tempdir(within.path(), ".hudna-test-").unwrap();
        std::fs::write(held.path().join("copy"), "words").unwrap();
        sweep(within.path());
        let second = private_tempdir(within.path(), ".hudna-test-").unwrap();
        assert!(held.path().join("copy").exists() && second.path().exists());
        drop((held, second));
        assert!(names(within.path()).is_empty());
    }

    /// Else a program killed at that moment would leave a copy that nobody may remove.
    #[test]
    fn the_lock_goes_last() {
        let within = tempfile::tempdir().unwrap();
        let held = private_tempdir(within.path(), ".hudna-test-").unwrap();
        for n in 0..50 {
            std::fs::write(held.path().join(format!("copy-{n}")), "words").unwrap();
        }
        std::fs::create_dir_all(held.path().join("inner/most")).unwrap();
        empty(held.path());
        assert_eq!(names(held.path()), [HELD]);
    }

    #[test]
    fn what_a_killed_program_left_is_swept_and_nothing_else() {
        let within = tempfile::tempdir().unwrap();
        let make = |name: &str, mode: u32| {
            let path = within.path().join(name);
            std::fs::create_dir(&path).unwrap();
            #[cfg(unix)]
            std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
            path
        };
        for name in [".hudna-killed", ".hudna-open-to-all", "somebodys"] {
            let folder = make(name, if name.ends_with("all") { 0o755 } else { 0o700 });
            std::fs::write(folder.join(HELD), "").unwrap();
            std::fs::write(folder.join("copy"), "words").unwrap();
        }
        std::fs::write(make(".hudna-notes", 0o700).join("mine"), "words").unwrap();
        make(".hudna-empty", 0o700);
        std::fs::write(within.path().join(".hudna-file"), "words").unwrap();
        sweep(within.path());
        let left = names(within.path());
        #[cfg(unix)]
        assert_eq!(left, [".hudna-file", ".hudna-notes", ".hudna-open-to-all", "somebodys"]);
        assert!(!left.is_empty());
    }
}
