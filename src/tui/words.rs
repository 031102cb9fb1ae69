//! Words that several panes and forms say: labels of codes, kinds of entries, times and numbers.

use crate::locale;
pub use crate::locale::number;
use crate::model::{Change, EvidenceKind, Grade, Id, Scale, Stance, Tongue};
use crate::say;
use crate::told::{self, tongue};

/// That of two labels which is in the language of the interface.
pub fn own<'a>(english: &'a str, arabic: &'a str) -> &'a str {
    if tongue() == Tongue::Arabic { arabic } else { english }
}

/// Both labels, where a reader of the interface may read the other one too; the Arabic interface has its own alone.
pub fn both(english: &str, arabic: &str) -> String {
    match tongue() {
        Tongue::English => format!("{english} · {arabic}"),
        Tongue::Arabic => arabic.to_owned(),
    }
}

/// A time as shown: to the minute, in the time zone of this computer.
pub fn moment(at: chrono::DateTime<chrono::Utc>) -> String {
    let local = at.with_timezone(&chrono::Local);
    format!("{} {}", locale::day(local.date_naive()), number(local.format("%H:%M")))
}

/// A rating of the scale, or its code where it is none.
pub fn rating(scale: &Scale, code: &str) -> String {
    scale.rating(code).map_or(code, |rating| own(&rating.en, &rating.ar)).to_owned()
}

/// Both axes of a source grade.
pub fn grade(grade: Grade) -> String {
    crate::report::grade_words(grade, tongue())
}

/// The name of a field without joined words.
pub fn field(code: &str) -> String {
    told::field(code).replace('_', " ")
}

/// What a line of the log made, which is told with codes in it.
pub fn made(scale: &Scale, change: &Change) -> String {
    match change.field.is_empty() {
        true => told::told(scale, &change.what, &change.new),
        false => told::value(&change.field, &change.new),
    }
}

/// What an id is of.
pub fn thing(id: &Id) -> String {
    id.kind().map_or_else(String::new, |kind| told::thing(kind.word()))
}

/// How a piece of evidence is called: its stance and what it is.
pub fn evidence(stance: Stance, kind: EvidenceKind) -> [&'static str; 2] {
    [stance.label(tongue()), kind.label(tongue())]
}

/// The label of a field of a form, by its name.
pub fn label(name: &str) -> String {
    match name {
        "address" => say!("tui-label-address"),
        "claims" => say!("tui-label-claims"),
        "comment" => say!("tui-label-comment"),
        "contact" => say!("tui-label-contact"),
        "cue" => say!("tui-label-cue"),
        "decision" => say!("tui-label-decision"),
        "entries" => say!("tui-label-entries"),
        "evidence" => say!("tui-label-evidence"),
        "given" => say!("tui-label-given"),
        "file" => say!("tui-label-file"),
        "format" => say!("tui-label-format"),
        "id" => say!("tui-label-id"),
        "information" => say!("tui-label-information"),
        "kind" => say!("tui-label-kind"),
        "language" => say!("tui-label-language"),
        "name" => say!("tui-label-name"),
        "note" => say!("tui-label-note"),
        "origin" => say!("tui-label-origin"),
        "polarity" => say!("tui-label-polarity"),
        "quote" => say!("tui-label-quote"),
        "role" => say!("tui-label-role"),
        "said at" => say!("tui-label-said-at"),
        "sharing" => say!("tui-label-sharing"),
        "source" => say!("tui-label-source"),
        "span" => say!("tui-label-span"),
        "speaker" => say!("tui-label-speaker"),
        "stance" => say!("tui-label-stance"),
        "status" => say!("tui-label-status"),
        "text" => say!("tui-label-text"),
        "translation" => say!("tui-label-translation"),
        "value" => say!("tui-label-value"),
        "verdict" => say!("tui-label-verdict"),
        "via" => say!("tui-label-via"),
        "why" => say!("tui-label-why"),
        "words" => say!("tui-label-words"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locale, within};

    #[test]
    fn labels_of_fields_fit_into_their_column() {
        for lang in Lang::ALL {
            within(Locale { lang, ..Locale::default() }, || {
                for name in [
                    "speaker",
                    "cue",
                    "information",
                    "translation",
                    "decision",
                    "contact",
                    "sharing",
                    "given",
                ] {
                    assert_ne!(label(name), "");
                    assert!(crate::bidi::width(&label(name)) <= 11, "{name}");
                }
            });
        }
    }
}
