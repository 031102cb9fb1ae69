//! A terminal for tests: the program on a pseudo-terminal, its screen kept by vt100.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Long enough for a busy machine; nothing waits this long when all is well.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// A folder with a home, a casebook and what else a test needs.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    /// A home, and no casebook yet.
    pub fn empty() -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(place.path("tmp")).unwrap();
        place
    }

    /// A home with the project's samples imported.
    pub fn with_samples() -> Place {
        let place = Place::empty();
        for (name, bytes) in hudna::samples::ALL {
            std::fs::write(place.path(name), bytes).unwrap();
            let done = place.hudna(&["import", place.path(name).to_str().unwrap()]);
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        }
        place
    }

    /// A home with these claims: text, speaker, kind.
    pub fn with_claims(claims: &[(&str, &str, &str)]) -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(place.path("tmp")).unwrap();
        for (text, speaker, kind) in claims {
            let done = place.hudna(&["claim", "add", "--text", text, "--speaker", speaker, "--kind", kind]);
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        }
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.path("home")),
            ("XDG_DATA_HOME", self.path("home/data")),
            ("XDG_CONFIG_HOME", self.path("home/config")),
            ("TMPDIR", self.path("tmp")),
            ("HUDNA_DB", self.path("a.hudna")),
        ]
    }

    /// Runs a verb and waits for it.
    pub fn hudna(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hudna"));
        command.args(arguments).envs(self.environment()).current_dir(self.folder.path());
        command.output().unwrap()
    }

    /// The same as another person, whose folder this is.
    pub fn hudna_as(&self, home: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hudna"));
        command.args(arguments).envs(self.environment()).current_dir(self.folder.path());
        command.env("XDG_CONFIG_HOME", self.path(home).join("config"));
        command.output().unwrap()
    }

    /// Opens the workbench.
    pub fn workbench(&self, extra: &[(&str, &str)]) -> Pty {
        self.workbench_with(&[], extra)
    }

    /// Opens the workbench with these options.
    pub fn workbench_with(&self, options: &[&str], extra: &[(&str, &str)]) -> Pty {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hudna"));
        command.args(options);
        self.start(command, extra)
    }

    /// Has a shell run a script in which `$0` is the program.
    pub fn shell(&self, script: &str, extra: &[(&str, &str)]) -> Pty {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_hudna")]);
        self.start(command, extra)
    }

    fn start(&self, mut command: CommandBuilder, extra: &[(&str, &str)]) -> Pty {
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        for name in ["XDG_RUNTIME_DIR", "TMUX", "STY", "NO_COLOR", "VTE_VERSION", "KONSOLE_VERSION"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        for (name, value) in extra {
            command.env(name, value);
        }
        Pty::start(command, self.folder.path())
    }
}

/// A program on a pseudo-terminal of 80 columns and 24 rows.
pub struct Pty {
    pub child: Box<dyn Child + Send + Sync>,
    /// The terminal's own side; none once it was closed.
    terminal: Option<(Box<dyn Write + Send>, Box<dyn MasterPty + Send>)>,
    seen: Arc<Mutex<Seen>>,
    closing: Arc<AtomicBool>,
    reading: Option<JoinHandle<()>>,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

impl Pty {
    pub fn start(mut command: CommandBuilder, folder: &Path) -> Pty {
        command.cwd(folder);
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let rows = 24.try_into().unwrap();
        let cols = 80.try_into().unwrap();
        let seen =
            Arc::new(Mutex::new(Seen { screen: vt100::Parser::new(rows, cols, 0), bytes: Vec::new() }));
        let (mut reader, shared) = (pair.master.try_clone_reader().unwrap(), seen.clone());
        let closing = Arc::new(AtomicBool::new(false));
        let closed = closing.clone();
        let reading = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                let mut seen = shared.lock().unwrap();
                seen.screen.process(&buffer[..n]);
                seen.bytes.extend_from_slice(&buffer[..n]);
                if closed.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Pty { child, terminal: Some((writer, pair.master)), seen, closing, reading: Some(reading) }
    }

    pub fn send(&mut self, keys: &str) -> &mut Pty {
        let (writer, _) = self.terminal.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
        self
    }

