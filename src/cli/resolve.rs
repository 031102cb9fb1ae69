//! `hudna resolve`

use super::args::{self, AsJson};
use super::failure::Failure;
use super::output::Output;
use super::session::{self, Session};
use super::words;
use crate::model::Field;
use crate::tell;
use serde::Serialize;

/// End a conflict by taking one of the values that stand against each other, or by another.
///
/// The value is written over all of them, in the record of everybody who merges it; the others
/// stay in the log.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna resolve c41d speaker --take 2\n  \
    hudna resolve c41d speaker --value \"Samir al-Omran\"")]
pub struct Args {
    /// What the field is of: an id or its beginning, or the word casebook.
    #[arg(value_name = "CLAIM")]
    subject: String,
    /// The field, as `hudna conflicts` names it.
    field: Field,
    /// The value's number in `hudna conflicts`.
    #[arg(long, value_name = "N", value_parser = args::number, required_unless_present = "value")]
    take: Option<usize>,
    /// Another value, in place of all of them.
    #[arg(long, value_name = "TEXT", conflicts_with = "take")]
    value: Option<String>,
    #[command(flatten)]
    json: AsJson,
}

/// What was written, for programs.
#[derive(Serialize)]
struct Resolved<'a> {
    subject: &'a str,
    field: Field,
    value: String,
}

/// Resolves it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let subject = session::subject(&casebook, &args.subject)?;
    let value = match (&args.value, args.take) {
        (Some(value), _) => casebook.resolve_conflict_with(&subject, args.field, value)?,
        (None, take) => casebook.resolve_conflict(&subject, args.field, take.unwrap_or_default())?,
    };
    let (field, shown) = (words::field(args.field.code()), words::subject(&subject));
    let resolved = Resolved { subject: &subject, field: args.field, value };
    args.json.line(out, &resolved, &tell!("resolve-done", field = field, subject = shown))
}
