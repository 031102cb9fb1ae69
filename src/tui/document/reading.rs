//! Reading row by row, for screen readers: keys move the row that is read, and pages turn as a whole.

use super::{DocumentView, Spot};

impl DocumentView {
    /// Where the cursor is: at the caret while marking, else on the row that is read, else on the claim.
    pub fn reading_byte(&self) -> Option<usize> {
        match &self.mark {
            Some(mark) => Some(mark.caret),
            None => self.reading.get().or_else(|| self.bytes_of(self.at()?).map(|bytes| bytes.start)),
        }
    }

    /// Reads some rows on, or back.
    pub(super) fn read_on(&self, by: isize) {
        let from = self.spot(self.reading_byte().unwrap_or_else(|| self.top_byte()));
        self.read_at(match usize::try_from(by) {
            Ok(on) => self.forward(from, on),
            Err(_) => self.back(from, by.unsigned_abs()),
        });
    }

    /// Reads the first row.
    pub(super) fn read_first(&self) {
        self.read_at(Spot::default());
    }

    /// Reads the last row.
    pub(super) fn read_last(&self) {
        self.read_at(self.end());
    }

    fn read_at(&self, spot: Spot) {
        let Some(text) = self.text() else { return };
        let row = self.rows(spot.piece).get(spot.row).map_or(0, |row| row.source.start);
        self.reading.set(Some(text.range(spot.piece).start + row));
        let top = self.top.get();
        if spot < top {
            self.top.set(self.back(spot, self.room() - 1));
        } else if spot > self.forward(top, self.room() - 1) {
            self.top.set(spot);
        }
    }
}
