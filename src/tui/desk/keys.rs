//! Whose keys wrote in the casebook, in words.

use super::order::{Failure, KeyOf};
use crate::journal::Casebook;
use crate::model::KeyState;
use crate::people::{self, People};
use crate::say;
use crate::tell;
use crate::tui::words::moment;

/// All of them; that they were met is noted, as `hudna trust` does.
pub fn all(casebook: &Casebook) -> Result<Vec<KeyOf>, Failure> {
    let people = People::known(casebook.keys()?, casebook.keyring())?;
    people::meet(people.keys().iter(), casebook.keyring())?;
    Ok(people.keys().iter().map(|key| told(&people, key)).collect())
}

fn told(people: &People, key: &KeyState) -> KeyOf {
    let known = people.trust().of(&key.fingerprint);
    let mut about: Vec<(String, String)> =
        people.state_words(key).into_iter().map(|words| (say!("trust-key"), words.text)).collect();
    if let Some(known) = known {
        if !known.note.is_empty() {
            about.push((say!("trust-note"), known.note.clone()));
        }
        about.push((say!("trust-first-met"), say!("trust-here", at = moment(known.seen))));
    }
    about.push((
        say!("trust-wrote"),
        match key.first_entry {
            Some(at) => say!("trust-entries", n = key.entries, at = moment(at)),
            None => say!("trust-nothing-here"),
        },
    ));
    let namesakes = people.namesakes(key).into_iter();
    KeyOf {
        key: key.clone(),
        name: if key.name.is_empty() { say!("trust-no-name") } else { key.name.clone() },
        trust: people.trust_words(key).text,
        about,
        warnings: namesakes.map(|other| tell!("trust-namesake-warning", other = other).text).collect(),
        no_trust: people.no_trust_in(key),
    }
}
