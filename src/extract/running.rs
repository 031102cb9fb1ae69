//! Owns quotations that run on into the next paragraph: one claim, however many paragraphs it takes.

use super::Pending;
use super::passage::Passage;

/// The claim whose quotation the last paragraph left open, by its place among the claims found.
pub(super) type Running = Option<usize>;

/// Carries an open quotation into a paragraph: the claim grows up to the closing mark, or through the
/// whole paragraph. Gives the token after it, from which the paragraph reads as usual.
pub(super) fn go_on(p: &Passage<'_>, running: &mut Running, found: &mut [Pending]) -> usize {
    let Some(claim) = running.and_then(|place| found.get_mut(place)) else { return 0 };
    let reopened = p.quotation(0).filter(|_| p.marks.first_is_closer.is_none());
    let end = match (p.marks.first_is_closer, reopened) {
        (Some(closer), _) => closer + 1,
        (None, Some((pair, next))) => {
            if pair.close.is_none() {
                grow(p, claim, next);
                return next;
            }
            next
        }
        (None, None) if p.len() == 0 => return 0,
        (None, None) => 0,
    };
    if end > 0 {
        grow(p, claim, end);
    }
    *running = None;
    end
}

fn grow(p: &Passage<'_>, claim: &mut Pending, end: usize) {
    if let Some(last) = end.checked_sub(1).and_then(|last| p.token(last)) {
        claim.claim.end = last.end;
        claim.bytes.1 = last.to;
    }
}

/// The claim that holds a quotation which this paragraph opens and does not close.
pub(super) fn left_open(p: &Passage<'_>, found: &[Pending]) -> Running {
    let opener = p.marks.pairs.iter().find(|pair| pair.close.is_none() && pair.depth == 0)?;
    let at = p.token(opener.open)?.start;
    let holds = |pending: &Pending| pending.claim.start <= at && at < pending.claim.end;
    found.iter().rposition(holds).filter(|place| found.len() - place <= 4)
}
