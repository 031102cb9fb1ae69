//! What a page states about its article: JSON-LD first, then Open Graph, then older metadata.

use super::jsonld;
use crate::intake::one_line;
use chrono::{DateTime, NaiveDate};
use dom_query::Document;

/// The longest title, name or date that is kept, in code points; longer ones are abuse.
const LONGEST: usize = 1000;

/// What a page states; empty where it says nothing.
#[derive(Debug, Default)]
pub(super) struct Stated {
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub published: String,
    pub language: String,
    pub locale: String,
    /// Addresses that the page calls its own, the most binding first.
    pub urls: Vec<String>,
}

const OUTLET: &[&str] =
    &["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"];
const AUTHOR: &[&str] = &[
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
];
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
];

/// Reads the metadata of a page.
pub(super) fn stated(document: &Document) -> Stated {
    let metas = Metas::of(document);
    let blocks: Vec<String> = document
        .select("script[type]")
        .iter()
        .filter(|script| {
            script.attr_or("type", "").trim().to_ascii_lowercase().starts_with("application/ld+json")
        })
        .map(|script| script.text().to_string())
        .collect();
    let article = jsonld::article(blocks.iter().map(String::as_str)).unwrap_or_default();
    let dates = std::iter::once(article.published).chain(metas.all(PUBLISHED)).chain(times(document));
    Stated {
        title: first([
            decoded(&article.headline),
            metas.one(&["og:title", "twitter:title"]),
            only_heading(document),
            name(&document.select_single("title").text()),
        ]),
        outlet: first([decoded(&article.publisher), metas.one(OUTLET)]),
        // Some sites put the address of a profile where the name belongs.
        author: first(
            std::iter::once(decoded(&article.author))
                .chain(metas.all(AUTHOR))
                .filter(|author| !author.contains("://")),
        ),
        published: dates.into_iter().find_map(|stated| date(&stated)).unwrap_or_default(),
        language: first([
            document.select_single("html").attr_or("lang", "").to_string(),
            article.language,
            metas.one(&["content-language", "dc.language", "language"]),
        ]),
        locale: metas.one(&["og:locale"]),
        urls: std::iter::once(
            document.select_single(r#"link[rel~="canonical"]"#).attr_or("href", "").to_string(),
        )
        .chain([metas.one(&["og:url"])])
        .chain(article.urls)
        .filter(|url| !url.is_empty())
        .collect(),
    }
}

fn first(values: impl IntoIterator<Item = String>) -> String {
    values.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}

/// The `<meta>` elements in their order: name in lower case, and content.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(document: &Document) -> Self {
        let metas = document.select("meta[content]");
        let named = metas.iter().filter_map(|meta| {
            let key = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key))?;
            Some((key.trim().to_ascii_lowercase(), name(&meta.attr_or("content", ""))))
        });
        Self(named.take(2000).collect())
    }

    /// The contents under these names, in the order of the names.
    fn all(&self, names: &'static [&'static str]) -> impl Iterator<Item = String> {
        names.iter().flat_map(|name| {
            self.0
                .iter()
                .filter(move |(key, content)| key == name && !content.is_empty())
                .map(|(_, it)| it.clone())
        })
    }

    fn one(&self, names: &'static [&'static str]) -> String {
        self.all(names).next().unwrap_or_default()
    }
}

/// A title or name as it is kept.
fn name(text: &str) -> String {
    let text: String = text.chars().take(LONGEST).collect();
    one_line(&text)
}

/// A text of JSON-LD, in which many sites leave character references.
fn decoded(text: &str) -> String {
    let text: String = text.chars().take(LONGEST).collect();
    if text.contains('&') && text.contains(';') {
        return name(&Document::fragment(text.replace('<', "&lt;")).text());
    }
    name(&text)
}

/// The text of the page's first-level heading if it has exactly one.
fn only_heading(document: &Document) -> String {
    let headings = document.select("h1");
    if headings.length() == 1 { name(&headings.text()) } else { String::new() }
}

/// Times that the page marks up, those marked as date of publication first.
fn times(document: &Document) -> Vec<String> {
    let chosen = [r#"time[itemprop="datePublished"]"#, "time[pubdate]", "article time", "time"];
    chosen
        .iter()
        .map(|selector| document.select_single(selector).attr_or("datetime", "").to_string())
        .filter(|time| !time.is_empty())
        .collect()
}

/// A stated date as ISO 8601, as given where it is that already; `None` if it is no date at all.
pub(in crate::intake) fn date(stated: &str) -> Option<String> {
    let stated = crate::text::ascii_digits(stated.trim());
    if is_iso(&stated) {
        return Some(stated);
    }
    DateTime::parse_from_rfc2822(&stated).ok().map(|date| date.to_rfc3339())
}

fn is_iso(date: &str) -> bool {
    let Some(day) = date.get(..10) else {
        // A year, or a year and a month.
        let (year, month) = date.split_once('-').unwrap_or((date, "01"));
        return year.len() == 4 && year.parse::<u16>().is_ok() && matches!(month.parse(), Ok(1..=12u8));
    };
    let rest = date.get(10..).unwrap_or_default();
    NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok()
        && rest.len() <= 30
        && (rest.is_empty() || rest.starts_with(['T', 't', ' ']))
        && rest
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, 'T' | 't' | 'Z' | 'z' | ':' | '.' | '+' | '-' | ' '))
}

/// The main language by its primary subtag: the first stated one, unless the text is in another script.
pub(in crate::intake) fn language(stated: &[&str], text: &str) -> String {
    let seen = crate::text::language(text);
    let primary = |tag: &str| tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let known = |tag: &String| matches!(tag.len(), 2 | 3) && tag.chars().all(|c| c.is_ascii_lowercase());
    let stated = stated.iter().map(|tag| primary(tag)).find(known);
    match stated {
        Some(stated) if seen == "und" || script(&stated) == script(seen) => stated,
        _ => seen.to_owned(),
    }
}

fn script(language: &str) -> &'static str {
    match language {
        "ar" | "arz" | "fa" | "ur" | "ps" | "ckb" | "ku" | "sd" | "ug" => "Arab",
        "he" | "yi" => "Hebr",
        "ru" | "uk" | "bg" | "be" | "sr" | "mk" | "kk" => "Cyrl",
        "el" => "Grek",
        "hy" => "Armn",
        "ka" => "Geor",
        "am" | "ti" => "Ethi",
        "zh" | "ja" | "ko" => "Hani",
        "hi" | "ne" | "mr" => "Deva",
        _ => "Latn",
    }
}
