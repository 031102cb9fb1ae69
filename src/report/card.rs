//! One claim of a report with all that belongs to it, ready to be shown.

use super::tally::{self, Tone};
use super::value::{Facts, Text, Value, When};
use super::words::{self, Words};
use crate::model::{
    Change, Claim, ClaimFile, Comment, Document, Evidence, Field, Id, Report, Stance, Status, Tongue, Verdict,
};
use std::borrow::Cow;

/// A claim with its verdicts, source, evidence and history.
pub struct Card<'a> {
    /// Its number in the report, from 1.
    pub number: usize,
    /// Its id, which is also its anchor in the page.
    pub id: &'a str,
    /// How its outcome is shown.
    pub tone: Tone,
    /// The outcome's labels: the claim's language, English, the report's; each once.
    pub labels: Vec<Label>,
    /// Verdicts that stand, side by side.
    pub standing: Vec<Ruling<'a>>,
    /// Whether they disagree.
    pub disputed: bool,
    /// Why it was set aside.
    pub dismissed: Option<Text<'a>>,
    /// The claim's words.
    pub text: Text<'a>,
    /// A translation.
    pub translation: Option<Text<'a>>,
    /// Before, claim, after.
    pub passage: Option<[Text<'a>; 3]>,
    /// Who said it; none if not known.
    pub speaker: Option<Text<'a>>,
    /// Who, how, when, what about.
    pub facts: Facts<'a>,
    /// Where it stands; none for a claim typed in.
    pub source: Option<Source<'a>>,
    /// Evidence by stance; groups without any are left out.
    pub evidence: Vec<Group<'a>>,
    /// All verdicts, oldest first.
    pub verdicts: Vec<Ruling<'a>>,
    /// All comments, oldest first.
    pub comments: Vec<Remark<'a>>,
    /// What was done to it, oldest first.
    pub log: Vec<Line<'a>>,
}

/// A label with its language.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The word.
    pub text: Cow<'static, str>,
    /// Its language.
    pub lang: &'static str,
}

/// A verdict as it is shown.
pub struct Ruling<'a> {
    /// How its rating is shown.
    pub tone: Tone,
    /// Labels as for the card.
    pub labels: Vec<Label>,
    /// `3/5`; empty where the rating has no number.
    pub number: String,
    /// The reasons.
    pub why: Text<'a>,
    /// Who gave it.
    pub checker: Text<'a>,
    /// When.
    pub at: When,
    /// Whether it stands.
    pub standing: bool,
    /// Whether it was given blind.
    pub blind: bool,
    /// Whether it is dated after its key's end.
    pub after_end: bool,
    /// Why it was withdrawn.
    pub withdrawn: Option<Text<'a>>,
}

/// The document of a claim.
pub struct Source<'a> {
    /// Title, outlet, dates, address, hashes.
    pub facts: Facts<'a>,
    /// The version that came after it.
    pub newer: Option<&'a str>,
    /// Why it was withdrawn.
    pub withdrawn: Option<Text<'a>>,
}

/// Evidence of one stance.
pub struct Group<'a> {
    /// The stance.
    pub stance: Stance,
    /// Its label.
    pub label: &'static str,
    /// The pieces, oldest first.
    pub pieces: Vec<Piece<'a>>,
}

/// A piece of evidence.
pub struct Piece<'a> {
    /// What it is, in a word.
    pub kind: &'static str,
    /// The grade, `B2`, and in words.
    pub grade: Option<(String, String)>,
    /// The quoted words.
    pub quotation: Option<Text<'a>>,
    /// What a reader must know.
    pub note: Option<Text<'a>>,
    /// Address, file, hash, who and when.
    pub facts: Facts<'a>,
    /// Whether it is dated after its key's end.
    pub after_end: bool,
    /// Why it was withdrawn.
    pub withdrawn: Option<Text<'a>>,
}

/// A comment.
pub struct Remark<'a> {
    /// The words.
    pub text: Text<'a>,
    /// Who wrote it.
    pub checker: Text<'a>,
    /// When.
    pub at: When,
    /// Whether it is dated after its key's end.
    pub after_end: bool,
    /// Why it was taken back.
    pub withdrawn: Option<Text<'a>>,
}

/// A line of the log.
pub struct Line<'a> {
    /// When.
    pub at: When,
    /// Who.
    pub checker: Text<'a>,
    /// The entry's kind.
    pub what: Text<'a>,
    /// The field written.
    pub field: Text<'a>,
    /// The value before.
    pub old: Text<'a>,
    /// The value written.
    pub new: Text<'a>,
    /// Whether it is dated after its key's end.
    pub after_end: bool,
}

/// All claims of a report.
pub fn all(report: &Report, tongue: Tongue) -> Vec<Card<'_>> {
    let maker = Maker { report, tongue, words: Words::of(tongue) };
    report.claims.iter().enumerate().map(|(at, file)| maker.card(at + 1, file)).collect()
}

