//! A merge: progress, preview, result.

use super::flow::{self, Paragraph};
use super::who;
use crate::journal::Merged;
use crate::model::{Conflict, Dispute};
use crate::tui::app::App;
use crate::tui::layer::{Merging, Stage};
use crate::tui::paint::{Ink, middle, take_top};
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Conflicts and disputes shown at most; the view of conflicts has all.
const SHOWN: usize = 100;

/// Draws a merge over the screen.
pub fn draw(app: &App, merging: &Merging, ink: &mut Ink, screen: Rect) {
    let (title, lines) = match &merging.stage {
        Stage::Proving => ("Reading and proving the file", working(app, ink.theme, merging)),
        Stage::Taking => ("Taking it over", working(app, ink.theme, merging)),
        Stage::Asking(found) if found.is_empty() => {
            ("Nothing new", vec![Paragraph::new("All of it is here already.", ink.theme.strong())])
        }
        Stage::Asking(found) => ("What the merge would bring", told(found, merging, ink.theme)),
        Stage::Done(brought) => ("Merged", told(brought, merging, ink.theme)),
    };
    let above = Rect { height: screen.height - 1, ..screen };
    let wide = screen.width.saturating_sub(2).min(96);
    let rows = flow::height(ink, &lines, wide) as u16;
    let area = middle(above, wide, (rows + 3).clamp(6, screen.height - 1));
    let outer = Rect { x: area.x.saturating_sub(1), width: area.width + 2, ..area };
    ink.clear(outer.intersection(screen));
    let mut rest = area;
    let head = take_top(&mut rest, 1);
    ink.rule(head, title, ink.theme.active());
    rest.height = rest.height.saturating_sub(2);
    let last = usize::from(rows).saturating_sub(usize::from(rest.height));
    merging.scroll.set(merging.scroll.get().min(last));
    flow::draw(ink, rest, &lines, merging.scroll.get());
    let below = last - merging.scroll.get();
    let more = if below > 0 { format!("↓ {below} more") } else { String::new() };
    ink.rule(Rect { y: area.bottom() - 2, height: 1, ..area }, &more, ink.theme.dim());
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    let used = ink.label(foot, ask(merging), ink.theme.strong());
    ink.put_cursor(foot, foot.x + used.min(foot.width - 1), foot.y);
}

fn ask(merging: &Merging) -> &'static str {
    match &merging.stage {
        Stage::Proving | Stage::Taking => "Esc stops it; nothing is changed before all is done.",
        Stage::Asking(found) if found.is_empty() => "Esc closes this.",
        Stage::Asking(_) => "Take it over?   y yes   n no",
        Stage::Done(brought) if brought.conflicts.is_empty() && brought.disputes.is_empty() => {
            "Enter closes this."
        }
        Stage::Done(_) => "K shows what stands against each other; Enter closes this.",
    }
}

fn working(app: &App, theme: Theme, merging: &Merging) -> Vec<Paragraph> {
    const BAR: u64 = 40;
    let (done, all) = app.merging.unwrap_or_default();
    let filled = (done * BAR).checked_div(all).unwrap_or(0).min(BAR) as usize;
    let bar = format!("{}{}  {done} of {all}", "█".repeat(filled), "░".repeat(BAR as usize - filled));
    vec![left(&merging.file.typed, theme.plain()), left(&bar, theme.strong())]
}

fn told(m: &Merged, merging: &Merging, theme: Theme) -> Vec<Paragraph> {
    let mut lines = vec![left(&merging.file.typed, theme.dim())];
    let mut line = |label: &str, value: String| {
        lines.push(Paragraph::labelled(label, &value, theme.dim(), theme.plain()));
    };
    let counts = [
        (m.documents, "document"),
        (m.claims, "claim"),
        (m.verdicts, "verdict"),
        (m.comments, "comment"),
        (m.evidence, "piece of evidence"),
    ];
    let counts: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, one)| counted(*n, one)).collect();
    line("new", if counts.is_empty() { "nothing but changes".to_owned() } else { counts.join(", ") });
    for by in &m.by {
        // The name stands last: Arabic before a number would draw it to itself.
        line("by", format!("{} · {}", counted(by.entries, "entry"), who(&by.checker_name)));
    }
    for (n, one, what) in [
        (m.filled, "part", "that had been withheld"),
        (m.ahead, "entry", "dated more than a day ahead of this computer's clock"),
        (m.erasures, "erasure", "that can be confirmed (:erasures)"),
    ] {
        if n > 0 {
            line("also", format!("{} {what}", counted(n, one)));
        }
    }
    line("conflicts", format!("{}, disputes: {}", m.conflicts.len(), m.disputes.len()));
    m.conflicts.iter().take(SHOWN).for_each(|conflict| told_conflict(conflict, theme, &mut lines));
    m.disputes.iter().take(SHOWN).for_each(|dispute| told_dispute(dispute, theme, &mut lines));
    if m.conflicts.len().max(m.disputes.len()) > SHOWN {
        lines.push(left(&format!("of each the first {SHOWN} are shown"), theme.dim()));
    }
    if let Some(backup) = &m.backup {
        lines.push(left(&format!("the casebook as it was is kept: {}", backup.display()), theme.dim()));
    }
    lines
}

fn told_conflict(conflict: &Conflict, theme: Theme, lines: &mut Vec<Paragraph>) {
    let subject: String = conflict.subject.chars().take(13).collect();
    lines.push(left(&format!("≠ {} of {subject}", conflict.field), theme.notice()).indented(2));
    for side in &conflict.sides {
        lines.push(Paragraph::new(side.value.clone(), theme.plain()).indented(4));
        lines.push(left(&format!("— {}", who(&side.checker_name)), theme.dim()).indented(4));
    }
}

fn told_dispute(dispute: &Dispute, theme: Theme, lines: &mut Vec<Paragraph>) {
    let verdicts = dispute.verdicts.iter().map(|v| format!("{} ({})", v.rating, who(&v.checker_name)));
    let words = format!("≠ verdicts: {}", verdicts.collect::<Vec<_>>().join(" against "));
    lines.push(left(&words, theme.notice()).indented(2));
    lines.push(Paragraph::new(dispute.text.clone(), theme.plain()).indented(4));
}

/// A paragraph at the left whatever its direction.
fn left(words: &str, style: Style) -> Paragraph {
    Paragraph { left: true, ..Paragraph::new(words, style) }
}

/// `1 entry`, `2 entries`, `3 pieces of evidence`.
fn counted(n: u64, one: &str) -> String {
    match (n, one.strip_suffix('y'), one.split_once(' ')) {
        (1, ..) => format!("1 {one}"),
        (_, Some(stem), _) => format!("{n} {stem}ies"),
        (_, _, Some((first, rest))) => format!("{n} {first}s {rest}"),
        _ => format!("{n} {one}s"),
    }
}
