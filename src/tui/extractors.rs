//! Where the workbench has its extractors from: it reads no words of a person's itself.

use super::desk::Failure;
use crate::extract::Extractor;
use std::sync::Arc;

/// Makes extractors.
#[derive(Clone)]
pub struct Extractors(Arc<dyn Fn() -> Result<Extractor, Failure> + Send + Sync>);

impl Extractors {
    /// Such as this gives.
    pub fn by(make: impl Fn() -> Result<Extractor, Failure> + Send + Sync + 'static) -> Extractors {
        Extractors(Arc::new(make))
    }

    /// One, with the words that there are now.
    pub fn make(&self) -> Result<Extractor, Failure> {
        (self.0)()
    }
}

impl Default for Extractors {
    /// With the built-in words alone.
    fn default() -> Extractors {
        Extractors::by(|| Extractor::new().map_err(|error| Failure::new(error.to_string(), "")))
    }
}

impl std::fmt::Debug for Extractors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Extractors")
    }
}
