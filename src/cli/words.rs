//! Words of the command line for what the journal tells with codes.

use crate::say;
pub use crate::told::*;

/// What an entry speaks of: the beginning of its id, or the casebook itself.
pub fn subject(subject: &str) -> String {
    match subject {
        "casebook" => say!("thing-casebook"),
        id => super::args::brief(id).to_owned(),
    }
}

/// Why a part of a salvaged casebook has no content.
pub fn gone(why: &str) -> String {
    let number = |prefix: &str, suffix: &str| {
        why.strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix(suffix))
            .and_then(|n| n.parse::<u64>().ok())
    };
    if let Some(n) = number("chunk ", " of its bytes is gone") {
        return say!("gone-chunk", n = n);
    }
    if let Some(n) = number("its bytes are not all there; ", " chunks can be read") {
        return say!("gone-some", n = n);
    }
    match why {
        "its words cannot be read" => say!("gone-words"),
        "its bytes are gone" => say!("gone-bytes"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_reasons_stay_as_they_stand_in_files() {
        for why in [
            "its words cannot be read",
            "chunk 3 of its bytes is gone",
            "its bytes are gone",
            "its bytes are not all there; 2 chunks can be read",
        ] {
            assert_eq!(gone(why), why);
        }
    }
}
