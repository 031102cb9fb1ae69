//! `hudna trust`

use super::args::{self, counted};
use super::ask::Sure;
use super::failure::Failure;
use super::output::Output;
use super::people::{self, People, Trusts};
use super::session::Session;
use crate::journal::Known;
use crate::model::KeyState;
use serde::Serialize;

/// List whose keys wrote in the casebook, or say that you trust one.
///
/// Anybody can write any name beside their key. Compare the fingerprint with what its holder sees in `hudna whoami`,
/// over another channel than the casebook came by; then say that you trust it. That is kept in your own folder, with
/// the date and your note, and never enters a casebook. `hudna merge` and `hudna verify` show it.
/// What is said of keys themselves (lost, revoked, replaced) lies in the casebook: `hudna key`.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  hudna trust\n  hudna trust Salma --fingerprint SHA256:… --note \"read out on the phone\"\n  \
    hudna trust k01a2 --forget"
)]
pub struct Args {
    /// A checker: their name, or the beginning of the id or fingerprint.
    #[arg(value_name = "CHECKER")]
    checker: Option<String>,
    #[command(flatten)]
    sure: Sure,
    /// How you know.
    #[arg(long, requires = "checker", default_value = "", hide_default_value = true)]
    note: String,
    /// Say that you do not trust it.
    #[arg(long, requires = "checker")]
    distrust: bool,
    /// Take back what you said of it.
    #[arg(long, requires = "checker", conflicts_with = "distrust")]
    forget: bool,
    /// Also list keys met in other casebooks.
    #[arg(long, conflicts_with = "checker")]
    all: bool,
    /// One JSON object per line.
    #[arg(long, conflicts_with = "checker")]
    json: bool,
}

/// A key for programs.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(flatten)]
    key: &'a KeyState,
    trust: Trusts,
    here: Option<&'a Known>,
}

/// Lists or says.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    match &args.checker {
        Some(checker) => say(args, people.find(checker)?, &people, session, out),
        None => {
            list(args, &people, out)?;
            people::meet(people.keys().iter(), session)
        }
    }
}

fn say(
    args: &Args,
    key: &KeyState,
    people: &People,
    session: &Session,
    out: &mut Output,
) -> Result<(), Failure> {
    let file = people::trust_file(session);
    let name = people.name(&key.checker);
    if args.forget {
        let mut said = false;
        file.change(|trust| {
            said = trust.forget(&key.fingerprint);
            said
        })?;
        let told = if said { "taken back" } else { "nothing was said of it" };
        return Ok(out.line(&format!("{told}: {name} ({})", key.checker.brief()))?);
    }
    if args.distrust {
        file.change(|trust| {
            trust.distrust(&key.fingerprint, &key.name, &args.note);
            true
        })?;
        return Ok(out.line(&format!("distrusted: {name} {}", key.fingerprint))?);
    }
    if people.trusts(key) == Trusts::You {
        return Err(Failure::failed("that is your own key").hint("Nothing was changed."));
    }
    for namesake in people.namesakes(key) {
        out.note(&format!("warning: another key goes by that name: {namesake}"));
    }
    if let Some(end) = key.end() {
        let word = format!("this key is {} in the casebook", end.how);
        return Err(
            Failure::failed(word).hint("Nothing was changed. Trust the key that its holder uses now.")
        );
    }
    if !args.sure.of(key, &format!("Is this the key of {name}?"), out)? {
        out.note("nothing was changed");
        return Ok(());
    }
    file.change(|trust| {
        trust.trust(&key.fingerprint, &key.name, &args.note);
        true
    })?;
    Ok(out.line(&format!("trusted: {name} {}", key.fingerprint))?)
}

fn list(args: &Args, people: &People, out: &mut Output) -> Result<(), Failure> {
    if args.json {
        for key in people.keys() {
            let here = people.trust().of(&key.fingerprint);
            out.json(&Line { key, trust: people.trusts(key), here })?;
        }
        return Ok(());
    }
    for key in people.keys() {
        let name = if key.name.is_empty() { "(no name)" } else { &key.name };
        out.row(&[(key.checker.brief().to_owned(), 2), (name.to_owned(), 0)])?;
        out.pair("fingerprint", &key.fingerprint)?;
        out.pair("trust", &people.trust_words(key))?;
        let known = people.trust().of(&key.fingerprint);
        if let Some(known) = known.filter(|known| !known.note.is_empty()) {
            out.pair("note", &super::table::one_line(&known.note))?;
        }
        for words in people.state_words(key) {
            out.pair("key", &words)?;
        }
        if let Some(known) = known {
            out.pair("first met", &format!("{} on this machine", args::at(&known.seen)))?;
        }
        match &key.first_entry {
            Some(at) => {
                let wrote = format!(
                    "{}, the first {} by its writer's clock",
                    counted(key.entries, "entry"),
                    args::at(at)
                );
                out.pair("wrote", &wrote)?;
            }
            None => out.pair("wrote", "nothing here")?,
        }
        for namesake in people.namesakes(key) {
            out.pair("WARNING", &format!("another key goes by that name: {namesake}"))?;
        }
    }
    if args.all {
        elsewhere(people, out)?;
    }
    Ok(())
}

/// Keys met in other casebooks.
fn elsewhere(people: &People, out: &mut Output) -> Result<(), Failure> {
    for (fingerprint, known) in people.trust().all() {
        if people.keys().iter().any(|key| key.fingerprint == fingerprint) {
            continue;
        }
        let name = if known.name.is_empty() { "(no name)" } else { &known.name };
        out.row(&[("elsewhere".to_owned(), 6), (name.to_owned(), 0)])?;
        out.pair("fingerprint", fingerprint)?;
        let trust = match (known.trusted, known.distrusted) {
            (_, Some(at)) => format!("DISTRUSTED since {}", args::at(&at)),
            (Some(at), None) => format!("trusted since {}", args::at(&at)),
            (None, None) => "not trusted".to_owned(),
        };
        out.pair("trust", &trust)?;
        out.pair("first met", &args::at(&known.seen))?;
    }
    Ok(())
}
