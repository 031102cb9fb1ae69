//! How far a job is, and whether it is to stop: told on the job's thread, looked at by the loop.

use crate::journal;
use crate::say;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// What a job is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Doing {
    /// The casebook is opened.
    #[default]
    Opening,
    /// A part of a merge.
    Merge(journal::Doing),
    /// What goes into a report is read: claims.
    Reading,
    /// The report is written: bytes, and nobody knows of how many.
    Writing,
    /// A copy to hand over is made in a private place.
    Drafting,
    /// It is written where it is to go: bytes.
    HandingOver,
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Step {
    /// What it is doing.
    pub doing: Doing,
    /// How much of that is done, and how much there is of it; nothing where that is not known.
    pub done: (u64, u64),
    /// For how many seconds it has been doing it.
    pub seconds: u64,
    /// Whether it can be stopped no more.
    pub last: bool,
}

/// What both sides look at.
#[derive(Debug, Default)]
pub struct Way {
    now: Mutex<(Step, Option<Instant>)>,
    stop: Arc<AtomicBool>,
}

impl Way {
    /// The job says how far it is.
    pub fn tell(&self, doing: Doing, done: u64, all: u64) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if now.0.doing != doing || now.1.is_none() {
            now.1 = Some(Instant::now());
        }
        let last = doing == Doing::Merge(journal::Doing::Ending);
        now.0 = Step { doing, done: (done, all), seconds: 0, last };
    }

    /// How far it is.
    pub fn step(&self) -> Step {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        Step { seconds: now.1.map_or(0, |since| since.elapsed().as_secs()), ..now.0 }
    }

    /// Asks it to stop at the next place where it can.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it is to stop.
    pub fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// What stops it.
    pub fn stopping(&self) -> &Arc<AtomicBool> {
        &self.stop
    }
}

impl Doing {
    /// The same in words.
    pub fn words(self) -> String {
        use journal::Doing as Merge;
        match self {
            Doing::Opening => say!("tui-doing-opening"),
            Doing::Merge(Merge::Copying) => say!("tui-doing-copying"),
            Doing::Merge(Merge::Proving) => say!("tui-doing-proving"),
            Doing::Merge(Merge::Checking) => say!("tui-doing-checking"),
            Doing::Merge(Merge::Waiting) => say!("tui-doing-waiting"),
            Doing::Merge(Merge::Writing) => say!("tui-doing-taking"),
            Doing::Merge(Merge::Folding) => say!("tui-doing-folding"),
            Doing::Merge(Merge::Keeping) => say!("tui-doing-keeping"),
            Doing::Merge(Merge::Ending) => say!("tui-doing-ending"),
            Doing::Reading => say!("tui-doing-reading"),
            Doing::Writing | Doing::HandingOver => say!("tui-doing-writing"),
            Doing::Drafting => say!("tui-doing-drafting"),
        }
    }
}
