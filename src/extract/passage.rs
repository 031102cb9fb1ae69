//! Owns a paragraph made ready for the rules: tokens with their words, quotations, sentences.

use super::lexicon::{CueForm, Entry, Lexicon, Sequence, class, tells};
use super::marks::{Marks, Pair};
use super::normalise::tidy;
use super::token::{Sort, Token, Tokens};

/// A longer sentence is no sentence: it is cut, so that no rule looks further.
const LONGEST: usize = 600;

/// A paragraph as the rules see it. Ranges are of token indices, end exclusive.
pub(super) struct Passage<'a> {
    pub document: &'a str,
    pub lexicon: &'a Lexicon,
    pub tokens: &'a Tokens,
    pub marks: &'a Marks,
}

impl<'a> Passage<'a> {
    pub fn len(&self) -> usize {
        self.tokens.list.len()
    }

    pub fn token(&self, i: usize) -> Option<&'a Token> {
        self.tokens.list.get(i)
    }

    /// The folded word; empty where there is none.
    pub fn key(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| self.tokens.key(t))
    }

    pub fn is(&self, i: usize, classes: u64) -> bool {
        self.token(i).is_some_and(|t| t.hit.class & classes != 0)
    }

    /// Whether it is one of the grammatical words of these lists.
    pub fn part(&self, i: usize, parts: u64) -> bool {
        self.tells(i, tells::PARTS) && self.entry(i).parts & parts != 0
    }

    /// How many words a phrase of the list that begins here has.
    pub fn sequence(&self, i: usize, list: Sequence) -> Option<usize> {
        if !self.tells(i, tells::SEQUENCES) {
            return None;
        }
        let fits = |words: &[Box<str>]| words.iter().enumerate().all(|(n, w)| **w == *self.key(i + 1 + n));
        let phrases = self.entry(i).sequences.iter().filter(|(l, words)| *l == list && fits(words));
        phrases.map(|(_, words)| words.len() + 1).max()
    }

    /// Whether the word has one of the endings.
    pub fn ends(&self, i: usize, endings: &[Box<str>]) -> bool {
        let key = self.key(i);
        endings.iter().any(|e| key.ends_with(&**e))
    }

    pub fn prefix(&self, i: usize, bits: u8) -> bool {
        self.token(i).is_some_and(|t| t.hit.prefix & bits != 0)
    }

    /// Whether the word's entry has anything of these sorts.
    pub fn tells(&self, i: usize, sorts: u8) -> bool {
        self.token(i).is_some_and(|t| t.hit.tells & sorts != 0)
    }

    /// The cues that the word is a form of.
    pub fn cues(&self, i: usize) -> &'a [CueForm] {
        if self.tells(i, tells::CUES) { &self.entry(i).cues } else { &[] }
    }

    pub fn entry(&self, i: usize) -> &'a Entry {
        self.lexicon.entry(self.token(i).map(|t| t.hit).unwrap_or_default())
    }

    pub fn sort(&self, i: usize) -> Option<Sort> {
        self.token(i).map(|t| t.sort)
    }

    /// Whether white space stands before the token.
    pub fn spaced(&self, i: usize) -> bool {
        self.token(i).is_none_or(|t| t.space_before)
    }

    pub fn comma(&self, i: usize) -> bool {
        self.sort(i) == Some(Sort::Comma)
    }

    pub fn word(&self, i: usize) -> bool {
        matches!(self.sort(i), Some(Sort::Word | Sort::Number))
    }

    /// The source of a range of tokens.
    pub fn text(&self, from: usize, to: usize) -> &'a str {
        let begin = self.token(from).map(|t| t.from);
        let end = to.checked_sub(1).and_then(|last| self.token(last)).map(|t| t.to);
        begin.zip(end).and_then(|(a, b)| self.document.get(a..b)).unwrap_or_default()
    }

    /// The source of a range, tidied, without quotation marks.
    pub fn name(&self, from: usize, to: usize) -> String {
        let text = self.text(from, to);
        let quoted = if text.is_ascii() { text.as_bytes().contains(&b'"') } else { text.contains(QUOTES) };
        if !quoted {
            return tidy(text);
        }
        let bare: String = text.chars().filter(|c| !QUOTES.contains(c)).collect();
        tidy(&bare)
    }

    /// The quotation whose opening mark this is, with the index after it: its end, or the paragraph's.
    pub fn quotation(&self, i: usize) -> Option<(Pair, usize)> {
        self.sort(i).filter(|&sort| sort == Sort::Mark)?;
        let pair = self.marks.opened_at(i)?;
        Some((pair, pair.close.map_or(self.len(), |close| close + 1)))
    }

    /// The sentences of the paragraph. A closed quotation is never broken.
    pub fn sentences(&self) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let (mut from, mut i) = (self.dateline(), self.dateline());
        while let Some(token) = self.token(i) {
            if token.sort == Sort::Mark
                && let Some((Pair { close: Some(close), .. }, next)) = self.quotation(i)
            {
                i = next;
                let stopped =
                    close.checked_sub(1).and_then(|last| self.token(last)).filter(|t| t.sort == Sort::Stop);
                if stopped.is_some_and(|t| self.breaks_after_quotation(t, i)) {
                    out.push((from, i));
                    from = i;
                }
                continue;
            }
            i += 1;
            if i - from > LONGEST {
                out.push((from, i));
                from = i;
            }
            if token.sort == Sort::Stop && self.breaks_after(i - 1) {
                while self.sort(i) == Some(Sort::Mark) && self.marks.opened_at(i).is_none() {
                    i += 1;
                }
                out.push((from, i));
                from = i;
            }
        }
        if from < self.len() {
            out.push((from, self.len()));
        }
        out
    }

    /// The token after a dateline: "KIP (Agency) - ", "نوران (برق) — ", "KIP/NORLAND ".
    fn dateline(&self) -> usize {
        let close =
            |from: usize| (from..self.len().min(from + 12)).find(|&i| self.sort(i) == Some(Sort::ParenClose));
        if self.sort(0) == Some(Sort::ParenOpen)
            && let Some(close) = close(1)
            && self.token(close + 1).is_some_and(|t| t.capital)
        {
            return close + 1;
        }
        let dash = (1..self.len().min(14)).find(|&i| self.sort(i) == Some(Sort::Dash));
        let bracket = |dash: usize| (1..dash).any(|i| self.sort(i) == Some(Sort::ParenClose));
        if let Some(mut dash) = dash.filter(|&d| bracket(d)) {
            while self.sort(dash) == Some(Sort::Dash) {
                dash += 1;
            }
            return dash;
        }
        let loud = |i: usize| {
            let text = self.text(i, i + 1);
            text.chars().count() >= 3 && text.chars().all(|c| c.is_uppercase() || c == '-')
        };
        if self.sequence(0, Sequence::Dateline).is_some()
            && let Some(town) = (1..self.len().min(12)).rev().find(|&i| loud(i))
        {
            return town + 1;
        }
        let town = (0..self.len()).take_while(|&i| loud(i) || self.sort(i) == Some(Sort::Other)).count();
        if town > 0 && town <= 5 && self.token(town).is_some_and(|t| t.capital) { town } else { 0 }
    }

    fn breaks_after_quotation(&self, stop: &Token, next: usize) -> bool {
        match self.token(next) {
            None => true,
            Some(t) if t.arabic || t.sort == Sort::Mark => stop.first == '.' || stop.first == '۔',
            Some(t) => t.sort == Sort::Word && t.capital,
        }
    }

    fn breaks_after(&self, stop: usize) -> bool {
        let (Some(here), Some(next)) = (self.token(stop), self.token(stop + 1)) else { return true };
        if matches!(next.sort, Sort::Stop | Sort::Comma) {
            return false;
        }
        let before = stop.checked_sub(1).and_then(|b| self.token(b));
        if here.first == '.' && !here.space_before && before.is_some_and(|t| self.abbreviates(t)) {
            return false;
        }
        if next.sort == Sort::Mark || next.arabic {
            return next.space_before || next.arabic;
        }
        let ellipsis = before.is_some_and(|t| t.sort == Sort::Stop) || here.first == '…';
        next.space_before
            && !(next.first.is_lowercase() && (ellipsis || here.first != '.'))
            && !next.first.is_lowercase()
    }

    fn abbreviates(&self, word: &Token) -> bool {
        let key = self.tokens.key(word);
        word.hit.class & class::ABBREVIATION != 0 || (!word.arabic && key.len() == 1 && word.capital)
    }
}

pub(super) const QUOTES: [char; 13] = ['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '‚', '‘', '″', '\u{640}'];
