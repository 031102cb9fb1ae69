//! Walking over tables side by side, each in the order of its numbers, without writing.

use super::check::PROJECTION;
use super::{Cell, Connection, Result};
use rusqlite::Rows;
pub use rusqlite::Statement;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::types::ValueRef;

/// A table of the projection, row after row.
pub struct Walk<'s> {
    rows: Rows<'s>,
    /// The first column of the present row; none after the last.
    num: Option<i64>,
    differs: bool,
    /// A column that is not looked at.
    unseen: Option<usize>,
}

/// The statement that a walk over a table of the projection reads by.
pub fn statement<'c>(conn: &'c Connection, table: &str) -> Result<Statement<'c>> {
    let order = PROJECTION.iter().find(|(name, _)| *name == table).map_or("1", |(_, order)| order);
    conn.prepare(&format!("SELECT * FROM {table} ORDER BY {order}"))
}

impl<'s> Walk<'s> {
    /// At the first row.
    pub fn of(statement: &'s mut Statement) -> Result<Walk<'s>> {
        let mut walk = Walk { rows: statement.query([])?, num: None, differs: false, unseen: None };
        walk.step()?;
        Ok(walk)
    }

    /// The same, one column not looked at.
    pub fn but(self, column: usize) -> Walk<'s> {
        Walk { unseen: Some(column), ..self }
    }

    /// Notes that there is a row which cannot be as it should be.
    pub fn spoil(&mut self) {
        self.differs = true;
    }

    fn step(&mut self) -> Result<()> {
        self.num = self.rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(())
    }

    /// Goes on to the rows of a number, and notes whether the next of them has these cells; none where there must
    /// be no more. What comes before is not as it should be.
    pub fn meet(&mut self, num: i64, made: Option<&[Cell]>) -> Result<()> {
        while self.num.is_some_and(|there| there < num) {
            self.differs = true;
            self.step()?;
        }
        match (self.num == Some(num), made) {
            (false, None) => return Ok(()),
            (true, Some(made)) => self.differs |= !self.has(made)?,
            _ => self.differs = true,
        }
        if self.num == Some(num) { self.step() } else { Ok(()) }
    }

    fn has(&self, made: &[Cell]) -> Result<bool> {
        let Some(row) = self.rows.get() else { return Ok(false) };
        for (column, made) in made.iter().enumerate() {
            let made = match made {
                Cell::Borrowed(value) => *value,
                Cell::Owned(value) => value.into(),
                _ => return Ok(false),
            };
            if self.unseen != Some(column) && !same(row.get_ref(column)?, made) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether all rows there were are as they should be, and no others come.
    pub fn ends_well(self) -> bool {
        !self.differs && self.num.is_none()
    }
}

/// Whether two cells are the same to the bit.
fn same(one: ValueRef, other: ValueRef) -> bool {
    match (one, other) {
        (ValueRef::Real(one), ValueRef::Real(other)) => one.to_bits() == other.to_bits(),
        (one, other) => one == other,
    }
}

/// The claims that rows of a table hang on, each once, in order.
pub struct Hung<'s> {
    rows: Rows<'s>,
    claim: Option<i64>,
}

/// The statement that [`Hung`] reads by: an index has it whole.
pub fn hung_statement<'c>(conn: &'c Connection, table: &str) -> Result<Statement<'c>> {
    conn.prepare(&format!("SELECT DISTINCT claim FROM {table} INDEXED BY {table}_claim ORDER BY claim"))
}

impl<'s> Hung<'s> {
    /// At the first.
    pub fn of(statement: &'s mut Statement) -> Result<Hung<'s>> {
        let mut hung = Hung { rows: statement.query([])?, claim: None };
        hung.step()?;
        Ok(hung)
    }

    fn step(&mut self) -> Result<()> {
        self.claim = self.rows.next()?.map(|row| row.get(0)).transpose()?;
        Ok(())
    }

    /// The next one up to and with a number, if there is one; it is passed by this.
    pub fn next_to(&mut self, num: i64) -> Result<Option<i64>> {
        let found = self.claim.filter(|claim| *claim <= num);
        if found.is_some() {
            self.step()?;
        }
        Ok(found)
    }
}
