//! How sure a measure is: the articles are drawn anew, with repetition, and measured again.

use super::count::{Counts, MEASURES};
use std::collections::BTreeMap;

/// How often the articles are drawn.
pub const ROUNDS: usize = 1000;
/// Where the drawing begins, so that the same input gives the same intervals.
const SEED: u64 = 0x0068_7564_6e61;

/// The middle 95 % of each measure over all rounds; nothing for fewer than two articles.
pub(super) fn intervals(articles: &[Counts]) -> BTreeMap<&'static str, [f64; 2]> {
    let mut values: [Vec<f64>; MEASURES.len()] = Default::default();
    if articles.len() < 2 {
        return BTreeMap::new();
    }
    let mut draw = Draw(SEED);
    for _ in 0..ROUNDS {
        let mut sum = Counts::default();
        for _ in articles {
            if let Some(article) = articles.get(draw.below(articles.len())) {
                sum.add(article);
            }
        }
        for (values, value) in values.iter_mut().zip(sum.measures()) {
            values.extend(value);
        }
    }
    let named = MEASURES.into_iter().zip(values);
    named.filter_map(|(name, mut values)| Some((name, middle(&mut values)?))).collect()
}

/// What lies between the lowest and the highest 2.5 %.
fn middle(values: &mut [f64]) -> Option<[f64; 2]> {
    values.sort_unstable_by(f64::total_cmp);
    let cut = values.len() / 40;
    Some([*values.get(cut)?, *values.get(values.len().checked_sub(cut + 1)?)?])
}

/// Numbers that look random (SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        usize::try_from((u128::from(z) * limit as u128) >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_hold_the_measure_and_are_the_same_each_time() {
        let article = |matched| Counts { matched, gold: 10, predicted: 10, ..Counts::default() };
        let articles: Vec<Counts> = (0..20).map(|n| article(n % 10)).collect();
        let found = intervals(&articles);
        let [low, high] = found["recall"];
        assert!(low < 0.45 && 0.45 < high && low > 0.25 && high < 0.65, "{low} {high}");
        assert_eq!(found, intervals(&articles));
        assert!(!found.contains_key("speaker"), "nothing was labelled with one");
        let same = intervals(&[article(7); 5])["f1"];
        assert_eq!(same, [0.7, 0.7]);
        assert!(intervals(&[article(7)]).is_empty());
    }

    #[test]
    fn every_article_is_drawn() {
        let mut draw = Draw(SEED);
        let mut drawn = [0; 7];
        (0..7000).for_each(|_| drawn[draw.below(7)] += 1);
        assert!(drawn.iter().all(|n| (850..1150).contains(n)), "{drawn:?}");
    }
}
