//! Folding for search: forms that readers take for the same letter become the same letter.

use super::digits::ascii_digit;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds text for search: compatibility forms resolved; vowel signs, tatweel and invisible
/// characters dropped; variants of alef, ya, kaf and ha made one; digits in ASCII; lower case
/// without accents; blanks collapsed, none at either end.
pub fn fold(text: &str) -> String {
    let mut folder = Folder { out: String::with_capacity(text.len()), map: None, ..Folder::default() };
    folder.run(text);
    folder.out
}

/// [`fold`], and for every byte of the folded text, its end included, the byte offset in `text`
/// of what it came from: what is found at `a..b` stands at `map[a]..map[b]`.
pub fn fold_with_map(text: &str) -> (String, Vec<usize>) {
    let map = Some(Vec::with_capacity(text.len() + 1));
    let mut folder = Folder { out: String::with_capacity(text.len()), map, ..Folder::default() };
    folder.run(text);
    let end = folder.gap.unwrap_or(text.len());
    let mut map = folder.map.unwrap_or_default();
    map.push(end);
    (folder.out, map)
}

/// What [`Folder::put`] makes of the letters and digits that most texts are made of; none of any other character.
fn plain(c: char) -> Option<char> {
    let folded = *PLAIN.get(c as usize)?;
    (folded != 0).then(|| char::from_u32(u32::from(folded)).unwrap_or(c))
}

/// By code point up to the end of the Arabic block; 0 where more is to be done.
static PLAIN: [u16; 0x700] = {
    let mut table = [0; 0x700];
    let mut c = 0;
    while c < 0x700 {
        table[c] = match c as u8 as char {
            _ if c >= 0x621 && c <= 0x64a && c != 0x640 => match char::from_u32(c as u32) {
                Some(letter) => arabic(letter) as u16,
                None => 0,
            },
            'a'..='z' | '0'..='9' if c < 0x80 => c as u16,
            upper @ 'A'..='Z' if c < 0x80 => upper.to_ascii_lowercase() as u16,
            _ => 0,
        };
        c += 1;
    }
    table
};

#[derive(Default)]
struct Folder {
    out: String,
    /// Where each byte of `out` came from, if that is asked for.
    map: Option<Vec<usize>>,
    /// Where blanks began that nothing has followed yet.
    gap: Option<usize>,
    /// Whether the last character was a Latin letter, whose accents are dropped.
    latin: bool,
}

impl Folder {
    fn run(&mut self, text: &str) {
        let mut next = 0;
        for (at, c) in text.char_indices() {
            if at < next {
                continue;
            }
            let after = at + c.len_utf8();
            match plain(c) {
                Some(plain) => {
                    self.push(plain, at);
                    self.latin = plain.is_ascii_lowercase();
                    continue;
                }
                None if c == ' ' => {
                    self.gap.get_or_insert(at);
                    continue;
                }
                None => {}
            }
            match c {
                '\'' | '＇' | '’' | 'ʼ' | '״' | '׳' if self.is_inside_word(text.get(after..)) => {}
                'ŉ' => self.put('n', at),
                c if is_dropped(c) => {}
                '\0'..='~' | '\u{590}'..='\u{6ff}' => self.put(c, at),
                _ => {
                    let rest = text.get(after..).unwrap_or_default();
                    next = after + rest.find(|c| !continues(c)).unwrap_or(rest.len());
                    for c in text.get(at..next).unwrap_or_default().nfkc() {
                        self.put(c, at);
                    }
                }
            }
        }
    }

    /// Whether letters stand on both sides of an apostrophe.
    fn is_inside_word(&self, after: Option<&str>) -> bool {
        let before = self.gap.is_none() && self.out.chars().next_back().is_some_and(char::is_alphabetic);
        let next = after.and_then(|rest| rest.chars().find(|&c| !is_dropped(c)));
        before && next.and_then(|c| std::iter::once(c).nfkc().next()).is_some_and(char::is_alphabetic)
    }

