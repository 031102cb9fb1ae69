//! Wall and processor time, the most memory that a process took, and the table that all is printed in.

use rustix::time::{ClockId, clock_gettime};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// What some work cost: time that passed, and time that all its threads spent on a core, kernel included.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    pub wall: Duration,
    pub cpu: Duration,
}

impl Cost {
    pub fn of(work: impl FnOnce()) -> Cost {
        let (cpu, start) = (cpu(), Instant::now());
        work();
        Cost { wall: start.elapsed(), cpu: self::cpu().saturating_sub(cpu) }
    }

    pub fn add(&mut self, other: Cost) {
        self.wall += other.wall;
        self.cpu += other.cpu;
    }
}

fn cpu() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

/// Two costs taken in turns, so that what else the machine does falls on both.
pub fn in_turns(rounds: usize, mut ours: impl FnMut(), mut bare: impl FnMut()) -> (Vec<Cost>, Vec<Cost>) {
    (0..rounds).map(|_| (Cost::of(&mut ours), Cost::of(&mut bare))).unzip()
}

/// The one in the middle by wall time.
pub fn median(mut costs: Vec<Cost>) -> Cost {
    costs.sort_by_key(|cost| cost.wall);
    costs[costs.len() / 2]
}

pub fn heading() {
    println!(
        "{:<8} {:>8} {:<34} {:>11} {:>11} {:>6} | {:>11} {:>11} {:>6} | limit",
        "shape", "size", "what", "ours", "bare", "ratio", "ours, cpu", "bare, cpu", "ratio"
    );
}

/// A line with both ratios, by wall and by processor time.
pub fn line(shape: &str, size: usize, what: &str, ours: Cost, bare: Cost, limit: f64) {
    let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64().max(1e-9);
    println!(
        "{shape:<8} {size:>8} {what:<34} {:>11} {:>11} {:>6.2} | {:>11} {:>11} {:>6.2} | {limit:.1}",
        shown(ours.wall),
        shown(bare.wall),
        ratio(ours.wall, bare.wall),
        shown(ours.cpu),
        shown(bare.cpu),
        ratio(ours.cpu, bare.cpu),
    );
}

/// A line without anything bare beside it.
pub fn alone(shape: &str, size: usize, what: &str, ours: Cost, limit: &str) {
    println!(
        "{shape:<8} {size:>8} {what:<34} {:>11} {:>11} {:>6} | {:>11} {:>11} {:>6} | {limit}",
        shown(ours.wall),
        "",
        "",
        shown(ours.cpu),
        "",
        ""
    );
}

/// A line with a number in words.
pub fn told(shape: &str, size: usize, what: &str, found: &str) {
    println!("{shape:<8} {size:>8} {what:<34} {found}");
}

fn shown(time: Duration) -> String {
    match time.as_secs_f64() {
        s if s >= 1.0 => format!("{s:.2} s"),
        s if s >= 1e-3 => format!("{:.2} ms", s * 1e3),
        s => format!("{:.1} µs", s * 1e6),
    }
}

/// The most memory that this program takes when it does one thing in a process of its own, in KiB.
pub fn peak(doing: &str, arguments: &[&Path]) -> u64 {
    let me = std::env::current_exe().unwrap();
    let child = Command::new(me).env("HUDNA_BENCH_CHILD", doing).args(arguments).output().unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    String::from_utf8_lossy(&child.stdout).trim().parse().unwrap()
}

/// What a child says in the end: its own high-water mark.
pub fn say_peak() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    println!("{}", line.trim().trim_end_matches("kB").trim());
}
