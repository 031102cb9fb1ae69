//! The state of the document view: place, claims with their bytes, the mark. Only what is seen is laid out.

mod mark;
mod reading;
mod scroll;

pub use mark::{Mark, Purpose};
pub use scroll::Spot;

use super::desk::{Loaded, Order, Read};
use super::document_text::DocumentText;
use super::theme::Theme;
use crate::bidi::Mode;
use crate::model::{Claim, Document, Id};
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

/// A claim's place in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Which claim.
    pub claim: usize,
    /// The furthest end of this place and all before it.
    reach: usize,
}

/// A document that is being read.
#[derive(Debug)]
pub struct DocumentView {
    id: Id,
    /// Its head, when read.
    pub document: Option<Document>,
    text: Option<Arc<DocumentText>>,
    claims: Vec<Claim>,
    places: Vec<Place>,
    /// The claim that the cursor is on, and its number once it has been read.
    current: Option<Id>,
    at: Option<usize>,
    /// The bytes of each claim.
    bytes: Vec<Option<Range<usize>>>,
    asked: bool,
    top: Cell<Spot>,
    size: Cell<(u16, u16)>,
    /// A byte that the next drawing brings into sight.
    follow: Cell<Option<usize>>,
    /// The row that a screen reader was led to, by its first byte.
    reading: Cell<Option<usize>>,
    /// The mark that is being made.
    pub mark: Option<Mark>,
    /// Begin to mark the claim's span when the text is there.
    mark_span: bool,
    /// What was looked for last.
    pub sought: String,
    mode: Mode,
    theme: Theme,
}

impl DocumentView {
    /// The view of a document, with the cursor on a claim.
    pub fn new(id: Id, claim: Option<Id>, mode: Mode, theme: Theme) -> DocumentView {
        DocumentView {
            id,
            document: None,
            text: None,
            claims: Vec::new(),
            places: Vec::new(),
            current: claim,
            at: None,
            bytes: Vec::new(),
            asked: false,
            top: Cell::default(),
            size: Cell::new((80, 20)),
            follow: Cell::new(None),
            reading: Cell::new(None),
            mark: None,
            mark_span: false,
            sought: String::new(),
            mode,
            theme,
        }
    }

    /// Which document.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// Whether its text is there.
    pub fn loaded(&self) -> bool {
        self.text.is_some()
    }

    /// Its text.
    pub fn text(&self) -> Option<&DocumentText> {
        self.text.as_deref()
    }

    /// How it is laid out.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Its styles.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// Its claims in order of place.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The claim that the cursor is on.
    pub fn claim(&self) -> Option<&Claim> {
        self.claims.get(self.at()?)
    }

    /// Its number among the document's claims, from 0.
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    fn select(&mut self, id: Option<Id>) {
        self.at = self.claims.iter().position(|c| Some(&c.id) == id.as_ref());
        self.current = id;
    }

    /// What must be read.
    pub fn wants(&mut self) -> Option<Order> {
        let wanted = !self.asked;
        self.asked = true;
        wanted.then(|| Order::Read(Read::Document { id: self.id.clone(), text: self.text.is_none() }))
    }

    /// Reads the claims again.
    pub fn reload(&mut self) {
        self.asked = false;
    }

    /// Takes what was read.
    pub fn take(&mut self, loaded: Loaded) {
        let (first, unknown) = (self.text.is_none(), self.at.is_none());
        let loaded_without_text = loaded.text.is_none();
        if let Some(text) = loaded.text {
            self.text = Some(text);
        }
        let blanked = self.document.as_ref().map(|document| document.blanked);
        if loaded_without_text && blanked != Some(loaded.document.blanked) {
            // Words were erased meanwhile: what is at hand must not be shown any more.
            (self.text, self.asked) = (None, false);
        }
        self.document = Some(loaded.document);
        self.claims = loaded.claims;
        self.place_claims();
        self.select(self.current.clone());
        if self.at.is_none() {
            self.select(self.claims.first().map(|c| c.id.clone()));
        }
        if first || unknown {
            self.follow_claim();
        }
        if self.mark_span {
            self.begin_span();
        }
    }

    fn place_claims(&mut self) {
        let Some(text) = &self.text else { return };
        let bytes = |c: &Claim| {
            let bytes = text.byte(c.start?)..text.byte(c.end?);
            (!bytes.is_empty()).then_some(bytes)
        };
        self.bytes = self.claims.iter().map(bytes).collect();
        let place = |(claim, bytes): (usize, &Option<Range<usize>>)| {
            bytes.clone().map(|bytes| Place { bytes, claim, reach: 0 })
        };
        self.places = self.bytes.iter().enumerate().filter_map(place).collect();
        self.places.sort_by_key(|p| (p.bytes.start, std::cmp::Reverse(p.bytes.end)));
        let mut reach = 0;
        for place in &mut self.places {
            reach = reach.max(place.bytes.end);
            place.reach = reach;
        }
    }

    /// The places that touch some bytes, outermost first.
    pub fn places_in(&self, bytes: &Range<usize>) -> Vec<&Place> {
        let until = self.places.partition_point(|p| p.bytes.start < bytes.end);
        let before = self.places.get(..until).unwrap_or_default();
        let mut found: Vec<&Place> = before
            .iter()
            .rev()
            .take_while(|p| p.reach > bytes.start)
            .filter(|p| p.bytes.end > bytes.start)
            .collect();
        found.reverse();
        found
    }

    /// The bytes of a claim.
    pub fn bytes_of(&self, claim: usize) -> Option<Range<usize>> {
        self.bytes.get(claim).cloned().flatten()
    }

    /// Goes some claims on or back.
    pub fn step_claim(&mut self, by: isize) {
        let last = self.claims.len().saturating_sub(1);
        let to = self.at().map_or(0, |at| at.saturating_add_signed(by).min(last));
        if let Some(claim) = self.claims.get(to) {
            (self.current, self.at) = (Some(claim.id.clone()), Some(to));
            self.follow_claim();
        }
    }

    /// Goes to a claim, at once or when it has been read.
    pub fn go_to_claim(&mut self, id: &Id) {
        self.select(Some(id.clone()));
        self.follow_claim();
    }

    fn follow_claim(&self) {
        self.reading.set(None);
        if let Some(bytes) = self.at().and_then(|at| self.bytes_of(at)) {
            self.follow.set(Some(bytes.start));
        }
    }

    /// Goes to the next place of some words after the top of the screen or the last find; false if there is none.
    pub fn find(&mut self, words: &str) -> bool {
        let Some(text) = self.text.clone() else { return false };
        let again = self.sought == words;
        self.sought = words.to_owned();
        let top = text.range(self.top.get().piece).start;
        let from = match &self.mark {
            Some(mark) => mark.caret + usize::from(again),
            None => top,
        };
        let finder = memchr::memmem::Finder::new(words);
        let bytes = text.text().as_bytes();
        let behind = bytes.get(from..).and_then(|tail| finder.find(tail)).map(|at| from + at);
        let Some(found) = behind.or_else(|| finder.find(bytes)) else { return false };
        self.mark = Some(Mark { caret: found, anchor: None, purpose: Purpose::Add });
        self.follow.set(Some(found));
        true
    }
}
