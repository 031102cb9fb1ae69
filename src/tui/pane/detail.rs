//! A claim's file: its fields, its passage, evidence, verdicts, comments, log.

use super::flow::{self, Paragraph};
use super::list::state_words;
use super::{size_words, who};
use crate::locale;
use crate::model::Standing;
use crate::model::{Claim, ClaimFile, Document, Evidence, EvidenceKind, IdKind, Passage, Verdict};
use crate::say;
use crate::told::{self, tongue};
use crate::tui::app::{App, Focus};
use crate::tui::paint::Ink;
use crate::tui::theme::{Theme, verdict_mark, verdict_words};
use crate::tui::words::{self, label, moment, number};
use ratatui::layout::Rect;

/// Lines of the log shown at most.
const LOG: usize = 60;
/// Characters shown of the passage before and after a claim; the document view has the rest.
const CONTEXT: usize = 240;

/// The heading above it.
pub fn heading(app: &App, ink: &mut Ink, area: Rect) {
    let focused = app.focus == Focus::Detail;
    let style = if focused { ink.theme.active() } else { ink.theme.strong() };
    let words = app.claim().map(|c| say!("tui-claim", id = c.id.brief())).unwrap_or_default();
    ink.rule(area, &words, style);
    if focused {
        ink.put_cursor(area, area.x, area.y);
    }
}

/// Draws the file of the claim that the cursor is on.
pub fn draw(app: &App, ink: &mut Ink, area: Rect) {
    if app.claim().is_none() {
        return;
    }
    let paragraphs = paragraphs(app, ink);
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
        let words = format!(" {} ", say!("tui-more-below", n = below));
        let width = (crate::bidi::width(&words) as u16).min(area.width);
        let corner = Rect { x: area.right() - width, y: area.bottom() - 1, width, height: 1 };
        ink.text(corner, &words, ink.theme.dim());
    }
}

/// The file of the claim that the cursor is on, or what is known of it before it has been read.
pub fn paragraphs(app: &App, ink: &Ink) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    match (app.file(), app.claim()) {
        (Some(file), _) => whole(app, ink, file, &mut paragraphs),
        (None, Some(claim)) => fields(app, ink, claim, &mut paragraphs),
        (None, None) => {}
    }
    paragraphs
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
    log(app, theme, file, out);
}

fn section(theme: Theme, words: String, out: &mut Vec<Paragraph>) {
    out.push(Paragraph::new("", theme.plain()));
    out.push(Paragraph::ours(words, theme.strong()));
}

