//! Runs the real program in a home of its own and writes down what it said.

// Each test program uses a part of it, and helpers of tests may unwrap as tests do.
#![allow(dead_code, clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// An article in which extraction finds nothing, so that tests hold however extraction changes.
pub const QUIET: &str = "Rain on the plateau\n\nIt rained on Karmud for two days. The river is high.\n";

/// What stands before the time in the name of a copy made before a merge or an upgrade.
const BACKUPS: [&str; 2] = [".before-merge-", ".before-upgrade-"];

/// A desk of its own: a home, a working folder, and the record of all that was run there.
pub struct Desk {
    folder: tempfile::TempDir,
    transcript: String,
    /// More of the environment.
    pub environment: Vec<(&'static str, &'static str)>,
}

/// What one run said.
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

/// What a shell runs in the background ignores interrupts, and so would all that tests start from there: a program that
/// is to be stopped would go on for ever. A signal that is caught here is not ignored by what is started.
fn heed_interrupts() {
    #[cfg(unix)]
    {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| {
            let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
            let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
            for signal in [signal_hook::consts::SIGHUP, signal_hook::consts::SIGINT] {
                if ignored >> (signal - 1) & 1 == 1 {
                    signal_hook::flag::register(signal, std::sync::Arc::default()).unwrap();
                }
            }
        });
    }
}

impl Desk {
    pub fn new() -> Desk {
        Desk::within(&std::env::temp_dir())
    }

    /// One whose folder is made in this one.
    pub fn within(folder: &Path) -> Desk {
        let folder = tempfile::tempdir_in(folder).unwrap();
        for name in ["home", "work", "tmp"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        Desk { folder, transcript: String::new(), environment: Vec::new() }
    }

    /// One with the quiet article in its casebook, and the id of that document.
    pub fn with_document() -> (Desk, String) {
        let mut desk = Desk::new();
        desk.file("rain.txt", QUIET.as_bytes());
        desk.done(&["import", "rain.txt"]);
        let document = desk.done(&["documents", "--json"]).json("id");
        desk.transcript.clear();
        (desk, document)
    }

    /// One with a claim on the quiet article, and the id of that claim.
    pub fn with_claim() -> (Desk, String) {
        let (mut desk, document) = Desk::with_document();
        let span = ["--start", "21", "--end", "54"];
        let claim =
            desk.done(&[&["claim", "add", &document], &span[..], &["--speaker", "Sami Omran"]].concat());
        desk.transcript.clear();
        (desk, claim.stdout.trim().to_owned())
    }

    /// The home, where casebook and key lie.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A path in the working folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("work").join(name)
    }

    /// The temporary folder that the program is told of.
    pub fn tmp(&self) -> PathBuf {
        self.folder.path().join("tmp")
    }

    /// Puts a file into the working folder.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// The program, to be run with these arguments.
    pub fn command(&self, arguments: &[&str]) -> Command {
        heed_interrupts();
        let mut command = Command::new(env!("CARGO_BIN_EXE_hudna"));
        command
            .args(arguments)
            .current_dir(self.folder.path().join("work"))
            .env_clear()
            .env("HUDNA_HOME", self.home())
            .env("TMPDIR", self.tmp())
            .envs([("NO_COLOR", "1"), ("TERM", "dumb"), ("LANG", "C.UTF-8"), ("COLUMNS", "100")])
            .envs(self.environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Starts the program without waiting for it.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).spawn().unwrap()
    }

    pub fn run(&mut self, arguments: &[&str]) -> Ran {
        let ran = Ran::of(self.command(arguments).output().unwrap());
        self.write_down(arguments, &ran);
        ran
    }

