//! What a claim is about, over our own sentences in `data/`.

use super::found;
use crate::model::Kind;
use serde_json::Value;

/// Reads a table of `text`, `span` and `kind`, and tells which part of it is found with its kind.
fn check(table: &str, wanted: f64) {
    let mut wrong = String::new();
    let (mut right, mut all) = (0, 0);
    for line in table.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let field = |name: &str| row[name].as_str().unwrap();
        let got = found(field("text"));
        let claim = got
            .iter()
            .find(|e| e.claim.text.contains(field("span")) || field("span").contains(&e.claim.text));
        let kind = claim.map_or("none".to_owned(), |e| e.claim.kind.to_string());
        all += 1;
        if kind == field("kind") {
            right += 1;
        } else {
            wrong += &format!("\n{}\n  wanted {}, found {kind}", field("text"), field("kind"));
        }
    }
    let part = f64::from(right) / f64::from(all);
    assert!(part >= wanted, "{right} of {all} right:{wrong}");
}

#[test]
fn arabic_kinds() {
    check(include_str!("data/kind-ar.jsonl"), 0.97);
}

#[test]
fn english_kinds() {
    check(include_str!("data/kind-en.jsonl"), 0.95);
}

#[test]
fn the_predicate_stands_behind_an_arabic_copula() {
    let text = "قال المحافظ إن الهدنة كانت استجابة لحاجة الأهالي إلى الغذاء والدواء.";
    assert_eq!(found(text)[0].claim.kind, Kind::Humanitarian);
}
