//! A merge: progress, preview, result.

use super::flow::Paragraph;
use super::sheet::Sheet;
use super::{who, work};
use crate::journal::Merged;
use crate::model::{Conflict, Dispute, Tongue};
use crate::say;
use crate::told;
use crate::tui::app::App;
use crate::tui::layer::{Merging, Stage};
use crate::tui::theme::Theme;
use crate::tui::words;

/// Conflicts and disputes shown at most; the view of conflicts has all.
const SHOWN: usize = 100;

/// What a merge says: its title and its lines.
fn words(app: &App, merging: &Merging, theme: Theme) -> (String, Vec<Paragraph>) {
    match &merging.stage {
        Stage::Proving => (say!("tui-merge-proving"), under_way(app, theme, merging)),
        Stage::Taking => (say!("tui-merge-taking"), under_way(app, theme, merging)),
        Stage::Asking(found) if found.is_empty() => {
            let words = say!("tui-merge-all-here");
            (say!("tui-merge-nothing"), vec![Paragraph::ours(words, theme.strong())])
        }
        Stage::Asking(found) => (say!("tui-merge-preview"), told(app, found, merging, theme)),
        Stage::Done(brought) => (say!("tui-merge-merged"), told(app, brought, merging, theme)),
    }
}

/// What is on the screen of it.
pub fn sheet<'a>(app: &App, merging: &'a Merging, theme: Theme) -> Sheet<'a> {
    let (title, lines) = words(app, merging, theme);
    Sheet { title, lines, ask: ask(app, merging), scroll: &merging.scroll }
}

/// What keys do now.
fn ask(app: &App, merging: &Merging) -> String {
    let last = app.job.is_some_and(|step| step.last);
    match &merging.stage {
        Stage::Taking if last => say!("tui-merge-ask-last"),
        Stage::Proving | Stage::Taking if merging.stopping => say!("tui-cancelling"),
        Stage::Proving | Stage::Taking => say!("tui-merge-ask-stop"),
        Stage::Asking(found) if found.is_empty() => say!("tui-merge-ask-close"),
        Stage::Asking(_) => say!("tui-merge-ask-take"),
        Stage::Done(brought) if brought.conflicts.is_empty() && brought.disputes.is_empty() => {
            say!("tui-merge-ask-done")
        }
        Stage::Done(_) => say!("tui-merge-ask-conflicts"),
    }
}

fn under_way(app: &App, theme: Theme, merging: &Merging) -> Vec<Paragraph> {
    let mut lines = vec![Paragraph::ours(&merging.file.typed, theme.plain())];
    lines.extend(work::lines(app.job.unwrap_or_default(), theme));
    lines
}

fn told(app: &App, m: &Merged, merging: &Merging, theme: Theme) -> Vec<Paragraph> {
    let mut lines = vec![Paragraph::ours(&merging.file.typed, theme.dim())];
    if merging.stopping {
        lines.push(Paragraph::ours(say!("tui-merge-too-late"), theme.notice()));
    }
    let mut line = |label: String, value: String| {
        lines.push(Paragraph::labelled(&label, &value, theme.dim(), theme.plain()));
    };
    line(say!("tui-merge-new"), brought(m));
    if m.changed > 0 {
        line(say!("merge-changed"), say!("count-claims", n = m.changed));
    }
    for (at, by) in m.by.iter().enumerate() {
        // The name stands last: Arabic before a number would draw it to itself.
        let entries = say!("tui-count-entries", n = by.entries);
        line(say!("tui-merge-by"), [&entries, who(&by.checker_name)].join(&theme.dot()));
        // A fingerprint has a row of its own: broken in two it is hard to compare.
        if let Some((fingerprint, known)) = merging.whose.by.get(at) {
            line(say!("trust-fingerprint"), fingerprint.clone());
            line(say!("trust-key"), known.clone());
        }
    }
    merging.whose.keys.iter().for_each(|words| line(say!("merge-keys"), words.clone()));
    let also = [
        (m.filled > 0).then(|| say!("tui-merge-filled", n = m.filled)),
        (m.ahead > 0).then(|| say!("tui-merge-ahead", n = m.ahead)),
        (m.erasures > 0).then(|| say!("tui-merge-erasures", n = m.erasures)),
    ];
    for words in also.into_iter().flatten() {
        line(say!("tui-merge-also"), words);
    }
    for words in &merging.whose.warnings {
        let warning = format!("{}: {words}", say!("merge-warning"));
        lines.push(Paragraph::ours(warning, theme.notice()));
    }
    let mut line = |label: String, value: String| {
        lines.push(Paragraph::labelled(&label, &value, theme.dim(), theme.plain()));
    };
    let against = say!("tui-merge-against", conflicts = m.conflicts.len(), disputes = m.disputes.len());
    line(say!("tui-merge-conflicts"), against);
    m.conflicts.iter().take(SHOWN).for_each(|conflict| told_conflict(conflict, theme, &mut lines));
    m.disputes.iter().take(SHOWN).for_each(|dispute| told_dispute(app, dispute, theme, &mut lines));
    if m.conflicts.len().max(m.disputes.len()) > SHOWN {
        lines.push(Paragraph::ours(say!("tui-merge-first", n = SHOWN), theme.dim()));
    }
    if let Some(backup) = &m.backup {
        lines.push(Paragraph::ours(say!("tui-merge-backup", place = backup.display()), theme.dim()));
    }
    lines
}

/// What there is of new things, counted.
fn brought(m: &Merged) -> String {
    let counts = [
        (m.documents > 0).then(|| say!("tui-count-documents", n = m.documents)),
        (m.claims > 0).then(|| say!("count-claims", n = m.claims)),
        (m.verdicts > 0).then(|| say!("tui-count-verdicts", n = m.verdicts)),
        (m.comments > 0).then(|| say!("tui-count-comments", n = m.comments)),
        (m.evidence > 0).then(|| say!("tui-count-evidence", n = m.evidence)),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    if counts.is_empty() { say!("tui-merge-changes-only") } else { crate::locale::list(&counts) }
}

fn told_conflict(conflict: &Conflict, theme: Theme, lines: &mut Vec<Paragraph>) {
    let subject: String = conflict.subject.chars().take(13).collect();
    let words = say!("tui-merge-conflict", field = told::field(&conflict.field), subject = subject);
    lines.push(Paragraph::ours(theme.said(words), theme.notice()).indented(2));
    for side in &conflict.sides {
        let value = told::value(&conflict.field, &side.value);
        lines.push(Paragraph::new(value, theme.plain()).indented(4));
        lines.push(
            Paragraph::ours(format!("{}{}", theme.mark("—"), who(&side.checker_name)), theme.dim())
                .indented(4),
        );
    }
}

fn told_dispute(app: &App, dispute: &Dispute, theme: Theme, lines: &mut Vec<Paragraph>) {
    let rating = |code: &str| match told::tongue() {
        Tongue::English => code.to_owned(),
        Tongue::Arabic => words::rating(&app.scale, code),
    };
    let verdicts =
        dispute.verdicts.iter().map(|v| format!("{} ({})", rating(&v.rating), who(&v.checker_name)));
    let verdicts = match app.blind.hides(&dispute.claim) {
        true => say!("tui-blind-value"),
        false => verdicts.collect::<Vec<_>>().join(&format!(" {} ", say!("tui-merge-against-word"))),
    };
    lines.push(
        Paragraph::ours(theme.said(say!("tui-merge-dispute", verdicts = verdicts)), theme.notice())
            .indented(2),
    );
    lines.push(Paragraph::new(dispute.text.clone(), theme.plain()).indented(4));
}
