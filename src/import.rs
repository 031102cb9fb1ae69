//! Import as one function for the command line and the workbench: bytes, document, claims, journal.

use crate::extract::Extractor;
use crate::intake::{self, Input, IntakeError, Overrides};
use crate::journal::{Casebook, CasebookError, Imported};

/// Why one input was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It could not be fetched or read as a text.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The casebook did not take it.
    #[error(transparent)]
    Casebook(#[from] CasebookError),
}

impl ImportError {
    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            ImportError::Intake(error) => error.hint().to_string(),
            ImportError::Casebook(error) => error.hint().to_string(),
        }
    }

    /// Whether the casebook itself is in trouble, so that the next input would meet the same.
    fn stops_all(&self) -> bool {
        matches!(self, ImportError::Casebook(error) if !matches!(error, CasebookError::Invalid(_)))
    }
}

/// How one input fared.
#[derive(Debug)]
pub struct Fate {
    /// The input, as named.
    pub input: String,
    /// The document, or why there is none.
    pub result: Result<Imported, ImportError>,
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
/// `next(done, input)` is asked before each; it returns false to stop there, keeping what is in.
pub fn import(
    casebook: &mut Casebook,
    extractor: &Extractor,
    inputs: &[Input],
    overrides: &Overrides,
    next: &mut dyn FnMut(usize, &Input) -> bool,
) -> Batch {
    casebook.grouped(|casebook| {
        let mut batch = Batch::default();
        for (done, input) in inputs.iter().enumerate() {
            if !next(done, input) {
                batch.left = inputs.len() - done;
                break;
            }
            let result = import_one(casebook, extractor, input, overrides);
            let stop = result.as_ref().is_err_and(ImportError::stops_all);
            batch.fates.push(Fate { input: input.to_string(), result });
            if stop {
                batch.left = inputs.len() - done - 1;
                break;
            }
        }
        batch
    })
}

fn import_one(
    casebook: &mut Casebook,
    extractor: &Extractor,
    input: &Input,
    overrides: &Overrides,
) -> Result<Imported, ImportError> {
    let received = intake::receive(input, overrides)?;
    let claims = extractor.extract(&received.text);
    Ok(casebook.import(&received, &claims, extractor.version())?)
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
        let batch = import(&mut casebook, &extractor, &inputs, &Overrides::default(), &mut |done, _| {
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
        let batch = import(&mut casebook, &extractor, &inputs, &Overrides::default(), &mut |_, _| true);
        let failed: Vec<bool> = batch.fates.iter().map(|fate| fate.result.is_err()).collect();
        assert_eq!((failed, batch.left), (vec![false, true, false, false, false], 0));
    }

    #[test]
    fn trouble_with_the_casebook_stops_all() {
        assert!(ImportError::from(CasebookError::Full).stops_all());
        assert!(!ImportError::from(CasebookError::Invalid(String::new())).stops_all());
        assert!(!ImportError::from(IntakeError::Empty).stops_all());
    }
}
