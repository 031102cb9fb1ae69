//! Markdown, JSON, CSV and ClaimReview of the sample case.

use super::sample::{self, at, case, claim_id};
use super::{PAGE, try_write, written};
use crate::model::{Publisher, Scale, Standing, Tongue};
use crate::report::claimreview::{left_out, validate};
use crate::report::{Format, Options, ReportError};
use serde_json::Value;

#[test]
fn formats_are_named() {
    for (name, format) in Format::NAMES {
        assert_eq!(name.to_uppercase().parse(), Ok(format));
    }
    assert_eq!("markdown".parse(), Ok(Format::Markdown));
    assert!("pdf".parse::<Format>().unwrap_err().to_string().contains("claimreview"));
}

#[test]
fn markdown_of_two_claims() {
    let report = sample::report(vec![sample::agreed(), sample::typed()]);
    insta::assert_snapshot!(written(&report, Format::Markdown, Tongue::English));
}

#[test]
fn markdown_in_arabic() {
    let text = written(&sample::report(vec![sample::disputed()]), Format::Markdown, Tongue::Arabic);
    for part in ["# تقرير الأحكام", "مختلف فيه", "يؤيد", "مصدر موثوق تماما، معلومة صحيحة على الأرجح"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn json_gives_back_everything() {
    let report = case();
    let json: Value = serde_json::from_str(&written(&report, Format::Json, Tongue::English)).unwrap();
    assert_eq!(json["claims"], serde_json::to_value(&report.claims).unwrap());
    assert_eq!(json["checkers"], serde_json::to_value(&report.checkers).unwrap());
    assert_eq!(json["head"], report.head);
    assert_eq!(json["scale"]["ratings"][4]["value"], 1);
    assert_eq!(json["made_at"], "2026-11-24T12:30:00Z");
    let counts = serde_json::json!({"disputed": 1, "dismissed": 1, "false": 1, "misleading": 1, "none": 1});
    assert_eq!(json["counts"], counts);
    assert_eq!(json["claims"][1]["claim"]["verdict"], "disputed");
    assert!(json["claims"][4]["claim"]["verdict"].is_null());
}

fn rows(text: &str) -> Vec<std::collections::HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn every_format_says_that_it_is_of_the_past() {
    let report = crate::model::Report { as_of: Some(at("20T23:59")), ..case() };
    for tongue in [Tongue::English, Tongue::Arabic] {
        assert!(written(&report, Format::Markdown, tongue).contains("2026-11-20 23:59:00 UTC"));
        assert!(written(&report, Format::Html, tongue).contains("2026-11-20 23:59:00 UTC"));
    }
    let json: Value = serde_json::from_str(&written(&report, Format::Json, Tongue::English)).unwrap();
    assert_eq!(json["as_of"], "2026-11-20T23:59:00Z");
    assert!(
        rows(&written(&report, Format::Csv, Tongue::English)).iter().all(|row| row["as_of"] == json["as_of"])
    );
    assert!(!written(&case(), Format::Json, Tongue::English).contains("as_of"));
}

#[test]
fn csv_reads_back() {
    let text = written(&case(), Format::Csv, Tongue::English);
    assert!(text.ends_with("\r\n"));
    let rows = rows(&text);
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[0]["claim"], claim_id(1).as_str());
    assert_eq!(rows[0]["verdict_ar"], "غير صحيح");
    assert_eq!(rows[0]["rating_value"], "1");
    assert_eq!(rows[0]["standing"], "Lina Haddan: False\nيوسف المرّان: False");
    assert_eq!(rows[0]["verdict_at"], at("23T14:20").to_rfc3339().replace("+00:00", "Z"));
    assert_eq!((rows[0]["refutes"].as_str(), rows[0]["supports"].as_str()), ("2", "0"));
    assert_eq!(rows[0]["evidence_withdrawn"], "1");
    assert_eq!(rows[0]["text"], case().claims[0].claim.text);
    assert_eq!(rows[1]["verdict"], "disputed");
    assert_eq!(rows[2]["url"], "https://radio.example/live/1121");
    assert_eq!(rows[3]["dismissed"], "an opinion about the future");
    assert_eq!(rows[4]["verdict"], "none");
}

#[test]
fn claim_reviews_are_made_for_agreed_verdicts_only() {
    let report = case();
    let json: Value = serde_json::from_str(&written(&report, Format::ClaimReview, Tongue::English)).unwrap();
    assert_eq!(validate(&json), [""; 0]);
    assert_eq!(json.as_array().unwrap().len(), 2);
    assert_eq!(left_out(&report), [&claim_id(2), &claim_id(4), &claim_id(5)]);
    let (first, second) = (&json[0], &json[1]);
    assert_eq!(first["url"], format!("{PAGE}#{}", claim_id(1)));
    assert_eq!(first["datePublished"], "2026-11-23T14:20:00Z");
    assert_eq!(first["reviewRating"]["alternateName"], "False");
    assert_eq!(first["reviewRating"]["ratingValue"], 1);
    assert_eq!(first["reviewRating"]["bestRating"], 5);
    assert!(first["reviewRating"]["ratingExplanation"].as_str().unwrap().contains("register"));
    let claim = &first["itemReviewed"];
    assert_eq!(claim["author"]["@type"], "Person");
    assert_eq!(claim["author"]["jobTitle"], "المتحدث باسم القيادة الشمالية");
    assert_eq!(claim["datePublished"], "2026-11-21T19:00+02:00");
    assert_eq!(claim["appearance"]["url"], "https://news1.example/truce");
    assert!(second["reviewRating"].get("ratingValue").is_none());
    assert!(second["itemReviewed"].get("author").is_none());
    assert_eq!(second["itemReviewed"]["appearance"]["url"], "https://radio.example/live/1121");
    let arabic: Value = serde_json::from_str(&written(&report, Format::ClaimReview, Tongue::Arabic)).unwrap();
    assert_eq!(arabic[0]["reviewRating"]["alternateName"], "غير صحيح");
}

#[test]
fn a_speaker_without_role_has_no_type_and_a_date_in_words_is_left_out() {
    let mut report = sample::report(vec![sample::agreed()]);
    let file = &mut report.claims[0];
    file.claim.role.clear();
    file.claim.said_at = "on Saturday".into();
    let json: Value = serde_json::from_str(&written(&report, Format::ClaimReview, Tongue::English)).unwrap();
    assert_eq!(json[0]["itemReviewed"]["author"], serde_json::json!({"name": "سامي العمران"}));
    assert_eq!(json[0]["itemReviewed"]["datePublished"], "2026-11-21", "the document's");
}

#[test]
fn a_scale_from_zero_gives_no_numbers() {
    let mut report = sample::report(vec![sample::agreed()]);
    report.scale = Scale { code: "zero".into(), ratings: report.scale.ratings };
    report.scale.ratings[4].value = Some(0);
    let json: Value = serde_json::from_str(&written(&report, Format::ClaimReview, Tongue::English)).unwrap();
    assert!(json[0]["reviewRating"].get("ratingValue").is_none());
}

#[test]
fn what_claim_review_lacks_is_all_named() {
    let mut report = sample::report(vec![sample::disputed()]);
    report.publisher = Publisher::default();
    let error = try_write(&report, Format::ClaimReview, &Options::default()).unwrap_err();
    let said = format!("{error}\n{}", error.hint());
    for part in ["author.name", "url", "reviewRating", "hudna publisher --name", "--url", "hudna verdict"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    let report = sample::report(vec![sample::agreed()]);
    let error = try_write(&report, Format::ClaimReview, &Options::default()).unwrap_err();
    assert!(matches!(&error, ReportError::MissingField(missing) if missing.len() == 1), "{error}");
    let options = Options { url: Some("desk.example/r".into()), tongue: Tongue::English };
    let error = try_write(&report, Format::ClaimReview, &options).unwrap_err();
    assert!(matches!(error, ReportError::Address(_)), "{error}");
}

#[test]
fn a_claim_that_names_its_rating_is_refused() {
    let mut report = sample::report(vec![sample::agreed()]);
    report.claims[0].claim.text = "False: nobody was hurt".into();
    report.claims[0].claim.verdict = Standing::Rated("false".into());
    let options = Options { url: Some(PAGE.into()), tongue: Tongue::English };
    let error = try_write(&report, Format::ClaimReview, &options).unwrap_err();
    assert!(matches!(&error, ReportError::Invalid(p) if p[0].contains("names the rating")), "{error}");
}
