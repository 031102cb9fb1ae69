//! What keeps parts of a row in their places in a terminal that orders it.

use super::{Class, LEAD, Symbol, class};

/// Puts blanks that are left-to-right letters where a terminal would carry something over: a number that stands right of
/// Arabic would go to its left, and two texts with a line between them would change places.
pub(super) fn keep<T: Symbol>(row: &mut [T]) {
    let classes: Vec<Class> = row.iter().map(|cell| class(cell.symbol())).collect();
    // Whether Arabic came last, where a blank stands since, and whether a line did.
    let (mut after_rtl, mut blank, mut line) = (false, None, false);
    for (at, class) in classes.iter().enumerate() {
        let moves = match class {
            Class::Rtl => after_rtl && line,
            Class::Digit => after_rtl && (line || !rtl_follows(&classes, at)),
            _ => false,
        };
        if moves && let Some(cell) = blank.take().and_then(|at: usize| row.get_mut(at)) {
            cell.set_symbol(LEAD);
            after_rtl = false;
        }
        match class {
            Class::Rtl => (after_rtl, blank, line) = (true, None, false),
            Class::Ltr => after_rtl = false,
            Class::Blank => blank = Some(at),
            Class::Frame => line = true,
            Class::Digit | Class::Separator | Class::Other => {}
        }
    }
}

/// Whether Arabic follows in the same part, so that what stands here is in the middle of it.
fn rtl_follows(classes: &[Class], at: usize) -> bool {
    let rest = classes.iter().skip(at);
    rest.take_while(|class| !matches!(class, Class::Frame | Class::Ltr)).any(|class| *class == Class::Rtl)
}

/// Puts such blanks where Konsole would pair brackets that do not belong together: it mirrors none, so of a pair in Arabic
/// of which one stands at its edge the other one has to be out of what is turned.
pub(super) fn part_brackets<T: Symbol>(row: &mut [T]) {
    for part in row.split_mut(|cell| matches!(class(cell.symbol()), Class::Frame | Class::Ltr)) {
        let rtl = |cell: &T| class(cell.symbol()) == Class::Rtl;
        let Some((first, last)) = part.iter().position(rtl).zip(part.iter().rposition(rtl)) else { continue };
        for (open, close) in pairs(part) {
            let beside = match (open < first, close > last) {
                (true, false) if close > first => close.checked_add(1),
                (false, true) if open < last => open.checked_sub(1),
                _ => None,
            };
            let blank =
                beside.and_then(|at| part.get_mut(at)).filter(|cell| class(cell.symbol()) == Class::Blank);
            if let Some(cell) = blank {
                cell.set_symbol(LEAD);
            }
        }
    }
}

/// The brackets that belong together, as they are seen.
fn pairs<T: Symbol>(part: &[T]) -> Vec<(usize, usize)> {
    let (mut opened, mut found) = (Vec::new(), Vec::new());
    for (at, cell) in part.iter().enumerate() {
        match cell.symbol() {
            "(" => opened.push((at, ")")),
            "[" => opened.push((at, "]")),
            "{" => opened.push((at, "}")),
            closing => {
                if let Some((open, _)) = opened.pop_if(|(_, wanted)| *wanted == closing) {
                    found.push((open, at));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(row: &str) -> String {
        let mut cells: Vec<String> = row.chars().map(String::from).collect();
        keep(&mut cells);
        cells.concat().replace(LEAD, "_")
    }

    #[test]
    fn only_what_would_move_is_kept() {
        // Numbers right of Arabic, and Arabic or numbers beyond a line.
        assert_eq!(kept("ﻪﻧ ● 84 <"), "ﻪﻧ ●_84 <");
        assert_eq!(kept("ﻪﻧ ● :ﻪﻧ"), "ﻪﻧ ●_:ﻪﻧ");
        assert_eq!(kept("ﻪﻧ │ ﻪﻧ"), "ﻪﻧ │_ﻪﻧ");
        assert_eq!(kept("ﻪﻧ │ 12 ﻪﻧ"), "ﻪﻧ │_12 ﻪﻧ");
        for stays in ["12 ﻪﻧ", "ﻪﻧ 12 ﻪﻧ", "ﻪﻧ a 84", "a │ ﻪﻧ", "ﻪﻧ │ a 12", "ﻪﻧ ● <", "ﻪﻧ12", "", "12 │ 34"]
        {
            assert_eq!(kept(stays), stays);
        }
    }

    #[test]
    fn brackets_at_an_edge_are_parted_from_the_rest() {
        let parted = |row: &str| {
            let mut cells: Vec<String> = row.chars().map(String::from).collect();
            part_brackets(&mut cells);
            cells.concat().replace(LEAD, "_")
        };
        assert_eq!(parted("(ﻪﻧ) ﻪﻧ │"), "(ﻪﻧ)_ﻪﻧ │");
        assert_eq!(parted("ﻪﻧ [ﻪﻧ] │"), "ﻪﻧ_[ﻪﻧ] │");
        for stays in ["ﻪﻧ (ﻪﻧ) ﻪﻧ", "(1) ﻪﻧ", "(ﻪﻧ", "ﻪﻧ (1)", "(ﻪﻧ)ﻪﻧ", "a (b) ﻪﻧ"]
        {
            assert_eq!(parted(stays), stays);
        }
    }
}
