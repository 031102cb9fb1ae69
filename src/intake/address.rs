//! Web addresses as text: which are fetched, how a relative one is resolved, whether two name one site.

/// The longest address that is kept; longer ones are tracking, or worse.
const MAX_LENGTH: usize = 2048;

/// True of http and https addresses.
pub(super) fn is_web(url: &str) -> bool {
    split(url).is_some()
}

/// Scheme, authority, and path with all after it.
fn split(url: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    Some((scheme, authority, path))
}

/// An address as it is kept: resolved against the page's own, without fragment, name and password;
/// `None` if it is no http or https address.
pub(super) fn resolve(reference: &str, base: Option<&str>) -> Option<String> {
    let reference = reference.trim();
    let whole = if is_web(reference) { reference.to_owned() } else { relative(reference, base?)? };
    let (scheme, authority, path) = split(&whole)?;
    let host = authority.rsplit('@').next().unwrap_or_default();
    let path = path.split('#').next().unwrap_or_default();
    if host.is_empty()
        || whole.len() > MAX_LENGTH
        || whole.contains(|c: char| c.is_whitespace() || c.is_control())
    {
        return None;
    }
    let slash = if path.starts_with('/') { "" } else { "/" };
    Some(format!("{}://{}{slash}{}", scheme.to_ascii_lowercase(), host.to_lowercase(), encoded(path)))
}

/// The path as it goes over the wire: addresses are copied and written with Arabic letters in them.
fn encoded(path: &str) -> String {
    let mut wire = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
        {
            wire.push(char::from(byte));
        } else {
            wire.push_str(&format!("%{byte:02X}"));
        }
    }
    wire
}

fn relative(reference: &str, base: &str) -> Option<String> {
    let (scheme, authority, path) = split(base)?;
    if reference.is_empty() {
        return None;
    }
    if reference.starts_with("//") {
        return Some(format!("{scheme}:{reference}"));
    }
    // `javascript:`, `mailto:` and other schemes.
    let head = reference.split(['/', '?', '#']).next().unwrap_or_default();
    if head.contains(':') {
        return None;
    }
    let own = path.split(['?', '#']).next().unwrap_or_default();
    if reference.starts_with('?') || reference.starts_with('#') {
        return Some(format!("{scheme}://{authority}{own}{reference}"));
    }
    let (target, tail) = match reference.find(['?', '#']) {
        Some(at) => reference.split_at_checked(at)?,
        None => (reference, ""),
    };
    let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    Some(format!("{scheme}://{authority}{}{tail}", without_dots(&joined)))
}

/// The path without `.` and `..`.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut open = false;
    for part in path.trim_start_matches('/').split('/') {
        open = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => {
                kept.pop();
            }
            part => kept.push(part),
        }
    }
    let slash = if open && !kept.is_empty() { "/" } else { "" };
    format!("/{}{slash}", kept.join("/"))
}

/// True if both are of one site: the same host, or one a part of the other (`m.`, `www.`, `amp.`).
pub(super) fn same_site(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (host(one), host(other)) else { return false };
    let within = |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|it| it.ends_with('.'));
    one == other || within(&one, &other) || within(&other, &one)
}

fn host(url: &str) -> Option<String> {
    let (_, authority, _) = split(url)?;
    let host = authority.rsplit('@').next()?.to_lowercase();
    let host = ["www.", "m.", "amp."].iter().find_map(|prefix| host.strip_prefix(prefix)).unwrap_or(&host);
    Some(host.to_owned())
}

/// The last part of the path, where it has one.
pub(super) fn file_name(url: &str) -> Option<String> {
    let (_, _, path) = split(url)?;
    let name = path.split(['?', '#']).next()?.rsplit('/').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_against_the_page() {
        let base = Some("https://news.example/a/b/page.html?x=1#top");
        for (reference, wanted) in [
            ("https://Other.Example/Path", Some("https://other.example/Path")),
            ("HTTP://other.example", Some("http://other.example/")),
            ("//cdn.example/x", Some("https://cdn.example/x")),
            ("/root", Some("https://news.example/root")),
            ("next.html", Some("https://news.example/a/b/next.html")),
            ("../up/./x?q=../y#z", Some("https://news.example/a/up/x?q=../y")),
            ("../../../../etc", Some("https://news.example/etc")),
            ("?page=2", Some("https://news.example/a/b/page.html?page=2")),
            ("#part", Some("https://news.example/a/b/page.html")),
            ("https://user:secret@news.example/x", Some("https://news.example/x")),
            ("/\u{647}?q=\u{647}%20<b>", Some("https://news.example/%D9%87?q=%D9%87%20%3Cb%3E")),
            ("javascript:alert(1)", None),
            ("mailto:a@b.example", None),
            ("file:///etc/passwd", None),
            ("data:text/html,x", None),
            ("https://", None),
            ("", None),
            ("https://a.example/with space", None),
            ("https://a.example/\u{1b}[2J", None),
        ] {
            assert_eq!(resolve(reference, base).as_deref(), wanted, "{reference}");
        }
        assert_eq!(resolve("/root", None), None);
        assert_eq!(resolve("https://a.example/x", None).as_deref(), Some("https://a.example/x"));
    }

    #[test]
    fn a_site_is_its_host_and_what_lies_under_it() {
        for (one, other, wanted) in [
            ("https://www.a.example/x", "https://a.example/y", true),
            ("https://m.a.example/x", "https://www.a.example/", true),
            ("https://news.a.example/", "https://a.example/", true),
            ("https://nota.example/", "https://a.example/", false),
            ("https://a.example@evil.example/", "https://a.example/", false),
            ("https://a.example:8080/", "https://a.example:9090/", false),
        ] {
            assert_eq!(same_site(one, other), wanted, "{one} {other}");
        }
    }
}
