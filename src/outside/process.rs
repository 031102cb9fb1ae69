//! Runs the program: feeds it, reads it up to a limit, and ends it when its time is over.

use super::{OutsideError, Program};
use crate::locale::Spoken;
use std::io::{Read, Write};
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The most that is read of its standard output, in MiB.
const MOST: usize = 64;
/// What is kept of its standard error, from the end.
const KEPT: usize = 4096;
/// How often it is looked whether somebody stopped it.
const LOOK: Duration = Duration::from_millis(50);
/// How long standard error may stay open after the program ended.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// What a program that ended well wrote.
pub(super) struct Ran {
    pub stdout: Vec<u8>,
    pub said: String,
}

/// A program that is ended when this goes, whatever happens; so are those that it started.
struct Running<'a> {
    program: &'a Program,
    child: Child,
    ended: bool,
    until: Instant,
    stop: &'a AtomicBool,
}

/// Runs it on this input.
pub(super) fn run(program: &Program, input: Vec<u8>, stop: &AtomicBool) -> Result<Ran, OutsideError> {
    let start = |why: Spoken| OutsideError::Start { name: program.name.clone(), why };
    let mut child = command(program).spawn().map_err(|error| start((&error).into()))?;
    let pipes = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let until = Instant::now() + program.timeout;
    let mut running = Running { program, child, ended: false, until, stop };
    let (Some(stdin), Some(stdout), Some(stderr)) = pipes else { return Err(start("no pipes".into())) };
    // None of these threads is waited for: a program that left its pipes to another one, which
    // outlives it, must not hold us.
    thread::spawn(move || write(stdin, &input));
    let (to_output, output) = channel();
    thread::spawn(move || read(stdout, &to_output));
    let (to_said, said) = channel();
    thread::spawn(move || listen(stderr, &to_said));
    let result = running.output(&output).and_then(|stdout| Ok((stdout, running.exit()?)));
    running.end();
    let said = said.recv_timeout(LAST_WORDS).unwrap_or_default();
    match result {
        Ok((stdout, status)) if status.success() => Ok(Ran { stdout, said }),
        Ok((_, status)) => Err(OutsideError::Failed { name: program.name.clone(), how: how(status), said }),
        Err(OutsideError::Slow { name, seconds, .. }) => Err(OutsideError::Slow { name, seconds, said }),
        Err(error) => Err(error),
    }
}

fn command(program: &Program) -> Command {
    let (first, rest) = program.words.split_first().map_or(("", &[][..]), |(first, rest)| (first, rest));
    let mut command = Command::new(first);
    command.args(rest).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // In a group of its own it can be ended with all that it started.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command
}

fn write(mut stdin: ChildStdin, input: &[u8]) {
    // A program may stop reading when it knows enough.
    let _ = stdin.write_all(input);
}

/// Reads to the end, or one byte beyond the limit.
fn read(stdout: ChildStdout, to: &Sender<std::io::Result<Vec<u8>>>) {
    let mut bytes = Vec::new();
    let limit = (MOST << 20) as u64 + 1;
    let done = stdout.take(limit).read_to_end(&mut bytes);
    // Nobody hears it when the program was given up.
    let _ = to.send(done.map(|_| bytes));
}

/// Reads all and keeps the end.
fn listen(mut stderr: ChildStderr, to: &Sender<String>) {
    let (mut kept, mut chunk, mut cut) = (Vec::new(), [0; 4096], false);
    while let Ok(length @ 1..) = stderr.read(&mut chunk) {
        kept.extend_from_slice(chunk.get(..length).unwrap_or_default());
        if kept.len() > KEPT {
            kept.drain(..kept.len() - KEPT);
            cut = true;
        }
    }
    let text = String::from_utf8_lossy(&kept);
    let lines: Vec<_> = text.lines().map(|line| crate::text::safe(line.trim_end(), false)).collect();
    // The first of what was cut may begin in the midst of a line.
    let lines = lines.get(usize::from(cut && lines.len() > 1)..).unwrap_or_default();
    let lines = lines.get(lines.len().saturating_sub(20)..).unwrap_or_default();
    let _ = to.send(lines.join("\n").trim().to_owned());
}

fn how(status: ExitStatus) -> Spoken {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return crate::spoken!("outside-signal", signal = signal);
    }
    match status.code() {
        Some(code) => crate::spoken!("outside-exit-code", code = code),
        None => crate::spoken!("outside-ended"),
    }
}

impl Running<'_> {
    /// All that it writes, until it closes its output.
    fn output(&mut self, output: &Receiver<std::io::Result<Vec<u8>>>) -> Result<Vec<u8>, OutsideError> {
        loop {
            match output.recv_timeout(LOOK) {
                Ok(Ok(bytes)) if bytes.len() > MOST << 20 => {
                    return Err(OutsideError::TooMuch { name: self.program.name.clone(), limit: MOST });
                }
                Ok(Ok(bytes)) => return Ok(bytes),
                Ok(Err(error)) => return Err(self.unusable(&error)),
                Err(RecvTimeoutError::Timeout) => self.may_go_on()?,
                Err(RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
            }
        }
    }

    /// How it ends once its output is closed, which is usually at once.
    fn exit(&mut self) -> Result<ExitStatus, OutsideError> {
        let mut pause = Duration::from_micros(200);
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => {
                    self.ended = true;
                    return Ok(status);
                }
                Ok(None) => self.may_go_on()?,
                Err(error) => return Err(self.unusable(&error)),
            }
            thread::park_timeout(pause);
            pause = (pause * 2).min(LOOK);
        }
    }

    fn may_go_on(&self) -> Result<(), OutsideError> {
        let name = || self.program.name.clone();
        if self.stop.load(Ordering::Relaxed) {
            return Err(OutsideError::Stopped { name: name() });
        }
        if Instant::now() < self.until {
            return Ok(());
        }
        let seconds = self.program.timeout.as_secs_f64();
        Err(OutsideError::Slow { name: name(), seconds, said: String::new() })
    }

    fn unusable(&self, error: &std::io::Error) -> OutsideError {
        OutsideError::Start { name: self.program.name.clone(), why: error.into() }
    }

    /// Ends it, if it has not ended, with all that it started.
    fn end(&mut self) {
        if self.ended {
            return;
        }
        self.ended = true;
        #[cfg(unix)]
        let _ = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(&self.child),
            rustix::process::Signal::KILL,
        );
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.end();
    }
}
