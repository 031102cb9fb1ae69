//! How the claims of a report came out, counted and given a tone to be shown in.

use super::escape;
use super::words::Words;
use crate::model::{ClaimFile, Report, Scale, Standing, Status, Tongue};
use std::borrow::Cow;

/// How a rating is coloured and marked; the label always stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A degree of truth, 0 (the lowest of the scale) to 4 (the highest).
    Degree(u8),
    /// A rating that is no degree of truth.
    Apart,
    /// Checkers disagree.
    Disputed,
    /// No verdict.
    Open,
    /// Set aside.
    Dismissed,
}

impl Tone {
    /// The tone of a rating of this scale.
    pub fn of_rating(scale: &Scale, code: &str) -> Tone {
        let value = scale.rating(code).and_then(|r| r.value);
        match (value, scale.bounds()) {
            (Some(value), Some((low, high))) => {
                let share = value.saturating_sub(low) as f64 / high.saturating_sub(low) as f64;
                Tone::Degree((share * 4.0).round().clamp(0.0, 4.0) as u8)
            }
            _ => Tone::Apart,
        }
    }

    /// The class in the page's style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Degree(0) => "t0",
            Tone::Degree(1) => "t1",
            Tone::Degree(2) => "t2",
            Tone::Degree(3) => "t3",
            Tone::Degree(_) => "t4",
            Tone::Apart => "apart",
            Tone::Disputed => "disputed",
            Tone::Open => "open",
            Tone::Dismissed => "dismissed",
        }
    }

    /// A mark that tells tones apart without colour.
    pub fn mark(self) -> &'static str {
        match self {
            Tone::Degree(0) => "✕",
            Tone::Degree(1) => "◔",
            Tone::Degree(2) => "◑",
            Tone::Degree(3) => "◕",
            Tone::Degree(_) => "✓",
            Tone::Apart => "◆",
            Tone::Disputed => "≠",
            Tone::Open => "○",
            Tone::Dismissed => "–",
        }
    }
}

/// A rating or other outcome and how many claims have it.
#[derive(Debug, Clone)]
pub struct Slice {
    /// The rating's code, `disputed`, `none` or `dismissed`.
    pub code: String,
    /// The label in the report's language.
    pub label: Cow<'static, str>,
    /// The label in the other language.
    pub other: Cow<'static, str>,
    /// The rating's number and the scale's highest, as `3/5`; empty where it has none.
    pub number: String,
    /// How it is shown.
    pub tone: Tone,
    /// How many claims.
    pub count: usize,
}

/// The label of a rating; its code where the scale does not have it.
pub fn label(scale: &Scale, code: &str, tongue: Tongue) -> Cow<'static, str> {
    let found = scale.rating(code).map(|r| match tongue {
        Tongue::English => &r.en,
        Tongue::Arabic => &r.ar,
    });
    let label = found.filter(|l| !l.trim().is_empty()).map_or(code, String::as_str);
    Cow::Owned(escape::one_line(&escape::shown(label)))
}

/// What the claim counts as: dismissed claims count as nothing else.
pub fn outcome(file: &ClaimFile) -> &str {
    match &file.claim.verdict {
        _ if file.claim.status == Status::Dismissed => "dismissed",
        Standing::None => "none",
        standing => standing.code(),
    }
}

/// Every rating of the scale in its order, then what is not on it; counts may be 0 only there.
pub fn tally(report: &Report, tongue: Tongue) -> Vec<Slice> {
    let mut slices: Vec<Slice> =
        report.scale.ratings.iter().map(|r| rated(&report.scale, &r.code, tongue)).collect();
    slices.extend(["disputed", "none", "dismissed"].map(|code| other(code, tongue)));
    for file in &report.claims {
        let code = outcome(file);
        match slices.iter_mut().find(|s| s.code == code) {
            Some(slice) => slice.count += 1,
            None => slices.push(Slice { count: 1, ..rated(&report.scale, code, tongue) }),
        }
    }
    slices.retain(|s| s.count > 0 || report.scale.rating(&s.code).is_some());
    slices
}

fn rated(scale: &Scale, code: &str, tongue: Tongue) -> Slice {
    let value = scale.rating(code).and_then(|r| r.value);
    let number = value.zip(scale.bounds()).map_or(String::new(), |(v, (_, high))| format!("{v}/{high}"));
    Slice {
        code: code.to_owned(),
        label: label(scale, code, tongue),
        other: label(scale, code, opposite(tongue)),
        number,
        tone: Tone::of_rating(scale, code),
        count: 0,
    }
}

fn other(code: &str, tongue: Tongue) -> Slice {
    let (tone, of): (Tone, fn(&Words) -> &'static str) = match code {
        "disputed" => (Tone::Disputed, |w| w.disputed),
        "dismissed" => (Tone::Dismissed, |w| w.dismissed),
        _ => (Tone::Open, |w| w.no_verdict),
    };
    Slice {
        code: code.to_owned(),
        label: of(Words::of(tongue)).into(),
        other: of(Words::of(opposite(tongue))).into(),
        number: String::new(),
        tone,
        count: 0,
    }
}

/// The other language.
pub fn opposite(tongue: Tongue) -> Tongue {
    match tongue {
        Tongue::English => Tongue::Arabic,
        Tongue::Arabic => Tongue::English,
    }
}
