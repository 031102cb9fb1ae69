//! Owns Arabic attribution without a verb of saying of the speaker's own: sources, carriers, documents.

use super::intro::{complement, spoken};
use super::names::{subject, unattached, verb};
use super::{cutting, draft};
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{Form, class, prefix};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// بحسب X, وفقا لـX, نقلا عن X: before the content or after it. In the middle of a sentence with a
/// conjunction: …، وبحسب X ….
pub(super) fn source(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    let joined = p.prefix(i, prefix::AND) && i > s.0 && p.comma(i - 1);
    let lead = i == s.0 || (i == s.0 + 1 && !p.word(s.0)) || joined;
    if !lead || p.prefix(i, prefix::LA | prefix::KA | prefix::ARTICLE) && p.key(i) != "لحسب" {
        return None;
    }
    let then =
        |j: usize| p.comma(j) || p.key(j) == "فان" || p.is(j, class::FUSED) && p.key(j).starts_with('ف');
    let at = (i + 1..s.1.min(i + 25)).find(|&j| then(j))?;
    let from = if p.is(i + 1, class::COMPLEMENTISER) || p.key(i + 1) == "ما" { i + 2 } else { i + 1 };
    let from = if verb(p, from) { from + 1 } else { from };
    let from = if matches!(p.key(from), "به" | "بها" | "عنه") { from + 1 } else { from };
    let mut content = if p.comma(at) { at + 1 } else { at };
    if p.is(content, class::COMPLEMENTISER) {
        content += 1;
    }
    if content >= s.1 || from >= at {
        return None;
    }
    let mut who = subject(p, from, at).who?;
    who.name = unattached(p, from, &who.name);
    Some(draft("according to", (i, i + 1), (content, s.1), Who::Named(who)))
}

/// …، بحسب X: where nothing else frames the sentence, all before it is the source's.
pub(super) fn source_after(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    if i < s.0 + 3 || p.prefix(i, prefix::LA | prefix::KA | prefix::ARTICLE) {
        return None;
    }
    let from = if p.is(i + 1, class::COMPLEMENTISER) || p.key(i + 1) == "ما" { i + 2 } else { i + 1 };
    let from = if verb(p, from) { from + 1 } else { from };
    let from = if matches!(p.key(from), "به" | "بها" | "عنه") { from + 1 } else { from };
    let found = subject(p, from, s.1);
    let rest = (found.end..s.1).find(|&j| p.comma(j)).unwrap_or(s.1);
    let ends = (found.end..rest).all(|j| !p.word(j) || p.is(j, class::TIME));
    let place =
        p.is(found.end, class::PREPOSITION) && rest - found.end <= 7 && !p.is(found.end + 1, class::VENUE);
    let mut who = found.who.filter(|_| ends || place)?;
    if !ends && !who.person {
        who.name = p.name(from, rest - usize::from(!p.word(rest - 1)));
    }
    who.name = unattached(p, from, &who.name);
    let mut found = draft("according to", (i, i + 1), (s.0, i), Who::Named(who));
    (found.clause, found.closed) = (i, true);
    Some(found)
}

/// نقلت W عن X قوله إن …: X speaks, W passed it on.
pub(super) fn carried(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    let about = (i + 1..s.1.min(i + 16)).find(|&j| matches!(p.key(j), "عن" | "عنه" | "عنها" | "عنهم"))?;
    let noun = (about + 1..s.1.min(about + 25)).find(|&j| {
        p.cues(j).iter().any(|f| f.form == Form::Noun && f.suffixed)
            || complement(p, j).is_some()
            || p.sort(j) == Some(Sort::Colon)
    })?;
    let said = p.cues(noun).iter().find(|f| f.form == Form::Noun && f.suffixed).copied();
    let form = said.or_else(|| p.lexicon.entry(p.lexicon.look_up("قال")).cues.first().copied())?;
    let at = if said.is_some() { noun + 1 } else { noun };
    let content =
        complement(p, at).or_else(|| (p.sort(at) == Some(Sort::Colon)).then_some(at + 1)).unwrap_or(at);
    let who = match p.key(about) {
        "عن" => Who::Named(subject(p, about + 1, noun).who?),
        pronoun => Who::Last { feminine: Some(pronoun == "عنها"), plural: Some(pronoun == "عنهم") },
    };
    let mut found = draft(
        "carried from somebody",
        (i, if said.is_some() { noun + 1 } else { i + 1 }),
        (content, s.1),
        who,
    );
    if let Some(outlet) = (about > i + 1).then(|| subject(p, i + 1, about).who).flatten() {
        found.via.push(outlet.name);
    }
    found.form = Some(form);
    found.cuts = cutting(p, s, i, i, form);
    Some(found)
}

/// جاء في بيان لـX أن …: the issuer speaks.
pub(super) fn document(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    if matches!(p.key(i), "جاء" | "وجاء" | "ورد") && matches!(p.key(i + 1), "فيه" | "فيها") {
        let content = complement(p, i + 2).or_else(|| p.quotation(i + 2).map(|_| i + 2))?;
        let who = super::who::of_sentence(p, s, i).unwrap_or(Who::Last { feminine: None, plural: None });
        return Some(draft("stands in a document", (i, i + 2), (content, s.1), who));
    }
    if !matches!(p.key(i), "جاء" | "وجاء" | "ورد" | "وورد")
        || p.key(i + 1) != "في"
        || !p.is(i + 2, class::DOCUMENT)
    {
        return None;
    }
    let at = (i + 3..s.1.min(i + 30)).find(|&j| {
        complement(p, j).is_some()
            || p.sort(j) == Some(Sort::Colon)
            || p.quotation(j).is_some_and(|(_, n)| spoken(p, s, j, n))
    })?;
    let content = complement(p, at).unwrap_or(if p.sort(at) == Some(Sort::Colon) { at + 1 } else { at });
    let mut from = i + 3;
    while from < at && (p.is(from, class::ISSUER | class::PREPOSITION | class::TIME)) {
        from += 1;
    }
    let who = if from < at { subject(p, from, at).who } else { None };
    let who = who.map(|mut m| {
        m.name = unattached(p, from, &m.name);
        (m.plural, m.feminine) = (false, false);
        m
    });
    let who = who.map_or_else(|| Who::Named(super::role::split(p, i + 2, i + 3)), Who::Named);
    Some(draft("stands in a document", (i, i + 3), (content, s.1), who))
}
