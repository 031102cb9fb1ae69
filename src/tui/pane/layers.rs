//! What lies over the panes, but for forms.

use super::bars::line_editor;
use crate::say;
use crate::tui::app::App;
use crate::tui::editor::Editor;
use crate::tui::layer::help::Line;
use crate::tui::layer::{Confirm, Help, Layer, Palette, Pick};
use crate::tui::paint::{Align, Ink, line_base, middle, take_top};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws a layer.
pub fn draw(app: &App, layer: &Layer, ink: &mut Ink, screen: Rect) {
    match layer {
        Layer::Form(form) => super::form::draw(form, ink, screen),
        Layer::Pick(pick) => draw_pick(pick, ink, screen),
        Layer::Palette(palette) => draw_palette(palette, ink, screen),
        Layer::Help(help) => draw_help(help, ink, screen),
        Layer::Confirm(confirm) => draw_confirm(confirm, ink, screen),
        Layer::Merge(merging) => super::merge::sheet(app, merging, ink.theme).draw(ink, screen),
        Layer::Share(sharing) => super::share::sheet(app, sharing, ink.theme).draw(ink, screen),
    }
}

/// A box with a title and a line to type in; gives what is left of it.
fn panel(ink: &mut Ink, screen: Rect, title: &str, editor: Option<&Editor>, size: (u16, u16)) -> Rect {
    let above = Rect { height: screen.height - 1, ..screen };
    let area = middle(above, size.0.min(screen.width - 2), size.1.min(screen.height - 1));
    let outer = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    ink.clear(outer.intersection(screen));
    let mut rest = area;
    let head = take_top(&mut rest, 1);
    ink.rule(head, title, ink.theme.active());
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    ink.rule(foot, "", ink.theme.dim());
    rest.height -= 1;
    if let Some(editor) = editor {
        let row = take_top(&mut rest, 1);
        let used = ink.text(row, "> ", ink.theme.key());
        let field = Rect { x: row.x + used, width: row.width - used, ..row };
        line_editor(ink, field, editor, true, |_, theme| theme.plain());
    }
    rest
}

fn draw_pick(pick: &Pick, ink: &mut Ink, screen: Rect) {
    let options: Vec<&str> = pick.shown().collect();
    let tall = options.iter().map(|words| words.lines().count()).max().unwrap_or(1).max(1) as u16;
    let height = (options.len() as u16 * tall + 3).max(5);
    let mut rest = panel(ink, screen, &pick.title, Some(&pick.editor), (90, height));
    let room = usize::from(rest.height / tall).max(1);
    let top = (pick.at + 1).saturating_sub(room);
    for (at, words) in options.iter().enumerate().skip(top).take(room) {
        let style = if at == pick.at { ink.theme.selected() } else { ink.theme.plain() };
        let mut block = take_top(&mut rest, tall);
        ink.tint(block, style);
        for (n, line) in words.lines().enumerate() {
            let row = take_top(&mut block, 1);
            // What stands beneath is of the line above, and begins where that does.
            if n == 0 {
                ink.words(row, line, style)
            } else {
                ink.text(row, &format!("  {line}"), style)
            };
        }
    }
}

fn draw_palette(palette: &Palette, ink: &mut Ink, screen: Rect) {
    let shown = palette.shown();
    let mut rest = panel(ink, screen, &say!("tui-palette-title"), Some(&palette.editor), (90, 20));
    let room = usize::from(rest.height).max(1);
    let top = (palette.at + 1).saturating_sub(room);
    for (at, command) in shown.iter().enumerate().skip(top).take(room) {
        let row = take_top(&mut rest, 1);
        let style = if at == palette.at { ink.theme.selected() } else { ink.theme.plain() };
        // Names, keys and what they do stand in columns; one that is longer moves the rest on.
        let (title, keys, doc) = ((command.title)(), command.keys_shown(), (command.doc)());
        let used = ink.text(row, &title, style).max(16) + 1;
        let rest = beside(row, used);
        let used = used + ink.keys(rest, &keys, style).max(18) + 1;
        let used = used + ink.text(beside(row, used), &doc, style);
        ink.tint(Rect { width: used.min(row.width), ..row }, style);
    }
}

/// What is left of a row behind some columns.
fn beside(row: Rect, used: u16) -> Rect {
    let used = used.min(row.width);
    Rect { x: row.x + used, width: row.width - used, ..row }
}

fn draw_help(help: &Help, ink: &mut Ink, screen: Rect) {
    let lines = help.lines();
    let mut rest = panel(ink, screen, &say!("tui-help-title"), Some(&help.editor), (100, screen.height - 1));
    let room = usize::from(rest.height);
    help.room.set(room);
    let scroll = help.scroll.get().min(lines.len().saturating_sub(1));
    for line in lines.iter().skip(scroll) {
        match line {
            Line::Heading(words) => {
                let row = take_top(&mut rest, 1);
                ink.text(row, words, ink.theme.strong());
            }
            Line::Keys(keys, words) => {
                let left = Rect { x: rest.x + 2, width: 22.min(rest.width), ..rest };
                ink.keys(left, keys, ink.theme.key());
                for row in ink.rows(words, rest.width.saturating_sub(25), line_base()).iter() {
                    let line = take_top(&mut rest, 1);
                    let right = Rect { x: line.x + 25, width: line.width.saturating_sub(25), ..line };
                    ink.row_in(right, row, Align::Near, Style::new());
                }
            }
        }
    }
}

fn draw_confirm(confirm: &Confirm, ink: &mut Ink, screen: Rect) {
    let wide = 64.min(screen.width - 2);
    let words = ink.rows(&confirm.words, wide, line_base());
    let mut rest = panel(ink, screen, "", None, (wide, words.len() as u16 + 3));
    for row in words.iter() {
        ink.row_in(take_top(&mut rest, 1), row, Align::Near, ink.theme.strong());
    }
    let row = take_top(&mut rest, 1);
    let used = ink.text(row, &say!("tui-confirm-keys"), ink.theme.plain());
    ink.put_cursor(row, row.x + used, row.y);
}
