//! Handing a copy over: what it would tell, and what was written.

use super::{Layer, Outcome, Word};
use crate::journal::{Shared, Tells};
use crate::say;
use crate::tui::app::{App, Tone, sentence};
use crate::tui::desk::{Failure, Order, ShareFile, Step};
use crate::tui::form::make;
use crate::tui::keymap::Key;
use std::cell::Cell;

/// How far it is.
#[derive(Debug)]
pub enum Handing {
    /// The copy is made in a private place.
    Drafting,
    /// What it tells is shown, and asked for.
    Asking,
    /// It is written where it is to go.
    Writing,
    /// It is there.
    Done(Box<Shared>),
}

/// A copy that is handed over.
#[derive(Debug)]
pub struct Sharing {
    /// Where to, and what of.
    pub file: ShareFile,
    /// How far it is.
    pub stage: Handing,
    /// What it tells, and the head of the casebook, when that is known.
    pub tells: Option<(Box<Tells>, String)>,
    /// Whether the person wants it to stop.
    pub stopping: bool,
    /// Lines scrolled away.
    pub scroll: Cell<usize>,
}

impl Sharing {
    /// One that begins.
    pub fn new(file: ShareFile) -> Sharing {
        Sharing { file, stage: Handing::Drafting, tells: None, stopping: false, scroll: Cell::new(0) }
    }

    /// Does what a key means here.
    pub fn press(&mut self, key: &Key) -> Outcome {
        if super::scrolled(&self.scroll, key) {
            return Outcome::Keep;
        }
        match (&self.stage, key.name()) {
            (Handing::Drafting | Handing::Writing, "esc") if !self.stopping => {
                self.stopping = true;
                Outcome::Share(Word::Leave)
            }
            (Handing::Asking, "y" | "Y" | "enter") => {
                self.stage = Handing::Writing;
                Outcome::Share(Word::Take)
            }
            (Handing::Asking, "n" | "N" | "esc" | "q") => Outcome::Share(Word::Leave),
            (Handing::Done(_), "esc" | "enter" | "q") => Outcome::Close,
            _ => Outcome::Keep,
        }
    }
}

/// Does what the person decided.
pub fn decided(app: &mut App, sharing: Sharing, word: Word) {
    match (word, &sharing.stage) {
        (Word::Leave, Handing::Asking) => {
            app.order(Order::Decide(false));
            app.job = None;
            app.say(Tone::Notice, say!("tui-share-left"));
        }
        (Word::Leave, _) => {
            app.order(Order::StopJob);
            // It says itself when it has stopped.
            app.layers.push(Layer::Share(Box::new(sharing)));
        }
        _ => {
            sharing.scroll.set(0);
            app.job = Some(Step::default());
            app.order(Order::Decide(true));
            app.layers.push(Layer::Share(Box::new(sharing)));
        }
    }
}

/// What the copy tells is known.
pub fn drafted(app: &mut App, tells: Box<Tells>, head: String) {
    app.job = None;
    match here(app) {
        // It was ready in the moment in which it was to stop.
        Some(sharing) if sharing.stopping => {
            app.layers.retain(|layer| !matches!(layer, Layer::Share(_)));
            app.say(Tone::Notice, say!("tui-share-left"));
        }
        Some(sharing) => (sharing.stage, sharing.tells) = (Handing::Asking, Some((tells, head))),
        None => {}
    }
}

/// It was written, or not.
pub fn shared(app: &mut App, result: Result<Box<Shared>, Failure>) {
    app.job = None;
    match result {
        Ok(shared) => {
            if let Some(sharing) = here(app) {
                sharing.stage = Handing::Done(shared);
            }
        }
        Err(failure) => {
            let file = here(app).map(|sharing| sharing.file.clone());
            app.layers.retain(|layer| !matches!(layer, Layer::Share(_)));
            match file {
                Some(file) if !failure.stopped => {
                    let mut form = make::share(app, &file.typed, file.query.is_some());
                    form.notice = Some(format!("{} {}", sentence(&failure.message), failure.hint));
                    app.layers.push(Layer::Form(Box::new(form)));
                }
                _ => app.say(Tone::Notice, say!("tui-share-left")),
            }
        }
    }
}

fn here(app: &mut App) -> Option<&mut Sharing> {
    app.layers.iter_mut().find_map(|layer| match layer {
        Layer::Share(sharing) => Some(&mut **sharing),
        _ => None,
    })
}
