//! What was changed in a text, to be taken back and done again. Only what differs is kept.

use std::collections::VecDeque;
use std::ops::Range;

/// Changes kept at most.
const KEPT: usize = 500;

/// The changes of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: VecDeque<Change>,
    future: Vec<Change>,
    /// Whether the last change was the typing of a letter, so that a word is taken back at once.
    typing: bool,
}

/// Some bytes that were put in the place of others.
#[derive(Debug, Clone)]
struct Change {
    at: usize,
    old: String,
    new: String,
    /// Where the caret was.
    caret: usize,
}

impl History {
    /// Puts `new` in the place of some bytes; gives where the caret goes.
    pub(super) fn replace(
        &mut self,
        text: &mut String,
        range: Range<usize>,
        new: &str,
        caret: usize,
        typing: bool,
    ) -> usize {
        let Some(old) = text.get(range.clone()) else { return caret };
        let end = range.start + new.len();
        self.future.clear();
        match self
            .past
            .back_mut()
            .filter(|last| typing && self.typing && old.is_empty() && last.end() == range.start)
        {
            Some(last) => last.new.push_str(new),
            None => self.past.push_back(Change {
                at: range.start,
                old: old.to_owned(),
                new: new.to_owned(),
                caret,
            }),
        }
        if self.past.len() > KEPT {
            self.past.pop_front();
        }
        self.typing = typing;
        text.replace_range(range, new);
        end
    }

    /// What is typed next is a change of its own.
    pub(super) fn pause(&mut self) {
        self.typing = false;
    }

    /// Takes back the last change; gives where the caret goes.
    pub(super) fn undo(&mut self, text: &mut String) -> Option<usize> {
        let change = self.past.pop_back()?;
        self.typing = false;
        put(text, change.at..change.end(), &change.old);
        let caret = change.caret;
        self.future.push(change);
        Some(caret)
    }

    /// Does again what was taken back last; gives where the caret goes.
    pub(super) fn redo(&mut self, text: &mut String) -> Option<usize> {
        let change = self.future.pop()?;
        self.typing = false;
        put(text, change.at..change.at + change.old.len(), &change.new);
        let caret = change.end();
        self.past.push_back(change);
        Some(caret)
    }
}

impl Change {
    fn end(&self) -> usize {
        self.at + self.new.len()
    }
}

fn put(text: &mut String, range: Range<usize>, new: &str) {
    if text.get(range.clone()).is_some() {
        text.replace_range(range, new);
    }
}
