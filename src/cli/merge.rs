//! `hudna merge`

use super::ask;
use super::failure::Failure;
use super::output::{Margin, Output, Progress};
use super::people::{self, People};
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use super::words;
use crate::journal::{Casebook, Incoming, MergeOptions, MergeProgress, Merged, brief_sitting};
use crate::locale::{self, Told};
use crate::model::{Side, Verdict};
use crate::{say, tell};
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
    /// Take entries also where they name others that are nowhere.
    ///
    /// Whoever wrote them says to have seen entries that were cut off since, were left out of a merge, or never were. From
    /// then on `hudna verify` finds these missing.
    #[arg(long)]
    incomplete: bool,
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
        let preview =
            with_progress(&say!("progress-trying"), |told| casebook.preview_merge(&incoming, told))?;
        if args.dry_run || preview.is_empty() {
            return told(&preview, false, args.json, &mut people, out);
        }
        match args.json {
            // The person who is asked must see it; the result is for a program.
            true => {
                let mut beside = out.beside();
                told(&preview, false, false, &mut people, &mut beside)?;
                beside.flush()?;
            }
            false => told(&preview, false, false, &mut people, out)?,
        }
        if !ask::agreed(&say!("merge-question"), out)? {
            out.note(&say!("ask-nothing-changed"));
            return Ok(());
        }
    }
    let merged = with_progress(&say!("progress-taking"), |told| casebook.merge(&incoming, told))?;
    told(&merged, true, args.json, &mut people, out)?;
    people::meet(merged.by.iter().map(|by| &by.key), session)
}

/// The files, opened with a key where they are encrypted, and proved.
fn proved(args: &Args, session: &Session, casebook: &Casebook) -> Result<Incoming, Failure> {
    let stop = session::stop_on(session::TIDY)?;
    let place = session.private_place();
    let opened = args.files.iter().map(|file| Opened::of(file, &args.key, session, &place, &stop));
    let opened = opened.collect::<Result<Vec<Opened>, Failure>>()?;
    let paths: Vec<PathBuf> = opened.iter().map(|file| file.path().to_owned()).collect();
    let options = MergeOptions {
        without: args.without.clone(),
        other_case: args.other_case,
        incomplete: args.incomplete,
    };
    let progress = Progress::job(&say!("progress-proving"));
    let incoming = casebook.incoming(&paths, &options, &stop, &mut |_, done, all| progress.of(done, all));
    drop(progress);
    incoming.map_err(|error| opened.iter().fold(Failure::from(error), |failure, file| file.told(failure)))
}

fn with_progress(
    what: &str,
    work: impl FnOnce(&mut MergeProgress) -> crate::journal::Result<Merged>,
) -> Result<Merged, Failure> {
    let progress = Progress::job(what);
    let done = work(&mut |_, done, all| progress.of(done, all));
    drop(progress);
    Ok(done?)
}

/// Names under each other, a little in.
const MARGIN: Margin = Margin { before: 2, name: 11 };

fn told(m: &Merged, done: bool, json: bool, people: &mut People, out: &mut Output) -> Result<(), Failure> {
    if json {
        return out.json(m);
    }
    for sitting in &m.left_out {
        out.line(&tell!("merge-left-out", sitting = brief_sitting(sitting)))?;
    }
    if m.is_empty() {
        return Ok(out.line(&tell!("merge-nothing"))?);
    }
    let n = m.entries;
    out.line(&if done { say!("merge-brought", n = n) } else { say!("merge-would-bring", n = n) })?;
    counts(m, out)?;
    by(m, people, out)?;
    if m.ahead > 0 {
        out.named(MARGIN, &say!("merge-ahead"), &say!("merge-ahead-entries", n = m.ahead))?;
    }
    against(m, out)?;
    if let Some(backup) = &m.backup {
        out.note(&tell!("merge-backup", file = backup.display()));
    }
    Ok(())
}

/// How many of each thing.
fn counts(m: &Merged, out: &mut Output) -> Result<(), Failure> {
    let things = [
        (m.documents, say!("count-documents", n = m.documents)),
        (m.claims, say!("count-claims", n = m.claims)),
        (m.verdicts, say!("count-verdicts", n = m.verdicts)),
        (m.comments, say!("count-comments", n = m.comments)),
        (m.evidence, say!("count-evidence", n = m.evidence)),
        (m.extractions, say!("merge-extractions", n = m.extractions)),
    ];
    let things: Vec<String> = things.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words).collect();
    if !things.is_empty() {
        out.named(MARGIN, &say!("merge-new"), &locale::list(&things))?;
    }
    if m.changed > 0 {
        out.named(MARGIN, &say!("merge-changed"), &say!("count-claims", n = m.changed))?;
    }
    if m.filled > 0 {
        out.named(MARGIN, &say!("merge-filled"), &say!("merge-filled-parts", n = m.filled))?;
    }
    if m.erasures > 0 {
        out.named(MARGIN, &say!("merge-erasures"), &say!("merge-erasures-pending", n = m.erasures))?;
    }
    if m.shunned > 0 {
        out.named(MARGIN, &say!("merge-not-taken"), &say!("merge-not-taken-parts", n = m.shunned))?;
    }
    if m.untrue > 0 {
        out.named(MARGIN, &say!("merge-untrue"), &say!("merge-untrue-parts", n = m.untrue))?;
    }
    if m.key_words > 0 {
        out.named(MARGIN, &say!("merge-keys"), &say!("merge-keys-words", n = m.key_words))?;
    }
    Ok(())
}

/// What stands against each other.
fn against(m: &Merged, out: &mut Output) -> Result<(), Failure> {
    let between = format!(" {} ", say!("merge-against"));
    for c in &m.conflicts {
        let side = |side: &Side| {
            let value = words::value(&c.field, &side.value);
            tell!("merge-side-value", value = value, who = &side.checker_name)
        };
        let sides = Told::join(&c.sides.iter().map(side).collect::<Vec<_>>(), &between);
        let (subject, field) = (words::subject(&c.subject), words::field(&c.field));
        let told = tell!("merge-field-sides", subject = subject, field = field, sides = sides);
        out.named(MARGIN, &say!("merge-conflict"), &told)?;
    }
    for d in &m.disputes {
        let side = |v: &Verdict| {
            tell!("merge-side-rating", rating = words::rating(&v.rating), who = &v.checker_name)
        };
        let sides = Told::join(&d.verdicts.iter().map(side).collect::<Vec<_>>(), &between);
        let told = tell!("merge-claim-sides", claim = d.claim.brief(), sides = sides);
        out.named(MARGIN, &say!("merge-dispute"), &told)?;
    }
    Ok(())
}

/// Who wrote it, and whether this person knows their keys; and what is said of keys.
fn by(m: &Merged, people: &mut People, out: &mut Output) -> Result<(), Failure> {
    let remarks = people.remarks(m);
    let warning = say!("merge-warning");
    for (by, known) in m.by.iter().zip(remarks) {
        let wrote = tell!("merge-wrote", who = &known.who, n = by.entries, trust = known.trust);
        out.named(MARGIN, &say!("merge-by"), &wrote)?;
        out.named(MARGIN, "", &by.key.fingerprint)?;
        known.state.iter().try_for_each(|words| out.named(MARGIN, "", words))?;
        known.warnings.iter().try_for_each(|words| out.named(MARGIN, &warning, words))?;
    }
    let (others, mine) = people.spoken_of(m);
    others.iter().try_for_each(|words| out.named(MARGIN, &say!("merge-keys"), words))?;
    mine.iter().try_for_each(|words| out.named(MARGIN, &warning, words))?;
    Ok(())
}
