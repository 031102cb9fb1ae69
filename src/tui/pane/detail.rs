//! A claim's file: its fields, its passage, evidence, verdicts, comments, log.

use super::flow::{self, Paragraph};
use super::list::state_words;
use super::{size_words, time_words, who};
use crate::model::Standing;
use crate::model::{Change, Claim, ClaimFile, Document, Evidence, EvidenceKind, Passage, Tongue, Verdict};
use crate::tui::app::{App, Focus};
use crate::tui::paint::Ink;
use crate::tui::theme::{Theme, verdict_mark, verdict_words};
use ratatui::layout::Rect;

/// Lines of the log shown at most.
const LOG: usize = 60;
/// Characters shown of the passage before and after a claim; the document view has the rest.
const CONTEXT: usize = 240;

/// The heading above it.
pub fn heading(app: &App, ink: &mut Ink, area: Rect) {
    let focused = app.focus == Focus::Detail;
    let style = if focused { ink.theme.active() } else { ink.theme.strong() };
    let words = app.claim().map(|c| format!("claim {}", c.id.brief())).unwrap_or_default();
    ink.rule(area, &words, style);
    if focused {
        ink.put_cursor(area, area.x, area.y);
    }
}

/// Draws the file of the claim that the cursor is on.
pub fn draw(app: &App, ink: &mut Ink, area: Rect) {
    let Some(claim) = app.claim() else { return };
    let mut paragraphs = Vec::new();
    match app.file() {
        Some(file) => whole(app, ink, file, &mut paragraphs),
        None => fields(app, ink, claim, &mut paragraphs),
    }
    let area = Rect { width: area.width.saturating_sub(1), ..area };
    app.detail.room.set(usize::from(area.height));
    let rows = flow::draw(ink, area, &paragraphs, app.detail.scroll.get());
    let last = rows.saturating_sub(usize::from(area.height));
    if app.detail.scroll.get() > last {
        app.detail.scroll.set(last);
        ink.clear(area);
        flow::draw(ink, area, &paragraphs, last);
    }
    let below = last.saturating_sub(app.detail.scroll.get());
    if below > 0 {
        let words = format!(" ↓ {below} more ");
        let width = (words.chars().count() as u16).min(area.width);
        let corner = Rect { x: area.right() - width, y: area.bottom() - 1, width, height: 1 };
        ink.label(corner, &words, ink.theme.dim());
    }
}

fn whole(app: &App, ink: &Ink, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    let theme = ink.theme;
    passage(theme, file, out);
    fields(app, ink, &file.claim, out);
    if let Some(document) = &file.document {
        document_head(theme, document, out);
    }
    verdicts(app, theme, file, out);
    evidence(theme, file, out);
    comments(theme, file, out);
    log(theme, &file.history, out);
}

fn section(theme: Theme, words: &str, out: &mut Vec<Paragraph>) {
    out.push(Paragraph::new("", theme.plain()));
    out.push(Paragraph::new(words, theme.strong()));
}

/// The claim in its passage, of which so much is shown that the rest stays in sight.
fn passage(theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    match &file.passage {
        Some(Passage { before, claim, after }) => {
            let (before, after) = (near_end(before), near_start(after));
            let bytes = before.len()..before.len() + claim.len();
            let text = format!("{before}{claim}{after}");
            out.push(Paragraph::new(text, theme.dim()).with(bytes, theme.claim()));
        }
        None => out.push(Paragraph::new(file.claim.text.clone(), theme.claim())),
    }
    if !file.claim.translation.is_empty() {
        out.push(Paragraph::new("", theme.plain()));
        out.push(Paragraph::new(file.claim.translation.clone(), theme.plain()));
    }
    out.push(Paragraph::new("", theme.plain()));
}

/// The last words of what stands before a claim: of its paragraph, or of the one before.
fn near_end(text: &str) -> String {
    let line = text.trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
    let text = text.get(line..).unwrap_or_default();
    match text.char_indices().rev().nth(CONTEXT) {
        None => text.to_owned(),
        Some((at, _)) => {
            let rest = text.get(at..).unwrap_or_default();
            format!("… {}", rest.split_once(' ').map_or(rest, |(_, words)| words))
        }
    }
}

