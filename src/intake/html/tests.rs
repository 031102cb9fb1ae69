//! Pages: what is read of friendly ones, and what hostile ones are refused for.

use crate::intake::{Hint, IntakeError, Overrides, read};
use crate::model::Received;

const PARAGRAPH: &str = "The spokesman said that the truce was holding along the whole line, and that nobody had been \
                         hurt since midnight, although residents of the town reported gunfire in the night.";

fn page(html: &str) -> Result<Received, IntakeError> {
    read(html.into(), &Hint { name: Some("page.html"), ..Hint::default() }, &Overrides::default())
}

fn with_head(head: &str) -> Received {
    page(&format!("<html><head>{head}</head><body><article><p>{PARAGRAPH}</p></article></body></html>"))
        .unwrap()
}

#[test]
fn the_sample_page_is_read_whole_and_nothing_around_it() {
    let html = crate::samples::ALL.iter().find(|(name, _)| name.ends_with(".html")).unwrap().1;
    let received =
        read(html.to_vec(), &Hint { name: Some("x.html"), ..Hint::default() }, &Overrides::default())
            .unwrap();
    assert_eq!(received.title, "الجيش يعلن سحب مدرعاته من ضفة الأزيل والحركة تشكك");
    assert_eq!(received.outlet, "وكالة أنباء الأزيل");
    assert_eq!(received.author, "سلافة الكندراني");
    assert_eq!(received.published, "2031-05-12T18:40:00+03:00");
    assert_eq!(received.language, "ar");
    assert_eq!(received.url, "https://azil.example/akhbar/2031/05/withdrawal-azil?lang=ar");
    for there in ["بادرة حسن نية", "\"القتلى الأربعة جميعهم مقاتلون\"", "نطلب أن نرى", "خلال ثلاثة أيام."]
    {
        assert!(received.text.contains(there), "{there} in {}", received.text);
    }
    for absent in
        ["اقتصاد", "الأكثر قراءة", "اتصل بنا", "جميع الحقوق", "الأرشيف", "dataLayer", "schema.org", "flex"]
    {
        assert!(!received.text.contains(absent), "{absent} in {}", received.text);
    }
    assert!(received.text.lines().all(|line| !line.trim().is_empty() && line == line.trim()));
}

