//! The main text of a page: found by a readability library, or else all blocks of the body; written
//! down as plain text, one line a block.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

/// Above this many elements the finder would take too long; the whole body is taken instead.
const MAX_ELEMENTS: usize = 100_000;

/// A short agency report is an article too: below this length the finder drops its filters one by one.
const SHORTEST: usize = 140;

/// Elements whose content is not part of what the article says.
const SILENT: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "figcaption",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "button",
    "select",
    "option",
    "textarea",
    "input",
    "audio",
    "video",
    "canvas",
    "map",
    "dialog",
];

/// Parts of a page around the article, left out where the article could not be told from them.
const AROUND: &[&str] = &["nav", "header", "footer", "aside", "menu"];

/// Elements within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "nobr",
];

/// The page's main text.
pub(super) fn main(document: Document, base: Option<&str>) -> String {
    let fallback = document.body().map(|body| whole(&body)).unwrap_or_default();
    let config = Config {
        disable_json_ld: true,
        max_elements_to_parse: MAX_ELEMENTS,
        char_threshold: SHORTEST,
        ..Config::default()
    };
    let Ok(mut finder) = Readability::with_document(document, base, Some(config)) else { return fallback };
    let Ok(article) = finder.parse() else { return fallback };
    let found = Document::fragment(article.content);
    let text = blocks(&found.root(), &["nav", "footer"]);
    if text.is_empty() { fallback } else { text }
}

/// The body without what lies around articles, or with it if nothing else is there.
fn whole(body: &NodeRef) -> String {
    let inner = blocks(body, AROUND);
    if inner.is_empty() { blocks(body, &[]) } else { inner }
}

/// The text below a node, a line for each block.
fn blocks(top: &NodeRef, left_out: &[&str]) -> String {
    let mut lines = Lines::default();
    let mut node = *top;
    let mut level = 0usize;
    loop {
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if node.is_text() {
            lines.push(&node.text());
        } else {
            lines.open(&name);
        }
        let skipped = SILENT.contains(&name.as_str()) || left_out.contains(&name.as_str());
        if let Some(child) = node.first_child().filter(|_| !skipped) {
            node = child;
            level += 1;
            continue;
        }
        loop {
            lines.close(&node.node_name().unwrap_or_default());
            if level == 0 {
                return lines.finish();
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return lines.finish() };
            node = parent;
            level -= 1;
        }
    }
}

#[derive(Default)]
struct Lines {
    text: String,
    line: String,
}

impl Lines {
    /// White space is one space, as in a browser; a hard space stays what it is.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.line.push(c);
            } else if !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "" => {}
            // Browsers show these marks, so readers take the words for quoted.
            "q" => self.line.push('“'),
            "td" | "th" => self.push(" "),
            name if INLINE.contains(&name) => {}
            _ => self.end(),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "" => {}
            "q" => self.line.push('”'),
            "td" | "th" => self.push(" "),
            name if INLINE.contains(&name) => {}
            _ => self.end(),
        }
    }

    fn end(&mut self) {
        let line = self.line.trim();
        if !line.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        self.line.clear();
    }

    fn finish(mut self) -> String {
        self.end();
        self.text
    }
}
