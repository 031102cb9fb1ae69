//! The report as Markdown: the page's content, with nothing in the data that can become markup.

use super::Options;
use super::card::{Card, Label, Line, Piece, Remark, Ruling, Source};
use super::escape::markdown as md;
use super::page::Page;
use super::value::{Facts, Text, Value};
use super::words::Words;
use crate::model::Report;
use std::fmt::Write;

/// Renders the report.
pub fn render(report: &Report, options: &Options) -> String {
    let page = Page::new(report, options.tongue);
    let mut paper = Paper { out: String::new(), w: page.words };
    paper.head(&page);
    for card in &page.cards {
        paper.card(card);
    }
    paper.foot(&page);
    paper.out
}

struct Paper {
    out: String,
    w: &'static Words,
}

impl Paper {
    /// Writes a line as it is; what it holds of the data must be escaped already.
    fn line(&mut self, line: impl AsRef<str>) {
        self.out.push_str(line.as_ref());
        self.out.push('\n');
    }

    fn heading(&mut self, level: usize, text: impl AsRef<str>) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.out, "\n{} {}\n", "#".repeat(level), text.as_ref());
    }

    fn facts(&mut self, facts: &Facts<'_>, indent: &str) {
        for fact in &facts.0 {
            let values: Vec<String> = fact.values.iter().map(value).collect();
            self.line(format!("{indent}- {}: {}", fact.label, values.join(" · ")));
        }
    }

    fn head(&mut self, page: &Page<'_>) {
        let w = self.w;
        self.line(format!("# {}\n", w.title));
        for (label, it) in [(w.published_by, &page.publisher), (w.address, &page.home)] {
            if let Some(it) = it {
                self.line(format!("- {label}: {}", value(it)));
            }
        }
        self.line(format!("- {}: {}", w.made_at, page.made_at.shown));
        if let Some(as_of) = &page.as_of {
            self.line(format!("- **{}: {}**", w.as_of, as_of.shown));
        }
        self.line(format!("- {}: {}", w.claims, page.cards.len()));
        self.facts(&page.facts, "");
        self.line(format!("\n{}", page.head_meaning));
        if page.cards.is_empty() {
            self.line(format!("\n{}", w.no_claims));
            return;
        }
        self.heading(2, w.at_a_glance);
        self.line(format!("| {} | | | {} |\n|---|---|---|--:|", w.verdicts, w.claims));
        for s in &page.slices {
            let label = format!("{} {}", s.tone.mark(), md(&s.label));
            self.line(format!("| {label} | {} | {} | {} |", md(&s.other), s.number, s.count));
        }
        let mut named: Vec<String> =
            page.speakers.iter().map(|(name, count)| format!("{} ({count})", text(name))).collect();
        if page.more_speakers > 0 {
            named.push(format!("{} ({})", w.and_more, page.more_speakers));
        }
        self.line(format!("\n{}: {}", w.whose, named.join(" · ")));
    }

    fn card(&mut self, card: &Card<'_>) {
        let w = self.w;
        self.heading(
            2,
            format!("{} {} · {} {}", w.claim, card.number, card.tone.mark(), labels(&card.labels)),
        );
        self.line(quoted(&text(&card.text)));
        if let Some(translation) = &card.translation {
            self.line(format!("\n{}: {}", w.translation, text(translation)));
        }
        if let Some(why) = &card.dismissed {
            self.line(format!("\n**{}**: {}", w.dismissed_because, text(why)));
        }
        if card.disputed {
            self.line(format!("\n{}", w.disputed_meaning));
        }
        self.list(&card.standing, Paper::ruling);
        if let Some([before, claim, after]) = &card.passage {
            self.heading(3, w.passage);
            self.line(quoted(&passage(before, claim, after)));
        }
        self.heading(3, w.who_said_it);
        self.facts(&card.facts, "");
        self.heading(3, w.document);
        self.source(card.source.as_ref());
        self.heading(3, w.evidence);
        if card.evidence.is_empty() {
            self.line(w.no_evidence);
        }
        for group in &card.evidence {
            self.line(format!("**{}** ({})", group.label, group.pieces.len()));
            self.list(&group.pieces, Paper::piece);
            self.line("");
        }
        self.heading(3, w.history);
        if card.verdicts.is_empty() {
            self.line(w.no_history);
        }
        self.list(&card.verdicts, Paper::ruling);
        self.talk(card);
    }

    fn talk(&mut self, card: &Card<'_>) {
        if !card.comments.is_empty() {
            self.heading(3, self.w.comments);
            self.list(&card.comments, Paper::remark);
        }
        if !card.log.is_empty() {
            self.heading(3, self.w.log);
            self.list(&card.log, Paper::change);
        }
        self.line(format!("\n{}", code(card.id)));
    }

    fn list<T>(&mut self, items: &[T], one: fn(&mut Paper, &T)) {
        if !items.is_empty() {
            self.line("");
        }
        for item in items {
            one(self, item);
        }
    }

    fn source(&mut self, source: Option<&Source<'_>>) {
        let Some(source) = source else {
            self.line(self.w.no_document);
            return;
        };
        if let Some(why) = &source.withdrawn {
            self.line(format!("**{}**: {}\n", self.w.document_withdrawn, text(why)));
        }
        if let Some(newer) = source.newer {
            self.line(format!("**{}**: {}\n", self.w.newer, code(newer)));
        }
        self.facts(&source.facts, "");
    }

    fn ruling(&mut self, ruling: &Ruling<'_>) {
        let (w, label) = (self.w, labels(&ruling.labels));
        let strike = if ruling.standing { "**" } else { "~~" };
        let number = if ruling.number.is_empty() { String::new() } else { format!(" ({})", ruling.number) };
        let mut notes = vec![text(&ruling.checker), ruling.at.shown.clone()];
        match &ruling.withdrawn {
            Some(why) => notes.push(format!("{}: {}", w.withdrawn, text(why))),
            None if ruling.standing => notes.push(w.standing.to_owned()),
            None => notes.push(w.replaced.to_owned()),
        }
        if ruling.blind {
            notes.push(w.blind.to_owned());
        }
        if ruling.after_end {
            notes.push(format!("**{}**", w.after_end));
        }
        self.line(format!(
            "- {} {strike}{label}{strike}{number} — {}",
            ruling.tone.mark(),
            notes.join(" · ")
        ));
        self.line(format!("  - {}", text(&ruling.why)));
    }

    fn piece(&mut self, piece: &Piece<'_>) {
        let w = self.w;
        let strike = if piece.withdrawn.is_some() { "~~" } else { "**" };
        self.line(format!("- {strike}{}{strike}", piece.kind));
        if let Some(why) = &piece.withdrawn {
            self.line(format!("  - **{}**: {}", w.withdrawn, text(why)));
        }
        self.late(piece.after_end);
        if let Some((letters, meaning)) = &piece.grade {
            self.line(format!("  - {}: **{letters}** ({meaning})", w.grade));
        }
        if let Some(words) = &piece.quotation {
            self.line(format!("  - “{}”", text(words)));
        }
        if let Some(note) = &piece.note {
            self.line(format!("  - {}: {}", w.note, text(note)));
        }
        self.facts(&piece.facts, "  ");
    }

    fn remark(&mut self, remark: &Remark<'_>) {
        let strike = if remark.withdrawn.is_some() { "~~" } else { "" };
        let about = format!("{} · {}", text(&remark.checker), remark.at.shown);
        self.line(format!("- {strike}{}{strike} — {about}", text(&remark.text)));
        self.late(remark.after_end);
        if let Some(why) = &remark.withdrawn {
            self.line(format!("  - **{}**: {}", self.w.withdrawn, text(why)));
        }
    }

    fn late(&mut self, after_end: bool) {
        if after_end {
            self.line(format!("  - **{}**", self.w.after_end));
        }
    }

    fn change(&mut self, line: &Line<'_>) {
        let mut what = vec![text(&line.what), text(&line.field)];
        what.retain(|part| !part.is_empty());
        let (old, new) = (text(&line.old), text(&line.new));
        let change = if old.is_empty() { new } else { format!("{old} → {new}") };
        self.line(format!("- {} · {} · {}: {change}", line.at.shown, text(&line.checker), what.join(" ")));
        self.late(line.after_end);
    }

    fn foot(&mut self, page: &Page<'_>) {
        let w = self.w;
        self.heading(2, w.method);
        self.line([w.method_verdicts, w.method_grades, w.method_hashes].join("\n\n"));
        if !page.checkers.is_empty() {
            self.heading(3, w.checkers);
        }
        if page.any_ended {
            self.line(format!("{}\n", w.ended_meaning));
        }
        for person in &page.checkers {
            self.line(format!("- **{}**", text(&person.name)));
            self.facts(&person.facts, "  ");
        }
    }
}

