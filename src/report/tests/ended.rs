//! Keys that came to their end, in every format and both languages.

use super::sample::{self, at};
use super::{try_write, written};
use crate::model::{EndedBy, Id, KeyEnd, Report, Tongue};
use crate::report::{Format, Options, claimreview::left_out};
use serde_json::Value;

/// Youssef's key was revoked by Lina and replaced, and his verdict is of a later date.
fn case() -> Report {
    let mut report = sample::report(vec![sample::agreed()]);
    let (lina, youssef) = (report.checkers[0].id.clone(), report.checkers[1].id.clone());
    let next: Id = format!("k{:032x}", 77).parse().unwrap();
    let end = |how, successor, why: &str| KeyEnd {
        how,
        from: at("23T10:00"),
        by: lina.clone(),
        successor,
        confirmed: false,
        why: why.into(),
    };
    report.checkers[1].ends = vec![
        end(EndedBy::Revoked, None, "The <b>bag</b> was taken at the crossing."),
        end(EndedBy::Replaced, Some(next), ""),
    ];
    report.checkers[0].reported_lost = vec![youssef.clone()];
    let late = report.claims[0].verdicts.iter_mut().filter(|v| v.standing && v.checker == youssef);
    late.for_each(|v| v.after_end = true);
    report
}

#[test]
fn the_list_of_checkers_says_which_keys_ended() {
    let report = case();
    for tongue in [Tongue::English, Tongue::Arabic] {
        let page = dom_query::Document::from(written(&report, Format::Html, tongue));
        let list = page.select("ul.checkers").text().to_string();
        let paper = written(&report, Format::Markdown, tongue);
        let (how, lost, label) = match tongue {
            Tongue::English => ("revoked", "Reported lost by", "This key ended"),
            Tongue::Arabic => ("ملغى", "أبلغ عن فقدانه", "انتهى هذا المفتاح"),
        };
        for text in [&list, &paper] {
            for part in [how, lost, label, "2026-11-23 10:00 UTC", "was taken at the crossing", "Lina Haddan"]
            {
                assert!(text.contains(part), "{part} is not in {text}");
            }
            assert!(text.contains(&format!("k{:032x}", 77)), "{text}");
        }
        assert!(list.contains("<b>bag</b>"), "as text: {list}");
        let meaning = crate::report::words::Words::of(tongue).ended_meaning;
        assert!(page.select("footer p.gone").text().contains(meaning) && paper.contains(meaning));
        let none = sample::report(vec![sample::agreed()]);
        for format in [Format::Html, Format::Markdown] {
            let text = written(&none, format, tongue);
            assert!(!text.contains(label) && !text.contains(meaning), "where no key ended");
        }
    }
}

#[test]
fn json_has_the_ends_as_they_are_known() {
    let json: Value = serde_json::from_str(&written(&case(), Format::Json, Tongue::Arabic)).unwrap();
    let end = &json["checkers"][1]["ends"][0];
    assert_eq!((&end["how"], &end["from"]), (&"revoked".into(), &"2026-11-23T10:00:00Z".into()));
    assert_eq!(end["by"], json["checkers"][0]["id"]);
    assert_eq!(json["checkers"][0]["reported_lost"][0], json["checkers"][1]["id"]);
    assert!(json["checkers"][0].get("ends").is_none(), "of a key that did not end nothing is said");
}

#[test]
fn csv_names_who_judged_after_their_end() {
    let text = written(&case(), Format::Csv, Tongue::English);
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    let row: std::collections::HashMap<String, String> = reader.deserialize().next().unwrap().unwrap();
    assert_eq!(row["after_end"], "يوسف المرّان");
    assert_eq!(row["standing"], "Lina Haddan: False\nيوسف المرّان: False", "nothing is dropped");
}

#[test]
fn no_claim_review_rests_on_them() {
    let mut report = case();
    let options = Options { url: Some(super::PAGE.into()), tongue: Tongue::English };
    let json: Value = serde_json::from_str(&written(&report, Format::ClaimReview, Tongue::English)).unwrap();
    let late = report.claims[0].verdicts.iter().find(|v| v.after_end).unwrap().clone();
    let said = json[0]["reviewRating"]["ratingExplanation"].as_str().unwrap_or_default();
    assert!(late.why.is_empty() || !said.contains(&late.why), "{said}");
    assert_ne!(json[0]["datePublished"], late.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
    report.claims[0].verdicts.iter_mut().for_each(|v| v.after_end = true);
    assert_eq!(left_out(&report), [&report.claims[0].claim.id]);
    assert!(try_write(&report, Format::ClaimReview, &options).is_err());
}

#[test]
fn a_past_state_speaks_of_no_last_entries() {
    let past = Report { as_of: Some(at("20T23:59")), last: Vec::new(), ..sample::case() };
    for tongue in [Tongue::English, Tongue::Arabic] {
        let words = crate::report::words::Words::of(tongue);
        for format in [Format::Html, Format::Markdown] {
            let (then, now) = (written(&past, format, tongue), written(&sample::case(), format, tongue));
            assert!(now.contains(words.head_meaning) && !now.contains(words.head_meaning_past));
            assert!(then.contains(words.head_meaning_past) && !then.contains(words.head_meaning));
        }
    }
}
