//! `hudna rebuild`

use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::Session;
use crate::{say, tell};

/// Make the tables anew from the record, and say whether they were as the record says.
///
/// Exits with 1 if a table was different: the tables are right now, but something other than hudna
/// wrote into the file, or hudna has a fault worth reporting.
#[derive(clap::Args)]
pub struct Args {}

/// Rebuilds the tables.
pub fn run(_: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let progress = Progress::job(&say!("progress-rebuilding"));
    let rebuilt = casebook.rebuild(&mut |done, all| {
        progress.of(done, all);
        true
    });
    drop(progress);
    let rebuilt = rebuilt?;
    if rebuilt.different.is_empty() {
        return Ok(out.line(&say!("rebuild-equal", n = rebuilt.entries))?);
    }
    for table in &rebuilt.different {
        out.line(&tell!("rebuild-different", table = table.to_string()))?;
    }
    let failure = say!("rebuild-mended", tables = rebuilt.different.len(), n = rebuilt.entries);
    Err(Failure::failed(failure).hint(say!("rebuild-mended-hint")))
}
