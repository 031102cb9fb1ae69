//! `hudna rebuild`

use super::args::counted;
use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::Session;

/// Make the tables anew from the record, and say whether they were as the record says.
///
/// Exits with 1 if a table was different: the tables are right now, but something other than hudna
/// wrote into the file, or hudna has a fault worth reporting.
#[derive(clap::Args)]
pub struct Args {}

/// Rebuilds the tables.
pub fn run(_: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let progress = Progress::new(0);
    let rebuilt = casebook.rebuild(&mut |done, all| {
        progress.of(done, all);
        true
    });
    drop(progress);
    let rebuilt = rebuilt?;
    let entries =
        if rebuilt.entries == 1 { "1 entry".to_owned() } else { format!("{} entries", rebuilt.entries) };
    if rebuilt.different.is_empty() {
        return Ok(out.line(&format!("equal: {entries} give the tables that were there"))?);
    }
    for table in &rebuilt.different {
        out.line(&format!("different: {table}"))?;
    }
    let count = counted(rebuilt.different.len(), "table");
    Err(Failure::failed(format!("{count} did not match the {entries}; they do now"))
        .hint("If nothing else writes into the file, please report this: it is a fault of hudna."))
}
