//! What a program wrote, line by line: each is a claim of the document, or the whole is refused.

use crate::extract::settle_worth;
use crate::locale::Spoken;
use crate::model::{Extracted, Id, Kind, Polarity, Quote, Reason, Received, UnknownCode, worth};
use crate::text::{self, CodePoints};
use serde::Deserialize;
use std::collections::HashMap;
use std::str::FromStr;

/// The most claims of a document.
const MOST: usize = 10_000;
/// The longest line, in bytes.
const LONGEST: usize = 1 << 20;
/// The most code points of a name or cue.
const NAME: usize = 500;
/// The most names in a chain.
const CHAIN: usize = 16;
/// How far from a claim its cue is looked for, in code points.
const REACH: usize = 400;
/// How sure a program is taken to be that does not say.
const CONFIDENCE: f64 = 0.5;

/// Why nothing is taken.
#[derive(Debug, PartialEq)]
pub(super) enum Wrong {
    /// There is no line.
    Silent,
    /// A line, counted from 1, and what is wrong with it.
    Line(usize, Spoken),
}

/// A line as written. Fields that this version does not know are left out of account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Line {
    /// How many claims there were; the last line of a program that found none.
    claims: Option<usize>,
    document: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
    text: Option<String>,
    speaker: Option<String>,
    role: Option<String>,
    cue: Option<String>,
    cue_start: Option<usize>,
    cue_end: Option<usize>,
    via: Option<Vec<String>>,
    quote: Option<String>,
    polarity: Option<String>,
    kind: Option<String>,
    confidence: Option<f64>,
    reasons: Option<Vec<String>>,
    language: Option<String>,
}

/// The claims, in order of their start.
pub(super) fn claims(stdout: &[u8], received: &Received, document: &Id) -> Result<Vec<Extracted>, Wrong> {
    let article = CodePoints::new(received.text.as_str());
    let reader = Reader { article, received, document };
    let mut found: Vec<Extracted> = Vec::new();
    let mut places = HashMap::new();
    let mut counted = None;
    for (at, bytes) in stdout.split(|byte| *byte == b'\n').enumerate() {
        let wrong = |problem: Spoken| Wrong::Line(at + 1, problem.map(shortened));
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if counted.is_some() {
            return Err(wrong(crate::spoken!("line-after-count")));
        }
        let line = parse(bytes).map_err(wrong)?;
        if let Some(told) = line.claims {
            if told != found.len() {
                return Err(wrong(crate::spoken!("line-count", told = told, written = found.len())));
            }
            counted = Some(told);
            continue;
        }
        if found.len() == MOST {
            return Err(wrong(crate::spoken!("line-too-many", most = MOST)));
        }
        let claim = reader.claim(line).map_err(wrong)?;
        let place = (claim.start, claim.end, claim.cue_span);
        if let Some(before) = places.insert(place, at + 1) {
            return Err(wrong(crate::spoken!("line-repeats", before = before)));
        }
        found.push(claim);
    }
    if found.is_empty() && counted.is_none() {
        return Err(Wrong::Silent);
    }
    found.sort_by_key(|claim| (claim.start, std::cmp::Reverse(claim.end)));
    let mut end = 0;
    for claim in &mut found {
        claim.nested = claim.end <= end;
        end = end.max(claim.end);
    }
    Ok(found)
}

fn parse(bytes: &[u8]) -> Result<Line, Spoken> {
    if bytes.len() > LONGEST {
        return Err(crate::spoken!("line-long", limit = LONGEST >> 10));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| crate::spoken!("line-not-utf8"))?;
    if !text.trim_start().starts_with('{') {
        return Err(crate::spoken!("line-no-object"));
    }
    serde_json::from_str(text).map_err(|error| {
        let words = error.to_string();
        words.rsplit_once(" at line ").map_or(words.as_str(), |(problem, _)| problem).into()
    })
}

/// Problems quote what was written, which may be anything.
fn shortened(problem: &str) -> String {
    let mut short: String = text::safe(problem, false).chars().take(300).collect();
    if short.chars().count() == 300 {
        short.push('…');
    }
    short
}

struct Reader<'a> {
    article: CodePoints<&'a str>,
    received: &'a Received,
    document: &'a Id,
}

