//! A form over the panes.

use super::bars::line_editor;
use crate::bidi::{Row, row_of};
use crate::say;
use crate::tui::editor::Editor;
use crate::tui::form::{Choice, Field, Form, Input};
use crate::tui::paint::{Align, Ink, line_base, middle, take_top};
use crate::tui::words::{label, number};
use ratatui::layout::Rect;
use std::rc::Rc;

const LABEL: u16 = 14;

/// Draws a form; it takes the rows that it needs.
pub fn draw(form: &Form, ink: &mut Ink, screen: Rect) {
    let width = screen.width.saturating_sub(2).min(96);
    let room = screen.height.saturating_sub(3);
    let words = below(form);
    let notes = ink.rows(&words, width, line_base());
    let notes = notes.get(..notes.len().min(3)).unwrap_or_default();
    let more: Vec<Rc<Row>> =
        form.more.iter().flat_map(|line| ink.rows(line, width, line_base()).to_vec()).collect();
    // What is to be filled in stays in sight.
    let more = more.get(..more.len().min(usize::from(room / 2))).unwrap_or_default();
    let frame = u16::from(!form.about.is_empty()) * 2 + 3 + (notes.len() + more.len()) as u16;
    let heights = heights(form, room.saturating_sub(frame));
    let height = frame + heights.iter().sum::<u16>();
    let area = middle(Rect { height: screen.height - 1, ..screen }, width, height.min(room + 2));
    let outer = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    ink.clear(outer.intersection(screen));
    let mut rest = area;
    let head = take_top(&mut rest, 1);
    ink.rule(head, &form.title, ink.theme.active());
    if !form.about.is_empty() {
        let row = take_top(&mut rest, 1);
        ink.words(row, &form.about, ink.theme.dim());
        for line in more {
            let row = take_top(&mut rest, 1);
            ink.row_in(row, line, Align::Near, ink.theme.plain());
        }
        take_top(&mut rest, 1);
    }
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    rest.height = rest.height.saturating_sub(1 + notes.len() as u16);
    fields(form, ink, &mut rest, &heights);
    let mut lines = Rect { y: foot.y - notes.len() as u16, height: notes.len() as u16, ..foot };
    let style = if form.notice.is_some() && !form.waiting { ink.theme.notice() } else { ink.theme.dim() };
    for row in notes {
        let line = take_top(&mut lines, 1);
        ink.row_in(line, row, Align::Near, style);
    }
    ink.rule(foot, "", ink.theme.dim());
}

/// Rows of each field: what they would like, or less where there is no room for all.
fn heights(form: &Form, room: u16) -> Vec<u16> {
    let likes = |field: &Field| match &field.input {
        Input::Text(editor) if editor.has_lines() => 4,
        Input::Choice(choice) if choice.listed => choice.options.len() as u16,
        _ => 1,
    };
    let mut heights: Vec<u16> = form.fields.iter().map(likes).collect();
    // First the fields of many lines give way, those without the keys before the one with them.
    while heights.iter().sum::<u16>() > room {
        let listed =
            |at: usize| form.fields.get(at).is_some_and(|f| matches!(&f.input, Input::Choice(c) if c.listed));
        let gives = heights.iter().enumerate().filter(|(at, h)| **h > 1 && !listed(*at));
        let widest = gives.max_by_key(|(at, h)| (*at != form.at, **h)).map(|(at, _)| at);
        let Some(height) = widest.and_then(|at| heights.get_mut(at)) else { break };
        *height -= 1;
    }
    heights
}

fn fields(form: &Form, ink: &mut Ink, rest: &mut Rect, heights: &[u16]) {
    // If even so there is no room, the rows begin so that the field with the keys is seen.
    let until: u16 = heights.iter().take(form.at + 1).sum();
    let mut skip = until.saturating_sub(rest.height);
    for (at, (field, height)) in form.fields.iter().zip(heights).enumerate() {
        if skip > 0 {
            skip = skip.saturating_sub(*height);
            continue;
        }
        let area = take_top(rest, *height);
        if area.height > 0 {
            one_field(field, at == form.at && !form.waiting, ink, area);
        }
    }
}

