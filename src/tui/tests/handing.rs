//! Handing a copy over, whose keys wrote, and looking again in a document.

use super::{Bench, import_text};
use crate::extract::Extractor;
use crate::journal::{Casebook, KeySaid, Keyring};
use crate::model::{Id, Says};
use crate::tui::Extractors;
use crate::tui::layer::{Layer, Sharing};
use crate::tui::run::press;

const TEXT: &str = "The envoy said it held. The envoy said it broke.";

fn bench(size: (u16, u16)) -> Bench {
    Bench::new(size, |book| {
        import_text(book, TEXT, &[(15, 22), (39, 47)]);
        book.set_me(Some("Salma Idris"), None).unwrap();
    })
}

/// A colleague who wrote in the casebook.
fn nadim(bench: &Bench, claim: &Id) -> Keyring {
    let keyring = Keyring::at(bench.path("nadim"));
    let mut book = Casebook::open(&bench.path("a.hudna"), keyring.clone()).unwrap();
    book.set_me(Some("Nadim Harb"), None).unwrap();
    book.give_verdict(claim, "false", "the register says no", false).unwrap();
    keyring
}

/// Opens a copy as whoever gets it does.
fn opened(bench: &Bench, name: &str) -> Casebook {
    Casebook::open(&bench.path(name), Keyring::at(bench.path("receiver"))).unwrap()
}

/// The whole of what a sheet says.
fn sheet(bench: &mut Bench) -> String {
    let mut all = bench.screen();
    for _ in 0..6 {
        bench.keys("pgdn");
        all += &bench.screen();
    }
    all
}

