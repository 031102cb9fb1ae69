//! One cell of a page, decoded as SQLite's file format says (<https://sqlite.org/fileformat2.html>), and told by its
//! shape: of which of the journal's tables it is a row.

/// The longest row that is read, in bytes; nothing that a casebook takes is longer.
const LONGEST: u64 = 16 << 20;
/// Columns of the widest row that is looked for.
const MOST_COLUMNS: usize = 9;
/// The bytes that every chunk begins with.
const ZSTANDARD: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];

/// The kinds of pages that hold rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tree {
    /// Leaves of a table: a row number, then the row.
    Table,
    /// An index, or a table without row numbers.
    Index,
}

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `subject`.
    Subject,
    /// The index of subjects by their id.
    SubjectIndex,
    /// `sitting`.
    Sitting,
    /// `entry`.
    Entry,
    /// The index of entries by their action.
    ActionIndex,
    /// `part`.
    Part,
    /// `blob`.
    Blob,
    /// `chunk`.
    Chunk,
    /// `casebook`.
    Casebook,
    /// `erasure`.
    Erasure,
}

/// A cell as it lies in a page: what there is of its row, and where the rest lies.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Row number; 0 in an index.
    pub rowid: i64,
    /// Bytes of the row.
    pub length: usize,
    /// Those that lie in the page.
    pub local: &'a [u8],
    /// Number of the page that goes on with it; 0 if none does.
    pub overflow: u32,
}

impl<'a> Cell<'a> {
    /// The cell at the beginning of these bytes, on pages of which so many bytes are used.
    pub fn at(bytes: &'a [u8], tree: Tree, usable: usize) -> Option<Cell<'a>> {
        let (length, mut head) = varint(bytes)?;
        if !(2..=LONGEST).contains(&length) {
            return None;
        }
        let mut rowid = 0;
        if tree == Tree::Table {
            let (found, size) = varint(bytes.get(head..)?)?;
            rowid = i64::from_be_bytes(found.to_be_bytes());
            head += size;
        }
        let length = usize::try_from(length).ok()?;
        let here = local(length, tree, usable);
        let local = bytes.get(head..head + here)?;
        let mut overflow = 0;
        if here < length {
            overflow = u32::from_be_bytes(bytes.get(head + here..head + here + 4)?.try_into().ok()?);
        }
        Some(Cell { rowid, length, local, overflow })
    }
}

/// How many bytes of a row lie in the cell itself.
fn local(length: usize, tree: Tree, usable: usize) -> usize {
    let least = ((usable - 12) * 32 / 255) - 23;
    let most = match tree {
        Tree::Table => usable - 35,
        Tree::Index => ((usable - 12) * 64 / 255) - 23,
    };
    if length <= most {
        return length;
    }
    let fit = least + (length - least) % (usable - 4);
    if fit <= most { fit } else { least }
}

/// A number of up to nine bytes, and how many it takes.
fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut value = 0u64;
    for (n, byte) in bytes.iter().take(9).enumerate() {
        if n == 8 {
            return Some((value << 8 | u64::from(*byte), 9));
        }
        value = value << 7 | u64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some((value, n + 1));
        }
    }
    None
}

/// The columns of a row: type and place of each.
#[derive(Debug)]
pub struct Columns {
    types: [u64; MOST_COLUMNS],
    places: [usize; MOST_COLUMNS],
    count: usize,
}

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// Text or bytes.
    Bytes(&'a [u8]),
    /// Its bytes are not here any more.
    Gone,
}

impl Columns {
    /// The columns of a row, read from what of it lies in its cell; none where it cannot be a row of ours.
    pub fn of(cell: &Cell) -> Option<Columns> {
        let (head, mut at) = varint(cell.local)?;
        let head = usize::try_from(head).ok()?;
        let mut columns = Columns { types: [0; MOST_COLUMNS], places: [0; MOST_COLUMNS], count: 0 };
        let mut place = head;
        while at < head {
            let (kind, size) = varint(cell.local.get(at..head)?)?;
            // A later format may have more columns: those known come first.
            if columns.count < MOST_COLUMNS {
                columns.types[columns.count] = kind;
                columns.places[columns.count] = place;
                columns.count += 1;
            }
            at += size;
            place = place.checked_add(width(kind)?)?;
        }
        (at == head && place == cell.length).then_some(columns)
    }

    /// Whose row it is, by the types of its columns and, where these do not tell, by what it says.
    pub fn kind(&self, tree: Tree, row: &[u8]) -> Option<Kind> {
        use Class::{Blob, Int, Null, Text};
        let mut classes = [Null; MOST_COLUMNS];
        for (class, kind) in classes.iter_mut().zip(self.types.iter().take(self.count)) {
            *class = Class::of(*kind)?;
        }
        let classes = &classes[..self.count];
        Some(match (tree, classes) {
            (Tree::Table, [Null, Int, Int, Int, Text(_), Text(_), Text(_), Blob(32), Null | Blob(64)]) => {
                Kind::Entry
            }
            (Tree::Table, [Null, Text(4..=8)]) if self.is_state(1, row) => Kind::Erasure,
            (Tree::Table, [Null, Text(1..=64)]) if self.is_name(1, row) => Kind::Subject,
            (Tree::Table, [Null, Blob(32), Int, Blob(32), Int, Int]) => Kind::Sitting,
            (Tree::Table, [Null, Blob(32), Int]) => Kind::Blob,
            (Tree::Table, [Int, Int, Blob(_)]) if self.begins(2, row, &ZSTANDARD) => Kind::Chunk,
            (Tree::Table, [Null, Text(32), Text(_), Text(_), Text(_)]) => Kind::Casebook,
            (
                Tree::Index,
                [Int, Int, Int, Text(1..=16), Blob(32), Null | Blob(16), Null | Text(_), Null | Int, ..],
            ) => Kind::Part,
            (Tree::Index, [Text(32), Int]) => Kind::ActionIndex,
            (Tree::Index, [Text(1..=64), Int]) if self.is_name(0, row) => Kind::SubjectIndex,
            _ => return None,
        })
    }

