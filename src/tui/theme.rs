//! Styles: the terminal's own foreground and background, the sixteen named colours, and attributes.
//!
//! Colour never says anything alone: everything coloured has a word or a glyph too.

use crate::model::{Scale, Standing, Status};
use ratatui::style::{Color, Modifier, Style};

/// The styles in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
    /// Whether all is said in words, for a screen reader: no colours, and no glyphs that mean something.
    words: bool,
}

impl Theme {
    /// With or without colours.
    pub fn new(no_colour: bool) -> Theme {
        Theme { colour: !no_colour, words: false }
    }

    /// The theme that says all in words.
    pub fn of_words() -> Theme {
        Theme { colour: false, words: true }
    }

    /// Whether all is said in words.
    pub fn in_words(self) -> bool {
        self.words
    }

    /// What stands between the parts of a line.
    pub fn dot(self) -> String {
        if self.words { crate::locale::comma().to_owned() } else { " · ".to_owned() }
    }

    /// What stands between those who handed something on.
    pub fn from(self) -> String {
        let joint = crate::say!("tui-detail-via-joint");
        if self.words && joint.contains('←') { crate::locale::comma().to_owned() } else { joint }
    }

    /// A glyph before words that say the same, or say what it marks.
    pub fn mark(self, glyph: &str) -> String {
        if self.words || glyph.is_empty() { String::new() } else { format!("{glyph} ") }
    }

    /// Words of ours without the glyph that they may begin with.
    pub fn said(self, words: String) -> String {
        let bare = words.trim_start_matches(['!', '≠']).trim_start();
        if self.words { bare.to_owned() } else { words }
    }

    /// Only red, green and magenta: cyan and yellow cannot be read on a light background.
    fn coloured(self, colour: Color, modifier: Modifier) -> Style {
        let style = Style::new().add_modifier(modifier);
        if self.colour { style.fg(colour) } else { style }
    }

    /// Ordinary text.
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// Less important text, and tokens of unsafe characters.
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// Headings and labels.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The row or choice that keys act on.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// A heading of a pane that has the keys.
    pub fn active(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The claim that is looked at.
    pub fn claim(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Other claims in a document.
    pub fn other_claim(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Marked text.
    pub fn marked(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Something went wrong.
    pub fn error(self) -> Style {
        self.coloured(Color::Red, Modifier::BOLD)
    }

    /// Something to heed.
    pub fn notice(self) -> Style {
        self.coloured(Color::Magenta, Modifier::BOLD)
    }

    /// Something worked.
    pub fn good(self) -> Style {
        self.coloured(Color::Green, Modifier::empty())
    }

    /// A key in the hint bar.
    pub fn key(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The style of a standing verdict: by where its rating lies on the scale.
    pub fn verdict(self, scale: &Scale, standing: &Standing) -> Style {
        match standing {
            Standing::None => self.plain(),
            Standing::Disputed => self.coloured(Color::Magenta, Modifier::BOLD),
            Standing::Rated(code) => match degree(scale, code) {
                Some(Degree::High) => self.coloured(Color::Green, Modifier::empty()),
                Some(Degree::Low) => self.coloured(Color::Red, Modifier::empty()),
                _ => self.plain(),
            },
        }
    }
}

enum Degree {
    Low,
    Middle,
    High,
}

fn degree(scale: &Scale, code: &str) -> Option<Degree> {
    let value = scale.rating(code)?.value?;
    let (low, high) = scale.bounds()?;
    let twice = 2 * (value - low);
    Some(match twice.cmp(&(high - low)) {
        std::cmp::Ordering::Less => Degree::Low,
        std::cmp::Ordering::Equal => Degree::Middle,
        std::cmp::Ordering::Greater => Degree::High,
    })
}

/// The glyph of a status.
pub fn status_mark(status: Status) -> &'static str {
    match status {
        Status::New => "○",
        Status::InProgress => "◐",
        Status::Checked => "●",
        Status::Published => "■",
        Status::Dismissed => "-",
    }
}

/// The glyph of a standing verdict.
pub fn verdict_mark(scale: &Scale, standing: &Standing) -> &'static str {
    match standing {
        Standing::None => "",
        Standing::Disputed => "≠",
        Standing::Rated(code) => match degree(scale, code) {
            Some(Degree::High) => "✓",
            Some(Degree::Low) => "✗",
            Some(Degree::Middle) => "~",
            None => "!",
        },
    }
}

/// The words of a standing verdict.
pub fn verdict_words(scale: &Scale, standing: &Standing) -> String {
    match standing {
        Standing::None => String::new(),
        Standing::Disputed => crate::say!("tui-disputed"),
        Standing::Rated(code) => super::words::rating(scale, code),
    }
}
