//! `hudna claim edit`

use crate::cli::args::{self, AsJson, Edited};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::locale::Told;
use crate::model::{Claim, ClaimEdit, Kind, Polarity, Quote, Status};
use crate::{say, tell};

/// Correct a claim: its place in the document, its speaker, kind and so on.
///
/// Every field is written for itself and the old value stays in the record. An empty value takes
/// one away, such as --role "".
#[derive(clap::Args)]
#[command(after_help = "Example:\n  hudna claim edit c41d --speaker \"Sami Omran\" --kind violation")]
pub struct Args {
    /// The claim's id, or its beginning.
    claim: String,
    /// First code point of the claim's words in the document.
    #[arg(long, value_name = "N", value_parser = args::number)]
    start: Option<usize>,
    /// The code point after the claim's words.
    #[arg(long, value_name = "N", value_parser = args::number)]
    end: Option<usize>,
    /// The words, only of a claim without document.
    #[arg(long)]
    text: Option<String>,
    /// Who said it.
    #[arg(long)]
    speaker: Option<String>,
    /// In what capacity.
    #[arg(long)]
    role: Option<String>,
    /// The word that reports it.
    #[arg(long)]
    cue: Option<String>,
    /// Who passed it on, outermost first; once for each.
    #[arg(long)]
    via: Option<Vec<String>>,
    /// How it is quoted: direct, indirect or mixed.
    #[arg(long)]
    quote: Option<Quote>,
    /// What the speaker does with it: assert, deny, commit, call or concern.
    #[arg(long)]
    polarity: Option<Polarity>,
    /// What it is about: casualty, violation, commitment, troop_movement, territorial, attribution,
    /// humanitarian, diplomatic or other.
    #[arg(long)]
    kind: Option<Kind>,
    /// When it was said.
    #[arg(long, value_name = "WHEN", value_parser = args::when)]
    said_at: Option<String>,
    /// A translation for readers of the report.
    #[arg(long, value_name = "TEXT")]
    translation: Option<String>,
    /// Language of the words, such as ar or en.
    #[arg(long, value_name = "LANGUAGE", alias = "language")]
    lang: Option<String>,
    /// Where it was heard or copied from.
    #[arg(long)]
    url: Option<String>,
    /// in_progress or published; new to have it follow from what is there.
    #[arg(long)]
    status: Option<Status>,
    #[command(flatten)]
    json: AsJson,
}

/// Writes the fields.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut edit = args.edit();
    if edit == ClaimEdit::default() && args.start.or(args.end).is_none() {
        return Err(args::no_field("claim edit"));
    }
    let mut casebook = session.casebook()?;
    let id = session::claim(&casebook, &args.claim)?;
    edit.span = args.span(&casebook.claim(&id)?)?;
    let changed = casebook.edit_claim(&id, &edit)?;
    args.json.line(out, &Edited { id: &id, changed }, &said(changed, args::brief(&id)))
}

/// How many fields changed, in words.
pub fn said(changed: usize, id: &str) -> Told {
    match changed {
        0 => tell!("edit-nothing", id = id),
        n => tell!("edit-changed", n = n, id = id),
    }
}

impl Args {
    fn edit(&self) -> ClaimEdit {
        ClaimEdit {
            span: None,
            text: self.text.clone(),
            speaker: self.speaker.clone(),
            role: self.role.clone(),
            cue: self.cue.clone(),
            via: self.via.as_ref().map(|via| via.iter().filter(|v| !v.trim().is_empty()).cloned().collect()),
            quote: self.quote,
            polarity: self.polarity,
            kind: self.kind,
            said_at: self.said_at.clone(),
            translation: self.translation.clone(),
            language: self.lang.clone(),
            url: self.url.clone(),
            status: self.status,
        }
    }

    /// The new span; an end that is not given stays where it is.
    fn span(&self, claim: &Claim) -> Result<Option<(usize, usize)>, Failure> {
        if self.start.is_none() && self.end.is_none() {
            return Ok(None);
        }
        match (self.start.or(claim.start), self.end.or(claim.end)) {
            (Some(start), Some(end)) => Ok(Some((start, end))),
            _ => Err(Failure::failed(say!("edit-no-place")).hint(say!("edit-no-place-hint"))),
        }
    }
}
