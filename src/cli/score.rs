//! `hudna score`

use super::failure::Failure;
use super::output::Output;
use super::table::one_line;
use crate::score::{self, Calibration, Field, Labelled, Level, Miss, Score, ScoreError, What};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Score predicted claims against claims labelled by hand.
///
/// For people who tune the words that claims are found by. Both files hold one JSON object a line:
/// file, start, end (Unicode code points, end exclusive) and, where known, speaker, quote, polarity
/// and kind; `hudna extract --json` writes such lines. The older names start_char, end_char,
/// quote_type and type are understood. Of file only the base name counts, and predictions in
/// articles without labels are left out. The labels' text or sha, where given, must be the article's.
///
/// A prediction and a labelled claim are a pair if their spans share enough: the code points in both
/// as a share of those in either (Jaccard), best pairs first, one to one. Exact asks for equal spans,
/// where marks at the edges and a bare that or أن do not count. Speaker, quote, polarity and kind
/// are shares of the pairs, where the label has the field; a speaker is right if at least half of
/// the shorter name's words agree. End to end is the F1 of span (0.5), speaker, polarity and kind at once.
/// A labelled claim inside another (nested) is left out, and a prediction on it counts neither way.
///
/// In square brackets stand 95 % bootstrap intervals: the articles are drawn anew 1,000 times, from
/// a fixed seed, and measured again; a single article has none. Of each label it is told how many
/// claims have it, how many of these were found (Jaccard 0.5), and how well the label was told
/// of the found ones. Where predictions have a confidence, it is told how often those of about the same
/// confidence were right, span and speaker.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  hudna extract --json articles/ | hudna score gold.jsonl - --texts articles/ --misses"
)]
pub struct Args {
    /// Claims labelled by hand, as JSON Lines.
    #[arg(value_name = "GOLD")]
    gold: PathBuf,
    /// Predicted claims, as JSON Lines, or - for standard input.
    #[arg(value_name = "PREDICTIONS|-")]
    predictions: PathBuf,
    /// Folder of the articles, as UTF-8 text (else that of GOLD).
    #[arg(long, value_name = "DIR")]
    texts: Option<PathBuf>,
    /// Count claims inside other claims like all.
    #[arg(long)]
    nested: bool,
    /// List every claim that was missed, found too much, or told otherwise (Jaccard 0.5).
    #[arg(long)]
    misses: bool,
    /// One JSON object.
    #[arg(long)]
    json: bool,
}

/// The largest file that is read, in bytes.
const MOST: u64 = 256 * 1024 * 1024;

/// Scores the predictions.
pub fn run(args: &Args, out: &mut Output) -> Result<(), Failure> {
    let gold = claims(&args.gold)?;
    if gold.is_empty() {
        return Err(ScoreError::NoClaims { file: shown(&args.gold) }.into());
    }
    let predicted = claims(&args.predictions)?;
    let texts = texts(args, &gold)?;
    let field = Field::new(&gold, &predicted, &texts, args.nested);
    let score = score::score(&field)?;
    let misses = if args.misses { score::misses(&field)? } else { Vec::new() };
    if score.misplaced_predictions > 0 {
        out.note(&format!(
            "{} predictions do not fit their article: are their offsets code points of its text?",
            score.misplaced_predictions
        ));
    }
    if args.json {
        let misses = args.misses.then(|| misses.iter().map(line).collect());
        return out.json(&Object { score: &score, misses });
    }
    print(&score, out)?;
    if args.misses {
        out.line("")?;
    }
    misses.iter().try_for_each(|miss| show(miss, out))
}

/// The score as one object.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    score: &'a Score,
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<Vec<Value>>,
}

fn claims(path: &Path) -> Result<Vec<Labelled>, Failure> {
    let bytes = if path == Path::new("-") { capped(io::stdin().lock()) } else { file(path) };
    let bytes = bytes.map_err(|error| unreadable(path, &error))?;
    Ok(score::claims(&shown(path), &bytes)?)
}

fn file(path: &Path) -> io::Result<Vec<u8>> {
    capped(File::open(path)?)
}

