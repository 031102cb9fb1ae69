//! What the journal tells with codes, in words: kinds of entries, fields, values, actions. In English they are the codes, as
//! queries and arguments take them; in Arabic their labels. Workbench and command line tell them alike.

use crate::journal::{Kept, Renewed, Tells, What};
use crate::locale::{self, Lang, Told};
use crate::model::{EndedBy, Field, Id, Kind, Polarity, Quote, Says, Scale, Stance, Status, Tongue};
use crate::{say, tell};
use chrono::{DateTime, Utc};
use std::str::FromStr;

/// The language of labels.
pub fn tongue() -> Tongue {
    match locale::lang() {
        Lang::English => Tongue::English,
        Lang::Arabic => Tongue::Arabic,
    }
}

/// The label of a code; in English the code itself, as queries and arguments take it.
fn label<T: FromStr>(code: &str, label: impl Fn(T, Tongue) -> &'static str) -> String {
    match (tongue(), code.parse()) {
        (Tongue::Arabic, Ok(value)) => label(value, Tongue::Arabic).to_owned(),
        _ => code.to_owned(),
    }
}

/// A field.
pub fn field(code: &str) -> String {
    label(code, Field::label)
}

/// What a claim is about.
pub fn kind(kind: Kind) -> String {
    label(kind.code(), Kind::label)
}

/// What its speaker does with it.
pub fn polarity(polarity: Polarity) -> String {
    label(polarity.code(), Polarity::label)
}

/// How it is quoted.
pub fn quote(quote: Quote) -> String {
    label(quote.code(), Quote::label)
}

/// What evidence does to a claim.
pub fn stance(stance: Stance) -> String {
    label(stance.code(), Stance::label)
}

/// How a key came to its end.
pub fn ended(how: EndedBy) -> String {
    label(how.code(), EndedBy::label)
}

/// What a copy that is handed over holds, and what it tells of the rest, but for who wrote: lines, most of them with a
/// label. `at` tells a time.
pub fn tells(t: &Tells, at: impl Fn(DateTime<Utc>) -> String) -> Vec<(String, String)> {
    let all = t.present + t.withheld + t.erased;
    let kinds = t.kinds.iter().map(|(kind, n)| say!("share-kind", kind = what(kind), n = *n));
    let ids = t.ids.iter().map(|of| say!("share-id", thing = thing(&of.what), ids = of.ids, here = of.here));
    vec![
        (
            String::new(),
            say!("share-holds", present = t.present, all = all, withheld = t.withheld, erased = t.erased),
        ),
        (String::new(), say!("share-tells")),
        (
            say!("share-entries"),
            say!("share-entries-words", n = t.entries, first = at(t.first), last = at(t.last)),
        ),
        (say!("share-kinds"), locale::list(&kinds.collect::<Vec<_>>())),
        (say!("share-ids"), locale::list(&ids.collect::<Vec<_>>())),
    ]
}

/// What looking again in a document changed, counted.
pub fn renewed(renewed: &Renewed) -> Told {
    let (new, gone, changed) = (renewed.new.len(), renewed.gone.len(), renewed.changed.len());
    let same = renewed.same;
    match renewed.touched {
        0 => tell!("again-numbers", new = new, gone = gone, changed = changed, same = same),
        touched => tell!(
            "again-numbers-touched",
            new = new,
            gone = gone,
            changed = changed,
            same = same,
            touched = touched,
        ),
    }
}

/// A rating, or what else a claim's state is.
pub fn rating(code: &str) -> String {
    rating_of(&Scale::standard(), code)
}

fn rating_of(scale: &Scale, code: &str) -> String {
    if tongue() == Tongue::English {
        return code.to_owned();
    }
    match (code, scale.rating(code)) {
        ("disputed", _) => say!("claims-disputed"),
        (_, Some(rating)) => rating.ar.clone(),
        _ => label(code, Status::label),
    }
}

