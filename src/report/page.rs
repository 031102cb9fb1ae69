//! The report as a page: its head, its overview and its claims, the same for HTML and Markdown.

use super::card::{self, Card};
use super::tally::{self, Slice};
use super::value::{Facts, Text, Value, When};
use super::words::Words;
use crate::model::{Id, KeyEnd, Report, Tongue};
use std::collections::HashMap;

/// How many speakers the overview names.
const SPEAKERS: usize = 12;

/// A whole report, ready to be shown.
pub struct Page<'a> {
    /// The report's own words.
    pub words: &'static Words,
    /// Language of the report's own words, BCP 47.
    pub lang: &'static str,
    /// Their direction.
    pub dir: &'static str,
    /// Who publishes.
    pub publisher: Option<Value<'a>>,
    /// The publisher's home page.
    pub home: Option<Value<'a>>,
    /// When the report was made.
    pub made_at: When,
    /// Of which past state it is.
    pub as_of: Option<When>,
    /// Query, casebook and head.
    pub facts: Facts<'a>,
    /// How the claims came out: the whole scale, and what is not on it.
    pub slices: Vec<Slice>,
    /// The same in a sentence, for those who do not see the bar.
    pub summary: String,
    /// Who the claims are by, and how many each.
    pub speakers: Vec<(Text<'a>, usize)>,
    /// How many speakers are not named above.
    pub more_speakers: usize,
    /// The claims.
    pub cards: Vec<Card<'a>>,
    /// Those who worked on it.
    pub checkers: Vec<Person<'a>>,
    /// What the head is, and what can be done with it.
    pub head_meaning: &'static str,
    /// Whether a key of theirs has ended.
    pub any_ended: bool,
}

/// A checker as readers get to know them.
pub struct Person<'a> {
    /// Their name, or their id.
    pub name: Text<'a>,
    /// Contact and key.
    pub facts: Facts<'a>,
}

impl<'a> Page<'a> {
    /// Prepares a report to be shown in a language.
    pub fn new(report: &'a Report, tongue: Tongue) -> Page<'a> {
        let words = Words::of(tongue);
        let slices = tally::tally(report, tongue);
        let (speakers, more_speakers) = speakers(report, words);
        let name = Text::of(&report.publisher.name);
        let home = Value::address(&report.publisher.url);
        Page {
            words,
            lang: if tongue == Tongue::Arabic { "ar" } else { "en" },
            dir: if tongue == Tongue::Arabic { "rtl" } else { "ltr" },
            publisher: (!name.is_empty()).then_some(Value::Name(name)),
            home: (!report.publisher.url.trim().is_empty()).then_some(home),
            made_at: report.made_at.into(),
            as_of: report.as_of.map(When::to_the_second),
            facts: facts(report, words),
            summary: summary(&slices),
            slices,
            speakers,
            more_speakers,
            cards: card::all(report, tongue),
            checkers: people(report, words, tongue),
            head_meaning: if report.as_of.is_some() { words.head_meaning_past } else { words.head_meaning },
            any_ended: report.checkers.iter().any(|checker| !checker.ends.is_empty()),
        }
    }

    /// Outcomes that some claim has, for the bar.
    pub fn filled(&self) -> impl Iterator<Item = &Slice> {
        self.slices.iter().filter(|s| s.count > 0)
    }
}

fn facts<'a>(report: &'a Report, words: &'static Words) -> Facts<'a> {
    let mut facts = Facts::default();
    let all = report.query.trim().is_empty();
    let chosen =
        if all { Value::Word(words.all_claims.into()) } else { Value::Code(Text::of(&report.query)) };
    facts.add(words.selection, chosen);
    facts.add(words.casebook, Value::Code(Text::new(&report.casebook, "en")));
    facts.add(words.head, Value::Code(Text::new(&report.head, "en")));
    facts.all(words.last, report.last.iter().map(|hash| Value::Code(Text::new(hash, "en"))).collect());
    facts
}

fn summary(slices: &[Slice]) -> String {
    let parts = slices.iter().filter(|s| s.count > 0).map(|s| format!("{}: {}", s.label, s.count));
    parts.collect::<Vec<_>>().join(" · ")
}

/// Speakers by number of claims, then in order of appearance.
fn speakers<'a>(report: &'a Report, words: &'static Words) -> (Vec<(Text<'a>, usize)>, usize) {
    let (mut order, mut counts) = (Vec::new(), HashMap::new());
    for file in &report.claims {
        let name = file.claim.speaker.trim();
        let count = counts.entry(name).or_insert_with(|| {
            order.push(name);
            0_usize
        });
        *count += 1;
    }
    let mut found: Vec<(&str, usize)> =
        order.into_iter().map(|name| (name, counts.get(name).copied().unwrap_or_default())).collect();
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let more = found.len().saturating_sub(SPEAKERS);
    found.truncate(SPEAKERS);
    let named = |name: &'a str| if name.is_empty() { Text::of(words.unnamed) } else { Text::of(name) };
    (found.into_iter().map(|(name, count)| (named(name), count)).collect(), more)
}

fn people<'a>(report: &'a Report, words: &'static Words, tongue: Tongue) -> Vec<Person<'a>> {
    let person = |checker: &'a crate::model::Checker| {
        let name = if checker.name.trim().is_empty() { checker.id.as_str() } else { &checker.name };
        let mut facts = Facts::default();
        facts.add(words.contact, Value::Name(Text::of(&checker.contact)));
        facts.add(words.key, Value::Code(Text::new(&checker.fingerprint, "en")));
        checker.ends.iter().for_each(|end| ended(&mut facts, report, end, (words, tongue)));
        let reported = checker.reported_lost.iter().map(|id| Value::Name(Text::of(name_of(report, id))));
        facts.all(words.reported_lost, reported.collect());
        Person { name: Text::of(name), facts }
    };
    report.checkers.iter().map(person).collect()
}

/// The name of a checker, or their id.
fn name_of<'a>(report: &'a Report, id: &'a Id) -> &'a str {
    let known = report.checkers.iter().find(|checker| checker.id == *id);
    known.map(|checker| checker.name.as_str()).filter(|name| !name.trim().is_empty()).unwrap_or(id.brief())
}

/// How a key ended, from when on, who said it and why.
fn ended<'a>(
    facts: &mut Facts<'a>,
    report: &'a Report,
    end: &'a KeyEnd,
    (words, tongue): (&'static Words, Tongue),
) {
    facts.all(words.key_ended, vec![Value::Word(end.how.label(tongue).into()), Value::Time(end.from.into())]);
    if let Some(next) = &end.successor {
        let mut values = vec![Value::Code(Text::new(next.as_str(), "en"))];
        if !end.confirmed {
            values.push(Value::Word(words.unconfirmed.into()));
        }
        facts.all(words.successor, values);
    }
    facts.add(words.ended_by, Value::Name(Text::of(name_of(report, &end.by))));
    facts.add(words.ended_why, Value::Prose(Text::of(&end.why)));
}