/// The text, if there is any.
fn some<'a>(text: &'a str, lang: &'a str) -> Option<Text<'a>> {
    (!text.trim().is_empty()).then(|| Text::new(text, lang))
}

struct Maker<'a> {
    report: &'a Report,
    tongue: Tongue,
    words: &'static Words,
}

impl<'a> Maker<'a> {
    fn card(&self, number: usize, file: &'a ClaimFile) -> Card<'a> {
        let (claim, lang) = (&file.claim, file.claim.language.as_str());
        let verdicts: Vec<_> = file.verdicts.iter().map(|v| self.ruling(v, lang)).collect();
        let standing = file.verdicts.iter().filter(|v| v.standing).map(|v| self.ruling(v, lang)).collect();
        let (tone, labels) = self.outcome(file);
        let passage = file.passage.as_ref();
        Card {
            number,
            id: claim.id.as_str(),
            tone,
            labels,
            standing,
            disputed: tone == Tone::Disputed,
            dismissed: (claim.status == Status::Dismissed).then(|| {
                let why = claim.dismissed.as_str();
                Text::of(if why.trim().is_empty() { self.words.no_reason } else { why })
            }),
            text: Text::new(&claim.text, lang),
            translation: some(&claim.translation, ""),
            passage: passage.map(|p| [&p.before, &p.claim, &p.after].map(|part| Text::new(part, lang))),
            speaker: some(&claim.speaker, ""),
            facts: self.facts(claim),
            source: file.document.as_ref().map(|d| self.source(d)),
            evidence: self.evidence(&file.evidence),
            verdicts,
            comments: file.comments.iter().map(remark).collect(),
            log: file.history.iter().map(|change| self.line(change)).collect(),
        }
    }

    fn outcome(&self, file: &ClaimFile) -> (Tone, Vec<Label>) {
        let lang = &file.claim.language;
        match tally::outcome(file) {
            "dismissed" => (Tone::Dismissed, labels(lang, self.tongue, |t| Words::of(t).dismissed.into())),
            "none" => (Tone::Open, labels(lang, self.tongue, |t| Words::of(t).no_verdict.into())),
            "disputed" => (Tone::Disputed, labels(lang, self.tongue, |t| Words::of(t).disputed.into())),
            code => (Tone::of_rating(&self.report.scale, code), self.rating_labels(code, lang)),
        }
    }

    fn rating_labels(&self, code: &str, lang: &str) -> Vec<Label> {
        let mut found = labels(lang, self.tongue, |t| tally::label(&self.report.scale, code, t));
        if self.report.scale.rating(code).is_none() {
            let lang = if self.tongue == Tongue::Arabic { "ar" } else { "en" };
            found.push(Label { text: self.words.not_on_scale.into(), lang });
        }
        found
    }

    fn ruling(&self, verdict: &'a Verdict, lang: &str) -> Ruling<'a> {
        let scale = &self.report.scale;
        let value = scale.rating(&verdict.rating).and_then(|r| r.value);
        Ruling {
            tone: Tone::of_rating(scale, &verdict.rating),
            labels: self.rating_labels(&verdict.rating, lang),
            number: value.zip(scale.bounds()).map_or(String::new(), |(v, (_, high))| format!("{v}/{high}")),
            why: some(&verdict.why, "").unwrap_or_else(|| Text::of(self.words.no_reason)),
            checker: Text::of(&verdict.checker_name),
            at: verdict.at.into(),
            standing: verdict.standing,
            blind: verdict.blind,
            after_end: verdict.after_end,
            withdrawn: some(&verdict.withdrawn, ""),
        }
    }

    fn facts(&self, claim: &'a Claim) -> Facts<'a> {
        let (w, tongue, mut facts) = (self.words, self.tongue, Facts::default());
        let speaker = some(&claim.speaker, "").map_or(Value::Word(w.unknown_speaker.into()), Value::Name);
        facts.add(w.speaker, speaker);
        facts.add(w.role, Value::Name(Text::of(&claim.role)));
        facts.all(w.via, claim.via.iter().map(|name| Value::Name(Text::of(name))).collect());
        facts.add(w.cue, Value::Name(Text::new(&claim.cue, &claim.language)));
        facts.add(w.said_at, Value::Name(Text::of(&claim.said_at)));
        facts.add(w.kind, Value::Word(claim.kind.label(tongue).into()));
        facts.add(w.polarity, Value::Word(claim.polarity.label(tongue).into()));
        facts.add(w.quote, Value::Word(claim.quote.label(tongue).into()));
        facts.add(w.status, Value::Word(claim.status.label(tongue).into()));
        if let Some((start, end)) = claim.start.zip(claim.end) {
            facts.add(w.place, Value::Word(format!("{start}–{end}").into()));
        }
        let mut origin = vec![Value::Word(match claim.confidence {
            Some(sure) => format!("{} {sure:.2}", w.found_by_program).into(),
            None => w.found_by_person.into(),
        })];
        if claim.nested {
            origin.push(Value::Word(w.nested.into()));
        }
        facts.all(w.origin, origin);
        facts.all(w.conflict, claim.conflicts.iter().map(|name| Value::Name(self.field(name))).collect());
        if claim.document.is_none() {
            facts.add(w.heard_at, Value::address(&claim.url));
        }
        facts
    }

    fn source(&self, document: &'a Document) -> Source<'a> {
        let (w, mut facts) = (self.words, Facts::default());
        facts.add(w.headline, Value::Prose(Text::new(&document.title, &document.language)));
        facts.add(w.outlet, Value::Name(Text::of(&document.outlet)));
        facts.add(w.author, Value::Name(Text::of(&document.author)));
        facts.add(w.published, Value::Name(Text::of(&document.published)));
        facts.add(w.address, Value::address(&document.url));
        facts.add(w.bytes_hash, Value::Code(Text::new(&document.sha256, "en")));
        facts.add(w.text_hash, Value::Code(Text::new(&document.text_sha256, "en")));
        facts.add(w.size, Value::Word(format!("{} {}", document.size, w.bytes).into()));
        facts.all(
            w.imported,
            vec![Value::Time(document.imported_at.into()), Value::Name(self.name(&document.imported_by))],
        );
        facts.add(w.document, Value::Code(Text::new(document.id.as_str(), "en")));
        if let Some(previous) = &document.previous {
            facts.add(w.previous, Value::Code(Text::new(previous.as_str(), "en")));
        }
        Source {
            facts,
            newer: document.newer.as_ref().map(Id::as_str),
            withdrawn: some(&document.withdrawn, ""),
        }
    }

    fn evidence(&self, evidence: &'a [Evidence]) -> Vec<Group<'a>> {
        let group = |stance: &Stance| {
            let pieces = evidence.iter().filter(|e| e.stance == *stance).map(|e| self.piece(e)).collect();
            Group { stance: *stance, label: stance.label(self.tongue), pieces }
        };
        Stance::ALL.iter().map(group).filter(|g: &Group<'_>| !g.pieces.is_empty()).collect()
    }

    fn piece(&self, evidence: &'a Evidence) -> Piece<'a> {
        let (w, mut facts) = (self.words, Facts::default());
        facts.add(w.address, Value::address(&evidence.url));
        if let Some(file) = &evidence.file {
            let size = Value::Word(format!("{} {}", file.size, w.bytes).into());
            facts.all(w.file, vec![Value::Code(Text::new(&file.name, "en")), size]);
            facts.add(w.hash, Value::Code(Text::new(&file.sha256, "en")));
        }
        let who = Value::Name(Text::of(&evidence.checker_name));
        facts.all(w.added, vec![who, Value::Time(evidence.at.into())]);
        Piece {
            kind: evidence.kind.label(self.tongue),
            grade: evidence.grade.map(|g| (g.to_string(), words::grade(g, self.tongue))),
            quotation: some(&evidence.quotation, ""),
            note: some(&evidence.note, ""),
            facts,
            after_end: evidence.after_end,
            withdrawn: some(&evidence.withdrawn, ""),
        }
    }

    fn line(&self, change: &'a Change) -> Line<'a> {
        Line {
            at: change.at.into(),
            checker: Text::of(&change.checker_name),
            what: Text::of(&change.what),
            field: self.field(&change.field),
            old: Text::of(&change.old),
            new: Text::of(&change.new),
            after_end: change.after_end,
        }
    }

    /// A field's name as readers know it.
    fn field(&self, name: &'a str) -> Text<'a> {
        Text::of(name.parse::<Field>().map_or(name, |field| field.label(self.tongue)))
    }

    fn name(&self, id: &'a Id) -> Text<'a> {
        let known = self.report.checkers.iter().find(|c| c.id == *id).map(|c| c.name.as_str());
        Text::of(known.filter(|name| !name.trim().is_empty()).unwrap_or(id.as_str()))
    }
}

fn remark(comment: &Comment) -> Remark<'_> {
    Remark {
        text: Text::of(&comment.text),
        checker: Text::of(&comment.checker_name),
        at: comment.at.into(),
        after_end: comment.after_end,
        withdrawn: some(&comment.withdrawn, ""),
    }
}

/// Labels in the claim's language, in English and in the report's language, each once.
fn labels(lang: &str, tongue: Tongue, label: impl Fn(Tongue) -> Cow<'static, str>) -> Vec<Label> {
    let own = if lang.split('-').next() == Some("ar") { Tongue::Arabic } else { Tongue::English };
    let mut found: Vec<Label> = Vec::new();
    for each in [own, Tongue::English, tongue] {
        let label = Label { text: label(each), lang: if each == Tongue::Arabic { "ar" } else { "en" } };
        if !found.iter().any(|l| l.text == label.text) {
            found.push(label);
        }
    }
    found
}
