//! Checking a claim: evidence, verdict, comment.

use super::{Command, Words, has_claim};
use crate::model::{Claim, EvidenceKind, Verdict};
use crate::say;
use crate::tui::app::{App, Tone, View};
use crate::tui::editor::Editor;
use crate::tui::form::{Form, Purpose, make};
use crate::tui::layer::{Layer, Pick, PickFor};
use crate::tui::words;

const GROUP: Words = || say!("tui-group-checking");

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "verdict",
        title: || say!("tui-name-verdict"),
        doc: || say!("tui-do-verdict"),
        keys: &["r", "v"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-verdict")),
        when: |app| has_claim(app) && (super::in_claims(app)),
        run: verdict,
    },
    Command {
        name: "rate",
        title: || say!("tui-name-rate"),
        doc: || say!("tui-do-rate"),
        keys: &["r"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-rate")),
        when: |app| has_claim(app) && super::in_document(app),
        run: verdict,
    },
    Command {
        name: "blind",
        title: || say!("tui-name-blind"),
        doc: || say!("tui-do-blind"),
        keys: &["b"],
        group: GROUP,
        hint: None,
        when: |app| super::in_claims(app) || super::in_document(app) || app.view == View::Conflicts,
        run: blind,
    },
    Command {
        name: "evidence",
        title: || say!("tui-name-evidence"),
        doc: || say!("tui-do-evidence"),
        keys: &["t"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-evidence")),
        when: has_claim,
        run: |app| with_claim(app, make::evidence),
    },
    Command {
        name: "comment",
        title: || say!("tui-name-comment"),
        doc: || say!("tui-do-comment"),
        keys: &["c"],
        group: GROUP,
        hint: Some(|| say!("tui-hint-comment")),
        when: has_claim,
        run: |app| with_claim(app, make::comment),
    },
    Command {
        name: "withdraw",
        title: || say!("tui-name-withdraw"),
        doc: || say!("tui-do-withdraw"),
        keys: &["w"],
        group: GROUP,
        hint: None,
        when: has_claim,
        run: withdraw,
    },
];

/// Opens a form about the claim.
pub(super) fn with_claim(app: &mut App, form: fn(&crate::model::Claim) -> Form) {
    if let Some(form) = app.claim().map(form) {
        app.layers.push(Layer::Form(Box::new(form)));
    }
}

fn verdict(app: &mut App) {
    let mine = my_verdict(app)
        .and_then(|v| app.scale.rating(&v.rating))
        .map(|r| words::own(&r.en, &r.ar).to_owned());
    let sight = |claim: &Claim| app.blind.hides(&claim.id).then(|| app.blind.has_seen(&claim.id));
    if let Some(form) =
        app.claim().map(|claim| make::verdict(claim, &app.scale, mine.as_deref(), sight(claim)))
    {
        app.layers.push(Layer::Form(Box::new(form)));
    }
}

/// Hides or shows what others found.
fn blind(app: &mut App) {
    app.blind.on = !app.blind.on;
    if !app.blind.on {
        return app.say(Tone::Notice, say!("tui-blind-off"));
    }
    app.say(Tone::Notice, say!("tui-blind-on"));
    if !app.list.query().verdict.is_empty() {
        app.filter.editor = Editor::line("");
        app.apply_filter();
        app.say(Tone::Notice, format!("{} {}", say!("tui-blind-on"), say!("tui-blind-filter-off")));
    }
}

fn my_verdict(app: &App) -> Option<&Verdict> {
    let me = &app.me.as_ref()?.id;
    app.file()?.verdicts.iter().rfind(|v| v.standing && v.checker == *me)
}

fn withdraw(app: &mut App) {
    let Some(file) = app.file() else { return };
    let mut targets = Vec::new();
    let shown = !app.blind.hides(&file.claim.id);
    for v in file.verdicts.iter().filter(|v| v.standing && shown) {
        let rating = words::rating(&app.scale, &v.rating);
        let told = say!("tui-withdraw-of-verdict", rating = rating, name = &v.checker_name, why = &v.why);
        targets.push((Purpose::WithdrawVerdict(v.id.clone()), told));
    }
    for e in file.evidence.iter().filter(|e| e.withdrawn.is_empty()) {
        let value = match e.kind {
            EvidenceKind::Link => e.url.clone(),
            EvidenceKind::File => e.file.as_ref().map(|f| f.name.clone()).unwrap_or_default(),
            EvidenceKind::Quotation => e.quotation.clone(),
        };
        let [stance, kind] = words::evidence(e.stance, e.kind);
        let told = say!("tui-withdraw-of-evidence", kind = kind, stance = stance, value = value);
        targets.push((Purpose::WithdrawEvidence(e.id.clone()), told));
    }
    if targets.is_empty() {
        return app.say(Tone::Notice, say!("tui-withdraw-none"));
    }
    let options = targets.iter().map(|t| t.1.clone()).collect();
    app.layers.push(Layer::Pick(Pick::new(say!("tui-withdraw-title"), options, PickFor::Withdraw(targets))));
}
