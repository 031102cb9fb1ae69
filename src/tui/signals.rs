//! Signals as flags that the loop looks at.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// What was signalled since it was last asked.
#[derive(Debug, Clone, Default)]
pub struct Signals {
    end: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    resumed: Arc<AtomicBool>,
}

#[cfg(unix)]
impl Signals {
    /// Begins to watch.
    pub fn watch() -> io::Result<Signals> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
        let signals = Signals::default();
        for signal in [SIGTERM, SIGHUP, SIGINT] {
            signal_hook::flag::register_usize(signal, signals.end.clone(), signal as usize)?;
        }
        signal_hook::flag::register(SIGTSTP, signals.stop.clone())?;
        signal_hook::flag::register(SIGCONT, signals.resumed.clone())?;
        Ok(signals)
    }

    /// Stops this program and what was started with it, until the shell continues it.
    pub fn stop_group(&self) {
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::STOP);
        // The stop takes effect before this returns, so that what follows is done when we go on.
        self.resumed.store(false, Ordering::SeqCst);
    }

    /// Ends the program as the signal would have.
    pub fn end_by(signal: i32) {
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
}

#[cfg(not(unix))]
impl Signals {
    /// There is nothing to watch.
    pub fn watch() -> io::Result<Signals> {
        Ok(Signals::default())
    }

    /// There is no shell to go back to.
    pub fn stop_group(&self) {}

    /// There are no signals.
    pub fn end_by(_: i32) {}
}

impl Signals {
    /// The signal that says that the terminal is gone.
    pub const HANGUP: i32 = 1;

    /// The signal to end by, if one came.
    pub fn to_end(&self) -> Option<i32> {
        i32::try_from(self.end.load(Ordering::SeqCst)).ok().filter(|signal| *signal != 0)
    }

    /// Whether the program is to stop, such as by `kill -TSTP`.
    pub fn to_stop(&self) -> bool {
        self.stop.swap(false, Ordering::SeqCst)
    }

    /// Whether it was stopped and continued by others.
    pub fn resumed(&self) -> bool {
        self.resumed.swap(false, Ordering::SeqCst)
    }
}
