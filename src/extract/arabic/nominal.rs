//! Owns nouns that report: قوله إن …, تأكيد الوزير أن …, اتهامات للحركة بـ…, أنباء عن ….

use super::draft;
use super::intro::{How, carries, complement, introduces};
use super::names::{definite, elided, subject, verb};
use super::object::skip_noun_phrase;
use super::who::of_sentence;
use crate::extract::draft::{Draft, Who};
use crate::extract::lexicon::{Cue, CueForm, class, prefix, takes};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;
use crate::model::Quote;

/// قوله إن …, بقوله: …, تأكيد الوزير أن …
pub(super) fn noun(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    if p.prefix(v, prefix::KA) {
        return None;
    }
    let article = p.prefix(v, prefix::ARTICLE);
    if article && p.key(v) == "بالقول" {
        return by_saying(p, s, v, form, cue);
    }
    if article || p.prefix(v, prefix::LA) {
        return None;
    }
    if form.suffixed {
        let intro = introduces(p, s, v, v + 1, cue)?;
        let that = matches!(intro.how, How::That | How::Colon | How::Quotation);
        let saying = p.key(v).contains("قول") || p.key(v).contains("تاكيد");
        return (that || saying).then(|| reported(v, form, (intro.content, s.1), elided(form), intro.how));
    }
    accusation(p, s, v, form, cue).or_else(|| of_somebody(p, s, v, form, cue))
}

fn reported(v: usize, form: CueForm, content: (usize, usize), who: Who, how: How) -> Draft {
    let mut found = draft("noun of saying", (v, v + 1), content, who);
    (found.form, found.cuts) = (Some(form), true);
    if how == How::Colon {
        found.quote = Quote::Direct;
    }
    found
}

/// رد X بالقول: …
fn by_saying(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    let intro = introduces(p, s, v, v + 1, cue)?;
    let answers = (s.0.max(v.saturating_sub(10))..v)
        .rev()
        .find(|&i| matches!(p.key(i), "رد" | "وردت" | "ورد" | "ردت" | "علق" | "وعلق"));
    let who = answers.and_then(|i| {
        let from = if p.prefix(i + 1, prefix::LA) || p.is(i + 1, class::PREPOSITION) { i + 3 } else { i + 1 };
        let from = if p.key(i + 1) == "عليه" || p.key(i + 1) == "عليها" { i + 2 } else { from };
        (from < v).then(|| subject(p, from, v).who).flatten()
    });
    let mut found = reported(v, form, (intro.content, s.1), who.map_or(elided(form), Who::Named), intro.how);
    found.clause = answers.unwrap_or(v);
    Some(found)
}

/// تأكيد الوزير أن …, تحذيرات من المنظمة من أن …: a complementiser soon after the noun and who it is of.
fn of_somebody(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    if cue.takes & takes::THAT == 0 {
        return None;
    }
    let stops = |i: usize| p.comma(i) || verb(p, i) || p.is(i, class::RELATIVE);
    let at = (v + 1..s.1.min(v + 9)).take_while(|&i| !stops(i)).find(|&i| complement(p, i).is_some())?;
    let content = complement(p, at)?;
    let end = if p.is(at - 1, class::PREPOSITION) { at - 1 } else { at };
    let from = if matches!(p.key(v + 1), "من" | "ل") && v + 1 < end { v + 2 } else { v + 1 };
    let who = (from < end).then(|| subject(p, from, end).who).flatten();
    let who = who.map(Who::Named).or_else(|| of_sentence(p, s, v))?;
    Some(reported(v, form, (content, s.1), who, How::That))
}

/// اتهامات من الحكومة للحركة بخرق …; نفي وجود …, نفي قاطع لضلوع …
fn accusation(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm, cue: &Cue) -> Option<Draft> {
    if !cue.target || cue.takes & takes::BA == 0 {
        return None;
    }
    let end = (v + 1..s.1.min(v + 14)).find(|&i| p.comma(i) || verb(p, i)).unwrap_or(s.1.min(v + 14));
    let act = (v + 1..end).find(|&i| carries(p, i, prefix::BA, 'ب'))?;
    let target = (v + 1..act).find(|&i| p.prefix(i, prefix::LA) || p.key(i).starts_with("لل"))?;
    let from = if p.key(v + 1) == "من" { v + 2 } else { v + 1 };
    let who = (from < target).then(|| subject(p, from, target).who).flatten();
    Some(reported(v, form, (target, s.1), who.map_or(Who::Nobody, Who::Named), How::Attached))
}

/// في نفي وجود …, صدر عن الوزارة نفي قاطع لضلوع …: spelt like the verb, but a noun.
pub(super) fn denial(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm) -> Option<Draft> {
    if p.key(v) != "نفي" || v == s.0 || p.prefix(v, prefix::AND) {
        return None;
    }
    let categorical = p.prefix(v + 2, prefix::LA) && !definite(p, v + 1) && p.word(v + 1);
    let behind = p.is(v - 1, class::PREPOSITION);
    if !categorical && !behind {
        return None;
    }
    let content = if categorical { v + 2 } else { v + 1 };
    let issuer =
        (s.0..v).rev().take(10).find(|&i| p.key(i) == "عن" && p.is(i.wrapping_sub(1), class::ISSUER));
    let who = match issuer {
        Some(from) => subject(p, from + 1, v).who.map(Who::Named),
        None => of_sentence(p, s, v),
    };
    Some(reported(v, form, (content, s.1), who.unwrap_or(elided(form)), How::Object))
}

/// وسط أنباء عن …, ترددت شائعات بأن …: nobody is named.
pub(super) fn rumour(p: &Passage<'_>, s: (usize, usize), i: usize) -> Option<Draft> {
    if !matches!(p.key(i), "انباء" | "شايعات" | "اشاعات" | "مزاعم" | "تكهنات") || p.prefix(i, prefix::LA)
    {
        return None;
    }
    let at = if p.is(i + 1, class::ADJECTIVE) { i + 2 } else { i + 1 };
    let content = match p.key(at) {
        "عن" => complement(p, at + 1).unwrap_or(at + 1),
        _ => complement(p, at)?,
    };
    let mut found = draft("rumour", (i, i + 1), (content, s.1), Who::Nobody);
    found.cuts = false;
    let end = (content..s.1).find(|&j| p.comma(j) || p.sort(j) == Some(Sort::Semicolon)).unwrap_or(s.1);
    found.content.1 = end.max(skip_noun_phrase(p, content, end));
    Some(found)
}
