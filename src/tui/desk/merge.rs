//! A merge as a job of its own: files are proved and what they would bring is told; then it waits for a person's word.

use super::job::Hands;
use super::order::{Answer, Failure, MergeFile};
use super::way::Doing;
use crate::journal::{self, Casebook, CasebookError, Keyring, MergeOptions, Merged};
use crate::locale;
use crate::people::{self, People};
use crate::say;
use std::path::PathBuf;

/// What is to be known of those whose entries a merge brings, in words.
#[derive(Debug, Default)]
pub struct Whose {
    /// Of each who wrote: the key's fingerprint; whether it is trusted, and what stands of it.
    pub by: Vec<(String, String)>,
    /// What is said of keys of others.
    pub keys: Vec<String>,
    /// What to be careful about.
    pub warnings: Vec<String>,
}

impl Whose {
    fn of(people: &mut People, merged: &Merged) -> Whose {
        let mut whose = Whose::default();
        for (by, known) in merged.by.iter().zip(people.remarks(merged)) {
            let about = std::iter::once(known.trust.text.clone());
            let about: Vec<String> = about.chain(known.state.iter().map(|told| told.text.clone())).collect();
            whose.by.push((by.key.fingerprint.clone(), locale::list(&about)));
            whose.warnings.extend(known.warnings.iter().map(|told| told.text.clone()));
        }
        let (others, mine) = people.spoken_of(merged);
        whose.keys.extend(others.iter().map(|told| told.text.clone()));
        whose.warnings.extend(mine.iter().map(|told| told.text.clone()));
        whose
    }
}

/// Merges, if the person wants it; nothing where they do not.
pub fn run(
    place: &(PathBuf, Keyring),
    file: &MergeFile,
    hands: &Hands,
) -> Result<Option<Box<Merged>>, Failure> {
    let Hands { way, given, back } = hands;
    let mut casebook = Casebook::open(&place.0, place.1.clone())?;
    let mut told = |doing: journal::Doing, done: u64, all: u64| way.tell(Doing::Merge(doing), done, all);
    let options = MergeOptions { other_case: file.other_case, ..MergeOptions::default() };
    let files = std::slice::from_ref(&file.path);
    let incoming =
        casebook.incoming(files, &options, way.stopping(), &mut told).map_err(|error| match &error {
            // What verbs say of an argument is a field here.
            CasebookError::OtherCase { .. } => {
                Failure { hint: say!("tui-merge-other-case-hint"), ..Failure::from(error) }
            }
            _ => Failure::from(error),
        })?;
    let preview = casebook.preview_merge(&incoming, &mut told)?;
    let nothing = preview.is_empty();
    let whose = Whose::of(&mut People::known(casebook.keys()?, &place.1)?, &preview);
    let previewed = Answer::Previewed(Box::new(preview), Box::new(whose));
    if back.send(previewed).is_err() || nothing || given.recv().is_err() {
        return Ok(None);
    }
    let merged = casebook.merge(&incoming, &mut told)?;
    people::meet(merged.by.iter().map(|by| &by.key), &place.1)?;
    Ok(Some(Box::new(merged)))
}
