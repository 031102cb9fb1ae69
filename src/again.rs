//! Claims looked for again in documents that a casebook has, for command line and workbench alike.

use crate::batch::in_order;
use crate::import::{Finder, ImportError};
use crate::journal::{Casebook, CasebookError, ExtractionStanding, Renewed};
use crate::locale::Spoken;
use crate::model::{Document, Id, Received};
use crate::outside::Found;

/// Documents whose texts are in memory at once.
const AT_ONCE: usize = 32;

/// How one document fared.
#[derive(Debug)]
pub enum Fate {
    /// It has an extraction more, or would have one.
    Done(Box<Renewed>),
    /// Its current extraction is by this very version.
    Same,
    /// Its current extraction is by this newer version, which stays.
    Newer(String),
    /// It is withdrawn, and its claims with it.
    Withdrawn,
    /// It failed alone.
    Failed(ImportError),
}

/// A document and how it fared.
#[derive(Debug)]
pub struct Tried {
    /// Which.
    pub document: Document,
    /// How it fared.
    pub fate: Fate,
    /// What another extractor wrote beside its claims.
    pub said: String,
}

/// What is done where claims are looked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct How {
    /// Whether it is kept; else it is only said what each would change.
    pub keep: bool,
    /// Whether this very version looks once more, and older rules over newer ones.
    pub over: bool,
}

/// Adds an extraction to each of these documents, all as one action. `next(done, title)` is asked before each, and returns false to stop there; `tell` gets each
/// as it is done. Gives how many were not tried.
pub fn extract_again(
    casebook: &mut Casebook,
    finder: &Finder<'_>,
    documents: &[Id],
    how: How,
    threads: usize,
    next: &mut dyn FnMut(usize, &str) -> bool,
    tell: &mut dyn FnMut(Tried) -> bool,
) -> Result<usize, CasebookError> {
    casebook.grouped(|casebook| {
        let mut done = 0;
        for some in documents.chunks(AT_ONCE) {
            let work =
                some.iter().map(|id| text_of(casebook, finder, id, how)).collect::<Result<Vec<_>, _>>()?;
            let mut stopped = false;
            let find = |work: &Work| match &work.text {
                Ok(received) => Some(finder.find(received)),
                Err(_) => None,
            };
            let tried = in_order(
                &work,
                threads,
                find,
                |at, work| next(done + at, &work.document.title),
                |work, found| {
                    let tried = keep_one(casebook, finder, work, found, how);
                    stopped = matches!(&tried.fate, Fate::Failed(error) if error.stops_all()) | !tell(tried);
                    !stopped
                },
            );
            done += tried;
            if stopped || tried < work.len() {
                break;
            }
        }
        Ok(documents.len() - done)
    })
}

/// A document with its text, or why it is not looked at again.
struct Work {
    document: Document,
    text: Result<Box<Received>, Needless>,
}

enum Needless {
    Same,
    Newer(String),
    Withdrawn,
    Failed(CasebookError),
}

fn text_of(casebook: &Casebook, finder: &Finder<'_>, id: &Id, how: How) -> Result<Work, CasebookError> {
    let document = casebook.document(id)?;
    let text = match casebook.extraction_standing(id, finder.version())? {
        _ if !document.withdrawn.is_empty() => Err(Needless::Withdrawn),
        ExtractionStanding::Same if !how.over => Err(Needless::Same),
        ExtractionStanding::Newer(version) if !how.over => Err(Needless::Newer(version)),
        _ => match casebook.document_text(id) {
            Ok(text) => Ok(Box::new(received(&document, &text))),
            // A copy that lacks the text of one document still has the others.
            Err(error) => Err(Needless::Failed(error)),
        },
    };
    Ok(Work { document, text })
}

/// A document as a finder takes it; the bytes as received are not needed to find claims.
fn received(document: &Document, text: &str) -> Received {
    Received {
        text: text.to_owned(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        author: document.author.clone(),
        url: document.url.clone(),
        published: document.published.clone(),
        language: document.language.clone(),
        media_type: document.media_type.clone(),
        encoding: document.encoding.clone(),
        ..Received::default()
    }
}

fn keep_one(
    casebook: &mut Casebook,
    finder: &Finder<'_>,
    work: &Work,
    found: Option<Result<Found, crate::outside::OutsideError>>,
    How { keep, over }: How,
) -> Tried {
    let mut said = String::new();
    let fate = match (&work.text, found) {
        (Err(Needless::Same), _) => Fate::Same,
        (Err(Needless::Newer(version)), _) => Fate::Newer(version.clone()),
        (Err(Needless::Failed(error)), _) => {
            Fate::Failed(CasebookError::Invalid(Spoken::of(|| error.to_string())).into())
        }
        (Err(Needless::Withdrawn), _) | (_, None) => Fate::Withdrawn,
        (Ok(_), Some(Err(error))) => Fate::Failed(error.into()),
        (Ok(_), Some(Ok(found))) => {
            said = found.said;
            let (document, claims, version) = (&work.document.id, &found.claims, finder.version());
            let renewed = match over {
                true => casebook.renew_over(document, claims, version, keep),
                false => casebook.renew(document, claims, version, keep),
            };
            match renewed {
                Ok(renewed) => Fate::Done(Box::new(renewed)),
                Err(error) => Fate::Failed(error.into()),
            }
        }
    };
    Tried { document: work.document.clone(), fate, said }
}