impl Reader<'_> {
    fn claim(&self, line: Line) -> Result<Extracted, Spoken> {
        if line.document.is_some_and(|id| id != self.document.as_str()) {
            return Err(crate::spoken!("line-other-document"));
        }
        let start = line.start.ok_or_else(|| crate::spoken!("line-missing", field = "start"))?;
        let end = line.end.ok_or_else(|| crate::spoken!("line-missing", field = "end"))?;
        let here = self.span(false, start, end)?;
        if !here.contains(char::is_alphanumeric) {
            return Err(crate::spoken!("line-no-word"));
        }
        if line.text.is_some_and(|text| text != here) {
            return Err(crate::spoken!("line-other-text", start = start, end = end));
        }
        let text = here.to_owned();
        let cue = name("cue", line.cue)?;
        let cue_span = match (line.cue_start, line.cue_end) {
            (Some(from), Some(to)) => {
                self.span(true, from, to)?;
                (from, to)
            }
            (None, None) => self.near(&cue, start, end),
            _ => return Err(crate::spoken!("line-cue-together")),
        };
        let via = line.via.unwrap_or_default();
        if via.len() > CHAIN {
            return Err(crate::spoken!("line-via", most = CHAIN));
        }
        let via = via.into_iter().map(|one| name("via", Some(one))).collect::<Result<_, _>>()?;
        let confidence = line.confidence.unwrap_or(CONFIDENCE);
        if !(0.0..=1.0).contains(&confidence) {
            return Err(crate::spoken!("line-confidence", confidence = confidence.to_string()));
        }
        let told = line.reasons.map(|all| reasons(&all)).transpose()?;
        let mut claim = Extracted {
            start,
            end,
            language: language(line.language, &text, &self.received.language)?,
            text,
            speaker: name("speaker", line.speaker)?,
            role: name("role", line.role)?,
            cue,
            cue_span,
            via,
            quote: code(line.quote, Quote::Indirect)?,
            polarity: code(line.polarity, Polarity::Assert)?,
            kind: code(line.kind, Kind::Other)?,
            nested: false,
            confidence,
            worth: told.as_deref().map_or(0, worth),
            reasons: told.clone().unwrap_or_default(),
        };
        if told.is_none() {
            claim.reasons.extend(claim.text.contains(char::is_numeric).then_some(Reason::Number));
            settle_worth(&mut claim, false);
        }
        Ok(claim)
    }

    fn span(&self, of_cue: bool, start: usize, end: usize) -> Result<&str, Spoken> {
        let length = self.article.len();
        if start < end && end <= length {
            return Ok(self.article.slice(start, end));
        }
        Err(match of_cue {
            true => crate::spoken!("line-no-cue-span", start = start, end = end, length = length),
            false => crate::spoken!("line-no-span", start = start, end = end, length = length),
        })
    }

    /// Where the cue stands nearest to its claim, before or after it; else the claim's own span.
    fn near(&self, cue: &str, start: usize, end: usize) -> (usize, usize) {
        let length = cue.chars().count();
        let (from, to) = (start.saturating_sub(REACH), (end + REACH).min(self.article.len()));
        if cue.is_empty() {
            return (start, end);
        }
        let before = self.article.slice(from, start).rfind(cue);
        let points = |text: &str, byte| text.get(..byte).unwrap_or_default().chars().count();
        let before = before.map(|byte| from + points(self.article.slice(from, start), byte));
        let after = self.article.slice(end, to);
        let after = after.find(cue).map(|byte| end + points(after, byte));
        let nearest = match (before, after) {
            (Some(before), Some(after)) if after - end < start - (before + length) => Some(after),
            (before, after) => before.or(after),
        };
        nearest.map_or((start, end), |at| (at, at + length))
    }
}

/// A value of a vocabulary.
fn code<T: FromStr<Err = UnknownCode>>(given: Option<String>, usual: T) -> Result<T, Spoken> {
    given.map_or(Ok(usual), |given| {
        given.parse().map_err(|error: UnknownCode| Spoken::of(|| error.to_string()))
    })
}

/// Reasons, each once.
fn reasons(given: &[String]) -> Result<Vec<Reason>, Spoken> {
    let mut reasons = Vec::new();
    for given in given {
        let reason = given.parse().map_err(|error: UnknownCode| Spoken::of(|| error.to_string()))?;
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    Ok(reasons)
}

/// A name without characters that could deceive whoever reads it.
fn name(field: &str, given: Option<String>) -> Result<String, Spoken> {
    let name = given.unwrap_or_default();
    if name.chars().count() > NAME {
        return Err(crate::spoken!("line-long-name", field = field, most = NAME));
    }
    match text::safe(&name, false) {
        std::borrow::Cow::Owned(shown) if shown != name => {
            Err(crate::spoken!("line-unsafe", field = field, shown = shown.as_str()))
        }
        _ => Ok(name.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn language(given: Option<String>, text: &str, document: &str) -> Result<String, Spoken> {
    let Some(given) = given.filter(|given| !given.is_empty()) else {
        let found = text::language(text);
        return Ok(if found == "und" { document } else { found }.to_owned());
    };
    let tag = given.len() <= 35 && given.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if tag { Ok(given) } else { Err(crate::spoken!("line-language")) }
}
