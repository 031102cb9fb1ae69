//! `hudna verify`

use super::args::{self, counted};
use super::failure::Failure;
use super::output::{Output, Progress};
use super::people::People;
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use super::sign;
use crate::journal::{self, CasebookError, FileSignature, StateFound, Verified};
use crate::store::foreign::ForeignError;
use std::path::PathBuf;

/// Prove that a casebook is as its checkers signed it.
///
/// Checks every entry's hash and place in its chain, every signature, the words and bytes that each
/// entry is committed to, that the tables are what the record adds up to, and the file itself; names
/// the first thing that is wrong, and exits with 1 if anything is. The file is read from a private
/// copy, removed in the end, and is never written to, so a casebook from a stranger may be given; one
/// that is encrypted is opened with your key.
/// A signature beside it (FILE.sig) is checked too; of any other signed file, such as a report, only that.
///
/// What cannot be seen: entries that nobody else has seen can be cut off at the end; compare the
/// head printed here with one printed before, such as in a report: --head does. A signature proves who, not when.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  hudna verify\n  hudna verify from-a-colleague.db --json\n  hudna verify report.html\n  \
    hudna verify --head HEAD --head LAST          (as they stand in a report)"
)]
pub struct Args {
    /// A casebook in another file.
    file: Option<PathBuf>,
    /// Also tell whether this casebook still holds the state of a report: the head and last entries printed in it, once
    /// for each or with commas between.
    #[arg(long, value_name = "HASH", value_delimiter = ',', value_parser = hash)]
    head: Vec<String>,
    #[command(flatten)]
    key: Key,
    /// Everything as one JSON object.
    #[arg(long)]
    json: bool,
}

/// Verifies.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let path = match &args.file {
        Some(file) => file.clone(),
        // Told as by every other verb.
        None if session.places.casebook.symlink_metadata().is_err() => {
            return session.casebook().map(drop);
        }
        None => {
            // It may be the first thing that a person does after a power cut.
            journal::take_back(&session.places.casebook);
            session.places.casebook.clone()
        }
    };
    let stop = session::stop_on(session::TIDY)?;
    let signature = journal::check_file(&path);
    let opened = Opened::of(&path, &args.key, session, &session.private_place(), &stop)?;
    let progress = Progress::new(0);
    let verified = journal::verify(opened.path(), &session.private_place(), &stop, &mut |done, all| {
        progress.of(done, all)
    });
    drop(progress);
    let verified = match verified {
        // Of another signed file, such as a report, the signature is all that can be proved.
        Err(CasebookError::Foreign(ForeignError::NotACasebook(_)))
            if args.file.is_some() && !matches!(signature, Ok(None)) =>
        {
            return other_file(signature?, args.json, session, out);
        }
        verified => verified.map_err(|error| opened.told(error))?,
    };
    if args.json {
        out.json(&verified)?;
    } else {
        told(&verified, &People::among(verified.checkers.clone(), session)?, out)?;
    }
    let people = People::among(verified.checkers.clone(), session)?;
    let held = match args.head.is_empty() || !verified.faults.is_empty() {
        true => None,
        false => {
            Some(journal::find_state(&path, &session.private_place(), &stop, &args.head, &verified.head)?)
        }
    };
    if let Some(held) = &held {
        state(held, &people, args.json, out)?;
    }
    match (verified.faults.first(), signature?) {
        (None, _) if held.as_ref().is_some_and(|held| !held.is_here()) => Err(not_held()),
        (None, Some(found)) if !args.json => sign::told(&found, &people, out),
        (None, _) => Ok(()),
        (Some(first), _) => {
            let count = counted(verified.fault_count, "fault");
            Err(Failure::failed(format!("{count}; the first: {first}")).hint(
                "Keep the file as it is, and compare with another copy. `hudna rebuild` mends tables alone; `hudna recover` saves what still proves itself.",
            ))
        }
    }
}

/// Says whose signature stands beside a file that is no casebook.
fn other_file(
    found: Option<FileSignature>,
    json: bool,
    session: &Session,
    out: &mut Output,
) -> Result<(), Failure> {
    let Some(found) = found else { return Ok(()) };
    let here = session.places.casebook.symlink_metadata().is_ok();
    let people = match here {
        true => People::of(&session.casebook()?, session)?,
        false => People::among(Vec::new(), session)?,
    };
    if json {
        let fingerprint = journal::public_line(&found.key).1;
        return out.json(&serde_json::json!({ "checker": found.checker, "fingerprint": fingerprint }));
    }
    sign::told(&found, &people, out)?;
    out.note("it is no casebook: only the signature beside it was checked");
    Ok(())
}

