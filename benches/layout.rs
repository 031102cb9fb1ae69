//! What laying out Arabic costs: megabytes a second of text wrapped to 80 columns, microseconds for a full screen of
//! 200 by 50, each as a ratio to `unicode-bidi` finding the levels alone, which is the least that any layout needs.
//!
//! `cargo bench --bench layout` prints a table for 100 KB, 1 MB and 10 MB of the project's Arabic samples, with and
//! without vowel marks. The limit: at most 4 × the levels, and under 2 ms a screen.
//!
//! Then the whole screen of the workbench is drawn, 200 by 50 and full of Arabic: once with nothing laid out before, then with
//! nothing changed but the row of the cursor, of which the limit is 100 µs. All times are the processor's.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use hudna::bidi::{Base, Mode, layout};
use hudna::model::{Claim, ClaimFile, Id, Kind, Passage, Polarity, Quote, Standing, Status};
use hudna::tui::app::App;
use hudna::tui::desk::{Answer, Page, Place};
use hudna::tui::screen::Screen;
use ratatui::backend::TestBackend;
use std::hint::black_box;
use std::time::Duration;
use unicode_bidi::BidiInfo;

const SIZES: [usize; 3] = [100_000, 1_000_000, 10_000_000];
/// The best of several rounds counts, as the machine has other work too.
const ROUNDS: usize = 5;

fn main() {
    println!("{:<14} {:>9} {:>12} {:>12} {:>6}", "text", "bytes", "layout MB/s", "levels MB/s", "ratio");
    for (name, paragraphs) in [("plain", paragraphs()), ("vowelled", vowelled(&paragraphs()))] {
        for size in SIZES {
            let text = text_of(&paragraphs, size);
            let (ours, floor) = both(|| layout(&text, 80, Base::Auto).len(), || levels(&text));
            let rate = |time: Duration| text.len() as f64 / time.as_secs_f64() / 1e6;
            let ratio = ours.as_secs_f64() / floor.as_secs_f64();
            println!("{name:<14} {:>9} {:>12.1} {:>12.1} {ratio:>6.2}", text.len(), rate(ours), rate(floor));
        }
        let screen = screen_of(&paragraphs);
        let (ours, floor) =
            both(|| repeat(&screen, |text| layout(text, 200, Base::Auto).len()), || repeat(&screen, levels));
        let micros = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(SCREENS);
        println!(
            "{name:<14} a screen of 200 × 50: {:.0} µs, levels alone {:.0} µs",
            micros(ours),
            micros(floor)
        );
        redraws(name, &paragraphs);
    }
}

/// The list of claims beside a file that fills its pane, with the cursor of the list going up and down.
fn redraws(name: &str, paragraphs: &[String]) {
    for mode in [Mode::App, Mode::Terminal, Mode::Words] {
        let mut first = f64::MAX;
        let mut again = f64::MAX;
        for _ in 0..ROUNDS {
            let mut app = App::new("a.hudna".into(), mode, false);
            app.size = (200, 50);
            let claims: Vec<Claim> = (0..60).map(|n| claim(n, paragraphs)).collect();
            // A file that fills its pane; all claims are called the same, so that it stays.
            let (shown, words) = (claims[0].clone(), paragraphs.join(" "));
            let passage = Some(Passage { before: String::new(), claim: words, after: String::new() });
            let file = ClaimFile { passage, ..empty_file(shown) };
            app.detail.asked = Some(file.claim.id.clone());
            app.take(Answer::File(file.claim.id.clone(), Ok((Box::new(file), false))));
            app.take(Answer::Claims(
                1,
                Ok(Page { list: 1, place: Place::First, claims, judged: Vec::new(), more: (false, false) }),
            ));
            let mut screen = Screen::new(TestBackend::new(200, 50));
            let mut draw = |app: &App| cpu(|| screen.draw(app).unwrap());
            first = first.min(draw(&app));
            // Both rows have been seen before the time counts.
            for round in 0..SCREENS {
                app.list.step(if round % 2 == 0 { 1 } else { -1 });
                let time = draw(&app);
                again = if round < 2 { again } else { again.min(time) };
            }
        }
        println!("{name:<14} drawn, {:<9} {first:>5.0} µs at first, {again:>5.0} µs again", mode.word());
    }
}

