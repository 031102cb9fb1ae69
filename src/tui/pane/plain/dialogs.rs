//! Forms, lists to choose from, the palette, the help, questions and merges.

use super::keys_in_words;
use super::page::{Focus, Page};
use crate::say;
use crate::tui::editor::Editor;
use crate::tui::form::{Choice, Field, Form, Input};
use crate::tui::layer::help::Line;
use crate::tui::layer::{Confirm, Help, Palette, Pick};
use crate::tui::pane::sheet::Sheet;
use crate::tui::words::{label, number};

/// A form: its fields one beneath the other, and what to put into the current one below.
pub fn form<'a>(form: &Form, size: (u16, usize)) -> Page<'a> {
    let mut page = Page::new(form.title.clone());
    if !form.about.is_empty() {
        page.line(form.about.clone());
    }
    form.more.iter().for_each(|line| page.line(line.clone()));
    for (at, field) in form.fields.iter().enumerate() {
        one_field(&mut page, field, at == form.at && !form.waiting, size);
    }
    page.note = match (&form.notice, form.waiting) {
        (_, true) => say!("tui-form-writing"),
        (Some(notice), _) => say!("tui-plain-notice", words = notice),
        (None, _) => form.fields.get(form.at).map(|field| field.help.clone()).unwrap_or_default(),
    };
    page
}

fn one_field(page: &mut Page, field: &Field, focused: bool, size: (u16, usize)) {
    let name = label(field.name);
    match &field.input {
        Input::Text(editor) => {
            // The rows that arrows up and down go by.
            editor.drawn_in(size.0.saturating_add(1), size.1 as u16);
            let lines = editor.has_lines() && editor.text().contains('\n');
            if lines {
                page.field(&name, "", None);
                let at = page.len();
                page.line(editor.text().to_owned());
                if focused {
                    page.focus = Focus::Line(at, editor.caret());
                }
            } else {
                page.field(&name, editor.text(), focused.then(|| editor.caret()));
            }
            if focused && !editor.selection().is_empty() {
                page.line(say!("tui-plain-selected", words = editor.selected()));
            }
        }
        Input::Choice(choice) if choice.listed => listed(page, &name, choice, focused),
        Input::Choice(choice) => {
            let words = match choice.at {
                Some(at) => {
                    let (at, of) = (at + 1, choice.options.len());
                    say!("tui-plain-choice", words = choice.words(), at = at, of = of)
                }
                None => say!("tui-form-choose"),
            };
            page.field(&name, &words, focused.then_some(0));
        }
    }
}

/// All values of a choice, one beneath the other.
fn listed(page: &mut Page, name: &str, choice: &Choice, focused: bool) {
    let words = if choice.at.is_some() { choice.words().to_owned() } else { say!("tui-form-choose") };
    page.field(name, &words, None);
    if !focused {
        return;
    }
    for (n, (_, words, digit)) in choice.options.iter().enumerate() {
        let digit = digit.map_or(String::new(), |digit| format!("{} ", number(digit)));
        let current = choice.at == Some(n) || (choice.at.is_none() && n == 0);
        page.item(&format!("{digit}{words}"), current);
    }
}

/// What was typed to narrow a list, and what is left of it. The cursor is on what Enter would choose, but while
/// something was typed and nothing further down was gone to.
fn narrowed<'a>(title: &str, editor: &Editor, items: impl Iterator<Item = String>, at: usize) -> Page<'a> {
    let mut page = Page::new(title);
    page.field(&say!("tui-plain-narrow"), editor.text(), None);
    let mut any = false;
    for (n, words) in items.enumerate() {
        page.item(&words, n == at);
        any = true;
    }
    if !any || (at == 0 && !editor.text().is_empty()) {
        page.caret(0, editor.caret());
    }
    page
}

/// A list to choose from.
pub fn pick<'a>(pick: &Pick) -> Page<'a> {
    narrowed(
        &pick.title,
        &pick.editor,
        pick.shown().map(|words| words.replace('\n', crate::locale::comma())),
        pick.at,
    )
}

/// Commands by name.
pub fn palette<'a>(palette: &Palette) -> Page<'a> {
    let shown = palette.shown();
    let words = shown.iter().map(|command| {
        let keys = keys_in_words(&command.keys_shown());
        say!("tui-plain-command", name = (command.title)(), keys = keys, what = (command.doc)())
    });
    narrowed(&say!("tui-palette-title"), &palette.editor, words, palette.at)
}

/// The help; keys move the row that is read.
pub fn help<'a>(help: &'a Help, room: usize) -> Page<'a> {
    let mut page = Page::new(format!("{} {}", say!("tui-help-title"), help.editor.text()));
    for line in help.lines() {
        match line {
            Line::Heading(words) => page.line(words),
            Line::Keys(keys, words) => page.item(&format!("{}: {words}", keys_in_words(&keys)), false),
        }
    }
    help.room.set(room);
    help.linear.set(true);
    page.focus = Focus::Row(&help.scroll);
    page
}

/// A question.
pub fn confirm<'a>(confirm: &Confirm) -> Page<'a> {
    let mut page = Page::new(say!("tui-plain-question"));
    page.line(confirm.words.clone());
    page.line(say!("tui-confirm-keys"));
    page.focus = Focus::Line(0, 0);
    page
}

/// A sheet, such as a merge under way; keys move the row that is read.
pub fn sheet(sheet: Sheet) -> Page {
    let mut page = Page::new(sheet.title);
    page.paragraphs(sheet.lines);
    page.focus = Focus::Row(sheet.scroll);
    page.note = sheet.ask;
    page
}
