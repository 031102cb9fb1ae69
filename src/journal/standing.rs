//! What stands of a claim's verdicts, and the status that follows.

use crate::model::{Standing, Status};
use crate::store::{self, Connection, Result, verdict::Candidate};
use std::collections::{BTreeSet, HashSet};

/// Works out which verdicts stand on a claim, what they say together, and the claim's status.
pub fn refresh(conn: &Connection, claim: i64) -> Result<()> {
    let candidates = store::verdict::candidates(conn, claim)?;
    let standing = standing(&candidates);
    for candidate in &candidates {
        let stands = standing.contains(&candidate.num);
        if i64::from(stands) != candidate.said {
            store::verdict::set_standing(conn, candidate.num, stands)?;
        }
    }
    let Some((set_status, dismissed, edited)) = store::claim::state(conn, claim)? else {
        return Ok(());
    };
    let own = Own { set_status: &set_status, dismissed: &dismissed, edited };
    let worked_on = || store::claim::is_worked_on(conn, claim);
    let (status, said) = status(&candidates, &own, worked_on)?;
    store::claim::set_standing(conn, claim, status.code(), &said)
}

/// What of a claim's own row its status hangs on.
pub struct Own<'a> {
    /// The status set by hand.
    pub set_status: &'a str,
    /// Why it was dismissed.
    pub dismissed: &'a str,
    /// Whether a person wrote any field.
    pub edited: bool,
}

/// A claim's status, and what its standing verdicts say together.
pub fn status(
    candidates: &[Candidate],
    own: &Own,
    worked_on: impl FnOnce() -> Result<bool>,
) -> Result<(Status, Standing)> {
    let standing = standing(candidates);
    let said = together(candidates.iter().filter(|c| standing.contains(&c.num)));
    let worked_on = own.edited || !candidates.is_empty() || worked_on()?;
    let status = match said {
        _ if !own.dismissed.is_empty() => Status::Dismissed,
        _ if own.set_status == Status::Published.code() => Status::Published,
        Standing::None if worked_on || own.set_status == Status::InProgress.code() => Status::InProgress,
        Standing::None => Status::New,
        _ => Status::Checked,
    };
    Ok((status, said))
}

/// Whether the table says of each verdict on a claim what is so.
pub fn is_said_well(candidates: &[Candidate]) -> bool {
    let standing = standing(candidates);
    candidates.iter().all(|c| c.said == i64::from(standing.contains(&c.num)))
}

/// The verdicts that are their checker's present word: not taken back, not named by a later one of theirs.
fn standing(candidates: &[Candidate]) -> HashSet<i64> {
    let replaced: HashSet<(i64, &str)> = candidates
        .iter()
        .filter(|c| !c.undone)
        .flat_map(|c| c.basis.iter().map(|id| (c.checker, id.as_str())))
        .collect();
    candidates
        .iter()
        .filter(|c| !c.undone && !c.withdrawn && !replaced.contains(&(c.checker, c.id.as_str())))
        .map(|c| c.num)
        .collect()
}

/// What standing verdicts say together. Blind ratings are there to be compared, not to dispute.
fn together<'a>(standing: impl Iterator<Item = &'a Candidate>) -> Standing {
    let (blind, open): (Vec<&Candidate>, Vec<&Candidate>) = standing.partition(|c| c.blind);
    let ratings = |of: &[&'a Candidate]| of.iter().map(|c| c.rating.as_str()).collect::<BTreeSet<_>>();
    let (open, blind) = (ratings(&open), ratings(&blind));
    match (open.first(), open.len(), blind.first(), blind.len()) {
        (Some(rating), 1, _, _) => Standing::Rated((*rating).to_owned()),
        (Some(_), _, _, _) => Standing::Disputed,
        (None, _, Some(rating), 1) => Standing::Rated((*rating).to_owned()),
        _ => Standing::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(num: i64, checker: i64, rating: &str, basis: &[i64]) -> Candidate {
        let basis = basis.iter().map(|n| format!("v{n}")).collect();
        let (blind, undone, withdrawn) = (false, false, false);
        Candidate {
            num,
            id: format!("v{num}"),
            rating: rating.into(),
            checker,
            blind,
            basis,
            undone,
            withdrawn,
            said: 0,
        }
    }

    fn say(candidates: &[Candidate]) -> Standing {
        let standing = standing(candidates);
        together(candidates.iter().filter(|c| standing.contains(&c.num)))
    }

    #[test]
    fn a_checkers_newer_verdict_replaces_their_own() {
        assert_eq!(
            say(&[verdict(1, 1, "true", &[]), verdict(2, 1, "false", &[1])]),
            Standing::Rated("false".into())
        );
    }

    #[test]
    fn nobody_replaces_anothers() {
        assert_eq!(say(&[verdict(1, 1, "true", &[]), verdict(2, 2, "false", &[1])]), Standing::Disputed);
        assert_eq!(
            say(&[verdict(1, 1, "true", &[]), verdict(2, 2, "true", &[])]),
            Standing::Rated("true".into())
        );
    }

    #[test]
    fn an_undone_verdict_gives_its_place_back_and_a_withdrawn_one_does_not() {
        let mut later = verdict(2, 1, "false", &[1]);
        later.withdrawn = true;
        assert_eq!(say(&[verdict(1, 1, "true", &[]), later.clone()]), Standing::None);
        later.undone = true;
        assert_eq!(say(&[verdict(1, 1, "true", &[]), later]), Standing::Rated("true".into()));
    }

    #[test]
    fn blind_ratings_do_not_dispute() {
        let mut second = verdict(2, 2, "false", &[]);
        second.blind = true;
        assert_eq!(say(&[verdict(1, 1, "true", &[]), second.clone()]), Standing::Rated("true".into()));
        assert_eq!(say(&[second]), Standing::Rated("false".into()));
    }
}
