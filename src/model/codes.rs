//! Closed vocabularies: each value has a code for files and scripts and a label for people.

/// A value that is not one of a vocabulary's codes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::say!("model-code", given = .given, kind = .what.replace(' ', "-"), what = *.what, known = crate::locale::list(&.known.split(", ").collect::<Vec<_>>())))]
pub struct UnknownCode {
    /// What was given.
    pub given: String,
    /// The vocabulary, such as `polarity`.
    pub what: &'static str,
    /// The codes that there are, separated by commas.
    pub known: String,
}

/// Declares an enum whose values have a code, an English and an Arabic label.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident, $what:literal { $( $(#[$vdoc:meta])* $value:ident $code:literal $en:literal $ar:literal ),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $( $(#[$vdoc])* #[serde(rename = $code)] $value ),+ }

        impl $name {
            /// Every value, in the order in which they are offered.
            pub const ALL: &'static [$name] = &[ $( $name::$value ),+ ];

            /// The code used in files, queries and arguments.
            pub fn code(self) -> &'static str { match self { $( $name::$value => $code ),+ } }

            /// The word shown to people.
            pub fn label(self, tongue: $crate::model::Tongue) -> &'static str {
                match (self, tongue) { $(
                    ($name::$value, $crate::model::Tongue::English) => $en,
                    ($name::$value, $crate::model::Tongue::Arabic) => $ar,
                )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.code()) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::model::codes::UnknownCode;
            fn from_str(given: &str) -> Result<Self, Self::Err> {
                let wanted = given.trim().to_lowercase().replace([' ', '-'], "_");
                $name::ALL.iter().copied()
                    .find(|v| v.code() == wanted || v.label($crate::model::Tongue::Arabic) == given.trim())
                    .ok_or_else(|| $crate::model::codes::UnknownCode {
                        given: given.to_owned(), what: $what,
                        known: $name::ALL.iter().map(|v| v.code()).collect::<Vec<_>>().join(", "),
                    })
            }
        }
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests {
    use crate::model::{Kind, Polarity, Status};

    #[test]
    fn codes_round_trip_and_labels_are_understood() {
        for kind in Kind::ALL {
            assert_eq!(kind.code().parse::<Kind>().unwrap(), *kind);
        }
        assert_eq!("troop movement".parse::<Kind>().unwrap(), Kind::TroopMovement);
        assert_eq!("نفي".parse::<Polarity>().unwrap(), Polarity::Deny);
        let error = "lost".parse::<Status>().unwrap_err();
        assert!(error.to_string().contains("in_progress"), "{error}");
    }
}
