//! The list of claims.

use crate::model::{Claim, Status, Tongue};
use crate::tui::app::{App, Focus};
use crate::tui::paint::{Align, Ink, middle, take_top};
use crate::tui::theme::{status_mark, verdict_mark, verdict_words};
use ratatui::layout::Rect;
use ratatui::style::Style;

const WORTH: u16 = 4;
const STATE: u16 = 18;
const KIND: u16 = 15;
const GAP: u16 = 1;

/// Draws the rows around the cursor: one a claim, two where there is room.
pub fn draw(app: &App, ink: &mut Ink, area: Rect) {
    let tall = if area.width >= 50 && area.height >= 20 { 2 } else { 1 };
    let room = usize::from(area.height / tall).max(1);
    let top = app.list.scroll(room);
    let claims = app.list.claims().iter().enumerate().skip(top).take(room);
    let mut rest = area;
    for (at, claim) in claims {
        let row = take_top(&mut rest, tall);
        let selected = at == app.list.at();
        let style = match (selected, app.focus) {
            (true, Focus::List) => ink.theme.selected(),
            (true, Focus::Detail) => ink.theme.strong(),
            (false, _) if claim.status == Status::Dismissed => ink.theme.dim(),
            (false, _) => ink.theme.plain(),
        };
        ink.tint(row, style);
        if tall == 2 {
            two_lines(app, ink, row, claim, style, selected)
        } else {
            one_line(app, ink, row, claim, style, selected)
        }
        if selected && app.focus == Focus::List && !app.filter.typing {
            // Screen readers follow the cursor.
            ink.put_cursor(area, row.x, row.y);
        }
    }
    if !app.list.loaded() {
        ink.label(area, "Reading…", ink.theme.dim());
    }
}

fn one_line(app: &App, ink: &mut Ink, row: Rect, claim: &Claim, style: Style, selected: bool) {
    let mut rest = head(app, ink, row, claim, style, selected);
    let speaker = (rest.width / 3).clamp(10, 24) + GAP;
    let column = take_left(&mut rest, speaker);
    ink.aligned(column, &claim.speaker, style, Align::Start);
    ink.aligned(rest, &claim.text, style, Align::Start);
}

fn two_lines(app: &App, ink: &mut Ink, row: Rect, claim: &Claim, style: Style, selected: bool) {
    let upper = Rect { height: 1, ..row };
    let rest = head(app, ink, upper, claim, style, selected);
    ink.aligned(rest, &claim.speaker, style, Align::Start);
    let lower = Rect { x: row.x + 2, y: row.y + 1, width: row.width.saturating_sub(3), height: 1 };
    ink.aligned(lower, &claim.text, style, Align::Start);
}

/// Marker, worth, state and kind; gives what is left of the row.
fn head(app: &App, ink: &mut Ink, row: Rect, claim: &Claim, style: Style, selected: bool) -> Rect {
    let mut rest = Rect { width: row.width.saturating_sub(1), ..row };
    let marker = take_left(&mut rest, 0);
    let marker = Rect { x: marker.x, width: 2, ..row };
    ink.label(marker, if selected { "> " } else { "  " }, style);
    rest = Rect { x: row.x + 2, width: row.width.saturating_sub(3), height: 1, ..row };
    let worth = take_left(&mut rest, WORTH);
    let dim = if selected { style } else { style.patch(ink.theme.dim()) };
    ink.label(worth, &format!("{:>3}", claim.worth), dim);
    let state = take_left(&mut rest, STATE);
    let (words, colour) = state_words(app, ink, claim);
    // Reversed colours would hide the verdict's own.
    ink.text(state, &words, if selected { style } else { style.patch(colour) });
    let kind = take_left(&mut rest, KIND);
    ink.label(kind, claim.kind.label(Tongue::English), style);
    rest
}

/// How far the check has come, or what came of it.
pub fn state_words(app: &App, ink: &Ink, claim: &Claim) -> (String, Style) {
    let verdict = verdict_words(&app.scale, &claim.verdict);
    let status = claim.status.label(Tongue::English);
    let mark = status_mark(claim.status);
    if verdict.is_empty() || claim.status == Status::Dismissed {
        return (format!("{mark} {status}"), Style::new());
    }
    let glyph = verdict_mark(&app.scale, &claim.verdict);
    let style = ink.theme.verdict(&app.scale, &claim.verdict);
    (format!("{mark} {glyph} {verdict}"), style)
}

fn take_left(rest: &mut Rect, width: u16) -> Rect {
    let taken = Rect { width: width.saturating_sub(GAP).min(rest.width), ..*rest };
    let width = width.min(rest.width);
    rest.x += width;
    rest.width -= width;
    taken
}

/// What to do where there is nothing to list.
pub fn empty(app: &App, ink: &mut Ink, area: Rect) {
    let lines: [&str; 4] = match app.list.query().is_empty() {
        true => [
            "There are no claims here yet. Import an article from the shell:",
            "hudna import ARTICLE.txt   (a file, a folder, an address, or - for what is piped in)",
            "لا ادعاءات هنا بعد. استورد مقالا من سطر الأوامر:",
            "ثم تظهر ادعاءاته هنا من تلقاء نفسها. a يضيف ادعاء سمعته أو نسخته.",
        ],
        false => [
            "No claim is like that.",
            "Esc takes the filter off; / changes it.",
            "لا ادعاء يطابق ما طلبت.",
            "Esc يزيل المرشح و / يغيّره.",
        ],
    };
    let mut rest = middle(area, area.width.min(84), 5);
    for (n, line) in lines.iter().enumerate() {
        if n == 2 {
            take_top(&mut rest, 1);
        }
        let row = take_top(&mut rest, 1);
        let style = if n % 2 == 0 { ink.theme.strong() } else { ink.theme.plain() };
        ink.aligned(row, line, style, Align::Start);
    }
}
