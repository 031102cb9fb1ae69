//! The HTML page: its structure, and that it stands alone.

use super::sample::{self, case, claim_id};
use super::written;
use crate::model::{Standing, Tongue};
use crate::report::Format;
use dom_query::Document;

fn page(tongue: Tongue) -> Document {
    Document::from(written(&case(), Format::Html, tongue))
}

fn text(page: &Document, selector: &str) -> String {
    page.select(selector).text().to_string()
}

#[test]
fn it_stands_alone() {
    for tongue in [Tongue::English, Tongue::Arabic] {
        let page = page(tongue);
        for no in ["script", "link", "img", "iframe", "object", "embed", "form", "[src]", "[onclick]"] {
            assert_eq!(page.select(no).length(), 0, "{no}");
        }
        assert_eq!(page.select("meta[charset=utf-8]").length(), 1);
        assert_eq!(page.select("meta[name=viewport]").length(), 1);
        let csp = page.select("meta[http-equiv=Content-Security-Policy]").attr("content").unwrap();
        assert!(csp.starts_with("default-src 'none'; style-src 'unsafe-inline'"), "{csp}");
        let style = text(&page, "style");
        assert!(!style.contains("url(") && !style.contains("@import"));
        assert!(style.contains("@media print") && style.contains("prefers-color-scheme: dark"));
    }
}

#[test]
fn the_page_speaks_one_language_and_keeps_the_texts_own() {
    let english = page(Tongue::English);
    assert_eq!(&*english.select("html").attr("dir").unwrap(), "ltr");
    let arabic = page(Tongue::Arabic);
    assert_eq!(&*arabic.select("html").attr("dir").unwrap(), "rtl");
    assert_eq!(text(&arabic, "h1"), "تقرير الأحكام");
    for page in [english, arabic] {
        let passage = page.select(&format!("#{} blockquote.passage", claim_id(1)));
        assert_eq!(&*passage.attr("dir").unwrap(), "rtl");
        assert_eq!(&*passage.attr("lang").unwrap(), "ar");
        let passage = page.select(&format!("#{} blockquote.passage", claim_id(2)));
        assert_eq!(&*passage.attr("dir").unwrap(), "auto");
    }
}

#[test]
fn every_claim_is_there_and_marked_in_its_passage() {
    let report = case();
    let page = page(Tongue::English);
    assert_eq!(page.select("article.claim").length(), report.claims.len());
    for file in &report.claims {
        let marks = page.select(&format!("#{} mark", file.claim.id));
        assert_eq!(marks.length(), usize::from(file.passage.is_some()));
        if let Some(passage) = &file.passage {
            assert_eq!(marks.text().to_string(), passage.claim);
            let whole = format!("{}{}{}", passage.before, passage.claim, passage.after);
            assert_eq!(text(&page, &format!("#{} blockquote.passage", file.claim.id)), whole);
        }
        assert_eq!(page.select(&format!("a[href='#{}']", file.claim.id)).length(), 1);
    }
}

#[test]
fn verdicts_are_words_in_the_claims_language_and_in_english() {
    let page = page(Tongue::English);
    let verdict = |n| text(&page, &format!("#{} .verdict", claim_id(n)));
    assert!(verdict(1).contains("غير صحيح") && verdict(1).contains("False"), "{}", verdict(1));
    assert!(verdict(2).contains("Disputed"));
    assert!(verdict(3).contains("Misleading") && !verdict(3).contains("مضلل"));
    assert!(verdict(4).contains("Dismissed"));
    assert!(verdict(5).contains("No verdict yet"));
    let sides = page.select(&format!("#{} .sides .ruling", claim_id(2)));
    assert_eq!(sides.length(), 2);
    assert!(sides.text().contains("Mostly true") && sides.text().contains("Half true"));
    let bar = page.select(".bar");
    assert_eq!(&*bar.attr("role").unwrap(), "img");
    assert!(bar.attr("aria-label").unwrap().contains("False: 1 · Misleading: 1 · Disputed: 1"));
    assert_eq!(page.select(".legend tr").length(), 13);
}

#[test]
fn the_file_of_a_claim_is_whole() {
    let report = case();
    let page = page(Tongue::English);
    let first = text(&page, &format!("#{}", claim_id(1)));
    let file = &report.claims[0];
    let document = file.document.as_ref().unwrap();
    let mut expected =
        vec![document.sha256.as_str(), &document.text_sha256, &document.title, &document.outlet];
    expected.extend([
        "A newer version",
        "B2",
        "usually reliable, probably true",
        "register-سروان.pdf",
        "88214 bytes",
    ]);
    expected.extend([
        "the photograph is of another town",
        "given to the wrong claim",
        "replaced by a later verdict",
    ]);
    expected.extend([
        "no answer by Monday noon",
        "found on import",
        "2026-11-21T19:00+02:00",
        "Passed on by",
    ]);
    expected.extend(file.verdicts.iter().map(|v| v.why.as_str()));
    for part in expected {
        assert!(first.contains(part), "{part} is not in {first}");
    }
    let withdrawn = page.select(&format!("#{} .group.supports .piece.past", claim_id(1)));
    assert_eq!(withdrawn.length(), 1);
    assert_eq!(page.select(&format!("#{} .history .ruling.past s", claim_id(1))).length(), 2);
    let typed = text(&page, &format!("#{}", claim_id(3)));
    assert!(typed.contains("Typed in") && typed.contains("https://radio.example/live/1121"));
    assert!(typed.contains("not known"));
    assert!(text(&page, &format!("#{}", claim_id(4))).contains("an opinion about the future"));
    assert!(text(&page, &format!("#{}", claim_id(5))).contains("imported into the wrong case"));
}

#[test]
fn head_publisher_and_checkers_are_named() {
    let report = case();
    let page = page(Tongue::English);
    assert!(text(&page, ".publisher").contains("Sarwan Desk"));
    let foot = text(&page, ".colophon");
    for part in [report.head.as_str(), &report.casebook, &report.query, "desk1@desk.example", "SHA256:0"] {
        assert!(foot.contains(part), "{part}");
    }
}

#[test]
fn a_rating_from_elsewhere_and_an_empty_report_are_no_trouble() {
    let mut file = sample::typed();
    file.claim.verdict = Standing::Rated("pants_on_fire".into());
    let page = Document::from(written(&sample::report(vec![file]), Format::Html, Tongue::English));
    assert!(text(&page, ".verdict").contains("pants_on_fire · not on this casebook’s scale"));
    let empty = Document::from(written(&sample::report(Vec::new()), Format::Html, Tongue::English));
    assert!(text(&empty, "main").contains("no claim"));
}
