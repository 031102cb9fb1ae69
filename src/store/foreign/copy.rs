//! A private copy of a file from elsewhere: only the main file, under our own name, its head looked at first.

use super::super::{APPLICATION_ID, FORMAT, is_unfinished};
use super::ForeignError;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

/// The largest file that is read.
pub const LARGEST: u64 = 64 << 30;
/// Bytes copied at a time.
const PIECE: usize = 1 << 20;
/// How often a file that changes under the copying is tried again.
const TRIES: usize = 5;

/// Copies the file into a folder that only its owner can look into, and gives its format.
pub fn copy_private(path: &Path, to: &Path, stop: &AtomicBool) -> Result<u32, ForeignError> {
    copy_told(path, to, stop, &mut |_, _| ())
}

/// The same; `progress` is told how many bytes of how many are copied.
pub fn copy_told(
    path: &Path,
    to: &Path,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<u32, ForeignError> {
    copy_limited((path, to), LARGEST, stop, progress)
}

/// The format of a file that is read where it lies, looked at as before a copy.
pub fn look_at(path: &Path) -> Result<u32, ForeignError> {
    nothing_beside(path)?;
    let mut file = open(path, LARGEST)?;
    let mark = Mark::of(&mut file).map_err(failed(path))?;
    check_head(path, &mark)
}

fn copy_limited(
    (path, to): (&Path, &Path),
    most: u64,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<u32, ForeignError> {
    for _ in 0..TRIES {
        nothing_beside(path)?;
        let mut file = open(path, most)?;
        let before = Mark::of(&mut file).map_err(failed(path))?;
        let format = check_head(path, &before)?;
        let mut done = |done| progress(done, before.size);
        copy(&mut file, (path, to), stop, &mut done)?;
        let after = Mark::of(&mut file).map_err(failed(path))?;
        if before == after {
            // A writer that came while we copied may have left its journal.
            nothing_beside(path)?;
            return Ok(format);
        }
    }
    Err(ForeignError::Changing(path.to_owned()))
}

/// What tells whether a file was written to: SQLite counts every change in its head.
#[derive(Debug, PartialEq, Eq)]
struct Mark {
    head: Vec<u8>,
    size: u64,
    modified: Option<SystemTime>,
}

impl Mark {
    fn of(file: &mut File) -> std::io::Result<Mark> {
        let found = file.metadata()?;
        let mut head = Vec::with_capacity(100);
        file.seek(SeekFrom::Start(0))?;
        file.take(100).read_to_end(&mut head)?;
        Ok(Mark { head, size: found.len(), modified: found.modified().ok() })
    }

    fn byte(&self, at: usize) -> u8 {
        self.head.get(at).copied().unwrap_or_default()
    }

    fn number(&self, at: usize) -> u32 {
        let bytes = self.head.get(at..at + 4).and_then(|b| b.try_into().ok());
        bytes.map(u32::from_be_bytes).unwrap_or_default()
    }
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> ForeignError {
    move |source| ForeignError::File { path: path.to_owned(), source }
}

/// A write-ahead log or a hot journal holds changes that a copy of the main file lacks or has half of.
fn nothing_beside(path: &Path) -> Result<(), ForeignError> {
    for ending in ["-wal", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let beside = PathBuf::from(name);
        let holds_work = match ending {
            "-journal" => is_unfinished(&beside),
            _ => beside.metadata().is_ok_and(|found| found.len() > 0),
        };
        if holds_work {
            return Err(ForeignError::Unfinished { path: path.to_owned(), beside });
        }
    }
    Ok(())
}

fn open(path: &Path, most: u64) -> Result<File, ForeignError> {
    let found = path.metadata().map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => ForeignError::Missing(path.to_owned()),
        _ => failed(path)(e),
    })?;
    // A pipe would wait for a writer for ever.
    if !found.is_file() {
        return Err(ForeignError::NotAFile(path.to_owned()));
    }
    if found.len() > most {
        return Err(ForeignError::TooLarge { path: path.to_owned(), size: found.len(), most });
    }
    File::open(path).map_err(failed(path))
}

/// The places are those of <https://sqlite.org/fileformat.html>.
fn check_head(path: &Path, mark: &Mark) -> Result<u32, ForeignError> {
    let damaged = |what| ForeignError::Damaged { path: path.to_owned(), what };
    if !mark.head.starts_with(b"SQLite format 3\0") || mark.number(68) != APPLICATION_ID {
        return Err(ForeignError::NotACasebook(path.to_owned()));
    }
    match mark.number(60) {
        0 => return Err(ForeignError::NotACasebook(path.to_owned())),
        found if found > FORMAT => {
            return Err(ForeignError::Newer { path: path.to_owned(), found, known: FORMAT });
        }
        _ => {}
    }
    let page = match u64::from(mark.byte(16)) << 8 | u64::from(mark.byte(17)) {
        1 => 65_536,
        size if size.is_power_of_two() && (512..=32_768).contains(&size) => size,
        size => return Err(damaged(crate::spoken!("damaged-page-size", size = size))),
    };
    match (mark.byte(18), mark.byte(19)) {
        (1, 1) => {}
        (2, 2) => return Err(ForeignError::WriteAhead(path.to_owned())),
        (write, read) => {
            return Err(damaged(crate::spoken!("damaged-file-version", write = write, read = read)));
        }
    }
    if mark.number(56) != 1 {
        return Err(damaged(crate::spoken!("damaged-not-utf8-file")));
    }
    let wanted = u64::from(mark.number(28)) * page;
    if wanted != mark.size {
        return Err(damaged(crate::spoken!("damaged-size", size = mark.size, wanted = wanted)));
    }
    Ok(mark.number(60))
}

fn copy(
    file: &mut File,
    (path, to): (&Path, &Path),
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64),
) -> Result<(), ForeignError> {
    file.seek(SeekFrom::Start(0)).map_err(failed(path))?;
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let not_written = |e: std::io::Error| ForeignError::Copy { path: path.to_owned(), what: e.to_string() };
    let mut copy = options.open(to).map_err(not_written)?;
    let (mut piece, mut done) = (vec![0; PIECE], 0);
    loop {
        if stop.load(Ordering::Relaxed) {
            return Err(ForeignError::Stopped);
        }
        match file.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(n) => {
                copy.write_all(piece.get(..n).unwrap_or_default()).map_err(not_written)?;
                done += n as u64;
                progress(done);
            }
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(failed(path)(e)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let (path, to) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::write(&path, [0; 11]).unwrap();
        let refused = copy_limited((&path, &to), 10, &AtomicBool::new(false), &mut |_, _| ()).unwrap_err();
        assert!(matches!(refused, ForeignError::TooLarge { size: 11, most: 10, .. }), "{refused}");
        assert!(!to.exists());
    }

    #[test]
    fn a_person_can_stop_the_copying() {
        let folder = tempfile::tempdir().unwrap();
        let (path, to) = (folder.path().join("a"), folder.path().join("b"));
        File::create(&path).unwrap();
        drop(crate::store::create(&path).unwrap());
        let refused = copy_private(&path, &to, &AtomicBool::new(true)).unwrap_err();
        assert!(matches!(refused, ForeignError::Stopped), "{refused}");
        assert_eq!(copy_private(&path, &to, &AtomicBool::new(false)).unwrap(), FORMAT);
        assert!(std::fs::read(&path).unwrap() == std::fs::read(&to).unwrap());
    }
}
