//! Screens for screen readers: one thing at a time, one beneath the other, in words and in reading order.
//!
//! No frames, bars or glyphs that mean something; the terminal's cursor is always on the row or field that keys act
//! on; rows stay where they are as long as they can (pages turn as a whole), since a screen reader may read out
//! whatever changes. What can be done, and by which keys, is the same as on the ordinary screens.

mod dialogs;
mod page;
mod views;

use super::bars;
use crate::say;
use crate::tui::app::{App, Message, Tone, View};
use crate::tui::layer::Layer;
use crate::tui::paint::{Ink, take_top};
use page::Page;
use ratatui::layout::Rect;

/// The smallest screen that it fits on.
const SMALLEST: (u16, u16) = (20, 8);
/// Rows kept for messages and for what is to be put into a field.
const NOTES: u16 = 3;

/// Draws the workbench.
pub fn draw(app: &App, ink: &mut Ink) {
    let mut rest = ink.screen();
    if rest.width < SMALLEST.0 || rest.height < SMALLEST.1 {
        return super::too_small(ink, rest, SMALLEST);
    }
    let head = take_top(&mut rest, 1);
    ink.text(head, &heading(app), ink.theme.plain());
    let below = Rect { y: rest.bottom() - NOTES - 1, height: NOTES, ..rest };
    let keys = Rect { y: rest.bottom() - 1, height: 1, ..rest };
    rest.height -= NOTES + 1;
    let room = usize::from(rest.height) - 1;
    let page = match app.layers.last() {
        Some(layer) => dialog(app, layer, ink, (rest.width, room)),
        None => match app.view {
            View::Claims => views::claims(app, ink, room),
            View::Document => views::document(app, ink, rest),
            View::Conflicts => views::conflicts(app),
        },
    };
    let note = if page.note.is_empty() { message(app) } else { page.note.clone() };
    page.draw(ink, rest);
    page::paragraph(ink, below, &note);
    hints(app, ink, keys);
}

fn dialog<'a>(app: &App, layer: &'a Layer, ink: &Ink, size: (u16, usize)) -> Page<'a> {
    match layer {
        Layer::Form(form) => dialogs::form(form, size),
        Layer::Pick(pick) => dialogs::pick(pick),
        Layer::Palette(palette) => dialogs::palette(palette),
        Layer::Help(help) => dialogs::help(help, size.1),
        Layer::Confirm(confirm) => dialogs::confirm(confirm),
        Layer::Merge(merging) => dialogs::sheet(super::merge::sheet(app, merging, ink.theme)),
        Layer::Share(sharing) => dialogs::sheet(super::share::sheet(app, sharing, ink.theme)),
    }
}

/// The casebook and what is under way; nothing here that changes with every key.
fn heading(app: &App) -> String {
    let name = app.me.as_ref().map(|me| me.name.clone()).filter(|name| !name.is_empty());
    let working = match (&app.writing, app.exporting) {
        (Some(words), _) => Some(words.clone()),
        (None, Some(_)) => Some(say!("tui-plain-exporting")),
        (None, None) => None,
    };
    let ended = app.key_ended.map(|how| say!("tui-head-key-ended", how = crate::told::ended(how)));
    let waiting = (app.erasures > 0).then(|| say!("tui-head-erasures", n = app.erasures));
    let total = app.list.total().map(|total| say!("tui-head-total", total = total));
    let blind = app.blind.on.then(|| say!("tui-head-blind"));
    let parts =
        [Some("hudna".to_owned()), Some(app.title.clone()), name, ended, total, blind, waiting, working];
    crate::locale::list(&parts.into_iter().flatten().collect::<Vec<_>>())
}

fn message(app: &App) -> String {
    match (&app.filter.error, &app.message) {
        (Some(error), _) if app.filter.typing => say!("tui-plain-error", words = error.message.to_string()),
        (_, Some(Message { text, tone: Tone::Good })) => text.clone(),
        (_, Some(Message { text, tone: Tone::Notice })) => say!("tui-plain-notice", words = text),
        (_, Some(Message { text, tone: Tone::Error })) => say!("tui-plain-error", words = text),
        _ => String::new(),
    }
}

/// The keys that mean something now, as many as there is room for.
fn hints(app: &App, ink: &mut Ink, area: Rect) {
    let mut words = String::new();
    for (key, what) in bars::hints_now(app) {
        let key = keys_in_words(&key);
        let one = if key.is_empty() { what } else { format!("{key} {what}") };
        let gap = if words.is_empty() { "" } else { crate::locale::comma() };
        if crate::bidi::width(&words) + crate::bidi::width(gap) + crate::bidi::width(&one)
            > usize::from(area.width)
        {
            break;
        }
        words += gap;
        words += &one;
    }
    ink.text(area, &words, ink.theme.plain());
}

/// Names of keys without arrows.
fn keys_in_words(keys: &str) -> String {
    let mut words = keys.to_owned();
    for (arrow, name) in [
        ('↑', say!("tui-plain-key-up")),
        ('↓', say!("tui-plain-key-down")),
        ('←', say!("tui-plain-key-left")),
        ('→', say!("tui-plain-key-right")),
    ] {
        words = words.replace(arrow, &name);
    }
    words
}
