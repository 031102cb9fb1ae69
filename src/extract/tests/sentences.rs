//! Tables of labelled sentences (our own, with people and places that do not exist), one claim in each.

use super::extractor;
use crate::model::{Extracted, Kind, Polarity};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    text: String,
    span: String,
    speaker: String,
    polarity: Polarity,
    kind: Kind,
}

/// Of how many sentences, in hundredths, each part of the claim is as labelled.
#[derive(Debug, Default)]
struct Score {
    found: usize,
    exact: usize,
    speaker: usize,
    polarity: usize,
    kind: usize,
    /// F1 of each polarity, and how many sentences have it.
    each: Vec<(Polarity, usize, usize)>,
}

fn labelled(table: &str) -> Vec<Labelled> {
    table.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn best(row: &Labelled, language: &str) -> Option<Extracted> {
    let at = row.text.find(&row.span).unwrap();
    let from = row.text[..at].chars().count();
    let to = from + row.span.chars().count();
    let claims = extractor().extract(&row.text);
    assert!(claims.iter().all(|c| c.language == language), "{}", row.text);
    let jaccard = |c: &Extracted| {
        let both = c.end.min(to).saturating_sub(c.start.max(from));
        both as f64 / (c.end.max(to) - c.start.min(from)) as f64
    };
    claims.into_iter().filter(|c| jaccard(c) >= 0.5).max_by(|a, b| jaccard(a).total_cmp(&jaccard(b)))
}

fn score(table: &str, language: &str) -> Score {
    let rows = labelled(table);
    let mut score = Score::default();
    let mut seen = Vec::new();
    for row in &rows {
        let claim = best(row, language);
        seen.push((row.polarity, claim.as_ref().map(|c| c.polarity)));
        let Some(claim) = claim else { continue };
        let outside = |c: char| c.is_whitespace() || ".,\"“”«»".contains(c);
        score.found += 1;
        score.exact += usize::from(claim.text.trim_matches(outside) == row.span.trim_matches(outside));
        score.speaker += usize::from(claim.speaker.to_lowercase() == row.speaker.to_lowercase());
        score.polarity += usize::from(claim.polarity == row.polarity);
        score.kind += usize::from(claim.kind == row.kind);
    }
    for part in [&mut score.found, &mut score.exact, &mut score.speaker, &mut score.polarity, &mut score.kind]
    {
        *part = *part * 100 / rows.len();
    }
    for &polarity in Polarity::ALL {
        let count = |wanted: bool, got: bool| {
            seen.iter().filter(|(w, g)| (*w == polarity) == wanted && (*g == Some(polarity)) == got).count()
        };
        let (hit, missed, wrong) = (count(true, true), count(true, false), count(false, true));
        score.each.push((polarity, 200 * hit / (2 * hit + missed + wrong).max(1), hit + missed));
    }
    score
}

#[test]
fn french_sentences_are_read_from_one_file() {
    let score = score(include_str!("data/fr.jsonl"), "fr");
    assert!(score.found >= 96 && score.exact >= 95 && score.speaker >= 95, "{score:?}");
    assert!(score.polarity >= 95 && score.kind >= 90, "{score:?}");
    assert!(score.each.iter().all(|&(_, f1, n)| f1 >= 90 && n >= 10), "{score:?}");
}

#[test]
fn english_sentences_have_the_polarity_that_they_are_labelled_with() {
    let score = score(include_str!("data/en.jsonl"), "en");
    assert!(score.found >= 96 && score.exact >= 95 && score.speaker >= 95, "{score:?}");
    assert!(score.polarity >= 93 && score.kind >= 80, "{score:?}");
    assert!(score.each.iter().all(|&(_, f1, n)| f1 >= 90 && n >= 12), "{score:?}");
}