    fn put(&mut self, c: char, at: usize) {
        if is_dropped(c) || (self.latin && is_accent(c)) {
            return;
        }
        self.latin = false;
        match c {
            'a'..='z' | '0'..='9' => self.push(c, at),
            c if c.is_whitespace() || c.is_control() => {
                self.gap.get_or_insert(at);
            }
            'A'..='Z' => self.push(c.to_ascii_lowercase(), at),
            '\u{660}'..='\u{669}' => self.push(ascii_digit(c).unwrap_or(c), at),
            '\u{620}'..='\u{6d5}' => self.push(arabic(c), at),
            _ => {
                let c = ascii_digit(c).unwrap_or(unaccented(c));
                for c in c.to_lowercase().filter(|&c| c != '\u{307}') {
                    self.push(if c == 'ς' { 'σ' } else { c }, at);
                }
            }
        }
        self.latin = self.out.ends_with(|c: char| c.is_ascii_lowercase());
    }

    fn push(&mut self, c: char, at: usize) {
        if let Some(gap) = self.gap.take()
            && !self.out.is_empty()
        {
            self.append(' ', gap);
        }
        self.append(c, at);
    }

    fn append(&mut self, c: char, at: usize) {
        self.out.push(c);
        if let Some(map) = &mut self.map {
            map.resize(self.out.len(), at);
        }
    }
}

/// Whether a character belongs to the one before it for normalisation: marks, and the later
/// letters of a Hangul syllable.
fn continues(c: char) -> bool {
    c > '\u{2ff}' && (matches!(c, '\u{1160}'..='\u{11ff}') || is_combining_mark(c))
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

/// Signs that are no part of a word's identity: vowel signs, marks of recitation, tatweel, niqqud
/// and whatever is invisible.
fn is_dropped(c: char) -> bool {
    match c {
        '\0'..='\u{ac}' => false,
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => true,
        '\u{610}'..='\u{61a}' | '\u{6d6}'..='\u{6ed}' | '\u{897}'..='\u{89f}' | '\u{8ca}'..='\u{8ff}' => true,
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => true,
        // Vowel signs whose compatibility form would be a blank with a mark.
        '\u{fc5e}'..='\u{fc63}' | '\u{fe70}'..='\u{fe7f}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

const fn arabic(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' | 'ے' | 'ۓ' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ة' | 'ۀ' | 'ہ' | 'ۂ' | 'ۃ' | 'ە' | 'ھ' => 'ه',
        'ؤ' => 'و',
        c => c,
    }
}

/// A Latin letter without its accents; any other character as it is.
fn unaccented(c: char) -> char {
    match c {
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            std::iter::once(c).nfd().next().filter(char::is_ascii_alphabetic).unwrap_or(c)
        }
        c => c,
    }
}

/// The words of a folded text.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    // The letters that most texts are made of, before the tables of all.
    let plain = |c| matches!(c, 'a'..='z' | '0'..='9' | '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}');
    let parts = move |c: char| !plain(c) && (c == ' ' || !(c.is_alphanumeric() || is_combining_mark(c)));
    folded.split(parts).filter(|word| !word.is_empty())
}

/// The forms under which a folded word is found: the word itself first, then without article,
/// prefixed particles and common endings. Two words that share a form are taken for one; of the
/// letters of an Arabic word three always remain.
pub fn alternates(word: &str) -> Vec<Cow<'_, str>> {
    let mut forms = vec![Cow::Borrowed(word)];
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        english(word, &mut forms);
    } else if word.chars().all(|c| ('\u{620}'..='\u{6d5}').contains(&c)) {
        arabic_forms(word, &mut forms);
    }
    forms
}

fn add<'a>(forms: &mut Vec<Cow<'a, str>>, form: Cow<'a, str>) {
    if !forms.contains(&form) {
        forms.push(form);
    }
}

fn arabic_forms<'a>(word: &'a str, forms: &mut Vec<Cow<'a, str>>) {
    let mut heads = vec![word];
    // At most one of each stage: conjunction, preposition (or the future's س), article.
    for stage in [conjunction, preposition, article] {
        let head = heads.last().copied().unwrap_or(word);
        if let Some(rest) = stage(head).filter(|rest| rest.chars().count() >= 3) {
            heads.push(rest);
        }
    }
    for head in heads {
        add(forms, Cow::Borrowed(head));
        let ending =
            ENDINGS.iter().find_map(|ending| head.strip_suffix(ending).filter(|r| r.chars().count() >= 3));
        if let Some(stem) = ending {
            add(forms, Cow::Borrowed(stem));
        }
    }
}

