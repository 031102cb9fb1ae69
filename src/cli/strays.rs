//! Files beside the casebook that a cloud client or a rescue made of it: work that somebody may miss.

use std::path::{Path, PathBuf};

/// The casebook's other versions in its folder, by their names, in order.
pub fn beside(casebook: &Path) -> Vec<PathBuf> {
    let folder = casebook.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Some(stem), extension) = (casebook.file_stem().and_then(|s| s.to_str()), casebook.extension())
    else {
        return Vec::new();
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let stray = |path: &PathBuf| {
        let rest = path.file_stem().and_then(|s| s.to_str()).and_then(|name| name.strip_prefix(stem));
        path.extension() == extension && rest.is_some_and(is_version)
    };
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(stray).collect();
    found.sort();
    found
}

/// Whether what follows a casebook's name is what programs put there that found two versions of a file: “ (conflicted
/// copy 2026-03-01)”, “.sync-conflict-20260301-101500-ABCDEFG”, “_conflict-20260301-101500”, “ (1)”, “ 2”; or we.
fn is_version(rest: &str) -> bool {
    let lower = rest.to_lowercase();
    let number = |digits: &str| (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let counted = rest.strip_prefix(' ').is_some_and(|rest| {
        number(rest) || rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')).is_some_and(number)
    });
    counted || lower.contains("conflict") || lower.starts_with("-rescue-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_known_by_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let strays = [
            "case (Salma's conflicted copy 2026-03-01).db",
            "case (conflicted copy 2026-03-01 101500).db",
            "case (1).db",
            "case 2.db",
            "case-rescue-20260301T101500123Z.db",
            "case.sync-conflict-20260301-101500-ABCDEFG.db",
            "case_conflict-20260301-101500.db",
        ];
        let others = [
            "case.db",
            "case-2025.db",
            "case 2025.db",
            "case.db.before-merge-20260301T101500123Z",
            "other (1).db",
            "case (1).txt",
        ];
        for name in strays.iter().chain(&others) {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let mut expected: Vec<PathBuf> = strays.iter().map(|name| folder.path().join(name)).collect();
        expected.sort();
        assert_eq!(beside(&folder.path().join("case.db")), expected);
    }
}
