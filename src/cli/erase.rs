//! `hudna erase`

use super::args;
use super::failure::Failure;
use super::output::{self, Output, Progress};
use super::people;
use super::session::{self, Session};
use crate::journal::{Casebook, Erasure, ErasurePlan, Reach};
use crate::model::{Id, IdKind, KeyState};
use crate::{locale, say, tell, text};
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
    hudna erase Nadim --why \"he must not be found\"\n  \
    hudna erase --pending\n  hudna erase c41d --confirm")]
pub struct Args {
    /// The id of a claim, evidence, document, checker, verdict or comment, or its beginning; a checker's name too.
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
    let id = meant(&casebook, given)?;
    match (args.confirm, args.refuse) {
        (true, _) => {
            confirm(args, &mut casebook, &id, out)?;
            unname(&casebook, &id, session)
        }
        (_, true) => {
            let why = args.why.as_deref().ok_or_else(no_reason)?;
            casebook.refuse_erasure(&id, why)?;
            if args.json {
                let refused =
                    casebook.erasures()?.into_iter().filter(|e| e.what == id && e.state == "refused");
                return refused.into_iter().try_for_each(|erasure| out.json(&erasure));
            }
            Ok(out.line(&tell!("erase-refused", id = args::brief(&id)))?)
        }
        _ => {
            erase(args, &mut casebook, &id, out)?;
            unname(&casebook, &id, session)
        }
    }
}

/// What is meant: the thing whose id begins so, else the checker who goes by this name.
fn meant(casebook: &Casebook, given: &str) -> Result<Id, Failure> {
    let by_id = session::anything(casebook, given);
    let Err(none) = by_id else { return by_id };
    let keys = casebook.keys()?;
    let ids = |keys: &[&KeyState]| keys.iter().map(|key| key.checker.brief().to_owned()).collect::<Vec<_>>();
    match people::called(&keys, given).as_slice() {
        [one] => Ok(one.checker.clone()),
        [] if given.trim().starts_with(|c: char| IdKind::ALL.iter().any(|kind| kind.letter() == c)) => {
            Err(none)
        }
        [] => Err(Failure::usage(say!("erase-none-such", given = given)).hint(say!("erase-none-such-hint"))),
        many => Err(Failure::failed(say!("key-several", given = given, ids = locale::list(&ids(many))))
            .hint(say!("key-several-hint"))),
    }
}

/// A checker's name goes from the list of trusted keys too, which lies in no casebook.
fn unname(casebook: &Casebook, id: &Id, session: &Session) -> Result<(), Failure> {
    let gone = id.kind() == Some(IdKind::Checker)
        && casebook.erasures()?.iter().any(|erasure| erasure.what == *id && erasure.state == "done");
    if gone { people::unname(casebook, id, session) } else { Ok(()) }
}

fn no_reason() -> Failure {
    Failure::usage(say!("erase-no-reason")).hint(say!("erase-no-reason-hint"))
}

fn erase(args: &Args, casebook: &mut Casebook, id: &Id, out: &mut Output) -> Result<(), Failure> {
    let looking = Progress::going_on(say!("erase-looking"));
    let plan = casebook.plan_erasure(id, args.overlapping);
    drop(looking);
    let plan = plan?;
    if args.dry_run {
        return if args.json { out.json(&plan) } else { before(casebook, &plan, &say!("erase-would"), out) };
    }
    let why = args.why.as_deref().ok_or_else(no_reason)?;
    if args.repeat_id.is_none() {
        shown(args, out, |out| before(casebook, &plan, &say!("erase-will"), out))?;
    }
    if !is_meant(args, id, out)? {
        return Ok(());
    }
    let erasing = Progress::going_on(say!("erase-erasing"));
    let erased = casebook.erase(id, args.overlapping, why);
    drop(erasing);
    let erased = erased?;
    if args.json {
        out.json(&erased)?;
        return failed(&erased.reach, out);
    }
    planned(&erased.plan, &say!("erase-erased"), out)?;
    reached(&erased.reach, out)
}

fn confirm(args: &Args, casebook: &mut Casebook, id: &Id, out: &mut Output) -> Result<(), Failure> {
    let mut waiting = casebook.erasures()?;
    waiting.retain(|erasure| erasure.what == *id && erasure.state != "done");
    if args.dry_run && args.json {
        return waiting.iter().try_for_each(|erasure| out.json(erasure));
    }
    if !args.json || args.repeat_id.is_none() {
        shown(args, out, |out| waiting.iter().try_for_each(|erasure| one(erasure, out)))?;
    }
    if args.dry_run {
        return Ok(());
    }
    // What nobody asked for is refused before anybody types.
    if !waiting.is_empty() && !is_meant(args, id, out)? {
        return Ok(());
    }
    let erasing = Progress::going_on(say!("erase-erasing"));
    let reach = casebook.confirm_erasure(id);
    drop(erasing);
    let reach = reach?;
    if args.json {
        out.json(&reach)?;
        return failed(&reach, out);
    }
    out.line(&tell!("erase-is-erased", id = id.as_str()))?;
    reached(&reach, out)
}

/// Shows what is meant before anybody is asked; beside the result where that is for a program.
fn shown(
    args: &Args,
    out: &mut Output,
    show: impl FnOnce(&mut Output) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if !args.json {
        return show(out);
    }
    let mut beside = out.beside();
    show(&mut beside)?;
    beside.flush()
}

