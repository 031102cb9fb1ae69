//! Owns the kind of a claim: what its words tell that it is about.

use super::draft::Draft;
use super::lexicon::{Cue, class, tells};
use super::passage::Passage;
use super::weigh::heaviest;
use crate::model::{Kind, Polarity};

/// The kind of the claim before, and where it ends, in code points.
pub(super) type Before = Option<(Kind, usize)>;

/// What the words of one kind weigh: the heaviest, and all of them.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    most: u32,
    all: u32,
}

impl Sum {
    /// The heaviest word tells most; the others only support it, however many they are.
    fn weight(self) -> u32 {
        self.most + (self.all - self.most) * 3 / 10
    }

    fn take(&mut self, from: &mut Sum) {
        self.most = self.most.max(from.most);
        self.all += from.all;
        *from = Sum::default();
    }
}

/// In the order of the kinds.
type Sums = [Sum; Kind::ALL.len()];

/// Up to this many code points after a claim, one that tells nothing by itself is about the same.
const NEAR: usize = 300;
/// How much of the paragraph, before and after, such a claim is read with, in tokens.
const ABOUT: usize = 150;
/// What a word of the paragraph must weigh to tell what a claim in it is about.
const TELLING: u32 = 48 * SCALE;
/// Tenths of the heaviest kind's weight from which another fits too.
const NEARLY: u32 = 9;
/// In what the place of a word is counted.
const SCALE: u32 = 10;

/// The kind of a claim: what its words weigh most for, in the light of its cue.
pub(super) fn kind(
    p: &Passage<'_>,
    draft: &Draft,
    cue: Option<&Cue>,
    polarity: Polarity,
    before: Before,
) -> Kind {
    let of_cue = cue.and_then(|c| c.kind);
    let pledges = cue.is_some_and(|c| c.polarity == Some(Polarity::Commit));
    if of_cue == Some(Kind::Attribution) {
        return Kind::Attribution;
    }
    let mut sums = Sums::default();
    add(p, draft.content, &mut sums);
    if of_cue.is_none() && sums.iter().all(|sum| sum.most == 0) {
        return if polarity == Polarity::Commit {
            Kind::Commitment
        } else {
            around(p, draft.content, before)
        };
    }
    if of_cue.is_none() {
        pledge(&mut sums, polarity);
    }
    let found = first_that_fits(&sums);
    match of_cue {
        Some(Kind::Violation) if found != Kind::Attribution => Kind::Violation,
        Some(Kind::Diplomatic) if matches!(found, Kind::Attribution | Kind::Commitment | Kind::Other) => {
            Kind::Diplomatic
        }
        Some(Kind::Commitment) if !matches!(found, Kind::TroopMovement | Kind::Humanitarian) => {
            Kind::Commitment
        }
        _ if pledges && found == Kind::Other => Kind::Commitment,
        _ => found,
    }
}

/// Who threatens an attack, or demands its end, speaks of what is to be done, not of an attack.
fn pledge(sums: &mut Sums, polarity: Polarity) {
    let [attribution, casualty, violation, .., commitment, _, _] = sums;
    if matches!(polarity, Polarity::Commit | Polarity::Call) {
        *casualty = Sum::default();
        commitment.take(violation);
    }
    if polarity == Polarity::Commit {
        commitment.take(attribution);
    }
}

/// The kind of a claim whose words tell nothing: that of the claim just before, or of the paragraph.
fn around(p: &Passage<'_>, (from, to): (usize, usize), before: Before) -> Kind {
    let start = p.token(from).map_or(0, |t| t.start);
    if let Some((kind, _)) = before.filter(|&(kind, end)| kind != Kind::Other && start < end + NEAR) {
        return kind;
    }
    let mut sums = Sums::default();
    add(p, (from.saturating_sub(ABOUT), from), &mut sums);
    add(p, (to, p.len().min(to + ABOUT)), &mut sums);
    let telling = sums.iter().any(|sum| sum.most >= TELLING);
    if telling { first_that_fits(&sums) } else { Kind::Other }
}

/// Adds what the words of a range weigh: later ones less, those in clauses and phrases beside the point less still.
fn add(p: &Passage<'_>, (from, to): (usize, usize), sums: &mut Sums) {
    let (mut words, mut aside, mut inside, mut governed) = (0u32, false, 0u32, 0u32);
    let mut i = from;
    let verb = predicate(p, (from, to)).unwrap_or(from);
    while i < to {
        let opens = p.is(i, class::ASIDE);
        inside = if opens { 0 } else { inside + 1 };
        // "The men who fled the town were killed": the second verb is the main clause's again.
        let back = p.comma(i) || (inside > 3 && p.is(i, class::AUXILIARY));
        aside = (aside && !back) || (opens && i > from);
        let mut factor = (12 * SCALE).saturating_sub(words * SCALE / 3).max(4 * SCALE);
        if aside {
            factor /= 3;
        }
        if governed > 0 && i > from {
            factor = factor * 7 / 10;
        }
        if i < verb {
            factor /= 2;
        }
        let (length, weights) = heaviest(p, i, to, tells::KINDS, |w| !w.kinds.is_empty());
        for (kind, n) in &weights.kinds {
            let place = Kind::ALL.iter().position(|k| k == kind);
            if let Some(sum) = place.and_then(|place| sums.get_mut(place)) {
                let weight = factor * u32::from(*n);
                sum.all += weight;
                sum.most = sum.most.max(weight);
            }
        }
        governed = if p.is(i, class::PREPOSITION) { 3 } else { governed.saturating_sub(1) };
        words += u32::from(p.word(i));
        i += length;
    }
}

/// "The aid trucks have been hit": the English verb after its auxiliary, if it tells of a kind.
fn predicate(p: &Passage<'_>, (from, to): (usize, usize)) -> Option<usize> {
    if p.lexicon.arabic {
        // الدعوة إلى الهدنة كانت بسبب …: what it was, stands behind the verb.
        let copula =
            (from + 1..to.min(from + 6)).find(|&i| p.is(i, class::HOLD) && !p.is(i + 1, class::DONE));
        return copula.map(|verb| verb + 1);
    }
    let near = from..to.min(from + 10);
    let first = near.clone().find(|&i| p.is(i, class::AUXILIARY | class::ASIDE) || p.comma(i))?;
    let rest = class::AUXILIARY | class::ADVERB | class::NEGATION;
    let verb = (first..to).find(|&i| !p.is(i, rest))?;
    let (_, weights) = heaviest(p, verb, to, tells::KINDS, |w| !w.kinds.is_empty());
    (verb > first && weights.kinds.iter().any(|(_, n)| *n > 2)).then_some(verb)
}

/// Of the kinds that weigh nearly as much as the heaviest, the first.
fn first_that_fits(sums: &Sums) -> Kind {
    let most = sums.iter().map(|sum| sum.weight()).max().unwrap_or_default();
    let fits = |sum: &Sum| sum.most > 0 && sum.weight() * 10 >= most * NEARLY;
    let found = sums.iter().zip(Kind::ALL).find(|(sum, _)| fits(sum)).map(|(_, kind)| *kind);
    found.unwrap_or(Kind::Other)
}