    /// Closes the terminal under the program, as when its window is closed.
    pub fn hang_up(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        // What the program answers to a key lets the reading thread go.
        self.send("?");
        self.reading.take().unwrap().join().unwrap();
        self.terminal = None;
    }

    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// The rows of the screen, without blanks at their ends and without those that are empty at the end.
    pub fn rows(&self) -> Vec<String> {
        let mut rows: Vec<String> = self.screen().lines().map(|row| row.trim_end().to_owned()).collect();
        while rows.last().is_some_and(String::is_empty) {
            rows.pop();
        }
        rows
    }

    /// The row that the cursor is on, from 0, and its column.
    pub fn cursor_at(&self) -> (u16, u16) {
        self.seen.lock().unwrap().screen.screen().cursor_position()
    }

    /// What stands on the cursor's row.
    pub fn cursor_row(&self) -> String {
        self.screen().lines().nth(usize::from(self.cursor_at().0)).unwrap_or_default().trim_end().to_owned()
    }

    /// Waits until the cursor is on a row that begins so.
    #[track_caller]
    pub fn reads(&mut self, words: &str) -> &mut Pty {
        self.until(&format!("the cursor on “{words}”"), |pty| {
            pty.cursor_row().starts_with(words.trim_end())
        })
    }

    /// All bytes that the program has written.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.lock().unwrap().bytes.clone()
    }

    pub fn wrote(&self, bytes: &[u8]) -> Option<usize> {
        self.bytes().windows(bytes.len()).rposition(|window| window == bytes)
    }

    pub fn in_other_screen(&self) -> bool {
        self.seen.lock().unwrap().screen.screen().alternate_screen()
    }

    /// Waits until a condition holds.
    #[track_caller]
    pub fn until(&mut self, what: &str, mut holds: impl FnMut(&mut Pty) -> bool) -> &mut Pty {
        let until = Instant::now() + DEADLINE;
        while !holds(self) {
            assert!(
                Instant::now() < until,
                "not seen: {what}; the cursor is at {:?}, the screen is\n{}",
                self.cursor(),
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
        self
    }

    /// Waits until words are on the screen.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Pty {
        self.until(words, |pty| pty.screen().contains(words))
    }

    /// Waits until the program has ended; gives its exit code.
    #[track_caller]
    pub fn ended(&mut self) -> u32 {
        let mut code = None;
        self.until("the end", |pty| {
            code = pty.child.try_wait().unwrap().map(|status| status.exit_code());
            code.is_some()
        });
        code.unwrap()
    }

    /// Whether the terminal was given back as it was: screen, paste, cursor, order of Arabic.
    #[track_caller]
    pub fn is_given_back(&mut self) {
        // It may have been given back before, to an editor or the shell.
        self.until("the first screen again", |pty| pty.wrote(b"\x1b[0 k") > pty.wrote(b"\x1b[?1049h"));
        assert!(!self.in_other_screen());
        for sequence in [&b"\x1b[?1049l"[..], b"\x1b[?2004l", b"\x1b[?25h", b"\x1b[8h", b"\x1b[0 k"] {
            let given_back = self.wrote(sequence).unwrap();
            assert!(given_back > self.wrote(b"\x1b[?1049h").unwrap(), "{sequence:?}");
        }
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        rustix::process::kill_process(rustix::process::Pid::from_raw(id).unwrap(), signal).unwrap();
    }

    /// The state of the process as the kernel tells it, such as `T` for stopped.
    pub fn state(&self) -> char {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id().unwrap()));
        stat.ok().and_then(|s| s.rsplit(") ").next()?.chars().next()).unwrap_or('?')
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

impl Pty {
    /// The cells of a row without the blanks at its ends: the column of the first, then each one's code points in
    /// hexadecimal, printable ASCII as it is and `_` for a blank. A picture of the text would be reordered by whatever shows it.
    pub fn cells(&self, row: u16) -> String {
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        let code = |c: char| if c.is_ascii_graphic() { c.to_string() } else { format!("{:04X}", c as u32) };
        let shown: Vec<String> = (0..screen.size().1.get())
            .filter_map(|column| screen.cell(row, column))
            .filter(|cell| !cell.is_wide_continuation())
            .map(|cell| match cell.contents() {
                "" | " " => "_".to_owned(),
                text => text.chars().map(code).collect::<Vec<_>>().join("+"),
            })
            .collect();
        let Some(first) = shown.iter().position(|cell| cell != "_") else { return String::new() };
        let last = shown.iter().rposition(|cell| cell != "_").unwrap_or(first);
        format!("{first}: {}", shown[first..=last].join(" "))
    }

    /// The row and column of the cursor; none while it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        (!screen.hide_cursor()).then(|| screen.cursor_position())
    }
}
