//! Long lists.

use super::{Bench, import_text};
use crate::model::NewClaim;

fn many(count: usize) -> Bench {
    Bench::new((80, 24), |book| {
        let text: String = (0..count).map(|n| format!("claim number {n:05}.\n")).collect();
        let spans: Vec<(usize, usize)> = (0..count).map(|n| (n * 20, n * 20 + 18)).collect();
        import_text(book, &text, &spans);
    })
}

#[test]
fn a_window_of_the_list_is_held_wherever_the_cursor_is() {
    let mut bench = many(3000);
    bench.sees("1 of 3000 claims");
    bench.sees("claim number 00000");
    bench.keys("G");
    bench.sees("3000 of 3000 claims");
    bench.sees("claim number 02999");
    assert!(bench.app.list.claims().len() <= 1000);
    for _ in 0..60 {
        bench.keys("pgup");
    }
    let rank = bench.app.list.rank().unwrap();
    assert_eq!(bench.app.claim().unwrap().text, format!("claim number {:05}", rank - 1));
    assert!(bench.app.list.claims().len() <= 1000);
    for _ in 0..60 {
        bench.keys("pgdn");
    }
    bench.sees("3000 of 3000 claims");
    bench.keys("g");
    bench.sees("1 of 3000 claims");
    bench.sees("claim number 00000");
}

#[test]
fn the_list_read_again_leaves_the_cursor_where_it_went_meanwhile() {
    let mut bench = many(20);
    bench.app.reload();
    assert!(bench.app.list.last().is_none());
    bench.settle();
    bench.sees("20 of 20 claims");
}

#[test]
fn going_down_row_by_row_misses_no_claim() {
    let mut bench = many(700);
    for n in 0..700 {
        assert_eq!(bench.app.claim().unwrap().text, format!("claim number {n:05}"));
        bench.keys("j");
    }
    bench.sees("700 of 700 claims");
}

#[test]
fn a_filter_narrows_while_it_is_typed_and_says_what_is_wrong() {
    let mut bench = many(300);
    bench.keys("/").write("00042");
    bench.sees("1 of 1 claims");
    bench.keys("esc");
    bench.sees("of 300 claims");
    bench.keys("/").write("kind:war");
    bench.sees("“war” is not a kind");
    bench.keys("enter");
    bench.sees("Filter: kind:war");
    bench.keys("esc");
    bench.lacks("Filter:");
    bench.keys("/").write("nothing like that").keys("enter");
    bench.sees("No claim is like that.");
}

#[test]
fn a_document_is_laid_out_only_where_it_is_seen() {
    let mut bench = many(2000);
    bench.keys("G enter");
    bench.sees("claim number 01999");
    bench.sees("claim 2000 of 2000");
    bench.keys("p p");
    bench.sees("claim 1998 of 2000");
    bench.keys("g");
    bench.sees("claim number 00000");
    bench.keys("esc");
    assert_eq!(bench.app.claim().unwrap().text, "claim number 01997");
}

#[test]
fn the_list_is_ordered_by_worth_or_by_document() {
    let mut bench = Bench::new((80, 24), |book| {
        import_text(book, "first. second. third.", &[(0, 5), (7, 13), (15, 20)]);
        let typed = NewClaim { text: "heard at the bridge".into(), ..NewClaim::default() };
        book.add_claim(&typed).unwrap();
        import_text(book, "fourth. fifth.", &[(0, 6), (8, 13)]);
    });
    let order = |bench: &Bench| bench.app.list.claims().iter().map(|c| c.text.clone()).collect::<Vec<_>>();
    assert_eq!(order(&bench), ["heard at the bridge", "fourth", "fifth", "first", "second", "third"]);
    bench.keys("g j j");
    bench.keys("i");
    bench.sees("Filter: order:document");
    assert_eq!(order(&bench), ["fourth", "fifth", "heard at the bridge", "first", "second", "third"]);
    assert_eq!(bench.app.claim().unwrap().text, "fifth", "the cursor stays on its claim");
    bench.keys("i");
    bench.lacks("Filter:");
    assert_eq!(order(&bench)[0], "heard at the bridge");
    bench.keys("/").write("order:fate");
    bench.sees("“fate” is not an order");
}
