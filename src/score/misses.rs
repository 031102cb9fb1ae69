//! What was missed, found too much, or told otherwise.

use super::count::{MAIN, fields};
use super::{Article, Field, Labelled, ScoreError, span};

/// How a claim fared that did not fare well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Labelled and not predicted.
    Missed,
    /// Predicted and not labelled.
    Extra,
    /// Both, with other fields.
    Differs,
}

impl What {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            What::Missed => "missed",
            What::Extra => "extra",
            What::Differs => "differs",
        }
    }
}

/// A claim that did not fare well.
pub struct Miss<'a> {
    /// How.
    pub what: What,
    /// Base name of the article.
    pub file: &'a str,
    /// As labelled, and the words there.
    pub gold: Option<(&'a Labelled, &'a str)>,
    /// As predicted, and the words there.
    pub predicted: Option<(&'a Labelled, &'a str)>,
    /// The fields that differ.
    pub fields: Vec<&'static str>,
}

/// All of them at Jaccard 0.5, by article and place. Spans that are equal once trimmed do not differ.
pub fn misses<'a>(field: &'a Field<'_>) -> Result<Vec<Miss<'a>>, ScoreError> {
    let mut all = Vec::new();
    for article in &field.articles {
        let mut misses = of(article)?;
        misses.sort_by_key(|miss| miss.gold.or(miss.predicted).map(|(claim, _)| claim.span()));
        all.append(&mut misses);
    }
    Ok(all)
}

fn of<'a>(article: &'a Article<'_>) -> Result<Vec<Miss<'a>>, ScoreError> {
    let paired = article.pair(MAIN)?;
    let words = |claim: &'a Labelled| {
        let inside = 0 <= claim.start && claim.start < claim.end && claim.end <= article.text.len() as i64;
        let given = claim.text.as_deref().unwrap_or_default();
        (claim, if inside { span::slice(&article.text, claim.span()) } else { given })
    };
    let miss = |what, gold: Option<&'a Labelled>, predicted: Option<&'a Labelled>, fields| Miss {
        what,
        file: article.name,
        gold: gold.map(words),
        predicted: predicted.map(words),
        fields,
    };
    let (mut lefts, mut rights) = (vec![false; article.gold.len()], vec![false; article.predicted.len()]);
    paired.excused.iter().for_each(|&at| super::set(&mut rights, at));
    let mut misses = Vec::new();
    for &(i, j) in &paired.pairs {
        super::set(&mut lefts, i);
        super::set(&mut rights, j);
        let Some((gold, predicted)) = article.both((i, j)) else { continue };
        let differing = differing(article, gold, predicted);
        if !differing.is_empty() {
            misses.push(miss(What::Differs, Some(gold), Some(predicted), differing));
        }
    }
    let left_over = |claims: &[&'a Labelled], taken: &[bool]| {
        claims.iter().zip(taken).filter(|(_, taken)| !**taken).map(|(claim, _)| *claim).collect::<Vec<_>>()
    };
    let gold = left_over(&article.gold, &lefts).into_iter();
    misses.extend(gold.map(|claim| miss(What::Missed, Some(claim), None, Vec::new())));
    let predicted = left_over(&article.predicted, &rights).into_iter();
    misses.extend(predicted.map(|claim| miss(What::Extra, None, Some(claim), Vec::new())));
    Ok(misses)
}

fn differing(article: &Article<'_>, gold: &Labelled, predicted: &Labelled) -> Vec<&'static str> {
    let trimmed = |claim: &Labelled| span::trimmed(claim.span(), &article.text);
    let span = if trimmed(gold) == trimmed(predicted) { None } else { Some("span") };
    let names = ["speaker", "quote", "polarity", "kind"].into_iter().zip(fields(gold, predicted));
    span.into_iter().chain(names.filter_map(|(name, right)| (right == Some(false)).then_some(name))).collect()
}
