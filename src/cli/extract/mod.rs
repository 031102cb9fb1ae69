//! `hudna extract`

mod again;
mod compare;
mod explain;
mod line;
mod rule;

use super::failure::Failure;
use super::output::{Margin, Output};
use super::session::{self, Session};
use super::table::{Column, Table, column};
use super::with::{self, With};
use super::words;
use crate::batch::in_order;
use crate::extract::{Explained, Extractor};
use crate::import::{Finder, ImportError};
use crate::intake::{self, Input, Overrides};
use crate::model::{Extracted, Id, Received};
use crate::outside::Program;
use crate::{say, tell};
use compare::Pair;
use line::line;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Find the claims in articles without storing anything, or again in documents of the casebook.
///
/// Takes what `hudna import` takes, and needs no casebook. With --json every claim is one line with
/// the fields that `hudna claims --json` has, without id and verdict, and the file it is from;
/// `start` and `end` are Unicode code points into the article's text, end exclusive. For a plain
/// text file that text is the file decoded, without byte order mark and with plain line ends.
///
/// With --again the arguments are documents of the casebook: their ids, or a query such as doc:d41 or lang:ar, or --all for
/// all of them. Each gets an extraction by the present version (or by --with), whose claims are listed from then on.
/// Claims that only an earlier one found are listed no more unless somebody has worked on them, and nothing is deleted. Of
/// two extractions by this program that of the newer rules counts; else the later one. One `hudna undo` takes all of it back.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  hudna extract --json articles/ | jq -r .speaker | sort | uniq -c\n  \
    hudna extract --compare --with 'python3 finder.py' article.txt\n  \
    hudna extract --again --all --dry-run")]
pub struct Args {
    /// Files, folders, http or https addresses, or - for standard input; with --again, documents.
    #[arg(required_unless_present = "all", value_name = "PATH|URL|-|DOCUMENT")]
    inputs: Vec<String>,
    /// Look again in documents of the casebook, and keep what is found.
    #[arg(long, conflicts_with_all = ["explain", "compare"])]
    again: bool,
    /// Again in all documents.
    #[arg(long, requires = "again", conflicts_with = "inputs")]
    all: bool,
    /// Look also where this very version did, or newer rules did: what these found counts no more.
    ///
    /// Needed where somebody's extraction lists claims wrongly, or hides them: whatever date or number it has, this one
    /// counts in its place.
    #[arg(long, requires = "again")]
    over: bool,
    /// Only show what looking again would change.
    #[arg(long, requires = "again")]
    dry_run: bool,
    /// One JSON object per claim; with --again, per document.
    #[arg(long)]
    json: bool,
    /// Say of each claim how it was found.
    ///
    /// The cue and where it stands, the name of the rule, how the speaker was settled from the words at
    /// the cue, polarity, kind and confidence. With --json the fields cue_start, cue_end, rule and
    /// speaker_chain are added.
    #[arg(long, conflicts_with_all = ["with", "compare"])]
    explain: bool,
    /// Show the claims of two extractors side by side.
    ///
    /// The built-in one is left, the one of --with right. Without --with your own lexicon files are
    /// what is compared: left without them, right with them. Claims are the same if their spans
    /// are. With --json each is one line: where is both, left or right.
    #[arg(long)]
    compare: bool,
    #[command(flatten)]
    with: With,
}

fn columns() -> Vec<Column> {
    vec![
        column(say!("column-place"), 13),
        column(say!("column-speaker"), 24),
        column(say!("column-kind"), 14),
        column(say!("column-polarity"), 8),
        column(say!("column-claim"), usize::MAX),
    ]
}

/// The place of a claim and what is said of it.
const PLACE: Margin = Margin { before: 0, name: 14 };
/// What stands under a name, a little in.
const BELOW: Margin = Margin { before: 4, name: 10 };

/// What finds the claims.
enum Way {
    Plain(Extractor),
    Explain(Extractor),
    Program(Program, Arc<AtomicBool>),
    /// The built-in words without and with the user's own.
    Words(Extractor, Extractor),
    Compare(Extractor, Program, Arc<AtomicBool>),
}

/// What was found in one input.
struct Found {
    document: Id,
    claims: Claims,
    said: String,
}

enum Claims {
    Plain(Vec<Extracted>),
    Explained(Vec<Explained>),
    Compared(Vec<Pair>),
}

/// An input, or the argument that stands for none.
type Item = Result<Input, (String, intake::IntakeError)>;

/// Prints the claims found.
pub fn run(args: &Args, session: &Session, out: &mut Output) -> Result<(), Failure> {
    if args.again {
        return again::run(args, session, out);
    }
    let way = way(args, session)?;
    let mut items: Vec<Item> = Vec::new();
    for argument in &args.inputs {
        match intake::inputs(std::slice::from_ref(argument)) {
            Ok(inputs) => items.extend(inputs.into_iter().map(Ok)),
            Err(error) => items.push(Err((argument.clone(), error))),
        }
    }
    let (mut failed, mut broken) = (Vec::new(), None);
    let many = items.len() > 1;
    let take = |item: &Item, found: Result<Found, ImportError>| {
        match found {
            Ok(found) => broken = print(args, &way, item, many, &found, out).err(),
            Err(error) => {
                let stop = matches!(&error, ImportError::Outside(error) if error.stops_all());
                failed.push((name(item), error));
                return !stop;
            }
        }
        broken.is_none()
    };
    let done = in_order(&items, args.with.threads(), |item| find(&way, item), |_, _| !way.stopped(), take);
    if let Some(failure) = broken {
        return Err(failure);
    }
    for (input, error) in &failed {
        super::import::failed(out, input, &error.to_string(), &error.hint());
        with::said(out, error.said());
    }
    if done < items.len() {
        out.note(&say!("extract-stopped", n = items.len() - done));
    }
    if failed.is_empty() && done == items.len() { Ok(()) } else { Err(Failure::told()) }
}

