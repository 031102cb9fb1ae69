//! Owns polarity: what the words of cue and content weigh.

use super::draft::{Draft, Mention};
use super::lexicon::{Cue, Weights, class, next_bit, part, prefix, tells};
use super::passage::Passage;
use crate::model::Polarity;

static NOTHING: Weights = Weights { kinds: Vec::new(), polarities: Vec::new(), reasons: Vec::new() };

/// The longest phrase of those that count which begins here, or the word alone.
pub(super) fn heaviest<'a>(
    p: &Passage<'a>,
    i: usize,
    to: usize,
    sort: u8,
    counts: impl Fn(&Weights) -> bool,
) -> (usize, &'a Weights) {
    if !p.tells(i, sort) {
        return (1, &NOTHING);
    }
    let entry = p.entry(i);
    let fits = |words: &[Box<str>]| {
        i + words.len() < to && words.iter().enumerate().all(|(n, w)| same_word(p, i + 1 + n, w))
    };
    let may = entry.next != 0 && entry.next & next_bit(p.key(i + 1)) != 0;
    let phrases = if may { entry.phrases.as_slice() } else { &[] };
    let phrase =
        phrases.iter().filter(|(words, w)| counts(w) && fits(words)).max_by_key(|(words, _)| words.len());
    match phrase {
        Some((words, weights)) => (words.len() + 1, weights),
        None if p.word(i) => (1, &entry.weights),
        None => (1, &NOTHING),
    }
}

/// Whether this is the phrase's word (`*` is any), in Arabic also with article, joined letters and a possessor's
/// ending.
fn same_word(p: &Passage<'_>, i: usize, word: &str) -> bool {
    let key = p.key(i);
    if key == word || (word == "*" && p.word(i)) {
        return true;
    }
    let letter = || (p.prefix(i, prefix::LA) && word == "ل") || (word.len() <= 2 && key.starts_with(word));
    p.lexicon.arabic && (letter() || (word.len() > 4 && key.len() > word.len() && joined(key, word)))
}

/// Whether a key is this word with letters joined to it.
fn joined(key: &str, word: &str) -> bool {
    const BEFORE: [&str; 9] = ["ال", "لل", "بال", "وال", "و", "ب", "ل", "ول", "وب"];
    const AFTER: [&str; 6] = ["", "ها", "ه", "هم", "نا", "ا"];
    let ends = |rest: &str| rest.strip_prefix(word).is_some_and(|after| AFTER.contains(&after));
    ends(key) || BEFORE.iter().any(|before| key.strip_prefix(before).is_some_and(ends))
}

/// The polarity of a claim: the cue's first, then the content's.
pub(super) fn polarity(p: &Passage<'_>, draft: &Draft, cue: Option<&Cue>, speaker: &Mention) -> Polarity {
    if p.lexicon.arabic {
        return super::arabic::polarity(p, draft, cue, speaker);
    }
    let (from, to) = draft.content;
    if let Some(cue) = cue {
        let clause =
            matches!(draft.rule, "verb with that" | "verb with bare clause" | "verb with complementiser");
        let infinitive = cue.infinitive.filter(|_| draft.rule == "verb with infinitive");
        if let Some(polarity) = infinitive.or(cue.polarity.filter(|_| !(cue.acts && clause))) {
            return polarity;
        }
    }
    if declares_truce(p, draft, cue) {
        return Polarity::Commit;
    }
    if let Some(polarity) = own_cue(p, from, to) {
        return polarity;
    }
    heaviest_polarity(p, draft.content, |i| denies(p, i, to), |i| binds(p, from, i, speaker))
}

/// What the words of a content weigh most for, earlier ones more; nothing that weighs enough is asserted.
pub(super) fn heaviest_polarity(
    p: &Passage<'_>,
    (from, to): (usize, usize),
    denies: impl Fn(usize) -> bool,
    binds: impl Fn(usize) -> bool,
) -> Polarity {
    let mut sums = [0u32; Polarity::ALL.len()];
    let (mut i, mut words) = (from, 0u32);
    while i < to {
        let factor = 12u32.saturating_sub(words / 2).max(3);
        let (length, weights) = heaviest(p, i, to, tells::POLARITIES, |w| !w.polarities.is_empty());
        for (polarity, n) in &weights.polarities {
            add(&mut sums, *polarity, factor * u32::from(*n));
        }
        if denies(i) {
            add(&mut sums, Polarity::Deny, factor * 3);
        }
        if binds(i) {
            add(&mut sums, Polarity::Commit, factor * 3);
        }
        words += u32::from(p.word(i));
        i += length;
    }
    let mut best = (10, Polarity::Assert);
    for (sum, polarity) in sums.into_iter().zip(Polarity::ALL) {
        if sum > best.0 {
            best = (sum, *polarity);
        }
    }
    best.1
}