#[test]
fn a_whole_copy_is_shown_asked_for_and_written() {
    for size in [(80, 24), (200, 50)] {
        let mut bench = bench(size);
        let path = bench.path("copy.db");
        bench.keys("S");
        bench.sees("Write a copy to hand over");
        bench.keys("tab").write(path.to_str().unwrap()).keys("ctrl-s");
        bench.sees("What the copy holds and tells");
        let said = sheet(&mut bench);
        for words in
            ["Everything: documents", "not encrypted", "Salma Idris", "SHA256:", "the hash of its text"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(!path.exists());
        bench.keys("n");
        bench.sees("Nothing was written.");
        assert!(!path.exists());
        bench.keys("S tab").write(path.to_str().unwrap()).keys("ctrl-s y");
        bench.sees("Written");
        let bytes = std::fs::read(&path).unwrap();
        let sha256: String =
            <sha2::Sha256 as sha2::Digest>::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        bench.sees(&sha256);
        bench.keys("enter");
        assert_eq!(opened(&bench, "copy.db").claims_after(&Default::default(), None, 9).unwrap().len(), 2);
        let bytes = std::fs::read(&path).unwrap();
        // A file that is there is never replaced.
        bench.keys("S tab").write(path.to_str().unwrap()).keys("ctrl-s");
        bench.sees("is there already");
        assert!(bytes == std::fs::read(&path).unwrap());
        left_nothing(&mut bench);
    }
}

fn left_nothing(bench: &mut Bench) {
    let folder = bench.folder.path().to_owned();
    bench.until("no private copy", |_| {
        let mut left = std::fs::read_dir(&folder).unwrap().flatten();
        left.all(|entry| !entry.file_name().to_string_lossy().starts_with(".hudna"))
    });
}

#[test]
fn the_filters_claims_alone_go_along_and_what_the_rest_tells_is_said() {
    let mut bench = bench((80, 24));
    let claim = bench.selected();
    let path = bench.path("part.db");
    bench.keys("/").write("held").keys("enter S");
    bench.sees("the filter's claims (held)");
    bench.keys("tab").write(path.to_str().unwrap()).keys("ctrl-s");
    let said = sheet(&mut bench);
    assert!(said.contains("The claims of the filter “held”") && said.contains("withheld"), "{said}");
    assert!(!said.contains("; 0 withheld"), "{said}");
    bench.keys("y");
    bench.sees("Written");
    let part = opened(&bench, "part.db").claims_after(&Default::default(), None, 9).unwrap();
    assert_eq!(part.iter().map(|c| &c.id).collect::<Vec<_>>(), [&claim]);
}

#[test]
fn a_copy_that_is_to_stop_says_so_at_once_and_nothing_is_written() {
    let mut bench = bench((80, 24));
    let path = bench.path("copy.db");
    let file = crate::tui::desk::ShareFile {
        path: path.clone(),
        typed: "copy.db".into(),
        query: None,
        query_text: String::new(),
    };
    bench.app.layers.push(Layer::Share(Box::new(Sharing::new(file.clone()))));
    bench.app.share(file);
    bench.draw();
    bench.sees("Esc stops it");
    press(&mut bench.app, &super::event("esc"));
    bench.draw();
    bench.sees("Cancelling… nothing is written.");
    bench.settle();
    bench.sees("Nothing was written.");
    assert!(!path.exists());
    left_nothing(&mut bench);
}

#[test]
fn a_query_that_means_no_claim_is_refused_in_the_form() {
    let mut bench = bench((80, 24));
    bench.keys("/").write("nowhere").keys("enter S tab");
    bench.write(bench.path("none.db").to_str().unwrap()).keys("ctrl-s");
    bench.sees("No claim is meant by this query.");
    bench.sees("Write a copy to hand over");
}

#[test]
fn keys_are_listed_trusted_distrusted_and_forgotten() {
    for size in [(80, 24), (200, 50)] {
        let mut bench = bench(size);
        let claim = bench.selected();
        let key = nadim(&bench, &claim).load().unwrap().unwrap();
        let fingerprint = crate::journal::public_line(&key.public()).1;
        bench.keys("P");
        bench.sees("Whose keys wrote here");
        bench.sees("Salma Idris");
        bench.sees(&fingerprint);
        bench.write("nadim").keys("enter");
        bench.sees("Is it their key?");
        bench.sees(&fingerprint);
        bench.keys("ctrl-s");
        bench.sees("Choose: trust it");
        bench.keys("down tab").write("read out on the phone").keys("ctrl-s");
        bench.sees("trusted: Nadim Harb");
        let trust = std::fs::read_to_string(bench.path("keys").join("trust.toml")).unwrap();
        assert!(trust.contains("read out on the phone") && trust.contains("trusted ="), "{trust}");
        bench.keys("P").write("nadim");
        bench.sees("trusted");
        bench.keys("enter 2 ctrl-s");
        bench.sees("distrusted: Nadim Harb");
        bench.keys("P").write("nadim").keys("enter 3 ctrl-s");
        bench.sees("taken back: Nadim Harb");
        let trust = std::fs::read_to_string(bench.path("keys").join("trust.toml")).unwrap();
        assert!(!trust.contains("trusted ="), "{trust}");
    }
}

#[test]
fn an_own_key_and_one_that_ended_are_not_trusted() {
    let mut bench = bench((80, 24));
    let claim = bench.selected();
    let keyring = nadim(&bench, &claim);
    bench.keys("P").write("salma").keys("enter 1 ctrl-s");
    bench.sees("That is your own key.");
    bench.keys("esc y");
    let mut theirs = Casebook::open(&bench.path("a.hudna"), keyring.clone()).unwrap();
    let key = keyring.load().unwrap().unwrap().public();
    theirs.say_of_key(&KeySaid { why: "stolen".into(), ..KeySaid::new(Says::Revoked, key) }).unwrap();
    bench.keys("P").write("nadim").keys("enter");
    bench.sees("stolen");
    bench.keys("1 ctrl-s");
    bench.sees("This key is revoked in the casebook.");
}

/// Anybody can write any name beside their key.
#[test]
fn one_of_the_same_name_is_warned_of() {
    let mut bench = bench((80, 24));
    let claim = bench.selected();
    nadim(&bench, &claim);
    let mut other = Casebook::open(&bench.path("a.hudna"), Keyring::at(bench.path("another"))).unwrap();
    other.set_me(Some("nadim  harb"), None).unwrap();
    bench.keys("P").write("nadim").keys("enter");
    bench.sees("another key goes by that name");
}

#[test]
fn a_document_is_looked_at_again_and_that_is_taken_back() {
    let mut bench = Bench::new((80, 24), |book| {
        import_text(book, "The envoy Sami Omran said that the truce held.", &[(0, 9)]);
    });
    bench.keys("E");
    bench.sees("Looked again: 1 new, 1 gone");
    bench.lacks("the envoy     The envoy");
    bench.keys("E");
    bench.sees("extracted by this very version already");
    bench.keys("E");
    bench.sees("Looked again: 0 new, 0 gone");
    bench.keys("u");
    bench.sees("Taken back");
    bench.keys("u");
    bench.sees("Taken back");
    bench.keys("enter E");
    bench.sees("Looked again");
    let listed = bench.other().claims_after(&Default::default(), None, 9).unwrap();
    assert!(listed.iter().all(|claim| claim.text.contains("truce")), "{listed:?}");
}

/// The words of a person's own may have changed since the workbench was opened, or be faulty.
#[test]
fn words_of_ones_own_are_read_anew_each_time() {
    let mut bench = Bench::new((80, 24), |book| {
        import_text(book, "The envoy Sami Omran said that the truce held.", &[(0, 9)]);
    });
    let words = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let there = words.clone();
    bench.app.extractors = Extractors::by(move || {
        Extractor::with_lexicons(&there.lock().unwrap())
            .map_err(|error| crate::tui::desk::Failure::new(error.to_string().get(..22).unwrap(), "Mend it."))
    });
    words.lock().unwrap().push(("en.toml".to_owned(), "not a lexicon".to_owned()));
    bench.keys("E");
    bench.sees("Mend it.");
    words.lock().unwrap().clear();
    bench.keys("E");
    bench.sees("Looked again");
}
