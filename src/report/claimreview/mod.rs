//! schema.org ClaimReview as JSON-LD: one review for each claim with one agreed verdict.
//!
//! After Google's reference for fact check markup and the errors seen in the wild. Google is phasing
//! the markup out of its search results; the Fact Check Explorer and other readers still take it, so
//! nothing more is promised. What was decided where the rules leave room:
//!
//! * **Which claims**: those whose standing verdicts all have one rating. Disputed, unrated and
//!   dismissed claims are left out ([`left_out`] names them): a review has one rating. So are those that are
//!   rated only by verdicts dated after the end of their key, and what such a verdict says is in no review.
//! * **`url`** is the page's address with the claim's id as fragment, the anchor that the HTML report
//!   has, so that each review has an address of its own on one page of one domain.
//! * **`claimReviewed`** is the claim in its own words on one line, never with the rating.
//! * **`reviewRating`**: `alternateName` in the report's language; the numbers only for a rating that
//!   is a degree of truth, on a scale whose lowest is at least 1, always all three.
//! * **Author of the claim**: a `Person` with `jobTitle` where a role was given, as only people hold
//!   one. Without a role nothing says whether a person or an organisation speaks, so the node has a
//!   name and no type. No speaker, no author.
//! * **`datePublished` of the claim** is when it was said, else when its document was published, and
//!   only where that is an ISO 8601 date; never the date of the check.
//! * **`appearance`** is the address of the document, or where a typed claim was heard. There is no
//!   `firstAppearance`: one of the two is enough, and that it was the first is more than anyone here knows.
//! * Unsafe characters, `<`, `>` and `&` stand as `\u` escapes: the text can go into a script element.

mod validate;

pub use validate::validate;

use super::{Missing, Options, ReportError, escape, tally};
use crate::model::{Claim, ClaimFile, Document, Id, Report, Standing, Status, Verdict};
use serde_json::{Map, Value, json};
use std::io::Write;

/// Writes the reviews as a JSON-LD array, checked by [`validate`] before.
pub(super) fn write(report: &Report, options: &Options, to: &mut dyn Write) -> Result<(), ReportError> {
    let reviews = reviews(report, options)?;
    let problems = validate(&reviews);
    if !problems.is_empty() {
        return Err(ReportError::Invalid(problems));
    }
    let text = serde_json::to_string_pretty(&reviews)?;
    to.write_all(escape::json(&text, true).as_bytes())?;
    Ok(to.write_all(b"\n")?)
}

/// The claims that have no review because no one rating stands for them.
pub fn left_out(report: &Report) -> Vec<&Id> {
    report.claims.iter().filter(|file| agreed(file).is_none()).map(|file| &file.claim.id).collect()
}

fn reviews(report: &Report, options: &Options) -> Result<Value, ReportError> {
    let given = options.url.as_deref().map(str::trim).filter(|url| !url.is_empty());
    let agreed: Vec<_> = report.claims.iter().filter_map(|f| Some((f, agreed(f)?))).collect();
    let mut missing = Vec::new();
    let mut need = |there: bool, field, how| {
        if !there {
            missing.push(Missing { field, how });
        }
    };
    need(!report.publisher.name.trim().is_empty(), "author.name", crate::say!("review-publisher"));
    need(given.is_some(), "url", crate::say!("review-url"));
    need(!agreed.is_empty(), "reviewRating", crate::say!("review-rating"));
    let Some(given) = given.filter(|_| missing.is_empty()) else {
        return Err(ReportError::MissingField(missing));
    };
    let page = escape::href(given).ok_or_else(|| ReportError::Address(given.to_owned()))?;
    let page = page.split('#').next().unwrap_or(page);
    let review = |(file, rating): &(&ClaimFile, &str)| review(report, options, page, file, rating);
    Ok(Value::Array(agreed.iter().map(review).collect()))
}

/// The rating that stands for a claim, if it is one and undisputed.
fn agreed(file: &ClaimFile) -> Option<&str> {
    match &file.claim.verdict {
        Standing::Rated(code)
            if file.claim.status != Status::Dismissed && sound(file, code).next().is_some() =>
        {
            Some(code)
        }
        _ => None,
    }
}

/// The verdicts that a review rests on.
fn sound<'a>(file: &'a ClaimFile, rating: &'a str) -> impl Iterator<Item = &'a Verdict> {
    file.verdicts.iter().filter(move |v| v.standing && v.rating == rating && !v.after_end)
}

