//! `hudna whoami`

use super::failure::Failure;
use super::output::Output;
use super::people::People;
use super::session::Session;

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
        return Err(Failure::failed("you have no key and no name in this casebook yet")
            .hint("`hudna whoami --name NAME` sets one; your first write makes the key."));
    };
    if args.json {
        return out.json(&me);
    }
    let shown = |value: &str| if value.is_empty() { "(not given)".to_owned() } else { value.to_owned() };
    out.line(&format!("name         {}", shown(&me.name)))?;
    out.line(&format!("contact      {}", shown(&me.contact)))?;
    out.line(&format!("id           {}", me.id))?;
    out.line(&format!("fingerprint  {}", me.fingerprint))?;
    let people = People::of(&casebook, session)?;
    let mine = people.keys().iter().find(|key| key.checker == me.id);
    for words in mine.map(|key| people.state_words(key)).unwrap_or_default() {
        out.line(&format!("key          {words}"))?;
    }
    Ok(())
}
