//! Owns the tokens of a paragraph: words, numbers and punctuation with their places in the source.

use super::chars::{self, Char, is};
use super::lexicon::{Hit, Lexicon};
use super::memo::Memo;
use super::normalise::keep_accent;
use super::table::hash;
use std::str::Chars;
use unicode_normalization::UnicodeNormalization;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Word,
    Number,
    Comma,
    Semicolon,
    Colon,
    Stop,
    Dash,
    ParenOpen,
    ParenClose,
    /// A quotation mark; which way it points is settled by `marks`.
    Mark,
    Other,
}

/// One word, number or sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Byte offsets into the document.
    pub from: usize,
    pub to: usize,
    /// Code points into the document.
    pub start: usize,
    pub end: usize,
    /// The folded key, in bytes of the paragraph's key buffer.
    pub key: (u32, u32),
    pub sort: Sort,
    pub first: char,
    pub space_before: bool,
    pub capital: bool,
    pub possessive: bool,
    /// Whether it has a hyphen inside.
    pub hyphen: bool,
    pub arabic: bool,
    pub hit: Hit,
}

/// Where a paragraph begins in its document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Origin {
    pub byte: usize,
    pub point: usize,
}

/// Reusable buffers of one paragraph.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub list: Vec<Token>,
    pub spare: Vec<Token>,
    keys: String,
    memo: Memo,
    /// How many code points the paragraph has.
    pub points: usize,
    /// How many tokens are in Arabic script.
    pub arabic: usize,
}

struct Cursor<'a> {
    rest: Chars<'a>,
    length: usize,
    point: usize,
    table: &'static [Char],
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Cursor<'a> {
        Cursor { rest: text.chars(), length: text.len(), point: 0, table: chars::table() }
    }

    fn known(&self, c: char) -> Char {
        chars::of(self.table, c)
    }

    fn byte(&self) -> usize {
        self.length - self.rest.as_str().len()
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn after(&self) -> (Option<char>, Option<char>) {
        let mut chars = self.rest.clone().skip(1);
        (chars.next(), chars.next())
    }

    fn step(&mut self) {
        self.rest.next();
        self.point += 1;
    }

    /// Takes so many plain bytes.
    fn skip(&mut self, count: usize) {
        self.rest = self.rest.as_str().get(count..).unwrap_or_default().chars();
        self.point += count;
    }

    /// Takes a blank, if one stands here.
    fn blank(&mut self) -> bool {
        let blank = self.rest.as_str().as_bytes().first() == Some(&b' ');
        if blank {
            self.skip(1);
        }
        blank
    }
}

impl Tokens {
    /// The folded key of a token.
    pub fn key(&self, token: &Token) -> &str {
        self.keys.get(token.key.0 as usize..token.key.1 as usize).unwrap_or_default()
    }

    /// Whether they take little room: those of a paragraph of a megabyte are not kept for the next document.
    pub fn are_few(&self) -> bool {
        self.list.capacity() + self.spare.capacity() <= 1 << 14 && self.keys.capacity() <= 1 << 18
    }

    /// Reads a paragraph; earlier contents are dropped, buffers kept.
    pub fn read(&mut self, paragraph: &str, origin: Origin) {
        self.list.clear();
        self.keys.clear();
        self.arabic = 0;
        let mut at = Cursor::new(paragraph);
        let mut space = true;
        loop {
            if let Some(token) = self.plain_word(&mut at, origin, space) {
                self.list.push(token);
                space = at.blank();
                continue;
            }
            let Some(c) = at.peek() else { break };
            let known = at.known(c);
            if known.any(is::SPACE | is::IGNORABLE) {
                space |= known.any(is::SPACE);
                at.step();
                continue;
            }
            let token = self.one(&mut at, (c, known), origin, space);
            self.arabic += usize::from(token.arabic);
            self.list.push(token);
            space = false;
        }
        self.points = at.point;
    }

    /// Looks every word up in the lexicon of the paragraph's language.
    pub fn look_up(&mut self, lexicon: &Lexicon) {
        self.memo.of(lexicon);
        for token in &mut self.list {
            if token.sort == Sort::Word {
                let key = self.keys.get(token.key.0 as usize..token.key.1 as usize).unwrap_or_default();
                let hash = hash(key.as_bytes());
                let hit = lexicon.look_up_hashed(key, hash);
                let hit = hit.unwrap_or_else(|| self.memo.form(lexicon, key, hash));
                token.hit = Hit { tells: lexicon.tells(hit.entry), ..hit };
            }
        }
    }

