//! Erasing for a source's safety, and deciding on what others erased. Neither is on a key: both are rare and final.

use super::{Command, always, has_claim};
use crate::journal::Erasure;
use crate::model::Id;
use crate::tui::app::{App, Tone};
use crate::tui::desk::{Order, Read};
use crate::tui::layer::{Layer, Pick, PickFor};

const GROUP: &str = "Erasing";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "erase",
        doc: "erase the claim, a piece of its evidence or its document for good, for a source's safety",
        keys: &[],
        group: GROUP,
        hint: "",
        when: has_claim,
        run: erase,
    },
    Command {
        name: "erasures",
        doc: "confirm or refuse the erasures that a merge brought",
        keys: &[],
        group: GROUP,
        hint: "",
        when: always,
        run: |app| app.order(Order::Read(Read::Erasures)),
    },
];

fn erase(app: &mut App) {
    let Some(file) = app.file() else { return };
    let mut targets: Vec<(Id, String)> = vec![(file.claim.id.clone(), format!("claim: {}", file.claim.text))];
    for piece in &file.evidence {
        let name = piece.file.as_ref().map(|file| file.name.as_str()).unwrap_or_default();
        let words = [&piece.quotation, name, &piece.url].into_iter().find(|w| !w.is_empty());
        targets.push((piece.id.clone(), format!("evidence: {}", words.unwrap_or_default())));
    }
    if let Some(document) = &file.document {
        let words = format!("document with all its claims: {}", document.title);
        targets.push((document.id.clone(), words));
    }
    let options = targets.iter().map(|target| target.1.clone()).collect();
    app.layers.push(Layer::Pick(Pick::new("Erase for good", options, PickFor::Erase(targets))));
}

/// Offers the erasures that were read.
pub fn offer(app: &mut App, erasures: Vec<Erasure>) {
    if erasures.is_empty() {
        return app.say(Tone::Notice, "No erasure waits for you.");
    }
    if !app.layers.is_empty() {
        return;
    }
    let words = |e: &Erasure| {
        let kind = e.what.kind().map_or("", |kind| kind.word());
        format!("{kind}, {}, by {}: {}", e.state, e.checker_name, e.why)
    };
    let targets: Vec<(Id, String)> = erasures.iter().map(|e| (e.what.clone(), words(e))).collect();
    let options = targets.iter().map(|target| target.1.clone()).collect();
    app.layers.push(Layer::Pick(Pick::new("Erasures that wait", options, PickFor::Erasure(targets))));
}
