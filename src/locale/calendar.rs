//! Dates that people read. In files and exports dates are ISO 8601, whatever is chosen here.

use super::current;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use icu_calendar::Date;
use icu_calendar::cal::Hijri;

/// The calendar of dates on screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Calendar {
    /// 2026-03-01.
    #[default]
    Gregorian,
    /// 1447-09-12, as the Umm al-Qura calendar has it, followed by its sign.
    Islamic,
}

impl Calendar {
    /// All of them with their words in settings.
    pub const ALL: [(Calendar, &'static str); 2] =
        [(Calendar::Gregorian, "gregorian"), (Calendar::Islamic, "islamic")];
}

/// A day for people.
pub fn day(day: NaiveDate) -> String {
    let locale = current();
    let written = match locale.calendar {
        Calendar::Gregorian => None,
        Calendar::Islamic => islamic(day),
    };
    match written {
        // The sign tells it from a Gregorian date, in a picture of the screen too.
        Some(written) => crate::say!("date-islamic", day = locale.digits.write(&written)),
        None => locale.digits.write(&day.format("%Y-%m-%d").to_string()).into_owned(),
    }
}

/// A minute for people, in UTC.
pub fn minute(time: &DateTime<Utc>) -> String {
    let digits = current().digits;
    format!("{} {}", day(time.date_naive()), digits.write(&time.format("%H:%M").to_string()))
}

/// A second for people, in UTC.
pub fn second(time: &DateTime<Utc>) -> String {
    let digits = current().digits;
    format!("{} {}", day(time.date_naive()), digits.write(&time.format("%H:%M:%S").to_string()))
}

fn islamic(day: NaiveDate) -> Option<String> {
    let date = Date::try_new_iso(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    let date = date.ok()?.to_calendar(Hijri::new_umm_al_qura());
    Some(format!(
        "{:04}-{:02}-{:02}",
        date.year().extended_year(),
        date.month().ordinal,
        date.day_of_month().0
    ))
}
