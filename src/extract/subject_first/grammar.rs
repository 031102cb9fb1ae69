//! Owns what tells a cue verb from a word spelt like it, and its clause from the one before.

use super::names::whom;
use super::subject::{Opening, Subject, names_role};
use crate::extract::draft::{Draft, Mention, Who};
use crate::extract::lexicon::{CueForm, Form, Sequence, class, part};
use crate::extract::passage::Passage;
use crate::extract::token::Sort;

/// The words of a verb group before its cue: where it begins and what they make of it.
pub(super) struct Group {
    pub from: usize,
    pub passive: bool,
    pub hidden: bool,
    pub auxiliary: bool,
    /// After "have": "has said", "a dit".
    pub perfect: bool,
    /// The pronoun after the auxiliary: "a-t-il dit".
    pub pronoun: Option<usize>,
    /// The infinitive of "went on to say".
    pub carried: bool,
}

pub(super) fn group(p: &Passage<'_>, s: (usize, usize), floor: usize, v: usize) -> Group {
    let mut g = Group {
        from: v,
        passive: false,
        hidden: false,
        auxiliary: false,
        perfect: false,
        pronoun: None,
        carried: false,
    };
    if v > s.0
        && p.part(v - 1, part::HIDES)
        && let Some(from) = carrier(p, floor.max(s.0), v)
    {
        (g.from, g.carried) = (from, true);
    }
    while g.from > floor.max(s.0) {
        let i = g.from - 1;
        if p.is(i, class::NEGATION) || p.part(i, part::HIDES) {
            g.hidden = true;
            g.auxiliary = true;
        } else if p.is(i, class::AUXILIARY) && !p.is(i, class::NEGATION) {
            g.passive |= !g.auxiliary && p.is(i, class::BE);
            g.perfect |= !g.auxiliary && p.part(i, part::HAVE);
            g.auxiliary = true;
        } else if p.part(i, part::REFLEXIVE) {
            // "S'est engagé": the subject does it.
            (g.perfect, g.passive) = (g.perfect || g.passive, false);
        } else if p.is(i, class::PRONOUN)
            && !g.auxiliary
            && p.part(i.wrapping_sub(1), part::HAVE)
            && p.lexicon.compound
        {
            g.pronoun = Some(i);
        } else if !p.is(i, class::ADVERB)
            || p.is(i, class::TIME)
            || p.token(i).is_some_and(|t| t.capital && i > s.0)
        {
            break;
        } else if g.from == v && i > 0 && p.is(i.wrapping_sub(1), class::BE) {
            g.passive = true;
        }
        g.from = i;
        if g.hidden {
            break;
        }
    }
    g
}

/// "Went on to say": where the phrase begins that carries an infinitive.
fn carrier(p: &Passage<'_>, lowest: usize, v: usize) -> Option<usize> {
    (v.saturating_sub(6).max(lowest)..v).find(|&i| p.sequence(i, Sequence::Carrier) == Some(v - i))
}

/// A present tense agrees with its subject; where it does not, the word is a noun.
pub(super) fn agrees(p: &Passage<'_>, form: CueForm, subject: &Subject) -> bool {
    match &subject.who {
        Who::Named(m) if form.plural => m.plural,
        Who::Named(m) => !m.plural || m.name.starts_with(char::is_uppercase),
        Who::Last { plural: Some(plural), .. } => *plural == form.plural || p.is(subject.from, class::OWN),
        _ => subject.from < subject.end,
    }
}

