//! Escaping for each format that text is written into.

use crate::text;
use std::borrow::Cow;
use std::fmt;

/// Whether a character has a token of its own wherever text is shown. Line breaks, tabs and the
/// joiners that Arabic and Persian are written with may stand.
pub fn is_unsafe(c: char) -> bool {
    !matches!(c, '\t' | '\n' | '\u{200c}' | '\u{200d}') && text::unsafe_name(c).is_some()
}

/// Text as it is shown: unsafe characters as visible tokens.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        return Cow::Owned(text::safe(&text.replace("\r\n", "\n"), true).into_owned());
    }
    text::safe(text, true)
}

/// On one line: line breaks and runs of blanks become one blank.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Splits shown text into runs and the tokens between them; `true` marks a token.
pub fn tokens(text: &str) -> Vec<(bool, &str)> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((at, length)) = next_token(rest) {
        let (before, from) = rest.split_at(at);
        let (token, after) = from.split_at(length);
        found.extend([(false, before), (true, token)]);
        rest = after;
    }
    found.push((false, rest));
    found.retain(|(_, part)| !part.is_empty());
    found
}

fn next_token(text: &str) -> Option<(usize, usize)> {
    text.match_indices('⟨').find_map(|(at, _)| {
        let from = text.get(at..)?;
        let end = from.find('⟩')?;
        let name = from.get('⟨'.len_utf8()..end)?;
        let named = !name.is_empty()
            && name.len() <= 10
            && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'+');
        named.then_some((at, end + '⟩'.len_utf8()))
    })
}

/// Writes text for HTML, for elements and quoted attributes alike.
pub fn html(text: &str, to: &mut dyn fmt::Write) -> fmt::Result {
    for c in text.chars() {
        match c {
            '<' => to.write_str("&lt;")?,
            '>' => to.write_str("&gt;")?,
            '&' => to.write_str("&amp;")?,
            '"' => to.write_str("&quot;")?,
            '\'' => to.write_str("&#39;")?,
            c => to.write_char(c)?,
        }
    }
    Ok(())
}

/// Text for Markdown, on one line, with everything that could be markup escaped.
pub fn markdown(text: &str) -> String {
    let text = one_line(&shown(text));
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.chars().enumerate() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // These begin a list, a heading or a rule only at the start of a line.
            '+' | '-' | '=' | '#' if at == 0 => out.extend(['\\', c]),
            // Addresses would become links by themselves; escaped, they stay text.
            '\\' | '^' | '{' | '}' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '!' | '|' | '~' | '$'
            | ':' | '@' | '#' => {
                out.extend(['\\', c]);
            }
            '.' if numbers_a_list(&out) || ends_in_www(&out) => out.push_str("\\."),
            c => out.push(c),
        }
    }
    out
}

fn numbers_a_list(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit())
}

fn ends_in_www(before: &str) -> bool {
    before.get(before.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// JSON with unsafe characters as `\u` escapes, and with `<`, `>`, `&` too where it will stand
/// inside a script element. What is escaped can only stand inside strings.
pub fn json(json: &str, in_script: bool) -> Cow<'_, str> {
    let escaped = text::escape_json(json);
    if !in_script {
        return escaped;
    }
    Cow::Owned(escaped.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}

/// A spreadsheet cell that is not taken for a formula: an apostrophe goes before what begins one.
pub fn cell(text: &str) -> String {
    // What cannot be seen may be dropped by a spreadsheet before it looks for a formula.
    let marks = ['\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{61c}'];
    let hidden = |c: char| c.is_whitespace() || is_unsafe(c) || marks.contains(&c);
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let begins = text.trim_start_matches(hidden).starts_with(formula) || text.starts_with(['\t', '\r', '\n']);
    let shown = shown(text);
    if begins { format!("'{shown}") } else { shown.into_owned() }
}

/// The address as a link's target: only plain http and https, without blank or unsafe character.
pub fn href(address: &str) -> Option<&str> {
    let address = address.trim();
    let scheme = |name: &str| address.get(..name.len()).is_some_and(|s| s.eq_ignore_ascii_case(name));
    let rest = if scheme("https://") {
        address.get(8..)?
    } else if scheme("http://") {
        address.get(7..)?
    } else {
        ""
    };
    let clean = !address.chars().any(|c| c.is_whitespace() || is_unsafe(c) || "<>\"`\\^{}|".contains(c));
    (clean && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_characters_become_tokens_and_arabic_stays() {
        assert_eq!(shown("a\u{202e}b\u{200b}c\u{1b}[31m"), "a⟨RLO⟩b⟨ZWSP⟩c⟨ESC⟩[31m");
        assert_eq!(shown("هُدنة\nنعم"), "هُدنة\nنعم");
        assert_eq!(tokens("a⟨RLO⟩b⟨x⟩"), [(false, "a"), (true, "⟨RLO⟩"), (false, "b⟨x⟩")]);
        assert_eq!(tokens("⟨RLO"), [(false, "⟨RLO")]);
    }

    #[test]
    fn only_web_addresses_become_links() {
        for good in ["https://a.example/b?c=d&e", "HTTP://a.example", "https://مثال.example/خبر"] {
            assert_eq!(href(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "//a.example",
            "https://a\u{202e}b",
            "https://a b",
            "java\nscript:x",
            "file:///etc/passwd",
            "https://\"onclick=",
            "",
        ] {
            assert_eq!(href(bad), None, "{bad}");
        }
    }

    #[test]
    fn formulas_are_neutralised() {
        for bad in ["=1+1", "+1", "-1", "@a", "\t=1", "\r\n=1", "＝1", " =1", "\u{200f}=1", "\nx"] {
            assert!(cell(bad).starts_with('\''), "{bad:?}");
        }
        for good in ["", "a=b", "الهدنة", "'=1", "1-2"] {
            assert_eq!(cell(good), good);
        }
    }

    #[test]
    fn json_stays_json() {
        let value = serde_json::json!({"a": "\u{202e}<b>&\u{e0041}\u{2028}\u{85}\n"});
        let text = serde_json::to_string_pretty(&value).unwrap();
        for in_script in [false, true] {
            let escaped = json(&text, in_script);
            assert!(!escaped.chars().any(is_unsafe));
            assert_eq!(escaped.contains('<'), !in_script);
            assert_eq!(serde_json::from_str::<serde_json::Value>(&escaped).unwrap(), value);
        }
    }
}
