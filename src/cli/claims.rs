//! `hudna claims`

use super::args::{self, Which};
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::table::{Column, Table, column};
use super::words;
use crate::journal::Casebook;
use crate::model::{Claim, Query, Standing};
use crate::{locale, say};

/// List claims: all, or those that a query means.
///
/// What is most worth a check comes first: WORTH counts up to 100, and `hudna show` says why so much;
/// the term order:document lists the claims as they stand in their documents instead. The state is the
/// verdict where one stands, else how far the check has come. With --json every
/// claim is one line; `start` and `end` are Unicode code points into the document's text.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna claims kind:casualty verdict:none\n  \
    hudna claims 'speaker:\"Sami Omran\"' --json")]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
    /// Only how many there are.
    #[arg(long, conflicts_with = "json")]
    count: bool,
    #[command(flatten)]
    as_of: AsOf,
}

fn columns() -> Vec<Column> {
    vec![
        column(say!("column-id"), 13),
        column(say!("column-worth"), 5),
        column(say!("column-state"), 14),
        column(say!("column-speaker"), 20),
        column(say!("column-kind"), 14),
        column(say!("column-claim"), usize::MAX),
    ]
}

/// Claims read at once.
const PAGE: usize = 500;

/// Lists the claims.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let query = args.which.query()?;
    let casebook = args.as_of.casebook(session, Some(&query))?;
    if args.count {
        as_of::note(&casebook, out);
        // For scripts as well as for people.
        return Ok(out.line(&casebook.count(&query)?.to_string())?);
    }
    if args.json {
        return each(&casebook, &query, &mut |claim| out.json(&as_of::dated(&casebook, claim)));
    }
    as_of::head(&casebook, out)?;
    let found = table(&casebook, &query, out)?;
    if !found {
        out.note(&if query.is_empty() { say!("claims-none") } else { say!("claims-none-fits") });
    }
    Ok(())
}

/// Prints the table of claims, page by page, and says whether there were any.
pub fn table(casebook: &Casebook, query: &Query, out: &mut Output) -> Result<bool, Failure> {
    let mut found = false;
    let mut table = Table::new(out, columns());
    each(casebook, query, &mut |claim| {
        found = true;
        let speaker = if claim.speaker.is_empty() { "-" } else { &claim.speaker };
        let (worth, state, kind) = (locale::number(claim.worth), state(claim), words::kind(claim.kind));
        let row = [args::brief(&claim.id), &worth, &state, speaker, &kind, &claim.text];
        Ok(table.row(row)?)
    })?;
    table.finish()?;
    Ok(found)
}

/// The claim's verdict where one stands, else its status; as queries name them.
pub fn state(claim: &Claim) -> String {
    words::rating(match &claim.verdict {
        _ if !claim.dismissed.is_empty() => claim.status.code(),
        Standing::None => claim.status.code(),
        standing => standing.code(),
    })
}

/// Every claim that the query means, read page by page.
fn each(
    casebook: &Casebook,
    query: &Query,
    take: &mut dyn FnMut(&Claim) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut page = casebook.claims_after(query, None, PAGE)?;
    loop {
        page.iter().try_for_each(&mut *take)?;
        match page.last() {
            Some(last) if page.len() == PAGE => page = casebook.claims_after(query, Some(&last.id), PAGE)?,
            _ => return Ok(()),
        }
    }
}