    /// Runs it with this on standard input.
    pub fn piped(&mut self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || {
            // It may refuse the input and be gone before all is read.
            let _ = stdin.write_all(&input);
        });
        let ran = Ran::of(child.wait_with_output().unwrap());
        writer.join().unwrap();
        self.write_down(arguments, &ran);
        ran
    }

    /// Runs it and sees that it was done.
    pub fn done(&mut self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "hudna {}: {}", arguments.join(" "), ran.stderr);
        ran
    }

    /// Runs it and sees that it failed with this code and said why and what to do.
    pub fn refused(&mut self, code: i32, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, code, "hudna {}: {}{}", arguments.join(" "), ran.stdout, ran.stderr);
        assert!(!ran.stderr.trim().is_empty());
        assert!(!ran.stderr.contains("a fault in hudna"), "{}", ran.stderr);
        ran
    }

    /// All that was run since the beginning, or since this was last asked for, without what differs
    /// from run to run.
    pub fn transcript(&mut self) -> String {
        std::mem::take(&mut self.transcript)
    }

    fn write_down(&mut self, arguments: &[&str], ran: &Ran) {
        let quoted =
            |a: &&str| if a.contains([' ', '"']) || a.is_empty() { format!("'{a}'") } else { a.to_string() };
        let words: Vec<String> = arguments.iter().map(quoted).collect();
        let mut record = format!("$ hudna {}\n{}", words.join(" "), ran.stdout);
        for line in ran.stderr.lines() {
            record.push_str(&format!("! {line}\n"));
        }
        if ran.code != 0 {
            record.push_str(&format!("(exit code {})\n", ran.code));
        }
        self.transcript.push_str(&self.plain(&record));
        self.transcript.push('\n');
    }

    /// The text with paths, ids, hashes and times blotted out.
    pub fn plain(&self, text: &str) -> String {
        let folder = self.folder.path().to_string_lossy().into_owned();
        let text = text.replace(&folder, "DESK").replace(env!("CARGO_PKG_VERSION"), "VERSION");
        // The time in a backup's name.
        let text = BACKUPS.iter().fold(text, |text, mark| {
            let mut parts = text.split(mark);
            let first = parts.next().unwrap_or_default().to_owned();
            let rest = parts.map(|part| part.get(19..).unwrap_or_default());
            rest.fold(first, |text, part| text + mark + "TIME" + part)
        });
        // Which extractor it was changes with every word of the lexicons.
        let line = |line: &str| match line.strip_prefix("  extraction   ") {
            Some(_) => "  extraction   EXTRACTOR\n".to_owned(),
            None => line.to_owned(),
        };
        blot(&text.split_inclusive('\n').map(line).collect::<String>())
    }
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        Ran {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// Standard output as JSON, line by line.
    pub fn lines(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// A text field of the first line.
    pub fn json(&self, field: &str) -> String {
        self.lines()[0][field].as_str().unwrap().to_owned()
    }
}

/// Every verb with its help: `claims`, `claim add`, … as the help of each lists those under it.
pub fn verbs() -> Vec<(String, String)> {
    let mut desk = Desk::new();
    let (mut found, mut waiting) = (Vec::new(), vec![String::new()]);
    while let Some(verb) = waiting.pop() {
        let mut arguments: Vec<&str> = verb.split_whitespace().collect();
        arguments.push("--help");
        let help = desk.done(&arguments).stdout;
        // A verb's line is a little in, the further lines of its words stand under these.
        let names = help.lines().skip_while(|line| *line != "Commands:").skip(1);
        let names = names.take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
        let under: Vec<String> = names
            .filter(|line| !line.starts_with(' '))
            .filter_map(|line| line.split_whitespace().next())
            .map(|name| format!("{verb} {name}").trim_start().to_owned())
            .collect();
        if !verb.is_empty() && (under.is_empty() || help.contains("\nArguments:\n")) {
            found.push((verb, help));
        }
        waiting.extend(under.into_iter().rev());
    }
    found
}

/// Everything in the folder with its content, to see that nothing changed.
pub fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    found.sort();
    found
}

/// Blots out ids and hashes (keeping length and the letter), times and fingerprints.
fn blot(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while at < chars.len() {
        let rest = &chars[at..];
        let fresh = at == 0 || !chars[at - 1].is_alphanumeric();
        let (replacement, length) = match rest {
            _ if !fresh => (None, 0),
            _ if time(rest) > 0 => (Some("<time>".to_owned()), time(rest)),
            _ if rest.starts_with(&['S', 'H', 'A', '2', '5', '6', ':']) => {
                let length =
                    rest.iter().take_while(|c| !c.is_whitespace() && **c != '"' && **c != '`').count();
                (Some("SHA256:x".to_owned()), length)
            }
            _ => match hexadecimal(rest) {
                0 => (None, 0),
                // Hashes and casebook ids have no letter of their own, nor has the beginning of a sitting's.
                n if n == 32 || n == 64 || out.ends_with("sitting ") || out.ends_with("الجلسة ") => {
                    (Some("x".repeat(n)), n)
                }
                n => (Some(format!("{}{}", rest[0], "x".repeat(n - 1))), n),
            },
        };
        match replacement {
            Some(replacement) => {
                out.push_str(&replacement);
                at += length;
            }
            None => {
                out.push(chars[at]);
                at += 1;
            }
        }
    }
    out
}

/// The length of an id or hash that begins here: a letter or digit, then at least eight more hexadecimal digits.
fn hexadecimal(text: &[char]) -> usize {
    let is_first = |c: &char| "cdevmkx0123456789abf".contains(*c);
    let is_hex = |c: &char| c.is_ascii_digit() || ('a'..='f').contains(c);
    let length =
        text.iter().enumerate().take_while(|(i, c)| if *i == 0 { is_first(c) } else { is_hex(c) }).count();
    let ends = text.get(length).is_none_or(|c| !c.is_alphanumeric() && *c != '_');
    let has_digit = text[..length].iter().any(char::is_ascii_digit);
    if length >= 9 && ends && has_digit { length } else { 0 }
}

/// The length of a date with a time that begins here; a date alone is none.
fn time(text: &[char]) -> usize {
    const FORM: &str = "dddd-dd-dd_dd:dd";
    let fits = |(form, c): (char, &char)| match form {
        'd' => c.is_ascii_digit(),
        '_' => *c == ' ' || *c == 'T',
        form => *c == form,
    };
    if text.len() < FORM.len() || !FORM.chars().zip(text).all(fits) {
        return 0;
    }
    let rest = &text[FORM.len()..];
    FORM.len()
        + rest.iter().take_while(|c| c.is_ascii_digit() || **c == ':' || **c == '.').count()
        + usize::from(rest.iter().find(|c| !(c.is_ascii_digit() || **c == ':' || **c == '.')) == Some(&'Z'))
}
