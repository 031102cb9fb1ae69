//! The forms that there are.

use super::{Field, Form, Input, Purpose};
use crate::model::{
    Claim, Conflict, EvidenceKind, Id, IdKind, Kind, NewClaim, Polarity, Quote, Scale, Stance, Standing,
    Status, Tongue,
};
use std::collections::HashSet;

macro_rules! options {
    ($vocabulary:ty) => {
        <$vocabulary>::ALL
            .iter()
            .map(|v| (v.code().to_owned(), both(v.label(Tongue::English), v.label(Tongue::Arabic))))
    };
}

fn both(english: &str, arabic: &str) -> String {
    format!("{english} · {arabic}")
}

/// Change a claim.
pub fn edit(claim: &Claim) -> Form {
    let mut fields = vec![
        Field::line("speaker", "who said it, by the fullest name known", &claim.speaker),
        Field::line("role", "in what capacity", &claim.role),
        Field::line("cue", "the word that reports it, as in the text", &claim.cue),
        Field::choice("kind", "what it is about", options!(Kind), claim.kind.code()),
        Field::choice("polarity", "what the speaker does with it", options!(Polarity), claim.polarity.code()),
        Field::choice("quote", "how the words are reported", options!(Quote), claim.quote.code()),
        Field::line("said at", "when, such as 2024-11-27 or 2024-11-27T04:00", &claim.said_at),
        Field::lines("translation", "for readers of the report", &claim.translation),
        status_field(claim),
    ];
    if claim.document.is_none() {
        fields.insert(0, Field::lines("text", "the words of the claim", &claim.text));
        fields.insert(7, Field::line("address", "where it was heard or copied from", &claim.url));
    }
    Form::new("Edit claim", Purpose::Edit(Box::new(claim.clone())), fields).about(&claim.text)
}

/// Only a status that a person can set; the others follow from what is there.
fn status_field(claim: &Claim) -> Field {
    let settable = [
        ("new", "as its file says · تلقائي"),
        ("in_progress", "in progress · قيد التدقيق"),
        ("published", "published · منشور"),
    ];
    let now = match claim.status {
        Status::Checked | Status::Dismissed => "new",
        status => status.code(),
    };
    let options = settable.map(|(code, words)| (code.to_owned(), words.to_owned()));
    Field::choice("status", "how far the check has come", options, now)
}

/// Only the translation of a claim.
pub fn translation(claim: &Claim) -> Form {
    let field = Field::lines("translation", "for readers of the report", &claim.translation);
    Form::new("Translation", Purpose::Edit(Box::new(claim.clone())), vec![field]).about(&claim.text)
}

/// Add a claim at a span, or one that was heard or copied.
pub fn add(anchor: Option<(Id, usize, usize)>, words: &str) -> Form {
    let new = NewClaim::default();
    let mut fields = vec![
        Field::line("speaker", "who said it, by the fullest name known", ""),
        Field::line("role", "in what capacity", ""),
        Field::line("cue", "the word that reports it, as in the text", ""),
        Field::choice("kind", "what it is about", options!(Kind), new.kind.code()),
        Field::choice("polarity", "what the speaker does with it", options!(Polarity), new.polarity.code()),
        Field::choice("quote", "how the words are reported", options!(Quote), new.quote.code()),
        Field::line("said at", "when, such as 2024-11-27 or 2024-11-27T04:00", ""),
        Field::lines("translation", "for readers of the report", ""),
    ];
    let title = match anchor {
        Some(_) => "Add the marked words as a claim",
        None => {
            fields.insert(0, Field::lines("text", "the words of the claim", ""));
            fields.insert(7, Field::line("address", "where it was heard or copied from", ""));
            "Add a claim that was heard or copied, without an article"
        }
    };
    Form::new(title, Purpose::Add(anchor), fields).about(words)
}

/// Set a claim aside.
pub fn dismiss(claim: &Claim) -> Form {
    let why = Field::lines("why", "the reason stays with the claim, in the log and in reports", "");
    Form::new("Set aside as not checkable", Purpose::Dismiss(claim.id.clone()), vec![why]).about(&claim.text)
}

/// Attach evidence.
pub fn evidence(claim: &Claim) -> Form {
    let reliability = [
        ("", "not judged"),
        ("A", "A completely reliable"),
        ("B", "B usually reliable"),
        ("C", "C fairly reliable"),
        ("D", "D not usually reliable"),
        ("E", "E unreliable"),
        ("F", "F cannot be judged"),
    ];
    let credibility = [
        ("", "not judged"),
        ("1", "1 confirmed"),
        ("2", "2 probably true"),
        ("3", "3 possibly true"),
        ("4", "4 doubtful"),
        ("5", "5 improbable"),
        ("6", "6 cannot be judged"),
    ];
    let own = |pairs: [(&str, &str); 7]| pairs.map(|(code, words)| (code.to_owned(), words.to_owned()));
    let mut information = Field::choice("information", "credibility of what it says", own(credibility), "");
    if let Input::Choice(choice) = &mut information.input {
        // The digits are the grades themselves.
        for option in &mut choice.options {
            option.2 = option.0.parse().ok();
        }
    }
    let fields = vec![
        Field::choice(
            "evidence",
            "a link, a file that is copied into the casebook, or quoted words",
            options!(EvidenceKind),
            "link",
        ),
        Field::lines("value", "the address, the path of the file, or the words", ""),
        Field::line("origin", "address that a file or a quotation is from", ""),
        Field::choice("stance", "what it does to the claim", options!(Stance), ""),
        Field::choice("source", "reliability of the source (Admiralty grade A to F)", own(reliability), ""),
        information,
        Field::lines("note", "what a reader must know about it", ""),
    ];
    Form::new("Attach evidence", Purpose::Evidence(claim.id.clone()), fields).about(&claim.text)
}

