//! `hudna merge`

use super::args::{self, counted};
use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::{self, Session};
use crate::journal::{Incoming, MergeOptions, Merged, brief_sitting};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

/// Take over what other casebooks of this case hold and this one does not.
///
/// Each file is read from a private copy and proved first, as by `hudna verify`; one entry that is not
/// as it was signed refuses the whole merge, unless its sitting is left out by name. What the merge
/// would bring is shown, with the conflicts and disputes that would arise; then you are asked, where
/// a terminal is there to ask. Nothing here is overwritten: unlike values stand side by side until somebody
/// resolves them (`hudna conflicts`). The files are never written to, their order does not matter, and
/// merging the same again changes nothing. The casebook as it was before is kept beside it, for
/// the last three merges.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna merge from-salma.db from-nadim.db --dry-run\n  \
    hudna merge from-salma.db --without 3fa91c")]
pub struct Args {
    /// The casebooks to take from.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only show what it would bring.
    #[arg(long)]
    dry_run: bool,
    /// Do not ask.
    #[arg(short, long)]
    yes: bool,
    /// Leave out a sitting whose id begins so; once for each.
    #[arg(long, value_name = "SITTING")]
    without: Vec<String>,
    /// Take entries of another case too.
    #[arg(long)]
    other_case: bool,
    /// What it brought, or would bring, as one JSON object.
    #[arg(long)]
    json: bool,
}

/// Merges.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let stop = session::stop_on(session::TIDY)?;
    let options = MergeOptions { without: args.without.clone(), other_case: args.other_case };
    let progress = Progress::new(0);
    let incoming = casebook.incoming(&args.files, &options, &stop, &mut |done, all| progress.of(done, all));
    drop(progress);
    let incoming: Incoming = incoming?;
    let asks = !args.yes && io::stdin().is_terminal() && io::stderr().is_terminal();
    if args.dry_run || asks {
        let preview = with_progress(|progress| casebook.preview_merge(&incoming, progress))?;
        if args.dry_run || preview.is_empty() {
            return told(&preview, "would bring", args.json, out);
        }
        told(&preview, "would bring", false, out)?;
        out.flush()?;
        if !agreed(out)? {
            out.note("nothing was changed");
            return Ok(());
        }
    }
    let merged = with_progress(|progress| casebook.merge(&incoming, progress))?;
    told(&merged, "brought", args.json, out)
}

fn with_progress(
    work: impl FnOnce(&mut dyn FnMut(u64, u64)) -> crate::journal::Result<Merged>,
) -> Result<Merged, Failure> {
    let progress = Progress::new(0);
    let done = work(&mut |done, all| progress.of(done, all));
    drop(progress);
    Ok(done?)
}

/// Asks on the terminal; anything but yes is no.
fn agreed(out: &mut Output) -> Result<bool, Failure> {
    out.flush()?;
    let _ = write!(io::stderr(), "Take it over? [y/N] ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "نعم" | "ن"))
}

fn told(m: &Merged, verb: &str, json: bool, out: &mut Output) -> Result<(), Failure> {
    if json {
        return out.json(m);
    }
    for sitting in &m.left_out {
        out.line(&format!("left out: sitting {}", brief_sitting(sitting)))?;
    }
    if m.is_empty() {
        return Ok(out.line("nothing new: all of it is here already")?);
    }
    out.line(&format!("the merge {verb} {}:", counted(m.entries, "entry")))?;
    let things =
        [(m.documents, "document"), (m.claims, "claim"), (m.verdicts, "verdict"), (m.comments, "comment")];
    let mut things: Vec<String> =
        things.iter().filter(|(n, _)| *n > 0).map(|(n, what)| counted(*n, what)).collect();
    things.extend(match m.evidence {
        0 => None,
        1 => Some("1 piece of evidence".to_owned()),
        n => Some(format!("{n} pieces of evidence")),
    });
    if !things.is_empty() {
        out.line(&format!("  new         {}", things.join(", ")))?;
    }
    if m.filled > 0 {
        out.line(&format!("  filled      {} that had been withheld", counted(m.filled, "part")))?;
    }
    if m.erasures > 0 {
        let count = counted(m.erasures, "erasure");
        out.line(&format!("  erasures    {count} that you can confirm: `hudna erase --pending`"))?;
    }
    if m.shunned > 0 {
        out.line(&format!("  not taken   {} of what is erased here", counted(m.shunned, "part")))?;
    }
    for by in &m.by {
        let who = if by.checker_name == by.checker.as_str() { by.checker.brief() } else { &by.checker_name };
        out.line(&format!("  by          {who}: {}", counted(by.entries, "entry")))?;
    }
    if m.ahead > 0 {
        let count = counted(m.ahead, "entry");
        out.line(&format!("  ahead       {count} dated more than a day ahead of this machine's clock"))?;
    }
    for c in &m.conflicts {
        let values: Vec<String> =
            c.sides.iter().map(|side| format!("“{}” ({})", side.value, side.checker_name)).collect();
        let subject = args::brief(&c.subject);
        out.line(&format!("  conflict    {subject} {}: {}", c.field, values.join(" against ")))?;
    }
    for d in &m.disputes {
        let verdicts: Vec<String> =
            d.verdicts.iter().map(|v| format!("{} ({})", v.rating, v.checker_name)).collect();
        out.line(&format!("  dispute     {}: {}", d.claim.brief(), verdicts.join(" against ")))?;
    }
    if let Some(backup) = &m.backup {
        out.note(&format!("the casebook as it was is kept: {}", backup.display()));
    }
    Ok(())
}
