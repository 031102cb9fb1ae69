//! Islands: addresses, paths, handles, hashes, dates and what is typed at a command line, which read left to right
//! as a whole, whatever the direction around them. UAX #9 alone would part them at slashes and hyphens.

use std::ops::Range;

/// The islands of a part of a text: byte ranges in order, none of which overlap.
pub(super) fn find(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let content = text.get(part.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    for word in content.split(char::is_whitespace) {
        // Every word is a part of `content`, and the character between is one that was split at.
        let start = part.start + at;
        in_word(word, |island| found.push(start + island.start..start + island.end));
        at += word.len();
        at += content.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    let code: Vec<_> = code(content).map(|span| part.start + span.start..part.start + span.end).collect();
    if !code.is_empty() {
        found.retain(|island| code.iter().all(|span| island.end <= span.start || span.end <= island.start));
        found.extend(code);
        found.sort_by_key(|island| island.start);
    }
    found
}

/// What stands between two backticks, with them: a command as it is typed.
fn code(content: &str) -> impl Iterator<Item = Range<usize>> {
    let mut ticks = content.match_indices('`').map(|(at, _)| at).peekable();
    std::iter::from_fn(move || {
        loop {
            let (from, to) = (ticks.next()?, *ticks.peek()?);
            let typed = content.get(from + 1..to).unwrap_or_default();
            if typed.is_ascii() && typed.bytes().any(|b| b.is_ascii_alphabetic()) {
                ticks.next();
                return Some(from..to + 1);
            }
        }
    })
}

fn in_word(word: &str, mut add: impl FnMut(Range<usize>)) {
    let lead = word.len() - word.trim_start_matches(OPENING).len();
    let inner = word.get(lead..).unwrap_or_default();
    if is_path(inner) {
        return add(lead..lead + trimmed(inner));
    }
    let mut from = 0;
    while let Some(rest) = word.get(from..).filter(|rest| !rest.is_empty()) {
        let Some(begin) = rest.find(is_part) else { return };
        let run = rest.get(begin..).unwrap_or_default();
        let end = run.find(|c| !is_part(c)).unwrap_or(run.len());
        let ascii = run.get(..end).unwrap_or_default();
        if let Some(scheme) = url_start(ascii) {
            // An address may hold letters of any script and goes on to the end of the word.
            let url = run.get(scheme..).unwrap_or_default();
            return add(from + begin + scheme..from + begin + scheme + trimmed(url));
        }
        if let Some(island) = plain(ascii) {
            add(from + begin + island.start..from + begin + island.end);
        }
        from += begin + end;
    }
}

const OPENING: [char; 8] = ['(', '[', '{', '<', '«', '“', '"', '\''];

/// What an island without an address scheme is made of.
fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '٠'..='٩' | '۰'..='۹')
        || matches!(
            c,
            '.' | '_' | '~' | '/' | '\\' | ':' | '%' | '+' | '@' | '#' | '=' | '&' | '?' | '-' | '$'
        )
}

/// Whether a word is a path that names its root, so that its parts may be in any script.
fn is_path(word: &str) -> bool {
    let mut chars = word.chars();
    let drive = chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.as_str().starts_with(":\\");
    let rooted = word.strip_prefix('/').is_some_and(|rest| rest.trim_end_matches('/').contains('/'));
    drive || rooted || ["~/", "./", "../", "\\\\"].iter().any(|root| word.starts_with(root))
}

/// Where an address begins in a run of ASCII.
fn url_start(run: &str) -> Option<usize> {
    if let Some(at) = run.find("://") {
        let head = run.get(..at).unwrap_or_default();
        let scheme =
            head.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
        return (scheme.len() < at).then_some(scheme.len());
    }
    run.find("www.").filter(|&at| at == 0)
}

/// The island in a run of [`is_part`], if it is one.
fn plain(run: &str) -> Option<Range<usize>> {
    if let Some(option) = option(run) {
        return Some(0..option);
    }
    let start = run.find(|c: char| c.is_alphanumeric() || matches!(c, '#' | '@' | '/' | '.' | '~' | '+'))?;
    let body = run.get(start..).unwrap_or_default();
    let body = body.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '+' | '#'));
    let has_letter = body.bytes().any(|b| b.is_ascii_alphabetic());
    let marked =
        body.contains(['/', '\\', '@', '#', '_', '=', '&', '~']) || body.trim_matches('.').contains('.');
    let tagged = body.starts_with('#') && body.len() > 1;
    let hyphens = body.split('-').count() > 2 && body.split('-').all(|part| !part.is_empty());
    let dated = hyphens && (!has_letter || body.starts_with(char::is_numeric));
    let plus = has_letter && body.ends_with("++");
    ((has_letter && marked) || tagged || dated || plus).then(|| start..start + body.len())
}

/// The length of an option of a command line, if the run is one: `--lang`, `-o`.
fn option(run: &str) -> Option<usize> {
    let ends = |c: char| !c.is_ascii_alphanumeric();
    let (name, long) = match run.strip_prefix("--") {
        Some(name) => (name, true),
        None => (run.strip_prefix('-')?, false),
    };
    let name = name.trim_end_matches(ends);
    let letters = name.starts_with(|c: char| c.is_ascii_alphabetic()) && (long || name.len() == 1);
    letters.then_some(name.len() + if long { 2 } else { 1 })
}

/// The length of an address without the punctuation of the sentence around it.
fn trimmed(word: &str) -> usize {
    let mut kept = word;
    let mut open = word.matches('(').count() as isize - word.matches(')').count() as isize;
    while let Some(last) = kept.chars().next_back() {
        let closing = last == ')' && open < 0;
        let ends = matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟' | '…')
            || matches!(last, '»' | '”' | '"' | '\'' | ']' | '}' | '>' | '’');
        if !(closing || ends) {
            break;
        }
        open += isize::from(closing);
        kept = kept.get(..kept.len() - last.len_utf8()).unwrap_or_default();
    }
    kept.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn islands() {
        let table: &[(&str, &[&str])] = &[
            ("انظر https://a.example/x?y=1، ثم", &["https://a.example/x?y=1"]),
            ("(https://a.example/b_(c))", &["https://a.example/b_(c)"]),
            ("بـhttp://a.example/هدنة.", &["http://a.example/هدنة"]),
            ("ملف ~/مجلد/b.mp4 هنا", &["~/مجلد/b.mp4"]),
            ("«/srv/a/b.txt»", &["/srv/a/b.txt"]),
            ("C:\\a\\b", &["C:\\a\\b"]),
            ("نشر 2031-05-12T18:40:00+03:00 هنا", &["2031-05-12T18:40:00+03:00"]),
            ("كتب sami@mail.example.", &["sami@mail.example"]),
            ("رقم #1234 و@sami_o", &["#1234", "@sami_o"]),
            ("يوم 2031-04-27 و٢٠٣١-٠٤-٢٧", &["2031-04-27", "٢٠٣١-٠٤-٢٧"]),
            ("27/11/2031 04:00 10-20 %45", &[]),
            ("#هدنة_قريبة و/أو", &[]),
            ("لغة C++ وكتاب report.pdf:", &["C++", "report.pdf"]),
            ("word, (word) Al-Waha 9e107d", &[]),
            ("الخيار --as-of، و-o أو (--help) - لا", &["--as-of", "-o", "--help"]),
            ("قال -نعم- -17 -AFP --", &[]),
            ("الأمر `hudna log --json a.db`، و`x` `", &["`hudna log --json a.db`", "`x`"]),
            ("`هدنة` بين ` علامتين ` واحدة", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<&str> = find(text, 0..text.len()).into_iter().map(|i| &text[i]).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