    fn begins(&self, column: usize, row: &[u8], with: &[u8]) -> bool {
        // The rest of it may lie on other pages.
        self.places
            .get(column)
            .and_then(|place| row.get(*place..))
            .is_some_and(|bytes| bytes.starts_with(with))
    }

    /// Whether a column is what was decided of an erasure: no subject has such a name.
    fn is_state(&self, column: usize, row: &[u8]) -> bool {
        let states: [&[u8]; 4] = [b"waiting", b"refused", b"done", b"swept"];
        matches!(self.value(column, row), Value::Bytes(word) if states.contains(&word))
    }

    /// Whether a column is the name of a subject.
    fn is_name(&self, column: usize, row: &[u8]) -> bool {
        let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'_';
        matches!(self.value(column, row), Value::Bytes(name) if name.iter().all(plain))
    }

    /// A value, from as many bytes of the row as there are.
    pub fn value<'a>(&self, column: usize, row: &'a [u8]) -> Value<'a> {
        if column >= self.count {
            return Value::Null;
        }
        let (kind, place) = (self.types[column], self.places[column]);
        let Some(bytes) = width(kind).and_then(|width| row.get(place..place + width)) else {
            return Value::Gone;
        };
        match kind {
            0 => Value::Null,
            1..=6 => {
                let sign = if bytes.first().is_some_and(|b| b & 0x80 != 0) { -1 } else { 0 };
                Value::Int(bytes.iter().fold(sign, |n, b| n << 8 | i64::from(*b)))
            }
            8 => Value::Int(0),
            9 => Value::Int(1),
            _ => Value::Bytes(bytes),
        }
    }

    /// A whole number.
    pub fn int(&self, column: usize, row: &[u8]) -> Option<i64> {
        match self.value(column, row) {
            Value::Int(n) => Some(n),
            _ => None,
        }
    }

    /// Bytes, of text too.
    pub fn bytes<'a>(&self, column: usize, row: &'a [u8]) -> Option<&'a [u8]> {
        match self.value(column, row) {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// A type, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Null,
    Int,
    Text(usize),
    Blob(usize),
}

impl Class {
    fn of(kind: u64) -> Option<Class> {
        Some(match kind {
            0 => Class::Null,
            1..=6 | 8 | 9 => Class::Int,
            12.. if kind.is_multiple_of(2) => Class::Blob(width(kind)?),
            13.. => Class::Text(width(kind)?),
            _ => return None,
        })
    }
}

/// How many bytes a value of this type takes.
fn width(kind: u64) -> Option<usize> {
    Some(match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        12.. => usize::try_from((kind - 12) / 2).ok()?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(bytes: &[u8]) -> Cell<'_> {
        Cell::at(bytes, Tree::Table, 8192).unwrap()
    }

    #[test]
    fn numbers_of_every_length() {
        assert_eq!(varint(&[0x7F]), Some((127, 1)));
        assert_eq!(varint(&[0x81, 0x00]), Some((128, 2)));
        assert_eq!(varint(&[0xFF; 9]), Some((u64::MAX, 9)));
        assert_eq!(varint(&[0x81]), None);
        assert_eq!(varint(&[]), None);
    }

    #[test]
    fn a_row_is_told_by_its_columns() {
        // Five bytes, row number 7: a head of three bytes, nothing, and the text “c1”.
        let bytes = [5, 7, 3, 0, 17, b'c', b'1', 99];
        let cell = cell(&bytes);
        assert_eq!((cell.rowid, cell.length, cell.overflow), (7, 5, 0));
        let columns = Columns::of(&cell).unwrap();
        assert_eq!(columns.kind(Tree::Table, cell.local), Some(Kind::Subject));
        assert_eq!(columns.kind(Tree::Index, cell.local), None);
        assert_eq!(columns.bytes(1, cell.local), Some(&b"c1"[..]));
        assert_eq!(columns.value(2, cell.local), Value::Null);
        assert_eq!(columns.value(1, &cell.local[..4]), Value::Gone);
    }

    #[test]
    fn what_does_not_add_up_is_no_row() {
        for bytes in
            [&[6, 7, 3, 0, 17, b'c', b'1', 0][..], &[5, 7, 9, 0, 17, b'c', b'1'], &[5, 7, 3, 0, 10, 0, 0]]
        {
            assert!(Columns::of(&cell(bytes)).is_none(), "{bytes:?}");
        }
        assert!(Cell::at(&[0xFF; 12], Tree::Table, 8192).is_none(), "longer than all");
        assert!(Cell::at(&[5, 7, 3], Tree::Table, 8192).is_none(), "cut");
    }

    #[test]
    fn negative_numbers_keep_their_sign() {
        let bytes = [6, 1, 4, 1, 2, 0, 0xFE, 0xFF, 0xFD];
        let cell = Cell::at(&bytes, Tree::Index, 8192).unwrap();
        assert_eq!(cell.local.len(), 6);
        let row = [4, 1, 2, 0, 0xFE, 0xFF, 0xFD];
        let cell = Cell { rowid: 0, length: 7, local: &row, overflow: 0 };
        let columns = Columns::of(&cell).unwrap();
        assert_eq!((columns.int(0, &row), columns.int(1, &row)), (Some(-2), Some(-3)));
    }
}
