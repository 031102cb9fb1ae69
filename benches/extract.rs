//! What extraction costs, in MB a second on one core and as a ratio to a bare scan for the cue words.
//!
//! `cargo bench --bench extract` prints a table. The scan is aho-corasick's fastest automaton (DFA,
//! leftmost-longest) over the same bytes, counting matches: no extractor that looks for cues can be faster.
//! Articles are made of the project's samples, paragraphs in random order and every eighth word another
//! one, so that no memory of words seen helps.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use hudna::extract::Extractor;
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [1_000, 6_000, 1_000_000];
/// Bytes read for one figure; the best of several rounds counts, as the machine has other work too.
const VOLUME: usize = 8_000_000;
const ROUNDS: usize = 5;

fn main() {
    let extractor = Extractor::new().unwrap();
    println!(
        "{:<8} {:>9} {:>8} {:>12} {:>12} {:>7}",
        "language", "bytes", "claims", "extract MB/s", "scan MB/s", "ratio"
    );
    for language in ["ar", "en"] {
        let words = extractor.cue_words(language);
        let scan = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(&words)
            .unwrap();
        for size in SIZES {
            let articles = articles(language, size);
            let claims = extractor.extract(&articles[0]).len();
            let ours = best(&articles, |text| extractor.extract(text).len());
            let bare = best(&articles, |text| scan.find_iter(text).count());
            println!("{language:<8} {size:>9} {claims:>8} {ours:>12.1} {bare:>12.1} {:>7.1}", bare / ours);
        }
    }
}

/// MB a second over all articles, in the best round.
fn best(articles: &[String], mut work: impl FnMut(&str) -> usize) -> f64 {
    let bytes: usize = articles.iter().map(String::len).sum();
    let round = |work: &mut dyn FnMut(&str) -> usize| -> Duration {
        let start = Instant::now();
        let found: usize = articles.iter().map(|text| work(text)).sum();
        std::hint::black_box(found);
        start.elapsed()
    };
    let fastest = (0..ROUNDS).map(|_| round(&mut work)).min().unwrap();
    bytes as f64 / fastest.as_secs_f64() / 1e6
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// As many articles of about `size` bytes as make up the volume.
fn articles(language: &str, size: usize) -> Vec<String> {
    let paragraphs: Vec<&str> = hudna::samples::ALL
        .iter()
        .filter(|(name, _)| name.starts_with(language) && name.ends_with(".txt"))
        .flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines())
        .filter(|line| line.len() > 60)
        .collect();
    let mut dice = Dice(size as u64);
    let article = |dice: &mut Dice| {
        let mut text = String::new();
        while text.len() < size {
            let paragraph = paragraphs[dice.below(paragraphs.len())];
            for word in paragraph.split(' ') {
                match dice.below(8) {
                    0 if word.chars().all(char::is_alphabetic) => text.push_str(&another(language, dice)),
                    _ => text.push_str(word),
                }
                text.push(' ');
            }
            text.push_str("\n\n");
        }
        text
    };
    (0..(VOLUME / size).max(1)).map(|_| article(&mut dice)).collect()
}

/// A word that no lexicon knows, two to five syllables long.
fn another(language: &str, dice: &mut Dice) -> String {
    let syllables: &[&str] = match language {
        "ar" => &["با", "رو", "سي", "لم", "نا", "كر", "مي", "دو", "شا", "فر"],
        _ => &["ba", "ro", "sil", "em", "na", "kro", "mi", "dun", "sha", "fer"],
    };
    (0..2 + dice.below(4)).map(|_| syllables[dice.below(syllables.len())]).collect()
}
