//! Every message that the program asks for is there in every language, with the same arguments, and nothing else is.

use super::{Calendar, Digits, Lang, Locale, catalogue, day, message_in, within};
use crate::{say, tell};
use chrono::NaiveDate;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The arguments of each message, by its key.
type Messages = BTreeMap<String, BTreeSet<String>>;

const ARABIC: Locale = Locale { lang: Lang::Arabic, digits: Digits::Western, calendar: Calendar::Gregorian };

/// Keys that are put together while the program runs, each kind checked by a test of its own beside that code.
const PUT_TOGETHER: &[&str] = &["help-"];

fn messages(lang: Lang) -> Messages {
    let mut all = Messages::new();
    for (file, text) in catalogue::files(lang) {
        let parsed = fluent_syntax::parser::parse(*text)
            .unwrap_or_else(|(_, faults)| panic!("{file} cannot be read: {faults:?}"));
        for entry in parsed.body {
            match entry {
                Entry::Message(Message { id, value: Some(value), attributes, .. }) => {
                    assert!(attributes.is_empty(), "{file}: {} has attributes, which nobody reads", id.name);
                    let mut args = BTreeSet::new();
                    arguments(&value, &mut args, file);
                    let twice = all.insert(id.name.to_owned(), args);
                    assert!(twice.is_none(), "{file}: {} stands twice", id.name);
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                other => panic!("{file}: not a message: {other:?}"),
            }
        }
    }
    all
}

fn arguments(pattern: &Pattern<&str>, args: &mut BTreeSet<String>, file: &str) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => argument(inline, args, file),
            Expression::Select { selector, variants } => {
                argument(selector, args, file);
                for variant in variants {
                    if let VariantKey::Identifier { name } = &variant.key {
                        assert!(!name.is_empty());
                    }
                    arguments(&variant.value, args, file);
                }
            }
        }
    }
}

fn argument(inline: &InlineExpression<&str>, args: &mut BTreeSet<String>, file: &str) {
    match inline {
        InlineExpression::VariableReference { id } => {
            args.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("{file}: only arguments are put into messages: {other:?}"),
    }
}

/// What the sources ask for: key, arguments, place.
fn asked() -> Vec<(String, BTreeSet<String>, String)> {
    let mut asked = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("locale/mod.rs") {
                asked_in(&std::fs::read_to_string(&path).unwrap(), &path.display().to_string(), &mut asked);
            }
        }
    }
    asked
}

fn asked_in(source: &str, place: &str, asked: &mut Vec<(String, BTreeSet<String>, String)>) {
    const CALLS: [&str; 3] = [concat!("say", "!("), concat!("tell", "!("), concat!("spoken", "!(")];
    for (at, begin) in CALLS.into_iter().flat_map(|call| source.match_indices(call)) {
        let line = source[..at].lines().count();
        let mut given = arguments_of(&source[at + begin.len()..]).into_iter();
        let key = given.next().unwrap_or_default().trim_matches('"');
        let args =
            given.filter_map(|arg| arg.split_once('=').map(|(name, _)| name.trim().to_owned())).collect();
        asked.push((key.to_owned(), args, format!("{place}:{line}")));
    }
}

/// The arguments of a call up to the bracket that closes it, split at the commas that stand in no bracket and no string.
fn arguments_of(call: &str) -> Vec<&str> {
    let (mut depth, mut string, mut escaped, mut from) = (0, false, false, 0);
    let mut parts = Vec::new();
    for (at, c) in call.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if string => escaped = true,
            '"' => string = !string,
            _ if string => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ',' if depth == 0 => {
                parts.push(call[from..at].trim());
                from = at + 1;
                if c == ')' {
                    break;
                }
            }
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    parts
}

#[test]
fn every_message_asked_for_is_there_in_every_language() {
    let asked = asked();
    assert!(!asked.is_empty());
    for lang in Lang::ALL {
        let have = messages(lang);
        for (key, args, place) in &asked {
            let Some(takes) = have.get(key) else { panic!("{place}: {} lacks “{key}”", lang.code()) };
            let unknown: Vec<_> = takes.difference(args).collect();
            assert!(unknown.is_empty(), "{place}: “{key}” in {} wants {unknown:?} too", lang.code());
            if lang == Lang::English {
                let unused: Vec<_> = args.difference(takes).collect();
                assert!(unused.is_empty(), "{place}: “{key}” makes nothing of {unused:?}");
            }
        }
    }
}