    fn one(&mut self, at: &mut Cursor<'_>, first: (char, Char), origin: Origin, space_before: bool) -> Token {
        let (byte, point, key) = (at.byte(), at.point, self.keys.len());
        let (c, known) = first;
        let arabic = known.any(is::ARABIC);
        let letter = if arabic { whole_letter(c, at.after().0) } else { c };
        let (mut possessive, mut hyphen) = (false, false);
        let sort = if known.any(is::NUMERIC) {
            self.number(at);
            Sort::Number
        } else if known.any(is::LETTER | is::MARK) {
            let source = at.rest.as_str();
            hyphen = self.word(at, arabic);
            if self.keys.len() == key + 1 {
                keep_accent(source.get(..at.byte() - byte).unwrap_or_default(), &mut self.keys, key);
            }
            possessive = !arabic && self.cut_possessive(key);
            Sort::Word
        } else {
            at.step();
            sign(c)
        };
        Token {
            from: origin.byte + byte,
            to: origin.byte + at.byte(),
            start: origin.point + point,
            end: origin.point + at.point,
            key: (clip(key), clip(self.keys.len())),
            sort,
            first: letter,
            space_before,
            capital: known.any(is::CAPITAL),
            possessive,
            hyphen,
            arabic,
            hit: Hit::default(),
        }
    }

    fn number(&mut self, at: &mut Cursor<'_>) {
        while let Some(c) = at.peek() {
            let joins = matches!(c, ',' | '.' | ':' | '/' | '٫' | '٬');
            let inside = joins && at.after().0.is_some_and(char::is_numeric);
            let known = at.known(c);
            if !known.any(is::NUMERIC) && !inside {
                break;
            }
            known.fold(c, &mut self.keys);
            at.step();
        }
    }

    /// Reads a word; gives whether it has a hyphen inside.
    fn word(&mut self, at: &mut Cursor<'_>, arabic: bool) -> bool {
        let mut letters_since_dot = if arabic { 0 } else { self.plain_letters(at) };
        let (mut dotted, mut hyphen) = (false, false);
        while let Some(c) = at.peek() {
            let known = at.known(c);
            let mark = known.any(is::MARK);
            if mark || (known.any(is::LETTER | is::NUMERIC) && known.any(is::ARABIC) == arabic) {
                letters_since_dot += usize::from(!mark);
            } else if c == '.' && !arabic && letters_since_dot == 1 {
                let (next, following) = at.after();
                let inner = next.is_some_and(char::is_alphabetic) && following == Some('.');
                if !inner && !dotted {
                    break;
                }
                known.fold(c, &mut self.keys);
                at.step();
                if !inner {
                    break;
                }
                (dotted, letters_since_dot) = (true, 0);
                continue;
            } else if is_joiner(c) && !arabic && at.after().0.is_some_and(char::is_alphanumeric) {
                hyphen |= !matches!(c, '\'' | '’' | 'ʼ');
            } else {
                break;
            }
            known.fold(c, &mut self.keys);
            at.step();
        }
        hyphen
    }

    /// A word of ASCII letters and digits alone, as most are where letters are Latin.
    fn plain_word(&mut self, at: &mut Cursor<'_>, origin: Origin, space_before: bool) -> Option<Token> {
        let rest = at.rest.as_str();
        let first = *rest.as_bytes().first().filter(|byte| byte.is_ascii_alphabetic())?;
        let (count, capitals) = plain_run(rest);
        // What may go on with the word, or belong to its last letter.
        let next = rest.as_bytes().get(count);
        if next.is_some_and(|byte| !byte.is_ascii() || matches!(byte, b'.' | b'\'' | b'-')) {
            return None;
        }
        let (byte, point, key) = (at.byte(), at.point, self.keys.len());
        self.plain_key(rest, count, capitals);
        at.skip(count);
        Some(Token {
            from: origin.byte + byte,
            to: origin.byte + byte + count,
            start: origin.point + point,
            end: origin.point + point + count,
            key: (clip(key), clip(key + count)),
            sort: Sort::Word,
            first: char::from(first),
            space_before,
            capital: first.is_ascii_uppercase(),
            possessive: false,
            hyphen: false,
            arabic: false,
            hit: Hit::default(),
        })
    }

    /// Takes the ASCII letters and digits with which a word begins; gives how many.
    fn plain_letters(&mut self, at: &mut Cursor<'_>) -> usize {
        let rest = at.rest.as_str();
        let (count, capitals) = plain_run(rest);
        self.plain_key(rest, count, capitals);
        at.skip(count);
        count
    }