fn capped(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(io::Error::other(format!("it is larger than {} MiB", MOST >> 20)));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(format!("cannot read {}: {error}", shown(path)))
        .hint("Check the name, and that you may read it.")
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The articles that labels are in, by base name, each the one that was labelled.
fn texts(args: &Args, gold: &[Labelled]) -> Result<HashMap<String, String>, Failure> {
    let beside = args.gold.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = args.texts.as_deref().or(beside).unwrap_or(Path::new("."));
    let mut claims: HashMap<&str, Vec<&Labelled>> = HashMap::new();
    gold.iter().for_each(|claim| claims.entry(&claim.file).or_default().push(claim));
    let mut below = None;
    let mut texts = HashMap::new();
    for claim in gold {
        if texts.contains_key(&claim.file) {
            continue;
        }
        let near =
            [folder.join(&claim.path), folder.join(&claim.file)].into_iter().find(|path| path.is_file());
        let path = near.or_else(|| below.get_or_insert_with(|| walk(folder)).get(&claim.file).cloned());
        let path = path.ok_or_else(|| {
            let place = format!("{}:{}", shown(&args.gold), claim.line);
            Failure::failed(format!("{place}: there is no article {} under {}", claim.path, folder.display()))
                .hint("Give the folder of the labelled articles with --texts.")
        })?;
        let bytes = file(&path).map_err(|error| unreadable(&path, &error))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::failed(format!("{} is not valid UTF-8", path.display())))?;
        let of_file = claims.get(claim.file.as_str()).into_iter().flatten().copied();
        score::check(&shown(&args.gold), of_file, &text)?;
        texts.insert(claim.file.clone(), text);
    }
    Ok(texts)
}

/// Every file below a folder by its name; of one name the first.
fn walk(folder: &Path) -> HashMap<String, PathBuf> {
    let mut found = HashMap::new();
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    for entry in entries.filter(|entry| entry.file_type().is_file()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        found.entry(name).or_insert_with(|| entry.into_path());
    }
    found
}

fn print(score: &Score, out: &mut Output) -> io::Result<()> {
    out.line(&format!(
        "{} articles, {} without a prediction; {} claims labelled, {} predicted, {} pairs",
        score.files,
        score.files_without_prediction,
        score.half.gold,
        score.half.predicted,
        score.half.matched
    ))?;
    out.line("")?;
    let levels = [&score.half, &score.close, &score.exact];
    out.line(&format!("{:<13}{:<22}{:<22}{}", "", "JACCARD 0.5", "JACCARD 0.8", "EXACT"))?;
    type Get = fn(&Level) -> Option<f64>;
    let rows: [(&str, &str, Get); 8] = [
        ("precision", "precision", |l| Some(l.precision)),
        ("recall", "recall", |l| Some(l.recall)),
        ("F1", "f1", |l| Some(l.f1)),
        ("speaker", "speaker", |l| l.speaker),
        ("quote", "quote", |l| l.quote),
        ("polarity", "polarity", |l| l.polarity),
        ("kind", "kind", |l| l.kind),
        ("end to end", "end_to_end_f1", |l| l.end_to_end_f1),
    ];
    for (title, name, get) in rows {
        let cells = levels.map(|level| cell(get(level), level.intervals.get(name)));
        let [half, close, exact] = cells;
        out.line(format!("{title:<13}{half:<22}{close:<22}{exact}").trim_end())?;
    }
    out.line("")?;
    let loose = &score.loose;
    let chars = &score.chars;
    for (title, p, r, f1) in [
        ("Jaccard 0.3", loose.precision, loose.recall, loose.f1),
        ("characters", chars.precision, chars.recall, chars.f1),
    ] {
        out.line(&format!("{title:<13}precision {p:.3}  recall {r:.3}  F1 {f1:.3}"))?;
    }
    print_labels(score, out)
}

/// How often claims were right, span and speaker, by the confidence that they were told with.
fn print_calibration(found: &Calibration, out: &mut Output) -> io::Result<()> {
    out.line("")?;
    out.line(&format!("{:<13}{:>8}{:>8}{:>8}", "CONFIDENCE", "CLAIMS", "MEAN", "RIGHT"))?;
    for bin in &found.bins {
        let from = format!("{:.1} and more", bin.from);
        out.line(&format!("{from:<13}{:>8}{:>8.3}{:>8.3}", bin.claims, bin.confidence, bin.right))?;
    }
    out.line(&format!("Brier score {:.3}, calibration error {:.3}", found.brier, found.error))
}

