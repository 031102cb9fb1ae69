//! Scoring predictions against labels.

mod cli_harness;

use cli_harness::Desk;
use serde_json::Value;

const GOLD: &[u8] = include_bytes!("score/gold.jsonl");
const PREDICTIONS: &[u8] = include_bytes!("score/predictions.jsonl");
/// The measures of the files above as another program, written apart from this one, gave them.
const EXPECTED: &str = include_str!("score/expected.json");

fn desk() -> Desk {
    let desk = Desk::new();
    desk.file("gold.jsonl", GOLD);
    desk.file("predictions.jsonl", PREDICTIONS);
    desk.file("articles/karmud.txt", include_bytes!("score/articles/karmud.txt"));
    desk.file("articles/deep/rain.txt", include_bytes!("score/articles/deep/rain.txt"));
    desk.file("articles/league.txt", include_bytes!("score/articles/league.txt"));
    desk
}

/// Sees that all that is expected was found, whatever else was.
fn agree(expected: &Value, found: &Value, at: &str) {
    match expected {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            agree(value, &found[name], &format!("{at}/{name}"));
        }),
        value => assert_eq!(value, found, "{at}"),
    }
}

#[test]
fn the_measures_agree_with_another_program() {
    let mut desk = desk();
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    for (name, more) in [("plain", &["--json"][..]), ("nested", &["--json", "--nested"])] {
        let ran = desk.done(&[&["score", "gold.jsonl", "predictions.jsonl"], more].concat());
        assert!(ran.stderr.starts_with("2 predictions do not fit"), "{}", ran.stderr);
        assert!(!expected[name].as_object().unwrap().is_empty());
        agree(&expected[name], &ran.lines()[0], name);
    }
    assert_eq!(std::fs::read_dir(desk.home()).unwrap().count(), 0, "no casebook is made");
}

#[test]
fn the_report_for_people() {
    let mut desk = desk();
    let ran = desk.done(&["score", "gold.jsonl", "predictions.jsonl", "--texts", "articles", "--misses"]);
    let lines = ran.stdout.lines().take_while(|line| !line.starts_with("differs"));
    assert!(lines.clone().count() > 20);
    lines.for_each(|line| assert!(line.chars().count() <= 80, "{line}"));
    insta::assert_snapshot!("score", desk.transcript());
    let json = desk.done(&["score", "gold.jsonl", "predictions.jsonl", "--misses", "--json"]).lines();
    let misses = json[0]["misses"].as_array().unwrap();
    assert_eq!(misses.len(), 13);
    assert_eq!(misses[1]["differing"], serde_json::json!(["span", "speaker", "polarity"]));
    assert_eq!(misses[1]["predicted"]["text"], "مدني في البلدة");
}

#[test]
fn predictions_come_from_a_pipe_and_labels_agree_with_themselves() {
    let mut desk = desk();
    let ran = desk.piped(&["score", "gold.jsonl", "-", "--json", "--nested"], GOLD);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let score = &ran.lines()[0];
    assert_eq!((score["exact"]["f1"].as_f64(), score["chars"]["f1"].as_f64()), (Some(1.0), Some(1.0)));
    assert_eq!(score["jaccard_0.5"]["intervals"]["end_to_end_f1"], serde_json::json!([1.0, 1.0]));
}

#[test]
fn what_cannot_be_scored_is_refused() {
    let mut desk = desk();
    desk.file("empty.jsonl", b"\n \n");
    desk.file("torn.jsonl", &[PREDICTIONS, b"\n{\"file\":"].concat());
    desk.file("escape.jsonl", b"{\"file\":\"a\\u001b[31m\\u202e.txt\",\"start\":1,\"end\":2}");
    desk.file("latin.jsonl", b"{\"file\":\"karmud.txt\",\n\"\xe9\"");
    desk.file("other/karmud.txt", "هدنة أخرى".as_bytes());
    for arguments in [
        &["missing.jsonl", "predictions.jsonl"][..],
        &["gold.jsonl", "missing.jsonl"],
        &["articles", "predictions.jsonl"],
        &["empty.jsonl", "predictions.jsonl"],
        &["gold.jsonl", "torn.jsonl"],
        &["gold.jsonl", "latin.jsonl"],
        &["escape.jsonl", "predictions.jsonl"],
        &["gold.jsonl", "predictions.jsonl", "--texts", "other"],
        &["gold.jsonl", "predictions.jsonl", "--texts", "nowhere"],
    ] {
        let ran = desk.refused(1, &[&["score"], arguments].concat());
        assert!(ran.stdout.is_empty() && ran.stderr.contains("hint: "), "{}", ran.stderr);
    }
    insta::assert_snapshot!("score_refused", desk.transcript());
    assert_eq!(desk.done(&["score", "gold.jsonl", "empty.jsonl", "--json"]).lines()[0]["exact"]["f1"], 0.0);
}
