//! `hudna log`

use super::args;
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use super::table::{Column, Table, column, one_line};
use super::words;
use crate::locale::Told;
use crate::model::{Change, Scale};
use crate::{say, tell};

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

fn columns() -> Vec<Column> {
    vec![
        column(say!("column-at"), 16),
        column(say!("column-checker"), 20),
        column(say!("column-what"), 18),
        column(say!("column-subject"), 13),
        column(say!("column-field"), 11),
        column(say!("column-value"), usize::MAX),
    ]
}

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
        let scale = casebook.scale()?;
        let mut table = Table::new(out, columns());
        // Of one thing it is known what all is about.
        let whole = subject.is_none();
        changes.iter().try_for_each(|change| row(&mut table, &scale, change, whole))?;
        table.finish()?;
    }
    if more {
        out.note(&say!("log-more"));
    }
    Ok(())
}

fn row(table: &mut Table, scale: &Scale, change: &Change, whole: bool) -> Result<(), Failure> {
    let subject = words::subject(&change.subject);
    let value = match &change.claim {
        Some(claim) if whole => tell!("log-of-claim", claim = claim.brief(), value = value(scale, change)),
        _ => value(scale, change),
    };
    Ok(table.row([
        &args::at(&change.at),
        &change.checker_name,
        &words::what(&change.what),
        &subject,
        &words::field(&change.field),
        &value.text,
    ])?)
}

/// What was written, and what stood there before; marked where its key had ended.
pub fn value(scale: &Scale, change: &Change) -> Told {
    let value = written(scale, change);
    if change.after_end { tell!("log-after-end", value = value) } else { value }
}

fn written(scale: &Scale, change: &Change) -> Told {
    let words = |value: &str| one_line(&words::value(&change.field, value));
    match (change.new.is_empty(), change.old.is_empty()) {
        (true, true) => Told::default(),
        (true, false) => tell!("log-taken-away", old = words(&change.old)),
        (false, true) => Told::value(&one_line(&words::told(scale, &change.what, &words(&change.new)))),
        (false, false) => tell!("log-before", new = words(&change.new), old = words(&change.old)),
    }
}
