//! The report as one JSON object, for programs: everything, as kept.
//!
//! | key | what it holds |
//! |---|---|
//! | `format`, `version` | `hudna report` and 1; the number grows when a key changes its meaning |
//! | `made_at` | when the report was made, RFC 3339 |
//! | `as_of` | of a past state alone: its time by the writers' clocks, RFC 3339 |
//! | `casebook`, `head` | the casebook's id; SHA-256 over the sorted entries of its journal |
//! | `last` | the hashes of its last entries, which no other names; none of a past state |
//! | `query` | what chose the claims; empty for all |
//! | `publisher` | `name`, `url` |
//! | `scale` | `code`, `ratings`: each `code`, `ar`, `en`, `value` (null where it is no degree of truth) |
//! | `checkers` | each `id`, `name`, `contact`, `key`, `fingerprint`, `first_seen`; of a key that ended `ends` (`how`, `from`, `by`, `successor`, `confirmed`, `why`); `reported_lost` |
//! | `counts` | claims by rating; `disputed`, `none` and `dismissed` beside them |
//! | `claims` | each `claim`, `document`, `passage`, `evidence`, `verdicts`, `comments`, `history` |
//!
//! `claim` has the fields of [`Claim`](crate::model::Claim) (`start` and `end` are code points into
//! the document's text, end exclusive; `verdict` is a rating's code, `disputed` or null),
//! `document` those of [`Document`](crate::model::Document) with `sha256` (bytes) and `text_sha256`,
//! `passage` has `before`, `claim`, `after`, and the lists have the fields of
//! [`Evidence`](crate::model::Evidence), [`Verdict`](crate::model::Verdict),
//! [`Comment`](crate::model::Comment) and [`Change`](crate::model::Change). Withdrawn and replaced
//! ones are there too. Unsafe characters stand as `\u` escapes, so a reader gets back exactly what is kept.

use super::{ReportError, escape, tally};
use crate::model::{Checker, ClaimFile, Publisher, Report, Scale, Tongue};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

#[derive(Serialize)]
struct Shape<'a> {
    format: &'static str,
    version: u32,
    made_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    casebook: &'a str,
    head: &'a str,
    last: &'a [String],
    query: &'a str,
    publisher: &'a Publisher,
    scale: &'a Scale,
    checkers: &'a [Checker],
    counts: BTreeMap<String, usize>,
    claims: &'a [ClaimFile],
}

/// Writes the object.
pub(super) fn write(report: &Report, to: &mut dyn Write) -> Result<(), ReportError> {
    let slices = tally::tally(report, Tongue::English);
    let shape = Shape {
        format: "hudna report",
        version: 1,
        made_at: report.made_at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true),
        as_of: report.as_of.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)),
        casebook: &report.casebook,
        head: &report.head,
        last: &report.last,
        query: &report.query,
        publisher: &report.publisher,
        scale: &report.scale,
        checkers: &report.checkers,
        counts: slices.into_iter().filter(|s| s.count > 0).map(|s| (s.code, s.count)).collect(),
        claims: &report.claims,
    };
    let text = serde_json::to_string_pretty(&shape)?;
    to.write_all(escape::json(&text, false).as_bytes())?;
    Ok(to.write_all(b"\n")?)
}
