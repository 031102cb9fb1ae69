//! The list of claims.

use crate::locale::{self, Lang, Locale};
use crate::model::{Claim, Status};
use crate::say;
use crate::told::tongue;
use crate::tui::app::{App, Focus};
use crate::tui::paint::{Ink, middle, take_top};
use crate::tui::theme::{status_mark, verdict_mark, verdict_words};
use crate::tui::words::number;
use ratatui::layout::Rect;
use ratatui::style::Style;

const WORTH: u16 = 4;
const STATE: u16 = 18;
const KIND: u16 = 15;
const GAP: u16 = 1;
/// How a line begins that is typed into a shell.
const COMMAND: &str = "hudna ";

/// Draws the rows around the cursor: one a claim, two where there is room.
pub fn draw(app: &App, ink: &mut Ink, area: Rect) {
    let tall = if area.width >= 50 && area.height >= 20 { 2 } else { 1 };
    let room = usize::from(area.height / tall).max(1);
    let top = app.list.scroll(room);
    let claims = app.list.claims().iter().enumerate().skip(top).take(room);
    let mut rest = area;
    for (at, claim) in claims {
        let row = take_top(&mut rest, tall);
        let selected = at == app.list.at();
        let style = match (selected, app.focus) {
            (true, Focus::List) => ink.theme.selected(),
            (true, Focus::Detail) => ink.theme.strong(),
            (false, _) if claim.status == Status::Dismissed => ink.theme.dim(),
            (false, _) => ink.theme.plain(),
        };
        ink.tint(row, style);
        if tall == 2 {
            two_lines(app, ink, row, claim, style, selected)
        } else {
            one_line(app, ink, row, claim, style, selected)
        }
        if selected && app.focus == Focus::List && !app.filter.typing {
            // Screen readers follow the cursor.
            ink.put_cursor(area, row.x, row.y);
        }
    }
    if !app.list.loaded() {
        ink.text(area, &say!("tui-reading"), ink.theme.dim());
    }
}

fn one_line(app: &App, ink: &mut Ink, row: Rect, claim: &Claim, style: Style, selected: bool) {
    let mut rest = head(app, ink, row, claim, style, selected);
    let speaker = (rest.width / 3).clamp(10, 24) + GAP;
    let column = take_left(&mut rest, speaker);
    ink.words(column, &claim.speaker, style);
    ink.words(rest, &claim.text, style);
}

fn two_lines(app: &App, ink: &mut Ink, row: Rect, claim: &Claim, style: Style, selected: bool) {
    let upper = Rect { height: 1, ..row };
    let rest = head(app, ink, upper, claim, style, selected);
    ink.words(rest, &claim.speaker, style);
    let lower = Rect { x: row.x + 2, y: row.y + 1, width: row.width.saturating_sub(3), height: 1 };
    ink.words(lower, &claim.text, style);
}

/// Marker, worth, state and kind; gives what is left of the row.
fn head(app: &App, ink: &mut Ink, row: Rect, claim: &Claim, style: Style, selected: bool) -> Rect {
    let mut rest = Rect { width: row.width.saturating_sub(1), ..row };
    let marker = take_left(&mut rest, 0);
    let marker = Rect { x: marker.x, width: 2, ..row };
    ink.text(marker, if selected { "> " } else { "  " }, style);
    rest = Rect { x: row.x + 2, width: row.width.saturating_sub(3), height: 1, ..row };
    let worth = take_left(&mut rest, WORTH);
    let dim = if selected { style } else { style.patch(ink.theme.dim()) };
    ink.number(worth, &number(claim.worth), dim);
    let state = take_left(&mut rest, STATE);
    let (words, colour) = state_words(app, ink, claim);
    // Reversed colours would hide the verdict's own.
    ink.text(state, &words, if selected { style } else { style.patch(colour) });
    let kind = take_left(&mut rest, KIND);
    ink.text(kind, claim.kind.label(tongue()), style);
    rest
}

/// How far the check has come, or what came of it.
pub fn state_words(app: &App, ink: &Ink, claim: &Claim) -> (String, Style) {
    let verdict = verdict_words(&app.scale, &claim.verdict);
    let status = claim.status.label(tongue());
    let mark = ink.theme.mark(status_mark(claim.status));
    if verdict.is_empty() || claim.status == Status::Dismissed || app.blind.hides(&claim.id) {
        return (format!("{mark}{status}"), Style::new());
    }
    let glyph = ink.theme.mark(verdict_mark(&app.scale, &claim.verdict));
    let style = ink.theme.verdict(&app.scale, &claim.verdict);
    // Glyphs say both; without them words must.
    let status = if ink.theme.in_words() { format!("{status}{}", ink.theme.dot()) } else { String::new() };
    (format!("{mark}{glyph}{status}{verdict}"), style)
}

fn take_left(rest: &mut Rect, width: u16) -> Rect {
    let taken = Rect { width: width.saturating_sub(GAP).min(rest.width), ..*rest };
    let width = width.min(rest.width);
    rest.x += width;
    rest.width -= width;
    taken
}

/// What to do where there is nothing to list. The English interface says it in Arabic too: whoever would rather read
/// that may not know yet that there is one in it.
pub fn empty(app: &App, ink: &mut Ink, area: Rect) {
    let all = app.list.query().is_empty();
    let words = || if all { say!("tui-list-empty") } else { say!("tui-list-none") };
    let mut blocks = vec![words()];
    if locale::lang() != Lang::Arabic {
        let arabic = locale::within(Locale { lang: Lang::Arabic, ..locale::current() }, words);
        // What is typed stands there once.
        blocks.push(arabic.lines().filter(|line| !line.starts_with(COMMAND)).collect::<Vec<_>>().join("\n"));
    }
    let mut rest = middle(area, area.width.min(84), 5);
    for block in blocks {
        for (n, line) in block.lines().enumerate() {
            let row = take_top(&mut rest, 1);
            let style = if n == 0 { ink.theme.strong() } else { ink.theme.plain() };
            ink.words(row, line, style);
        }
        take_top(&mut rest, 1);
    }
}
