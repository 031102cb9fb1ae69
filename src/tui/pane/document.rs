//! A document's text with its claims.

use super::list::state_words;
use crate::locale::date;
use crate::model::Tongue;
use crate::say;
use crate::told::tongue;
use crate::tui::app::App;
use crate::tui::document::{DocumentView, Place, Spot};
use crate::tui::paint::{Align, Ink, take_top};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// Columns of text at most: longer rows are hard to read.
const WIDEST: u16 = 100;

/// Draws what is seen of the document.
pub fn draw(app: &App, ink: &mut Ink, area: Rect) {
    let Some(view) = &app.document else { return };
    let mut rest = area;
    let head = take_top(&mut rest, 1);
    heading(app, view, ink, head);
    if let Some(words) = warning(view) {
        let row = take_top(&mut rest, 1);
        ink.text(row, &words, ink.theme.notice());
    }
    let foot = Rect { y: rest.bottom() - 1, height: 1, ..rest };
    rest.height -= 1;
    claim_line(app, view, ink, foot);
    let width = rest.width.saturating_sub(2).min(WIDEST);
    let page = Rect { x: rest.x + 1 + (rest.width.saturating_sub(2) - width) / 2, width, ..rest };
    if view.loaded() {
        text(view, ink, page)
    } else {
        ink.text(page, &say!("tui-reading"), ink.theme.dim());
    }
}

fn heading(app: &App, view: &DocumentView, ink: &mut Ink, area: Rect) {
    ink.rule(area, &title(view), app.theme.active());
}

/// What it is called, who brought it, and when.
pub fn title(view: &DocumentView) -> String {
    let title = match &view.document {
        Some(d) if !d.title.is_empty() => d.title.clone(),
        _ => view.id().brief().to_owned(),
    };
    let published = view.document.as_ref().map(|d| date(&d.published)).unwrap_or_default();
    let outlet = view.document.as_ref().map(|d| [d.outlet.as_str(), published.as_str()]);
    let parts = outlet.into_iter().flatten().filter(|p| !p.is_empty());
    std::iter::once(title.as_str()).chain(parts).collect::<Vec<_>>().join(&view.theme().dot())
}

/// What is to be heeded of it.
pub fn warning(view: &DocumentView) -> Option<String> {
    let document = view.document.as_ref()?;
    if !document.withdrawn.is_empty() {
        return Some(say!("tui-document-withdrawn", why = &document.withdrawn));
    }
    document.newer.as_ref().map(|_| say!("tui-document-newer"))
}

/// The claim that the cursor is on, in one line.
fn claim_line(app: &App, view: &DocumentView, ink: &mut Ink, area: Rect) {
    let style = if view.mark.is_some() { ink.theme.active() } else { ink.theme.strong() };
    ink.rule(area, &claim_words(app, view, ink), style);
}

/// The claim that the cursor is on, or what to do next while marking.
pub fn claim_words(app: &App, view: &DocumentView, ink: &Ink) -> String {
    if let Some(mark) = &view.mark {
        return match (mark.anchor, view.marked_points()) {
            (None, _) => say!("tui-mark-begin"),
            (Some(_), None) => say!("tui-mark-on"),
            (Some(_), Some((start, end))) => say!("tui-mark-marked", n = end - start),
        };
    }
    match (view.at(), view.claim()) {
        (Some(at), Some(claim)) => {
            let (state, _) = state_words(app, ink, claim);
            let count = view.claims().len();
            let place = say!("tui-document-place", at = at + 1, count = count);
            // The English screens show the code.
            let kind = match tongue() {
                Tongue::English => claim.kind.code(),
                tongue => claim.kind.label(tongue),
            };
            [&place, &state, kind, &claim.speaker].join(&ink.theme.dot())
        }
        _ if view.loaded() => say!("tui-document-no-claims"),
        _ => String::new(),
    }
}

fn text(view: &DocumentView, ink: &mut Ink, area: Rect) {
    let Some(text) = view.text() else { return };
    let mut spot = view.first_row(area.width, area.height);
    let mut rest = area;
    while rest.height > 0 && spot.piece < text.len() {
        let start = text.range(spot.piece).start;
        let places = view.places_in(&text.range(spot.piece));
        for row in ink.rows_with_end(text.piece(spot.piece), view.text_columns()).iter().skip(spot.row) {
            if rest.height == 0 {
                break;
            }
            let line = take_top(&mut rest, 1);
            ink.row(line, row, Align::Start, |bytes| {
                style_of(view, ink_theme(view, &places), &(bytes.start + start..bytes.end + start))
            });
            cursor(view, ink, line, row, start);
        }
        spot = Spot { piece: spot.piece + 1, row: 0 };
    }
}

/// The places on screen, with the current claim.
struct Marks<'a> {
    places: &'a [&'a Place],
    current: Option<usize>,
}

fn ink_theme<'a>(view: &DocumentView, places: &'a [&'a Place]) -> Marks<'a> {
    Marks { places, current: view.at() }
}

fn style_of(view: &DocumentView, marks: Marks, bytes: &Range<usize>) -> Style {
    let theme = view.theme();
    let touches = |range: &Range<usize>| range.start < bytes.end && bytes.start < range.end;
    if view.mark.as_ref().is_some_and(|m| touches(&m.bytes())) {
        return theme.marked();
    }
    let mut style = theme.plain();
    for place in marks.places.iter().filter(|p| touches(&p.bytes)) {
        style = style.patch(theme.other_claim());
        if Some(place.claim) == marks.current {
            return theme.claim();
        }
    }
    style
}

/// The terminal's cursor: at the caret while marking, else at the start of the claim.
fn cursor(view: &DocumentView, ink: &mut Ink, line: Rect, row: &crate::bidi::Row, start: usize) {
    let at = match &view.mark {
        Some(mark) => Some(mark.caret),
        None => view.at().and_then(|at| view.bytes_of(at)).map(|b| b.start),
    };
    let Some(at) = at.and_then(|at| at.checked_sub(start)) else { return };
    // The place behind a row's last letter belongs to the next row, if there is one; that one is drawn later.
    if at >= row.source.start
        && at <= row.source.end
        && let Some(column) = row.caret(at)
    {
        ink.put_caret(line, row, Align::Start, column);
    }
}
