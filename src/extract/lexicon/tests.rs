//! What a lexicon file may say, and what is found in it.

use super::*;

const FRAME: &str = "language = \"xx\"\ngrammar = \"subject-first\"\ncues = [\n{ verb = \"say\", past = \"said\", takes = \"that\" }]\n[words]\n[polarity]\n[kind]\n";

#[test]
fn errors_name_the_file_the_line_and_the_entry() {
    for (from, to, wanted) in [
        (
            "[words]",
            "[words]\ncolour = \"red\"",
            "mine.toml, line 6: words.colour: there is no such list; there are ",
        ),
        (
            "[kind]",
            "[kind]\nweather = \"rain\"",
            "mine.toml, line 8: kind.weather: there is no such list; there are attribution",
        ),
        (
            "[polarity]",
            "[polarity]\nmaybe = \"so\"",
            "mine.toml, line 7: polarity.maybe: there is no such list; there are assert",
        ),
        (
            "[polarity]",
            "[phrases]\nx = \"so\"\n[polarity]",
            "mine.toml, line 7: phrases.x: there is no such list; there are source",
        ),
        (
            "[kind]",
            "[kind]\nother = \"a:b\"",
            "mine.toml, line 8: kind.other: “a:b” has no weight: say word:2, or the word alone",
        ),
        (
            "takes = \"that\"",
            "takes = \"\"",
            "mine.toml, line 4: say: it takes nothing: say what follows it, such as takes = \"that speech\"",
        ),
        ("verb = \"say\", past = \"said\",", "", "mine.toml, line 4: a cue: it has neither verb nor noun"),
        (
            "grammar = \"subject-first\"",
            "",
            "mine.toml, line 1: grammar: “xx” is a new language: say grammar = ",
        ),
        ("grammar", "remove = [\"say\"]\ngrammar", "mine.toml, line 2: remove “say”: the language is new"),
    ] {
        let text = FRAME.replace(from, to);
        let error = Lexicon::all(&[], &[("mine.toml".to_owned(), text)]).unwrap_err();
        assert!(error.to_string().starts_with(wanted), "{error}");
    }
    for (from, to, wanted) in [
        ("takes =", "takos =", "line 4"),
        ("[kind]", "[knd]", "unknown field `knd`"),
        ("subject-first", "object-first", "`verb-first`"),
        ("language = \"xx\"", "", "missing field `language`"),
    ] {
        let error = Lexicon::read("mine.toml", &FRAME.replacen(from, to, 1)).unwrap_err();
        let told = error.to_string();
        assert!(matches!(error, LexiconError::Unreadable { .. }) && told.contains(wanted), "{told}");
        assert!(told.starts_with("mine.toml is not a lexicon: "), "{told}");
    }
}

#[test]
fn joined_letters_are_read_off() {
    let lexicon = Lexicon::read("ar.toml", include_str!("ar.toml")).unwrap();
    for (word, class, bits) in [
        ("وزير", class::ROLE, 0),
        ("والوزير", class::ROLE, prefix::AND | prefix::ARTICLE),
        ("للوزير", class::ROLE, prefix::LA | prefix::ARTICLE),
        ("بالهدنه", class::TRUCE, prefix::BA | prefix::ARTICLE),
        ("وبيان", class::DOCUMENT, prefix::AND),
    ] {
        let hit = lexicon.look_up(word);
        assert!(hit.class & class != 0, "{word}");
        assert_eq!(hit.prefix, bits, "{word}");
    }
}