fn way(args: &Args, session: &Session) -> Result<Way, Failure> {
    let program = args.with.program()?;
    let stop = || session::stop_on(session::TIDY);
    let own = || super::lexicons::extractor(session);
    Ok(match program {
        Some(program) if args.compare => Way::Compare(own()?, program, stop()?),
        Some(program) => Way::Program(program, stop()?),
        None if args.compare => {
            if super::lexicons::read(session)?.is_empty() {
                let folder = super::lexicons::folder(session);
                return Err(Failure::usage(say!("extract-nothing-to-compare"))
                    .hint(say!("extract-nothing-to-compare-hint", folder = folder.display())));
            }
            Way::Words(Extractor::new()?, own()?)
        }
        None if args.explain => Way::Explain(own()?),
        None => Way::Plain(own()?),
    })
}

impl Way {
    fn stopped(&self) -> bool {
        match self {
            Way::Program(_, stop) | Way::Compare(_, _, stop) => stop.load(Ordering::Relaxed),
            _ => false,
        }
    }

    /// What the right side of a comparison is called.
    fn right(&self) -> String {
        match self {
            Way::Compare(_, program, _) => program.name().to_owned(),
            _ => say!("extract-with-lexicons"),
        }
    }

    fn left(&self) -> String {
        if matches!(self, Way::Words(..)) { say!("extract-without") } else { say!("extract-built-in") }
    }
}

/// The claims of one input.
fn find(way: &Way, item: &Item) -> Result<Found, ImportError> {
    let input = item.as_ref().map_err(|(_, error)| error.clone())?;
    let received = intake::receive(input, &Overrides::default())?;
    let document = Id::of_document(&Sha256::digest(&received.text).into());
    let (claims, said) = claims(way, &received)?;
    Ok(Found { document, claims, said })
}

fn claims(way: &Way, received: &Received) -> Result<(Claims, String), ImportError> {
    let text = &received.text;
    Ok(match way {
        Way::Plain(extractor) => (Claims::Plain(extractor.extract(text)), String::new()),
        Way::Explain(extractor) => (Claims::Explained(extractor.explain(text)), String::new()),
        Way::Words(left, right) => {
            (Claims::Compared(compare::pairs(left.extract(text), right.extract(text))), String::new())
        }
        Way::Program(program, stop) => {
            let found = Finder::Program(program, stop).find(received)?;
            (Claims::Plain(found.claims), found.said)
        }
        Way::Compare(extractor, program, stop) => {
            let found = Finder::Program(program, stop).find(received)?;
            (Claims::Compared(compare::pairs(extractor.extract(text), found.claims)), found.said)
        }
    })
}

/// Prints what was found in one input.
fn print(
    args: &Args,
    way: &Way,
    item: &Item,
    many: bool,
    found: &Found,
    out: &mut Output,
) -> Result<(), Failure> {
    if !found.said.is_empty() {
        out.note(&tell!("import-of", input = name(item)));
        with::said(out, &found.said);
    }
    let file = given(item);
    if args.json {
        return match &found.claims {
            Claims::Plain(claims) => {
                claims.iter().try_for_each(|claim| out.json(&line(&file, &found.document, claim)))
            }
            Claims::Explained(claims) => {
                claims.iter().try_for_each(|claim| out.json(&explain::line(&file, &found.document, claim)))
            }
            Claims::Compared(pairs) => {
                pairs.iter().try_for_each(|pair| out.json(&compare::line(&file, &found.document, pair)))
            }
        };
    }
    if many {
        out.line(&tell!("import-of", input = name(item)))?;
    }
    match &found.claims {
        Claims::Plain(claims) => table(claims, out),
        Claims::Explained(claims) => explain::print(claims, out),
        Claims::Compared(pairs) => compare::print(pairs, &way.left(), &way.right(), out),
    }
}

fn table(claims: &[Extracted], out: &mut Output) -> Result<(), Failure> {
    if claims.is_empty() {
        out.note(&say!("extract-none"));
    }
    let mut table = Table::new(out, columns());
    for claim in claims {
        let place = format!("{}-{}", claim.start, claim.end);
        let speaker = if claim.speaker.is_empty() { "-" } else { &claim.speaker };
        let (kind, polarity) = (words::kind(claim.kind), words::polarity(claim.polarity));
        table.row([&place, speaker, &kind, &polarity, &claim.text])?;
    }
    Ok(table.finish()?)
}

/// The input as it is called in messages.
fn name(item: &Item) -> String {
    item.as_ref().map_or_else(|(argument, _)| argument.clone(), ToString::to_string)
}

/// The input as it was named.
fn given(item: &Item) -> String {
    match item {
        Ok(Input::File(path)) => path.to_string_lossy().into_owned(),
        Ok(Input::Url(url)) => url.clone(),
        Ok(Input::Stdin) => "-".to_owned(),
        Err((argument, _)) => argument.clone(),
    }
}
