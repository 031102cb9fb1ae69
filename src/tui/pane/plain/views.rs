//! The list, a claim's file, a document, and what stands against each other.

use super::page::{Focus, Page, paragraph};
use crate::bidi::Row;
use crate::model::Claim;
use crate::say;
use crate::told::tongue;
use crate::tui::app::{App, Focus as Pane};
use crate::tui::conflicts::Against;
use crate::tui::document::{DocumentView, Spot};
use crate::tui::paint::{Align, Ink, take_top};
use crate::tui::pane::conflicts::told;
use crate::tui::pane::list::state_words;
use crate::tui::pane::{detail, document as text};
use crate::tui::words::{self, number};
use ratatui::layout::Rect;

/// Rows in which the claim of a document is told.
const CLAIM: u16 = 3;

/// The list, or the file of the claim that the cursor is on.
pub fn claims<'a>(app: &'a App, ink: &Ink, room: usize) -> Page<'a> {
    match app.focus {
        Pane::List => list(app, ink, room),
        Pane::Detail => file(app, ink, room),
    }
}

fn list<'a>(app: &App, ink: &Ink, room: usize) -> Page<'a> {
    let filtered = app.filter.typing || !app.filter.editor.text().is_empty();
    let mut page = Page::new(say!("tui-plain-claims"));
    if filtered {
        page.field(say!("tui-filter").trim_end_matches(':'), app.filter.editor.text(), None);
    }
    let room = room.saturating_sub(page.len()).max(1);
    let top = app.list.page(room);
    for (at, claim) in app.list.claims().iter().enumerate().skip(top).take(room) {
        page.item(&one_line(app, ink, claim), at == app.list.at());
    }
    if !app.list.loaded() {
        page.line(say!("tui-reading"));
    } else if app.list.claims().is_empty() {
        let words = if app.list.query().is_empty() { say!("tui-list-empty") } else { say!("tui-list-none") };
        words.lines().for_each(|line| page.line(line));
    }
    if app.filter.typing {
        page.caret(0, app.filter.editor.caret());
    }
    page
}

/// A claim as it is read out: what has come of it, what it is, who said what.
fn one_line(app: &App, ink: &Ink, claim: &Claim) -> String {
    let (state, _) = state_words(app, ink, claim);
    let head = [number(claim.worth), state, claim.kind.label(tongue()).to_owned(), claim.speaker.clone()];
    let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}: {}", crate::locale::list(&head), claim.text)
}

fn file<'a>(app: &'a App, ink: &Ink, room: usize) -> Page<'a> {
    app.detail.room.set(room);
    let id = app.claim().map(|claim| say!("tui-claim", id = claim.id.brief()));
    let place = app.list.rank().zip(app.list.total());
    let place = place.map(|(rank, total)| say!("tui-head-rank", rank = rank, total = total));
    let title: Vec<String> = [id, place].into_iter().flatten().collect();
    let mut page = Page::new(crate::locale::list(&title));
    page.paragraphs(detail::paragraphs(app, ink));
    page.focus = Focus::Row(&app.detail.scroll);
    page
}

/// A document: drawn at once, since only what is seen of it is laid out.
pub fn document<'a>(app: &App, ink: &mut Ink, area: Rect) -> Page<'a> {
    let Some(view) = &app.document else { return Page::new("") };
    let mut page = Page::new(text::title(view));
    let mut rest = area;
    let title = take_top(&mut rest, 1);
    if let Some(words) = text::warning(view) {
        let row = take_top(&mut rest, 1);
        ink.text(row, &ink.theme.said(words), ink.theme.plain());
    }
    let foot = Rect { y: rest.bottom() - CLAIM.min(rest.height), height: CLAIM.min(rest.height), ..rest };
    rest.height -= foot.height;
    paragraph(ink, foot, &claim_words(app, view, ink));
    ink.put_cursor(title, title.x, title.y);
    if view.loaded() {
        read(view, ink, rest);
    } else {
        page.note = say!("tui-reading");
    }
    page
}

/// The claim that the cursor is on with its words, or what is marked.
fn claim_words(app: &App, view: &DocumentView, ink: &Ink) -> String {
    let words = text::claim_words(app, view, ink);
    let marked = view.mark.as_ref().map(|mark| mark.bytes()).filter(|bytes| !bytes.is_empty());
    let marked = marked.and_then(|bytes| view.text()?.text().get(bytes));
    match (marked, view.claim()) {
        (Some(marked), _) => format!("{words} {marked}"),
        (None, Some(claim)) if view.mark.is_none() => format!("{words}: {}", claim.text),
        _ => words,
    }
}

fn read(view: &DocumentView, ink: &mut Ink, area: Rect) {
    let Some(text) = view.text() else { return };
    let mut spot = view.first_row(area.width, area.height);
    let mut rest = area;
    while rest.height > 0 && spot.piece < text.len() {
        let start = text.range(spot.piece).start;
        for row in ink.rows_with_end(text.piece(spot.piece), view.text_columns()).iter().skip(spot.row) {
            if rest.height == 0 {
                break;
            }
            let line = take_top(&mut rest, 1);
            ink.row_in(line, row, Align::Near, ink.theme.plain());
            if let Some(column) = view.reading_byte().and_then(|at| column(row, at.checked_sub(start)?)) {
                ink.put_caret(line, row, Align::Near, column);
            }
        }
        spot = Spot { piece: spot.piece + 1, row: 0 };
    }
}

fn column(row: &Row, at: usize) -> Option<usize> {
    let within = at >= row.source.start && at <= row.source.end;
    within.then(|| row.caret(at)).flatten()
}

/// Conflicts and disputes, each with the side that is chosen, and all sides of the current one.
pub fn conflicts<'a>(app: &App) -> Page<'a> {
    let Some(items) = &app.conflicts.items else { return Page::new(say!("tui-reading")) };
    let mut page = Page::new(say!("tui-conflicts-head", n = items.len()));
    if items.is_empty() {
        page.line(say!("tui-conflicts-none"));
    }
    for (at, item) in items.iter().enumerate() {
        let current = at == app.conflicts.at;
        let (label, words) = match item {
            Against::Conflict(conflict, words) => (words::field(&conflict.field), words.clone()),
            Against::Dispute(dispute) => (say!("tui-conflicts-verdicts"), dispute.text.clone()),
        };
        let sides = say!("tui-conflicts-sides", n = item.sides());
        let chosen = if current { side(app, item, app.conflicts.side) } else { None };
        let chosen = chosen.map(|words| say!("tui-plain-side-chosen", words = words));
        let head: Vec<String> = [Some(label), Some(sides), chosen].into_iter().flatten().collect();
        page.item(&format!("{}: {words}", crate::locale::list(&head)), current);
    }
    if let Some(item) = app.conflicts.current() {
        page.line("");
        page.line(match item {
            Against::Conflict(..) => say!("tui-conflicts-choose"),
            Against::Dispute(_) => say!("tui-conflicts-dispute"),
        });
        (0..item.sides()).filter_map(|n| side(app, item, n)).for_each(|words| page.line(words));
    }
    page
}

/// A side in words: its number, what it says, who and when.
fn side(app: &App, item: &Against, n: usize) -> Option<String> {
    let (title, value, beside) = told(app, item, n)?;
    let about: Vec<String> = [title].into_iter().chain(beside).filter(|part| !part.is_empty()).collect();
    Some(say!("tui-plain-side", n = n + 1, value = value, about = crate::locale::list(&about)))
}
