//! Owns inflection: the forms in which a cue of the lexicon meets us in a text.

use super::lexicon::{CueForm, Form, Inflection};
use super::normalise::fold;

/// A form with its folded spelling.
pub(super) type Inflected = (String, CueForm);

fn form(cue: u16, form: Form) -> CueForm {
    CueForm { cue, form, feminine: false, plural: false, suffixed: false }
}

/// Forms of a verb that are given, separated by spaces; empty where the rules make them.
pub(super) struct Given<'a> {
    pub present: &'a str,
    pub plural: &'a str,
    pub past: &'a str,
    pub pp: &'a str,
    pub ing: &'a str,
}

fn rule<'a>(rules: &'a [Inflection], word: &str) -> Option<&'a Inflection> {
    let fits = |r: &&Inflection| r.ends.is_empty() || r.ends.split(' ').any(|e| word.ends_with(&fold(e)));
    rules.iter().find(fits)
}

/// The word with each of the endings, after what the rule cuts.
fn with_endings(word: &str, rule: &Inflection, endings: &str) -> Vec<String> {
    let keep = word.char_indices().rev().nth(rule.cut.wrapping_sub(1)).map_or(word.len(), |(at, _)| at);
    let stem = word.get(..keep).unwrap_or(word);
    endings.split_whitespace().map(|e| fold(&format!("{stem}{}", e.trim_start_matches('-')))).collect()
}

/// The finite and participial forms of a verb by the rules of its language.
pub(super) fn verb(rules: &[Inflection], cue: u16, verb: &str, given: &Given<'_>) -> Vec<Inflected> {
    let none = Inflection::default();
    let rule = rule(rules, verb).unwrap_or(&none);
    let or = |given: &str, endings: &str| match given.is_empty() {
        true => with_endings(verb, rule, endings),
        false => given.split_whitespace().map(fold).collect(),
    };
    let past = or(given.past, &rule.past);
    let pp = match given.pp.is_empty() && !given.past.is_empty() {
        true => past.clone(),
        false => or(given.pp, &rule.pp),
    };
    let mut out = Vec::new();
    let mut add = |words: Vec<String>, form: CueForm| out.extend(words.into_iter().map(|w| (w, form)));
    add(or(given.plural, &rule.plural), CueForm { plural: true, ..form(cue, Form::Present) });
    add(or(given.present, &rule.present), form(cue, Form::Present));
    add(past, form(cue, Form::Past));
    add(pp, form(cue, Form::Passive));
    add(or(given.ing, &rule.ing), form(cue, Form::Participle));
    out
}

/// The spellings of an adjective that is a cue after "to be".
pub(super) fn adjective(cue: u16, spellings: &str) -> Vec<Inflected> {
    spellings.split_whitespace().map(|w| (fold(w), form(cue, Form::Passive))).collect()
}

/// Singular and plural of a noun.
pub(super) fn noun(rules: &[Inflection], cue: u16, noun: &str) -> Vec<Inflected> {
    let plural = rule(rules, noun).map(|r| with_endings(noun, r, &r.noun)).unwrap_or_default();
    std::iter::once(noun.to_owned()).chain(plural).map(|w| (w, form(cue, Form::Noun))).collect()
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

/// The forms of an Arabic verb that endings do not lead back to: the past, also of a woman, and the present of
/// every person.
pub(super) fn arabic_verb(past: &str, present: &str) -> Vec<String> {
    let stem = weak(past).unwrap_or(past);
    let mut out = vec![past.to_owned(), format!("{stem}ت")];
    if weak(past).is_some() {
        out.extend([format!("{stem}ا"), format!("{stem}وا")]);
    }
    if let Some(rest) = present.strip_prefix('ي') {
        out.extend(["ي", "ت", "ن", "ا"].map(|person| format!("{person}{rest}")));
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

    #[test]
    fn verbs_inflect_by_the_rules_of_their_language() {
        let rule = |ends: &str, cut, forms: [&str; 5]| {
            let [present, plural, past, pp, ing] = forms.map(str::to_owned);
            Inflection { ends: ends.to_owned(), cut, present, plural, past, pp, ing, noun: "s".to_owned() }
        };
        let rules = [
            rule("ay oy", 0, ["s", "-", "ed", "ed", "ing"]),
            rule("y", 1, ["ies", "y", "ied", "ied", "ying"]),
            rule("er", 2, ["e", "ent", "a ait", "é és", "ant"]),
            rule("", 0, ["s", "-", "ed", "ed", "ing"]),
        ];
        let given = |past| Given { present: "", plural: "", past, pp: "", ing: "" };
        for (word, past, wanted) in [
            ("deny", "", "deny denies denied denied denying"),
            ("obey", "", "obey obeies obeied obeied obeying"),
            ("stay", "", "stay stays stayed stayed staying"),
            ("parler", "", "parlent parle parla parlait parle parles parlant"),
            ("say", "said", "say says said said saying"),
        ] {
            assert_eq!(spellings(verb(&rules, 0, word, &given(past))).join(" "), wanted);
        }
        assert_eq!(spellings(noun(&rules, 0, "appel")), ["appel", "appels"]);
    }

    fn spellings(forms: Vec<Inflected>) -> Vec<String> {
        forms.into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn arabic_verbs_of_a_kind_inflect() {
        assert_eq!(arabic_verb("قصف", "يقصف"), ["قصف", "قصفت", "يقصف", "تقصف", "نقصف", "اقصف"]);
        let weak = ["اعتدي", "اعتدت", "اعتدا", "اعتدوا", "يعتدي", "تعتدي", "نعتدي", "اعتدي"];
        assert_eq!(arabic_verb("اعتدي", "يعتدي"), weak);
        assert_eq!(arabic_verb("لقي", ""), ["لقي", "لقت", "لقا", "لقوا"]);
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
