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

#[test]
fn words_just_before_make_another_thing_of_an_attack() {
    for (text, wanted) in [
        // What an attack hits is not what is told.
        ("نفى الجيش استهداف قافلة إغاثة قرب الجسر.", Kind::Violation),
        // Harm that is kept away.
        ("قال المحافظ إن قذيفتين سقطتا على الحي دون وقوع إصابات.", Kind::Violation),
        // An attack that is to stop.
        ("قال البحري إن القائد أصدر أمرا بعدم ضرب محطات الكهرباء.", Kind::Commitment),
        ("Ann Roe said the brigade had ordered its men to refrain from attacks.", Kind::Commitment),
        // Whom an attack killed, told beside it.
        ("Ann Roe said helicopters opened fire on the bridge, killing Sam Orr.", Kind::Violation),
        // Who it was.
        ("قال البحري إن كتيبة النسر هي التي قصفت السوق.", Kind::Attribution),
        ("Ann Roe said it was the militia that shelled the market.", Kind::Attribution),
        // A demand says nothing about who was behind it.
        ("شدد البحري على أن الجميع يجب أن يتحمل مسؤوليته في تخفيف معاناة النازحين.", Kind::Humanitarian),
        // A truce offered, and a truce as a means.
        ("أعلنت الجماعة تسليم الوسطاء ردها على مقترح التهدئة.", Kind::Commitment),
        ("أعرب البحري عن أمله في أن تمهد الهدنة لاستئناف المشاورات.", Kind::Diplomatic),
        ("Ann Roe said the truce must be used to secure a lasting peace.", Kind::Diplomatic),
    ] {
        let all = found(text);
        assert_eq!(all.last().map(|e| e.claim.kind), Some(wanted), "{text}");
    }
}
