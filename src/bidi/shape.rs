//! Joined forms of Arabic letters, on logical order. A cell holds one letter whatever its
//! neighbours are, so the form is written out as a presentation form; letters without one stay.

use super::cluster::{Kind, Unit};
use crate::text::{ZWJ, ZWNJ};
use unicode_joining_type::{JoiningType, get_joining_type};

/// Letters with the first of their presentation forms, which follow each other: isolated, final
/// and, where there are four, initial and medial. In order of the letters.
const FORMS: &[(char, char, u8)] = &[
    ('ء', '\u{fe80}', 1),
    ('آ', '\u{fe81}', 2),
    ('أ', '\u{fe83}', 2),
    ('ؤ', '\u{fe85}', 2),
    ('إ', '\u{fe87}', 2),
    ('ئ', '\u{fe89}', 4),
    ('ا', '\u{fe8d}', 2),
    ('ب', '\u{fe8f}', 4),
    ('ة', '\u{fe93}', 2),
    ('ت', '\u{fe95}', 4),
    ('ث', '\u{fe99}', 4),
    ('ج', '\u{fe9d}', 4),
    ('ح', '\u{fea1}', 4),
    ('خ', '\u{fea5}', 4),
    ('د', '\u{fea9}', 2),
    ('ذ', '\u{feab}', 2),
    ('ر', '\u{fead}', 2),
    ('ز', '\u{feaf}', 2),
    ('س', '\u{feb1}', 4),
    ('ش', '\u{feb5}', 4),
    ('ص', '\u{feb9}', 4),
    ('ض', '\u{febd}', 4),
    ('ط', '\u{fec1}', 4),
    ('ظ', '\u{fec5}', 4),
    ('ع', '\u{fec9}', 4),
    ('غ', '\u{fecd}', 4),
    ('ف', '\u{fed1}', 4),
    ('ق', '\u{fed5}', 4),
    ('ك', '\u{fed9}', 4),
    ('ل', '\u{fedd}', 4),
    ('م', '\u{fee1}', 4),
    ('ن', '\u{fee5}', 4),
    ('ه', '\u{fee9}', 4),
    ('و', '\u{feed}', 2),
    ('ى', '\u{feef}', 2),
    ('ي', '\u{fef1}', 4),
    ('ٱ', '\u{fb50}', 2),
    ('ٹ', '\u{fb66}', 4),
    ('ٺ', '\u{fb5e}', 4),
    ('ٻ', '\u{fb52}', 4),
    ('پ', '\u{fb56}', 4),
    ('ٿ', '\u{fb62}', 4),
    ('ڀ', '\u{fb5a}', 4),
    ('ڃ', '\u{fb76}', 4),
    ('ڄ', '\u{fb72}', 4),
    ('چ', '\u{fb7a}', 4),
    ('ڇ', '\u{fb7e}', 4),
    ('ڈ', '\u{fb88}', 2),
    ('ڌ', '\u{fb84}', 2),
    ('ڍ', '\u{fb82}', 2),
    ('ڎ', '\u{fb86}', 2),
    ('ڑ', '\u{fb8c}', 2),
    ('ژ', '\u{fb8a}', 2),
    ('ڤ', '\u{fb6a}', 4),
    ('ڦ', '\u{fb6e}', 4),
    ('ک', '\u{fb8e}', 4),
    ('ڭ', '\u{fbd3}', 4),
    ('گ', '\u{fb92}', 4),
    ('ڱ', '\u{fb9a}', 4),
    ('ڳ', '\u{fb96}', 4),
    ('ں', '\u{fb9e}', 2),
    ('ڻ', '\u{fba0}', 4),
    ('ھ', '\u{fbaa}', 4),
    ('ۀ', '\u{fba4}', 2),
    ('ہ', '\u{fba6}', 4),
    ('ۅ', '\u{fbe0}', 2),
    ('ۆ', '\u{fbd9}', 2),
    ('ۇ', '\u{fbd7}', 2),
    ('ۈ', '\u{fbdb}', 2),
    ('ۉ', '\u{fbe2}', 2),
    ('ۋ', '\u{fbde}', 2),
    ('ی', '\u{fbfc}', 4),
    ('ې', '\u{fbe4}', 4),
    ('ے', '\u{fbae}', 2),
    ('ۓ', '\u{fbb0}', 2),
    // Kurdish ae has no forms of its own and looks like heh without joining on.
    ('ە', '\u{fee9}', 2),
];

