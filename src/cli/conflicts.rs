//! `hudna conflicts`

use super::args;
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::{Margin, Output};
use super::session::Session;
use super::table::one_line;
use super::words;
use crate::model::{Conflict, Dispute};
use crate::{locale, say, tell};
use serde::Serialize;

/// List what checkers wrote unlike each other, without having seen each other's words.
///
/// A conflict is a field that was given unlike values apart; lists and reports show one of them and
/// mark the claim, until somebody resolves it: `hudna resolve` takes one of the values, or an edit
/// writes another over all of them. A dispute is a claim whose standing verdicts differ: it
/// ends when a checker gives another verdict or withdraws theirs, and nobody can do that for them.
#[derive(clap::Args)]
pub struct Args {
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    as_of: AsOf,
}

/// A line for programs: a conflict or a dispute.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Line<'a> {
    Conflict(&'a Conflict),
    Dispute(&'a Dispute),
}

/// Lists them.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = args.as_of.casebook(session, None)?;
    let (conflicts, disputes) = (casebook.conflicts()?, casebook.disputes()?);
    if args.json {
        let lines = conflicts.iter().map(Line::Conflict).chain(disputes.iter().map(Line::Dispute));
        return lines.into_iter().try_for_each(|line| out.json(&as_of::dated(&casebook, &line)));
    }
    as_of::head(&casebook, out)?;
    if conflicts.is_empty() && disputes.is_empty() {
        out.note(&say!("conflicts-none"));
    }
    conflicts.iter().try_for_each(|c| conflict(c, out))?;
    disputes.iter().try_for_each(|d| dispute(d, out))
}

/// The number of a side and what it is.
const SIDE: Margin = Margin { before: 2, name: 2 };

fn conflict(c: &Conflict, out: &mut Output) -> Result<(), Failure> {
    let subject = args::brief(&c.subject);
    let shown = words::subject(&c.subject);
    out.line(&tell!("conflicts-conflict", subject = shown, field = words::field(&c.field)))?;
    for side in &c.sides {
        let (who, at) = (&side.checker_name, args::at(&side.at));
        let who = match side.shown {
            true => tell!("conflicts-who-shown", who = who, at = at),
            false => tell!("conflicts-who", who = who, at = at),
        };
        out.named(SIDE, &locale::number(side.n), &who)?;
        out.named(SIDE, "", &words::value(&c.field, &one_line(&side.value)))?;
    }
    Ok(out.line(&format!("  hudna resolve {subject} {} --take N", c.field))?)
}

fn dispute(d: &Dispute, out: &mut Output) -> Result<(), Failure> {
    let claim = args::brief(&d.claim);
    out.line(&tell!("conflicts-dispute", claim = claim))?;
    out.named(SIDE, "", &one_line(&d.text))?;
    for v in &d.verdicts {
        let rating = words::rating(&v.rating);
        let told = tell!("conflicts-rating", rating = rating, who = &v.checker_name, at = args::at(&v.at));
        let marks = [(v.blind, say!("show-blind")), (v.after_end, say!("show-after-end"))];
        let told = marks
            .into_iter()
            .filter(|(is, _)| *is)
            .fold(told, |told, (_, mark)| tell!("conflicts-marked", told = told, mark = mark));
        out.line(&told.indented(2))?;
        out.named(SIDE, "", &one_line(&v.why))?;
    }
    let command = format!("hudna verdict {claim} RATING --why …");
    Ok(out.line(&tell!("conflicts-by-one", command = command).indented(2))?)
}
