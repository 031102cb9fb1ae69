//! Whether a ClaimReview keeps the rules, and which errors seen in the wild it has.

use crate::report::escape;
use serde_json::Value;
use std::collections::HashSet;

/// What is wrong with a ClaimReview, a JSON array of them or an `@graph`; empty if nothing is.
/// Every problem begins with the review that it is in, counted from 1.
pub fn validate(document: &Value) -> Vec<String> {
    let one = std::slice::from_ref(document);
    let reviews =
        document.as_array().or_else(|| document.get("@graph")?.as_array()).map_or(one, Vec::as_slice);
    let mut problems = Vec::new();
    if reviews.is_empty() {
        problems.push("there is no ClaimReview".to_owned());
    }
    let (mut seen, outer) = (HashSet::new(), document.get("@context").is_some());
    for (at, review) in reviews.iter().enumerate() {
        let mut found = Vec::new();
        check_review(review, outer, &mut found);
        if let Some(url) = string(review, "url").filter(|url| !seen.insert(*url)) {
            found.push(format!("url {url} is that of another review"));
        }
        problems.extend(found.into_iter().map(|problem| format!("review {}: {problem}", at + 1)));
    }
    problems
}

/// Whether this is a date or date and time in ISO 8601: `2026`, `2026-11`, `2026-11-23`, `2026-11-23T20:00Z` …
pub fn is_date(text: &str) -> bool {
    let text = text.trim();
    let (date, time) = text.split_once(['T', ' ']).map_or((text, None), |(date, time)| (date, Some(time)));
    let full = chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok() && date.len() == 10;
    let Some(time) = time else {
        let digits = |n: usize, part: &str| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let month = || {
            let (year, month) = date.split_once('-')?;
            Some(digits(4, year) && digits(2, month) && ("01"..="12").contains(&month))
        };
        return full || digits(4, date) || month().unwrap_or(false);
    };
    let zone = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    let clock_formats = ["%H:%M", "%H:%M:%S", "%H:%M:%S%.f"];
    let clock = clock_formats.iter().any(|f| chrono::NaiveTime::parse_from_str(clock, f).is_ok());
    let offset = || {
        let digits = zone.get(1..)?.replace(':', "");
        Some(matches!(digits.len(), 2 | 4) && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    full && clock && (zone.is_empty() || zone == "Z" || offset().unwrap_or(false))
}

fn string<'a>(node: &'a Value, key: &str) -> Option<&'a str> {
    node.get(key)?.as_str().filter(|text| !text.trim().is_empty())
}

fn is_a(node: &Value, kinds: &[&str]) -> bool {
    node.get("@type").and_then(Value::as_str).is_some_and(|kind| kinds.contains(&kind))
}

fn check_review(review: &Value, outer: bool, problems: &mut Vec<String>) {
    let mut say = |wrong: bool, what: &str| {
        if wrong {
            problems.push(what.to_owned());
        }
    };
    let context = string(review, "@context").map(|c| c.trim_end_matches('/'));
    let known = matches!(context, Some("https://schema.org" | "http://schema.org"));
    say(!known && !outer, "@context is not https://schema.org");
    say(!is_a(review, &["ClaimReview"]), "@type is not ClaimReview");
    say(string(review, "claimReviewed").is_none(), "claimReviewed is missing");
    let url = string(review, "url");
    say(url.is_none(), "url is missing");
    say(url.is_some_and(|url| escape::href(url).is_none()), "url is not an http or https address");
    let date = review.get("datePublished");
    say(date.is_some_and(|d| !d.as_str().is_some_and(is_date)), "datePublished is not an ISO 8601 date");
    match review.get("author") {
        None => say(true, "author is missing: say who checked"),
        Some(author) => {
            say(!is_a(author, &["Organization", "Person"]), "author is neither Organization nor Person");
            let named = string(author, "name").is_some() || string(author, "url").is_some();
            say(!named, "author has neither name nor url");
        }
    }
    match review.get("reviewRating") {
        None => say(true, "reviewRating is missing"),
        Some(rating) => check_rating(rating, string(review, "claimReviewed").unwrap_or_default(), problems),
    }
    match review.get("itemReviewed") {
        None => problems.push("itemReviewed is missing".to_owned()),
        Some(claim) => check_claim(claim, problems),
    }
}

