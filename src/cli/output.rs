//! The only place of the command line that prints: lines, JSON Lines, notes and files.
//!
//! Nothing reaches a terminal that did not go through [`crate::text::safe`]; into a pipe or a file
//! go JSON with unsafe characters escaped, and, where a verb hands out a file, its bytes as they are.

use super::failure::Failure;
use super::order::{Order, Row};
use super::page::Page;
pub use super::page::{Margin, Words};
use super::progress;
pub use super::progress::Progress;
use crate::bidi::Mode;
use crate::locale::{self, Locale};
use crate::{say, text};
use serde::Serialize;
use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::sync::OnceLock;

static NOTES: OnceLock<Page> = OnceLock::new();

/// What standard error is laid out for.
pub(super) fn notes() -> Page {
    NOTES.get().copied().unwrap_or(Page { terminal: None })
}

/// Standard output and standard error.
pub struct Output {
    stdout: BufWriter<Box<dyn Write>>,
    page: Page,
    plain: bool,
}

impl Output {
    /// Output as this process has it, for a terminal of this mode if one was named; `plain` for a screen reader,
    /// which wants letters in the order in which they were written.
    pub fn new(mode: Option<Mode>, plain: bool) -> Output {
        let mode = if plain { Some(Mode::Off) } else { mode };
        let size = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0).max(20));
        let order = Order::of(mode, |name| std::env::var(name).ok());
        let size = size - order.spare();
        let page = |is_terminal: bool| Page { terminal: is_terminal.then_some((size, order)) };
        NOTES.get_or_init(|| page(io::stderr().is_terminal()));
        progress::plain(plain);
        Output {
            stdout: BufWriter::new(Box::new(io::stdout())),
            page: page(io::stdout().is_terminal()),
            plain,
        }
    }

    /// Standard error in its place: what a person who is asked must see, where standard output is for a program.
    pub fn beside(&self) -> Output {
        Output { stdout: BufWriter::new(Box::new(io::stderr())), page: notes(), plain: self.plain }
    }

    /// Whether tables are told line by line.
    pub fn plain(&self) -> bool {
        self.plain
    }

    /// How many cells a line has; none where it has no end.
    pub fn width(&self) -> Option<usize> {
        self.page.terminal.map(|(width, _)| width)
    }

    /// How many cells a text takes.
    pub fn cells(&self, text: &str) -> usize {
        self.page.cells(text)
    }

    /// One line, whatever is in it.
    pub fn line(&mut self, line: &(impl Words + ?Sized)) -> io::Result<()> {
        self.page.line(line).iter().try_for_each(|row| self.put(row))
    }

    /// Rows for the terminal or for a pipe.
    pub fn laid_out(&mut self, lay: impl FnOnce(Page) -> Vec<String>) -> io::Result<()> {
        lay(self.page).iter().try_for_each(|row| self.put(row))
    }

    /// A row that is laid out already, with what the terminal must be told around it.
    fn put(&mut self, row: &str) -> io::Result<()> {
        let order = self.page.order();
        self.stdout.write_all(order.sent(row).as_bytes())
    }

    /// Cells side by side, each with the blanks that follow it; none takes part in the order of another.
    pub fn row(&mut self, cells: &[(String, usize)]) -> io::Result<()> {
        let row = self.page.row(cells);
        self.put(&row)
    }

    /// A name and its value, whose further rows stand under the first.
    pub fn pair(&mut self, name: &str, value: &(impl Words + ?Sized)) -> io::Result<()> {
        self.named(Margin::PAIR, name, value)
    }

    /// The same with other room for the name.
    pub fn named(&mut self, margin: Margin, name: &str, value: &(impl Words + ?Sized)) -> io::Result<()> {
        if self.plain {
            let words = [name, value.text()].into_iter().filter(|words| !words.is_empty());
            return self.line(&words.collect::<Vec<_>>().join(": "));
        }
        self.page.named(margin, name, value).iter().try_for_each(|row| self.put(row))
    }

    /// One line in an order of its own, behind a label that is always the same.
    pub fn as_ordered(&mut self, order: Order, label: &str, line: &str) -> io::Result<()> {
        let (label, row) = (order.cell(label, &[]), order.cell(&text::safe(line, false), &[]));
        let blanks = Row::blanks(18_usize.saturating_sub(label.width) + 1);
        // Made ready as a whole: a terminal that orders rows orders the label along.
        let row = Row::joined([Row::blanks(2), label, blanks, row].into_iter());
        self.stdout.write_all(order.sent(&order.shown(row, true)).as_bytes())
    }

    /// Text of several lines.
    pub fn block(&mut self, block: &str) -> io::Result<()> {
        let block = block.strip_suffix('\n').unwrap_or(block);
        self.page.block(block).iter().try_for_each(|row| self.put(row))
    }

    /// One value as one line of JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let line = json_line(value)?;
        Ok(writeln!(self.stdout, "{line}")?)
    }

    /// A file's text or bytes as they are, unless a terminal would read them.
    pub fn file(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        if self.page.terminal.is_none() {
            return Ok(self.stdout.write_all(bytes)?);
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(self.block(text)?),
            Err(_) => Err(Failure::failed(say!("cli-unsafe-bytes")).hint(say!("cli-unsafe-bytes-hint"))),
        }
    }

    /// A word beside the result, on standard error. That it cannot be written stops nothing.
    pub fn note(&mut self, note: &(impl Words + ?Sized)) {
        let _ = self.stdout.flush();
        self::note(note);
    }

    /// A failure with its hint, on standard error.
    pub fn failure(&mut self, failure: &Failure) {
        if let Some(message) = &failure.message {
            self.note(&say!("cli-error", message = message));
        }
        for hint in failure.hint.iter().flat_map(|hint| hint.lines()) {
            self.note(&say!("cli-hint", hint = hint));
        }
    }

    /// Hands everything written so far to the system.
    pub fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.stdout.flush()?)
    }
}

