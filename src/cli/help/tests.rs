//! Every verb and argument is explained in Arabic, and nothing else is.

use super::*;
use crate::bidi::{Host, Mode};
use crate::cli::order::Order;
use crate::cli::page::Page;
use crate::locale::{Digits, Locale, within};
use std::collections::{BTreeMap, BTreeSet};

const ARABIC: Locale =
    Locale { lang: Lang::Arabic, digits: Digits::Western, calendar: crate::locale::Calendar::Gregorian };

fn arabic(key: &str) -> bool {
    message_in(Lang::Arabic, key, &[]).is_some()
}

/// What the English help of a verb and of those beneath it says, by the message that should say it in Arabic.
fn wanted(command: &Command, path: &str, wanted: &mut BTreeMap<String, BTreeSet<String>>) {
    let key = verb_key(path);
    let text = |said: Option<&clap::builder::StyledStr>| said.map(ToString::to_string);
    let mut want = |key: &str, short: Option<String>, long: Option<String>| {
        let short = short.unwrap_or_else(|| panic!("{path} {key} has no help"));
        if long.as_ref().is_some_and(|long| *long != short) {
            wanted.entry(format!("{key}-more")).or_default().extend(long);
        }
        wanted.entry(key.to_owned()).or_default().insert(short);
    };
    want(&key, text(command.get_about()), text(command.get_long_about()));
    for arg in command.get_arguments() {
        let keys = argument_keys(&key, arg.get_id().as_str());
        let said = keys.iter().find(|key| arabic(key)).unwrap_or(&keys[0]);
        want(said, text(arg.get_help()), text(arg.get_long_help()));
    }
    let after = text(command.get_after_help()).unwrap_or_default();
    for line in after.lines().filter(|line| !line.starts_with(' ') && !line.starts_with("Example")) {
        wanted.entry(format!("{key}-after")).or_default().insert(line.to_owned());
    }
    if let Some(line) = after.lines().find(|line| line.starts_with("Example, ")) {
        wanted.entry(format!("{key}-after")).or_default().insert(line.to_owned());
    }
    if let Some(line) = after.lines().find(|line| line.contains("    (")) {
        wanted.entry(format!("{key}-note")).or_default().insert(line.to_owned());
    }
    if let Some(after) = command.get_after_long_help().filter(|_| command.get_after_help().is_none()) {
        wanted.entry(format!("{key}-after")).or_default().insert(after.to_string());
    }
    for verb in command.get_subcommands() {
        super::tests::wanted(verb, &format!("{path} {}", verb.get_name()), wanted);
    }
}

#[test]
fn arabic_explains_every_verb_and_argument_and_nothing_else() {
    let mut all = BTreeMap::new();
    wanted(&crate::cli::command(), "hudna", &mut all);
    let lacking: Vec<_> = all.keys().filter(|key| !arabic(key)).collect();
    assert!(lacking.is_empty(), "Arabic lacks {lacking:#?}");
    for (key, texts) in &all {
        assert!(texts.len() == 1, "{key} stands for unlike words of the English help: {texts:#?}");
    }
    let have: BTreeSet<String> = locale::keys(Lang::Arabic).filter(|key| key.starts_with("help")).collect();
    let idle: Vec<_> = have.iter().filter(|key| !all.contains_key(*key)).collect();
    assert!(idle.is_empty(), "nobody asks for {idle:#?}");
}

/// The paths of all verbs.
fn paths(command: &Command, path: &str, all: &mut Vec<String>) {
    all.push(path.to_owned());
    for verb in command.get_subcommands() {
        paths(verb, &format!("{path} {}", verb.get_name()), all);
    }
}

fn page_of(path: &str, long: bool, width: usize, order: Order) -> Vec<String> {
    within(ARABIC, || {
        let mut command = translated(crate::cli::command(), Lang::Arabic);
        page::of(&mut command, path, long).lay(Page { terminal: Some((width, order)) })
    })
}

#[test]
fn no_english_is_left_in_arabic_help() {
    let (mut all, mut values) = (Vec::new(), BTreeSet::new());
    let command = crate::cli::command();
    paths(&command, "hudna", &mut all);
    for verb in &all {
        values.extend(verb.split(' ').map(str::to_owned));
    }
    // What is typed or stands in files, and names of programs and formats.
    let names = "hudna age ssh keygen lexicon casebook OpenSSH Ed25519 Markdown Jaccard Unicode Lines \
        ar en auto app terminal words off html md json csv claimreview http https me none new new \
        true false both left right where rule cue start end file text sha that nested type speaker quote \
        polarity kind status verdict doc lang order url worth document direct indirect mixed assert deny commit call \
        concern casualty violation commitment territorial attribution humanitarian diplomatic other supports \
        refutes context published replaced days ago arrows digits calendar plain bidi truce Sami Omran h \
        ClaimReview JSON bash elvish fish powershell zsh std docs extractors jsonl lost db toml sig casebook man";
    values.extend(names.split_whitespace().map(str::to_owned));
    for path in &all {
        for long in [false, true] {
            let page = within(ARABIC, || {
                let mut command = translated(crate::cli::command(), Lang::Arabic);
                page::of(&mut command, path, long).prose()
            });
            for text in page {
                let mut quoted = false;
                for (at, piece) in text.split('`').enumerate() {
                    quoted = at % 2 == 1;
                    if quoted {
                        continue;
                    }
                    for word in piece.split(|c: char| c.is_whitespace() || "،؛:«»\"'()/.…؟=,[]|".contains(c))
                    {
                        let latin = word.chars().any(|c| c.is_ascii_lowercase());
                        let bare = word.trim_start_matches(|c: char| !c.is_ascii()).trim_matches('"');
                        let typed = bare.starts_with('-') || bare.contains(['_', '-', '1', '2']);
                        assert!(
                            !latin || typed || values.contains(bare),
                            "{path}: “{word}” is English in “{text}”"
                        );
                    }
                }
                assert!(!quoted, "{path}: a ` is not closed in “{text}”");
            }
        }
    }
}

#[test]
fn pages_are_read_from_the_right_where_a_terminal_shows_them() {
    let visual = Order::Visual(Mode::App, Host::Cells);
    let mut all = Vec::new();
    paths(&crate::cli::command(), "hudna", &mut all);
    for path in &all {
        for (long, width) in [(false, 80), (true, 80), (true, 200), (false, 40)] {
            for row in page_of(path, long, width, visual) {
                // What is typed is not broken.
                assert!(row.is_ascii() || crate::bidi::width(&row) <= width, "{path} at {width}: {row}");
            }
        }
    }
    let page = page_of("hudna report", false, 80, visual);
    let heading = &page[0];
    assert_eq!(crate::bidi::width(heading), 80, "it ends at the right edge: {heading}");
    assert!(heading.starts_with(' '), "{heading}");
    let usage = page.iter().find(|row| row.contains("hudna report [")).unwrap();
    assert!(usage.starts_with("  hudna report"), "what is typed runs from left to right: {usage}");
    let option = page.iter().find(|row| row.contains("--force")).unwrap();
    assert!(option.ends_with("--force"), "{option}");
}

#[test]
fn what_is_typed_stays_as_it_is_in_a_pipe() {
    let page = page_of("hudna key device", false, usize::MAX, Order::Logical);
    assert!(page.iter().any(|row| row == "  hudna key device k01a2"), "{page:#?}");
    assert!(page.iter().all(|row| row.chars().all(|c| !('\u{fb50}'..='\u{feff}').contains(&c))));
}
