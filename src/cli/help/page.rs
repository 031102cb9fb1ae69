//! A page of help, laid out from right to left where a terminal shows it, in logical order where a pipe takes it.

use super::Words;
use crate::bidi::{self, Base};
use crate::cli::order::Row;
use crate::cli::{self, EVERYWHERE};
use crate::say;
use clap::{Arg, Command};

/// Help is read in lines of at most so many cells.
const WIDEST: usize = 100;
/// How far rows are set in.
const INDENT: usize = 2;
/// How far what explains a row above is set in.
const DEEP: usize = 10;

/// A page from top to bottom.
pub struct Page(Vec<Piece>);

enum Piece {
    /// Paragraphs.
    Prose(String),
    /// A line above others.
    Heading(String),
    /// What is typed: always from left to right.
    Code(String),
    /// Things and what they are for, `true` where that stands beneath each.
    Rows(Vec<(String, String)>, bool),
}

/// The help of the verb at this path; `long` as `--help` has it.
pub fn of(command: &mut Command, path: &str, long: bool) -> Page {
    command.build();
    let found = path.split(' ').skip(1).try_fold(&*command, |at, verb| at.find_subcommand(verb));
    let mut verb = found.unwrap_or(command).clone();
    let text = |said: Option<&clap::builder::StyledStr>| said.map(ToString::to_string).unwrap_or_default();
    let mut pieces = Vec::new();
    let about = if long { text(verb.get_long_about()) } else { String::new() };
    pieces.push(Piece::Prose(if about.is_empty() { text(verb.get_about()) } else { about }));
    pieces.push(Piece::Heading(say!("refusal-usage-heading")));
    pieces.push(Piece::Code(format!("  {}", usage(&mut verb))));
    let verbs = verb.get_subcommands().filter(|sub| !sub.is_hide_set());
    let verbs: Vec<_> = verbs.map(|sub| (sub.get_name().to_owned(), text(sub.get_about()))).collect();
    if !verbs.is_empty() {
        pieces.extend([Piece::Heading(say!("refusal-verbs-heading")), Piece::Rows(verbs, false)]);
    }
    if let Some(rows) = rows(verb.get_positionals(), long) {
        pieces.extend([Piece::Heading(say!("refusal-arguments-heading")), rows]);
    }
    for (heading, title) in
        [(None, say!("refusal-options-heading")), (Some(EVERYWHERE), say!("refusal-everywhere-heading"))]
    {
        let options = verb.get_arguments().filter(|arg| !arg.is_positional());
        let options = options.filter(|arg| arg.get_help_heading() == heading);
        if let Some(rows) = rows(options, long) {
            pieces.extend([Piece::Heading(title), rows]);
        }
    }
    let after =
        text(if long { verb.get_after_long_help().or(verb.get_after_help()) } else { verb.get_after_help() });
    for line in after.lines() {
        pieces.push(match line.starts_with(' ') {
            true => Piece::Code(line.to_owned()),
            false => Piece::Heading(line.to_owned()),
        });
    }
    Page(pieces)
}

/// How a verb is typed.
fn usage(verb: &mut Command) -> String {
    let usage = verb.render_usage().to_string();
    usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned()
}

fn rows<'a>(args: impl Iterator<Item = &'a Arg>, long: bool) -> Option<Piece> {
    let mut args: Vec<&Arg> = args.filter(|arg| !arg.is_hide_set()).collect();
    // --lang is added to each verb by itself; it stands where it does in English.
    const LAST: [&str; 6] = ["db", "bidi", "interface_lang", "plain", "help", "version"];
    args.sort_by_key(|arg| LAST.iter().position(|id| arg.get_id() == id).map_or(0, |at| at + 1));
    let rows: Vec<_> = args.into_iter().map(|arg| (spelled(arg), explained(arg, long))).collect();
    (!rows.is_empty()).then_some(Piece::Rows(rows, long))
}

/// An argument as it is typed.
fn spelled(arg: &Arg) -> String {
    match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(_)) => format!("-{short}, {arg}"),
        _ => arg.to_string(),
    }
}

/// What an argument is for, with its ordinary and its possible values.
fn explained(arg: &Arg, long: bool) -> String {
    match arg.get_long() {
        Some("help") => return say!("refusal-help-option"),
        Some("version") => return say!("refusal-version-option"),
        _ => {}
    }
    let help = if long { arg.get_long_help().or(arg.get_help()) } else { arg.get_help() };
    let mut words = help.map(ToString::to_string).unwrap_or_default();
    let mut add = |what: String| words = format!("{words} {what}").trim_start().to_owned();
    let ordinary: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if arg.get_action().takes_values() && !ordinary.is_empty() && !arg.is_hide_default_value_set() {
        add(say!("refusal-default", value = ordinary.join(" ")));
    }
    let possible = arg.get_possible_values();
    let possible = possible.iter().filter(|value| !value.is_hide_set());
    let possible: Vec<String> = possible.map(|value| format!("`{}`", value.get_name())).collect();
    if !possible.is_empty() && !arg.is_hide_possible_values_set() {
        add(say!("refusal-possible", values = crate::locale::list(&possible)));
    }
    words
}

