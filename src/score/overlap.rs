//! Which spans lie on each other, and which of them belong together.

use super::span::Span;

/// So many pairs of spans are compared in one article; no honest file comes near.
const MOST: usize = 4_000_000;

/// Two spans that lie on each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shared {
    /// Index into the first spans.
    pub left: usize,
    /// Index into the second.
    pub right: usize,
    /// How many code points are in both.
    pub both: i64,
    /// How many are in either.
    either: i64,
}

impl Shared {
    /// What is in both as a share of what is in either.
    pub fn jaccard(&self) -> f64 {
        self.both as f64 / self.either as f64
    }
}

/// All pairs that share at least one code point; none where there are too many to compare.
pub fn overlapping(left: &[Span], right: &[Span]) -> Option<Vec<Shared>> {
    let on = |side: bool, spans: &[Span]| {
        let real = spans.iter().enumerate().filter(|(_, span)| span.1 > span.0);
        real.map(|(at, span)| (*span, side, at)).collect::<Vec<_>>()
    };
    let mut all = on(false, left);
    all.extend(on(true, right));
    all.sort_unstable();
    let mut found = Vec::new();
    let mut open: [Vec<(Span, usize)>; 2] = Default::default();
    for (span, side, at) in all {
        let [ours, theirs] = &mut open;
        let (ours, theirs) = if side { (theirs, ours) } else { (ours, theirs) };
        theirs.retain(|(other, _)| other.1 > span.0);
        if found.len() + theirs.len() > MOST {
            return None;
        }
        for (other, place) in theirs.iter() {
            let (left, right) = if side { (*place, at) } else { (at, *place) };
            let both = span.1.min(other.1) - span.0.max(other.0);
            let either = (span.1 - span.0) + (other.1 - other.0) - both;
            found.push(Shared { left, right, both, either });
        }
        ours.push((span, at));
    }
    Some(found)
}

/// Pairs of spans with at least this Jaccard index, each span in one pair at most: the greatest first,
/// of equal ones the last.
pub fn one_to_one(left: &[Span], right: &[Span], least: f64) -> Option<Vec<(usize, usize)>> {
    let mut ranked = overlapping(left, right)?;
    ranked.retain(|shared| shared.jaccard() >= least);
    ranked.sort_unstable_by(|a, b| {
        b.jaccard().total_cmp(&a.jaccard()).then((b.left, b.right).cmp(&(a.left, a.right)))
    });
    let (mut lefts, mut rights) = (vec![false; left.len()], vec![false; right.len()]);
    let mut pairs = Vec::new();
    for shared in ranked {
        if let (Some(l @ false), Some(r @ false)) = (lefts.get_mut(shared.left), rights.get_mut(shared.right))
        {
            (*l, *r) = (true, true);
            pairs.push((shared.left, shared.right));
        }
    }
    Some(pairs)
}

/// The places that are in any of the spans, as spans that lie apart, in order.
pub fn union(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.filter(|span| span.1 > span.0).collect();
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => out.push(span),
        }
    }
    out
}

/// How many places are in both of two unions.
pub fn common(left: &[Span], right: &[Span]) -> i64 {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(a), Some(b)) = (left.get(i), right.get(j)) {
        both += (a.1.min(b.1) - a.0.max(b.0)).max(0);
        if a.1 < b.1 { i += 1 } else { j += 1 }
    }
    both
}

/// How many places are in a union.
pub fn size(spans: &[Span]) -> i64 {
    spans.iter().map(|span| span.1 - span.0).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_better_pair_comes_first() {
        let pairs = one_to_one(&[(0, 10), (2, 9)], &[(2, 10), (0, 4)], 0.3).unwrap();
        assert_eq!(pairs, [(1, 0), (0, 1)]);
        let equal = one_to_one(&[(0, 4), (0, 4)], &[(0, 4), (0, 4)], 0.5).unwrap();
        assert_eq!(equal, [(1, 1), (0, 0)]);
        assert_eq!(one_to_one(&[(3, 3), (5, 2)], &[(0, 9)], 0.01).unwrap(), []);
    }

    #[test]
    fn too_many_are_refused_early() {
        let same = vec![(0, 9); 3000];
        assert_eq!(overlapping(&same, &same), None);
        let apart: Vec<Span> = (0..3000).map(|n| (n * 10, n * 10 + 9)).collect();
        assert_eq!(overlapping(&apart, &apart).unwrap().len(), 3000);
    }

    proptest! {
        #[test]
        fn sweeping_finds_what_comparing_all_finds(
            left in proptest::collection::vec((-5i64..40, -5i64..40), 0..12),
            right in proptest::collection::vec((-5i64..40, -5i64..40), 0..12),
        ) {
            let mut swept: Vec<_> =
                overlapping(&left, &right).unwrap().iter().map(|s| (s.left, s.right, s.both)).collect();
            swept.sort_unstable();
            let mut all = Vec::new();
            for (i, a) in left.iter().enumerate() {
                for (j, b) in right.iter().enumerate() {
                    let both = a.1.min(b.1) - a.0.max(b.0);
                    if both > 0 && a.1 > a.0 && b.1 > b.0 {
                        all.push((i, j, both));
                    }
                }
            }
            prop_assert_eq!(swept, all);
            let (l, r) = (union(left.iter().copied()), union(right.iter().copied()));
            let inside = |spans: &[Span], at: i64| spans.iter().any(|s| s.0 <= at && at < s.1);
            let counted = (-9..50).filter(|&at| inside(&left, at) && inside(&right, at)).count();
            prop_assert_eq!(common(&l, &r), counted as i64);
            prop_assert_eq!(size(&l), (-9..50).filter(|&at| inside(&left, at)).count() as i64);
        }
    }
}
