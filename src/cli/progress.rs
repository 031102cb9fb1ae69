//! What is seen on standard error while something takes long; nothing where that is no terminal.

use super::output::{note, notes};
use crate::{say, text};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Whether a screen reader reads along.
static PLAIN: AtomicBool = AtomicBool::new(false);
/// Between two lines that a screen reader reads out.
const QUIET: Duration = Duration::from_secs(5);

/// Says whether a screen reader reads along: then there are no bars, but a line now and then.
pub fn plain(plain: bool) {
    PLAIN.store(plain, Ordering::Relaxed);
}

/// A bar on standard error while something takes long.
pub struct Progress {
    bar: indicatif::ProgressBar,
    /// When something was said last, where lines are said.
    said: Option<Mutex<Instant>>,
}

impl Progress {
    /// A bar that counts up to `all`.
    pub fn new(all: u64) -> Progress {
        let progress = Progress::hidden_or(indicatif::ProgressBar::new(all));
        if let Ok(style) = indicatif::ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            progress.bar.set_style(style);
        }
        progress
    }

    /// A bar for work whose measure, bytes or entries, means nothing to whoever waits: what is done, and how far it is.
    pub fn job(what: &str) -> Progress {
        let progress = Progress::hidden_or(indicatif::ProgressBar::new(0));
        if let Ok(style) = indicatif::ProgressStyle::with_template("{bar:30} {percent:>3} %  {msg}") {
            progress.bar.set_style(style);
        }
        let order = notes().order();
        progress.bar.set_message(order.shown(order.cell(what, &[]), false));
        progress
    }

    /// A sign that something goes on, of which nobody knows how much is left.
    pub fn going_on(what: String) -> Progress {
        if PLAIN.load(Ordering::Relaxed) {
            if notes().terminal.is_some() {
                note(&what);
            }
            return Progress::hidden_or(indicatif::ProgressBar::new_spinner());
        }
        let order = notes().order();
        let what = order.shown(order.cell(&what, &[]), false);
        let bar = indicatif::ProgressBar::new_spinner().with_message(what);
        bar.enable_steady_tick(Duration::from_millis(120));
        Progress { bar, said: None }
    }

    fn hidden_or(bar: indicatif::ProgressBar) -> Progress {
        if !PLAIN.load(Ordering::Relaxed) {
            return Progress { bar, said: None };
        }
        bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
        let said = notes().terminal.is_some().then(|| Mutex::new(Instant::now()));
        Progress { bar, said }
    }

    /// So much is done, and this comes next.
    pub fn at(&self, done: u64, next: &str) {
        self.bar.set_position(done);
        self.bar.set_message(text::safe(next, false).into_owned());
        self.say();
    }

    /// So much of so much is done.
    pub fn of(&self, done: u64, all: u64) {
        self.bar.set_length(all);
        self.bar.set_position(done);
        self.say();
    }

    /// Says how far it is, if nothing was said for a while.
    fn say(&self) {
        let Some(said) = &self.said else { return };
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        if said.elapsed() >= QUIET {
            *said = Instant::now();
            note(&say!("progress-way", done = self.bar.position(), all = self.bar.length().unwrap_or(0)));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_says_what_it_is_and_how_far() {
        let job = Progress::job("reading");
        job.of(816_218_112, 2_021_605_376);
        assert_eq!(job.bar.message(), "reading");
        assert_eq!((job.bar.position(), job.bar.length()), (816_218_112, Some(2_021_605_376)));
    }
}
