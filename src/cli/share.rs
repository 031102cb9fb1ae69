//! `hudna share`

use super::args::{self, Which};
use super::failure::Failure;
use super::output::{Output, Progress};
use super::people::People;
use super::sealed::{self, Addressee};
use super::session::{self, Session};
use super::{ask, sign, words};
use crate::journal::{self, Casebook, Draft, ShareOptions, Shared, Tells};
use crate::locale::Told;
use crate::model::{KeyState, Query};
use crate::{say, tell, told};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Write a clean, compact copy of the casebook to hand over, whole or in part, plain or encrypted.
///
/// Without QUERY the copy holds every document, claim, attachment, comment and the whole record, with
/// the names and contacts of all who worked on it. With QUERY it holds the claims meant, their
/// documents (with the whole text), evidence, verdicts and comments, and the names of those who took part;
/// of all else it holds that it happened, not what was said, so that it can be proved and merged
/// to and fro. What such a copy tells all the same is shown first; then you are asked, where a
/// terminal is there to ask.
///
/// With --encrypt only those named can open it: with `hudna receive`, `hudna merge` or `hudna verify`, or with
/// `age --decrypt`. While it is made, a plain copy lies in a folder of its own beside your casebook, readable by you
/// alone; it is removed in the end, or when hudna next runs there after it was killed.
///
/// A file that is there is never replaced. Tell the receiver the SHA-256 over another channel.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna share case.db\n  \
    hudna share casualties.db kind:casualty --redact Nadim\n  \
    hudna share case.db.age --encrypt Salma --encrypt age1…")]
pub struct Args {
    /// The file to write.
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// Withhold the name, contact and comments of this checker: a name, the beginning of an id, or me.
    ///
    /// May be given several times. Their id and key stay, since the record cannot be proved without them,
    /// and so do their verdicts. Where their name stands in others' words is looked for and listed.
    #[arg(long, value_name = "NAME")]
    redact: Vec<String>,
    /// Encrypt to this key (several times: to each of them).
    ///
    /// An age1… key, an OpenSSH public key as a line or in a file, or a checker of this casebook, by
    /// name or the beginning of an id, whose signing key is used.
    #[arg(long, value_name = "RECIPIENT")]
    encrypt: Vec<String>,
    /// Also write FILE.sig, which `ssh-keygen -Y verify` checks without hudna, and `hudna verify` too.
    #[arg(long)]
    sign: bool,
    /// Only show what it would hold and tell.
    #[arg(long)]
    dry_run: bool,
    /// Do not ask.
    #[arg(short, long)]
    yes: bool,
    /// What was written, and what it tells, as one JSON object.
    #[arg(long)]
    json: bool,
}

/// What was done, for machine readers.
#[derive(Serialize)]
struct Report<'a> {
    file: Option<&'a PathBuf>,
    size: Option<u64>,
    sha256: Option<&'a str>,
    head: &'a str,
    encrypted_to: Vec<&'a str>,
    tells: &'a Tells,
    still_named: &'a [journal::Still],
}

/// Writes the copy.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    if args.sign {
        sign::may(&args.file, false)?;
    }
    let casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    let to = sealed::addressees(&args.encrypt, &people)?;
    let redacted = redacted(&args.redact, &people)?;
    let redact = redacted.iter().map(|key| key.checker.clone()).collect();
    let options = ShareOptions { query: query(&args.which, &casebook)?, redact };
    if !args.dry_run {
        journal::is_free(&args.file)?;
    }
    let stop = session::stop_on(session::TIDY)?;
    let draft = with_progress(|p| casebook.draft_share(&options, &session.private_place(), &stop, p))?;
    let asks = !args.yes && ask::can();
    if args.dry_run || !options.is_whole() {
        match (args.json, args.dry_run) {
            (false, _) => told(&draft, &redacted, out)?,
            (true, true) => {
                return out.json(&report(args, &draft.tells, &draft.still, &draft.head, None, &to));
            }
            (true, false) if !asks => {}
            // The person who is asked must see it; the result is for a program.
            (true, false) => {
                let mut beside = out.beside();
                told(&draft, &redacted, &mut beside)?;
                beside.flush()?;
            }
        }
        if args.dry_run {
            return Ok(());
        }
        if asks && !ask::agreed(&say!("share-question"), out)? {
            out.note(&say!("share-nothing-written"));
            return Ok(());
        }
    }
    let (tells, still, head) = (draft.tells.clone(), draft.still.clone(), draft.head.clone());
    let keys: Vec<_> = to.iter().flat_map(|addressee| &addressee.keys).collect();
    let shared = with_progress(|p| draft.hand_over(&args.file, &keys, p))?;
    if args.json {
        out.json(&report(args, &tells, &still, &head, Some(&shared), &to))?;
    } else {
        written(args, &shared, &head, &to, out)?;
    }
    if args.sign { sign::sign(&args.file, false, session, out) } else { Ok(()) }
}

