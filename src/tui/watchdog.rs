//! Ends the program where the loop cannot: a terminal that is gone keeps the reading of keys busy for ever,
//! deaf to signals. What was saved is safe; every write is a transaction of its own.

use super::guard;
use super::signals::Signals;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Between two looks.
const LOOK: Duration = Duration::from_millis(250);
/// Looks that the loop has to end by itself: two seconds.
const PATIENCE: u32 = 8;

/// Watches until it is dropped.
pub struct Watchdog {
    done: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watchdog {
    /// Begins to watch.
    pub fn start(signals: &Signals) -> std::io::Result<Watchdog> {
        let done = Arc::new(AtomicBool::new(false));
        let (watched, finished) = (signals.clone(), done.clone());
        let watch = move || watch(&watched, &finished);
        let thread = std::thread::Builder::new().name("hudna-watchdog".into()).spawn(watch)?;
        Ok(Watchdog { done, thread: Some(thread) })
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        self.done.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

fn watch(signals: &Signals, done: &AtomicBool) {
    let mut looks = 0;
    while !done.load(Ordering::SeqCst) {
        let signal = signals.to_end().or_else(|| terminal_is_gone().then_some(Signals::HANGUP));
        match signal {
            Some(signal) if looks >= PATIENCE => {
                guard::give_back();
                Signals::end_by(signal);
            }
            Some(_) => looks += 1,
            None => looks = 0,
        }
        std::thread::park_timeout(LOOK);
    }
}

#[cfg(unix)]
fn terminal_is_gone() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = std::io::stdin();
    let mut ends = [PollFd::new(&stdin, PollFlags::empty())];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut ends, Some(&at_once)).is_ok() && ends[0].revents().intersects(PollFlags::HUP | PollFlags::ERR)
}

#[cfg(not(unix))]
fn terminal_is_gone() -> bool {
    false
}
