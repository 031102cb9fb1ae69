//! Verdicts and the scale that their ratings come from.

use super::Id;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One value of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// The code used in files and arguments, such as `mostly_false`.
    pub code: String,
    /// Arabic label.
    pub ar: String,
    /// English label.
    pub en: String,
    /// Number on the scale; none where the rating is not a degree of truth.
    pub value: Option<i64>,
}

/// The ratings that a casebook's verdicts are chosen from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// The scale's name.
    pub code: String,
    /// Its ratings in the order in which they are offered.
    pub ratings: Vec<Rating>,
}

impl Scale {
    /// The scale of a new casebook: five degrees of truth (numbers as in ClaimReview's example
    /// scale) and five ratings that are none.
    pub fn standard() -> Scale {
        let rows = [
            ("true", "صحيح", "True", Some(5)),
            ("mostly_true", "صحيح في معظمه", "Mostly true", Some(4)),
            ("half_true", "نصف صحيح", "Half true", Some(3)),
            ("mostly_false", "غير صحيح في معظمه", "Mostly false", Some(2)),
            ("false", "غير صحيح", "False", Some(1)),
            ("misleading", "مضلل", "Misleading", None),
            ("out_of_context", "خارج السياق", "Out of context", None),
            ("satire", "ساخر", "Satire", None),
            ("unverifiable", "تعذّر التحقق", "Unverifiable", None),
            ("not_checkable", "غير قابل للتحقق", "Not checkable", None),
        ];
        let ratings = rows
            .into_iter()
            .map(|(code, ar, en, value)| Rating { code: code.into(), ar: ar.into(), en: en.into(), value })
            .collect();
        Scale { code: "standard".into(), ratings }
    }

    /// The rating meant by a code, a label in either language or a number in any digits.
    pub fn find(&self, given: &str) -> Option<&Rating> {
        let given = given.trim();
        let code = given.to_lowercase().replace([' ', '-'], "_");
        let number: Option<i64> = crate::text::ascii_digits(given).parse().ok();
        self.ratings.iter().find(|r| {
            r.code == code
                || r.ar == given
                || r.en.eq_ignore_ascii_case(given)
                || (number.is_some() && r.value == number)
        })
    }

    /// The rating with this code.
    pub fn rating(&self, code: &str) -> Option<&Rating> {
        self.ratings.iter().find(|r| r.code == code)
    }

    /// The lowest and highest number, where there are two.
    pub fn bounds(&self) -> Option<(i64, i64)> {
        let values = || self.ratings.iter().filter_map(|r| r.value);
        Some((values().min()?, values().max()?)).filter(|(low, high)| low < high)
    }
}

/// A dated, reasoned rating of a claim by a checker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Its name in every casebook.
    pub id: Id,
    /// The claim that is rated.
    pub claim: Id,
    /// The rating's code.
    pub rating: String,
    /// The reasons.
    pub why: String,
    /// Who gave it.
    pub checker: Id,
    /// Their name, or their id where they have given none.
    pub checker_name: String,
    /// When, by the writer's clock.
    pub at: DateTime<Utc>,
    /// Whether it was given without sight of the others.
    pub blind: bool,
    /// Whether it is its checker's present word: not withdrawn and not replaced.
    pub standing: bool,
    /// Why it was withdrawn; empty if it was not.
    pub withdrawn: String,
    /// Whether it is dated after its key's end, and not to be relied on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub after_end: bool,
}

/// What stands of a claim's verdicts, written as a rating's code, `disputed` or null.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Standing {
    /// No verdict stands.
    #[default]
    None,
    /// All standing verdicts have this rating.
    Rated(String),
    /// Two checkers' standing verdicts are unlike.
    Disputed,
}

impl Standing {
    /// The word for it in files, empty where there is none.
    pub fn code(&self) -> &str {
        match self {
            Standing::None => "",
            Standing::Rated(code) => code,
            Standing::Disputed => "disputed",
        }
    }
}

impl From<&str> for Standing {
    fn from(code: &str) -> Standing {
        match code {
            "" => Standing::None,
            "disputed" => Standing::Disputed,
            code => Standing::Rated(code.to_owned()),
        }
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Standing::None => s.serialize_none(),
            _ => s.serialize_str(self.code()),
        }
    }
}

impl<'de> Deserialize<'de> for Standing {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Standing, D::Error> {
        Ok(Option::<String>::deserialize(d)?.as_deref().map_or(Standing::None, Standing::from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratings_are_found_by_code_label_and_number() {
        let scale = Scale::standard();
        for given in ["false", "False", "غير صحيح", "1", "١", "۱"] {
            assert_eq!(scale.find(given).map(|r| r.code.as_str()), Some("false"), "{given}");
        }
        assert_eq!(scale.find("mostly false").unwrap().value, Some(2));
        assert!(scale.find("wrong").is_none());
        assert!(scale.find("").is_none());
        assert_eq!(scale.bounds(), Some((1, 5)));
    }
}
