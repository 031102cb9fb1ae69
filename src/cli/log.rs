//! `hudna log`

use super::args;
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use super::table::{Column, Table, column, one_line};
use crate::model::Change;

/// List what was done, newest first: to the casebook, or to one claim or other thing in it.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna log --limit 20\n  hudna log c41d --json")]
pub struct Args {
    /// Only what was done to this: a claim, anything else with an id, or the word casebook.
    #[arg(value_name = "CLAIM")]
    subject: Option<String>,
    /// At most so many; 0 for all.
    #[arg(long, value_name = "N", value_parser = args::number, default_value = "1000")]
    limit: usize,
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    as_of: AsOf,
}

const COLUMNS: &[Column] = &[
    column("AT (UTC)", 16),
    column("CHECKER", 20),
    column("WHAT", 18),
    column("SUBJECT", 13),
    column("FIELD", 11),
    column("VALUE", usize::MAX),
];

/// Lists the changes.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = args.as_of.casebook(session, None)?;
    let subject = args.subject.as_deref().map(|given| session::subject(&casebook, given)).transpose()?;
    let limit = if args.limit == 0 { usize::MAX } else { args.limit };
    // One more than wanted tells whether there are more.
    let mut changes = casebook.log(subject.as_deref(), limit.saturating_add(1))?;
    let more = changes.len() > limit;
    changes.truncate(limit);
    if args.json {
        changes.iter().try_for_each(|change| out.json(&as_of::dated(&casebook, change)))?;
    } else {
        as_of::head(&casebook, out)?;
        let mut table = Table::new(out, COLUMNS);
        changes.iter().try_for_each(|change| row(&mut table, change))?;
        table.finish()?;
    }
    if more {
        out.note("older changes are not shown; --limit 0 lists all");
    }
    Ok(())
}

fn row(table: &mut Table, change: &Change) -> Result<(), Failure> {
    let subject = args::brief(&change.subject);
    Ok(table.row([
        &args::at(&change.at),
        &change.checker_name,
        &change.what,
        subject,
        &change.field,
        &value(change),
    ])?)
}

/// What was written, and what stood there before; marked where its key had ended.
pub fn value(change: &Change) -> String {
    let value = written(change);
    if change.after_end { format!("(AFTER THE KEY'S END) {value}") } else { value }
}

fn written(change: &Change) -> String {
    match (change.new.is_empty(), change.old.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("(taken away: {})", one_line(&change.old)),
        (false, true) => change.new.clone(),
        (false, false) => format!("{} (before: {})", one_line(&change.new), one_line(&change.old)),
    }
}
