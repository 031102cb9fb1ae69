//! Predicted claims against claims that people labelled: how many were found, and how well.
//!
//! Pure: it reads bytes and texts that it is given and prints nothing. [`claims`] reads the JSON
//! Lines, [`check`] sees that a text is the one that was labelled, [`score`] counts, with intervals,
//! and [`misses`] lists what was missed, found too much or told otherwise.

mod bootstrap;
mod calibration;
mod count;
mod error;
mod misses;
mod names;
mod overlap;
mod read;
mod span;

#[cfg(test)]
mod tests;

pub use bootstrap::ROUNDS;
pub use calibration::{Bin, Calibration, calibration};
pub use count::{Covered, Label, Level, Score, score};
pub use error::ScoreError;
pub use misses::{Miss, What, misses};
pub use read::{Labelled, check, claims};

use crate::text::CodePoints;
use span::Span;
use std::collections::HashMap;

/// The claims of one article on both sides.
pub struct Article<'a> {
    /// Base name of its file.
    pub name: &'a str,
    /// Its text.
    pub text: CodePoints<&'a str>,
    gold: Vec<&'a Labelled>,
    /// Labelled claims inside others, which count neither way.
    inner: Vec<&'a Labelled>,
    predicted: Vec<&'a Labelled>,
}

/// What is to be scored: the articles that have labels, in the order in which the labels name them.
pub struct Field<'a> {
    /// The articles.
    pub articles: Vec<Article<'a>>,
}

impl<'a> Field<'a> {
    /// Sorts both sides by article. `texts` are by base name; predictions in other articles are left
    /// out. With `nested`, claims inside others count like all.
    pub fn new(
        gold: &'a [Labelled],
        predicted: &'a [Labelled],
        texts: &'a HashMap<String, String>,
        nested: bool,
    ) -> Field<'a> {
        let mut field = Field { articles: Vec::new() };
        let mut places: HashMap<&str, usize> = HashMap::new();
        for claim in gold {
            let place = *places.entry(&claim.file).or_insert_with(|| {
                let text = texts.get(&claim.file).map_or("", String::as_str);
                let text = CodePoints::new(text);
                let (gold, inner, predicted) = Default::default();
                field.articles.push(Article { name: &claim.file, text, gold, inner, predicted });
                field.articles.len() - 1
            });
            if let Some(article) = field.articles.get_mut(place) {
                let inside = claim.nested && !nested;
                if inside { article.inner.push(claim) } else { article.gold.push(claim) }
            }
        }
        for claim in predicted {
            let place = places.get(claim.file.as_str());
            if let Some(article) = place.and_then(|place| field.articles.get_mut(*place)) {
                article.predicted.push(claim);
            }
        }
        field
    }
}

/// Pairs of a labelled and a predicted claim of one article, and what is left over.
struct Paired {
    /// Indices into the labelled and the predicted claims.
    pairs: Vec<(usize, usize)>,
    /// Predictions without a pair that lie on a labelled claim inside another: they count neither way.
    excused: Vec<usize>,
}

/// What two spans must share, and whether marks at their edges count.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Least {
    /// At least this Jaccard index.
    Jaccard(f64),
    /// All, once trimmed.
    Exact,
}

impl Article<'_> {
    fn pair(&self, least: Least) -> Result<Paired, ScoreError> {
        let of = |claim: &&Labelled| match least {
            Least::Exact => span::trimmed(claim.span(), &self.text),
            Least::Jaccard(_) => claim.span(),
        };
        let value = if let Least::Jaccard(value) = least { value } else { 1.0 };
        let gold: Vec<Span> = self.gold.iter().map(of).collect();
        let predicted: Vec<Span> = self.predicted.iter().map(of).collect();
        let pairs = overlap::one_to_one(&gold, &predicted, value).ok_or_else(|| self.too_many())?;
        let mut paired = vec![false; self.predicted.len()];
        pairs.iter().for_each(|&(_, j)| set(&mut paired, j));
        let spans = |claims: &[&Labelled]| claims.iter().map(|claim| claim.span()).collect::<Vec<_>>();
        let (inner, all) = (spans(&self.inner), spans(&self.predicted));
        let mut excused = Vec::new();
        for shared in overlap::overlapping(&inner, &all).ok_or_else(|| self.too_many())? {
            if shared.jaccard() >= 0.5 && paired.get(shared.right) == Some(&false) {
                set(&mut paired, shared.right);
                excused.push(shared.right);
            }
        }
        Ok(Paired { pairs, excused })
    }

    fn both(&self, (i, j): (usize, usize)) -> Option<(&Labelled, &Labelled)> {
        Some((*self.gold.get(i)?, *self.predicted.get(j)?))
    }

    fn too_many(&self) -> ScoreError {
        ScoreError::TooMany { file: self.name.to_owned() }
    }
}

fn set(flags: &mut [bool], at: usize) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = true;
    }
}
