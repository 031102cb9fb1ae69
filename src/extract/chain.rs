//! Owns the account of how a speaker was settled: from the words at the cue to the fullest name.

use super::draft::{Mention, Who};

/// One step on the way to a speaker.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Step {
    /// How it was taken: `named`, `short_form`, `document`, `subject_left_out`, `he`, `she`, `it`,
    /// `same_speaker`, `nobody` or `fullest_name`.
    pub how: &'static str,
    /// The name so far; empty where nobody was found.
    pub name: String,
    /// The role so far.
    pub role: String,
}

impl Step {
    /// What `how` means.
    pub fn words(&self) -> &'static str {
        match self.how {
            "named" => "named at the cue",
            "short_form" => "a short form of",
            "document" => "a text, whose speaker is",
            "subject_left_out" => "the last speaker that fits (subject left out or a pronoun)",
            "he" => "a pronoun for a man",
            "she" => "a pronoun for a woman",
            "it" => "a pronoun for a body",
            "same_speaker" => "goes on for the speaker before",
            "fullest_name" => "the fullest name and role in the article",
            _ => "nobody is named",
        }
    }
}

fn step(how: &'static str, mention: &Mention) -> Step {
    Step { how, name: mention.name.clone(), role: mention.role.clone() }
}

/// The words at the cue, and whom they were taken to mean there.
pub(super) fn at_cue(who: &Who, meant: &Mention) -> Vec<Step> {
    let how = match who {
        Who::Named(named) if named.name == meant.name => return vec![step("named", meant)],
        Who::Named(named) => {
            let how = if named.document && named.definite { "document" } else { "short_form" };
            return vec![step("named", named), step(how, meant)];
        }
        Who::Last { .. } => "subject_left_out",
        Who::Person { feminine: false } => "he",
        Who::Person { feminine: true } => "she",
        Who::Body => "it",
        Who::Same => "same_speaker",
        Who::Nobody => "nobody",
    };
    vec![step(how, meant)]
}

/// The chain with what the whole document told, if that is more.
pub(super) fn ended(mut chain: Vec<Step>, name: &str, role: &str) -> Vec<Step> {
    if chain.last().is_none_or(|last| last.name != name || last.role != role) {
        chain.push(Step { how: "fullest_name", name: name.to_owned(), role: role.to_owned() });
    }
    chain
}
