//! A field's text in the person's own editor: a file that only they can read, gone afterwards.

use crate::say;
use crate::store;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};
use std::time::Duration;

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub enum Edited {
    /// The text as it is now.
    Text(String),
    /// The editor failed or the text cannot be read; why.
    Failed(String),
    /// It was stopped, because the program is to end.
    Stopped,
}

/// Has a text edited; `stop` tells that the program is to end.
pub fn edit(text: &str, stop: impl Fn() -> bool) -> Edited {
    match try_edit(text, &stop) {
        Ok(edited) => edited,
        Err(error) => Edited::Failed(error.to_string()),
    }
}

fn editor() -> String {
    let set = |name| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".into())
}

fn try_edit(text: &str, stop: &dyn Fn() -> bool) -> io::Result<Edited> {
    // A folder of its own, so that what the editor leaves beside the file goes with it.
    let folder = store::private_tempdir(&place(), ".hudna-text-")?;
    let mut file = tempfile::Builder::new().prefix("text-").suffix(".txt").tempfile_in(folder.path())?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let path = file.into_temp_path();
    let program = editor();
    // As git does it: the setting may hold arguments.
    let as_it_was = Modes::now();
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!("exec {program} \"$@\""))
        .arg(&program)
        .arg(&path)
        .spawn()?;
    let status = wait(&mut child, stop);
    as_it_was.put_back();
    let Some(status) = status? else { return Ok(Edited::Stopped) };
    if !status.success() {
        let status = status.to_string();
        return Ok(Edited::Failed(say!("tui-editor-failed", program = &program, status = status)));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(&path)?.read_to_end(&mut bytes)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Edited::Text(text.strip_suffix('\n').unwrap_or(&text).to_owned())),
        Err(_) => Ok(Edited::Failed(say!("tui-editor-not-utf8"))),
    }
}

/// Where the text is put: in memory where there is such a place.
fn place() -> PathBuf {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
    runtime.filter(|place| place.is_dir()).unwrap_or_else(std::env::temp_dir)
}

/// Removes what a program left that was killed while its text was being edited.
pub fn sweep() {
    store::sweep(&place());
}

/// Waits for the editor; none if it was ended because the program is to end.
fn wait(child: &mut Child, stop: &dyn Fn() -> bool) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if stop() {
            end(child);
            return Ok(None);
        }
        std::thread::sleep(SHORT);
    }
}

/// Ends the editor: first as the system would, so that it can put its own things away.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(id) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
        for _ in 0..PATIENCE {
            if !matches!(child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(SHORT);
        }
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Between two looks at the editor.
const SHORT: Duration = Duration::from_millis(30);
/// Looks at an editor that is to end before it is killed.
const PATIENCE: usize = 30;

/// What an editor that crashes may leave behind: mouse, arrow keys and keypad told otherwise, colours.
const LEFT_BEHIND: &[u8] = b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1l\x1b>\x1b[0m";

/// How the terminal treats lines and keys; an editor that crashes leaves its own way, and it would stay so when we end.
struct Modes {
    #[cfg(unix)]
    terminal: Option<rustix::termios::Termios>,
}

impl Modes {
    fn now() -> Modes {
        Modes {
            #[cfg(unix)]
            terminal: rustix::termios::tcgetattr(io::stdin()).ok(),
        }
    }

    fn put_back(&self) {
        #[cfg(unix)]
        if let Some(terminal) = &self.terminal {
            use rustix::termios::{OptionalActions, tcsetattr};
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, terminal);
        }
        let mut out = io::stdout();
        let _ = out.write_all(LEFT_BEHIND).and_then(|()| out.flush());
    }
}
