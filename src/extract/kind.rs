//! Owns the kind of a claim: what its words tell that it is about.

use super::draft::Draft;
use super::lexicon::{Cue, class, part, tells};
use super::passage::Passage;
use super::token::{Sort, Token};
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

/// Who threatens an attack, or demands its end, speaks of what is to be done, not of an attack or who was
/// behind it.
fn pledge(sums: &mut Sums, polarity: Polarity) {
    let [attribution, casualty, violation, .., commitment, _, _] = sums;
    match polarity {
        Polarity::Commit => commitment.take(attribution),
        Polarity::Call => *attribution = Sum::default(),
        _ => return,
    }
    *casualty = Sum::default();
    commitment.take(violation);
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
    let (mut words, mut place, mut near) = (0u32, Place::default(), Near::default());
    let verb = predicate(p, (from, to)).unwrap_or(from);
    let mut i = from;
    while let Some(token) = p.token(i).filter(|_| i < to) {
        place.enter(token, i > from);
        near.enter(p, token, i);
        let (mut length, mut kinds) = (1, &[][..]);
        if token.hit.tells & (tells::KINDS | tells::PARTS) != 0 || token.hit.class & class::PRONOUN != 0 {
            let mut factor = (12 * SCALE).saturating_sub(words * SCALE / 3).max(4 * SCALE);
            factor = place.lessen(factor, i > from);
            if i < verb {
                factor /= 2;
            }
            (length, kinds) = weigh(p, (i, to), factor, &mut near, sums);
        }
        near.leave(p, i, kinds, length);
        place.leave(token);
        words += u32::from(matches!(token.sort, Sort::Word | Sort::Number));
        i += length;
    }
}

/// Adds what the word or phrase that stands here weighs; gives how many words it has, and what it tells.
fn weigh<'a>(
    p: &Passage<'a>,
    (i, to): (usize, usize),
    factor: u32,
    near: &mut Near,
    sums: &mut Sums,
) -> (usize, &'a [(Kind, u8)]) {
    let (length, weights) = heaviest(p, i, to, tells::KINDS, |w| !w.kinds.is_empty());
    near.cleft(p, (i, to), sums, factor);
    near.lead(p, i, sums);
    let offered = offers(p, (i, length, to), &weights.kinds);
    for &(kind, n) in &weights.kinds {
        let (kind, factor) = if offered { (Kind::Commitment, factor) } else { near.lessen(kind, n, factor) };
        add_one(sums, kind, factor * u32::from(n));
    }
    (length, &weights.kinds)
}

fn add_one(sums: &mut Sums, kind: Kind, weight: u32) {
    let place = Kind::ALL.iter().position(|k| *k == kind);
    if let Some(sum) = place.and_then(|place| sums.get_mut(place)) {
        sum.all += weight;
        sum.most = sum.most.max(weight);
    }
}

/// "A proposal for a truce", مقترح التهدئة: the talk is of the truce.
fn offers(p: &Passage<'_>, (i, length, to): (usize, usize, usize), kinds: &[(Kind, u8)]) -> bool {
    if !kinds.iter().any(|&(kind, n)| kind == Kind::Diplomatic && (1..=4).contains(&n)) {
        return false;
    }
    let verb = if p.lexicon.arabic { class::FINITE } else { class::AUXILIARY };
    let next =
        (i + length..to.min(i + length + 4)).take_while(|&j| !p.comma(j) && !p.is(j, verb | class::ASIDE));
    next.into_iter().any(|j| {
        let (_, weights) = heaviest(p, j, to, tells::KINDS, |w| !w.kinds.is_empty());
        weights.kinds.iter().any(|&(kind, n)| kind == Kind::Commitment && n >= 4)
    })
}

/// Whether a word stands beside the point: in a relative clause, an adjunct, a prepositional phrase.
#[derive(Default)]
struct Place {
    aside: bool,
    /// How many tokens ago the clause beside the point began.
    inside: u32,
    /// How many tokens a preposition still governs.
    governed: u32,
}

