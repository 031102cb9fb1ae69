//! No text of a casebook can become markup, a formula, a link to elsewhere or an invisible trick.

use super::sample;
use super::written;
use crate::model::*;
use crate::report::{Format, escape};
use dom_query::Document as Page;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::Value;

const ATTACKS: [&str; 14] = [
    "</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></title><script>alert(1)</script>",
    "{{ 7*7 }}{% include %}",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "@SUM(1+1)|cmd",
    "safe\u{202e}fdp.exe\u{200b}\u{2066}\u{1b}]52;c;x\u{7}",
    "![x](https://evil.example/pixel.png)",
    "[click](javascript:alert(1)) <https://evil.example> https://evil.example www.evil.example a@evil.example",
    "# heading\n\n- list\n\n1. one\n\n> quote\n\n```\ncode\n```\n| a | b |",
    "javascript:alert(1)",
    "**bold** _it_ ~~gone~~ `code` &lt;b&gt; \\",
    "\u{e0041}\u{2028}\u{feff}\u{9b}31m",
];

/// The sample case with one hostile text in every place that takes any.
fn poisoned(attack: &str) -> Report {
    let mut report = sample::case();
    let put = |texts: &mut [&mut String]| texts.iter_mut().for_each(|text| **text = attack.to_owned());
    for file in &mut report.claims {
        let c = &mut file.claim;
        put(&mut [&mut c.text, &mut c.speaker, &mut c.role, &mut c.cue, &mut c.said_at]);
        put(&mut [&mut c.translation, &mut c.url, &mut c.language, &mut c.dismissed]);
        c.via = vec![attack.into()];
        c.conflicts = vec![attack.into()];
        if let Some(d) = &mut file.document {
            put(&mut [&mut d.title, &mut d.outlet, &mut d.author, &mut d.url, &mut d.published]);
            put(&mut [&mut d.language, &mut d.sha256, &mut d.text_sha256, &mut d.withdrawn]);
        }
        if let Some(p) = &mut file.passage {
            put(&mut [&mut p.before, &mut p.claim, &mut p.after]);
        }
        for e in &mut file.evidence {
            put(&mut [&mut e.url, &mut e.quotation, &mut e.note, &mut e.checker_name, &mut e.withdrawn]);
            e.file = Some(Attachment { name: attack.into(), size: 1, sha256: attack.into() });
        }
        for v in &mut file.verdicts {
            put(&mut [&mut v.why, &mut v.checker_name]);
        }
        for m in &mut file.comments {
            put(&mut [&mut m.text, &mut m.checker_name, &mut m.withdrawn]);
        }
        for h in &mut file.history {
            put(&mut [&mut h.checker_name, &mut h.what, &mut h.field, &mut h.old, &mut h.new]);
        }
    }
    for rating in &mut report.scale.ratings {
        put(&mut [&mut rating.ar, &mut rating.en]);
    }
    for checker in &mut report.checkers {
        put(&mut [&mut checker.name, &mut checker.contact, &mut checker.fingerprint]);
    }
    put(&mut [&mut report.publisher.name, &mut report.publisher.url, &mut report.query]);
    put(&mut [&mut report.casebook, &mut report.head]);
    report
}

fn each(check: impl Fn(&str, &Report)) {
    for attack in ATTACKS {
        check(attack, &poisoned(attack));
    }
}

#[test]
fn html_holds_no_markup_of_theirs() {
    let plain = Page::from(written(&sample::case(), Format::Html, Tongue::English));
    each(|attack, report| {
        let text = written(report, Format::Html, Tongue::English);
        assert!(!text.chars().any(escape::is_unsafe), "{attack:?}");
        let page = Page::from(text);
        for no in ["script", "img", "svg", "iframe", "[onload]", "[onerror]", "[onmouseover]", "[src]"] {
            assert_eq!(page.select(no).length(), 0, "{no} of {attack:?}");
        }
        for kind in ["article", "mark", "style", "title", "h1"] {
            assert_eq!(page.select(kind).length(), plain.select(kind).length(), "{kind} of {attack:?}");
        }
        for link in page.select("a[href]").iter() {
            let target = link.attr("href").unwrap().to_string();
            let own = target.starts_with('#') || target.starts_with("https://");
            assert!(own && !target.contains("evil"), "{target}");
        }
    });
}

