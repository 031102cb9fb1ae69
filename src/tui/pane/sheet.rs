//! A sheet over the screen: a title, lines that can be scrolled, and what keys do now.

use super::flow::{self, Paragraph};
use crate::say;
use crate::tui::paint::{Ink, middle, take_top};
use ratatui::layout::Rect;
use std::cell::Cell;

/// What is on a sheet.
pub struct Sheet<'a> {
    /// What it is.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Paragraph>,
    /// What keys do now.
    pub ask: String,
    /// Lines scrolled away.
    pub scroll: &'a Cell<usize>,
}

impl Sheet<'_> {
    /// Draws it.
    pub fn draw(&self, ink: &mut Ink, screen: Rect) {
        let above = Rect { height: screen.height - 1, ..screen };
        let wide = screen.width.saturating_sub(2).min(96);
        let rows = flow::height(ink, &self.lines, wide) as u16;
        let area = middle(above, wide, (rows + 3).clamp(6, screen.height - 1));
        let outer = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
        ink.clear(outer.intersection(screen));
        let mut rest = area;
        let head = take_top(&mut rest, 1);
        ink.rule(head, &self.title, ink.theme.active());
        rest.height = rest.height.saturating_sub(2);
        let last = usize::from(rows).saturating_sub(usize::from(rest.height));
        self.scroll.set(self.scroll.get().min(last));
        flow::draw(ink, rest, &self.lines, self.scroll.get());
        let below = last - self.scroll.get();
        let more = if below > 0 { say!("tui-more-below", n = below) } else { String::new() };
        ink.rule(Rect { y: area.bottom() - 2, height: 1, ..area }, &more, ink.theme.dim());
        let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
        let used = ink.text(foot, &self.ask, ink.theme.strong());
        ink.put_cursor(foot, foot.x + used.min(foot.width - 1), foot.y);
    }
}
