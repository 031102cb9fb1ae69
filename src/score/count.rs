//! Counts and the measures made of them.

use super::bootstrap;
use super::names::same_speaker;
use super::overlap::{common, overlapping, size, union};
use super::span::Span;
use super::{Article, Calibration, Field, Labelled, Least, Paired, ScoreError, calibration};
use serde::Serialize;
use std::collections::BTreeMap;

/// The levels of agreement, from loose to exact.
const LEVELS: [Least; 4] = [Least::Jaccard(0.3), MAIN, Least::Jaccard(0.8), Least::Exact];
/// The level that end to end, labels and misses are told of.
pub(super) const MAIN: Least = Least::Jaccard(0.5);

/// Everything that is measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Articles that have labels.
    pub files: usize,
    /// Those among them without any prediction.
    pub files_without_prediction: usize,
    /// Predictions that point outside their article or carry other letters than stand there.
    pub misplaced_predictions: usize,
    /// Spans with a Jaccard index of at least 0.3.
    #[serde(rename = "jaccard_0.3")]
    pub loose: Level,
    /// At least 0.5.
    #[serde(rename = "jaccard_0.5")]
    pub half: Level,
    /// At least 0.8.
    #[serde(rename = "jaccard_0.8")]
    pub close: Level,
    /// Equal once trimmed.
    pub exact: Level,
    /// Code points inside any labelled claim against those inside any predicted one.
    pub chars: Characters,
    /// By way of quoting: labelled claims of which one prediction covers at least half.
    pub covered: BTreeMap<String, Covered>,
    /// At Jaccard 0.5, by quote, polarity and kind: how each label fared.
    pub labels: BTreeMap<&'static str, BTreeMap<String, Label>>,
    /// Whether the confidences of predictions mean what they say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calibration: Option<Calibration>,
}

/// How well spans agree at one level, and the fields of those that do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Level {
    /// Of the predicted claims, how many are labelled ones.
    pub precision: f64,
    /// Of the labelled claims, how many were predicted.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// Pairs of a labelled and a predicted claim.
    pub matched: usize,
    /// Labelled claims.
    pub gold: usize,
    /// Predicted claims, without those on a claim inside another.
    pub predicted: usize,
    /// Share of the pairs with the right speaker; none where nothing is labelled with one.
    pub speaker: Option<f64>,
    /// The right way of quoting.
    pub quote: Option<f64>,
    /// The right polarity.
    pub polarity: Option<f64>,
    /// The right kind.
    pub kind: Option<f64>,
    /// F1 of span, speaker, polarity and kind at once; at Jaccard 0.5, where all are labelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_to_end_f1: Option<f64>,
    /// 95 % of each measure, by drawing articles anew; empty for a single article.
    pub intervals: BTreeMap<&'static str, [f64; 2]>,
}

/// Agreement of places, whichever claims they belong to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Characters {
    /// Of the predicted places, how many are labelled.
    pub precision: f64,
    /// Of the labelled places, how many are predicted.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
}

/// How many labelled claims some prediction covers.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Covered {
    /// Covered ones.
    pub found: usize,
    /// All.
    pub gold: usize,
    /// The share.
    pub share: f64,
}

/// How one label fared.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Label {
    /// Claims labelled so.
    pub gold: usize,
    /// Those of them whose span was found.
    pub found: usize,
    /// Found claims, whatever their label, that were predicted so.
    pub predicted: usize,
    /// Found claims that are both.
    pub right: usize,
    /// `right` of `predicted`.
    pub precision: f64,
    /// `right` of `found`.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
}