#[test]
fn tokens_are_seen_and_do_not_turn_the_line() {
    let mut file = sample::agreed();
    file.claim.text = "\u{202e}لا".into();
    let page = Page::from(written(&sample::report(vec![file]), Format::Html, Tongue::English));
    assert_eq!(page.select("h2.words bdi.token").text().to_string(), "⟨RLO⟩");
    assert_eq!(&*page.select("h2.words").attr("dir").unwrap(), "rtl");
}

#[test]
fn markdown_holds_no_markup_of_theirs() {
    let shape = |report: &Report| {
        let text = written(report, Format::Markdown, Tongue::English);
        assert!(!text.chars().any(escape::is_unsafe));
        let (mut heads, mut codes) = (0, 0);
        for event in Parser::new_ext(&text, Extensions::all()) {
            match event {
                Event::Html(it) | Event::InlineHtml(it) => panic!("raw HTML: {it}"),
                Event::Start(Tag::Image { dest_url, .. }) => panic!("image: {dest_url}"),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.starts_with("https://") && !dest_url.contains("evil"), "{dest_url}");
                }
                Event::Start(Tag::Heading { .. }) => heads += 1,
                Event::Start(Tag::CodeBlock(_)) => codes += 1,
                _ => {}
            }
        }
        (heads, codes)
    };
    let plain = shape(&sample::case());
    each(|attack, report| assert_eq!(shape(report), plain, "{attack:?}"));
}

#[test]
fn markdown_shows_the_words_as_they_are() {
    for attack in ATTACKS {
        let escaped = escape::markdown(attack);
        // Typographic quotation marks are the reader's taste, not markup.
        let extensions = Extensions::all() - Extensions::ENABLE_SMART_PUNCTUATION;
        let read: String = Parser::new_ext(&escaped, extensions)
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.into_string()),
                Event::Start(Tag::Paragraph) | Event::End(_) => None,
                other => panic!("{other:?} of {attack:?}"),
            })
            .collect();
        assert_eq!(read, escape::one_line(&escape::shown(attack)));
    }
}

#[test]
fn csv_cells_are_harmless() {
    each(|attack, report| {
        let text = written(report, Format::Csv, Tongue::English);
        let body = text.strip_prefix('\u{feff}').unwrap();
        assert!(!body.replace("\r\n", "").chars().any(escape::is_unsafe), "{attack:?}");
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        let rows: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
        assert_eq!(rows.len(), 5);
        for cell in rows.iter().flat_map(|row| row.iter()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
        }
    });
}

#[test]
fn json_is_pure_and_gives_the_words_back() {
    each(|attack, report| {
        let text = written(report, Format::Json, Tongue::English);
        assert!(!text.chars().any(escape::is_unsafe), "{attack:?}");
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["claims"][0]["claim"]["text"], attack);
        assert_eq!(json["claims"][0]["verdicts"][3]["why"], attack);
    });
}

#[test]
fn claim_review_can_stand_in_a_script_element() {
    each(|attack, report| {
        let mut report = report.clone();
        // A claim in the same words as its rating's label is refused, and rightly.
        report.scale = Scale::standard();
        let text = written(&report, Format::ClaimReview, Tongue::English);
        assert!(!text.contains(['<', '>', '&']), "{attack:?}");
        assert!(!text.chars().any(escape::is_unsafe), "{attack:?}");
        let page = Page::from(format!("<script type=\"application/ld+json\">{text}</script><p>after</p>"));
        let json: Value = serde_json::from_str(&page.select("script").text()).unwrap();
        assert_eq!(json[0]["claimReviewed"], escape::one_line(attack));
        assert_eq!(page.select("p").length(), 1);
    });
}