/// What stands after the help of a verb: the headings in the language, the examples as they are typed. A remark in
/// brackets behind an example is the message `…-note`.
pub fn examples(after: &str, key: &str, words: Words<'_>) -> String {
    let line = |line: &str| match line {
        "Example:" => say!("refusal-example-heading"),
        "Examples:" => say!("refusal-examples-heading"),
        line if !line.starts_with(' ') => words(&format!("{key}-after")).unwrap_or_else(|| line.to_owned()),
        line => match (line.find("    ("), words(&format!("{key}-note"))) {
            (Some(at), Some(note)) => format!("{}   ({note})", line.get(..at).unwrap_or_default()),
            _ => line.to_owned(),
        },
    };
    after.lines().map(line).collect::<Vec<_>>().join("\n")
}

impl Page {
    /// The page in rows of this terminal or, in logical order, of a pipe.
    pub fn lay(self, page: cli::page::Page) -> Vec<String> {
        let sheet = Sheet { width: page.edge().min(WIDEST), page };
        let mut rows: Vec<String> = Vec::new();
        for piece in self.0 {
            let code = matches!(piece, Piece::Code(_) | Piece::Rows(..));
            if !rows.is_empty() && !code {
                rows.push(String::new());
            }
            match piece {
                Piece::Prose(text) | Piece::Heading(text) => rows.extend(sheet.prose(&text, 0)),
                Piece::Code(line) => rows.extend(sheet.code(&line)),
                Piece::Rows(things, beneath) => sheet.rows(&things, beneath, &mut rows),
            }
        }
        rows
    }
}

/// Where a page is laid out: at the right edge of a terminal, or at the left one of a file.
struct Sheet {
    /// Cells of a line of help.
    width: usize,
    /// Where it is laid out.
    page: cli::page::Page,
}

impl Sheet {
    fn mirrored(&self) -> bool {
        self.page.mirrored()
    }

    /// The rows of paragraphs in lines that are so much shorter, without what is beside them.
    fn paragraphs(&self, text: &str, less: usize) -> Vec<Row> {
        let width = self.width.saturating_sub(less).max(20);
        if self.mirrored() {
            return self.page.order().rows(text, &[], width, Base::Rtl);
        }
        let rows = bidi::layout_logical(text, width).into_iter();
        let line = |row: bidi::Row| row.cells.iter().map(|cell| cell.symbol.as_str()).collect::<String>();
        rows.map(|row| Row::logical(line(row).trim_end())).collect()
    }

    /// Paragraphs set in by so many cells.
    fn prose(&self, text: &str, indent: usize) -> Vec<String> {
        let rows = self.paragraphs(text, indent).into_iter();
        rows.map(
            |row| {
                if row.width == 0 { String::new() } else { self.page.shown(vec![Row::blanks(indent), row]) }
            },
        )
        .collect()
    }

    fn code(&self, line: &str) -> Vec<String> {
        if !self.mirrored() {
            return vec![line.to_owned()];
        }
        let before = || Row::blanks(self.page.edge() - self.width);
        let rows = self.page.order().rows(line, &[], self.width, Base::Ltr).into_iter();
        rows.map(|row| self.page.order().shown(Row::joined([before(), row].into_iter()), true)).collect()
    }

    fn rows(&self, things: &[(String, String)], beneath: bool, rows: &mut Vec<String>) {
        let widest = things.iter().map(|(thing, _)| bidi::width(thing)).max().unwrap_or(0);
        let column = widest + 2 * INDENT;
        let beneath = beneath || column > self.width * 2 / 5;
        for (at, (thing, help)) in things.iter().enumerate() {
            if !beneath {
                self.beside(thing, help, column, rows);
                continue;
            }
            if at > 0 {
                rows.push(String::new());
            }
            rows.push(self.page.shown(vec![Row::blanks(INDENT), self.page.order().cell(thing, &[])]));
            rows.extend(self.prose(help, DEEP));
        }
    }

    /// A thing and, beside it, what it is for.
    fn beside(&self, thing: &str, help: &str, column: usize, rows: &mut Vec<String>) {
        for (at, help) in self.paragraphs(help, column).into_iter().enumerate() {
            let thing = self.page.order().cell(if at == 0 { thing } else { "" }, &[]);
            let gap = column.saturating_sub(INDENT + thing.width);
            rows.push(self.page.shown(vec![Row::blanks(INDENT), thing, Row::blanks(gap), help]));
        }
    }
}

#[cfg(test)]
impl Page {
    /// Its words without what is typed.
    pub fn prose(self) -> Vec<String> {
        let words = |piece| match piece {
            Piece::Prose(text) | Piece::Heading(text) => vec![text],
            Piece::Code(_) => Vec::new(),
            Piece::Rows(rows, _) => rows.into_iter().map(|(_, help)| help).collect(),
        };
        self.0.into_iter().flat_map(words).collect()
    }
}
