//! A case made by hand: places and people are invented.

use crate::model::*;
use chrono::{DateTime, Utc};

/// A moment of the sample case.
pub fn at(text: &str) -> DateTime<Utc> {
    format!("2026-11-{text}:00Z").parse().unwrap()
}

fn id(letter: char, n: u32) -> Id {
    format!("{letter}{n:032x}").parse().unwrap()
}

/// The nth claim's id.
pub fn claim_id(n: u32) -> Id {
    id('c', n)
}

pub fn checker(n: u32, name: &str) -> Checker {
    Checker {
        id: id('k', n),
        name: name.into(),
        contact: format!("desk{n}@desk.example"),
        key: "ssh-ed25519 AAAA".into(),
        fingerprint: format!("SHA256:{n:043}"),
        first_seen: at("20T08:00"),
        ends: Vec::new(),
        reported_lost: Vec::new(),
    }
}

pub fn document(n: u32, language: &str, title: &str, outlet: &str) -> Document {
    Document {
        id: id('d', n),
        title: title.into(),
        outlet: outlet.into(),
        author: String::new(),
        url: format!("https://news{n}.example/truce"),
        published: format!("2026-11-2{n}"),
        language: language.into(),
        media_type: "text/html".into(),
        encoding: "UTF-8".into(),
        sha256: format!("{n:064x}"),
        text_sha256: format!("{:064x}", n + 100),
        size: 4096,
        length: 900,
        imported_at: at("21T09:00"),
        imported_by: id('k', 1),
        previous: None,
        newer: None,
        blanked: 0,
        claims: 2,
        withdrawn: String::new(),
    }
}

/// A claim with nothing but its words and speaker.
pub fn claim(n: u32, language: &str, text: &str, speaker: &str) -> ClaimFile {
    ClaimFile {
        claim: Claim {
            id: claim_id(n),
            document: None,
            start: None,
            end: None,
            text: text.into(),
            speaker: speaker.into(),
            role: String::new(),
            cue: String::new(),
            via: Vec::new(),
            quote: Quote::Indirect,
            polarity: Polarity::Assert,
            kind: Kind::Violation,
            nested: false,
            confidence: None,
            worth: 100,
            reasons: vec![],
            said_at: String::new(),
            translation: String::new(),
            status: Status::New,
            verdict: Standing::None,
            language: language.into(),
            url: String::new(),
            dismissed: String::new(),
            conflicts: Vec::new(),
        },
        document: None,
        passage: None,
        evidence: Vec::new(),
        verdicts: Vec::new(),
        comments: Vec::new(),
        history: Vec::new(),
    }
}

/// Anchors a claim in a document.
pub fn anchored(mut file: ClaimFile, document: Document, before: &str, after: &str) -> ClaimFile {
    let start = before.chars().count();
    file.claim.document = Some(document.id.clone());
    file.claim.start = Some(start);
    file.claim.end = Some(start + file.claim.text.chars().count());
    file.claim.confidence = Some(0.93);
    file.passage =
        Some(Passage { before: before.into(), claim: file.claim.text.clone(), after: after.into() });
    file.document = Some(document);
    file
}

pub fn verdict(file: &ClaimFile, n: u32, checker: &Checker, rating: &str, why: &str, when: &str) -> Verdict {
    Verdict {
        id: id('v', n),
        claim: file.claim.id.clone(),
        rating: rating.into(),
        why: why.into(),
        checker: checker.id.clone(),
        checker_name: checker.name.clone(),
        at: at(when),
        blind: false,
        standing: true,
        after_end: false,
        withdrawn: String::new(),
    }
}

pub fn evidence(file: &ClaimFile, n: u32, checker: &Checker, stance: Stance, grade: &str) -> Evidence {
    Evidence {
        id: id('e', n),
        claim: file.claim.id.clone(),
        kind: EvidenceKind::Link,
        url: format!("https://archive.example/{n}"),
        quotation: String::new(),
        file: None,
        stance,
        grade: grade.parse().ok(),
        note: String::new(),
        at: at("22T11:00"),
        checker: checker.id.clone(),
        checker_name: checker.name.clone(),
        after_end: false,
        withdrawn: String::new(),
    }
}