/// The value of a field.
pub fn value(field: &str, value: &str) -> String {
    match field.parse() {
        Ok(Field::Kind) => label(value, Kind::label),
        Ok(Field::Polarity) => label(value, Polarity::label),
        Ok(Field::Quote) => label(value, Quote::label),
        Ok(Field::Stance) => label(value, Stance::label),
        Ok(Field::Status) => label(value, Status::label),
        Ok(Field::Withdrawn) if value == "undone" => say!("log-undone"),
        _ => value.to_owned(),
    }
}

/// What an entry tells of what it did, by the kind of the entry; ratings are of this scale.
pub fn told(scale: &Scale, kind: &str, text: &str) -> String {
    if tongue() == Tongue::English {
        return text.to_owned();
    }
    let prefixed = |label: &dyn Fn(&str) -> String| match text.split_once(": ") {
        Some((code, rest)) => format!("{}: {rest}", label(code)),
        None => text.to_owned(),
    };
    match (text, kind) {
        ("(erased)", _) => say!("log-erased"),
        ("(withheld)", _) => say!("log-withheld"),
        ("(made by a newer version)", _) => say!("log-newer"),
        ("standard", "create") => say!("log-standard-scale"),
        ("confirmed here", _) => say!("log-confirmed"),
        (_, "verdict") => prefixed(&|code| rating_of(scale, code)),
        (_, "evidence_add") => prefixed(&|code| label(code, Stance::label)),
        (_, "erase") | (_, "erase_confirm") => match text.strip_prefix("blanked: ") {
            Some(places) => say!("log-blanked", places = places),
            None => text.to_owned(),
        },
        (_, "recover") => match text.strip_suffix(" lost").and_then(|n| n.parse::<u64>().ok()) {
            Some(n) => say!("log-lost", n = n),
            None => text.to_owned(),
        },
        (_, "extract") => match text.split_once(" by ") {
            Some((document, version)) => say!("log-extracted", document = document, version = version),
            None => text.to_owned(),
        },
        (_, key) if key.starts_with("key_") => of_key(text),
        _ => text.to_owned(),
    }
}

/// What was said of a key.
fn of_key(text: &str) -> String {
    let found = Says::ALL.iter().find_map(|says| {
        let rest = text.strip_prefix(says.label(Tongue::English))?;
        rest.is_empty()
            .then_some((says, rest))
            .or_else(|| rest.starts_with([':', ' ']).then_some((says, rest)))
    });
    let Some((says, rest)) = found else { return text.to_owned() };
    let label = says.label(Tongue::Arabic);
    match rest.strip_prefix(" as of ").and_then(|rest| rest.split_at_checked(16)) {
        Some((at, why)) => say!("log-key-as-of", says = label, at = at) + why,
        None => format!("{label}{rest}"),
    }
}

/// The kind of an entry of the journal.
pub fn what(kind: &str) -> String {
    match kind {
        "create" => say!("kind-create"),
        "import" => say!("kind-import"),
        "extract" => say!("kind-extract"),
        "claim_add" => say!("kind-claim-add"),
        "claim_edit" => say!("kind-claim-edit"),
        "dismiss" => say!("kind-dismiss"),
        "restore" => say!("kind-restore"),
        "document_edit" => say!("kind-document-edit"),
        "document_withdraw" => say!("kind-document-withdraw"),
        "document_restore" => say!("kind-document-restore"),
        "evidence_add" => say!("kind-evidence-add"),
        "evidence_edit" => say!("kind-evidence-edit"),
        "evidence_withdraw" => say!("kind-evidence-withdraw"),
        "verdict" => say!("kind-verdict"),
        "verdict_withdraw" => say!("kind-verdict-withdraw"),
        "comment" => say!("kind-comment"),
        "resolve" => say!("kind-resolve"),
        "whoami" => say!("kind-whoami"),
        "publisher" => say!("kind-publisher"),
        "recover" => say!("kind-recover"),
        "undo" => say!("kind-undo"),
        "redo" => say!("kind-redo"),
        kind => what_of_keys(kind),
    }
}

