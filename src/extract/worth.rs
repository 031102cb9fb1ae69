//! Owns what makes a claim worth a check: the reasons that its words, kind, polarity and speaker give.

use super::draft::Draft;
use super::lexicon::{class, tells};
use super::passage::Passage;
use super::token::Sort;
use super::weigh;
use crate::model::{Extracted, Kind, Polarity, Reason, worth};

/// Fewer words than this say little that could be checked.
const FEW: usize = 4;

/// The reasons that stand in the content's words.
pub(super) fn reasons(p: &Passage<'_>, draft: &Draft) -> Vec<Reason> {
    let (from, to) = draft.content;
    let mut found = Vec::new();
    let mut add = |reason| {
        if !found.contains(&reason) {
            found.push(reason);
        }
    };
    let (mut i, mut words) = (from, 0);
    while let Some(token) = p.token(i).filter(|_| i < to) {
        let mut length = 1;
        if token.hit.tells & tells::REASONS != 0 {
            let (words, weights) = weigh::heaviest(p, i, to, tells::REASONS, |w| !w.reasons.is_empty());
            weights.reasons.iter().for_each(|&reason| add(reason));
            length = words;
        }
        if token.sort == Sort::Number {
            add(Reason::Number);
        }
        if token.hit.class & class::PLACE != 0 {
            add(Reason::Place);
        }
        words += usize::from(matches!(token.sort, Sort::Word | Sort::Number));
        i += length;
    }
    if words < FEW {
        add(Reason::Short);
    }
    found
}

/// Adds the reasons that kind, polarity and speaker, perhaps a named person, give, and works out the worth.
pub fn settle(claim: &mut Extracted, person: bool) {
    let by_kind = match claim.kind {
        Kind::Casualty => Some(Reason::Casualties),
        Kind::Violation => Some(Reason::Attack),
        Kind::Attribution => Some(Reason::Blame),
        Kind::Territorial | Kind::TroopMovement => Some(Reason::Ground),
        Kind::Humanitarian => Some(Reason::Civilians),
        Kind::Commitment | Kind::Diplomatic | Kind::Other => None,
    };
    let by_polarity = match claim.polarity {
        Polarity::Deny => Some(Reason::Denial),
        Polarity::Commit => Some(Reason::Promise),
        Polarity::Call => Some(Reason::Demand),
        Polarity::Concern => Some(Reason::Judgement),
        Polarity::Assert => None,
    };
    let by_speaker = match (claim.speaker.is_empty(), person) {
        (true, _) => Some(Reason::Sourceless),
        (false, true) => Some(Reason::Accountable),
        (false, false) => None,
    };
    let of_words = std::mem::take(&mut claim.reasons);
    claim.reasons = by_kind.into_iter().chain(by_polarity).chain(of_words).chain(by_speaker).collect();
    claim.worth = worth(&claim.reasons);
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::found;
    use crate::model::Reason::{self, *};

    /// The reasons of the one claim of a text.
    fn reasons(text: &str) -> Vec<Reason> {
        let all = found(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all[0].claim.reasons.clone()
    }

    #[test]
    fn reasons_stand_in_words_kind_polarity_and_speaker() {
        for (text, wanted) in [
            ("قال المحافظ إن القصف قتل ستة مدنيين صباح الأحد.", [Casualties, Number, Time].as_slice()),
            ("نفى البحري وجود أي أسير لدى قواته.", &[Denial, Absolute]),
            ("دعا الوسيط الطرفين إلى ضبط النفس.", &[Demand]),
            ("Ann Roe said none of the 14 prisoners had been beaten.", &[Absolute, Number, Accountable]),
            ("The envoy said talks might resume.", &[Hedged]),
            ("The brigade pledged to open the road on Friday.", &[Promise, Time]),
            ("The agency condemned the raid.", &[Judgement, Short]),
        ] {
            let found = reasons(text);
            assert!(wanted.iter().all(|reason| found.contains(reason)), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_can_be_found_false_is_worth_more_than_what_is_wished() {
        let worth = |text: &str| found(text)[0].claim.worth;
        let count = worth("قالت وزارة الصحة إن ستة أشخاص قتلوا في القصف يوم الأحد.");
        let denial = worth("نفى الجيش قصف المستشفى.");
        let plain = worth("قال البحري إن الجسر قديم جدا ومتهالك.");
        let wish = worth("دعا الوسيط الطرفين إلى الحوار.");
        assert!(count > denial && denial > plain && plain > wish, "{count} {denial} {plain} {wish}");
    }
}
