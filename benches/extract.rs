//! What extraction costs, in MB a second on one core and as a ratio to a bare scan for the cue words.
//!
//! `cargo bench --bench extract` prints a table. The scan is aho-corasick's fastest automaton (DFA,
//! leftmost-longest) over the same bytes, counting matches: no extractor that looks for cues can be faster.
//! Articles are made of the project's samples, paragraphs in random order, and of plain narration between
//! them, about as much as newspapers have (one claim in 200 to 300 bytes); every eighth word is another
//! one, so that no memory of words seen helps.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use hudna::extract::Extractor;
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [1_000, 6_000, 1_000_000];
/// Bytes read for one figure; the best of several rounds counts, as the machine has other work too.
const VOLUME: usize = 8_000_000;
const ROUNDS: usize = 5;
/// What the reporter tells in their own voice.
const NARRATION: [(&str, &[&str]); 2] = [
    (
        "ar",
        &[
            "وكانت القوافل قد توقفت عند الجسر الشرقي منذ مطلع الأسبوع بسبب الأمطار الغزيرة التي جرفت جانبا من الطريق.",
            "وتقع البلدة على ضفة النهر عند سفح الهضبة، ويعيش فيها نحو عشرين ألف نسمة يعمل معظمهم في الزراعة وتربية الماشية.",
            "وانقطع التيار الكهربائي عن الأحياء الجنوبية مساء الأحد، وأغلقت المدارس والمحال التجارية أبوابها حتى صباح اليوم التالي.",
            "واستمرت المعارك على أطراف الوادي ثلاثة أيام قبل أن تهدأ الجبهات، ثم عاد السكان إلى بيوتهم يحملون ما بقي من متاعهم.",
            "ومن المنتظر أن تعقد جولة جديدة من المحادثات في العاصمة نهاية الشهر بحضور وفدين من الطرفين وممثلين عن الدول الضامنة.",
            "وبدأ النزاع قبل أربعة أعوام إثر خلاف على مياه السد، وامتد إلى المحافظات الثلاث المجاورة وشرد عشرات الآلاف.",
        ],
    ),
    (
        "en",
        &[
            "The road along the river was empty on Sunday morning except for two trucks and a herd of goats being driven towards the hills.",
            "The town lies on the east bank, an hour's drive from the capital, and about twenty thousand people lived there before the war.",
            "Power was cut in the southern districts late in the evening, and schools and shops stayed shut until the following day.",
            "Fighting on the edge of the valley lasted three days before the front fell quiet and families began walking back to their homes.",
            "A new round of talks is expected to open in the capital at the end of the month with delegations from both sides.",
            "The conflict began four years ago over water from the dam and has since spread to the three neighbouring provinces.",
        ],
    ),
];

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
    let narration = NARRATION.iter().find(|(of, _)| *of == language).map_or(&[][..], |(_, lines)| lines);
    let article = |dice: &mut Dice| {
        let mut text = String::new();
        let mut told = 0;
        while text.len() < size {
            // As much narration as samples.
            let paragraph = match 2 * told > text.len() {
                true => narration[dice.below(narration.len())],
                false => paragraphs[dice.below(paragraphs.len())],
            };
            told += if 2 * told > text.len() { 0 } else { paragraph.len() };
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
