//! Embedding levels by UAX #9, one for each unit, with every island isolated.

use super::Base;
use super::cluster::{Kind, Unit};
use super::island;
use std::ops::Range;
use unicode_bidi::data_source::BidiMatchedOpeningBracket;
use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, Level, ParagraphBidiInfo, bidi_class};

/// Stands for whatever is neutral as a whole: an island or a token.
const NEUTRAL: char = '\u{fffc}';

/// Longer paragraphs are analysed in parts of about this many units, so that cost stays linear.
const PART: usize = 16 * 1024;

/// Gives every unit its level and returns whether the paragraph runs right to left.
pub(super) fn assign(text: &str, units: &mut [Unit], base: Base) -> bool {
    let has_rtl = units.iter().any(|unit| is_rtl(unit.base));
    if !has_rtl && base != Base::Rtl {
        return false;
    }
    let part = units.first().map_or(0, |u| u.start)..units.last().map_or(0, |u| u.end);
    assign_among(&island::find(text, part), units, base)
}

/// The same with the islands given; without any it is UAX #9 alone.
pub(super) fn assign_among(islands: &[Range<usize>], units: &mut [Unit], base: Base) -> bool {
    let rtl = match base {
        Base::Ltr => false,
        Base::Rtl => true,
        Base::Auto => first_strong_is_rtl(units, islands),
    };
    let mut rest = units;
    while !rest.is_empty() {
        let (now, later) = rest.split_at_mut(part_end(rest));
        resolve(now, islands, rtl);
        rest = later;
    }
    rtl
}

/// The same, each value isolated as a text of its own direction, with islands of its own.
pub(super) fn assign_with_values(
    text: &str,
    values: &[Range<usize>],
    units: &mut [Unit],
    base: Base,
) -> bool {
    let part = units.first().map_or(0, |u| u.start)..units.last().map_or(0, |u| u.end);
    let within = |island: &Range<usize>| values.iter().any(|v| v.start < island.end && island.start < v.end);
    // A value stands in the sentence as an island does; what is an island around it holds together without it.
    let mut around: Vec<Range<usize>> = island::find(text, part).into_iter().filter(|i| !within(i)).collect();
    around.extend(values.iter().filter(|value| !value.is_empty()).cloned());
    around.sort_unstable_by_key(|island| island.start);
    let rtl = assign_among(&around, units, base);
    for value in values {
        let first = units.partition_point(|unit| unit.start < value.start);
        let last = units.partition_point(|unit| unit.start < value.end);
        let Some(inside) = units.get_mut(first..last).filter(|inside| !inside.is_empty()) else { continue };
        // LTR letters of an island have the floor's own level.
        let floor = inside.iter().map(|unit| unit.level).min().unwrap_or(0) & !1;
        assign_among(&island::find(text, value.clone()), inside, Base::Auto);
        inside.iter_mut().for_each(|unit| unit.level += floor);
    }
    rtl
}

/// Whether a character runs right to left: a letter, a mark or a number of such a script.
pub(super) fn is_rtl(c: char) -> bool {
    c >= '\u{590}' && matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN)
}

/// UAX #9 P2: the first strong character, skipping what is isolated.
fn first_strong_is_rtl(units: &[Unit], islands: &[Range<usize>]) -> bool {
    let mut islands = islands.iter().peekable();
    for unit in units {
        while islands.next_if(|island| island.end <= unit.start).is_some() {}
        if islands.peek().is_some_and(|island| island.start <= unit.start) {
            continue;
        }
        match bidi_class(stand_in(unit)) {
            BidiClass::L => return false,
            BidiClass::R | BidiClass::AL => return true,
            _ => {}
        }
    }
    false
}

/// Where the first part of some units ends: near [`PART`], behind a blank if there is one.
fn part_end(units: &[Unit]) -> usize {
    if units.len() <= PART {
        return units.len();
    }
    let tail = units.get(PART / 2..PART).unwrap_or_default();
    tail.iter().rposition(Unit::is_blank).map_or(PART, |at| PART / 2 + at + 1)
}

