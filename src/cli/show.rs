//! `hudna show`

use super::args;
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::{Margin, Output};
use super::session::{self, Session};
use super::table::one_line;
use super::{claims, documents, log, words};
use crate::journal::Casebook;
use crate::model::{
    Claim, ClaimFile, Comment, Document, Evidence, Id, IdKind, Scale, Standing, Tongue, Verdict,
};
use crate::{locale, say, tell};
use serde::Serialize;

/// Show everything about a claim: its passage, evidence, verdicts, comments and history.
///
/// A document's id shows what is known about the document, and its claims.
#[derive(clap::Args)]
pub struct Args {
    /// The id of a claim or document, or its beginning.
    #[arg(value_name = "CLAIM")]
    id: String,
    /// Everything as one JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    as_of: AsOf,
}

/// A document and its claims, for programs.
#[derive(Serialize)]
struct DocumentFile {
    document: Document,
    /// The version of the extractor that its claims are listed by.
    extraction: String,
    claims: Vec<Claim>,
}

/// Shows the claim or document.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = args.as_of.casebook(session, None)?;
    let id = session::anything(&casebook, &args.id)?;
    match id.kind() {
        Some(IdKind::Claim) => claim(args, &casebook, &id, out),
        Some(IdKind::Document) => document(args, &casebook, &id, out),
        // Evidence and verdicts are shown where they belong.
        Some(IdKind::Evidence) => claim(args, &casebook, &casebook.evidence(&id)?.claim, out),
        Some(IdKind::Verdict) => claim(args, &casebook, &casebook.verdict(&id)?.claim, out),
        _ => Err(Failure::usage(say!("show-neither", id = id.as_str()))),
    }
}

fn document(args: &Args, casebook: &Casebook, id: &Id, out: &mut Output) -> Result<(), Failure> {
    let file = DocumentFile {
        document: casebook.document(id)?,
        extraction: casebook.extraction(id)?,
        claims: casebook.document_claims(id)?,
    };
    if args.json {
        return out.json(&as_of::dated(casebook, &file));
    }
    as_of::head(casebook, out)?;
    let DocumentFile { document, extraction, claims } = file;
    out.line(&tell!("show-state", id = document.id.as_str(), state = documents::state(&document)))?;
    let version = |id: &Option<Id>| id.as_ref().map(Id::to_string).unwrap_or_default();
    let (kind, encoding) = (&document.media_type, &document.encoding);
    pairs(
        out,
        &[
            (say!("show-title"), &document.title),
            (say!("show-outlet"), &document.outlet),
            (say!("show-author"), &document.author),
            (say!("show-url"), &document.url),
            (say!("show-published"), &locale::date(&document.published)),
            (say!("show-language"), &document.language),
            (say!("show-type"), &say!("show-type-words", type = kind, encoding = encoding)),
            (say!("show-size"), &say!("show-size-words", bytes = document.size, points = document.length)),
            (say!("show-sha256"), &document.sha256),
            (say!("show-imported"), &args::at(&document.imported_at)),
            (say!("show-extraction"), &extraction),
            (say!("show-previous"), &version(&document.previous)),
            (say!("show-newer"), &version(&document.newer)),
            (say!("show-withdrawn"), &document.withdrawn),
            (say!("show-erased"), &erased(&document)),
        ],
    )?;
    heading(out, &say!("count-claims", n = claims.len()))?;
    for claim in &claims {
        let speaker = if claim.speaker.is_empty() { "-" } else { &claim.speaker };
        line(out, &[args::brief(&claim.id), &claims::state(claim), speaker])?;
        out.named(Margin { before: 3, name: 0 }, "", &one_line(&claim.text))?;
    }
    Ok(())
}

/// What of a document is erased.
fn erased(document: &Document) -> String {
    match document.blanked {
        0 => String::new(),
        n => say!("show-erased-points", n = n),
    }
}

