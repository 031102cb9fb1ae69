//! A merge over the panes: how far it is, what it would bring, what it brought.

use super::{Layer, Outcome};
use crate::journal::Merged;
use crate::say;
use crate::tui::app::{App, Tone, sentence};
use crate::tui::command;
use crate::tui::desk::{Failure, MergeFile, Order, Step, Whose};
use crate::tui::form::make;
use crate::tui::keymap::Key;
use std::cell::Cell;

/// How far a merge is.
#[derive(Debug)]
pub enum Stage {
    /// The file is read and proved.
    Proving,
    /// What it would bring is shown, and asked for.
    Asking(Box<Merged>),
    /// It is taken over.
    Taking,
    /// What it brought is shown.
    Done(Box<Merged>),
}

/// A merge.
#[derive(Debug)]
pub struct Merging {
    /// From where.
    pub file: MergeFile,
    /// How far it is.
    pub stage: Stage,
    /// What is to be known of whose it is.
    pub whose: Box<Whose>,
    /// Whether the person wants it to stop.
    pub stopping: bool,
    /// Lines scrolled away.
    pub scroll: Cell<usize>,
}

/// What a person decides of a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Take it over.
    Take,
    /// Stop, or leave it.
    Leave,
    /// See the conflicts that are there now.
    Conflicts,
}

impl Merging {
    /// One that begins.
    pub fn new(file: MergeFile) -> Merging {
        Merging { file, stage: Stage::Proving, whose: Box::default(), stopping: false, scroll: Cell::new(0) }
    }

    /// Does what a key means here.
    pub fn press(&mut self, key: &Key) -> Outcome {
        if super::scrolled(&self.scroll, key) {
            return Outcome::Keep;
        }
        match (&self.stage, key.name()) {
            (Stage::Proving | Stage::Taking, "esc") if !self.stopping => {
                self.stopping = true;
                return Outcome::Merge(Word::Leave);
            }
            (Stage::Asking(found), "y" | "Y" | "enter") if !found.is_empty() => {
                self.stage = Stage::Taking;
                return Outcome::Merge(Word::Take);
            }
            (Stage::Asking(_), "n" | "N" | "esc" | "q" | "enter") => return Outcome::Merge(Word::Leave),
            (Stage::Done(_), "K") => return Outcome::Merge(Word::Conflicts),
            (Stage::Done(_), "esc" | "enter" | "q") => return Outcome::Close,
            _ => {}
        }
        Outcome::Keep
    }
}

/// Does what the person decided.
pub fn decided(app: &mut App, merging: Merging, word: Word) {
    match word {
        Word::Take => {
            merging.scroll.set(0);
            app.job = Some(Step::default());
            app.order(Order::Decide(true));
            app.layers.push(Layer::Merge(merging));
        }
        Word::Leave => {
            let asked = matches!(merging.stage, Stage::Asking(_));
            app.order(if asked { Order::Decide(false) } else { Order::StopJob });
            match asked {
                true => {
                    app.job = None;
                    app.say(Tone::Notice, say!("tui-merge-left"));
                }
                // It says itself when it has stopped.
                false => app.layers.push(Layer::Merge(merging)),
            }
        }
        Word::Conflicts => command::conflicts::open(app),
    }
}

/// What the file would bring is known.
pub fn previewed(app: &mut App, found: Box<Merged>, whose: Box<Whose>) {
    app.job = None;
    match here(app) {
        // It was ready in the moment in which it was to stop.
        Some(merging) if merging.stopping => {
            app.layers.retain(|layer| !matches!(layer, Layer::Merge(_)));
            app.say(Tone::Notice, say!("tui-merge-stopped"));
        }
        Some(merging) => (merging.stage, merging.whose) = (Stage::Asking(found), whose),
        None => {}
    }
}

/// It was taken over, or not.
pub fn merged(app: &mut App, result: Result<Box<Merged>, Failure>) {
    app.job = None;
    match result {
        Ok(brought) => {
            if let Some(merging) = here(app) {
                merging.stage = Stage::Done(brought);
            }
            app.reload();
        }
        Err(failure) => {
            let file = here(app).map(|merging| merging.file.clone());
            app.layers.retain(|layer| !matches!(layer, Layer::Merge(_)));
            match file {
                Some(file) if !failure.stopped => {
                    let mut form = make::merge(&file.typed, if file.other_case { "yes" } else { "" });
                    form.notice = Some(format!("{} {}", sentence(&failure.message), failure.hint));
                    app.layers.push(Layer::Form(Box::new(form)));
                }
                _ => app.say(Tone::Notice, say!("tui-merge-stopped")),
            }
        }
    }
}

fn here(app: &mut App) -> Option<&mut Merging> {
    app.layers.iter_mut().find_map(|layer| match layer {
        Layer::Merge(merging) => Some(merging),
        _ => None,
    })
}
