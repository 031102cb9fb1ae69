//! The project's own sample articles: a truce on the Karmud plateau, as its two sides, an envoy, doctors
//! and residents tell it, in Arabic and English, and they do not agree.
//!
//! Rahwan, its towns, its army, the Highlands Dawn movement, the League of the Two Shores, the outlets and
//! all people are invented. The articles are compiled in, so that the first look at the program needs no
//! file and no network.

/// The articles: file name, and content as a file would have it.
pub const ALL: &[(&str, &[u8])] = &[
    ("ar-truce-announced.txt", include_bytes!("../samples/ar-truce-announced.txt")),
    ("ar-tel-summar-shelling.txt", include_bytes!("../samples/ar-tel-summar-shelling.txt")),
    ("ar-army-withdrawal.html", include_bytes!("../samples/ar-army-withdrawal.html")),
    ("en-envoy-briefing.txt", include_bytes!("../samples/en-envoy-briefing.txt")),
    ("en-valley-convoy.md", include_bytes!("../samples/en-valley-convoy.md")),
    ("en-army-inquiry.txt", include_bytes!("../samples/en-army-inquiry.txt")),
];

/// A piece of evidence to attach: the hospital's register, which counts nine dead where the army counts
/// no civilian. File name and content.
pub const EVIDENCE: (&str, &[u8]) =
    ("hospital-register.csv", include_bytes!("../samples/evidence/hospital-register.csv"));
