//! `hudna score`

mod print;

use super::failure::Failure;
use super::output::Output;
use crate::score::{self, Field, Labelled, Miss, Score, ScoreError};
use crate::{locale, say};
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
        out.note(&say!("score-misplaced", n = score.misplaced_predictions));
    }
    if args.json {
        let misses = args.misses.then(|| misses.iter().map(line).collect());
        return out.json(&Object { score: &score, misses });
    }
    print::score(&score, out)?;
    if args.misses {
        out.line("")?;
    }
    misses.iter().try_for_each(|miss| print::miss(miss, out))
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
        return Err(io::Error::other(say!("cli-too-large", mib = MOST >> 20)));
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::failed(say!("score-unread", file = shown(path), why = locale::system(error)))
        .hint(say!("score-unread-hint"))
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
            let (file, folder) = (&claim.path, folder.display());
            Failure::failed(say!("score-no-article", place = place, file = file, folder = folder))
                .hint(say!("score-no-article-hint"))
        })?;
        let bytes = file(&path).map_err(|error| unreadable(&path, &error))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::failed(say!("score-no-utf8", file = path.display())))?;
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