/// Gives joining letters their forms and makes one unit of each lam-alef.
pub(super) fn join(text: &str, units: &mut Vec<Unit>) {
    if !units.iter().any(|unit| ('\u{620}'..='\u{6ff}').contains(&unit.base)) {
        return;
    }
    let mut joined_before = false;
    for i in 0..units.len() {
        let (here, next) = (units.get(i), units.get(i + 1));
        let leading = i == 0 && leading_joiner(text, here);
        let joins = here.zip(next).is_some_and(|(here, next)| are_joined(here, next));
        let reaches_on = joins || here.is_some_and(|u| u.joiner == Some(ZWJ) && joins_next(u));
        let from_joiner = here.is_some_and(|u| joins_previous(u) && (leading || after_joiner(units, i)));
        if let Some(unit) = units.get_mut(i) {
            unit.form = form(unit.base, joined_before || from_joiner, reaches_on);
        }
        joined_before = joins;
    }
    merge_lam_alef(units);
}

/// Whether a joiner stands before the first unit of a part of a text.
fn leading_joiner(text: &str, unit: Option<&Unit>) -> bool {
    unit.and_then(|unit| text.get(..unit.start)).is_some_and(|before| before.ends_with(ZWJ))
}

/// Whether the unit before ends with a joiner, which asks this one to reach back.
fn after_joiner(units: &[Unit], i: usize) -> bool {
    i.checked_sub(1).and_then(|before| units.get(before)).is_some_and(|before| before.joiner == Some(ZWJ))
}

fn joining(unit: &Unit) -> JoiningType {
    match unit.kind {
        Kind::Text => get_joining_type(unit.base),
        _ => JoiningType::NonJoining,
    }
}

fn joins_next(unit: &Unit) -> bool {
    use JoiningType::{DualJoining, JoinCausing, LeftJoining};
    matches!(joining(unit), DualJoining | JoinCausing | LeftJoining)
}

fn joins_previous(unit: &Unit) -> bool {
    use JoiningType::{DualJoining, JoinCausing, RightJoining};
    matches!(joining(unit), DualJoining | JoinCausing | RightJoining)
}

fn are_joined(here: &Unit, next: &Unit) -> bool {
    here.level == next.level && here.joiner != Some(ZWNJ) && joins_next(here) && joins_previous(next)
}

/// The presentation form of a letter that is joined to the one before and the one after, or not.
fn form(letter: char, before: bool, after: bool) -> Option<char> {
    let at = FORMS.binary_search_by_key(&letter, |(letter, ..)| *letter).ok()?;
    let (_, first, count) = *FORMS.get(at)?;
    let offset = match (before, after) {
        (false, false) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
    };
    // A letter that should reach on but has no such form (noon ghunna) keeps its own shape.
    if offset >= u32::from(count) { None } else { char::from_u32(first as u32 + offset) }
}

fn merge_lam_alef(units: &mut Vec<Unit>) {
    let ligature = |lam: &Unit, alef: &Unit| {
        let plain = lam.base == 'ل' && lam.joiner.is_none() && are_joined(lam, alef);
        let isolated = match alef.base {
            'آ' => 0xfef5,
            'أ' => 0xfef7,
            'إ' => 0xfef9,
            'ا' => 0xfefb,
            _ => return None,
        };
        let back = u32::from(lam.form == form('ل', true, true));
        char::from_u32(isolated + back).filter(|_| plain)
    };
    units.dedup_by(|alef, lam| {
        let Some(form) = ligature(lam, alef) else { return false };
        let Ok(second) = u16::try_from(alef.start - lam.start) else { return false };
        lam.form = Some(form);
        lam.second = second;
        lam.end = alef.end;
        lam.joiner = alef.joiner;
        // It reaches on no more, and is no lam to the next letter.
        lam.base = alef.base;
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_form_is_a_form_of_its_letter() {
        assert!(FORMS.is_sorted_by(|a, b| a.0 < b.0));
        for &(letter, first, count) in FORMS.iter().filter(|(letter, ..)| *letter != 'ە') {
            for code in first as u32..first as u32 + u32::from(count) {
                let plain: String = char::from_u32(code).unwrap().to_string().nfkc().collect();
                assert_eq!(plain, letter.to_string(), "U+{code:04X}");
            }
        }
    }

    #[test]
    fn letters_with_four_forms_join_both_ways() {
        for &(letter, _, count) in FORMS {
            let dual = matches!(get_joining_type(letter), JoiningType::DualJoining);
            // Noon ghunna and alef maksura join both ways but have no initial and medial form.
            if !matches!(letter, 'ں' | 'ى') {
                assert_eq!(dual, count == 4, "{letter}");
            }
        }
    }
}
