//! A casebook's file held open beside SQLite: to read its head, to see whether another file came into its place, and to
//! copy it when that has happened.
//!
//! On Unix a process that closes a file gives up all its locks on it, those of SQLite too. So the file is opened once
//! however many connections this process has, and closed when the last of them is gone.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

/// Bytes copied at a time.
const PIECE: usize = 1 << 20;
/// How often a file that changes under the copying is tried again.
const TRIES: usize = 5;

/// What tells a file from every other while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Identity {
    device: u64,
    number: u64,
}

static OPEN: LazyLock<Mutex<HashMap<Identity, Arc<File>>>> = LazyLock::new(Mutex::default);

/// A file held open.
pub struct Held {
    file: Option<Arc<File>>,
    identity: Option<Identity>,
}

/// What became of a file while it was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// Nothing lies in its place.
    Gone,
    /// Another file does.
    Other,
}

impl Held {
    /// Holds the file that lies there, before SQLite opens it.
    pub fn open(path: &Path) -> io::Result<Held> {
        let mut open = all_open();
        let identity = identity(&path.metadata()?);
        if let Some(file) = identity.and_then(|identity| open.get(&identity)) {
            return Ok(Held { file: Some(file.clone()), identity });
        }
        let file = Arc::new(File::open(path)?);
        // Another may have come into its place since.
        let identity = self::identity(&file.metadata()?);
        let file = match identity {
            Some(identity) => open.entry(identity).or_insert(file).clone(),
            None => file,
        };
        Ok(Held { file: Some(file), identity })
    }

    /// The first bytes, as many of a hundred as there are.
    pub fn head(&self) -> io::Result<Vec<u8>> {
        let mut head = vec![0; 100];
        let read = self.read_at(0, &mut head)?;
        head.truncate(read);
        Ok(head)
    }

    /// What became of the file at the path that it was opened from; none if it lies there still.
    pub fn replaced(&self, path: &Path) -> Option<Replaced> {
        match path.metadata() {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Some(Replaced::Gone),
            Ok(found) if self.identity.is_some() && identity(&found) != self.identity => {
                Some(Replaced::Other)
            }
            // That it cannot be looked at now says nothing.
            _ => None,
        }
    }

    /// Copies all of it. Nothing of SQLite's is asked: what lies in the old place may be another file's journal.
    pub fn copy_to(&self, to: &mut File) -> io::Result<()> {
        let mut piece = vec![0; PIECE];
        for _ in 0..TRIES {
            let before = self.head()?;
            to.set_len(0)?;
            io::Seek::rewind(to)?;
            let mut at = 0;
            loop {
                match self.read_at(at, &mut piece)? {
                    0 => break,
                    read => to.write_all(piece.get(..read).unwrap_or_default())?,
                }
                at += PIECE as u64;
            }
            // SQLite counts every change in the head.
            if self.head()? == before {
                return to.sync_all();
            }
        }
        Err(io::Error::other("another program was writing to it"))
    }

    /// Reads until the buffer is full or the file ends; how many bytes.
    fn read_at(&self, at: u64, into: &mut [u8]) -> io::Result<usize> {
        let Some(file) = &self.file else { return Ok(0) };
        let mut filled = 0;
        while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match piece_at(file, at + filled as u64, rest) {
                Ok(0) => break,
                Ok(n) => filled += n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e),
            }
        }
        Ok(filled)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Nobody may open the file between the last look at the list and its closing.
        let mut open = all_open();
        drop(self.file.take());
        if let Some(identity) = self.identity
            && open.get(&identity).is_some_and(|file| Arc::strong_count(file) == 1)
        {
            open.remove(&identity);
        }
    }
}

fn all_open() -> MutexGuard<'static, HashMap<Identity, Arc<File>>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
fn identity(found: &std::fs::Metadata) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    Some(Identity { device: found.dev(), number: found.ino() })
}

/// Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
fn identity(_: &std::fs::Metadata) -> Option<Identity> {
    None
}

#[cfg(unix)]
fn piece_at(file: &File, at: u64, into: &mut [u8]) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, at)
}

#[cfg(not(unix))]
fn piece_at(mut file: &File, at: u64, into: &mut [u8]) -> io::Result<usize> {
    io::Seek::seek(&mut file, io::SeekFrom::Start(at))?;
    io::Read::read(&mut file, into)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn another_file_in_its_place_is_seen_and_the_old_one_can_be_copied() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "the old one").unwrap();
        let (held, again) = (Held::open(&path).unwrap(), Held::open(&path).unwrap());
        assert_eq!((held.replaced(&path), held.head().unwrap()), (None, b"the old one".to_vec()));
        std::fs::write(folder.path().join("b"), "the new one").unwrap();
        std::fs::rename(folder.path().join("b"), &path).unwrap();
        assert_eq!(held.replaced(&path), Some(Replaced::Other));
        let new = Held::open(&path).unwrap();
        assert_eq!(new.replaced(&path), None);
        std::fs::remove_file(&path).unwrap();
        assert_eq!((held.replaced(&path), new.replaced(&path)), (Some(Replaced::Gone), Some(Replaced::Gone)));
        drop(held);
        let mut copy = File::create(folder.path().join("c")).unwrap();
        again.copy_to(&mut copy).unwrap();
        assert_eq!(std::fs::read(folder.path().join("c")).unwrap(), b"the old one");
        let identities = [again.identity.unwrap(), new.identity.unwrap()];
        drop((again, new));
        assert!(identities.iter().all(|identity| !all_open().contains_key(identity)), "closed with the last");
    }
}
