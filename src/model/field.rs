//! Fields that checkers edit: each write to one is a write of its own in the journal.

use super::codes::codes;
use super::{Grade, Kind, Polarity, Quote, Stance, Status};
use crate::locale::Spoken;

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

impl Field {
    /// The codes that this field's values are chosen from; none where it is free text.
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Field::Quote => Quote::ALL.iter().map(|v| v.code()).collect(),
            Field::Polarity => Polarity::ALL.iter().map(|v| v.code()).collect(),
            Field::Kind => Kind::ALL.iter().map(|v| v.code()).collect(),
            Field::Stance => Stance::ALL.iter().map(|v| v.code()).collect(),
            Field::Status => vec![Status::InProgress.code(), Status::Published.code()],
            _ => Vec::new(),
        }
    }

    /// What a person typed as a value of this field, in the form that a write has.
    pub fn value(self, text: &str) -> Result<serde_json::Value, Spoken> {
        let text = text.trim();
        let codes = self.codes();
        match self {
            Field::Span => Err(crate::spoken!("field-span")),
            Field::Via => {
                let names = text.split('>').map(str::trim).filter(|name| !name.is_empty());
                Ok(names.collect::<Vec<_>>().into())
            }
            Field::Grade if !text.is_empty() && text.parse::<Grade>().is_err() => {
                Err(crate::spoken!("field-grade", text = text))
            }
            Field::Status if text.is_empty() => Ok("".into()),
            _ if !codes.is_empty() && !codes.contains(&text) => {
                Err(crate::spoken!("field-code", text = text, codes = crate::locale::list(&codes)))
            }
            _ => Ok(text.into()),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_has_the_form_of_its_field() {
        assert_eq!(Field::Speaker.value(" envoy "), Ok("envoy".into()));
        assert_eq!(Field::Via.value("a > b"), Ok(vec!["a", "b"].into()));
        assert_eq!(Field::Kind.value("casualty"), Ok("casualty".into()));
        assert_eq!(Field::Grade.value("B2"), Ok("B2".into()));
        assert_eq!(Field::Status.value(""), Ok("".into()));
        for (field, wrong) in [(Field::Kind, "war"), (Field::Grade, "Z9"), (Field::Status, "checked")] {
            assert!(field.value(wrong).is_err(), "{wrong}");
        }
        assert!(Field::Span.value("3").is_err());
    }
}
