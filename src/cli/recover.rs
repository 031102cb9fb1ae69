//! `hudna recover`

use super::failure::Failure;
use super::output::{Margin, Output, Progress};
use super::session::{self, Session};
use super::words;
use crate::journal::{self, LostEntries, Recovered, brief_sitting};
use crate::locale::{self, Told};
use crate::{say, tell};
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
/// beside NEW, one JSON object a line, in a file whose name ends in .lost.jsonl; where a run before left one with other
/// words, in a further one (NEW.2.lost.jsonl). Where something was lost, an entry in NEW says so under your key.
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
    let progress = Progress::job(&say!("progress-recovering"));
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
    let file = args.output.display();
    if recovered.is_complete() {
        out.note(&tell!("recover-none-lost", file = file));
        return Ok(());
    }
    Err(Failure::failed(say!("recover-some-lost", file = file)).hint(say!("recover-some-lost-hint")))
}

/// Names under each other.
const MARGIN: Margin = Margin { before: 0, name: 9 };

fn told(r: &Recovered, out: &mut Output) -> Result<(), Failure> {
    let saved = [
        say!("count-sittings", n = r.sittings),
        say!("count-entries", n = r.entries),
        say!("count-parts", n = r.parts),
        say!("count-blobs", n = r.blobs),
    ];
    out.named(MARGIN, &say!("recover-saved"), &locale::list(&saved))?;
    for lost in r.lost.iter().take(LISTED) {
        out.named(MARGIN, &say!("recover-lost"), &range(lost))?;
    }
    let in_ranges: u64 = r.lost.iter().map(|lost| lost.to - lost.from + 1).sum();
    if r.lost_entries > in_ranges {
        let more = say!("recover-lost-somewhere", n = r.lost_entries - in_ranges);
        out.named(MARGIN, &say!("recover-lost"), &more)?;
    }
    for part in r.withheld.iter().take(LISTED) {
        let told = tell!(
            "recover-withheld-part",
            sitting = brief_sitting(&part.sitting),
            entry = part.seq.to_string(),
            part = part.n.to_string(),
            subject = super::args::brief(&part.subject),
            what = words::gone(&part.what),
        );
        out.named(MARGIN, &say!("recover-withheld"), &told)?;
    }
    let listed = r.lost.len().min(LISTED) + r.withheld.len().min(LISTED);
    if r.lost.len() + r.withheld.len() > listed || r.lost_parts > r.withheld.len() as u64 {
        out.note(&say!("recover-lost-contents", n = r.lost_parts));
    }
    if let Some(readable) = &r.readable {
        out.named(MARGIN, &say!("recover-readable"), &readable.display().to_string())?;
    }
    pages(r, out)
}

fn range(lost: &LostEntries) -> Told {
    let sitting = match brief_sitting(&lost.sitting) {
        "" => tell!("recover-sitting-lost"),
        id => tell!("recover-sitting", sitting = id),
    };
    let (from, to) = (lost.from.to_string(), lost.to.to_string());
    let entries = match lost.to - lost.from {
        0 => tell!("recover-entry", sitting = sitting, from = from),
        _ => tell!("recover-range", sitting = sitting, from = from, to = to),
    };
    match lost.readable {
        0 => entries,
        n => tell!("recover-readable-too", lost = entries, n = n),
    }
}

fn pages(r: &Recovered, out: &mut Output) -> Result<(), Failure> {
    let states = [
        (r.missing_pages, say!("recover-pages-missing", n = r.missing_pages)),
        (r.unreadable_pages, say!("recover-pages-unreadable", n = r.unreadable_pages)),
        (r.torn_pages, say!("recover-pages-torn", n = r.torn_pages)),
    ];
    let told: Vec<String> = states.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words).collect();
    if !told.is_empty() {
        let (all, states) = (r.pages + r.missing_pages, locale::list(&told));
        out.named(MARGIN, &say!("recover-pages"), &say!("recover-pages-of", n = all, states = states))?;
    }
    Ok(())
}