/// The character that decides how a unit takes part in the algorithm.
fn stand_in(unit: &Unit) -> char {
    match unit.kind {
        Kind::Token if matches!(unit.base, '\u{200e}' | '\u{200f}' | '\u{61c}') => unit.base,
        Kind::Token | Kind::Marks | Kind::Ellipsis => NEUTRAL,
        Kind::Blank if unit.base != '\t' => ' ',
        // A mark takes the class of what it stands on, and two separators do not hold a number together (W1, W4).
        Kind::Text if is_marked(unit) && matches!(bidi_class(unit.base), BidiClass::ES | BidiClass::CS) => {
            NEUTRAL
        }
        _ => unit.base,
    }
}

fn is_marked(unit: &Unit) -> bool {
    unit.end - unit.start > unit.base.len_utf8()
}

/// The same inside an island, where digits of every script hold together as European ones do.
fn inside_island(unit: &Unit) -> char {
    let c = stand_in(unit);
    if matches!(bidi_class(c), BidiClass::AN) { '0' } else { c }
}

/// One part of a paragraph: each island is one neutral, and then gets levels of its own above.
fn resolve(units: &mut [Unit], islands: &[Range<usize>], rtl: bool) {
    let groups = group(units, islands);
    let outer: String = groups
        .iter()
        .map(|(range, island)| match units.get(range.start) {
            Some(unit) if !island => stand_in(unit),
            _ => NEUTRAL,
        })
        .collect();
    let levels = levels(&outer, rtl);
    for ((range, island), level) in groups.into_iter().zip(levels) {
        let Some(group) = units.get_mut(range) else { continue };
        if island {
            let inner: String = group.iter().map(inside_island).collect();
            let floor = level.next_multiple_of(2);
            let inside = self::levels(&inner, false);
            group.iter_mut().zip(inside).for_each(|(unit, inside)| unit.level = floor + inside);
        } else {
            group.iter_mut().for_each(|unit| unit.level = level);
        }
    }
}

/// Ranges of units: those of one island together, every other one by itself.
fn group(units: &[Unit], islands: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut groups: Vec<(Range<usize>, bool)> = Vec::with_capacity(units.len());
    let first = units.first().map_or(0, |unit| unit.start);
    let mut at = islands.partition_point(|island| island.end <= first);
    let mut current = None;
    for (i, unit) in units.iter().enumerate() {
        while islands.get(at).is_some_and(|island| island.end <= unit.start) {
            at += 1;
        }
        let inside = islands.get(at).is_some_and(|island| island.start <= unit.start);
        match groups.last_mut() {
            Some((range, true)) if inside && current == Some(at) => range.end = i + 1,
            _ => groups.push((i..i + 1, inside)),
        }
        current = inside.then_some(at);
    }
    groups
}

/// The classes of UAX #9 with a short way for the letters that most text is made of.
struct Classes;

impl BidiDataSource for Classes {
    fn bidi_class(&self, c: char) -> BidiClass {
        match c {
            ' ' => BidiClass::WS,
            'a'..='z' | 'A'..='Z' => BidiClass::L,
            '\u{620}'..='\u{64a}' => BidiClass::AL,
            c => bidi_class(c),
        }
    }

    fn bidi_matched_opening_bracket(&self, c: char) -> Option<BidiMatchedOpeningBracket> {
        if c.is_alphanumeric() { None } else { HardcodedBidiData.bidi_matched_opening_bracket(c) }
    }
}

/// The level of each character of an isolated paragraph.
pub(super) fn levels(text: &str, rtl: bool) -> Vec<u8> {
    if text.is_ascii() && !rtl {
        return vec![0; text.len()];
    }
    let base = if rtl { Level::rtl() } else { Level::ltr() };
    let info = ParagraphBidiInfo::new_with_data_source(&Classes, text, Some(base));
    text.char_indices().map(|(at, _)| info.levels.get(at).map_or(0, |level| level.number())).collect()
}
