//! Owns the kind of an Arabic claim: that of its main predicate.
//!
//! The first words weigh most: a noun phrase begins with what is claimed, a clause has its predicate right
//! behind its subject. Relative clauses and adjuncts weigh little, the addressee of a demand too.

use crate::extract::draft::Draft;
use crate::extract::lexicon::{Cue, class, prefix};
use crate::extract::passage::Passage;
use crate::extract::weigh::{first_that_fits, heaviest};
use crate::model::{Kind, Polarity};

/// What a word weighs by its place among the words.
const PLACES: [u32; 12] = [24, 24, 22, 20, 17, 14, 11, 9, 8, 7, 6, 5];
const LATER: u32 = 4;
/// What is divided off in a relative clause or an adjunct.
const ASIDE: u32 = 3;
/// What a pledge adds to the kind of pledges: of a verb of pledging, and by the content alone.
const PLEDGES: (u32, u32) = (48, 20);

pub(in crate::extract) fn kind(
    p: &Passage<'_>,
    draft: &Draft,
    cue: Option<&Cue>,
    polarity: Polarity,
) -> Kind {
    if let Some(kind) = cue.and_then(|c| c.kind) {
        return if kind == Kind::Violation && stands_behind(p, draft.content) {
            Kind::Attribution
        } else {
            kind
        };
    }
    let mut sums = [0u32; Kind::ALL.len()];
    let add = |sums: &mut [u32], kind: Kind, n: u32| {
        let place = Kind::ALL.iter().position(|k| *k == kind);
        if let Some(sum) = place.and_then(|place| sums.get_mut(place)) {
            *sum += n;
        }
    };
    let (from, to) = draft.content;
    let act = if cue.is_some_and(|c| c.target) { act(p, from, to) } else { from };
    let (mut words, mut aside) = (0usize, false);
    let mut i = from;
    while i < to {
        aside = (aside && !p.comma(i)) || (p.is(i, class::ASIDE) && i > act);
        let place = PLACES.get(words).copied().unwrap_or(LATER);
        let factor = if i < act { LATER } else { place / if aside { ASIDE } else { 1 } };
        let (length, weights) = heaviest(p, i, to);
        for &(kind, n) in &weights.kinds {
            let kind = if kind == Kind::Violation && stopped(p, from, i) { Kind::Commitment } else { kind };
            add(&mut sums, kind, factor * u32::from(n));
        }
        words += usize::from(i >= act && p.word(i));
        i += length;
    }
    if polarity == Polarity::Commit {
        let pledges = cue.is_some_and(|c| c.polarity == Some(Polarity::Commit));
        add(&mut sums, Kind::Commitment, if pledges { PLEDGES.0 } else { PLEDGES.1 });
    }
    first_that_fits(&sums)
}

/// Where what the addressee shall do begins: (الأطراف) إلى …, (الجيش) بـ….
fn act(p: &Passage<'_>, from: usize, to: usize) -> usize {
    let preposition = |i: usize| matches!(p.key(i), "الي" | "علي") || p.prefix(i, prefix::BA);
    (from + 1..to.min(from + 10)).find(|&i| preposition(i)).filter(|_| !preposition(from)).unwrap_or(from)
}

/// "وقف إطلاق النار", also with words between: the stop is what is claimed.
fn stopped(p: &Passage<'_>, from: usize, i: usize) -> bool {
    let stop = |key: &str| ["وقف", "اوقف", "يوقف", "ايقاف", "توقف"].iter().any(|stem| key.starts_with(stem));
    (from.max(i.saturating_sub(3))..i).any(|j| stop(p.key(j)))
}

fn stands_behind(p: &Passage<'_>, (from, to): (usize, usize)) -> bool {
    (from..to.min(from + 8)).any(|i| {
        matches!(p.key(i), "بالوقوف" | "الوقوف") && p.key(i + 1) == "وراء"
            || matches!(p.key(i), "بالتورط" | "بالضلوع" | "بتدبير")
    })
}