fn claim(args: &Args, casebook: &Casebook, id: &Id, out: &mut Output) -> Result<(), Failure> {
    let file = casebook.claim_file(id)?;
    if args.json {
        return out.json(&as_of::dated(casebook, &file));
    }
    as_of::head(casebook, out)?;
    let scale = casebook.scale()?;
    head(&file, &scale, out)?;
    if let Some(passage) = &file.passage {
        heading(out, &say!("show-passage"))?;
        out.block(&format!("{}[{}]{}", passage.before, passage.claim, passage.after))?;
    }
    section(out, &say!("show-evidence"), &file.evidence, evidence)?;
    section(out, &say!("show-verdicts"), &file.verdicts, |out, it| verdict(out, it, &scale))?;
    section(out, &say!("show-comments"), &file.comments, comment)?;
    section(out, &say!("show-history"), &file.history, |out, change| {
        let field = words::field(&change.field);
        let what = if change.field.is_empty() { words::what(&change.what) } else { field };
        line(out, &[&args::at(&change.at), &change.checker_name, &what, &log::value(&scale, change).text])
    })
}

fn head(file: &ClaimFile, scale: &Scale, out: &mut Output) -> Result<(), Failure> {
    let claim = &file.claim;
    out.line(&tell!("show-state", id = claim.id.as_str(), state = claims::state(claim)))?;
    out.block(&claim.text)?;
    let document = file.document.as_ref();
    let place = claim.start.zip(claim.end).map(|(start, end)| format!("{start}-{end}")).unwrap_or_default();
    let newer = document.and_then(|document| document.newer.as_ref());
    let newer = newer.map(|id| say!("show-newer-version", id = id.as_str())).unwrap_or_default();
    let conflicts: Vec<String> = claim.conflicts.iter().map(|code| words::field(&code.to_string())).collect();
    let tongue = words::tongue();
    pairs(
        out,
        &[
            (say!("show-speaker"), &claim.speaker),
            (say!("show-role"), &claim.role),
            (say!("show-cue"), &claim.cue),
            (say!("show-via"), &claim.via.join(" > ")),
            (say!("show-quote"), claim.quote.label(tongue)),
            (say!("show-polarity"), claim.polarity.label(tongue)),
            (say!("show-kind"), claim.kind.label(tongue)),
            (say!("show-worth"), &worth(claim)),
            (say!("show-said-at"), &locale::date(&claim.said_at)),
            (say!("show-language"), &claim.language),
            (say!("show-translation"), &claim.translation),
            (say!("show-verdict"), &standing(&claim.verdict, scale)),
            (say!("show-dismissed"), &claim.dismissed),
            (say!("show-conflicts"), &locale::list(&conflicts)),
            (say!("show-url"), &claim.url),
            (say!("show-document"), &document.map(|d| d.id.to_string()).unwrap_or_default()),
            (say!("show-title"), document.map_or("", |d| &d.title)),
            (say!("show-place"), &place),
            (say!("show-newer"), &newer),
        ],
    )
}

/// How much it is worth a check, and why.
fn worth(claim: &Claim) -> String {
    match claim.reasons.is_empty() {
        true => locale::number(claim.worth),
        false => say!("show-worth-words", worth = claim.worth, why = claim.why_worth(words::tongue())),
    }
}

fn standing(verdict: &Standing, scale: &Scale) -> String {
    match verdict {
        Standing::None => String::new(),
        Standing::Disputed => say!("claims-disputed"),
        Standing::Rated(code) => rating(code, scale),
    }
}

fn rating(code: &str, scale: &Scale) -> String {
    let Some(rating) = scale.rating(code) else { return code.to_owned() };
    let (here, other) = match words::tongue() {
        Tongue::English => (&rating.en, &rating.ar),
        Tongue::Arabic => (&rating.ar, &rating.en),
    };
    say!("show-rating-words", rating = here, other = other)
}

