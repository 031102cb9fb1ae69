//! Whose keys wrote in the casebook, and whom one trusts.

use super::{Command, in_claims};
use crate::say;
use crate::tui::app::App;
use crate::tui::desk::{KeyOf, Order, Read};
use crate::tui::layer::{Layer, Pick, PickFor};

pub(super) const TABLE: &[Command] = &[Command {
    name: "trust",
    title: || say!("tui-name-trust"),
    doc: || say!("tui-do-trust"),
    keys: &["P"],
    group: || say!("tui-group-working-apart"),
    hint: None,
    when: in_claims,
    run: |app| app.order(Order::Read(Read::Keys)),
}];

/// Offers the keys that were read, each with its fingerprint beneath.
pub fn offer(app: &mut App, keys: Vec<KeyOf>) {
    if !app.layers.is_empty() {
        return;
    }
    let told = |of: &KeyOf| {
        let head = [of.name.as_str(), of.key.checker.brief(), of.trust.as_str()].join(&app.theme.dot());
        format!("{head}\n{}", of.key.fingerprint)
    };
    let options = keys.iter().map(told).collect();
    app.layers.push(Layer::Pick(Pick::new(say!("tui-keys-title"), options, PickFor::Keys(keys))));
}