/// The subject of a sentence whose first verb is no cue: "The council met and condemned …".
pub(super) fn leading(p: &Passage<'_>, s: (usize, usize), before: usize) -> Option<Who> {
    // "Asked about the raid, Ann Roe …": the subject stands after the comma.
    let aside =
        p.is(s.0, class::PREPOSITION | class::SUBORDINATOR) || p.ends(s.0, &p.lexicon.tails.participle);
    let comma = (s.0..before.min(s.0 + 20)).find(|&i| p.comma(i)).filter(|_| aside);
    let s = (comma.map_or(s.0, |c| c + 1), s.1);
    let stop = (s.0 + 1..before.min(s.0 + 40)).find(|&i| {
        p.is(i, class::AUXILIARY | class::NEGATION)
            || p.comma(i)
            || (p.word(i)
                && p.token(i).is_some_and(|t| !t.capital)
                && p.ends(i, &p.lexicon.tails.past)
                && (!p.is(i + 1, class::PREPOSITION) || bare_name(p, s.0, i))
                || p.part(i, part::FINITE))
    })?;
    let known = (s.0..stop).find(|&i| p.part(i, part::KNOWN) && p.part(i + 1, part::AS));
    let from = known.map_or(s.0, |k| k + 2);
    // "The head of the council, Ann Roe, …"
    let close = (stop + 1..before).find(|&i| !p.word(i)).filter(|&i| p.comma(stop) && p.comma(i));
    let aside = close.filter(|&c| names_role(p, s.0, stop, c)).map(|c| (stop + 1, c));
    Some(whom(p, from, stop, aside))
}

/// Nothing but a name and the time of what follows: "The Pope on Sunday".
fn bare_name(p: &Passage<'_>, from: usize, to: usize) -> bool {
    let capital = |i: usize| p.token(i).is_some_and(|t| t.capital);
    let time = |i: usize| p.is(i, class::TIME) || p.is(i, class::PREPOSITION) && p.is(i + 1, class::TIME);
    (from..to).all(|i| capital(i) || time(i) || p.is(i, class::ADVERB))
}

/// Whom a sentence without cue is about, where it is somebody who may speak next.
pub(in crate::extract) fn topic(p: &Passage<'_>, s: (usize, usize)) -> Option<Mention> {
    if p.is(s.0, class::PREPOSITION | class::PRONOUN | class::SUBORDINATOR) {
        return None;
    }
    let limit = s.1.min(s.0 + 24);
    let comma = (s.0..limit).find(|&i| p.comma(i));
    let who = match leading(p, s, limit)? {
        Who::Named(mention) if !mention.person && comma.is_none() => Who::Named(mention),
        _ => {
            let comma = comma?;
            let close = (comma + 1..limit).find(|&i| p.comma(i)).unwrap_or(comma + 1);
            whom(p, s.0, comma, Some((comma + 1, close)))
        }
    };
    match who {
        Who::Named(mention) if mention.person || mention.human => Some(mention),
        _ => None,
    }
}

pub(super) fn cuts(subject: &Subject, form: CueForm, out: &[Draft]) -> bool {
    match subject.opening {
        Opening::None => false,
        Opening::Conjunction if subject.from >= subject.end => out
            .last()
            .and_then(|d| d.form)
            .is_none_or(|f| (f.form == Form::Present) == (form.form == Form::Present)),
        _ => true,
    }
}

/// "The group that agreed …" tells which group is meant; it claims nothing.
pub(super) fn subject_relative(p: &Passage<'_>, s: (usize, usize), from: usize) -> bool {
    from > s.0 && p.is(from.wrapping_sub(1), class::RELATIVE)
}

/// After "has" or "were" a word in the form of the present tense is a noun.
pub(super) fn helped(p: &Passage<'_>, v: usize) -> bool {
    let before = v.checked_sub(1);
    before.is_some_and(|b| p.is(b, class::BE) || p.part(b, part::HAVE))
}

/// A plural noun that is spelt like a verb: after a determiner, preposition, number or possessive.
pub(super) fn nominal(p: &Passage<'_>, v: usize) -> bool {
    let Some(before) = v.checked_sub(1) else { return true };
    let blocked = p.is(
        before,
        class::DETERMINER | class::PREPOSITION | class::BE | class::NEGATION | class::CONJUNCTION,
    ) && !p.is(before, class::PRONOUN)
        && !p.is(before, class::THEY | class::IT);
    let possessive = p.token(before).is_some_and(|t| t.possessive);
    // "Both sides traded blame": the verb stands before.
    let acted = p.ends(before, &p.lexicon.tails.past)
        && p.token(before).is_some_and(|t| !t.capital)
        && !p.part(before.wrapping_sub(1), part::ARTICLE);
    let of_next = p.part(v + 1, part::NOUN_OF);
    blocked
        || possessive
        || acted
        || of_next
        || !p.word(before) && !p.comma(before)
        || p.sort(before) == Some(Sort::Number)
        || (p.comma(before) && !p.word(v + 1))
}
