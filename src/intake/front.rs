//! The block of `key: value` lines between `---` lines that may begin a Markdown text. Only what
//! describes an article is read of it; it is a small part of YAML on purpose.

/// How far the block's end is looked for.
const LONGEST: usize = 64 * 1024;

/// What the block says of the article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front {
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub url: String,
    pub published: String,
    pub language: String,
}

/// The block, if there is one, and the text after it.
pub(super) fn split(text: &str) -> (Front, &str) {
    let none = || (Front::default(), text);
    let Some((first, mut rest)) = text.split_once('\n') else { return none() };
    if first.trim_end() != "---" {
        return none();
    }
    let mut lines = Vec::new();
    while let Some((line, after)) = rest.split_once('\n').or((!rest.is_empty()).then_some((rest, ""))) {
        rest = after;
        if matches!(line.trim_end(), "---" | "...") {
            return (read(&lines), rest);
        }
        lines.push(line);
        if text.len() - rest.len() > LONGEST {
            break;
        }
    }
    none()
}

fn read(lines: &[&str]) -> Front {
    let mut front = Front::default();
    let mut lines = lines.iter().peekable();
    while let Some(line) = lines.next() {
        // Indented lines belong to a key that is not ours.
        let Some((key, value)) = line.split_once(':').filter(|_| !line.starts_with([' ', '\t', '#', '-']))
        else {
            continue;
        };
        let mut value = value_of(value);
        if value.is_empty() {
            let mut items = Vec::new();
            while let Some(item) = lines.peek().and_then(|next| next.trim_start().strip_prefix("- ")) {
                items.push(value_of(item));
                lines.next();
            }
            value = items.join(", ");
        }
        if let Some(field) = field(&mut front, &key.trim().to_lowercase())
            && field.is_empty()
        {
            *field = value;
        }
    }
    front
}

fn field<'a>(front: &'a mut Front, key: &str) -> Option<&'a mut String> {
    Some(match key {
        "title" | "headline" | "العنوان" => &mut front.title,
        "outlet" | "source" | "publisher" | "site" | "site_name" | "المصدر" => &mut front.outlet,
        "author" | "authors" | "byline" | "الكاتب" => &mut front.author,
        "url" | "canonical" | "canonical_url" | "link" | "الرابط" => &mut front.url,
        "date" | "published" | "pubdate" | "التاريخ" => &mut front.published,
        "lang" | "language" | "locale" | "اللغة" => &mut front.language,
        _ => return None,
    })
}

/// A value without its quotation marks, list brackets and comment.
fn value_of(value: &str) -> String {
    let value = value.trim();
    if let Some(quoted) = value.strip_prefix('"') {
        return escaped(quoted);
    }
    if let Some(quoted) = value.strip_prefix('\'') {
        let end = quoted.rfind('\'').unwrap_or(quoted.len());
        return quoted.get(..end).unwrap_or_default().replace("''", "'");
    }
    if let Some(list) = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        return list.split(',').map(value_of).filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", ");
    }
    value.split(" #").next().unwrap_or_default().trim().to_owned()
}

/// The text of a double-quoted value up to its closing mark.
fn escaped(quoted: &str) -> String {
    let mut text = String::new();
    let mut characters = quoted.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => break,
            '\\' => match characters.next() {
                Some('n' | 't') => text.push(' '),
                Some(other) => text.push(other),
                None => {}
            },
            c => text.push(c),
        }
    }
    text
}