fn with_progress<T>(work: impl FnOnce(&mut dyn FnMut(u64, u64)) -> journal::Result<T>) -> Result<T, Failure> {
    let progress = Progress::job(&say!("progress-sharing"));
    let done = work(&mut |done, all| progress.of(done, all));
    drop(progress);
    Ok(done?)
}

/// Which claims are meant; none where nothing was said.
fn query(which: &Which, casebook: &Casebook) -> Result<Option<Query>, Failure> {
    if which.text().trim().is_empty() {
        return Ok(None);
    }
    let query = which.query()?;
    match casebook.count(&query)? {
        0 => Err(Failure::failed(say!("share-no-claim")).hint(say!("share-no-claim-hint"))),
        _ => Ok(Some(query)),
    }
}

/// All who are meant: whoever bears a name, and their other keys, which bear it too.
fn redacted<'a>(given: &[String], people: &'a People) -> Result<Vec<&'a KeyState>, Failure> {
    let mut ids = BTreeSet::new();
    for name in given {
        let meant = people.meant(name)?;
        if meant.is_empty() {
            let failure = Failure::failed(say!("share-no-checker", given = name));
            return Err(failure.hint(say!("share-no-checker-hint")));
        }
        ids.extend(meant.iter().flat_map(|key| key.same.iter().chain([&key.checker])));
    }
    Ok(people.keys().iter().filter(|key| ids.contains(&key.checker)).collect())
}

fn written(
    args: &Args,
    shared: &Shared,
    head: &str,
    to: &[Addressee],
    out: &mut Output,
) -> Result<(), Failure> {
    out.line(&format!("{}  {}", shared.sha256, args.file.display()))?;
    out.note(&say!("share-written", n = shared.size));
    for addressee in to {
        out.note(&tell!("share-encrypted", who = &addressee.shown));
    }
    out.note(&tell!("share-head", head = head));
    Ok(())
}

fn report<'a>(
    args: &'a Args,
    tells: &'a Tells,
    still: &'a [journal::Still],
    head: &'a str,
    shared: Option<&'a Shared>,
    to: &'a [Addressee],
) -> Report<'a> {
    Report {
        file: shared.map(|_| &args.file),
        size: shared.map(|s| s.size),
        sha256: shared.map(|s| s.sha256.as_str()),
        head,
        encrypted_to: to.iter().map(|addressee| addressee.told.as_str()).collect(),
        tells,
        still_named: still,
    }
}

/// The most places that are listed one by one.
const MOST: usize = 50;

/// What the copy holds, and what it tells of the rest.
fn told(draft: &Draft, redacted: &[&KeyState], out: &mut Output) -> Result<(), Failure> {
    for (label, value) in told::tells(&draft.tells, |at| args::at(&at)) {
        match label.is_empty() {
            true => out.line(&value)?,
            false => out.pair(&label, &value)?,
        }
    }
    for writer in &draft.tells.checkers {
        let name = if writer.name.is_empty() { say!("share-without-name") } else { writer.name.clone() };
        let (id, fingerprint) = (writer.id.to_string(), &writer.fingerprint);
        let told = tell!("share-writer", id = id, name = name, fingerprint = fingerprint, n = writer.entries);
        out.pair(&say!("share-checker"), &told)?;
    }
    out.line(&say!("share-ids-mean"))?;
    for checker in redacted {
        let who = if checker.name.is_empty() { say!("share-a-checker") } else { checker.name.clone() };
        out.line(&tell!("share-redacted", who = who, id = checker.checker.brief()))?;
    }
    still(&draft.still, redacted, out)
}

fn still(still: &[journal::Still], redacted: &[&KeyState], out: &mut Output) -> Result<(), Failure> {
    if redacted.is_empty() {
        return Ok(());
    }
    if still.is_empty() {
        return Ok(out.line(&say!("share-not-named"))?);
    }
    out.line(&say!("share-still-named"))?;
    for place in still.iter().take(MOST) {
        let at = match place.times {
            0 | 1 => Told::value(&place.at),
            n => tell!("share-times", at = &place.at, n = n),
        };
        out.pair(&words::thing(&place.what), &at)?;
    }
    if still.len() > MOST {
        out.line(&say!("share-more", n = still.len() - MOST))?;
    }
    Ok(out.line(&say!("share-not-seen"))?)
}