    fn plain_key(&mut self, text: &str, count: usize, capitals: bool) {
        let from = self.keys.len();
        self.keys.push_str(text.get(..count).unwrap_or_default());
        if capitals && let Some(key) = self.keys.get_mut(from..) {
            key.make_ascii_lowercase();
        }
    }

    fn cut_possessive(&mut self, key: usize) -> bool {
        let cut = self.keys.get(key..).is_some_and(|word| word.len() > 2 && word.ends_with("'s"));
        if cut {
            self.keys.truncate(self.keys.len() - 2);
        }
        cut
    }
}

/// How many ASCII letters and digits a text begins with, and whether capitals are among them.
fn plain_run(text: &str) -> (usize, bool) {
    let (mut count, mut capitals) = (0, false);
    for &byte in text.as_bytes() {
        match PLAIN.get(usize::from(byte)) {
            Some(Plain::Small) => {}
            Some(Plain::Capital) => capitals = true,
            _ => break,
        }
        count += 1;
    }
    (count, capitals)
}

/// What a byte is to a word in plain letters.
#[derive(Clone, Copy)]
enum Plain {
    No,
    Small,
    Capital,
}

static PLAIN: [Plain; 256] = {
    let mut plain = [Plain::No; 256];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_uppercase() {
            plain[byte as usize] = Plain::Capital;
        } else if byte.is_ascii_alphanumeric() {
            plain[byte as usize] = Plain::Small;
        }
        byte += 1;
    }
    plain
};

/// An Arabic letter as it is written plainly: from its presentation form, or with the sign that follows it.
fn whole_letter(c: char, next: Option<char>) -> char {
    match (c, next) {
        ('ا', Some('\u{653}')) => 'آ',
        ('ا', Some('\u{654}')) => 'أ',
        ('ا', Some('\u{655}')) => 'إ',
        ('\u{fb50}'.., _) => std::iter::once(c).nfkc().next().unwrap_or(c),
        _ => c,
    }
}

fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑')
}

fn sign(c: char) -> Sort {
    match c {
        ',' | '،' | '、' => Sort::Comma,
        ';' | '؛' => Sort::Semicolon,
        ':' => Sort::Colon,
        '.' | '!' | '?' | '؟' | '۔' | '…' => Sort::Stop,
        '-' | '–' | '—' | '―' => Sort::Dash,
        '(' | '[' => Sort::ParenOpen,
        ')' | ']' => Sort::ParenClose,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '″' => {
            Sort::Mark
        }
        _ => Sort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.read(text, Origin::default());
        tokens.list.iter().map(|t| text.get(t.from..t.to).unwrap().to_owned()).collect()
    }

    #[test]
    fn words_keep_abbreviations_and_hyphens() {
        for (text, wanted) in [
            ("The U.N. said: no.", vec!["The", "U.N.", "said", ":", "no", "."]),
            ("Rana al-Kip didn't", vec!["Rana", "al-Kip", "didn't"]),
            ("in 3.5 hours, 1,200", vec!["in", "3.5", "hours", ",", "1,200"]),
            ("لـKTV و«برق»", vec!["لـ", "KTV", "و", "«", "برق", "»"]),
            ("end.Next", vec!["end", ".", "Next"]),
            ("cafe\u{301} cafes\tone  two", vec!["cafe\u{301}", "cafes", "one", "two"]),
            ("Kip's co-op naïve a(b)c", vec!["Kip's", "co-op", "naïve", "a", "(", "b", ")", "c"]),
        ] {
            assert_eq!(words(text), wanted);
        }
    }

    #[test]
    fn a_plain_word_is_what_any_other_word_is() {
        let mut tokens = Tokens::default();
        tokens.read("Raids, RAIDS raids\u{200b} and raids", Origin::default());
        let words: Vec<_> = tokens.list.iter().filter(|t| t.sort == Sort::Word).collect();
        assert_eq!(
            words.iter().map(|t| tokens.key(t)).collect::<Vec<_>>(),
            ["raids", "raids", "raids", "and", "raids"]
        );
        assert_eq!(words.iter().map(|t| t.capital).collect::<Vec<_>>(), [true, true, false, false, false]);
        assert_eq!(words.iter().map(|t| t.start).collect::<Vec<_>>(), [0, 7, 13, 20, 24]);
        assert!(words.iter().all(|t| t.space_before));
    }

    #[test]
    fn places_are_code_points_from_the_origin() {
        let mut tokens = Tokens::default();
        tokens.read("قَالَ Kip", Origin { byte: 10, point: 5 });
        let places: Vec<_> = tokens.list.iter().map(|t| (t.from, t.start, t.end)).collect();
        assert_eq!(places, [(10, 5, 10), (21, 11, 14)]);
    }
}
