//! How far a job is: what is being done, how much of it, for how long.

use super::flow::Paragraph;
use super::size_words;
use crate::say;
use crate::tui::desk::{Doing, Step};
use crate::tui::theme::Theme;

/// Columns of a bar.
const BAR: u64 = 40;

/// The step in rows: what is being done, and how far that is.
pub fn lines(step: Step, theme: Theme) -> Vec<Paragraph> {
    let (done, all) = step.done;
    let doing = step.doing.words();
    if theme.in_words() {
        // In steps, so that not every one is read out.
        let tenths = (done * 10).checked_div(all).map(|tenths| tenths.min(10));
        let way = tenths.map(|n| say!("tui-plain-way", n = n * 10));
        return [Some(doing), way].into_iter().flatten().map(|l| Paragraph::ours(l, theme.plain())).collect();
    }
    let seconds = if step.seconds > 0 { say!("tui-work-seconds", n = step.seconds) } else { String::new() };
    let bar = match (done * BAR).checked_div(all) {
        Some(filled) => {
            let filled = filled.min(BAR) as usize;
            let way = say!("tui-work-way", n = (done * 100 / all).min(100));
            format!("{}{}  {way}  {seconds}", "█".repeat(filled), "░".repeat(BAR as usize - filled))
        }
        None => seconds,
    };
    vec![Paragraph::ours(doing, theme.plain()), Paragraph::ours(bar.trim_end(), theme.strong())]
}

/// The step of a report that is being written, for the line above.
pub fn report(step: Step) -> String {
    match (step.doing, step.done) {
        (Doing::Writing, (bytes, _)) => say!("tui-head-report", size = size_words(bytes)),
        (_, (done, all)) => say!("tui-head-report-reading", n = (done * 100).checked_div(all).unwrap_or(0)),
    }
}
