//! Files of claims: JSON Lines, labelled by hand or predicted.

use super::ScoreError;
use super::names::is_letter;
use super::span::{Span, is_space, slice};
use crate::locale::Spoken;
use crate::text::{self, CodePoints};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Longer names that older files have, and today's.
const OLD_NAMES: [(&str, &str); 4] =
    [("start_char", "start"), ("end_char", "end"), ("quote_type", "quote"), ("type", "kind")];
/// No text is longer, so that sums of offsets never run over.
const FARTHEST: u64 = 1 << 50;

/// A claim of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Labelled {
    /// Its line, counted from 1.
    pub line: usize,
    /// The article as the line names it.
    pub path: String,
    /// The article's base name.
    pub file: String,
    /// First code point.
    pub start: i64,
    /// The code point after the last.
    pub end: i64,
    /// Who said it; none where the line does not say.
    pub speaker: Option<String>,
    /// Direct, indirect or mixed.
    pub quote: Option<String>,
    /// What the speaker does.
    pub polarity: Option<String>,
    /// What it is about.
    pub kind: Option<String>,
    /// Whether it lies inside another.
    pub nested: bool,
    /// How probable the prediction says it is that span and speaker are right.
    pub confidence: Option<f64>,
    /// The words, where the line has them.
    pub text: Option<String>,
    /// The first digits of the SHA-256 of the words.
    sha: Option<String>,
}

impl Labelled {
    /// Where it stands.
    pub fn span(&self) -> Span {
        (self.start, self.end)
    }

    /// Whether it points outside its article, or carries other letters than stand there.
    pub(super) fn misplaced(&self, article: &CodePoints<&str>) -> bool {
        let inside = 0 <= self.start && self.start < self.end && self.end <= article.len() as i64;
        let here = slice(article, self.span());
        let given = self.text.as_deref().filter(|text| !text.is_empty()).unwrap_or(here);
        !inside || !given.chars().filter(|c| is_letter(*c)).eq(here.chars().filter(|c| is_letter(*c)))
    }
}

/// The claims of a file, whose name is told where something is wrong with it.
pub fn claims(file: &str, bytes: &[u8]) -> Result<Vec<Labelled>, ScoreError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let wrong = |line: usize, problem: Spoken| ScoreError::Line {
        file: file.to_owned(),
        line,
        problem: problem.map(|words| text::safe(words, false).into_owned()),
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        wrong(line, crate::spoken!("line-not-utf8"))
    })?;
    let mut claims = Vec::new();
    for (at, line) in lines(text).enumerate() {
        if !line.chars().all(is_space) {
            claims.push(claim(at + 1, line).map_err(|problem| wrong(at + 1, problem))?);
        }
    }
    Ok(claims)
}

/// Lines with whichever end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn claim(line: usize, text: &str) -> Result<Labelled, Spoken> {
    let raw: Value = serde_json::from_str(text).map_err(|error| {
        let words = error.to_string();
        crate::spoken!("line-not-json", why = words.split(" at line ").next().unwrap_or_default())
    })?;
    let Value::Object(raw) = raw else { return Err(crate::spoken!("line-json-no-object")) };
    let mut fields = Map::new();
    for (name, value) in raw {
        let today = OLD_NAMES.iter().find(|(old, _)| *old == name).map(|(_, new)| (*new).to_owned());
        fields.insert(today.unwrap_or(name), value);
    }
    let path = words(&mut fields, "file")?.ok_or_else(|| crate::spoken!("line-missing", field = "file"))?;
    let file = path.rsplit('/').next().unwrap_or_default().to_owned();
    if file.is_empty() {
        return Err(crate::spoken!("line-file", path = &path));
    }
    Ok(Labelled {
        line,
        file,
        path,
        start: place(&fields, "start")?,
        end: place(&fields, "end")?,
        speaker: words(&mut fields, "speaker")?,
        quote: words(&mut fields, "quote")?,
        polarity: words(&mut fields, "polarity")?,
        kind: words(&mut fields, "kind")?,
        nested: fields.get("nested").is_some_and(is_true),
        confidence: fields.get("confidence").and_then(Value::as_f64),
        text: words(&mut fields, "text")?,
        sha: words(&mut fields, "sha")?,
    })
}

fn words(fields: &mut Map<String, Value>, name: &str) -> Result<Option<String>, Spoken> {
    match fields.get_mut(name).map(Value::take) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(words)) => Ok(Some(words)),
        Some(_) => Err(crate::spoken!("line-not-string", field = name)),
    }
}

/// An offset: a number, whose fraction is cut off, or its digits as a string.
fn place(fields: &Map<String, Value>, name: &str) -> Result<i64, Spoken> {
    let number = match fields.get(name) {
        None => return Err(crate::spoken!("line-missing", field = name)),
        Some(Value::Number(number)) => {
            number.as_i64().or_else(|| number.as_f64().map(|number| number.trunc() as i64))
        }
        Some(Value::String(digits)) => digits.trim_matches(is_space).parse().ok(),
        Some(_) => None,
    };
    let number = number.ok_or_else(|| crate::spoken!("line-not-number", field = name))?;
    if number.unsigned_abs() < FARTHEST {
        Ok(number)
    } else {
        Err(crate::spoken!("line-beyond", field = name, number = number))
    }
}

/// Whatever is not empty, zero or false, as older files may say yes.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(words) => !words.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}

/// Sees that an article's text is the one that these of its claims were labelled on.
pub fn check<'a>(file: &str, gold: impl Iterator<Item = &'a Labelled>, text: &str) -> Result<(), ScoreError> {
    let text = CodePoints::new(text);
    for claim in gold {
        let inside = 0 <= claim.start && claim.start < claim.end && claim.end <= text.len() as i64;
        let here = slice(&text, claim.span());
        let same_words = claim.text.as_deref().is_none_or(|words| words == here);
        let same_hash = claim.sha.as_ref().is_none_or(|sha| {
            let hash = Sha256::digest(here.as_bytes());
            let digits: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            *sha == digits
        });
        if !(inside && same_words && same_hash) {
            let (file, article) = (file.to_owned(), text::safe(&claim.path, false).into_owned());
            let (line, start, end) = (claim.line, claim.start, claim.end);
            return Err(ScoreError::OtherText { file, line, article, start, end });
        }
    }
    Ok(())
}