fn review(report: &Report, options: &Options, page: &str, file: &ClaimFile, rating: &str) -> Value {
    let standing: Vec<&Verdict> = sound(file, rating).collect();
    let mut review = Map::new();
    review.insert("@context".into(), json!("https://schema.org"));
    review.insert("@type".into(), json!("ClaimReview"));
    review.insert("url".into(), json!(format!("{page}#{}", file.claim.id)));
    if let Some(at) = standing.iter().map(|v| v.at).max() {
        let at = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        review.insert("datePublished".into(), json!(at));
    }
    review.insert("claimReviewed".into(), json!(escape::one_line(&file.claim.text)));
    review.insert("author".into(), publisher(report));
    review.insert("reviewRating".into(), rating_node(report, options, rating, &standing));
    review.insert("itemReviewed".into(), claim_node(&file.claim, file.document.as_ref()));
    Value::Object(review)
}

fn publisher(report: &Report) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), json!("Organization"));
    node.insert("name".into(), json!(escape::one_line(&report.publisher.name)));
    if let Some(url) = escape::href(&report.publisher.url) {
        node.insert("url".into(), json!(url));
    }
    Value::Object(node)
}

fn rating_node(report: &Report, options: &Options, rating: &str, standing: &[&Verdict]) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), json!("Rating"));
    node.insert("alternateName".into(), json!(tally::label(&report.scale, rating, options.tongue)));
    let value = report.scale.rating(rating).and_then(|r| r.value);
    if let (Some(value), Some((worst, best))) = (value, report.scale.bounds().filter(|b| b.0 >= 1)) {
        node.insert("ratingValue".into(), json!(value));
        node.insert("bestRating".into(), json!(best));
        node.insert("worstRating".into(), json!(worst));
    }
    let mut reasons: Vec<&str> = standing.iter().map(|v| v.why.trim()).filter(|w| !w.is_empty()).collect();
    reasons.dedup();
    if !reasons.is_empty() {
        node.insert("ratingExplanation".into(), json!(reasons.join("\n")));
    }
    Value::Object(node)
}

fn claim_node(claim: &Claim, document: Option<&Document>) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), json!("Claim"));
    if !claim.language.is_empty() && claim.language != "und" {
        node.insert("inLanguage".into(), json!(claim.language));
    }
    if !claim.speaker.trim().is_empty() {
        node.insert("author".into(), speaker(claim));
    }
    let dates = [Some(claim.said_at.as_str()), document.map(|d| d.published.as_str())];
    if let Some(date) = dates.into_iter().flatten().map(str::trim).find(|date| validate::is_date(date)) {
        node.insert("datePublished".into(), json!(date));
    }
    if let Some(place) = appearance(claim, document) {
        node.insert("appearance".into(), place);
    }
    Value::Object(node)
}

fn speaker(claim: &Claim) -> Value {
    let name = escape::one_line(&claim.speaker);
    let role = escape::one_line(&claim.role);
    if role.is_empty() {
        json!({ "name": name })
    } else {
        json!({ "@type": "Person", "name": name, "jobTitle": role })
    }
}

/// Where the claim stands; a withdrawn document is no longer held against anyone.
fn appearance(claim: &Claim, document: Option<&Document>) -> Option<Value> {
    let document = document.filter(|d| d.withdrawn.is_empty());
    let url = match (document, &claim.document) {
        (Some(document), _) => &document.url,
        (None, None) => &claim.url,
        (None, Some(_)) => return None,
    };
    let mut node = Map::new();
    node.insert("@type".into(), json!("CreativeWork"));
    node.insert("url".into(), json!(escape::href(url)?));
    if let Some(document) = document {
        for (key, value) in [("headline", &document.title), ("inLanguage", &document.language)] {
            if !value.trim().is_empty() {
                node.insert(key.into(), json!(escape::one_line(value)));
            }
        }
        if !document.outlet.trim().is_empty() {
            let outlet = json!({ "@type": "Organization", "name": escape::one_line(&document.outlet) });
            node.insert("publisher".into(), outlet);
        }
        if validate::is_date(&document.published) {
            node.insert("datePublished".into(), json!(document.published.trim()));
        }
    }
    Some(Value::Object(node))
}