fn claim(n: usize, paragraphs: &[String]) -> Claim {
    let text = paragraphs.get(n % paragraphs.len()).unwrap().clone();
    Claim {
        id: Id::of_claim(&Id::of_document(&[0; 32]), (0, 1), (0, 0)),
        document: None,
        start: None,
        end: None,
        speaker: text.split_whitespace().take(3).collect::<Vec<_>>().join(" "),
        text,
        role: String::new(),
        cue: "قال".into(),
        via: Vec::new(),
        quote: Quote::Indirect,
        polarity: Polarity::Assert,
        kind: Kind::Other,
        nested: false,
        confidence: None,
        worth: 60,
        reasons: Vec::new(),
        said_at: String::new(),
        translation: String::new(),
        status: Status::New,
        verdict: Standing::None,
        language: "ar".into(),
        url: String::new(),
        dismissed: String::new(),
        conflicts: Vec::new(),
    }
}

fn empty_file(claim: Claim) -> ClaimFile {
    let (evidence, verdicts, comments, history) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    ClaimFile { claim, document: None, passage: None, evidence, verdicts, comments, history }
}

/// Microseconds of this thread's processor time that some work takes.
fn cpu(work: impl FnOnce()) -> f64 {
    use rustix::time::{ClockId, clock_gettime};
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
    };
    let start = now();
    work();
    now() - start
}

/// Screens drawn for one figure.
const SCREENS: u32 = 200;

fn repeat(text: &str, mut work: impl FnMut(&str) -> usize) -> usize {
    (0..SCREENS).map(|_| work(black_box(text))).sum()
}

fn levels(text: &str) -> usize {
    text.split('\n').map(|paragraph| BidiInfo::new(paragraph, None).levels.len()).sum()
}

/// The best times of two pieces of work, done in turn.
fn both(mut a: impl FnMut() -> usize, mut b: impl FnMut() -> usize) -> (Duration, Duration) {
    let time = |work: &mut dyn FnMut() -> usize| Duration::from_secs_f64(cpu(|| _ = black_box(work())) / 1e6);
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (time(&mut a), time(&mut b))).collect();
    (rounds.iter().map(|r| r.0).min().unwrap(), rounds.iter().map(|r| r.1).min().unwrap())
}

/// Arabic paragraphs of the project's samples.
fn paragraphs() -> Vec<String> {
    let arabic =
        hudna::samples::ALL.iter().filter(|(name, _)| name.starts_with("ar") && name.ends_with(".txt"));
    let lines = arabic.flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines());
    lines.filter(|line| line.len() > 60).map(str::to_owned).collect()
}

/// The same with a vowel mark on every second letter.
fn vowelled(paragraphs: &[String]) -> Vec<String> {
    let mark = |(i, c): (usize, char)| {
        let vowel = (i % 2 == 0 && c.is_alphabetic()).then_some('\u{64e}');
        std::iter::once(c).chain(vowel)
    };
    paragraphs.iter().map(|p| p.chars().enumerate().flat_map(mark).collect()).collect()
}

fn text_of(paragraphs: &[String], size: usize) -> String {
    let mut text = String::with_capacity(size + 4096);
    for paragraph in paragraphs.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(paragraph);
        text.push('\n');
    }
    text
}

/// As much text as fills fifty rows of two hundred columns.
fn screen_of(paragraphs: &[String]) -> String {
    let mut text = String::new();
    for paragraph in paragraphs.iter().cycle() {
        if layout(&text, 200, Base::Auto).len() > 50 {
            break;
        }
        text.push_str(paragraph);
        text.push('\n');
    }
    text
}
