//! Languages beside each other, and a user's lexicon files.

use super::{extractor, found};
use crate::extract::Extractor;
use crate::model::Polarity;

fn with(name: &str, text: &str) -> Result<Extractor, String> {
    Extractor::with_lexicons(&[(name.to_owned(), text.to_owned())]).map_err(|e| e.to_string())
}

fn claims(extractor: &Extractor, text: &str) -> Vec<(String, String)> {
    extractor.extract(text).into_iter().map(|c| (c.text, c.speaker)).collect()
}

#[test]
fn a_file_adds_cues_and_words_to_a_language() {
    let text = "Skipper Ann Roe trumpeted that the port was open.";
    assert_eq!(claims(extractor(), text), []);
    let file = "language = \"en\"\ncues = [{ verb = \"trumpet\", takes = \"that\", polarity = \"concern\" }]\n[words]\nrole = \"skipper\"\n";
    let more = with("mine.toml", file).unwrap();
    let claim = &more.extract(text)[0];
    assert_eq!((claim.text.as_str(), claim.speaker.as_str()), ("the port was open", "Ann Roe"));
    assert_eq!((claim.role.as_str(), claim.polarity), ("Skipper", Polarity::Concern));
    assert_ne!(more.version(), extractor().version());
    assert_eq!(with("other-name.toml", file).unwrap().version(), more.version());
}

#[test]
fn a_file_takes_cues_and_words_from_a_language() {
    let text = "Norland denied that the port was open. Captain Ann Roe said the port was open.";
    let before = claims(extractor(), text);
    assert_eq!(before.len(), 2);
    assert_eq!(before[1].1, "Ann Roe");
    let less = with(
        "mine.toml",
        "language = \"en\"\nremove = [\"deny\", \"words.role.captain\", \"words.title.captain\", \"words.title.capt\"]\n",
    );
    let less = claims(&less.unwrap(), text);
    assert_eq!(less, [("the port was open".to_owned(), "Captain Ann Roe".to_owned())]);
}

#[test]
fn what_a_file_says_wrongly_is_told() {
    for (file, wanted) in [
        (
            "language = \"en\"\nremove = [\n\"denny\"]",
            "mine.toml, line 3: remove “denny”: no cue has this verb or noun",
        ),
        (
            "language = \"en\"\nremove = [\"words.role.skipper\"]",
            "mine.toml, line 2: remove “words.role.skipper”: the list has no such word",
        ),
        (
            "language = \"en\"\nremove = [\"words.captain\"]",
            "mine.toml, line 2: remove “words.captain”: name the section, the list and the word",
        ),
        (
            "language = \"en\"\nremove = [\"roles.captain.x\"]",
            "mine.toml, line 2: remove “roles.captain.x”: begin with words, phrases, polarity, kind or worth",
        ),
        (
            "language = \"en\"\ngrammar = \"verb-first\"",
            "mine.toml, line 1: grammar: the built-in lexicon of this language has another grammar",
        ),
        ("language = \"en\"\ncolour = 1", "mine.toml is not a lexicon: TOML parse error at line 2"),
    ] {
        let error = with("mine.toml", file).unwrap_err();
        assert!(error.starts_with(wanted), "{error}");
    }
}

#[test]
fn a_new_language_is_one_file() {
    let file = "language = \"eo\"\ngrammar = \"subject-first\"\ncues = [{ verb = \"diri\", past = \"diris\", takes = \"that speech\" }]\n[words]\ncomplementiser = \"ke\"\ndeterminer = \"la\"\nauxiliary = \"estas estis\"\narticle = \"la\"\ndefinite = \"la\"\nrole = \"urbestro\"\npronoun = \"mi vi ni\"\npreposition = \"kaj de en\"\n";
    let extractor = with("eo.toml", file).unwrap();
    assert_eq!(extractor.languages().last(), Some("eo"));
    let claims = extractor.extract("La urbestro Ann Roe diris ke la haveno estas fermita.");
    assert_eq!(claims.len(), 1, "{claims:?}");
    let claim = &claims[0];
    assert_eq!((claim.text.as_str(), claim.speaker.as_str()), ("la haveno estas fermita", "Ann Roe"));
    assert_eq!((claim.role.as_str(), claim.language.as_str()), ("urbestro", "eo"));
}

#[test]
fn other_languages_change_nothing_in_arabic_and_english() {
    let alone = Extractor::with(&super::super::BUILT_IN[..2], &[]).unwrap();
    let texts = [
        include_str!("../../../samples/en-army-inquiry.txt"),
        include_str!("../../../samples/en-envoy-briefing.txt"),
        include_str!("../../../samples/en-valley-convoy.md"),
        include_str!("../../../samples/ar-truce-announced.txt"),
        include_str!("../../../samples/ar-tel-summar-shelling.txt"),
    ];
    for text in texts {
        let wanted = alone.explain(text);
        assert!(wanted.len() > 10);
        assert_eq!(found(text), wanted);
    }
}

#[test]
fn a_rank_stands_between_article_and_name() {
    let text =
        "Le porte-parole de l'armée, le colonel Armand Tessier, a affirmé mardi que le pont était ouvert.";
    let claim = &found(text)[0].claim;
    assert_eq!((claim.speaker.as_str(), claim.role.as_str()), ("Armand Tessier", "porte-parole de l'armée"));
}