fn evidence(out: &mut Output, it: &Evidence) -> Result<(), Failure> {
    let grade = it.grade.map(|grade| grade.to_string()).unwrap_or_else(|| say!("show-ungraded"));
    let stance = words::stance(it.stance);
    let late = late(it.after_end);
    line(out, &[it.id.as_str(), &stance, &grade, &args::at(&it.at), &it.checker_name, &late])?;
    let words = it.grade.map(|grade| match words::tongue() {
        Tongue::English => grade.words(),
        Tongue::Arabic => crate::report::arabic_grade(grade),
    });
    let words = words
        .map(|(source, information)| say!("show-grade-words", source = source, information = information));
    let file = it.file.as_ref();
    let stored = file.map(|f| say!("show-file-words", file = &f.name, n = f.size)).unwrap_or_default();
    under(
        out,
        &[
            (say!("show-url"), &it.url),
            (say!("show-quotation"), &it.quotation),
            (say!("show-file"), &stored),
            (say!("show-sha256"), file.map_or("", |f| &f.sha256)),
            (say!("show-grade"), &words.unwrap_or_default()),
            (say!("show-note"), &it.note),
            (say!("show-withdrawn"), &it.withdrawn),
        ],
    )
}

fn verdict(out: &mut Output, it: &Verdict, scale: &Scale) -> Result<(), Failure> {
    let state = match it {
        _ if !it.withdrawn.is_empty() => say!("verdict-withdrawn"),
        _ if it.standing => say!("show-standing"),
        _ => say!("verdict-replaced"),
    };
    let blind = if it.blind { say!("show-blind") } else { String::new() };
    let late = late(it.after_end);
    line(out, &[it.id.as_str(), &state, &args::at(&it.at), &it.checker_name, &blind, &late])?;
    under(
        out,
        &[
            (say!("show-rating"), &rating(&it.rating, scale)),
            (say!("show-why"), &it.why),
            (say!("show-withdrawn"), &it.withdrawn),
        ],
    )
}

fn comment(out: &mut Output, it: &Comment) -> Result<(), Failure> {
    line(out, &[it.id.as_str(), &args::at(&it.at), &it.checker_name, &late(it.after_end)])?;
    under(out, &[(say!("show-text"), &it.text), (say!("show-withdrawn"), &it.withdrawn)])
}

/// Says of what is dated after its key's end that it is.
fn late(after_end: bool) -> String {
    if after_end { say!("show-after-end") } else { String::new() }
}

/// A heading and what stands under it; nothing where there is nothing.
fn section<T>(
    out: &mut Output,
    title: &str,
    items: &[T],
    show: impl Fn(&mut Output, &T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if items.is_empty() {
        return Ok(());
    }
    heading(out, title)?;
    items.iter().try_for_each(|item| show(out, item))
}

fn heading(out: &mut Output, title: &str) -> Result<(), Failure> {
    out.line("")?;
    Ok(out.line(&say!("show-heading", what = title))?)
}

/// Several values on one line, empty ones left out.
fn line(out: &mut Output, values: &[&str]) -> Result<(), Failure> {
    let values: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    let cells: Vec<(String, usize)> = values.iter().map(|value| (value.to_string(), 2)).collect();
    Ok(out.row(&[&[(String::new(), 2)], &cells[..]].concat())?)
}

/// Names with their values, empty values left out.
fn pairs(out: &mut Output, pairs: &[(String, &str)]) -> Result<(), Failure> {
    named(out, Margin::PAIR, pairs)
}

/// The same of what stands in a section.
fn under(out: &mut Output, pairs: &[(String, &str)]) -> Result<(), Failure> {
    named(out, Margin { before: 4, name: 10 }, pairs)
}

fn named(out: &mut Output, margin: Margin, pairs: &[(String, &str)]) -> Result<(), Failure> {
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        out.named(margin, name, &one_line(value))?;
    }
    Ok(())
}
