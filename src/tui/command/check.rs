//! Checking a claim: evidence, verdict, comment.

use super::{Command, has_claim};
use crate::model::{EvidenceKind, Tongue, Verdict};
use crate::tui::app::{App, Tone};
use crate::tui::form::{Form, Purpose, make};
use crate::tui::layer::{Layer, Pick, PickFor};

const GROUP: &str = "Checking";

pub(super) const TABLE: &[Command] = &[
    Command {
        name: "verdict",
        doc: "give a verdict: a rating and its reasons",
        keys: &["r", "v"],
        group: GROUP,
        hint: "verdict",
        when: |app| has_claim(app) && (super::in_claims(app)),
        run: verdict,
    },
    Command {
        name: "rate",
        doc: "in a document: give a verdict on the claim",
        keys: &["r"],
        group: GROUP,
        hint: "verdict",
        when: |app| has_claim(app) && super::in_document(app),
        run: verdict,
    },
    Command {
        name: "evidence",
        doc: "attach evidence: a link, a file or quoted words, with stance and source grade",
        keys: &["t"],
        group: GROUP,
        hint: "evidence",
        when: has_claim,
        run: |app| with_claim(app, make::evidence),
    },
    Command {
        name: "comment",
        doc: "comment on the claim, for other checkers",
        keys: &["c"],
        group: GROUP,
        hint: "comment",
        when: has_claim,
        run: |app| with_claim(app, make::comment),
    },
    Command {
        name: "withdraw",
        doc: "withdraw evidence or a verdict, with the reason",
        keys: &["w"],
        group: GROUP,
        hint: "",
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
    let mine = my_verdict(app).and_then(|v| app.scale.rating(&v.rating)).map(|r| r.en.clone());
    if let Some(form) = app.claim().map(|claim| make::verdict(claim, &app.scale, mine.as_deref())) {
        app.layers.push(Layer::Form(Box::new(form)));
    }
}

fn my_verdict(app: &App) -> Option<&Verdict> {
    let me = &app.me.as_ref()?.id;
    app.file()?.verdicts.iter().rfind(|v| v.standing && v.checker == *me)
}

fn withdraw(app: &mut App) {
    let Some(file) = app.file() else { return };
    let mut targets = Vec::new();
    for v in file.verdicts.iter().filter(|v| v.standing) {
        let rating = app.scale.rating(&v.rating).map_or(v.rating.as_str(), |r| &r.en);
        let words = format!("verdict: {rating}, {}: {}", v.checker_name, v.why);
        targets.push((Purpose::WithdrawVerdict(v.id.clone()), words));
    }
    for e in file.evidence.iter().filter(|e| e.withdrawn.is_empty()) {
        let value = match e.kind {
            EvidenceKind::Link => e.url.clone(),
            EvidenceKind::File => e.file.as_ref().map(|f| f.name.clone()).unwrap_or_default(),
            EvidenceKind::Quotation => e.quotation.clone(),
        };
        let words =
            format!("{}, {}: {value}", e.kind.label(Tongue::English), e.stance.label(Tongue::English));
        targets.push((Purpose::WithdrawEvidence(e.id.clone()), words));
    }
    if targets.is_empty() {
        return app.say(Tone::Notice, "This claim has neither evidence nor a verdict to withdraw.");
    }
    let options = targets.iter().map(|t| t.1.clone()).collect();
    app.layers.push(Layer::Pick(Pick::new("Withdraw", options, PickFor::Withdraw(targets))));
}
