//! `hudna show`

use super::args::{self, counted};
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use super::table::one_line;
use super::{claims, documents, log};
use crate::journal::Casebook;
use crate::model::{
    Claim, ClaimFile, Comment, Document, Evidence, Id, IdKind, Scale, Standing, Tongue, Verdict,
};
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
        _ => Err(Failure::usage(format!("{id} names neither a claim nor a document"))),
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
    out.line(&format!("{}  {}", document.id, documents::state(&document)))?;
    let version = |id: &Option<Id>| id.as_ref().map(Id::to_string).unwrap_or_default();
    pairs(
        out,
        &[
            ("title", &document.title),
            ("outlet", &document.outlet),
            ("author", &document.author),
            ("url", &document.url),
            ("published", &document.published),
            ("language", &document.language),
            ("type", &format!("{}, {}", document.media_type, document.encoding)),
            ("size", &format!("{} bytes, {} code points", document.size, document.length)),
            ("sha256", &document.sha256),
            ("imported", &args::at(&document.imported_at)),
            ("extraction", &extraction),
            ("previous", &version(&document.previous)),
            ("newer", &version(&document.newer)),
            ("withdrawn", &document.withdrawn),
            ("erased", &erased(&document)),
        ],
    )?;
    heading(out, &counted(claims.len(), "claim"))?;
    for claim in &claims {
        let speaker = if claim.speaker.is_empty() { "-" } else { &claim.speaker };
        out.line(&format!("  {}  {}  {speaker}", args::brief(&claim.id), claims::state(claim)))?;
        out.line(&format!("    {}", one_line(&claim.text)))?;
    }
    Ok(())
}

/// What of a document is erased.
fn erased(document: &Document) -> String {
    match document.blanked {
        0 => String::new(),
        n => format!("{} of the text, and the bytes as received", counted(n, "code point")),
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
        heading(out, "passage")?;
        out.block(&format!("{}[{}]{}", passage.before, passage.claim, passage.after))?;
    }
    section(out, "evidence", &file.evidence, evidence)?;
    section(out, "verdicts", &file.verdicts, |out, it| verdict(out, it, &scale))?;
    section(out, "comments", &file.comments, comment)?;
    section(out, "history", &file.history, |out, change| {
        let what = if change.field.is_empty() { &change.what } else { &change.field };
        let value = log::value(change);
        line(out, &[&args::at(&change.at), &change.checker_name, what, &value])
    })
}

fn head(file: &ClaimFile, scale: &Scale, out: &mut Output) -> Result<(), Failure> {
    let claim = &file.claim;
    out.line(&format!("{}  {}", claim.id, claims::state(claim)))?;
    out.block(&claim.text)?;
    let document = file.document.as_ref();
    let place = claim.start.zip(claim.end).map(|(start, end)| format!("{start}-{end}")).unwrap_or_default();
    let newer = document.and_then(|document| document.newer.as_ref());
    pairs(
        out,
        &[
            ("speaker", &claim.speaker),
            ("role", &claim.role),
            ("cue", &claim.cue),
            ("via", &claim.via.join(" > ")),
            ("quote", claim.quote.label(Tongue::English)),
            ("polarity", claim.polarity.label(Tongue::English)),
            ("kind", claim.kind.label(Tongue::English)),
            ("worth", &worth(claim)),
            ("said at", &claim.said_at),
            ("language", &claim.language),
            ("translation", &claim.translation),
            ("verdict", &standing(&claim.verdict, scale)),
            ("dismissed", &claim.dismissed),
            ("conflicts", &claim.conflicts.join(", ")),
            ("url", &claim.url),
            ("document", &document.map(|d| d.id.to_string()).unwrap_or_default()),
            ("title", document.map_or("", |d| &d.title)),
            ("place", &place),
            ("newer", &newer.map(|id| format!("{id} (a newer version of the document)")).unwrap_or_default()),
        ],
    )
}

/// How much it is worth a check, and why.
fn worth(claim: &Claim) -> String {
    match claim.reasons.is_empty() {
        true => claim.worth.to_string(),
        false => format!("{}: {}", claim.worth, claim.why_worth(Tongue::English)),
    }
}

fn standing(verdict: &Standing, scale: &Scale) -> String {
    match verdict {
        Standing::None => String::new(),
        Standing::Disputed => "disputed".to_owned(),
        Standing::Rated(code) => rating(code, scale),
    }
}

fn rating(code: &str, scale: &Scale) -> String {
    scale.rating(code).map_or_else(|| code.to_owned(), |rating| format!("{} ({})", rating.en, rating.ar))
}

fn evidence(out: &mut Output, it: &Evidence) -> Result<(), Failure> {
    let grade = it.grade.map(|grade| grade.to_string()).unwrap_or_else(|| "ungraded".to_owned());
    line(out, &[it.id.as_str(), it.stance.code(), &grade, &args::at(&it.at), &it.checker_name])?;
    let words = it.grade.map(|g| format!("source {}, information {}", g.words().0, g.words().1));
    let file = it.file.as_ref();
    pairs(
        out,
        &[
            ("  url", &it.url),
            ("  quotation", &it.quotation),
            ("  file", &file.map(|f| format!("{}, {} bytes", f.name, f.size)).unwrap_or_default()),
            ("  sha256", file.map_or("", |f| &f.sha256)),
            ("  grade", &words.unwrap_or_default()),
            ("  note", &it.note),
            ("  withdrawn", &it.withdrawn),
        ],
    )
}

fn verdict(out: &mut Output, it: &Verdict, scale: &Scale) -> Result<(), Failure> {
    let state = match it {
        _ if !it.withdrawn.is_empty() => "withdrawn",
        _ if it.standing => "standing",
        _ => "replaced",
    };
    let blind = if it.blind { "blind" } else { "" };
    line(out, &[it.id.as_str(), state, &args::at(&it.at), &it.checker_name, blind])?;
    pairs(
        out,
        &[("  rating", &rating(&it.rating, scale)), ("  why", &it.why), ("  withdrawn", &it.withdrawn)],
    )
}

fn comment(out: &mut Output, it: &Comment) -> Result<(), Failure> {
    line(out, &[it.id.as_str(), &args::at(&it.at), &it.checker_name])?;
    pairs(out, &[("  text", &it.text), ("  withdrawn", &it.withdrawn)])
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
    Ok(out.line(&format!("{title}:"))?)
}

/// Several values on one line, empty ones left out.
fn line(out: &mut Output, values: &[&str]) -> Result<(), Failure> {
    let values: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    let cells: Vec<(String, usize)> = values.iter().map(|value| (value.to_string(), 2)).collect();
    Ok(out.row(&[&[(String::new(), 2)], &cells[..]].concat())?)
}

/// Names with their values, empty values left out.
fn pairs(out: &mut Output, pairs: &[(&str, &str)]) -> Result<(), Failure> {
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        out.pair(name, &one_line(value))?;
    }
    Ok(())
}
