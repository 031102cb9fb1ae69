//! What a page states of its article in JSON-LD. Broken, foreign or endless blocks are passed over.

use serde_json::{Map, Value};

/// Blocks of a page that are looked at, and the longest.
const MAX_BLOCKS: usize = 64;
const MAX_LENGTH: usize = 1024 * 1024;

/// Objects that are looked at, and how deep they are looked for.
const MAX_OBJECTS: usize = 2000;
const MAX_LEVEL: usize = 6;

/// The types of schema.org that are articles.
const ARTICLES: &[&str] = &[
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Report",
];

/// What an article's object says; empty where it says nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Article {
    pub headline: String,
    pub author: String,
    pub publisher: String,
    pub published: String,
    pub language: String,
    pub urls: Vec<String>,
}

/// The first article in the blocks of JSON-LD.
pub(super) fn article<'a>(blocks: impl Iterator<Item = &'a str>) -> Option<Article> {
    // The parser refuses more than 128 levels by itself.
    let values: Vec<Value> = blocks
        .take(MAX_BLOCKS)
        .filter(|block| block.len() <= MAX_LENGTH)
        .filter_map(|block| serde_json::from_str(block.trim()).ok())
        .collect();
    let mut objects = Vec::new();
    for value in &values {
        collect(value, 0, &mut objects);
    }
    let main = objects.iter().find(|object| is_article(object))?;
    let named = |key| text(main.get(key), &objects, 0);
    Some(Article {
        headline: [named("headline"), named("name")]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default(),
        author: named("author"),
        publisher: [named("publisher"), named("sourceOrganization")]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default(),
        published: named("datePublished"),
        language: language(main.get("inLanguage")),
        urls: ["url", "mainEntityOfPage"].iter().filter_map(|key| address(main.get(*key))).collect(),
    })
}

/// All objects that stand for themselves: at the top, in lists, in graphs, and as a page's main entity.
fn collect<'a>(value: &'a Value, level: usize, objects: &mut Vec<&'a Map<String, Value>>) {
    if level > MAX_LEVEL || objects.len() >= MAX_OBJECTS {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, level + 1, objects)),
        Value::Object(object) => {
            objects.push(object);
            for key in ["@graph", "mainEntity", "hasPart"] {
                if let Some(value) = object.get(key) {
                    collect(value, level + 1, objects);
                }
            }
        }
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is_one = |value: &Value| {
        let name = value.as_str().unwrap_or_default();
        ARTICLES.contains(&name.rsplit(['/', ':', '#']).next().unwrap_or_default())
    };
    match object.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is_one),
        Some(one) => is_one(one),
        None => false,
    }
}

/// A text, or the name of a person or organisation, directly, in a list, or by reference.
fn text(value: Option<&Value>, objects: &[&Map<String, Value>], level: usize) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(values)) if level < 3 => {
            let mut names: Vec<String> = Vec::new();
            for value in values.iter().take(20) {
                let name = text(Some(value), objects, level + 1);
                if !name.is_empty() && !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(", ")
        }
        Some(Value::Object(object)) if level < 3 => {
            let own = text(object.get("name").or_else(|| object.get("@value")), objects, level + 1);
            if !own.is_empty() {
                return own;
            }
            let Some(id) = object.get("@id") else { return String::new() };
            let target =
                objects.iter().find(|other| other.get("@id") == Some(id) && other.contains_key("name"));
            target.map(|target| text(target.get("name"), objects, level + 1)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn language(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(tag)) => tag.clone(),
        Some(Value::Array(values)) => values.first().and_then(Value::as_str).unwrap_or_default().to_owned(),
        Some(Value::Object(object)) => {
            object.get("alternateName").and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

fn address(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(url) => Some(url.clone()),
        Value::Object(object) => {
            object.get("@id").or_else(|| object.get("url")).and_then(Value::as_str).map(str::to_owned)
        }
        _ => None,
    }
}