fn change(checker: &Checker, when: &str, what: &str, field: &str, old: &str, new: &str) -> Change {
    Change {
        after_end: false,
        claim: None,
        at: at(when),
        checker: checker.id.clone(),
        checker_name: checker.name.clone(),
        action: "a1".into(),
        what: what.into(),
        subject: claim_id(1).to_string(),
        field: field.into(),
        old: old.into(),
        new: new.into(),
    }
}

/// A report over these claims.
pub fn report(claims: Vec<ClaimFile>) -> Report {
    Report {
        claims,
        scale: Scale::standard(),
        publisher: Publisher { name: "Sarwan Desk".into(), url: "https://desk.example/".into() },
        checkers: vec![checker(1, "Lina Haddan"), checker(2, "يوسف المرّان")],
        query: "kind:violation".into(),
        made_at: at("24T12:30"),
        as_of: None,
        casebook: "0198f0c2a7b07c0e8d4f6a2b9c3d5e7f".into(),
        head: format!("{:064x}", 77),
        last: vec![format!("{:064x}", 78)],
    }
}

/// One claim of each sort: agreed, disputed, typed in, dismissed, unrated.
pub fn case() -> Report {
    report(vec![agreed(), disputed(), typed(), dismissed(), unrated()])
}

/// Arabic, anchored, rated false by two, with a verdict replaced and one withdrawn.
pub fn agreed() -> ClaimFile {
    let (lina, youssef) = (checker(1, "Lina Haddan"), checker(2, "يوسف المرّان"));
    let words = "لم يُصب أي مدني في قصف سروان بعد دخول الهدنة حيز التنفيذ";
    let mut arabic = document(1, "ar", "هدوء حذر في وادي النيروز بعد يوم من الهدنة", "وكالة أنباء النيروز");
    arabic.newer = Some(id('d', 9));
    let before = "وفي مؤتمر صحفي مساء السبت، قال المتحدث باسم القيادة الشمالية العميد سامي العمران إنه ";
    let mut file = anchored(
        claim(1, "ar", words, "سامي العمران"),
        arabic,
        before,
        "، مضيفا أن قواته ملتزمة ببنود الاتفاق.",
    );
    file.claim.role = "المتحدث باسم القيادة الشمالية".into();
    file.claim.cue = "قال".into();
    file.claim.via = vec!["وكالة أنباء النيروز".into()];
    file.claim.kind = Kind::Casualty;
    file.claim.polarity = Polarity::Deny;
    file.claim.said_at = "2026-11-21T19:00+02:00".into();
    file.claim.translation =
        "No civilian was hurt in the shelling of Sarwan after the truce took effect".into();
    file.claim.status = Status::Published;
    file.claim.verdict = Standing::Rated("false".into());
    let first = verdict(&file, 1, &lina, "unverifiable", "The hospital does not answer.", "22T08:00");
    let second = verdict(&file, 2, &youssef, "mostly_false", "", "22T09:00");
    let third = verdict(
        &file,
        3,
        &lina,
        "false",
        "The hospital's register names three wounded civilians.",
        "23T10:00",
    );
    let fourth = verdict(
        &file,
        4,
        &youssef,
        "false",
        "سجل مستشفى سروان يذكر ثلاثة جرحى مدنيين ليلة القصف.",
        "23T14:20",
    );
    file.verdicts = vec![
        Verdict { standing: false, ..first },
        Verdict { standing: false, withdrawn: "given to the wrong claim".into(), ..second },
        third,
        Verdict { blind: true, ..fourth },
    ];
    let register =
        Attachment { name: "register-سروان.pdf".into(), size: 88_214, sha256: format!("{:064x}", 5) };
    file.evidence = vec![
        Evidence {
            kind: EvidenceKind::File,
            file: Some(register),
            note: "Scan of the night's page; names blackened for their safety.".into(),
            ..evidence(&file, 1, &lina, Stance::Refutes, "B2")
        },
        Evidence {
            kind: EvidenceKind::Quotation,
            quotation: "استقبلنا ثلاثة جرحى من المدنيين بعد التاسعة مساء.".into(),
            ..evidence(&file, 2, &youssef, Stance::Refutes, "B1")
        },
        Evidence {
            withdrawn: "the photograph is of another town".into(),
            ..evidence(&file, 3, &lina, Stance::Supports, "E5")
        },
        Evidence {
            note: "Text of the truce, article 4.".into(),
            ..evidence(&file, 4, &lina, Stance::Context, "A1")
        },
    ];
    file.comments = vec![Comment {
        id: id('m', 1),
        claim: claim_id(1),
        text: "Asked the command for its own count; no answer by Monday noon.".into(),
        checker: lina.id.clone(),
        checker_name: lina.name.clone(),
        at: at("23T12:00"),
        after_end: false,
        withdrawn: String::new(),
    }];
    file.history = vec![
        change(&lina, "21T09:00", "import", "", "", "found on import"),
        change(&lina, "21T09:12", "edit", "kind", "violation", "casualty"),
        change(&youssef, "23T14:20", "verdict", "", "", "false"),
    ];
    file
}

