//! The form of an address by which versions of one article find each other.

/// An address without scheme, `www.`, fragment, tracking parameters and closing slash, host in lower case.
pub fn address(url: &str) -> String {
    let url = url.trim();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.to_lowercase();
    let kept: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !is_tracking(p)).collect();
    let mut made = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    let path = path.trim_end_matches('/');
    for (mark, part) in [("/", path), ("?", &kept.join("&"))] {
        if !part.is_empty() {
            made.push_str(mark);
            made.push_str(part);
        }
    }
    made
}

fn is_tracking(parameter: &str) -> bool {
    ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="].iter().any(|t| parameter.starts_with(t))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn one_article_one_address() {
        let form = address("https://www.Example.org/news/a?id=7&utm_source=x#top");
        assert_eq!(form, "example.org/news/a?id=7");
        assert_eq!(address("http://example.org/news/a/?id=7"), form);
        assert_ne!(address("https://example.org/news/a?id=8"), form);
        assert_ne!(address("https://example.org/News/a?id=7"), form);
        assert_eq!(address(""), "");
    }
}
