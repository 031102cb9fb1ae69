//! `hudna documents`

use super::args;
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::table::{Column, Table, column};
use crate::model::Document;
use crate::{locale, say};

/// List the documents, newest import first.
///
/// `replaced` marks a document that a newer version of the same address is there for.
#[derive(clap::Args)]
pub struct Args {
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    as_of: AsOf,
}

fn columns() -> Vec<Column> {
    vec![
        column(say!("column-id"), 13),
        column(say!("column-published"), 10),
        column(say!("column-claims"), 6),
        column(say!("column-state"), 9),
        column(say!("column-outlet"), 20),
        column(say!("column-lang"), 5),
        column(say!("column-title"), usize::MAX),
    ]
}

/// Lists the documents.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = args.as_of.casebook(session, None)?;
    let documents = casebook.documents()?;
    if args.json {
        return documents.iter().try_for_each(|document| out.json(&as_of::dated(&casebook, document)));
    }
    as_of::head(&casebook, out)?;
    if documents.is_empty() {
        out.note(&say!("documents-none"));
    }
    let mut table = Table::new(out, columns());
    for document in &documents {
        let claims = locale::number(document.claims);
        let or_dash = |text: &'_ str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        table.row([
            args::brief(&document.id),
            &or_dash(&locale::date(document.published.get(..10).unwrap_or(&document.published))),
            &claims,
            &state(document),
            &or_dash(&document.outlet),
            &document.language,
            &document.title,
        ])?;
    }
    Ok(table.finish()?)
}

/// Whether it still counts.
pub fn state(document: &Document) -> String {
    match document {
        _ if !document.withdrawn.is_empty() => say!("documents-withdrawn"),
        _ if document.newer.is_some() => say!("documents-replaced"),
        _ => say!("documents-current"),
    }
}
