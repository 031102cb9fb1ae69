//! The threads that read and write the casebook, so that the screen never waits: orders go out, answers come in.
//!
//! One thread reads lists and watches for other programs' writes, one reads claim files and documents, one
//! writes. Each has the casebook open for itself. Of the reads of one kind that wait, only the last is done.

mod export;
mod job;
mod keys;
mod merge;
mod order;
mod reads;
mod share;
mod way;
mod writes;

pub use merge::Whose;
pub use order::{
    Answer, Export, Failure, KeyOf, Loaded, MergeFile, Order, Page, Place, Read, ShareFile, Write, Wrote,
};
pub use way::{Doing, Step, Way};

use crate::journal::{Casebook, CasebookError, Keyring};
use crate::{locale, say};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// The way to the threads.
pub struct Desk {
    lists: Sender<Read>,
    files: Sender<Read>,
    writer: Sender<Write>,
    answers: Receiver<Answer>,
    back: Sender<Answer>,
    place: (PathBuf, Keyring),
    waiting: usize,
    export: Option<Arc<Way>>,
    /// What a person is asked about in its middle.
    job: Option<job::Job>,
}

impl Desk {
    /// Starts the threads. `casebook` becomes the writer's.
    pub fn open(casebook: Casebook, keyring: &Keyring) -> Result<Desk, CasebookError> {
        let path = casebook.path().to_owned();
        let (back, answers) = channel();
        let lists = reader("lists", &path, keyring, back.clone(), true)?;
        let files = reader("files", &path, keyring, back.clone(), false)?;
        let (writer, orders) = channel();
        let answer = back.clone();
        spawn("writer", move || writes::serve(casebook, &orders, &answer))?;
        let place = (path, keyring.clone());
        Ok(Desk { lists, files, writer, answers, back, place, waiting: 0, export: None, job: None })
    }

    /// Sends an order to the thread that it is for.
    pub fn send(&mut self, order: Order) {
        let sent = match order {
            Order::Read(read @ (Read::Claims { .. } | Read::Count { .. })) => self.lists.send(read).is_ok(),
            Order::Read(read) => self.files.send(read).is_ok(),
            Order::Write(write) => self.writer.send(write).is_ok(),
            Order::Export(export) => self.start(export),
            Order::Merge(file) => {
                let place = self.place.clone();
                let work = move |hands: &job::Hands| merge::run(&place, &file, hands);
                self.job = job::Job::start(&self.back, work, Answer::Merged);
                self.job.is_some()
            }
            Order::Share(file) => {
                let place = self.place.clone();
                let work = move |hands: &job::Hands| share::run(&place, &file, hands);
                self.job = job::Job::start(&self.back, work, Answer::Shared);
                self.job.is_some()
            }
            Order::Decide(yes) => {
                if let Some(job) = &mut self.job {
                    job.decide(yes);
                    self.waiting += usize::from(yes);
                }
                return;
            }
            Order::StopJob => {
                if let Some(job) = &mut self.job {
                    job.stop();
                }
                return;
            }
            Order::StopExport => {
                if let Some(export) = &self.export {
                    export.stop();
                }
                return;
            }
            Order::Reopen => {
                let sent = self.lists.send(Read::Reopen).is_ok();
                self.waiting += usize::from(sent);
                self.files.send(Read::Reopen).is_ok()
            }
        };
        if sent {
            self.waiting += 1;
        } else {
            let failure = Failure::new(say!("tui-lost"), say!("tui-lost-hint"));
            let _ = self.back.send(Answer::Lost(failure));
        }
    }

    fn start(&mut self, export: Export) -> bool {
        let (place, back) = (self.place.clone(), self.back.clone());
        let way = Arc::new(Way::default());
        self.export = Some(way.clone());
        let work = move || {
            let result = caught(|| export::run(&place, &export, &way));
            let _ = back.send(Answer::Exported(result));
        };
        spawn("export", work).is_ok()
    }

    /// How far the report is that is being written.
    pub fn exported(&self) -> Step {
        self.export.as_ref().map(|way| way.step()).unwrap_or_default()
    }

    /// How far the job is that a person is asked about in its middle.
    pub fn job(&self) -> Step {
        self.job.as_ref().map(job::Job::step).unwrap_or_default()
    }

    /// The next answer, waiting up to `patience` for it.
    pub fn answer(&mut self, patience: Duration) -> Option<Answer> {
        let answer = self.answers.recv_timeout(patience).ok()?;
        if !matches!(answer, Answer::Changed | Answer::Replaced(_) | Answer::Lost(_)) {
            self.waiting = self.waiting.saturating_sub(1);
        }
        Some(answer)
    }

    /// Whether answers are still to come.
    pub fn busy(&self) -> bool {
        self.waiting > 0
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(export) = &self.export {
            export.stop();
        }
    }
}

fn reader(
    name: &str,
    path: &std::path::Path,
    keyring: &Keyring,
    back: Sender<Answer>,
    watch: bool,
) -> Result<Sender<Read>, CasebookError> {
    let casebook = Casebook::open(path, keyring.clone())?;
    let (asks, asked) = channel();
    spawn(name, move || reads::serve(casebook, &asked, &back, watch))?;
    Ok(asks)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), CasebookError> {
    // What it tells people is told in the language of whoever started it.
    let locale = locale::current();
    let work = move || locale::within(locale, work);
    let started = thread::Builder::new().name(format!("hudna {name}")).spawn(work);
    started.map(|_| ()).map_err(|e| CasebookError::Database((&e).into()))
}

/// Runs work whose panic must not take the thread, and with it the casebook, away.
fn caught<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Failure::new(say!("tui-failed"), say!("tui-failed-hint"))))
}