/// A word on standard error, where nothing was printed yet that it must come after.
pub fn note(note: &(impl Words + ?Sized)) {
    let sent: String = notes().line(note).iter().map(|row| notes().order().sent(row)).collect();
    let _ = io::stderr().write_all(sent.as_bytes());
}

/// Rows on standard error, for its terminal or for a pipe.
pub fn laid_out(lay: impl FnOnce(Page) -> Vec<String>) -> io::Result<()> {
    let page = notes();
    let sent: String = lay(page).iter().map(|row| page.order().sent(row)).collect();
    io::stderr().write_all(sent.as_bytes())
}

/// Lines on standard error that are laid out already.
pub fn as_written(lines: &str) {
    let _ = io::stderr().write_all(text::safe(lines, true).as_bytes());
}

/// Asks something on the terminal; what is typed stands behind the question, or under it where that begins at the
/// right edge.
pub fn ask(question: &str) -> io::Result<String> {
    let page = notes();
    let sent: String = page.line(question).iter().map(|row| page.order().sent(row)).collect();
    // The row of the answer stays as it is until the answer has ended it.
    let (words, after) = match page.mirrored() {
        true => (sent.as_str(), ""),
        false => sent.rsplit_once('\n').unwrap_or((&sent, "")),
    };
    let blank = if page.mirrored() { "" } else { " " };
    let mut stderr = io::stderr();
    let _ = write!(stderr, "{words}{blank}").and_then(|()| stderr.flush());
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let _ = stderr.write_all(after.as_bytes());
    Ok(answer)
}

/// The words before what is typed unseen; those that begin at the right edge get a row of their own.
pub fn prompt(words: &str) -> String {
    if notes().mirrored() {
        note(words);
        return String::new();
    }
    format!("{} ", text::safe(words, false))
}

/// One value as JSON on one line; characters that could steer a terminal or reorder a line are escaped.
fn json_line(value: &impl Serialize) -> Result<String, Failure> {
    // Words in it are for programs: the same in every language.
    let line = locale::within(Locale::default(), || serde_json::to_string(value))
        .map_err(|error| Failure::failed(say!("cli-no-json", why = error.to_string())))?;
    Ok(text::escape_json(&line).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_lines_carry_nothing_that_acts() {
        let line = json_line(&"a\u{1b}[31m\u{202e}b\n\u{9b}c هدنة").unwrap();
        assert!(line.chars().all(|c| text::unsafe_name(c).is_none()), "{line}");
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), "a\u{1b}[31m\u{202e}b\n\u{9b}c هدنة");
    }
}
