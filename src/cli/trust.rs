//! `hudna trust`

use super::args;
use super::ask::Sure;
use super::failure::Failure;
use super::output::Output;
use super::people::{self, People, Trusts};
use super::session::Session;
use crate::journal::Known;
use crate::locale::Told;
use crate::model::KeyState;
use crate::people::Word;
use crate::{say, tell};
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
    #[arg(long)]
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

fn line<'a>(key: &'a KeyState, people: &'a People) -> Line<'a> {
    Line { key, trust: people.trusts(key), here: people.trust().of(&key.fingerprint) }
}

/// A key met in other casebooks, for programs.
#[derive(Serialize)]
struct Met<'a> {
    name: &'a str,
    fingerprint: &'a str,
    trust: Trusts,
    here: &'a Known,
}

impl Met<'_> {
    fn of<'a>(fingerprint: &'a str, known: &'a Known) -> Met<'a> {
        let trust = match (known.trusted, known.distrusted) {
            (_, Some(_)) => Trusts::Distrusted,
            (Some(_), None) => Trusts::Trusted,
            (None, None) => Trusts::Met,
        };
        Met { name: &known.name, fingerprint, trust, here: known }
    }
}

/// Lists or says.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    match &args.checker {
        Some(checker) => {
            let key = people.find(checker)?;
            match say(args, key, &people, session, out)? {
                None => Ok(()),
                // As it stands now.
                Some(_) if args.json => out.json(&line(key, &People::of(&casebook, session)?)),
                Some(words) => Ok(out.line(&words)?),
            }
        }
        None => {
            list(args, &people, out)?;
            people::meet(people.keys().iter(), session)
        }
    }
}

/// What was said of a key now; nothing where it was not.
fn say(
    args: &Args,
    key: &KeyState,
    people: &People,
    session: &Session,
    out: &mut Output,
) -> Result<Option<Told>, Failure> {
    let name = people.name(&key.checker);
    let keep = |word| people.keep_word(key, word, &args.note, &session.keyring());
    if args.forget {
        return Ok(Some(keep(Word::Forget)?));
    }
    if args.distrust {
        return Ok(Some(keep(Word::Distrust)?));
    }
    for namesake in people.namesakes(key).into_iter().filter(|_| people.trusts(key) != Trusts::You) {
        out.note(&tell!("trust-namesake-warning", other = namesake));
    }
    if let Some((why, hint)) = people.no_trust_in(key) {
        return Err(Failure::failed(why).hint(hint));
    }
    if !args.sure.of(key, &say!("trust-question", who = &name), out)? {
        out.note(&say!("ask-nothing-changed"));
        return Ok(None);
    }
    Ok(Some(keep(Word::Trust)?))
}

fn list(args: &Args, people: &People, out: &mut Output) -> Result<(), Failure> {
    if args.json {
        people.keys().iter().try_for_each(|key| out.json(&line(key, people)))?;
        return if args.all {
            met(people).try_for_each(|(key, known)| out.json(&Met::of(key, known)))
        } else {
            Ok(())
        };
    }
    for key in people.keys() {
        out.row(&[(key.checker.brief().to_owned(), 2), (named(&key.name), 0)])?;
        out.pair(&say!("trust-fingerprint"), &key.fingerprint)?;
        out.pair(&say!("trust-trust"), &people.trust_words(key))?;
        let known = people.trust().of(&key.fingerprint);
        if let Some(known) = known.filter(|known| !known.note.is_empty()) {
            out.pair(&say!("trust-note"), &super::table::one_line(&known.note))?;
        }
        for words in people.state_words(key) {
            out.pair(&say!("trust-key"), &words)?;
        }
        if let Some(known) = known {
            out.pair(&say!("trust-first-met"), &say!("trust-here", at = args::at(&known.seen)))?;
        }
        match &key.first_entry {
            Some(at) => {
                let wrote = say!("trust-entries", n = key.entries, at = args::at(at));
                out.pair(&say!("trust-wrote"), &wrote)?;
            }
            None => out.pair(&say!("trust-wrote"), &say!("trust-nothing-here"))?,
        }
        for namesake in people.namesakes(key) {
            out.pair(&say!("merge-warning"), &tell!("trust-namesake", other = namesake))?;
        }
    }
    if args.all {
        elsewhere(people, out)?;
    }
    Ok(())
}

/// A name, or that there is none.
fn named(name: &str) -> String {
    if name.is_empty() { say!("trust-no-name") } else { name.to_owned() }
}

/// Keys met in other casebooks.
fn met(people: &People) -> impl Iterator<Item = (&str, &Known)> {
    let here = |fingerprint: &str| people.keys().iter().any(|key| key.fingerprint == fingerprint);
    people.trust().all().filter(move |(fingerprint, _)| !here(fingerprint))
}

/// Lists them.
fn elsewhere(people: &People, out: &mut Output) -> Result<(), Failure> {
    for (fingerprint, known) in met(people) {
        out.row(&[(say!("trust-elsewhere"), 6), (named(&known.name), 0)])?;
        out.pair(&say!("trust-fingerprint"), fingerprint)?;
        let trust = match (known.trusted, known.distrusted) {
            (_, Some(at)) => say!("key-distrusted", at = args::at(&at)),
            (Some(at), None) => say!("key-trusted", at = args::at(&at)),
            (None, None) => say!("key-not-trusted"),
        };
        out.pair(&say!("trust-trust"), &trust)?;
        out.pair(&say!("trust-first-met"), &args::at(&known.seen))?;
    }
    Ok(())
}
