//! `hudna resolve`

use super::args;
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use crate::model::Field;

/// End a conflict by taking one of the values that stand against each other.
///
/// The value is written over all of them, in the record of everybody who merges it; the others
/// stay in the log. To write a value of your own, edit the field as usual (`hudna claim edit`).
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna resolve c41d speaker --take 2")]
pub struct Args {
    /// What the field is of: an id or its beginning, or the word casebook.
    #[arg(value_name = "CLAIM")]
    subject: String,
    /// The field, as `hudna conflicts` names it.
    field: Field,
    /// The value's number in `hudna conflicts`.
    #[arg(long, value_name = "N", value_parser = args::number)]
    take: usize,
}

/// Resolves it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let subject = session::subject(&casebook, &args.subject)?;
    casebook.resolve_conflict(&subject, args.field, args.take)?;
    Ok(out.line(&format!("resolved: {} of {}", args.field, args::brief(&subject)))?)
}
