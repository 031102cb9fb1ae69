//! Files and folders as a person names them on the command line.
#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests are not recognised as tests

use hudna::intake::{Input, IntakeError, MAX_ARTICLE, Overrides, inputs, receive};
use std::fs;
use std::path::Path;

fn arguments(paths: &[&Path]) -> Vec<String> {
    paths.iter().map(|path| path.to_str().unwrap().to_owned()).collect()
}

fn names(found: &[Input], below: &Path) -> Vec<String> {
    let relative = |input: &Input| match input {
        Input::File(path) => path.strip_prefix(below).unwrap().to_str().unwrap().to_owned(),
        other => panic!("not a file: {other:?}"),
    };
    found.iter().map(relative).collect()
}

#[test]
fn a_folder_gives_its_articles_by_name_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("b/deeper")).unwrap();
    fs::create_dir_all(at(".git")).unwrap();
    let wide: Vec<u8> = [0xfeff_u16, 0x647, 0x62f].iter().flat_map(|unit| unit.to_le_bytes()).collect();
    for (name, bytes) in [
        ("z.txt", &b"z"[..]),
        ("a.HTML", b"a"),
        ("b/2.md", b"2"),
        ("b/1.markdown", b"1"),
        ("b/deeper/x.xhtml", b"x"),
        ("c.text", b"c"),
        ("d.htm", b"d"),
        ("notes", "هدنة".as_bytes()),
        ("wide", &wide),
        ("program", b"\x7fELF\x02\x01\x01\0"),
        ("nothing", b""),
        (".hidden.txt", b"h"),
        (".git/config", b"g"),
        ("photo.jpg", b"p"),
        ("table.csv", b"1,2"),
    ] {
        fs::write(at(name), bytes).unwrap();
    }
    let found = inputs(&arguments(&[folder.path()])).unwrap();
    let wanted =
        ["a.HTML", "b/1.markdown", "b/2.md", "b/deeper/x.xhtml", "c.text", "d.htm", "notes", "wide", "z.txt"];
    assert_eq!(names(&found, folder.path()), wanted);
}

#[cfg(unix)]
#[test]
fn links_in_a_folder_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("private.txt"), "private").unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "a").unwrap();
    symlink(folder.path(), folder.path().join("loop")).unwrap();
    symlink(outside.path(), folder.path().join("out")).unwrap();
    symlink(outside.path().join("private.txt"), folder.path().join("b.txt")).unwrap();
    let found = inputs(&arguments(&[folder.path()])).unwrap();
    assert_eq!(names(&found, folder.path()), ["a.txt"]);
    // A link that the person names is meant.
    let named = inputs(&arguments(&[&folder.path().join("out")])).unwrap();
    assert_eq!(named.len(), 1);
}

#[test]
fn arguments_keep_their_order_and_wrong_ones_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("any.bin");
    fs::write(&file, "x").unwrap();
    let mut given = arguments(&[&file]);
    given.extend(["-".to_owned(), "HTTPS://a.example/x".to_owned()]);
    let found = inputs(&given).unwrap();
    assert_eq!(found, [Input::File(file), Input::Stdin, Input::Url("HTTPS://a.example/x".into())]);
    let one = |argument: &str| inputs(&[argument.to_owned()]).unwrap_err();
    assert_eq!(one("no/such/file"), IntakeError::NotFound { path: "no/such/file".into() });
    assert_eq!(one("file:///etc/passwd"), IntakeError::Scheme { scheme: "file".into() });
    assert_eq!(one("ftp://a.example/x"), IntakeError::Scheme { scheme: "ftp".into() });
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    assert_eq!(one(path), IntakeError::NothingInFolder { path: path.into() });
}

#[test]
fn a_file_is_received_with_its_bytes_and_read_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Report one.txt");
    fs::write(&path, "The army said so.\r\nYes.").unwrap();
    let received = receive(&Input::File(path), &Overrides::default()).unwrap();
    assert_eq!(received.bytes, b"The army said so.\r\nYes.");
    assert_eq!(received.text, "The army said so.\nYes.");
    assert_eq!(received.title, "Report one");
    assert_eq!((received.url.as_str(), received.outlet.as_str(), received.published.as_str()), ("", "", ""));
    let gone = receive(&Input::File("no/such".into()), &Overrides::default()).unwrap_err();
    assert_eq!(gone, IntakeError::NotFound { path: "no/such".into() });
    let folder = receive(&Input::File(folder.path().into()), &Overrides::default()).unwrap_err();
    assert!(matches!(folder, IntakeError::Unreadable { .. }));
}

#[test]
fn a_file_beyond_the_limit_is_not_even_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.txt");
    // Sparse: it has a length and no blocks.
    fs::File::create(&path).unwrap().set_len(MAX_ARTICLE + 1).unwrap();
    let refused = receive(&Input::File(path), &Overrides::default()).unwrap_err();
    assert!(matches!(refused, IntakeError::TooLarge { limit: MAX_ARTICLE, .. }));
    assert!(refused.to_string().ends_with("is larger than 256 MiB"), "{refused}");
}

#[test]
fn every_error_is_one_line_with_a_hint() {
    let errors = [
        IntakeError::Empty,
        IntakeError::NoText,
        IntakeError::TooComplex,
        IntakeError::UnknownEncoding,
        IntakeError::Proxy,
        IntakeError::TooDeep { limit: 512 },
        IntakeError::Binary { what: "a PDF document" },
        IntakeError::Invalid { encoding: "UTF-8", offset: 7 },
        IntakeError::Status { code: 404, meaning: "Not Found", url: "https://a.example/".into() },
    ];
    for error in errors {
        let (message, hint) = (error.to_string(), error.hint());
        assert!(!message.contains('\n') && !message.is_empty(), "{message}");
        assert!(hint.ends_with('.') && !hint.contains('\n'), "{hint}");
    }
    assert_eq!(
        IntakeError::Invalid { encoding: "UTF-8", offset: 7 }.to_string(),
        "invalid UTF-8 at byte offset 7"
    );
}