#[test]
fn metadata_is_found_in_all_its_forms() {
    let linked = |json: &str| with_head(&format!(r#"<script type="application/ld+json">{json}</script>"#));
    let article = linked(
        r#"[{"@type":"WebPage","name":"w"},{"@type":["Thing","https://schema.org/ReportageNewsArticle"],
        "headline":"Q &amp; A &quot;now&quot;","author":["Ann Orr",{"name":"Bo Lea"},"Ann Orr"],
        "publisher":{"@type":"Organization","name":"The Wire"},"datePublished":"2031-05-10",
        "url":"https://w.example/1#top"}]"#,
    );
    assert_eq!(article.title, "Q & A \"now\"");
    assert_eq!(article.author, "Ann Orr, Bo Lea");
    assert_eq!(article.outlet, "The Wire");
    assert_eq!(article.published, "2031-05-10");
    assert_eq!(article.url, "https://w.example/1");

    let graph = r##"<meta property="og:site_name" content="Site">"##;
    let open = with_head(&format!(
        r#"{graph}<title>Doc title</title><meta property="og:title" content=" T&eacute;st  &lt;1&gt; ">
        <meta name="author" content="https://profile.example/x"><meta name="byl" content="By Cy">
        <meta property="article:published_time" content="yesterday"><meta name="date" content="Sat, 10 May 2031 08:00:00 +0300">
        <meta property="og:url" content="https://w.example/og">"#
    ));
    assert_eq!(open.title, "Tést <1>");
    assert_eq!((open.outlet.as_str(), open.author.as_str()), ("Site", "By Cy"));
    assert_eq!(open.published, "2031-05-10T08:00:00+03:00");
    assert_eq!(open.url, "https://w.example/og");

    let time = page(&format!(
        "<title>T</title><h1>Head</h1><time datetime=2031-05-10T01:02Z>x</time><p>{PARAGRAPH}"
    ))
    .unwrap();
    assert_eq!((time.title.as_str(), time.published.as_str()), ("Head", "2031-05-10T01:02Z"));
    assert_eq!(linked("{broken").title, "page");
    assert_eq!(linked(&"[".repeat(100_000)).title, "page");
    assert_eq!(linked(&format!("{}1{}", "{\"@graph\":[".repeat(60), "]}".repeat(60))).title, "page");
    let bomb = format!("[{}]", vec![r#"{"@type":"X"}"#; 50_000].join(","));
    assert_eq!(linked(&bomb).title, "page");
}

#[test]
fn a_fetched_page_is_not_believed_to_be_of_another_site() {
    let html = |canonical: &str| {
        format!(r#"<link rel="canonical" href="{canonical}"><article><p>{PARAGRAPH}</p></article>"#)
    };
    for (canonical, wanted) in [
        ("https://a.example/real", "https://a.example/real"),
        ("/real?x=1#top", "https://m.a.example/real?x=1"),
        ("https://victim.example/article", "https://m.a.example/page"),
        ("javascript:alert(1)", "https://m.a.example/page"),
        ("file:///etc/passwd", "https://m.a.example/page"),
    ] {
        let hint =
            Hint { url: Some("https://m.a.example/page"), content_type: Some("text/html"), name: None };
        let received = read(html(canonical).into(), &hint, &Overrides::default()).unwrap();
        assert_eq!(received.url, wanted);
    }
    assert_eq!(page(&html("https://victim.example/article")).unwrap().url, "https://victim.example/article");
    assert_eq!(page(&html("/relative")).unwrap().url, "");
}

#[test]
fn the_language_is_the_stated_one_unless_the_script_denies_it() {
    let arabic =
        "قال المتحدث العسكري إن الهدنة صامدة على طول الخط، وإن أحداً لم يُصب منذ منتصف الليل في البلدة.";
    for (html, wanted) in [
        (format!(r#"<html lang="en-GB"><p>{PARAGRAPH}"#), "en"),
        (format!(r#"<html lang="en"><p>{arabic}"#), "ar"),
        (format!(r#"<html><meta property="og:locale" content="ar_EG"><p>{arabic}"#), "ar"),
        (format!(r#"<html lang="fr"><p>{PARAGRAPH}"#), "fr"),
        (format!(r#"<html lang="<x>"><p>{arabic}"#), "ar"),
    ] {
        assert_eq!(page(&html).unwrap().language, wanted, "{html}");
    }
}

#[test]
fn encodings_are_declared_in_the_page_or_seen() {
    let arabic = "<p>قال المتحدث العسكري إن الهدنة صامدة على طول الخط منذ منتصف الليل.";
    for meta in [
        r#"<meta charset="windows-1256">"#,
        r#"<meta http-equiv=Content-Type content="text/html; charset=windows-1256">"#,
        "",
    ] {
        let html = format!("{meta}{arabic}");
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(&html);
        let hint = Hint { name: Some("a.html"), ..Hint::default() };
        let received = read(bytes.into_owned(), &hint, &Overrides::default()).unwrap();
        assert_eq!(received.encoding, "windows-1256");
        assert!(received.text.starts_with("قال المتحدث"), "{}", received.text);
    }
}

#[test]
fn a_page_without_article_gives_its_blocks_or_an_error() {
    let short =
        page("<title>T</title><nav>Menu</nav><div>One<br>two <b>bold</b></div><ul><li>three<li>four</ul>")
            .unwrap();
    assert!(short.text.contains("One\ntwo bold"), "{}", short.text);
    for empty in [
        "<p>",
        "<html><body><script>var x = 'text';</script><style>p{}</style>",
        "<!doctype html><title>x</title>",
    ] {
        assert_eq!(page(empty), Err(IntakeError::NoText), "{empty}");
    }
    // Whole pages of some publishing systems are one form.
    let form = page(&format!("<form><div><input value=x><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div></form>"))
        .unwrap();
    assert_eq!(form.text, format!("{PARAGRAPH}\n{PARAGRAPH}"));
    let quoted = page(&format!("<p>{PARAGRAPH} <q>We stay</q>, he said.")).unwrap();
    assert!(quoted.text.contains("“We stay”, he said"), "{}", quoted.text);
}

#[test]
fn hostile_pages_are_refused_or_harmless() {
    let deep = IntakeError::TooDeep { limit: 512 };
    for nested in ["<div>", "<ul><li>", "<table><tr><td>", "<svg><g>", "<i a={}><p>"] {
        let html: String = (0..100_000).map(|n| nested.replace("{}", &n.to_string())).collect();
        assert_eq!(page(&html).map(|it| it.text.len()), Err(deep.clone()), "{nested}");
    }
    let unclosed = format!("<p>{PARAGRAPH}{}", "<p>again".repeat(5000));
    assert!(page(&unclosed).unwrap().text.contains("again"));
    let many = String::from("<p>")
        + &(0..400).map(|n| format!("<b id={n}>")).collect::<String>()
        + &"</p><p>x".repeat(5000);
    assert_eq!(page(&many).map(|it| it.text.len()), Err(IntakeError::TooComplex));
    for tag in ["<p {}>", "<p x='>' {}>", "<!-- <p {}> -->"] {
        let html = tag.replace("{}", &(0..100_000).map(|n| format!("a{n} ")).collect::<String>());
        assert_eq!(page(&html).map(|it| it.text.len()), Err(IntakeError::TooComplex), "{tag}");
    }
    let picture = format!("<p>{PARAGRAPH}<img src=\"data:image/svg+xml,{}\">", "M 1 1 ".repeat(20_000));
    assert_eq!(page(&picture).unwrap().text, PARAGRAPH);
    let entities = page(&format!("<p>{PARAGRAPH} {}</p>", "&lt;&#x627;".repeat(30_000))).unwrap();
    assert!(entities.text.ends_with("<ا"));
    let codes = with_head("<title>\u{1b}[31mRed\u{202e}</title><script>alert('script text')</script>");
    assert_eq!(codes.title, "\u{1b}[31mRed\u{202e}");
    assert!(!codes.text.contains("script text"));
}

#[test]
fn a_page_too_large_for_the_parser_is_refused_before_it() {
    let html = vec![b'<'; 33 * 1024 * 1024];
    let hint = Hint { name: Some("a.html"), ..Hint::default() };
    assert!(matches!(read(html, &hint, &Overrides::default()), Err(IntakeError::TooLarge { .. })));
}