/// The first words of what stands behind a claim, as far as the end of the paragraph.
fn near_start(text: &str) -> String {
    let end = text.find('\n').unwrap_or(text.len());
    let text = text.get(..end).unwrap_or_default();
    match text.char_indices().nth(CONTEXT) {
        None => text.to_owned(),
        Some((at, _)) => {
            let rest = text.get(..at).unwrap_or_default();
            format!("{} …", rest.rsplit_once(' ').map_or(rest, |(words, _)| words))
        }
    }
}

fn fields(app: &App, ink: &Ink, claim: &Claim, out: &mut Vec<Paragraph>) {
    let theme = ink.theme;
    let mut field = |label: &str, value: &str| {
        if !value.is_empty() {
            out.push(Paragraph::labelled(label, value, theme.dim(), theme.plain()));
        }
    };
    field("speaker", &claim.speaker);
    field("role", &claim.role);
    let tongue = Tongue::English;
    let said =
        [claim.kind.label(tongue), claim.polarity.label(tongue), claim.quote.label(tongue)].join(" · ");
    field("kind, polarity, quote", &said);
    let why = claim.why_worth(tongue);
    let dot = if why.is_empty() { "" } else { " · " };
    field("worth a check", &format!("{}{dot}{why}", claim.worth));
    field("cue", &claim.cue);
    field("via", &claim.via.join(" ← "));
    field("said at", &claim.said_at);
    field("address", &claim.url);
    let (state, style) = state_words(app, ink, claim);
    out.push(Paragraph::labelled("status", &state, theme.dim(), style));
    if !claim.dismissed.is_empty() {
        out.push(Paragraph::labelled("set aside because", &claim.dismissed, theme.dim(), theme.notice()));
    }
    if !claim.conflicts.is_empty() {
        let words = format!("written differently by two people: {}", claim.conflicts.join(", "));
        out.push(Paragraph::new(words, theme.notice()));
    }
}

fn document_head(theme: Theme, document: &Document, out: &mut Vec<Paragraph>) {
    section(theme, "Document", out);
    let title = if document.title.is_empty() { document.id.brief() } else { &document.title };
    out.push(Paragraph::new(title, theme.plain()));
    let facts = [&document.outlet, &document.author, &document.published];
    let facts: Vec<&str> = facts.into_iter().map(String::as_str).filter(|f| !f.is_empty()).collect();
    if !facts.is_empty() {
        out.push(Paragraph::new(facts.join(" · "), theme.dim()));
    }
    if !document.url.is_empty() {
        out.push(Paragraph::new(document.url.clone(), theme.dim()));
    }
    if document.newer.is_some() {
        out.push(Paragraph::new("! A newer version of this document exists.", theme.notice()));
    }
    if document.blanked > 0 {
        let words = "! Words of its text were erased, and its bytes as received.";
        out.push(Paragraph::new(words, theme.notice()));
    }
    if !document.withdrawn.is_empty() {
        out.push(Paragraph::new(format!("! Withdrawn: {}", document.withdrawn), theme.notice()));
    }
}

fn verdicts(app: &App, theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    section(theme, &format!("Verdicts ({})", file.verdicts.len()), out);
    if file.verdicts.is_empty() {
        out.push(Paragraph::new("none yet: r gives one", theme.dim()));
    }
    if file.claim.verdict == Standing::Disputed {
        out.push(Paragraph::new("≠ disputed: the standing verdicts differ", theme.notice()));
    }
    for verdict in file.verdicts.iter().rev() {
        one_verdict(app, theme, verdict, out);
    }
}