/// The endings of the light10 stemmer, folded.
const ENDINGS: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// Common words whose first letter looks like a prefix and is none, folded and in order.
const WHOLE: [&str; 62] = [
    "باحث",
    "برنامج",
    "بريطانيا",
    "بعثه",
    "بغداد",
    "بلاد",
    "بلاغ",
    "بلد",
    "بلدان",
    "بلده",
    "بلديه",
    "بناء",
    "بوابه",
    "بيان",
    "بيانات",
    "بيروت",
    "فتره",
    "فتح",
    "فريق",
    "فصائل",
    "فصيل",
    "فلسطين",
    "فلسطيني",
    "فلسطينيه",
    "كتائب",
    "كتاب",
    "كتيبه",
    "كميه",
    "كهرباء",
    "لبنان",
    "لبناني",
    "لجان",
    "لجنه",
    "لقاء",
    "لقاءات",
    "لواء",
    "ليبيا",
    "وثيقه",
    "وحدات",
    "وحده",
    "ورقه",
    "وزاره",
    "وزراء",
    "وزير",
    "وساطه",
    "وسائل",
    "وسيط",
    "وصول",
    "وطني",
    "وعود",
    "وفاه",
    "وفد",
    "وفود",
    "وقائع",
    "وقت",
    "وقف",
    "وقود",
    "وكالات",
    "وكاله",
    "ولايات",
    "ولايه",
    "وليد",
];

fn is_whole(word: &str) -> bool {
    WHOLE.binary_search(&word).is_ok()
}

fn conjunction(word: &str) -> Option<&str> {
    word.strip_prefix(['و', 'ف']).filter(|_| !is_whole(word))
}

fn preposition(word: &str) -> Option<&str> {
    // للهدنة is ل and the article, written as one.
    let rest = word
        .strip_prefix("لل")
        .or_else(|| word.strip_prefix(['ب', 'ك', 'ل']))
        .or_else(|| word.strip_prefix('س').filter(|rest| rest.starts_with(['ي', 'ت', 'ن', 'ا'])));
    rest.filter(|_| !is_whole(word))
}

fn article(word: &str) -> Option<&str> {
    word.strip_prefix("ال")
}

/// Plural, -ed and -ing, and a last e, so that violate, violates, violated and violating share a form.
fn english<'a>(word: &'a str, forms: &mut Vec<Cow<'a, str>>) {
    let mut stem = Cow::Borrowed(word);
    if let Some(head) = word.strip_suffix("ies").filter(|head| head.len() >= 3) {
        stem = Cow::Owned(format!("{head}y"));
    } else if let Some(head) =
        word.strip_suffix('s').filter(|h| h.len() >= 3 && !h.ends_with(['s', 'u', 'i']))
    {
        stem = Cow::Borrowed(head);
    } else if let Some(head) =
        ["ing", "ed"].iter().find_map(|e| word.strip_suffix(e)).filter(|h| h.len() >= 3)
    {
        let last = head.chars().next_back().unwrap_or_default();
        let doubled = head.strip_suffix(last).filter(|short| short.ends_with(last));
        let doubled =
            doubled.filter(|short| short.len() >= 3 && !matches!(last, 'l' | 's' | 'z' | 'f' | 'e'));
        stem = Cow::Borrowed(doubled.unwrap_or(head));
    }
    if let Some(head) = stem.strip_suffix('e').filter(|head| head.len() >= 3).map(str::to_owned) {
        add(forms, stem);
        stem = Cow::Owned(head);
    }
    add(forms, stem);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_gives_what_the_long_way_gives() {
        let mut short = 0;
        for c in ('\0'..='\u{7ff}').filter(|c| plain(*c).is_some()) {
            let mut long = Folder::default();
            long.put(c, 0);
            assert_eq!(plain(c).map(String::from), Some(long.out), "{c:?}");
            short += 1;
        }
        assert_eq!(short, 26 + 26 + 10 + 41);
    }
}
