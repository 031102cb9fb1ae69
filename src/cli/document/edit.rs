//! `hudna document edit`

use crate::cli::args::{self, AsJson, Edited};
use crate::cli::claim::said;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::model::DocumentEdit;

/// Correct what is known about a document. Its text and bytes never change.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna document edit d3f0 --outlet \"Mizan News\" --published 2026-03-01")]
pub struct Args {
    /// The document's id, or its beginning.
    document: String,
    /// Headline.
    #[arg(long)]
    title: Option<String>,
    /// Newspaper, agency, channel or site.
    #[arg(long)]
    outlet: Option<String>,
    /// By-line.
    #[arg(long)]
    author: Option<String>,
    /// Address.
    #[arg(long)]
    url: Option<String>,
    /// Date of publication, best as 2026-03-01.
    #[arg(long, value_name = "WHEN", value_parser = args::when)]
    published: Option<String>,
    /// Main language, such as ar or en.
    #[arg(long, value_name = "LANGUAGE", alias = "language")]
    lang: Option<String>,
    #[command(flatten)]
    json: AsJson,
}

/// Writes the fields.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let edit = DocumentEdit {
        title: args.title.clone(),
        outlet: args.outlet.clone(),
        author: args.author.clone(),
        url: args.url.clone(),
        published: args.published.clone(),
        language: args.lang.clone(),
    };
    if edit == DocumentEdit::default() {
        return Err(args::no_field("document edit"));
    }
    let mut casebook = session.casebook()?;
    let id = session::document(&casebook, &args.document)?;
    let changed = casebook.edit_document(&id, &edit)?;
    args.json.line(out, &Edited { id: &id, changed }, &said(changed, args::brief(&id)))
}
