//! The forms that there are.

use super::{Field, Form, Input, Purpose};
use crate::model::{
    Claim, Conflict, EvidenceKind, Id, IdKind, Kind, NewClaim, Polarity, Quote, Scale, Stance, Standing,
    Status, Tongue,
};
use crate::say;
use crate::told;
use crate::tui::app::App;
use crate::tui::desk::KeyOf;
use crate::tui::words::{self, both};
use std::collections::HashSet;

macro_rules! options {
    ($vocabulary:ty) => {
        <$vocabulary>::ALL
            .iter()
            .map(|v| (v.code().to_owned(), both(v.label(Tongue::English), v.label(Tongue::Arabic))))
    };
}

fn both_of(status: Status) -> String {
    both(status.label(Tongue::English), status.label(Tongue::Arabic))
}

/// Change a claim.
pub fn edit(claim: &Claim) -> Form {
    let mut fields = vec![
        Field::line("speaker", say!("tui-help-speaker"), &claim.speaker),
        Field::line("role", say!("tui-help-role"), &claim.role),
        Field::line("cue", say!("tui-help-cue"), &claim.cue),
        Field::choice("kind", say!("tui-help-kind"), options!(Kind), claim.kind.code()),
        Field::choice("polarity", say!("tui-help-polarity"), options!(Polarity), claim.polarity.code()),
        Field::choice("quote", say!("tui-help-quote"), options!(Quote), claim.quote.code()),
        Field::line("said at", say!("tui-help-said-at"), &claim.said_at),
        Field::lines("translation", say!("tui-help-translation"), &claim.translation),
        status_field(claim),
    ];
    if claim.document.is_none() {
        fields.insert(0, Field::lines("text", say!("tui-help-text"), &claim.text));
        fields.insert(7, Field::line("address", say!("tui-help-address"), &claim.url));
    }
    Form::new(&say!("tui-form-edit"), Purpose::Edit(Box::new(claim.clone())), fields).about(&claim.text)
}

/// Only a status that a person can set; the others follow from what is there.
fn status_field(claim: &Claim) -> Field {
    let settable = [
        ("new", say!("tui-status-derived")),
        ("in_progress", both_of(Status::InProgress)),
        ("published", both_of(Status::Published)),
    ];
    let now = match claim.status {
        Status::Checked | Status::Dismissed => "new",
        status => status.code(),
    };
    let options = settable.map(|(code, words)| (code.to_owned(), words));
    Field::choice("status", say!("tui-help-status"), options, now)
}

/// Only the translation of a claim.
pub fn translation(claim: &Claim) -> Form {
    let field = Field::lines("translation", say!("tui-help-translation"), &claim.translation);
    Form::new(&say!("tui-form-translation"), Purpose::Edit(Box::new(claim.clone())), vec![field])
        .about(&claim.text)
}

/// Add a claim at a span, or one that was heard or copied.
pub fn add(anchor: Option<(Id, usize, usize)>, words: &str) -> Form {
    let new = NewClaim::default();
    let mut fields = vec![
        Field::line("speaker", say!("tui-help-speaker"), ""),
        Field::line("role", say!("tui-help-role"), ""),
        Field::line("cue", say!("tui-help-cue"), ""),
        Field::choice("kind", say!("tui-help-kind"), options!(Kind), new.kind.code()),
        Field::choice("polarity", say!("tui-help-polarity"), options!(Polarity), new.polarity.code()),
        Field::choice("quote", say!("tui-help-quote"), options!(Quote), new.quote.code()),
        Field::line("said at", say!("tui-help-said-at"), ""),
        Field::lines("translation", say!("tui-help-translation"), ""),
    ];
    let title = match anchor {
        Some(_) => say!("tui-form-add-marked"),
        None => {
            fields.insert(0, Field::lines("text", say!("tui-help-text"), ""));
            fields.insert(7, Field::line("address", say!("tui-help-address"), ""));
            say!("tui-form-add")
        }
    };
    Form::new(&title, Purpose::Add(anchor), fields).about(words)
}

/// Set a claim aside.
pub fn dismiss(claim: &Claim) -> Form {
    let why = Field::lines("why", say!("tui-help-dismiss"), "");
    Form::new(&say!("tui-form-dismiss"), Purpose::Dismiss(claim.id.clone()), vec![why]).about(&claim.text)
}

