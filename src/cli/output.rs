//! The only place of the command line that prints: lines, JSON Lines, notes and files.
//!
//! Nothing reaches a terminal that did not go through [`crate::text::safe`]; into a pipe or a file
//! go JSON with unsafe characters escaped, and, where a verb hands out a file, its bytes as they are.

use super::failure::Failure;
use super::order::Order;
use crate::bidi::{self, Base, Mode};
use crate::text;
use serde::Serialize;
use std::io::{self, BufRead, BufWriter, IsTerminal, Stdout, Write};
use std::sync::OnceLock;

/// A terminal: its cells in a line and the order it wants.
type Terminal = (usize, Order);

/// The terminal that standard error goes to, if it does.
static NOTES: OnceLock<Option<Terminal>> = OnceLock::new();

/// Standard output and standard error.
pub struct Output {
    stdout: BufWriter<Stdout>,
    /// None where no person reads along.
    terminal: Option<Terminal>,
}

impl Output {
    /// Output as this process has it, for a terminal of this mode if one was named.
    pub fn new(mode: Option<Mode>) -> Output {
        let size = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0).max(20));
        let order = Order::of(mode, |name| std::env::var(name).ok());
        let size = size - order.spare();
        let terminal = io::stdout().is_terminal().then_some((size, order));
        NOTES.get_or_init(|| io::stderr().is_terminal().then_some((size, order)));
        Output { stdout: BufWriter::new(io::stdout()), terminal }
    }

    /// How many cells a line has; none where it has no end.
    pub fn width(&self) -> Option<usize> {
        self.terminal.map(|(width, _)| width)
    }

    /// How many cells a text takes: in logical order letters stand unjoined, each in its own.
    pub fn cells(&self, text: &str) -> usize {
        match self.terminal {
            Some((_, Order::Visual(..))) => bidi::width(text),
            _ => bidi::line_logical(text, usize::MAX).width(),
        }
    }

    /// One line, whatever is in it.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        let safe = text::safe(line, false);
        match self.terminal {
            Some((width, order)) => order.line(&safe, width).iter().try_for_each(|row| self.put(row)),
            None => self.put(&safe),
        }
    }

    /// A row that is laid out already, with what the terminal must be told around it.
    fn put(&mut self, row: &str) -> io::Result<()> {
        let order = self.terminal.map_or(Order::Logical, |(_, order)| order);
        self.stdout.write_all(order.sent(row).as_bytes())
    }

    /// Cells side by side, each with the blanks that follow it; none takes part in the order of another.
    pub fn row(&mut self, cells: &[(String, usize)]) -> io::Result<()> {
        let mut line = String::new();
        for (cell, blanks) in cells {
            let safe = text::safe(cell, false);
            match self.terminal {
                Some((_, order)) => line.push_str(&order.cell(&safe)),
                None => line.push_str(&safe),
            }
            line.extend(std::iter::repeat_n(' ', *blanks));
        }
        self.put(line.trim_end())
    }

    /// A name and its value, whose further rows stand under the first.
    pub fn pair(&mut self, name: &str, value: &str) -> io::Result<()> {
        const INDENT: usize = 15;
        let safe = text::safe(value, false);
        let rows = match self.terminal {
            Some((width, order)) => order.rows(&safe, width.saturating_sub(INDENT).max(20), Base::Auto),
            None => vec![safe.into_owned()],
        };
        let name = format!("  {name:<12}");
        let names = std::iter::once(name.as_str()).chain(std::iter::repeat(""));
        const NAME: usize = INDENT - 1;
        rows.iter().zip(names).try_for_each(|(row, name)| self.put(&format!("{name:NAME$} {row}")))
    }

    /// One line in an order of its own, behind a label that is always the same.
    pub fn as_ordered(&mut self, order: Order, label: &str, line: &str) -> io::Result<()> {
        let rows = order.line(&text::safe(line, false), usize::MAX);
        let row = format!("  {label:<16} {}", rows.concat());
        Ok(self.stdout.write_all(order.sent(&row).as_bytes())?)
    }

    /// Text of several lines.
    pub fn block(&mut self, block: &str) -> io::Result<()> {
        let safe = text::safe(block.strip_suffix('\n').unwrap_or(block), true);
        match self.terminal {
            Some((width, order)) => {
                order.rows(&safe, width, Base::Auto).iter().try_for_each(|row| self.put(row))
            }
            None => self.put(&safe),
        }
    }

    /// One value as one line of JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        let line = json_line(value)?;
        Ok(writeln!(self.stdout, "{line}")?)
    }

    /// A file's text or bytes as they are, unless a terminal would read them.
    pub fn file(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        if self.terminal.is_none() {
            return Ok(self.stdout.write_all(bytes)?);
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(self.block(text)?),
            Err(_) => Err(Failure::failed("these bytes are no text and would confuse the terminal")
                .hint("Write them to a file with -o, or into a pipe.")),
        }
    }

    /// A word beside the result, on standard error. That it cannot be written stops nothing.
    pub fn note(&mut self, note: &str) {
        let _ = self.stdout.flush();
        self::note(note);
    }

    /// A failure with its hint, on standard error.
    pub fn failure(&mut self, failure: &Failure) {
        if let Some(message) = &failure.message {
            self.note(&format!("error: {message}"));
        }
        for hint in failure.hint.iter().flat_map(|hint| hint.lines()) {
            self.note(&format!("hint: {hint}"));
        }
    }

    /// Hands everything written so far to the system.
    pub fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.stdout.flush()?)
    }
}

