//! Import as one function for the command line and the workbench: bytes, document, claims, journal.

use crate::batch::in_order_or_waited_for;
use crate::extract::Extractor;
use crate::intake::{self, Input, IntakeError, Overrides};
use crate::journal::{Casebook, CasebookError, Imported, Incomer};
use crate::model::Received;
use crate::outside::{Found, OutsideError, Program};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

/// What finds the claims of a document.
pub enum Finder<'a> {
    /// The rules and words of this program.
    Rules(&'a Extractor),
    /// Another program, which is ended when the flag becomes true.
    Program(&'a Program, &'a AtomicBool),
}

impl Finder<'_> {
    /// The claims of a document.
    pub fn find(&self, received: &Received) -> Result<Found, OutsideError> {
        match self {
            Finder::Rules(extractor) => {
                Ok(Found { claims: extractor.extract(&received.text), said: String::new() })
            }
            Finder::Program(program, stop) => program.find(received, stop),
        }
    }

    /// Names the extraction in the journal.
    pub fn version(&self) -> &str {
        match self {
            Finder::Rules(extractor) => extractor.version(),
            Finder::Program(program, _) => program.version(),
        }
    }
}

/// Why one input was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It could not be fetched or read as a text.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// Another extractor gave no claims.
    #[error(transparent)]
    Outside(#[from] OutsideError),
    /// The casebook did not take it.
    #[error(transparent)]
    Casebook(#[from] CasebookError),
}

impl ImportError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            ImportError::Intake(error) => error.hint(),
            ImportError::Outside(error) => error.hint(),
            ImportError::Casebook(error) => error.hint(),
        }
    }

    /// What a program that failed wrote to standard error.
    pub fn said(&self) -> &str {
        if let ImportError::Outside(error) = self { error.said() } else { "" }
    }

    /// Whether the next input would meet the same, as when the casebook itself is in trouble.
    pub(crate) fn stops_all(&self) -> bool {
        match self {
            ImportError::Intake(_) => false,
            ImportError::Outside(error) => error.stops_all(),
            ImportError::Casebook(error) => {
                !matches!(error, CasebookError::Invalid(_) | CasebookError::Erased { .. })
            }
        }
    }
}

/// How one input fared.
#[derive(Debug)]
pub struct Fate {
    /// The input, as named.
    pub input: String,
    /// The document, or why there is none.
    pub result: Result<Imported, ImportError>,
    /// What another extractor wrote beside its claims.
    pub said: String,
}

impl Fate {
    /// An input that was not even found.
    pub fn failed(input: String, error: ImportError) -> Fate {
        Fate { input, result: Err(error), said: String::new() }
    }
}

/// How all fared.
#[derive(Debug, Default)]
pub struct Batch {
    /// Those that were tried, in order.
    pub fates: Vec<Fate>,
    /// How many were not tried, because somebody stopped it or the casebook was in trouble.
    pub left: usize,
}

impl Batch {
    /// Whether every input is in the casebook.
    pub fn complete(&self) -> bool {
        self.left == 0 && self.fates.iter().all(|fate| fate.result.is_ok())
    }
}

/// Imports all inputs as one action, which one undo takes back. An input that fails does so alone.
/// Claims are found on so many threads; documents go in in the order of the inputs. `next(done, input)`
/// is asked before each; it returns false to stop there, keeping what is in.
pub fn import(
    casebook: &mut Casebook,
    finder: &Finder<'_>,
    inputs: &[Input],
    overrides: &Overrides,
    threads: usize,
    next: &mut dyn FnMut(usize, &Input) -> bool,
) -> Batch {
    casebook.grouped(|casebook| {
        let mut taking = Taking::new(casebook, finder.version(), overrides.private);
        // Whatever an input is waited for, a slow address or a pipe: what is there already goes in.
        let take = |input: &Input, read: Option<_>| match read {
            Some(read) => taking.take(input.to_string(), read),
            None => taking.put_in(),
        };
        in_order_or_waited_for(inputs, threads, |input| read(finder, input, overrides), next, take);
        taking.put_in();
        let left = inputs.len() - taking.fates.len();
        Batch { fates: taking.fates, left }
    })
}

/// A document and the claims in it.
fn read(finder: &Finder<'_>, input: &Input, overrides: &Overrides) -> Result<(Received, Found), ImportError> {
    let received = intake::receive(input, overrides)?;
    let found = finder.find(&received)?;
    Ok((received, found))
}

/// Documents that wait to go in together: handing each to the disk alone would take most of the time.
struct Taking<'a> {
    casebook: &'a mut Casebook,
    version: &'a str,
    private: bool,
    fates: Vec<Fate>,
    waiting: Vec<(String, Received, Found)>,
    bytes: usize,
    since: Instant,
}

/// What may wait: so many documents, so many bytes, so long.
const WAITING: (usize, usize, Duration) = (64, 4 << 20, Duration::from_millis(250));

