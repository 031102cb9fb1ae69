//! Owns people whom an article describes first and names in a later line.

use super::Pending;
use super::draft::Mention;
use super::normalise::is_arabic;
use super::speaker::Book;

/// Among so many claims at its beginning an article describes whom it names later.
const LEAD: usize = 3;

/// "The envoy to Kip warned …": of the next line's "Ann Roe said …" the name.
pub(super) fn name_later(found: &mut [Pending], book: &mut Book) {
    for i in (0..found.len().min(LEAD)).rev() {
        let Some(described) = found.get(i).map(|p| p.mention.clone()) else { continue };
        if !describes(&described) || book.indefinite(&described.name) {
            continue;
        }
        let later = found.iter().enumerate().skip(i + 1).take(LEAD).find(|(_, p)| p.mention.person);
        let Some((place, person)) = later.map(|(place, p)| (place, p.mention.clone())) else { continue };
        // A line without article is a headline: the next claim tells whose words it has.
        let headline = book.bare(&described.name) && place == i + 1;
        let plain = person.role.is_empty() && book.resolve(&person, 0).1.is_empty();
        let own = found.get(place).is_some_and(|p| p.mention.role == book.without_article(&described.name));
        if !(plain || headline || own) {
            continue;
        }
        let role = book.without_article(&described.name).to_owned();
        let named = Mention { role, ..person };
        book.note(&named);
        if let Some(pending) = found.get_mut(i) {
            pending.mention = named;
        }
    }
}

fn describes(mention: &Mention) -> bool {
    mention.human && !mention.person && !mention.plural && !mention.name.contains(is_arabic)
}
