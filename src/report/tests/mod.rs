//! Reports written from a case made by hand, hostile where it can be.

mod ended;
mod formats;
mod hostile;
mod page;
mod sample;

use super::{Format, Options, ReportError};
use crate::model::{Report, Tongue};

/// Where the sample report will stand.
const PAGE: &str = "https://desk.example/reports/sarwan";

fn written(report: &Report, format: Format, tongue: Tongue) -> String {
    try_write(report, format, &Options { url: Some(PAGE.into()), tongue }).unwrap()
}

fn try_write(report: &Report, format: Format, options: &Options) -> Result<String, ReportError> {
    let mut out = Vec::new();
    super::write(report, format, options, &mut out)?;
    Ok(String::from_utf8(out).unwrap())
}
