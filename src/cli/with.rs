//! Another extractor in place of the built-in one, and how many documents are worked on at once.

use super::args;
use super::failure::Failure;
use super::output::Output;
use crate::batch;
use crate::outside::Program;
use crate::{say, tell};
use std::time::Duration;

/// Which extractor, and how.
#[derive(clap::Args)]
pub struct With {
    /// Another program that finds the claims, with its arguments.
    ///
    /// It reads each document as one JSON object on standard input and writes claims as JSON Lines, which
    /// are checked like any input; docs/extractors.md describes both. The command is parted into words
    /// as a shell does it, but no shell runs it.
    #[arg(long, value_name = "COMMAND", allow_hyphen_values = false)]
    with: Option<String>,
    /// Seconds that the program may take for a document.
    #[arg(long, value_name = "SECONDS", default_value = "300", value_parser = seconds, requires = "with")]
    timeout: Duration,
    /// Documents that are worked on at once (else one for each core; one with --with).
    #[arg(long, value_name = "N", value_parser = jobs)]
    jobs: Option<usize>,
}

impl With {
    /// The other program, if one is named; it must be there.
    pub fn program(&self) -> Result<Option<Program>, Failure> {
        let named = self.with.as_deref();
        Ok(named.map(|command| Program::new(command, self.timeout)).transpose()?)
    }

    /// Whether another program is named.
    pub fn is_named(&self) -> bool {
        self.with.is_some()
    }

    /// On how many threads to work.
    pub fn threads(&self) -> usize {
        let most = if self.is_named() { 1 } else { batch::cores() };
        self.jobs.unwrap_or(most)
    }
}

/// Passes on what another program wrote to standard error.
pub fn said(out: &mut Output, said: &str) {
    for line in said.lines() {
        out.note(&tell!("import-it-said", line = line).indented(2));
    }
}

fn seconds(given: &str) -> Result<Duration, String> {
    let ascii = crate::text::ascii_digits(given.trim());
    let seconds: Option<f64> = ascii.parse().ok().filter(|s: &f64| *s > 0.0 && *s <= 86_400.0);
    seconds.map(Duration::from_secs_f64).ok_or_else(|| say!("cli-no-seconds"))
}

fn jobs(given: &str) -> Result<usize, String> {
    match args::number(given) {
        Ok(n @ 1..=256) => Ok(n),
        _ => Err(say!("cli-no-jobs")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_numbers_have_limits() {
        assert_eq!(seconds("٢.٥"), Ok(Duration::from_millis(2500)));
        for given in ["0", "-1", "inf", "NaN", "90000", "x"] {
            assert!(seconds(given).is_err(), "{given}");
        }
        assert_eq!(jobs("٤"), Ok(4));
        assert!(jobs("0").is_err() && jobs("1000").is_err());
    }
}
