//! The terminal: taken at the start, given back on every way out. The one place that does either.

use crate::bidi::{Frame, Host, Mode};
use crate::say;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute, queue};
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// What it is told when it is given back, for whoever does that: the loop, a panic, the watchdog.
static END: Mutex<&str> = Mutex::new("");

/// Stands for a place in words that are found before it is known.
const PLACE: &str = "@";

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send>;

/// Holds the terminal; dropping gives it back.
pub struct Guard {
    /// What fixes who orders Arabic: explicit or implicit mode, left-to-right, no detection.
    frame: Frame,
    /// What panics did before.
    hook: Option<Hook>,
}

impl Guard {
    /// Takes the terminal, and sees to it that a panic of this thread gives it back.
    pub fn take(mode: Mode, host: Host) -> io::Result<Guard> {
        let frame = host.screen(mode);
        *END.lock().unwrap_or_else(PoisonError::into_inner) = frame.end;
        let mut guard = Guard { frame, hook: None };
        guard.enter()?;
        guard.hook = Some(watch_panics());
        Ok(guard)
    }

    /// Takes the terminal again.
    pub fn enter(&self) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let mut out = io::stdout();
        // Order matters: in VTE the mode belongs to rows that are made later, and the rows of the other
        // screen are made when it is entered. Behind that point the sequence has no effect on them.
        out.write_all(self.frame.begin.as_bytes())?;
        execute!(out, EnterAlternateScreen, EnableBracketedPaste)
    }

    /// Gives the terminal back for a while.
    pub fn leave(&self) {
        give_back();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
        // While panicking the hook cannot be changed; ours does no harm.
        if let (Some(hook), false) = (self.hook.take(), std::thread::panicking()) {
            std::panic::set_hook(hook);
        }
    }
}

/// Gives the terminal back if it is ours; may be called from anywhere, any number of times.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // Nothing can be done about a terminal that is gone.
    let _ = queue!(out, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = out.write_all(END.lock().unwrap_or_else(PoisonError::into_inner).as_bytes());
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// A panic of this thread gives the terminal back and says where it was, but nothing of what was worked
/// on: the message of a panic may quote it. Other threads catch theirs.
fn watch_panics() -> Hook {
    let before = std::panic::take_hook();
    let screen = std::thread::current().id();
    // The words are found now: where the program fails there must be nothing left to fail.
    let (stopped, kept) = (say!("tui-panic", place = PLACE), say!("tui-panic-kept"));
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() != screen {
            return;
        }
        give_back();
        let place = panic.location().map(|l| format!("{}:{}", short(l.file()), l.line())).unwrap_or_default();
        let _ = writeln!(io::stderr(), "hudna: {}\n{kept}", stopped.replace(PLACE, &place));
    }));
    before
}

/// The end of a source file's path: its beginning tells where the program was built.
fn short(path: &str) -> String {
    let mut parts: Vec<&str> = path.rsplit(['/', '\\']).take(3).collect();
    parts.reverse();
    parts.join("/")
}