/// English, anchored, two checkers of two minds, conflicting edits.
pub fn disputed() -> ClaimFile {
    let (lina, youssef) = (checker(1, "Lina Haddan"), checker(2, "يوسف المرّان"));
    let english =
        document(2, "en", "Both sides trade blame as Nayrouz truce enters second day", "Nayrouz Herald");
    let words = "armoured columns had pulled back ten kilometres from the Marzin bridge";
    let before = "The defence ministry said late on Sunday that ";
    let after = ", as the second clause of the truce demands. Residents reached by telephone described engines \
                 running through the night.";
    let mut file = anchored(claim(2, "en", words, "Defence Ministry"), english, before, after);
    file.claim.cue = "said".into();
    file.claim.kind = Kind::TroopMovement;
    file.claim.status = Status::Checked;
    file.claim.verdict = Standing::Disputed;
    file.claim.conflicts = vec!["speaker".into()];
    let one = "Satellite images of 22 November show the old positions empty.";
    let two = "الصور لا تغطي الضفة الشرقية، وما بقي هناك يخالف نص الادعاء.";
    file.verdicts = vec![
        verdict(&file, 5, &lina, "mostly_true", one, "23T10:00"),
        verdict(&file, 6, &youssef, "half_true", two, "23T11:00"),
    ];
    file.evidence = vec![evidence(&file, 5, &lina, Stance::Supports, "A2")];
    file
}

/// Heard on the radio, no document, rated without a number.
pub fn typed() -> ClaimFile {
    let lina = checker(1, "Lina Haddan");
    let mut file = claim(3, "en", "The corridor was never closed.", "");
    file.claim.url = "https://radio.example/live/1121".into();
    file.claim.said_at = "2026-11-21".into();
    file.claim.kind = Kind::Humanitarian;
    file.claim.status = Status::Checked;
    file.claim.verdict = Standing::Rated("misleading".into());
    let why = "Open on paper; lorries were turned back on both days.";
    file.verdicts = vec![verdict(&file, 7, &lina, "misleading", why, "23T16:00")];
    file
}

/// Set aside with a reason.
pub fn dismissed() -> ClaimFile {
    let english =
        document(2, "en", "Both sides trade blame as Nayrouz truce enters second day", "Nayrouz Herald");
    let words = "history will judge those who broke their word";
    let before = "A delegate remarked that ";
    let mut file = anchored(claim(4, "en", words, "Rim Qadar"), english, before, " and left the room.");
    file.claim.role = "delegate".into();
    file.claim.status = Status::Dismissed;
    file.claim.dismissed = "an opinion about the future".into();
    file
}

/// Nobody has touched it.
pub fn unrated() -> ClaimFile {
    let mut arabic = document(1, "ar", "هدوء حذر في وادي النيروز بعد يوم من الهدنة", "وكالة أنباء النيروز");
    arabic.withdrawn = "imported into the wrong case".into();
    let words = "ستُفتح المعابر أمام المساعدات صباح الأحد";
    let mut file = anchored(claim(5, "ar", words, "لجنة الإغاثة"), arabic, "وأعلنت اللجنة أنه ", ".");
    file.claim.kind = Kind::Commitment;
    file.claim.polarity = Polarity::Commit;
    file
}
