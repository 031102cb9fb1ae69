//! The checker's signing key, kept outside the casebook.

use std::path::PathBuf;

/// Where the checker's key lies; it is made at the first write.
#[derive(Debug, Clone)]
pub struct Keyring {
    #[allow(dead_code)]
    folder: PathBuf,
}

impl Keyring {
    /// The keyring in this folder, which need not exist yet.
    pub fn at(folder: impl Into<PathBuf>) -> Keyring {
        Keyring { folder: folder.into() }
    }
}
