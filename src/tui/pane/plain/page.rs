//! A page: a title and lines beneath it, of which one may have the keys.

use crate::bidi::{Base, Row};
use crate::tui::paint::{Align, Ink, take_top};
use crate::tui::pane::flow::Paragraph;
use ratatui::layout::Rect;
use std::cell::Cell;
use std::rc::Rc;

/// A line of a page.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    indent: u16,
    /// Whether it takes one row, cut at its end if it is longer.
    cut: bool,
    /// Bytes of the label before what was typed.
    before: usize,
}

/// What has the keys.
#[derive(Debug)]
pub enum Focus<'a> {
    /// The page as a whole.
    Title,
    /// A line, at a byte of its text.
    Line(usize, usize),
    /// The row that is read, which keys move on.
    Row(&'a Cell<usize>),
}

/// What is drawn.
#[derive(Debug)]
pub struct Page<'a> {
    title: String,
    lines: Vec<Line>,
    /// What has the keys.
    pub focus: Focus<'a>,
    /// What stands below, in place of a message.
    pub note: String,
}

impl<'a> Page<'a> {
    /// A page without lines.
    pub fn new(title: impl Into<String>) -> Page<'a> {
        Page { title: title.into(), lines: Vec::new(), focus: Focus::Title, note: String::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, text: impl Into<String>) {
        self.lines.push(Line { text: text.into(), ..Line::default() });
    }

    /// Adds a line that takes one row; the current one has a sign before it, and the keys.
    pub fn item(&mut self, text: &str, current: bool) {
        if current {
            self.focus = Focus::Line(self.lines.len(), 0);
        }
        self.lines.push(Line { text: format!("{}{text}", sign(current)), cut: true, ..Line::default() });
    }

    /// Adds a label and what was typed behind it, with the caret there if it has the keys.
    pub fn field(&mut self, label: &str, text: &str, caret: Option<usize>) {
        let before = format!("{}{label}: ", sign(caret.is_some()));
        if let Some(caret) = caret {
            self.focus = Focus::Line(self.lines.len(), before.len() + caret);
        }
        let label = before.len();
        self.lines.push(Line { text: before + text, before: label, ..Line::default() });
    }

    /// Puts the caret into what was typed in a field that was added, and takes the keys there.
    pub fn caret(&mut self, line: usize, caret: usize) {
        for line in &mut self.lines {
            if line.cut && line.text.starts_with(sign(true)) {
                line.text.replace_range(..sign(true).len(), sign(false));
            }
        }
        let Some(field) = self.lines.get_mut(line) else { return };
        field.text.replace_range(..sign(false).len(), sign(true));
        let before = field.before + caret;
        self.focus = Focus::Line(line, before);
    }

    /// Adds paragraphs as they are.
    pub fn paragraphs(&mut self, paragraphs: Vec<Paragraph>) {
        let line = |p: Paragraph| Line { text: p.text, indent: p.indent, ..Line::default() };
        self.lines.extend(paragraphs.into_iter().map(line));
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Draws it. Pages turn as a whole, so that rows stay where they are while the cursor moves among them.
    pub fn draw(&self, ink: &mut Ink, area: Rect) {
        let mut rest = area;
        let title = take_top(&mut rest, 1);
        ink.text(title, &self.title, ink.theme.strong());
        if ink.cursor.is_none() {
            ink.put_cursor(title, title.x, title.y);
        }
        let rows = self.rows(ink, rest.width);
        let read = self.read(&rows);
        let room = usize::from(rest.height).max(1);
        let top = read.unwrap_or(0) / room * room;
        for (at, (_, indent, row)) in rows.iter().enumerate().skip(top).take(room) {
            let indent = (*indent).min(rest.width);
            let y = rest.y + (at - top) as u16;
            let place = Rect { x: rest.x + indent, y, width: rest.width - indent, height: 1 };
            ink.row_in(place, row, Align::Near, ink.theme.plain());
            if read == Some(at) {
                let column = match self.focus {
                    Focus::Line(_, byte) => row.caret(byte).unwrap_or(0),
                    _ => 0,
                };
                ink.put_cursor(place, place.x + (column as u16).min(place.width.saturating_sub(1)), y);
            }
        }
    }

    /// The rows of all lines, each with its line and indent.
    fn rows(&self, ink: &mut Ink, width: u16) -> Vec<(usize, u16, Rc<Row>)> {
        let mut all = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let rows = laid_out(ink, line, width);
            all.extend(rows.iter().map(|row| (at, line.indent, row.clone())));
        }
        all
    }

    /// The row that has the keys.
    fn read(&self, rows: &[(usize, u16, Rc<Row>)]) -> Option<usize> {
        match self.focus {
            Focus::Title => None,
            Focus::Line(line, byte) => {
                let of_line = |row: &(usize, u16, Rc<Row>)| row.0 == line && row.2.source.start <= byte;
                rows.iter().rposition(of_line)
            }
            Focus::Row(at) => {
                at.set(at.get().min(rows.len().saturating_sub(1)));
                Some(at.get())
            }
        }
    }
}

fn laid_out(ink: &mut Ink, line: &Line, width: u16) -> crate::tui::layouts::Rows {
    let width = width.saturating_sub(line.indent).max(1);
    if line.cut { ink.one_row(&line.text, width) } else { ink.rows(&line.text, width, Base::Ltr) }
}

/// The sign before what has the keys.
fn sign(current: bool) -> &'static str {
    if current { "> " } else { "  " }
}

/// A text in the rows of an area, as many as there are.
pub fn paragraph(ink: &mut Ink, area: Rect, text: &str) {
    let mut rest = area;
    for row in ink.rows(text, area.width, Base::Ltr).iter().take(usize::from(area.height)) {
        let line = take_top(&mut rest, 1);
        ink.row_in(line, row, Align::Near, ink.theme.plain());
    }
}
