//! A document that came in more than once, at desks apart: what is known of it may be told unlike.
//!
//! Its id is that of its text, and the first import is shown: whoever dates theirs back would say in silence what it is
//! called and where it is from. So where imports tell a field unlike and nobody has written it since, they are sides of a conflict.

use super::entry::DocumentBody;
use crate::model::Field;

/// What imports tell of a document and people correct.
const TOLD: [Field; 6] =
    [Field::Title, Field::Outlet, Field::Author, Field::Url, Field::Published, Field::Language];

/// Entry (local number) and number of the part that brings a document, and what it says.
pub type Import = (i64, i64, DocumentBody);

/// What an import tells of a field.
pub fn told(body: &DocumentBody, field: Field) -> Option<&String> {
    match field {
        Field::Title => Some(&body.title),
        Field::Outlet => Some(&body.outlet),
        Field::Author => Some(&body.author),
        Field::Url => Some(&body.url),
        Field::Published => Some(&body.published),
        Field::Language => Some(&body.language),
        _ => None,
    }
}

fn told_mut(body: &mut DocumentBody, field: Field) -> Option<&mut String> {
    match field {
        Field::Title => Some(&mut body.title),
        Field::Outlet => Some(&mut body.outlet),
        Field::Author => Some(&mut body.author),
        Field::Url => Some(&mut body.url),
        Field::Published => Some(&mut body.published),
        Field::Language => Some(&mut body.language),
        _ => None,
    }
}

/// Has the first import tell what only later ones do, and gives the places of those that tell a field unlike, by field.
pub fn compared(
    first: &mut DocumentBody,
    place: (i64, i64),
    others: &[Import],
    is_written: impl Fn(Field) -> bool,
) -> Vec<(Field, Vec<(i64, i64)>)> {
    let mut unlike = Vec::new();
    for field in TOLD {
        let own = told(first, field).cloned().unwrap_or_default();
        let others = others.iter().filter_map(|(entry, n, body)| Some(((*entry, *n), told(body, field)?)));
        let all = std::iter::once((place, &own)).chain(others).filter(|(_, value)| !value.is_empty());
        let all: Vec<((i64, i64), &String)> = all.collect();
        let differ = all.windows(2).any(|pair| pair[0].1 != pair[1].1);
        if differ && !is_written(field) {
            unlike.push((field, all.iter().map(|(place, _)| *place).collect()));
        }
        if let (Some((_, value)), Some(shown)) = (all.first(), told_mut(first, field)) {
            *shown = (*value).clone();
        }
    }
    unlike
}
