//! A score for people, and the claims that did not fare well.

use crate::cli::failure::Failure;
use crate::cli::output::{Margin, Output};
use crate::cli::table::{Grid, one_line};
use crate::cli::words;
use crate::locale;
use crate::score::{Calibration, Labelled, Level, Miss, Score, What};
use crate::{say, tell};
use std::io;

/// Fractions have three digits behind the point.
fn fraction(value: f64) -> String {
    locale::decimals(value, 3)
}

/// Prints the score.
pub fn score(score: &Score, out: &mut Output) -> io::Result<()> {
    out.line(&say!(
        "score-sums",
        files = score.files,
        without = score.files_without_prediction,
        labelled = score.half.gold,
        predicted = score.half.predicted,
        pairs = score.half.matched,
    ))?;
    out.line("")?;
    levels(score, out)?;
    out.line("")?;
    let (loose, chars) = (&score.loose, &score.chars);
    for (title, precision, recall, f) in [
        ("Jaccard 0.3".to_owned(), loose.precision, loose.recall, loose.f1),
        (say!("score-characters"), chars.precision, chars.recall, chars.f1),
    ] {
        let (precision, recall, f) = (fraction(precision), fraction(recall), fraction(f));
        let told = tell!("score-measures", precision = precision, recall = recall, f = f);
        out.named(Margin { before: 0, name: 12 }, &title, &told)?;
    }
    labels(score, out)
}

fn levels(score: &Score, out: &mut Output) -> io::Result<()> {
    let levels = [&score.half, &score.close, &score.exact];
    let mut grid = Grid::new(out, &[13, 22, 22, 0]);
    grid.row(&["".to_owned(), "JACCARD 0.5".to_owned(), "JACCARD 0.8".to_owned(), say!("score-exact")])?;
    type Get = fn(&Level) -> Option<f64>;
    let rows: [(String, &str, Get); 8] = [
        (say!("score-precision"), "precision", |l| Some(l.precision)),
        (say!("score-recall"), "recall", |l| Some(l.recall)),
        ("F1".to_owned(), "f1", |l| Some(l.f1)),
        (words::field("speaker"), "speaker", |l| l.speaker),
        (words::field("quote"), "quote", |l| l.quote),
        (words::field("polarity"), "polarity", |l| l.polarity),
        (words::field("kind"), "kind", |l| l.kind),
        (say!("score-end-to-end"), "end_to_end_f1", |l| l.end_to_end_f1),
    ];
    for (title, name, get) in rows {
        let [half, close, exact] = levels.map(|level| cell(get(level), level.intervals.get(name)));
        grid.row(&[title, half, close, exact])?;
    }
    Ok(())
}

fn cell(value: Option<f64>, interval: Option<&[f64; 2]>) -> String {
    match (value, interval) {
        (Some(value), Some([low, high])) => {
            format!("{} [{}, {}]", fraction(value), fraction(*low), fraction(*high))
        }
        (Some(value), None) => fraction(value),
        (None, _) => String::new(),
    }
}

/// How often claims were right, span and speaker, by the confidence that they were told with.
fn calibration(found: &Calibration, out: &mut Output) -> io::Result<()> {
    out.line("")?;
    let mut grid = Grid::new(out, &[13, -8, -8, -8]);
    grid.row(&[say!("score-confidence"), say!("score-claims"), say!("score-mean"), say!("score-right")])?;
    for bin in &found.bins {
        let from = say!("score-and-more", from = locale::decimals(bin.from, 1));
        grid.row(&[from, locale::number(bin.claims), fraction(bin.confidence), fraction(bin.right)])?;
    }
    out.line(&say!("score-calibration", brier = fraction(found.brier), error = fraction(found.error)))
}

fn labels(score: &Score, out: &mut Output) -> io::Result<()> {
    out.line("")?;
    let mut grid = Grid::new(out, &[13, -8, -8, -8]);
    grid.row(&[say!("score-covered"), say!("score-labelled"), say!("score-half"), say!("score-share")])?;
    for (quote, covered) in &score.covered {
        let quote = words::value("quote", &one_line(quote));
        let (gold, found) = (locale::number(covered.gold), locale::number(covered.found));
        grid.row(&[quote, gold, found, fraction(covered.share)])?;
    }
    for (name, labels) in &score.labels {
        out.line("")?;
        let mut grid = Grid::new(out, &[17, -8, -8, -11, -8, -8]);
        grid.row(&[
            title(name),
            say!("score-labelled"),
            say!("score-found"),
            say!("score-precision-column"),
            say!("score-recall-column"),
            "F1".to_owned(),
        ])?;
        for (label, l) in labels {
            let label = words::value(name, &one_line(label));
            let counts = [label, locale::number(l.gold), locale::number(l.found)];
            let shares = [l.precision, l.recall, l.f1].map(fraction);
            grid.row(&[counts, shares].concat())?;
        }
    }
    score.calibration.as_ref().map_or(Ok(()), |found| calibration(found, out))
}

/// The head of the column of a field.
fn title(name: &str) -> String {
    match name {
        "kind" => say!("column-kind"),
        "polarity" => say!("column-polarity"),
        "quote" => say!("score-quote-column"),
        other => other.to_uppercase(),
    }
}

/// One claim that did not fare well, both sides under each other.
pub fn miss(miss: &Miss<'_>, out: &mut Output) -> Result<(), Failure> {
    const BELOW: Margin = Margin { before: 4, name: 10 };
    let Some((claim, told)) = miss.gold.or(miss.predicted) else { return Ok(()) };
    out.row(&head(miss, claim))?;
    out.pair(&say!("explain-claim"), &one_line(told))?;
    let (Some((gold, _)), Some((predicted, told))) = (miss.gold, miss.predicted) else {
        for (name, value) in fields_of(claim) {
            out.pair(&words::field(name), &one_line(&words::value(name, value)))?;
        }
        return Ok(());
    };
    if miss.fields.contains(&"span") {
        out.named(BELOW, &say!("score-predicted"), &one_line(told))?;
    }
    for ((name, labelled), (_, told)) in fields_of(gold).into_iter().zip(fields_of(predicted)) {
        if miss.fields.contains(&name) {
            out.pair(&words::field(name), &one_line(&words::value(name, labelled)))?;
            out.named(BELOW, &say!("score-predicted"), &one_line(&words::value(name, told)))?;
        }
    }
    Ok(())
}

/// How a claim fared, where it stands, and what differs.
fn head(miss: &Miss<'_>, claim: &Labelled) -> Vec<(String, usize)> {
    let what = match miss.what {
        What::Missed => say!("score-missed"),
        What::Extra => say!("score-extra"),
        What::Differs => say!("score-differs"),
    };
    let blanks = 9_usize.saturating_sub(crate::bidi::width(&what)).max(1);
    let mut cells =
        vec![(what, blanks), (miss.file.to_owned(), 1), (format!("{}-{}", claim.start, claim.end), 2)];
    if miss.what == What::Differs {
        let name = |name: &&str| if *name == "span" { say!("score-span") } else { words::field(name) };
        cells.push((locale::list(&miss.fields.iter().map(name).collect::<Vec<_>>()), 0));
    }
    cells
}

fn fields_of(claim: &Labelled) -> [(&'static str, &str); 4] {
    [
        ("speaker", value(&claim.speaker)),
        ("quote", value(&claim.quote)),
        ("polarity", value(&claim.polarity)),
        ("kind", value(&claim.kind)),
    ]
}

fn value(value: &Option<String>) -> &str {
    value.as_deref().filter(|value| !value.is_empty()).unwrap_or("-")
}