fn check_rating(rating: &Value, claim: &str, problems: &mut Vec<String>) {
    let mut say = |wrong: bool, what: String| {
        if wrong {
            problems.push(what);
        }
    };
    say(!is_a(rating, &["Rating"]), "reviewRating is not a Rating".into());
    for (key, _) in
        rating.as_object().into_iter().flatten().filter(|(key, _)| !RATING_KEYS.contains(&key.as_str()))
    {
        say(true, format!("reviewRating has the unknown property {key}"));
    }
    let label = string(rating, "alternateName");
    say(label.is_none(), "reviewRating.alternateName is missing: it is the only text that is shown".into());
    let named = label.is_some_and(|label| holds_rating(claim, label));
    say(named, "claimReviewed names the rating".into());
    let numbers = ["worstRating", "ratingValue", "bestRating"].map(|key| rating.get(key));
    let read = numbers.map(|n| n.and_then(number));
    for (given, read) in numbers.iter().zip(&read) {
        say(given.is_some() && read.is_none(), "a number of reviewRating is not a whole number".into());
    }
    // What is left out counts as 1 and 5 at schema.org.
    let (worst, best) = (read[0].unwrap_or(1), read[2].unwrap_or(5));
    say(worst < 1, format!("worstRating {worst} is below 1"));
    say(worst >= best, format!("worstRating {worst} is not below bestRating {best}"));
    match read[1] {
        Some(value) => {
            let out = value < worst || value > best;
            say(out, format!("ratingValue {value} is not between {worst} and {best}"));
            let wrong = label.and_then(degree).is_some_and(|high| {
                // In the middle a number says nothing about true or false.
                let middle = worst.saturating_add(best);
                let twice = value.saturating_mul(2);
                if high { twice <= middle } else { twice >= middle }
            });
            say(wrong, format!("ratingValue {value} does not agree with its label"));
            say(label.is_some_and(is_no_degree), "a rating that is no degree of truth has a number".into());
        }
        None => {
            let scale = numbers[0].is_some() || numbers[2].is_some();
            say(scale, "bestRating or worstRating stands without ratingValue".into());
        }
    }
}

const RATING_KEYS: [&str; 11] = [
    "@type",
    "@id",
    "alternateName",
    "name",
    "ratingValue",
    "bestRating",
    "worstRating",
    "ratingExplanation",
    "image",
    "author",
    "url",
];

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// Whether the claim's text was given the verdict as well: as the whole of it, before a colon, or
/// after a colon, dash or bracket at its end. The word within a sentence is the speaker's own.
fn holds_rating(claim: &str, label: &str) -> bool {
    let (claim, label) = (claim.trim().to_lowercase(), label.trim().to_lowercase());
    if label.is_empty() {
        return false;
    }
    let before = claim.strip_prefix(&label).is_some_and(|rest| rest.trim_start().starts_with([':', '：']));
    let end = claim.trim_end_matches([')', ']', '.', '»', '”']);
    let after = end.strip_suffix(&label).is_some_and(|rest| {
        let rest = rest.trim_end();
        rest.is_empty() || rest.ends_with([':', '：', '(', '[', '–', '—', '«', '“'])
    });
    claim == label || before || after
}

/// Whether a well-known label is on the true (`true`) or false side of a scale.
fn degree(label: &str) -> Option<bool> {
    match label.trim().to_lowercase().as_str() {
        "true" | "mostly true" | "صحيح" | "صحيح في معظمه" => Some(true),
        "false" | "mostly false" | "pants on fire" | "غير صحيح" | "غير صحيح في معظمه" | "زائف" | "مفبرك" => {
            Some(false)
        }
        _ => None,
    }
}

fn is_no_degree(label: &str) -> bool {
    [
        "unverifiable",
        "unverified",
        "not checkable",
        "not a claim",
        "satire",
        "out of context",
        "تعذّر التحقق",
        "غير قابل للتحقق",
        "ساخر",
        "خارج السياق",
    ]
    .contains(&label.trim().to_lowercase().as_str())
}

