use super::*;
use proptest::prelude::*;

const TEXT: &str = "He said that the truce holds. «الهدنة صامدة»، قال سامي. She denied “all of it”.";

fn claims_of(lines: &[&str]) -> Vec<Labelled> {
    claims("claims.jsonl", lines.join("\n").as_bytes()).unwrap()
}

fn problem(bytes: &[u8]) -> String {
    claims("claims.jsonl", bytes).unwrap_err().to_string()
}

fn texts() -> HashMap<String, String> {
    HashMap::from([("a.txt".to_owned(), TEXT.to_owned())])
}

#[test]
fn what_is_wrong_with_a_line_is_told_with_its_number() {
    for (bytes, told) in [
        (&b"{\"file\":\"a\",\"start\":1,\"end\":2}\n\n{"[..], "claims.jsonl:3: it is not JSON: EOF"),
        (b"[1]", "claims.jsonl:1: it is JSON, but no object"),
        (b"{\"start\":1,\"end\":2}", "claims.jsonl:1: file is missing"),
        (b"{\"file\":\"deep/\",\"start\":1,\"end\":2}", "claims.jsonl:1: file names no file: deep/"),
        (b"{\"file\":\"a\",\"start\":1}", "claims.jsonl:1: end is missing"),
        (b"{\"file\":\"a\",\"start\":true,\"end\":2}", "claims.jsonl:1: start is not a number"),
        (b"{\"file\":\"a\",\"start\":-1e300,\"end\":2}", "claims.jsonl:1: start is beyond any text"),
        (b"{\"file\":\"a\",\"start\":1,\"end\":2,\"kind\":7}", "claims.jsonl:1: kind is not a string"),
        (b"\n\n{\"file\":\"\xff\"}", "claims.jsonl:3: it is not valid UTF-8"),
        (
            "{\"file\":\"\u{1b}[2J/\",\"start\":1,\"end\":2}".as_bytes(),
            "claims.jsonl:1: it is not JSON: control",
        ),
    ] {
        assert!(problem(bytes).starts_with(told), "{}", problem(bytes));
    }
    let deep = "[".repeat(1_000_000);
    assert!(problem(deep.as_bytes()).contains("recursion"), "{}", problem(deep.as_bytes()));
}

#[test]
fn older_names_digits_in_strings_and_fractions_are_understood() {
    let found = claims_of(&[
        r#"{"file":"x/a.txt","start_char":"3","end_char":7.9,"quote_type":"direct","type":"other","nested":1}"#,
    ]);
    let claim = &found[0];
    assert_eq!((claim.file.as_str(), claim.path.as_str(), claim.span()), ("a.txt", "x/a.txt", (3, 7)));
    assert_eq!((claim.quote.as_deref(), claim.kind.as_deref()), (Some("direct"), Some("other")));
    assert!(claim.nested);
}

#[test]
fn labels_must_be_of_this_text() {
    let check_one = |line: &str| check("gold.jsonl", claims_of(&[line]).iter(), TEXT);
    check_one(r#"{"file":"a.txt","start":13,"end":28,"text":"the truce holds"}"#).unwrap();
    for line in [
        r#"{"file":"a.txt","start":13,"end":28,"text":"the truce broke"}"#,
        r#"{"file":"a.txt","start":13,"end":28,"sha":"000000000000"}"#,
        r#"{"file":"a.txt","start":13,"end":2800}"#,
        r#"{"file":"a.txt","start":28,"end":13}"#,
    ] {
        let error = check_one(line).unwrap_err().to_string();
        assert!(error.starts_with("gold.jsonl:1: the text of a.txt at "), "{error}");
    }
}

#[test]
fn a_prediction_on_a_claim_inside_another_counts_neither_way() {
    let gold = claims_of(&[
        r#"{"file":"a.txt","start":0,"end":28}"#,
        r#"{"file":"a.txt","start":13,"end":28,"nested":true}"#,
    ]);
    let predicted = claims_of(&[r#"{"file":"a.txt","start":13,"end":29}"#]);
    let texts = texts();
    let level = |nested| score(&Field::new(&gold, &predicted, &texts, nested)).unwrap().close;
    assert_eq!((level(false).predicted, level(false).gold, level(false).matched), (0, 1, 0));
    assert_eq!((level(true).predicted, level(true).gold, level(true).matched), (1, 2, 1));
}

#[test]
fn misses_are_told_by_what_differs() {
    let gold = claims_of(&[
        r#"{"file":"a.txt","start":13,"end":28,"speaker":"","polarity":"assert"}"#,
        r#"{"file":"a.txt","start":30,"end":44,"speaker":"سامي","polarity":"assert"}"#,
    ]);
    let predicted = claims_of(&[
        r#"{"file":"a.txt","start":8,"end":29,"speaker":"He","polarity":"deny"}"#,
        r#"{"file":"a.txt","start":67,"end":78}"#,
        r#"{"file":"a.txt","start":7000,"end":7001}"#,
    ]);
    let texts = texts();
    let field = Field::new(&gold, &predicted, &texts, false);
    let told: Vec<_> = misses(&field)
        .unwrap()
        .iter()
        .map(|miss| (miss.what, miss.gold.or(miss.predicted).unwrap().1.to_owned(), miss.fields.clone()))
        .collect();
    let words = |text: &str| text.to_owned();
    assert_eq!(
        told,
        [
            (What::Differs, words("the truce holds"), vec!["speaker", "polarity"]),
            (What::Missed, words("«الهدنة صامدة»"), vec![]),
            (What::Extra, words("“all of it”"), vec![]),
            (What::Extra, words(""), vec![]),
        ]
    );
}

#[test]
fn the_same_claim_over_and_over_is_refused() {
    let line = r#"{"file":"a.txt","start":13,"end":28}"#;
    let many = claims_of(&vec![line; 2500]);
    let texts = texts();
    let error = score(&Field::new(&many, &many, &texts, false)).unwrap_err();
    assert!(error.to_string().contains("a.txt"), "{error}");
}

fn any_claim() -> impl Strategy<Value = String> {
    let place = prop_oneof![-9i64..90, Just(1 << 49), Just(-(1 << 49))];
    let label = proptest::option::of("[a-c]{0,1}|\\PC{0,6}");
    (place.clone(), place, label.clone(), label, any::<bool>()).prop_map(|(start, end, a, b, nested)| {
        serde_json::json!({"file": "a.txt", "start": start, "end": end, "speaker": a, "kind": b,
            "polarity": a, "quote": b, "nested": nested, "text": a})
        .to_string()
    })
}

proptest! {
    #[test]
    fn whatever_is_predicted_is_scored(lines in proptest::collection::vec(any_claim(), 1..9), nested: bool) {
        let gold = claims_of(&[r#"{"file":"a.txt","start":13,"end":28,"kind":"a","polarity":"a"}"#]);
        let predicted = claims("predictions.jsonl", lines.join("\n").as_bytes()).unwrap();
        let texts = texts();
        let field = Field::new(&gold, &predicted, &texts, nested);
        let found = score(&field).unwrap();
        prop_assert!(found.loose.f1 >= found.half.f1 && found.half.f1 >= found.close.f1);
        prop_assert!((0.0..=1.0).contains(&found.chars.f1) && (0.0..=1.0).contains(&found.exact.precision));
        let extra = misses(&field).unwrap().iter().filter(|miss| miss.what == What::Extra).count();
        prop_assert_eq!(extra, found.half.predicted - found.half.matched);
    }

    #[test]
    fn whatever_the_bytes_are_reading_ends(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = claims("claims.jsonl", &bytes);
    }
}
