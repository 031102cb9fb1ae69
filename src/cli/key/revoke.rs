//! `hudna key revoke`

use super::super::args::{AsJson, when};
use super::super::ask::Yes;
use super::super::failure::Failure;
use super::super::output::Output;
use super::super::people::People;
use super::super::session::Session;
use super::{Kept, no_key};
use crate::journal::{self, KeySaid};
use crate::model::{Id, KeyState, Says};
use crate::{say, tell};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// Say that nothing signed with a key from now on is to be believed: your own, or your own on another device.
///
/// It cannot be taken back. What the key signed stays; entries dated later are marked wherever they are shown. Where it is
/// the key on this machine, it is put aside and your next write makes a new one, which nothing links with the old:
/// your colleagues must trust it anew. Your other keys stay linked but for those named with --unlink.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  hudna key revoke --why \"The laptop was searched.\" --since 2026-03-01\n  \
    hudna key revoke k01a2 --why \"The phone was taken.\""
)]
pub struct Args {
    /// Your key on another device; your key on this one where none is named.
    checker: Option<String>,
    /// Why.
    #[arg(long)]
    why: String,
    /// From when on it is not to be believed, in UTC: a date, or date and time. Now, where it is not said.
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    since: Option<DateTime<Utc>>,
    /// A key that is said to be yours too and is not; once for each.
    #[arg(long, value_name = "CHECKER")]
    unlink: Vec<String>,
    #[command(flatten)]
    yes: Yes,
    #[command(flatten)]
    json: AsJson,
}

/// Revokes it.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut casebook = session.casebook()?;
    let people = People::of(&casebook, session)?;
    let ring = session.keyring();
    let me = ring.load()?.ok_or_else(no_key)?.checker();
    let key = match &args.checker {
        Some(given) => people.find(given)?,
        None => people
            .find(me.as_str())
            .map_err(|_| Failure::failed(say!("key-revoke-no-word")).hint(say!("key-revoke-no-word-hint")))?,
    };
    if key.checker != me && !key.same.contains(&me) {
        return Err(Failure::failed(say!("key-revoke-others")).hint(say!("key-revoke-others-hint")));
    }
    let unlinked: Vec<Id> = args
        .unlink
        .iter()
        .map(|given| Ok(people.find(given)?.checker.clone()))
        .collect::<Result<_, Failure>>()?;
    told(key, &unlinked, &people, out);
    if !args.yes.agreed(&say!("key-revoke-question"), out)? {
        out.note(&say!("ask-nothing-changed"));
        return Ok(());
    }
    let Some(public) = journal::public_key(&key.key) else {
        return Err(Failure::failed(say!("key-unreadable")));
    };
    let said =
        KeySaid { why: args.why.clone(), since: args.since, unlinked, ..KeySaid::new(Says::Revoked, public) };
    casebook.say_of_key(&said)?;
    let aside = if key.checker == me { ring.set_aside("revoked") } else { Ok(None) };
    let file = aside.as_ref().ok().and_then(|aside| aside.as_deref());
    let kept = Kept { checker: &key.checker, fingerprint: &key.fingerprint, file };
    args.json.line(out, &kept, &tell!("key-revoked", fingerprint = &key.fingerprint))?;
    if key.checker == me {
        if let Some(aside) = aside? {
            out.note(&tell!("key-revoked-kept", file = aside.display()));
            out.note(&say!("key-revoked-elsewhere"));
        }
        out.note(&say!("key-revoked-next"));
    }
    Ok(())
}

fn told(key: &KeyState, unlinked: &[Id], people: &People, out: &mut Output) {
    let (id, fingerprint) = (key.checker.brief(), &key.fingerprint);
    out.note(&tell!("key-revoke-what", id = id, fingerprint = fingerprint, n = key.entries));
    for id in key.same.iter().filter(|id| !unlinked.contains(id)) {
        out.note(&tell!("key-stays-linked", id = id.brief(), who = people.name(id)));
    }
}

/// A moment in UTC, written as a date or as date and time in any digits.
fn moment(given: &str) -> Result<DateTime<Utc>, String> {
    let given = when(given)?;
    let date = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    let time = |form: &str| NaiveDateTime::parse_from_str(given.trim_end_matches('Z'), form).ok();
    let naive = date(&given)
        .or_else(|| time("%Y-%m-%d %H:%M"))
        .or_else(|| time("%Y-%m-%dT%H:%M"))
        .or_else(|| time("%Y-%m-%dT%H:%M:%S"));
    naive.map(|naive| naive.and_utc()).ok_or_else(|| say!("key-no-date"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_in_any_digits() {
        assert_eq!(moment("٢٠٢٦-٠٣-٠١").unwrap().to_rfc3339(), "2026-03-01T00:00:00+00:00");
        assert_eq!(moment("2026-03-01 14:30").unwrap().to_rfc3339(), "2026-03-01T14:30:00+00:00");
        assert!(moment("last week").is_err() && moment("2026-13-01").is_err());
    }
}
