//! The report as CSV, one row a claim, for people with spreadsheets.
//!
//! UTF-8 with byte order mark and CRLF, so that Arabic opens intact. A cell that a spreadsheet would
//! take for a formula (`=`, `+`, `-`, `@`, tab, line break, and the full-width forms) gets an
//! apostrophe before it, and unsafe characters stand as tokens: what must be exact is read from JSON.
//!
//! Columns: `number`, `claim`, `verdict` (a rating's code, `disputed`, `none`, `dismissed`),
//! `verdict_en`, `verdict_ar`, `rating_value`, `standing` (checker: rating, one a line), `reasons`,
//! `checkers`, `verdict_at` (of the newest that stands), `verdicts_ever`, `text`, `translation`,
//! `language`, `speaker`, `role`, `via`, `cue`, `kind`, `polarity`, `quote`, `said_at`, `status`,
//! `dismissed`, `start`, `end`, `document`, `title`, `outlet`, `author`, `url` (the document's, else
//! the claim's), `published`, `sha256`, `text_sha256`, `newer_version`, `document_withdrawn`,
//! `supports`, `refutes`, `context` (evidence that is not withdrawn), `evidence_withdrawn`, `comments`,
//! `after_end` (whose standing verdict is dated after the end of their key, one a line: not to be relied on);
//! of a past state also `as_of`, its time by the writers' clocks.

use super::{escape, tally};
use crate::model::{ClaimFile, Document, Id, Report, Scale, Stance, Tongue, Verdict};
use std::io::{self, Write};

const COLUMNS: [&str; 42] = [
    "number",
    "claim",
    "verdict",
    "verdict_en",
    "verdict_ar",
    "rating_value",
    "standing",
    "reasons",
    "checkers",
    "verdict_at",
    "verdicts_ever",
    "text",
    "translation",
    "language",
    "speaker",
    "role",
    "via",
    "cue",
    "kind",
    "polarity",
    "quote",
    "said_at",
    "status",
    "dismissed",
    "start",
    "end",
    "document",
    "title",
    "outlet",
    "author",
    "url",
    "published",
    "sha256",
    "text_sha256",
    "newer_version",
    "document_withdrawn",
    "supports",
    "refutes",
    "context",
    "evidence_withdrawn",
    "comments",
    "after_end",
];

/// Writes the table.
pub(super) fn write(report: &Report, to: &mut dyn Write) -> io::Result<()> {
    to.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    let as_of = report.as_of.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true));
    csv.write_record(COLUMNS.into_iter().chain(as_of.as_ref().map(|_| "as_of"))).map_err(io::Error::from)?;
    for (at, file) in report.claims.iter().enumerate() {
        let mut row = vec![(at + 1).to_string(), file.claim.id.to_string()];
        row.extend(verdict_cells(file, &report.scale));
        row.extend(claim_cells(file));
        row.extend(document_cells(file));
        row.extend(count_cells(file));
        let late = file.verdicts.iter().filter(|verdict| verdict.standing && verdict.after_end);
        row.push(late.map(|verdict| verdict.checker_name.as_str()).collect::<Vec<_>>().join("\n"));
        row.extend(as_of.clone());
        csv.write_record(row.iter().map(|cell| escape::cell(cell))).map_err(io::Error::from)?;
    }
    csv.flush()
}

fn verdict_cells(file: &ClaimFile, scale: &Scale) -> Vec<String> {
    let outcome = tally::outcome(file);
    let label = |tongue| match outcome {
        "disputed" | "none" | "dismissed" => String::new(),
        code => tally::label(scale, code, tongue).into_owned(),
    };
    let standing: Vec<&Verdict> = file.verdicts.iter().filter(|v| v.standing).collect();
    let lines =
        |of: &dyn Fn(&Verdict) -> String| standing.iter().map(|v| of(v)).collect::<Vec<_>>().join("\n");
    let newest = standing.iter().map(|v| v.at).max();
    vec![
        outcome.to_owned(),
        label(Tongue::English),
        label(Tongue::Arabic),
        scale.rating(outcome).and_then(|r| r.value).map_or(String::new(), |v| v.to_string()),
        lines(&|v| format!("{}: {}", v.checker_name, tally::label(scale, &v.rating, Tongue::English))),
        lines(&|v| v.why.clone()),
        lines(&|v| v.checker_name.clone()),
        newest.map_or(String::new(), |at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        file.verdicts.len().to_string(),
    ]
}

fn claim_cells(file: &ClaimFile) -> Vec<String> {
    let claim = &file.claim;
    let number = |n: Option<usize>| n.map_or(String::new(), |n| n.to_string());
    vec![
        claim.text.clone(),
        claim.translation.clone(),
        claim.language.clone(),
        claim.speaker.clone(),
        claim.role.clone(),
        claim.via.join("\n"),
        claim.cue.clone(),
        claim.kind.to_string(),
        claim.polarity.to_string(),
        claim.quote.to_string(),
        claim.said_at.clone(),
        claim.status.to_string(),
        claim.dismissed.clone(),
        number(claim.start),
        number(claim.end),
    ]
}

fn document_cells(file: &ClaimFile) -> Vec<String> {
    let document = file.document.as_ref();
    let field = |of: fn(&Document) -> &String| document.map_or(String::new(), |d| of(d).clone());
    let address = field(|d| &d.url);
    vec![
        document.map_or(String::new(), |d| d.id.to_string()),
        field(|d| &d.title),
        field(|d| &d.outlet),
        field(|d| &d.author),
        if address.is_empty() { file.claim.url.clone() } else { address },
        field(|d| &d.published),
        field(|d| &d.sha256),
        field(|d| &d.text_sha256),
        document.and_then(|d| d.newer.as_ref()).map_or(String::new(), Id::to_string),
        field(|d| &d.withdrawn),
    ]
}

fn count_cells(file: &ClaimFile) -> Vec<String> {
    let valid = |stance: Stance| {
        file.evidence.iter().filter(|e| e.stance == stance && e.withdrawn.is_empty()).count()
    };
    let withdrawn = file.evidence.iter().filter(|e| !e.withdrawn.is_empty()).count();
    [valid(Stance::Supports), valid(Stance::Refutes), valid(Stance::Context), withdrawn, file.comments.len()]
        .map(|n| n.to_string())
        .to_vec()
}
