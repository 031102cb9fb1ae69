//! `hudna import`

use super::args;
use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::{self, Session};
use super::with::{self, With};
use crate::import::{Batch, Fate, Finder, import};
use crate::intake::{self, Overrides};
use crate::locale::{self, Locale, Told};
use crate::model::Id;
use crate::{say, tell};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Import articles: files, folders, addresses, or - for standard input.
///
/// Plain text in UTF-8 and the older encodings, HTML and Markdown. Each becomes a document with its
/// bytes kept as received, and the claims found in it. An article that is there already is not
/// imported twice; another text under the same address is a new version of the first. The casebook
/// is made where there is none.
///
/// An input that cannot be read fails alone: the rest goes in, the failures are listed at the end
/// and the exit code is 1. One `hudna undo` takes the whole import back. Addresses are the only
/// thing that hudna ever fetches, and only those that you name here.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna import articles/ https://mizan.example/truce\n  \
    pdftotext leaflet.pdf - | hudna import - --title \"Leaflet\" --outlet \"Mizan News\"")]
pub struct Args {
    /// Files, folders, http or https addresses, or - for standard input.
    #[arg(required = true, value_name = "PATH|URL|-")]
    inputs: Vec<String>,
    #[command(flatten)]
    stated: Stated,
    #[command(flatten)]
    with: With,
    /// Give each document a random id, so that nobody can tell from a hash that its text was here.
    ///
    /// Else a document's id comes from its text: whoever has the text, or guesses it, can tell from a
    /// redacted copy, or after an erasure, that this casebook held it. A private article imported again is
    /// another document.
    #[arg(long)]
    private: bool,
    /// One JSON object per input.
    #[arg(long)]
    json: bool,
}

/// What the person importing knows better than the article says.
#[derive(clap::Args)]
pub struct Stated {
    /// Headline, whatever the article says.
    #[arg(long)]
    title: Option<String>,
    /// Newspaper, agency, channel or site.
    #[arg(long)]
    outlet: Option<String>,
    /// By-line.
    #[arg(long)]
    author: Option<String>,
    /// Address of the article.
    #[arg(long)]
    url: Option<String>,
    /// Date of publication, best as 2026-03-01.
    #[arg(long, value_name = "WHEN", value_parser = args::when)]
    published: Option<String>,
    /// Main language, such as ar or en.
    #[arg(long, value_name = "LANGUAGE", alias = "language")]
    lang: Option<String>,
}

impl Stated {
    /// As intake takes it.
    fn overrides(&self) -> Overrides {
        Overrides {
            title: self.title.clone(),
            outlet: self.outlet.clone(),
            author: self.author.clone(),
            url: self.url.clone(),
            published: self.published.clone(),
            language: self.lang.clone(),
            private: false,
        }
    }
}

/// How one input fared, for programs.
#[derive(Serialize)]
struct Line<'a> {
    input: &'a str,
    document: Option<&'a Id>,
    new: bool,
    claims: usize,
    previous: Option<&'a Id>,
    error: Option<String>,
}

/// Imports the articles.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    let (inputs, missing) = find(&args.inputs);
    if inputs.is_empty() {
        // Nothing to put in: no casebook is made for it.
        return report(args, &Batch { fates: missing, left: 0 }, out);
    }
    let program = args.with.program()?;
    let rules = if program.is_none() { Some(super::lexicons::extractor(session)?) } else { None };
    let mut casebook = session.casebook_or_new()?;
    // A single import is stopped by ending the program: nothing of it is kept.
    let stop = match &program {
        Some(_) => session::stop_on(session::TIDY)?,
        None if inputs.len() > 1 => session::stop_on(session::CTRL_C)?,
        None => Arc::default(),
    };
    let finder = match (&program, &rules) {
        (Some(program), _) => Finder::Program(program, &stop),
        (None, Some(rules)) => Finder::Rules(rules),
        (None, None) => return Err(Failure::usage(say!("cli-no-extractor"))),
    };
    let progress = Progress::new(inputs.len() as u64);
    let overrides = Overrides { private: args.private, ..args.stated.overrides() };
    let threads = args.with.threads();
    let mut batch = import(&mut casebook, &finder, &inputs, &overrides, threads, &mut |done, input| {
        progress.at(done as u64, &input.to_string());
        !stop.load(Ordering::Relaxed)
    });
    drop(progress);
    batch.fates.extend(missing);
    report(args, &batch, out)
}

/// The inputs that the arguments stand for, and those arguments that stand for none.
fn find(arguments: &[String]) -> (Vec<intake::Input>, Vec<Fate>) {
    let (mut inputs, mut missing) = (Vec::new(), Vec::new());
    for argument in arguments {
        match intake::inputs(std::slice::from_ref(argument)) {
            Ok(found) => inputs.extend(found),
            Err(error) => missing.push(Fate::failed(argument.clone(), error.into())),
        }
    }
    (inputs, missing)
}

/// Lists what went in, then what failed.
fn report(args: &Args, batch: &Batch, out: &mut Output) -> Result<(), Failure> {
    for fate in &batch.fates {
        if args.json {
            out.json(&line(fate))?;
        } else if let Ok(done) = &fate.result {
            let (id, n, input) = (args::brief(&done.document), done.claims, &fate.input);
            out.line(&match (done.new, &done.previous) {
                (false, _) => tell!("import-same", id = id, n = n, input = input),
                (true, Some(previous)) => {
                    let previous = args::brief(previous);
                    tell!("import-version", id = id, n = n, previous = previous, input = input)
                }
                (true, None) => tell!("import-new", id = id, n = n, input = input),
            })?;
        }
    }
    for fate in &batch.fates {
        match &fate.result {
            Err(error) => {
                failed(out, &fate.input, &error.to_string(), &error.hint());
                with::said(out, error.said());
            }
            Ok(_) if !fate.said.is_empty() => {
                out.note(&tell!("import-of", input = &fate.input));
                with::said(out, &fate.said);
            }
            Ok(_) => {}
        }
    }
    if batch.left > 0 {
        out.note(&say!("import-stopped", n = batch.left));
    }
    if batch.complete() { Ok(()) } else { Err(Failure::told()) }
}

/// Says that one input failed; its name is not said twice.
pub fn failed(out: &mut Output, input: &str, error: &str, hint: &str) {
    let what = match error.contains(input) {
        true => Told::value(error),
        false => tell!("cli-of", of = input, what = error),
    };
    out.note(&tell!("cli-failed", what = what));
    out.note(&tell!("cli-hint", hint = hint).indented(2));
}

fn line(fate: &Fate) -> Line<'_> {
    let done = fate.result.as_ref().ok();
    Line {
        input: &fate.input,
        document: done.map(|done| &done.document),
        new: done.is_some_and(|done| done.new),
        claims: done.map_or(0, |done| done.claims),
        previous: done.and_then(|done| done.previous.as_ref()),
        // A file for programs speaks one language.
        error: locale::within(Locale::default(), || fate.result.as_ref().err().map(ToString::to_string)),
    }
}
