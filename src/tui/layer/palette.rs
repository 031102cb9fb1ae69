//! Commands by name, found by typing some of their letters.

use super::Outcome;
use crate::text::fold;
use crate::tui::app::App;
use crate::tui::command::{self, Command};
use crate::tui::editor::Editor;
use crate::tui::editor::keys::{self, Press};
use crate::tui::keymap::latin;

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// What was typed.
    pub editor: Editor,
    /// Which command the cursor is on.
    pub at: usize,
    commands: Vec<&'static Command>,
}

impl Palette {
    /// The commands that apply now.
    pub fn new(app: &App) -> Palette {
        let commands = command::all().filter(|c| (c.when)(app) && c.name != "palette").collect();
        Palette { editor: Editor::line(""), at: 0, commands }
    }

    /// The commands that fit, best first.
    pub fn shown(&self) -> Vec<&'static Command> {
        let typed = self.editor.text();
        let mut scored: Vec<_> = self.commands.iter().filter_map(|c| Some((fits(typed, c)?, *c))).collect();
        scored.sort_by_key(|(score, _)| *score);
        scored.into_iter().map(|(_, command)| command).collect()
    }

    /// Does what a key means here.
    pub fn press(&mut self, press: &mut Press) -> Outcome {
        let shown = self.shown();
        match press.name() {
            "esc" => return Outcome::Close,
            "enter" => return shown.get(self.at).map_or(Outcome::Keep, |c| Outcome::Run(c)),
            "up" | "S-tab" => self.at = self.at.saturating_sub(1),
            "down" | "tab" => self.at = (self.at + 1).min(shown.len().saturating_sub(1)),
            "backspace" if self.editor.text().is_empty() => return Outcome::Close,
            _ => {
                keys::press(&mut self.editor, press);
                self.at = 0;
            }
        }
        Outcome::Keep
    }
}

/// How badly a command fits what was typed, in the language that it fits best in.
fn fits(typed: &str, command: &Command) -> Option<usize> {
    // In the names themselves, letters of another layout stand for the keys in their place.
    let keys: String = typed.chars().map(latin).collect();
    // Nobody should have to know whether a name has its article.
    let bare = typed.trim_start().strip_prefix("ال").filter(|rest| rest.chars().count() > 1);
    let names = |(title, doc): &(String, String)| {
        let ways = [Some(typed), Some(&keys), bare].into_iter().flatten();
        ways.filter_map(|wanted| score(wanted, title, doc)).min()
    };
    command.told().iter().filter_map(names).min()
}

/// How badly a command fits: 0 for its name's beginning; none if it does not.
fn score(wanted: &str, name: &str, doc: &str) -> Option<usize> {
    let (wanted, name) = (fold(wanted.trim()), &fold(name));
    if name.starts_with(&wanted) {
        return Some(0);
    }
    if let Some(at) = name.find(&wanted) {
        return Some(10 + at);
    }
    // The letters in order, with the fewest between them.
    let mut at = 0;
    let mut gaps = 0;
    for c in wanted.chars().filter(|c| !c.is_whitespace()) {
        match name.get(at..).and_then(|rest| rest.find(c)) {
            Some(skipped) => {
                gaps += skipped;
                at += skipped + c.len_utf8();
            }
            None => return fold(doc).contains(&wanted).then_some(1000),
        }
    }
    Some(100 + gaps)
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn nearer_names_come_first() {
        assert!(score("ver", "verdict", "") < score("vdt", "verdict", ""));
        assert!(score("vdt", "verdict", "").is_some());
        assert!(score("rating", "verdict", "Give a rating").is_some());
        assert!(score("xyz", "verdict", "Give a rating").is_none());
    }
}
