//! Owns the Arabic rules: how a verb, participle or noun of the lexicon frames a claim.

mod clauses;
mod ends;
mod intro;
pub(super) mod names;
mod nominal;
mod object;
mod polarity;
mod role;
mod source;
mod who;

use self::clauses::{after_speech, described, gestures, passive, postposed, relative_clause, unsaid};
pub(super) use self::ends::comments;
use self::intro::{How, Intro, complement, introducer, wanted};
use self::nominal::{denial, noun, rumour};
pub(super) use self::polarity::{denies, polarity};
use self::who::{held, of_sentence, speaker};
use super::draft::{Draft, Mention, Who};
use super::lexicon::{Cue, CueForm, Form, class, prefix, takes};
use super::passage::Passage;
use super::token::Sort;
use crate::model::{Polarity, Quote};

/// Finds the claims of a sentence.
pub(super) fn frames(p: &Passage<'_>, sentence: (usize, usize), out: &mut Vec<Draft>) {
    let mut i = sentence.0;
    let mut floor = sentence.0;
    while i < sentence.1 {
        if let Some((pair, next)) = p.quotation(i)
            && pair.close.is_some()
        {
            i = next;
            continue;
        }
        let found = if p.is(i, class::SOURCE) {
            source::source(p, sentence, i)
                .or_else(|| source::source_after(p, sentence, i).filter(|_| out.is_empty()))
        } else if p.is(i, class::CARRIED) {
            source::carried(p, sentence, i)
        } else {
            None
        };
        let found = found
            .or_else(|| source::document(p, sentence, i))
            .or_else(|| p.cues(i).iter().find_map(|&form| verbal(p, sentence, floor, i, form)))
            .or_else(|| rumour(p, sentence, i));
        if let Some(mut draft) = found {
            if draft.who == Who::Same && out.is_empty() {
                draft.who = of_sentence(p, sentence, i).unwrap_or(Who::Same);
            }
            i = (draft.cue.1).max(i + 1);
            if draft.content.0 > i && draft.content.0 < draft.content.1 {
                i = draft.content.0;
            }
            floor = i;
            if draft.rule == "verb with quotation" {
                // «…»، قال X، «…»: the words before the verb are a claim too.
                out.extend(clauses::words_before(p, sentence, &draft));
            }
            out.push(draft);
        } else {
            i += 1;
        }
    }
}

/// Whom a sentence without claims is about, where it names a person: an elided subject may mean them.
pub(super) fn topic(p: &Passage<'_>, s: (usize, usize)) -> Option<Mention> {
    match of_sentence(p, s, s.1.min(s.0 + 24))? {
        Who::Named(mention) if mention.person && !mention.role.is_empty() => Some(mention),
        _ => None,
    }
}

pub(super) fn draft(rule: &'static str, cue: (usize, usize), content: (usize, usize), who: Who) -> Draft {
    Draft::new(rule, cue, content, who)
}

fn verbal(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize, form: CueForm) -> Option<Draft> {
    let cue = p.lexicon.cue(form);
    if form.form == Form::Noun {
        return noun(p, s, v, form, cue);
    }
    let article = p.prefix(v, prefix::ARTICLE) && !begins_like_article(p, v);
    let attached = p.prefix(v, prefix::BA | prefix::LA | prefix::KA | prefix::WILL) || article;
    let negated = v > s.0
        && p.is(v.wrapping_sub(1), class::NEGATION)
        && !cue.negated
        && !matches!(p.key(v.wrapping_sub(1)), "ما" | "من");
    if attached
        || negated
        || (v > s.0
            && p.is(v.wrapping_sub(1), class::COMPLEMENTISER)
            && form.form == Form::Present
            && !p.prefix(v.wrapping_sub(1), prefix::BA))
    {
        return None;
    }
    let relative = v > s.0 && p.is(v.wrapping_sub(1), class::RELATIVE);
    if let Some(found) = denial(p, s, v, form) {
        return Some(found);
    }
    if form.suffixed {
        return described(p, s, v, form, cue);
    }
    // "Who refused to be named" tells about the source.
    if names::evades(p, v) || !reads_as_verb(p, s, v, form) {
        return None;
    }
    if relative || gestures(p, s, v) {
        return relative_clause(p, s, v, form, cue);
    }
    if passive(p, v) && !cue.nobody {
        return unsaid(p, s, v, form, cue);
    }
    let held = if form.form == Form::Participle { None } else { held(p, s, v) };
    let intro = introducer(p, s, v, form, cue, held.is_some()).filter(|&i| satisfied(p, cue, v, i, s.1));
    let participle = form.form == Form::Participle;
    let Some(intro) = intro.filter(|intro| participle || !after_speech(p, s, v, cue, *intro)) else {
        return postposed(p, s, v, form, cue);
    };
    let (who, clause) = speaker(p, (s, floor), v, (form, cue), intro, held);
    let rule = rule(form, intro.how);
    if cue.polarity == Some(Polarity::Deny) && p.is(intro.content, class::VAGUE) {
        return None;
    }
    let mut found = draft(rule, (v, v + 1), (intro.content, s.1), who);
    found.form = Some(form);
    found.clause = clause;
    found.cuts = cutting(p, s, clause, v, form);
    if let Some(clause) = clauses::asyndetic(p, s, v, intro) {
        (found.clause, found.cuts) = (clause, true);
    }
    found.nests =
        matches!(intro.how, How::That | How::Colon) || (intro.how == How::Preposition && !cue.target);
    if intro.how == How::Colon {
        found.quote = Quote::Direct;
    }
    Some(found)
}

