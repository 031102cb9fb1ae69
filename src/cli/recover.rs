//! `hudna recover`

use super::args::counted;
use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::{self, Session};
use crate::journal::{self, LostEntries, Recovered, brief_sitting};
use std::path::PathBuf;

/// How many losses of a kind are listed; --json lists more.
const LISTED: usize = 40;

/// Save what can be saved of a damaged casebook into a new one.
///
/// The file is read page by page, without trusting its schema, its indexes or the order of its pages, and
/// is never written to. All that bears itself out by hash and signature goes into NEW, which `hudna verify`
/// then passes; the tables are made anew. What could not be saved is listed: entries by sitting and
/// number, and words and files that are gone, which are withheld in NEW, so that `hudna merge` with any
/// other copy of the casebook fills them and brings the entries back.
///
/// An entry can only stand in NEW if all before it in its sitting can. What can be read of the others is written
/// beside NEW, one JSON object a line, in a file whose name ends in .lost.jsonl. Where something was lost, an
/// entry in NEW says so under your key.
///
/// Exits with 0 if nothing was lost that anything in the file speaks of, else with 1.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna recover casebook.db -o saved.db && hudna verify saved.db")]
pub struct Args {
    /// The damaged casebook.
    file: PathBuf,
    /// The casebook to make; a file that is there is never replaced.
    #[arg(short, long, value_name = "NEW")]
    output: PathBuf,
    /// What was saved and lost as one JSON object.
    #[arg(long)]
    json: bool,
}

/// Salvages.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let stop = session::stop_on(session::TIDY)?;
    let progress = Progress::new(0);
    let recovered =
        journal::recover(&args.file, &args.output, &session.keyring(), &stop, &mut |done, all| {
            progress.of(done, all)
        });
    drop(progress);
    let recovered = recovered?;
    if args.json {
        out.json(&recovered)?;
    } else {
        told(&recovered, out)?;
    }
    let whole = &args.output.display();
    if recovered.is_complete() {
        out.note(&format!("nothing is lost that anything in the file speaks of; the casebook is in {whole}"));
        return Ok(());
    }
    Err(Failure::failed(format!("not all could be saved; what could is in {whole}")).hint(
        "Keep the damaged file. `hudna merge` of any other copy, such as a backup, into the new one brings back what it lacks.",
    ))
}

fn told(r: &Recovered, out: &mut Output) -> Result<(), Failure> {
    out.line(&format!(
        "saved     {}, {}, {}, {}",
        counted(r.sittings, "sitting"),
        counted(r.entries, "entry"),
        counted(r.parts, "part"),
        counted(r.blobs, "blob")
    ))?;
    for lost in r.lost.iter().take(LISTED) {
        out.line(&range(lost))?;
    }
    let in_ranges: u64 = r.lost.iter().map(|lost| lost.to - lost.from + 1).sum();
    if r.lost_entries > in_ranges {
        let more = counted(r.lost_entries - in_ranges, "entry");
        out.line(&format!("lost      {more} of which the place is not known"))?;
    }
    for part in r.withheld.iter().take(LISTED) {
        let sitting = brief_sitting(&part.sitting);
        let subject = super::args::brief(&part.subject);
        let place = format!("sitting {sitting}, entry {}, part {} ({subject})", part.seq, part.n);
        out.line(&format!("withheld  {place}: {}", part.what))?;
    }
    let listed = r.lost.len().min(LISTED) + r.withheld.len().min(LISTED);
    if r.lost.len() + r.withheld.len() > listed || r.lost_parts > r.withheld.len() as u64 {
        out.note(&format!(
            "{} have lost their content in all; --json lists more",
            counted(r.lost_parts, "part")
        ));
    }
    if let Some(readable) = &r.readable {
        out.line(&format!("readable  {}", readable.display()))?;
    }
    pages(r, out)
}

fn range(lost: &LostEntries) -> String {
    let sitting = match brief_sitting(&lost.sitting) {
        "" => "of a sitting that is lost too".to_owned(),
        id => format!("sitting {id}"),
    };
    let entries = match lost.to - lost.from {
        0 => format!("entry {}", lost.from),
        _ => format!("entries {} to {}", lost.from, lost.to),
    };
    let readable = match lost.readable {
        0 => String::new(),
        n => format!("; {n} can be read all the same"),
    };
    format!("lost      {sitting}, {entries}{readable}")
}

fn pages(r: &Recovered, out: &mut Output) -> Result<(), Failure> {
    let kinds = [
        (r.missing_pages, "not there"),
        (r.unreadable_pages, "not readable"),
        (r.torn_pages, "torn, searched byte by byte"),
    ];
    let told: Vec<String> =
        kinds.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    if !told.is_empty() {
        out.line(&format!("pages     of {}: {}", r.pages + r.missing_pages, told.join(", ")))?;
    }
    Ok(())
}
