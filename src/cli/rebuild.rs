//! `hudna rebuild`

use super::args::AsJson;
use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::Session;
use crate::journal::Rebuilt;
use crate::{say, tell};

/// Make the tables anew from the record, and say whether they were as the record says.
///
/// Exits with 1 if a table was different: the tables are right now, but something other than hudna
/// wrote into the file, or hudna has a fault worth reporting.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    json: AsJson,
}

/// Rebuilds the tables.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let progress = Progress::job(&say!("progress-rebuilding"));
    let rebuilt = casebook.rebuild(&mut |done, all| {
        progress.of(done, all);
        true
    });
    drop(progress);
    let rebuilt = rebuilt?;
    args.json.tell(out, &rebuilt, |out| in_words(&rebuilt, out))?;
    if rebuilt.different.is_empty() {
        return Ok(());
    }
    let failure = say!("rebuild-mended", tables = rebuilt.different.len(), n = rebuilt.entries);
    Err(Failure::failed(failure).hint(say!("rebuild-mended-hint")))
}

fn in_words(rebuilt: &Rebuilt, out: &mut Output) -> Result<(), Failure> {
    if rebuilt.different.is_empty() {
        return Ok(out.line(&say!("rebuild-equal", n = rebuilt.entries))?);
    }
    let told = |table: &String| Ok(out.line(&tell!("rebuild-different", table = table.to_string()))?);
    rebuilt.different.iter().try_for_each(told)
}