fn cell(value: Option<f64>, interval: Option<&[f64; 2]>) -> String {
    match (value, interval) {
        (Some(value), Some([low, high])) => format!("{value:.3} [{low:.3}, {high:.3}]"),
        (Some(value), None) => format!("{value:.3}"),
        (None, _) => String::new(),
    }
}

fn print_labels(score: &Score, out: &mut Output) -> io::Result<()> {
    out.line("")?;
    out.line(&format!("{:<13}{:>8}{:>8}{:>8}", "COVERED", "LABELLED", "HALF OF", "SHARE"))?;
    for (quote, covered) in &score.covered {
        let quote = one_line(quote);
        out.line(&format!("{quote:<13}{:>8}{:>8}{:>8.3}", covered.gold, covered.found, covered.share))?;
    }
    for (name, labels) in &score.labels {
        out.line("")?;
        let title = name.to_uppercase();
        let titles = ["LABELLED", "FOUND", "PRECISION", "RECALL", "F1"];
        let [gold, found, precision, recall, f1] = titles;
        out.line(&format!("{title:<17}{gold:>8}{found:>8}{precision:>11}{recall:>8}{f1:>8}"))?;
        for (label, l) in labels {
            let (label, precision) = (one_line(label), l.precision);
            let counts = format!("{label:<17}{:>8}{:>8}", l.gold, l.found);
            out.line(&format!("{counts}{precision:>11.3}{:>8.3}{:>8.3}", l.recall, l.f1))?;
        }
    }
    score.calibration.as_ref().map_or(Ok(()), |found| print_calibration(found, out))
}

/// One claim that did not fare well, both sides under each other.
fn show(miss: &Miss<'_>, out: &mut Output) -> Result<(), Failure> {
    let Some((claim, words)) = miss.gold.or(miss.predicted) else { return Ok(()) };
    let fields =
        if miss.what == What::Differs { format!("  {}", miss.fields.join(", ")) } else { String::new() };
    out.line(&format!("{:<8} {} {}-{}{fields}", miss.what.word(), miss.file, claim.start, claim.end))?;
    out.pair("claim", &one_line(words))?;
    let (Some((gold, _)), Some((predicted, told))) = (miss.gold, miss.predicted) else {
        for (name, value) in fields_of(claim) {
            out.pair(name, &one_line(value))?;
        }
        return Ok(());
    };
    if miss.fields.contains(&"span") {
        out.pair("  predicted", &one_line(told))?;
    }
    for ((name, labelled), (_, told)) in fields_of(gold).into_iter().zip(fields_of(predicted)) {
        if miss.fields.contains(&name) {
            out.pair(name, &one_line(labelled))?;
            out.pair("  predicted", &one_line(told))?;
        }
    }
    Ok(())
}

fn fields_of(claim: &Labelled) -> [(&'static str, &str); 4] {
    [
        ("speaker", value(&claim.speaker)),
        ("quote", value(&claim.quote)),
        ("polarity", value(&claim.polarity)),
        ("kind", value(&claim.kind)),
    ]
}

fn value(value: &Option<String>) -> &str {
    value.as_deref().filter(|value| !value.is_empty()).unwrap_or("-")
}

fn line(miss: &Miss<'_>) -> Value {
    let side = |side: Option<(&Labelled, &str)>| {
        side.map(|(claim, text)| {
            let fields: BTreeMap<&str, &Option<String>> = BTreeMap::from([
                ("speaker", &claim.speaker),
                ("quote", &claim.quote),
                ("polarity", &claim.polarity),
                ("kind", &claim.kind),
            ]);
            let mut value = json!({"start": claim.start, "end": claim.end, "text": text});
            if let (Some(value), Ok(Value::Object(fields))) =
                (value.as_object_mut(), serde_json::to_value(fields))
            {
                value.extend(fields);
            }
            value
        })
    };
    json!({
        "what": miss.what.word(),
        "file": miss.file,
        "differing": miss.fields,
        "gold": side(miss.gold),
        "predicted": side(miss.predicted),
    })
}
