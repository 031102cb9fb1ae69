//! Claims: attributed statements, as extracted from a text and as kept in a casebook.

use super::codes::codes;
use super::{Id, Standing};
use serde::{Deserialize, Serialize};

codes! {
    /// How the words are reported.
    Quote, "quote" {
        /// All content stands in quotation marks or after a colon.
        Direct "direct" "direct" "مباشر",
        /// None of it is quoted.
        Indirect "indirect" "indirect" "غير مباشر",
        /// Quoted and reported words together.
        Mixed "mixed" "mixed" "مختلط",
    }
}

codes! {
    /// What the speaker does with the content.
    Polarity, "polarity" {
        /// States it.
        Assert "assert" "assert" "إثبات",
        /// Denies or rejects it.
        Deny "deny" "deny" "نفي",
        /// Binds themselves or their side to it.
        Commit "commit" "commit" "تعهد",
        /// Wants it of others.
        Call "call" "call" "دعوة",
        /// Fears, condemns or regrets it.
        Concern "concern" "concern" "قلق",
    }
}

codes! {
    /// What the claim is about; where two fit, the first in the order of the labelling guideline.
    Kind, "kind" {
        /// Who did it, who is behind it, why.
        Attribution "attribution" "attribution" "مسؤولية",
        /// Dead, wounded, missing.
        Casualty "casualty" "casualty" "ضحايا",
        /// Attacks, fighting, breaches.
        Violation "violation" "violation" "خرق",
        /// Ground won, lost, held.
        Territorial "territorial" "territory" "سيطرة",
        /// Forces deployed, withdrawn, sent.
        TroopMovement "troop_movement" "troop movement" "تحرك قوات",
        /// Aid, civilians, sieges, rights, prisoners.
        Humanitarian "humanitarian" "humanitarian" "إنساني",
        /// The truce, its terms, pledges to act.
        Commitment "commitment" "commitment" "التزام",
        /// Talks, envoys, relations.
        Diplomatic "diplomatic" "diplomatic" "دبلوماسي",
        /// The rest.
        Other "other" "other" "آخر",
    }
}

codes! {
    /// How far the check of a claim has come.
    Status, "status" {
        /// Nobody has touched it.
        New "new" "new" "جديد",
        /// Evidence, comments or edits are there, no verdict stands.
        InProgress "in_progress" "in progress" "قيد التدقيق",
        /// At least one verdict stands.
        Checked "checked" "checked" "مدقق",
        /// Its report is out.
        Published "published" "published" "منشور",
        /// Set aside as not checkable, with a reason.
        Dismissed "dismissed" "dismissed" "مستبعد",
    }
}

codes! {
    /// What makes a claim more or less worth a check. With each stands what it adds: see [`Reason::points`].
    Reason, "reason" {
        /// Tells of dead, wounded or missing.
        Casualties "casualties" "casualties" "ضحايا",
        /// Tells of an attack or a breach.
        Attack "attack" "attack or breach" "هجوم أو خرق",
        /// Says who did it.
        Blame "blame" "who did it" "تحديد المسؤول",
        /// Tells who holds ground or where forces move.
        Ground "ground" "ground or forces" "أرض أو قوات",
        /// Tells how civilians fare.
        Civilians "civilians" "civilians" "مدنيون",
        /// Denies what others say.
        Denial "denial" "denial" "نفي",
        /// Gives a number.
        Number "number" "number" "رقم",
        /// Names a place.
        Place "place" "place" "مكان",
        /// Says when.
        Time "time" "date or time" "زمان",
        /// Leaves no exception: none, all, never.
        Absolute "absolute" "without exception" "بلا استثناء",
        /// The speaker is named and can be held to it.
        Accountable "accountable" "named speaker" "قائل مسمى",
        /// Nobody stands for it.
        Sourceless "sourceless" "no source" "بلا مصدر",
        /// A promise: it can be checked only later.
        Promise "promise" "promise" "وعد",
        /// A demand or wish: neither true nor false.
        Demand "demand" "demand" "مطالبة",
        /// A feeling or judgement.
        Judgement "judgement" "feeling or judgement" "شعور أو رأي",
        /// Hedged: may, could, perhaps.
        Hedged "hedged" "hedged" "تحفظ",
        /// Too few words to say what is meant.
        Short "short" "few words" "قصير",
    }
}

impl Reason {
    /// What it adds to a claim's worth, in points of 100. The signs follow what fact-checkers look for: a statement of
    /// fact, past or present, of public weight, precise enough to be found false; wishes and feelings are none.
    /// (The criteria of ClaimBuster, Hassan et al. 2017, and of the CheckThat! labs; the amounts are ours.)
    pub fn points(self) -> i32 {
        match self {
            Reason::Casualties => 26,
            Reason::Attack => 22,
            Reason::Blame => 22,
            Reason::Ground => 16,
            Reason::Civilians => 14,
            Reason::Denial => 12,
            Reason::Number => 14,
            Reason::Place => 6,
            Reason::Time => 6,
            Reason::Absolute => 6,
            Reason::Accountable => 4,
            Reason::Sourceless => -6,
            Reason::Promise => -10,
            Reason::Demand => -28,
            Reason::Judgement => -16,
            Reason::Hedged => -10,
            Reason::Short => -12,
        }
    }
}

