//! One web page, fetched because the person named its address; never anything that a page refers to.

use super::{IntakeError, MAX_ARTICLE, address, inputs};
use std::time::Duration;
use ureq::{Agent, Error, ProxyProtocol, ResponseExt};

const CONNECT: Duration = Duration::from_secs(10);
const WHOLE: Duration = Duration::from_secs(30);
const REDIRECTS: u32 = 5;

/// A page as the server sent it.
#[derive(Debug)]
pub(super) struct Page {
    pub bytes: Vec<u8>,
    /// The address it was at in the end.
    pub url: String,
    pub content_type: Option<String>,
}

pub(super) fn fetch(url: &str) -> Result<Page, IntakeError> {
    let address = address::resolve(url, None).ok_or_else(|| IntakeError::BadUrl { url: shown(url) })?;
    let agent = agent()?;
    let response = agent.get(&address).call().map_err(|error| failed(&address, error))?;
    let end = response.get_uri().to_string();
    let content_type =
        response.headers().get("content-type").and_then(|value| value.to_str().ok()).map(str::to_owned);
    // The limit is on what comes out of decompression.
    let body = response.into_body().into_with_config().limit(u64::MAX).reader();
    let bytes = inputs::capped(body, &shown(&address)).map_err(|error| interrupted(&address, error))?;
    Ok(Page { bytes, url: address::resolve(&end, None).unwrap_or(address), content_type })
}

fn agent() -> Result<Agent, IntakeError> {
    let config = Agent::config_builder()
        .timeout_connect(Some(CONNECT))
        .timeout_global(Some(WHOLE))
        .max_redirects(REDIRECTS)
        .user_agent(concat!("hudna/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.1")
        .build();
    // Without this the library would go past the proxy and show the checker's own address to the site.
    if config.proxy().is_some_and(|it| !matches!(it.protocol(), ProxyProtocol::Http | ProxyProtocol::Https)) {
        return Err(IntakeError::Proxy);
    }
    Ok(config.new_agent())
}

fn shown(url: &str) -> String {
    crate::text::safe(url, false).chars().take(200).collect()
}

fn failed(address: &str, error: Error) -> IntakeError {
    let url = shown(address);
    match error {
        Error::StatusCode(code) => IntakeError::Status { code, meaning: meaning(code), url },
        Error::TooManyRedirects => IntakeError::Redirects { url, limit: REDIRECTS },
        Error::Timeout(_) => IntakeError::Timeout { url },
        Error::HostNotFound => IntakeError::Network { url, why: crate::spoken!("intake-no-host") },
        Error::BadUri(_) => IntakeError::BadUrl { url },
        Error::Io(ref io) if io.kind() == std::io::ErrorKind::ConnectionRefused => {
            IntakeError::Network { url, why: crate::spoken!("intake-connection", said = error.to_string()) }
        }
        other => IntakeError::Network { url, why: shown(&other.to_string()).into() },
    }
}

/// A failure while the page was being read.
fn interrupted(address: &str, error: IntakeError) -> IntakeError {
    let url = shown(address);
    match error {
        IntakeError::Unreadable { why, .. } if why.english().starts_with("timeout") => {
            IntakeError::Timeout { url }
        }
        IntakeError::Unreadable { why, .. } => IntakeError::Network { url, why },
        IntakeError::TooLarge { .. } => IntakeError::TooLarge { what: url, limit: MAX_ARTICLE },
        other => other,
    }
}

const fn meaning(code: u16) -> &'static str {
    match code {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        410 => "Gone",
        429 => "Too Many Requests",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "an error",
    }
}