impl Place {
    fn enter(&mut self, token: &Token, later: bool) {
        let opens = token.hit.class & class::ASIDE != 0;
        self.inside = if opens { 0 } else { self.inside + 1 };
        // "The men who fled the town were killed": the second verb is the main clause's again.
        let verb = token.hit.class & class::AUXILIARY != 0;
        let back = token.sort == Sort::Comma || (self.inside > 3 && verb);
        self.aside = (self.aside && !back) || (opens && later);
    }

    fn lessen(&self, factor: u32, later: bool) -> u32 {
        let factor = if self.aside { factor / 3 } else { factor };
        if self.governed > 0 && later { factor * 7 / 10 } else { factor }
    }

    fn leave(&mut self, token: &Token) {
        let governs = token.hit.class & class::PREPOSITION != 0;
        self.governed = if governs { 3 } else { self.governed.saturating_sub(1) };
    }
}

/// What the words just before make of a word.
#[derive(Default)]
struct Near {
    /// An attack was told of.
    attack: bool,
    /// How many tokens may still name what an attack hit.
    hit: usize,
    /// How many tokens may still name harm that is kept away: "without casualties", تجنب.
    spared: usize,
    /// How many tokens may still name an attack that is to stop: وقف, "refrain from".
    stopped: usize,
    /// How many tokens may still name who an attack killed: "…, killing two".
    killing: usize,
    /// How many tokens may still name what is a means to an end: تمهد الهدنة لـ….
    means: usize,
}

impl Near {
    fn enter(&mut self, p: &Passage<'_>, token: &Token, i: usize) {
        self.means = self.means.saturating_sub(1);
        let verb = if p.lexicon.arabic { class::FINITE } else { class::AUXILIARY };
        if token.sort == Sort::Comma || token.hit.class & verb != 0 {
            self.hit = 0;
        }
        let after_comma = || i.checked_sub(1).is_some_and(|before| p.comma(before));
        if self.attack && after_comma() && p.ends(i, &p.lexicon.tails.ing) {
            self.killing = 8;
        }
    }

    fn lessen(&self, kind: Kind, n: u8, factor: u32) -> (Kind, u32) {
        match kind {
            Kind::Violation if self.stopped > 0 && n >= 3 => (Kind::Commitment, factor),
            Kind::Violation | Kind::Casualty if self.spared > 0 => (kind, factor * 3 / 10),
            Kind::Casualty if self.killing > 0 => (kind, factor / 3),
            Kind::Commitment if self.means > 0 && n >= 4 => (kind, factor * 4 / 10),
            Kind::Humanitarian | Kind::TroopMovement | Kind::Territorial if self.hit > 0 => {
                (kind, factor * 3 / 10)
            }
            _ => (kind, factor),
        }
    }

    /// هو من قصف: who it was that did it.
    fn cleft(&self, p: &Passage<'_>, (i, to): (usize, usize), sums: &mut Sums, factor: u32) {
        if !p.lexicon.arabic || !p.is(i, class::PRONOUN) || !p.is(i + 1, class::RELATIVE) {
            return;
        }
        let attack = |j: usize| p.entry(j).weights.kinds.iter().any(|&(k, n)| k == Kind::Violation && n >= 3);
        if (i + 2..to.min(i + 6)).any(attack) {
            add_one(sums, Kind::Attribution, factor * 6);
        }
    }

    /// "The truce will allow for talks": what a truce is to lead to is said of it.
    fn lead(&mut self, p: &Passage<'_>, i: usize, sums: &mut Sums) {
        if !p.part(i, part::LEADING) {
            return;
        }
        let [.., commitment, _, _] = sums;
        commitment.most = commitment.most * 4 / 10;
        commitment.all = commitment.all * 4 / 10;
        self.means = if p.lexicon.arabic { 3 } else { 0 };
    }

    fn leave(&mut self, p: &Passage<'_>, i: usize, kinds: &[(Kind, u8)], length: usize) {
        let attack = |least: u8| kinds.iter().any(|&(k, n)| k == Kind::Violation && n >= least);
        self.attack |= attack(3);
        let left = |set: bool, reach: usize, now: usize| if set { reach } else { now.saturating_sub(length) };
        self.hit = left(attack(4), 3, self.hit);
        self.spared = left(p.part(i, part::SPARING), 4, self.spared);
        self.stopped = left(p.part(i, part::STOPPING), 3, self.stopped);
        self.killing = self.killing.saturating_sub(length);
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
