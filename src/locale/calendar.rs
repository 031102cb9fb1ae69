//! Dates that people read. In files and exports dates are ISO 8601, whatever is chosen here.

use super::{Locale, current, number};
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
        None => number(day.format("%Y-%m-%d")),
    }
}

/// A minute for people, in UTC.
pub fn minute(time: &DateTime<Utc>) -> String {
    format!("{} {}", day(time.date_naive()), number(time.format("%H:%M")))
}

/// A second for people, in UTC.
pub fn second(time: &DateTime<Utc>) -> String {
    format!("{} {}", day(time.date_naive()), number(time.format("%H:%M:%S")))
}

/// A date that stands in a text's head or that somebody wrote, as it is kept (`2031-05-12`, `2031-05-12T18:40:00+03:00`), in
/// the calendar and digits that were chosen. Where none was, and where it is no date, it stays as it is.
pub fn date(kept: &str) -> String {
    if current() == Locale::default() {
        return kept.to_owned();
    }
    let (day, rest) = kept.split_at_checked(10).unwrap_or((kept, ""));
    let Ok(day) = day.parse::<chrono::NaiveDate>() else { return kept.to_owned() };
    let time = rest.get(1..6).filter(|time| chrono::NaiveTime::parse_from_str(time, "%H:%M").is_ok());
    let zone = rest.get(6..).and_then(|rest| rest.find(['+', '-', 'Z']).and_then(|at| rest.get(at..)));
    let day = self::day(day);
    match (time, zone) {
        (None, _) if rest.is_empty() => day,
        (None, _) => kept.to_owned(),
        (Some(time), None) => format!("{day} {}", number(time)),
        // A sign before digits would change its place among Arabic.
        (Some(time), Some(zone)) => {
            format!("{day} {} UTC{}", number(time), zone.trim_start_matches('Z'))
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Digits, Lang, within};

    #[test]
    fn dates_in_heads_of_texts() {
        let arabic = Locale { lang: Lang::Arabic, ..Locale::default() };
        let islamic = Locale { calendar: Calendar::Islamic, digits: Digits::Arabic, ..arabic };
        for (kept, gregorian, hijri) in [
            ("2026-02-18", "2026-02-18", "١٤٤٧-٠٩-٠١ هـ"),
            ("2026-02-18T18:40", "2026-02-18 18:40", "١٤٤٧-٠٩-٠١ هـ ١٨:٤٠"),
            ("2026-02-18T18:40:00+03:00", "2026-02-18 18:40 UTC+03:00", "١٤٤٧-٠٩-٠١ هـ ١٨:٤٠ UTC+03:00"),
            ("2026-02-18T18:40:00Z", "2026-02-18 18:40 UTC", "١٤٤٧-٠٩-٠١ هـ ١٨:٤٠ UTC"),
            ("2026-02-18, late", "2026-02-18, late", "2026-02-18, late"),
            ("last week", "last week", "last week"),
            ("2026-02", "2026-02", "2026-02"),
            ("", "", ""),
        ] {
            assert_eq!(date(kept), kept);
            assert_eq!(within(arabic, || date(kept)), gregorian);
            assert_eq!(within(islamic, || date(kept)), hijri);
        }
    }
}
