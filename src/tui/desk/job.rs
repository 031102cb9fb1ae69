//! A job with a thread of its own that a person is asked about in its middle.

use super::order::{Answer, Failure};
use super::way::{Doing, Step, Way};
use crate::locale;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// What a job has at hand.
pub struct Hands {
    /// How far it is, and whether it is to stop.
    pub way: Arc<Way>,
    /// The person's word, for which it waits; none comes where they do not want it.
    pub given: Receiver<()>,
    /// The way back.
    pub back: Sender<Answer>,
}

/// A job under way.
pub struct Job {
    way: Arc<Way>,
    /// Says that it is to be done; gone, it is not.
    word: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Job {
    /// Begins. `done` makes the last answer of what the work gives; nothing where the person left it, who awaits none.
    pub fn start<T>(
        back: &Sender<Answer>,
        work: impl FnOnce(&Hands) -> Result<Option<T>, Failure> + Send + 'static,
        done: impl FnOnce(Result<T, Failure>) -> Answer + Send + 'static,
    ) -> Option<Job> {
        let (word, given) = channel();
        let way = Arc::new(Way::default());
        let hands = Hands { way: way.clone(), given, back: back.clone() };
        let work = move || {
            if let Some(result) = super::caught(|| work(&hands)).transpose() {
                let _ = hands.back.send(done(result));
            }
        };
        let locale = locale::current();
        let work = move || locale::within(locale, work);
        let thread = std::thread::Builder::new().name("hudna job".into()).spawn(work).ok()?;
        Some(Job { way, word: Some(word), thread: Some(thread) })
    }

    /// The person's word: it is to be done, or not.
    pub fn decide(&mut self, yes: bool) {
        if let Some(word) = self.word.take()
            && yes
        {
            self.way.tell(Doing::Opening, 0, 0);
            let _ = word.send(());
        }
    }

    /// Stops it, as long as it is not done.
    pub fn stop(&mut self) {
        self.way.stop();
        self.word = None;
    }

    /// How far it is.
    pub fn step(&self) -> Step {
        self.way.step()
    }
}

impl Drop for Job {
    /// Its private copies go with it, before the program does.
    fn drop(&mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
