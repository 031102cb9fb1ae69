//! A file read page by page, and what lies beside it of its last work. SQLite never sees it, and nothing is written.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// The size of pages that a casebook has when it is made.
const USUAL: usize = 8192;

/// The pages of a file.
pub struct Pages {
    file: File,
    size: usize,
    /// Bytes of a page that are used.
    usable: usize,
    count: u64,
    /// What the file's own head says of the number of its pages; 0 where that cannot be read.
    pub claimed: u64,
    /// A rollback journal or write-ahead log: pages as they were before the last work, or as it left them.
    beside: Vec<Beside>,
    /// Pages that the disk would not give.
    pub unreadable: u64,
}

/// Pages in a file beside the main one.
struct Beside {
    file: File,
    places: Places,
}

/// Where each page lies, as often as it does: what was given up and what was kept is not told apart, since what bears
/// itself out by its hash was written by somebody.
type Places = HashMap<u32, Vec<u64>>;

/// Where a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 0 for the file itself, else the file beside it.
    from: usize,
    /// Its number.
    pub page: u32,
    /// Where it lies in a file beside.
    at: u64,
}

impl Pages {
    /// Opens a file for reading. `trial` says how much of worth it finds on a page, by which the size of pages is
    /// found where the file's head is gone.
    pub fn open(path: &Path, trial: &dyn Fn(&[u8], usize) -> usize) -> io::Result<Pages> {
        let mut file = File::open(path)?;
        let length = file.seek(SeekFrom::End(0))?;
        let mut head = [0; 100];
        file.seek(SeekFrom::Start(0))?;
        let told = file.read_exact(&mut head).is_ok() && head.starts_with(b"SQLite format 3\0");
        let mut pages = Pages {
            file,
            size: USUAL,
            usable: USUAL,
            count: 0,
            claimed: 0,
            beside: Vec::new(),
            unreadable: 0,
        };
        let reserved = if told { usize::from(head[20]) } else { 0 };
        let first = match u16::from_be_bytes([head[16], head[17]]) {
            1 if told => 65_536,
            size if told => usize::from(size),
            _ => USUAL,
        };
        let sizes = [first, USUAL, 4096, 16_384, 32_768, 65_536, 2048, 1024, 512];
        let sizes = sizes.into_iter().filter(|size| size.is_power_of_two() && (512..=65_536).contains(size));
        let best = sizes.map(|size| (pages.worth(size, length, trial), size)).reduce(|best, next| {
            // The first is the most likely: another must show clearly more.
            if next.0 > 2 * best.0 { next } else { best }
        });
        pages.size = best.map_or(USUAL, |(_, size)| size);
        pages.usable = pages.size.saturating_sub(reserved).max(480);
        pages.count = length.div_ceil(pages.size as u64);
        pages.claimed =
            if told { u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]])) } else { 0 };
        pages.beside =
            ["-journal", "-wal"].iter().filter_map(|end| Beside::open(path, end, pages.size)).collect();
        Ok(pages)
    }

    /// What a few pages all through the file hold, if pages have this size.
    fn worth(&mut self, size: usize, length: u64, trial: &dyn Fn(&[u8], usize) -> usize) -> usize {
        let all = length / size as u64;
        let step = (all / 64).max(1);
        let mut page = vec![0; size];
        let mut found = 0;
        for n in (0..all).step_by(usize::try_from(step).unwrap_or(1)) {
            if read_at(&mut self.file, n * size as u64, &mut page).is_ok_and(|whole| whole == size) {
                found += trial(&page, usize::from(n == 0) * 100);
            }
        }
        found
    }

    /// Bytes of a page that are used.
    pub fn usable(&self) -> usize {
        self.usable
    }

    /// How many pages the file itself has.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// All places that pages lie in: those of the file, then those beside it.
    pub fn places(&self) -> impl Iterator<Item = Place> + use<> {
        let own =
            (1..=u32::try_from(self.count).unwrap_or(u32::MAX)).map(|page| Place { from: 0, page, at: 0 });
        let beside: Vec<Place> = self
            .beside
            .iter()
            .enumerate()
            .flat_map(|(n, beside)| beside.places.iter().map(move |(page, all)| (n + 1, *page, all)))
            .flat_map(|(from, page, all)| all.iter().map(move |at| Place { from, page, at: *at }))
            .collect();
        own.chain(beside)
    }

    /// Reads a page; what is missing of it, at the end of the file or on a broken disk, is zero. Whether it is whole.
    pub fn read(&mut self, place: Place, page: &mut Vec<u8>) -> bool {
        page.clear();
        page.resize(self.size, 0);
        let read = match place.from.checked_sub(1).and_then(|n| self.beside.get_mut(n)) {
            Some(beside) => read_at(&mut beside.file, place.at, page),
            None => {
                let at = u64::from(place.page.saturating_sub(1)) * self.size as u64;
                read_at(&mut self.file, at, page)
            }
        };
        if read.is_err() {
            page.fill(0);
            self.unreadable += 1;
        }
        page.truncate(self.usable);
        read.is_ok_and(|read| read == self.size)
    }

    /// The page of this number that goes with one of that place: of several beside, the nearest was written with it.
    pub fn beside(&self, place: Place, page: u32) -> Place {
        let there = place.from.checked_sub(1).and_then(|n| self.beside.get(n)?.places.get(&page));
        match there.and_then(|all| all.iter().min_by_key(|at| at.abs_diff(place.at))) {
            Some(at) => Place { from: place.from, page, at: *at },
            None => Place { from: 0, page, at: 0 },
        }
    }
}

