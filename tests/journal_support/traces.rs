//! Looking for words in everything that lies in a folder.

use rusqlite::Connection;
use std::path::Path;

/// A file's name and where in it a word was found.
pub type Found = (String, String);

/// Wherever one of the words can be read in a folder: in the bytes of its files, in chunks when they are unpacked, and
/// in the search index.
pub fn traces(folder: &Path, words: &[&str]) -> Vec<Found> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        found.extend(if path.is_dir() { traces(&path, words) } else { traces_in(&path, words) });
    }
    found
}

/// The same in one file.
pub fn traces_in(path: &Path, words: &[&str]) -> Vec<Found> {
    let mut found = Vec::new();
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut note = |place: &str, bytes: &[u8]| {
        for word in words.iter().filter(|w| bytes.windows(w.len()).any(|part| part == w.as_bytes())) {
            found.push((name.clone(), format!("{place}: {word}")));
        }
    };
    note("its bytes", &bytes);
    if bytes.starts_with(b"SQLite format 3\0") {
        let conn = Connection::open(path).unwrap();
        let mut chunks = conn.prepare("SELECT data FROM chunk").unwrap();
        let mut chunks = chunks.query([]).unwrap();
        while let Some(row) = chunks.next().unwrap() {
            let data: Vec<u8> = row.get(0).unwrap();
            note("a chunk", &zstd::bulk::decompress(&data, 1 << 20).unwrap());
        }
        conn.execute_batch("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, search, row)").unwrap();
        let mut terms = conn.prepare("SELECT term FROM terms").unwrap();
        let mut terms = terms.query([]).unwrap();
        while let Some(row) = terms.next().unwrap() {
            note("the search index", row.get::<_, String>(0).unwrap().as_bytes());
        }
    }
    found
}
