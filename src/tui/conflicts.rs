//! The view of what stands against each other: conflicts, whose sides can be chosen, and disputes.

use crate::model::{Conflict, Dispute};
use std::cell::Cell;

/// Something that stands against something.
#[derive(Debug, Clone, PartialEq)]
pub enum Against {
    /// Unlike values of a field, with words that tell what it is a field of.
    Conflict(Conflict, String),
    /// Unlike verdicts on a claim.
    Dispute(Dispute),
}

impl Against {
    /// How many sides it has.
    pub fn sides(&self) -> usize {
        match self {
            Against::Conflict(conflict, _) => conflict.sides.len(),
            Against::Dispute(dispute) => dispute.verdicts.len(),
        }
    }

    fn is_same(&self, other: &Against) -> bool {
        match (self, other) {
            (Against::Conflict(a, _), Against::Conflict(b, _)) => {
                (&a.subject, &a.field) == (&b.subject, &b.field)
            }
            (Against::Dispute(a), Against::Dispute(b)) => a.claim == b.claim,
            _ => false,
        }
    }
}

/// The state of the view.
#[derive(Debug, Default)]
pub struct Conflicts {
    /// All of them, as read last; none where they are being read.
    pub items: Option<Vec<Against>>,
    /// The one with the cursor.
    pub at: usize,
    /// The side that is chosen, from 0.
    pub side: usize,
    /// Rows of the sides scrolled away.
    pub scroll: Cell<usize>,
}

impl Conflicts {
    /// The one with the cursor.
    pub fn current(&self) -> Option<&Against> {
        self.items.as_ref()?.get(self.at)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.items.as_ref().map_or(0, Vec::len)
    }

    /// Takes what was read; the cursor stays on what it was on.
    pub fn take(&mut self, items: Vec<Against>) {
        let was = self.current().cloned();
        let found = was.as_ref().and_then(|was| items.iter().position(|item| item.is_same(was)));
        self.at = found.unwrap_or(self.at).min(items.len().saturating_sub(1));
        if items.get(self.at) != was.as_ref() {
            self.side = 0;
            self.scroll.set(0);
        }
        self.items = Some(items);
    }

    /// To another one.
    pub fn step(&mut self, by: isize) {
        let last = self.count().saturating_sub(1);
        let at = self.at.saturating_add_signed(by).min(last);
        if at != self.at {
            (self.at, self.side) = (at, 0);
            self.scroll.set(0);
        }
    }

    /// To another side.
    pub fn step_side(&mut self, by: isize) {
        let count = self.current().map_or(0, Against::sides).max(1) as isize;
        self.side = (self.side as isize + by).rem_euclid(count) as usize;
    }

    /// Scrolls what the sides say.
    pub fn scroll(&self, by: isize) {
        self.scroll.set(self.scroll.get().saturating_add_signed(by));
    }
}