/// "They fear that …": the content's own cue right after its pronoun tells what the speaker does.
fn own_cue(p: &Passage<'_>, from: usize, to: usize) -> Option<Polarity> {
    let from = from + usize::from(p.marks.opened_at(from).is_some());
    let pronoun = p.is(from, class::HE | class::SHE | class::THEY | class::IT | class::FUSED)
        || p.is(from, class::OWN) && p.is(from, class::PRONOUN);
    let verb = (from + 1..to.min(from + 3)).find(|&i| !p.cues(i).is_empty()).filter(|_| pronoun)?;
    let cues = p.cues(verb).iter().map(|&f| p.lexicon.cue(f));
    cues.filter(|c| c.wants.is_empty()).find_map(|c| c.polarity).filter(|p| *p != Polarity::Assert)
}

fn add(sums: &mut [u32], polarity: Polarity, n: u32) {
    let place = Polarity::ALL.iter().position(|x| *x == polarity);
    if let Some(sum) = place.and_then(|i| sums.get_mut(i)) {
        *sum += n;
    }
}

/// "Announced a truce", أعلن وقف إطلاق النار: what is declared is a noun phrase, not a clause.
fn declares_truce(p: &Passage<'_>, draft: &Draft, cue: Option<&Cue>) -> bool {
    let (from, to) = draft.content;
    let bare = matches!(draft.rule, "verb with object" | "verb with bare clause" | "verb with preposition");
    let clause = (from..to.min(from + 10)).any(|i| p.is(i, class::AUXILIARY));
    let truce = (from..to.min(from + 4)).any(|i| p.is(i, class::TRUCE));
    cue.is_some_and(|c| c.declares) && bare && !clause && truce
}

/// A negation right before a harm or act in dispute.
pub(super) fn denies(p: &Passage<'_>, i: usize, to: usize) -> bool {
    if !p.is(i, class::NEGATION) {
        return false;
    }
    if p.lexicon.arabic { super::arabic::denies(p, i, to) } else { refuses(p, i, to) }
}

/// "No civilians were hurt", "had not fired": of what did not happen, a word of the same clause tells; of
/// what is not so now ("does not lift the siege") only the next words.
fn refuses(p: &Passage<'_>, i: usize, to: usize) -> bool {
    let before = i.wrapping_sub(1);
    let past = p.part(i, part::DID_NOT) || p.part(before, part::DID | part::HAVE);
    let reach = match () {
        () if p.is(before, class::FUTURE) => return false,
        () if p.part(i, part::NONE) => 9,
        () if !p.part(i, part::NOT) => return false,
        // "Bending, not broken" contrasts two words.
        () if !past
            && !p.is(i, class::AUXILIARY)
            && !p.is(before, class::AUXILIARY)
            && !p.lexicon.compound =>
        {
            return false;
        }
        () if past => 6,
        () => 3,
    };
    let bounds = class::CONJUNCTION | class::SUBORDINATOR | class::RELATIVE;
    let clause = (i + 1..to.min(i + reach)).take_while(|&j| !p.comma(j) && !p.is(j, bounds));
    clause.into_iter().any(|j| p.is(j, class::HARM))
}

/// A future or an intention whose subject is the speaker or the speaker's side.
fn binds(p: &Passage<'_>, from: usize, i: usize, speaker: &Mention) -> bool {
    if !p.is(i, class::FUTURE | class::INTENT) && !inflected(p, i) {
        return false;
    }
    let near = i - from <= 6;
    let reported = class::IT | class::THEY | class::HE | class::SHE;
    let own = (from..i).any(|j| p.is(j, class::OWN) || (p.is(j, reported) && j <= from + 1));
    let we = i - from <= 25 && (i.saturating_sub(4).max(from)..=i).any(|j| p.is(j, class::OWN));
    let side = || (from..i.min(from + 4)).any(|j| p.part(j, part::SIDE)) && speaks_for_a_side(p, speaker);
    near && own || we || near && side()
}

/// A verb in the future, where the language has such a form.
fn inflected(p: &Passage<'_>, i: usize) -> bool {
    let future = &p.lexicon.tails.future;
    let noun = || p.is(i.wrapping_sub(1), class::DETERMINER | class::PREPOSITION);
    !future.is_empty() && p.key(i).len() >= 6 && p.ends(i, future) && !noun()
}

/// Whether a speaker speaks for a side, so that what the side's army will do binds the speaker.
fn speaks_for_a_side(p: &Passage<'_>, speaker: &Mention) -> bool {
    let words = speaker.role.split_whitespace().chain(speaker.name.split_whitespace());
    words.into_iter().any(|w| p.lexicon.is_part(w.trim_end_matches(','), part::OFFICIAL))
}