/// Whether the whole id was given again: typed, or in the arguments.
fn is_meant(args: &Args, id: &Id, out: &mut Output) -> Result<bool, Failure> {
    if let Some(again) = &args.repeat_id {
        if text::bare(again) != id.as_str() {
            return Err(
                Failure::usage(say!("erase-other-id", id = id.as_str())).hint(say!("erase-unchanged-hint"))
            );
        }
        return Ok(true);
    }
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Failure::usage(say!("erase-nobody")).hint(say!("erase-nobody-hint")));
    }
    out.flush()?;
    let answer = output::ask(&say!("erase-question", id = args::brief(id)))?;
    let meant = text::bare(&answer) == id.as_str();
    if !meant {
        out.note(&say!("erase-not-its-id"));
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
        out.note(&say!("erase-none-waits"));
    }
    found.iter().try_for_each(|erasure| one(erasure, out))?;
    if !found.is_empty() {
        out.note(&say!("erase-what-to-do"));
    }
    Ok(())
}

fn one(erasure: &Erasure, out: &mut Output) -> Result<(), Failure> {
    let state = match erasure.state {
        "waiting" => say!("erase-waiting"),
        "refused" => say!("erase-refused-state"),
        _ => say!("erase-erased"),
    };
    out.line(&tell!("show-state", id = erasure.what.as_str(), state = state))?;
    let who = if erasure.checker_name == erasure.checker.as_str() {
        erasure.checker.brief()
    } else {
        &erasure.checker_name
    };
    out.pair(&say!("erase-by"), &tell!("erase-who", who = who, at = args::at(&erasure.at)))?;
    out.pair(&say!("erase-why"), &erasure.why)?;
    let covers = [
        (erasure.claims > 0, say!("count-claims", n = erasure.claims)),
        (erasure.others > 0, say!("erase-others", n = erasure.others)),
        (erasure.blanked > 0, say!("erase-points-blanked", n = erasure.blanked)),
    ];
    let covers: Vec<String> = covers.into_iter().filter(|(any, _)| *any).map(|(_, words)| words).collect();
    Ok(out.pair(&say!("erase-covers"), &locale::list(&covers))?)
}

/// What would go; of a checker, who that is, since a name is easily mistaken.
fn before(casebook: &Casebook, plan: &ErasurePlan, title: &str, out: &mut Output) -> Result<(), Failure> {
    planned(plan, title, out)?;
    let keys = if plan.count(IdKind::Checker) > 0 { casebook.keys()? } else { Vec::new() };
    for key in keys.iter().filter(|key| plan.subjects.contains(&key.checker)) {
        let (id, name) = (key.checker.to_string(), &key.name);
        let name = if name.is_empty() { say!("share-without-name") } else { name.clone() };
        let fingerprint = &key.fingerprint;
        let told = tell!("share-writer", id = id, name = name, fingerprint = fingerprint, n = key.entries);
        out.pair(&say!("share-checker"), &told)?;
    }
    Ok(())
}

fn planned(plan: &ErasurePlan, title: &str, out: &mut Output) -> Result<(), Failure> {
    out.line(&say!("show-heading", what = title))?;
    let count = |kind| plan.count(kind);
    let things = [
        (count(IdKind::Document), say!("count-documents", n = count(IdKind::Document))),
        (count(IdKind::Claim), say!("count-claims", n = count(IdKind::Claim))),
        (count(IdKind::Verdict), say!("count-verdicts", n = count(IdKind::Verdict))),
        (count(IdKind::Comment), say!("count-comments", n = count(IdKind::Comment))),
        (count(IdKind::Evidence), say!("count-evidence", n = count(IdKind::Evidence))),
        (count(IdKind::Checker), say!("erase-checker")),
    ];
    let things: Vec<String> = things.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words).collect();
    out.pair(&say!("erase-whole"), &locale::list(&things))?;
    for claim in &plan.overlapping {
        out.pair(&say!("erase-with-it"), &tell!("erase-shares-words", id = claim.as_str()))?;
    }
    for (document, points) in &plan.blanked {
        let of = tell!("erase-points-of", n = *points, id = document.as_str());
        out.pair(&say!("erase-blanked"), &of)?;
        out.pair("", &say!("erase-all-bytes"))?;
    }
    for id in &plan.mentions {
        out.pair(&say!("erase-stays"), &tell!("erase-mentions", id = id.to_string()))?;
    }
    Ok(())
}

/// What was cleared, and what nobody here can clear.
fn reached(reach: &Reach, out: &mut Output) -> Result<(), Failure> {
    for backup in &reach.removed {
        out.pair(&say!("erase-removed"), &tell!("erase-held-it", file = backup.display()))?;
    }
    out.line(&say!("erase-not-reached"))?;
    for file in &reach.left {
        out.line(&tell!("erase-may-hold", file = file.display()).indented(2))?;
    }
    if !reach.checkers.is_empty() {
        let who = locale::list(&reach.checkers);
        out.line(&tell!("erase-copies-of", who = who).indented(2))?;
    }
    out.line(&tell!("erase-elsewhere").indented(2))?;
    out.line(&tell!("erase-elsewhere-more").indented(2))?;
    failed(reach, out)
}

fn failed(reach: &Reach, out: &mut Output) -> Result<(), Failure> {
    let Some(why) = &reach.unswept else { return Ok(()) };
    out.flush()?;
    Err(Failure::failed(say!("erase-unswept", why = why.to_string())).hint(say!("erase-unswept-hint")))
}