/// Attach evidence.
pub fn evidence(claim: &Claim) -> Form {
    let reliability = [
        ("", say!("tui-grade-none")),
        ("A", say!("tui-grade-a")),
        ("B", say!("tui-grade-b")),
        ("C", say!("tui-grade-c")),
        ("D", say!("tui-grade-d")),
        ("E", say!("tui-grade-e")),
        ("F", say!("tui-grade-f")),
    ];
    let credibility = [
        ("", say!("tui-grade-none")),
        ("1", say!("tui-grade-1")),
        ("2", say!("tui-grade-2")),
        ("3", say!("tui-grade-3")),
        ("4", say!("tui-grade-4")),
        ("5", say!("tui-grade-5")),
        ("6", say!("tui-grade-6")),
    ];
    let own = |pairs: [(&str, String); 7]| pairs.map(|(code, words)| (code.to_owned(), words));
    let mut information = Field::choice("information", say!("tui-help-information"), own(credibility), "");
    if let Input::Choice(choice) = &mut information.input {
        // The digits are the grades themselves.
        for option in &mut choice.options {
            option.2 = option.0.parse().ok();
        }
    }
    let fields = vec![
        Field::choice("evidence", say!("tui-help-evidence"), options!(EvidenceKind), "link"),
        Field::lines("value", say!("tui-help-value"), ""),
        Field::line("origin", say!("tui-help-origin"), ""),
        Field::choice("stance", say!("tui-help-stance"), options!(Stance), ""),
        Field::choice("source", say!("tui-help-source"), own(reliability), ""),
        information,
        Field::lines("note", say!("tui-help-note"), ""),
    ];
    Form::new(&say!("tui-form-evidence"), Purpose::Evidence(claim.id.clone()), fields).about(&claim.text)
}

/// Rate a claim; `seen` says, where others' verdicts are hidden, whether they were on the screen before.
pub fn verdict(claim: &Claim, scale: &Scale, mine: Option<&str>, seen: Option<bool>) -> Form {
    let options = scale.ratings.iter().map(|r| (r.code.clone(), both(&r.en, &r.ar)));
    let mut rating = Field::choice("verdict", String::new(), options, "");
    if let Input::Choice(choice) = &mut rating.input {
        choice.listed = true;
        for (option, digit) in choice.options.iter_mut().zip(rating_digits(scale)) {
            option.2 = digit;
        }
    }
    let why = Field::lines("why", say!("tui-help-verdict-why"), "");
    let mut fields = vec![rating, why];
    if let Some(seen) = seen {
        let help = if seen { say!("tui-help-given-seen") } else { say!("tui-help-given") };
        let ways = [("blind", say!("tui-given-blind")), ("open", say!("tui-given-open"))];
        let ways = ways.map(|(code, words)| (code.to_owned(), words));
        fields.push(Field::choice("given", help, ways, if seen { "open" } else { "blind" }));
    }
    let title = match (mine, &claim.verdict) {
        _ if seen.is_some() => say!("tui-form-verdict-blind"),
        (Some(mine), _) => {
            say!("tui-form-verdict-again", mine = mine)
        }
        (None, Standing::None) => say!("tui-form-verdict"),
        (None, _) => say!("tui-form-verdict-too"),
    };
    Form::new(&title, Purpose::Verdict(claim.id.clone()), fields).about(&claim.text)
}

/// The digit that chooses each rating: its number on the scale, else the next free one, 0 last.
pub fn rating_digits(scale: &Scale) -> Vec<Option<u8>> {
    let number = |value: Option<i64>| value.and_then(|v| u8::try_from(v).ok()).filter(|v| *v < 10);
    let taken: HashSet<u8> = scale.ratings.iter().filter_map(|r| number(r.value)).collect();
    let mut free = (1..10).chain([0]).filter(|d| !taken.contains(d));
    scale.ratings.iter().map(|r| number(r.value).or_else(|| free.next())).collect()
}

/// Withdraw something, with the reason.
pub fn withdraw(title: &str, purpose: Purpose, about: &str) -> Form {
    let why = Field::lines("why", say!("tui-help-withdraw"), "");
    Form::new(title, purpose, vec![why]).about(about)
}

/// Comment on a claim.
pub fn comment(claim: &Claim) -> Form {
    let words = Field::lines("comment", say!("tui-help-comment"), "");
    Form::new(&say!("tui-form-comment"), Purpose::Comment(claim.id.clone()), vec![words]).about(&claim.text)
}

/// Write a report.
pub fn export(shown: &str, one: bool, path: &str) -> Form {
    let formats = [
        ("html", say!("tui-format-html")),
        ("md", "Markdown".to_owned()),
        ("csv", say!("tui-format-csv")),
        ("json", say!("tui-format-json")),
    ];
    let mut which = vec![("shown".to_owned(), shown.to_owned())];
    if one {
        which.push(("one".to_owned(), say!("tui-export-one")));
    }
    let formats = formats.map(|(code, words)| (code.to_owned(), words));
    let fields = vec![
        Field::choice("claims", say!("tui-help-claims"), which, "shown"),
        Field::choice("format", String::new(), formats, "html"),
        Field::line("file", say!("tui-help-export-file"), path),
    ];
    Form::new(&say!("tui-form-export"), Purpose::Export, fields)
}

