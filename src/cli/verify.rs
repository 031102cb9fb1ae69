//! `hudna verify`

use super::args;
use super::failure::Failure;
use super::output::{Margin, Output, Progress};
use super::people::People;
use super::sealed::{Key, Opened};
use super::session::{self, Session};
use super::sign;
use crate::journal::{self, CasebookError, FileSignature, StateFound, Verified};
use crate::model::Id;
use crate::store::foreign::ForeignError;
use crate::{say, tell};
use serde::Serialize;
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

/// What was proved, for programs.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    verified: &'a Verified,
    /// Whose signature lies beside the file.
    signed_by: Option<&'a Id>,
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
    let progress = Progress::job(&say!("progress-proving"));
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
        let signed_by = signature.as_ref().ok().and_then(|found| found.as_ref()).map(|found| &found.checker);
        out.json(&Report { verified: &verified, signed_by })?;
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
            let failure = say!("verify-faults", n = verified.fault_count, first = first.to_string());
            Err(Failure::failed(failure).hint(say!("verify-faults-hint")))
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
    out.note(&say!("verify-only-signature"));
    Ok(())
}

/// How many last entries are printed.
const LAST: usize = 8;

/// A hash as it is printed.
fn hash(given: &str) -> Result<String, String> {
    let given = crate::text::bare(given).to_lowercase();
    let fits = given.len() == 64 && given.bytes().all(|b| b.is_ascii_hexdigit());
    if fits { Ok(given) } else { Err(say!("verify-no-hash")) }
}

fn not_held() -> Failure {
    Failure::failed(say!("verify-not-held")).hint(say!("verify-not-held-hint"))
}

/// Says what was found of hashes that were printed.
fn state(held: &StateFound, people: &People, json: bool, out: &mut Output) -> Result<(), Failure> {
    if json {
        return out.json(held);
    }
    let (yes, no) = (say!("verify-held"), say!("verify-held-not"));
    if held.is_now {
        out.named(margin(), &yes, &say!("verify-held-now"))?;
    }
    for entry in &held.entries {
        let (who, at) = (people.name(&entry.checker), args::at(&entry.at));
        let hash = entry.hash.get(..12).unwrap_or_default();
        out.named(margin(), &yes, &tell!("verify-held-entry", entry = hash, who = who, at = at))?;
    }
    match held.was {
        Some(true) => out.named(margin(), &yes, &say!("verify-held-all", n = held.seen, all = held.all))?,
        Some(false) => out.named(margin(), &no, &say!("verify-held-other"))?,
        None if !held.entries.is_empty() => {
            out.named(margin(), &yes, &say!("verify-held-seen", n = held.seen, all = held.all))?;
        }
        None => {}
    }
    held.unknown.iter().try_for_each(|hash| Ok(out.named(margin(), &no, hash)?))
}

/// Names under each other.
pub fn margin() -> Margin {
    let names = [say!("verify-casebook"), say!("verify-head"), say!("verify-last"), say!("verify-held-not")];
    Margin { before: 0, name: 9 }.for_names(&names)
}

fn told(verified: &Verified, people: &People, out: &mut Output) -> Result<(), Failure> {
    let v = verified;
    for fault in &v.faults {
        out.line(&tell!("verify-wrong", fault = fault.to_string()))?;
    }
    sums(v, out)?;
    for key in people.keys() {
        let (who, trust) = (people.name(&key.checker), people.trust_words(key));
        let wrote = tell!("merge-wrote", who = who, n = key.entries, trust = trust);
        out.named(margin(), &say!("verify-checker"), &wrote)?;
        out.named(margin(), "", &key.fingerprint)?;
        people.state_words(key).iter().try_for_each(|words| out.named(margin(), "", words))?;
    }
    out.named(margin(), &say!("verify-casebook"), &v.casebook)?;
    out.named(margin(), &say!("verify-head"), &v.head)?;
    for hash in v.last.iter().take(LAST) {
        out.named(margin(), &say!("verify-last"), hash)?;
    }
    if v.last.len() > LAST {
        out.named(margin(), "", &say!("verify-more", n = v.last.len() - LAST))?;
    }
    if v.faults.is_empty() {
        out.line(&say!("verify-all-signed"))?;
        out.note(&say!("verify-ends"));
    }
    Ok(())
}

/// How much there is of everything.
fn sums(v: &Verified, out: &mut Output) -> Result<(), Failure> {
    let parts = say!("count-parts", n = v.parts);
    let parts = match (v.withheld, v.erased) {
        (0, 0) => parts,
        (withheld, erased) => say!("verify-parts", parts = parts, withheld = withheld, erased = erased),
    };
    out.line(&say!(
        "verify-sums",
        sittings = say!("count-sittings", n = v.sittings),
        entries = say!("count-entries", n = v.entries),
        signatures = say!("count-signatures", n = v.signatures),
        parts = parts,
        blobs = say!("count-blobs", n = v.blobs),
        bytes = say!("count-bytes", n = v.bytes),
    ))?;
    if !v.tables_compared {
        out.line(&say!("verify-not-compared"))?;
    }
    if v.from_other_cases > 0 {
        out.line(&say!("verify-other-case", n = v.from_other_cases))?;
    }
    if v.ahead > 0 {
        out.line(&say!("verify-ahead", n = v.ahead))?;
    }
    if v.lost > 0 {
        out.line(&say!("verify-lost", n = v.lost))?;
    }
    if v.unswept {
        out.line(&say!("verify-unswept"))?;
    }
    Ok(())
}
