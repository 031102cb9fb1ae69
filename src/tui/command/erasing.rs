//! Erasing for a source's safety, and deciding on what others erased. Neither is on a key: both are rare and final.

use super::{Command, Words, always, has_claim};
use crate::journal::Erasure;
use crate::model::Id;
use crate::say;
use crate::tui::app::{App, Tone};
use crate::tui::desk::{Order, Read};
use crate::tui::layer::{Layer, Pick, PickFor};
use crate::tui::words::thing;

const GROUP: Words = || say!("tui-group-erasing");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "erase",
        title: || say!("tui-name-erase"),
        doc: || say!("tui-do-erase"),
        keys: &[],
        group: GROUP,
        hint: None,
        when: has_claim,
        run: erase,
    },
    Command {
        name: "erasures",
        title: || say!("tui-name-erasures"),
        doc: || say!("tui-do-erasures"),
        keys: &[],
        group: GROUP,
        hint: None,
        when: always,
        run: |app| app.order(Order::Read(Read::Erasures)),
    },
];

fn erase(app: &mut App) {
    let Some(file) = app.file() else { return };
    let mut targets: Vec<(Id, String)> =
        vec![(file.claim.id.clone(), say!("tui-erase-claim", text = &file.claim.text))];
    for piece in &file.evidence {
        let name = piece.file.as_ref().map(|file| file.name.as_str()).unwrap_or_default();
        let words = [&piece.quotation, name, &piece.url].into_iter().find(|w| !w.is_empty());
        let words = words.map(ToString::to_string).unwrap_or_default();
        targets.push((piece.id.clone(), say!("tui-erase-evidence", text = words)));
    }
    if let Some(document) = &file.document {
        let words = say!("tui-erase-document", title = &document.title);
        targets.push((document.id.clone(), words));
    }
    let options = targets.iter().map(|target| target.1.clone()).collect();
    app.layers.push(Layer::Pick(Pick::new(say!("tui-erase-title"), options, PickFor::Erase(targets))));
}

/// Offers the erasures that were read.
pub fn offer(app: &mut App, erasures: Vec<Erasure>) {
    if erasures.is_empty() {
        return app.say(Tone::Notice, say!("tui-erasures-none"));
    }
    if !app.layers.is_empty() {
        return;
    }
    let words = |e: &Erasure| {
        let state = match e.state {
            "waiting" => say!("tui-erasure-waiting"),
            "refused" => say!("tui-erasure-refused"),
            state => state.to_owned(),
        };
        say!("tui-erasure-of", kind = thing(&e.what), state = state, name = &e.checker_name, why = &e.why)
    };
    let targets: Vec<(Id, String)> = erasures.iter().map(|e| (e.what.clone(), words(e))).collect();
    let options = targets.iter().map(|target| target.1.clone()).collect();
    app.layers.push(Layer::Pick(Pick::new(say!("tui-erasures-title"), options, PickFor::Erasure(targets))));
}
