//! The report as one self-contained HTML page: no script, nothing remote, every value escaped.

use super::card::{Card, Group, Ruling};
use super::page::Page;
use super::value::Value;
use super::words::Words;
use super::{Options, ReportError};
use crate::model::Report;
use askama::Template;
use std::io::Write;

#[derive(Template)]
#[template(path = "report.html")]
struct Whole<'a> {
    page: Page<'a>,
    w: &'static Words,
}

#[derive(Template)]
#[template(path = "claim.html")]
struct ClaimPart<'a> {
    card: &'a Card<'a>,
    w: &'static Words,
}

#[derive(Template)]
#[template(path = "ruling.html")]
struct RulingPart<'a> {
    ruling: &'a Ruling<'a>,
    w: &'static Words,
}

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePart<'a> {
    groups: &'a [Group<'a>],
    w: &'static Words,
}

/// The page's parts are templates of their own; they escape what they are given.
macro_rules! part {
    ($($name:ident),+) => { $( impl askama::filters::HtmlSafe for $name<'_> {} )+ };
}
part!(ClaimPart, RulingPart, EvidencePart);

impl<'a> Whole<'a> {
    fn claim(&'a self, card: &'a Card<'a>) -> ClaimPart<'a> {
        ClaimPart { card, w: self.w }
    }
}

impl<'a> ClaimPart<'a> {
    fn ruling(&'a self, ruling: &'a Ruling<'a>) -> RulingPart<'a> {
        RulingPart { ruling, w: self.w }
    }

    fn evidence(&'a self) -> EvidencePart<'a> {
        EvidencePart { groups: &self.card.evidence, w: self.w }
    }
}

/// Writes the page.
pub fn write(report: &Report, options: &Options, to: &mut dyn Write) -> Result<(), ReportError> {
    let page = Page::new(report, options.tongue);
    let whole = Whole { w: page.words, page };
    Ok(to.write_all(whole.render()?.as_bytes())?)
}
