//! The list's state: a window of claims around the cursor, however many the casebook holds.

use super::desk::{Order, Page, Place, Read};
use crate::model::{Claim, Id, Query};
use std::cell::Cell;

/// Claims held at most.
const HELD: usize = 800;
/// Claims between the cursor and the window's edge below which more are fetched.
const MARGIN: usize = 80;

/// The list of claims.
#[derive(Debug, Default)]
pub struct List {
    claims: Vec<Claim>,
    at: usize,
    more: (bool, bool),
    /// Which list this is; answers to older ones are ignored.
    number: u64,
    query: Query,
    asked: Option<Place>,
    /// Whether a page of this list has come yet.
    loaded: bool,
    /// Place in the list that the next page puts the cursor on.
    land: Option<Place>,
    /// Whether that page is the same list read again: the cursor may have moved since it was asked for.
    again: bool,
    total: Option<u64>,
    /// The rank of a claim of the window.
    rank: Option<(Id, u64)>,
    count_wanted: bool,
    /// The last count asked for: of which list, with the rank of which claim.
    count_asked: Option<(u64, Option<Id>)>,
    /// The first row that was last drawn, and how many rows there were room for.
    top: Cell<usize>,
    room: Cell<usize>,
}

impl List {
    /// The claims of the window.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The claims that were last drawn.
    pub fn on_screen(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().skip(self.top.get()).take(self.room.get())
    }

    /// The claim that the cursor is on.
    pub fn selected(&self) -> Option<&Claim> {
        self.claims.get(self.at)
    }

    /// Its place in the window.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether anything is known of this list yet.
    pub fn loaded(&self) -> bool {
        self.loaded
    }

    /// What is listed.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// How many claims there are, if counted.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// The place of the cursor in the whole list, from 1.
    pub fn rank(&self) -> Option<u64> {
        let (id, rank) = self.rank.as_ref()?;
        let known = self.claims.iter().position(|c| c.id == *id)?;
        (rank + 1 + self.at as u64).checked_sub(known as u64)
    }

    /// Lists what another query means, with the cursor where it was if that claim is among them.
    pub fn list(&mut self, query: Query) -> Order {
        (self.query, self.total, self.rank) = (query, None, None);
        self.reload()
    }

    /// Lists what another query means, from the first.
    pub fn list_from_first(&mut self, query: Query) -> Order {
        (self.query, self.total, self.rank) = (query, None, None);
        self.ask_anew(Place::First)
    }

    /// Reads the same again, the cursor staying on its claim.
    pub fn reload(&mut self) -> Order {
        let place = self.selected().map_or(Place::First, |c| Place::Around(c.id.clone()));
        let order = self.ask_anew(place);
        self.again = true;
        order
    }

    /// Goes to a claim that need not be in the window.
    pub fn go_to(&mut self, id: &Id) -> Option<Order> {
        match self.claims.iter().position(|c| c.id == *id) {
            Some(at) => {
                self.at = at;
                None
            }
            None => Some(self.ask_anew(Place::Around(id.clone()))),
        }
    }

    fn ask_anew(&mut self, place: Place) -> Order {
        self.number += 1;
        self.again = false;
        self.asked = Some(place.clone());
        self.land = Some(place.clone());
        self.count_wanted = true;
        Order::Read(Read::Claims { list: self.number, query: self.query.clone(), place })
    }