impl<'a> Taking<'a> {
    fn new(casebook: &'a mut Casebook, version: &'a str, private: bool) -> Taking<'a> {
        let (fates, waiting) = (Vec::new(), Vec::new());
        Taking { casebook, version, private, fates, waiting, bytes: 0, since: Instant::now() }
    }

    /// Takes what was read; false to stop.
    fn take(&mut self, input: String, read: Result<(Received, Found), ImportError>) -> bool {
        let (received, found) = match read {
            Ok(read) => read,
            Err(error) => {
                // Fates are told in the order of the inputs.
                let goes_on = self.put_in() && !error.stops_all();
                self.fates.push(Fate::failed(input, error));
                return goes_on;
            }
        };
        if self.waiting.is_empty() {
            self.since = Instant::now();
        }
        self.bytes += received.bytes.len() + received.text.len();
        self.waiting.push((input, received, found));
        let (documents, bytes, long) = WAITING;
        let full = self.waiting.len() >= documents || self.bytes >= bytes || self.since.elapsed() >= long;
        !full || self.put_in()
    }

    /// Puts in what waits; false to stop.
    fn put_in(&mut self) -> bool {
        let waiting = std::mem::take(&mut self.waiting);
        self.bytes = 0;
        let all: Vec<Incomer> =
            waiting.iter().map(|(_, received, found)| self.incomer(received, found)).collect();
        let (done, error) = self.casebook.import_all(&all, self.version);
        drop(all);
        let mut waiting = waiting.into_iter();
        for (done, (input, _, found)) in done.into_iter().zip(waiting.by_ref()) {
            self.fates.push(Fate { input, result: Ok(done), said: found.said });
        }
        // One of the rest is refused, or the casebook is in trouble: each alone tells which.
        error.is_none() || waiting.all(|(input, received, found)| self.alone(input, &received, found))
    }

    /// Puts in a document alone; false to stop.
    fn alone(&mut self, input: String, received: &Received, found: Found) -> bool {
        let result = match self.private {
            true => self.casebook.import_private(received, &found.claims, self.version),
            false => self.casebook.import(received, &found.claims, self.version),
        };
        let result = result.map_err(ImportError::from);
        let stops = result.as_ref().is_err_and(ImportError::stops_all);
        self.fates.push(Fate { input, result, said: found.said });
        !stops
    }

    fn incomer<'b>(&self, received: &'b Received, found: &'b Found) -> Incomer<'b> {
        Incomer { received, claims: &found.claims, private: self.private }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Keyring;
    use std::path::Path;

    fn desk(folder: &Path) -> (Casebook, Vec<Input>) {
        let casebook = Casebook::open_or_create(&folder.join("casebook.db"), Keyring::at(folder)).unwrap();
        let article = |n: usize| {
            let path = folder.join(format!("{n}.txt"));
            std::fs::write(&path, format!("It rained on the plateau for {n} days.\n")).unwrap();
            Input::File(path)
        };
        (casebook, (0..4).map(article).collect())
    }

    #[test]
    fn stopping_keeps_what_is_in_as_one_action() {
        let folder = tempfile::tempdir().unwrap();
        let (mut casebook, inputs) = desk(folder.path());
        let extractor = Extractor::new().unwrap();
        let mut asked = Vec::new();
        let finder = Finder::Rules(&extractor);
        let batch = import(&mut casebook, &finder, &inputs, &Overrides::default(), 2, &mut |done, _| {
            asked.push(done);
            done < 3
        });
        assert_eq!((asked, batch.fates.len(), batch.left), (vec![0, 1, 2, 3], 3, 1));
        assert!(!batch.complete());
        assert_eq!(casebook.documents().unwrap().len(), 3);
        casebook.undo().unwrap().unwrap();
        let there = casebook.documents().unwrap().into_iter().filter(|d| d.withdrawn.is_empty()).count();
        assert_eq!(there, 0, "one undo for all");
    }

    #[test]
    fn a_missing_file_fails_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (mut casebook, mut inputs) = desk(folder.path());
        inputs.insert(1, Input::File(folder.path().join("missing.txt")));
        let extractor = Extractor::new().unwrap();
        let finder = Finder::Rules(&extractor);
        let batch = import(&mut casebook, &finder, &inputs, &Overrides::default(), 3, &mut |_, _| true);
        let order: Vec<String> = batch.fates.iter().map(|fate| fate.input.clone()).collect();
        let wanted: Vec<String> = inputs.iter().map(ToString::to_string).collect();
        assert_eq!(order, wanted, "the order of the inputs");
        let failed: Vec<bool> = batch.fates.iter().map(|fate| fate.result.is_err()).collect();
        assert_eq!((failed, batch.left), (vec![false, true, false, false, false], 0));
    }

    #[test]
    fn trouble_with_the_casebook_stops_all() {
        assert!(ImportError::from(CasebookError::Full).stops_all());
        assert!(!ImportError::from(CasebookError::Invalid("".into())).stops_all());
        assert!(!ImportError::from(IntakeError::Empty).stops_all());
        assert!(ImportError::from(OutsideError::Stopped { name: String::new() }).stops_all());
        assert!(!ImportError::from(OutsideError::TooMuch { name: String::new(), limit: 1 }).stops_all());
    }
}
