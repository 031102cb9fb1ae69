//! Owns words written together with their neighbours by an apostrophe or a hyphen: "l'armée", "a-t-il".

use super::lexicon::Lexicon;
use super::token::{Sort, Token, Tokens};

impl Tokens {
    /// Parts the words that the language writes together; `text` is the document.
    pub fn part(&mut self, text: &str, lexicon: &Lexicon) {
        if lexicon.elided.is_empty() && lexicon.enclitic.is_empty() {
            return;
        }
        let mut list = std::mem::take(&mut self.list);
        let mut out = std::mem::take(&mut self.spare);
        out.clear();
        for token in list.drain(..) {
            match token.sort {
                Sort::Word => self.parts(text, lexicon, token, &mut out),
                Sort::Mark if self.elides(lexicon, out.last(), &token) => {
                    if let Some(last) = out.last_mut() {
                        (last.to, last.end) = (token.to, token.end);
                    }
                }
                _ => out.push(token),
            }
        }
        (self.list, self.spare) = (out, list);
    }

    /// "qu’«…»": the mark after a word that is written so is its apostrophe.
    fn elides(&self, lexicon: &Lexicon, last: Option<&Token>, mark: &Token) -> bool {
        let Some(last) = last.filter(|l| l.sort == Sort::Word && !mark.space_before) else { return false };
        let key = self.key(last);
        matches!(mark.first, '\'' | '’')
            && lexicon.elided.iter().any(|e| e.strip_suffix('\'').is_some_and(|bare| bare == key))
    }

    fn parts(&self, text: &str, lexicon: &Lexicon, mut token: Token, out: &mut Vec<Token>) {
        while let Some(cut) = self.apostrophe(lexicon, &token) {
            let source = text.get(token.from..token.to).unwrap_or_default();
            let Some((at, mark)) = source.char_indices().find(|(_, c)| matches!(c, '\'' | '’' | 'ʼ'))
            else {
                break;
            };
            let bytes = at + mark.len_utf8();
            let points = source.get(..bytes).map_or(0, |s| s.chars().count());
            let rest = source.get(bytes..).unwrap_or_default();
            let mut head = token;
            (head.to, head.end, head.key.1) = (token.from + bytes, token.start + points, token.key.0 + cut);
            head.possessive = false;
            out.push(head);
            token.from = head.to;
            token.start = head.end;
            token.key.0 = head.key.1;
            token.space_before = false;
            token.first = rest.chars().next().unwrap_or(token.first);
            token.capital = token.first.is_uppercase();
        }
        self.hyphen(lexicon, token, out);
    }

    /// How many bytes of the key belong to an elided word at its beginning.
    fn apostrophe(&self, lexicon: &Lexicon, token: &Token) -> Option<u32> {
        let key = self.key(token);
        key.contains('\'').then_some(())?;
        let elided = lexicon.elided.iter().find(|e| key.len() > e.len() && key.starts_with(&***e))?;
        u32::try_from(elided.len()).ok()
    }

    fn hyphen(&self, lexicon: &Lexicon, mut token: Token, out: &mut Vec<Token>) {
        let key = self.key(&token);
        let found = key
            .contains('-')
            .then(|| lexicon.enclitic.iter().find(|e| key.len() > e.len() && key.ends_with(&***e)));
        let Some(Some(enclitic)) = found else { return out.push(token) };
        let (whole, word) = (enclitic.len(), enclitic.rsplit('-').next().map_or(0, str::len));
        let (Ok(whole_key), Ok(word_key)) = (u32::try_from(whole), u32::try_from(word)) else {
            return out.push(token);
        };
        let mut tail = token;
        // What follows the first hyphen is plain letters and hyphens: as many bytes as code points.
        tail.from = token.to - word;
        tail.start = token.end - word;
        tail.key.0 = token.key.1 - word_key;
        (tail.space_before, tail.capital, tail.possessive) = (false, false, false);
        (token.to, token.end) = (token.to - whole, token.end - whole);
        token.key.1 -= whole_key;
        out.push(token);
        out.push(tail);
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::{Origin, Tokens};
    use super::*;

    const FILE: &str =
        "language = \"fr\"\ngrammar = \"subject-first\"\nelided = \"l' d' qu'\"\nenclitic = \"-t-il -il\"\n";

    #[test]
    fn words_written_together_are_parted() {
        let lexicon = Lexicon::read("fr.toml", FILE).unwrap();
        for (text, wanted) in [
            ("l'armée d’Arval", "l' armée d’ Arval"),
            ("qu'«il reste»", "qu' « il reste »"),
            ("a-t-il dit", "a il dit"),
            ("est-il aujourd'hui", "est il aujourd'hui"),
            ("qu’l’armée", "qu’ l’ armée"),
        ] {
            let mut tokens = Tokens::default();
            tokens.read(text, Origin::default());
            tokens.part(text, &lexicon);
            let words: Vec<_> = tokens.list.iter().map(|t| &text[t.from..t.to]).collect();
            assert_eq!(words.join(" "), wanted);
            let points: Vec<char> = text.chars().collect();
            for token in &tokens.list {
                assert_eq!(
                    points[token.start..token.end].iter().collect::<String>(),
                    text[token.from..token.to]
                );
            }
        }
    }
}
