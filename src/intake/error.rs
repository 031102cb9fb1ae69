//! What can go wrong while an article is taken in, and what to do about it.

use thiserror::Error;

/// Why an article could not be taken in.
#[derive(Debug, Clone, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum IntakeError {
    /// There is nothing of that name.
    #[error("there is no file or folder {path}")]
    NotFound {
        /// The path as given.
        path: String,
    },
    /// The system refused to hand over the bytes.
    #[error("cannot read {what}: {why}")]
    Unreadable {
        /// A path, or `standard input`.
        what: String,
        /// The system's words.
        why: String,
    },
    /// A folder without a single article.
    #[error("no article in the folder {path}")]
    NothingInFolder {
        /// The folder.
        path: String,
    },
    /// Larger than the limit.
    #[error("{what} is larger than {} MiB", limit >> 20)]
    TooLarge {
        /// What is too large.
        what: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// No characters, or only white ones.
    #[error("the file is empty")]
    Empty,
    /// Not a text.
    #[error("not a text: {what}")]
    Binary {
        /// What it looks like.
        what: &'static str,
    },
    /// A kind of content that is not read.
    #[error("the server sends {mime}, which is not an article")]
    UnsupportedType {
        /// The media type.
        mime: String,
    },
    /// Bytes that are no text in the encoding that all others are in.
    #[error("invalid {encoding} at byte offset {offset}")]
    Invalid {
        /// The encoding by its WHATWG name.
        encoding: &'static str,
        /// Byte offset of the first wrong byte.
        offset: usize,
    },
    /// No encoding makes text of these bytes.
    #[error("the text's encoding could not be recognised")]
    UnknownEncoding,
    /// Elements nested deeper than any browser follows.
    #[error("the page's elements are nested more than {limit} deep")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Markup made to exhaust whoever reads it.
    #[error("the page is too complex to read")]
    TooComplex,
    /// A page or Markdown text without text.
    #[error("no text was found in it")]
    NoText,
    /// Not a usable address.
    #[error("not a usable address: {url}")]
    BadUrl {
        /// The address as given.
        url: String,
    },
    /// An address of a scheme that is not fetched.
    #[error("addresses that begin with {scheme}: are not fetched")]
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// The server answered, but not with the page.
    #[error("the server answered {code} {meaning} for {url}")]
    Status {
        /// HTTP status code.
        code: u16,
        /// Its usual name.
        meaning: &'static str,
        /// The address.
        url: String,
    },
    /// Sent on from address to address.
    #[error("{url} redirects more than {limit} times")]
    Redirects {
        /// The address.
        url: String,
        /// The limit.
        limit: u32,
    },
    /// The server took too long.
    #[error("{url} did not answer in time")]
    Timeout {
        /// The address.
        url: String,
    },
    /// The environment names a proxy of a kind that is not spoken.
    #[error("a SOCKS proxy is set, which this build does not speak")]
    Proxy,
    /// No connection, no such host, no valid certificate.
    #[error("cannot fetch {url}: {why}")]
    Network {
        /// The address.
        url: String,
        /// What went wrong.
        why: String,
    },
}

impl IntakeError {
    /// What to do about it, in one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Check the spelling; put quotation marks around a name with spaces.",
            Self::Unreadable { .. } => "Check that you may read it, or copy it somewhere else first.",
            Self::NothingInFolder { .. } => {
                "Articles are .txt, .md, .markdown, .text, .html, .htm and .xhtml files; name others one by one."
            }
            Self::TooLarge { .. } => "Cut out the article itself and import that.",
            Self::Empty => "Check that the file was saved or downloaded completely.",
            Self::Binary { .. } => {
                "Save the article as text or HTML; attach other files to a claim as evidence instead."
            }
            Self::UnsupportedType { .. } => {
                "Download the file and attach it to a claim as evidence, or import the page that links to it."
            }
            Self::Invalid { .. } => {
                "The file is damaged or cut off; fetch it again, or save it as UTF-8 in a text editor."
            }
            Self::UnknownEncoding => "Save the text as UTF-8 in a text editor and import it again.",
            Self::TooDeep { .. } | Self::TooComplex => {
                "Copy the article's text from the browser into a .txt file and import that."
            }
            Self::NoText => {
                "The page may need a browser to show its text: copy it from there into a .txt file."
            }
            Self::BadUrl { .. } => "An address looks like https://example.org/article.",
            Self::Scheme { .. } => "Give an http or https address, or the path of a file.",
            Self::Status { .. } => "Open the address in a browser; save the page and import the file.",
            Self::Redirects { .. } => "Open the address in a browser and give the one it ends at.",
            Self::Timeout { .. } => "Try again later, or save the page in a browser and import the file.",
            Self::Proxy => "Name an http proxy, or save the page in your browser and import the file.",
            Self::Network { .. } => {
                "Check the address and your connection, or save the page and import the file."
            }
        }
    }
}
