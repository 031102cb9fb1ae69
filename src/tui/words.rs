//! Words that several panes and forms say: labels of codes, kinds of entries, times and numbers.

use crate::locale::{self, Lang};
use crate::model::{
    Change, EvidenceKind, Field, Grade, Id, IdKind, Kind, Polarity, Quote, Scale, Stance, Status, Tongue,
};
use crate::say;
use std::fmt::Display;

/// The language of labels.
pub fn tongue() -> Tongue {
    match locale::lang() {
        Lang::English => Tongue::English,
        Lang::Arabic => Tongue::Arabic,
    }
}

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

/// A number or a part of a date in the digits that were chosen.
pub fn number(number: impl Display) -> String {
    locale::current().digits.write(&number.to_string()).into_owned()
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

/// The name of a field that the journal writes.
pub fn field_code(code: &str) -> String {
    match (tongue(), code.parse::<Field>()) {
        (Tongue::Arabic, Ok(field)) => field.label(Tongue::Arabic).to_owned(),
        _ => code.to_owned(),
    }
}

/// The same without joined words.
pub fn field(code: &str) -> String {
    field_code(code).replace('_', " ")
}

/// A value of such a field: of a code, its label.
pub fn value(field: &str, value: &str) -> String {
    if tongue() == Tongue::English {
        return value.to_owned();
    }
    fn label<T: std::str::FromStr>(code: &str, label: fn(T, Tongue) -> &'static str) -> Option<String> {
        code.parse().ok().map(|value| label(value, tongue()).to_owned())
    }
    let words = match field.parse() {
        Ok(Field::Kind) => label(value, Kind::label),
        Ok(Field::Polarity) => label(value, Polarity::label),
        Ok(Field::Quote) => label(value, Quote::label),
        Ok(Field::Status) => label(value, Status::label),
        Ok(Field::Stance) => label(value, Stance::label),
        _ => None,
    };
    words.unwrap_or_else(|| value.to_owned())
}

/// What a line of the log made, which is told with codes in it.
pub fn made(scale: &Scale, change: &Change) -> String {
    let new = change.new.as_str();
    if tongue() == Tongue::English || new.is_empty() {
        return new.to_owned();
    }
    if !change.field.is_empty() {
        return value(&change.field, new);
    }
    let coded = |words: fn(&Scale, &str) -> String| match new.split_once(": ") {
        Some((code, rest)) => format!("{}: {rest}", words(scale, code)),
        None => new.to_owned(),
    };
    match (change.what.as_str(), new) {
        (_, "(withheld)") => say!("tui-log-withheld"),
        (_, "(erased)") => say!("tui-log-erased"),
        (_, "(made by a newer version)") => say!("tui-log-newer"),
        ("verdict", _) => coded(rating),
        ("evidence_add", _) => coded(|_, code| value("stance", code)),
        ("erase_confirm", "confirmed here") => say!("tui-log-confirmed"),
        ("extract", _) => new.split_once(" by ").map_or_else(
            || new.to_owned(),
            |(document, by)| say!("tui-log-extracted", document = document, by = by),
        ),
        _ => match new.split_once("blanked: ") {
            Some(("", spans)) => say!("tui-log-blanked", spans = spans),
            _ => new.to_owned(),
        },
    }
}

/// A kind of entry: what somebody did. One that a newer version made is told as it is named.
pub fn entry(kind: &str) -> String {
    if tongue() == Tongue::English {
        return kind.to_owned();
    }
    match kind {
        "create" => say!("tui-entry-create"),
        "import" => say!("tui-entry-import"),
        "extract" => say!("tui-entry-extract"),
        "recover" => say!("tui-entry-recover"),
        "document_edit" => say!("tui-entry-document-edit"),
        "document_withdraw" => say!("tui-entry-document-withdraw"),
        "document_restore" => say!("tui-entry-document-restore"),
        "claim_add" => say!("tui-entry-claim-add"),
        "claim_edit" => say!("tui-entry-claim-edit"),
        "dismiss" => say!("tui-entry-dismiss"),
        "restore" => say!("tui-entry-restore"),
        "resolve" => say!("tui-entry-resolve"),
        "verdict" => say!("tui-entry-verdict"),
        "verdict_withdraw" => say!("tui-entry-verdict-withdraw"),
        "evidence_add" => say!("tui-entry-evidence-add"),
        "evidence_edit" => say!("tui-entry-evidence-edit"),
        "evidence_withdraw" => say!("tui-entry-evidence-withdraw"),
        "comment" => say!("tui-entry-comment"),
        "whoami" => say!("tui-entry-whoami"),
        "publisher" => say!("tui-entry-publisher"),
        "erase" => say!("tui-entry-erase"),
        "erase_confirm" => say!("tui-entry-erase-confirm"),
        "erase_refuse" => say!("tui-entry-erase-refuse"),
        "undo" => say!("tui-entry-undo"),
        "redo" => say!("tui-entry-redo"),
        kind if kind.starts_with("key_") => say!("tui-entry-key"),
        kind => kind.to_owned(),
    }
}

/// An action as the journal tells it: `verdict c0123`, `import d0123 and 3 more`.
pub fn action(what: &str) -> String {
    let mut words = what.splitn(3, ' ');
    let (kind, subject, rest) = (words.next().unwrap_or_default(), words.next(), words.next());
    let more = rest.and_then(|rest| rest.strip_prefix("and ")?.strip_suffix(" more")?.parse::<u64>().ok());
    match (subject, more) {
        (None, _) => entry(kind),
        (Some(subject), Some(n)) => say!("tui-action-more", kind = entry(kind), subject = subject, n = n),
        (Some(subject), None) => format!("{} {subject}", entry(kind)),
    }
}

/// A field of something, as the journal tells it: `speaker of c0123…`.
pub fn field_of(told: &str) -> String {
    match told.split_once(" of ") {
        Some((code, subject)) => say!("tui-field-of", field = field_code(code), subject = subject),
        None => told.to_owned(),
    }
}

/// What an id is of.
pub fn thing(id: &Id) -> String {
    let Some(kind) = id.kind() else { return String::new() };
    match kind {
        IdKind::Document => say!("tui-thing-document"),
        IdKind::Claim => say!("tui-thing-claim"),
        IdKind::Evidence => say!("tui-thing-evidence"),
        IdKind::Verdict => say!("tui-thing-verdict"),
        IdKind::Comment => say!("tui-thing-comment"),
        IdKind::Checker => say!("tui-thing-checker"),
        IdKind::Extraction => say!("tui-thing-extraction"),
    }
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
    use crate::locale::{Locale, within};

    #[test]
    fn what_the_journal_tells_with_codes_is_told_in_words() {
        let arabic = Locale { lang: Lang::Arabic, ..Locale::default() };
        assert_eq!(action("verdict c0123"), "verdict c0123");
        assert_eq!(action("import d0123 and 3 more"), "import d0123 and 3 more");
        assert_eq!(within(arabic, || action("verdict c0123")), "حكم c0123");
        assert_eq!(within(arabic, || action("import d0123 and 3 more")), "استيراد d0123 و3 غيره");
        assert_eq!(within(arabic, || field_of("said_at of c0123")), "«قيل في» في c0123");
        assert_eq!(within(arabic, || value("status", "in_progress")), "قيد التدقيق");
        assert_eq!(within(arabic, || value("speaker", "in_progress")), "in_progress");
        assert_eq!(value("status", "in_progress"), "in_progress");
    }

    #[test]
    fn labels_of_fields_fit_into_their_column() {
        for lang in Lang::ALL {
            within(Locale { lang, ..Locale::default() }, || {
                for name in ["speaker", "cue", "information", "translation", "decision", "contact", "sharing"]
                {
                    assert_ne!(label(name), "");
                    assert!(crate::bidi::width(&label(name)) <= 11, "{name}");
                }
            });
        }
    }
}