/// How many last entries are printed.
const LAST: usize = 8;

/// A hash as it is printed.
fn hash(given: &str) -> Result<String, String> {
    let given = given.trim().to_lowercase();
    let fits = given.len() == 64 && given.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { Ok(given) } else { Err("it is not a hash of 64 hexadecimal digits".to_owned()) }
}

fn not_held() -> Failure {
    Failure::failed("the state that was printed is not found in this casebook").hint(
        "Either it is another casebook's, or of a later state than this copy has, or entries were cut off. A head of \
         an earlier state is found with the last entries printed beside it alone: give these too.",
    )
}

/// Says what was found of hashes that were printed.
fn state(held: &StateFound, people: &People, json: bool, out: &mut Output) -> Result<(), Failure> {
    if json {
        return out.json(held);
    }
    if held.is_now {
        out.line("held      the head is that of this casebook: it is in just that state")?;
    }
    for entry in &held.entries {
        let who = format!("{}, {}", people.name(&entry.checker), args::at(&entry.at));
        out.line(&format!("held      entry {} ({who})", entry.hash.get(..12).unwrap_or_default()))?;
    }
    let (seen, all) = (counted(held.seen, "entry"), held.all);
    match held.was {
        Some(true) => {
            out.line(&format!("held      all of that state is here, as it was: {seen} then, {all} now"))?
        }
        Some(false) => {
            out.line("NOT HELD  what these entries cover adds up to another head than was given")?
        }
        None if !held.entries.is_empty() => {
            out.line(&format!("held      all that their writers had is here: {seen} of {all}"))?;
        }
        None => {}
    }
    held.unknown.iter().try_for_each(|hash| Ok(out.line(&format!("NOT HELD  {hash}"))?))
}

fn told(verified: &Verified, people: &People, out: &mut Output) -> Result<(), Failure> {
    let v = verified;
    for fault in &v.faults {
        out.line(&format!("WRONG  {fault}"))?;
    }
    let parts = match (v.withheld, v.erased) {
        (0, 0) => counted(v.parts, "part"),
        (withheld, erased) => {
            format!("{}, {withheld} withheld, {erased} erased", counted(v.parts, "part"))
        }
    };
    out.line(&format!(
        "{}: {}, {}, {parts}, {} of {}",
        counted(v.sittings, "sitting"),
        counted(v.entries, "entry"),
        counted(v.signatures, "signature"),
        counted(v.blobs, "blob"),
        counted(v.bytes, "byte"),
    ))?;
    if !v.tables_compared {
        out.line("the tables were not compared with the record")?;
    }
    if v.from_other_cases > 0 {
        out.line(&format!("{} came from another case", counted(v.from_other_cases, "sitting")))?;
    }
    if v.ahead > 0 {
        out.line(&format!(
            "{} dated more than a day ahead of this machine's clock",
            counted(v.ahead, "entry")
        ))?;
    }
    if v.lost > 0 {
        let count = counted(v.lost, "entry");
        out.line(&format!("{count} lost when the casebook was salvaged, as whoever did it says"))?;
    }
    for key in people.keys() {
        let wrote = counted(key.entries, "entry");
        out.line(&format!("checker   {}: {wrote}, {}", people.name(&key.checker), people.trust_words(key)))?;
        out.line(&format!("          {}", key.fingerprint))?;
        for words in people.state_words(key) {
            out.line(&format!("          {words}"))?;
        }
    }
    out.line(&format!("casebook  {}", v.casebook))?;
    out.line(&format!("head      {}", v.head))?;
    v.last.iter().take(LAST).try_for_each(|hash| out.line(&format!("last      {hash}")))?;
    if v.last.len() > LAST {
        out.line(&format!("          and {} more", v.last.len() - LAST))?;
    }
    if v.faults.is_empty() {
        out.line("all of it is as it was signed")?;
        out.note("entries that nobody else saw can be missing at the end: compare the head with one printed before");
    }
    Ok(())
}
