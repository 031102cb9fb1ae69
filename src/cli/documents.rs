//! `hudna documents`

use super::args;
use super::as_of::{self, AsOf};
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::table::{Column, Table, column};
use crate::model::Document;

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

const COLUMNS: &[Column] = &[
    column("ID", 13),
    column("PUBLISHED", 10),
    column("CLAIMS", 6),
    column("STATE", 9),
    column("OUTLET", 20),
    column("LANG", 5),
    column("TITLE", usize::MAX),
];

/// Lists the documents.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = args.as_of.casebook(session, None)?;
    let documents = casebook.documents()?;
    if args.json {
        return documents.iter().try_for_each(|document| out.json(&as_of::dated(&casebook, document)));
    }
    as_of::head(&casebook, out)?;
    if documents.is_empty() {
        out.note("no documents yet");
    }
    let mut table = Table::new(out, COLUMNS);
    for document in &documents {
        let claims = document.claims.to_string();
        let or_dash = |text: &'_ str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        table.row([
            args::brief(&document.id),
            document.published.get(..10).unwrap_or(&or_dash(&document.published)),
            &claims,
            state(document),
            &or_dash(&document.outlet),
            &document.language,
            &document.title,
        ])?;
    }
    Ok(table.finish()?)
}

/// Whether it still counts.
pub fn state(document: &Document) -> &'static str {
    match document {
        _ if !document.withdrawn.is_empty() => "withdrawn",
        _ if document.newer.is_some() => "replaced",
        _ => "current",
    }
}
