//! Markdown: front matter, and the text as it reads when rendered, one line a block.

use super::{Hint, IntakeError, Media, address, decode, front, one_line, plain};
use crate::model::Received;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

pub(super) fn read(bytes: &[u8], hint: &Hint) -> Result<Received, IntakeError> {
    let decoded = decode::decode(bytes, plain::declared(hint))?;
    let source = plain::line_feeds(decoded.text);
    if plain::is_blank(&source) {
        return Err(IntakeError::Empty);
    }
    let (front, body) = front::split(&source);
    let Rendered { text, heading } = render(body);
    if plain::is_blank(&text) {
        return Err(IntakeError::NoText);
    }
    let title = [one_line(&front.title), one_line(&heading)]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| plain::title(&text, hint));
    let url = address::resolve(&front.url, hint.url).or_else(|| hint.url.map(str::to_owned));
    Ok(Received {
        title,
        outlet: one_line(&front.outlet),
        author: one_line(&front.author),
        url: url.unwrap_or_default(),
        published: super::html::date(&front.published).unwrap_or_default(),
        language: super::html::language(&[&front.language], &text),
        media_type: Media::Markdown.mime().to_owned(),
        encoding: decoded.encoding.to_owned(),
        text,
        ..Received::default()
    })
}

/// The text of a Markdown source and its first heading of the first level.
#[derive(Default)]
struct Rendered {
    text: String,
    heading: String,
}

fn render(source: &str) -> Rendered {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut rendered = Rendered::default();
    let mut line = String::new();
    // Within pictures (their text is a caption) and raw blocks of markup nothing is kept.
    let mut silent = 0usize;
    for event in Parser::new_ext(source, options) {
        match event {
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_)) => silent += 1,
            Event::End(TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {
                silent = silent.saturating_sub(1);
            }
            _ if silent > 0 => {}
            Event::Text(text) | Event::Code(text) => line.push_str(&text),
            Event::SoftBreak | Event::End(TagEnd::TableCell) => line.push(' '),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                if rendered.heading.is_empty() {
                    rendered.heading.clone_from(&line);
                }
                rendered.end(&mut line);
            }
            Event::HardBreak | Event::Rule => rendered.end(&mut line),
            Event::Start(tag) if is_block(&tag) => rendered.end(&mut line),
            Event::End(tag) if is_block_end(tag) => rendered.end(&mut line),
            _ => {}
        }
    }
    rendered.end(&mut line);
    rendered
}

impl Rendered {
    fn end(&mut self, line: &mut String) {
        for part in line.lines().map(str::trim).filter(|part| !part.is_empty()) {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(part);
        }
        line.clear();
    }
}

const fn is_block(tag: &Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::TableCell)
}

const fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::TableCell
    )
}
