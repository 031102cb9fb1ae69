//! The claims of two extractors side by side.

use super::line::{self, Line};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::table::one_line;
use crate::cli::words;
use crate::model::{Extracted, Id};
use crate::{say, tell};
use serde::Serialize;
use std::collections::{HashMap, VecDeque};

/// A claim that one of them found, or both.
pub struct Pair {
    left: Option<Extracted>,
    right: Option<Extracted>,
}

impl Pair {
    fn any(&self) -> Option<&Extracted> {
        self.left.as_ref().or(self.right.as_ref())
    }

    /// The fields that differ where both found it.
    fn differing(&self) -> Vec<Field> {
        let (Some(left), Some(right)) = (&self.left, &self.right) else { return Vec::new() };
        let both = fields(left).into_iter().zip(fields(right));
        let differ = both.filter(|((_, left), (_, right))| left != right);
        differ.map(|((name, left), (_, right))| (name, left, right)).collect()
    }
}

/// A field's name, and its value on both sides.
type Field = (&'static str, String, String);

fn fields(claim: &Extracted) -> [(&'static str, String); 7] {
    [
        ("speaker", claim.speaker.clone()),
        ("role", claim.role.clone()),
        ("cue", claim.cue.clone()),
        ("via", claim.via.join(" > ")),
        ("quote", claim.quote.to_string()),
        ("polarity", claim.polarity.to_string()),
        ("kind", claim.kind.to_string()),
    ]
}

/// Brings together the claims with the same span; all in order of their place.
pub fn pairs(left: Vec<Extracted>, right: Vec<Extracted>) -> Vec<Pair> {
    let mut waiting: HashMap<(usize, usize), VecDeque<Extracted>> = HashMap::new();
    for claim in right {
        waiting.entry((claim.start, claim.end)).or_default().push_back(claim);
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for left in left {
        let right = waiting.get_mut(&(left.start, left.end)).and_then(VecDeque::pop_front);
        pairs.push(Pair { left: Some(left), right });
    }
    let rest = waiting.into_values().flatten();
    pairs.extend(rest.map(|right| Pair { left: None, right: Some(right) }));
    // Stable, and of what stands at one place the left side first.
    pairs.sort_by_key(|pair| {
        let place = pair.any().map(|claim| (claim.start, std::cmp::Reverse(claim.end)));
        (place, pair.left.is_none())
    });
    pairs
}

/// What one or both found, as one line of JSON.
#[derive(Serialize)]
pub struct PairLine<'a> {
    file: &'a str,
    document: &'a Id,
    r#where: &'static str,
    differing: Vec<&'static str>,
    left: Option<Line<'a>>,
    right: Option<Line<'a>>,
}

/// The line of a pair.
pub fn line<'a>(file: &'a str, document: &'a Id, pair: &'a Pair) -> PairLine<'a> {
    PairLine {
        file,
        document,
        r#where: match pair {
            Pair { right: None, .. } => "left",
            Pair { left: None, .. } => "right",
            _ => "both",
        },
        differing: pair.differing().into_iter().map(|(name, ..)| name).collect(),
        left: pair.left.as_ref().map(|claim| line::line(file, document, claim)),
        right: pair.right.as_ref().map(|claim| line::line(file, document, claim)),
    }
}

/// Prints how many there are of each sort, then all.
pub fn print(pairs: &[Pair], left: &str, right: &str, out: &mut Output) -> Result<(), Failure> {
    let only = |side: fn(&Pair) -> bool| pairs.iter().filter(|pair| side(pair)).count();
    let (only_left, only_right) = (only(|pair| pair.right.is_none()), only(|pair| pair.left.is_none()));
    let differ = pairs.iter().filter(|pair| !pair.differing().is_empty()).count();
    let same = pairs.len() - only_left - only_right - differ;
    out.line(&tell!(
        "compare-sums",
        same = same,
        differ = differ,
        first = only_left,
        left = left,
        second = only_right,
        right = right,
    ))?;
    for pair in pairs {
        let Some(claim) = pair.any() else { continue };
        let differing = pair.differing();
        let what = match pair {
            Pair { right: None, .. } => tell!("compare-only", side = left),
            Pair { left: None, .. } => tell!("compare-only", side = right),
            _ if differing.is_empty() => tell!("compare-same"),
            _ => tell!("compare-differs", left = left, right = right),
        };
        out.named(super::PLACE, &format!("{}-{}", claim.start, claim.end), &what)?;
        out.pair(&say!("explain-claim"), &one_line(&claim.text))?;
        if pair.left.is_none() || pair.right.is_none() {
            for (name, value) in fields(claim).iter().filter(|(_, value)| !value.is_empty()) {
                out.pair(&words::field(name), &one_line(&words::value(name, value)))?;
            }
        }
        for (name, left, right) in differing {
            let value = |value: &str| match value.is_empty() {
                true => "-".to_owned(),
                false => one_line(&words::value(name, value)),
            };
            out.pair(&words::field(name), &value(&left))?;
            out.named(super::BELOW, &say!("compare-or"), &value(&right))?;
        }
    }
    Ok(())
}
