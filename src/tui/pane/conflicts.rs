//! What stands against each other: a list, and beneath it the sides of the one with the cursor, side by side.

use super::flow::{self, Paragraph};
use super::who;
use crate::model::Id;
use crate::say;
use crate::told;
use crate::tui::app::App;
use crate::tui::conflicts::Against;
use crate::tui::paint::{Ink, take_top};
use crate::tui::words::{self, moment};
use ratatui::layout::Rect;

/// The fewest columns that a side is read well in.
const NARROWEST: u16 = 36;
/// Columns of the mark and of what it is.
const LABEL: u16 = 16;

/// Draws the view.
pub fn draw(app: &App, ink: &mut Ink, area: Rect) {
    let mut rest = area;
    let Some(items) = &app.conflicts.items else {
        ink.text(rest, &say!("tui-reading"), ink.theme.dim());
        return;
    };
    let head = take_top(&mut rest, 1);
    ink.rule(head, &say!("tui-conflicts-head", n = items.len()), ink.theme.strong());
    if items.is_empty() {
        ink.text(take_top(&mut rest, 1), &say!("tui-conflicts-none"), ink.theme.plain());
        return;
    }
    let mut list = take_top(&mut rest, (items.len() as u16).min(area.height / 3).max(1));
    let room = usize::from(list.height);
    let top = (app.conflicts.at + 1).saturating_sub(room);
    for (at, item) in items.iter().enumerate().skip(top).take(room) {
        let row = take_top(&mut list, 1);
        line(ink, row, item, at == app.conflicts.at);
    }
    if let Some(item) = app.conflicts.current() {
        sides(app, ink, rest, item);
    }
}

/// A line of the list: what it is, and the words it is about at the edge that they begin at.
fn line(ink: &mut Ink, row: Rect, item: &Against, selected: bool) {
    let style = if selected { ink.theme.selected() } else { ink.theme.plain() };
    if selected {
        ink.tint(row, style);
        ink.put_cursor(row, row.x, row.y);
    }
    let (label, words) = match item {
        Against::Conflict(conflict, words) => (words::field(&conflict.field), words.as_str()),
        Against::Dispute(dispute) => (say!("tui-conflicts-verdicts"), dispute.text.as_str()),
    };
    let used = ink.text(row, &format!("{} ≠ {label}", pointer(ink, selected)), style).max(LABEL) + 1;
    let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
    let used = ink.text(rest, &say!("tui-conflicts-sides", n = item.sides()), style) + 2;
    let rest = Rect { x: rest.x + used, width: rest.width.saturating_sub(used), ..rest };
    ink.words(rest, words, style);
}

/// The sign before what is chosen, pointing at it.
fn pointer(ink: &Ink, chosen: bool) -> &'static str {
    match (chosen, ink.mirrored()) {
        (false, _) => " ",
        (true, false) => "▸",
        (true, true) => "◂",
    }
}

/// The sides, as many as there is room for; the chosen one is always among them.
fn sides(app: &App, ink: &mut Ink, area: Rect, item: &Against) {
    let mut rest = area;
    let count = item.sides() as u16;
    let shown = (area.width / NARROWEST).clamp(1, count.max(1));
    let chosen = app.conflicts.side as u16;
    let first = (chosen + 1).saturating_sub(shown);
    let head = take_top(&mut rest, 1);
    let more = match (item, count > shown) {
        (_, true) => say!("tui-conflicts-more", first = first + 1, last = first + shown, count = count),
        (Against::Conflict(..), false) => say!("tui-conflicts-choose"),
        (Against::Dispute(_), false) => say!("tui-conflicts-dispute"),
    };
    ink.rule(head, &more, ink.theme.strong());
    let width = area.width / shown;
    for n in first..first + shown {
        let x = area.x + (n - first) * width;
        if n > first {
            ink.upright(x, rest.y..rest.bottom());
        }
        let gap = u16::from(n > first) * 2;
        let wide = if n + 1 == first + shown { area.right() - x } else { width };
        let column = Rect { x: x + gap, width: wide.saturating_sub(gap + 1), ..rest };
        side(app, ink, column, item, n);
    }
}

fn side(app: &App, ink: &mut Ink, column: Rect, item: &Against, n: u16) {
    let chosen = app.conflicts.side == usize::from(n);
    let theme = ink.theme;
    let Some((title, value, beside)) = told(app, item, usize::from(n)) else { return };
    let mut rest = column;
    let head = take_top(&mut rest, 1);
    let style = if chosen { theme.active() } else { theme.strong() };
    ink.text(head, &format!("{} {} {title}", pointer(ink, chosen), words::number(n + 1)), style);
    let mut lines: Vec<Paragraph> =
        beside.into_iter().map(|words| Paragraph::ours(words, theme.dim())).collect();
    lines.push(Paragraph::new("", theme.plain()));
    lines.push(Paragraph::new(value, if chosen { theme.strong() } else { theme.plain() }));
    let rows = flow::height(ink, &lines, rest.width);
    let last = rows.saturating_sub(usize::from(rest.height));
    let scroll = app.conflicts.scroll.get().min(last);
    if chosen {
        app.conflicts.scroll.set(scroll);
    }
    flow::draw(ink, rest, &lines, scroll);
}

/// Who wrote it, and whether that is the person at the keyboard.
fn by(app: &App, checker: &Id, name: &str) -> String {
    let mine = app.me.as_ref().is_some_and(|me| me.id == *checker);
    if mine { say!("tui-conflicts-you", name = who(name)) } else { who(name).to_owned() }
}

/// Of a side: a title, what it says, and who and when.
pub fn told(app: &App, item: &Against, n: usize) -> Option<(String, String, Vec<String>)> {
    match item {
        Against::Conflict(conflict, _) => {
            let side = conflict.sides.get(n)?;
            let title = if side.shown { say!("tui-conflicts-shown") } else { String::new() };
            let value = match side.value.is_empty() {
                true => say!("tui-conflicts-empty"),
                false => told::value(&conflict.field, &side.value),
            };
            Some((title, value, vec![by(app, &side.checker, &side.checker_name), moment(side.at)]))
        }
        Against::Dispute(dispute) if app.blind.hides(&dispute.claim) => {
            dispute.verdicts.get(n)?;
            Some((String::new(), say!("tui-blind-value"), Vec::new()))
        }
        Against::Dispute(dispute) => {
            let verdict = dispute.verdicts.get(n)?;
            let rating = app.scale.rating(&verdict.rating);
            let title = rating.map_or(verdict.rating.clone(), |r| words::both(&r.en, &r.ar));
            let mut about = vec![by(app, &verdict.checker, &verdict.checker_name), moment(verdict.at)];
            about.extend(verdict.blind.then(|| say!("tui-verdict-blind")));
            about.extend(verdict.after_end.then(|| say!("tui-after-end")));
            Some((title, verdict.why.clone(), about))
        }
    }
}
