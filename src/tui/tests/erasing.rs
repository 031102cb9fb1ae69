//! Erasing, and deciding on what others erased.

use super::{Bench, import_text};
use crate::journal::{Casebook, CasebookError, Keyring, MergeOptions};
use crate::model::Id;

const TEXT: &str = "The envoy said it held. The envoy said it broke.";

fn command(bench: &mut Bench, name: &str) {
    bench.keys(":").write(name).keys("enter");
}

#[test]
fn a_claim_is_erased_by_typing_its_id() {
    let mut bench = Bench::new((100, 30), |book| {
        import_text(book, TEXT, &[(15, 22), (39, 47)]);
    });
    let claim = bench.selected();
    bench.keys("enter");
    bench.sees("said it held");
    command(&mut bench, "erase");
    bench.sees("document with all its claims: A title");
    bench.keys("enter");
    bench.sees(claim.as_str());
    bench.write(&claim.as_str()[..13]).keys("ctrl-s");
    bench.sees("It cannot be undone.");
    bench.keys("ctrl-a").write(claim.as_str()).keys("ctrl-s");
    bench.sees("Say why");
    bench.write("asked by the source").keys("ctrl-s");
    bench.sees("Erased.");
    bench.sees("Not reached: ");
    bench.lacks("it held");
    assert!(matches!(bench.other().claim(&claim), Err(CasebookError::Erased { .. })));
    bench.keys("esc tab G");
    bench.sees("Words of its text were erased");
    bench.keys("u");
    bench.sees("The erasure after it stays");
    command(&mut bench, "erasures");
    bench.sees("No erasure waits for you.");
}

/// A colleague's erasure of the first claim, merged by another program while the workbench is open.
fn merged(bench: &Bench, claim: &Id) {
    let (theirs, keys) = (bench.path("theirs.db"), Keyring::at(bench.path("their-keys")));
    std::fs::copy(bench.path("a.hudna"), &theirs).unwrap();
    let mut book = Casebook::open(&theirs, keys).unwrap();
    book.erase(claim, false, "asked by the source").unwrap();
    drop(book);
    let mut mine = bench.other();
    let incoming =
        mine.incoming(&[theirs], &MergeOptions::default(), &Default::default(), &mut |_, _, _| ()).unwrap();
    mine.merge(&incoming, &mut |_, _, _| ()).unwrap();
}

#[test]
fn a_colleagues_erasure_is_seen_refused_and_confirmed() {
    let mut bench = Bench::new((100, 30), |book| {
        import_text(book, TEXT, &[(15, 22), (39, 47)]);
    });
    let claim = bench.selected();
    merged(&bench, &claim);
    bench.until("that it waits", |screen| screen.contains("1 erasure waits (:erasures)"));
    bench.sees("it held");
    command(&mut bench, "erasures");
    bench.sees("claim, waiting, by k");
    bench.keys("enter right right ctrl-s");
    bench.sees("Say why it stays.");
    bench.write("it is public").keys("ctrl-s");
    bench.sees("Left here");
    bench.lacks("erasure waits");
    command(&mut bench, "erasures");
    bench.keys("enter right tab").write(claim.as_str()).keys("ctrl-s");
    bench.sees("Erased.");
    bench.lacks("it held");
    bench.sees("it broke");
}