    /// Moves the cursor by some claims; the window follows by [`List::wants`].
    pub fn step(&mut self, by: isize) {
        let last = self.claims.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Claims on a screenful.
    pub fn screenful(&self) -> isize {
        self.room.get().saturating_sub(1).max(1) as isize
    }

    /// To the first claim of all.
    pub fn first(&mut self) -> Option<Order> {
        self.at = 0;
        self.more.0.then(|| self.ask_anew(Place::First))
    }

    /// To the last claim of all.
    pub fn last(&mut self) -> Option<Order> {
        self.at = self.claims.len().saturating_sub(1);
        self.more.1.then(|| self.ask_anew(Place::Last))
    }

    /// What must be read for the window to reach beyond the cursor, and for the count.
    pub fn wants(&mut self) -> Option<Order> {
        if self.asked.is_some() {
            return None;
        }
        let left = self.claims.len().saturating_sub(self.at);
        let place = match (self.claims.first(), self.claims.last()) {
            (_, Some(last)) if self.more.1 && left < MARGIN => Place::After(last.id.clone()),
            (Some(first), _) if self.more.0 && self.at < MARGIN => Place::Before(first.id.clone()),
            _ => return self.wants_count(),
        };
        self.asked = Some(place.clone());
        Some(Order::Read(Read::Claims { list: self.number, query: self.query.clone(), place }))
    }

    fn wants_count(&mut self) -> Option<Order> {
        let of = self.selected().map(|c| c.id.clone());
        let asked = Some((self.number, of.clone()));
        let wanted =
            self.count_wanted || (of.is_some() && self.rank().is_none() && self.count_asked != asked);
        if !wanted || !self.loaded {
            return None;
        }
        self.count_wanted = false;
        self.count_asked = asked;
        Some(Order::Read(Read::Count { list: self.number, query: self.query.clone(), of }))
    }

    /// Takes a page; false if it belongs to an older list.
    pub fn take(&mut self, page: Page) -> bool {
        if page.list != self.number {
            return false;
        }
        self.asked = None;
        self.loaded = true;
        match page.place {
            Place::After(_) if self.land.is_none() => {
                self.claims.extend(page.claims);
                self.more.1 = page.more.1;
                let over = self.claims.len().saturating_sub(HELD).min(self.at.saturating_sub(MARGIN));
                if over > 0 {
                    self.claims.drain(..over);
                    self.more.0 = true;
                    self.shift(-(over as isize));
                }
            }
            Place::Before(_) if self.land.is_none() => {
                let added = page.claims.len();
                self.claims.splice(0..0, page.claims);
                self.more.0 = page.more.0;
                self.shift(added as isize);
                if self.claims.len() > HELD && self.at + MARGIN < HELD {
                    self.claims.truncate(HELD);
                    self.more.1 = true;
                }
            }
            place => self.replace(place, page.claims, page.more),
        }
        true
    }

    fn shift(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by);
        self.top.set(self.top.get().saturating_add_signed(by));
    }

    fn replace(&mut self, place: Place, claims: Vec<Claim>, more: (bool, bool)) {
        let was = self.at.saturating_sub(self.top.get());
        let found = match &place {
            Place::Last => Some(claims.len().saturating_sub(1)),
            Place::Around(id) => {
                let id = self.selected().filter(|_| self.again).map_or(id, |c| &c.id);
                claims.iter().position(|c| c.id == *id).or_else(|| self.neighbour(&claims))
            }
            _ => Some(0),
        };
        self.at = found.unwrap_or(0).min(claims.len().saturating_sub(1));
        self.top.set(self.at.saturating_sub(was));
        (self.claims, self.more, self.land) = (claims, more, None);
    }

    /// Where the nearest claim to the cursor that is still listed stands now.
    fn neighbour(&self, now: &[Claim]) -> Option<usize> {
        let stands = |c: &Claim| now.iter().position(|n| n.id == c.id);
        let after = self.claims.get(self.at..).unwrap_or_default().iter().take(MARGIN).find_map(stands);
        let head = self.claims.get(..self.at).unwrap_or_default();
        after.or_else(|| head.iter().rev().take(MARGIN).find_map(stands))
    }

    /// A page did not come.
    pub fn failed(&mut self, list: u64) {
        if list == self.number {
            self.asked = None;
            self.more = (false, false);
            self.loaded = true;
        }
    }

    /// The claim asked for is gone: start from the first.
    pub fn restart(&mut self) -> Order {
        self.ask_anew(Place::First)
    }

    /// Takes the count.
    pub fn counted(&mut self, list: u64, of: Option<Id>, (total, rank): (u64, Option<u64>)) {
        if list == self.number {
            self.total = Some(total);
            self.rank = of.zip(rank).or(self.rank.take());
        }
    }

    /// The first claim to draw where pages turn as a whole, so that rows stay where they are.
    pub fn page(&self, room: usize) -> usize {
        let top = self.top.get();
        let top = match self.at {
            at if at >= top + room => at,
            at if at < top => (at + 1).saturating_sub(room),
            _ => top,
        };
        self.top.set(top);
        self.room.set(room);
        top
    }

    /// The first claim to draw where there is room for `room`, so that the cursor's is among them.
    pub fn scroll(&self, room: usize) -> usize {
        let top = self.top.get().clamp((self.at + 1).saturating_sub(room), self.at);
        let top = top.min(self.claims.len().saturating_sub(room));
        self.top.set(top);
        self.room.set(room);
        top
    }
}
