//! A claim that several extractions by one version found: they tell it alike, or one of their writers does not say what
//! that version found.
//!
//! The first is shown, by clocks that a writer chooses. So where they tell a field unlike and nobody has written it, they
//! are sides of a conflict.

use super::entry::ClaimBody;
use crate::model::Field;
use serde_json::Value;

/// What extractions tell and people correct.
const TOLD: [Field; 12] = [
    Field::Span,
    Field::Speaker,
    Field::Role,
    Field::Cue,
    Field::Via,
    Field::Quote,
    Field::Polarity,
    Field::Kind,
    Field::SaidAt,
    Field::Translation,
    Field::Language,
    Field::Url,
];

/// Entry (local number) and number of the part that says that a claim was found, and what it says.
pub type Finding = (i64, i64, ClaimBody);

/// What a finding tells of a field; an empty text where it tells nothing.
pub fn told(body: &ClaimBody, field: &str) -> Value {
    of_field(&fields(body), field)
}

fn fields(body: &ClaimBody) -> Value {
    serde_json::to_value(body).unwrap_or_default()
}

fn of_field(fields: &Value, field: &str) -> Value {
    fields.get(field).cloned().unwrap_or_else(|| Value::String(String::new()))
}

/// The fields that findings tell unlike and nobody has written.
pub fn unlike(findings: &[Finding], is_written: impl Fn(Field) -> bool) -> Vec<Field> {
    let Some(((.., first), others)) = findings.split_first() else { return Vec::new() };
    let others = others.iter().map(|(.., body)| body).filter(|body| *body != first);
    let others: Vec<Value> = others.map(fields).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let first = fields(first);
    let differs = |field: &Field| {
        let own = of_field(&first, field.code());
        !is_written(*field) && others.iter().any(|other| of_field(other, field.code()) != own)
    };
    TOLD.into_iter().filter(differs).collect()
}