/// A word on standard error, where nothing was printed yet that it must come after.
pub fn note(note: &str) {
    let safe = text::safe(note, false);
    let sent = match NOTES.get().copied().flatten() {
        Some((width, order)) => order.line(&safe, width).iter().map(|row| order.sent(row)).collect(),
        None => format!("{safe}\n"),
    };
    let _ = io::stderr().write_all(sent.as_bytes());
}

/// Asks something on the terminal; what is typed stands behind the question.
pub fn ask(question: &str) -> io::Result<String> {
    let (width, order) = NOTES.get().copied().flatten().unwrap_or((usize::MAX, Order::Logical));
    let rows = order.line(&text::safe(question, false), width);
    let sent: String = rows.iter().map(|row| order.sent(row)).collect();
    // The row of the answer stays as it is until the answer has ended it.
    let (words, after) = sent.rsplit_once('\n').unwrap_or((&sent, ""));
    let mut stderr = io::stderr();
    let _ = write!(stderr, "{words} ").and_then(|()| stderr.flush());
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let _ = stderr.write_all(after.as_bytes());
    Ok(answer)
}

/// One value as JSON on one line; characters that could steer a terminal or reorder a line are escaped.
fn json_line(value: &impl Serialize) -> Result<String, Failure> {
    let line = serde_json::to_string(value)
        .map_err(|error| Failure::failed(format!("the result cannot be written as JSON: {error}")))?;
    Ok(text::escape_json(&line).into_owned())
}

/// A bar on standard error while something takes long; nothing is drawn where that is no terminal.
pub struct Progress {
    bar: indicatif::ProgressBar,
}

impl Progress {
    /// A bar that counts up to `all`.
    pub fn new(all: u64) -> Progress {
        let bar = indicatif::ProgressBar::new(all);
        if let Ok(style) = indicatif::ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Progress { bar }
    }

    /// A sign that something goes on, of which nobody knows how much is left.
    pub fn going_on(what: &'static str) -> Progress {
        let bar = indicatif::ProgressBar::new_spinner().with_message(what);
        bar.enable_steady_tick(std::time::Duration::from_millis(120));
        Progress { bar }
    }

    /// So much is done, and this comes next.
    pub fn at(&self, done: u64, next: &str) {
        self.bar.set_position(done);
        self.bar.set_message(text::safe(next, false).into_owned());
    }

    /// So much of so much is done.
    pub fn of(&self, done: u64, all: u64) {
        self.bar.set_length(all);
        self.bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
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