#[test]
fn languages_have_the_same_messages_and_none_that_nobody_asks_for() {
    let english = messages(Lang::English);
    let asked: BTreeSet<String> = asked().into_iter().map(|(key, ..)| key).collect();
    for lang in Lang::ALL {
        let put_together = |key: &&String| PUT_TOGETHER.iter().any(|start| key.starts_with(start));
        let have: BTreeSet<String> =
            messages(lang).keys().filter(|key| !put_together(key)).cloned().collect();
        let idle: Vec<_> = have.difference(&asked).collect();
        assert!(idle.is_empty(), "{}: nobody asks for {idle:?}", lang.code());
        let all: BTreeSet<String> = english.keys().filter(|key| !put_together(key)).cloned().collect();
        assert_eq!(have, all, "{}", lang.code());
    }
}

#[test]
fn arabic_messages_are_arabic() {
    // A message that was copied and not translated has no Arabic letter; names of commands alone need none.
    let arabic = |text: &str| text.chars().any(|c| ('\u{620}'..='\u{64a}').contains(&c));
    for (file, text) in catalogue::files(Lang::Arabic) {
        let parsed = fluent_syntax::parser::parse(*text).unwrap();
        for entry in parsed.body {
            if let Entry::Message(Message { id, value: Some(value), .. }) = entry {
                let letters = format!("{value:?}");
                let bare = letters.replace(|c: char| !c.is_alphabetic(), "");
                assert!(arabic(&bare) || !words(&value), "{file}: {} is not translated", id.name);
            }
        }
    }
}

/// Whether a pattern holds letters of its own.
fn words(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { value } => value.chars().any(char::is_alphabetic),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().any(|variant| words(&variant.value))
        }
        PatternElement::Placeable { .. } => false,
    })
}

#[test]
fn what_is_missing_falls_back_to_english_and_then_to_the_key() {
    assert_eq!(message_in(Lang::English, "no-such-message", &[]), None);
    assert_eq!(super::message("no-such-message", &[]), "no-such-message");
}

#[test]
fn plurals_and_digits() {
    let count = |n: u64| say!("count-claims", n = n);
    assert_eq!((count(0), count(1), count(2)), ("0 claims".into(), "1 claim".into(), "2 claims".into()));
    let arabic = |n| within(ARABIC, || count(n));
    assert_eq!(
        [0, 1, 2, 3, 10, 11, 100].map(arabic),
        ["لا ادعاءات", "ادعاء واحد", "ادعاءان", "3 ادعاءات", "10 ادعاءات", "11 ادعاءً", "100 ادعاء"]
    );
    let eastern = Locale { digits: Digits::Arabic, ..ARABIC };
    assert_eq!(within(eastern, || count(12)), "١٢ ادعاءً");
    assert_eq!(count(3), "3 claims", "the locale outside is as before");
}

#[test]
fn a_sentence_knows_where_its_values_stand() {
    let told = tell!("settings-set", name = "a\u{202e}b", value = "سامي \u{fdd1}", place = "x");
    let values: Vec<&str> = told.values.iter().map(|value| &told.text[value.clone()]).collect();
    assert_eq!(values, ["a⟨RLO⟩b", "سامي ⟨U+FDD1⟩", "x"]);
    assert_eq!(told.text, "a⟨RLO⟩b is now سامي ⟨U+FDD1⟩ (x)");
}

#[test]
fn days_in_both_calendars() {
    let first_of_ramadan = NaiveDate::from_ymd_opt(2026, 2, 18).unwrap();
    assert_eq!(day(first_of_ramadan), "2026-02-18");
    let islamic = Locale { calendar: Calendar::Islamic, ..ARABIC };
    assert_eq!(within(islamic, || day(first_of_ramadan)), "1447-09-01 هـ");
    let eastern = Locale { digits: Digits::Arabic, ..islamic };
    assert_eq!(within(eastern, || day(first_of_ramadan)), "١٤٤٧-٠٩-٠١ هـ");
}

#[test]
fn languages_of_codes_and_environments() {
    assert_eq!(Lang::of("ar_EG.UTF-8"), Some(Lang::Arabic));
    assert_eq!(Lang::of("EN"), Some(Lang::English));
    assert_eq!((Lang::of("C"), Lang::of("fr_FR"), Lang::of("")), (None, None, None));
    let env = |pairs: &'static [(&str, &str)]| {
        Lang::of_environment(|name| pairs.iter().find(|(k, _)| *k == name).map(|(_, v)| (*v).to_owned()))
    };
    assert_eq!(env(&[("LC_ALL", ""), ("LC_MESSAGES", "ar_JO.UTF-8"), ("LANG", "en_US")]), Some(Lang::Arabic));
    assert_eq!(env(&[("LC_ALL", "C"), ("LANG", "ar_JO")]), None, "the first that is set counts");
}