/// Reads as many bytes as there are, up to so many.
fn read_at(file: &mut File, at: u64, into: &mut [u8]) -> io::Result<usize> {
    file.seek(SeekFrom::Start(at))?;
    let mut filled = 0;
    while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(filled)
}

impl Beside {
    fn open(path: &Path, ending: &str, size: usize) -> Option<Beside> {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let mut file = File::open(PathBuf::from(name)).ok()?;
        let places = match ending {
            "-wal" => of_log(&mut file, size),
            _ => of_journal(&mut file, size),
        };
        Some(Beside { file, places: places.ok().filter(|places| !places.is_empty())? })
    }
}

/// A write-ahead log: a head of 32 bytes, then pages with 24 bytes before each.
fn of_log(file: &mut File, size: usize) -> io::Result<Places> {
    let (length, frame) = (file.seek(SeekFrom::End(0))?, size as u64 + 24);
    let mut places = Places::new();
    let mut number = [0; 4];
    for at in (32..).step_by(usize::try_from(frame).unwrap_or(1)).take_while(|at| at + frame <= length) {
        if read_at(file, at, &mut number)? == 4 && number != [0; 4] {
            places.entry(u32::from_be_bytes(number)).or_default().push(at + 24);
        }
    }
    Ok(places)
}

/// A rollback journal: a head that fills a sector, then pages with their number before and a sum behind; further heads
/// may follow at the beginning of a sector.
fn of_journal(file: &mut File, size: usize) -> io::Result<Places> {
    const MAGIC: [u8; 8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];
    let mut places = Places::new();
    let mut head = [0; 28];
    if read_at(file, 0, &mut head)? < 28 || !head.starts_with(&MAGIC) {
        return Ok(places);
    }
    let sector = u64::from(u32::from_be_bytes([head[20], head[21], head[22], head[23]])).clamp(28, 65_536);
    let length = file.seek(SeekFrom::End(0))?;
    let (mut at, record) = (sector, size as u64 + 8);
    while at + record <= length {
        let mut start = [0; 8];
        read_at(file, at, &mut start)?;
        if start == MAGIC {
            at += sector;
            continue;
        }
        let [a, b, c, d, ..] = start;
        let page = u32::from_be_bytes([a, b, c, d]);
        if page == 0 {
            // What is left of a sector before the next head.
            at = (at / sector + 1) * sector;
            continue;
        }
        places.entry(page).or_default().push(at + 4);
        at += record;
    }
    Ok(places)
}
