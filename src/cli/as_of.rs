//! A time to go back to, and the casebook as it was then.

use super::failure::Failure;
use super::output::{Output, Progress};
use super::session::{self, Session};
use crate::journal::{Casebook, PastState};
use crate::locale::{self, Told};
use crate::model::Query;
use crate::{say, tell, text};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use serde::Serialize;
use std::sync::atomic::Ordering;

/// Which state is read.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub struct AsOf {
    /// As it was at a time: 2026-03-01, "2026-03-01 14:30", "3 days ago", 2h.
    ///
    /// What was written up to then by the clocks of those who wrote it, whenever it came into this casebook by a merge.
    /// A time is in UTC, as every time that hudna shows, unless it says otherwise as RFC 3339 does; what it
    /// leaves out is taken to its end, so a date means the end of that day. What was erased since is
    /// not there. A past state can only be read.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    as_of: Option<DateTime<Utc>>,
}

impl AsOf {
    /// The casebook, as it is or as it was; what will be sought in it decides how much is made of the past.
    pub fn casebook(self, session: &Session, query: Option<&Query>) -> Result<Casebook, Failure> {
        let casebook = session.casebook()?;
        let Some(at) = self.as_of else { return Ok(casebook) };
        let search = query.is_some_and(|query| !query.words.is_empty() || !query.speaker.is_empty());
        let stop = session::stop_on(session::TIDY)?;
        let progress = Progress::job(&say!("progress-past"));
        let past = casebook.as_of(at, search, &session.private_place(), &mut |done, all| {
            progress.of(done, all);
            !stop.load(Ordering::Relaxed)
        });
        drop(progress);
        Ok(past?)
    }
}

/// Says above a list for people that it is of the past.
pub fn head(casebook: &Casebook, out: &mut Output) -> Result<(), Failure> {
    if let Some(past) = casebook.past() {
        out.line(&told(&past))?;
        out.line("")?;
    }
    Ok(())
}

/// The same where the output itself must hold nothing but what was asked for.
pub fn note(casebook: &Casebook, out: &mut Output) {
    if let Some(past) = casebook.past() {
        out.note(&told(&past));
    }
}

fn told(past: &PastState) -> Told {
    tell!("past-state", time = locale::second(&past.at), n = past.entries, all = past.all)
}

/// A line for programs, which says of which past state it is.
#[derive(Serialize)]
pub struct Dated<'a, T> {
    #[serde(flatten)]
    what: &'a T,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<DateTime<Utc>>,
}

/// What a casebook holds, with the time of the past state that it was read in.
pub fn dated<'a, T: Serialize>(casebook: &Casebook, what: &'a T) -> Dated<'a, T> {
    Dated { what, as_of: casebook.past().map(|past| past.at) }
}

/// A moment as written: what it leaves out is taken to its end.
fn moment(given: &str) -> Result<DateTime<Utc>, String> {
    moment_at(given, Utc::now())
}

