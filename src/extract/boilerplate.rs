//! Owns what is no article: site rules, credits, links, crossheads. It claims nothing.

use super::lexicon::{class, part};
use super::passage::Passage;
use super::token::Sort;

/// Whether the paragraph is boilerplate.
pub(super) fn is(p: &Passage<'_>) -> bool {
    link(p) || rules(p) || credit(p) || crosshead(p)
}

/// "Read more: …", "رابط الخبر …"
fn link(p: &Passage<'_>) -> bool {
    let first = (0..p.len().min(4)).find(|&i| p.word(i));
    let marked = first.is_some_and(|i| p.is(i, class::BOILERPLATE));
    let colon = first.is_some_and(|i| (i + 1..i + 6).any(|j| p.sort(j) == Some(Sort::Colon)));
    marked && (colon || p.len() <= 14)
}

/// Two words of site rules in a paragraph that quotes nobody.
fn rules(p: &Passage<'_>) -> bool {
    let words = (0..p.len()).filter(|&i| p.is(i, class::SITE)).count();
    words >= 2
        && words * 30 >= p.len()
        && p.marks.pairs.iter().all(|pair| pair.close.is_some_and(|close| close - pair.open <= 5))
}

/// "(Reporting by …; editing by …)"
fn credit(p: &Passage<'_>) -> bool {
    let bracketed = p.sort(0) == Some(Sort::ParenOpen)
        && (p.len().saturating_sub(2)..p.len()).any(|i| p.sort(i) == Some(Sort::ParenClose));
    bracketed && (1..p.len().min(12)).any(|i| p.part(i, part::BY))
}

/// A line in capitals.
fn crosshead(p: &Passage<'_>) -> bool {
    let words = || (0..p.len()).filter(|&i| p.sort(i) == Some(Sort::Word));
    let loud = |i: usize| {
        p.text(i, i + 1).chars().all(|c| !c.is_lowercase()) && p.token(i).is_some_and(|t| t.capital)
    };
    p.len() <= 16 && words().count() >= 2 && words().all(loud)
}
