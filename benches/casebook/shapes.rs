//! Casebooks of two shapes: claims from imports, and actions of one entry each.

use hudna::journal::{Casebook, Incomer, Keyring};
use hudna::model::{ClaimEdit, Extracted, Id, Kind, NewClaim, Polarity, Quote, Received};
use std::path::Path;

/// Claims of one article, as many as the corpus has on average.
pub const CLAIMS: usize = 20;
const SENTENCES: [&str; 4] = [
    "وقال المتحدث باسم مجلس وادي النهرين إن القوات لن تدخل بلدة تل الصفا قبل انتهاء الهدنة. ",
    "وقال المتحدث باسم مجلس وادي النهرين إن القافلة رقم NNNN عبرت الجسر الشرقي في موعدها. ",
    "وقال المتحدث باسم مجلس وادي النهرين إن الجانب الآخر خرق الاتفاق NNNN مرة منذ مطلع الشهر. ",
    "وقال المتحدث باسم مجلس وادي النهرين إن تبادل الأسرى سيبدأ فور وصول المراقبين إلى السد. ",
];
const BEFORE: usize = 41;

pub fn open(folder: &Path, name: &str) -> Casebook {
    Casebook::open_or_create(&folder.join(name), Keyring::at(folder.join("key"))).unwrap()
}

/// An article and the claims in it, as an extractor would give them.
pub fn article(n: usize) -> (Received, Vec<Extracted>) {
    let mut text = format!("بيان {n}\n");
    let mut claims = Vec::with_capacity(CLAIMS);
    for i in 0..CLAIMS {
        let sentence = SENTENCES[i % SENTENCES.len()].replace("NNNN", &(n * CLAIMS + i).to_string());
        let start = text.chars().count();
        let words: String = sentence.chars().skip(BEFORE).collect();
        let words = words.trim_end().to_owned();
        claims.push(Extracted {
            start: start + BEFORE,
            end: start + BEFORE + words.chars().count(),
            text: words,
            speaker: "المتحدث باسم مجلس وادي النهرين".into(),
            role: String::new(),
            cue: "قال".into(),
            cue_span: (start + 1, start + 4),
            via: vec![],
            quote: Quote::Indirect,
            polarity: Polarity::Commit,
            kind: Kind::TroopMovement,
            nested: false,
            confidence: 0.8,
            worth: (i * 5) as u8,
            reasons: vec![],
            language: "ar".into(),
        });
        text.push_str(&sentence);
    }
    let bytes = text.clone().into_bytes();
    (Received { bytes, text, title: format!("بيان {n}"), ..Received::default() }, claims)
}

/// Imports articles, as many in one transaction as `hudna import` puts into one.
pub fn import(book: &mut Casebook, articles: &[(Received, Vec<Extracted>)]) {
    let incomers: Vec<Incomer> =
        articles.iter().map(|(received, claims)| Incomer { received, claims, private: false }).collect();
    let (done, error) = book.import_all(&incomers, "bench");
    assert!(error.is_none() && done.len() == articles.len());
}

/// Entries `from` to `to`, each an action of its own: a claim is added, corrected, judged and spoken of.
pub fn act(book: &mut Casebook, entries: std::ops::Range<usize>) {
    let mut claim: Option<Id> = None;
    for n in entries {
        match (n % 4, &claim) {
            (1, Some(id)) => {
                let speaker = Some(format!("المتحدث {n}"));
                book.edit_claim(id, &ClaimEdit { speaker, ..ClaimEdit::default() }).map(drop).unwrap();
            }
            (2, Some(id)) => book.give_verdict(id, "false", "reasons enough", false).map(drop).unwrap(),
            (3, Some(id)) => book.comment(id, "seen by two of us").map(drop).unwrap(),
            _ => {
                let text = SENTENCES[n % SENTENCES.len()].replace("NNNN", &n.to_string());
                let new = NewClaim { text, speaker: "المتحدث".into(), ..NewClaim::default() };
                claim = Some(book.add_claim(&new).unwrap());
            }
        }
    }
}