fn moment_at(given: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, String> {
    let ascii = text::ascii_digits(&text::bare(given));
    let (begins, ends) = ago(&ascii, now).or_else(|| span(&ascii)).ok_or_else(|| say!("past-no-time"))?;
    if begins > now {
        return Err(say!("past-not-yet"));
    }
    Ok(ends)
}

/// `2h`, `3 days ago`, «قبل 3 أيام».
fn ago(given: &str, now: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let arabic = in_arabic(given);
    let long = arabic.as_deref().unwrap_or_else(|| given.strip_suffix("ago").unwrap_or(given).trim());
    let long = Duration::from_std(humantime::parse_duration(long).ok()?).ok()?;
    let at = now.checked_sub_signed(long)?;
    Some((at, at))
}

/// A unit of time, and its Arabic words: of one, of two, of more.
type Unit = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const UNITS: [Unit; 7] = [
    ("second", &["ثانية"], &["ثانيتين"], &["ثوان", "ثواني"]),
    ("minute", &["دقيقة"], &["دقيقتين"], &["دقائق"]),
    ("hour", &["ساعة"], &["ساعتين"], &["ساعات"]),
    ("day", &["يوم", "يوما"], &["يومين"], &["أيام"]),
    ("week", &["أسبوع", "أسبوعا"], &["أسبوعين"], &["أسابيع"]),
    ("month", &["شهر", "شهرا"], &["شهرين"], &["أشهر", "شهور"]),
    ("year", &["سنة", "عام", "عاما"], &["سنتين", "عامين"], &["سنوات", "أعوام"]),
];

/// How long ago in Arabic words, as it would be in English: «قبل 3 أيام», «منذ ساعتين», «11 يوما».
fn in_arabic(given: &str) -> Option<String> {
    let folded = text::fold(given);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    if words.first().is_some_and(|first| ["قبل", "منذ"].contains(first)) {
        words.remove(0);
    }
    let is = |word: &str, forms: &[&str]| forms.iter().any(|form| text::fold(form) == word);
    let (n, word) = match words.as_slice() {
        [n, word] => (n.parse::<u32>().ok()?, *word),
        [word] if UNITS.iter().any(|(_, _, two, _)| is(word, two)) => (2, *word),
        [word] => (1, *word),
        _ => return None,
    };
    let unit = UNITS.iter().find(|(_, one, two, more)| is(word, one) || is(word, two) || is(word, more));
    unit.map(|(unit, ..)| format!("{n} {unit}s"))
}

/// The first and the last millisecond of what a date or time names.
fn span(given: &str) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let until = |at: DateTime<Utc>, length: Duration| (at, at + length - Duration::milliseconds(1));
    if let Ok(at) = DateTime::parse_from_rfc3339(given) {
        let length = if given.contains('.') { Duration::milliseconds(1) } else { Duration::seconds(1) };
        return Some(until(at.to_utc(), length));
    }
    let plain = given.replace('T', " ");
    let at = |form| NaiveDateTime::parse_from_str(&plain, form).ok().map(|at| at.and_utc());
    if let Some(at) = at("%Y-%m-%d %H:%M:%S") {
        return Some(until(at, Duration::seconds(1)));
    }
    if let Some(at) = at("%Y-%m-%d %H:%M") {
        return Some(until(at, Duration::minutes(1)));
    }
    let day = NaiveDate::parse_from_str(&plain, "%Y-%m-%d").ok()?.and_time(chrono::NaiveTime::MIN).and_utc();
    Some(until(day, Duration::days(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(given: &str) -> Result<String, String> {
        let now = "2026-03-04T12:00:00Z".parse().unwrap();
        let shown = |at: DateTime<Utc>| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        moment_at(given, now).map(shown)
    }

    #[test]
    fn what_a_time_leaves_out_is_taken_to_its_end() {
        for (given, meant) in [
            ("2026-03-01", "2026-03-01T23:59:59.999Z"),
            ("٢٠٢٦-٠٣-٠١", "2026-03-01T23:59:59.999Z"),
            ("2026-03-04", "2026-03-04T23:59:59.999Z"),
            ("2026-03-01 14:30", "2026-03-01T14:30:59.999Z"),
            ("2026-03-01T14:30:05", "2026-03-01T14:30:05.999Z"),
            ("2026-03-01T14:30:05+02:00", "2026-03-01T12:30:05.999Z"),
            ("2026-03-01T14:30:05.123Z", "2026-03-01T14:30:05.123Z"),
            ("2h", "2026-03-04T10:00:00.000Z"),
            ("٣ days ago", "2026-03-01T12:00:00.000Z"),
            ("قبل ٣ أيام", "2026-03-01T12:00:00.000Z"),
            ("منذ ساعتين", "2026-03-04T10:00:00.000Z"),
            ("٤ ساعات", "2026-03-04T08:00:00.000Z"),
            ("قبل 11 يومًا", "2026-02-21T12:00:00.000Z"),
            ("قبل أسبوع", "2026-02-25T12:00:00.000Z"),
            ("\u{200f}٢٠٢٦-٠٣-٠١\u{200f}", "2026-03-01T23:59:59.999Z"),
            ("٢٠٢٦\u{200f}-٠٣-\u{200e}٠١ ", "2026-03-01T23:59:59.999Z"),
        ] {
            assert_eq!(at(given).as_deref(), Ok(meant), "{given}");
        }
    }

    #[test]
    fn what_is_no_time_or_yet_to_come_is_refused() {
        for given in [
            "",
            "ago",
            "yesterday",
            "2026-13-01",
            "2026-03-05",
            "2026-03-04T12:00:01Z",
            "-2h",
            "قبل",
            "قبل قليل",
            "أمس",
            "3",
        ] {
            assert!(at(given).is_err(), "{given}");
        }
    }
}
