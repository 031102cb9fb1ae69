//! Whether a confidence means what it says: how often claims told with so much of it are right.

use super::count::MAIN;
use super::names::same_speaker;
use super::{Field, Labelled, ScoreError};
use serde::Serialize;

/// Predictions are sorted into so many bins by their confidence.
const BINS: usize = 5;

/// Confidence against how often it was right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calibration {
    /// Predicted claims with a confidence.
    pub claims: usize,
    /// The mean square of confidence less outcome (Brier 1950): 0 is perfect, 0.25 a coin's.
    pub brier: f64,
    /// The mean distance of confidence and share right over the bins, weighed by their claims
    /// (expected calibration error, Naeini and others 2015).
    pub error: f64,
    /// From low to high confidence; those without claims are left out.
    pub bins: Vec<Bin>,
}

/// Predictions of about the same confidence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bin {
    /// The lowest confidence that belongs here.
    pub from: f64,
    /// Claims.
    pub claims: usize,
    /// Their mean confidence.
    pub confidence: f64,
    /// How many of them are right, as a share: span at Jaccard 0.5 and speaker.
    pub right: f64,
}

/// Compares confidence and outcome; none where no prediction has a confidence.
pub fn calibration(field: &Field<'_>) -> Result<Option<Calibration>, ScoreError> {
    let mut told: Vec<(f64, bool)> = Vec::new();
    for article in &field.articles {
        let paired = article.pair(MAIN)?;
        let right = |j: usize| {
            let pair = paired.pairs.iter().find(|(_, predicted)| *predicted == j);
            pair.and_then(|pair| article.both(*pair))
                .is_some_and(|(g, p)| same_speaker(g.speaker.as_deref(), p.speaker.as_deref()))
        };
        let counted = article.predicted.iter().enumerate().filter(|(j, _)| !paired.excused.contains(j));
        told.extend(counted.filter_map(|(j, claim)| Some((confidence(claim)?, right(j)))));
    }
    Ok((!told.is_empty()).then(|| sum_up(&told)))
}

fn confidence(claim: &Labelled) -> Option<f64> {
    claim.confidence.filter(|value| (0.0..=1.0).contains(value))
}

fn sum_up(told: &[(f64, bool)]) -> Calibration {
    let outcome = |right: bool| if right { 1.0 } else { 0.0 };
    let all = told.len() as f64;
    let brier = told.iter().map(|(c, right)| (c - outcome(*right)).powi(2)).sum::<f64>() / all;
    let bin_of = |c: f64| ((c * BINS as f64) as usize).min(BINS - 1);
    let bins: Vec<Bin> = (0..BINS)
        .filter_map(|n| {
            let here: Vec<_> = told.iter().filter(|(c, _)| bin_of(*c) == n).collect();
            let count = here.len() as f64;
            (!here.is_empty()).then(|| Bin {
                from: n as f64 / BINS as f64,
                claims: here.len(),
                confidence: here.iter().map(|(c, _)| c).sum::<f64>() / count,
                right: here.iter().map(|(_, right)| outcome(*right)).sum::<f64>() / count,
            })
        })
        .collect();
    let error = bins.iter().map(|b| (b.confidence - b.right).abs() * b.claims as f64).sum::<f64>() / all;
    Calibration { claims: told.len(), brier, error, bins }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_is_held_against_what_was_right() {
        let told = [(0.9, true), (0.9, true), (0.9, true), (0.9, false), (0.1, false), (1.0, true)];
        let found = sum_up(&told);
        assert_eq!(found.claims, 6);
        let high = found.bins.last().unwrap();
        assert_eq!((found.bins.len(), high.claims, high.from, high.right), (2, 5, 0.8, 0.8));
        assert!((high.confidence - 0.92).abs() < 1e-9);
        // Five claims 0.12 off, one 0.1 off.
        assert!((found.error - 0.7 / 6.0).abs() < 1e-9, "{}", found.error);
        assert!((found.brier - (3.0 * 0.01 + 0.81 + 0.01) / 6.0).abs() < 1e-9, "{}", found.brier);
    }
}
