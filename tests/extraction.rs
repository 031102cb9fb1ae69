//! Extraction over whole articles: it may get better, not worse.
#![allow(missing_docs, clippy::unwrap_used)]

use hudna::extract::Extractor;
use hudna::score::{self, Field, Score};
use std::collections::HashMap;
use std::path::Path;

/// How the articles of a language fare.
fn measured(language: &str) -> Score {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let extractor = Extractor::new().unwrap();
    let (mut texts, mut predicted) = (HashMap::new(), String::new());
    for entry in std::fs::read_dir(folder.join(language)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        for claim in extractor.extract(&text) {
            let mut line = serde_json::to_value(claim).unwrap();
            line["file"] = name.clone().into();
            predicted += &format!("{line}\n");
        }
        texts.insert(name, text);
    }
    let gold = std::fs::read(folder.join(format!("gold-{language}.jsonl"))).unwrap();
    let gold = score::claims("gold", &gold).unwrap();
    for (name, text) in &texts {
        score::check("gold", gold.iter().filter(|claim| claim.file == *name), text).unwrap();
    }
    let predicted = score::claims("predicted", predicted.as_bytes()).unwrap();
    score::score(&Field::new(&gold, &predicted, &texts, false)).unwrap()
}

/// What must be reached: F1 of the span, exact, end to end; then speaker, polarity and kind of found claims.
fn check(language: &str, floors: [f64; 6]) {
    let score = measured(language);
    assert_eq!((score.misplaced_predictions, score.files_without_prediction), (0, 0));
    let half = &score.half;
    let found = [
        half.f1,
        score.exact.f1,
        half.end_to_end_f1.unwrap(),
        half.speaker.unwrap(),
        half.polarity.unwrap(),
        half.kind.unwrap(),
    ];
    let names = ["span", "exact", "end to end", "speaker", "polarity", "kind"];
    for ((name, found), floor) in names.into_iter().zip(found).zip(floors) {
        assert!(found >= floor, "{language}, {name}: {found:.3} is below {floor}");
    }
    let calibration = score.calibration.unwrap();
    assert!(calibration.error < 0.1, "{language}: {calibration:?}");
}

#[test]
fn arabic_articles() {
    check("ar", [0.93, 0.90, 0.62, 0.89, 0.93, 0.78]);
}

#[test]
fn english_articles() {
    check("en", [0.96, 0.96, 0.76, 0.94, 0.94, 0.84]);
}
