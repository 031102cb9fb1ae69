//! Reports: what a casebook holds about some claims, written for readers, spreadsheets and programs.
//!
//! Pure: a [`Report`] goes in, bytes come out. Five formats:
//!
//! * **HTML**: one self-contained page, no script and nothing remote, right-to-left where the text is.
//! * **Markdown**: the same content; nothing in the data can become markup.
//! * **JSON**: everything, exactly as kept; the keys are listed in [`json`].
//! * **CSV**: one row a claim, for people with spreadsheets; cells are made harmless, so programs
//!   read JSON instead. The columns are listed in [`table`].
//! * **ClaimReview**: JSON-LD for the claims with one agreed verdict; the rules and the decisions
//!   behind them are in [`claimreview`].

pub mod claimreview;
pub mod json;
pub mod table;

mod card;
mod escape;
mod html;
mod markdown;
mod page;
mod tally;
#[cfg(test)]
mod tests;
mod value;
mod words;
pub use words::arabic_grade;

pub use words::grade as grade_words;

use crate::model::{Report, Tongue};
use std::io::{self, Write};
use std::str::FromStr;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// Markdown text.
    Markdown,
    /// One JSON object.
    Json,
    /// One row a claim.
    Csv,
    /// schema.org ClaimReview as JSON-LD.
    ClaimReview,
}

impl Format {
    /// Every format with its name in arguments.
    pub const NAMES: [(&'static str, Format); 5] = [
        ("html", Format::Html),
        ("md", Format::Markdown),
        ("json", Format::Json),
        ("csv", Format::Csv),
        ("claimreview", Format::ClaimReview),
    ];

    /// What files of this format end in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::ClaimReview => "jsonld",
        }
    }
}

/// A word that names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a format of reports: it is one of html, md, json, csv, claimreview")]
pub struct UnknownFormat(pub String);

impl FromStr for Format {
    type Err = UnknownFormat;
    fn from_str(given: &str) -> Result<Format, UnknownFormat> {
        let wanted = given.trim().to_lowercase();
        let wanted = if wanted == "markdown" { "md" } else { &wanted };
        let found = Format::NAMES.into_iter().find(|(name, _)| *name == wanted);
        found.map(|(_, format)| format).ok_or_else(|| UnknownFormat(given.to_owned()))
    }
}

/// What the person who asks for a report decides.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Address of the page where the report will stand; ClaimReview needs it.
    pub url: Option<String>,
    /// Language of the report's own words.
    pub tongue: Tongue,
}

/// A required field of ClaimReview that nothing was given for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its name in schema.org's terms.
    pub field: &'static str,
    /// How to give it.
    pub how: String,
}

/// Why no report was written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// ClaimReview cannot be made without these.
    #[error("{}", crate::say!("report-missing-field", fields = crate::locale::list(&.0.iter().map(|m| m.field).collect::<Vec<_>>())))]
    MissingField(Vec<Missing>),
    /// The page's address cannot be used.
    #[error("{}", crate::say!("report-address", given = .0))]
    Address(String),
    /// What was made does not keep ClaimReview's rules.
    #[error("{}", crate::say!("report-invalid", problems = .0.join("; ")))]
    Invalid(Vec<String>),
    /// The page could not be laid out.
    #[error("{}", crate::say!("report-layout", what = .0.to_string()))]
    Layout(#[from] askama::Error),
    /// JSON could not be made.
    #[error("{}", crate::say!("report-json", what = .0.to_string()))]
    Json(#[from] serde_json::Error),
    /// The report could not be written where it should go.
    #[error("{}", crate::say!("report-io", what = crate::locale::system(.0)))]
    Io(#[from] io::Error),
}

impl ReportError {
    /// What to do about it; empty where there is nothing to say.
    pub fn hint(&self) -> String {
        match self {
            ReportError::MissingField(missing) => {
                missing.iter().map(|m| format!("{}: {}", m.field, m.how)).collect::<Vec<_>>().join("\n")
            }
            ReportError::Address(_) => crate::say!("report-address-hint"),
            ReportError::Invalid(_) => crate::say!("report-invalid-hint"),
            ReportError::Io(_) => crate::say!("report-io-hint"),
            ReportError::Layout(_) | ReportError::Json(_) => String::new(),
        }
    }
}

/// Writes a report. Nothing is written where an error other than [`ReportError::Io`] is returned,
/// but for a page that is too large to lay out.
pub fn write(
    report: &Report,
    format: Format,
    options: &Options,
    to: &mut dyn Write,
) -> Result<(), ReportError> {
    match format {
        Format::Html => html::write(report, options, to)?,
        Format::Markdown => to.write_all(markdown::render(report, options).as_bytes())?,
        Format::Json => json::write(report, to)?,
        Format::Csv => table::write(report, to)?,
        Format::ClaimReview => claimreview::write(report, options, to)?,
    }
    Ok(to.flush()?)
}