/// Another casebook to merge.
pub fn merge(path: &str, other_case: &str) -> Form {
    let cases = [("", say!("tui-merge-this-case")), ("yes", say!("tui-merge-other-case"))];
    let cases = cases.map(|(code, words)| (code.to_owned(), words));
    let fields = vec![
        Field::line("file", say!("tui-help-merge-file"), path),
        Field::choice("entries", say!("tui-help-entries"), cases, other_case),
    ];
    Form::new(&say!("tui-form-merge"), Purpose::Merge, fields)
}

/// A copy to hand over.
pub fn share(app: &App, path: &str, part: bool) -> Form {
    let mut which = vec![("whole".to_owned(), say!("tui-share-all"))];
    if !app.list.query().is_empty() {
        which.push(("part".to_owned(), say!("tui-share-filter", query = app.filter.editor.text())));
    }
    let chosen = if part { "part" } else { "whole" };
    let fields = vec![
        Field::choice("claims", say!("tui-help-share-claims"), which, chosen),
        Field::line("file", say!("tui-help-share-file"), path),
    ];
    Form::new(&say!("tui-form-share"), Purpose::Share, fields)
}

/// Say whether one trusts a key, whose fingerprint stands there to be compared.
pub fn trust(of: &KeyOf) -> Form {
    let words = [
        ("trust", say!("tui-word-trust")),
        ("distrust", say!("tui-word-distrust")),
        ("forget", say!("tui-word-forget")),
    ];
    let words = words.map(|(code, words)| (code.to_owned(), words));
    let mut word = Field::choice("decision", say!("tui-help-trust"), words, "");
    if let Input::Choice(choice) = &mut word.input {
        choice.listed = true;
    }
    let note = Field::line("note", say!("tui-help-trust-note"), "");
    let lines = of.about.iter().map(|(label, words)| format!("{label}: {words}"));
    let head = [of.key.fingerprint.clone(), format!("{}: {}", say!("trust-trust"), of.trust)];
    let mut form = Form::new(&say!("tui-form-trust"), Purpose::Trust(Box::new(of.clone())), vec![word, note])
        .about(&of.name);
    form.more = head.into_iter().chain(lines).collect();
    form.notice = Some(of.warnings.join(" ")).filter(|warnings| !warnings.is_empty());
    form
}

/// A value in place of those that stand against each other.
pub fn own_value(seen: &Conflict, value: &str) -> Form {
    let codes = seen.field.parse().map(crate::model::Field::codes).unwrap_or_default();
    let help = say!("tui-help-own-value");
    let field = match codes.is_empty() {
        true => Field::line("value", help, value),
        false => Field::choice(
            "value",
            help,
            codes.iter().map(|c| ((*c).to_owned(), told::value(&seen.field, c))),
            value,
        ),
    };
    let title = say!("tui-form-own-value", field = words::field(&seen.field));
    Form::new(&title, Purpose::Resolve(Box::new(seen.clone())), vec![field])
}

/// The checker's name.
pub fn name(name: &str, contact: &str) -> Form {
    let fields = vec![
        Field::line("name", say!("tui-help-name"), name),
        Field::line("contact", say!("tui-help-contact"), contact),
    ];
    Form::new(&say!("tui-form-name"), Purpose::Name, fields)
}

/// Erase something, whose words are shown beside its id.
pub fn erase(what: &Id, words: &str) -> Form {
    let sharing = [("keep", say!("tui-sharing-keep")), ("erase", say!("tui-sharing-erase"))];
    let mut fields = vec![
        Field::line("id", say!("tui-help-erase-id"), ""),
        Field::lines("why", say!("tui-help-erase-why"), ""),
    ];
    if what.kind() == Some(IdKind::Claim) {
        let sharing = sharing.map(|(code, words)| (code.to_owned(), words));
        fields.push(Field::choice("sharing", say!("tui-help-sharing"), sharing, "keep"));
    }
    Form::new(&say!("tui-form-erase"), Purpose::Erase(what.clone()), fields)
        .about(&format!("{what}\n{words}"))
}

/// Decide on an erasure that a merge brought.
pub fn erasure(what: &Id, words: &str) -> Form {
    let decisions = [("erase", say!("tui-decision-erase")), ("refuse", say!("tui-decision-refuse"))];
    let decisions = decisions.map(|(code, words)| (code.to_owned(), words));
    let fields = vec![
        Field::choice("decision", String::new(), decisions, ""),
        Field::line("id", say!("tui-help-erasure-id"), ""),
        Field::lines("why", say!("tui-help-erasure-why"), ""),
    ];
    Form::new(&say!("tui-form-erasure"), Purpose::Erasure(what.clone()), fields)
        .about(&format!("{what}\n{words}"))
}

/// Words to find.
pub fn find(sought: &str) -> Form {
    Form::new(
        &say!("tui-form-find"),
        Purpose::Find,
        vec![Field::line("words", say!("tui-help-find"), sought)],
    )
}
