//! Owns where the reporter goes on after an Arabic claim.

use super::intro::complement;
use super::names::{definite, verb};
use super::object::{joined, pattern};
use crate::extract::lexicon::{class, prefix};
use crate::extract::passage::Passage;

/// Whether the reporter's own words begin at a token inside a claim's content. What is claimed is a `phrase`
/// (a noun and what belongs to it) or a clause; a finite verb joined to a phrase is the reporter's.
pub(in crate::extract) fn comments(p: &Passage<'_>, from: usize, i: usize, phrase: bool) -> bool {
    if !p.comma(i.wrapping_sub(1)) {
        return phrase && i > from + 1 && tells_where(p, i);
    }
    meanwhile(p, i) || remark(p, i) || silence(p, i, phrase) || phrase && goes_on(p, i)
}

/// ، فيما …, ، في حين …, ، وسط …
fn meanwhile(p: &Passage<'_>, i: usize) -> bool {
    let next = p.key(i + 1);
    match p.key(i) {
        "فيما" | "بينما" | "علما" | "وفيما" | "وبينما" => {
            !matches!(next, "اذا" | "يتعلق" | "يخص" | "بعد" | "بين" | "بينهم" | "لو" | "يعد")
        }
        "في" => matches!(next, "حين" | "وقت"),
        "وسط" => !definite(p, i + 1),
        _ => false,
    }
}

/// ، في خطوة …, ، وهو اتهام رد عليه …, ، وذلك في بيان …
fn remark(p: &Passage<'_>, i: usize) -> bool {
    let telling = |range: std::ops::Range<usize>| {
        range
            .into_iter()
            .any(|j| p.is(j, class::COMMENT) && !definite(p, j) || verb(p, j) && !p.prefix(j, prefix::AND))
    };
    match p.key(i) {
        "في" => p.is(i + 1, class::COMMENT),
        "وهو" | "وهي" => telling(i + 1..i + 5) && complement(p, i + 1).is_none(),
        "وذلك" => p.key(i + 1) == "في" && p.is(i + 2, class::VENUE),
        _ => false,
    }
}

/// ، ولم يتسن …, ، من دون أن يوضح …
fn silence(p: &Passage<'_>, i: usize, phrase: bool) -> bool {
    let without = matches!((p.key(i), p.key(i + 1)), ("دون" | "بدون", _) | ("من" | "ومن", "دون"));
    let not = matches!(p.key(i), "ولم" | "ولا" | "لم" | "لكنه" | "لكنها" | "ولكنه" | "ولكنها" | "وقد");
    let silent = (i + 1..i + 5).any(|j| p.is(j, class::COMMENT));
    (without && (phrase || silent)) || not && silent
}

/// After a phrase: ، وانسحب …, ، ولم …, ، قبل أن …, ، ما أدى إلى ….
fn goes_on(p: &Passage<'_>, i: usize) -> bool {
    match p.key(i) {
        "قبل" | "بعد" => p.is(i + 1, class::COMPLEMENTISER),
        "ما" | "مما" => {
            !p.is(i + 1, class::NEGATION) && !matches!(p.key(i + 1), "زال" | "دام" | "دامت" | "لم")
        }
        "ثم" | "ولم" | "ولن" | "وقد" | "وسوف" | "بعدما" => true,
        key if joined(p, i) && !p.prefix(i, prefix::BA | prefix::LA) => {
            let bare = key.strip_prefix('و').unwrap_or(key);
            let unknown = p.token(i).is_some_and(|t| t.hit.class == 0);
            let feminine = bare.ends_with('ت') && !bare.ends_with("ات") && bare.chars().count() >= 4;
            let derived = (bare.starts_with("ان") || bare.starts_with("است")) && !pattern(bare);
            (unknown && bare.chars().count() <= 6 && (feminine || derived && bare.chars().count() >= 5))
                || verb(p, i)
        }
        _ => false,
    }
}

/// … في بيان, … في مؤتمر صحفي: where something was said, at the end of a phrase.
fn tells_where(p: &Passage<'_>, i: usize) -> bool {
    let statement =
        matches!(p.key(i + 1), "بيان" | "تسجيل" | "تصريح" | "تصريحات" | "تغريده" | "مقابله" | "منشور");
    let press = p.key(i + 1) == "موتمر" && matches!(p.key(i + 2), "صحفي" | "صحافي");
    p.key(i) == "في" && (statement || press)
}
