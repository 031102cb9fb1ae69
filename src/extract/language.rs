//! Owns which language a paragraph is read in: by its script, then by its small words.

use super::chars;
use super::lexicon::Lexicon;
use super::name_words::SmallWords;
use super::normalise::is_arabic;
use super::table::Table;
use super::token::{Sort, Tokens};
use std::collections::HashMap;
use std::sync::Arc;

/// The lexicons, and the words that only one of them has among its small words.
#[derive(Debug)]
pub(super) struct Languages {
    lexicons: Vec<Lexicon>,
    telling: Table,
    /// Whether more than one lexicon is written in other scripts than Arabic, or in Arabic.
    choice: [bool; 2],
    pub small: Arc<SmallWords>,
}

/// By how many small words one language must lead for the search to end early.
const CLEAR: i32 = 3;
/// So many words of a document, or of a paragraph, are looked at.
const SAMPLE: usize = 120;
/// A longer word is no small word.
const LONGEST: usize = 12;

/// The languages a document is taken to be in, by script.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Main([usize; 2]);

impl Languages {
    pub fn new(lexicons: Vec<Lexicon>) -> Languages {
        let mut owner: HashMap<Box<str>, Option<u8>> = HashMap::new();
        for (n, lexicon) in lexicons.iter().enumerate() {
            let n = u8::try_from(n).unwrap_or(u8::MAX);
            for word in lexicon.telling().filter(|w| w.len() <= LONGEST) {
                owner.entry(word.into()).and_modify(|o| *o = o.filter(|&o| o == n)).or_insert(Some(n));
            }
        }
        let telling = owner.iter().filter_map(|(word, n)| Some((&**word, u32::from((*n)?), 0)));
        let telling = Table::new(telling);
        let written = |arabic: bool| lexicons.iter().filter(|l| l.arabic_script == arabic).count() > 1;
        let small = Arc::new(SmallWords::of(&lexicons));
        Languages { small, choice: [written(false), written(true)], telling, lexicons }
    }

    pub fn lexicons(&self) -> &[Lexicon] {
        &self.lexicons
    }

    /// What a document is mostly written in.
    pub fn main(&self, text: &str) -> Main {
        let mut main = [0, 0];
        for (place, arabic) in main.iter_mut().zip([false, true]) {
            *place = self.lexicons.iter().position(|l| l.arabic_script == arabic).unwrap_or(0);
        }
        if self.choice.contains(&true) {
            let mut vote = Vote::new(self.lexicons.len());
            let (mut key, table) = (String::new(), chars::table());
            for word in text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()).take(SAMPLE * 2) {
                if word.is_empty() || word.len() > LONGEST * 2 {
                    continue;
                }
                key.clear();
                word.chars().for_each(|c| chars::of(table, c).fold(c, &mut key));
                vote.count(self.telling.get(&key));
                if vote.leads(2 * CLEAR) {
                    break;
                }
            }
            if let Some(found) = vote.winner()
                && let Some(lexicon) = self.lexicons.get(found)
                && let Some(place) = main.get_mut(usize::from(lexicon.arabic_script))
            {
                *place = found;
            }
        }
        Main(main)
    }

    /// The lexicon of a paragraph.
    pub fn of(&self, tokens: &Tokens, main: Main) -> &Lexicon {
        let other = tokens.list.len().saturating_sub(tokens.arabic);
        let script = usize::from(tokens.arabic * 2 > other);
        let usual = main.0.get(script).copied().unwrap_or(0);
        let found = self.choice.get(script).is_some_and(|&c| c).then(|| self.vote(tokens, usual)).flatten();
        let found =
            found.and_then(|n| self.lexicons.get(n)).filter(|l| usize::from(l.arabic_script) == script);
        found.or_else(|| self.lexicons.get(usual)).unwrap_or(&super::lexicon::NONE)
    }

    /// The language whose small words lead; near a tie the document decides.
    fn vote(&self, tokens: &Tokens, usual: usize) -> Option<usize> {
        let mut vote = Vote::new(self.lexicons.len());
        vote.favour(usual);
        for token in tokens.list.iter().filter(|t| t.sort == Sort::Word).take(SAMPLE) {
            let key = tokens.key(token);
            if key.len() <= LONGEST {
                vote.count(self.telling.get(key));
            }
            if vote.leads(CLEAR) {
                break;
            }
        }
        vote.winner()
    }
}

/// At most this many languages can be told apart.
const MOST: usize = 32;

struct Vote {
    counts: [i32; MOST],
    languages: usize,
}

impl Vote {
    fn new(languages: usize) -> Vote {
        Vote { counts: [0; MOST], languages: languages.min(MOST) }
    }

    fn favour(&mut self, language: usize) {
        if let Some(count) = self.counts.get_mut(language) {
            *count += 1;
        }
    }

    fn count(&mut self, word: Option<(u32, u64)>) {
        if let Some((language, _)) = word {
            self.favour(language as usize);
        }
    }

    /// The best and the second best.
    fn best(&self) -> ((usize, i32), i32) {
        let (mut best, mut second) = ((0, -1), -1);
        for (n, &count) in self.counts.iter().take(self.languages).enumerate() {
            if count > best.1 {
                (best, second) = ((n, count), best.1);
            } else {
                second = second.max(count);
            }
        }
        (best, second)
    }

    fn leads(&self, by: i32) -> bool {
        let (best, second) = self.best();
        best.1 - second.max(0) >= by
    }

    fn winner(&self) -> Option<usize> {
        let (best, second) = self.best();
        (best.1 > second).then_some(best.0)
    }
}

/// Whether most of the words are written in Arabic script.
pub(super) fn in_arabic<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let arabic = words.map(|w| if w.chars().next().is_some_and(is_arabic) { 1i64 } else { -1 });
    arabic.sum::<i64>() > 0
}
