//! `hudna report`

use super::args::Which;
use super::as_of::AsOf;
use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::sign;
use super::target::Target;
use crate::model::Tongue;
use crate::report::{self, Format, Options};
use crate::{say, tell};
use std::path::PathBuf;

/// Write a report on claims: the verdict, the claim in its passage, the evidence, the history.
///
/// html is one self-contained page; md the same as Markdown; json everything as kept; csv one row
/// a claim for spreadsheets; claimreview JSON-LD for the claims with one agreed verdict, which needs
/// the publisher's name (`hudna publisher --name`) and --url. A file with -o is written whole or not
/// at all.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna report verdict:false -o report.html\n  \
    hudna report --format claimreview --url https://mizan.example/truce")]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// html, md, json, csv or claimreview; by the ending of the file with -o, else md.
    #[arg(long)]
    format: Option<Format>,
    /// The file to write instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there.
    #[arg(long, requires = "output")]
    force: bool,
    /// Also write FILE.sig, which `ssh-keygen -Y verify` checks without hudna, and `hudna verify` too.
    #[arg(long, requires = "output")]
    sign: bool,
    /// Address of the page where the report will stand.
    #[arg(long)]
    url: Option<String>,
    /// Language of the report's own words: en or ar.
    #[arg(long, value_name = "LANGUAGE", value_parser = tongue, default_value = "en")]
    lang: Tongue,
    #[command(flatten)]
    as_of: AsOf,
}

/// Writes the report.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let query = args.which.query()?;
    let format = args.format();
    let casebook = args.as_of.casebook(session, Some(&query))?;
    if casebook.past().is_some() && format == Format::ClaimReview {
        return Err(
            Failure::usage(say!("report-past-claimreview")).hint(say!("report-past-claimreview-hint"))
        );
    }
    let target = args.output.as_deref().map(|path| Target::new(path, args.force)).transpose()?;
    if let Some(file) = args.output.as_deref().filter(|_| args.sign) {
        sign::may(file, args.force)?;
    }
    let report = casebook.report(&query, &args.which.text())?;
    if report.claims.is_empty() {
        out.note(&say!("report-empty"));
    }
    let options = Options { url: args.url.clone(), tongue: args.lang };
    match target {
        Some(target) => target.write(|file| Ok(report::write(&report, format, &options, file)?))?,
        None => {
            let mut page = Vec::new();
            report::write(&report, format, &options, &mut page)?;
            out.file(&page)?;
        }
    }
    // These formats have no place for it; a report without it can be tied to no state of the journal.
    if matches!(format, Format::Csv | Format::ClaimReview) {
        let all: Vec<&str> = std::iter::once(&report.head).chain(&report.last).map(String::as_str).collect();
        out.note(&match report.as_of {
            Some(_) => tell!("report-head-past", head = &report.head),
            None => tell!("report-head", all = all.join(",")),
        });
    }
    match &args.output {
        Some(file) if args.sign => sign::sign(file, args.force, session, out),
        _ => Ok(()),
    }
}

impl Args {
    fn format(&self) -> Format {
        let ending = self.output.as_ref().and_then(|path| path.extension()?.to_str());
        let by_ending = || match ending?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Format::Html),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            "jsonld" => Some(Format::ClaimReview),
            _ => None,
        };
        self.format.or_else(by_ending).unwrap_or(Format::Markdown)
    }
}

fn tongue(given: &str) -> Result<Tongue, String> {
    match given.trim().to_lowercase().as_str() {
        "en" | "english" => Ok(Tongue::English),
        "ar" | "arabic" | "العربية" => Ok(Tongue::Arabic),
        _ => Err(say!("report-no-tongue")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_the_file_chooses_the_format() {
        let format = |output: Option<&str>, format| {
            let which = Which::default();
            let output = output.map(PathBuf::from);
            Args {
                which,
                format,
                output,
                force: false,
                sign: false,
                url: None,
                lang: Tongue::English,
                as_of: AsOf::default(),
            }
            .format()
        };
        assert_eq!(format(None, None), Format::Markdown);
        assert_eq!(format(Some("a/report.HTML"), None), Format::Html);
        assert_eq!(format(Some("report.csv"), None), Format::Csv);
        assert_eq!(format(Some("report.csv"), Some(Format::Json)), Format::Json, "said outright");
    }
}