/// What is counted of one article at one level; counts of several add up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Counts {
    pub matched: usize,
    pub gold: usize,
    pub predicted: usize,
    /// Right ones and all that can be judged: speaker, quote, polarity, kind.
    pub fields: [(usize, usize); 4],
    /// Pairs in which all is right.
    pub right: usize,
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.matched += other.matched;
        self.gold += other.gold;
        self.predicted += other.predicted;
        for (sum, part) in self.fields.iter_mut().zip(other.fields) {
            *sum = (sum.0 + part.0, sum.1 + part.1);
        }
        self.right += other.right;
    }

    /// Precision, recall, F1, the four fields, end to end.
    pub fn measures(&self) -> [Option<f64>; 8] {
        let [speaker, quote, polarity, kind] =
            self.fields.map(|(right, all)| (all > 0).then(|| ratio(right, all)));
        [
            Some(ratio(self.matched, self.predicted)),
            Some(ratio(self.matched, self.gold)),
            Some(f1(self.matched, self.gold, self.predicted)),
            speaker,
            quote,
            polarity,
            kind,
            Some(f1(self.right, self.gold, self.predicted)),
        ]
    }
}

/// The names of [`Counts::measures`].
pub(super) const MEASURES: [&str; 8] =
    ["precision", "recall", "f1", "speaker", "quote", "polarity", "kind", "end_to_end_f1"];

pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn f1(hits: usize, gold: usize, predicted: usize) -> f64 {
    ratio(2 * hits, gold + predicted)
}

/// Fields that are compared as they are.
pub(super) const LABELS: [(&str, Get); 3] = [
    ("quote", |c| c.quote.as_deref()),
    ("polarity", |c| c.polarity.as_deref()),
    ("kind", |c| c.kind.as_deref()),
];

/// Reads one field of a claim.
type Get = fn(&Labelled) -> Option<&str>;

/// Whether each field of a pair is right: speaker, quote, polarity, kind; none where nothing is labelled.
pub(super) fn fields(gold: &Labelled, predicted: &Labelled) -> [Option<bool>; 4] {
    let [quote, polarity, kind] = LABELS.map(|(_, get)| get(gold).map(|label| Some(label) == get(predicted)));
    let speaker =
        gold.speaker.as_deref().map(|speaker| same_speaker(Some(speaker), predicted.speaker.as_deref()));
    [speaker, quote, polarity, kind]
}

/// Measures everything.
pub fn score(field: &Field<'_>) -> Result<Score, ScoreError> {
    let all_labelled = field.articles.iter().flat_map(|article| &article.gold).all(|claim| {
        [&claim.polarity, &claim.kind].iter().all(|label| label.as_ref().is_some_and(|l| !l.is_empty()))
    });
    let level = |least| level(field, least, all_labelled && least == MAIN);
    let [loose, half, close, exact] = LEVELS;
    Ok(Score {
        files: field.articles.len(),
        files_without_prediction: field.articles.iter().filter(|a| a.predicted.is_empty()).count(),
        misplaced_predictions: field.articles.iter().map(misplaced).sum(),
        loose: level(loose)?,
        half: level(half)?,
        close: level(close)?,
        exact: level(exact)?,
        chars: characters(field),
        covered: covered(field)?,
        labels: labels(field)?,
        calibration: calibration(field)?,
    })
}

fn misplaced(article: &Article<'_>) -> usize {
    article.predicted.iter().filter(|claim| claim.misplaced(&article.text)).count()
}

fn level(field: &Field<'_>, least: Least, end_to_end: bool) -> Result<Level, ScoreError> {
    let each = field.articles.iter().map(|article| Ok(counts(article, &article.pair(least)?)));
    let counts: Vec<Counts> = each.collect::<Result<_, ScoreError>>()?;
    let mut sum = Counts::default();
    counts.iter().for_each(|one| sum.add(one));
    let [precision, recall, f1, speaker, quote, polarity, kind, all] = sum.measures();
    let mut intervals = bootstrap::intervals(&counts);
    if !end_to_end {
        intervals.remove("end_to_end_f1");
    }
    Ok(Level {
        precision: precision.unwrap_or_default(),
        recall: recall.unwrap_or_default(),
        f1: f1.unwrap_or_default(),
        matched: sum.matched,
        gold: sum.gold,
        predicted: sum.predicted,
        speaker,
        quote,
        polarity,
        kind,
        end_to_end_f1: all.filter(|_| end_to_end),
        intervals,
    })
}

