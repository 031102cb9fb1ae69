//! Owns inflection: the forms in which a cue of the lexicon meets us in a text.

use super::lexicon::{CueForm, Form};

/// A form with its folded spelling.
pub(super) type Inflected = (String, CueForm);

fn form(cue: u16, form: Form) -> CueForm {
    CueForm { cue, form, feminine: false, plural: false, suffixed: false }
}

/// The finite and participial forms of an English verb; `past`, `pp` and `ing` override the rule.
pub(super) fn english(cue: u16, verb: &str, past: &str, pp: &str, ing: &str) -> Vec<Inflected> {
    let or = |given: &str, rule: String| if given.is_empty() { rule } else { given.to_owned() };
    let past = or(past, english_past(verb));
    let pp = or(pp, past.clone());
    vec![
        (verb.to_owned(), CueForm { plural: true, ..form(cue, Form::Present) }),
        (english_s(verb), form(cue, Form::Present)),
        (past, form(cue, Form::Past)),
        (pp, form(cue, Form::Passive)),
        (or(ing, english_ing(verb)), form(cue, Form::Participle)),
    ]
}

/// Singular and plural of an English noun.
pub(super) fn english_noun(cue: u16, noun: &str) -> Vec<Inflected> {
    vec![(noun.to_owned(), form(cue, Form::Noun)), (english_s(noun), form(cue, Form::Noun))]
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

fn english_s(word: &str) -> String {
    match consonant_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        None => format!("{word}s"),
    }
}

fn english_past(word: &str) -> String {
    match consonant_y(word) {
        Some(stem) => format!("{stem}ied"),
        None if word.ends_with('e') => format!("{word}d"),
        None => format!("{word}ed"),
    }
}

fn english_ing(word: &str) -> String {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{word}ing"),
    }
}

const OBJECTS: [&str; 8] = ["ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك"];

/// The forms of an Arabic verb; all arguments are folded, empty where the verb lacks the form.
pub(super) fn arabic(cue: u16, past: &str, present: &str, participle: &str, noun: &str) -> Vec<Inflected> {
    let mut out = Vec::new();
    arabic_past(cue, past, &mut out);
    arabic_present(cue, present, &mut out);
    arabic_participle(cue, participle, &mut out);
    if !noun.is_empty() {
        let base = form(cue, Form::Noun);
        let joined = noun.strip_suffix('ه').map_or(noun.to_owned(), |stem| format!("{stem}ت"));
        out.push((noun.to_owned(), base));
        out.push((format!("{joined}ات"), base));
        out.extend(OBJECTS.iter().map(|o| (format!("{joined}{o}"), CueForm { suffixed: true, ..base })));
    }
    out
}

fn weak(stem: &str) -> Option<&str> {
    stem.strip_suffix(['ي', 'ا'])
}

fn arabic_past(cue: u16, past: &str, out: &mut Vec<Inflected>) {
    if past.is_empty() {
        return;
    }
    let base = form(cue, Form::Past);
    let feminine = CueForm { feminine: true, ..base };
    let plural = CueForm { plural: true, ..base };
    let stem = weak(past).unwrap_or(past);
    let singular = weak(past).map_or(past.to_owned(), |s| format!("{s}ا"));
    out.push((past.to_owned(), base));
    out.push((format!("{stem}ت"), feminine));
    out.push((format!("{stem}وا"), plural));
    out.push((format!("{stem}تا"), CueForm { plural: true, ..feminine }));
    if past.ends_with('ا') {
        // A final hamza folds into a final alif, but stays before an ending: تبرأت.
        out.push((format!("{past}ت"), feminine));
        out.push((format!("{past}وا"), plural));
    }
    if weak(past).is_none() {
        out.push((format!("{past}ا"), plural));
        out.push((format!("{past}ن"), CueForm { plural: true, ..feminine }));
    }
    for object in OBJECTS {
        out.push((format!("{singular}{object}"), CueForm { suffixed: true, ..base }));
        out.push((format!("{stem}ت{object}"), CueForm { suffixed: true, ..feminine }));
        out.push((format!("{stem}و{object}"), CueForm { suffixed: true, ..plural }));
    }
}

fn arabic_present(cue: u16, present: &str, out: &mut Vec<Inflected>) {
    let Some(rest) = present.strip_prefix('ي') else { return };
    let base = form(cue, Form::Present);
    let (stem, full) = (rest.strip_suffix(['ي', 'و', 'ا']).unwrap_or(rest), rest);
    for (prefix, feminine) in [("ي", false), ("ت", true)] {
        let one = CueForm { feminine, ..base };
        out.push((format!("{prefix}{full}"), one));
        let many = CueForm { plural: true, ..base };
        out.push((format!("{prefix}{stem}ون"), many));
        out.push((format!("{prefix}{stem}وا"), many));
        out.push((format!("{prefix}{full}ان"), CueForm { feminine, ..many }));
        out.extend(OBJECTS.iter().map(|o| (format!("{prefix}{full}{o}"), CueForm { suffixed: true, ..one })));
    }
}

fn arabic_participle(cue: u16, participle: &str, out: &mut Vec<Inflected>) {
    let Some(stem) = participle.strip_suffix('ا') else { return };
    let base = form(cue, Form::Participle);
    out.push((participle.to_owned(), base));
    out.push((format!("{stem}ه"), CueForm { feminine: true, ..base }));
    let plural = CueForm { plural: true, ..base };
    out.push((format!("{}ين", stem.strip_suffix('ي').unwrap_or(stem)), plural));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(forms: Vec<Inflected>) -> Vec<String> {
        forms.into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn english_verbs_inflect() {
        for (verb, wanted) in [
            ("warn", ["warn", "warns", "warned", "warned", "warning"]),
            ("deny", ["deny", "denies", "denied", "denied", "denying"]),
            ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
            ("accuse", ["accuse", "accuses", "accused", "accused", "accusing"]),
            ("press", ["press", "presses", "pressed", "pressed", "pressing"]),
            ("say", ["say", "says", "sayed", "sayed", "saying"]),
        ] {
            assert_eq!(spellings(english(0, verb, "", "", "")), wanted);
        }
        assert_eq!(spellings(english(0, "say", "said", "", ""))[2], "said");
    }

    #[test]
    fn arabic_verbs_inflect() {
        let sound = spellings(arabic(0, "اعلن", "يعلن", "معلنا", "اعلان"));
        for wanted in ["اعلن", "اعلنت", "اعلنوا", "تعلن", "يعلنون", "معلنه", "معلنين", "اعلنها", "اعلانه"]
        {
            assert!(sound.iter().any(|w| w == wanted), "{wanted}");
        }
        let weak = spellings(arabic(0, "نفي", "ينفي", "نافيا", "نفي"));
        for wanted in ["نفي", "نفت", "نفوا", "تنفي", "ينفون", "نافيه", "نافين", "نفاه", "نفيها"]
        {
            assert!(weak.iter().any(|w| w == wanted), "{wanted}");
        }
    }
}