fn one_field(field: &Field, focused: bool, ink: &mut Ink, area: Rect) {
    let style = if focused { ink.theme.active() } else { ink.theme.dim() };
    let place = Rect { width: LABEL - 1, height: 1, ..area };
    ink.text(place, &format!("{}{}", if focused { "> " } else { "  " }, label(field.name)), style);
    let value = Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    match &field.input {
        Input::Text(editor) if editor.has_lines() => lines(editor, focused, ink, value),
        Input::Text(editor) => line_editor(ink, value, editor, focused, |_, theme| theme.plain()),
        Input::Choice(choice) if choice.listed => list(choice, focused, ink, value),
        Input::Choice(choice) => one_choice(choice, focused, ink, value),
    }
}

fn lines(editor: &Editor, focused: bool, ink: &mut Ink, area: Rect) {
    editor.drawn_in(area.width, area.height);
    let rows = editor.rows(ink.mode());
    let caret_row = row_of(&rows, editor.caret());
    let top = editor.scroll(caret_row, usize::from(area.height));
    let (selection, theme) = (editor.selection(), ink.theme);
    let mut rest = area;
    for (at, row) in rows.into_iter().enumerate().skip(top).take(usize::from(area.height)) {
        let (line, row) = (take_top(&mut rest, 1), Rc::new(row));
        ink.row(line, &row, Align::Start, |bytes| {
            let marked = focused && bytes.start < selection.end && selection.start < bytes.end;
            if marked { theme.marked() } else { theme.plain() }
        });
        if focused && at == caret_row {
            put_caret(ink, line, &row, editor.caret());
        }
    }
    if !focused && editor.text().is_empty() {
        ink.text(area, "…", ink.theme.dim());
    }
}

fn put_caret(ink: &mut Ink, line: Rect, row: &Row, caret: usize) {
    ink.put_caret(line, row, Align::Start, row.caret(caret).unwrap_or(0));
}

fn one_choice(choice: &Choice, focused: bool, ink: &mut Ink, area: Rect) {
    let words = if choice.at.is_some() { choice.words().to_owned() } else { say!("tui-form-choose") };
    let text = if focused { format!("‹ {words} ›") } else { words };
    let style = if focused { ink.theme.selected() } else { ink.theme.plain() };
    ink.text(area, &text, style);
    if focused {
        ink.put_cursor(area, area.x, area.y);
    }
}

fn list(choice: &Choice, focused: bool, ink: &mut Ink, area: Rect) {
    let at = choice.at.unwrap_or(0);
    let room = usize::from(area.height).max(1);
    let top = (at + 1).saturating_sub(room);
    let mut rest = area;
    for (n, (_, words, digit)) in choice.options.iter().enumerate().skip(top).take(room) {
        let row = take_top(&mut rest, 1);
        let digit = digit.map_or(" ".to_owned(), number);
        let chosen = choice.at == Some(n);
        let style = match (chosen, focused) {
            (true, true) => ink.theme.selected(),
            (true, false) => ink.theme.strong(),
            _ => ink.theme.plain(),
        };
        ink.text(row, &format!("{digit} {} {words}", if chosen { "●" } else { "○" }), style);
        if focused && (chosen || (choice.at.is_none() && n == 0)) {
            ink.put_cursor(row, row.x, row.y);
        }
    }
}

/// What is wrong, or what to put into the field.
fn below(form: &Form) -> String {
    match (&form.notice, form.waiting) {
        (_, true) => say!("tui-form-writing"),
        (Some(notice), _) => format!("! {notice}"),
        (None, _) => form.fields.get(form.at).map(|f| f.help.clone()).unwrap_or_default(),
    }
}