/// The claim in its passage, of which so much is shown that the rest stays in sight.
fn passage(theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    if theme.in_words() {
        // Nothing but its look tells the claim from what stands around it.
        let (label, style) = (say!("tui-plain-claim"), theme.plain());
        out.push(Paragraph::labelled(&label, &file.claim.text, style, style));
        out.push(Paragraph::new("", style));
        if file.passage.is_some() {
            out.push(Paragraph::ours(say!("tui-plain-passage"), style));
        }
    }
    match &file.passage {
        Some(Passage { before, claim, after }) => {
            let (before, after) = (near_end(before), near_start(after));
            let bytes = before.len()..before.len() + claim.len();
            let text = format!("{before}{claim}{after}");
            out.push(Paragraph::new(text, theme.dim()).with(bytes, theme.claim()));
        }
        None if theme.in_words() => {}
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
    field(&label("speaker"), &claim.speaker);
    field(&label("role"), &claim.role);
    let tongue = tongue();
    let said = [claim.kind.label(tongue), claim.polarity.label(tongue), claim.quote.label(tongue)]
        .join(&theme.dot());
    field(&say!("tui-detail-said"), &said);
    let why = claim.why_worth(tongue);
    let dot = if why.is_empty() { String::new() } else { theme.dot() };
    field(&say!("tui-detail-worth"), &format!("{}{dot}{why}", number(claim.worth)));
    field(&label("cue"), &claim.cue);
    field(&label("via"), &claim.via.join(&theme.from()));
    field(&label("said at"), &locale::date(&claim.said_at));
    field(&label("address"), &claim.url);
    let (state, style) = state_words(app, ink, claim);
    out.push(Paragraph::labelled(&label("status"), &state, theme.dim(), style));
    if !claim.dismissed.is_empty() {
        let because = say!("tui-detail-dismissed");
        out.push(Paragraph::labelled(&because, &claim.dismissed, theme.dim(), theme.notice()));
    }
    if !claim.conflicts.is_empty() {
        let fields: Vec<String> = claim.conflicts.iter().map(|field| told::field(field)).collect();
        let fields = crate::locale::list(&fields);
        out.push(Paragraph::ours(say!("tui-detail-conflicts", fields = fields), theme.notice()));
    }
}

fn document_head(theme: Theme, document: &Document, out: &mut Vec<Paragraph>) {
    section(theme, say!("tui-detail-document"), out);
    let title = if document.title.is_empty() { document.id.brief() } else { &document.title };
    out.push(Paragraph::new(title, theme.plain()));
    let published = locale::date(&document.published);
    let facts = [&document.outlet, &document.author, &published];
    let facts: Vec<&str> = facts.into_iter().map(String::as_str).filter(|f| !f.is_empty()).collect();
    if !facts.is_empty() {
        out.push(Paragraph::new(facts.join(&theme.dot()), theme.dim()));
    }
    if !document.url.is_empty() {
        out.push(Paragraph::new(document.url.clone(), theme.dim()));
    }
    if document.newer.is_some() {
        out.push(Paragraph::ours(theme.said(say!("tui-detail-newer")), theme.notice()));
    }
    if document.blanked > 0 {
        out.push(Paragraph::ours(theme.said(say!("tui-detail-blanked")), theme.notice()));
    }
    if !document.withdrawn.is_empty() {
        let words = theme.said(say!("tui-document-withdrawn", why = &document.withdrawn));
        out.push(Paragraph::ours(words, theme.notice()));
    }
}

fn verdicts(app: &App, theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    section(theme, say!("tui-detail-verdicts", n = file.verdicts.len()), out);
    if file.verdicts.is_empty() {
        out.push(Paragraph::ours(say!("tui-detail-no-verdict"), theme.dim()));
    }
    if app.blind.hides(&file.claim.id) && !file.verdicts.is_empty() {
        return out.push(Paragraph::ours(say!("tui-blind-hidden"), theme.notice()));
    }
    if file.claim.verdict == Standing::Disputed {
        out.push(Paragraph::ours(theme.said(say!("tui-detail-disputed")), theme.notice()));
    }
    for verdict in file.verdicts.iter().rev() {
        one_verdict(app, theme, verdict, out);
    }
}

fn one_verdict(app: &App, theme: Theme, verdict: &Verdict, out: &mut Vec<Paragraph>) {
    let rating = Standing::Rated(verdict.rating.clone());
    let state = match (verdict.standing, verdict.withdrawn.is_empty()) {
        (true, _) => say!("tui-verdict-stands"),
        (false, true) => say!("tui-verdict-replaced"),
        (false, false) => say!("tui-withdrawn"),
    };
    let mark = theme.mark(verdict_mark(&app.scale, &rating));
    let label = format!("{mark}{}", verdict_words(&app.scale, &rating));
    let mut words = vec![label, state, who(&verdict.checker_name).to_owned(), moment(verdict.at)];
    words.extend(verdict.blind.then(|| say!("tui-verdict-blind")));
    words.extend(late(verdict.after_end));
    let words = words.join(&theme.dot());
    let style = if verdict.standing { theme.verdict(&app.scale, &rating) } else { theme.dim() };
    out.push(Paragraph::ours(words, style));
    let why = if verdict.standing { theme.plain() } else { theme.dim() };
    out.push(Paragraph::new(verdict.why.clone(), why).indented(2));
    if !verdict.withdrawn.is_empty() {
        let words = say!("tui-withdrawn-because", why = &verdict.withdrawn);
        out.push(Paragraph::new(words, theme.dim()).indented(2));
    }
}

fn evidence(theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    section(theme, say!("tui-detail-evidence", n = file.evidence.len()), out);
    if file.evidence.is_empty() {
        out.push(Paragraph::ours(say!("tui-detail-no-evidence"), theme.dim()));
    }
    for piece in &file.evidence {
        one_evidence(theme, piece, out);
    }
}

fn one_evidence(theme: Theme, piece: &Evidence, out: &mut Vec<Paragraph>) {
    let style = if piece.withdrawn.is_empty() { theme.plain() } else { theme.dim() };
    let mut words = words::evidence(piece.stance, piece.kind).map(String::from).to_vec();
    words.extend(piece.grade.map(|grade| format!("{grade} ({})", words::grade(grade))));
    words.extend([who(&piece.checker_name).to_owned(), moment(piece.at)]);
    words.extend(late(piece.after_end));
    out.push(Paragraph::ours(words.join(&theme.dot()), style));
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
        value(say!("tui-withdrawn-because", why = &piece.withdrawn));
    }
}

fn comments(theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    if file.comments.is_empty() {
        return;
    }
    section(theme, say!("tui-detail-comments", n = file.comments.len()), out);
    for comment in &file.comments {
        let mut head = vec![who(&comment.checker_name).to_owned(), moment(comment.at)];
        head.extend(late(comment.after_end));
        out.push(Paragraph::ours(head.join(&theme.dot()), theme.dim()));
        let style = if comment.withdrawn.is_empty() { theme.plain() } else { theme.dim() };
        out.push(Paragraph::new(comment.text.clone(), style).indented(2));
    }
}

/// Says of what is dated after its key's end that it is.
fn late(after_end: bool) -> Option<String> {
    after_end.then(|| say!("tui-after-end"))
}

fn log(app: &App, theme: Theme, file: &ClaimFile, out: &mut Vec<Paragraph>) {
    let (history, hides) = (&file.history, app.blind.hides(&file.claim.id));
    section(theme, say!("tui-detail-log"), out);
    for change in history.iter().rev().take(LOG) {
        let (at, what) = (moment(change.at), told::what(&change.what));
        let mut words = [at.as_str(), who(&change.checker_name), what.as_str()].join(&theme.dot());
        if !change.field.is_empty() {
            words.push_str(&format!(" {}", told::field(&change.field)));
        }
        if let Some(late) = late(change.after_end) {
            words = [words, late].join(&theme.dot());
        }
        out.push(Paragraph::ours(words, theme.dim()));
        if hides && change.subject.starts_with(IdKind::Verdict.letter()) {
            out.push(Paragraph::ours(say!("tui-blind-value"), theme.dim()).indented(2));
            continue;
        }
        let (old, new) = (told::value(&change.field, &change.old), words::made(&app.scale, change));
        let values = match (old.is_empty(), new.is_empty()) {
            (true, true) => continue,
            (true, false) => new,
            (false, true) if theme.in_words() => say!("tui-plain-log-to-nothing", old = old),
            (false, false) if theme.in_words() => say!("tui-plain-log-to", old = old, new = new),
            (false, true) => say!("tui-log-to-nothing", old = old),
            (false, false) => say!("tui-log-to", old = old, new = new),
        };
        out.push(Paragraph::new(shortened(&values), theme.dim()).indented(2));
    }
    if history.len() > LOG {
        out.push(Paragraph::ours(say!("tui-log-more", n = history.len() - LOG), theme.dim()));
    }
}

/// The first words of a long value.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(160) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
