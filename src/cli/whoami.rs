//! `hudna whoami`

use super::failure::Failure;
use super::output::{Margin, Output};
use super::people::People;
use super::session::Session;
use crate::say;

/// Show or set the name and contact that your work is signed with.
///
/// The key is made at your first write and lies outside the casebook; keep a backup of it. Name and
/// contact are written into the casebook, for everyone who gets it. Leave them out where a name is
/// a danger: the key alone tells your work from others'. An empty value takes one away.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna whoami --name \"Salma\" --contact salma@example.org")]
pub struct Args {
    /// Your name, or a name to go by.
    #[arg(long)]
    name: Option<String>,
    /// How others reach you.
    #[arg(long)]
    contact: Option<String>,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

/// Names under each other.
const MARGIN: Margin = Margin { before: 0, name: 12 };

/// Shows or sets who is at the keyboard.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = if args.name.is_some() || args.contact.is_some() {
        let mut casebook = session.casebook_or_new()?;
        casebook.set_me(args.name.as_deref(), args.contact.as_deref())?;
        casebook
    } else {
        session.casebook()?
    };
    let Some(me) = casebook.me()? else {
        return Err(Failure::failed(say!("whoami-nobody")).hint(say!("whoami-nobody-hint")));
    };
    if args.json {
        return out.json(&me);
    }
    let shown = |value: &str| if value.is_empty() { say!("whoami-not-given") } else { value.to_owned() };
    out.named(MARGIN, &say!("whoami-name"), &shown(&me.name))?;
    out.named(MARGIN, &say!("whoami-contact"), &shown(&me.contact))?;
    out.named(MARGIN, &say!("key-id"), me.id.as_str())?;
    out.named(MARGIN, &say!("trust-fingerprint"), &me.fingerprint)?;
    let people = People::of(&casebook, session)?;
    let mine = people.keys().iter().find(|key| key.checker == me.id);
    for words in mine.map(|key| people.state_words(key)).unwrap_or_default() {
        out.named(MARGIN, &say!("trust-key"), &words)?;
    }
    Ok(())
}
