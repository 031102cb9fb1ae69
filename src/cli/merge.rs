//! `hudna merge`

use super::args::{self, counted};
use super::ask;
use super::failure::Failure;
use super::output::{Output, Progress};
use super::people::{self, People, Trusts};
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use crate::journal::{Casebook, Incoming, MergeOptions, Merged, brief_sitting};
use std::path::PathBuf;

/// Take over what other casebooks of this case hold and this one does not.
///
/// Each file is opened with your key if it is encrypted, read from a private copy and proved first, as by `hudna verify`; one entry that is not
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
    #[command(flatten)]
    key: Key,
    /// What it brought, or would bring, as one JSON object.
    #[arg(long)]
    json: bool,
}

/// Merges.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let incoming = proved(args, session, &casebook)?;
    let mut people = People::of(&casebook, session)?;
    let asks = !args.yes && ask::can();
    if args.dry_run || asks {
        let preview = with_progress(|progress| casebook.preview_merge(&incoming, progress))?;
        if args.dry_run || preview.is_empty() {
            return told(&preview, "would bring", args.json, &mut people, out);
        }
        told(&preview, "would bring", false, &mut people, out)?;
        out.flush()?;
        if !ask::agreed("Take it over?", out)? {
            out.note("nothing was changed");
            return Ok(());
        }
    }
    let merged = with_progress(|progress| casebook.merge(&incoming, progress))?;
    told(&merged, "brought", args.json, &mut people, out)?;
    people::meet(merged.by.iter().map(|by| &by.key), session)
}

/// The files, opened with a key where they are encrypted, and proved.
fn proved(args: &Args, session: &Session, casebook: &Casebook) -> Result<Incoming, Failure> {
    let stop = session::stop_on(session::TIDY)?;
    let place = session.private_place();
    let opened = args.files.iter().map(|file| Opened::of(file, &args.key, session, &place, &stop));
    let opened = opened.collect::<Result<Vec<Opened>, Failure>>()?;
    let paths: Vec<PathBuf> = opened.iter().map(|file| file.path().to_owned()).collect();
    let options = MergeOptions { without: args.without.clone(), other_case: args.other_case };
    let progress = Progress::new(0);
    let incoming = casebook.incoming(&paths, &options, &stop, &mut |done, all| progress.of(done, all));
    drop(progress);
    incoming.map_err(|error| opened.iter().fold(Failure::from(error), |failure, file| file.told(failure)))
}

fn with_progress(
    work: impl FnOnce(&mut dyn FnMut(u64, u64)) -> crate::journal::Result<Merged>,
) -> Result<Merged, Failure> {
    let progress = Progress::new(0);
    let done = work(&mut |done, all| progress.of(done, all));
    drop(progress);
    Ok(done?)
}

fn told(m: &Merged, verb: &str, json: bool, people: &mut People, out: &mut Output) -> Result<(), Failure> {
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
    if m.key_words > 0 {
        out.line(&format!("  keys        {} about keys", counted(m.key_words, "word")))?;
    }
    by(m, people, out)?;
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

/// Who wrote it, and whether this person knows their keys.
fn by(m: &Merged, people: &mut People, out: &mut Output) -> Result<(), Failure> {
    let ended: Vec<bool> = m.by.iter().map(|by| people.has_ended(&by.checker)).collect();
    people.come(m.by.iter().map(|by| &by.key));
    for (by, ended) in m.by.iter().zip(ended) {
        let (key, who) = (&by.key, people.name(&by.checker));
        let count = counted(by.entries, "entry");
        out.line(&format!("  by          {who}: {count}, {}", people.trust_words(key)))?;
        out.line(&format!("              {}", key.fingerprint))?;
        for words in people.state_words(key) {
            out.line(&format!("              {words}"))?;
        }
        if matches!(people.trusts(key), Trusts::Met | Trusts::NeverSeen) {
            for namesake in people.namesakes(key) {
                out.line(&format!("  WARNING     another key goes by the name {who}: {namesake}"))?;
            }
        }
        if ended {
            let word = "this key's end was known here before these entries came: whoever holds it may have dated them back";
            out.line(&format!("  WARNING     {word}"))?;
        }
    }
    Ok(())
}
