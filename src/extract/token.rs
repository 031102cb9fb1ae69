//! Owns the tokens of a paragraph: words, numbers and punctuation with their places in the source.

use super::lexicon::{Hit, Lexicon};
use super::normalise::{fold_char, is_arabic, is_ignorable, is_mark, keep_accent};

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
    /// How many code points the paragraph has.
    pub points: usize,
}

struct Cursor<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &str {
        self.text.get(self.byte..).unwrap_or_default()
    }

    fn after(&self) -> (Option<char>, Option<char>) {
        let mut chars = self.rest().chars().skip(1);
        (chars.next(), chars.next())
    }

    fn step(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.point += 1;
    }
}

impl Tokens {
    /// The folded key of a token.
    pub fn key(&self, token: &Token) -> &str {
        self.keys.get(token.key.0 as usize..token.key.1 as usize).unwrap_or_default()
    }

    /// Reads a paragraph; earlier contents are dropped, buffers kept.
    pub fn read(&mut self, paragraph: &str, origin: Origin) {
        self.list.clear();
        self.keys.clear();
        let mut at = Cursor { text: paragraph, byte: 0, point: 0 };
        let mut space = true;
        while let Some(c) = at.peek() {
            if c.is_whitespace() || is_ignorable(c) {
                space |= c.is_whitespace();
                at.step(c);
                continue;
            }
            let token = self.one(&mut at, c, origin, space);
            self.list.push(token);
            space = false;
        }
        self.points = at.point;
    }

    /// Looks every word up in the lexicon of the paragraph's language.
    pub fn look_up(&mut self, lexicon: &Lexicon) {
        for token in &mut self.list {
            if token.sort == Sort::Word {
                let key = self.keys.get(token.key.0 as usize..token.key.1 as usize).unwrap_or_default();
                token.hit = lexicon.look_up(key);
            }
        }
    }

    fn one(&mut self, at: &mut Cursor<'_>, c: char, origin: Origin, space_before: bool) -> Token {
        let (byte, point, key) = (at.byte, at.point, self.keys.len());
        let arabic = is_arabic(c);
        let mut possessive = false;
        let sort = if c.is_numeric() {
            self.number(at);
            Sort::Number
        } else if c.is_alphabetic() || is_mark(c) {
            self.word(at, arabic);
            keep_accent(at.text.get(byte..at.byte).unwrap_or_default(), &mut self.keys, key);
            possessive = !arabic && self.cut_possessive(key);
            Sort::Word
        } else {
            at.step(c);
            sign(c)
        };
        Token {
            from: origin.byte + byte,
            to: origin.byte + at.byte,
            start: origin.point + point,
            end: origin.point + at.point,
            key: (clip(key), clip(self.keys.len())),
            sort,
            first: c,
            space_before,
            capital: c.is_uppercase(),
            possessive,
            arabic,
            hit: Hit::default(),
        }
    }

    fn number(&mut self, at: &mut Cursor<'_>) {
        while let Some(c) = at.peek() {
            let joins = matches!(c, ',' | '.' | ':' | '/' | '٫' | '٬');
            let inside = joins && at.after().0.is_some_and(char::is_numeric);
            if !c.is_numeric() && !inside {
                break;
            }
            fold_char(c, &mut self.keys);
            at.step(c);
        }
    }

    fn word(&mut self, at: &mut Cursor<'_>, arabic: bool) {
        let mut letters_since_dot = 0;
        let mut dotted = false;
        while let Some(c) = at.peek() {
            if is_mark(c) || (c.is_alphanumeric() && is_arabic(c) == arabic) {
                letters_since_dot += usize::from(!is_mark(c));
            } else if c == '.' && !arabic && letters_since_dot == 1 {
                let (next, following) = at.after();
                let inner = next.is_some_and(char::is_alphabetic) && following == Some('.');
                if !inner && !dotted {
                    break;
                }
                fold_char(c, &mut self.keys);
                at.step(c);
                if !inner {
                    break;
                }
                (dotted, letters_since_dot) = (true, 0);
                continue;
            } else if !(is_joiner(c) && !arabic && at.after().0.is_some_and(char::is_alphanumeric)) {
                break;
            }
            fold_char(c, &mut self.keys);
            at.step(c);
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
        ] {
            assert_eq!(words(text), wanted);
        }
    }

    #[test]
    fn places_are_code_points_from_the_origin() {
        let mut tokens = Tokens::default();
        tokens.read("قَالَ Kip", Origin { byte: 10, point: 5 });
        let places: Vec<_> = tokens.list.iter().map(|t| (t.from, t.start, t.end)).collect();
        assert_eq!(places, [(10, 5, 10), (21, 11, 14)]);
    }
}
