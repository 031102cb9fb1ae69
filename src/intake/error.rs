//! What can go wrong while an article is taken in, and what to do about it.

use crate::locale::Spoken;
use crate::say;
use thiserror::Error;

/// Why an article could not be taken in.
#[derive(Debug, Clone, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum IntakeError {
    /// There is nothing of that name.
    #[error("{}", crate::say!("intake-not-found", path = .path))]
    NotFound {
        /// The path as given.
        path: String,
    },
    /// The system refused to hand over the bytes.
    #[error("{}", crate::say!("intake-unreadable", what = .what, why = .why))]
    Unreadable {
        /// A path, or `standard input`.
        what: String,
        /// The system's words.
        why: Spoken,
    },
    /// A folder without a single article.
    #[error("{}", crate::say!("intake-nothing", path = .path))]
    NothingInFolder {
        /// The folder.
        path: String,
    },
    /// Larger than the limit.
    #[error("{}", crate::say!("intake-too-large", what = .what, limit = .limit >> 20))]
    TooLarge {
        /// What is too large.
        what: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// No characters, or only white ones.
    #[error("{}", crate::say!("intake-empty"))]
    Empty,
    /// Not a text.
    #[error("{}", crate::say!("intake-binary", what = super::binary::words(.what)))]
    Binary {
        /// What it looks like.
        what: &'static str,
    },
    /// A kind of content that is not read.
    #[error("{}", crate::say!("intake-type", mime = .mime))]
    UnsupportedType {
        /// The media type.
        mime: String,
    },
    /// Bytes that are no text in the encoding that all others are in.
    #[error("{}", crate::say!("intake-invalid", encoding = *.encoding, offset = *.offset))]
    Invalid {
        /// The encoding by its WHATWG name.
        encoding: &'static str,
        /// Byte offset of the first wrong byte.
        offset: usize,
    },
    /// No encoding makes text of these bytes.
    #[error("{}", crate::say!("intake-encoding"))]
    UnknownEncoding,
    /// Elements nested deeper than any browser follows.
    #[error("{}", crate::say!("intake-deep", limit = *.limit))]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Markup made to exhaust whoever reads it.
    #[error("{}", crate::say!("intake-complex"))]
    TooComplex,
    /// A page or Markdown text without text.
    #[error("{}", crate::say!("intake-no-text"))]
    NoText,
    /// Not a usable address.
    #[error("{}", crate::say!("intake-url", url = .url))]
    BadUrl {
        /// The address as given.
        url: String,
    },
    /// An address of a scheme that is not fetched.
    #[error("{}", crate::say!("intake-scheme", scheme = .scheme))]
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// The server answered, but not with the page.
    #[error("{}", crate::say!("intake-status", code = .code.to_string(), meaning = *.meaning, url = .url))]
    Status {
        /// HTTP status code.
        code: u16,
        /// Its usual name.
        meaning: &'static str,
        /// The address.
        url: String,
    },
    /// Sent on from address to address.
    #[error("{}", crate::say!("intake-redirects", url = .url, limit = *.limit))]
    Redirects {
        /// The address.
        url: String,
        /// The limit.
        limit: u32,
    },
    /// The server took too long.
    #[error("{}", crate::say!("intake-timeout", url = .url))]
    Timeout {
        /// The address.
        url: String,
    },
    /// The environment names a proxy of a kind that is not spoken.
    #[error("{}", crate::say!("intake-proxy"))]
    Proxy,
    /// No connection, no such host, no valid certificate.
    #[error("{}", crate::say!("intake-network", url = .url, why = .why))]
    Network {
        /// The address.
        url: String,
        /// What went wrong.
        why: Spoken,
    },
}

impl IntakeError {
    /// What to do about it, in one sentence.
    pub fn hint(&self) -> String {
        match self {
            Self::NotFound { .. } => say!("intake-not-found-hint"),
            Self::Unreadable { .. } => say!("intake-unreadable-hint"),
            Self::NothingInFolder { .. } => say!("intake-nothing-hint"),
            Self::TooLarge { .. } => say!("intake-too-large-hint"),
            Self::Empty => say!("intake-empty-hint"),
            Self::Binary { .. } => say!("intake-binary-hint"),
            Self::UnsupportedType { .. } => say!("intake-type-hint"),
            Self::Invalid { .. } => say!("intake-invalid-hint"),
            Self::UnknownEncoding => say!("intake-encoding-hint"),
            Self::TooDeep { .. } | Self::TooComplex => say!("intake-complex-hint"),
            Self::NoText => say!("intake-no-text-hint"),
            Self::BadUrl { .. } => say!("intake-url-hint"),
            Self::Scheme { .. } => say!("intake-scheme-hint"),
            Self::Status { .. } => say!("intake-status-hint"),
            Self::Redirects { .. } => say!("intake-redirects-hint"),
            Self::Timeout { .. } => say!("intake-timeout-hint"),
            Self::Proxy => say!("intake-proxy-hint"),
            Self::Network { .. } => say!("intake-network-hint"),
        }
    }
}
