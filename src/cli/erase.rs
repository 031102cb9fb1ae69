//! `hudna erase`

use super::args::{self, counted};
use super::failure::Failure;
use super::output::{self, Output, Progress};
use super::people;
use super::session::{self, Session};
use crate::journal::{Casebook, Erasure, ErasurePlan, Reach};
use crate::model::{Id, IdKind};
use std::io::{self, IsTerminal};

/// Erase content for a source's safety: for good, from this casebook and the backups beside it.
///
/// A claim goes with all that was written to it and its evidence, verdicts and comments; its words are
/// blanked in the document's text, so that all other places stay right, and the document's bytes as received go.
/// A document goes with its claims; evidence with its file; of a checker go name and contact. The
/// record keeps that something was there, who erased it, when and why, and still verifies. A merge with an
/// older copy does not bring it back.
///
/// It cannot be undone. You are asked to type the whole id. The reason stays: do not let it tell what you erase.
///
/// What a colleague erased waits after a merge until you confirm it here, or refuse it.
///
/// It does not reach other people's copies, reports, or what a disk or a cloud keeps of older versions: those that
/// are known are named. A document that was not imported with --private has its id from its text: whoever
/// guesses all the words exactly can still tell that it was here.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna erase c41d --why \"asked by the source\"\n  \
    hudna erase --pending\n  hudna erase c41d --confirm")]
pub struct Args {
    /// The id of a claim, evidence, document, checker, verdict or comment, or its beginning.
    #[arg(value_name = "ID", required_unless_present = "pending")]
    id: Option<String>,
    /// The reason. It is kept.
    #[arg(long)]
    why: Option<String>,
    /// Erase claims that share words with it too: what is left of them would still tell these words.
    #[arg(long)]
    overlapping: bool,
    /// Only show what would go.
    #[arg(long)]
    dry_run: bool,
    /// The whole id again, where no terminal is there to ask.
    #[arg(long, value_name = "ID")]
    repeat_id: Option<String>,
    /// List the erasures that merges brought and that wait for you.
    #[arg(long, conflicts_with_all = ["id", "why", "overlapping", "dry_run", "repeat_id", "confirm", "refuse"])]
    pending: bool,
    /// Do what an erasure of this says that a merge brought.
    #[arg(long, conflicts_with_all = ["why", "overlapping", "refuse"])]
    confirm: bool,
    /// Leave here what an erasure of this says that a merge brought. Say why.
    #[arg(long, conflicts_with_all = ["overlapping", "dry_run", "repeat_id"])]
    refuse: bool,
    /// The result as JSON.
    #[arg(long)]
    json: bool,
}

/// Erases, or decides on what others erased.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let Some(given) = args.id.as_deref() else { return pending(args, &casebook, out) };
    let id = session::anything(&casebook, given)?;
    match (args.confirm, args.refuse) {
        (true, _) => {
            confirm(args, &mut casebook, &id, out)?;
            unname(&casebook, &id, session)
        }
        (_, true) => {
            let why = args.why.as_deref().ok_or_else(no_reason)?;
            casebook.refuse_erasure(&id, why)?;
            Ok(out.line(&format!("{} stays here; --confirm erases it all the same", args::brief(&id)))?)
        }
        _ => {
            erase(args, &mut casebook, &id, out)?;
            unname(&casebook, &id, session)
        }
    }
}

/// A checker's name goes from the list of trusted keys too, which lies in no casebook.
fn unname(casebook: &Casebook, id: &Id, session: &Session) -> Result<(), Failure> {
    let gone = id.kind() == Some(IdKind::Checker)
        && casebook.erasures()?.iter().any(|erasure| erasure.what == *id && erasure.state == "done");
    if gone { people::unname(casebook, id, session) } else { Ok(()) }
}

fn no_reason() -> Failure {
    Failure::usage("a reason must be given")
        .hint("Say --why; it is kept, so it must not tell what is erased.")
}

fn erase(args: &Args, casebook: &mut Casebook, id: &Id, out: &mut Output) -> Result<(), Failure> {
    let looking = Progress::going_on("looking for what else tells it");
    let plan = casebook.plan_erasure(id, args.overlapping);
    drop(looking);
    let plan = plan?;
    if args.dry_run {
        return if args.json { out.json(&plan) } else { planned(&plan, "erasing it would take", out) };
    }
    let why = args.why.as_deref().ok_or_else(no_reason)?;
    if args.repeat_id.is_none() {
        planned(&plan, "this goes for good", out)?;
    }
    if !is_meant(args, id, out)? {
        return Ok(());
    }
    let erasing = Progress::going_on("erasing");
    let erased = casebook.erase(id, args.overlapping, why);
    drop(erasing);
    let erased = erased?;
    if args.json {
        out.json(&erased)?;
        return failed(&erased.reach, out);
    }
    planned(&erased.plan, "erased", out)?;
    reached(&erased.reach, out)
}

