//! The lines above and below: casebook, filter, message, keys.

use crate::say;
use crate::tui::app::{App, Message, Tone};
use crate::tui::command;
use crate::tui::editor::Editor;
use crate::tui::form::Input;
use crate::tui::layer::Layer;
use crate::tui::paint::{Align, Ink, ours, take_top};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::rc::Rc;

/// The casebook, and where in it we are.
pub fn head(app: &App, ink: &mut Ink, area: Rect) {
    let place = match (app.list.rank(), app.list.total()) {
        (Some(rank), Some(total)) => Some(say!("tui-head-rank", rank = rank, total = total)),
        (None, Some(total)) => Some(say!("tui-head-total", total = total)),
        _ => None,
    };
    let working = match (&app.writing, app.exporting) {
        (Some(words), _) => Some(format!("{words}…")),
        (None, Some(step)) => Some(super::work::report(step)),
        (None, None) => None,
    };
    let ended = app.key_ended.map(|how| say!("tui-head-key-ended", how = crate::told::ended(how)));
    let waiting = (app.erasures > 0).then(|| say!("tui-head-erasures", n = app.erasures));
    let blind = app.blind.on.then(|| say!("tui-head-blind"));
    let parts = [working, ended, waiting, blind].into_iter().flatten().map(|words| words + " · ");
    let end = place.map(|words| words + " ");
    let right = parts.chain(end).collect::<String>();
    let width = (crate::bidi::width(&right) as u16).min(area.width);
    ink.tint(area, ink.theme.selected());
    let name = match &app.me {
        Some(me) if !me.name.is_empty() => format!(" hudna · {} · {}", app.title, me.name),
        _ => format!(" hudna · {}", app.title),
    };
    let left = Rect { width: area.width.saturating_sub(width + 1), ..area };
    ink.text(left, &name, ink.theme.selected());
    ink.text(Rect { x: area.right() - width, width, ..area }, &right, ink.theme.selected());
}

/// The filter, its error under it being a message.
pub fn filter(app: &App, ink: &mut Ink, area: Rect) {
    let style = if app.filter.typing { ink.theme.active() } else { ink.theme.strong() };
    let used = ink.text(area, &format!("{} ", say!("tui-filter")), style);
    let field = Rect { x: area.x + used, width: area.width - used, ..area };
    let error = app.filter.error.as_ref().map(|e| e.at.clone());
    line_editor(ink, field, &app.filter.editor, app.filter.typing, |bytes, theme| match &error {
        Some(at) if bytes.start < at.end && at.start < bytes.end => theme.error(),
        _ => theme.plain(),
    });
}

/// A field of one line, scrolled so that the caret is seen.
pub fn line_editor(
    ink: &mut Ink,
    area: Rect,
    editor: &Editor,
    focused: bool,
    style: impl Fn(&std::ops::Range<usize>, crate::tui::theme::Theme) -> Style,
) {
    let Some(row) = editor.rows(ink.mode()).into_iter().next() else { return };
    let caret = row.caret(editor.caret()).unwrap_or(0);
    let width = usize::from(area.width);
    // A row that runs right to left shows its right end first.
    let hidden = row.width().saturating_sub(width);
    let skip = match row.rtl {
        true => hidden.min(caret),
        false => (caret + 1).saturating_sub(width),
    };
    let align = if hidden > 0 { Align::Near } else { Align::Start };
    // Of a wide cell that is half hidden the column that is left stays blank.
    let (row, first) = row.from_column(skip);
    let place = Rect { x: area.x + (first - skip) as u16, width: area.width - (first - skip) as u16, ..area };
    let (selection, theme, row) = (editor.selection(), ink.theme, Rc::new(row));
    ink.row(place, &row, align, |bytes| {
        let marked = focused && bytes.start < selection.end && selection.start < bytes.end;
        if marked { theme.marked() } else { style(bytes, theme) }
    });
    if focused {
        ink.put_caret(place, &row, align, caret.saturating_sub(first));
    }
}

