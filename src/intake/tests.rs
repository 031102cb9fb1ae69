//! Tables of texts in every encoding and form, and what must be read from them.

use super::*;
use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1252, WINDOWS_1256};
use proptest::prelude::*;

fn plain(bytes: impl Into<Vec<u8>>) -> Result<Received, IntakeError> {
    read(bytes.into(), &Hint { name: Some("news.txt"), ..Hint::default() }, &Overrides::default())
}

fn markdown(source: &str) -> Received {
    read(source.into(), &Hint { name: Some("news.md"), ..Hint::default() }, &Overrides::default()).unwrap()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

const SHORT: &str = "قال المتحدث إن القصف توقف";

/// A short sentence, one with much punctuation, and a whole article of ours.
fn arabic() -> Vec<String> {
    let article =
        String::from_utf8_lossy(include_bytes!("../../samples/ar-truce-announced.txt")).into_owned();
    vec![
        SHORT.to_owned(),
        "هدنة في تل سمار".to_owned(),
        "نفى الجيش، مساء السبت، سقوط أي مدني؛ فمن قتل الأطفال؟".to_owned(),
        format!("{SHORT}\n\n(Rahwan, 12)\n"),
        article.chars().filter(|c| !WINDOWS_1256.encode(&c.to_string()).2).collect(),
    ]
}

#[test]
fn arabic_is_read_in_every_encoding_it_comes_in() {
    for text in arabic() {
        let (windows, _, lossy) = WINDOWS_1256.encode(&text);
        assert!(!lossy, "{text}");
        let mut cases: Vec<(&str, Vec<u8>)> = vec![
            ("UTF-8", text.clone().into_bytes()),
            ("UTF-8", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("UTF-16LE", [b"\xff\xfe".to_vec(), utf16(&text, u16::to_le_bytes)].concat()),
            ("UTF-16BE", [b"\xfe\xff".to_vec(), utf16(&text, u16::to_be_bytes)].concat()),
            ("UTF-16LE", utf16(&text, u16::to_le_bytes)),
            ("UTF-16BE", utf16(&text, u16::to_be_bytes)),
            ("windows-1256", windows.to_vec()),
        ];
        let (iso, _, lossy) = ISO_8859_6.encode(&text);
        if !lossy {
            cases.push(("ISO-8859-6", iso.to_vec()));
        }
        let mut wide: Vec<u8> = b"\xff\xfe\0\0".to_vec();
        wide.extend(text.chars().flat_map(|c| u32::from(c).to_le_bytes()));
        cases.push(("UTF-32LE", wide));
        for (encoding, bytes) in cases {
            let received = plain(bytes.clone()).unwrap_or_else(|error| panic!("{encoding} {text}: {error}"));
            assert_eq!((received.encoding.as_str(), received.text.as_str()), (encoding, text.as_str()));
            assert_eq!(received.bytes, bytes);
            assert_eq!(received.language, "ar");
        }
    }
}

#[test]
fn other_scripts_of_before_unicode_are_not_taken_for_arabic() {
    for (label, text) in [
        (
            "windows-1252",
            "Le porte-parole a déclaré que la trêve était respectée à l’aube près de la frontière.",
        ),
        ("windows-1252", "The spokesman said it\u{2019}s over."),
        ("windows-1251", "Представитель армии заявил, что перемирие соблюдается по всей линии фронта."),
        ("windows-1255", "דובר הצבא אמר כי הפסקת האש נשמרת לאורך כל הגבול מאז הבוקר."),
        ("windows-1253", "Ο εκπρόσωπος του στρατού δήλωσε ότι η εκεχειρία τηρείται σε όλο το μέτωπο."),
    ] {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let received = plain(encoding.encode(text).0.into_owned()).unwrap();
        assert_eq!((received.encoding.as_str(), received.text.as_str()), (label, text));
    }
}

#[test]
fn only_the_mark_and_carriage_returns_before_line_feeds_go() {
    for (bytes, text) in [
        ("\u{feff}A title\r\n\r\n  two  spaces\t\r\n", "A title\n\n  two  spaces\t\n"),
        ("a\rb\r\r\nc\n\r", "a\rb\r\nc\n\r"),
        ("a\u{feff}b\u{200f}\u{202e}", "a\u{feff}b\u{200f}\u{202e}"),
        ("\u{1b}[31mred\u{1b}]0;x\u{7}", "\u{1b}[31mred\u{1b}]0;x\u{7}"),
    ] {
        assert_eq!(plain(bytes).unwrap().text, text);
    }
}

#[test]
fn damaged_and_foreign_bytes_are_named_not_replaced() {
    let invalid = |encoding, offset| IntakeError::Invalid { encoding, offset };
    let cut = "الهدنة قائمة".as_bytes();
    let mut damaged = SHORT.as_bytes().to_vec();
    damaged.insert(7, 0xff);
    let mut odd = [b"\xff\xfe".to_vec(), utf16(SHORT, u16::to_le_bytes)].concat();
    odd.pop();
    let end = odd.len() - 1;
    let binary = IntakeError::Binary { what: "it holds bytes that no text has" };
    for (bytes, wanted) in [
        (cut[..cut.len() - 1].to_vec(), invalid("UTF-8", cut.len() - 2)),
        (damaged, invalid("UTF-8", 7)),
        (b"\xef\xbb\xbfabc\xff".to_vec(), invalid("UTF-8", 6)),
        (odd, invalid("UTF-16LE", end)),
        (b"\xff\xfea\0\x00\xd8b\0".to_vec(), invalid("UTF-16LE", 4)),
        (b"\xff\xfe\0\0a\0\0\0\0\0\x11\0".to_vec(), invalid("UTF-32LE", 8)),
        (b"some text\0and more".to_vec(), binary),
        (
            b"\xef\xbb\xbfsome text\0".to_vec(),
            IntakeError::Binary { what: "it holds bytes that no text has" },
        ),
        (
            (1..=255u8).cycle().take(4000).collect(),
            IntakeError::Binary { what: "it holds bytes that no text has" },
        ),
        (b"".to_vec(), IntakeError::Empty),
        (b" \r\n\t\n".to_vec(), IntakeError::Empty),
        (b"\xef\xbb\xbf \n".to_vec(), IntakeError::Empty),
        ("\u{200b}\u{feff}\u{a0}\n".into(), IntakeError::Empty),
    ] {
        assert_eq!(plain(bytes.clone()).map(|it| it.text), Err(wanted), "{bytes:?}");
    }
}

#[test]
fn files_that_are_no_text_are_named() {
    for (bytes, what) in [
        (&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], "a PNG picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or an office document"),
        (b"SQLite format 3\0\x10\0", "an SQLite database"),
        (b"\x1f\x8b\x08\0", "gzip-compressed data"),
        (b"\0\0\0\x18ftypmp42", "a film or picture"),
    ] {
        for name in ["news.txt", "news.html", "news.md", "news"] {
            let hint = Hint { name: Some(name), ..Hint::default() };
            assert_eq!(read(bytes.into(), &hint, &Overrides::default()), Err(IntakeError::Binary { what }));
        }
    }
}

#[test]
fn the_title_is_the_first_line_where_that_is_one() {
    for (text, title) in [
        ("Truce holds\n\nThe army said so.", "Truce holds"),
        ("\n\n  Truce \t holds?  \nMore.", "Truce holds?"),
        ("The army said that the truce holds.\nMore.", "news"),
        ("He said: “It holds.”\nMore.", "news"),
        ("قصف على البلدة؟\nقال الجيش", "قصف على البلدة؟"),
        (&format!("{}\nMore.", "long ".repeat(60)), "news"),
        ("\u{1b}[31mRed\u{202e}\nMore.", "\u{1b}[31mRed\u{202e}"),
    ] {
        assert_eq!(plain(text).unwrap().title, title);
    }
    let nameless = read(b"The army said that it holds.".to_vec(), &Hint::default(), &Overrides::default());
    assert_eq!(nameless.unwrap().title, "The army said that it holds.");
}

#[test]
fn overrides_stand_above_what_the_article_says() {
    let some = |text: &str| Some(text.to_owned());
    let overrides = Overrides {
        title: some(" T "),
        outlet: some("O"),
        author: some("A"),
        url: some("https://o.example/1"),
        published: some("2031-05-10"),
        language: some("fa"),
        private: true,
    };
    let source = b"---\ntitle: x\nauthor: y\ndate: 2001-01-01\nlang: en\n---\nText".to_vec();
    let read = read(source, &Hint { name: Some("a.md"), ..Hint::default() }, &overrides).unwrap();
    let fields = [&read.title, &read.outlet, &read.author, &read.url, &read.published, &read.language];
    assert_eq!(fields, ["T", "O", "A", "https://o.example/1", "2031-05-10", "fa"]);
}

#[test]
fn front_matter_is_read_and_is_not_text() {
    let received = markdown(
        "---\r\ntitle: \"A \\\"small\\\" truce\"\r\nauthors:\r\n  - Ann Orr\r\n  - 'Bo O''Lea'\r\nsource: Wire # ours\r\n\
         date: 2031-05-10\r\nlang: ar-EG\r\nurl: https://w.example/1\r\nnested:\r\n  title: no\r\n---\r\nالنص هنا\r\n",
    );
    assert_eq!(received.title, "A \"small\" truce");
    assert_eq!(received.author, "Ann Orr, Bo O'Lea");
    assert_eq!(received.outlet, "Wire");
    assert_eq!(received.published, "2031-05-10");
    assert_eq!(received.language, "ar");
    assert_eq!(received.url, "https://w.example/1");
    assert_eq!(received.text, "النص هنا");
    assert_eq!(markdown("---\ntitle: never closed\n\ntext").title, "title: never closed");
    assert_eq!(markdown("---\nurl: javascript:alert(1)\ndate: soon\n---\nText").url, "");
    assert_eq!(markdown("---\ndate: soon\n---\nText").published, "");
}

#[test]
fn markdown_reads_as_it_is_rendered() {
    let received = markdown(
        "# The *truce*\n\nHe said [it holds](https://x.example)\nand &amp; more.\n\n> \"No,\" she said.\n\n\
         - one\n- two\n  - three\n\n![caption](x.png)\n\n<script>alert(1)</script>\n\n<b>bold</b> end\n\n\
         | a | b |\n|---|---|\n| 1 | 2 |\n",
    );
    assert_eq!(received.title, "The truce");
    assert_eq!(
        received.text,
        "The truce\nHe said it holds and & more.\n\"No,\" she said.\none\ntwo\nthree\nbold end\na b\n1 2"
    );
    let empty = read(
        b"<!-- nothing -->".to_vec(),
        &Hint { name: Some("a.md"), ..Hint::default() },
        &Overrides::default(),
    );
    assert_eq!(empty, Err(IntakeError::NoText));
}

#[test]
fn the_kind_of_text_is_told_by_header_then_name_then_content() {
    let page = "<!-- saved --><!DOCTYPE html><title>T</title><p>Some text in a page.\n\nAnd more.";
    for (name, content_type, wanted) in [
        (Some("a.txt"), None, "text/plain"),
        (Some("a.html"), None, "text/html"),
        (Some("a.HTM"), None, "text/html"),
        (Some("a.md"), None, "text/markdown"),
        (None, None, "text/html"),
        (Some("a.php"), None, "text/html"),
        (None, Some("text/plain; charset=utf-8"), "text/plain"),
        (Some("a.md"), Some("text/plain"), "text/markdown"),
        (Some("a.txt"), Some("Text/HTML; charset=\"utf-8\""), "text/html"),
    ] {
        let read = read(page.into(), &Hint { name, content_type, url: None }, &Overrides::default()).unwrap();
        assert_eq!(read.media_type, wanted, "{name:?} {content_type:?}");
    }
    let picture = Hint { content_type: Some("image/svg+xml"), ..Hint::default() };
    let refused = read(page.into(), &picture, &Overrides::default());
    assert_eq!(refused, Err(IntakeError::UnsupportedType { mime: "image/svg+xml".into() }));
}

#[test]
fn a_declared_encoding_counts_unless_the_bytes_deny_it() {
    let bytes = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
    for (sent, header, wanted) in [
        (bytes(WINDOWS_1252, "déjà vu"), "text/plain; charset=iso-8859-1", "déjà vu"),
        ("déjà vu".into(), "text/plain; charset=iso-8859-1", "déjà vu"),
        (bytes(WINDOWS_1256, SHORT), "text/plain; charset=utf-8", SHORT),
        (bytes(WINDOWS_1256, "صمت"), "text/plain; charset=windows-1256", "صمت"),
        ("x".into(), "text/plain; charset=no-such-thing", "x"),
    ] {
        let hint = Hint { content_type: Some(header), ..Hint::default() };
        assert_eq!(read(sent, &hint, &Overrides::default()).unwrap().text, wanted, "{header}");
    }
}

#[test]
fn reading_stops_at_the_limit() {
    let endless = std::io::repeat(b'x');
    let refused = inputs::capped_at(endless, "it", 1000);
    assert_eq!(refused, Err(IntakeError::TooLarge { what: "it".into(), limit: 1000 }));
    assert_eq!(inputs::capped_at(&[b'x'; 1000][..], "it", 1000).unwrap().len(), 1000);
}

#[test]
fn every_sample_is_read_with_all_it_states() {
    for (name, bytes) in crate::samples::ALL {
        let hint = Hint { name: Some(name), ..Hint::default() };
        let received = read(bytes.to_vec(), &hint, &Overrides::default()).unwrap();
        assert!(name.starts_with(&format!("{}-", received.language)), "{name}: {}", received.language);
        assert!((150..=450).contains(&received.text.split_whitespace().count()), "{name}");
        assert!(!received.title.is_empty() && received.title != *name);
    }
}

#[test]
fn five_arabic_words_are_enough_to_tell_the_encoding() {
    let mut tried = 0;
    for (name, bytes) in crate::samples::ALL.iter().filter(|(name, _)| name.starts_with("ar-")) {
        let hint = Hint { name: Some(name), ..Hint::default() };
        let text = read(bytes.to_vec(), &hint, &Overrides::default()).unwrap().text;
        for words in text.split_whitespace().collect::<Vec<_>>().chunks_exact(5) {
            let words = words.join(" ");
            for encoding in [WINDOWS_1256, ISO_8859_6] {
                let (encoded, _, lossy) = encoding.encode(&words);
                if !lossy {
                    assert_eq!(plain(encoded.into_owned()).unwrap().text, words, "{}", encoding.name());
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b id=1>",
    "</b>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<div class=\"content article\">",
    "</div>",
    "<a href=x>",
    "</a>",
    "<br>",
    "<br><br>",
    "<img src=x>",
    "<noscript>",
    "</noscript>",
    "<form>",
    "<h1>",
    "</h1>",
    "<script type=application/ld+json>",
    "</script>",
    "<template>",
    "</template>",
    "<svg>",
    "<math>",
    "<select>",
    "<option>",
    "<figure>",
    "<ul>",
    "<li>",
    "<title>",
    "</title>",
    "<!--",
    "-->",
    "<base href=//x>",
    "<body>",
    "</html>",
    "<meta property=og:title content=t>",
    "<time datetime=2031-05-10>",
    "<font>",
    "<frameset>",
    "<section>",
    "<article>",
    "The army said that it was over, and that nobody, not even one, had been hurt in the night. ",
    "هدنة، ",
    "{}",
    "[",
    "&amp;",
];

proptest! {
    #[test]
    fn no_page_makes_the_reader_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let hint = Hint { name: Some("a.html"), url: Some("https://a.example/x"), ..Hint::default() };
        let read = read(pieces.concat().into(), &hint, &Overrides::default());
        // A panic in the thread that reads pages would come out as this.
        prop_assert_ne!(read.err(), Some(IntakeError::TooComplex));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), name in "[ab]\\.(txt|html|md|x)") {
        let read = read(bytes.clone(), &Hint { name: Some(&name), ..Hint::default() }, &Overrides::default());
        prop_assert_ne!(read.as_ref().err(), Some(&IntakeError::TooComplex));
        prop_assert!(read.is_err() || read.is_ok_and(|read| read.bytes == bytes && !read.text.is_empty()));
    }

    #[test]
    fn text_in_utf8_is_kept_but_for_carriage_returns(text in "[ -~\\r\\n\\t\u{600}-\u{6ff}\u{200b}-\u{202e}\u{1f600}]{0,80}x") {
        prop_assume!(binary::magic(text.as_bytes()).is_none());
        prop_assert_eq!(plain(text.clone()).unwrap().text, text.replace("\r\n", "\n"));
    }

    #[test]
    fn markdown_of_any_kind_is_read_or_refused(source in "(---\n)?([-#>*_`|:! a-c\u{627}<>\\[\\]()\n]{0,120})") {
        let hint = Hint { name: Some("a.md"), ..Hint::default() };
        if let Ok(read) = read(source.into(), &hint, &Overrides::default()) {
            prop_assert!(read.text.lines().all(|line| !line.trim().is_empty()));
        }
    }
}
