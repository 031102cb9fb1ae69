//! What the terminal shows, row by row. A drawing says for each row what is on it; only rows on which that changed are made
//! into cells and compared with what is shown.

use super::app::App;
use super::layouts::Layouts;
use super::paint::{Ink, Stroke};
use super::pane;
use super::theme::Theme;
use crate::bidi::{self, Host, Mode};
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

/// The screen of a terminal.
pub struct Screen<B: Backend> {
    backend: B,
    size: Size,
    /// The cells of each row as the terminal shows them.
    shown: Vec<Buffer>,
    /// What was drawn on each row.
    strokes: Vec<Vec<Stroke>>,
    /// What is being drawn.
    next: Vec<Vec<Stroke>>,
    layouts: Layouts,
    /// What the cells of a row hang on beside its strokes; none if nothing is shown yet.
    look: Option<(Mode, Host, Theme)>,
}

impl<B: Backend> Screen<B> {
    /// A screen of which nothing is known.
    pub fn new(backend: B) -> Screen<B> {
        let (shown, strokes, next) = (Vec::new(), Vec::new(), Vec::new());
        Screen { backend, size: Size::ZERO, shown, strokes, next, layouts: Layouts::default(), look: None }
    }

    /// The terminal.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// The same, to be changed.
    pub fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// Its columns and rows.
    pub fn size(&self) -> Result<Size, B::Error> {
        self.backend.size()
    }

    /// The next drawing paints everything anew.
    pub fn forget(&mut self) {
        self.look = None;
    }

    /// Draws the workbench.
    pub fn draw(&mut self, app: &App) -> Result<(), B::Error> {
        let size = self.backend.size()?;
        if size != self.size || self.look.is_none() {
            self.empty(size)?;
        }
        let area = Rect::new(0, 0, size.width, size.height);
        let mut ink = Ink::new(&mut self.next, area, &mut self.layouts, app.theme, app.mode);
        pane::draw(app, &mut ink);
        let cursor = ink.cursor;
        let look = Some((app.mode, app.host, app.theme));
        let all = look != self.look;
        for y in 0..self.next.len() {
            if all || self.next.get(y) != self.strokes.get(y) {
                self.update(app, y)?;
            }
        }
        self.look = look;
        std::mem::swap(&mut self.strokes, &mut self.next);
        self.next.iter_mut().for_each(Vec::clear);
        let cursor = cursor.map(|at| self.seen_at(app, at));
        self.put_cursor(cursor)
    }

    /// Empties the terminal. It is not asked where its cursor is: not every terminal answers.
    fn empty(&mut self, size: Size) -> Result<(), B::Error> {
        self.backend.clear()?;
        (self.size, self.look) = (size, None);
        let row = |y| Buffer::empty(Rect::new(0, y, size.width, 1));
        self.shown = (0..size.height).map(row).collect();
        self.next = vec![Vec::new(); usize::from(size.height)];
        self.strokes = self.next.clone();
        Ok(())
    }

    /// Sends what is new on a row.
    fn update(&mut self, app: &App, y: usize) -> Result<(), B::Error> {
        let (Some(strokes), Some(shown)) = (self.next.get(y), self.shown.get_mut(y)) else { return Ok(()) };
        let mut cells = made(strokes, shown.area, app.theme);
        bidi::emit_for(app.host, app.mode, &mut cells.content);
        self.backend.draw(shown.diff_iter(&cells))?;
        *shown = cells;
        Ok(())
    }

    /// Where the cursor is put so that it is seen here, in a terminal that turns rows round.
    fn seen_at(&self, app: &App, at: Position) -> Position {
        let y = usize::from(at.y);
        let (Some(strokes), Some(shown)) = (self.strokes.get(y), self.shown.get(y)) else { return at };
        if app.mode != Mode::Terminal {
            return at;
        }
        let cells = made(strokes, shown.area, app.theme).content;
        let column = bidi::cursor_for(app.host, app.mode, &cells, usize::from(at.x));
        Position { x: u16::try_from(column).unwrap_or(at.x), ..at }
    }

    fn put_cursor(&mut self, at: Option<Position>) -> Result<(), B::Error> {
        match at {
            Some(at) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(at)?;
            }
            None => self.backend.hide_cursor()?,
        }
        self.backend.flush()
    }
}

/// The cells of a row in the order in which they are seen.
fn made(strokes: &[Stroke], area: Rect, theme: Theme) -> Buffer {
    let mut cells = Buffer::empty(area);
    strokes.iter().for_each(|stroke| stroke.onto(&mut cells, theme));
    cells
}