/// Rate a claim.
pub fn verdict(claim: &Claim, scale: &Scale, mine: Option<&str>) -> Form {
    let options = scale.ratings.iter().map(|r| (r.code.clone(), both(&r.en, &r.ar)));
    let mut rating = Field::choice("verdict", "", options, "");
    if let Input::Choice(choice) = &mut rating.input {
        choice.listed = true;
        for (option, digit) in choice.options.iter_mut().zip(rating_digits(scale)) {
            option.2 = digit;
        }
    }
    let why = Field::lines("why", "the reasons, for readers: a verdict without reasons is no verdict", "");
    let title = match (mine, &claim.verdict) {
        (Some(mine), _) => {
            format!("Verdict (yours is now {mine}; this one replaces it, both stay in the history)")
        }
        (None, Standing::None) => "Verdict".to_owned(),
        (None, _) => "Verdict (others have given one; theirs stays)".to_owned(),
    };
    Form::new(&title, Purpose::Verdict(claim.id.clone()), vec![rating, why]).about(&claim.text)
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
    let why = Field::lines("why", "the reason stays in the history", "");
    Form::new(title, purpose, vec![why]).about(about)
}

/// Comment on a claim.
pub fn comment(claim: &Claim) -> Form {
    let words = Field::lines("comment", "for the other checkers; it is not part of the verdict", "");
    Form::new("Comment", Purpose::Comment(claim.id.clone()), vec![words]).about(&claim.text)
}

/// Write a report.
pub fn export(shown: &str, one: bool, path: &str) -> Form {
    let formats = [
        ("html", "HTML, to read and print"),
        ("md", "Markdown"),
        ("csv", "CSV, for spreadsheets"),
        ("json", "JSON, for programs"),
    ];
    let mut which = vec![("shown".to_owned(), shown.to_owned())];
    if one {
        which.push(("one".to_owned(), "this claim only".to_owned()));
    }
    let formats = formats.map(|(code, words)| (code.to_owned(), words.to_owned()));
    let fields = vec![
        Field::choice("claims", "which claims the report is about", which, "shown"),
        Field::choice("format", "", formats, "html"),
        Field::line("file", "where to write it; ~ is your home folder", path),
    ];
    Form::new("Export a report", Purpose::Export, fields)
}

/// Another casebook to merge.
pub fn merge(path: &str, other_case: &str) -> Form {
    let cases = [("", "of this case only"), ("yes", "of another case too")];
    let cases = cases.map(|(code, words)| (code.to_owned(), words.to_owned()));
    let fields = vec![
        Field::line("file", "a casebook that a colleague handed you; Tab completes its path", path),
        Field::choice("entries", "those of another case come in only where you say so", cases, other_case),
    ];
    Form::new("Merge another copy of the case", Purpose::Merge, fields)
}

/// A value in place of those that stand against each other.
pub fn own_value(seen: &Conflict, value: &str) -> Form {
    let codes = seen.field.parse().map(crate::model::Field::codes).unwrap_or_default();
    let help = "it is written over all of them; they stay in the log";
    let field = match codes.is_empty() {
        true => Field::line("value", help, value),
        false => {
            Field::choice("value", help, codes.iter().map(|c| ((*c).to_owned(), (*c).to_owned())), value)
        }
    };
    let title = format!("Your own value for: {}", seen.field.replace('_', " "));
    Form::new(&title, Purpose::Resolve(Box::new(seen.clone())), vec![field])
}

/// The checker's name.
pub fn name(name: &str, contact: &str) -> Form {
    let fields = vec![
        Field::line("name", "shown with everything that you write; a pen name will do", name),
        Field::line("contact", "how other checkers reach you; may stay empty", contact),
    ];
    Form::new("Your name", Purpose::Name, fields)
}

/// Erase something, whose words are shown beside its id.
pub fn erase(what: &Id, words: &str) -> Form {
    let sharing = [
        ("keep", "erase nothing if there are any"),
        ("erase", "erase them too, with all that hangs on them"),
    ];
    let mut fields = vec![
        Field::line("id", "type the whole id: it cannot be undone", ""),
        Field::lines("why", "it stays for good, so it must not tell what was erased", ""),
    ];
    if what.kind() == Some(IdKind::Claim) {
        let sharing = sharing.map(|(code, words)| (code.to_owned(), words.to_owned()));
        fields.push(Field::choice("sharing", "claims that share words with it", sharing, "keep"));
    }
    Form::new("Erase for good", Purpose::Erase(what.clone()), fields).about(&format!("{what}\n{words}"))
}

/// Decide on an erasure that a merge brought.
pub fn erasure(what: &Id, words: &str) -> Form {
    let decisions = [("erase", "erase it here too, for good"), ("refuse", "leave it here")];
    let decisions = decisions.map(|(code, words)| (code.to_owned(), words.to_owned()));
    let fields = vec![
        Field::choice("decision", "", decisions, ""),
        Field::line("id", "to erase it: type the whole id", ""),
        Field::lines("why", "to leave it: the reason, for others", ""),
    ];
    Form::new("An erasure that waits for you", Purpose::Erasure(what.clone()), fields)
        .about(&format!("{what}\n{words}"))
}

/// Words to find.
pub fn find(sought: &str) -> Form {
    Form::new(
        "Find in the document",
        Purpose::Find,
        vec![Field::line("words", "as they stand in the text", sought)],
    )
}