fn text(it: &Text<'_>) -> String {
    md(it.raw())
}

fn quoted(escaped: &str) -> String {
    format!("> {escaped}")
}

fn labels(labels: &[Label]) -> String {
    labels.iter().map(|label| md(&label.text)).collect::<Vec<_>>().join(" · ")
}

/// The passage on one line, the claim in bold; blanks go outside of the bold, where they belong.
fn passage(before: &Text<'_>, claim: &Text<'_>, after: &Text<'_>) -> String {
    let blank = |yes: bool| if yes { " " } else { "" };
    let left = before.raw().ends_with(char::is_whitespace) || claim.raw().starts_with(char::is_whitespace);
    let right = after.raw().starts_with(char::is_whitespace) || claim.raw().ends_with(char::is_whitespace);
    format!("{}{}**{}**{}{}", text(before), blank(left), text(claim), blank(right), text(after))
        .trim()
        .to_owned()
}

/// A code span; ids and hashes hold no backtick, and what does is escaped text instead.
fn code(it: &str) -> String {
    let shown = super::escape::one_line(&super::escape::shown(it));
    if shown.is_empty() || shown.contains('`') || shown.contains('|') { md(it) } else { format!("`{shown}`") }
}

fn value(it: &Value<'_>) -> String {
    match it {
        Value::Prose(it) | Value::Name(it) => text(it),
        Value::Word(word) => md(word),
        Value::Code(it) => code(it.raw()),
        // In angle brackets, which `href` lets no address hold, nothing else ends the target.
        Value::Address(it, Some(href)) => format!("[{}](<{href}>)", text(it)),
        Value::Address(it, None) => text(it),
        Value::Time(when) => when.shown.clone(),
    }
}