fn check_claim(claim: &Value, problems: &mut Vec<String>) {
    let mut say = |wrong: bool, what: &str| {
        if wrong {
            problems.push(what.to_owned());
        }
    };
    say(!is_a(claim, &["Claim", "CreativeWork"]), "itemReviewed is not a Claim");
    if let Some(author) = claim.get("author") {
        say(string(author, "name").is_none(), "itemReviewed.author has no name: leave it out");
        let typed = author.get("@type").is_some();
        let known = is_a(author, &["Person", "Organization"]);
        say(typed && !known, "itemReviewed.author is neither Person nor Organization");
        let job = author.get("jobTitle").is_some() && !is_a(author, &["Person"]);
        say(job, "itemReviewed.author has a jobTitle and is no Person");
    }
    let date = claim.get("datePublished");
    let dated = date.is_none_or(|d| d.as_str().is_some_and(is_date));
    say(!dated, "itemReviewed.datePublished is not an ISO 8601 date");
    for key in ["appearance", "firstAppearance"] {
        let given = claim.get(key);
        let one = given.map(std::slice::from_ref).unwrap_or_default();
        for place in given.and_then(Value::as_array).map_or(one, Vec::as_slice) {
            let url = place.as_str().or_else(|| string(place, "url"));
            let good = url.is_some_and(|url| escape::href(url).is_some());
            say(!good, &format!("itemReviewed.{key} has no http or https address"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn good() -> Value {
        json!({
            "@context": "https://schema.org", "@type": "ClaimReview",
            "url": "https://desk.example/r#c1", "claimReviewed": "No shell fell on Sarwan.",
            "datePublished": "2026-11-20T10:00:00Z",
            "author": {"@type": "Organization", "name": "Desk"},
            "reviewRating": {"@type": "Rating", "alternateName": "False",
                "ratingValue": 1, "bestRating": 5, "worstRating": 1},
            "itemReviewed": {"@type": "Claim", "datePublished": "2026-11-19",
                "author": {"name": "Sami"}, "appearance": {"@type": "CreativeWork", "url": "https://n.example/1"}},
        })
    }

    #[test]
    fn a_good_review_passes_alone_in_a_list_and_in_a_graph() {
        assert_eq!(validate(&good()), [""; 0]);
        assert_eq!(validate(&json!([good()])), [""; 0]);
        let mut bare = good();
        bare.as_object_mut().unwrap().remove("@context");
        assert_eq!(validate(&json!({"@context": "https://schema.org", "@graph": [bare.clone()]})), [""; 0]);
        assert_eq!(validate(&json!([bare])), ["review 1: @context is not https://schema.org"]);
    }

    #[test]
    fn each_rule_is_kept_watch_over() {
        let table = [
            ("/claimReviewed", json!(""), "claimReviewed is missing"),
            ("/claimReviewed", json!("False: no shell fell"), "names the rating"),
            ("/claimReviewed", json!("No shell fell (False)"), "names the rating"),
            ("/url", json!("javascript:alert(1)"), "url is not"),
            ("/datePublished", json!("yesterday"), "datePublished is not"),
            ("/author", json!({"@type": "Organization"}), "neither name nor url"),
            ("/author/@type", json!("Thing"), "neither Organization"),
            ("/reviewRating", json!(null), "not a Rating"),
            ("/reviewRating/alternateName", json!(" "), "alternateName is missing"),
            ("/reviewRating/alternateName", json!("True"), "does not agree"),
            ("/reviewRating/alternateName", json!("Unverifiable"), "no degree of truth"),
            ("/reviewRating/worstRating", json!(0), "below 1"),
            ("/reviewRating/worstRating", json!(5), "not below bestRating"),
            ("/reviewRating/ratingValue", json!(6), "not between"),
            ("/reviewRating/ratingValue", json!("much"), "whole number"),
            ("/reviewRating/RatingExplaination", json!("x"), "unknown property"),
            ("/itemReviewed/@type", json!("Event"), "not a Claim"),
            ("/itemReviewed/author", json!({"@type": "Person"}), "no name"),
            ("/itemReviewed/author", json!({"name": "Sami", "jobTitle": "x"}), "no Person"),
            ("/itemReviewed/datePublished", json!("19.11.2026"), "datePublished is not"),
            ("/itemReviewed/appearance", json!([{"url": "x"}]), "appearance has no"),
        ];
        for (place, value, expected) in table {
            let (parent, key) = place.rsplit_once('/').unwrap();
            let mut review = good();
            review.pointer_mut(parent).unwrap()[key] = value;
            let problems = validate(&review);
            assert!(problems.iter().any(|p| p.contains(expected)), "{place}: {problems:?}");
        }
        assert_eq!(validate(&json!([good(), good()])).len(), 1, "the same address twice");
        assert_eq!(validate(&json!([])).len(), 1);
    }

    #[test]
    fn the_word_within_a_sentence_is_the_speakers() {
        assert!(!holds_rating("It is true that the truce holds", "True"));
        assert!(holds_rating("غير صحيح: سقطت قذيفة", "غير صحيح"));
        assert!(!holds_rating("هذا الخبر غير صحيح", "غير صحيح"));
    }

    #[test]
    fn dates() {
        for good in [
            "2026",
            "2026-11",
            "2026-11-23",
            "2026-11-23T20:00",
            "2026-11-23T20:00:01.5+02:00",
            "2026-11-23T20:00:00Z",
        ] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "",
            "26",
            "2026-13",
            "2026-02-30",
            "2026-11-23T25:00Z",
            "23 November 2026",
            "2026-11-23T",
            "٢٠٢٦",
            "2026-11-23T10:00+x",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
