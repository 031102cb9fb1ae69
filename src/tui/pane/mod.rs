//! Drawing: the state goes in, cells come out. Nothing here reads a file or changes what is shown.

mod bars;
mod conflicts;
mod detail;
mod document;
mod flow;
mod form;
mod layers;
mod list;
mod merge;
mod plain;
mod share;
mod sheet;
mod work;

use super::app::{App, Focus, View};
use super::paint::{Ink, middle, take_top};
use crate::say;
use ratatui::layout::Rect;

/// The smallest screen that everything can be shown on.
pub const SMALLEST: (u16, u16) = (60, 16);

/// Draws the workbench.
pub fn draw(app: &App, ink: &mut Ink) {
    let area = ink.screen();
    if app.theme.in_words() {
        plain::draw(app, ink);
    } else if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(ink, area, SMALLEST);
    } else {
        // Where rows are begun with a letter of the program's own, its column stays free.
        let lead = u16::from(app.host.needs_lead(app.mode));
        let area = Rect { x: lead, width: area.width - lead, ..area };
        ink.draw_in(area);
        whole(app, ink, area);
    }
}

fn too_small(ink: &mut Ink, area: Rect, least: (u16, u16)) {
    let words = say!(
        "tui-too-small",
        columns = area.width,
        rows = area.height,
        least_columns = least.0,
        least_rows = least.1
    );
    let mut rest = middle(area, 40, 3);
    for line in words.lines() {
        let row = take_top(&mut rest, 1);
        ink.text(row, line, ink.theme.plain());
    }
}

fn whole(app: &App, ink: &mut Ink, area: Rect) {
    let mut rest = area;
    let head = take_top(&mut rest, 1);
    bars::head(app, ink, head);
    let foot = Rect { y: rest.bottom() - 2, height: 2, ..rest };
    rest.height -= 2;
    match app.view {
        View::Document => document::draw(app, ink, rest),
        View::Claims => claims(app, ink, rest),
        View::Conflicts => conflicts::draw(app, ink, rest),
    }
    bars::foot(app, ink, foot);
    for layer in &app.layers {
        // Only what is on top has the cursor.
        ink.cursor = None;
        layers::draw(app, layer, ink, area);
    }
}

fn claims(app: &App, ink: &mut Ink, area: Rect) {
    let mut rest = area;
    if app.filter.typing || !app.filter.editor.text().is_empty() {
        let row = take_top(&mut rest, 1);
        bars::filter(app, ink, row);
    }
    if app.list.loaded() && app.list.claims().is_empty() {
        return list::empty(app, ink, rest);
    }
    if app.narrow() {
        let list = match app.focus {
            Focus::List => (rest.height / 2).max(4),
            Focus::Detail => 4,
        };
        let upper = take_top(&mut rest, list);
        list::draw(app, ink, upper);
        let rule = take_top(&mut rest, 1);
        detail::heading(app, ink, rule);
        detail::draw(app, ink, rest);
    } else {
        let left = Rect { width: rest.width * 11 / 20, ..rest };
        let mut right = Rect { x: left.right() + 1, width: rest.width - left.width - 1, ..rest };
        list::draw(app, ink, left);
        ink.upright(left.right(), rest.y..rest.bottom());
        let rule = take_top(&mut right, 1);
        detail::heading(app, ink, rule);
        detail::draw(app, ink, Rect { x: right.x + 1, width: right.width - 1, ..right });
    }
}

/// A size in bytes as people say it.
pub fn size_words(bytes: u64) -> String {
    match bytes {
        0..1024 => say!("tui-size-bytes", n = bytes),
        1024..1_048_576 => say!("tui-size-kilobytes", n = bytes.div_ceil(1024)),
        _ => {
            let n = crate::locale::decimals(bytes as f64 / 1_048_576.0, 1);
            say!("tui-size-megabytes", n = n)
        }
    }
}

/// A checker's name; of an id, which stands for them where they have given none, the first characters.
fn who(name: &str) -> &str {
    let id: Option<crate::model::Id> = name.parse().ok();
    id.and_then(|id| name.get(..id.brief().len())).unwrap_or(name)
}
