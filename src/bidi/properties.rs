//! What must hold of every text.

use super::*;
use proptest::prelude::*;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        // Arabic, and everything that acts on it.
        "[ء-يa-z0-9٠-٩ لا()\\[\\]«».,:/#@\u{64b}-\u{652}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\n\t-]{0,80}",
        "((لا|هدنة|وقف|می\u{200c}|https://a.b/c|#12|٢٧/١١| |\n|\r\n|abc|[(]|[)]|[.]|e\u{301}|漢|👍🏽|\u{600}1|\u{5b0}|\u{1b}){0,30})",
    ]
}

fn covers(row: &Row, next: &mut usize) -> Result<(), TestCaseError> {
    prop_assert_eq!(row.source.start, *next);
    let mut sources: Vec<Range<usize>> = row.cells.iter().map(|cell| cell.source.clone()).collect();
    sources.sort_by_key(|source| source.start);
    sources.dedup();
    for source in sources {
        prop_assert_eq!(source.start, *next);
        *next = source.end;
    }
    prop_assert!(*next <= row.source.end);
    *next = row.source.end;
    Ok(())
}

fn carets_hold(text: &str, row: &Row) -> Result<(), TestCaseError> {
    for (column, cell) in row.columns() {
        let first = row.columns().find(|(_, c)| c.source == cell.source).map(|(column, _)| column);
        prop_assert_eq!(row.hit(column), cell.source.start);
        prop_assert_eq!(row.caret(row.hit(column)), first);
    }
    for byte in row.source.start..=row.source.end {
        prop_assert!(row.caret(byte).is_some_and(|column| column <= row.width()));
        if let Some(left) = row.left(byte) {
            prop_assert!(text.is_char_boundary(left));
            prop_assert!(row.right(left).is_some());
        }
        if let Some(right) = row.right(byte) {
            prop_assert!(text.is_char_boundary(right));
            prop_assert!(row.left(right).is_some());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn rows_cover_the_text_and_fit(
        text in any_text(),
        columns in prop_oneof![0usize..12, 1usize..301],
        base in prop_oneof![Just(Base::Auto), Just(Base::Ltr), Just(Base::Rtl)],
    ) {
        for rows in [layout(&text, columns, base), layout_logical(&text, columns)] {
            let mut next = 0;
            for row in &rows {
                covers(row, &mut next)?;
                let clusters = row.cells.iter().map(|cell| cell.source.start).collect::<std::collections::HashSet<_>>();
                prop_assert!(row.width() <= columns || clusters.len() == 1);
                carets_hold(&text, row)?;
                carets_hold(&text, &row.clone().with_end())?;
            }
            prop_assert_eq!(next, text.len());
        }
    }

    #[test]
    fn one_row_covers_the_text_and_fits(text in any_text(), columns in 0usize..90) {
        for row in [line(&text, columns, Base::Auto), line_logical(&text, columns)] {
            let mut next = 0;
            covers(&row, &mut next)?;
            prop_assert_eq!(next, text.len());
            prop_assert!(row.width() <= columns);
            carets_hold(&text, &row)?;
        }
        let whole = line(&text, usize::MAX, Base::Auto);
        prop_assert_eq!(whole.width(), width(&text));
        prop_assert_eq!(&line(&text, whole.width(), Base::Auto), &whole);
    }

    #[test]
    fn no_cell_is_unsafe(text in any_text()) {
        for cell in &line(&text, usize::MAX, Base::Auto).cells {
            prop_assert!(!cell.symbol.is_empty());
            prop_assert!(!cell.symbol.chars().any(crate::text::is_unsafe), "{:?}", cell.symbol);
        }
    }
}