/// The kinds that speak of keys or erase; those of a newer version have no word here.
fn what_of_keys(kind: &str) -> String {
    match kind {
        "erase" => say!("kind-erase"),
        "erase_confirm" => say!("kind-erase-confirm"),
        "erase_refuse" => say!("kind-erase-refuse"),
        "key_mine" => say!("kind-key-mine"),
        "key_successor" => say!("kind-key-successor"),
        "key_lost" => say!("kind-key-lost"),
        "key_found" => say!("kind-key-found"),
        "key_revoked" => say!("kind-key-revoked"),
        newer => newer.to_owned(),
    }
}

/// An action as undo names it: its kind, what it was done to, and how many more.
pub fn action(action: &What) -> String {
    let brief =
        action.subject.parse::<Id>().map_or_else(|_| action.subject.clone(), |id| id.brief().to_owned());
    let done = format!("{} {brief}", what(&action.kind));
    match action.more {
        0 => done.trim_end().to_owned(),
        n => say!("undo-and-more", what = done, n = n),
    }
}

/// A field that was left and what it is of, as undo names them.
pub fn field_of(kept: &Kept) -> String {
    say!("undo-of", field = field(kept.field.code()), subject = &kept.subject)
}

/// The word for what an id names, or where in it something stands.
pub fn thing(word: &str) -> String {
    match word {
        "document" => say!("thing-document"),
        "claim" => say!("thing-claim"),
        "evidence" => say!("thing-evidence"),
        "verdict" => say!("thing-verdict"),
        "comment" => say!("thing-comment"),
        "checker" => say!("thing-checker"),
        "extraction" => say!("thing-extraction"),
        "text" => say!("thing-text"),
        "file of evidence" => say!("thing-file"),
        "publisher or scale" => say!("thing-publisher"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locale, within};

    const ARABIC: Locale =
        Locale { lang: Lang::Arabic, digits: locale::Digits::Western, calendar: locale::Calendar::Gregorian };

    fn did((kind, subject, more): (&str, &str, usize)) -> What {
        What { kind: kind.to_owned(), subject: subject.to_owned(), more }
    }

    fn left(field: Field) -> Kept {
        Kept { field, subject: "c0123".to_owned() }
    }

    #[test]
    fn english_stays_as_it_stands_in_files() {
        for kind in ["create", "claim_add", "evidence_withdraw", "erase_confirm", "key_lost", "newer_kind"] {
            assert_eq!(what(kind), kind);
        }
        for (done, told) in [
            (("claim_add", "c0123", 0), "claim_add c0123"),
            (("import", "d01", 3), "import d01 and 3 more"),
            (("undo", "", 0), "undo"),
        ] {
            assert_eq!(action(&did(done)), told);
        }
        assert_eq!(field_of(&left(Field::Role)), "role of c0123");
        assert_eq!(
            (rating("half_true"), kind(Kind::Territorial)),
            ("half_true".into(), "territorial".into())
        );
    }

    #[test]
    fn arabic_has_labels() {
        let arabic = |words: &dyn Fn() -> String| within(ARABIC, words);
        let standard = Scale::standard();
        assert_eq!(arabic(&|| rating("half_true")), "نصف صحيح");
        assert_eq!(arabic(&|| rating("in_progress")), "قيد التدقيق");
        assert_eq!(arabic(&|| told(&standard, "verdict", "false: نعم: لا")), "غير صحيح: نعم: لا");
        assert_eq!(
            arabic(&|| told(&standard, "comment", "false: words")),
            "false: words",
            "words of a person"
        );
        assert_eq!(
            arabic(&|| told(&standard, "key_revoked", "revoked as of 2026-03-01 10:00: تفتيش")),
            "ملغى منذ 2026-03-01 10:00: تفتيش"
        );
        assert_eq!(arabic(&|| told(&standard, "key_found", "found again")), "وُجد");
        assert_eq!(arabic(&|| action(&did(("import", "d01", 3)))), "إدراج d01 و3 غيره");
        assert_eq!(arabic(&|| field_of(&left(Field::SaidAt))), "«قيل في» في c0123");
        assert_eq!(arabic(&|| value("kind", "casualty")), "ضحايا");
        assert_eq!(arabic(&|| value("role", "casualty")), "casualty");
    }
}