/// The message, and the keys that mean something now.
pub fn foot(app: &App, ink: &mut Ink, area: Rect) {
    match (&app.filter.error, &app.message) {
        (Some(error), _) if app.filter.typing => {
            message(ink, area, &format!("! {}", error.message), ink.theme.error());
        }
        (_, Some(Message { text, tone })) => {
            let (mark, style) = match tone {
                Tone::Good => ("✓", ink.theme.good()),
                Tone::Notice => ("·", ink.theme.notice()),
                Tone::Error => ("!", ink.theme.error()),
            };
            message(ink, area, &format!("{mark} {text}"), style);
        }
        _ => {}
    }
    hints(app, ink, Rect { y: area.y + 1, height: 1, ..area });
}

/// A message; where it is longer than a row, it takes rows from what is above.
fn message(ink: &mut Ink, area: Rect, words: &str, style: Style) {
    let rows = ink.rows(words, area.width, ours());
    let count = rows.len().min(4);
    let mut place = Rect { y: (area.y + 1).saturating_sub(count as u16), height: count as u16, ..area };
    ink.clear(place);
    for row in rows.iter().take(count) {
        let line = take_top(&mut place, 1);
        ink.row_in(line, row, Align::Near, style);
    }
}

fn hints(app: &App, ink: &mut Ink, area: Rect) {
    let mut at = area;
    for (key, words) in hints_now(app) {
        let needed = crate::bidi::width(&key) + 1 + crate::bidi::width(&words) + 2;
        if needed > usize::from(at.width) {
            break;
        }
        let used = ink.keys(at, &key, ink.theme.key()) + 1;
        at = Rect { x: at.x + used, width: at.width.saturating_sub(used), ..at };
        let used = ink.text(at, &words, ink.theme.plain()) + 2;
        at = Rect { x: at.x + used, width: at.width.saturating_sub(used), ..at };
    }
}

/// The keys that mean something now, and what.
pub fn hints_now(app: &App) -> Vec<(String, String)> {
    let save = || ("Ctrl-S", say!("tui-hint-save"));
    let field = || ("Tab", say!("tui-hint-field"));
    let leave = || ("Esc", say!("tui-hint-leave"));
    let scroll = || ("↑ ↓", say!("tui-hint-scroll"));
    let narrow = || ("", say!("tui-hint-narrow"));
    let hints = match app.layers.last() {
        Some(Layer::Form(form)) => {
            let choice = form.fields.get(form.at).is_some_and(|f| matches!(f.input, Input::Choice(_)));
            match choice {
                true => {
                    let choose = ("← →", say!("tui-hint-choose"));
                    vec![save(), choose, ("Space", say!("tui-hint-list")), field(), leave()]
                }
                false => {
                    let outside = ("Ctrl-E", say!("tui-hint-outside"));
                    vec![save(), field(), outside, ("Alt-Z", say!("tui-hint-undo")), leave()]
                }
            }
        }
        Some(Layer::Merge(_) | Layer::Share(_)) => vec![scroll(), leave()],
        Some(Layer::Confirm(_)) => vec![("y", say!("tui-hint-yes")), ("n", say!("tui-hint-no"))],
        Some(Layer::Help(_)) => vec![scroll(), ("Esc", say!("tui-hint-close")), narrow()],
        Some(_) => {
            let choose = ("Enter", say!("tui-hint-choose"));
            vec![choose, ("↑ ↓", say!("tui-hint-move")), leave(), narrow()]
        }
        None if app.filter.typing => {
            let off = ("Esc", say!("tui-hint-filter-off"));
            vec![("Enter", say!("tui-hint-filter-keep")), off, ("↑ ↓", say!("tui-hint-filter-move"))]
        }
        None => return command_hints(app),
    };
    hints.into_iter().map(|(key, words)| (key.to_owned(), words)).collect()
}

fn command_hints(app: &App) -> Vec<(String, String)> {
    // What the help and the way out are on must never be cut off.
    let first = ["help", "quit"].iter().filter_map(|n| command::named(n)).filter(|c| (c.when)(app));
    let marking = app.document.as_ref().is_some_and(|d| d.mark.is_some());
    let first = first.filter(|_| !marking);
    let rest = command::all().filter(|c| !["help", "quit"].contains(&c.name));
    let rest = rest.filter(|c| c.hint.is_some() && (c.when)(app)).take(30);
    let hint = |c: &'static command::Command| {
        let words = (c.hint?)();
        Some((c.keys().next().map(command::key_shown).unwrap_or_default(), words))
    };
    first.chain(rest).filter_map(hint).collect()
}