fn confirm(args: &Args, casebook: &mut Casebook, id: &Id, out: &mut Output) -> Result<(), Failure> {
    let mut waiting = casebook.erasures()?;
    waiting.retain(|erasure| erasure.what == *id && erasure.state != "done");
    if !args.json {
        waiting.iter().try_for_each(|erasure| one(erasure, out))?;
    }
    if args.dry_run {
        return if args.json { waiting.iter().try_for_each(|erasure| out.json(erasure)) } else { Ok(()) };
    }
    // What nobody asked for is refused before anybody types.
    if !waiting.is_empty() && !is_meant(args, id, out)? {
        return Ok(());
    }
    let erasing = Progress::going_on("erasing");
    let reach = casebook.confirm_erasure(id);
    drop(erasing);
    let reach = reach?;
    if args.json {
        out.json(&reach)?;
        return failed(&reach, out);
    }
    out.line(&format!("{id} is erased"))?;
    reached(&reach, out)
}

/// Whether the whole id was given again: typed, or in the arguments.
fn is_meant(args: &Args, id: &Id, out: &mut Output) -> Result<bool, Failure> {
    if let Some(again) = &args.repeat_id {
        if again.trim() != id.as_str() {
            return Err(Failure::usage(format!("--repeat-id is not {id}")).hint("Nothing was changed."));
        }
        return Ok(true);
    }
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Failure::usage(
            "erasing wants the whole id a second time, and no terminal is there to ask",
        )
        .hint("Nothing was changed. Say --repeat-id and the whole id."));
    }
    out.flush()?;
    let question = format!("It cannot be undone. Type the whole id to erase {}:", args::brief(id));
    let answer = output::ask(&question)?;
    let meant = answer.trim() == id.as_str();
    if !meant {
        out.note("that is not its id: nothing was changed");
    }
    Ok(meant)
}

fn pending(args: &Args, casebook: &Casebook, out: &mut Output) -> Result<(), Failure> {
    let mut found = casebook.erasures()?;
    found.retain(|erasure| erasure.state != "done");
    if args.json {
        return found.iter().try_for_each(|erasure| out.json(erasure));
    }
    if found.is_empty() {
        out.note("no erasure waits for you");
    }
    found.iter().try_for_each(|erasure| one(erasure, out))?;
    if !found.is_empty() {
        out.note(
            "`hudna erase ID --confirm` erases it here too, `hudna erase ID --refuse --why …` leaves it",
        );
    }
    Ok(())
}

fn one(erasure: &Erasure, out: &mut Output) -> Result<(), Failure> {
    out.line(&format!("{}  {}", erasure.what, erasure.state))?;
    let who = if erasure.checker_name == erasure.checker.as_str() {
        erasure.checker.brief()
    } else {
        &erasure.checker_name
    };
    out.pair("erased by", &format!("{who}, {}", args::at(&erasure.at)))?;
    out.pair("why", &erasure.why)?;
    let things = [(erasure.claims, "claim"), (erasure.others, "other thing")];
    let mut covers: Vec<String> =
        things.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| counted(n, what)).collect();
    if erasure.blanked > 0 {
        covers.push(format!("{} of text blanked", counted(erasure.blanked, "code point")));
    }
    Ok(out.pair("covers", &covers.join(", "))?)
}

fn planned(plan: &ErasurePlan, title: &str, out: &mut Output) -> Result<(), Failure> {
    out.line(&format!("{title}:"))?;
    let kinds = [
        (IdKind::Document, "document"),
        (IdKind::Claim, "claim"),
        (IdKind::Verdict, "verdict"),
        (IdKind::Comment, "comment"),
    ];
    let mut things: Vec<String> = Vec::new();
    for (kind, word) in kinds {
        things.extend(Some(plan.count(kind)).filter(|n| *n > 0).map(|n| counted(n, word)));
    }
    things.extend(match plan.count(IdKind::Evidence) {
        0 => None,
        1 => Some("1 piece of evidence".to_owned()),
        n => Some(format!("{n} pieces of evidence")),
    });
    if plan.count(IdKind::Checker) > 0 {
        things.push("a checker's name and contact".to_owned());
    }
    out.pair("whole", &things.join(", "))?;
    for claim in &plan.overlapping {
        out.pair("with it", &format!("{claim}, which shares words with it"))?;
    }
    for (document, points) in &plan.blanked {
        out.pair("blanked", &format!("{} of {document}", counted(*points, "code point")))?;
        out.pair("", "and all of its bytes as received")?;
    }
    for id in &plan.mentions {
        out.pair("stays", &format!("{id}: the same words, file or speaker's name stand there"))?;
    }
    Ok(())
}

/// What was cleared, and what nobody here can clear.
fn reached(reach: &Reach, out: &mut Output) -> Result<(), Failure> {
    for backup in &reach.removed {
        out.pair("removed", &format!("{}, which held it", backup.display()))?;
    }
    out.line("not reached:")?;
    for file in &reach.left {
        out.line(&format!("  {}, which may hold it: remove it when no hudna runs", file.display()))?;
    }
    if !reach.checkers.is_empty() {
        out.line(&format!(
            "  the copies of {}: ask them to merge yours and confirm",
            reach.checkers.join(", ")
        ))?;
    }
    out.line(
        "  copies that were shared, reports and files written from it, and older versions that the disk,",
    )?;
    out.line("  a backup of it or a cloud folder keeps")?;
    failed(reach, out)
}

fn failed(reach: &Reach, out: &mut Output) -> Result<(), Failure> {
    let Some(why) = &reach.unswept else { return Ok(()) };
    out.flush()?;
    Err(Failure::failed(format!("it is erased, but free space in the file could not be cleared: {why}"))
        .hint("It is tried again whenever the casebook is opened: close other programs and run `hudna documents`."))
}
