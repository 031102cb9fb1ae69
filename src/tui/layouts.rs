//! Rows that were laid out, kept as long as they are drawn, so that a screen of which little changes is not laid out anew.

use crate::bidi::{Base, Mode, Row};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::rc::Rc;

/// The rows of a text; the same ones as long as it is drawn.
pub type Rows = Rc<Vec<Rc<Row>>>;

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lay {
    /// In what order.
    pub mode: Mode,
    /// In how many columns.
    pub width: u16,
    /// In which direction.
    pub base: Base,
    /// In one row, cut where it is too long, or in many.
    pub shape: Shape,
}

/// One row or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One, cut with `…`.
    Line,
    /// As many as it takes.
    Rows,
    /// The same, each with a cell for the caret behind it.
    WithEnd,
}

/// The layouts of the last drawings. What was not drawn for a while is let go: when there are many, those that were not
/// asked for since the last time that there were.
#[derive(Debug, Default)]
pub struct Layouts {
    now: Generation,
    before: Generation,
    count: usize,
}

/// Layouts by their keys, which are hashes already and are mixed once more.
type Generation = HashMap<u64, Vec<Layout>, BuildHasherDefault<Quick>>;

#[derive(Debug)]
struct Layout {
    text: Box<str>,
    lay: Lay,
    rows: Rows,
}

/// Layouts of one generation: more than a large screen shows.
const MANY: usize = 1000;

impl Layouts {
    /// The rows of a text.
    pub fn rows(&mut self, text: &str, lay: Lay) -> Rows {
        let key = key(text, lay);
        let same = |layout: &Layout| layout.lay == lay && *layout.text == *text;
        if let Some(found) = self.now.get(&key).and_then(|all| all.iter().find(|layout| same(layout))) {
            return found.rows.clone();
        }
        let old = self.before.get_mut(&key);
        let old = old.and_then(|all| all.iter().position(same).map(|at| all.swap_remove(at)));
        let layout = old.unwrap_or_else(|| Layout { text: text.into(), lay, rows: lay_out(text, lay) });
        let rows = layout.rows.clone();
        if self.count >= MANY {
            self.before = std::mem::take(&mut self.now);
            self.count = 0;
        }
        self.now.entry(key).or_default().push(layout);
        self.count += 1;
        rows
    }
}

/// Finds a text by its ends and length; whole texts are compared after that.
fn key(text: &str, lay: Lay) -> u64 {
    const SIDE: usize = 32;
    let bytes = text.as_bytes();
    let mut hasher = Quick::default();
    (lay, bytes.len()).hash(&mut hasher);
    hasher.write(bytes.get(..bytes.len().min(SIDE)).unwrap_or_default());
    hasher.write(bytes.get(bytes.len().saturating_sub(SIDE)..).unwrap_or_default());
    hasher.finish()
}

/// A hash that takes next to no time. Texts with the same one are told apart anyway.
#[derive(Debug, Default)]
struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(eight).for_each(|(to, from)| *to = *from);
            self.0 = (self.0.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

fn lay_out(text: &str, lay: Lay) -> Rows {
    let (width, base) = (usize::from(lay.width), lay.base);
    let rows = match lay.shape {
        Shape::Line => vec![lay.mode.line(text, width, base)],
        Shape::Rows => lay.mode.layout(text, width, base),
        Shape::WithEnd => lay.mode.layout(text, width, base).into_iter().map(Row::with_end).collect(),
    };
    Rc::new(rows.into_iter().map(Rc::new).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay(width: u16) -> Lay {
        Lay { mode: Mode::App, width, base: Base::Auto, shape: Shape::Rows }
    }

    #[test]
    fn a_layout_is_made_once_and_only_for_the_same_text_width_and_manner() {
        let mut layouts = Layouts::default();
        let text = format!("{}هدنة{}", "a".repeat(40), "b".repeat(40));
        let rows = layouts.rows(&text, lay(20));
        assert!(Rc::ptr_eq(&rows, &layouts.rows(&text, lay(20))));
        // Found by the same ends and length, and yet another text.
        let other = text.replace("هدنة", "سلام");
        assert_eq!(key(&text, lay(20)), key(&other, lay(20)));
        for (text, lay) in [
            (&other, lay(20)),
            (&text, lay(21)),
            (&text, Lay { mode: Mode::Off, ..lay(20) }),
            (&text, Lay { base: Base::Rtl, ..lay(20) }),
            (&text, Lay { shape: Shape::Line, ..lay(20) }),
            (&text, Lay { shape: Shape::WithEnd, ..lay(20) }),
        ] {
            let made = layouts.rows(text, lay);
            assert!(!Rc::ptr_eq(&rows, &made));
            let fresh = lay_out(text, lay);
            assert_eq!(made, fresh);
        }
    }

    #[test]
    fn what_is_drawn_is_kept_and_the_rest_is_let_go() {
        let mut layouts = Layouts::default();
        let kept = layouts.rows("kept", lay(9));
        let gone = Rc::downgrade(&layouts.rows("gone", lay(9)));
        for n in 0..MANY * 3 {
            layouts.rows(&format!("text {n}"), lay(9));
            assert!(Rc::ptr_eq(&kept, &layouts.rows("kept", lay(9))));
        }
        assert!(gone.upgrade().is_none());
        let held = layouts.now.values().chain(layouts.before.values()).map(Vec::len).sum::<usize>();
        assert!(held <= 2 * MANY);
    }
}