/// How much a claim is worth a check, 0 to 100, for these reasons: 34 points, and what each adds.
pub fn worth(reasons: &[Reason]) -> u8 {
    let sum: i32 = reasons.iter().map(|reason| reason.points()).sum();
    u8::try_from((34 + sum).clamp(0, 100)).unwrap_or_default()
}

/// A claim as extraction finds it in a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Extracted {
    /// First code point of the span.
    pub start: usize,
    /// The code point after the span.
    pub end: usize,
    /// The text of the span.
    pub text: String,
    /// Who said it, by the fullest name in the document; empty if unknown.
    pub speaker: String,
    /// In what capacity.
    pub role: String,
    /// The word that reports it, inflected as in the text.
    pub cue: String,
    /// Where the cue stands, in code points.
    #[serde(skip)]
    pub cue_span: (usize, usize),
    /// Who passed it on between the speaker and the article, outermost first.
    pub via: Vec<String>,
    /// Direct, indirect or mixed.
    pub quote: Quote,
    /// What the speaker does with it.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: Kind,
    /// Whether it lies inside another claim.
    pub nested: bool,
    /// How probable it is that span and speaker are right, 0 to 1.
    pub confidence: f64,
    /// How much it is worth a check, 0 to 100.
    pub worth: u8,
    /// Why so much.
    pub reasons: Vec<Reason>,
    /// Language of the passage, BCP 47.
    pub language: String,
}

/// A claim of a casebook as it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its name in every casebook.
    pub id: Id,
    /// The document that it was found in; none where it was typed in.
    pub document: Option<Id>,
    /// First code point of the span.
    pub start: Option<usize>,
    /// The code point after the span.
    pub end: Option<usize>,
    /// The claim's words.
    pub text: String,
    /// Who said it.
    pub speaker: String,
    /// In what capacity.
    pub role: String,
    /// The word that reports it.
    pub cue: String,
    /// Who passed it on.
    pub via: Vec<String>,
    /// Direct, indirect or mixed.
    pub quote: Quote,
    /// What the speaker does with it.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: Kind,
    /// Whether it lies inside another claim.
    pub nested: bool,
    /// How sure the extraction was; none where a person added the claim.
    pub confidence: Option<f64>,
    /// How much it is worth a check, 0 to 100; a claim that a person added is worth 100.
    pub worth: u8,
    /// Why so much; empty where a person added it.
    pub reasons: Vec<Reason>,
    /// When it was said, as the checker wrote it (ISO 8601 where known); empty if unknown.
    pub said_at: String,
    /// A translation for readers of the report.
    pub translation: String,
    /// How far the check has come.
    pub status: Status,
    /// What stands: a rating's code, `disputed`, or nothing.
    pub verdict: Standing,
    /// Language of the words, BCP 47.
    pub language: String,
    /// Where it was heard or copied from, for a claim without document.
    pub url: String,
    /// Why it was dismissed; empty if it was not.
    pub dismissed: String,
    /// Fields with unlike concurrent values, shown by one of them.
    pub conflicts: Vec<String>,
}

impl Claim {
    /// The reasons for its worth, as people read them.
    pub fn why_worth(&self, tongue: super::Tongue) -> String {
        let joint = if tongue == super::Tongue::Arabic { "، " } else { ", " };
        self.reasons.iter().map(|reason| reason.label(tongue)).collect::<Vec<_>>().join(joint)
    }
}

/// A claim that a checker adds by hand.
#[derive(Debug, Clone, PartialEq)]
pub struct NewClaim {
    /// The document and the span in it (code points); none for a claim heard or copied.
    pub anchor: Option<(Id, usize, usize)>,
    /// The words, where there is no document; ignored where there is one.
    pub text: String,
    /// Who said it.
    pub speaker: String,
    /// In what capacity.
    pub role: String,
    /// The word that reports it.
    pub cue: String,
    /// Direct, indirect or mixed.
    pub quote: Quote,
    /// What the speaker does with it.
    pub polarity: Polarity,
    /// What it is about.
    pub kind: Kind,
    /// When it was said.
    pub said_at: String,
    /// Where it was heard or copied from.
    pub url: String,
    /// A translation.
    pub translation: String,
    /// Language of the words; empty to have it detected.
    pub language: String,
}

impl Default for NewClaim {
    fn default() -> NewClaim {
        NewClaim {
            anchor: None,
            text: String::new(),
            speaker: String::new(),
            role: String::new(),
            cue: String::new(),
            quote: Quote::Indirect,
            polarity: Polarity::Assert,
            kind: Kind::Other,
            said_at: String::new(),
            url: String::new(),
            translation: String::new(),
            language: String::new(),
        }
    }
}
