//! `hudna publisher`

use super::failure::Failure;
use super::output::{Margin, Output};
use super::session::Session;
use crate::say;

/// Show or set who publishes the reports.
///
/// ClaimReview needs the publisher's name. An empty value takes one away.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna publisher --name \"Mizan Desk\" --url https://mizan.example")]
pub struct Args {
    /// Name of the organisation or person.
    #[arg(long)]
    name: Option<String>,
    /// Its home page.
    #[arg(long)]
    url: Option<String>,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

/// Shows or sets the publisher.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let casebook = if args.name.is_some() || args.url.is_some() {
        let mut casebook = session.casebook_or_new()?;
        casebook.set_publisher(args.name.as_deref(), args.url.as_deref())?;
        casebook
    } else {
        session.casebook()?
    };
    let publisher = casebook.publisher()?;
    if args.json {
        return out.json(&publisher);
    }
    let shown = |value: &str| if value.is_empty() { say!("whoami-not-given") } else { value.to_owned() };
    let (name, url) = (say!("whoami-name"), say!("publisher-url"));
    let margin = Margin { before: 0, name: 5 }.for_names(&[name.clone(), url.clone()]);
    out.named(margin, &name, &shown(&publisher.name))?;
    out.named(margin, &url, &shown(&publisher.url))?;
    Ok(())
}
