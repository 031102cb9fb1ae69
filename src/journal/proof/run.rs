//! In which order sittings took turns in a file.

use super::super::entry::Hash;

/// Entries of one sitting that lie one after the other, with none of another between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Local number of the sitting.
    pub sitting: i64,
    /// Local number of the first of them that is signed.
    pub signed: Option<i64>,
    /// Local number of the last, and its hash.
    pub last: (i64, Hash),
}

/// Adds an entry of a sitting to the run that it goes on with, or begins one.
pub fn go_on(runs: &mut Vec<Run>, sitting: i64, entry: (i64, Hash), is_signed: bool) {
    let signed = is_signed.then_some(entry.0);
    match runs.last_mut() {
        Some(run) if run.sitting == sitting => {
            run.signed = run.signed.or(signed);
            run.last = entry;
        }
        _ => runs.push(Run { sitting, signed, last: entry }),
    }
}
