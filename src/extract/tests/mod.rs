//! Tables of our own sentences, with places and people that do not exist.

mod arabic;
mod arabic_names;
mod english;
mod kind;
mod languages;
mod polarity;
mod robust;
mod sentences;
mod subject_first;

use super::{Explained, Extractor};
use std::sync::OnceLock;

pub(super) fn extractor() -> &'static Extractor {
    static ONE: OnceLock<Extractor> = OnceLock::new();
    ONE.get_or_init(|| Extractor::new().unwrap())
}

pub(super) fn found(text: &str) -> Vec<Explained> {
    extractor().explain(text)
}

/// Every claim of a text as `(content, speaker)`.
pub(super) fn pairs(text: &str) -> Vec<(String, String)> {
    found(text).into_iter().map(|e| (e.claim.text, e.claim.speaker)).collect()
}

/// A text with its claims as `(content, speaker)`, in order.
pub(super) type Row<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// Compares all rows, and tells all that differ.
pub(super) fn check(rows: &[Row<'_>]) {
    let mut wrong = String::new();
    for (text, wanted) in rows {
        let got = pairs(text);
        let same = got.len() == wanted.len()
            && got.iter().zip(*wanted).all(|(g, w)| (g.0.as_str(), g.1.as_str()) == *w);
        if !same {
            wrong += &format!("\n{text}\n  wanted {wanted:?}\n  found  {got:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
