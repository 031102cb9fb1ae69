//! Handing a copy over: progress, what it tells, what was written.

use super::flow::Paragraph;
use super::sheet::Sheet;
use super::{size_words, work};
use crate::journal::Shared;
use crate::say;
use crate::told;
use crate::tui::app::App;
use crate::tui::layer::{Handing, Sharing};
use crate::tui::theme::Theme;
use crate::tui::words::moment;

/// What is on the screen of it.
pub fn sheet<'a>(app: &App, sharing: &'a Sharing, theme: Theme) -> Sheet<'a> {
    let typed = || Paragraph::ours(&sharing.file.typed, theme.plain());
    let under_way = || {
        let mut lines = vec![typed()];
        lines.extend(work::lines(app.job.unwrap_or_default(), theme));
        lines
    };
    let (title, lines) = match &sharing.stage {
        Handing::Drafting => (say!("tui-share-drafting"), under_way()),
        Handing::Writing => (say!("tui-share-writing"), under_way()),
        Handing::Asking => (say!("tui-share-preview"), tells(sharing, theme)),
        Handing::Done(shared) => (say!("tui-share-done"), done(sharing, shared, theme)),
    };
    Sheet { title, lines, ask: ask(sharing), scroll: &sharing.scroll }
}

fn ask(sharing: &Sharing) -> String {
    match &sharing.stage {
        Handing::Drafting | Handing::Writing if sharing.stopping => say!("tui-share-cancelling"),
        Handing::Drafting | Handing::Writing => say!("tui-share-ask-stop"),
        Handing::Asking => say!("tui-share-ask"),
        Handing::Done(_) => say!("tui-merge-ask-done"),
    }
}

/// What it holds and what it tells, and what to be careful about.
fn tells(sharing: &Sharing, theme: Theme) -> Vec<Paragraph> {
    let mut lines = vec![Paragraph::ours(&sharing.file.typed, theme.dim())];
    let what = match &sharing.file.query {
        Some(_) => say!("tui-share-part", query = &sharing.file.query_text),
        None => say!("tui-share-whole"),
    };
    lines.push(Paragraph::ours(what, theme.plain()));
    lines.push(Paragraph::ours(theme.said(say!("tui-share-plain")), theme.notice()));
    lines.push(Paragraph::ours(say!("tui-share-else"), theme.dim()));
    let Some((tells, _)) = &sharing.tells else { return lines };
    for (label, value) in told::tells(tells, moment) {
        lines.push(match label.is_empty() {
            true => Paragraph::ours(value, theme.plain()),
            false => named(&label, &value, theme),
        });
    }
    for writer in &tells.checkers {
        let name = if writer.name.is_empty() { say!("share-without-name") } else { writer.name.clone() };
        // The name stands last: Arabic before a number would draw it to itself.
        let entries = say!("tui-count-entries", n = writer.entries);
        let who = [entries.as_str(), writer.id.brief(), &name].join(&theme.dot());
        lines.push(named(&say!("share-checker"), &who, theme));
        lines.push(named(&say!("trust-fingerprint"), &writer.fingerprint, theme));
    }
    lines.push(Paragraph::ours(say!("share-ids-mean"), theme.plain()));
    lines
}

fn named(label: &str, value: &str, theme: Theme) -> Paragraph {
    Paragraph::labelled(label, value, theme.dim(), theme.plain()).indented(2)
}

fn done(sharing: &Sharing, shared: &Shared, theme: Theme) -> Vec<Paragraph> {
    let mut lines = vec![Paragraph::ours(sharing.file.path.display().to_string(), theme.plain())];
    if sharing.stopping {
        lines.push(Paragraph::ours(say!("tui-merge-too-late"), theme.notice()));
    }
    lines.push(Paragraph::ours(size_words(shared.size), theme.plain()));
    lines.push(Paragraph::ours(say!("tui-share-sha256"), theme.plain()));
    lines.push(Paragraph::ours(&shared.sha256, theme.strong()));
    if let Some((_, head)) = &sharing.tells {
        lines.push(Paragraph::ours(say!("share-head", head = head), theme.dim()));
    }
    lines.push(Paragraph::ours(theme.said(say!("tui-share-plain")), theme.notice()));
    lines
}
