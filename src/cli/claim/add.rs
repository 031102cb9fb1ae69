//! `hudna claim add`

use crate::cli::args::{self, AsJson, Done};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::session::{self, Session};
use crate::model::{Kind, NewClaim, Polarity, Quote};

/// Add a claim that extraction missed, or one that was heard or copied without an article.
///
/// With a document, --start and --end mark the words in its text, counted in Unicode code points
/// from 0, end exclusive. Without one, --text and --speaker give the words and who said them; the
/// casebook is made where there is none. Prints the claim's id.
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  hudna claim add d3f0 --start 120 --end 188 --speaker \"Sami Omran\" --kind casualty\n  \
    hudna claim add --text \"Both sides hold their fire.\" --speaker \"Lina Haddad\" --said-at 2026-03-01"
)]
#[command(group = clap::ArgGroup::new("words").required(true).args(["document", "text"]))]
pub struct Args {
    /// The document's id, or its beginning.
    #[arg(requires_all = ["start", "end"])]
    document: Option<String>,
    /// First code point of the claim's words.
    #[arg(long, value_name = "N", value_parser = args::number, requires = "document", conflicts_with = "text")]
    start: Option<usize>,
    /// The code point after the claim's words.
    #[arg(long, value_name = "N", value_parser = args::number, requires = "document", conflicts_with = "text")]
    end: Option<usize>,
    /// The words, for a claim without document.
    #[arg(long, requires = "speaker")]
    text: Option<String>,
    /// Who said it.
    #[arg(long, default_value = "", hide_default_value = true)]
    speaker: String,
    /// In what capacity.
    #[arg(long, default_value = "", hide_default_value = true)]
    role: String,
    /// The word that reports it, as it stands in the text.
    #[arg(long, default_value = "", hide_default_value = true)]
    cue: String,
    /// How it is quoted: direct, indirect or mixed.
    #[arg(long, default_value = "indirect")]
    quote: Quote,
    /// What the speaker does with it: assert, deny, commit, call or concern.
    #[arg(long, default_value = "assert")]
    polarity: Polarity,
    /// What it is about: casualty, violation, commitment, troop_movement, territorial, attribution,
    /// humanitarian, diplomatic or other.
    #[arg(long, default_value = "other")]
    kind: Kind,
    /// When it was said, best as 2026-03-01 or 2026-03-01T14:30Z.
    #[arg(long, value_name = "WHEN", default_value = "", hide_default_value = true, value_parser = args::when)]
    said_at: String,
    /// Where it was heard or copied from.
    #[arg(long, default_value = "", hide_default_value = true)]
    url: String,
    /// A translation for readers of the report.
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    translation: String,
    /// Language of the words, such as ar or en; found out if not given.
    #[arg(long, value_name = "LANGUAGE", alias = "language", default_value = "", hide_default_value = true)]
    lang: String,
    #[command(flatten)]
    json: AsJson,
}

/// Adds the claim.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let mut claim = args.claim();
    let mut casebook = match (&args.document, args.start.zip(args.end)) {
        (Some(document), Some((start, end))) => {
            let casebook = session.casebook()?;
            claim.anchor = Some((session::document(&casebook, document)?, start, end));
            casebook
        }
        _ => session.casebook_or_new()?,
    };
    let id = casebook.add_claim(&claim)?;
    args.json.line(out, &Done { id: &id }, id.as_str())
}

impl Args {
    fn claim(&self) -> NewClaim {
        NewClaim {
            anchor: None,
            text: self.text.clone().unwrap_or_default(),
            speaker: self.speaker.clone(),
            role: self.role.clone(),
            cue: self.cue.clone(),
            quote: self.quote,
            polarity: self.polarity,
            kind: self.kind,
            said_at: self.said_at.clone(),
            url: self.url.clone(),
            translation: self.translation.clone(),
            language: self.lang.clone(),
        }
    }
}