/// التزم, ألقى: the first letters of the verb only look like the article.
fn begins_like_article(p: &Passage<'_>, v: usize) -> bool {
    let key = p.key(v);
    let bare = key.strip_prefix('و').unwrap_or(key).strip_prefix("ال");
    bare.is_some_and(|bare| p.token(v).is_some_and(|t| p.lexicon.look_up(bare).entry != t.hit.entry))
}

/// Tells a verb from a word spelt like it: a participle that goes on speaking follows a comma or a
/// conjunction; a preposition is no verb inside a clause; a filler has no speaker.
fn reads_as_verb(p: &Passage<'_>, s: (usize, usize), v: usize, form: CueForm) -> bool {
    let joined = p.prefix(v, prefix::AND);
    if form.form == Form::Participle {
        let before = v.checked_sub(1).filter(|&b| b >= s.0);
        let aside = before.is_none_or(|b| matches!(p.sort(b), Some(Sort::Comma | Sort::Semicolon)));
        return joined || aside || goes_on(p, v, form);
    }
    let filler = p.is(v, class::FILLER) && (complement(p, v + 1).is_some() || p.key(v + 1) == "الي");
    let temporal = p.is(v + 1, class::COMPLEMENTISER) && p.is(v, class::PREPOSITION);
    let preposition =
        p.is(v, class::PREPOSITION) && (v > s.0 || temporal) && !p.text(v, v + 1).contains('\u{651}');
    !filler && !preposition
}

/// A participle without a comma: in the accusative of state, with what it takes right behind it.
fn goes_on(p: &Passage<'_>, v: usize, form: CueForm) -> bool {
    let cue = p.lexicon.cue(form);
    let indefinite = !names::definite(p, v) && (form.plural || form.feminine || p.key(v).ends_with('ا'));
    let listed = cue.prepositions.iter().any(|(word, _)| **word == *p.key(v + 1));
    let carried = cue.takes & takes::BA != 0 && p.prefix(v + 1, prefix::BA);
    let that = cue.takes & takes::THAT != 0 && complement(p, v + 1).is_some();
    let free = v > 0 && !p.is(v - 1, class::PREPOSITION) && !names::verb(p, v - 1);
    indefinite && free && !cue.weak && (listed || carried || that)
}

fn rule(form: CueForm, how: How) -> &'static str {
    match (form.form, how) {
        (Form::Participle, _) => "participle goes on",
        (_, How::That) => "verb with complementiser",
        (_, How::Colon) => "verb with colon",
        (_, How::Quotation) => "verb with quotation",
        (_, How::Preposition) => "verb with preposition",
        (_, How::Attached) => "verb with attached preposition",
        (_, How::Object) => "verb with object",
    }
}

fn satisfied(p: &Passage<'_>, cue: &Cue, v: usize, intro: Intro, end: usize) -> bool {
    let weak = cue.weak && !intro::doubled(p, v) && p.cues(v).iter().all(|f| f.form != Form::Participle);
    if weak && !matches!(intro.how, How::That | How::Colon | How::Quotation | How::Preposition) {
        return false;
    }
    if cue.wants.is_empty() {
        return true;
    }
    (v + 1..end.min(intro.content + 8)).any(|i| wanted(p, cue, i))
}

pub(super) fn cutting(p: &Passage<'_>, s: (usize, usize), clause: usize, v: usize, form: CueForm) -> bool {
    let before = clause.checked_sub(1).filter(|&b| b >= s.0);
    form.form == Form::Participle
        || (p.prefix(clause, prefix::AND)
            && p.key(v.saturating_sub(1)) != "قد"
            && !p.key(v.saturating_sub(1)).ends_with("وقد"))
        || before.is_some_and(|b| matches!(p.key(b), "ولذلك" | "لذلك" | "لذا" | "ولذا" | "وبالتالي"))
        || before.is_none_or(|b| p.comma(b) || p.sort(b) == Some(Sort::Semicolon) || p.is(b, class::CUT))
}
