//! The rules by which claims are found, as people read them.

use crate::say;

/// What a rule is called.
pub fn called(rule: &str) -> String {
    match rule {
        "according to" => say!("rule-according"),
        "carried from somebody" => say!("rule-carried"),
        "clause before speaker and verb" => say!("rule-clause-first"),
        "denials side by side" => say!("rule-denials"),
        "noun before its clause" => say!("rule-noun-clause"),
        "noun of saying" => say!("rule-noun-saying"),
        "noun with content" => say!("rule-noun-content"),
        "participle goes on" => say!("rule-participle"),
        "passive" => say!("rule-passive"),
        "passive with agent" => say!("rule-passive-agent"),
        "quotation before verb and speaker" => say!("rule-quotation-first"),
        "quotation goes on" => say!("rule-quotation-on"),
        "quoted by another" => say!("rule-quoted"),
        "relative clause" => say!("rule-relative"),
        "rumour" => say!("rule-rumour"),
        "stands in a document" => say!("rule-in-document"),
        "verb after quotation" => say!("rule-after-quotation"),
        "verb with attached preposition" => say!("rule-verb-attached"),
        "verb with bare clause" => say!("rule-verb-bare"),
        "verb with colon" => say!("rule-verb-colon"),
        "verb with complementiser" => say!("rule-verb-complementiser"),
        "verb with infinitive" => say!("rule-verb-infinitive"),
        "verb with object" => say!("rule-verb-object"),
        "verb with preposition" => say!("rule-verb-preposition"),
        "verb with pronoun object" => say!("rule-verb-pronoun"),
        "verb with quotation" => say!("rule-verb-quotation"),
        "verb with that" => say!("rule-verb-that"),
        newer => newer.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Calendar, Digits, Lang, Locale, within};
    use std::path::Path;

    const ARABIC: Locale =
        Locale { lang: Lang::Arabic, digits: Digits::Western, calendar: Calendar::Gregorian };

    /// Names of rules in a source: what drafts are made with.
    fn rules(source: &str) -> Vec<String> {
        let begins = ["draft(\"", "draft(\n", "rule: \"", "rule = \"", "=> \"verb with"];
        let mut found = Vec::new();
        for begin in begins {
            for (at, _) in source.match_indices(begin) {
                let from = source[at..].find('"').map(|quote| at + quote + 1).unwrap();
                found.push(source[from..].split('"').next().unwrap().to_owned());
            }
        }
        found
    }

    #[test]
    fn every_rule_has_arabic_words_and_keeps_its_name_in_english() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract")];
        let mut seen = 0;
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                for rule in rules(&std::fs::read_to_string(&path).unwrap()) {
                    seen += 1;
                    assert_eq!(called(&rule), rule);
                    assert_ne!(within(ARABIC, || called(&rule)), rule, "{}: {rule}", path.display());
                }
            }
        }
        assert!(seen > 30, "{seen} names of rules stand in the sources");
    }
}
