//! Owns quotation marks: pairs them leniently within a paragraph, so that a missing one costs little.

use super::token::{Sort, Token};

/// A quotation, by token indices of its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub open: usize,
    /// None where the closing mark is missing.
    pub close: Option<usize>,
    pub depth: usize,
}

/// The quotations of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub pairs: Vec<Pair>,
    /// A closing mark without opener that comes before any opener: a quotation runs on from before.
    pub first_is_closer: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Open,
    Close,
    Unclear,
}

const DEEPEST: usize = 4;

impl Marks {
    /// Pairs the marks among the tokens.
    pub fn read(&mut self, tokens: &[Token]) {
        self.pairs.clear();
        self.first_is_closer = None;
        let mut stack: Vec<(usize, char)> = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            if token.sort != Sort::Mark {
                continue;
            }
            let family = family(token.first);
            let open_here = stack.iter().rposition(|&(_, f)| f == family);
            match way(tokens, i, token, open_here.is_some()) {
                Way::Open if stack.len() < DEEPEST => {
                    stack.push((self.pairs.len(), family));
                    self.pairs.push(Pair { open: i, close: None, depth: stack.len() - 1 });
                }
                Way::Close => match open_here {
                    Some(level) => {
                        if let Some(pair) = stack.get(level).and_then(|&(p, _)| self.pairs.get_mut(p)) {
                            pair.close = Some(i);
                        }
                        stack.truncate(level);
                    }
                    None if self.pairs.is_empty() && self.first_is_closer.is_none() && family != '\'' => {
                        self.first_is_closer = Some(i);
                    }
                    None => {}
                },
                _ => {}
            }
        }
    }

    /// The quotation that this mark opens.
    pub fn opened_at(&self, token: usize) -> Option<Pair> {
        self.pairs.binary_search_by_key(&token, |p| p.open).ok().and_then(|i| self.pairs.get(i).copied())
    }

    /// The opening mark of the quotation that this mark closes.
    pub fn closed_at(&self, token: usize) -> Option<usize> {
        let before = self.pairs.partition_point(|p| p.open < token);
        let near = self.pairs.get(..before).unwrap_or_default().iter().rev().take(DEEPEST);
        near.into_iter().find(|p| p.close == Some(token)).map(|p| p.open)
    }

    /// The first quotation opened in the range.
    pub fn first_within(&self, from: usize, to: usize) -> Option<Pair> {
        let i = self.pairs.partition_point(|p| p.open < from);
        self.pairs.get(i).copied().filter(|p| p.open < to)
    }

    /// The opening mark, at or after `from`, of the pair that a mark closes.
    pub fn opening_of(&self, mark: usize, from: usize) -> Option<usize> {
        let i = self.pairs.partition_point(|p| p.open < from);
        let pairs = self.pairs.get(i..).unwrap_or_default().iter();
        pairs.take_while(|p| p.open < mark).find(|p| p.close == Some(mark)).map(|p| p.open)
    }

    /// Whether a mark is the closing one of a pair that opens at or after `from`.
    pub fn closes_within(&self, mark: usize, from: usize) -> bool {
        let i = self.pairs.partition_point(|p| p.open < from);
        self.pairs
            .get(i..)
            .unwrap_or_default()
            .iter()
            .take_while(|p| p.open < mark)
            .any(|p| p.close == Some(mark))
    }
}

fn family(mark: char) -> char {
    match mark {
        '«' | '»' => '«',
        '‹' | '›' => '‹',
        '‘' | '’' | '‚' | '\'' => '\'',
        _ => '"',
    }
}

fn way(tokens: &[Token], i: usize, token: &Token, open: bool) -> Way {
    let by_place = way_by_place(tokens, i, token);
    let by_shape = match token.first {
        '«' | '“' | '‹' | '‘' | '„' | '‚' => Way::Open,
        '»' | '”' | '›' | '’' => Way::Close,
        _ => Way::Unclear,
    };
    let fits = |way: Way| (way == Way::Close) == open;
    match (by_shape, by_place) {
        _ if family(token.first) == '\'' => single(by_shape, by_place, open),
        (Way::Unclear, Way::Unclear) if open => Way::Close,
        (Way::Unclear, Way::Unclear) => Way::Open,
        (Way::Unclear, place) => place,
        (shape, Way::Unclear) if fits(shape) => shape,
        (Way::Open, Way::Unclear) if open => Way::Close,
        (shape, place) if place != shape && place != Way::Unclear && fits(place) && !fits(shape) => place,
        (shape, _) => shape,
    }
}

/// Single marks are mostly apostrophes: only a clear opener opens, and only an open one is closed.
fn single(by_shape: Way, by_place: Way, open: bool) -> Way {
    match (by_shape, by_place) {
        (Way::Open | Way::Unclear, Way::Open) if !open => Way::Open,
        (Way::Close | Way::Unclear, Way::Close) if open => Way::Close,
        _ => Way::Unclear,
    }
}

fn way_by_place(tokens: &[Token], i: usize, token: &Token) -> Way {
    let before = i.checked_sub(1).and_then(|b| tokens.get(b));
    let after = tokens.get(i + 1);
    let opens_word = |t: &Token| matches!(t.sort, Sort::ParenOpen | Sort::Dash | Sort::Colon | Sort::Comma);
    let proclitic = |t: &Token| t.arabic && t.end - t.start <= 2;
    let room_before =
        token.space_before || before.is_none_or(|t| opens_word(t) || proclitic(t) || t.sort == Sort::Mark);
    let room_after = after.is_none_or(|t| {
        t.space_before || !matches!(t.sort, Sort::Word | Sort::Number | Sort::ParenOpen | Sort::Mark)
    });
    let word_after = after.is_some_and(|t| !t.space_before && t.sort != Sort::Mark || t.first == '…');
    match (room_before, room_after) {
        (true, false) => Way::Open,
        (false, true) if !(word_after && token.space_before) => Way::Close,
        (true, true) if !token.space_before && after.is_some_and(|t| t.space_before) => Way::Close,
        (true, true) if token.space_before && word_after => Way::Unclear,
        _ => Way::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::{Origin, Tokens};
    use super::*;

    fn pairs(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.read(text, Origin::default());
        let mut marks = Marks::default();
        marks.read(&tokens.list);
        let end = |p: &Pair| p.close.map_or(text.len(), |c| tokens.list[c].to);
        marks.pairs.iter().map(|p| text[tokens.list[p.open].from..end(p)].to_owned()).collect()
    }

    #[test]
    fn marks_pair_in_every_style() {
        for (text, wanted) in [
            ("he said \"we stay\" and left", vec!["\"we stay\""]),
            ("he said “we stay” and left", vec!["“we stay”"]),
            ("he said ”we stay“ and left", vec!["”we stay“"]),
            ("قال «نبقى» ثم", vec!["«نبقى»"]),
            ("قال « نبقى « ثم", vec!["« نبقى «"]),
            ("لـ«برق» و\"رعد\"", vec!["«برق»", "\"رعد\""]),
            ("the rebels' camp isn't 'safe' now", vec!["'safe'"]),
            ("«خارج «داخل» خارج»", vec!["«خارج «داخل» خارج»", "«داخل»"]),
        ] {
            assert_eq!(pairs(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_missing_mark_leaves_the_others_paired() {
        assert_eq!(pairs("he said \"we stay. Then \"go\" came"), ["\"we stay. Then \"go\" came", "\"go\""]);
        assert_eq!(pairs("we stay\" he said, \"go\""), ["\"go\""]);
    }
}
