//! Fields that checkers edit: each write to one is a write of its own in the journal.

use super::codes::codes;
use super::{Grade, Kind, Polarity, Quote, Stance, Status};

codes! {
    /// A field that a journal entry can write.
    Field, "field" {
        /// Place and words of a claim: `{start, end, text}`.
        Span "span" "span" "الموضع",
        /// Speaker of a claim.
        Speaker "speaker" "speaker" "صاحب الادعاء",
        /// Role of the speaker.
        Role "role" "role" "الصفة",
        /// Cue.
        Cue "cue" "cue" "لفظ الإسناد",
        /// Those in between.
        Via "via" "via" "نقلا عن",
        /// How it is quoted.
        Quote "quote" "quote" "النقل",
        /// Polarity.
        Polarity "polarity" "polarity" "الموقف",
        /// Kind.
        Kind "kind" "kind" "النوع",
        /// When it was said.
        SaidAt "said_at" "said at" "قيل في",
        /// Translation.
        Translation "translation" "translation" "الترجمة",
        /// Status set by hand: `in_progress`, `published`, or empty to have it derived.
        Status "status" "status" "الحالة",
        /// Why a claim was dismissed; empty to restore it.
        Dismissed "dismissed" "dismissed" "مستبعد",
        /// Title of a document.
        Title "title" "title" "العنوان",
        /// Outlet.
        Outlet "outlet" "outlet" "الناشر",
        /// Author.
        Author "author" "author" "الكاتب",
        /// Address of a document, evidence or typed claim.
        Url "url" "address" "الرابط",
        /// Publication date.
        Published "published" "published" "تاريخ النشر",
        /// Language.
        Language "language" "language" "اللغة",
        /// Stance of evidence.
        Stance "stance" "stance" "الصلة بالادعاء",
        /// Source grade.
        Grade "grade" "source grade" "درجة المصدر",
        /// Note on evidence.
        Note "note" "note" "ملاحظة",
        /// Quoted words of evidence.
        Quotation "quotation" "quotation" "الاقتباس",
        /// Why something was withdrawn; empty to bring it back.
        Withdrawn "withdrawn" "withdrawn" "مسحوب",
        /// Name of a checker or publisher.
        Name "name" "name" "الاسم",
        /// Contact of a checker.
        Contact "contact" "contact" "وسيلة الاتصال",
    }
}

/// What a checker corrects of a claim; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClaimEdit {
    /// New span in code points; the words are taken from the document.
    pub span: Option<(usize, usize)>,
    /// New words, only for a claim without document.
    pub text: Option<String>,
    /// Speaker.
    pub speaker: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Cue.
    pub cue: Option<String>,
    /// Those in between.
    pub via: Option<Vec<String>>,
    /// How it is quoted.
    pub quote: Option<Quote>,
    /// Polarity.
    pub polarity: Option<Polarity>,
    /// Kind.
    pub kind: Option<Kind>,
    /// When it was said.
    pub said_at: Option<String>,
    /// Translation.
    pub translation: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Status set by hand; `New` gives it back to be derived. Checked and dismissed cannot be set.
    pub status: Option<Status>,
}

/// What a checker corrects of evidence; `None` leaves a field as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EvidenceEdit {
    /// Stance.
    pub stance: Option<Stance>,
    /// Source grade; `Some(None)` takes it away.
    pub grade: Option<Option<Grade>>,
    /// Note.
    pub note: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Quoted words.
    pub quotation: Option<String>,
}