fn one_verdict(app: &App, theme: Theme, verdict: &Verdict, out: &mut Vec<Paragraph>) {
    let rating = Standing::Rated(verdict.rating.clone());
    let state = match (verdict.standing, verdict.withdrawn.is_empty()) {
        (true, _) => "stands",
        (false, true) => "replaced",
        (false, false) => "withdrawn",
    };
    let label = format!("{} {}", verdict_mark(&app.scale, &rating), verdict_words(&app.scale, &rating));
    let words = format!("{label} · {state} · {} · {}", who(&verdict.checker_name), time_words(verdict.at));
    let style = if verdict.standing { theme.verdict(&app.scale, &rating) } else { theme.dim() };
    out.push(Paragraph { left: true, ..Paragraph::new(words, style) });
    let why = if verdict.standing { theme.plain() } else { theme.dim() };
    out.push(Paragraph::new(verdict.why.clone(), why).indented(2));
    if !verdict.withdrawn.is_empty() {
        out.push(Paragraph::new(format!("withdrawn: {}", verdict.withdrawn), theme.dim()).indented(2));
    }
}

fn evidence(theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    section(theme, &format!("Evidence ({})", file.evidence.len()), out);
    if file.evidence.is_empty() {
        out.push(Paragraph::new("none yet: t attaches some", theme.dim()));
    }
    for piece in &file.evidence {
        one_evidence(theme, piece, out);
    }
}

fn one_evidence(theme: Theme, piece: &Evidence, out: &mut Vec<Paragraph>) {
    let style = if piece.withdrawn.is_empty() { theme.plain() } else { theme.dim() };
    let tongue = Tongue::English;
    let mut words = format!("{} · {}", piece.stance.label(tongue), piece.kind.label(tongue));
    if let Some(grade) = piece.grade {
        let (source, information) = grade.words();
        words.push_str(&format!(" · {grade} ({source}, {information})"));
    }
    words.push_str(&format!(" · {} · {}", who(&piece.checker_name), time_words(piece.at)));
    out.push(Paragraph { left: true, ..Paragraph::new(words, style) });
    let mut value = |text: String| {
        if !text.is_empty() {
            out.push(Paragraph::new(text, style).indented(2));
        }
    };
    if piece.kind == EvidenceKind::Quotation {
        value(piece.quotation.clone());
    }
    if let Some(file) = &piece.file {
        value(format!("{} ({}, SHA-256 {})", file.name, size_words(file.size), file.sha256));
    }
    value(piece.url.clone());
    value(piece.note.clone());
    if !piece.withdrawn.is_empty() {
        value(format!("withdrawn: {}", piece.withdrawn));
    }
}

fn comments(theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    if file.comments.is_empty() {
        return;
    }
    section(theme, &format!("Comments ({})", file.comments.len()), out);
    for comment in &file.comments {
        let head = format!("{} · {}", who(&comment.checker_name), time_words(comment.at));
        out.push(Paragraph { left: true, ..Paragraph::new(head, theme.dim()) });
        let style = if comment.withdrawn.is_empty() { theme.plain() } else { theme.dim() };
        out.push(Paragraph::new(comment.text.clone(), style).indented(2));
    }
}

fn log(theme: Theme, history: &[Change], out: &mut Vec<Paragraph>) {
    section(theme, "Log", out);
    for change in history.iter().rev().take(LOG) {
        let mut words =
            format!("{} · {} · {}", time_words(change.at), who(&change.checker_name), change.what);
        if !change.field.is_empty() {
            words.push_str(&format!(" {}", change.field));
        }
        out.push(Paragraph { left: true, ..Paragraph::new(words, theme.dim()) });
        let values = match (change.old.is_empty(), change.new.is_empty()) {
            (true, true) => continue,
            (true, false) => change.new.clone(),
            (false, true) => format!("{} → (nothing)", change.old),
            (false, false) => format!("{} → {}", change.old, change.new),
        };
        out.push(Paragraph::new(shortened(&values), theme.dim()).indented(2));
    }
    if history.len() > LOG {
        out.push(Paragraph::new(format!("and {} more: `hudna log`", history.len() - LOG), theme.dim()));
    }
}

/// The first words of a long value.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(160) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
