//! Kills programs at random moments and counts what was hit.

// Each test program uses a part of it, and helpers of tests may unwrap as tests do.
#![allow(dead_code, clippy::unwrap_used, clippy::print_stdout)]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant, SystemTime};

/// Random numbers from a seed, by SplitMix64.
pub struct Chance(u64);

impl Chance {
    /// For this test: from `HUDNA_SEED` where that is set, so that a failure can be met again.
    pub fn of(test: &str) -> Chance {
        let seed = match std::env::var("HUDNA_SEED") {
            Ok(seed) => seed.parse().unwrap(),
            Err(_) => {
                let since = std::time::UNIX_EPOCH.elapsed().unwrap();
                since.as_nanos() as u64
            }
        };
        println!("{test}: HUDNA_SEED={seed}");
        Chance(test.bytes().fold(seed, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into())))
    }

    pub fn seeded(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below this one.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// Bytes that do not compress.
    pub fn bytes(&mut self, n: usize) -> Vec<u8> {
        (0..n.div_ceil(8)).flat_map(|_| self.next().to_le_bytes()).take(n).collect()
    }
}

/// When a program is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// So long after it began.
    After(Duration),
    /// In its so manieth write to the casebook, after some looking on.
    InWrite { nth: u64, looks: u64 },
    /// The same, once the file itself is being changed.
    HalfDone { nth: u64, looks: u64 },
}

/// What became of a program.
#[derive(Debug)]
pub struct Outcome {
    /// Whether it was killed before it had ended.
    pub killed: bool,
    /// What it printed until then.
    pub stdout: String,
    pub status: ExitStatus,
}

impl Outcome {
    /// Whether it ended by itself and said that all was done.
    pub fn done(&self) -> bool {
        self.status.success()
    }
}

/// Aims at a program that is run again and again, until it was killed so many times.
pub struct Aim {
    pub chance: Chance,
    test: &'static str,
    wanted: usize,
    /// How long a run took that was let end.
    length: Duration,
    /// The most writes in a run.
    writes: u64,
    killed: usize,
    /// Kills between the beginning and the end of a write.
    in_write: usize,
    /// Those of them after which something had to be taken back.
    half_done: usize,
    runs: usize,
}

impl Aim {
    /// So many kills of a program that writes up to so often and takes about so long: the length is corrected by what is seen.
    pub fn new(test: &'static str, wanted: usize, length: Duration, writes: u64) -> Aim {
        let chance = Chance::of(test);
        Aim { chance, test, wanted, length, writes, killed: 0, in_write: 0, half_done: 0, runs: 0 }
    }

    /// Whether more kills are wanted.
    pub fn goes_on(&self) -> bool {
        assert!(
            self.runs < 20 + 6 * self.wanted,
            "{}: too few of {} runs could be killed",
            self.test,
            self.runs
        );
        self.killed < self.wanted
    }

    /// Runs the program once and kills it at a random moment.
    pub fn shoot(&mut self, command: &mut Command, casebook: &Path) -> Outcome {
        let (nth, looks) = (1 + self.chance.below(self.writes), self.chance.below(40));
        let moment = match self.chance.below(3) {
            0 => {
                let fraction = self.chance.below(1 << 20) as f64 / f64::from(1 << 20);
                Moment::After(self.length.mul_f64(fraction))
            }
            1 => Moment::InWrite { nth, looks },
            _ => Moment::HalfDone { nth, looks: looks / 8 },
        };
        let journal = journal_of(casebook);
        // One that an earlier kill left, and nothing needed to be taken back by, may still lie there.
        let before = modified(&journal);
        let begun = Instant::now();
        let outcome = kill_at(command, &journal, before, moment);
        self.runs += 1;
        if outcome.killed {
            self.killed += 1;
            let in_write = modified(&journal).is_some_and(|now| Some(now) != before);
            self.in_write += usize::from(in_write);
            self.half_done += usize::from(in_write && hudna::store::is_unfinished(&journal));
        } else {
            assert!(outcome.done(), "{}: {moment:?}: {outcome:?}", self.test);
            self.length = begun.elapsed();
        }
        outcome
    }

    /// Says what was hit, and sees that enough of it was in the middle of a write.
    pub fn end(&self) {
        let Aim { test, killed, in_write, half_done, runs, .. } = self;
        println!(
            "{test}: {killed} kills in {runs} runs, {in_write} in the middle of a write, {half_done} with half of it done"
        );
        assert!(in_write * 8 >= *killed, "{test}: the kills hit too few writes to prove anything");
        assert!(*half_done > 0 || *killed < 40, "{test}: no kill hit a write of which half was done");
    }
}

/// What SQLite needs to take back a write that was not finished.
pub fn journal_of(casebook: &Path) -> PathBuf {
    let mut name = casebook.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|found| found.modified()).ok()
}

/// `before` is when the journal was written that already lay there.
fn kill_at(command: &mut Command, journal: &Path, before: Option<SystemTime>, moment: Moment) -> Outcome {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    // Read along, so that it never waits for us.
    let reader = std::thread::spawn(move || {
        let mut said = Vec::new();
        stdout.read_to_end(&mut said).unwrap();
        String::from_utf8(said).unwrap()
    });
    match moment {
        Moment::After(time) => std::thread::sleep(time),
        Moment::InWrite { nth, looks } | Moment::HalfDone { nth, looks } => {
            let (mut seen, mut writing) = (0, false);
            let is_writing = || match moment {
                Moment::HalfDone { .. } => {
                    modified(journal) != before && hudna::store::is_unfinished(journal)
                }
                _ => modified(journal).is_some_and(|now| Some(now) != before),
            };
            while seen < nth && child.try_wait().unwrap().is_none() {
                let now = is_writing();
                seen += u64::from(now && !writing);
                writing = now;
            }
            for _ in 0..looks {
                let _ = is_writing();
            }
        }
    }
    // SIGKILL. One that has ended is still there to be waited for, so nobody else can be hit.
    child.kill().unwrap();
    let status = child.wait().unwrap();
    let killed = std::os::unix::process::ExitStatusExt::signal(&status) == Some(9);
    Outcome { killed, stdout: reader.join().unwrap(), status }
}

/// What a program that is not finished, or was killed, has in a folder beside the files that people know of.
pub fn debris(folder: &Path) -> Vec<String> {
    let found = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    found.filter(|name| name.starts_with('.')).collect()
}
