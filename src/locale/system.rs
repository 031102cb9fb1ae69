//! What the operating system says, and lists of things.

use crate::say;
use std::io::{Error, ErrorKind};

/// What the system says, in its own words where the language is English or it says something rare.
pub fn system(error: &Error) -> String {
    let said = error.to_string();
    match error.kind() {
        ErrorKind::NotFound => say!("system-not-found", said = said),
        ErrorKind::PermissionDenied => say!("system-denied", said = said),
        ErrorKind::AlreadyExists => say!("system-exists", said = said),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => say!("system-full", said = said),
        ErrorKind::ReadOnlyFilesystem => say!("system-read-only", said = said),
        ErrorKind::IsADirectory => say!("system-is-folder", said = said),
        ErrorKind::NotADirectory => say!("system-not-folder", said = said),
        ErrorKind::InvalidData => say!("system-not-text", said = said),
        ErrorKind::UnexpectedEof => say!("system-cut-off", said = said),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => say!("system-busy", said = said),
        ErrorKind::InvalidFilename => say!("system-name", said = said),
        _ => said,
    }
}

/// Things with the comma of the language between them.
pub fn list<T: AsRef<str>>(things: &[T]) -> String {
    let things: Vec<&str> = things.iter().map(AsRef::as_ref).collect();
    things.join(super::comma())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, Locale, within};

    #[test]
    fn in_each_language() {
        let error = Error::from(ErrorKind::PermissionDenied);
        assert_eq!((system(&error), list(&["a", "b"])), (error.to_string(), "a, b".into()));
        let arabic = Locale { lang: Lang::Arabic, ..Locale::default() };
        let said = within(arabic, || (system(&error), list(&["a", "b"])));
        assert_eq!(said, ("لا إذن بذلك".into(), "a، b".into()));
        let rare = Error::other("the tape is torn");
        assert_eq!(within(arabic, || system(&rare)), "the tape is torn");
    }
}