fn counts(article: &Article<'_>, paired: &Paired) -> Counts {
    let mut counts = Counts {
        matched: paired.pairs.len(),
        gold: article.gold.len(),
        predicted: article.predicted.len() - paired.excused.len(),
        ..Counts::default()
    };
    for (gold, predicted) in paired.pairs.iter().filter_map(|pair| article.both(*pair)) {
        let fields = fields(gold, predicted);
        for (sum, right) in counts.fields.iter_mut().zip(fields) {
            *sum = (sum.0 + usize::from(right == Some(true)), sum.1 + usize::from(right.is_some()));
        }
        // A speaker that is not labelled is nobody.
        let speaker = same_speaker(gold.speaker.as_deref(), predicted.speaker.as_deref());
        let [_, _, polarity, kind] = fields;
        counts.right += usize::from(speaker && polarity == Some(true) && kind == Some(true));
    }
    counts
}

fn characters(field: &Field<'_>) -> Characters {
    let (mut both, mut gold, mut predicted) = (0, 0, 0);
    for article in &field.articles {
        let places = |claims: &[&Labelled]| union(claims.iter().map(|claim| claim.span()));
        let (labelled, told) = (places(&article.gold), places(&article.predicted));
        both += common(&labelled, &told);
        gold += size(&labelled);
        predicted += size(&told);
    }
    let share = |part: i64, whole: i64| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    Characters {
        precision: share(both, predicted),
        recall: share(both, gold),
        f1: share(2 * both, gold + predicted),
    }
}

fn covered(field: &Field<'_>) -> Result<BTreeMap<String, Covered>, ScoreError> {
    let mut covered: BTreeMap<String, Covered> = BTreeMap::new();
    for article in &field.articles {
        let spans = |claims: &[&Labelled]| claims.iter().map(|claim| claim.span()).collect::<Vec<Span>>();
        let gold = spans(&article.gold);
        let mut hit = vec![false; gold.len()];
        let shared = overlapping(&gold, &spans(&article.predicted)).ok_or_else(|| article.too_many())?;
        for shared in shared {
            let half = gold.get(shared.left).is_some_and(|span| 2 * shared.both >= span.1 - span.0);
            if half {
                super::set(&mut hit, shared.left);
            }
        }
        for (claim, hit) in article.gold.iter().zip(hit) {
            let quote = claim.quote.as_deref().filter(|quote| !quote.is_empty()).unwrap_or("unknown");
            let cell = covered.entry(quote.to_owned()).or_default();
            cell.found += usize::from(hit);
            cell.gold += 1;
        }
    }
    covered.values_mut().for_each(|cell| cell.share = ratio(cell.found, cell.gold));
    Ok(covered)
}

fn labels(field: &Field<'_>) -> Result<BTreeMap<&'static str, BTreeMap<String, Label>>, ScoreError> {
    let mut all: BTreeMap<&'static str, BTreeMap<String, Label>> = BTreeMap::new();
    for article in &field.articles {
        let paired = article.pair(MAIN)?;
        for (name, get) in LABELS {
            let cells = all.entry(name).or_default();
            for label in article.gold.iter().filter_map(|claim| get(claim)) {
                cells.entry(label.to_owned()).or_default().gold += 1;
            }
            for (gold, predicted) in paired.pairs.iter().filter_map(|pair| article.both(*pair)) {
                let Some(label) = get(gold) else { continue };
                cells.entry(label.to_owned()).or_default().found += 1;
                if let Some(told) = get(predicted) {
                    let cell = cells.entry(told.to_owned()).or_default();
                    cell.predicted += 1;
                    cell.right += usize::from(told == label);
                }
            }
        }
    }
    for cell in all.values_mut().flat_map(BTreeMap::values_mut) {
        cell.precision = ratio(cell.right, cell.predicted);
        cell.recall = ratio(cell.right, cell.found);
        cell.f1 = f1(cell.right, cell.found, cell.predicted);
    }
    Ok(all)
}
