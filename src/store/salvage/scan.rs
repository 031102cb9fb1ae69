//! All rows of a journal that any page holds, whether or not a tree leads there: roots, inner pages, indexes and the
//! schema may be gone.

use super::super::Result;
use super::pages::{Pages, Place};
use super::record::{Cell, Columns, Kind, Tree};
use super::stage::Stage;
use std::sync::atomic::{AtomicBool, Ordering};

/// So many times the bytes of the file are taken at most, and so many bytes beside.
const TIMES: u64 = 8;
const ROOM: u64 = 64 << 20;

/// What was read of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    /// Pages of the file.
    pub pages: u64,
    /// Pages that its head says it should have and that are not there.
    pub missing: u64,
    /// Pages that the disk would not give.
    pub unreadable: u64,
    /// Pages that had to be searched byte by byte for rows and held some.
    pub torn: u64,
}

/// Reads all pages into the stage. False where it was stopped.
pub fn scan(
    pages: &mut Pages,
    stage: &Stage,
    stop: &AtomicBool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Option<Scanned>> {
    let used = vec![0; 1 + usize::try_from(pages.count() / 64).unwrap_or(0)];
    let mut scan = Scan { used, torn: 0, room: ROOM + TIMES * pages.count() * pages.usable() as u64 };
    let (mut page, mut odd) = (Vec::new(), Vec::new());
    for (n, place) in pages.places().enumerate() {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        progress(n as u64, pages.count());
        let whole = pages.read(place, &mut page);
        if !(whole && scan.orderly(pages, place, &page, stage)?) && page.iter().any(|b| *b != 0) {
            odd.push(place);
        }
    }
    // Pages that go on with a row of another are known now.
    for place in odd {
        if stop.load(Ordering::Relaxed) {
            return Ok(None);
        }
        if !scan.is_used(place.page) {
            pages.read(place, &mut page);
            scan.search(pages, place, &page, stage)?;
        }
    }
    Ok(Some(Scanned {
        pages: pages.count(),
        missing: pages.claimed.saturating_sub(pages.count()),
        unreadable: pages.unreadable,
        torn: scan.torn,
    }))
}

/// How many rows of a journal a page holds that is in order.
pub fn worth(page: &[u8], start: usize) -> usize {
    let cells = cells(page, start).map(|(tree, cells)| {
        cells.into_iter().filter(|at| kind_at(page, *at, tree, page.len()).is_some()).count()
    });
    cells.unwrap_or(0)
}

struct Scan {
    /// One bit for each page: whether it goes on with a row that was read.
    used: Vec<u64>,
    torn: u64,
    /// Bytes of rows that are still taken: a crafted file can show the same bytes in any number of rows.
    room: u64,
}

/// The tree that a page belongs to, and where its cells lie; none where the page is not in order.
fn cells(page: &[u8], start: usize) -> Option<(Tree, Vec<usize>)> {
    let head = page.get(start..start + 12)?;
    let (tree, size, skip) = match head.first()? {
        0x0D => (Tree::Table, 8, 0),
        0x0A => (Tree::Index, 8, 0),
        0x02 => (Tree::Index, 12, 4),
        // Holds no rows.
        0x05 => return Some((Tree::Table, Vec::new())),
        _ => return None,
    };
    let count = usize::from(u16::from_be_bytes([head[3], head[4]]));
    let list = page.get(start + size..start + size + 2 * count)?;
    let first = start + size + list.len();
    let places = list.chunks_exact(2).map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])));
    let places = places.map(|at| (at >= first && at < page.len()).then_some(at + skip));
    Some((tree, places.collect::<Option<Vec<usize>>>()?))
}

fn kind_at(page: &[u8], at: usize, tree: Tree, usable: usize) -> Option<(Cell<'_>, Columns, Kind)> {
    let cell = Cell::at(page.get(at..)?, tree, usable)?;
    let columns = Columns::of(&cell)?;
    let kind = columns.kind(tree, cell.local)?;
    Some((cell, columns, kind))
}

impl Scan {
    /// Reads a page as its head says; false where it is not in order.
    fn orderly(&mut self, pages: &mut Pages, place: Place, page: &[u8], stage: &Stage) -> Result<bool> {
        let start = if place.page == 1 { 100 } else { 0 };
        let Some((tree, places)) = cells(page, start) else { return Ok(false) };
        for at in &places {
            // A cell that is none of ours may have any form, but it has one.
            if page.get(*at..).and_then(|bytes| Cell::at(bytes, tree, pages.usable())).is_none() {
                return Ok(false);
            }
        }
        for at in places {
            if let Some((cell, columns, kind)) = kind_at(page, at, tree, pages.usable()) {
                self.take(pages, place, &cell, &columns, kind, stage)?;
            }
        }
        Ok(true)
    }

    /// Looks for a row at every byte of a page.
    fn search(&mut self, pages: &mut Pages, place: Place, page: &[u8], stage: &Stage) -> Result<()> {
        let mut found = false;
        for at in 0..page.len() {
            for tree in [Tree::Table, Tree::Index] {
                let Some((cell, columns, kind)) = kind_at(page, at, tree, pages.usable()) else { continue };
                // So few columns that anything can look like them.
                let weak = matches!(kind, Kind::Blob | Kind::Casebook | Kind::ActionIndex | Kind::Erasure);
                if !weak {
                    found = true;
                    self.take(pages, place, &cell, &columns, kind, stage)?;
                }
            }
        }
        self.torn += u64::from(found);
        Ok(())
    }

    fn take(
        &mut self,
        pages: &mut Pages,
        place: Place,
        cell: &Cell,
        columns: &Columns,
        kind: Kind,
        stage: &Stage,
    ) -> Result<()> {
        let Some(room) = self.room.checked_sub(cell.length as u64) else { return Ok(()) };
        self.room = room;
        if cell.overflow == 0 {
            return stage.take(kind, cell.rowid, columns, cell.local);
        }
        let row = self.whole_row(pages, place, cell);
        stage.take(kind, cell.rowid, columns, &row)
    }

    /// The bytes of a row that goes on in other pages, as far as they can be followed.
    fn whole_row(&mut self, pages: &mut Pages, from: Place, cell: &Cell) -> Vec<u8> {
        let mut row = cell.local.to_vec();
        let (mut next, mut page) = (cell.overflow, Vec::new());
        while row.len() < cell.length && next != 0 {
            if from.page == next || (u64::from(next) > pages.count() && pages.beside(from, next) == from) {
                break;
            }
            let place = pages.beside(from, next);
            if !pages.read(place, &mut page) {
                break;
            }
            self.use_page(next);
            let (head, rest) = page.split_at(4);
            let wanted = (cell.length - row.len()).min(rest.len());
            row.extend_from_slice(&rest[..wanted]);
            next = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        }
        row
    }

    fn use_page(&mut self, page: u32) {
        if let Some(word) = self.used.get_mut(page as usize / 64) {
            *word |= 1 << (page % 64);
        }
    }

    fn is_used(&self, page: u32) -> bool {
        self.used.get(page as usize / 64).is_some_and(|word| word & 1 << (page % 64) != 0)
    }
}
